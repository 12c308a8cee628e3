"""For which things a fact exists: `where` of a declaration, held against the choice fact that it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import suggestion
from pycontrol.law.model import FactType, Sort, Where
from pycontrol.law.problems import mistake, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Fact
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree

    Facts = dict[tuple[Sort, str], Fact]


def declare_existence(declared: Iterable[tree.Fact], facts: Facts, problems: Problems) -> None:
    """Say of the facts that exist only for some things for which; once all facts are known, whatever their order."""
    for node in declared:
        with problems.noted("vocabulary"):
            key = sort_and_name(node.path)
            if node.where and facts.get(key) and facts[key].span == node.path.span:
                facts[key] = replace(facts[key], where=_where(node.where, facts[key], facts))
    for key, fact in facts.items():
        with problems.noted("vocabulary"):
            _refuse_circle(key, fact, facts)


def sort_and_name(path: tree.Word) -> tuple[Sort, str]:
    """Return whose fact a path names, and the fact."""
    head, _, name = path.text.partition(".")
    if head not in tuple(Sort) or not name or "." in name:
        raise mistake(
            "L135",
            f"`{path.text}` does not say whose fact it is",
            path.span,
            cure="write `act.`, `party.` or `item.` and one name",
        )
    return Sort(head), name


def _where(node: tree.Exists, fact: Fact, facts: Mapping[tuple[Sort, str], Fact]) -> Where:
    if fact.type is FactType.YES_NO:
        message = f"`{fact.sort}.{fact.name}` is `yes` or `no` of everything, so that it always exists"
        raise mistake("L217", message, node.span, cure="leave `where` out; facts of every other type may have it")
    known = {f"{one.sort}.{one.name}": one for one in facts.values() if one.sort is fact.sort and _tells(one, fact)}
    if node.path.text not in known:
        message = f"`{node.path.text}` cannot tell where `{fact.sort}.{fact.name}` exists"
        every = f"name a choice that every {fact.sort} with that fact has, with one value at a time, not dated"
        declared = node.path.text in {f"{one.sort}.{one.name}" for one in facts.values()}
        cure = (not declared and suggestion(node.path.text, known)) or every
        raise mistake("L218", message, node.path.span, cure=cure)
    return replace(choice_named(known[node.path.text], node), save=choices_named(fact, node.save))


def choice_named(choice: Fact, node: tree.Exists) -> Where:
    """Return which values of a choice are named, each of which it must have."""
    return Where(choice.name, choices_named(choice, node.values), node.span)


def choices_named(choice: Fact, words: Iterable[tree.Word]) -> tuple[str, ...]:
    """Return the choices that the words name, each once."""
    words = tuple(words)
    for value in words:
        if value.text not in choice.values:
            cure = f"add it to the choices of `{choice.name}`"
            raise unknown("L219", f"choice of `{choice.name}`:", value, choice.values, cure=cure)
    return tuple(dict.fromkeys(word.text for word in words))


def _tells(choice: Fact, fact: Fact) -> bool:
    """Whether everything that may have a fact has this one choice, of which the fact can then hang."""
    one = choice.type is FactType.CHOICE and not (choice.many or choice.open or choice.dated)
    return one and (not choice.acts or (bool(fact.acts) and fact.acts <= choice.acts))


def _refuse_circle(key: tuple[Sort, str], fact: Fact, facts: Facts) -> None:
    """Refuse that a fact exists by a choice that itself exists only by that fact, near or far."""
    chain, last = [key], fact
    while last.where:
        chain.append((fact.sort, last.where.fact))
        if chain[-1] in chain[:-1]:
            break
        last = facts[chain[-1]]
    if len(chain) > 1 and chain[-1] == key:
        names = " > ".join(f"`{name}`" for _, name in chain)
        at = fact.where.span if fact.where else None
        facts[key] = replace(fact, where=None)
        raise mistake("L247", f"`where` goes in a circle: {names}", at, cure="take one of them away")
