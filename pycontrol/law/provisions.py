"""Provisions as written become provisions that can be weighed: perimeter, bearer, norm, days, exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pycontrol.diagnostics import quoted, suggestion
from pycontrol.law.conditions import conditions
from pycontrol.law.guidance import modality_of
from pycontrol.law.kinds import kinds_covered, never_stated
from pycontrol.law.looks import guarding, looks_at_item, readings_used
from pycontrol.law.model import Defeat, IsTerm, Modality, Provision, Reach, Root, Sort
from pycontrol.law.names import (
    BREAKABLE,
    Scope,
    cited_by_all,
    cited_path,
    facts_of,
    find_term,
    guard,
    role_named,
    terms_on,
)
from pycontrol.law.norms import norm
from pycontrol.law.periods import in_force
from pycontrol.law.problems import mistake, unknown
from pycontrol.law.references import check_perimeter
from pycontrol.law.wording import mark_of, text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from pycontrol.law.inheritance import WrittenProvision
    from pycontrol.law.model import Condition, Guard, Instrument, Norm, PartyList, Period, Regime, Term
    from pycontrol.law.names import Names
    from pycontrol.law.problems import Problems

DEFEATING = frozenset({Modality.EXEMPTION, Modality.RELIEF})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the provisions, resolved before them."""

    names: Names
    terms: Mapping[str, Term]
    lists: Mapping[str, PartyList]
    regimes: Mapping[str, Regime]
    instruments: Mapping[str, Instrument]
    problems: Problems


def provisions(written: Mapping[str, WrittenProvision], around: Around) -> dict[str, Provision]:
    """Return the provisions. One that lacks something it must have is noted as a problem and left out."""
    found: dict[str, Provision] = {}
    for path, each in written.items():
        with around.problems.noted(each.place):
            found[path] = _provision(each, around)
    # The same exception may be written twice, from either side.
    defeats: dict[str, dict[tuple[str, Guard | None], Defeat]] = {path: {} for path in found}
    for path, provision in found.items():
        for defeated, defeat in _defeats(provision, written[path], around):
            if defeated in defeats:
                defeats[defeated].setdefault((defeat.by, defeat.guard), defeat)
    return {path: _defeated(provision, tuple(defeats[path].values())) for path, provision in found.items()}


def implemented(
    written: Mapping[str, WrittenProvision], names: Names, problems: Problems
) -> dict[str, tuple[str, ...]]:
    """Return what each provision carries out; only what exists in the same legal order can be."""
    found: dict[str, tuple[str, ...]] = {}
    for path, each in written.items():
        node = each.says.implements
        scope = Scope(names, each.instrument.name.text, provision=path)
        with problems.noted(each.place):
            if node is None:
                continue
            for other in cited_by_all(node.citations, scope):
                if names.regimes[other.partition("/")[0]] != names.regimes[scope.instrument]:
                    cure = "cite a provision of the same legal order"
                    raise mistake("L234", f"`{other}` belongs to another legal order", node.span, cure=cure)
            found[path] = tuple(cited_path(one, scope) for one in node.citations)
    return found


def _provision(written: WrittenProvision, around: Around) -> Provision:
    says, problems = written.says, around.problems
    _check_complete(written, problems)
    bearer = _bearer(written, around)
    scope = Scope(around.names, written.instrument.name.text, provision=written.path, bearer=bearer)
    perimeter = _perimeter(written, scope, problems)
    own = conditions((each for when in says.whens for each in when.conditions), scope, problems, written.place)
    kinds = kinds_covered(perimeter, around.terms, _named_kind(says.perimeter, around.names))
    _check_kinds(written, kinds, problems)
    _check_stated((*perimeter, *own), kinds, bearer, written, around)
    _check_gist(says.gist, around.names, problems, written.place)
    if says.norm is None:
        cure = "say what follows: `requires licence …`, `prohibits …`, `obliges to …`, `states …`"
        raise _missing(written, "norm", cure)
    regime = around.regimes.get(written.instrument.regime.text)
    periods = _periods(written, around)
    used = readings_used((*perimeter, *own), around.terms, around.lists, around.names.vocabulary.territories)
    return Provision(
        path=written.path,
        instrument=scope.instrument,
        article=written.article,
        title=text(written.title),
        gist=text(says.gist),
        cite=text(says.cite),
        perimeter=perimeter,
        conditions=own,
        kinds=kinds,
        per_item=looks_at_item((*perimeter, *own)),
        bearer=bearer,
        norm=_norm(says.norm, written, scope, regime.severity if regime else ()),
        periods=periods,
        confidence=mark_of(says.confidence),
        context=tuple(dict.fromkeys(word.text for word in says.context)),
        readings=used | guarding(periods),
        added=says.added.date.value if says.added else None,
        span=written.node.span,
    )


