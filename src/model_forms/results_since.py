"""The JSON of change between rounds."""

from __future__ import annotations

from typing import Any

from model_forms.numbers import plain
from model_forms.versions.rounds import ItemChange, RoundChange, Rounds, ScoreChange
from model_forms.versions.shift import Shift
from model_forms.versions.verdict import Verdict


def since_to(rounds: Rounds | None) -> dict[str, Any] | None:
    """Return the JSON object of the change since earlier rounds; None without any."""
    if rounds is None:
        return None
    return {
        "rounds": list(rounds.labels),
        "lines": {
            id: [None if each is None else plain(each.value) for each in line]
            for id, line in rounds.lines.items()
        },
        "steps": [_step(each) for each in rounds.steps],
    }


def _step(change: RoundChange) -> dict[str, Any]:
    before, after = change.before, change.after
    return {
        "from": {"round": before.round, "version": before.questionnaire.version},
        "to": {"round": after.round, "version": after.questionnaire.version},
        "same_method": change.same_method,
        "roles": {
            "both": list(change.both),
            "came": list(change.came),
            "left": list(change.left),
        },
        "scores": {id: _score(each) for id, each in change.scores.items()},
        "items": {key: _item(each) for key, each in change.items.items()},
    }


def _score(change: ScoreChange) -> dict[str, Any]:
    then, now = change.then, change.now
    return {
        "verdict": verdict_to(change.verdict),
        "bands": None if change.bands is None else verdict_to(change.bands),
        "before": None if then is None else {"shown": then.shown, "band": then.band},
        "after": {"shown": now.shown, "band": now.band},
        "coverage": [then and plain(then.coverage), plain(now.coverage)],
        "partly": change.partly,
        "items": list(change.items),
        "change": _shift(change.shift),
    }


def _item(change: ItemChange) -> dict[str, Any]:
    return {
        "verdict": verdict_to(change.verdict),
        "coverage": [plain(each) for each in change.coverage],
        "disagreement": list(change.disagreed),
        "change": _shift(change.shift),
    }


def verdict_to(verdict: Verdict) -> dict[str, Any]:
    """Return the JSON object of a verdict: its degree, and words with the reasons."""
    return {"degree": verdict.degree, "text": dict(verdict.words.words)}


def _shift(shift: Shift | None) -> dict[str, Any] | None:
    if shift is None:
        return None
    return {
        "before": plain(shift.before),
        "after": plain(shift.after),
        "all": plain(shift.total),
        "same_roles": plain(shift.real),
        "other_roles": plain(shift.respondents),
    }
