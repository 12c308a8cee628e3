"""A mapping's days and amounts in other shapes are refused with what was meant, as in a file."""

from __future__ import annotations

import pytest

from pycontrol.syntax.figures import NO_ZONE
from tests.unit.facts.test_mappings import refused_mapping, with_act


@pytest.mark.parametrize(
    ("fact", "written", "code", "cure"),
    [
        ("on", "2026-2-3", "F121", "did you mean `2026-02-03`?"),
        ("on", "3/2/2026", "F121", "did you mean `2026-02-03` or `2026-03-02`?"),
        ("on", "２０２６-02-03", "F121", "did you mean `2026-02-03`?"),
        (
            "on",
            "2026-02-03T10:00",
            "F121",
            "did you mean `2026-02-03`? a time stands behind its day: `at 2026-02-03 10:00`",
        ),
        ("on", "2026-02-30", "F121", "that month has 28 days"),
        ("node", "310,5 nm", "F102", "did you mean `310.5 nm`?"),
        ("node", "1,000 nm", "F102", "did you mean `1000 nm` or `1.000 nm`?"),
        ("node", "1_000 nm", "F102", "did you mean `1000 nm`?"),
        ("node", "310nm", "F102", "did you mean `310 nm`?"),
        ("node", "５ nm", "F102", "did you mean `5 nm`?"),
        ("node", "5 µm", "F103", "did you mean `5 um`?"),
        ("node", "%", "F102", "write a number and a unit, such as `1000 nm`"),
        ("turnover", "1.000,50 EUR", "F102", "did you mean `1000.50 EUR`?"),
    ],
)
def test_what_was_meant(fact: str, written: str, code: str, cure: str) -> None:
    (found,) = refused_mapping(with_act(**{fact: written}))
    assert (found.code, found.help) == (code, cure)


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("2026-02-03T10:00:00", "leave a space between the day and the time: `2026-02-03 10:00`"),
        ("2026-02-03", "write its time behind it, `2026-02-03 13:01`; a day alone stands at `on`"),
        ("2026-02-03 10:00Z", NO_ZONE),
        ("2026-02-03T10:00:00+08:00", NO_ZONE),
        ("2026-02-03 10:00 UTC", NO_ZONE),
        ("2026-02-03 10:00 Asia/Shanghai", NO_ZONE),
        ("2026-2-3 10:00", "did you mean `2026-02-03`?"),
    ],
)
def test_moments(written: str, cure: str) -> None:
    act = {"kind": "movement", "state": "planned", "at": written}
    (found,) = refused_mapping({"acts": {"ship": act}})
    assert (found.code, found.help) == ("F121", cure)
