"""An assessment becomes a report of blocks. Pure; a format shows them later."""

from __future__ import annotations

from model_forms.assessment import Assessment
from model_forms.report import phrases
from model_forms.report.agenda import agenda
from model_forms.report.appendix import appendix
from model_forms.report.blocks import Report
from model_forms.report.matrices import matrices
from model_forms.report.overview import overview
from model_forms.report.reading import Reading
from model_forms.report.since import since
from model_forms.report.themes import themes
from model_forms.report.what_if import what_if


def assessment_report(assessment: Assessment, language: str) -> Report:
    """
    Return the report of *assessment* in *language*.

    The honest statement comes first, resources before challenges, and there is no
    total over themes or profiles. The order of the responses has no meaning.
    """
    reading = Reading(assessment, language)
    questionnaire = assessment.questionnaire
    place = tuple(each for each in (assessment.area, assessment.round) if each)
    count = len(assessment.responses)
    return Report(
        title=reading.say(questionnaire.title),
        subtitle=" · ".join((*place, reading.count(phrases.RESPONSES, count))),
        language=language,
        density="tight",
        footer=" · ".join((f"{questionnaire.id} {questionnaire.version}", *place)),
        blocks=(
            *overview(reading),
            *themes(reading),
            *agenda(reading),
            *matrices(reading),
            *since(reading),
            *what_if(reading),
            *appendix(reading),
        ),
    )
