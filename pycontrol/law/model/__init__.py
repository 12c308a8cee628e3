"""The law: what announcements say once names are resolved, dates are real and sugar is gone.

Everything downstream (the solver, the explanations, the checks, the independent oracle of the tests) reads
these classes and no others. They are frozen; sequences are tuples; numbers are exact fractions.

Reading guide. A `Law` holds instruments; an instrument holds provisions; a provision binds a bearer to a norm when
its perimeter and conditions are met for a *subject*. A subject is one act, one of its items and one bearer.
"""

from pycontrol.law.model.conditions import (
    Adding,
    Alternative,
    AnyOf,
    Aspect,
    Chaining,
    Check,
    Compared,
    Condition,
    Control,
    Differs,
    Inside,
    IsTerm,
    Listed,
    Nesting,
    OneOf,
    Operator,
    Quantifier,
    Reach,
    Reference,
    Root,
    Share,
    Stake,
    Term,
    Test,
    Under,
)
from pycontrol.law.model.doubt import Branch, Event, Guard, Reading
from pycontrol.law.model.instruments import Instrument, Law, Operation, Regime, Suspension
from pycontrol.law.model.lists import Listing, Notice, PartyList, Period
from pycontrol.law.model.norms import Band, Defeat, Due, DueFrom, Modality, Norm, Noted, Overlap, Provision
from pycontrol.law.model.register import Cited, Counterpart, Measure
from pycontrol.law.model.vocabulary import Constraint, Fact, FactType, Settled, Sort, Territory, Unit, Vocabulary
from pycontrol.law.model.words import Quantity, Text, Value

__all__ = [
    "Adding",
    "Alternative",
    "AnyOf",
    "Aspect",
    "Band",
    "Branch",
    "Chaining",
    "Check",
    "Cited",
    "Compared",
    "Condition",
    "Constraint",
    "Control",
    "Counterpart",
    "Defeat",
    "Differs",
    "Due",
    "DueFrom",
    "Event",
    "Fact",
    "FactType",
    "Guard",
    "Inside",
    "Instrument",
    "IsTerm",
    "Law",
    "Listed",
    "Listing",
    "Measure",
    "Modality",
    "Nesting",
    "Norm",
    "Noted",
    "Notice",
    "OneOf",
    "Operation",
    "Operator",
    "Overlap",
    "PartyList",
    "Period",
    "Provision",
    "Quantifier",
    "Quantity",
    "Reach",
    "Reading",
    "Reference",
    "Regime",
    "Root",
    "Settled",
    "Share",
    "Sort",
    "Stake",
    "Suspension",
    "Term",
    "Territory",
    "Test",
    "Text",
    "Under",
    "Unit",
    "Value",
    "Vocabulary",
]
