"""Headers become regimes and instruments; what instruments do to each other, and say of themselves, becomes data."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pycontrol.law.articles import articles_written, check_articles
from pycontrol.law.model import Instrument, Noted, Operation, Overlap, Regime, Suspension
from pycontrol.law.names import Scope, cited_by_all, cited_path, cited_target, instrument_named
from pycontrol.law.periods import in_force, periods
from pycontrol.law.problems import mistake, twice, unknown
from pycontrol.law.wording import mark_of, text
from pycontrol.syntax import tree

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from pycontrol.law.model import Event, Period, Reading
    from pycontrol.law.names import Names
    from pycontrol.law.problems import Problems


def regimes(declared: Iterable[tree.Regime], problems: Problems) -> dict[str, Regime]:
    """Return the legal orders."""
    found: dict[str, Regime] = {}
    for node in declared:
        with problems.noted(f"regime `{node.name.text}`"):
            if node.name.text in found:
                raise twice("L201", "regime", node.name, found[node.name.text].span)
            severity = tuple(word.text for word in node.severity)
            found[node.name.text] = Regime(node.name.text, text(node.title), severity, node.name.span)
            for place, word in enumerate(node.severity):
                if word.text in severity[:place]:
                    raise twice("L202", "outcome", word, None)
    return found


def instruments_written(declared: Iterable[tree.Instrument], problems: Problems) -> dict[str, tree.Instrument]:
    """Return the instruments as written, by name."""
    found: dict[str, tree.Instrument] = {}
    for node in declared:
        with problems.noted(node.cite.en):
            if node.name.text in found:
                raise twice("L203", "instrument", node.name, found[node.name.text].name.span)
            found[node.name.text] = node
    return found


def instruments(
    written: Mapping[str, tree.Instrument],
    known: Collection[str],
    readings: Mapping[str, Reading],
    problems: Problems,
) -> dict[str, Instrument]:
    """Return the instruments; `known` are the names of the regimes."""
    found: dict[str, Instrument] = {}
    for name, node in written.items():
        check_articles(node, problems)
        _check_header(node, known, written, problems)
        begins, ends = _life(node, readings, problems)
        found[name] = Instrument(
            name=name,
            title=text(node.title),
            cite=text(node.cite),
            regime=node.regime.text,
            issued=node.issued.value,
            issuer=node.issuer.text,
            articles=articles_written(node),
            zone=node.zone.text,
            checked_to=node.checked_to.value,
            basis=tuple(word.text for word in node.basis),
            begins=begins,
            ends=ends,
            neighbour=text(node.neighbour) if node.neighbour else None,
            predecessor=text(node.predecessor) if node.predecessor else None,
            confidence=mark_of(node.confidence),
            context=tuple(dict.fromkeys(word.text for word in node.context)),
            span=node.name.span,
        )
    return found


def _check_header(node: tree.Instrument, known: Collection[str], written: Collection[str], problems: Problems) -> None:
    with problems.noted(node.cite.en):
        if node.regime.text not in known:
            raise unknown("L204", "regime", node.regime, known, cure='declare it with `regime … "…" severity …`')
    for word in node.basis:
        with problems.noted(node.cite.en):
            instrument_named(word, written)
    with problems.noted(node.cite.en):
        if node.checked_to.value < node.issued.value:
            raise mistake(
                "L205",
                f"`{node.name.text}` was checked before it was issued",
                node.checked_to.span,
                cure="write the day up to which its status is known",
            )
    with problems.noted(node.cite.en):
        try:
            ZoneInfo(node.zone.text)
        except (LookupError, ValueError, OSError) as error:
            cure = "write a zone such as `Asia/Shanghai`"
            raise mistake("L206", f"unknown time zone `{node.zone.text}`", node.zone.span, cure=cure) from error


def _life(
    node: tree.Instrument, readings: Mapping[str, Reading], problems: Problems
) -> tuple[dt.date | None, dt.date | None]:
    """Return the earliest first day and the latest last day that the header gives, in any reading."""
    found: tuple[Period, ...] = ()
    with problems.noted(node.cite.en):
        found = in_force(node.starts, node.ends, node.issued.value, readings)
    lasts = [period.last for period in found if period.last]
    begins = min((period.first for period in found), default=None) if node.starts else None
    return begins, max(lasts) if lasts and len(lasts) == len(found) else None


# --- instruments on instruments -----------------------------------------------------------------------------


def suspensions(
    written: Mapping[str, tree.Instrument], events: Mapping[str, Event], names: Names, problems: Problems
) -> tuple[Suspension, ...]:
    """Return what takes instruments, or parts of them, out of operation, or may have."""
    found: list[Suspension] = []
    for name, node in written.items():
        scope = Scope(names, name)
        for part in node.body:
            if isinstance(part, tree.Suspends | tree.Unconfirmed):
                event = part.event if isinstance(part, tree.Unconfirmed) else None
                with problems.noted(node.cite.en):
                    if event and event.text not in events:
                        raise unknown("L207", "event", event, events, cure="declare it with `event` and its branches")
                    found.append(
                        Suspension(
                            by=name,
                            targets=_targets(part.targets, scope, problems, node.cite.en),
                            periods=periods(part.periods, names.readings, problems, node.cite.en),
                            event=event.text if event else "",
                            confidence=mark_of(part.confidence),
                            because=_because(part.confidence),
                            span=part.span,
                        )
                    )
    return tuple(found)


def operations(written: Mapping[str, tree.Instrument], names: Names, problems: Problems) -> tuple[Operation, ...]:
    """Return what says that instruments, or parts of them, operate again."""
    found: list[Operation] = []
    for name, node in written.items():
        scope = Scope(names, name)
        for part in node.body:
            if isinstance(part, tree.Operates):
                with problems.noted(node.cite.en):
                    found.append(
                        Operation(
                            by=name,
                            targets=_targets(part.targets, scope, problems, node.cite.en),
                            periods=periods(part.periods, names.readings, problems, node.cite.en),
                            confidence=mark_of(part.confidence),
                            because=_because(part.confidence),
                            span=part.span,
                        )
                    )
    return tuple(found)


def _targets(nodes: tuple[tree.Citation, ...], scope: Scope, problems: Problems, place: str) -> tuple[str, ...]:
    """Return the paths cited. A part must hold a provision; an instrument may be written without any."""
    found: dict[str, None] = {}
    for node in nodes:
        with problems.noted(place):
            found[cited_target(node, scope) if node.path else cited_path(node, scope)] = None
    return tuple(found)


def _because(node: tree.Confidence | None) -> str:
    return node.because.en if node and node.because else ""


# --- notes, overlaps ----------------------------------------------------------------------------------------


def noted(written: Mapping[str, tree.Instrument]) -> tuple[Noted, ...]:
    """Return the articles that are not encoded, each with the reason."""
    return tuple(
        Noted(
            name,
            part.first.text,
            part.last.text,
            text(part.gist),
            part.because.en,
            mark_of(part.confidence),
            part.span,
        )
        for name, node in written.items()
        for part in node.body
        if isinstance(part, tree.Noted)
    )


def overlaps(written: Mapping[str, tree.Instrument], names: Names, problems: Problems) -> tuple[Overlap, ...]:
    """Return the overlaps that are declared."""
    found: list[Overlap] = []
    for name, node in written.items():
        scope = Scope(names, name)
        for part in node.body:
            if isinstance(part, tree.Overlap):
                with problems.noted(node.cite.en):
                    first, second = (cited_by_all(each, scope) for each in (part.first, part.second))
                    found.append(Overlap(first, second, part.because.en, part.span))
    return tuple(found)
