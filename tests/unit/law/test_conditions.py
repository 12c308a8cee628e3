"""Conditions mean what their words say; sugar is gone."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pycontrol.law import model
from pycontrol.law.model import (
    AnyOf,
    Aspect,
    Compared,
    Differs,
    Guard,
    Inside,
    IsTerm,
    Listed,
    OneOf,
    Operator,
    Quantifier,
    Quantity,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Under,
)
from tests.unit.law.given import LISTED, announcement, article, conditions, loaded, wrong

ACT = Reach(Root.ACT, (), Sort.ACT)
ITEM = Reach(Root.ITEM, (), Sort.ITEM)
BEARER = Reach(Root.BEARER, (), Sort.PARTY)
END_USER = Reach(Root.ACT, ("end-user",), Sort.PARTY)


@pytest.mark.parametrize(
    ("written", "reach", "fact", "check"),
    [
        ("act is movement", ACT, "kind", OneOf(frozenset({"movement"}))),
        ("act is not movement", ACT, "kind", OneOf(frozenset({"movement"}), positive=False)),
        ("act in {movement, service}", ACT, "kind", OneOf(frozenset({"movement", "service"}))),
        ("act.state is done", ACT, "state", OneOf(frozenset({"done"}))),
        ("item.form is metal", ITEM, "form", OneOf(frozenset({"metal"}))),
        ("item.form not in {metal}", ITEM, "form", OneOf(frozenset({"metal"}), positive=False)),
        ("item.form is not metal", ITEM, "form", OneOf(frozenset({"metal"}), positive=False)),
        ("act is knows", ACT, "knows", OneOf(frozenset({"yes"}))),
        ("act is not knows", ACT, "knows", OneOf(frozenset({"no"}))),
        ("act.knows is not yes", ACT, "knows", OneOf(frozenset({"no"}))),
        ("end-user is military-user", END_USER, "military-user", OneOf(frozenset({"yes"}))),
        ("act.end-user is military-user", END_USER, "military-user", OneOf(frozenset({"yes"}))),
        ("transferor is military-user", BEARER, "military-user", OneOf(frozenset({"yes"}))),
        ("transferor is not military-user", BEARER, "military-user", OneOf(frozenset({"no"}))),
        ("act.to is CN", ACT, "to", OneOf(frozenset({"CN"}))),
        ("act.to in china", ACT, "to", Inside("china")),
        ("act.to outside china", ACT, "to", Inside("china", positive=False)),
        ("act.serves is movement", Reach(Root.ACT, ("serves",), Sort.ACT), "kind", OneOf(frozenset({"movement"}))),
        ("item.parts*.form is metal", Reach(Root.ITEM, ("parts*",), Sort.ITEM), "form", OneOf(frozenset({"metal"}))),
        (
            "act.serves.transferor.established-in in china",
            Reach(Root.ACT, ("serves", "transferor"), Sort.PARTY),
            "established-in",
            Inside("china"),
        ),
    ],
)
def test_a_test_names_what_it_reaches_and_what_it_checks(written: str, reach: Reach, fact: str, check: object) -> None:
    (only,) = conditions(written)
    assert isinstance(only, model.Test)
    assert (only.reach, only.fact, only.check, only.quantifier) == (reach, fact, check, Quantifier.SOME)
    assert only.span.text == written


def test_between_becomes_two_comparisons_in_the_canonical_unit() -> None:
    low, high = conditions("act.node between 3 nm and 0.014 um")
    assert isinstance(low, model.Test)
    assert isinstance(high, model.Test)
    assert low.check == Compared(Operator.AT_LEAST, Quantity(Fraction(3), "nm"))
    assert high.check == Compared(Operator.AT_MOST, Quantity(Fraction(14), "nm"))


def test_money_keeps_its_currency() -> None:
    (only,) = conditions("act.turnover < 500000 CNY")
    assert isinstance(only, model.Test)
    assert only.check == Compared(Operator.LESS, Quantity(Fraction(500000), "CNY"))


@pytest.mark.parametrize("word", ["some", "every", "no"])
def test_a_quantifier_is_kept(word: str) -> None:
    (only,) = conditions(f"{word} end-user is not military-user")
    assert isinstance(only, model.Test)
    assert only.quantifier is Quantifier(word)


def test_a_term_a_list_and_a_territory_are_told_apart_by_what_the_name_is() -> None:
    term, deep, listed, party = conditions(
        "item in magnets and some item.parts* in magnets and importer in watch and no end-user is restricted"
    )
    assert isinstance(term, IsTerm)
    assert (term.reach, term.term) == (ITEM, "a-61.magnets")
    assert isinstance(deep, IsTerm)
    assert deep.reach.steps == ("parts*",)
    assert isinstance(listed, Listed)
    assert (listed.list, listed.notices) == ("watch", ())
    assert isinstance(party, IsTerm)
    assert (party.term, party.quantifier) == ("a-61.restricted", Quantifier.NO)


def test_notices_stand_in_the_order_of_their_list() -> None:
    (listed,) = conditions("every importer in watch by c-2, c-1")
    assert isinstance(listed, Listed)
    assert (listed.quantifier, listed.notices) == (Quantifier.EVERY, ("c-1", "c-2"))
    assert listed.span.text == "every importer in watch by c-2, c-1"


def test_a_term_of_another_instrument_is_used_by_its_full_name() -> None:
    other = announcement(article("1", "when item in a-61.magnets"), name="b-62")
    law = loaded(announcement(LISTED + article("1")), other)
    (only,) = law.provisions["b-62/1"].conditions
    assert isinstance(only, IsTerm)
    assert only.term == "a-61.magnets"


def test_shares_and_stakes_name_their_readings_and_an_exact_threshold() -> None:
    share, stake = conditions(
        "value-share of magnets with origin in china in item >= 0.1 % readings adding, nesting"
        " and stake of restricted in every importer >= 50 % by equity readings chaining, control"
    )
    assert isinstance(share, Share)
    assert (share.reach, share.term, share.origin_fact, share.territory) == (ITEM, "a-61.magnets", "origin", "china")
    assert (share.operator, share.threshold) == (Operator.AT_LEAST, Fraction(1, 1000))
    assert (share.adding, share.nesting) == ("adding", "nesting")
    assert isinstance(stake, Stake)
    assert (stake.threshold, stake.interest, stake.quantifier) == (Fraction(1, 2), "equity", Quantifier.EVERY)
    assert (stake.chaining, stake.control, stake.control_fact) == ("chaining", "control", "controlled-by-holder")


def test_a_reading_and_two_values_that_differ() -> None:
    under, differs = conditions("under china-scope inside and act.from differs from act.to")
    assert isinstance(under, Under)
    assert under.guard == Guard("china-scope", "inside")
    assert isinstance(differs, Differs)
    assert (differs.reach, differs.fact, differs.other_reach, differs.other_fact) == (ACT, "from", ACT, "to")


def test_alternatives_keep_their_labels() -> None:
    (only,) = conditions("any of (a) act is knows and act is should-know (b) act.to is CN")
    assert isinstance(only, AnyOf)
    assert [(way.label, len(way.conditions)) for way in only.alternatives] == [("(a)", 2), ("(b)", 1)]


def test_in_a_term_the_thing_itself_is_meant() -> None:
    law = loaded(
        announcement(
            'define sale (act) "sale" when act is movement and end-user is own and act.to in china'
            ' define own (party) "own" when party.established-in in china' + article("1")
        )
    )
    kind, role, place = law.terms["a-61.sale"].conditions
    assert isinstance(kind, model.Test)
    assert isinstance(role, IsTerm)
    assert isinstance(place, model.Test)
    assert kind.reach == place.reach == Reach(Root.SELF, (), Sort.ACT)
    assert role.reach == Reach(Root.SELF, ("end-user",), Sort.PARTY)


def test_a_citation_means_everything_below_it_but_not_the_provision_that_cites() -> None:
    limbs = article("1") + ' limb (1) "one"\n limb (2) "two"\n limb (10) "ten"'
    other = article("2", "when a-61 applies and breach of article 1 for act.serves", norm='states "s"')
    applies, breach = loaded(announcement(limbs, other)).provisions["a-61/2"].conditions
    assert isinstance(applies, Reference)
    assert isinstance(breach, Reference)
    assert applies.provisions == breach.provisions == ("a-61/1(1)", "a-61/1(2)", "a-61/1(10)")
    assert (applies.aspect, applies.reach) == (Aspect.APPLIES, ACT)
    assert (breach.aspect, breach.reach.steps) == (Aspect.BREACH, ("serves",))


@pytest.mark.parametrize(
    ("written", "code", "words", "cure"),
    [
        ("itm.form is metal", "L101", "itm.form", "did you mean `item`?"),
        ("item.forms is metal", "L102", "item.forms", "did you mean `form`?"),
        ("item.node <= 14 nm", "L102", "item.node", "there is `act.node`"),
        ("item in magnet", "L103", "magnet", "did you mean `magnets`?"),
        ("item in watch", "L103", "watch", "it stands behind one, such as `helper in watch`"),
        (
            "stake of watch in importer >= 5 % by equity direct",
            "L103",
            "watch",
            'write `define NAME (party) "…" when party in watch`',
        ),
        ("under china-scop inside", "L104", "china-scop", "did you mean `china-scope`?"),
        ("under china-scope insid", "L105", "insid", "did you mean `inside`?"),
        ("article 2 applies", "L106", "article 2", "known: `article 1`"),
        ("a-60/1 applies", "L107", "a-60", "did you mean `a-61`?"),
        ("act.node <= 14 mm", "L109", "mm", "`nm`, `one` and `um`"),
        ("item.form is meta", "L110", "meta", "did you mean `metal` or `magnet`?"),
        ("party.established-in in china", "L112", "party.established-in", "name a role of the act"),
        ("node <= 14 nm", "L113", "node", "did you mean `act.node`?"),
        ("established-in in china", "L113", "established-in", "did you mean `transferor.established-in`?"),
        ("item.form.made-in is CN", "L114", "item.form.made-in", "end the path at `form`"),
        ("some act.items*.form is metal", "L115", "act.items*.form", "write `items`"),
        ("item is metal", "L116", "metal", "write `item.form is metal`"),
        ("china-scope is inside", "L101", "china-scope", "of a reading, write `under china-scope VALUE`"),
        ("end-user is watch", "L116", "watch", "`watch` is a list: write `end-user in watch`"),
        ("act.node <= 14 micron", "L109", "micron", "`nm`, `one` and `um`"),
        ("end-user is militry-user", "L116", "militry-user", "did you mean `military-user`?"),
        ("importer in wach", "L117", "wach", "did you mean `watch`?"),
        ("act.to in china by c-1", "L231", "china", "known: `closed` and `watch`"),
        ("importer in watch by c-3", "L232", "c-3", "did you mean"),
        ("importer in watch by c-9", "L232", "c-9", "it is a notice of `closed`"),
        ("importer in watch by c-1, c-2, c-1", "L233", "c-1", "take one"),
        ("act.to in chna", "L118", "chna", "did you mean `china`?"),
        (
            "value-share of magnets with origin in chin in item >= 1 % readings adding, nesting",
            "L119",
            "chin",
            "did you mean `china`?",
        ),
        ("stake of restricted in importer >= 1 % by shares readings chaining", "L120", "shares", "known: `equity`"),
        (
            "stake of restricted in importer >= 1 % by equity agregated",
            "L148",
            "agregated",
            "did you mean `aggregated`?",
        ),
        ("stake of restricted in importer >= 1 % by equity summed", "L148", "summed", "known: `aggregated`"),
        (
            "stake of restricted in importer >= 1 % by equity chaining",
            "L148",
            "chaining",
            "did you mean `readings chaining`?",
        ),
        ("act.turnover >= 14 nm", "L130", "14 nm", "with its currency"),
        ("act.node <= 14 layers", "L131", "14 layers", "converts to `nm`"),
        (
            "value-share of magnets with origin in china in item >= 1 nm readings adding, nesting",
            "L132",
            "1 nm",
            "in `%`",
        ),
        (
            "value-share of magnets with origin in china in item >= 101 % readings adding, nesting",
            "L133",
            "101 %",
            "between the two",
        ),
        ("act.node <= 2 um", "L134", "2 um", "the highest value of this fact is `1000 nm`"),
        (
            "value-share of magnets with origin in china in item >= 1 % readings nesting, nesting",
            "L150",
            "nesting",
            "`summed` and `each-alone`",
        ),
        ("importer in magnets", "L151", "magnets", ""),
        ("breach of article 1(s)", "L152", "article 1(s)", "`licence`, `prohibition` or `duty`"),
        ("end-user is not restricted", "L154", "end-user is not restricted", "write `no end-user is restricted`"),
        ("act is node", "L155", "node", "write `act.node`"),
        ("end-user in {a, b}", "L156", "end-user", "a fact of theirs"),
        ("act.to is china", "L157", "china", "write `in china`"),
        ("act.node is fine", "L158", "fine", "compare it"),
        ("item.form in china", "L159", "china", "whose type is place"),
        ("end-user outside china", "L159", "end-user", "whose type is place"),
        ("some act.layers between 1 layers and 2 layers", "L160", None, "write `every`"),
        ("act.node between 14 nm and 3 nm", "L161", None, "swap"),
        ("item.form >= 14 nm", "L162", "item.form", "quantity or money"),
        ("article 1(s) applies for act.to", "L164", "act.to", "a path to an act"),
        ("act.from differs from act.end-use", "L165", "act.end-use", "two single values"),
        ("act.from differs from act.node", "L166", None, "one type and unit"),
        ("end-user is not military-user", "L167", "end-user is not military-user", "`some`, `every` or `no`"),
        ("act.layers >= 1 layers", "L167", None, "`some`, `every` or `no`"),
        ("end-user.established-in outside china", "L167", None, "`some`, `every` or `no`"),
        ("act.end-use not in {chips}", "L167", None, "`some`, `every` or `no`"),
        (
            "value-share of magnets with origin in china in act.items >= 1 % readings adding, nesting",
            "L168",
            "act.items",
            "write `in item`",
        ),
        ("stake of restricted in item >= 1 % by equity readings chaining", "L169", "item", "name a role"),
    ],
)
def test_a_condition_that_means_nothing_is_refused(written: str, code: str, words: str | None, cure: str) -> None:
    statement = ' limb (s) gist "g" cite "c" states "s"' if "1(s)" in written else ""
    diagnostic = wrong(f"{written}{statement}")
    assert diagnostic.code == code
    assert diagnostic.citation.startswith("Announcement 61, article 1")
    assert diagnostic.primary is not None
    assert words is None or diagnostic.primary.span.text == words
    assert cure in diagnostic.help


def test_a_term_refers_to_no_provision() -> None:
    assert wrong("act is knows", 'define bad (act) "b" when article 1 applies').code == "L163"


def test_a_term_does_not_ask_whether_law_operates() -> None:
    assert wrong("act is knows", 'define bad (act) "b" when article 1 operates').code == "L248"


def test_what_carries_something_out_does_not_operate_for_it() -> None:
    other = article("2", "when article 1 operates", norm='states "s" implements article 1')
    (operates,) = loaded(announcement(article("1"), other)).provisions["a-61/2"].conditions
    assert isinstance(operates, model.Operates)
    assert operates.target == "a-61/1"
