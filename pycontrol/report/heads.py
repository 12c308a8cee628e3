"""The words of a headline: our own for what is gravest, the law's own where ours would say nothing to a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.determine import Kind, Layer

if TYPE_CHECKING:
    from pycontrol.determine import Determination, Headline
    from pycontrol.law.model import Law, Text
    from pycontrol.phrases import Tongue

_TELLING = frozenset({Kind.STATEMENT, Kind.DUTY})
"""What says little by its name: that there is a statement, or a duty."""

_MOST = 2
"""So many things are told whole in one line; where there are more, the sections below it tell them."""


def head(headline: Headline, determination: Determination, law: Law, tongue: Tongue) -> str:
    """Return what is gravest in words."""
    if not headline.word:
        return tongue.say("nothing")
    name = tongue.say(f"head {headline.word}")
    if headline.word not in _TELLING:
        return name
    told = _told(headline, determination, law)
    if not 0 < len(told) <= _MOST:
        return name
    words = "; ".join(tongue.law(one) for one in told)
    return words if headline.word == Kind.STATEMENT else tongue.say("headed", name=name, words=words)


def _told(headline: Headline, determination: Determination, law: Law) -> tuple[Text, ...]:
    """Return what the provisions say, or oblige to, by which the headline has its word and its certainty; each once."""
    found: dict[Text, None] = {}
    for one in determination.outcomes:
        provision = law.provisions[one.provision]
        regime = law.instruments[provision.instrument].regime
        here = one.act == headline.act and regime == headline.regime and one.layer is Layer.NOW
        if here and one.kind == headline.word and one.certainty is headline.certainty:
            found[provision.norm.title] = None
    return tuple(found)
