"""One edited form, put together of its parts: all that was changed, and all told."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from model_forms.adaptation.adoption import Edit, Edited
from model_forms.finding import Finding, Place
from model_forms.forms.bounded import bounded
from model_forms.forms.fields import is_empty
from model_forms.forms.identity import Known
from model_forms.questionnaire import Reword
from model_forms_excel import adopt_told as told
from model_forms_excel.adopt_cover import Covers
from model_forms_excel.adopt_gone import Gone
from model_forms_excel.adopt_lists import Lists
from model_forms_excel.adopt_new import NewRows
from model_forms_excel.adopt_order import Order
from model_forms_excel.adopt_rows import Form, Stand
from model_forms_excel.adopt_slots import Slots
from model_forms_excel.adopt_tables import Tables
from model_forms_excel.adopt_walk import Walk
from model_forms_excel.adopt_words import Rewording, Seen, same
from model_forms_excel.cells import Book
from model_forms_excel.find_tables import find_tables
from model_forms_excel.layout import Layout, layout
from model_forms_excel.leftovers import Leftovers
from model_forms_excel.read_tables import TableFields
from model_forms_excel.telling import place
from model_forms_excel.write_sheet import LONGEST_PROMPT

MOST_EDITS = 500
"""More than this in one form is another form, and takes long to try."""


def edited_form(book: Book, known: Known) -> Edited:
    """
    Return everything that was changed in *book*, and what there is to say of it.

    Raises ``Refused``: too-much-beside.
    """
    issue = known.identity.issue
    grid = layout(known.questionnaire, issue.role, issue.language, issue)
    reading = _Reading(book, known, grid)
    headless = tuple(reading.form.headless)
    if headless:
        return Edited(questionnaire=known.questionnaire, findings=headless)
    return reading.edited()


@frozen
class _Reading:
    book: Book
    known: Known
    layout: Layout
    form: Form = field(init=False)
    slots: Slots = field(init=False)

    @form.default
    def _made_form(self) -> Form:
        return Form(self.book, self.layout)

    @slots.default
    def _made_slots(self) -> Slots:
        return Slots(self.known.questionnaire, self.layout.language)

    def edited(self) -> Edited:
        """Read each part, and then what no part has read."""
        lists = Lists(self.book, self.layout, self.slots)
        covers = Covers(self.form, self.slots, self.known.identity)
        tables = Tables(self.layout, self.slots, find_tables(self.book, self.layout))
        new = NewRows(self.layout, self.slots, lists)
        walk = Walk(self.form, self.slots, new)
        words = [*covers.seen(), *self._lines(), *lists.seen(), *tables.seen()]
        rewording = Rewording(self.layout.language, self.known.questionnaire.languages)
        seen = [each for each in words if isinstance(each, Seen)]
        moved, gone = Order(walk), Gone(walk)
        found = [*rewording.edits(seen), *tables.edits(), *moved.edits(), *gone.edits()]
        edits = bounded((e for e in found if isinstance(e, Edit)), MOST_EDITS)
        findings: tuple[Finding | Seen | Edit, ...] = (
            *self.known.findings, *self.form.findings, *words, *found,
            *new.findings, *new.copies(), *walk.findings, *gone.findings(),
            *tables.findings, *tables.missing(), *self._other_languages(edits),
            *self._answers(tables), *bounded(self._left(covers, tables)),
        )  # fmt: skip
        said = (each for each in findings if isinstance(each, Finding))
        return Edited(
            questionnaire=self.known.questionnaire,
            edits=edits,
            house=covers.house,
            deadline=covers.deadline,
            findings=tuple(dict.fromkeys(said)),
        )

    def _lines(self) -> Iterator[Seen | Finding]:
        """Yield the words of every line that was there before, as they stand now."""
        for stand in self.form.stands:
            line = stand.line
            if line is None or stand.is_new:
                continue
            slot = self.slots.line(line)
            if slot is not None:
                words = stand.code if stand.is_heading else stand.words
                yield Seen(slot, words, stand.words_at)
            elif line.text and not same(stand.told, line.text):
                yield told.own_words(line.text, stand.words_at)
            yield from self._prompt(stand)

    def _prompt(self, stand: Stand) -> Iterator[Seen]:
        line, sheet = stand.line, stand.sheet
        slot = self.slots.prompt(line) if line is not None else None
        said = sheet.hints.get(stand.answer, "")
        # A script that moves rows leaves what is shown beside the fields behind.
        own = line is not None and sheet.prompts.get(stand.answer) == line.code
        if slot is not None and own and 0 < len(said) <= LONGEST_PROMPT:
            yield Seen(slot, said, stand.at("answer"))

    def _other_languages(self, edits: tuple[Edit, ...]) -> Iterator[Finding]:
        words = [e.change.words for e in edits if isinstance(e.change, Reword)]
        count = sum(len(each.languages) == 1 for each in words)
        if count and len(self.known.questionnaire.languages) > 1:
            yield told.other_languages(count, self.layout.language)

    def _answers(self, tables: Tables) -> Iterator[Finding]:
        """Yield how many answers and remarks were filled in."""
        found = [*self._filled()]
        for table in tables.found.tables.values():
            for row in table.filled:
                cells = table.content(row)
                found += [place(table.sheet.name, row, n) for n, _ in cells]
        if found:
            yield told.answers(len(found), found[0])

    def _filled(self) -> Iterator[Place]:
        for stand in self.form.stands:
            line = stand.line
            if line is not None and not (line.has_field or line.kind == "group"):
                continue
            for column in ("answer", "remark"):
                at = (stand.row, stand.columns.get(column, 0))
                cell = stand.sheet.cells.get(at)
                if not is_empty(cell) and not stand.is_heading:
                    yield stand.at(column)

    def _left(self, covers: Covers, tables: Tables) -> Iterator[Finding]:
        """Yield words that nothing was made of: no word in the file is passed over."""
        settled = set(covers.settled)
        for stand in self.form.stands:
            settled |= {*stand.settled}
        at = {str(place(*each)) for each in settled}
        identity = self.known.identity
        fields = TableFields(tables.found, self.layout, identity.issue, [])
        rest = Leftovers(self.book, self.layout, self.form.located, identity, fields)
        for each in rest.additions():
            if not isinstance(each, Finding) and str(each.at) not in at:
                yield told.not_understood(each.text, each.at)
