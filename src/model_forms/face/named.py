"""What a verb may be given: a questionnaire or its name, responses or a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from model_forms.catalog import installed
from model_forms.face.records import read_responses
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response
from model_forms.typing import Readable

Named = Questionnaire | str
"""A questionnaire, or ``id`` or ``id@version`` of an installed one."""


def resolved(questionnaire: Named) -> Questionnaire:
    """Return the questionnaire that is meant; UnknownQuestionnaire if there is none."""
    if isinstance(questionnaire, Questionnaire):
        return questionnaire
    return installed().get(questionnaire)


def listed(responses: Iterable[Response] | Readable) -> list[Response]:
    """Return the responses themselves, read from a file when they stand in one."""
    if isinstance(responses, str | bytes | Path) or hasattr(responses, "read"):
        return list(read_responses(responses))  # type: ignore[arg-type]
    return list(responses)  # type: ignore[arg-type]
