"""Who is held by whom."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pycontrol.facts.ownership import Catch, Hold, caught, holdings, possible, reason
from pycontrol.facts.scenario import Entity, Scenario, StakeHeld, Stated
from pycontrol.law.model import Chaining, Operator, Sort

DAY = dt.date(2026, 1, 1)
HALF = Fraction(1, 2)
NO_BRANCHES: Mapping[str, str] = {}


def stakes(*rows: str, interest: str = "equity") -> tuple[StakeHeld, ...]:
    """`a b 51` says that a holds 51 % of b."""
    return tuple(StakeHeld(a, b, Fraction(share) / 100, interest) for a, b, share in map(str.split, rows))


def who(
    rows: tuple[StakeHeld, ...],
    seeds: str,
    chaining: Chaining,
    *,
    operator: Operator = Operator.AT_LEAST,
    branches: Mapping[str, str] = NO_BRANCHES,
) -> str:
    graph = holdings(rows, branches, day=DAY, interest="equity")
    found = caught(graph, seeds.split(), Hold(HALF, operator, chaining))
    return " ".join(sorted(found))


@pytest.mark.parametrize(("share", "is_caught"), [("49.99", False), ("50", True), ("50.01", True)])
@pytest.mark.parametrize("chaining", list(Chaining))
def test_the_threshold_is_met_exactly(share: str, is_caught: bool, chaining: Chaining) -> None:
    assert who(stakes(f"s p {share}"), "s", chaining) == ("p" if is_caught else "")


def test_more_than_is_not_at_least() -> None:
    for chaining in Chaining:
        assert who(stakes("s p 50"), "s", chaining, operator=Operator.MORE) == ""
        assert who(stakes("s p 50.000000001"), "s", chaining, operator=Operator.MORE) == "p"


def test_less_than_is_refused() -> None:
    with pytest.raises(ValueError, match="to hold less"):
        caught(holdings((), {}, day=DAY, interest="equity"), (), Hold(HALF, Operator.LESS, Chaining.DIRECT))


def test_two_steps() -> None:
    rows = stakes("s a 55", "a b 51")
    assert who(rows, "s", Chaining.DIRECT) == "a"
    assert who(rows, "s", Chaining.CASCADING) == "a b"
    assert who(rows, "s", Chaining.AGGREGATED) == "a b"


def test_summed_stakes() -> None:
    rows = stakes("s p 30", "t p 20", "u p 50", "p q 40", "s q 10")
    assert who(rows, "s t", Chaining.DIRECT) == ""
    assert who(rows, "s t", Chaining.CASCADING) == ""
    assert who(rows, "s t", Chaining.AGGREGATED) == "p q"
    assert who(rows, "s", Chaining.AGGREGATED) == ""


def test_cross_holdings_do_not_hold_themselves_up() -> None:
    rows = stakes("a b 60", "b a 60")
    for chaining in Chaining:
        assert who(rows, "", chaining) == ""
    assert who((*rows, *stakes("s a 40")), "s", Chaining.AGGREGATED) == ""
    assert who(stakes("a b 60", "b a 50", "s a 50"), "s", Chaining.AGGREGATED) == "a b"


def test_a_seed_is_caught_only_by_others() -> None:
    assert who(stakes("s s 60"), "s", Chaining.AGGREGATED) == ""
    assert who(stakes("s t 60"), "s t", Chaining.DIRECT) == "t"
    assert who(stakes("s s 30", "t s 20"), "s t", Chaining.AGGREGATED) == ""


def test_branches_always_count() -> None:
    rows = stakes("s p 50", "office q 90")
    branches = {"office": "p", "desk": "office", "bureau": "s"}
    assert who(rows, "s", Chaining.DIRECT, branches=branches) == "bureau desk office p"
    assert who(rows, "s", Chaining.CASCADING, branches=branches) == "bureau desk office p q"


def test_stakes_hold_on_their_days_and_by_their_interest() -> None:
    dated = (StakeHeld("s", "p", HALF, "equity", dt.date(2026, 1, 1), dt.date(2026, 1, 31)),)
    for text, found in (("2025-12-31", ""), ("2026-01-01", "p"), ("2026-01-31", "p"), ("2026-02-01", "")):
        day = dt.date.fromisoformat(text)
        graph = holdings(dated, {}, day=day, interest="equity")
        by = caught(graph, {"s"}, Hold(HALF, Operator.AT_LEAST, Chaining.DIRECT))
        assert "".join(by) == found
    assert who(stakes("s p 80", interest="votes"), "s", Chaining.DIRECT) == ""


def test_thirds_are_exact() -> None:
    third = Fraction(1, 3)
    rows = (StakeHeld("s", "p", third, "equity"), StakeHeld("t", "p", Fraction(1, 6), "equity"))
    assert who(rows, "s t", Chaining.AGGREGATED) == "p"
    assert who(rows, "s t", Chaining.AGGREGATED, operator=Operator.MORE) == ""


def scenario(rows: tuple[StakeHeld, ...], complete: str, **owners: str) -> Scenario:
    names = {name for row in rows for name in (row.owner, row.held)} | {*owners}
    parties = {
        name: Entity(
            name,
            Sort.PARTY,
            {"owners": tuple(Stated(owner) for owner in owners[name].split())} if name in owners else {},
            frozenset({"owners"} if name in complete.split() else ()),
        )
        for name in sorted(names)
    }
    return Scenario("s", (), parties, {}, {}, rows)


def bounds(case: Scenario, seeds: str, doubtful: str, chaining: Chaining, interest: str = "equity") -> tuple[str, str]:
    hold = Hold(HALF, Operator.AT_LEAST, chaining)
    stated = holdings(case.stakes, {}, day=DAY, interest=interest)
    widened = possible(stated, case, day=DAY, interest=interest)
    certain = set(caught(stated, seeds.split(), hold))
    perhaps = certain.union(caught(widened, f"{seeds} {doubtful}".split(), hold))
    return " ".join(sorted(certain)), " ".join(sorted(perhaps))


def test_unstated_owners_may_be_of_the_kind() -> None:
    rows = stakes("a p 49.99", "b p 0.02")
    # 49.99 % is unstated: one owner of it falls short; with b's share it would do
    assert bounds(scenario(rows, "a b"), "", "", Chaining.DIRECT) == ("", "")
    assert bounds(scenario(rows, "a b"), "b", "", Chaining.AGGREGATED) == ("", "p")
    assert bounds(scenario(rows, "a b p"), "b", "", Chaining.AGGREGATED) == ("", "")
    assert bounds(scenario(stakes("a p 50"), "a"), "", "", Chaining.CASCADING) == ("", "p")
    assert bounds(scenario(stakes("a p 50.01"), "a"), "", "", Chaining.CASCADING) == ("", "")


def test_doubtful_seeds_make_possible() -> None:
    assert bounds(scenario(stakes("a p 60"), "a p"), "", "a", Chaining.DIRECT) == ("", "p")
    assert bounds(scenario(stakes("a p 60"), "a p"), "a", "", Chaining.DIRECT) == ("p", "p")


def test_possibly_caught_parties_hold_others() -> None:
    rows = stakes("a b 60")
    assert bounds(scenario(rows, "b"), "", "", Chaining.CASCADING) == ("", "a b")
    assert bounds(scenario(rows, "b"), "", "", Chaining.DIRECT) == ("", "a")


def test_complete_owners_with_an_unstated_share_may_hold_the_rest() -> None:
    case = scenario(stakes("a p 40"), "a b p", p="a b", b="")
    assert bounds(case, "b", "", Chaining.DIRECT) == ("", "p")
    assert bounds(case, "a", "", Chaining.DIRECT) == ("", "")
    votes = scenario(stakes("a p 90", interest="votes"), "a p")
    assert bounds(votes, "a", "", Chaining.DIRECT) == ("", "p")
    assert bounds(votes, "a", "", Chaining.DIRECT, interest="votes") == ("p", "p")


def test_owners_none_is_complete() -> None:
    assert bounds(scenario((), "", p=""), "", "", Chaining.AGGREGATED) == ("", "")


def why(rows: tuple[StakeHeld, ...], seeds: str, party: str, chaining: Chaining, **branches: str) -> list[Catch]:
    graph = holdings(rows, branches, day=DAY, interest="equity")
    return list(reason(graph, seeds.split(), Hold(HALF, Operator.AT_LEAST, chaining), party))


def test_the_reason_is_a_chain_from_the_seeds() -> None:
    rows = stakes("s a 55", "a b 51", "x b 49")
    first, second = why(rows, "s", "b", Chaining.CASCADING)
    assert first == Catch("a", (("s", Fraction(55, 100)),))
    assert second == Catch("b", (("a", Fraction(51, 100)),))
    assert why(rows, "s", "x", Chaining.CASCADING) == []


def test_the_reason_sums_up_and_never_rests_on_itself() -> None:
    rows = stakes("s a 50", "a b 60", "b a 50", "t b 10")
    steps = why(rows, "s t", "b", Chaining.AGGREGATED)
    assert [step.party for step in steps] == ["a", "b"]
    assert [step.total for step in steps] == [HALF, Fraction(7, 10)]


def test_the_reason_of_a_branch_is_its_body() -> None:
    assert why(stakes("s a 55"), "s", "office", Chaining.DIRECT, office="a")[-1] == Catch("office", branch_of="a")
    assert why((), "s", "office", Chaining.DIRECT, office="s") == [Catch("office", branch_of="s")]


graphs = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(1, 100)), max_size=14
).map(lambda rows: tuple(StakeHeld(a, b, Fraction(share, 100), "equity") for a, b, share in rows))


@given(graphs, st.sets(st.sampled_from("abcdef"), max_size=2), st.sampled_from(Chaining))
def test_the_caught_are_the_least_fixpoint_and_every_reason_stands(
    rows: tuple[StakeHeld, ...], seeds: set[str], chaining: Chaining
) -> None:
    graph = holdings(rows, {"f": "e"}, day=DAY, interest="equity")
    hold = Hold(HALF, Operator.AT_LEAST, chaining)
    found = set(caught(graph, seeds, hold))
    assert found == naive(rows, {"f": "e"}, seeds, chaining)
    for party in found:
        known = set(seeds)
        for step in reason(graph, seeds, hold, party):
            assert {owner for owner, _ in step.by} <= known
            assert step.total >= HALF or step.branch_of in known
            known.add(step.party)
        assert step.party == party


def naive(rows: tuple[StakeHeld, ...], branches: dict[str, str], seeds: set[str], chaining: Chaining) -> set[str]:
    found: set[str] = set()
    while True:
        holders = seeds if chaining is Chaining.DIRECT else seeds | found
        new = {branch for branch, body in branches.items() if body in seeds | found}
        for party in "abcdef":
            by_owner = {
                owner: sum(row.share for row in rows if (row.owner, row.held) == (owner, party))
                for owner in holders - {party}
            }
            largest = max(by_owner.values(), default=0)
            if (sum(by_owner.values()) if chaining is Chaining.AGGREGATED else largest) >= HALF:
                new.add(party)
        if new <= found:
            return found
        found |= new


def test_a_hundred_thousand_parties() -> None:
    count = 100_000
    rows = [StakeHeld(f"p{n // 2}", f"p{n}", Fraction(60, 100), "equity") for n in range(1, count)]
    rows += [StakeHeld(f"p{n}", f"p{n * 7 % count}", Fraction(30, 100), "equity") for n in range(1, count, 3)]
    graph = holdings(rows, {}, day=DAY, interest="equity")
    found = caught(graph, {"p1"}, Hold(HALF, Operator.AT_LEAST, Chaining.AGGREGATED))
    assert len(found) >= count - 2
