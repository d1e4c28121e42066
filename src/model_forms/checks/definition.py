"""All that can be wrong with a definition, in one list."""

from __future__ import annotations

from model_forms.checks import (
    cycles,
    labels,
    persons,
    ranges,
    references,
    repeats,
    rules,
    scopes,
    ties,
    wording,
)
from model_forms.checks.outline import Outline
from model_forms.codec import QUESTIONNAIRE_FORMAT
from model_forms.finding import Finding
from model_forms.json_schema import brief, problem, shape_findings
from model_forms.text import both

CHECKS = (
    wording.missing_translations,
    repeats.repeated_names,
    labels.ambiguous_labels,
    references.unknown_references,
    cycles.score_cycles,
    cycles.condition_cycles,
    scopes.mixed_scopes,
    ties.loose_ties,
    persons.scored_persons,
    ranges.impossible_limits,
    rules.contradictory_rules,
)


def check_definition(document: object) -> tuple[Finding, ...]:
    """
    Return everything wrong with a questionnaire document, in one go.

    The version of the format is looked at first: a newer document would otherwise
    drown in findings about keys that this version does not know.
    """
    outline = Outline.of(document)
    seen = outline.root.data.get("format")
    if outline.root.data and seen != QUESTIONNAIRE_FORMAT:
        return (_other_format(seen),)
    found = list(shape_findings(document, "questionnaire"))
    for check in CHECKS:
        found += check(outline)
    found += rules.unusable_scores(outline, found)
    return tuple(dict.fromkeys(found))


def _other_format(seen: object) -> Finding:
    return problem(
        "unknown-format",
        "$.format",
        both(
            f"Her står {brief(seen)}; dette program læser »{QUESTIONNAIRE_FORMAT}«.",
            f"{brief(seen)} is not a format that is read here: "
            f"{QUESTIONNAIRE_FORMAT!r}.",
        ),
    )
