"""No ratio without agreement: raw and pycontrol must say the same of every case before anything is measured."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.cases import known_case
from bench.raw.ask import NAMES, ask, determined, law_text, said
from bench.raw.facts import facts_text

if TYPE_CHECKING:
    from bench.cases import BenchCase
    from pycontrol import Policy

EVERY = 5
"""One case in so many is asked of the whole law as well."""


class DisagreementError(Exception):
    """Raw and pycontrol, or a peer, answer differently: no ratio would mean anything."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The cases on which raw and pycontrol agree, and the size of both laws."""

    cases: tuple[BenchCase, ...]
    bound: int
    provisions: int
    rules: int
    rows: int
    over_whole: int
    more_over_whole: int
    of_whole: int
    provisions_of_whole: int
    ratio: float

    def words(self) -> str:
        """Return what was compared, in one sentence or two."""
        return (
            f"Raw and pycontrol say the same of {len(self.cases)} completed scenarios, in which {self.bound} of the law's "
            f"{self.provisions} provisions bring something about. Raw: {self.rules} rules and {self.rows} table facts. Over the whole law "
            f"({self.provisions_of_whole} provisions) {self.over_whole} of {self.of_whole} asked say the same of these "
            f"provisions and {self.more_over_whole} say more, as the statutes rest there on what other announcements require. Of all the cases, one after the other, pycontrol took {self.ratio:.2f} × as long as raw in sum."
        )


def agreed(policy: Policy, cases: tuple[BenchCase, ...], whole: Policy) -> Agreement:
    """Return the cases compared; raise `DisagreementError` with the difference at the first on which the two differ.

    Some are asked of the whole law as well, of which raw holds a part: there nothing is refused, only counted.
    """
    bound: Counter[str] = Counter()
    same: list[tuple[bool, bool]] = []
    policy.determine(cases[0].mapping)
    hand = ours = 0.0
    for number, case in enumerate(cases):
        written = facts_text(policy.law, case.scenario)
        start = time.process_time()
        by_hand = said(ask(law_text(), written.text), written.names)
        middle = time.process_time()
        compiled = determined(policy.determine(case.mapping))
        ours += time.process_time() - middle
        hand += middle - start
        if by_hand != compiled:
            raise DisagreementError(
                f"raw and pycontrol disagree on `{case.scenario.name}`, so that no ratio is printed.\n"
                f"only raw says:       {sorted(by_hand - compiled)}\nonly pycontrol says: {sorted(compiled - by_hand)}"
            )
        bound.update(key[2] for key in by_hand)
        if number % EVERY == 0:
            over_whole = determined(whole.determine(known_case(whole, case.scenario).mapping))
            same.append((over_whole == by_hand, over_whole > by_hand))
    held = [path for path in policy.law.provisions if path.partition("/")[0] in NAMES.values()]
    rules, rows = _size(law_text())
    return Agreement(
        *(cases, len(bound), len(held), rules, rows),
        *(sum(one for one, _ in same), sum(more for _, more in same), len(same), len(whole.law.provisions)),
        ours / hand,
    )


def _size(law: str) -> tuple[int, int]:
    """Return how many rules and how many facts a program has, comments and directives aside."""
    code = " ".join(line.split("%")[0] for line in law.splitlines())
    statements = [one for one in code.replace(". ", ".\n").splitlines() if one.strip() and "#show" not in one]
    rules = [one for one in statements if ":-" in one]
    return len(rules), len(statements) - len(rules)
