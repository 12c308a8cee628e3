"""A fully known scenario as facts for `law.lp`: what was stated, and the figures that are compared outside the solver."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from pycontrol.facts.days import working_days_after
from pycontrol.facts.lists import membership
from pycontrol.facts.ownership import Hold, caught, holdings
from pycontrol.facts.shares import occurrences, share_interval
from pycontrol.law.model import Chaining, FactType, Nesting, Operator, Quantity, Sort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.facts.scenario import Act, Entity, Licence, Scenario
    from pycontrol.law.model import Law

_FILED_BY = {
    "report": "transferor",
    "application": "transferor",
    "declaration": "transferor",
    "promise": "transferor",
    "notice": "transferor",
    "inquiry": "actor",
}
"""By whom each filing is made."""
_OWN_NAMES = {"items": "item", "parts": "part", "established-in": "established"}
_PART1 = {
    "metal": ("samarium", "dysprosium", "gadolinium", "terbium", "lutetium", "scandium", "yttrium"),
    "alloy": ("samarium-cobalt", "terbium-iron", "dysprosium-iron", "terbium-dysprosium-iron"),
    "oxide": ("dysprosium", "terbium"),
}
_SHARE = Fraction(1, 1000)
_HALF, _WHOLE = Fraction(1, 2), Fraction(1)
_MONTHS = (("licence-age", 12), ("licence-age", 36), ("temporary-control-age", 24))
_REPORT_DAYS = 10


@dataclass(frozen=True, slots=True)
class Written:
    """The facts of a case as text, and the scenario's name for each short name in it."""

    text: str
    names: dict[str, str]


def facts_text(law: Law, scenario: Scenario, first: int = 0) -> Written:
    """Return the facts of a scenario that leaves nothing unsaid. Short names count from `first`, to tell cases apart."""
    writer = _Writer(law, scenario, first)
    lines = [*writer.acts(), *writer.items(), *writer.parties()]
    return Written("\n".join(dict.fromkeys(lines)), {short: name for (name, _), short in writer.short.items()})


