"""A law becomes a program: rows for its conditions, norms and dates, and the page at the levels that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.asp.domains import figures, listings, readings, regions, tied
from pycontrol.asp.leaves import Compiler, Demand
from pycontrol.asp.owners import of_link
from pycontrol.asp.page import Page
from pycontrol.asp.presupposed import conditions_of
from pycontrol.asp.program import Class, Clock, Coded, Link, Parts, Program, Wants
from pycontrol.asp.regions import Judge
from pycontrol.law.coded import coded_entries
from pycontrol.law.cures import cure_of
from pycontrol.law.model import AnyOf, Aspect, Modality, Operates, Reference
from pycontrol.law.status import operations, suspensions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.asp.program import Port
    from pycontrol.law.model import Condition, Law, Operation, Period, Provision, Suspension

_CURABLE = (Modality.LICENCE, Modality.PROHIBITION)

Classes = dict[str, Class]
"""The class of each provision, by its path."""
ClockKey = tuple[str, "tuple[Period, ...]", "tuple[Suspension, ...]", "tuple[Operation, ...]", "dt.date | None"]
"""What provisions that live and sleep together have alike: instrument, periods, what aims at them, and the day they came."""


def compile_law(law: Law) -> Program:
    """Compile `law`, whose cycles were refused when it was loaded."""
    classes = _classes(law)
    clocks = _clocks(law)
    clock_of = {path: clocks[_clock_key(law, provision)] for path, provision in law.provisions.items()}
    compiler = Compiler(law, {path: clock.name for path, clock in clock_of.items()})
    conditions = {path: conditions_of(provision) for path, provision in law.provisions.items()}
    plain = {
        path: _provision(compiler, provision, conditions[path], classes[path])
        for path, provision in law.provisions.items()
    }
    coded = tuple(_coded(compiler))
    links = (*_defeats(compiler), *_hanging(compiler))
    grains = {path: f"o{n}" for n, path in enumerate(_grain_paths(law))}
    _grains(compiler, classes, grains)
    readings(compiler)
    tied(compiler)
    listings(compiler)
    figures(compiler)
    judge = Judge(law.vocabulary.territories, {r.name: tuple(v for v, _ in r.values) for r in law.readings.values()})
    cut = {key: regions(compiler, judge, key) for key in compiler.checks}
    return Program(
        law=law,
        page=Page.of(compiler.blocks, compiler.rows),
        rows={owner: "\n".join(rows) for owner, rows in compiler.rows.items()},
        entries=Parts(compiler.entries),
        coded=coded,
        judge=judge,
        classes=tuple(sorted(classes.values(), key=lambda one: compiler.aspect_levels[(one.path, Aspect.APPLIES)])),
        class_of=classes,
        wants={owner: _wants(demand) for owner, demand in compiler.demands.items()},
        terms=compiler.terms,
        term_ids=compiler.term.names,
        term_levels=compiler.term_levels,
        fact_ids=compiler.fact.names,
        tie_ids=compiler.tie.names,
        regions=cut,
        checks={key: tuple(checks) for key, checks in compiler.checks.items()},
        provision_ids=compiler.provision.names,
        clocks=tuple(clocks.values()),
        clock_of=clock_of,
        links=links,
        guards=compiler.guard.names,
        cure_ids=compiler.cure.names,
        list_ids=compiler.list.names,
        notice_ids=compiler.notice.names,
        reading_ids=compiler.reading.names,
        reading_values=compiler.value.names,
        event_ids={name: f"e{n}" for n, name in enumerate(law.events)},
        branch_ids={(e.name, b.name): f"b{n}" for e in law.events.values() for n, b in enumerate(e.branches)},
        computed_for=compiler.computed_for,
        ports=Parts(compiler.ports),
        conditions=conditions,
        plain=plain,
        aspect_levels=compiler.aspect_levels,
        grain_ids=grains,
        targets=compiler.targets,
    )


def _coded(compiler: Compiler) -> Iterator[Coded]:
    """Compile every list with codes, cited or not, so that each entry is known by its code."""
    for entry in coded_entries(compiler.law):
        compiler.term_level(entry.owner)
        term = compiler.entries[(compiler.term(entry.owner), entry.alternative)]
        near: tuple[str, ...] = ()
        if entry.near is not None:
            compiler.term_level(entry.near_owner)
            near = (compiler.entries[(compiler.term(entry.near_owner), entry.near)], entry.near_owner)
        for name in (term, *near):
            compiler.blocks[("coded", compiler.term_levels[name])] = None
        yield Coded(entry, compiler.law.instruments[entry.instrument].regime, term, near)


# --- classes and clocks -------------------------------------------------------------------------------------


def _classes(law: Law) -> Classes:
    return {
        path: Class(
            f"s{number}",
            f"u{number}",
            path,
            one.kinds,
            one.bearer,
            one.per_item,
            law.instruments[one.instrument].regime,
        )
        for number, (path, one) in enumerate(law.provisions.items())
    }


def _clock_key(law: Law, provision: Provision) -> ClockKey:
    path = provision.path
    return provision.instrument, provision.periods, suspensions(law, path), operations(law, path), provision.added


def _clocks(law: Law) -> dict[ClockKey, Clock]:
    clocks: dict[ClockKey, Clock] = {}
    for provision in law.provisions.values():
        key = _clock_key(law, provision)
        clocks.setdefault(key, Clock(f"c{len(clocks)}", *key))
    return clocks


# --- provisions ---------------------------------------------------------------------------------------------


def _aspect_level(compiler: Compiler, path: str, aspect: Aspect) -> int:
    """Return the level of one node of a provision; the law's cycles were refused, so this ends."""
    key = (path, aspect)
    if key not in compiler.aspect_levels:
        provision = compiler.law.provisions[path]
        if aspect is Aspect.APPLIES:
            beyond = [found for condition in conditions_of(provision) for found in _beyond(condition)]
            level = max((deep + _level_below(compiler, one) for one, deep in beyond), default=0)
        else:
            applies = _aspect_level(compiler, path, Aspect.APPLIES)
            defeaters = [1 + _aspect_level(compiler, defeat.by, Aspect.STANDS) for defeat in provision.defeats]
            level = max([applies, *defeaters])
        compiler.aspect_levels[key] = level
    return compiler.aspect_levels[key]


