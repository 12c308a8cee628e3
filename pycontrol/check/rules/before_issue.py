"""C304: a provision, or names on a list, of an instrument that was not issued yet on the day from which they are to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.check.finding import Finding
from pycontrol.law.wording import cited

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from pycontrol.check.search import Search
    from pycontrol.diagnostics import Span

CODE = "C304"


def before_issue(search: Search) -> Iterator[Finding]:
    """Find what begins before its instrument was issued: nothing is weighed earlier, so that those days are idle."""
    law = search.law
    for provision in law.provisions.values():
        issued = provision.added or law.instruments[provision.instrument].issued
        for first in dict.fromkeys(period.first for period in provision.periods if period.first < issued):
            where = cited(law.instruments, provision.path)
            yield _finding(provision.path, first, provision.instrument, issued, where, provision.span)
    for party_list in law.lists.values():
        for notice in party_list.notices:
            header = law.instruments.get(notice.name)
            names = [one for one in party_list.listings if one.notice == notice.name]
            for period in (*notice.listed, *(period for one in names for period in one.listed)):
                if header and period.first < header.issued:
                    what = f"{party_list.name} by {notice.name}"
                    yield _finding(what, period.first, notice.name, header.issued, header.cite.en, party_list.span)
                    break


def _finding(what: str, first: dt.date, instrument: str, issued: dt.date, citation: str, span: Span | None) -> Finding:
    return Finding(
        code=CODE,
        message=f"`{what}` begins on {first}, before `{instrument}` was issued on {issued}",
        help="correct one of the two days; if the text reaches back, say so by a reading, since nothing is weighed earlier",
        citation=citation,
        provisions=(what,),
        span=span,
        bound=f"the days from {first} until the day before {issued}, on which nothing of it is weighed",
    )
