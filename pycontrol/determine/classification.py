"""Which entries with a control code an item meets, may meet, or just misses, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp import by_default
from pycontrol.determine.open_leaves import telling
from pycontrol.determine.outcome import Certainty, Classified, Miss, Unclassified
from pycontrol.facts.amounts import written
from pycontrol.law.model import AnyOf, Compared, IsTerm, Quantifier, Quantity, Reach, Root, Sort, Test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.asp import Coded, Scales, Thing
    from pycontrol.determine.evidence import Evidence
    from pycontrol.determine.open_leaves import OpenLeaves
    from pycontrol.law.model import Condition


def classification(evidence: Evidence, leaves: OpenLeaves) -> tuple[tuple[Classified, ...], tuple[Unclassified, ...]]:
    """Return what is known of the classification of every named item, and of which items too little is known."""
    classified: list[Classified] = []
    unclassified: list[Unclassified] = []
    for item in evidence.case.classed:
        met = [(coded, found) for coded in evidence.case.issued if (found := _met(evidence, leaves, item, coded))]
        many = evidence.case.unclassed.get(item, ())
        perhaps = (*many, *(coded for coded, found in met if found.default is not Certainty.EXCLUDED))
        if many:
            # What is not asked, as nothing points at it, is told by the number of entries and what tells them apart.
            ways = (evidence.program.terms[coded.term].conditions for coded in many)
            unclassified.append(
                Unclassified(
                    item.name, len(many), telling(by_default(evidence.program, evidence.case.things), item, ways)
                )
            )
        classified += (found for _, found in met)
        classified += _missed(evidence, leaves, item, {coded.entry.annex for coded in perhaps})
    return tuple(classified), tuple(unclassified)


def _met(evidence: Evidence, leaves: OpenLeaves, item: Thing, coded: Coded) -> Classified | None:
    """Return an entry that the item meets certainly, perhaps, or in some reading."""
    atom = _atom(evidence, coded.term, item)
    if atom not in evidence.somewhere:
        return None
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
        depends_on=leaves.in_term(coded.term, item) if default is Certainty.POSSIBLE else (),
    )


# --- near misses --------------------------------------------------------------------------------------------


def _missed(evidence: Evidence, leaves: OpenLeaves, item: Thing, met: set[str]) -> Iterator[Classified]:
    """Yield the entries that the item just misses; nothing of a list of which it may meet an entry."""
    for coded in evidence.case.issued:
        if not coded.near or coded.entry.annex in met:
            continue
        atoms = [_atom(evidence, term, item) for term in coded.near]
        verdicts = {evidence.overall(atom) for atom in atoms} if evidence.somewhere.issuperset(atoms) else set()
        if not verdicts or Certainty.EXCLUDED in verdicts:
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
            depends_on=tuple(
                dict.fromkeys(leaf for term in coded.near for leaf in leaves.in_term(term, item))
                if certainty is Certainty.POSSIBLE
                else ()
            ),
        )


def _figures(evidence: Evidence, item: Thing, coded: Coded) -> Iterator[Miss]:
    """Yield each figure that fails its threshold at the readings taken, in the unit of the fact."""
    program, things, scales = evidence.program, evidence.case.things, by_default(evidence.program, evidence.case.things)
    for gate in dict.fromkeys(_failing(scales, program.terms[coded.term].conditions, item) or ()):
        fact = program.law.vocabulary.facts[(Sort.ITEM, gate.fact)]
        for value in things.known(item, gate.fact).values:
            if isinstance(gate.check, Compared) and program.judge.passes(value, gate.check) is False:
                shown, threshold = fact.shown(value), fact.shown(gate.check.threshold)
                if isinstance(shown, Quantity) and isinstance(threshold, Quantity):
                    figures = written(shown.amount, shown.unit), written(threshold.amount, threshold.unit)
                    yield Miss(gate.fact, figures[0], f"{gate.check.operator} {figures[1]}")


def _failing(scales: Scales, conditions: Iterable[Condition], item: Thing) -> tuple[Test, ...] | None:
    """Return the comparisons of figures that fail; None where something else fails, so that no figure would mend it."""
    found: list[Test] = []
    for condition in conditions:
        if scales.condition(condition, item) is not False:
            continue
        match condition:
            case Test(reach=Reach(Root.SELF, ()), check=Compared()):
                found.append(condition)
                continue
            case AnyOf(_, alternatives):
                ways = [_failing(scales, one.conditions, item) for one in alternatives]
            case IsTerm(reach=Reach(Root.SELF, ()), term=name, quantifier=Quantifier.SOME):
                ways = [_failing(scales, scales.program.terms[name].conditions, item)]
            case _:
                return None
        mending = [way for way in ways if way is not None]
        if not mending:
            return None
        found += (test for way in mending for test in way)
    return tuple(found)


def _atom(evidence: Evidence, term: str, item: Thing) -> str:
    return f"code({evidence.case.number},{evidence.program.term_ids[term]},{evidence.case.thing(item)})"
