"""Conditions as written become conditions over resolved paths; sugar ends here.

`end-user is military-user` becomes a test on a yes-no fact, a term or a kind, by what the name is; `between` becomes
two comparisons, or alternatives of such under a reading of its ends; `near` asks for a term that `near.py` makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pycontrol.diagnostics import quoted, suggestion
from pycontrol.law import model
from pycontrol.law.computed import share, stake
from pycontrol.law.model import Compared, Condition, Ends, FactType, Guard, Inside, OneOf, Operator, Quantifier, Sort
from pycontrol.law.names import (
    PLURALS,
    facts_of,
    find_term,
    guard,
    notices_named,
    reading_of,
    term_named,
    terms_on,
)
from pycontrol.law.near import near_name
from pycontrol.law.paths import seen
from pycontrol.law.problems import mistake, unknown
from pycontrol.law.quantities import exact_for
from pycontrol.law.references import operating, reference
from pycontrol.syntax import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pycontrol.law.names import Scope
    from pycontrol.law.paths import Seen
    from pycontrol.law.problems import Problems

Plain = tree.Is | tree.InSet | tree.In | tree.Near | tree.Outside | tree.Compared | tree.Between
OfOnePath = Plain | tree.ValueShare | tree.Stake

YES, NO = OneOf(frozenset({"yes"})), OneOf(frozenset({"no"}))


def conditions(nodes: Iterable[tree.Condition], scope: Scope, problems: Problems, place: str) -> tuple[Condition, ...]:
    """Return the conditions; one that cannot be resolved is noted as a problem at `place` and left out."""
    found: list[Condition] = []
    for node in nodes:
        with problems.noted(place):
            found += _resolved(node, scope, problems, place)
    return tuple(found)


def _resolved(node: tree.Condition, scope: Scope, problems: Problems, place: str) -> tuple[Condition, ...]:
    match node:
        case tree.AnyOf():
            return (_any_of(node, scope, problems, place),)
        case tree.Under():
            return (model.Under(node.span, guard(node, scope.names.readings)),)
        case tree.Reference():
            return (reference(node, scope),)
        case tree.Operating():
            return (operating(node, scope),)
        case tree.Differs():
            return (_differs(node, scope),)
        case _:
            return _of_one_path(node, seen(node.path, scope), scope)


def _of_one_path(node: OfOnePath, at: Seen, scope: Scope) -> tuple[Condition, ...]:
    match node:
        case tree.Is():
            return (_is(node, at, scope),)
        case tree.InSet():
            return (_in_set(node, at, scope),)
        case tree.In():
            return (_in(node, at, scope),)
        case tree.Near():
            return (_near(node, at, scope),)
        case tree.Outside():
            return (_outside(node, at, scope),)
        case tree.Compared():
            return (_compared(node, at, scope),)
        case tree.Between():
            return _between(node, at, scope)
        case tree.ValueShare():
            return (share(node, at, scope),)
        case tree.Stake():
            return (stake(node, at, scope),)
        case _:
            assert_never(node)


def _any_of(node: tree.AnyOf, scope: Scope, problems: Problems, place: str) -> model.AnyOf:
    return model.AnyOf(
        node.span,
        tuple(
            model.Alternative(each.label.text, conditions(each.conditions, scope, problems, place), each.span)
            for each in node.alternatives
        ),
    )


# --- symbols ------------------------------------------------------------------------------------------------


def _is(node: tree.Is, at: Seen, scope: Scope) -> Condition:
    if at.fact is not None:
        values = _values(at.fact, (node.value,))
        return _test(node, at, at.fact.name, _one_of(at.fact, values, positive=not node.negated), strict=node.negated)
    sort, name = at.reach.sort, node.value.text
    if sort is Sort.ACT and name in scope.names.vocabulary.kinds:
        return _test(node, at, "kind", OneOf(frozenset({name}), not node.negated), strict=node.negated)
    facts = facts_of(sort, scope.names.vocabulary)
    if name in facts and facts[name].type is FactType.YES_NO:
        return _test(node, at, name, NO if node.negated else YES, strict=node.negated)
    term = find_term(name, scope)
    if term is None or scope.names.terms[term] is not sort:
        raise _is_nothing(node, sort, scope)
    if node.negated:
        raise mistake(
            "L154",
            f"`{name}` is a term: `is not` would leave open what is not known of it",
            node.span,
            cure=f"write `no {node.path.text} is {name}`",
        )
    return model.IsTerm(node.span, at.reach, term, Quantifier(node.quantifier or "some"))


def _is_nothing(node: tree.Is, sort: Sort, scope: Scope) -> Exception:
    """Make the refusal of `PATH is NAME` where NAME is nothing that such a thing can be."""
    facts = facts_of(sort, scope.names.vocabulary)
    if node.value.text in facts:
        fact = facts[node.value.text]
        cure = f"write `{node.path.text}.{fact.name}` and compare its {fact.type}"
        return mistake("L155", f"`{fact.name}` is not a yes-no fact", node.value.span, cure=cure)
    known = {name for name, fact in facts.items() if fact.type is FactType.YES_NO} | set(terms_on(sort, scope))
    known |= set(scope.names.vocabulary.kinds) if sort is Sort.ACT else set()
    article = "a party" if sort is Sort.PARTY else f"an {sort}"
    value = node.value.text
    chosen = [f"{node.path.text}.{name} is {value}" for name, fact in facts.items() if value in fact.values]
    if sort is Sort.PARTY and value in scope.names.lists:
        cure = f"`{value}` is a list: write `{node.path.text} in {value}`"
    elif chosen:
        cure = f"write {quoted(chosen, 'or')}"
    else:
        cure = suggestion(value, known) or "declare it as a yes-no fact, or define it as a term"
    return mistake("L116", f"nothing says when {article} is `{node.value.text}`", node.value.span, cure=cure)


def _in_set(node: tree.InSet, at: Seen, scope: Scope) -> Condition:
    facts = facts_of(at.reach.sort, scope.names.vocabulary)
    fact = at.fact or facts.get("kind")
    if fact is None or (at.fact is None and at.reach.sort is not Sort.ACT):
        raise mistake(
            "L156",
            f"`{node.path.text}` means {PLURALS[at.reach.sort]}, which have no values to choose from",
            node.path.span,
            cure="write a fact of theirs, or `in` with the name of a list or a term",
        )
    check = _one_of(fact, _values(fact, node.values), positive=not node.negated)
    return _test(node, at, fact.name, check, strict=node.negated)


def _one_of(fact: model.Fact, values: frozenset[str], *, positive: bool) -> OneOf:
    """Return the check; a negated yes-no is the other answer, so that `unknown` stays neither."""
    if fact.type is FactType.YES_NO and not positive:
        return OneOf(frozenset({"yes", "no"}) - values)
    return OneOf(values, positive)


def _values(fact: model.Fact, words: tuple[tree.Word, ...]) -> frozenset[str]:
    """Return the symbols, which must be values of the fact."""
    for word in words:
        match fact.type:
            case FactType.YES_NO:
                _known_value(fact, word, ("yes", "no"))
            case FactType.CHOICE:
                _known_value(fact, word, fact.values)
            case FactType.PLACE:
                if not model.is_place_code(word.text):
                    raise mistake(
                        "L157",
                        f"`{word.text}` is not the code of a place",
                        word.span,
                        cure=f"places are upper case, such as `CN`; for a territory write `in {word.text}`",
                    )
            case _:
                raise mistake(
                    "L158",
                    f"`{fact.name}` is a {fact.type}, not one of some words",
                    word.span,
                    cure="compare it: `>=`, `<=`, `<`, `>` or `between`",
                )
    return frozenset(word.text for word in words)


def _known_value(fact: model.Fact, word: tree.Word, values: tuple[str, ...]) -> None:
    if word.text not in values:
        raise unknown("L110", f"value of `{fact.name}`:", word, values, cure=f"add it to the choices of `{fact.name}`")


# --- terms, lists, territories ------------------------------------------------------------------------------


def _in(node: tree.In, at: Seen, scope: Scope) -> Condition:
    name = node.target.text
    is_list = at.fact is None and at.reach.sort is Sort.PARTY and name in scope.names.lists
    if node.notices and not is_list:
        raise _no_list(node, scope)
    if at.fact is not None:
        return _test(node, at, at.fact.name, Inside(_territory(node.target, at.fact, scope)), strict=False)
    quantifier = Quantifier(node.quantifier or "some")
    if is_list:
        notices = notices_named(node.notices, node.target, scope.names.lists) if node.notices else ()
        return model.Listed(node.span, at.reach, name, quantifier, notices)
    if find_term(name, scope) is None and at.reach.sort is Sort.PARTY:
        raise unknown("L117", "list", node.target, [*scope.names.lists, *terms_on(Sort.PARTY, scope)])
    return model.IsTerm(node.span, at.reach, term_named(node.target, at.reach.sort, scope), quantifier)


def _near(node: tree.Near, at: Seen, scope: Scope) -> Condition:
    """Return the test for the term of what just misses an item list."""
    if at.fact is not None or at.reach.sort is not Sort.ITEM:
        cure = "write `item`, or a path to items"
        raise mistake(
            "L223", f"`{node.path.text}` is no item, and only items are near an entry", node.path.span, cure=cure
        )
    name = term_named(node.target, Sort.ITEM, scope)
    if name not in scope.names.tolerant:
        raise mistake(
            "L221",
            f"`{node.target.text}` has no near misses",
            node.target.span,
            cure='name an annex that says `near within 10 % because "…"` after its title, or a part of one',
        )
    return model.IsTerm(node.span, at.reach, near_name(name), Quantifier(node.quantifier or "some"))


def _no_list(node: tree.In, scope: Scope) -> Exception:
    cure = suggestion(node.target.text, scope.names.lists) or "only what is on a list is there by a notice"
    return mistake(
        "L231", f"`{node.target.text}` is no list of parties, so it has no notices", node.target.span, cure=cure
    )


def _outside(node: tree.Outside, at: Seen, scope: Scope) -> Condition:
    if at.fact is None:
        raise _no_place(node.path, f"means {PLURALS[at.reach.sort]}")
    check = Inside(_territory(node.territory, at.fact, scope), positive=False)
    return _test(node, at, at.fact.name, check, strict=True)


def _territory(word: tree.Word, fact: model.Fact, scope: Scope) -> str:
    if fact.type is not FactType.PLACE:
        raise _no_place(word, f"is no set of values of `{fact.name}`, a {fact.type}")
    territories = scope.names.vocabulary.territories
    if word.text not in territories:
        raise unknown("L118", "territory", word, territories, cure="declare it in the vocabulary with `territory`")
    return word.text


def _no_place(word: tree.Word, what: str) -> Exception:
    cure = "only a fact whose type is place lies in or outside a territory; for several values write `in {a, b}`"
    return mistake("L159", f"`{word.text}` {what}", word.span, cure=cure)


# --- figures ------------------------------------------------------------------------------------------------


def _compared(node: tree.Compared, at: Seen, scope: Scope) -> Condition:
    fact = _measured(node.path, at)
    check = Compared(Operator(node.operator), exact_for(node.threshold, fact, _units(scope)))
    return _test(node, at, fact.name, check, strict=True)


def _between(node: tree.Between, at: Seen, scope: Scope) -> tuple[Condition, ...]:
    """Return two comparisons, or those of each reading of the ends.

    Split in two, `some` of many or `no` would mean something else than what was written.
    """
    fact = _measured(node.path, at)
    if node.quantifier == "no" or (at.many and node.quantifier != "every"):
        raise mistake(
            "L160",
            "`between` looks at one value, or at every one",
            node.span,
            cure="write `every` before the path, or each of the two comparisons on its own",
        )
    low, high = (exact_for(end, fact, _units(scope)) for end in (node.low, node.high))
    if low.unit == high.unit and low.amount > high.amount:
        raise mistake("L161", "`between` ends before it begins", node.span, cure="swap the two ends")
    closed = (Compared(Operator.AT_LEAST, low), Compared(Operator.AT_MOST, high))
    if node.ends is None:
        return tuple(_test(node, at, fact.name, check, strict=False) for check in closed)
    open_ = (Compared(Operator.MORE, low), Compared(Operator.LESS, high))
    reading = scope.names.readings[reading_of(node.ends, Ends, scope.names)]
    titles = dict(reading.values)
    ways: list[model.Alternative] = []
    for ends, checks in ((Ends.CLOSED, closed), (Ends.OPEN, open_)):
        tests = [_test(node, at, fact.name, check, strict=False) for check in checks]
        taken = model.Under(node.ends.span, Guard(reading.name, str(ends)))
        ways.append(model.Alternative(f"({ends})", (*tests, taken), node.span, titles[ends]))
    return (model.AnyOf(node.span, tuple(ways)),)


def _measured(path: tree.Word, at: Seen) -> model.Fact:
    if at.fact is None or at.fact.type not in {FactType.QUANTITY, FactType.MONEY}:
        what = f"is a {at.fact.type}" if at.fact else f"means {PLURALS[at.reach.sort]}"
        raise mistake(
            "L162",
            f"`{path.text}` {what}, which cannot be compared with a figure",
            path.span,
            cure="compare a fact whose type is quantity or money; test other facts with `is`",
        )
    return at.fact


def _units(scope: Scope) -> dict[str, model.Unit]:
    return scope.names.vocabulary.units


# --- two values ---------------------------------------------------------------------------------------------


def _type(fact: model.Fact) -> str:
    return "difference" if fact.difference else fact.type


def _differs(node: tree.Differs, scope: Scope) -> Condition:
    one, other = seen(node.path, scope), seen(node.other, scope)
    first, second = _single(node.path, one), _single(node.other, other)
    if (first.type, first.unit, first.difference) != (second.type, second.unit, second.difference):
        raise mistake(
            "L166",
            f"`{node.path.text}` is a {_type(first)}, `{node.other.text}` a {_type(second)}",
            node.span,
            cure="compare two values of one type and unit",
        )
    return model.Differs(node.span, one.reach, first.name, other.reach, second.name)


def _single(path: tree.Word, at: Seen) -> model.Fact:
    several = at.many or bool(at.fact and at.fact.vague)
    if at.fact is None or several:
        what = "may have several values" if several else f"means {PLURALS[at.reach.sort]}, not a value"
        raise mistake("L165", f"`{path.text}` {what}", path.span, cure="compare two single values")
    return at.fact


# --- quantifiers --------------------------------------------------------------------------------------------


def _test(
    node: Plain,
    at: Seen,
    fact: str,
    check: model.Check,
    *,
    strict: bool,
) -> model.Test:
    """Return the test. A strict one (a comparison, a negation) must say how many of several values it means."""
    if strict and at.many and not node.quantifier:
        raise mistake(
            "L167",
            f"`{node.path.text}` may have several values, and this test does not say how many it means",
            node.span,
            cure=f"write `some`, `every` or `no` before `{node.path.text}`",
        )
    return model.Test(node.span, at.reach, fact, check, Quantifier(node.quantifier or "some"))
