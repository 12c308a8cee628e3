"""What nobody stated, in groups that are never merged: facts, judgements, law that is not encoded or not asked of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pycontrol.determine import OpenKind
from pycontrol.diagnostics import visible
from pycontrol.phrases import joined, say, verbatim
from pycontrol.report.entry import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import Determination, NameOnList, OpenLeaf
    from pycontrol.phrases import Text, Tongue

_GROUPS = {
    OpenKind.FACT: "facts",
    OpenKind.LICENCE: "facts",
    OpenKind.FULFILMENT: "facts",
    OpenKind.LIST: "facts",
    OpenKind.JUDGED: "judged",
    OpenKind.NOT_ENCODED: "not encoded",
    OpenKind.NOT_ASKED: "not asked",
}


def names(determination: Determination, tongue: Tongue) -> Iterator[Section]:
    """Yield what the lists hold of the parties: names found, then names that look like one; nothing where there are none."""
    yield from _names(determination.found_names, tongue, "found names", "found name perhaps")
    yield from _names(determination.near_names, tongue, "near names", "near name")


def _names(found: tuple[NameOnList, ...], tongue: Tongue, title: str, unsure: str) -> Iterator[Section]:
    entries = tuple(
        Entry(
            tongue.say(
                "found name" if one.sure else unsure,
                party=one.party,
                listed=tongue.law(one.listed),
                title=tongue.law(one.title),
                list=one.list,
                notice=one.notice,
            )
        )
        for one in found
    )
    if entries:
        yield Section(tongue.say(title), entries)


_MOST = 8
"""So many questions of a group are shown; who has answered them is asked the others."""


def named(leaf: OpenLeaf, tongue: Tongue, *, beside: str = "") -> str:
    """Return what a leaf asks for: `foundry.military-user`; of the thing beside which it stands, only the name."""
    asked = tongue.law(_asked_for(leaf))
    if leaf.about.startswith("?"):
        return tongue.say("fact of", fact=asked, thing=tongue.thing(leaf.about))
    return asked if leaf.about == beside else visible(f"{leaf.about}.") + asked


def first_to_ask(leaf: OpenLeaf) -> OpenLeaf:
    """Return what has to be said before a leaf can be: of something that nobody named, what or who it is."""
    while leaf.about.startswith("?"):
        role, _, of = leaf.about[1:].partition("@")
        leaf = replace(leaf, about=of, name=role)
    return leaf


def _asked_for(leaf: OpenLeaf) -> Text:
    """The name of a fact, or of a list with the notices that are meant."""
    one, _, notices = leaf.name.partition(" by ")
    return say("list by", list=one, notices=joined(notices.split(" or "), "or")) if notices else verbatim(one)


def section(leaves: Iterable[OpenLeaf], title: str, tongue: Tongue) -> Iterator[Section]:
    """Yield the open leaves under `title`, in their groups; nothing where none is open."""
    found: dict[str, list[Entry]] = {group: [] for group in _GROUPS.values()}
    for leaf in leaves:
        signs = tuple(Entry(tongue.say("indicator", words=tongue.law(one))) for one in leaf.indicators)
        question = tongue.law(leaf.question)
        found[_GROUPS[leaf.kind]].append(Entry(named(leaf, tongue) + (f": {question}" if question else ""), signs))
    groups = tuple(Entry(tongue.say(group), tuple(entries)) for group, entries in found.items() if entries)
    if groups:
        yield Section(title, groups)


def questions(leaves: Iterable[OpenLeaf], title: str, tongue: Tongue) -> Iterator[Section]:
    """Yield the same as `section` in few questions: of each thing one about lists, of a thing not named who it is."""
    found: dict[str, dict[tuple[str, ...], list[OpenLeaf]]] = {group: {} for group in _GROUPS.values()}
    leaves = tuple(leaves)
    unnamed = {leaf.about for leaf in leaves if leaf.about.startswith("?")}
    for leaf in leaves:
        # Who or what is not named is a fact to ask for, whatever would be asked of it; whether there is one is the same question.
        who = next((about for about in (leaf.about, f"?{leaf.name}@{leaf.about}") if about in unnamed), "")
        found["facts" if who else _GROUPS[leaf.kind]].setdefault(("who", who) if who else _question(leaf), []).append(
            leaf
        )
    groups = []
    for group, asked in found.items():
        entries = [_asked(some, tongue) for some in asked.values()]
        more = [Entry(tongue.say("more questions", count=len(entries) - _MOST))] if len(entries) > _MOST + 1 else []
        if entries:
            groups.append(Entry(tongue.say(group), tuple(entries[:_MOST] + more if more else entries)))
    if groups:
        yield Section(title, tuple(groups))


def _question(leaf: OpenLeaf) -> tuple[str, ...]:
    """Return what leaves about something named have in common that are asked in one question."""
    if leaf.kind is OpenKind.LIST:
        return ("lists", leaf.about)
    if leaf.kind in (OpenKind.LICENCE, OpenKind.FULFILMENT):
        return (leaf.kind, leaf.about)
    return (leaf.kind, leaf.about, leaf.name)


def _asked(leaves: list[OpenLeaf], tongue: Tongue) -> Entry:
    first, names = leaves[0], ", ".join(dict.fromkeys(leaf.name for leaf in leaves))
    who = next((leaf.about for leaf in leaves if leaf.about.startswith("?")), "")
    if who:
        role, _, act = who[1:].partition("@")
        return Entry(tongue.say("who", act=tongue.thing(act), role=role))
    if first.kind is OpenKind.LIST:
        lists = ", ".join(dict.fromkeys(leaf.name.partition(" by ")[0] for leaf in leaves))
        return Entry(tongue.say("on lists", party=first.about, lists=lists))
    signs = tuple(Entry(tongue.say("indicator", words=tongue.law(one))) for one in first.indicators)
    question = tongue.law(first.question)
    if first.kind in (OpenKind.LICENCE, OpenKind.FULFILMENT):
        return Entry(visible(f"{first.about}: ") + tongue.say("and for", words=question, names=names), signs)
    return Entry(named(first, tongue) + (f": {question}" if question else ""), signs)
