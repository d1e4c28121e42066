"""Panels of more and more respondents: what each of them costs."""

from __future__ import annotations

from statistics import median

import model_forms
from benchmarks.scoring.drawn import UNKNOWN, Answers, drawn
from benchmarks.timing import Timer, interleaved, once, told
from model_forms.assessment import assess

SIZES = (5, 10, 20, 40)
TIMES = 3


def panels() -> None:
    """Assess panels of the mapping in turn, and print the cost per respondent."""
    questionnaire = model_forms.installed().get("area_mapping")
    lot = drawn(questionnaire, SIZES[-1], Answers(unknown=UNKNOWN))
    everyone = [each.response for each in lot]
    assert not assess(questionnaire, everyone).findings

    def timer(size: int) -> Timer:
        return lambda: once(lambda: assess(questionnaire, everyone[:size]), TIMES)

    rounds = interleaved({str(size): timer(size) for size in SIZES})
    whole = {size: median(rounds[str(size)]) for size in SIZES}
    print("assessing a panel, for each respondent")
    for size, cost in whole.items():
        times = cost / whole[SIZES[0]]
        print(f"  of {size:>2}: {told(cost / size)} (all: {times:4.1f} x those of 5)")
