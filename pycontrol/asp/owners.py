"""Owners of the law's rows: what a case must look at before they are needed.

A class, a term and a fact own rows under their own names; the others are here.
"""

from __future__ import annotations


def of_value(fact: str, region: str) -> str:
    """Own the rows that say which tests a region of a fact passes, needed where it may lie there."""
    return f"{fact} in {region}"


def of_any(fact: str) -> str:
    """Own the rows that say in which regions a fact may lie, needed where nobody stated it."""
    return f"{fact} open"


def of_link(link: str, provision: str) -> str:
    """Own the rows by which a link looks at a provision, needed where that is weighed too."""
    return f"{link} at {provision}"


def of_tie(tie: str) -> str:
    """Own the rows of a constraint between facts, needed of things of which it may tell something."""
    return f"tie {tie}"
