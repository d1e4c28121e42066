"""CPU time of two things in turn, so that what else the machine does hits both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

ROUNDS = 9

Work = Callable[[], object]
Timer = Callable[[], float]


def once(work: Work, times: int) -> float:
    """Return the CPU seconds that one call takes, as the mean of *times* calls."""
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times


def interleaved(timers: Mapping[str, Timer]) -> dict[str, list[float]]:
    """Return the seconds that each of the timers told, in turn, over several rounds."""
    for timer in timers.values():
        timer()
    rounds: dict[str, list[float]] = {name: [] for name in timers}
    for _ in range(ROUNDS):
        gc.collect()
        gc.disable()
        try:
            for name, timer in timers.items():
                rounds[name].append(timer())
        finally:
            gc.enable()
    return rounds


def compared(ours: list[float], theirs: list[float]) -> tuple[float, float, float]:
    """Return ours / theirs round by round, and the seconds of each, as medians."""
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return median(ratios), median(ours), median(theirs)


def ratio(ours: Work, theirs: Work, *, times: int) -> tuple[float, float, float]:
    """Return ours / theirs, and the median seconds of each, over several rounds."""
    rounds = interleaved(
        {"ours": lambda: once(ours, times), "theirs": lambda: once(theirs, times)}
    )
    return compared(rounds["ours"], rounds["theirs"])


def told(seconds: float) -> str:
    """Return *seconds* in a unit in which they can be read."""
    if seconds < 0.001:
        return f"{seconds * 1e6:8.1f} us"
    return f"{seconds * 1000:8.3f} ms"


def show(name: str, found: tuple[float, float, float], other: str) -> None:
    """Print one line: what, the ratio, and the two times behind it."""
    times, ours, theirs = found
    print(f"{name:<44} {times:7.2f} x {other:<34} ({told(ours)} / {told(theirs)})")


def show_speed(found: tuple[float, float, float], other: str) -> None:
    """Print one line: our speed as a multiple of another, and the times behind it."""
    times, ours, theirs = found
    speed = f"{1 / times:8.1f} x the speed of"
    print(f"{speed} {other:<46} ({told(ours)} / {told(theirs)})")