CALENDAR_ZONE = "Asia/Shanghai"
"""Working days are known of China only."""


def _norm(node: tree.Norm, written: WrittenProvision, scope: Scope, severity: tuple[str, ...]) -> Norm:
    """Return the norm; working days of a zone whose holidays are not known are refused, not guessed."""
    found, zone = norm(node, scope, severity), written.instrument.zone.text
    if found.due and found.due.working and zone != CALENDAR_ZONE:
        cure = f"write `days`; the working days of `{CALENDAR_ZONE}` alone are known"
        raise mistake("L213", f"no calendar of working days for `{zone}`", node.span, cure=cure)
    return replace(found, modality=modality_of(written, found.modality))


def _check_complete(written: WrittenProvision, problems: Problems) -> None:
    """Note what every provision must say and this one does not."""
    says = written.says
    for present, what, cure in (
        (says.gist, "gist", 'write `gist "…"`, what it says in your own words'),
        (says.cite, "cite", 'write `cite "…"`, such as `cite "art. 1(1)"`'),
        (says.perimeter, "perimeter", "write `for a movement`, `for an export` or `for any act`"),
    ):
        with problems.noted(written.place):
            if present is None:
                raise _missing(written, what, cure)


def _missing(written: WrittenProvision, what: str, cure: str) -> Exception:
    name = written.path.partition("/")[2]
    return mistake("L196", f"article {name} has no {what}", written.label.span, cure=cure)


def _bearer(written: WrittenProvision, around: Around) -> str:
    """Return the role that is bound. Who must do something or not do it is said, never assumed."""
    says = written.says
    with around.problems.noted(written.place):
        if says.binds:
            return role_named(says.binds, around.names.vocabulary)
        if around.names.provisions[written.path] in BREAKABLE:
            raise _missing(written, "bearer", "write `binds` and the role that must obey, such as `binds transferor`")
    return ""


# --- perimeter ----------------------------------------------------------------------------------------------


def _perimeter(written: WrittenProvision, scope: Scope, problems: Problems) -> tuple[Condition, ...]:
    """Return the conditions of the perimeter. A kind of act is no condition: `kinds` says it."""
    node = written.says.perimeter
    if node is None:
        return ()
    found: tuple[Condition, ...] = ()
    if node.term and node.term.text not in scope.names.vocabulary.kinds:
        with problems.noted(written.place):
            found = (_covered_term(node.term, scope),)
    where = conditions(node.where, scope, problems, written.place)
    with problems.noted(written.place):
        check_perimeter(where)
    return found + where


def _covered_term(word: tree.Word, scope: Scope) -> IsTerm:
    name = find_term(word.text, scope)
    if name is None or scope.names.terms[name] is not Sort.ACT:
        known = [*scope.names.vocabulary.kinds, *terms_on(Sort.ACT, scope)]
        raise unknown("L197", "kind of act or term on acts", word, known)
    return IsTerm(word.span, Reach(Root.ACT, (), Sort.ACT), name)


def _named_kind(node: tree.Perimeter | None, names: Names) -> frozenset[str]:
    """Return the kinds that the perimeter leaves open before its conditions are looked at."""
    kinds = frozenset(names.vocabulary.kinds)
    return kinds & {node.term.text} or kinds if node and node.term else kinds


def _check_kinds(written: WrittenProvision, kinds: frozenset[str], problems: Problems) -> None:
    perimeter = written.says.perimeter
    with problems.noted(written.place):
        if perimeter is not None and not kinds:
            raise mistake(
                "L198",
                "this perimeter covers no kind of act",
                perimeter.span,
                cure="its term and its `where` ask for kinds that exclude each other: take one away",
            )


