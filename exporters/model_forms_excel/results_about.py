"""The sheet about the figures: reservations, rules, words and limits, sources."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from model_forms.report.blocks import Table, plain
from model_forms.report.method import method
from model_forms_excel.results_page import Page
from model_forms_excel.results_room import Room
from model_forms_excel.results_words import intro
from model_forms_excel.said import said

_WIDTHS = (36.0, 34.0, 50.0)


@define
class About:
    """Writes the sheet; *next* is its next free row."""

    room: Room
    page: Page
    next: int = 0

    def write(self) -> None:
        """Write the whole sheet."""
        room, page = self.room, self.page
        self.next = page.begin(page.name, intro("about", room.language), _WIDTHS)
        self._part("notices", self._notices())
        self._rules()
        self._part("sources", self._sources())
        self._part("version", self._version())
        found = (each.message.get(room.language) for each in room.assessment.findings)
        self._part("found", found)
        page.end(room.footer)

    def _part(self, key: str, lines: Iterator[str]) -> None:
        listed = list(lines)
        if listed:
            self._heading(key)
            for words in listed:
                self._line(words)
            self.next += 1

    def _heading(self, key: str) -> None:
        for column in range(len(_WIDTHS)):
            self.page.text(self.next, column, "", "section")
        self.page.text(self.next, 0, self.room.say(key), "section")
        self.page.tall(self.next, [], 28)
        self.next += 1

    def _line(self, words: str) -> None:
        self.page.across(self.next, words, "plain", _WIDTHS)
        self.next += 1

    def _notices(self) -> Iterator[str]:
        for kind in ("result", "origin", "privacy"):
            for each in self.room.questionnaire.notice(kind):
                yield each.text.get(self.room.language)

    def _rules(self) -> None:
        """Write how figures are made, and from where to where each word goes."""
        self._heading("rules")
        for block in method(self.room.reading):
            if not isinstance(block, Table):
                for words, _ in said(block):
                    self._line(words)
                continue
            self.next += 1
            for column, head in enumerate(block.columns):
                self.page.text(self.next, column, head.title, "header")
            for row in block.rows:
                self.next += 1
                for column, cell in enumerate(row):
                    words = plain(cell.text)
                    look = "strong" if cell.strong else "question"
                    self.page.text(self.next, column, words, look, text_wrap=True)
            self.next += 1
        self.next += 1

    def _sources(self) -> Iterator[str]:
        for each in self.room.questionnaire.sources:
            yield " – ".join(part for part in (each.title, each.address) if part)

    def _version(self) -> Iterator[str]:
        ref = self.room.questionnaire.ref
        yield f"{self.room.questionnaire.title.get(self.room.language)}: {ref}"
        yield f"{self.room.say('fingerprint')}: {ref.hash}"
