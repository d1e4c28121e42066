"""
Make the demo's returned sheets: real sheets, filled in and saved in LibreOffice.

Run it from the project's folder after a change that gives sheets another layout or
hash:  ``python tests/office/fill_demo.py``
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import model_forms
from model_forms.example import Embedded, prefill, road
from model_forms.issue import Issue
from model_forms.response import Response
from model_forms_excel.cells import a1
from model_forms_excel.layout import ANSWER, REMARK, TEXT, Layout, layout
from model_forms_excel.tables import FIRST_ROW

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from office_program import fill  # noqa: E402

OUT = ROOT / "questionnaires" / "model_forms_prevention" / "demo"
TYPED = ROOT / "tests" / "office" / "typed"
FIRST = ("{}.first.json", "first_tries")

Cell = tuple[str, str, str]


def cell(grid: Layout, key: str, column: int) -> tuple[str, str]:
    for sheet in grid.sheets:
        if key in sheet.rows:
            return sheet.name, a1(sheet.rows[key], column)
    raise SystemExit(f"no line called {key}")


def lines(grid: Layout, content: dict) -> Iterator[Cell]:
    for key, text in content["answers"].items():
        yield *cell(grid, key, ANSWER), text
    for key, text in content["remarks"].items():
        yield *cell(grid, key, REMARK), text
    for number, text in enumerate(content.get("free", ()), start=1):
        yield *cell(grid, f"#free/{number}", TEXT), text


def rows(grid: Layout, content: dict, issue: Issue) -> Iterator[Cell]:
    """Rows that were proposed are filled in where they stand; others go below."""
    numbers: dict[str, int] = {}
    for path, listed in content.get("rows", {}).items():
        table = next(t for t in grid.tables if t.path.rpartition(".")[2] == path)
        free = [p for p in issue.proposals if p.item == path and p.row is not None]
        below = len(free)
        for each in listed:
            proposal = next((p for p in free if fits(each, p.filled)), None)
            place = proposal.row if proposal is not None else below
            if proposal is not None:
                free.remove(proposal)
            else:
                below += 1
            for key, text in cells_of(table.path, each, proposal, numbers):
                at = a1(FIRST_ROW + place, table.places[key])
                yield table.name, at, text
            numbers[next(iter(each["cells"].values()))] = place + 1


def fits(row: dict, filled: dict) -> bool:
    wanted = row.get("filled", {})
    return bool(wanted) and all(filled.get(k) == text for k, text in wanted.items())


def cells_of(
    path: str, row: dict, proposal: object, numbers: dict[str, int]
) -> Iterator[tuple[str, str]]:
    if "of" in row:
        yield f"{path}.#parent", str(numbers[row["of"]])
    if proposal is None:
        for key, text in row.get("filled", {}).items():
            yield f"{path}.{key}", text
    for key, text in row["cells"].items():
        yield f"{path}.{key}", text


def jobs(step: Embedded, earlier: list[Response], folder: Path) -> Iterator[dict]:
    """What is typed in each form; also in those that came back too early."""
    for typed, name in ((f"{step.id}.json", "returned"), FIRST):
        file = TYPED / typed.format(step.id)
        if file.exists():
            contents = json.loads(file.read_text(encoding="utf-8"))
            yield from jobs_of(step, earlier, folder, contents, OUT / step.id / name)


def jobs_of(
    step: Embedded, earlier: list[Response], folder: Path, contents: dict, out: Path
) -> Iterator[dict]:
    questionnaire = model_forms.installed().get(step.questionnaire)
    out.mkdir(exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    paths = model_forms.export_partners(
        questionnaire,
        step.partners,
        folder,
        issue=step.issue,
        earlier=earlier,
        today=step.today,
        fill=prefill(step),
    )
    issue = step.issue
    if earlier:
        issue = model_forms.propose(
            questionnaire, earlier, issue=step.issue, today=step.today
        ).issue
    roles = dict(zip(partner_roles(step), paths, strict=True))
    for role, content in contents.items():
        path = roles[role]
        grid = layout(questionnaire, role, "da", issue)
        ending = content["save_as"]
        yield {
            "open": str(path),
            "save": str(out / f"{role}.{ending}"),
            "filter": ending,
            "typed": [*lines(grid, content), *rows(grid, content, issue)],
        }


def partner_roles(step: Embedded) -> list[str]:
    rows = csv.DictReader(step.partners.decode("utf-8").splitlines())
    return [each["role"] for each in rows]


def main() -> None:
    earlier: list[Response] = []
    for step in road().steps:
        with tempfile.TemporaryDirectory() as folder:
            fill(list(jobs(step, earlier, Path(folder))))
        for file in sorted((OUT / step.id / "returned").iterdir()):
            found = model_forms.import_(file)
            print(file.name, found.accepted, [f.code for f in found.findings])
            for finding in found.findings:
                if finding.is_error:
                    print("  ", finding.place, finding.message.get("en"))
            if found.response is not None:
                earlier.append(found.response)


if __name__ == "__main__":
    main()
