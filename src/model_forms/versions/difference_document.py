"""A difference as the JSON document that programs read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model_forms.numbers import plain
from model_forms.questionnaire import Questionnaire
from model_forms.text import Text
from model_forms.versions.comparability import Comparability
from model_forms.versions.difference import Difference
from model_forms.versions.facts import Fact
from model_forms.versions.verdict import Verdict

Object = dict[str, Any]


def difference_to(difference: Difference) -> Object:
    """Return a difference as JSON; texts are objects with a field for each language."""
    return {
        "one": _ref(difference.one),
        "other": _ref(difference.other),
        "changes": [_fact(each) for each in difference.facts],
        "comparability": comparability_to(difference.comparability),
    }


def comparability_to(found: Comparability) -> Object:
    """Return the verdicts on items, scores and bands as JSON."""
    return {
        "items": _verdicts(found.items),
        "scores": _verdicts(found.scores),
        "bands": _verdicts(found.bands),
    }


def _ref(questionnaire: Questionnaire) -> Object:
    ref = questionnaire.ref
    found: Object = {"id": ref.id, "version": ref.version, "hash": ref.hash}
    local = questionnaire.adaptation
    if local is not None:
        found["adaptation"] = {"id": local.id, "version": local.version}
    return found


def _fact(fact: Fact) -> Object:
    return {
        "kind": fact.kind,
        "group": fact.group,
        "at": fact.at,
        "what": _text(fact.what),
        "before": _text(fact.before),
        "after": _text(fact.after),
        "because": _text(fact.because),
        "scores": _verdicts(fact.scores),
    }


def _text(text: Text | None) -> dict[str, str] | None:
    return None if text is None else dict(text)


def _verdicts(found: Mapping[str, Verdict]) -> Object:
    return {key: _verdict(each) for key, each in found.items()}


def _verdict(verdict: Verdict) -> Object:
    found: Object = {
        "degree": verdict.degree,
        "reasons": [dict(each) for each in verdict.reasons],
    }
    if verdict.degree != "same" and verdict.scaling is not None:
        found["scaling"] = {
            "factor": plain(verdict.scaling.factor),
            "offset": plain(verdict.scaling.offset),
        }
    return found