class _Writer:
    """Gives things short names, a party one per day on which it is looked at, and writes their facts."""

    def __init__(self, law: Law, scenario: Scenario, first: int) -> None:
        self.law = law
        self.scenario = scenario
        self.asked = scenario.asked or max(act.on for act in scenario.acts)
        self.short: dict[tuple[str, dt.date | None], str] = {}
        for act in scenario.acts:
            self.short[(act.name, None)] = f"a{first + len(self.short)}"
        for name in scenario.items:
            self.short[(name, None)] = f"i{first + len(self.short)}"
        for day in dict.fromkeys(act.on for act in scenario.acts):
            for name in scenario.parties:
                self.short[(name, day)] = f"p{first + len(self.short)}"

    def acts(self) -> Iterator[str]:
        for act in self.scenario.acts:
            name = self.short[(act.name, None)]
            yield f"act_kind({name},{_word(act.kind)}). day({name},{act.on:%Y%m%d})."
            if act.done:
                yield f"done({name})."
            yield from self._stated(act.entity, name, act.on)
            yield from self._figures(act.entity, name)
            yield from self._clock(act, name)
            yield from self._papers(act, name)

    def items(self) -> Iterator[str]:
        day = self.scenario.acts[0].on
        for name, item in self.scenario.items.items():
            short = self.short[(name, None)]
            yield from self._stated(item, short, day)
            yield from self._figures(item, short)
            if item.facts.get("parts") and item.facts.get("value") and self._share(name) >= _SHARE:
                yield f"share_of_chinese_part1({short})."

    def parties(self) -> Iterator[str]:
        for day in dict.fromkeys(act.on for act in self.scenario.acts):
            on = {one: self._listed(one, day) for one in ("control-list", "watch-list")}
            half = self._held(on["control-list"] | on["watch-list"], _HALF, Chaining.CASCADING, day)
            whole = self._held(on["control-list"], _WHOLE, Chaining.DIRECT, day)
            sets = {
                "control_list": on["control-list"],
                "watch_list": on["watch-list"],
                "held_to_half_by_restricted": half,
                "wholly_held_by_control_listed": whole,
            }
            for name, party in self.scenario.parties.items():
                short = self.short[(name, day)]
                yield from self._stated(party, short, day)
                yield from (f"{predicate}({short})." for predicate, members in sets.items() if name in members)

    # --- stated facts -----------------------------------------------------------------------------------------

    def _stated(self, entity: Entity, short: str, day: dt.date) -> Iterator[str]:
        for name, values in entity.facts.items():
            fact = self.law.vocabulary.facts.get((entity.sort, name))
            predicate = _OWN_NAMES.get(name, _word(name))
            for one in values:
                if (one.since and day < one.since) or (one.until and one.until < day) or fact is None:
                    continue
                if fact.type is FactType.YES_NO:
                    if one.value == "yes":
                        yield f"{predicate}({short})."
                elif isinstance(one.value, Quantity) or name == "state":
                    continue
                elif fact.type in (FactType.PARTY, FactType.ACT, FactType.ITEM):
                    when = day if fact.type is FactType.PARTY else None
                    yield f"{predicate}({short},{self.short[(one.value, when)]})."
                elif name != "kind" or entity.sort is not Sort.ACT:
                    yield f"{f'{entity.sort}_kind' if name == 'kind' else predicate}({short},{_word(one.value)})."

    @staticmethod
    def _figures(entity: Entity, short: str) -> Iterator[str]:
        amounts = {
            name: one.value.amount
            for name, values in entity.facts.items()
            for one in values
            if isinstance(one.value, Quantity)
        }
        if "node" in amounts and amounts["node"] <= 14:  # noqa: PLR2004
            yield f"node_14({short})."
        if "layers" in amounts and amounts["layers"] >= 256:  # noqa: PLR2004
            yield f"layers_256({short})."
        for name, months in _MONTHS:
            if name in amounts and amounts[name] > months:
                yield f"{_word(name.removesuffix('-age'))}_over_{months}_months({short})."

    # --- clocks and papers ------------------------------------------------------------------------------------

    def _clock(self, act: Act, short: str) -> Iterator[str]:
        if act.done and self.asked >= act.on:
            yield f"past({short})."
        if act.done and self.asked > act.on:
            yield f"overdue({short})."
        last = working_days_after(act.on, _REPORT_DAYS)[0]
        if act.done and self.asked > last:
            yield f"report_overdue({short})."
        for made in self.scenario.acts:
            if made.done and made.kind in _FILED_BY and act.name in _said(made, "fulfils"):
                when = [word for word, holds in _times(made, act, last).items() if holds]
                for party in sorted(_said(made, _FILED_BY[made.kind])):
                    by = self.short[(party, act.on)]
                    if made.kind != "notice":
                        yield from (f"filed({short},{made.kind},{by},{word})." for word in when)
                        continue
                    to = [self.short[(one, act.on)] for one in sorted(_said(made, "recipient"))]
                    yield from (f"notified({short},{by},{one},{word})." for one in to for word in when)

    def _papers(self, act: Act, short: str) -> Iterator[str]:
        """Say which item, or the act as a whole, each holder's papers cover: with every end user and for every end use."""
        items = _said(act, "items")
        for kind, predicate in (("dual-use", "licensed"), ("consent", "consented")):
            held = [one for one in self.scenario.licences if one.kind == kind]
            valid = [one for one in held if one.since and one.until and one.since <= act.on <= one.until]
            for holder in sorted({str(one.holder) for one in valid} & set(self.scenario.parties)):
                own = [one for one in valid if one.holder == holder]
                covered = sorted(item for item in items if _covers(own, act, item))
                who = self.short[(holder, act.on)]
                yield from (f"{predicate}({short},{self.short[(item, None)]},{who})." for item in covered)
                if len(covered) == len(items) and (items or _covers(own, act, "")):
                    yield f"{predicate}({short},o,{who})."

    # --- figures that are computed ----------------------------------------------------------------------------

    def _share(self, item: str) -> Fraction:
        value = self.scenario.items[item].facts["value"][0].value
        assert isinstance(value, Quantity)
        return worth_of_chinese_part1(self.scenario, item) / value.amount

    def _listed(self, listing: str, day: dt.date) -> frozenset[str]:
        default = {reading.name: reading.default for reading in self.law.readings.values()}
        found = set()
        for name in self.scenario.parties:
            cases = membership(self.law.lists[listing], self.scenario.names.get(name), day)
            if next(truth for guard, truth in cases if guard is None or default[guard.reading] == guard.value):
                found.add(name)
        return frozenset(found)

    def _held(self, seeds: frozenset[str], share: Fraction, chaining: Chaining, day: dt.date) -> frozenset[str]:
        bodies = ((name, party.facts.get("branch-of", ())) for name, party in self.scenario.parties.items())
        branches = {name: str(stated[0].value) for name, stated in bodies if stated}
        graph = holdings(self.scenario.stakes, branches, day=day, interest="equity")
        return frozenset(caught(graph, seeds, Hold(share, Operator.AT_LEAST, chaining)))


