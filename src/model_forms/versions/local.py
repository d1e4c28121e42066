"""Answers to a municipality's own questions, which no national step knows."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.complaints import complaints
from model_forms.questionnaire import Questionnaire
from model_forms.response import Answer
from model_forms.text import Text, both, capitalised
from model_forms.versions import told
from model_forms.versions.answers import other_answers
from model_forms.versions.ledger import Entry


def local_keys(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the keys of the items that a local adaptation has added."""
    if questionnaire.base is None:
        return frozenset()
    return frozenset(questionnaire.items.keys() - questionnaire.base.items.keys())


def carry_local(
    answers: Mapping[str, Answer], one: Questionnaire, other: Questionnaire
) -> tuple[dict[str, Answer], tuple[Entry, ...]]:
    """Return what is asked locally in *other* too, and an entry for all else."""
    found: dict[str, Answer] = {}
    entries = []
    for key, answer in answers.items():
        reason = _reason(key, answer, one, other)
        if reason is None:
            found[key] = answer
            continue
        item = one.items[key]
        was = told.answer_text(one, item, answer)
        entries.append(
            Entry(
                outcome="not_carried",
                version=other.version,
                items=(key,),
                before={key: answer},
                words=told.not_carried(item.code, was, reason),
            )
        )
    return found, tuple(entries)


def _reason(
    key: str, answer: Answer, one: Questionnaire, other: Questionnaire
) -> Text | None:
    """Return why a local answer cannot be carried; None when it can."""
    if key not in other.items:
        return both(
            f"Det er jeres eget spørgsmål, og det findes ikke i {other.ref}. "
            "Angiv en tilpasning, der har det.",
            f"It is a question of your own, and it is not in {other.ref}. "
            "Name an adaptation that has it.",
        )
    if key not in local_keys(other):
        return both(
            f"{other.ref} har nu selv et spørgsmål, der hedder »{key}«. Det er ikke "
            "jeres eget.",
            f"{other.ref} now has a question {key!r} itself. It is not your own.",
        )
    reason = other_answers(one, one.items[key], other, other.items[key])
    if reason is not None:
        return both(*(f"{capitalised(words)}." for _, words in reason))
    wrong = complaints(other, other.items[key], answer)
    return next((message for _, message in wrong), None)
