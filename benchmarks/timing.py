"""CPU time of two things in turn, so that what else the machine does hits both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median

ROUNDS = 9

Work = Callable[[], object]


def once(work: Work, times: int) -> float:
    """Return the CPU seconds that one call takes, as the mean of *times* calls."""
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times


def ratio(ours: Work, theirs: Work, *, times: int) -> tuple[float, float, float]:
    """Return ours / theirs, and the median seconds of each, over several rounds."""
    ours(), theirs()
    gc.collect()
    gc.disable()
    try:
        rounds = [(once(ours, times), once(theirs, times)) for _ in range(ROUNDS)]
    finally:
        gc.enable()
    ratios = [mine / other for mine, other in rounds]
    return median(ratios), median(r[0] for r in rounds), median(r[1] for r in rounds)


def show(name: str, found: tuple[float, float, float], other: str) -> None:
    """Print one line: what, the ratio, and the two times behind it."""
    times, ours, theirs = found
    print(
        f"{name:<44} {times:6.2f} x {other:<34} "
        f"({ours * 1000:8.3f} ms / {theirs * 1000:8.3f} ms)"
    )
