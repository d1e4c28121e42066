"""New rows in an edited form: questions and headings of the municipality's own."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from model_forms.adaptation.naming import LocalNames
from model_forms.finding import Finding
from model_forms.forms.lines import visible_code
from model_forms.questionnaire import (
    AnswerKind,
    FreeText,
    Item,
    Section,
    Several,
    Table,
)
from model_forms.text import Text
from model_forms_excel import adopt_told as told
from model_forms_excel import adopt_told_rows as told_rows
from model_forms_excel.adopt_lists import Lists
from model_forms_excel.adopt_rows import Stand
from model_forms_excel.adopt_slots import Slots
from model_forms_excel.adopt_words import Seen, same
from model_forms_excel.layout import Layout


@define
class NewRows:
    """Makes items and sections of new rows, and tells what was assumed."""

    layout: Layout
    slots: Slots
    lists: Lists
    findings: list[Finding] = field(factory=list)
    _names: LocalNames = field(init=False)
    _copies: dict[str, list[Stand]] = field(factory=dict)
    _made_of: set[str] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        """Know which names are taken."""
        self._names = LocalNames(self.layout.questionnaire)

    def is_mere_copy(self, stand: Stand) -> bool:
        """Tell whether a row is a copy that says nothing new; note it."""
        line = stand.line
        if line is None:
            return False
        question = line.item is not None and (line.part is None)
        copied = same(stand.told, line.text)
        # The rows of options come along when a question with several is copied.
        if question and not copied:
            return False
        if line.kind == "section" and not copied:
            return False
        if copied:
            self._copies.setdefault(stand.sheet.name, []).append(stand)
        else:
            self.findings.append(told_rows.no_copy(stand.words_at))
        return True

    def copies(self) -> Iterator[Finding]:
        """Yield for each sheet how many rows are there twice."""
        for stands in self._copies.values():
            plain = [s for s in stands if not self._goes_along(s)]
            if plain:
                yield told_rows.copied(len(plain), plain[0].words_at)

    def _goes_along(self, stand: Stand) -> bool:
        """Tell whether a copied row belongs to a question that was made of a copy."""
        item = stand.line.item if stand.line is not None else None
        key = item.key if item is not None else ""
        if not key and stand.line is not None:
            key = stand.line.key.removeprefix("#").removesuffix("/help")
        return key in self._made_of

    def section(self, stand: Stand) -> Section:
        """Return the new section of a heading; its items are still to come."""
        return Section(
            key=self._names.key(stand.code),
            code=self._names.section_code(),
            title=self._text(stand.code, stand),
            items=(),
        )

    def item(self, stand: Stand, section: Section) -> Item | None:
        """Return the question of a new row; None when it cannot be one."""
        kind = self._kind(stand)
        if kind is None:
            return None
        words = self._words(stand)
        code = self._names.item_code(section.code)
        line = stand.line
        copied = line is not None and same(stand.code, line.code)
        if (
            stand.words
            and stand.code
            and not copied
            and stand.code != visible_code(code)
        ):
            self.findings.append(
                told_rows.code_given(stand.code, code, stand.at("code"))
            )
        return Item(
            key=self._names.key(words),
            code=code,
            text=self._text(words, stand),
            answer=kind,
        )

    def _words(self, stand: Stand) -> str:
        """Return the words of the question, without what was copied along with it."""
        slot = self.slots.line(stand.line) if stand.line is not None else None
        if slot is None:
            return stand.told
        seen = Seen(evolve(slot, words=None), stand.told, stand.words_at)
        return seen.words or stand.told

    def _text(self, words: str, stand: Stand) -> Text:
        languages = self.layout.questionnaire.languages
        if len(languages) > 1:
            at = stand.words_at
            self.findings.append(told.all_languages(self.layout.language, at))
        return Text(dict.fromkeys(languages, words))

    def _kind(self, stand: Stand) -> AnswerKind | None:
        line = stand.line
        if line is not None and line.item is not None:
            if isinstance(line.item.answer, Table):
                self.findings.append(told_rows.no_copy(stand.words_at))
                return None
            self._made_of.add(line.item.key)
            return line.item.answer
        if stand.source is None:
            self.findings.append(told_rows.free_text(stand.words_at))
            return FreeText()
        found = self.lists.offered(stand.source, stand.sheet)
        if found is None:
            self.findings.append(told_rows.unknown_list(stand.at("answer")))
        assert not isinstance(found, Several)  # noqa: S101  no dropdown takes several
        return found
