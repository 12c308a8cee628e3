"""What the program says of its own accord, in English and in Chinese; the words of the law stand in it as they are."""

from pycontrol.phrases.say import joined, say, thing
from pycontrol.phrases.table import PHRASES
from pycontrol.phrases.tongue import Tongue
from pycontrol.phrases.words import MARK, NOTHING, Text, verbatim

__all__ = ["MARK", "NOTHING", "PHRASES", "Text", "Tongue", "joined", "say", "thing", "verbatim"]
