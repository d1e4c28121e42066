"""What a tool about one person must not have."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.checks.outline import Outline
from model_forms.finding import Finding
from model_forms.json_schema import problem
from model_forms.text import both

FORBIDDEN = ("scores", "bands", "sufficiency", "panel", "blocks", "matrices", "flags",
             "constraints", "gates", "feeds", "reviews", "extras")  # fmt: skip
TICKED = ("choice", "several")


def scored_persons(outline: Outline) -> Iterator[Finding]:
    """Yield all that could score, mark or describe a person in such a tool."""
    if "individual" not in outline.root.data:
        return
    for field in FORBIDDEN:
        if outline.root.data.get(field):
            yield _no(f"$.{field}", "person-scored")
    for item in outline.items():
        if item.data.get("direction") is not None:
            yield _no(f"{item.path}.direction", "person-scored")
        kind = item.child("answer").text("kind")
        if kind is not None and kind not in TICKED:
            yield _no(f"{item.path}.answer.kind", "person-described")
    for number, scale in enumerate(outline.root.children("scales")):
        for option in scale.children("options"):
            numbered = isinstance(option.data.get("value"), int | float)
            if numbered or "points" in option.data:
                yield _no(f"$.scales[{number}]", "person-scored")
                break


def _no(path: str, code: str) -> Finding:
    return problem(
        code,
        path,
        both(
            "Et skema om én person må kun have spørgsmål, der krydses af: ingen tal, "
            "farver, markeringer eller fri tekst.",
            "A tool about one person may only have questions to tick: no numbers, "
            "colours, flags or free text.",
        ),
    )
