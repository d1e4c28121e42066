"""Why a response cannot be carried to a version at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model_forms.assessment import other_content
from model_forms.finding import Finding
from model_forms.individual import never_kept
from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration, number_of
from model_forms.response import QuestionnaireRef, Response
from model_forms.text import Text, both
from model_forms.validate import check_response

_OF_THE_WHOLE = {"personal-data", "unknown-role"}


def refusals(
    response: Response,
    one: Questionnaire,
    other: Questionnaire,
    path: Sequence[Migration],
    between: Sequence[Questionnaire],
) -> tuple[Finding, ...]:
    """Return the errors for which nothing of *response* can be carried."""
    if one.individual is not None or other.individual is not None:
        return (never_kept(),)
    ref = response.questionnaire
    if ref != one.ref:
        known = (ref.id, ref.version) == (one.id, one.version)
        return (other_content(response) if known else other_questionnaire(ref, one),)
    if one.id != other.id:
        return (other_questionnaire(ref, other),)
    if number_of(one.version) > number_of(other.version):
        return (newer(ref, other),)
    if one.ref == other.ref:
        return ()
    return (*_off_the_path(one, other, path, between), *_personal(response, one, other))


def _off_the_path(
    one: Questionnaire,
    other: Questionnaire,
    path: Sequence[Migration],
    between: Sequence[Questionnaire],
) -> Iterator[Finding]:
    """Yield an error unless *path* leads from the one version to the other."""
    here = one.version
    for each in path:
        if (each.id, each.from_version) != (one.id, here):
            break
        here = each.to_version
    stops = [each.to_version for each in path[:-1]]
    passed = [(each.id, each.version) for each in between]
    if here != other.version or passed != [(one.id, each) for each in stops]:
        yield no_path(one.ref, other)


def _personal(
    response: Response, one: Questionnaire, other: Questionnaire
) -> Iterator[Finding]:
    found = (*check_response(one, response), *check_response(other, response))
    yield from dict.fromkeys(each for each in found if each.code in _OF_THE_WHOLE)


def other_questionnaire(ref: QuestionnaireRef, wanted: Questionnaire) -> Finding:
    """Say that a response answers something else."""
    return _error(
        "other-questionnaire",
        both(
            f"Besvarelsen er på {ref}, ikke på {wanted.id}.",
            f"The response is to {ref}, not to {wanted.id}.",
        ),
    )


def newer(ref: QuestionnaireRef, other: Questionnaire) -> Finding:
    """Say that a response is newer than what it should become."""
    return _error(
        "newer-version",
        both(
            f"Besvarelsen er på {ref}, som er nyere end {other.version}. Svar kan kun "
            "føres frem. Vælg en nyere version.",
            f"The response is to {ref}, which is newer than {other.version}. Answers "
            "can only be carried forward. Choose a newer version.",
        ),
    )


def no_path(ref: QuestionnaireRef, other: Questionnaire) -> Finding:
    """Say that no migrations lead from the one version to the other."""
    return _error(
        "no-path",
        both(
            f"Der er ingen migrering fra {ref} til {other.version}. Den hører til i "
            "pakken med skemaet.",
            f"No migration leads from {ref} to {other.version}. It belongs in the "
            "questionnaire's pack.",
        ),
    )


def _error(code: str, message: Text) -> Finding:
    return Finding(severity="error", code=code, message=message)
