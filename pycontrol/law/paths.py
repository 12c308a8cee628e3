"""Paths such as `end-user.established-in` become the things they reach and the fact of them that they end in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.diagnostics import suggestion
from pycontrol.law.model import Fact, FactType, Reach, Root, Sort
from pycontrol.law.names import PLURALS, facts_of
from pycontrol.law.problems import mistake

if TYPE_CHECKING:
    from pycontrol.law.names import Scope
    from pycontrol.syntax import tree

RELATIONS = {FactType.ACT: Sort.ACT, FactType.PARTY: Sort.PARTY, FactType.ITEM: Sort.ITEM}
PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a path reaches: things and, unless it stops at them, a fact of theirs. `many`: perhaps several of either."""

    reach: Reach
    fact: Fact | None = None
    many: bool = False


def seen(path: tree.Word, scope: Scope) -> Seen:
    """Return what the path reaches from where it stands."""
    head, *steps = path.text.split(".")
    if head in scope.names.vocabulary.roles and scope.own in {None, Sort.ACT}:
        head, steps = Sort.ACT, [head, *steps]
    here = Seen(_start(head, path, scope))
    if here.reach.root is Root.ACT and scope.bearer and steps[:1] == [scope.bearer]:
        here, steps = Seen(Reach(Root.BEARER, (), Sort.PARTY)), steps[1:]
    for step in steps:
        here = _follow(here, step, path, scope)
    return here


def _start(head: str, path: tree.Word, scope: Scope) -> Reach:
    """Return the thing that the first word of a path means."""
    if head not in tuple(Sort):
        raise _no_start(head, path, scope)
    sort = Sort(head)
    if scope.own is sort:
        return Reach(Root.SELF, (), sort)
    if scope.own is None and sort is not Sort.PARTY:
        return Reach(Root(sort), (), sort)
    if scope.own is None:
        cure = "name a role of the act, such as " + ", ".join(f"`{role}`" for role in scope.names.vocabulary.roles[:3])
    else:
        cure = f"a term on {PLURALS[scope.own]} starts at `{scope.own}`" + (
            "; the items of the act are `act.items`" if scope.own is Sort.ACT and sort is Sort.ITEM else ""
        )
    raise mistake("L112", f"there is no one `{head}` in view here", path.span, cure=cure)


def _no_start(head: str, path: tree.Word, scope: Scope) -> Exception:
    """Make the refusal of a path whose first word means nothing here."""
    vocabulary = scope.names.vocabulary
    in_view = [scope.own] if scope.own else [Sort.ACT, Sort.ITEM]
    owners = [f"`{sort}.{path.text}`" for sort in in_view if head in facts_of(sort, vocabulary)]
    if not owners and scope.own in {None, Sort.ACT} and head in facts_of(Sort.PARTY, vocabulary):
        owners = [f"`{role}.{path.text}`" for role in (scope.bearer, *vocabulary.roles) if role][:1]
    if owners:
        return mistake(
            "L113", f"`{head}` does not say whose fact it is", path.span, cure=f"did you mean {' or '.join(owners)}?"
        )
    starts = [*in_view, *(vocabulary.roles if scope.own in {None, Sort.ACT} else ())]
    near = f"of a reading, write `under {head} VALUE`" if head in scope.names.readings else suggestion(head, starts)
    begin = f"`{scope.own}`" if scope.own else "`act`, `item` or a role"
    return mistake("L101", f"unknown word `{head}`", path.span, cure=near or f"a path starts at {begin}")


def _follow(here: Seen, step: str, path: tree.Word, scope: Scope) -> Seen:
    """Return what is reached one step further."""
    if here.fact is not None:
        raise mistake(
            "L114",
            f"nothing can follow `{here.fact.name}` in `{path.text}`: it is a {here.fact.type}",
            path.span,
            cure=f"end the path at `{here.fact.name}`",
        )
    name = step.removesuffix("*")
    known = facts_of(here.reach.sort, scope.names.vocabulary)
    if name not in known:
        raise _no_fact(here.reach.sort, name, path, scope)
    fact = known[name]
    many = here.many or fact.many or name != step
    if name != step and not (fact.sort is Sort.ITEM and name == PARTS):
        raise mistake("L115", f"`{step}` has no depth", path.span, cure=f"write `{name}`; only `{PARTS}*` goes deeper")
    if fact.type in RELATIONS:
        return Seen(Reach(here.reach.root, (*here.reach.steps, step), RELATIONS[fact.type]), None, many)
    return Seen(here.reach, fact, many)


def _no_fact(sort: Sort, name: str, path: tree.Word, scope: Scope) -> Exception:
    others = [other for other in Sort if other is not sort and name in facts_of(other, scope.names.vocabulary)]
    near = suggestion(name, facts_of(sort, scope.names.vocabulary))
    elsewhere = " and ".join(f"`{other}.{name}`" for other in others)
    cure = f"there is {elsewhere}" if others else near or f"declare it with `fact {sort}.{name} is …`"
    article = "a" if sort is Sort.PARTY else "an"
    return mistake("L102", f"{article} {sort} has no fact `{name}`", path.span, cure=cure)
