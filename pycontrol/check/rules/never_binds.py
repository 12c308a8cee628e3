"""C302: a provision that can never bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.check.nearest import nearest
from pycontrol.check.search import DEFEATING
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.check.search import Search

CODE = "C302"


def never_binds(search: Search) -> Iterator[Finding]:
    """Find the provisions that never bind anybody, on any day, in any branch and reading, as far as was searched."""
    for provision in search.idle:
        if provision.norm.modality not in DEFEATING:
            near = nearest(search, provision)
            yield Finding(
                code=CODE,
                message=f"`{provision.path}` can never bind",
                help="look for conditions that exclude each other, dates that never meet, or an exception that always defeats it",
                citation=cited(search.law.instruments, provision.path),
                provisions=(provision.path,),
                span=provision.span,
                bound=search.bound,
                nearest=near.text if near else "",
                reason=near.reason if near else None,
                blocks=near.blocks if near else (),
            )
