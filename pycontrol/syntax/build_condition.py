"""Rules on conditions become nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts


def quantifier(parts: Parts) -> tree.Quantifier:
    """Return the quantifier that was written; empty if none was."""
    if parts.has("SOME"):
        return "some"
    if parts.has("EVERY"):
        return "every"
    return "no" if parts.has("NO") else ""


def operator(word: tree.Word) -> tree.Operator:
    """Return the sign; the grammar knows no others than these."""
    return cast("tree.Operator", word.text)


def is_(parts: Parts) -> tree.Is:
    path, value = parts.all(tree.Word)
    return tree.Is(parts.span, quantifier(parts), path, parts.has("NOT"), value)


def in_set(parts: Parts) -> tree.InSet:
    path, *values = parts.all(tree.Word)
    return tree.InSet(parts.span, quantifier(parts), path, parts.has("NOT"), tuple(values))


def in_(parts: Parts) -> tree.In:
    path, target, *notices = parts.all(tree.Word)
    return tree.In(parts.span, quantifier(parts), path, target, tuple(notices))


def near(parts: Parts) -> tree.Near:
    path, target = parts.all(tree.Word)
    return tree.Near(parts.span, quantifier(parts), path, target)


def outside(parts: Parts) -> tree.Outside:
    path, territory = parts.all(tree.Word)
    return tree.Outside(parts.span, quantifier(parts), path, territory)


def compared(parts: Parts) -> tree.Compared:
    path, sign = parts.all(tree.Word)
    return tree.Compared(parts.span, quantifier(parts), path, operator(sign), parts.one(tree.Quantity))


def between(parts: Parts) -> tree.Between:
    low, high = parts.all(tree.Quantity)
    path, *ends = parts.all(tree.Word)
    return tree.Between(parts.span, quantifier(parts), path, low, high, ends[0] if ends else None)


def differs(parts: Parts) -> tree.Differs:
    path, other = parts.all(tree.Word)
    return tree.Differs(parts.span, path, other)


def value_share(parts: Parts) -> tree.ValueShare:
    term, territory, path, sign, adding, nesting = parts.all(tree.Word)
    threshold = parts.one(tree.Quantity)
    return tree.ValueShare(parts.span, term, territory, path, operator(sign), threshold, adding, nesting)


def stake(parts: Parts) -> tree.Stake:
    term, path, sign, interest, chaining, *control = parts.all(tree.Word)
    return tree.Stake(
        parts.span,
        term,
        quantifier(parts),
        path,
        operator(sign),
        parts.one(tree.Quantity),
        interest,
        chaining,
        control[0] if control else None,
        fixed=not parts.has("READINGS"),
    )


def reference(parts: Parts) -> tree.Reference:
    citation, reach = parts.one(tree.Citation), parts.first(tree.Word)
    if parts.has("BREACH"):
        return tree.Reference(parts.span, "breach", citation, reach)
    return tree.Reference(parts.span, "stands" if parts.has("STANDS") else "applies", citation, reach)


def operating(parts: Parts) -> tree.Operating:
    return tree.Operating(parts.span, parts.one(tree.Citation))


def citation(parts: Parts) -> tree.Citation:
    word = parts.one(tree.Word)
    if parts.has("LOCAL_CITATION"):
        return tree.Citation(parts.span, None, word.text)
    name, _, path = word.text.partition("/")
    place = word.span
    here = type(place)(place.source, place.start, place.start + len(name), place.line, place.column)
    return tree.Citation(parts.span, tree.Word(here, name), path)


def under(parts: Parts) -> tree.Under:
    reading, value = parts.all(tree.Word)
    return tree.Under(parts.span, reading, value)


def any_of(parts: Parts) -> tree.AnyOf:
    alternatives = parts.all(tree.Alternative)
    seen: dict[str, tree.Word] = {}
    for alternative in alternatives:
        label = alternative.label
        if label.text in seen:
            parts.twice(f"alternative `{label.text}`", label.span, seen[label.text].span)
        seen.setdefault(label.text, label)
    return tree.AnyOf(parts.span, alternatives)


def alternative(parts: Parts) -> tree.Alternative:
    label, *conditions = parts.nodes
    return tree.Alternative(parts.span, cast("tree.Word", label), tuple(cast("list[tree.Condition]", conditions)))


def when(parts: Parts) -> tree.When:
    return tree.When(parts.span, tuple(cast("list[tree.Condition]", parts.nodes)))


RULES: dict[str, Callable[[Parts], tree.Node]] = {
    "alternative": alternative,
    "any_of": any_of,
    "any_of_end": any_of,
    "between": between,
    "citation": citation,
    "compared": compared,
    "differs": differs,
    "in": in_,
    "in_set": in_set,
    "is": is_,
    "near": near,
    "operating": operating,
    "outside": outside,
    "reference": reference,
    "stake": stake,
    "under": under,
    "value_share": value_share,
    "when": when,
}
