"""Print the ratios: ``python run.py bench``."""

from __future__ import annotations

import subprocess
import sys
import time
from operator import itemgetter

import model_forms
from benchmarks.reading import reading
from benchmarks.replay import record
from benchmarks.timing import ratio, show
from model_forms.response import Given, Response

SCALED = 3


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


def scoring() -> None:
    """All scores of one response against a plain sum over the same dict."""
    questionnaire = model_forms.installed().get("area_mapping")
    answers = {
        key: Given(value=SCALED)
        for key, item in questionnaire.items.items()
        if item.direction is not None and item.key not in LIVING
    }
    response = Response(questionnaire=questionnaire.ref, answers=answers)
    plain = dict.fromkeys(answers, SCALED)
    take = itemgetter(*plain)
    found = ratio(
        lambda: model_forms.score_response(questionnaire, response),
        lambda: sum(take(plain)),
        times=20,
    )
    show("scoring a response", found, "itemgetter and sum")
    told = ratio(
        lambda: [
            each.explanation
            for each in model_forms.score_response(questionnaire, response).values()
        ],
        lambda: sum(take(plain)),
        times=5,
    )
    show("scoring and explaining a response", told, "itemgetter and sum")


LIVING = (
    "share_outside_work_education", "conviction_ratio_national",
    "share_basic_school_only", "income_ratio_region",
)  # fmt: skip


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


if __name__ == "__main__":
    generating()
    reading()
    scoring()
    starting()
