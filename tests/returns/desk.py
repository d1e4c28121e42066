"""A filled-in form in front of somebody who is to edit it in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.forms.lines import Line
from returns.base import Form
from returns.case import BLANK, Plain

ANSWERS = "D"
LAST = "F"
"""The columns of a form are A, hidden, to F, hidden; answers stand in D."""


class Desk:
    """
    The steps of one edit, and what a careful person would say of each field after it.

    *steps* are edits of ``office/uno_edits.py`` with what they are given, on the first
    sheet of questions unless said otherwise. *values* are areas that are copied as
    values into a new workbook.
    """

    def __init__(self, form: Form) -> None:
        """Sit down with *form*, and take the protection off its sheets."""
        self.form = form
        own = form.layout.sheets[0]
        self.sheet = own.name
        self.rows = own.rows
        self.lines: dict[str, Line] = {line.key: line for line in own.lines}
        self.last = max(self.rows.values())
        self.said: dict[str, Plain | None] = dict(form.said)
        self.steps: list[list[object]] = [["unprotect"]]
        self.values: list[list[str]] = []
        self.unseeable = ""

    def do(self, edit: str, *facts: object) -> None:
        """Make an edit on the sheet of questions."""
        self.steps.append([edit, self.sheet, *facts])

    def do_to_book(self, edit: str, *facts: object) -> None:
        """Make an edit that names its sheet itself, or needs none."""
        self.steps.append([edit, *facts])

    def fields(self, section: str | None = None, want: str | None = None) -> list[str]:
        """Return the fields of a section, from the top down."""
        return [
            key
            for key, line in self.lines.items()
            if line.has_field
            and section in {None, line.section}
            and want in {None, line.want}
        ]

    def section(self, least: int = 4) -> str:
        """Return the section with most different answers, of *least* fields."""
        found = {line.section for line in self.lines.values() if line.section}
        long = [each for each in sorted(found) if len(self.fields(each)) >= least]
        return max(long, key=self._variety)

    def _variety(self, section: str) -> int:
        return len({self.said.get(key) for key in self.fields(section)})

    def alike(self) -> list[str]:
        """Return the longest run of neighbouring fields with the same labels."""
        runs: list[list[str]] = []
        for key in self.fields(want="label"):
            last = self.lines[runs[-1][-1]] if runs else None
            beside = last is not None and self.rows[last.key] + 1 == self.rows[key]
            if last is not None and beside and last.labels == self.lines[key].labels:
                runs[-1].append(key)
            else:
                runs.append([key])
        return max(runs, key=len)

    def answered(self, want: str = "label") -> list[str]:
        """Return the fields with an answer."""
        return [key for key in self.fields(want=want) if self.said.get(key)]

    def area(self, keys: Iterable[str], first: str = "A", last: str = LAST) -> str:
        """Return the area from the first to the last row of *keys*."""
        rows = [self.rows[key] for key in keys]
        return f"{first}{min(rows)}:{last}{max(rows)}"

    def nobody_can_tell(self, keys: Iterable[str]) -> None:
        """Note that nobody can tell what was answered in some fields."""
        for key in keys:
            if self.lines[key].has_field:
                self.said[key] = None

    def blank(self, keys: Iterable[str]) -> None:
        """Note that some fields were left blank."""
        for key in keys:
            self.said[key] = BLANK
