"""A law of one screen and a case under it, for the tests of rooms that only pass answers on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pycontrol import Policy

if TYPE_CHECKING:
    from pycontrol import Determination

LAW = """
vocabulary
kinds of act movement, report
unit one of share
unit % of share is 1/100 of one
currency CNY
territory home "Home" zh "本国"
  places HM
fact act.from is place for movement question "Where does it start?"
fact act.to is place for movement question "Where does it end?" zh "运往何处？"
fact act.items is many item for movement question "What?"
fact act.transferor is many party question "Who?"
fact act.turnover is money question "Which turnover?"
fact act.urgent is yes-no question "Is it urgent?"
fact act.serious is yes-no judged question "Is the case serious?" indicator "great harm"
fact act.listed-elsewhere is yes-no not encoded question "Is it listed elsewhere?"
fact act.fulfils is act for report question "What does it fulfil?"
fact party.established-in is place groups told-only question "Where is it established?"
fact item.purity is quantity in % from 0 % to 100 % question "How pure?"

regime home-control "Home: control" severity prohibition, licence, exemption, sanction, duty, statement

event truce "Did the truce hold?"
  branch revived "it lapsed" operates
  branch extended "it held" suspended

announcement home-1 "First" zh "第一号"
  regime home-control issued 2025-01-01 by OFFICE articles 1 to 6 zone Asia/Shanghai checked to 2026-06-30
  cite "Announcement 1" zh "第一号公告"
reading abroad "What is abroad?" outside "outside Home", anywhere "anywhere" default outside because "the usual sense" question Q-1
define export (act) "export" zh "出口"
  when act is movement and act.from in home
  when any of (a) act.to outside home (b) under abroad anywhere
article 1 "Licence" gist "{transferor} needs a licence for {item}" zh "{transferor}出口{item}须取得许可" cite "art. 1" zh "第一条"
  for an export binds transferor when item.purity >= 99.9 % requires licence special from OFFICE
article 2 "Relief" gist "Urgent deliveries of {item} are exempt" cite "art. 2"
  for an export when act.urgent is yes and act.listed-elsewhere is no exempts from article 1
article 3 "Report" gist "{transferor} reports" cite "art. 3"
  for an export binds transferor when article 1 stands
  obliges to report to OFFICE within 10 working days after act "report it"
article 4 "Fine" gist "Who breaches article 1 is fined" cite "art. 4"
  for an export sanctions breach of article 1
    band "fine" zh "罚款" where turnover >= 500000 CNY pays 5 to 10 times turnover
    band "fine" zh "罚款" otherwise pays 500000 CNY to 5000000 CNY
    band "closure" in serious cases
article 5 "Later" gist "Later" cite "art. 5" from 2026-03-01 for an export states "later"
article 6 noted "Forms" because "procedure"

announcement home-2 "Second"
  regime home-control issued 2025-06-01 by OFFICE articles 1 to 1 zone Asia/Shanghai checked to 2026-06-30
  cite "Announcement 2" neighbour "The list notices still bind."
article 1 noted "Suspension" because "said below"
suspends home-1 from 2025-06-01 until 2025-12-31 inclusive
unconfirmed home-1 on truce from 2026-01-01 until 2026-02-28 inclusive
"""

LIMBS = """article 1 "Licence" cite "art. 1" gist "g" for an export binds transferor requires licence special from OFFICE
  limb (1) when act.urgent is yes
  limb (2) when act.urgent is no
"""

CASE = """
scenario "A bar of 99.95 %, abroad"
  asked 2025-05-30
  party maker
    established-in HM
  item bar
    purity 99.95 %
  act ship
    kind movement   on 2025-03-03   state done   from HM   to KR   items bar   transferor maker
    urgent no   turnover 700000 CNY
  complete licences, events
"""


@cache
def policy() -> Policy:
    """Return the small law, loaded once."""
    return Policy.from_text(LAW)


def determined(**changed: str) -> Determination:
    """Return what follows for the case, with words of it changed: `determined(urgent="yes")`."""
    return policy().determine(case(**changed))


def case(**changed: str) -> str:
    """Return the text of the case with the value after each of these words changed, or the word left out (empty)."""
    text = CASE
    for name, value in changed.items():
        word = name.replace("_", "-")
        lines = []
        for line in text.splitlines():
            parts = line.split("   ")
            parts = [_changed(part, word, value) for part in parts]
            lines.append("   ".join(part for part in parts if part is not None))
        text = "\n".join(lines)
    return text


def _changed(part: str, word: str, value: str) -> str | None:
    if part.strip().split(" ")[0] != word:
        return part
    indent = part[: len(part) - len(part.lstrip())]
    return f"{indent}{word} {value}" if value else None


def written(folder: Path) -> tuple[Path, Path]:
    """Write law and case into a folder and return both paths: the law's directory and the scenario's file."""
    law = folder / "law"
    law.mkdir()
    (law / "home.law").write_text(LAW, encoding="utf-8")
    scenario = folder / "bar.scenario"
    scenario.write_text(CASE, encoding="utf-8")
    return law, scenario
