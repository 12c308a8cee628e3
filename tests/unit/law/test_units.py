"""Technical units are written as engineers write them, in law and scenarios, and convert exactly."""

from __future__ import annotations

import pytest

from pycontrol import Policy

LAW = """
vocabulary
kinds of act movement
unit {unit} of measured {more}
fact act.sender is party question "?"
fact act.items is many item question "?"
fact item.figure is quantity in {unit} question "?"
regime order "Order" severity licence
announcement o-1 "T" regime order issued 2025-01-01 by m articles 1 to 1 zone Asia/Shanghai
  checked to 2026-12-31 cite "A"
article 1 "x" gist "g" cite "c" for a movement when item.figure between {low} and {high}
  binds sender requires licence d from m
"""
SHIPPED = """
scenario "s" party a item i figure {stated}
act ship kind movement on 2025-06-01 state planned sender a items i
complete licences
"""


@pytest.mark.parametrize(
    ("unit", "more", "stated", "threshold"),
    [
        ("Wh/kg", "unit kWh/kg of measured is 1000 Wh/kg", "0.3 kWh/kg", "300 Wh/kg"),
        ("g/cm3", "unit kg/m3 of measured is 1/1000 g/cm3", "2500 kg/m3", "2.5 g/cm3"),
        ("mAh/g", "unit Ah/kg of measured is 1 mAh/g", "156 Ah/kg", "156 mAh/g"),
        ("A/cm2", "", "5 A/cm2", "5.0 A/cm2"),
        ("degC", "", "-5 degC", "-5 degC"),
        ("degC", "unit K of measured is 1 degC above -273.15 degC", "0 K", "-273.15 degC"),
        ("degC", "unit degF of measured is 5/9 degC above -160/9 degC", "212 degF", "100 degC"),
        (
            "K",
            "unit degC of measured is 1 K above 273.15 K unit degF of measured is 5/9 degC above -160/9 degC",
            "-459.67 degF",
            "0 K",
        ),
        ("HRB", "", "30 HRB", "30 HRB"),
        ("m/s", "unit km/h of measured is 5/18 m/s", "144 km/h", "40 m/s"),
        ("one", "unit ppm of measured is 1/1000000 one unit % of measured is 1/100 one", "0.008 %", "80 ppm"),
        ("W", "unit kW of measured is 1000 W", "5500 W", "5.5 kW"),
        ("T", "unit mT of measured is 1/1000 T", "1500 mT", "1.5 T"),
        ("m3", "unit L of measured is 1/1000 m3", "5000 L", "5 m3"),
        ("L", "unit m3 of measured is 1000 L", "1/1000 m3", "1 L"),
        ("N", "", "16 N", "16 N"),
        ("s", "unit min of measured is 60 s unit h of measured is 60 min", "1/3 h", "20 min"),
        ("Pa", "unit kPa of measured is 1000 Pa", "1/1000 Pa", "0.000001 kPa"),
    ],
)
def test_a_figure_in_one_unit_meets_a_threshold_in_another(unit: str, more: str, stated: str, threshold: str) -> None:
    policy = Policy.from_text(LAW.format(unit=unit, more=more, low=threshold, high=threshold))
    found = policy.determine(SHIPPED.format(stated=stated))
    assert "certain licence d by o-1/1 for ship, i, a" in found.lines()
