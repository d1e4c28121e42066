"""
Make ``accessibility.md`` from the rules that documents are gone through by.

Run it without arguments after a change of the rules; a test holds the page to them.
"""  # noqa: INP001  a script beside the page it makes

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model_forms.accessibility.rule import CLAUSES, Rule
from model_forms.accessibility.rules import RULES

PAGE = Path(__file__).parent / "accessibility.md"

INTRO = """\
# Accessibility: the rules

<!-- Made by make_accessibility.py from the rules. Do not edit. -->

`model-forms lint` and `model_forms.lint` go through Word documents and Excel
workbooks by these rules. Each is built on a clause of EN 301 549 V3.2.1, chapter 10
(documents that are not web pages); without its 10 the number is that of the success
criterion in WCAG 2.1.

An **error** breaks the standard. A **warning** may: a person decides. What is
**info** is advice, also where it has a clause. A finding names the place, what was
seen, what it means to a reader, what to do, and the clause.

[Check that anyone can read a document](../how-to/check-accessibility.md) says how to
use them, and what no program can see.

## The clauses

| Clause | Name | Rules |
| --- | --- | --- |
"""

FORMATS = {"document": "Word", "workbook": "Excel"}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page as it should be."""
    lines = [INTRO + "\n".join(clauses()), "", "## The rules"]
    for rule in RULES:
        lines += ["", *told(rule)]
    return "\n".join(lines) + "\n"


def clauses() -> Iterator[str]:
    """Yield a line for each clause, with the rules that are built on it."""
    for number, name in CLAUSES.items():
        codes = [f"`{each.code}`" for each in RULES if number in each.clauses]
        yield f"| {number} | {name.get('en')} | {', '.join(codes)} |"


def told(rule: Rule) -> Iterator[str]:
    """Yield what stands about one rule."""
    yield f"### `{rule.code}`"
    yield ""
    yield f"{rule.title.get('en')}. *{rule.severity}*, {rule.clause.get('en')}."
    yield ""
    yield rule.why.get("en")
    yield ""
    for name, words in rule.mend.items():
        yield f"- {FORMATS[name]}: {words.get('en')}"


if __name__ == "__main__":
    main()
