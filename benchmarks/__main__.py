"""Print the ratios: ``python run.py bench``, or some: ``… bench scoring``."""

from __future__ import annotations

import subprocess
import sys
import time

import model_forms
from benchmarks.reading import reading
from benchmarks.replay import record
from benchmarks.scoring import scoring
from benchmarks.timing import ratio, show
from benchmarks.word import word


def generating() -> None:
    """A mapping sheet against the same writer calls made by hand."""
    questionnaire = model_forms.installed().get("area_mapping")
    issue = model_forms.Issue(role="police", respondent="Lokalpolitiet", area="A")

    def ours() -> bytes:
        return model_forms.export(questionnaire, issue=issue)

    tape = record(ours)
    assert len(tape.play()) > 0
    found = ratio(ours, tape.play, times=2)
    show("generating a mapping sheet", found, "the same calls to XlsxWriter")


def starting() -> None:
    """Importing the library against an interpreter that does nothing."""

    def start(code: str) -> None:
        subprocess.run([sys.executable, "-c", code], check=True)

    def wall(code: str) -> float:
        started = time.perf_counter()
        start(code)
        return time.perf_counter() - started

    rounds = [(wall("import model_forms"), wall("pass")) for _ in range(15)]
    rounds.sort(key=lambda each: each[0] / each[1])
    mine, bare = rounds[len(rounds) // 2]
    show("import model_forms", (mine / bare, mine, bare), "python -c pass")


PARTS = {each.__name__: each for each in (generating, reading, scoring, starting, word)}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
