"""The whole road on the example that a pack embeds: sheets out, sheets back, report."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import frozen

from model_forms import face
from model_forms.assessment import Assessment
from model_forms.catalog import packs
from model_forms.documents import make_folder
from model_forms.errors import UnreadableDocument
from model_forms.importing import Imported
from model_forms.issue import Issue
from model_forms.results import assessment_to
from model_forms.text import both


@frozen(kw_only=True)
class Embedded:
    """An example in a pack: what to issue, to whom, and what came back."""

    questionnaire: str
    issue: Issue
    partners: bytes
    returned: tuple[Traversable, ...]


@frozen(kw_only=True)
class Demo:
    """What a run of the demo made."""

    area: str
    blank: tuple[Path, ...]
    returned: tuple[Imported, ...]
    assessment: Assessment
    report: Path
    responses: Path
    results: Path


def embedded() -> Embedded:
    """Return the first example that an installed pack holds, in a folder ``demo``."""
    for folder in packs().values():
        example = folder / "demo"
        if example.is_dir():
            facts = json.loads((example / "demo.json").read_text(encoding="utf-8"))
            back = (example / "returned").iterdir()
            return Embedded(
                questionnaire=facts["questionnaire"],
                issue=Issue(
                    area=facts["area"],
                    round=facts["round"],
                    deadline=facts["deadline"],
                ),
                partners=(example / "partners.csv").read_bytes(),
                returned=tuple(sorted(back, key=lambda each: each.name)),
            )
    reason = both("ingen pakke har et eksempel", "no pack holds an example")
    raise UnreadableDocument("demo", reason)


def run(out: Path, progress: Callable[[str], object]) -> Demo:
    """Write blank sheets, import the returned ones, assess, and write the report."""
    example = embedded()
    blank = []
    folder = out / "sheets"
    for path in face.export_partners(
        example.questionnaire, example.partners, folder, issue=example.issue
    ):
        progress(path.name)
        blank.append(path)
    returned = _import(example, out / "returned", progress)
    responses = out / "responses.jsonl"
    face.write_responses(returned, responses)
    kept = [each.response for each in returned if each.accepted and each.response]
    assessment = face.assess(kept)
    report, results = out / "report.docx", out / "results.json"
    face.write_report(assessment, report)
    text = json.dumps(assessment_to(assessment), ensure_ascii=False, indent=2)
    results.write_text(text + "\n", encoding="utf-8")
    return Demo(
        area=example.issue.area or "",
        blank=tuple(blank),
        returned=returned,
        assessment=assessment,
        report=report,
        responses=responses,
        results=results,
    )


def _import(
    example: Embedded, folder: Path, progress: Callable[[str], object]
) -> tuple[Imported, ...]:
    make_folder(folder)
    paths = []
    for each in example.returned:
        path = folder / each.name
        path.write_bytes(each.read_bytes())
        paths.append(path)
    return face.import_many(paths, progress=lambda found: progress(found.file))
