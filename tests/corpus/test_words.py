"""Words of trade that are no choices of the vocabulary: what whoever writes one is told."""

from __future__ import annotations

from functools import cache

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Refused


@cache
def policy() -> Policy:
    return Policy.load()


def cure(fact: str, word: str) -> str:
    with pytest.raises(Refused) as found:
        policy().scenarios(f'scenario "x" asked 2026-10-01 item x {fact} {word}')
    (only,) = found.value.diagnostics
    assert (only.code, only.message) == ("F106", f"`{word}` is no choice of `{fact}`")
    return only.help.partition("`pycontrol facts item.")[0].rstrip("; ")


@pytest.mark.parametrize(
    ("fact", "word", "told"),
    [
        ("form", "rotor", "`rotor` stands under `assembly`"),
        ("form", "wire", "`wire` stands under `metal` or `alloy`"),
        ("form", "rod", "`rod` stands under `metal` or `alloy`"),
        ("form", "granules", "`granules` stands under `metal` or `alloy`"),
        ("form", "sheet", "`sheet` stands under `metal`, `alloy` or `target`"),
        ("form", "module", "`module` stands under `battery-pack`"),
        ("form", "machine", "`machine` stands under `equipment`"),
        ("form", "oxides", "did you mean `oxide`?"),
        ("form", "crystal", "did you mean `single-crystal` or `crystal-material`?"),
        ("form", "cell", "did you mean `battery-cell` or `battery-pack`?"),
        ("form", "motor", "`motor` is a choice of `equipment`; `other` where no choice says what it is"),
        ("form", "drawing", "`kind` and `carrier` speak of it; `other` where no choice says what it is"),
        ("form", "dysprosium-oxide", "write `oxide`, and `substance dysprosium`"),
        ("substance", "dysprosium-oxide", "write `dysprosium`, and `form oxide`"),
        ("substance", "dysprosiun", "did you mean `dysprosium`?"),
        ("substance", "yttria", "did you mean `yttrium`? `other` where no choice says what it is"),
        ("substance", "neodymium-magnet", "`neodymium-magnet` stands under `ndfeb`"),
        ("substance", "samarium-cobalt-magnet", "write `samarium-cobalt`, and `form magnet-material`"),
        (
            "substance",
            "magnet",
            "a magnet: `ndfeb`, `samarium-cobalt` or `cerium-magnet`, and `form magnet-material`",
        ),
        ("substance", "gdfe", "`gdfe` stands under `gadolinium-iron`"),
        ("substance", "lfp", "`lfp` stands under `lithium-iron-phosphate`"),
        ("substance", "NdFeB", "did you mean `ndfeb`?"),
        ("substance", "SmCo", "`SmCo` stands under `samarium-cobalt`"),
        ("substance", "Nd", "`Nd` stands under `neodymium`"),
        ("substance", "Dysprosium", "did you mean `dysprosium`?"),
        ("contains", "Dy", "`Dy` stands under `dysprosium`"),
        ("contains", "Nd", "`Nd` stands under `neodymium`"),
        ("contains", "Ga", "`substance` speaks of it; `other` where no choice says what it is"),
        ("equipment", "Jet-Mill", "did you mean `jet-mill`?"),
        ("substance", "p507", "`cas-number` speaks of it; `other` where no choice says what it is"),
        ("substance", "copper", "did you mean `holmium-copper`, `yttrium-copper` or `scandium-copper`?"),
        ("contains", "gallium", "`gallium` is a choice of `substance`; `other` where no choice says what it is"),
        ("equipment", "mixer-settler", "`settler` stands under `extraction-tank`"),
        ("equipment", "mixer", "did you mean `high-speed-mixer` or `extraction-tank`?"),
        ("equipment", "pulveriser", "`pulveriser` stands under `jet-mill`"),
        ("equipment", "winding-machine", "did you mean `winder`? `other-equipment` where no choice says what it is"),
        ("equipment", "reactor", "`other-equipment` where no choice says what it is"),
        (
            "kind",
            "document",
            "drawings, documents and data: technology, or the goods or software that carry it, with `carrier`",
        ),
        (
            "kind",
            "program",
            "`carrier` speaks of it; known: `goods`, `service`, `software` and `technology`",
        ),
    ],
)
def test_a_word_of_trade_is_led_to_its_choice(fact: str, word: str, told: str) -> None:
    assert cure(fact, word) == told


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ("kind service", "carrier, process, magnets-made, technology-for"),
        ("kind goods form part", "equipment, substance, made-for, design"),
        ("kind goods form metal", "substance, contains"),
        ("kind goods", "form, carrier, substance, made-for"),
    ],
)
def test_of_many_entries_it_asks_first_what_tells_most_apart(facts: str, asked: str) -> None:
    _, (unclassified,) = policy().classify(f'scenario "x" asked 2026-10-01 item x {facts}')
    assert ", ".join(unclassified.find_out) == asked