def _level_below(compiler: Compiler, condition: Reference | Operates) -> int:
    """Return the level at which it is known what a condition looks at; whether law operates is known before all else."""
    if isinstance(condition, Operates):
        return 0
    below = (_aspect_level(compiler, path, condition.aspect) for path in condition.provisions)
    return 1 + max(below, default=-1)


def looks_beyond(condition: Condition) -> bool:
    """Whether a condition looks at other law, not at facts only."""
    return any(True for _ in _beyond(condition))


def _beyond(condition: Condition, nesting: int = 0) -> Iterator[tuple[Reference | Operates, int]]:
    match condition:
        case Reference() | Operates():
            yield condition, nesting
        case AnyOf():
            for alternative in condition.alternatives:
                for inner in alternative.conditions:
                    yield from _beyond(inner, nesting + 2)
        case _:
            pass


def _provision(compiler: Compiler, provision: Provision, conditions: tuple[Condition, ...], group: Class) -> Port:
    """Compile a provision; return where it is found whether its conditions hold that look at facts only."""
    name = compiler.provision(provision.path)
    owner, clock = group.name, compiler.clocks[provision.path]
    for condition in conditions:
        for reference, _ in _beyond(condition):
            _level_below(compiler, reference)
    plain = compiler.conjunction(group.plain, name, tuple(one for one in conditions if not looks_beyond(one)))
    layered = [compiler.condition(owner, one) for one in conditions if looks_beyond(one)]
    level = _aspect_level(compiler, provision.path, Aspect.APPLIES)
    if layered:
        below = compiler.join(owner, name, layered).level
        compiler.row(f"rnorm_{level}_{plain.level}_{below}", owner, name, clock, of=owner)
        compiler.blocks[("rapplies", level, plain.level, below)] = None
    else:
        compiler.row(f"norm_{level}_{plain.level}", owner, name, clock, of=owner)
        compiler.blocks[("applies", level, plain.level)] = None
    _norm(compiler, provision, owner, level)
    return plain


