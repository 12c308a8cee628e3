"""Reasons are complete: one leaf for every condition of every weighed provision, and the leaves re-derive what is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pycontrol import Policy
from pycontrol.asp import conditions_of
from pycontrol.diagnostics import Source, Span
from pycontrol.explain.reason import Reason, Sort, Verdict
from pycontrol.explain.why import why_not
from pycontrol.law import model
from pycontrol.law.model import AnyOf, Condition, Law, Provision
from tests.language.markdown import Example, examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import Determination
    from pycontrol.facts.scenario import Scenario

LANGUAGE = Path(__file__).parent.parent / "language"
DECIDED = [
    one for file in sorted(LANGUAGE.glob("*.md")) for one in examples(file) if one.answer.word == "determination"
]


# --- the law, every condition at a line of its own ----------------------------------------------------------


def numbered(law: Law) -> Law:
    """Return the law with every condition at a place of its own, so that leaves can be told apart."""
    lines = count(1)

    def place() -> Span:
        line = next(lines)
        return Span(Source("law", f"condition {line}"), 0, 9 + len(str(line)), line, 1)

    def placed(condition: Condition) -> Condition:
        if isinstance(condition, AnyOf):
            alternatives = tuple(
                replace(one, span=place(), conditions=tuple(map(placed, one.conditions)))
                for one in condition.alternatives
            )
            return replace(condition, span=place(), alternatives=alternatives)
        return replace(condition, span=place())

    terms = {n: replace(one, conditions=tuple(map(placed, one.conditions))) for n, one in law.terms.items()}
    provisions = {
        path: replace(
            one,
            perimeter=tuple(map(placed, one.perimeter)),
            conditions=tuple(map(placed, one.conditions)),
            span=place(),
        )
        for path, one in law.provisions.items()
    }
    return replace(law, terms=terms, provisions=provisions)


def leaf_places(conditions: Iterable[Condition]) -> Iterator[str]:
    """Yield the place of every condition that has none of its own below it, an enumeration's among them."""
    for condition in conditions:
        if isinstance(condition, AnyOf):
            for alternative in condition.alternatives:
                yield from leaf_places(alternative.conditions)
        else:
            yield str(condition.span)


# --- the tree -----------------------------------------------------------------------------------------------


def own_leaves(reason: Reason) -> Iterator[Reason]:
    """Yield the conditions of a provision or term itself, not those of terms and provisions that they name."""
    for child in reason.because:
        if child.sort is Sort.ALTERNATIVE or (child.sort is Sort.CONDITION and child.words.en == "any of"):
            yield from own_leaves(child)
        elif child.sort is Sort.CONDITION:
            yield child


def every(reason: Reason) -> Iterator[Reason]:
    """Yield a reason and all below it, each once."""
    below, known = [reason], set[int]()
    while below:
        one = below.pop()
        if id(one) not in known:
            known.add(id(one))
            yield one
            below += one.because


def check_complete(law: Law, tree: Reason) -> None:
    """One leaf per condition of every provision and term in the tree, wherever it is spelt out."""
    for node in every(tree):
        if node.sort in (Sort.PROVISION, Sort.EXCEPTION) and node.because:
            expected = conditions_of(law.provisions[node.citation])
            assert Counter(leaf.source for leaf in own_leaves(node)) == Counter(leaf_places(expected)), node.citation
        elif node.sort is Sort.TERM:
            expected = law.terms[node.citation].conditions
            assert Counter(leaf.source for leaf in own_leaves(node)) == Counter(leaf_places(expected)), node.citation
        elif node.sort is Sort.CONDITION and node.words.en != "any of":
            assert node.words.en
            assert node.source
            assert node.findings or node.because, f"{node.source}: {node.words.en}: nothing was found"


def check_shown_above(tree: Reason) -> None:
    """A term is told once, and where it stands again, said to be shown above: also where it is only told."""
    shown: Counter[str] = Counter()
    terms = {f"{one.citation}: {one.words.en}" for one in every(tree) if one.sort is Sort.TERM and one.because}
    for line in str(tree).splitlines():
        words = line.strip()[2:].removesuffix(" [as shown above]").split(" [", 1)[0]
        if words in terms:
            assert line.endswith(" [as shown above]") == (words in shown), line
            shown[words] += 1


