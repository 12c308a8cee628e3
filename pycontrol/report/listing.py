"""What stands beside the law, in words: the register of measures, and the counterparts of provisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pycontrol.diagnostics import visible
from pycontrol.report.md import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pycontrol.law.model import Cited, Counterpart, Law, Measure, Text
    from pycontrol.phrases import Tongue


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under a title. As text, the first `head` cells of a row stand on its first line, all others below it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    head: int


def listing_text(listings: Iterable[Listing]) -> str:
    """Return listings as plain text."""
    return "\n\n".join("\n".join(_lines(one)) for one in listings) + "\n"


def _lines(listing: Listing) -> Iterator[str]:
    yield listing.title
    for row in listing.rows:
        yield f"  {' · '.join(filter(None, row[: listing.head]))}"
        below = zip(listing.columns[listing.head :], row[listing.head :], strict=True)
        yield from (f"      {column}: {cell}" for column, cell in below if cell)


def listing_markdown(listings: Iterable[Listing]) -> str:
    """Return listings as Markdown tables."""
    return "\n\n".join("\n".join(_marked(one)) for one in listings) + "\n"


def _marked(listing: Listing) -> Iterator[str]:
    yield f"## {plain(listing.title)}"
    yield ""
    for row in (listing.columns, ("---",) * len(listing.columns), *listing.rows):
        yield f"| {' | '.join(cell if cell == '---' else plain(cell) for cell in row)} |"


def register(measures: Iterable[Measure], law: Law, tongue: Tongue) -> tuple[Listing, ...]:
    """Return the measures of each register, in the order given."""
    found: dict[Text, list[Measure]] = {}
    for measure in measures:
        found.setdefault(measure.register, []).append(measure)
    names = ("day", "issuer", "title", "mark", "answers", "carried by", "because")
    columns = tuple(tongue.say(f"column {name}") for name in names)
    return tuple(
        Listing(tongue.law(title), columns, tuple(_measure(one, law, tongue) for one in rows), head=4)
        for title, rows in found.items()
    )


def _measure(measure: Measure, law: Law, tongue: Tongue) -> tuple[str, ...]:
    instrument = law.instruments.get(measure.instrument)
    carried = f"{instrument.name}, {tongue.law(instrument.cite)}" if instrument else ""
    answers = (
        f"{tongue.law(law.measures[name].day)} {tongue.law(law.measures[name].title)}" for name in measure.answers
    )
    return (
        tongue.law(measure.day),
        visible(measure.issuer),
        tongue.law(measure.title),
        measure.confidence,
        "; ".join(answers),
        carried,
        tongue.law(measure.because),
    )


def counterparts(found: Iterable[Counterpart], tongue: Tongue) -> tuple[Listing, ...]:
    """Return the counterparts of provisions as one table."""
    names = ("here", "here title", "there", "there title", "difference", "difference mark", "marks")
    columns = tuple(tongue.say(f"column {name}") for name in names)
    rows = tuple(
        (
            one.here.path,
            tongue.law(one.here.title),
            one.there.path,
            tongue.law(one.there.title),
            tongue.law(one.difference),
            one.confidence,
            _marks(one.here, one.there),
        )
        for one in found
    )
    return (Listing(tongue.say("counterparts"), columns, rows, head=4),) if rows else ()


def _marks(here: Cited, there: Cited) -> str:
    return " / ".join(one.confidence or "–" for one in (here, there))


# --- as JSON -----------------------------------------------------------------------------------------------


def register_data(measures: Iterable[Measure]) -> list[Mapping[str, object]]:
    """Return the measures as JSON holds them; what is empty is left out."""
    return [
        _full(
            name=one.name,
            day=one.day.en,
            first=str(one.first),
            last=str(one.last),
            issuer=one.issuer,
            title=_words(one.title),
            confidence=one.confidence,
            because=_words(one.because),
            answers=list(one.answers),
            instrument=one.instrument,
        )
        for one in measures
    ]


def counterparts_data(found: Iterable[Counterpart]) -> list[Mapping[str, object]]:
    """Return the counterparts as JSON holds them."""
    return [
        _full(
            here=_cited(one.here),
            there=_cited(one.there),
            difference=_words(one.difference),
            confidence=one.confidence,
        )
        for one in found
    ]


def _cited(one: Cited) -> Mapping[str, object]:
    return _full(citation=one.path, title=_words(one.title), confidence=one.confidence)


def _words(words: Text) -> Mapping[str, object]:
    return _full(en=words.en, zh=words.zh)


def _full(**cells: object) -> Mapping[str, object]:
    return {name: cell for name, cell in cells.items() if cell}
