"""One response through all scores of the mapping, against a sum of its answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from operator import attrgetter, itemgetter
from typing import Any

from attrs import evolve

import model_forms
from benchmarks.scoring.drawn import UNKNOWN, Drawn, Lot, fresh
from benchmarks.timing import Timer, compared, interleaved, once, show, told
from model_forms.questionnaire import Questionnaire

COUNT, SUMS = 300, 20
READ = attrgetter("shown", "band")
READ_ALL = attrgetter("shown", "band", "explanation")


def mapping() -> None:
    """
    Score responses without and with don't knows, and explain every score.

    What the questionnaire keeps of responses helps with those that come after, so
    three things are told apart: the very first response, those never scored before
    (the median of rounds is near the middle of them), and the same ones over again.
    """
    for words, unknown in (("", 0), (f", {UNKNOWN:.0%} don't know", UNKNOWN)):
        lots = fresh(_unused(), COUNT, unknown=unknown)
        questionnaire = _unused()
        _show_first(questionnaire, lots[0][0], words)
        same = [lots[0]] * len(lots)
        _show(f"  responses not met before{words}", questionnaire, lots, READ)
        _show(f"  the same responses again{words}", questionnaire, same, READ)
        _show(f"  not met before, explained{words}", _unused(), lots, READ_ALL)


def _unused() -> Questionnaire:
    """Return the mapping without anything kept of responses scored before."""
    return evolve(model_forms.installed().get("area_mapping"))


def _show_first(questionnaire: Questionnaire, first: Drawn, words: str) -> None:
    """Print what the very first response costs."""
    started = time.process_time()
    for result in model_forms.score_response(questionnaire, first.response).values():
        READ(result)
    cost = time.process_time() - started
    print(f"scoring a response{words}: the very first {told(cost).strip()}")


def _show(
    name: str, questionnaire: Questionnaire, lots: list[Lot], read: Callable[[Any], Any]
) -> None:
    timers = {"ours": _scoring(questionnaire, lots, read), "theirs": _adding(lots)}
    rounds = interleaved(timers)
    show(name, compared(rounds["ours"], rounds["theirs"]), "itemgetter and sum")


def _scoring(
    questionnaire: Questionnaire, lots: list[Lot], read: Callable[[Any], Any]
) -> Timer:
    coming = iter(lots)

    def timer() -> float:
        lot = next(coming)
        started = time.process_time()
        for each in lot:
            results = model_forms.score_response(questionnaire, each.response)
            for result in results.values():
                read(result)
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
