"""The gist of a provision with the names of the case filled in: `{item}` becomes `magnet`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pycontrol.explain.findings import Findings
from pycontrol.phrases import Text, joined, say, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycontrol.asp import Subject
    from pycontrol.determine import Evidence, Outcome
    from pycontrol.law.model import Provision

_BLANK = re.compile(r"\{([a-z0-9-]+)\}")


def gist(evidence: Evidence, outcome: Outcome) -> Text:
    """Return what the provision of an outcome says, for its act, item and bearer."""
    provision = evidence.program.law.provisions[outcome.provision]
    for subject in evidence.case.subjects.get(evidence.program.class_of[outcome.provision].name, ()):
        names = (subject.item.name if subject.item else "-", subject.bearer.name if subject.bearer else "-")
        if subject.act.name == outcome.act and names == (outcome.item, outcome.bearer):
            return filled(Findings(evidence), provision, subject)
    return general(provision)


def filled(findings: Findings, provision: Provision, subject: Subject) -> Text:
    """Fill the names of a subject into the gist; a role that nobody was named for stays in words."""

    def name(word: str) -> Text:
        if word == "act":
            return verbatim(subject.act.name)
        if word == "item" and subject.item:
            return verbatim(subject.item.name)
        if word == provision.bearer and subject.bearer and not subject.bearer.unnamed:
            return verbatim(subject.bearer.name)
        if named := findings.roles(subject, word):
            return joined(named)
        return _unnamed(word)

    return _with(name, provision)


def general(provision: Provision) -> Text:
    """Return what a provision says of no case: every name stays in words."""
    return _with(_unnamed, provision)


def _unnamed(word: str) -> Text:
    if word in ("act", "item"):
        return say(f"some {word}")
    return say("some party", role=Text(word.replace("-", " "), word))


def _with(name: Callable[[str], Text], provision: Provision) -> Text:
    gist = provision.gist
    return Text(
        _BLANK.sub(lambda blank: name(blank[1]).en, gist.en), _BLANK.sub(lambda blank: name(blank[1]).zh, gist.zh)
    )
