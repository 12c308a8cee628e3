"""What nobody stated, in three groups that are never merged: facts, judgements, law that is not encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import OpenKind
from pycontrol.diagnostics import visible
from pycontrol.report.entry import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pycontrol.determine import OpenLeaf
    from pycontrol.report.tongue import Tongue

_GROUPS = {
    OpenKind.FACT: "facts",
    OpenKind.LICENCE: "facts",
    OpenKind.FULFILMENT: "facts",
    OpenKind.LIST: "facts",
    OpenKind.JUDGED: "judged",
    OpenKind.NOT_ENCODED: "not encoded",
}


def section(leaves: Iterable[OpenLeaf], title: str, tongue: Tongue) -> Iterator[Section]:
    """Yield the open leaves under `title`, in their groups; nothing where none is open."""
    found: dict[str, list[Entry]] = {group: [] for group in _GROUPS.values()}
    for leaf in leaves:
        signs = tuple(Entry(tongue.say("indicator", words=tongue.law(one))) for one in leaf.indicators)
        question = tongue.law(leaf.question)
        found[_GROUPS[leaf.kind]].append(Entry(visible(f"{leaf}") + (f": {question}" if question else ""), signs))
    groups = tuple(Entry(tongue.say(group), tuple(entries)) for group, entries in found.items() if entries)
    if groups:
        yield Section(title, groups)
