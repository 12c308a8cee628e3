"""Bugs planted in the page, in the figures computed beside it, and in the oracle: the comparison catches each of them.

A test that never fails proves nothing. Here the same comparison as in `test_differential` runs over a fixed set of generated
cases: without a bug it finds no difference, with each of the bugs below it finds one.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

import pytest

from pycontrol.asp import Things, computed, coverage, from_law, fulfilment, kind_of, page, turning
from pycontrol.asp import case as case_room
from pycontrol.asp import tying as tying_room
from pycontrol.asp.regions import Regions
from pycontrol.facts import existing as existence
from pycontrol.facts import lists, ownership
from pycontrol.facts.scenario import Scenario
from pycontrol.facts.shares import Kind, Occurrence, occurrences, share_interval
from pycontrol.law import status
from pycontrol.law.model import Compared, Law, Nesting, Operator, Provision
from tests.properties.oracle import (
    days,
    listing,
    nodes,
    shares,
    world,
)
from tests.properties.planted import EXAMPLES, answered, caught, fresh

Interval = tuple[Fraction, Fraction | None]
Plant = Callable[[pytest.MonkeyPatch], None]


def test_without_a_bug_there_is_no_difference() -> None:
    assert len(answered()) > 5 * EXAMPLES
    assert not caught(iter(answered()))


# --- in the page --------------------------------------------------------------------------------------------

IN_THE_PAGE = {
    "an exception defeats nothing": ("stands", ", not beaten_K(C,M,P,X)", ""),
    "what has begun is taken for what has not ended": (
        "base",
        "live(C,now,T,A) :- within",
        "live(C,now,T,A) :- lasting",
    ),
    "what is suspended operates": ("base", "within(C,T,A), not paused(C,T,A)", "within(C,T,A)"),
    "law that sleeps operates for what asks whether it does": (
        "operating",
        "runs(S,L,T), live(C,M,T,A)",
        "runs(S,L,T), layer(M), live(C,dormant,T,A)",
    ),
    "what sleeps is forgotten": ("base", "live(C,dormant,T,A) :- lasting", "live(C,dormant,T,A) :- within"),
    "who is listed by a notice may not be on the list": (
        "base",
        ":- by(C,E,N), notice(L,N), on_list(F,L), h(C,E,F,no).",
        "",
    ),
    "whoever is listed may be so by no notice": ("base", ":- unsaid(C,E,L,G), on(G), not by(C,E,N) : notice(L,N).", ""),
    "unknown is no": ("facts", ", not hit_0(C,L,X), not blur(C,L,X)", ", not blur(C,L,X)"),
    "a licence held covers nothing": ("breach", ", not covered(C,P,X)", ""),
    "a report in time does not help": ("breach", ", not fulfilled(C,P,X)", ""),
    "an open figure passes only the nearest of the tests that it passes": (
        "base",
        "in(C,E,F,R) :- in(C,E,F,I), wider(F,I,R).",
        "",
    ),
    "an open figure passes every test that excludes": (
        "facts",
        "hit_0(C,L,X) :- subject(C,S,X), none(S,L,Q,F,T), reach(C,X,Q,E), in(C,E,F,R), past(T,R).",
        "",
    ),
    "what a thing cannot have is open of it": ("base", "open_if(C,E,F), exists(F,G,V), h(C,E,G,V)", "open_if(C,E,F)"),
    "beside a vague word nothing sharper is true": (
        "base",
        "{ h(C,E,F,V) : beside(C,E,F,V) } 1 :- beside(C,E,F,_).",
        "",
    ),
    "a constraint between facts forbids nothing": ("base", ", not h(C,E,G,Y) : then(K,G,Y)", ", not on(always)"),
    "a choice may be what other facts exclude": ("base", "h(C,E,F,V) : among(C,E,F,V)", "h(C,E,F,V) : may(F,V)"),
    "each test of an unknown figure is open for itself": (
        "computed",
        "c_J(C,E,F) :- maybe_J(C,K,E,F,G), on(G), not gone_J(C,K), figure(F,Z), lies(C,E,Z,V), sat(F,V).",
        "{ c_J(C,E,F) } :- maybe_J(C,K,E,F,G), on(G), not gone_J(C,K).",
    ),
    "an unnamed further party is certainly there": ("base", "{ absent(C,E) } :- ghost(C,E).", ""),
}


@pytest.mark.parametrize("bug", IN_THE_PAGE)
def test_a_bug_in_the_page_is_caught(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    block, right, wrong = IN_THE_PAGE[bug]
    blocks = {name: page._blocks()[name] for name in page._blocks()}
    parameters, rules = blocks[block]
    assert right in rules
    blocks[block] = (parameters, rules.replace(right, wrong))
    monkeypatch.setattr(page, "_blocks", lambda: blocks)
    assert caught(iter(answered()))


# --- in the figures -----------------------------------------------------------------------------------------


def _at_least_is_more(patch: pytest.MonkeyPatch) -> None:
    """`>=` becomes `>`: the threshold itself is no longer enough."""
    patch.setattr(ownership.Hold, "units", lambda hold, scale: math.floor(hold.threshold * scale) + 1)


def _direct_parts_only(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(computed, "occurrences", lambda scenario, item, _: occurrences(scenario, item, Nesting.DIRECT))


def _each_alone(patch: pytest.MonkeyPatch) -> None:
    def alone_too(case: Scenario, item: str, counted: frozenset[Occurrence], nesting: Nesting) -> Interval:
        return share_interval(case, item, counted, nesting, [{one[-1]} for one in counted])

    patch.setattr(computed, "share_interval", alone_too)


def _a_day_late(patch: pytest.MonkeyPatch) -> None:
    right, day = fulfilment.due_days, dt.timedelta(1)
    patch.setattr(fulfilment, "due_days", lambda *given: tuple(last + day for last in right(*given)))


def _licences_never_end(patch: pytest.MonkeyPatch) -> None:
    right = coverage._days
    patch.setattr(coverage, "_days", lambda licence, day: right(replace(licence, until=dt.date(2099, 1, 1)), day))


def _anybody_may_file(patch: pytest.MonkeyPatch) -> None:
    right = fulfilment._meant
    patch.setattr(fulfilment, "_meant", lambda *given: list(right(*given))[:1])


def _a_filing_may_come_too_early(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(fulfilment, "_precedes", lambda *_: False)


def _one_paper_for_one_end_user_is_enough(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(coverage, "every", coverage.some)


def _a_part_of_unknown_material_is_of_none(patch: pytest.MonkeyPatch) -> None:
    def surely(*given: object) -> Kind:
        kind = kind_of(*given)  # type: ignore[arg-type]
        return Kind(kind.surely, kind.surely)

    patch.setattr(computed, "kind_of", surely)


def _every_name_is_listed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(case_room, "membership", lambda *_: ((None, True),))


def _before_its_day_a_notice_lists_somebody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lists.Looked, "_left", lambda looked, _: {notice.name for notice in looked.lst.notices})


def _what_is_listed_is_listed_by_every_notice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lists.Looked, "by", lambda looked, _, taken: looked.status(taken))


def _the_whole_sleeps_with_a_part(patch: pytest.MonkeyPatch) -> None:
    def widely(path: str, targets: Iterable[str]) -> bool:
        return any(path.partition("/")[0] == target.partition("/")[0] for target in targets)

    patch.setattr(status, "targeted", widely)


def _a_part_sleeps_with_what_it_stands_beside(patch: pytest.MonkeyPatch) -> None:
    right, first = from_law._clock_key, dict[object, from_law.ClockKey]()

    def shared(law: Law, provision: Provision) -> from_law.ClockKey:
        return first.setdefault((id(law), provision.instrument, provision.periods), right(law, provision))

    patch.setattr(from_law, "_clock_key", shared)


def _nothing_turns_on_when_law_operates_that_is_watched(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(turning, "watched", lambda *_: ())


def _nobody_asks_whether_a_thing_has_a_fact(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Things, "exists", lambda *_: True)


def _a_fact_tells_nothing_of_the_choice_on_which_it_hangs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(existence.Existing, "left", lambda *_: None)


def _anybody_may_hold_what_has_no_owners(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Things, "settled", property(lambda things: things.scenario))


def _a_holder_tells_nothing_of_the_kind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(existence.Existing, "_is_stated", lambda _, entity, fact: bool(entity.facts.get(fact.name)))


def _vague_of_all_things(patch: pytest.MonkeyPatch) -> None:
    """A word that is vague with some other word only is vague without it."""
    patch.setattr(existence, "_met", lambda *_: True)


def _what_nobody_looks_at_ties_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tying_room, "free", lambda *_, **__: True)


def _at_least_begins_beyond_the_threshold(patch: pytest.MonkeyPatch) -> None:
    right = Regions.begins

    def beyond(regions: Regions, check: Compared) -> int:
        return right(regions, check) + (check.operator is Operator.AT_LEAST)

    patch.setattr(Regions, "begins", beyond)


IN_THE_FIGURES = (
    _at_least_begins_beyond_the_threshold,
    _what_nobody_looks_at_ties_nothing,
    _vague_of_all_things,
    _at_least_is_more,
    _direct_parts_only,
    _each_alone,
    _a_day_late,
    _licences_never_end,
    _anybody_may_file,
    _a_filing_may_come_too_early,
    _one_paper_for_one_end_user_is_enough,
    _a_part_of_unknown_material_is_of_none,
    _every_name_is_listed,
    _before_its_day_a_notice_lists_somebody,
    _what_is_listed_is_listed_by_every_notice,
    _the_whole_sleeps_with_a_part,
    _a_part_sleeps_with_what_it_stands_beside,
    _nothing_turns_on_when_law_operates_that_is_watched,
    _nobody_asks_whether_a_thing_has_a_fact,
    _a_fact_tells_nothing_of_the_choice_on_which_it_hangs,
    _anybody_may_hold_what_has_no_owners,
    _a_holder_tells_nothing_of_the_kind,
)


@pytest.mark.parametrize("plant", IN_THE_FIGURES, ids=lambda plant: plant.__name__.strip("_"))
def test_a_bug_in_the_figures_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    cases_answered = answered()
    plant(monkeypatch)
    assert caught(iter(cases_answered))


# --- in the oracle ------------------------------------------------------------------------------------------


def _nothing_is_defeated(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nodes.Nodes, "_defeated", lambda *_: False)


def _nothing_sleeps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(days, "is_suspended", lambda *_: False)


def _no_part_is_ever_missing(patch: pytest.MonkeyPatch) -> None:
    right = shares._interval
    patch.setattr(shares, "_interval", lambda parts, *given: right(replace(parts, more=False), *given))


def _nobody_is_put_on_a_list(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(listing, "_is_put_there", lambda *_: False)


def _only_whole_instruments_sleep(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(days, "lies_in", lambda path, target: path.partition("/")[0] == target)


def _everything_has_every_fact(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(world.World, "_exists", lambda *_: True)


def _what_is_stated_may_be_of_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(world.World, "_may_have_all", lambda *_: True)


def _constraints_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(world.World, "_has_one", lambda *_: True)


def _everything_has_every_relation(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(world.Case, "leads_nowhere", lambda *_: False)


@pytest.mark.parametrize(
    "plant",
    [
        _constraints_are_forgotten,
        _everything_has_every_relation,
        _everything_has_every_fact,
        _what_is_stated_may_be_of_anything,
        _nothing_is_defeated,
        _nothing_sleeps,
        _no_part_is_ever_missing,
        _nobody_is_put_on_a_list,
        _only_whole_instruments_sleep,
    ],
    ids=lambda plant: plant.__name__.strip("_"),
)
def test_a_bug_in_the_oracle_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert caught(fresh())
