"""Facts that only some things have: what is refused, with its places, and what reasons, tables and forms say of them."""

from __future__ import annotations

import pytest

from pycontrol import Policy
from pycontrol.diagnostics import Diagnostic, Refused
from pycontrol.facts import empty_form, facts_table

LAW = """
vocabulary
kinds of act movement
fact act.items is many item question "What is sent?"
fact item.kind is choice of goods, technology, service question "What is {item}?"
fact item.form is choice of metal, device where item.kind is goods question "In which form?"
fact item.tongue is text where item.kind in {technology, service} question "In which language?"
regime order "Order" severity statement
announcement ot-1 "Metal and technology" regime order issued 2025-01-01 by ministry articles 1 to 2
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
article 1 "Metal" gist "{item} is metal" cite "art. 1" for a movement when item.form is metal states "it is looked at"
article 2 "Technology" gist "{item} is technology" cite "art. 2" for a movement
  when item.kind is technology states "it is looked at"
"""
POLICY = Policy.from_text(LAW)
ACT = "act ship kind movement on 2025-06-01 state planned items x"


def scenario(item: str) -> str:
    return f'scenario "s"\nitem x {item}\n{ACT}'


def refused(item: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as error:
        POLICY.scenarios(scenario(item))
    return error.value.diagnostics


def test_the_refusal_shows_both_statements_and_the_law() -> None:
    (found,) = refused("kind technology form metal")
    assert found.code == "F125"
    assert found.message == "`form` exists only where `kind is goods`, but `kind` of `x` is `technology`"
    assert found.primary
    assert found.primary.span.text == "metal"
    assert [label.span.text for label in found.secondary] == ["technology", "where item.kind is goods"]
    assert "leave `form` out or state it as `none`" in found.help


def test_each_fact_that_it_cannot_have_is_refused_once() -> None:
    assert [one.primary.span.text for one in refused('kind service form metal tongue "fr"') if one.primary] == ["metal"]
    assert len(refused('form metal tongue "fr"')) == 1
    assert len(refused('kind none form metal tongue "fr"')) == 2


@pytest.mark.parametrize(
    "item", ["kind goods form metal", "kind technology form none", "kind unknown form metal", "kind none"]
)
def test_what_may_be_together_is_read(item: str) -> None:
    assert POLICY.scenarios(scenario(item))


def test_in_a_mapping_the_refusal_says_of_which_item() -> None:
    with pytest.raises(Refused) as error:
        POLICY.determine(
            {
                "scenario": "s",
                "items": {"x": {"kind": "technology", "form": "metal"}},
                "acts": {"ship": {"kind": "movement", "on": "2025-06-01", "state": "planned", "items": "x"}},
            }
        )
    (found,) = error.value.diagnostics
    assert found.code == "F125"
    assert "`x`" in found.message


def reasons(item: str, article: str) -> str:
    return "\n".join(map(str, POLICY.why_not(POLICY.determine(scenario(item)), f"ot-1/{article}")))


def test_reasons_say_why_a_thing_has_no_such_fact() -> None:
    told = reasons("kind technology", "1")
    assert "x: form none (`form` exists only where `kind is goods`; `kind` is technology)" in told
    assert "x: form none\n" in f"{reasons('form none', '1')}\n"


def test_reasons_say_how_it_is_known_what_a_thing_is() -> None:
    assert "x: kind goods (as it has `form`)" in reasons("form device", "2")
    told = reasons('tongue "fr"', "2")
    assert "x: kind unknown: technology or service (as it has `tongue`)" in told


def test_tables_and_forms_say_where_a_fact_exists() -> None:
    rows = {row.name: row.where for row in facts_table(POLICY.law.vocabulary)}
    assert (rows["form"], rows["tongue"], rows["kind"]) == ("kind is goods", "kind in {technology, service}", "")
    assert "only where kind is goods" in empty_form(POLICY.law.vocabulary)


# --- relations ----------------------------------------------------------------------------------------------

OWNERS = """
vocabulary
unit one of share
unit % of share is 1/100 of one
kinds of act sale
fact act.buyer is party question "Who buys?"
fact party.kind is choice of natural, company, branch question "What is {party}?"
fact party.barred is yes-no question "Is {party} barred?"
fact party.owners is many party open where party.kind is company question "Who holds {party}?"
fact party.branch-of is party where party.kind is branch question "Of whom is {party} a branch?"
regime order "Order" severity statement
announcement ot-1 "Buyers" regime order issued 2025-01-01 by ministry articles 1 to 2
  zone Asia/Shanghai checked to 2026-12-31 cite "Announcement 1"
define barred-party (party) "barred party" when party.barred is yes
article 1 "Held" gist "barred parties hold half of the buyer" cite "art. 1" for a sale
  when stake of barred-party in buyer >= 50 % by equity aggregated states "it is looked at"
article 2 "Natural" gist "the buyer is natural" cite "art. 2" for a sale
  when buyer.kind is natural states "it is looked at"
"""
BUYERS = Policy.from_text(OWNERS)
SALE = "act sell kind sale on 2025-06-01 state planned buyer buyer"


def of_buyer(buyer: str, article: str) -> str:
    found = BUYERS.determine(f'scenario "s"\n{buyer}\n{SALE}')
    return "\n".join(map(str, BUYERS.why_not(found, f"ot-1/{article}")))


def test_reasons_say_why_nobody_holds_a_party() -> None:
    told = of_buyer("party buyer kind natural", "1")
    assert (
        "buyer: stake by equity no stake stated (`owners` exists only where `kind is company`; `kind` is natural)"
        in told
    )
    assert "(0 % < 50 %)" in of_buyer("party buyer kind company owners none", "1")


def test_reasons_say_that_who_is_held_has_owners() -> None:
    told = of_buyer("party smith\nparty buyer\nstake smith in buyer 10 % equity", "2")
    assert "buyer: kind company (as it has `owners`)" in told


def test_a_stake_that_cannot_be_held_is_shown_with_the_choice_and_the_law() -> None:
    with pytest.raises(Refused) as error:
        BUYERS.scenarios(
            f'scenario "s"\nparty smith\nparty buyer kind natural\nstake smith in buyer 10 % equity\n{SALE}'
        )
    (found,) = error.value.diagnostics
    assert found.primary
    assert found.primary.span.text == "stake smith in buyer 10 % equity"
    assert [label.span.text for label in found.secondary] == ["natural", "where party.kind is company"]


def test_what_relations_tell_is_no_fact_that_was_stated() -> None:
    found = BUYERS.determine(f'scenario "s"\nparty buyer kind natural\n{SALE}')
    assert dict(BUYERS.record(found).facts)["parties"] == {"buyer": {"kind": "natural"}}
