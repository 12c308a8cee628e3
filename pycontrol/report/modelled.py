"""What is modelled, in words and as JSON: articles, entries of item lists, names of notices, measures of registers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from pycontrol.determine.lines import short
from pycontrol.law.modelled import How, ModelledAnnex, ModelledNotice, ModelledRegister
from pycontrol.phrases import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pycontrol.law.model import Code, Law, Measure, Noted
    from pycontrol.law.modelled import ModelledArticle, ModelledEntry, ModelledList
    from pycontrol.phrases import Tongue


def modelled_text(
    law: Law, articles: Sequence[ModelledArticle], lists: Sequence[ModelledList], tongue: Tongue, *, entries: bool
) -> str:
    """Return what is modelled, by instrument. `entries`: each entry, name and measure, not only how many there are."""
    writer = _Writer(law, tongue, entries=entries)
    groups: list[Iterator[str]] = []
    for name, rows in groupby(articles, key=lambda row: row.instrument):
        own = [one for one in lists if not isinstance(one, ModelledRegister) and one.instrument == name]
        groups.append(writer.instrument(name, tuple(rows), own))
    shown = {row.instrument for row in articles}
    notices = (one for one in lists if isinstance(one, ModelledNotice))
    for name, found in groupby(notices, key=lambda one: one.list):
        whole = tuple(found)
        if len(whole) == len(law.lists[name].notices):
            groups.append(writer.party_list(name, whole, shown))
    groups += [writer.register(one) for one in lists if isinstance(one, ModelledRegister)]
    return "\n\n".join("\n".join(group) for group in groups) + "\n"


@dataclass(frozen=True)
class _Writer:
    law: Law
    tongue: Tongue
    entries: bool

    def instrument(self, name: str, rows: Sequence[ModelledArticle], own: Iterable[ModelledList]) -> Iterator[str]:
        header = self.law.instruments[name]
        yield f"{name} · {self.tongue.law(header.cite)} · {self.tongue.say('checked to', day=header.checked_to)}"
        told: set[object] = set()
        for row in rows:
            notes = [note for note in row.notes if note not in told]
            told |= {*notes}
            if not row.notes or notes or row.provisions:
                yield from self._article(row, notes)
        for one in own:
            match one:
                case ModelledAnnex():
                    yield from self._annex(one)
                case ModelledNotice():
                    yield f"  {self.tongue.say('names on', list=one.list, words=self._count(one))}"
                    yield from self._names(one)
                case ModelledRegister():
                    pass
                case _:
                    assert_never(one)

    def _article(self, row: ModelledArticle, notes: Iterable[Noted]) -> Iterator[str]:
        yield f"  {self._label(row)}: {self.tongue.say(row.how)}"
        if row.provisions:
            yield f"    {', '.join(short(row.provisions))}"
        yield from (f"    {line}" for line in self._hangs_on(row))
        for note in notes:
            mark = self.tongue.say("marked", mark=note.confidence) if note.confidence else ""
            words = self.tongue.say("noted because", gist=note.gist, because=Text(note.because))
            yield f"    {words}{mark}"

    def _label(self, row: ModelledArticle) -> str:
        note = row.notes[0] if row.notes and not row.provisions else None
        if note and note.first != note.last:
            return self.tongue.say("articles", first=note.first, last=note.last)
        return self.tongue.say("article", article=row.article)

    def _hangs_on(self, row: ModelledArticle | ModelledEntry) -> Iterator[str]:
        if row.readings:
            yield self.tongue.say("hangs on readings", names=", ".join(row.readings))
        if row.open:
            yield self.tongue.say("hangs on open", names=", ".join(row.open))

    # --- lists ----------------------------------------------------------------------------------------------

    def _annex(self, annex: ModelledAnnex) -> Iterator[str]:
        say = self.tongue.say
        how = Counter(entry.how for entry in annex.entries)
        parts = "; ".join(f"{how[one]} {say(one)}" for one in How if how[one])
        marks = Counter(entry.confidence for entry in annex.entries if entry.confidence)
        marked = say("marked", mark=", ".join(f"{mark} {count}" for mark, count in marks.items())) if marks else ""
        yield f"  {annex.name}, {self.tongue.law(annex.title)}: {self._number('entries', annex.entries)}, {parts}{marked}"
        if self.entries:
            for entry in annex.entries:
                cells = (
                    entry.label,
                    self._code(entry.code),
                    self.tongue.law(entry.title),
                    entry.confidence,
                    say(entry.how),
                )
                yield f"    {' · '.join(cell for cell in cells if cell)}"
                yield from (f"      {line}" for line in self._hangs_on(entry))

    def _code(self, code: Code | None) -> str:
        if code is None:
            return ""
        printed, suspected = code.printed or self.tongue.say("code not held"), code.suspected
        return self.tongue.say("code suspected", code=printed, suspected=suspected) if suspected else printed

    def _count(self, notice: ModelledNotice) -> str:
        told = notice.notice
        words = self._held(told.count, len(notice.names), complete=told.complete)
        return self.tongue.say("noted list", words=words, note=told.note)

    def _held(self, named: int, held: int, *, complete: bool) -> str:
        known = say("complete" if complete else "partial")
        return self.tongue.say("named and held", named=named, held=held, known=known)

    def _names(self, notice: ModelledNotice) -> Iterator[str]:
        yield from (f"    {self.tongue.law(words)}" for words in notice.names if self.entries)

    def party_list(self, name: str, notices: Sequence[ModelledNotice], shown: set[str]) -> Iterator[str]:
        found = self.law.lists[name]
        named, held = sum(one.notice.count for one in notices), sum(len(one.names) for one in notices)
        words = self._held(named, held, complete=found.complete)
        yield f"{name} · {self.tongue.law(found.title)} · {self._number('notices', notices)}, {words}"
        for one in notices:
            if one.instrument not in shown:
                yield f"  {one.notice.name}: {self._count(one)}"
                yield from self._names(one)

    def register(self, register: ModelledRegister) -> Iterator[str]:
        say, title = self.tongue.say, self.tongue.law(register.title)
        carried = say("carried", count=sum(bool(one.instrument) for one in register.measures))
        yield f"{say('register')} · {title} · {self._number('measures', register.measures)}, {carried}"
        yield from (f"  {self._measure(one)}" for one in register.measures if self.entries)

    def _measure(self, one: Measure) -> str:
        carried = f" · {self.tongue.say('of instrument', instrument=one.instrument)}" if one.instrument else ""
        return f"{self.tongue.law(one.day)} · {one.name} · {one.issuer} · {self.tongue.law(one.title)} · {one.confidence}{carried}"

    def _number(self, what: str, things: Sequence[object]) -> str:
        number = len(things)
        return self.tongue.say(f"one of {what}" if number == 1 else f"several {what}", number=number)


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
                    {
                        "name": each.name,
                        "day": each.day.en,
                        "confidence": each.confidence,
                        "instrument": each.instrument,
                    }
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
