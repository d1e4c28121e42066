"""
What each attack costs: ``python tests/returns/measure_attacks.py``.

Each file is read in a process of its own, which is forked from one that has read a
good form, so that what is measured is the file and not the program.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from attrs import frozen

import model_forms
from returns.attacks import READ, Attack, attacks
from returns.packages import form

SECONDS = 2.0
MEGABYTES = 200.0
PATIENCE = 60
"""Seconds after which a file counts as one that hangs the program."""


@frozen
class Cost:
    """
    What one attack came to.

    *code* is why the file was refused, or `READ`, or what escaped. *seconds* are of
    the processor; *megabytes* are what a good form does not need.
    """

    attack: Attack
    size: int
    code: str
    seconds: float
    megabytes: float

    @property
    def as_expected(self) -> bool:
        """Whether the file was read or refused as it should be."""
        return self.code == self.attack.expected

    @property
    def affordable(self) -> bool:
        """Whether it kept to the time and memory that a file may cost."""
        return self.seconds <= SECONDS and self.megabytes <= MEGABYTES

    def __str__(self) -> str:
        verdict = "" if self.as_expected else f"  expected {self.attack.expected}"
        costly = "" if self.affordable else "  TOO MUCH"
        return (
            f"{self.attack.name:<68.68} {self.size / 1024:>7.0f} kB "
            f"{self.code:<21} {self.seconds:>6.2f} s {self.megabytes:>5.0f} MB"
            f"{verdict}{costly}"
        )


def costs(wanted: Iterable[Attack]) -> Iterator[Cost]:
    """Yield what each attack costs, in its order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "attack"
        command = [sys.executable, __file__, "--child"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            for attack in wanted:
                path.write_bytes(attack.make())
                print(path, file=child.stdin, flush=True)
                found = json.loads(child.stdout.readline())
                yield Cost(attack, path.stat().st_size, *found)
            child.stdin.close()


def _serve() -> None:
    """Read each file that is named on standard input, and print what it costs."""
    logging.disable()
    good = {each: form(each) for each in ("xlsx", "ods", "docx")}
    for data in good.values():
        model_forms.import_(data)
    for line in sys.stdin:
        print(json.dumps(_forked(line.strip())), flush=True)


def _forked(path: str) -> tuple[str, float, float]:
    there, here = os.pipe()
    process = os.fork()
    if not process:
        signal.alarm(PATIENCE)
        os.write(here, json.dumps(_cost(path)).encode())
        os._exit(0)
    os.close(here)
    with os.fdopen(there) as told:
        found = told.read()
    _, status = os.waitpid(process, 0)
    if not found:
        return f"ended by signal {os.WTERMSIG(status)}", float(PATIENCE), 0.0
    code, seconds, megabytes = json.loads(found)
    return code, seconds, megabytes


def _cost(path: str) -> tuple[str, float, float]:
    started, before = time.process_time(), _peak()
    try:
        read = model_forms.import_(path)
    except BaseException as error:  # noqa: BLE001  whatever escapes is what is sought
        code = f"escaped: {type(error).__name__}"
    else:
        refused = [each.code for each in read.findings if each.is_error]
        code = READ if read.response is not None else refused[0]
    return code, time.process_time() - started, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(wanted: str = "") -> bool:
    """Print what each attack costs; return whether all are as they should be."""
    found = []
    for cost in costs(each for each in attacks() if wanted in each.name):
        print(cost, flush=True)
        found.append(cost)
    slowest = max(found, key=lambda each: each.seconds)
    largest = max(found, key=lambda each: each.megabytes)
    good = [each for each in found if each.as_expected and each.affordable]
    print(
        f"{len(good)} of {len(found)} attacks refused or read as they should be,"
        f" within {SECONDS:.0f} s and {MEGABYTES:.0f} MB\n"
        f"slowest {slowest.seconds:.2f} s: {slowest.attack.name}\n"
        f"largest {largest.megabytes:.0f} MB: {largest.attack.name}"
    )
    return len(good) == len(found)


if __name__ == "__main__":
    if sys.argv[1:] == ["--child"]:
        _serve()
    else:
        sys.exit(not show(*sys.argv[1:2]))
