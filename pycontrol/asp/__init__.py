"""Law and facts in, answers out: the only room that knows the solver."""

from pycontrol.asp.alone import kind_of
from pycontrol.asp.answer import Answer
from pycontrol.asp.case import Case
from pycontrol.asp.clocks import looked_at
from pycontrol.asp.coverage import compared
from pycontrol.asp.from_law import compile_law, grains_of, word_of
from pycontrol.asp.fulfilment import due_days
from pycontrol.asp.many import ask_all, ask_whole
from pycontrol.asp.presupposed import conditions_of, presupposed
from pycontrol.asp.program import Clock, Coded, FactKey, Program
from pycontrol.asp.regions import ELSEWHERE, between, negated, opposite
from pycontrol.asp.solve import Claim, Column, ContradictionError
from pycontrol.asp.space import (
    Apart,
    Choice,
    Completion,
    Exists,
    Filed,
    Free,
    Holds,
    Space,
    Takes,
    Went,
    atom,
    atom_of_condition,
    atom_of_defeat,
    occurring,
)
from pycontrol.asp.things import Subject, Thing, Things
from pycontrol.asp.truth import some
from pycontrol.asp.weigh import Scales, by_default, weigh

__all__ = [
    "ELSEWHERE",
    "Answer",
    "Apart",
    "Case",
    "Choice",
    "Claim",
    "Clock",
    "Coded",
    "Column",
    "Completion",
    "ContradictionError",
    "Exists",
    "FactKey",
    "Filed",
    "Free",
    "Holds",
    "Program",
    "Scales",
    "Space",
    "Subject",
    "Takes",
    "Thing",
    "Things",
    "Went",
    "ask_all",
    "ask_whole",
    "atom",
    "atom_of_condition",
    "atom_of_defeat",
    "between",
    "by_default",
    "compared",
    "compile_law",
    "conditions_of",
    "due_days",
    "grains_of",
    "kind_of",
    "looked_at",
    "negated",
    "occurring",
    "opposite",
    "presupposed",
    "some",
    "weigh",
    "word_of",
]
