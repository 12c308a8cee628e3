"""Run `python -m bench`: measure, print the table; `--write` puts it into `bench/README.md`. Never a timed test."""

from __future__ import annotations

import argparse
import sys

from bench.agree import DisagreementError, agreed
from bench.cases import bench_cases
from bench.figure import table
from bench.issue2 import SCENARIOS, law_of_issue_2
from bench.large import grown
from bench.measure import measure
from bench.peers.compare import compare
from bench.readme import write
from pycontrol import Policy


def main() -> int:
    """Refuse to print a ratio where raw and pycontrol disagree; otherwise print every figure."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables into bench/README.md")
    parser.add_argument("--full", action="store_true", help="more cases for memory (half an hour or more)")
    parser.add_argument("--rounds", type=int, default=11, help="how often each short measure is taken (default 11)")
    asked = parser.parse_args()
    policy, whole = law_of_issue_2(), Policy.load()
    try:
        found = agreed(policy, bench_cases(policy, SCENARIOS), whole)
        peers = compare(policy, found.cases, asked.rounds)
    except DisagreementError as error:
        print(error, file=sys.stderr)
        return 1
    print(found.words(), flush=True)
    figures = tuple(measure(policy, whole, found.cases, asked.rounds, full=asked.full))
    tables = (found.words(), table(figures), grown(whole), peers)
    print("\n\n".join(tables[1:]))
    if asked.write:
        write(tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
