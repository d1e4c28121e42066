"""One response through all scores of the mapping, against a sum of its answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from operator import attrgetter, itemgetter

from attrs import evolve

import model_forms
from benchmarks.scoring.drawn import UNKNOWN, Answers, Lot, fresh
from benchmarks.timing import Timer, compared, interleaved, once, show, told
from model_forms.questionnaire import Questionnaire
from model_forms.rules.scope import Explanation

COUNT, SUMS = 300, 20
READ = attrgetter("shown", "band")
VARIANTS = {
    "every answer given": Answers(),
    f"{UNKNOWN:.0%} don't know": Answers(unknown=UNKNOWN),
    "the registers' numbers blank": Answers(numbers=False),
}


def _read_tree(explanation: Explanation) -> None:
    for part in explanation.parts:
        _read_tree(part)


EXPLAINED: dict[str, Callable[[Explanation], object]] = {
    "explained": lambda _: None,
    "and all read": _read_tree,
}
"""An explanation has all figures; a part of it is made when somebody asks for it."""


def mapping() -> None:
    """
    Score drawn responses, and explain every score of them.

    What the questionnaire keeps of responses helps with those that come after, so
    three things are told apart: the very first response, those never scored before
    (the median of rounds is near the middle of them), and the same ones over again.
    """
    for words, answers in VARIANTS.items():
        lots = fresh(_unused(), COUNT, answers)
        questionnaire, same = _unused(), [lots[0]] * len(lots)
        first = _scored(questionnaire, lots[0][:1])
        print(f"scoring a response, {words}: the very first {told(first).strip()}")
        _show("  not met before", lots, _scoring(questionnaire, lots))
        _show("  the same again", same, _scoring(questionnaire, same))
        for name, explain in EXPLAINED.items():
            explaining = _explaining(_unused(), lots, explain)
            _show(f"  not met before, {name}", lots, explaining)


def _unused() -> Questionnaire:
    """Return the mapping without anything kept of responses scored before."""
    return evolve(model_forms.installed().get("area_mapping"))


def _show(name: str, lots: list[Lot], ours: Timer) -> None:
    rounds = interleaved({"ours": ours, "theirs": _adding(lots)})
    show(name, compared(rounds["ours"], rounds["theirs"]), "itemgetter and sum")


def _scoring(questionnaire: Questionnaire, lots: list[Lot]) -> Timer:
    coming = iter(lots)
    return lambda: _scored(questionnaire, next(coming))


def _scored(questionnaire: Questionnaire, lot: Lot) -> float:
    """Return the CPU seconds of scoring a response of *lot*, and of reading it."""
    started = time.process_time()
    for each in lot:
        results = model_forms.score_response(questionnaire, each.response)
        for result in results.values():
            READ(result)
    return (time.process_time() - started) / len(lot)


def _explaining(
    questionnaire: Questionnaire,
    lots: list[Lot],
    explain: Callable[[Explanation], object],
) -> Timer:
    coming = iter(lots)

    def timer() -> float:
        lot = next(coming)
        started = time.process_time()
        for each in lot:
            results = model_forms.score_response(questionnaire, each.response)
            for id, result in results.items():
                READ(result)
                explain(results.explanation(id))
        return (time.process_time() - started) / len(lot)

    return timer


def _adding(lots: list[Lot]) -> Timer:
    coming = iter(lots)
    take = itemgetter(*lots[0][0].plain)

    def timer() -> float:
        lot = [
            {key: value or 0 for key, value in each.plain.items()}
            for each in next(coming)
        ]

        def work() -> None:
            for plain in lot:
                sum(take(plain))

        return once(work, SUMS) / len(lot)

    return timer
