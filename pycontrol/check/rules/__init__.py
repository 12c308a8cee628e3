"""The checks, in the open: one file per rule, each a question to a search of what the law can do."""

from pycontrol.check.rules.at_odds import at_odds
from pycontrol.check.rules.before_issue import before_issue
from pycontrol.check.rules.never_binds import never_binds
from pycontrol.check.rules.never_defeats import never_defeats
from pycontrol.check.rules.never_together import never_together
from pycontrol.check.rules.never_used import never_used
from pycontrol.check.rules.undeclared_overlap import undeclared_overlap

RULES = (undeclared_overlap, never_binds, never_defeats, before_issue, never_used, never_together, at_odds)
