"""The nodes of the law: what applies, what stands, what binds, what is breached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Aspect, Modality, Provision, Reference, Root, Sort

from .answer import CyclicLaw
from .case import Thing
from .conditions import Conditions, View
from .days import is_live, lies_in
from .duties import is_neglected
from .licences import is_covered
from .subjects import ITEMS, Subject, is_weighed, subjects_of
from .world import World

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

CONSENT = "consent"
"""The kind of licence that stands for the consent of an office."""

NODES = ("applies", "stands", "binds", "breach")


class Nodes:
    """The nodes of all provisions in one world and one layer."""

    def __init__(self, world: World, layer: str) -> None:
        self.world = world
        self.layer = layer
        self.law = world.case.law
        self._conditions = Conditions(world, self._refer, self._awake)
        self._known: dict[tuple[str, str, Subject], bool | None] = {}

    def holds(self, node: str, path: str, subject: Subject) -> bool:
        """Does the node hold for the subject?"""
        key = (node, path, subject)
        if key in self._known:
            known = self._known[key]
            if known is None:
                raise CyclicLaw(f"{node} of {path} hangs on itself")
            return known
        self._known[key] = None
        provision = self.law.provisions[path]
        match node:
            case "applies":
                answer = self._applies(provision, subject)
            case "stands":
                answer = self.holds("applies", path, subject) and not self._defeated(provision, subject)
            case "binds":
                answer = self.holds("stands", path, subject) and self._has_object(provision, subject)
            case "breach":
                answer = self.holds("stands", path, subject) and self._breached(provision, subject)
            case _:
                raise ValueError(node)
        self._known[key] = answer
        return answer

    # --- subjects -------------------------------------------------------------------------------------------

    def _subjects(self, path: str, act: str) -> Iterator[Subject]:
        case = self.world.case
        return subjects_of(case, self.law.provisions[path], case.act(act))

    def _exists(self, provision: Provision, subject: Subject) -> bool:
        """Are the item and the bearer there in this world?"""
        return self._takes_part(subject.act, ITEMS, subject.item) and self._takes_part(
            subject.act, provision.bearer, subject.bearer
        )

    def _takes_part(self, act: str, relation: str, name: str | None) -> bool:
        if name is None:
            return True
        day = self.world.case.act(act).on
        return name in self.world.values(Thing(Sort.ACT, act), relation, day).known

    def _some(self, node: str, paths: Iterable[str], subject: Subject) -> bool:
        """Does the node hold, for the same act and a compatible item, of one of these provisions?"""
        return any(
            self.holds(node, path, other)
            for path in paths
            for other in self._subjects(path, subject.act)
            if subject.compatible(other)
        )

    # --- applies --------------------------------------------------------------------------------------------

    def _applies(self, provision: Provision, subject: Subject) -> bool:
        act = self.world.case.act(subject.act)
        if not is_weighed(self.law, provision, act) or not is_live(self.world, provision, act.on, self.layer):
            return False
        if not self._exists(provision, subject):
            return False
        things = [(Root.ACT, Thing(Sort.ACT, act.name))]
        if subject.item is not None:
            things.append((Root.ITEM, Thing(Sort.ITEM, subject.item)))
        if subject.bearer is not None:
            things.append((Root.BEARER, Thing(Sort.PARTY, subject.bearer)))
        view = View(act.on, tuple(things))
        return self._conditions.all_hold((*provision.perimeter, *provision.conditions), view) and self._occasioned(
            provision, subject
        )

    def _occasioned(self, provision: Provision, subject: Subject) -> bool:
        """An exemption or relief needs something to exempt from, a sanction a breach."""
        match provision.norm.modality:
            case Modality.EXEMPTION | Modality.RELIEF:
                return self._some("applies", provision.norm.of, subject)
            case Modality.SANCTION:
                return self._some("breach", provision.norm.of, subject)
            case _:
                return True

    def _refer(self, reference: Reference, act: Thing, view: View) -> bool:
        """Does some provision referred to apply, stand or get breached, for this act?"""
        here = view.root(Root.ACT)
        item = view.root(Root.ITEM) if act == here else None
        subject = Subject(act.name, item.name if item else None, None)
        return self._some(_NODE_OF[reference.aspect], reference.provisions, subject)

    def _awake(self, target: str, day: dt.date) -> bool:
        """Does some provision of the target live on the day, in this layer?"""
        return any(
            lies_in(path, target) and is_live(self.world, provision, day, self.layer)
            for path, provision in self.law.provisions.items()
        )

    # --- stands ---------------------------------------------------------------------------------------------

    def _defeated(self, provision: Provision, subject: Subject) -> bool:
        return any(
            self._regime(by) == self._regime(provision)
            and self.world.under(defeat.guard)
            and any(
                self.holds("stands", by.path, other)
                for other in self._subjects(by.path, subject.act)
                if subject.compatible(other) and (by.bearer != provision.bearer or other.bearer == subject.bearer)
            )
            for defeat in provision.defeats
            for by in (self.law.provisions[defeat.by],)
        )

    def _regime(self, provision: Provision) -> str:
        return self.law.instruments[provision.instrument].regime

    # --- binds ----------------------------------------------------------------------------------------------

    def _has_object(self, provision: Provision, subject: Subject) -> bool:
        """A review policy or terms that belong to named requirements need one of them to stand."""
        match provision.norm.modality:
            case Modality.REVIEW | Modality.TERMS if provision.norm.of:
                return self._some("stands", provision.norm.of, subject)
            case _:
                return True

    # --- breach ---------------------------------------------------------------------------------------------

    def _breached(self, provision: Provision, subject: Subject) -> bool:
        act = Thing(Sort.ACT, subject.act)
        match provision.norm.modality:
            case Modality.LICENCE:
                return not is_covered(self.world, provision.norm.what, act, subject)
            case Modality.PROHIBITION:
                return not (provision.norm.cure and is_covered(self.world, CONSENT, act, subject))
            case Modality.DUTY:
                return is_neglected(self.world, provision, subject)
            case _:
                return False


_NODE_OF = {Aspect.APPLIES: "applies", Aspect.STANDS: "stands", Aspect.BREACH: "breach"}
