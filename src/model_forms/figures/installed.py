"""The figures that the installed packs know for a questionnaire."""

from __future__ import annotations

from model_forms import catalog
from model_forms.documents import parse
from model_forms.errors import DefinitionRejected, UnreadableDocument
from model_forms.figures.definition import figures_findings, indicators_from
from model_forms.figures.values import Indicator
from model_forms.finding import Finding, any_error
from model_forms.json_schema import meant, problem, shape_findings
from model_forms.questionnaire import Questionnaire
from model_forms.text import both

FOLDER = "figures"
"""Where a pack keeps them: a file for each questionnaire, named for its id."""


def indicators(questionnaire: Questionnaire) -> tuple[Indicator, ...]:
    """
    Return the figures that may be put into *questionnaire* beforehand.

    Raises UnreadableDocument when no installed pack knows any, and DefinitionRejected
    when what it knows has errors.
    """
    name = f"{questionnaire.id}.json"
    for _, folder in sorted(catalog.packs().items()):
        file = folder / FOLDER / name
        if file.is_file():
            return read_indicators(file.read_bytes(), name, questionnaire)
    reason = both(
        "ingen pakke kender offentlige tal til dette skema",
        "no pack knows public figures for this questionnaire",
    )
    raise UnreadableDocument(questionnaire.id, reason)


def read_indicators(
    data: bytes, name: str, questionnaire: Questionnaire
) -> tuple[Indicator, ...]:
    """Return the indicators in *data*, a JSON document; raises as above."""
    document, repeated = parse(data, name)
    findings = repeated + figures_findings(document, questionnaire)
    if any_error(findings):
        raise DefinitionRejected(name, findings)
    return indicators_from(document)


def installed_findings(document: object) -> tuple[Finding, ...]:
    """Return everything wrong with a document of figures, given what is installed."""
    shape = shape_findings(document, "figures")
    if shape or not isinstance(document, dict):
        return shape
    id, found = document["questionnaire"], catalog.installed()
    if id in found.ids:
        return figures_findings(document, found.get(id))
    da, en = meant(id, found.ids)
    words = both(f"Intet skema hedder »{id}«.{da}", f"No questionnaire {id!r}.{en}")
    return (problem("unknown-questionnaire", "$.questionnaire", words),)
