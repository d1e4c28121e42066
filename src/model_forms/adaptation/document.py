"""An adaptation in a file: read, checked against its base, and found by it."""

from __future__ import annotations

from typing import Any

from model_forms.adaptation.apply import applied
from model_forms.codec import ADAPTATION_FORMAT, adaptation_from
from model_forms.documents import name_of, parse, read
from model_forms.errors import DefinitionRejected
from model_forms.finding import Finding
from model_forms.json_schema import brief, meant, problem, shape_findings
from model_forms.questionnaire import Adaptation
from model_forms.text import both
from model_forms.typing import Find, Readable


def read_adaptation(source: Readable) -> Adaptation:
    """
    Return the adaptation in a JSON file; its base is not looked at yet.

    Raises UnreadableDocument, and DefinitionRejected with everything wrong with its
    shape.
    """
    data, name = read(source), name_of(source)
    document, repeated = parse(data, name)
    findings = repeated + _shape(document)
    if findings:
        raise DefinitionRejected(name, findings)
    return adaptation_from(document)


def adaptation_findings(document: Any, find: Find) -> tuple[Finding, ...]:  # noqa: ANN401  JSON
    """Return everything wrong with an adaptation's document, also beside its base."""
    shape = _shape(document)
    if shape:
        return shape
    adaptation = adaptation_from(document)
    base = find(adaptation.base)
    if base is None:
        return (unknown_base(adaptation),)
    return applied(base, adaptation)[1]


def unknown_base(adaptation: Adaptation) -> Finding:
    """Say that no installed pack holds the base of *adaptation*."""
    ref = adaptation.base
    return problem(
        "unknown-base",
        "$.base",
        both(
            f"{ref} findes ikke i de installerede pakker.",
            f"No installed pack holds {ref}.",
        ),
    )


def _shape(document: Any) -> tuple[Finding, ...]:  # noqa: ANN401  JSON
    seen = document.get("format") if isinstance(document, dict) else None
    if isinstance(document, dict) and seen != ADAPTATION_FORMAT:
        da, en = meant(seen, [ADAPTATION_FORMAT])
        return (
            problem(
                "unknown-format",
                "$.format",
                both(
                    f"Her står {brief(seen)}; dette program læser "
                    f"»{ADAPTATION_FORMAT}«.{da}",
                    f"{brief(seen)} is not a format that is read here: "
                    f"{ADAPTATION_FORMAT!r}.{en}",
                ),
            ),
        )
    return shape_findings(document, "adaptation")
