"""Many responses held as columns, against one response at a time."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

import model_forms
from benchmarks.scoring.drawn import UNKNOWN, Answers, Lot, drawn, fresh
from benchmarks.timing import Timer, compared, interleaved, show
from model_forms.columns import Columns, columns_of, score_columns
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response

MANY, LOT, CHECKED = 100_000, 2_000, 1_000
READ, READ_COLUMN = attrgetter("shown", "band"), attrgetter("shown", "place")
WORDS = {
    "every answer given": Answers(),
    f"{UNKNOWN:.0%} don't know": Answers(unknown=UNKNOWN),
}


def columns() -> None:
    """Score drawn responses to the mapping together, and others one at a time."""
    questionnaire = model_forms.installed().get("area_mapping")
    for words, answers in WORDS.items():
        held = columns_of(questionnaire, _responses(questionnaire, answers))
        _check(questionnaire, answers)
        lots = fresh(questionnaire, LOT, answers)
        rounds = interleaved(
            {"ours": _one_by_one(questionnaire, lots), "theirs": _together(held)}
        )
        found = compared(rounds["ours"], rounds["theirs"])
        show(f"one at a time, {words}", found, f"one of {MANY:,} in columns")
        _say_memory(held)


def _responses(questionnaire: Questionnaire, answers: Answers) -> Iterator[Response]:
    """Yield many responses, of which few are there at a time."""
    for seed in range(100, 100 + MANY // LOT):
        for each in drawn(questionnaire, LOT, answers, seed=seed):
            yield each.response


def _check(questionnaire: Questionnaire, answers: Answers) -> None:
    some = list(islice(_responses(questionnaire, answers), CHECKED))
    together = score_columns(columns_of(questionnaire, some))
    for place, each in enumerate(some):
        alone = model_forms.score_response(questionnaire, each)
        assert dict(alone) == together.results(place)


def _one_by_one(questionnaire: Questionnaire, lots: list[Lot]) -> Timer:
    coming = iter(lots)

    def timer() -> float:
        lot = next(coming)
        started = time.process_time()
        for each in lot:
            for result in model_forms.score_response(
                questionnaire, each.response
            ).values():
                READ(result)
        return (time.process_time() - started) / len(lot)

    return timer


def _together(held: Columns) -> Timer:
    def timer() -> float:
        started = time.process_time()
        for each in score_columns(held).scores.values():
            READ_COLUMN(each)
        return (time.process_time() - started) / held.count

    return timer


def _say_memory(held: Columns) -> None:
    """Print what the answers take, and the most there is while they are scored."""
    answers = sum(each.codes.nbytes for each in held.column.values())
    tracemalloc.start()
    found = score_columns(held)
    left, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"  {len(found):,} responses: answers {answers / 1e6:.1f} MB, results "
        f"{left / 1e6:.1f} MB, at most {most / 1e6:.1f} MB while scoring"
    )
