"""Conditions become leaves and nodes: what each looks at, and at which level its truth is known.

`importer in control-list` becomes a row `some(class, leaf, path, fact, test)`; `any of (a) … (b) …` becomes a node over
the nodes of its alternatives. The rows are facts; the page of semantics holds the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar, assert_never

from pycontrol.asp.materials import materials_of
from pycontrol.asp.owners import of_link
from pycontrol.asp.program import Computed, FactKey, Port
from pycontrol.asp.regions import negated
from pycontrol.law.model import (
    AnyOf,
    Aspect,
    Control,
    Differs,
    Guard,
    Inside,
    IsTerm,
    Listed,
    OneOf,
    Operates,
    Quantifier,
    Reach,
    Reference,
    Root,
    Share,
    Sort,
    Stake,
    Term,
    Test,
    Under,
)
from pycontrol.law.near import is_near
from pycontrol.law.status import within

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from pycontrol.law.model import Alternative, Check, Condition, Constraint, Law

HERE = Reach(Root.SELF, (), Sort.ITEM)


def counted_term(share: Share, owner: Term) -> Term:
    """Return the term of the parts that a share counts: listed, and of the origin."""
    listed = IsTerm(share.span, HERE, owner.name)
    origin = Test(share.span, HERE, share.origin_fact, Inside(share.territory))
    name = f"{owner.name} from {share.territory} by {share.origin_fact}"
    return Term(name, Sort.ITEM, owner.title, (listed, origin), owner.instrument, span=share.span)


K = TypeVar("K", bound="Hashable")


class Interner(Generic[K]):
    """Short names for anything hashable, in order of first use."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.names: dict[K, str] = {}

    def __call__(self, key: K) -> str:
        """Return the name of `key`."""
        return self.names.setdefault(key, f"{self.prefix}{len(self.names)}")


@dataclass
class Demand:
    """What one class or term needs to know; insertion-ordered sets."""

    facts: dict[tuple[Reach, FactKey], None] = field(default_factory=dict)
    terms: dict[tuple[Reach, str], None] = field(default_factory=dict)
    computed: dict[tuple[Reach, Computed], None] = field(default_factory=dict)
    differs: dict[tuple[str, Differs], None] = field(default_factory=dict)
    references: dict[tuple[str, Reference], None] = field(default_factory=dict)
    leaves: dict[tuple[str, Reach], None] = field(default_factory=dict)
    reaches: dict[tuple[str, Reach], None] = field(default_factory=dict)
    readings: dict[str, None] = field(default_factory=dict)
    clocks: dict[str, None] = field(default_factory=dict)


