"""The whole answer: every node of every subject, in every column and under every reading."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from .answer import BranchKey, GrainKey, NodeKey, OracleAnswer, Tables, TooManyWorlds, Verdict
from .case import Case
from .choices import Key, Run, ask
from .days import LAYERS
from .domains import Domains
from .nodes import NODES, Nodes
from .subjects import Subject, subjects_of
from .world import World

if TYPE_CHECKING:
    import datetime as dt

    from pycontrol.facts.scenario import Scenario
    from pycontrol.law.model import Law, Provision

Settings = dict[Key, str | None]
Question = tuple[str, str, tuple[tuple[str, Subject], ...]]
"""(layer, node, targets): does the node hold of one of the targets (provision and subject)?"""


def evaluate(
    law: Law, scenario: Scenario, asked: dt.date, *, limit: int = 20000, total: int | None = None
) -> OracleAnswer:
    """Answer a scenario. `limit` bounds the worlds that one question may take, `total` those of all: `TooManyWorlds`.

    Raises `Contradiction` where no world fits what was stated.
    """
    inquiry = _Inquiry(Case(law, scenario, asked, Domains(law, scenario)), limit, total)
    taken = dict(scenario.assumptions.taken)
    plain: Settings = {
        ("reading", name): taken.get(name, reading.default) or None for name, reading in law.readings.items()
    }
    ask(lambda run: True if World(inquiry.case, run).consistent() else None, plain, limit)
    under = {
        (name, value): inquiry.columns({**plain, ("reading", name): value})
        for name, reading in law.readings.items()
        for value, _ in reading.values
        if name not in taken and value != reading.default
    }
    return OracleAnswer(inquiry.columns(plain), under)


class _Inquiry:
    """All questions about one case. An answer is kept for all settings that agree where it looked at them."""

    def __init__(self, case: Case, limit: int, total: int | None) -> None:
        self.case = case
        self.limit = limit
        self.total = total
        self.worlds = 0
        self._kept: defaultdict[Question, list[tuple[Settings, Verdict | None]]] = defaultdict(list)

    def columns(self, settings: Settings) -> dict[BranchKey, Tables]:
        """The tables of every combination of branches."""
        events = self.case.law.events
        ways = [[(name, branch.name) for branch in event.branches] for name, event in sorted(events.items())]
        return {
            column: self.tables({**settings, **{("event", event): branch for event, branch in column}})
            for column in product(*ways)
        }

    def tables(self, settings: Settings) -> Tables:
        """The tables under these readings and branches."""
        nodes: dict[NodeKey, Verdict] = {}
        grains: dict[GrainKey, Verdict] = {}
        groups: defaultdict[GrainKey, list[tuple[str, Subject]]] = defaultdict(list)
        for layer in LAYERS:
            for provision in self.case.law.provisions.values():
                for act in self.case.scenario.acts:
                    for subject in subjects_of(self.case, provision, act):
                        self.weigh(layer, provision, subject, settings, nodes)
                        for grain, name in _grains(provision):
                            key = (layer, provision.norm.modality.value, grain, name, act.name)
                            groups[key].append((provision.path, subject))
        for key, targets in groups.items():
            verdict = self.answer((key[0], "binds", tuple(targets)), settings)
            if verdict is not None:
                grains[key] = verdict
        return Tables(nodes, grains)

    def weigh(
        self, layer: str, provision: Provision, subject: Subject, settings: Settings, nodes: dict[NodeKey, Verdict]
    ) -> None:
        """Fill in the four nodes of a provision for a subject."""
        for node in NODES:
            verdict = self.answer((layer, node, ((provision.path, subject),)), settings)
            if verdict is not None:
                nodes[layer, node, provision.path, subject.act, subject.item or "-", subject.bearer or "-"] = verdict
            elif node in ("applies", "stands"):
                return  # What does not apply does not stand; what does not stand neither binds nor is breached.

    def answer(self, question: Question, settings: Settings) -> Verdict | None:
        """Certain, possible, or None: excluded."""
        for looked_at, verdict in self._kept[question]:
            if all(settings[key] == value for key, value in looked_at.items()):
                return verdict
        layer, node, targets = question

        def holds(run: Run) -> bool | None:
            self.worlds += 1
            if self.total is not None and self.worlds > self.total:
                raise TooManyWorlds(f"more than {self.total} worlds in all")
            world = World(self.case, run)
            nodes = Nodes(world, layer)
            answer = any(nodes.holds(node, path, subject) for path, subject in targets)
            return answer if world.consistent() else None

        verdict, consulted = ask(holds, settings, self.limit)
        self._kept[question].append((consulted, verdict))
        return verdict


def _grains(provision: Provision) -> tuple[tuple[str, str], ...]:
    """The names under which a provision is counted, from coarse to fine."""
    article = provision.article
    if not article.startswith(f"{provision.instrument}/"):
        article = f"{provision.instrument}/{article}"
    return ("instrument", provision.instrument), ("article", article), ("provision", provision.path)