def _norm(compiler: Compiler, provision: Provision, owner: str, applies: int) -> None:
    name = compiler.provision(provision.path)
    stands = _aspect_level(compiler, provision.path, Aspect.STANDS)
    _aspect_level(compiler, provision.path, Aspect.BREACH)
    if provision.defeats:
        compiler.row(f"weak_{stands}_{applies}", name, of=owner)
        compiler.blocks[("stands", stands, applies)] = None
        compiler.blocks[("beaten", stands)] = None
    else:
        compiler.row(f"firm_{stands}", name, of=owner)
        compiler.blocks[("unbeaten", stands)] = None
    if provision.norm.modality in _CURABLE:
        compiler.row(f"curable_{stands}", name, of=owner)
        compiler.row("cures", compiler.cure(cure_of(provision)), name, of=owner)
        compiler.blocks[("breach", stands)] = None
    if provision.norm.modality is Modality.DUTY:
        compiler.row(f"due_{stands}", name, of=owner)
        compiler.blocks[("breach", stands)] = None
    if not provision.norm.hangs_on:
        compiler.row(f"plain_{stands}", name, of=owner)
        compiler.blocks[("outcome", stands)] = None


def _same_regime(law: Law, one: Provision, other: Provision) -> bool:
    """Defeat never crosses a regime; the loader refuses it, and a law built by hand is held to it here."""
    return law.instruments[one.instrument].regime == law.instruments[other.instrument].regime


def _defeats(compiler: Compiler) -> Iterator[Link]:
    provisions = compiler.law.provisions
    for path, provision in provisions.items():
        applies = _aspect_level(compiler, path, Aspect.APPLIES)
        stands = _aspect_level(compiler, path, Aspect.STANDS)
        for defeat in provision.defeats:
            other = provisions[defeat.by]
            if not _same_regime(compiler.law, provision, other):
                continue
            link, below = _link(compiler, path, defeat.by, same_bearer=provision.bearer == other.bearer)
            names = compiler.provision(path), compiler.provision(defeat.by)
            guard = compiler.guard_id(defeat.guard, link.name)
            compiler.row(f"defeats_{stands}_{applies}_{below}", *names, link.meeting, guard, of=link.name)
            compiler.blocks[("defeated", stands, applies, below)] = None
            yield link


def _hanging(compiler: Compiler) -> Iterator[Link]:
    for path, provision in compiler.law.provisions.items():
        stands = _aspect_level(compiler, path, Aspect.STANDS)
        for target in provision.norm.hangs_on:
            link, below = _link(compiler, path, target, same_bearer=False)
            compiler.row(f"hangs_{stands}_{below}", compiler.provision(path), link.meeting, of=link.name)
            compiler.blocks[("hanging", stands, below)] = None
            yield link


def _link(compiler: Compiler, first: str, second: str, *, same_bearer: bool) -> tuple[Link, int]:
    """Return the link from a provision to another, and the level at which that stands; what meets it is the same for all."""
    below = _aspect_level(compiler, second, Aspect.STANDS)
    compiler.blocks[("met", below)] = None
    meeting = f"z{compiler.node(('met', second, same_bearer))}"
    return Link(of_link(meeting, compiler.provision(first)), meeting, first, second, same_bearer), below


# --- grains -------------------------------------------------------------------------------------------------


def grains_of(law: Law, provision: Provision) -> tuple[str, ...]:
    """Return the grains of a provision: itself, its article, its instrument and its regime."""
    article = f"{provision.instrument}/{provision.article}"
    return provision.path, article, provision.instrument, law.instruments[provision.instrument].regime


def word_of(provision: Provision) -> str:
    """Return the word by which a regime's severity order ranks a norm: its review policy, else its modality."""
    return provision.norm.what if provision.norm.modality is Modality.REVIEW else str(provision.norm.modality)


def _grain_paths(law: Law) -> dict[str, None]:
    return dict.fromkeys(path for provision in law.provisions.values() for path in grains_of(law, provision))


def _grains(compiler: Compiler, classes: Classes, grains: dict[str, str]) -> None:
    for provision in compiler.law.provisions.values():
        for path in dict.fromkeys(grains_of(compiler.law, provision)):
            name = compiler.provision(provision.path)
            compiler.row("within_grain", name, f'"{word_of(provision)}"', grains[path], of=classes[provision.path].name)


def _wants(demand: Demand) -> Wants:
    return Wants(
        tuple(demand.facts),
        tuple(demand.terms),
        tuple(demand.computed),
        tuple(demand.differs),
        tuple(demand.references),
        tuple(demand.leaves),
        tuple(demand.reaches),
        tuple(demand.readings),
        tuple(demand.clocks),
    )
