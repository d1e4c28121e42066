"""What reading a form gave, whatever its format: a response, and all findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from model_forms.demands import PlaceOf, unmet_demands
from model_forms.finding import Finding
from model_forms.forms.identity import Known
from model_forms.forms.telling import tell
from model_forms.importing import Imported
from model_forms.response import Addition, Answer, Respondent, Response, Source
from model_forms.text import Text, both


@frozen(kw_only=True)
class Outcome:
    """
    What an importer found in one file.

    *extra* are the words that stand beside the answers, or why they were not kept;
    *unopened* names what else is in the file. *places* gives, for the answers, what
    tells where a field stands. *found* is false when no line of the form was found.
    """

    form: Known
    source: Source
    answers: Mapping[str, Answer]
    extra: tuple[Addition | Finding, ...]
    findings: tuple[Finding, ...]
    unopened: tuple[Text, ...]
    places: Callable[[Mapping[str, Answer]], PlaceOf]
    found: bool

    def imported(self) -> Imported:
        """Return the response with its findings, each once."""
        findings = (
            *self.form.findings,
            *self.findings,
            *(each for each in self.extra if isinstance(each, Finding)),
            *(_not_opened(each) for each in self.unopened),
        )
        response = self._response()
        demands = unmet_demands(
            self.form.questionnaire,
            response,
            role=self.form.identity.issue.role,
            place_of=self.places(response.answers),
        )
        return Imported(
            file=self.source.file,
            response=response if self.found or not findings else None,
            sheet=self.form.identity.sheet_id,
            findings=tuple(dict.fromkeys((*findings, *demands))),
        )

    def _response(self) -> Response:
        issue = self.form.identity.issue
        return Response(
            questionnaire=self.form.questionnaire.ref,
            respondent=Respondent(role=issue.role, label=issue.respondent),
            area=issue.area,
            round=issue.round,
            language=issue.language,
            answers=self.answers,
            additions=tuple(e for e in self.extra if isinstance(e, Addition)),
            source=self.source,
        )


def _not_opened(what: Text) -> Finding:
    """Say what else is in the file."""
    return tell(
        "not-opened",
        both(
            f"Filen indeholder {what.get('da')}, som ikke er læst.",
            f"The file holds {what.get('en')}, which were not read.",
        ),
        severity="warning",
    )
