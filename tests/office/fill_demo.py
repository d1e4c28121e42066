"""
Make the demo's returned sheets: real sheets, filled in and saved in LibreOffice.

Run it from the project's folder after a change that gives sheets another layout or
hash:  ``python tests/office/fill_demo.py``
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import model_forms
from model_forms.example import embedded
from model_forms_excel.cells import a1
from model_forms_excel.layout import ANSWER, REMARK, TEXT, Layout, layout

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from office_program import fill  # noqa: E402

OUT = ROOT / "questionnaires" / "model_forms_prevention" / "demo" / "returned"
TYPED = json.loads((ROOT / "tests/office/typed.json").read_text(encoding="utf-8"))


def cells(grid: Layout, key: str, column: int) -> tuple[str, str]:
    for sheet in grid.sheets:
        if key in sheet.rows:
            return sheet.name, a1(sheet.rows[key], column)
    raise SystemExit(f"no line called {key}")


def typed(grid: Layout, content: dict) -> list[tuple[str, str, str]]:
    found = [(*cells(grid, k, ANSWER), text) for k, text in content["answers"].items()]
    found += [(*cells(grid, k, REMARK), text) for k, text in content["remarks"].items()]
    for number, text in enumerate(content.get("free", ()), start=1):
        found.append((*cells(grid, f"#free/{number}", TEXT), text))
    return found


def main() -> None:
    example = embedded()
    questionnaire = model_forms.installed().get(example.questionnaire)
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        paths = model_forms.export_partners(
            questionnaire, example.partners, folder, issue=example.issue
        )
        jobs = []
        for path, content, role in zip(paths, TYPED.values(), TYPED, strict=True):
            grid = layout(questionnaire, role, "da")
            ending = content["save_as"]
            jobs.append(
                {
                    "open": str(path),
                    "save": str(OUT / f"{role}.{ending}"),
                    "filter": ending,
                    "typed": typed(grid, content),
                }
            )
        fill(jobs)


if __name__ == "__main__":
    main()
