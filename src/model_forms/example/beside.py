"""What the demo makes beside its road: materials, an adaptation, a house's look."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from model_forms import face
from model_forms.codec import adaptation_to
from model_forms.documents import make_folder
from model_forms.guides.shelf import guides
from model_forms.plugins import samples
from model_forms.programme import plan, programmes

if TYPE_CHECKING:
    from model_forms.example.road import Embedded, Road, Step


def local(
    example: Embedded,
    adaptation: Traversable,
    folder: Path,
    progress: Callable[[str], object],
) -> Iterator[Path]:
    """Write a local adaptation, what is new since its base, and it on the new base."""
    make_folder(folder)
    old = folder / adaptation.name
    old.write_bytes(adaptation.read_bytes())
    adapted = face.adapt(old)
    moved = face.rebase(adapted.adaptation or old, example.questionnaire).adaptation
    new = folder / f"{moved.id}-{moved.version}.json"
    text = json.dumps(adaptation_to(moved), ensure_ascii=False, indent=2)
    new.write_text(text + "\n", encoding="utf-8")
    news, form = folder / "what-is-new.docx", folder / "form.xlsx"
    face.diff(str(adapted.ref), str(moved.base), news)
    face.export(face.adapt(moved), form, issue=example.issue)
    for path in (old, new, news, form):
        progress(f"local: {path.name}")
        yield path


def materials(
    example: Road, folder: Path, progress: Callable[[str], object]
) -> Iterator[Path]:
    """Write what the packs have to read, and the wheel of the example's first year."""
    make_folder(folder)
    for name in guides():
        path = folder / f"{name}.docx"
        face.guide(name, path)
        progress(f"materials: {path.name}")
        yield path
    start = example.steps[0].issue.round
    if start is not None and programmes():
        wheel = folder / "annual_wheel.xlsx"
        plan(start, wheel)
        progress(f"materials: {wheel.name}")
        yield wheel


def house(
    example: Road,
    made: Mapping[str, Step],
    folder: Path,
    progress: Callable[[str], object],
) -> Iterator[Path]:
    """Write each exporter's template, and the main form and results in it."""
    issue = next(each.issue for each in example.steps if each.id == example.main)
    main = made[example.main].assessment
    for suffix, data in samples().items():
        make_folder(folder)
        template = folder / f"template{suffix}"
        template.write_bytes(data)
        form, results = folder / f"form{suffix}", folder / f"results{suffix}"
        face.export(main.questionnaire, form, issue=issue, template=template)
        face.write_report(main, results, template=template)
        for path in (template, form, results):
            progress(f"house: {path.name}")
            yield path
