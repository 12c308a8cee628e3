"""What a provision asks: what is written in it, and what its norm presupposes of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Aspect, Modality, Reach, Reference, Root, Sort

if TYPE_CHECKING:
    from pycontrol.law.model import Condition, Provision

_HERE = Reach(Root.ACT, (), Sort.ACT)
_DEPENDENT = {Modality.EXEMPTION: Aspect.APPLIES, Modality.RELIEF: Aspect.APPLIES, Modality.SANCTION: Aspect.BREACH}


def conditions_of(provision: Provision) -> tuple[Condition, ...]:
    """Return every condition of a provision: perimeter, its own, and what its norm presupposes.

    An exemption or relief presupposes that what it names applies; a sanction, that what it names is breached.
    """
    conditions = (*provision.perimeter, *provision.conditions)
    reference = presupposed(provision)
    return conditions if reference is None else (*conditions, reference)


def presupposed(provision: Provision) -> Reference | None:
    """Return what the norm of a provision presupposes of others; None for a norm that stands alone."""
    aspect = _DEPENDENT.get(provision.norm.modality)
    if aspect is None:
        return None
    assert provision.span is not None, f"{provision.path} stands nowhere"
    return Reference(provision.span, _HERE, aspect, provision.norm.of)
