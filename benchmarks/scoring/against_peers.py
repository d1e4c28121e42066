"""Twelve rules over sixty items: the same results first, then the times."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import Any

import model_forms
from benchmarks.scoring import peers
from benchmarks.scoring.drawn import UNKNOWN, Answers, Drawn, Lot, drawn, fresh
from benchmarks.scoring.peer import InProcess, Peer
from benchmarks.scoring.twelve import document
from benchmarks.timing import Timer, compared, interleaved, show_speed
from model_forms.codec import questionnaire_from
from model_forms.columns import columns_of, score_columns
from model_forms.questionnaire import Questionnaire

COUNT, SET, CLOSE = 200, 3_000, 1e-9


def against_peers() -> None:
    """Compare with each peer that is here, in one run."""
    print(f"twelve rules over sixty items, {UNKNOWN:.0%} don't know, one at a time")
    questionnaire = questionnaire_from(document())
    anything = drawn(questionnaire, COUNT, Answers(unknown=UNKNOWN))
    # json-logic-qubit's filter loses zeros: these are scored alike by all.
    alike = fresh(questionnaire, COUNT, Answers(unknown=UNKNOWN, zeros=False))
    with ExitStack() as stack:
        found = tuple(peers.found(document()))
        for peer in found:
            stack.callback(peer.close)
            _check(questionnaire, peer, anything, alike[0])
        _time(questionnaire, found, alike)


def _check(questionnaire: Questionnaire, peer: Peer, anything: Lot, alike: Lot) -> None:
    """Print how many results differ from ours; there must be none without zeros."""
    count = len(anything) * len(questionnaire.scores)
    other, still = (_differing(questionnaire, peer, lot) for lot in (anything, alike))
    lost = f", and {still} where no answer is 0: it loses zeros" if other else ""
    print(f"  {peer.name:<46} {other} of {count} results differ{lost}")
    assert still == 0


def _differing(questionnaire: Questionnaire, peer: Peer, lot: Lot) -> int:
    """Return how many results differ from ours: value to 1e-9, band exactly."""
    peer.prepare([each.plain for each in lot])
    other = 0
    for each, theirs in zip(lot, peer.scores(), strict=True):
        results = model_forms.score_response(questionnaire, each.response)
        for id, ours in results.items():
            assert ours.value is not None
            value, band = theirs[id]
            near = abs(float(ours.value) - float(value)) <= CLOSE
            other += not near or ours.band != band
    return other


def _time(
    questionnaire: Questionnaire, found: tuple[Peer, ...], lots: list[Lot]
) -> None:
    def score(each: Drawn) -> None:
        results = model_forms.score_response(questionnaire, each.response)
        for result in results.values():
            _ = result.value, result.shown, result.band

    ours = InProcess("ours", score)
    timers = {"ours": _timer(ours, lots), "set": _together(questionnaire)}
    for peer in found:
        plains = [[each.plain for each in lot] for lot in lots]
        timers[peer.name] = _timer(peer, plains)
    rounds = interleaved(timers)
    print("  (node) is another runtime, in turn with ours, and tells its own CPU time")
    for peer in found:
        show_speed(compared(rounds["ours"], rounds[peer.name]), peer.name)
    print(f"the same of a set of {SET:,}, read into columns and scored together")
    for peer in found:
        show_speed(compared(rounds["set"], rounds[peer.name]), peer.name)


def _together(questionnaire: Questionnaire) -> Timer:
    """Time a response of a set: reading it into columns is in the time."""
    lot = drawn(questionnaire, SET, Answers(unknown=UNKNOWN, zeros=False))
    responses = [each.response for each in lot]

    def timer() -> float:
        started = time.process_time()
        scores = score_columns(columns_of(questionnaire, responses))
        for each in scores.scores.values():
            _ = each.shown, each.place
        return (time.process_time() - started) / len(responses)

    return timer


def _timer(peer: Peer, lots: list[list[Any]]) -> Timer:
    coming = iter(lots)

    def timer() -> float:
        peer.prepare(next(coming))
        return peer.time()

    return timer
