"""What is measured in a process of its own: start-up, a cold load, memory while deciding many, two at once."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

_LOAD = """
import time
from pycontrol import Policy
from bench.issue2 import law_of_issue_2

start = time.process_time()
(law_of_issue_2 if {part} else Policy.load)()
print(time.process_time() - start)
"""
_MANY = """
import sys, time
from bench.cases import bench_cases
from bench.issue2 import SCENARIOS, law_of_issue_2

def peak():
    # of this program alone: `ru_maxrss` starts at the size of the process that started it
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

policy = law_of_issue_2()
rows = [case.mapping for case in bench_cases(policy, SCENARIOS)][:: 5]
count = int(sys.argv[1])
start = time.process_time()
half = 0.0
for number in range(0, count, 20):
    for _ in policy.determine_many([rows[(number + n) % len(rows)] for n in range(min(20, count - number))]):
        pass
    if number < count / 2:
        half = peak()
print((time.process_time() - start) / count, peak(), peak() - half)
"""


def cold_load(times: int = 3, *, part: bool = False) -> float:
    """Return the seconds that loading the whole law (or the part that raw holds) from text takes in a new process."""
    return _loaded(times, "off", part=part)


def kept_load(times: int = 3) -> float:
    """Return the seconds that loading the whole law takes in a new process where an earlier one kept it."""
    with TemporaryDirectory() as folder:
        _loaded(1, folder, part=False)
        return _loaded(times, folder, part=False)


def _loaded(times: int, folder: str, *, part: bool) -> float:
    environment = os.environ | {"PYCONTROL_CACHE": folder}
    return median(float(_output([sys.executable, "-c", _LOAD.format(part=part)], environment)) for _ in range(times))


def started(*arguments: str, times: int = 5) -> float:
    """Return the processor time of a whole process of Python."""
    found = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(found)


def deciding(count: int, processes: int = 1) -> tuple[float, float, float]:
    """Decide `count` cases in each of some processes at once.

    Returns the median processor seconds per case, the greatest peak of memory in MiB, and how much of it came after
    half of the cases.
    """
    command = [sys.executable, "-c", _MANY, str(count)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    found = [tuple(map(float, one.communicate()[0].split())) for one in running]
    return median(one[0] for one in found), max(one[1] for one in found), max(one[2] for one in found)


def _output(command: list[str], environment: dict[str, str] | None = None) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