# --- what the leaves say ------------------------------------------------------------------------------------


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Join verdicts by *and*."""
    found = set(verdicts)
    return Verdict.UNMET if Verdict.UNMET in found else (Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.MET)


def some_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Join verdicts by *or*."""
    found = set(verdicts)
    return Verdict.MET if Verdict.MET in found else (Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.UNMET)


def opposite(verdict: Verdict) -> Verdict:
    """Turn a verdict round."""
    return {Verdict.MET: Verdict.UNMET, Verdict.UNMET: Verdict.MET}.get(verdict, Verdict.UNKNOWN)


def derived(node: Reason) -> Verdict:
    """Derive the verdict of a node from those directly below it."""
    if node.words.en == "any of":
        return some_of(child.verdict for child in node.because)
    exceptions = [opposite(child.verdict) for child in node.because if child.sort is Sort.EXCEPTION]
    return all_of([*exceptions, *(child.verdict for child in node.because if child.sort is not Sort.EXCEPTION)])


def is_exception(node: Reason) -> bool:
    """Whether a node is that of what may defeat the one above it."""
    return node.sort is Sort.EXCEPTION


def all_met(node: Reason) -> bool:
    """Whether all that a provision asks for itself is met."""
    return all(child.verdict is Verdict.MET for child in node.because if not is_exception(child))


def check_derived(tree: Reason) -> None:
    """What the leaves settle is what is said. (Open leaves may settle something together: then they do not bind.)"""
    idle = {id(child) for node in every(tree) if not all_met(node) for child in node.because if is_exception(child)}
    for node in every(tree):
        if id(node) in idle:  # where nothing applies, an exception that stands has nothing to defeat
            continue
        above = node.note.en.endswith(("stands", "breached"))
        joins = node.sort not in (Sort.STATUS, Sort.CONDITION) or node.words.en == "any of"
        if joins and node.because and not above:
            assert derived(node) in (node.verdict, Verdict.UNKNOWN), f"{node.citation or node.words.en}\n{node}"


# --- generated laws -----------------------------------------------------------------------------------------


def trees(policy: Policy, found: Determination) -> Iterator[Reason]:
    """Yield the reasons of every provision that binds now and of every one that does not."""
    for path in policy.law.provisions:
        now = {one.layer for one in found.outcomes if one.provision == path}
        if "dormant" not in now:
            yield from policy.why(found, path)
        assert found.evidence is not None
        yield from why_not(found, found.evidence, path)


def weighed(law: Law, case: Scenario) -> list[Provision]:
    """The provisions that are weighed for some act of the case."""
    return [
        one
        for one in law.provisions.values()
        if any(
            act.kind in one.kinds and (one.added or law.instruments[one.instrument].issued) <= act.on
            for act in case.acts
        )
    ]


# --- laws and cases as people write them --------------------------------------------------------------------


@cache
def policy_of(*law: str) -> Policy:
    """Load a law once."""
    return Policy.from_text(*law)


@pytest.mark.parametrize("example", DECIDED, ids=lambda one: f"{one.file.stem}: {one.heading}")
def test_the_leaves_show_words_fact_value_figures_and_place(example: Example) -> None:
    policy = policy_of(*example.law)
    for found in policy.determine_many([example.scenario]):
        for tree in trees(policy, found):
            check_complete(policy.law, tree)
            check_derived(tree)
            check_shown_above(tree)
            for leaf in tree.leaves():
                check_findings(policy.law, leaf)


def check_findings(law: Law, leaf: Reason) -> None:
    """A leaf quotes the law, and says of what it looked at: whose, which fact, its value, and how it compares."""
    assert leaf.source.startswith("text-"), leaf.source
    for found in leaf.findings:
        assert found.about, leaf.words.en
        assert found.fact.en, leaf.words.en
        assert found.value.en, leaf.words.en
        tested = (model.Sort.ACT, found.fact.en) in law.vocabulary.facts and " is " not in leaf.words.en
        if tested and found.value.en not in ("unknown", "none") and any(sign in leaf.words.en for sign in ("<", ">")):
            assert found.figures.en, leaf.words.en
