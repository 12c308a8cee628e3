"""The page of semantics: its blocks at the levels that a law needs, of which a case takes the rules that derive something."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BLOCK = re.compile(r"^%%block (\w+)((?: [A-Z]+)*)$", re.MULTILINE)
_RULE = re.compile(r"(?:[^.\"]|\.\.|\"[^\"]*\")+\.(?=\s|$)")
_LITERAL = re.compile(r"(\bnot )?\b([a-z]\w*)\(((?:[^()]|\([^()]*\))*)\)")
_ARGUMENT = re.compile(r"(?:[^,()]|\([^()]*\))+")
_REPORTED = re.compile(
    r"(?:f|n|r|rn|is|c|applies|stands|defeated|breach)_\d+|h|u|covered|fulfilled|overdue|live|paused|binds|grain|code"
)
_FOLLOWS = re.compile(r"breach_\d+|binds|code")
_OUTCOME = re.compile(r"(?:breach|applies|stands)_\d+|binds|grain|code|covered|fulfilled")


KEPT = 256
"""Of how many sets of predicates the rules are remembered: memory stays flat, however many cases are asked."""


@cache
def _blocks() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return each block's parameters and its rules without comments."""
    text = resources.files(__package__).joinpath("semantics/determine.lp").read_text("utf-8")
    parts = _BLOCK.split(text)
    blocks: dict[str, tuple[tuple[str, ...], str]] = {}
    for name, parameters, rules in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        lines = [line.partition(" %")[0] for line in rules.splitlines() if line and not line.startswith("%")]
        blocks[name] = (tuple(parameters.split()), "\n".join(lines) + "\n")
    return blocks


def instantiate(name: str, *arguments: str | int) -> str:
    """Return block `name` with its parameters replaced by `arguments`: `_J` by `_2`, and so on."""
    parameters, rules = _blocks()[name]
    for parameter, argument in zip(parameters, arguments, strict=True):
        if isinstance(argument, int):
            rules = re.sub(rf"_{parameter}(?=[_(,\s])", f"_{argument}", rules)
        else:
            rules = rules.replace(parameter, argument)
    return rules


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the page: what it may derive, and what it needs to derive it."""

    text: str
    heads: frozenset[str]
    needs: frozenset[str]
    denies: frozenset[tuple[str, int]]

    @staticmethod
    @lru_cache(4096)  # laws share most of their rules
    def of(text: str) -> Rule:
        """Read a rule; what stands under `not` is not needed."""
        head, _, body = text.partition(":-")
        literals = _LITERAL.findall(body)
        return Rule(
            text,
            frozenset(name for _, name, _ in _LITERAL.findall(head)),
            frozenset(name for denied, name, _ in literals if not denied),
            frozenset((name, len(_ARGUMENT.findall(given))) for denied, name, given in literals if denied),
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """Rules, and what the solver is to report: all that a reason may need, only what follows, or of that what is `wanted`.

    What is open is asked value by value, so that the fewer atoms are reported the sooner it is answered.
    """

    rules: str
    reasons: str
    outcomes: str
    wanted: str


@dataclass(frozen=True)
class Page:
    """The page at the levels that a law needs.

    `predicates` names those of the law's rows, by owner of the rows; `heads` what the page may derive, of which `reported`
    (with its arity) says what reasons and outcomes are read from.
    """

    rules: tuple[Rule, ...]
    predicates: Mapping[str, frozenset[str]]
    heads: frozenset[str]
    reported: Mapping[str, int]
    _chosen: dict[frozenset[str], Shown] = field(default_factory=dict, compare=False, repr=False)

    @staticmethod
    def of(blocks: Iterable[tuple[str | int, ...]], rows: Mapping[str, Iterable[str]]) -> Page:
        """Instantiate the blocks that a law's `rows` need."""
        predicates = {owner: frozenset(row.partition("(")[0] for row in some) for owner, some in rows.items()}
        text = "".join(instantiate(str(name), *given) for name, *given in (("base",), ("facts",), *blocks, ("grains",)))
        rules = tuple(Rule.of(rule) for rule in dict.fromkeys(map(str.strip, _RULE.findall(text))))
        heads = {
            name: len(_ARGUMENT.findall(given))
            for rule in rules
            for _, name, given in _LITERAL.findall(rule.text.partition(":-")[0])
        }
        reported = {name: arity for name, arity in heads.items() if _REPORTED.fullmatch(name)}
        return Page(rules, predicates, frozenset(heads), reported)

    def chosen(self, owners: Iterable[str], given: Iterable[str]) -> Shown:
        """Return the rules that may derive something from the rows of `owners` and facts of the predicates `given`."""
        there = frozenset(given).union(*(self.predicates.get(owner, frozenset()) for owner in owners))
        if there not in self._chosen:
            while len(self._chosen) >= KEPT:
                del self._chosen[next(iter(self._chosen))]
            self._chosen[there] = self._live(there)
        return self._chosen[there]

    @cached_property
    def _users(self) -> Mapping[str, tuple[int, ...]]:
        """The places of the rules that need a predicate."""
        found: dict[str, list[int]] = {}
        for place, rule in enumerate(self.rules):
            for name in rule.needs:
                found.setdefault(name, []).append(place)
        return {name: tuple(places) for name, places in found.items()}

    def _live(self, there: frozenset[str]) -> Shown:
        """Follow what can be derived until nothing is added; a rule that has all that it needs is live."""
        derived, queue = set(there), list(there)
        missing = [len(rule.needs) for rule in self.rules]
        ready = [rule for rule in self.rules if not rule.needs]
        while queue or ready:
            new = frozenset[str]().union(*(rule.heads for rule in ready)) - derived
            derived |= new
            queue += new
            ready = []
            for place in self._users.get(queue.pop(), ()) if queue else ():
                missing[place] -= 1
                if not missing[place]:
                    ready.append(self.rules[place])
        rules = [rule for rule, still in zip(self.rules, missing, strict=True) if not still]
        denied = {name: arity for rule in rules for name, arity in rule.denies if name not in derived}
        defined = [f"#defined {name}/{arity}." for name, arity in sorted(denied.items()) if name in self.heads]
        text = "\n".join([*(rule.text for rule in rules), *defined]) + "\n"
        shown = {name: arity for name, arity in self.reported.items() if name in derived}
        outcomes = {name: arity for name, arity in shown.items() if _OUTCOME.fullmatch(name)}
        return Shown(text, _show(shown), _show(outcomes), _show_wanted(outcomes))


def _show(signatures: Mapping[str, int]) -> str:
    return "#show.\n" + "".join(f"#show {name}/{arity}.\n" for name, arity in signatures.items())


def named(atom: str) -> str:
    """Return the name of what an atom of an outcome speaks of: a provision, an entry with a code, or a grain's scope."""
    predicate, _, rest = atom.partition("(")
    return rest.split(",", 4)[_place(predicate)]


def _place(predicate: str) -> int:
    match predicate:
        case "code" | "covered" | "fulfilled":
            return 1
        case "grain":
            return 3
        case _:
            return 2


def _show_wanted(signatures: Mapping[str, int]) -> str:
    """Report, of what is wanted of that which is spoken of, what follows, and all the rest where everything is asked."""
    lines = ["#show.", "{ wanted(N) } :- spoken(N).", "{ everything }."]
    for name, arity in signatures.items():
        atom = f"{name}({','.join(f'A{place}' for place in range(arity))})"
        beside = "" if _FOLLOWS.fullmatch(name) else ", everything"
        lines.append(f"#show {atom} : {atom}, wanted(A{_place(name)}){beside}.")
    return "\n".join(lines) + "\n"
