"""What there is, and what is wrong in a document."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve

from model_forms import assessment as assessing
from model_forms import figures, programme
from model_forms.adaptation import adaptation_findings
from model_forms.answer_schema import answer_schema
from model_forms.catalog import definition_findings, installed
from model_forms.codec import ADAPTATION_FORMAT, MIGRATION_FORMAT, response_from
from model_forms.demands import unmet_demands
from model_forms.documents import lines, name_of, parse, read
from model_forms.errors import UnknownQuestionnaire, UnreadableDocument
from model_forms.face.named import Named, resolved
from model_forms.finding import Finding
from model_forms.json_schema import NAMES, published, shape_findings
from model_forms.ledger.document import LEDGER_FORMAT, ledger_findings
from model_forms.listing import Listing, listing, outline
from model_forms.migrations import installed_findings as migration_findings
from model_forms.text import both
from model_forms.typing import Find, Readable
from model_forms.validate import check_response

_KINDS = {
    programme.PROGRAMME_FORMAT: programme.installed_findings,
    figures.FIGURES_FORMAT: figures.installed_findings,
    LEDGER_FORMAT: ledger_findings,
}
_BESIDE_OTHERS = {
    ADAPTATION_FORMAT: adaptation_findings,
    MIGRATION_FORMAT: migration_findings,
}


def list_(language: str = "da") -> tuple[Listing, ...]:
    """Return every questionnaire found: id, version, hash, title, status, pack."""
    return tuple(listing(entry, language) for entry in installed())


def show(questionnaire: Named, language: str = "da") -> str:
    """Return a readable outline: sections, items, scales, scores."""
    return outline(resolved(questionnaire), language)


def check(source: Readable, *, find: Find | None = None) -> tuple[Finding, ...]:
    """
    Return everything wrong with a document.

    It is a questionnaire, an adaptation, a migration, a response, a programme,
    figures or a ledger. Responses may stand one to a line; a guide is a file called
    ``name.da.md``. *find* finds what responses and adaptations are made for; the
    installed packs are asked when it is left out. Raises UnreadableDocument when it
    is neither JSON nor a guide.
    """
    if isinstance(source, str | PathLike) and str(source).endswith(".md"):
        return _guide_findings(Path(source))
    data, name = read(source), name_of(source)
    look = find or installed().find
    if name.endswith(".jsonl"):
        return tuple(
            evolve(finding, file=where)
            for where, each, repeated in lines(data, name)
            for finding in (*repeated, *_response_findings(each, look))
        )
    document, repeated = parse(data, name)
    if isinstance(document, dict) and "answers" in document:
        return repeated + _response_findings(document, look)
    seen = document.get("format") if isinstance(document, dict) else None
    for kind, findings in _BESIDE_OTHERS.items():
        if seen == kind:
            return repeated + findings(document, look)
    for kind, alone in _KINDS.items():
        if seen == kind:
            return repeated + alone(document)
    return definition_findings(data, name)


def _guide_findings(path: Path) -> tuple[Finding, ...]:
    from model_forms.guides.make import guide_findings  # noqa: PLC0415  Markdown
    from model_forms.guides.shelf import in_folder  # noqa: PLC0415

    for guide in in_folder(path.parent, path.parent.name):
        for language, file in guide.files.items():
            if file.name == path.name:
                return guide_findings(guide, language)
    reason = both("ingen guide: navn.sprog.md", "no guide: name.language.md")
    raise UnreadableDocument(path.name, reason)


def _response_findings(document: Any, find: Find) -> tuple[Finding, ...]:  # noqa: ANN401  JSON
    shape = shape_findings(document, "response")
    if shape:
        return shape
    response = response_from(document)
    questionnaire = find(response.questionnaire)
    if questionnaire is None:
        return (assessing.not_installed(response),)
    if questionnaire.hash != response.questionnaire.hash:
        return (assessing.other_content(response),)
    role = response.respondent.role
    return check_response(questionnaire, response) + unmet_demands(
        questionnaire, response, role=role
    )


def schema(name: str) -> dict[str, Any]:
    """
    Return a JSON Schema (2020-12): *questionnaire*, *adaptation*, *migration*,
    *response*, *programme*, *figures*, *ledger*, or the one that describes the
    responses to ``id`` or ``id@version``.

    Raises UnknownQuestionnaire.
    """  # noqa: D205
    if name in NAMES:
        return published(name)
    try:
        return answer_schema(installed().get(name))
    except UnknownQuestionnaire as error:
        raise UnknownQuestionnaire(name, (*NAMES, *error.known)) from None
