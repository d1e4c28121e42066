"""Whether a response fits its questionnaire: values within scales and bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model_forms.complaints import complaints
from model_forms.errors import near_miss
from model_forms.finding import NOWHERE, Finding
from model_forms.privacy import is_personal
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
    """Return an error for each answer that the questionnaire does not allow."""
    role = response.respondent.role
    found = _answers(questionnaire, questionnaire.items, response.answers)
    if role is not None and questionnaire.roles and role not in questionnaire.role:
        return (_unknown_role(questionnaire, role), *found)
    return tuple(found)


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
        if is_personal(answer.remark or "") or _is_personal_value(answer):
            yield _finding("personal-data", key, answer, PERSONAL)
            continue
        for code, text in complaints(questionnaire, items[key], answer):
            yield _finding(code, key, answer, text)
        kind = items[key].answer
        if isinstance(answer, Given) and isinstance(kind, Table):
            columns = {column.key: column for column in kind.columns}
            for row in answer.value if isinstance(answer.value, tuple) else ():
                if isinstance(row, Mapping):
                    yield from _answers(questionnaire, columns, row)


PERSONAL = both(
    "Her står noget, der ligner et CPR-nummer. Slet det, og send svaret igen.",
    "Something here looks like a CPR number. Delete it and send the answer again.",
)


def _is_personal_value(answer: Answer) -> bool:
    """Tell whether a value of words holds a CPR number; rows look after their own."""
    return (
        isinstance(answer, Given)
        and isinstance(answer.value, str)
        and is_personal(answer.value)
    )


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