def _check_stated(
    wanted: tuple[Condition, ...], kinds: frozenset[str], bearer: str, written: WrittenProvision, around: Around
) -> None:
    """Note what this provision asks of its acts though none of them has it."""
    facts = facts_of(Sort.ACT, around.names.vocabulary)
    asked = [(each.span, fact) for each, fact in never_stated(wanted, around.terms, facts, kinds)]
    if bearer and written.says.binds and facts[bearer].acts and kinds and not facts[bearer].acts & kinds:
        asked.append((written.says.binds.span, facts[bearer]))
    for span, fact in asked:
        with around.problems.noted(written.place):
            raise mistake(
                "L212",
                f"no act that this provision covers has `act.{fact.name}`",
                span,
                cure=f"it is a fact of {quoted(sorted(fact.acts), 'and')}; covered is {quoted(sorted(kinds), 'and')}",
            )


# --- gist, days ---------------------------------------------------------------------------------------------

_HOLE = re.compile(r"\{([^}]*)\}")


def _check_gist(gist: tree.Text | None, names: Names, problems: Problems, place: str) -> None:
    """Note words in braces that nothing can fill."""
    known = ["item", "act", *names.vocabulary.roles]
    holes = dict.fromkeys(_HOLE.findall(f"{gist.en} {gist.zh}")) if gist else {}
    for hole in holes:
        with problems.noted(place):
            if gist and hole not in known:
                cure = suggestion(hole, known) or "write `{item}`, `{act}` or a role in braces"
                raise mistake("L199", f"nothing fills `{{{hole}}}` in this gist", gist.span, cure=cure)


def _periods(written: WrittenProvision, around: Around) -> tuple[Period, ...]:
    """Return when it is in force by its own words, else by those of the instrument, else from the day of issue."""
    says, header = written.says, written.instrument
    found: tuple[Period, ...] = ()
    with around.problems.noted(written.place):
        issued = _issued(written)
        starts = says.starts or (() if says.added else header.starts)
        found = in_force(starts, says.ends or header.ends, issued, around.names.readings)
    return found  # noqa: RET504  (none, where the dates are refused)


def _issued(written: WrittenProvision) -> dt.date:
    """Return the day from which it is there: that of the instrument, or its own later one."""
    added, issued = written.says.added, written.instrument.issued.value
    if added and added.date.value <= issued:
        raise mistake(
            "L216",
            f"a provision is there from the day on which its instrument is issued, {issued}",
            added.span,
            cure="leave `issued` out here; it is for what came later",
        )
    return added.date.value if added else issued


# --- exceptions ---------------------------------------------------------------------------------------------


def _defeats(provision: Provision, written: WrittenProvision, around: Around) -> Iterable[tuple[str, Defeat]]:
    """Return which provisions are defeated by which, from what this one says: `despite`, `subject to`, its norm."""
    found: list[tuple[str, Defeat]] = []
    scope = Scope(around.names, provision.instrument, provision=provision.path)
    norm_node = written.says.norm
    if provision.norm.modality in DEFEATING and norm_node is not None:
        found += [(other, Defeat(provision.path, None, norm_node.span)) for other in provision.norm.of]
    for node in written.says.exceptions:
        with around.problems.noted(written.place):
            under = guard(node.under, around.names.readings) if node.under else None
            for other in cited_by_all(node.citations, scope):
                if isinstance(node, tree.Despite):
                    found.append((other, Defeat(provision.path, under, node.span)))
                else:
                    found.append((provision.path, Defeat(other, under, node.span)))
    for defeated, defeat in found:
        with around.problems.noted(written.place):
            _check_regimes(defeated, defeat, around)
    return found


def _check_regimes(defeated: str, defeat: Defeat, around: Around) -> None:
    one, other = (around.names.regimes[path.partition("/")[0]] for path in (defeated, defeat.by))
    if one != other:
        orders = quoted((other, one), "and")
        raise mistake(
            "L200",
            f"`{defeat.by}` cannot defeat `{defeated}`: they belong to different legal orders, {orders}",
            defeat.span,
            cure="take the exception away; both bind, each in its own legal order",
        )


def _defeated(provision: Provision, defeats: tuple[Defeat, ...]) -> Provision:
    guards = {defeat.guard.reading for defeat in defeats if defeat.guard}
    return replace(provision, defeats=defeats, readings=provision.readings | guards)
