"""Every phrase that an answer says of its own accord, in English and in Chinese, by a name that says what it is for."""

from __future__ import annotations

from pycontrol.phrases.answers import ANSWERS
from pycontrol.phrases.listings import LISTINGS
from pycontrol.phrases.reasons import REASONS

PHRASES = {**ANSWERS, **LISTINGS, **REASONS}
