"""Rules on provisions, norms, terms and item lists become nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from pycontrol.syntax import tree
from pycontrol.syntax.limits import MOST_DAYS
from pycontrol.syntax.parts import Clause, clause

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.syntax.parts import Parts

NORMS: tuple[type[tree.Node], ...] = get_args(tree.Norm)


def define(parts: Parts) -> tree.Define:
    name, sort = parts.all(tree.Word)
    return tree.Define(parts.span, name, sort, parts.one(tree.Text), parts.all(tree.When))


def annex(parts: Parts) -> tree.Annex:
    return tree.Annex(parts.span, parts.one(tree.Word), parts.one(tree.Text), parts.first(tree.Tolerance))


def tolerance(parts: Parts) -> tree.Tolerance:
    return tree.Tolerance(parts.span, parts.one(tree.Quantity), parts.one(tree.Text))


def part(parts: Parts) -> tree.Part:
    return tree.Part(parts.span, parts.one(tree.Word), parts.one(tree.Text), ())


def entry(parts: Parts) -> tree.Entry:
    return tree.Entry(
        parts.span,
        parts.one(tree.Word),
        parts.one(tree.Text),
        parts.all(tree.When),
        parts.first(tree.Confidence),
        parts.first(tree.Code),
        parts.words("tariff"),
    )


def code(parts: Parts) -> tree.Code:
    printed, suspected = (*parts.all(tree.Word), None, None)[:2]
    return tree.Code(parts.span, printed, suspected, parts.first(tree.Text))


def article(parts: Parts) -> tree.Article:
    return tree.Article(parts.span, parts.one(tree.Word), parts.one(tree.Text), provision(parts))


def limb(parts: Parts) -> tree.Limb:
    return tree.Limb(parts.span, parts.one(tree.Word), parts.first(tree.Text), provision(parts))


def provision(parts: Parts) -> tree.Provision:
    """Return what the clauses of an article or limb say, in whatever order they stand."""
    norms = [node for node in parts.nodes if isinstance(node, NORMS)]
    for second in norms[1:]:
        parts.twice("the norm of this provision", second.span, norms[0].span)
    binds = parts.words("binds")
    return tree.Provision(
        parts.span,
        gist=parts.text("gist"),
        cite=parts.text("cite"),
        perimeter=parts.only(tree.Perimeter, "the perimeter of this provision"),
        binds=binds[0] if binds else None,
        whens=parts.all(tree.When),
        norm=cast("tree.Norm", norms[0]) if norms else None,
        added=parts.only(tree.Added, "`issued`"),
        starts=parts.all(tree.Start),
        ends=parts.all(tree.End),
        exceptions=tuple(node for node in parts.nodes if isinstance(node, tree.Despite | tree.SubjectTo)),
        implements=parts.only(tree.Implements, "`implements`"),
        confidence=parts.only(tree.Confidence, "`confidence`"),
        context=parts.words("context"),
        counterparts=parts.all(tree.Counterpart),
    )


def perimeter(parts: Parts) -> tree.Perimeter:
    if parts.has("ANY"):
        return tree.Perimeter(parts.span, None, tuple(cast("list[tree.Condition]", parts.nodes)))
    term, *where = parts.nodes
    return tree.Perimeter(parts.span, cast("tree.Word", term), tuple(cast("list[tree.Condition]", where)))


def added(parts: Parts) -> tree.Added:
    return tree.Added(parts.span, parts.one(tree.Date))


def start_day(parts: Parts) -> tree.Start:
    return tree.Start(parts.span, parts.one(tree.Date), parts.first(tree.Under))


def end_day(parts: Parts) -> tree.End:
    return tree.End(parts.span, parts.one(tree.Date), parts.has("INCLUSIVE"), parts.first(tree.Under))


def citations(parts: Parts) -> tuple[tree.Citation, ...]:
    """Return the citations of a rule, which stand in one clause."""
    return parts.one(Clause).all(tree.Citation)


def implements(parts: Parts) -> tree.Implements:
    return tree.Implements(parts.span, citations(parts))


def despite(parts: Parts) -> tree.Despite:
    return tree.Despite(parts.span, citations(parts), parts.first(tree.Under))


def subject_to(parts: Parts) -> tree.SubjectTo:
    return tree.SubjectTo(parts.span, citations(parts), parts.first(tree.Under))


def counterpart(parts: Parts) -> tree.Counterpart:
    mark = parts.first(tree.Confidence)
    return tree.Counterpart(parts.span, parts.one(tree.Citation), parts.one(tree.Text), mark)


def noted(parts: Parts) -> tree.Noted:
    labels, (gist, because) = parts.all(tree.Word), parts.all(tree.Text)
    return tree.Noted(parts.span, labels[0], labels[-1], gist, because, parts.first(tree.Confidence))


def overlap(parts: Parts) -> tree.Overlap:
    first, second = parts.all(Clause)
    return tree.Overlap(parts.span, first.all(tree.Citation), second.all(tree.Citation), parts.one(tree.Text))


def confidence(parts: Parts) -> tree.Confidence:
    return tree.Confidence(parts.span, parts.one(tree.Word), parts.first(tree.Text))


def requires_licence(parts: Parts) -> tree.RequiresLicence:
    kind, *office = parts.all(tree.Word)
    return tree.RequiresLicence(parts.span, kind, office[0] if office else None)


def prohibits(parts: Parts) -> tree.Prohibits:
    return tree.Prohibits(parts.span, parts.one(tree.Text), parts.first(tree.Word))


def obliges(parts: Parts) -> tree.Obliges:
    event, *to = parts.all(tree.Word)
    return tree.Obliges(parts.span, event, parts.one(tree.Text), to[0] if to else None, parts.first(tree.Due))


def due(parts: Parts) -> tree.Due:
    if parts.has("WITHIN"):
        days = parts.one(tree.Number)
        if days.value.denominator != 1 or not 0 <= days.value <= MOST_DAYS:
            cure = f"a due date counts whole days, {MOST_DAYS} at most"
            parts.note("S035", f"`{days.text}` is not a number of days", days.span, cure)
        return tree.Due(parts.span, "after", int(days.value), parts.has("WORKING"))
    if parts.has("BEFORE"):
        return tree.Due(parts.span, "before")
    return tree.Due(parts.span, "at once" if parts.has("ONCE") else "at")


def exempts(parts: Parts) -> tree.Exempts:
    return tree.Exempts(parts.span, citations(parts))


def relieves(parts: Parts) -> tree.Relieves:
    return tree.Relieves(parts.span, citations(parts), parts.one(tree.Word))


def review(parts: Parts) -> tree.Review:
    return tree.Review(parts.span, parts.one(tree.Word), citations(parts))


def terms(parts: Parts) -> tree.Terms:
    return tree.Terms(parts.span, parts.one(tree.Word), parts.one(tree.Text), citations(parts))


def sanctions(parts: Parts) -> tree.Sanctions:
    return tree.Sanctions(parts.span, citations(parts), parts.all(tree.Band))


def band(parts: Parts) -> tree.Band:
    return tree.Band(
        parts.span,
        parts.one(tree.Text),
        parts.first(tree.Compared),
        parts.has("OTHERWISE"),
        parts.first(tree.Pays),
        parts.has("SERIOUS_CASES"),
    )


def pays(parts: Parts) -> tree.Pays:
    amounts = [node for node in parts.nodes if isinstance(node, tree.Number | tree.Quantity)]
    low = None if parts.has("UP") else amounts[0]
    return tree.Pays(parts.span, low, amounts[-1], parts.first(tree.Word))


def states(parts: Parts) -> tree.States:
    return tree.States(parts.span, parts.one(tree.Text))


RULES: dict[str, Callable[[Parts], tree.Node]] = {
    "annex": annex,
    "article": article,
    "added": added,
    "band": band,
    "binds": clause,
    "citations": clause,
    "cite": clause,
    "code": code,
    "confidence": confidence,
    "context": clause,
    "counterpart": counterpart,
    "define": define,
    "despite": despite,
    "implements": implements,
    "due": due,
    "end_day": end_day,
    "entry": entry,
    "exempts": exempts,
    "gist": clause,
    "limb": limb,
    "marked": confidence,
    "noted": noted,
    "obliges": obliges,
    "overlap": overlap,
    "part": part,
    "pays": pays,
    "perimeter": perimeter,
    "prohibits": prohibits,
    "relieves": relieves,
    "requires_licence": requires_licence,
    "review": review,
    "sanctions": sanctions,
    "start_day": start_day,
    "states": states,
    "subject_to": subject_to,
    "tariff": clause,
    "terms": terms,
    "tolerance": tolerance,
}
