"""Scenarios that cannot be read: the cure names the units of the fact, or says that it takes one value."""

from __future__ import annotations

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Refused
from tests import small

FACTS = """
fact item.form is choice of bar, foil, target question "Form?"
fact item.contains is many choice of iron, boron question "What is in it?"
fact item.melt-mass is quantity in kg question "How much does it hold?"
unit kg of mass
unit g of mass is 1/1000 kg
"""
POLICY = Policy.from_text(small.LAW.replace("\nregime home-control", f"{FACTS}\nregime home-control", 1))


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("melt-mass 3", "S020", "write its unit: `3 kg` or `3 g`"),
        ("melt-mass 3\n item other form bar", "S045", "write its unit: `3 kg` or `3 g`"),
        ("melt-mass 3g", "S029", "leave a space between them: `3 g`"),
        ("purity 3N", "S029", "`purity` is written in "),
        ("melt-mass 3 k¤", "S012", "`melt-mass` is written in `kg` or `g`"),
        ("form foil target", "S020", "`form` takes one value: write `form foil` or `form target`"),
        ("form foil target\n contains iron", "S020", "`form` takes one value: write `form foil` or `form target`"),
        ("form foil target\n item other form bar", "S054", "`form` takes one value"),
        ("contains iron boron", "S020", "values of one fact have a comma between them: `contains iron, boron`"),
    ],
)
def test_the_vocabulary_makes_a_cure_sharper(text: str, code: str, cure: str) -> None:
    with pytest.raises(Refused) as found:
        POLICY.scenarios(f'scenario "x"\n asked 2025-03-03\n item bar {text}\n')
    assert found.value.diagnostics[0].code == code
    assert cure in found.value.diagnostics[0].help
