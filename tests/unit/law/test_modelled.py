"""What is modelled beside the articles: entries of item lists, names of notices, measures of registers."""

from __future__ import annotations

import pytest

from pycontrol.diagnostics import Refused
from pycontrol.law.modelled import How, ModelledAnnex, ModelledNotice, ModelledRegister, modelled, modelled_lists
from pycontrol.policy import Policy
from tests.unit.law.given import VOCABULARY, announcement, article, loaded

LISTS = announcement(
    """annex annex-1 "Items"
         part p "Metals"
           entry 1 "metal" confidence S code 1A1 when item.form is metal
           entry 2 "foreign magnet" when item.form is magnet and item.made-in outside china
           entry 3 "what an older list has" confidence L code 1A3 suspected 1B3 because "slip" when item is older
           entry 4 "magnet, or what an older list has" when any of (a) item.form is magnet (b) item is older
       define older (item) "older" when item is on-old-list
       annex annex-2 "Loose" entry 1 "any magnet" when item.form is magnet """
    + article("1", "when item in annex-1")
    + """
       list watch "Watch list" partial
         notice c-1 from 2025-01-01 names 3 "two held" name "A" name "B"
         notice a-61 complete from 2025-01-01 names 1 "held" name "C"
       register "Measures"
         measure first 2025-10-09 by MOFCOM "first" confidence H of a-61
         measure second 2025-10-10 by BIS "second" confidence A """,
    last=1,
)
OLD = 'vocabulary fact item.on-old-list is yes-no not encoded question "?"'


def test_entries_are_encoded_or_hang_on_a_reading_or_on_law_that_is_not_held() -> None:
    law = loaded(OLD, LISTS)
    parts, loose = (one for one in modelled_lists(law) if isinstance(one, ModelledAnnex))
    assert (parts.instrument, parts.name, parts.title.en) == ("a-61", "annex-1.p", "Metals")
    assert [(one.label, one.how, one.readings, one.open) for one in parts.entries] == [
        ("1", How.ENCODED, (), ()),
        ("2", How.READING, ("china-scope",), ()),
        ("3", How.OPEN, (), ("item.on-old-list",)),
        ("4", How.ENCODED, (), ("item.on-old-list",)),
    ]
    assert [one.code.printed for one in parts.entries if one.code] == ["1A1", "1A3"]
    assert (loose.name, [one.label for one in loose.entries]) == ("annex-2", ["1"])
    (row,) = modelled(law)
    assert row.open == ("item.on-old-list",)


def test_notices_count_their_names_and_registers_their_measures() -> None:
    found = modelled_lists(loaded(OLD, LISTS))
    notices = [one for one in found if isinstance(one, ModelledNotice)]
    assert [(one.instrument, one.list, one.notice.count, one.notice.complete) for one in notices] == [
        ("c-1", "watch", 3, False),
        ("a-61", "watch", 1, True),
    ]
    assert [name.en for name in notices[0].names] == ["A", "B"]
    (register,) = (one for one in found if isinstance(one, ModelledRegister))
    assert [(one.name, one.instrument) for one in register.measures] == [("first", "a-61"), ("second", "")]


def test_a_citation_chooses_an_instrument_an_article_or_a_list() -> None:
    policy = Policy.from_text(VOCABULARY, OLD, LISTS, announcement(article("1"), name="b-7", last=1))
    assert [row.instrument for row in policy.modelled()] == ["a-61", "b-7"]
    assert [row.instrument for row in policy.modelled("61")] == ["a-61"]
    assert len(policy.modelled_lists()) == 5
    assert len(policy.modelled_lists("a-61")) == 3
    assert [row.article for row in policy.modelled("a-61/1(2)")] == ["1"]
    assert policy.modelled_lists("a-61/1") == ()
    assert policy.modelled("watch") == ()
    assert len(policy.modelled_lists("watch")) == 2
    with pytest.raises(Refused, match="has no article `9`"):
        policy.modelled("a-61/9")
