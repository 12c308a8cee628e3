"""What may be said: declarations of kinds, units, territories and facts become one vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from pycontrol.law.constraints import constraints_declared
from pycontrol.law.existence import declare_existence, sort_and_name
from pycontrol.law.model import (
    Fact,
    FactType,
    Filing,
    Settled,
    Sort,
    Territory,
    Text,
    Vocabulary,
    is_place_code,
)
from pycontrol.law.names import guard, role_named
from pycontrol.law.problems import mistake, twice, unknown
from pycontrol.law.quantities import exact_for, unit_named
from pycontrol.law.units import units_declared
from pycontrol.law.vague import declare_vagueness
from pycontrol.law.wording import text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Guard, Reading, Unit
    from pycontrol.law.problems import Problems


def vocabulary(declared: Iterable[tree.Vocabulary], readings: Mapping[str, Reading], problems: Problems) -> Vocabulary:
    """Return everything that may be said, merged from all vocabularies."""
    parts = [part for each in declared for part in each.body]
    kinds = _kinds([part for part in parts if isinstance(part, tree.Kinds)], problems)
    units = units_declared([part for part in parts if isinstance(part, tree.Unit | tree.Currency)], problems)
    facts = _built_in(kinds)
    territories: dict[str, Territory] = {}
    for part in parts:
        with problems.noted("vocabulary"):
            match part:
                case tree.Fact():
                    _declare(part, facts, kinds, units)
                case tree.Territory():
                    _territory(part, territories, readings)
                case tree.Kinds() | tree.Filings() | tree.Unit() | tree.Currency() | tree.Constraint():
                    pass
                case _:
                    assert_never(part)
    written = [part for part in parts if isinstance(part, tree.Fact)]
    declare_existence(written, facts, problems)
    declare_vagueness(written, facts, problems)
    constraints = constraints_declared([part for part in parts if isinstance(part, tree.Constraint)], facts, problems)
    bare = Vocabulary(kinds, facts, constraints, units, territories)
    return replace(bare, filings=_filings([part for part in parts if isinstance(part, tree.Filings)], bare, problems))


def _kinds(declared: Iterable[tree.Kinds], problems: Problems) -> tuple[str, ...]:
    found: dict[str, tree.Word] = {}
    for word in (word for each in declared for word in each.names):
        with problems.noted("vocabulary"):
            if word.text in found:
                raise twice("L127", "kind of act", word, found[word.text].span)
            found[word.text] = word
    return tuple(found)


def _filings(declared: Iterable[tree.Filings], known: Vocabulary, problems: Problems) -> dict[str, Filing]:
    """Return, per kind of act, who makes and who receives it."""
    found: dict[str, Filing] = {}
    written: dict[str, tree.Word] = {}
    for node in declared:
        for word in node.kinds:
            with problems.noted("vocabulary"):
                kind = kind_named(word, known.kinds)
                if kind in written:
                    raise twice("L145", "filing", word, written[kind].span)
                written[kind] = word
                to = _role(node.to, kind, known) if node.to else ""
                found[kind] = Filing(_role(node.by, kind, known), to)
    return found


def _role(word: tree.Word, kind: str, known: Vocabulary) -> str:
    """Return the role that the word names, which acts of that kind must have."""
    name = role_named(word, known)
    kinds = known.facts[Sort.ACT, name].acts
    if kinds and kind not in kinds:
        cure = f"write `for … {kind}` at the fact `act.{name}`, or name a role that it has"
        raise mistake("L146", f"`{kind}` has no role `{name}`", word.span, cure=cure)
    return name


def _built_in(kinds: tuple[str, ...]) -> dict[tuple[Sort, str], Fact]:
    """Return the two facts that every act has."""
    kind = Fact(Sort.ACT, "kind", FactType.CHOICE, Text("What kind of act is it?", "属于何种行为？"), kinds)
    state = Fact(
        Sort.ACT,
        "state",
        FactType.CHOICE,
        Text("Is the act planned or done?", "计划中还是已完成？"),
        ("planned", "done"),
    )
    return {(Sort.ACT, kind.name): kind, (Sort.ACT, state.name): state}


# --- facts --------------------------------------------------------------------------------------------------


def _declare(
    node: tree.Fact, facts: dict[tuple[Sort, str], Fact], kinds: tuple[str, ...], units: Mapping[str, Unit]
) -> None:
    """Add the fact. One with a mistake in its particulars is added all the same, so that its uses are not refused."""
    sort, name = sort_and_name(node.path)
    if (sort, name) in facts:
        raise twice("L128", "fact", node.path, facts[sort, name].span)
    difference = node.type.name.text == "difference"
    bare = Fact(
        sort=sort,
        name=name,
        type=FactType.QUANTITY if difference else FactType(node.type.name.text),
        question=text(node.question),
        values=tuple(choice.text for choice in node.type.choices),
        difference=difference,
        many=node.many,
        open=node.open,
        dated=node.dated,
        settled=_SETTLED[node.settled],
        alterable=node.alterable,
        acts=frozenset(kind.text for kind in node.kinds),
        groups=tuple(group.text for group in node.groups),
        indicators=tuple(text(indicator) for indicator in node.indicators),
        span=node.path.span,
    )
    facts[sort, name] = bare
    facts[sort, name] = _measured(bare, node, units)
    _check_fact(node, kinds)


_SETTLED = {"": Settled.ASKED, "judged": Settled.JUDGED, "not encoded": Settled.NOT_ENCODED}


def _measured(fact: Fact, node: tree.Fact, units: Mapping[str, Unit]) -> Fact:
    """Return the fact with its canonical unit and its range in that unit: its own, else that of the dimension."""
    if node.type.unit is None:
        return fact
    named = unit_named(node.type.unit, units)
    unit = named.stepwise() if fact.difference else named
    measured = replace(fact, unit=unit.canonical, shown_in=unit, low=unit.low, high=unit.high)
    low = exact_for(node.type.low, measured, units).amount if node.type.low else unit.low
    high = exact_for(node.type.high, measured, units).amount if node.type.high else unit.high
    if low is not None and high is not None and low > high:
        raise mistake(
            "L136", f"the range of `{node.path.text}` ends before it begins", node.type.span, cure="swap the two ends"
        )
    return replace(measured, low=low, high=high)


def _check_fact(node: tree.Fact, kinds: tuple[str, ...]) -> None:
    if node.question is None:
        raise mistake(
            "L137",
            f"`{node.path.text}` has no question to ask for it",
            node.path.span,
            cure='write `question "…"` as somebody would be asked',
        )
    for kind in node.kinds:
        kind_named(kind, kinds)
    if len({choice.text for choice in node.type.choices}) < len(node.type.choices):
        message = f"`{node.path.text}` offers a choice twice"
        raise mistake("L138", message, node.type.span, cure="take one of the two away")


def kind_named(word: tree.Word, kinds: Iterable[str]) -> str:
    """Return the kind of act that the word names."""
    if word.text not in kinds:
        raise unknown("L108", "kind of act", word, kinds, cure="declare it in the vocabulary with `kinds of act`")
    return word.text


# --- territories --------------------------------------------------------------------------------------------


def _territory(node: tree.Territory, territories: dict[str, Territory], readings: Mapping[str, Reading]) -> None:
    if node.name.text in territories:
        raise twice("L129", "territory", node.name, territories[node.name.text].span)
    places: list[tuple[str, Guard | None]] = []
    for group in node.places:
        under = guard(group.under, readings) if group.under else None
        for code in group.codes:
            if not is_place_code(code.text):
                cure = f"places are upper case, such as `{code.text.upper()}`"
                raise mistake("L235", f"no scenario can write `{code.text}` as a place", code.span, cure=cure)
        places += [(code.text, under) for code in group.codes]
    territories[node.name.text] = Territory(node.name.text, text(node.title), tuple(places), node.name.span)
