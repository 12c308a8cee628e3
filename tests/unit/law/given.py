"""Small law for the tests: a vocabulary, and an instrument around whatever a test is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pycontrol.diagnostics import Diagnostic, Refused, Source
from pycontrol.law import load_law

if TYPE_CHECKING:
    from pycontrol.law.model import Condition, Law, Provision

VOCABULARY = """
vocabulary
kinds of act movement, provision, disclosure, service, report
unit one of share
unit % of share is 1/100 one
unit um of length is 1000 nm
unit nm of length
unit layers of layer-count
currency CNY, USD
territory china "China"
  places CN
  places HK, MO under china-scope inside
fact act.from is place question "?"
fact act.to is place question "?"
fact act.helper is many party for service question "?"
fact act.transferor is many party question "?"
fact act.importer is many party question "?"
fact act.end-user is many party question "?"
fact act.items is many item question "?"
fact act.serves is act question "?"
fact act.end-use is many choice of chips, medicine, other question "?"
fact act.node is quantity in nm from 1 nm to 1 um question "?"
fact act.layers is many quantity in layers question "?"
fact act.turnover is money question "?"
fact act.audience is choice of named, public for disclosure question "?"
fact act.fine-print is text question "?"
fact act.knows is yes-no judged groups knowledge question "?"
fact act.should-know is yes-no judged groups knowledge question "?"
constraint act.knows implies act.should-know
fact party.established-in is place question "?"
fact party.citizen-of is many place dated question "?"
fact party.military-user is yes-no judged question "?"
fact party.controlled-by-holder is yes-no judged question "?"
fact item.form is choice of metal, magnet question "?"
fact item.made-in is place question "?"
fact item.origin is place question "?"
fact item.parts is many item open question "?"

regime order "Order" severity prohibition, presumption-of-denial, case-by-case, licence
regime other-order "Other order" severity licence

reading china-scope "Inside?" outside "o", inside "i" default outside because "usage"
reading adding "Added up?" summed "s", each-alone "e" default summed because "b"
reading nesting "At any depth?" any-depth "a", direct-only "d" default any-depth because "b"
reading chaining "How are stakes followed?" direct "d", cascading "c", aggregated "a" default none because "silent"
reading control "With control?" share-alone "s", with-control "w" default none because "silent"
event truce "Extended?"
  branch revived "no" operates
  branch extended "yes" suspended
"""

HEADER = """
announcement {name} "Title" regime {regime} issued 2025-10-09 by MOFCOM articles 1 to {last} zone Asia/Shanghai
  checked to 2026-10-07 cite "Announcement {cite}"
"""

NORM = "requires licence dual-use from MOFCOM"
LISTED = """
define magnets (item) "magnets" when item.form is magnet
define restricted (party) "restricted" when party is military-user
list watch "Watch list" partial
  notice c-1 from 2025-01-01 names 1 "n"
  notice c-2 complete from 2025-01-01 names 1 "n"
list closed "Closed list" complete
  notice c-9 from 2025-01-01 names 1 "n"
"""


def announcement(*articles: str, name: str = "a-61", regime: str = "order", last: int = 0) -> str:
    """Return an announcement around articles; it has as many articles as are given, unless `last` says otherwise."""
    header = HEADER.format(name=name, regime=regime, last=last or len(articles), cite=name.rpartition("-")[2])
    return header + "\n".join(articles) + "\n"


def article(label: str, says: str = "", norm: str = NORM, perimeter: str = "for a movement") -> str:
    """Return an article that lacks nothing, and says besides what the test is about."""
    return f'\narticle {label} "T"\n gist "g" cite "art. {label}" {perimeter} binds transferor\n {norm}\n {says}\n'


def loaded(*texts: str, vocabulary: str = VOCABULARY) -> Law:
    """Return the law that the texts make, with the vocabulary."""
    files = [Source(f"{number}.law", text) for number, text in enumerate((vocabulary, *texts))]
    return load_law(files)


def refused(*texts: str, vocabulary: str = VOCABULARY) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the texts."""
    try:
        loaded(*texts, vocabulary=vocabulary)
    except Refused as problems:
        return problems.diagnostics
    return ()


def provision(says: str, around: str = LISTED) -> Provision:
    """Return the one provision of an announcement, which says this."""
    return loaded(announcement(around + article("1", says))).provisions["a-61/1"]


def conditions(written: str, around: str = LISTED) -> tuple[Condition, ...]:
    """Return the conditions of a provision whose `when` this is."""
    return provision(f"when {written}", around).conditions


def wrong(written: str, around: str = LISTED) -> Diagnostic:
    """Return the one thing that is wrong with a provision whose `when` this is."""
    (only,) = refused(announcement(around + article("1", f"when {written}")))
    return only
