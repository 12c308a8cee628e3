"""Near misses: an item list that declares a tolerance becomes terms of what just misses one of its entries.

An item just misses a list where it is in no entry of it, but would be in one if every threshold of that entry were
moved by the tolerance, so that the entry lets in more. The same gates are used, so that there is nothing to keep in step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.looks import atoms
from pycontrol.law.model import (
    AnyOf,
    Compared,
    Differs,
    IsTerm,
    Listed,
    Operates,
    Operator,
    Quantifier,
    Quantity,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Test,
    Under,
)
from pycontrol.law.problems import mistake
from pycontrol.law.wording import cited
from pycontrol.phrases import say
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from pycontrol.law.model import Alternative, Condition, Law, Term, Tolerance
    from pycontrol.law.problems import Problems
    from pycontrol.law.terms import WrittenTerm

ITSELF = Reach(Root.SELF, (), Sort.ITEM)
UPPER = frozenset({Operator.LESS, Operator.AT_MOST})


def near_name(term: str) -> str:
    """Return the name of the term of what just misses an item list; no term that is written has such a name."""
    return f"{term}~near"


def is_near(term: str) -> bool:
    """Whether a term is that of what just misses an item list."""
    return term.endswith(near_name(""))


def annex_and_part(term: Term) -> tuple[str, str]:
    """Return the full name of the annex to which an item list belongs, and the name of the part that it is, if any."""
    own = term.name.removeprefix(f"{term.instrument}.")
    annex, _, part = own.partition(".")
    return f"{term.instrument}.{annex}", part


def near_terms(terms: Mapping[str, Term]) -> dict[str, Term]:
    """Return the terms of what just misses an item list, and those on which they rest with their thresholds moved."""
    found: dict[str, Term] = {}
    movers: dict[Fraction, Mover] = {}
    for term in terms.values():
        if term.tolerance is not None:
            share = term.tolerance.share
            mover = movers.setdefault(share, Mover(terms, share))
            if mover.has_gate(term.name):
                found[near_name(term.name)] = _near(term, term.tolerance, mover)
    for mover in movers.values():
        found |= mover.moved
    return found


def check_near(written: Iterable[WrittenTerm], law: Law, problems: Problems) -> None:
    """Note lists that declare a tolerance without having a threshold, and uses of parts that have none."""
    for each in written:
        if isinstance(each.node, tree.Annex) and each.tolerance and near_name(each.name) not in law.terms:
            with problems.noted(f"{law.instruments[each.instrument].cite.en}, `{each.word.text}`"):
                raise mistake(
                    "L222",
                    f"no entry of `{each.word.text}` has a threshold, so that nothing can be near it",
                    each.tolerance.span,
                    cure="take `near within …` away",
                )
    if not problems.found:
        for place, condition in _places(law):
            with problems.noted(place):
                if isinstance(condition, IsTerm) and is_near(condition.term):
                    _check_use(condition, law)


def _check_use(condition: IsTerm, law: Law) -> None:
    if condition.term not in law.terms:
        raise mistake(
            "L224",
            "no entry of this part has a threshold, so that nothing can be near it",
            condition.span,
            cure="name another part, or the whole annex",
        )


def _places(law: Law) -> Iterator[tuple[str, Condition]]:
    for provision in law.provisions.values():
        for condition in atoms((*provision.perimeter, *provision.conditions)):
            yield cited(law.instruments, provision.path), condition
    for term in law.terms.values():
        for condition in atoms(term.conditions):
            yield f"term `{term.name}`", condition


def _near(term: Term, tolerance: Tolerance, mover: Mover) -> Term:
    """Return the term of what is in no entry of the annex, but just misses one of this list."""
    annex, _ = annex_and_part(term)
    lists = term.conditions[0].span
    ways = [near for way in _ways(term) if (near := _near_way(term, way, mover)) is not None]
    within = f"{tolerance.share * 100} %"
    title = say("near term", list=term.title, within=within)
    # written nowhere, so that it stands at the name of what it is outside of; reasons find words for it
    outside = IsTerm(mover.terms[annex].span or lists, ITSELF, annex, Quantifier.NO)
    conditions = (outside, AnyOf(lists, tuple(ways)))
    return replace(term, name=near_name(term.name), title=title, conditions=conditions, entries=False)


def _ways(term: Term) -> Iterator[Alternative]:
    for condition in term.conditions:
        if isinstance(condition, AnyOf):
            yield from condition.alternatives


def _near_way(term: Term, way: Alternative, mover: Mover) -> Alternative | None:
    """Return the entry with its thresholds moved, or the near misses of a part; None where there is no threshold."""
    part = f"{term.name}.{way.label}"
    match way.conditions:
        case (IsTerm(term=name) as is_part,) if name == part:
            return replace(way, conditions=(replace(is_part, term=near_name(part)),)) if mover.has_gate(part) else None
        case conditions if mover.any_gate(conditions):
            return replace(way, conditions=mover.conditions(conditions, outward=True))
        case _:
            return None


class Mover:
    """Moves thresholds by a share of themselves; each term is looked into and moved once."""

    def __init__(self, terms: Mapping[str, Term], share: Fraction) -> None:
        self.terms = terms
        self.share = share
        self.moved: dict[str, Term] = {}
        self._gated: dict[str, bool] = {}

    def any_gate(self, conditions: Iterable[Condition]) -> bool:
        """Whether a figure of the item itself is compared with a threshold in the conditions, or in a term of theirs."""
        for condition in atoms(conditions):
            match condition:
                case Test(reach=Reach(Root.SELF, ()), check=Compared()):
                    return True
                case IsTerm(reach=Reach(Root.SELF, ()), term=name) if self.has_gate(name):
                    return True
                case _:
                    pass
        return False

    def has_gate(self, name: str) -> bool:
        """Whether a term has a gate. One that uses itself (refused elsewhere) ends here."""
        if name not in self._gated:
            self._gated[name] = False
            self._gated[name] = name in self.terms and self.any_gate(self.terms[name].conditions)
        return self._gated[name]

    def conditions(self, conditions: Iterable[Condition], *, outward: bool) -> tuple[Condition, ...]:
        """Return the conditions with every gate moved: `outward` lets in more, otherwise they let in less."""
        return tuple(self._condition(condition, outward=outward) for condition in conditions)

    def _condition(self, condition: Condition, *, outward: bool) -> Condition:
        match condition:
            case AnyOf(_, alternatives):
                ways = (
                    replace(way, conditions=self.conditions(way.conditions, outward=outward)) for way in alternatives
                )
                return replace(condition, alternatives=tuple(ways))
            case Test(reach=Reach(Root.SELF, ()), check=Compared() as check, quantifier=quantifier):
                lets_in_more = outward is not (quantifier is Quantifier.NO)
                return replace(condition, check=shifted(check, self.share, outward=lets_in_more))
            case IsTerm(reach=Reach(Root.SELF, ()), term=name, quantifier=quantifier) if self.has_gate(name):
                lets_in_more = outward is not (quantifier is Quantifier.NO)
                return replace(condition, term=self._term(name, outward=lets_in_more))
            case Test() | IsTerm() | Listed() | Share() | Stake() | Reference() | Operates() | Under() | Differs():
                return condition
            case _:
                assert_never(condition)

    def _term(self, name: str, *, outward: bool) -> str:
        """Return the name of a term with its thresholds moved, which is made if need be."""
        term = self.terms[name]
        new = f"{name}~{'wider' if outward else 'narrower'}-{self.share}"
        if new not in self.moved:
            by = f"{self.share * 100} %"
            title = say("moved term", term=term.title, by=by)
            self.moved[new] = replace(term, name=new, title=title, entries=False, tolerance=None)
            inner = self.conditions(term.conditions, outward=outward)
            self.moved[new] = replace(self.moved[new], conditions=inner)
        return new


def shifted(check: Compared, share: Fraction, *, outward: bool) -> Compared:
    """Return the comparison with its threshold moved by a share of itself, so that more values pass, or fewer.

    Moved outward, the new threshold itself passes, also where the old one was strict; moved inward it does not: so
    `no x > T` and `every x <= T` are moved to the same effect.
    """
    up = check.operator in UPPER
    old = check.threshold
    step = abs(old.amount) * share
    threshold = Quantity(old.amount + step if up is outward else old.amount - step, old.unit)
    match up, outward:
        case True, True:
            return Compared(Operator.AT_MOST, threshold)
        case True, False:
            return Compared(Operator.LESS, threshold)
        case False, True:
            return Compared(Operator.AT_LEAST, threshold)
        case _:
            return Compared(Operator.MORE, threshold)