def _said(act: Act, fact: str) -> set[str]:
    return {str(one.value) for one in act.entity.facts.get(fact, ())}


def _times(made: Act, act: Act, last: dt.date) -> dict[str, bool]:
    """Return when something was filed, seen from the act; on one day, without hours, it may have come before."""
    hours = made.at is None or act.at is None or made.at < act.at
    before = made.on < act.on or (made.on == act.on and hours)
    surely = made.on < act.on or (made.on == act.on and made.at is not None and act.at is not None and made.at < act.at)
    return {"before": before, "at": made.on == act.on, "in_time": made.on <= last and not surely}


def _covers(papers: list[Licence], act: Act, item: str) -> bool:
    """Whether each deal with the item, one end user and one end use, is covered by one of the papers."""
    return all(
        any(
            (item in (one.items or ()) if item else not one.items)
            and (not user or user in (one.end_users or ()))
            and (not use or use in (one.end_uses or ()))
            for one in papers
        )
        for user in _said(act, "end-user") or {""}
        for use in _said(act, "end-use") or {""}
    )


def worth_of_chinese_part1(scenario: Scenario, item: str) -> Fraction:
    """Return what the Part 1 materials of Chinese origin in an item are worth, at any depth, added up."""
    found = occurrences(scenario, item, Nesting.ANY_DEPTH)
    counted = [one for one in found if _is_chinese_part1(scenario.items[one[-1]])]
    value = scenario.items[item].facts["value"][0].value
    assert isinstance(value, Quantity)
    return share_interval(scenario, item, counted, Nesting.ANY_DEPTH)[0] * value.amount


def _is_chinese_part1(item: Entity) -> bool:
    first = {name: str(values[0].value) for name, values in item.facts.items() if values}
    kinds = {str(one.value) for one in item.facts.get("mixture-of", ())}
    named = {one for each in _forms(first.get("form", ""), kinds) for one in _PART1.get(each, ())}
    return first.get("origin") == "CN" and first.get("substance", "") in named


def _forms(form: str, kinds: set[str]) -> tuple[str, ...]:
    """Return the forms of Part 1 that a form may stand for, where it tells a shape or a use and `kinds` what it consists of."""
    match form:
        case "powder" | "block" | "foil" | "flake" | "spherical":
            return ("alloy", "metal") if kinds <= {"metal"} else ("alloy", "oxide") if "oxides" in kinds else ("alloy",)
        case "single-crystal":
            return ("alloy", "metal") if kinds <= {"metal"} else ("alloy",)
        case "other":
            return ("alloy", "metal") if kinds <= {"metal"} else ("oxide",) if "oxides" in kinds else ()
        case "metal":
            return ("alloy", "metal")
        case "magnetic-refrigeration-material" | "magnetostrictive-material" | "hydrogen-storage-material":
            return ("alloy",)
        case _:
            return (form,)


def _word(name: str) -> str:
    """Return a name as the solver writes constants: `samarium-cobalt` is `samarium_cobalt`, `CN` is `cn`."""
    return name.lower().replace("-", "_")
