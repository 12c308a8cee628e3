"""Vague choices: words that say too little to leave out sharper ones, which may be true beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import suggestion
from pycontrol.law.existence import choice_named, choices_named, sort_and_name
from pycontrol.law.model import FactType, Vague, Where
from pycontrol.law.problems import mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pycontrol.law.model import Fact, Sort
    from pycontrol.law.problems import Problems
    from pycontrol.syntax import tree

    Facts = dict[tuple[Sort, str], Fact]


def declare_vagueness(declared: Iterable[tree.Fact], facts: Facts, problems: Problems) -> None:
    """Say of the choices that have vague words beside which others may be true; once all facts are known."""
    for node in declared:
        for each in node.vague:
            with problems.noted("vocabulary"):
                key = sort_and_name(node.path)
                if facts.get(key) and facts[key].span == node.path.span:
                    facts[key] = replace(facts[key], vague=(*facts[key].vague, _vague(each, facts[key], facts)))


def _vague(node: tree.Vague, fact: Fact, facts: Mapping[tuple[Sort, str], Fact]) -> Vague:
    if fact.type is not FactType.CHOICE or fact.dated or fact.open:
        message = f"`{fact.sort}.{fact.name}` has no vague words"
        raise mistake("L249", message, node.span, cure="only a choice that is neither dated nor open has some")
    values, sharper = choices_named(fact, node.values), choices_named(fact, node.sharper)
    if both := [word for word in node.sharper if word.text in values]:
        message = f"`{both[0].text}` is vague here and sharp at once"
        raise mistake("L250", message, both[0].span, cure="take it away before or after `for`")
    return Vague(values, sharper, _given(node.given, fact, facts) if node.given else None)


def _given(node: tree.Exists, fact: Fact, facts: Mapping[tuple[Sort, str], Fact]) -> Where:
    known = {
        f"{one.sort}.{one.name}": one
        for one in facts.values()
        if one.sort is fact.sort and one.name != fact.name and one.type is FactType.CHOICE and not one.dated
    }
    if node.path.text not in known:
        cure = suggestion(node.path.text, known) or f"name another choice of the same {fact.sort}, not dated"
        message = f"`{node.path.text}` cannot tell where a choice of `{fact.sort}.{fact.name}` is vague"
        raise mistake("L251", message, node.path.span, cure=cure)
    return choice_named(known[node.path.text], node)