class Compiler:
    """Compiles conditions for one law. Rows and blocks gather here; `from_law` turns them into a program.

    `clocks` names the clock of each provision.
    """

    def __init__(self, law: Law, clocks: Mapping[str, str]) -> None:
        self.law = law
        self.clocks = clocks
        self.rows: dict[str, dict[str, None]] = {}
        self.blocks: dict[tuple[str | int, ...], None] = {}
        self.ports: dict[tuple[str, Condition | Alternative], Port] = {}
        self.leaf: Interner[Hashable] = Interner("l")
        self.node: Interner[Hashable] = Interner("n")
        self.path: Interner[Reach] = Interner("q")
        self.fact: Interner[FactKey] = Interner("f")
        self.test: Interner[tuple[FactKey, Check]] = Interner("t")
        self.tie: Interner[Constraint] = Interner("i")
        self.term: Interner[str] = Interner("d")
        self.computed: Interner[Hashable] = Interner("k")
        self.figure: Interner[Hashable] = Interner("x")
        self.guard: Interner[frozenset[Guard]] = Interner("g")
        self.reading: Interner[str] = Interner("r")
        self.value: Interner[tuple[str, str]] = Interner("w")
        self.provision: Interner[str] = Interner("p")
        self.cure: Interner[str] = Interner("y")
        self.list: Interner[str] = Interner("j")
        self.notice: Interner[tuple[str, str]] = Interner("m")
        self.checks: dict[FactKey, dict[Check, None]] = {}
        self.demands: dict[str, Demand] = {}
        self.terms: dict[str, Term] = dict(law.terms)
        self.term_levels: dict[str, int] = {}
        self.computed_tests: dict[str, Computed] = {}
        self.computed_for: dict[Condition, Computed] = {}
        self.entry: Interner[Alternative] = Interner("entry ")
        self.entries: dict[tuple[str, Condition | Alternative], str] = {}
        self.aspect_levels: dict[tuple[str, Aspect], int] = {}
        self.targets: dict[str, tuple[str, ...]] = {}

    def row(self, predicate: str, *arguments: str, of: str = "") -> None:
        """Add a fact of the law. `of` names the class, term, fact, value or link without which no case needs it; empty: all do."""
        self.rows.setdefault(of, {})[f"{predicate}({','.join(arguments)})."] = None

    def guard_id(self, guard: Guard | None, of: str) -> str:
        """Return the name of a guard for a row of `of`."""
        if guard is None:
            return "always"
        name = self.guard(frozenset({guard}))
        self.row("guard", name, self.reading(guard.reading), self.value((guard.reading, guard.value)), of=of)
        return name

    # --- terms ----------------------------------------------------------------------------------------------

    def term_level(self, name: str) -> int:
        """Compile term `name` if need be and return the level at which it is known."""
        if name not in self.term_levels:
            term = self.terms[name]
            if term.entries or is_near(name):
                self._entries(term)
            port = self.conjunction(self.term(name), self.term(name), term.conditions)
            self.row(f"term_{port.level}", self.term(name), of=self.term(name))
            self.blocks[("term", port.level)] = None
            self.term_levels[name] = port.level
        return self.term_levels[name]

    def _entries(self, term: Term) -> None:
        """Make a term of each entry of a list: asked of a thing only where it may be met, and known by name."""
        for listed in term.conditions:
            for one in listed.alternatives if isinstance(listed, AnyOf) else ():
                name = self.entry(one)
                title = one.title if one.title.en else term.title
                self.terms.setdefault(
                    name, Term(name, term.sort, title, one.conditions, term.instrument, span=one.span)
                )
                self.entries[(self.term(term.name), one)] = name

    # --- nodes ----------------------------------------------------------------------------------------------

    def conjunction(self, owner: str, node: str, conditions: tuple[Condition, ...]) -> Port:
        """Compile conditions joined by *and*, for class or term `owner`, into node `node`."""
        ports = [self.condition(owner, condition) for condition in conditions]
        return self.join(owner, node, ports)

    def join(self, owner: str, node: str, ports: list[Port]) -> Port:
        """Join ports by *and*."""
        if any(port.layered for port in ports):
            return self._join_layered(owner, node, ports)
        level = max((port.level + (port.family == "n") for port in ports), default=0)
        for port in ports:
            self.row(f"needs_{port.family}_{level}_{port.level}", owner, node, port.name, of=owner)
            self.blocks[("missing", level, port.level, port.family)] = None
        self.row(f"all_{level}", owner, node, of=owner)
        self.blocks[("node", level)] = None
        return Port("n", level, node)

    def _join_layered(self, owner: str, node: str, ports: list[Port]) -> Port:
        level = max(port.level + (port.family == "rn") for port in ports if port.layered)
        for port in ports:
            self.row(f"rneeds_{port.family}_{level}_{port.level}", owner, node, port.name, of=owner)
            argument = "M," if port.layered else ""
            self.blocks[("rmissing", level, port.level, port.family, argument)] = None
        self.row(f"rall_{level}", owner, node, of=owner)
        self.blocks[("rnode", level)] = None
        return Port("rn", level, node)

    def _any(self, owner: str, node: str, ports: list[Port]) -> Port:
        layered = any(port.layered for port in ports)
        level = max(port.level for port in ports if port.layered or not layered)
        for port in ports:
            if layered:
                self.row(f"rany_{port.family}_{level}_{port.level}", owner, node, port.name, of=owner)
                self.blocks[("rany", level, port.level, port.family, "M," if port.layered else "")] = None
            else:
                self.row(f"any_{port.family}_{level}_{port.level}", owner, node, port.name, of=owner)
                self.blocks[("any", level, port.level, port.family)] = None
        return Port("rn" if layered else "n", level, node)

    def condition(self, owner: str, condition: Condition) -> Port:
        """Compile one condition and remember where its truth is found."""
        key = (owner, condition)
        if key not in self.ports:
            self.ports[key] = self._condition(owner, condition)
        return self.ports[key]

    def _condition(self, owner: str, condition: Condition) -> Port:
        match condition:
            case Test():
                fact = FactKey(condition.reach.sort, condition.fact)
                return self._test(owner, condition.reach, fact, condition.check, condition.quantifier)
            case Listed(_, reach, listing, quantifier, notices):
                fact = FactKey(Sort.PARTY, listing, listing, notices)
                return self._test(owner, reach, fact, OneOf(frozenset({"yes"})), quantifier)
            case IsTerm(_, reach, term, quantifier):
                return self._isa(owner, reach, term, quantifier)
            case Share() | Stake():
                return self._computed(owner, condition)
            case Under(_, guard):
                leaf = self.leaf(guard)
                self._demand(owner).readings[guard.reading] = None
                self.row("under", owner, leaf, self.guard_id(guard, owner), of=owner)
                return Port("f", 0, leaf)
            case Differs():
                leaf = self.leaf((condition.reach, condition.fact, condition.other_reach, condition.other_fact))
                demand = self._demand(owner)
                demand.differs[(leaf, condition)] = None
                for reach, name in ((condition.reach, condition.fact), (condition.other_reach, condition.other_fact)):
                    fact = FactKey(reach.sort, name)
                    self.checks.setdefault(fact, {})
                    self.fact(fact)
                return Port("f", 0, leaf)
            case Reference():
                return self._reference(owner, condition)
            case Operates():
                return self._operates(owner, condition)
            case AnyOf(_, alternatives):
                ports = [self._alternative(owner, alternative) for alternative in alternatives]
                return self._any(owner, self.node(condition), ports)
            case _:
                assert_never(condition)

    def _alternative(self, owner: str, alternative: Alternative) -> Port:
        if entry := self.entries.get((owner, alternative)):
            port = self._isa(owner, replace(HERE, sort=self.terms[entry].sort), entry, Quantifier.SOME)
        elif len(alternative.conditions) == 1:
            port = self.condition(owner, alternative.conditions[0])
        else:
            port = self.conjunction(owner, self.node(alternative), alternative.conditions)
        self.ports[(owner, alternative)] = port
        return port

    # --- leaves ---------------------------------------------------------------------------------------------

    def _demand(self, owner: str) -> Demand:
        return self.demands.setdefault(owner, Demand())

    def _path(self, owner: str, leaf: str, reach: Reach) -> str:
        name = self.path(reach)
        demand = self._demand(owner)
        demand.reaches[(name, reach)] = None
        demand.leaves[(leaf, reach)] = None
        return name

    def _test(self, owner: str, reach: Reach, fact: FactKey, check: Check, quantifier: Quantifier) -> Port:
        if quantifier is Quantifier.EVERY:
            check = negated(check)
        predicate = "some" if quantifier is Quantifier.SOME else "none"
        self.checks.setdefault(fact, {})[check] = None
        leaf = self.leaf((predicate, reach, fact, check))
        path = self._path(owner, leaf, reach)
        self._demand(owner).facts[(reach, fact)] = None
        self.row(predicate, owner, leaf, path, self.fact(fact), self.test((fact, check)), of=owner)
        return Port("f", 0, leaf)

    def _isa(self, owner: str, reach: Reach, term: str, quantifier: Quantifier) -> Port:
        below = self.term_level(term)
        level = below + 1
        predicate = {Quantifier.SOME: "isa", Quantifier.NO: "nota", Quantifier.EVERY: "alla"}[quantifier]
        leaf = self.leaf((predicate, reach, term))
        path = self._path(owner, leaf, reach)
        self._demand(owner).terms[(reach, term)] = None
        self.row(f"{predicate}_{level}_{below}", owner, leaf, path, self.term(term), of=owner)
        if quantifier is not Quantifier.SOME:
            self.row(f"whole_{level}", owner, leaf, of=owner)
        self.blocks[("isa", level, below)] = None
        return Port("f", level, leaf)

    def _computed(self, owner: str, condition: Share | Stake) -> Port:
        match condition:
            case Share():
                term = counted_term(condition, self.terms[condition.term])
                self.terms.setdefault(term.name, term)
                return self._computed_leaf(owner, condition, "share", term.name, self._materials(condition.term))
            case Stake():
                return self._isa(owner, condition.reach, self._held_term(condition), condition.quantifier)
            case _:
                assert_never(condition)

    def _materials(self, name: str) -> tuple[str, ...]:
        """Name the terms of the materials of a term, where it has several."""
        entries = materials_of(self.law.terms, name)
        if len(entries) == 1:
            return ()
        owner, names = self.terms[name], [f"{name}, material {number}" for number in range(len(entries))]
        for each, entry in zip(names, entries, strict=True):
            self.terms.setdefault(each, replace(owner, name=each, conditions=entry, entries=False))
        return tuple(names)

    def _held_term(self, stake: Stake) -> str:
        """Name the term of the parties that are held as a stake test says, so that it is asked of each party alone."""
        here = replace(stake, reach=Reach(Root.SELF, (), Sort.PARTY), quantifier=Quantifier.SOME)
        modes = (here.operator, here.threshold, *_modes(here), here.control, here.control_fact)
        name = f"held by {here.term}: {modes}"
        if name in self.term_levels:
            return name
        owner = self.term(name)
        ways = [
            *self._by_share(owner, here, self._computed_leaf(owner, here, "stake", here.term)),
            self._computed_leaf(owner, here, "branch", here.term),
        ]
        port = self.join(owner, owner, [self._any(owner, self.node(here), ways)])
        self.row(f"term_{port.level}", owner, of=owner)
        self.blocks[("term", port.level)] = None
        self.term_levels[name] = port.level
        return name

    def _by_share(self, owner: str, stake: Stake, held: Port) -> list[Port]:
        """Q-50: either the reading asks for the share alone, or the holder controls it too."""
        if not stake.control:
            return [held]
        alone = self.condition(owner, Under(stake.span, Guard(stake.control, Control.SHARE_ALONE)))
        fact = FactKey(Sort.PARTY, stake.control_fact)
        control = self._test(owner, stake.reach, fact, OneOf(frozenset({"yes"})), Quantifier.SOME)
        return [
            self.join(owner, self.node((stake, "alone")), [held, alone]),
            self.join(owner, self.node((stake, "control")), [held, control]),
        ]

    def _computed_leaf(
        self, owner: str, condition: Share | Stake, kind: str, term: str, materials: tuple[str, ...] = ()
    ) -> Port:
        below = {each: self.term_level(each) for each in (term, *materials)}
        level = max(below.values()) + 1
        name = self.computed((kind, term, condition.operator, condition.threshold, *_modes(condition)))
        figure = self.figure((kind, term, *_modes(condition)))
        computed = self.computed_tests.setdefault(name, Computed(name, kind, term, level, condition, figure, materials))
        self.computed_for.setdefault(condition, computed)
        leaf = self.leaf((condition.reach, name))
        path = self._path(owner, leaf, condition.reach)
        self._demand(owner).computed[(condition.reach, computed)] = None
        self.row(f"computed_{level}", owner, leaf, path, name, of=owner)
        for each, at in below.items():
            self.row(f"seen_{level}_{at}", self.term(each), of=owner)
            self.blocks[("computed", level, at)] = None
        return Port("f", level, leaf)

    def _reference(self, owner: str, condition: Reference) -> Port:
        levels = {(path, self.aspect_levels[(path, condition.aspect)]) for path in condition.provisions}
        level = 1 + max((below for _, below in levels), default=0)
        leaf = self.leaf((condition.reach, condition.aspect, condition.provisions))
        demand = self._demand(owner)
        demand.references[(leaf, condition)] = None
        demand.leaves[(leaf, condition.reach)] = None
        self.row(f"refers_{level}", leaf, of=owner)
        self.blocks[("blurred", level)] = None
        for path, below in sorted(levels):
            name = self.provision(path)
            self.row(f"looks_{condition.aspect}_{level}_{below}", leaf, name, of=of_link(leaf, name))
            self.blocks[("reference", level, below, str(condition.aspect))] = None
        return Port("r", level, leaf)

    def _operates(self, owner: str, condition: Operates) -> Port:
        leaf = self.leaf((Operates, condition.target))
        clocks = {self.clocks[path]: path for path in reversed(within(self.law, condition.target))}
        self.targets[condition.target] = tuple(reversed(clocks.values()))
        for clock, path in clocks.items():
            self._demand(owner).clocks[path] = None
            self.row("runs", owner, leaf, clock, of=owner)
        self.blocks[("operating",)] = None
        return Port("r", 0, leaf)


def _modes(condition: Share | Stake) -> tuple[str, ...]:
    match condition:
        case Share():
            return (condition.adding, condition.nesting)
        case Stake():
            return (condition.interest, condition.chaining, condition.fixed or "")
        case _:
            assert_never(condition)
