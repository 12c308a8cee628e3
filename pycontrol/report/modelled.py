"""What is modelled, in words and as JSON: articles, entries of item lists, names of notices, measures of registers."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from pycontrol.determine.lines import short
from pycontrol.law.modelled import How, ModelledAnnex, ModelledNotice, ModelledRegister

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pycontrol.law.model import Code, Law, Measure, Noted, Text
    from pycontrol.law.modelled import ModelledArticle, ModelledEntry, ModelledList


def modelled_text(
    law: Law, articles: Sequence[ModelledArticle], lists: Sequence[ModelledList], *, entries: bool
) -> str:
    """Return what is modelled, by instrument. `entries`: each entry, name and measure, not only how many there are."""
    groups: list[Iterator[str]] = []
    for name, rows in groupby(articles, key=lambda row: row.instrument):
        own = [one for one in lists if not isinstance(one, ModelledRegister) and one.instrument == name]
        groups.append(_instrument(law, name, tuple(rows), own, entries=entries))
    shown = {row.instrument for row in articles}
    notices = (one for one in lists if isinstance(one, ModelledNotice))
    for name, found in groupby(notices, key=lambda one: one.list):
        whole = tuple(found)
        if len(whole) == len(law.lists[name].notices):
            groups.append(_party_list(law, name, whole, shown, entries=entries))
    groups += [_register(one, entries=entries) for one in lists if isinstance(one, ModelledRegister)]
    return "\n\n".join("\n".join(group) for group in groups) + "\n"


def _instrument(
    law: Law, name: str, rows: Sequence[ModelledArticle], own: Iterable[ModelledList], *, entries: bool
) -> Iterator[str]:
    header = law.instruments[name]
    yield f"{name} · {header.cite.en} · checked to {header.checked_to}"
    told: set[object] = set()
    for row in rows:
        notes = [note for note in row.notes if note not in told]
        told |= {*notes}
        if row.notes and not notes and not row.provisions:
            continue
        yield f"  {_label(row)}: {row.how}"
        if row.provisions:
            yield f"    {', '.join(short(row.provisions))}"
        if row.readings:
            yield f"    readings: {', '.join(row.readings)}"
        if row.open:
            yield f"    to be looked up: {', '.join(row.open)}"
        yield from (f"    noted: {note.gist.en} -- {note.because}{_mark(note)}" for note in notes)
    for one in own:
        match one:
            case ModelledAnnex():
                yield from _annex(one, entries=entries)
            case ModelledNotice():
                yield f"  names on {one.list}: {_count(one)}"
                yield from (f"    {words.en}" for words in one.names if entries)
            case ModelledRegister():
                pass
            case _:
                assert_never(one)


def _mark(note: Noted) -> str:
    return f" (confidence {note.confidence})" if note.confidence else ""


def _label(row: ModelledArticle) -> str:
    note = row.notes[0] if row.notes and not row.provisions else None
    if note and note.first != note.last:
        return f"articles {note.first} to {note.last}"
    return f"article {row.article}"


# --- lists --------------------------------------------------------------------------------------------------


def _annex(annex: ModelledAnnex, *, entries: bool) -> Iterator[str]:
    how = Counter(entry.how for entry in annex.entries)
    parts = [f"{how[one]} {one}" for one in How if how[one]]
    marks = Counter(entry.confidence for entry in annex.entries if entry.confidence)
    confidence = f" (confidence {', '.join(f'{mark} {count}' for mark, count in marks.items())})" if marks else ""
    number = len(annex.entries)
    yield f"  {annex.name}, {annex.title.en}: {number} {_plural(number, 'entry', 'entries')}, {'; '.join(parts)}{confidence}"
    if entries:
        for entry in annex.entries:
            yield from _entry(entry)


def _entry(entry: ModelledEntry) -> Iterator[str]:
    cells = (entry.label, _code(entry.code), entry.title.en, entry.confidence, entry.how)
    yield f"    {' · '.join(cell for cell in cells if cell)}"
    if entry.open:
        yield f"      to be looked up: {', '.join(entry.open)}"
    if entry.readings:
        yield f"      readings: {', '.join(entry.readings)}"


def _code(code: Code | None) -> str:
    if code is None:
        return ""
    return f"{code.printed} (suspected {code.suspected})" if code.suspected else code.printed


def _count(notice: ModelledNotice) -> str:
    held = len(notice.names)
    word = "complete" if notice.notice.complete else "partial"
    return f"{notice.notice.count} named, {held} held, {word} ({notice.notice.note.en})"


def _party_list(
    law: Law, name: str, notices: Sequence[ModelledNotice], shown: set[str], *, entries: bool
) -> Iterator[str]:
    found = law.lists[name]
    named, held = sum(one.notice.count for one in notices), sum(len(one.names) for one in notices)
    word = "complete" if found.complete else "partial"
    number = f"{len(notices)} {_plural(len(notices), 'notice', 'notices')}"
    yield f"{name} · {found.title.en} · {number}, {named} named, {held} held, {word}"
    for one in notices:
        if one.instrument not in shown:
            yield f"  {one.notice.name}: {_count(one)}"
            yield from (f"    {words.en}" for words in one.names if entries)


def _register(register: ModelledRegister, *, entries: bool) -> Iterator[str]:
    carried = sum(bool(one.instrument) for one in register.measures)
    number = len(register.measures)
    yield f"register · {register.title.en} · {number} {_plural(number, 'measure', 'measures')}, {carried} carried by an instrument here"
    yield from (f"  {_measure(one)}" for one in register.measures if entries)


def _measure(one: Measure) -> str:
    carried = f" · of {one.instrument}" if one.instrument else ""
    return f"{one.day} · {one.name} · {one.issuer} · {one.title.en} · {one.confidence}{carried}"


def _plural(number: int, one: str, several: str) -> str:
    return one if number == 1 else several


# --- as JSON ------------------------------------------------------------------------------------------------


def modelled_data(law: Law, articles: Iterable[ModelledArticle], lists: Sequence[ModelledList]) -> Mapping[str, object]:
    """Return what is modelled as JSON holds it: articles, item lists, notices and registers."""
    return {
        "articles": [
            {
                "instrument": row.instrument,
                "article": row.article,
                "how": str(row.how),
                "checked-to": str(law.instruments[row.instrument].checked_to),
                "provisions": list(row.provisions),
                "readings": list(row.readings),
                "open": list(row.open),
                "noted": [
                    {"gist": _words(note.gist), "because": note.because, "confidence": note.confidence}
                    for note in row.notes
                ],
            }
            for row in articles
        ],
        "annexes": [
            {
                "instrument": one.instrument,
                "name": one.name,
                "title": _words(one.title),
                "entries": [_entry_data(entry) for entry in one.entries],
            }
            for one in lists
            if isinstance(one, ModelledAnnex)
        ],
        "notices": [
            {
                "instrument": one.instrument,
                "list": one.list,
                "note": _words(one.notice.note),
                "named": one.notice.count,
                "complete": one.notice.complete,
                "names": [_words(name) for name in one.names],
            }
            for one in lists
            if isinstance(one, ModelledNotice)
        ],
        "registers": [
            {
                "title": _words(one.title),
                "measures": [
                    {"name": each.name, "day": each.day, "confidence": each.confidence, "instrument": each.instrument}
                    for each in one.measures
                ],
            }
            for one in lists
            if isinstance(one, ModelledRegister)
        ],
    }


def _entry_data(entry: ModelledEntry) -> Mapping[str, object]:
    code = {"printed": entry.code.printed, "suspected": entry.code.suspected} if entry.code else None
    return {
        "label": entry.label,
        "code": code,
        "title": _words(entry.title),
        "confidence": entry.confidence,
        "how": str(entry.how),
        "readings": list(entry.readings),
        "open": list(entry.open),
    }


def _words(words: Text) -> Mapping[str, str]:
    return {"en": words.en, "zh": words.zh}
