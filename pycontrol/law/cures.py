"""The papers that cure: what a licence requirement asks for, and consent to what is prohibited otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.law.model import Modality

if TYPE_CHECKING:
    from pycontrol.law.model import Law, Provision

CONSENT = "consent"
"""The kind of paper by which an office permits what is prohibited otherwise."""


def cure_of(provision: Provision) -> str:
    """Return the kind of paper that cures the breach of a licence requirement or prohibition; empty where none does."""
    if provision.norm.modality is Modality.LICENCE:
        return provision.norm.what
    return CONSENT if provision.norm.cure else ""


def licence_kinds(law: Law) -> frozenset[str]:
    """Return the kinds of paper that some provision asks for or is cured by."""
    return frozenset(map(cure_of, law.provisions.values())) - {""}
