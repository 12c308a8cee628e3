"""An answer is the same in every process: nothing of it follows the order of a set, which Python changes from run to run."""

from __future__ import annotations

import os
import subprocess
import sys

from pycontrol.policy import bundled

CASES = ("cn/mofcom/2025/018/kinds.scenario", "cn/uel/unknown-parties.scenario", "cn/catalogue/cathode.scenario")


def answered(seed: str) -> str:
    """What the command line prints as JSON, in a process whose sets are ordered by `seed`."""
    files = [str(bundled("scenarios") / case) for case in CASES]
    command = [sys.executable, "-m", "pycontrol", "determine", *files, "--format", "json"]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
    ).stdout


def test_the_same_case_has_the_same_answer_whatever_the_order_of_sets() -> None:
    assert answered("1") == answered("3")
