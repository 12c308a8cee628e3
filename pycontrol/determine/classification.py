"""Which entries with a control code an item meets, may meet, or just misses, and by how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.determine.open_leaves import open_in_term
from pycontrol.determine.outcome import Certainty, Classified, Unclassified
from pycontrol.facts.values import written
from pycontrol.law.looks import atoms
from pycontrol.law.model import Compared, FactType, Quantity, Root, Sort, Test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Coded, Thing
    from pycontrol.determine.evidence import Evidence

FEW = 6
"""So many entries that an item may meet are named; of more, only what tells them apart."""

_ASKED = 4


def classification(evidence: Evidence) -> tuple[tuple[Classified, ...], tuple[Unclassified, ...]]:
    """Return what is known of the classification of every named item, and of which items too little is known."""
    classified: list[Classified] = []
    unclassified: list[Unclassified] = []
    for item in evidence.case.classed:
        met = [(coded, found) for coded in evidence.program.coded if (found := _met(evidence, item, coded))]
        perhaps = [coded for coded, found in met if found.default is Certainty.POSSIBLE]
        if len(perhaps) > FEW:
            unclassified.append(Unclassified(item.name, len(perhaps), _telling(evidence, item, perhaps)))
            met = [(coded, found) for coded, found in met if found.default is not Certainty.POSSIBLE]
        classified += (_asking(evidence, item, coded, found) for coded, found in met)
        classified += _missed(
            evidence, item, {coded.entry.annex for coded, found in met if found.default is not Certainty.EXCLUDED}
        )
    return tuple(classified), tuple(unclassified)


def _met(evidence: Evidence, item: Thing, coded: Coded) -> Classified | None:
    """Return an entry that the item meets certainly, perhaps, or in some reading."""
    atom = _atom(evidence, coded.term, item)
    default, turns_on = evidence.overall(atom), evidence.turns_on(atom)
    if default is Certainty.EXCLUDED and not turns_on:
        return None
    entry = coded.entry
    return Classified(
        item=item.name,
        code=entry.code.printed,
        entry=f"{entry.owner}/{entry.label}",
        title=entry.title,
        certainty=Certainty.POSSIBLE if default is Certainty.EXCLUDED else default,
        default=default,
        suspected=entry.code.suspected,
        turns_on=turns_on,
    )


def _asking(evidence: Evidence, item: Thing, coded: Coded, found: Classified) -> Classified:
    """Add to an entry that the item may meet what there is to find out."""
    if found.default is not Certainty.POSSIBLE:
        return found
    return replace(found, depends_on=open_in_term(evidence, coded.term, item))


def _telling(evidence: Evidence, item: Thing, perhaps: Iterable[Coded]) -> tuple[str, ...]:
    """Return the open facts of the item that most entries ask for, other than figures."""
    asked: Counter[str] = Counter()
    for coded in perhaps:
        conditions = atoms(evidence.program.terms[coded.term].conditions)
        asked.update({one.fact for one in conditions if isinstance(one, Test) and one.reach.root is Root.SELF})
    facts = evidence.program.law.vocabulary.facts
    named = [name for name, _ in asked.most_common() if facts[(Sort.ITEM, name)].type is not FactType.QUANTITY]
    return tuple(name for name in named if evidence.case.things.known(item, name).more)[:_ASKED]


# --- near misses --------------------------------------------------------------------------------------------


def _missed(evidence: Evidence, item: Thing, met: set[str]) -> Iterator[Classified]:
    """Yield the entries that the item just misses; nothing of a list of which it may meet an entry."""
    for coded in evidence.program.coded:
        if not coded.near or coded.entry.annex in met:
            continue
        verdicts = {evidence.overall(_atom(evidence, term, item)) for term in coded.near}
        if Certainty.EXCLUDED in verdicts:
            continue
        entry, certainty = coded.entry, verdicts.pop() if len(verdicts) == 1 else Certainty.POSSIBLE
        yield Classified(
            item=item.name,
            code=entry.code.printed,
            entry=f"{entry.owner}/{entry.label}",
            title=entry.title,
            certainty=certainty,
            default=certainty,
            near=True,
            suspected=entry.code.suspected,
            misses=tuple(_figures(evidence, item, coded)),
        )


def _figures(evidence: Evidence, item: Thing, coded: Coded) -> Iterator[str]:
    """Yield each figure that fails its threshold, in the unit of the fact; once for the two readings of the end of a range."""
    told: set[object] = set()
    for gate in coded.entry.gates:
        fact = evidence.program.law.vocabulary.facts[(Sort.ITEM, gate.fact)]
        for value in evidence.case.things.known(item, gate.fact).values:
            if not isinstance(gate.check, Compared) or (gate.fact, gate.check.threshold) in told:
                continue
            if evidence.program.judge.passes(value, gate.check) is False:
                told.add((gate.fact, gate.check.threshold))
                shown, threshold = fact.shown(value), fact.shown(gate.check.threshold)
                if isinstance(shown, Quantity) and isinstance(threshold, Quantity):
                    figures = written(shown.amount, shown.unit), written(threshold.amount, threshold.unit)
                    yield f"{gate.fact} {figures[0]}, not {gate.check.operator} {figures[1]}"


def _atom(evidence: Evidence, term: str, item: Thing) -> str:
    return f"code({evidence.case.number},{evidence.program.term_ids[term]},{evidence.case.thing(item)})"
