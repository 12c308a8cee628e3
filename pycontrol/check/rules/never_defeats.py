"""C303: an exemption or a relief that never defeats anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.check.nearest import nearest
from pycontrol.check.search import DEFEATING
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pycontrol.check.search import Search

CODE = "C303"


def never_defeats(search: Search) -> Iterator[Finding]:
    """Find the exemptions and reliefs that never free anybody of what they name, as far as was searched."""
    for provision in search.idle:
        if provision.norm.modality in DEFEATING:
            near = nearest(search, provision)
            yield Finding(
                code=CODE,
                message=f"the {provision.norm.modality} `{provision.path}` never defeats anything",
                help="look for what it names: does that ever apply while this one does, to the same kind of act, item and bearer?",
                citation=cited(search.law.instruments, provision.path),
                provisions=(provision.path,),
                span=provision.span,
                bound=search.bound,
                nearest=near.text if near else "",
                reason=near.reason if near else None,
                blocks=near.blocks if near else (),
            )
