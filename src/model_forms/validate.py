"""Whether a response fits its questionnaire: values within scales and bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.complaints import complaints
from model_forms.errors import near_miss
from model_forms.finding import NOWHERE, Finding
from model_forms.individual import never_kept
from model_forms.privacy import Kind, kinds
from model_forms.privacy.naming import named
from model_forms.questionnaire import (
    Item,
    Questionnaire,
    Table,
)
from model_forms.response import (
    Answer,
    Given,
    Response,
)
from model_forms.text import Text, both


def check_response(
    questionnaire: Questionnaire, response: Response
) -> tuple[Finding, ...]:
    """
    Return an error for each answer that the questionnaire does not allow, and for
    every text of the response that points at a person.
    """  # noqa: D205
    if questionnaire.individual is not None:
        return (never_kept(),)
    role = response.respondent.role
    found = (
        *_facts(response),
        *_answers(questionnaire, questionnaire.items, response.answers),
    )
    if role is not None and questionnaire.roles and role not in questionnaire.role:
        return (_unknown_role(questionnaire, role), *found)
    return found


def _facts(response: Response) -> Iterator[Finding]:
    """Yield what points at a person besides the answers."""
    facts = (response.area, response.round, response.respondent.label)
    texts = [(each, NOWHERE) for each in facts if each is not None]
    for text, at in texts + [(each.text, each.at) for each in response.additions]:
        suspected = kinds(text)
        if suspected:
            message = _personal(suspected)
            yield Finding(
                severity="error", code="personal-data", place=at, message=message
            )


def _unknown_role(questionnaire: Questionnaire, role: str) -> Finding:
    meant = near_miss(role, questionnaire.role)
    da, en = (f" Mente I {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    return Finding(
        severity="error",
        code="unknown-role",
        message=both(
            f"Skemaet har ingen rolle »{role}«.{da}",
            f"The questionnaire has no role {role!r}.{en}",
        ),
    )


def _answers(
    questionnaire: Questionnaire,
    items: Mapping[str, Item],
    answers: Mapping[str, Answer],
) -> Iterator[Finding]:
    order = {key: place for place, key in enumerate(items)}
    for key in sorted(answers, key=lambda each: (order.get(each, len(order)), each)):
        answer = answers[key]
        if key not in items:
            yield _finding("unknown-item", key, answer, _unknown(key, items))
            continue
        suspected = _suspected(answer)
        if suspected:
            yield _finding("personal-data", key, answer, _personal(suspected))
            continue
        for code, text in complaints(questionnaire, items[key], answer):
            yield _finding(code, key, answer, text)
        kind = items[key].answer
        if isinstance(answer, Given) and isinstance(kind, Table):
            columns = {column.key: column for column in kind.columns}
            for row in answer.value if isinstance(answer.value, tuple) else ():
                if isinstance(row, Mapping):
                    yield from _answers(questionnaire, columns, row)


def _personal(suspected: tuple[Kind, ...]) -> Text:
    words = named(suspected)
    return both(
        f"Her står noget, der ligner {words.get('da')}. Slet det, og send svaret igen.",
        f"Something here looks like {words.get('en')}. Delete it and send the answer "
        "again.",
    )


def _suspected(answer: Answer) -> tuple[Kind, ...]:
    """Return what words and remark may point at; rows look after their own."""
    value = answer.value if isinstance(answer, Given) else None
    texts = [each for each in (value, answer.remark) if isinstance(each, str)]
    return tuple(dict.fromkeys(kind for text in texts for kind in kinds(text)))


def _finding(code: str, key: str, answer: Answer, message: Text) -> Finding:
    place = answer.at or NOWHERE
    return Finding(severity="error", code=code, place=place, item=key, message=message)


def _unknown(key: str, items: Mapping[str, Item]) -> Text:
    meant = near_miss(key, items)
    da, en = (f" Mente I {meant}?", f" Did you mean {meant}?") if meant else ("", "")
    return both(
        f"Skemaet har intet spørgsmål »{key}«.{da}",
        f"The questionnaire has no item {key!r}.{en}",
    )
