"""What is refused is told as it stands in each text."""

from __future__ import annotations

from pycontrol.diagnostics import Diagnostic, Label, Refused, Source, Span


def test_refusals_follow_their_texts() -> None:
    later, earlier = Source("b", "one two three"), Source("a", "four")

    def said(source: Source, start: int) -> Diagnostic:
        return Diagnostic("L101", "m", Label(Span(source, start, start + 1, 1, start + 1)))

    placeless = Diagnostic("U101", "m")
    found = Refused([said(later, 8), said(earlier, 0), said(later, 4), placeless, said(later, 0)]).diagnostics
    places = [(one.primary.span.source.name, one.primary.span.start) if one.primary else None for one in found]
    assert places == [None, ("b", 0), ("b", 4), ("b", 8), ("a", 0)]
