"""A form as a workbook: the sheets put together, and what the file says of itself."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from model_forms.codec import adaptation_to
from model_forms.forms.entries import EntryMaker
from model_forms.forms.identity import PROPERTY, Identity, form_id, identity_text
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms.response import Response
from model_forms_excel.house import house_in
from model_forms_excel.house_columns import CoverColumns
from model_forms_excel.house_words import carried_words
from model_forms_excel.identity import CONSTANT, parts
from model_forms_excel.layout import LISTS, META, Layout, layout
from model_forms_excel.looks import Styles
from model_forms_excel.picture_plan import pictures_of
from model_forms_excel.table_entries import RowMaker, SheetRow, filled, row_proposals
from model_forms_excel.witnesses import witnesses_of
from model_forms_excel.words import say
from model_forms_excel.write_cover import write_cover
from model_forms_excel.write_guide import write_guide
from model_forms_excel.write_house import write_house_sheets
from model_forms_excel.write_sheet import SheetWriter
from model_forms_excel.write_table import TableWriter

# Excel keeps a creation time; a fixed one keeps the bytes the same.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_form(
    questionnaire: Questionnaire,
    issue: Issue,
    *,
    response: Response | None = None,
    template: bytes | None = None,
) -> bytes:
    """
    Return the workbook of one sheet, in which *response* is filled in if given.

    The same arguments give the same bytes. *template* is a house's own workbook, whose
    look and letterhead are kept. Raises UnreadableDocument when it cannot be used.
    """
    from model_forms_excel.plain_formulas import PlainBook  # noqa: PLC0415  light import

    house = house_in(template)
    answers = response.answers if response is not None else {}
    grid = layout(questionnaire, issue.role, issue.language, issue)
    entries = EntryMaker(questionnaire, issue.language).entries(
        questionnaire.items, answers
    )
    identity = Identity(ref=questionnaire.ref, issue=issue, rows={})
    stream = io.BytesIO()
    book = PlainBook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    styles = Styles(book, house.theme, house)
    form = _Form(questionnaire, issue, identity, book, styles)
    write_cover(book, styles, questionnaire, issue, form.id)
    lists = _Lists(book, styles, issue.language)
    sources = lists.sources(grid)
    sheets = [book.add_worksheet(sheet.name) for sheet in grid.sheets]
    form.tables(grid, RowMaker(grid).rows(answers, issue), sources)
    form.pictures(grid, response)
    write_guide(book, styles, questionnaire, issue)
    write_house_sheets(book, styles, names_taken(grid, issue.language))
    for sheet, made in zip(grid.sheets, sheets, strict=True):
        writer = form.writer(grid, sheet.name, made, sources)
        writer.write(sheet, entries, first=sheet is grid.sheets[0])
    lists.write()
    form.describe()
    book.close()
    return stream.getvalue()


def names_taken(grid: Layout, language: str) -> set[str]:
    """Return the names of all our own sheets, in small letters."""
    own = [say(each, language) for each in ("cover", "guide", "lists")]
    sheets = [each.name for each in grid.sheets]
    sheets += [each.name for each in grid.tables]
    sheets += [each.name for each in grid.pictures]
    return {each.lower() for each in (*own, *sheets, "_model_forms")}


@frozen
class _Form:
    questionnaire: Questionnaire
    issue: Issue
    identity: Identity
    book: Any
    styles: Styles

    @property
    def id(self) -> str:
        return form_id(self.questionnaire, self.identity.sheet_id)

    def writer(
        self,
        grid: Layout,
        name: str,
        sheet: Any,  # noqa: ANN401  XlsxWriter is untyped
        sources: Mapping[tuple[str, ...], str],
    ) -> SheetWriter:
        """Return what writes one sheet of questions."""
        return SheetWriter(
            sheet=sheet,
            name=name,
            styles=self.styles,
            questionnaire=self.questionnaire,
            issue=self.issue,
            form_id=self.id,
            identity=identity_text(self.identity),
            sources=sources,
            links=grid.links,
            tints=witnesses_of(grid).tints,
            book=self.book,
        )

    def tables(
        self,
        grid: Layout,
        rows: Mapping[str, list[SheetRow]],
        sources: Mapping[tuple[str, ...], str],
    ) -> None:
        """Add the sheet of each repeating table."""
        from model_forms_excel.growing import GrowingSheet  # noqa: PLC0415  as above

        filled = {table.path: rows.get(table.path, []) for table in grid.tables}
        counts = {t.path: t.row_count(len(filled[t.path])) for t in grid.tables}
        for table in grid.tables:
            TableWriter(
                book=self.book,
                sheet=self.book.add_worksheet(table.name, GrowingSheet),
                layout=grid,
                table=table,
                styles=self.styles,
                questionnaire=self.questionnaire,
                issue=self.issue,
                form_id=self.id,
                sources=sources,
                counts=counts,
            ).write(filled[table.path])

    def pictures(self, grid: Layout, response: Response | None) -> None:
        """Add the sheets with the partner's own scores."""
        if not grid.pictures:
            return
        from model_forms_excel.write_picture import PictureWriter  # noqa: PLC0415  as above

        empty = Response(questionnaire=self.questionnaire.ref)
        for picture in pictures_of(grid):
            table = grid.table.get(picture.sheet.each or "")
            proposed = row_proposals(self.issue, table) if table is not None else []
            PictureWriter(
                book=self.book,
                sheet=self.book.add_worksheet(picture.sheet.name),
                styles=self.styles,
                picture=picture,
                issue=self.issue,
                form_id=self.id,
                response=response or empty,
                proposed=tuple(filled(table, e) for e in proposed if table is not None),
            ).write()

    def describe(self) -> None:
        """Put the identity where other programs keep it, and on its own sheet."""
        text = identity_text(self.identity)
        keywords = f"{PROPERTY}; {self.questionnaire.ref}; {self.identity.sheet_id}"
        self.book.set_properties(
            {
                "title": self.questionnaire.title.get(self.issue.language),
                "keywords": keywords,
                "language": self.issue.language,
                "created": _CREATED,
            }
        )
        self.book.set_custom_property(PROPERTY, self.identity.sheet_id)
        self.book.define_name(CONSTANT, f'="{self.identity.sheet_id}"')
        meta = self.book.add_worksheet("_model_forms")
        meta.write_string(0, 0, META, self.styles["hidden"])
        house = self.styles.house
        words = carried_words(house, CoverColumns(house).text - 1)
        for column, each in enumerate((text, self._local(), words)):
            for row, part in enumerate(parts(each) if each else (), start=1):
                meta.write_string(row, column, part, self.styles["hidden"])
        meta.very_hidden()
        meta.protect("")

    def _local(self) -> str:
        """Return the whole of the local adaptation: no sheet shows all of it."""
        local = self.questionnaire.adaptation
        if local is None:
            return ""
        return json.dumps(adaptation_to(local), ensure_ascii=False, sort_keys=True)


class _Lists:
    """The hidden sheet that holds the words of the dropdowns, each list once."""

    def __init__(self, book: Any, styles: Styles, language: str) -> None:  # noqa: ANN401
        self._book, self._styles = book, styles
        self._name = say("lists", language)
        self._columns: dict[tuple[str, ...], int] = {}

    def sources(self, grid: Layout) -> dict[tuple[str, ...], str]:
        """Return the range that each list of labels stands in."""
        self._columns |= grid.lists
        return {
            labels: self._range(labels, column)
            for labels, column in self._columns.items()
        }

    def _range(self, labels: tuple[str, ...], column: int) -> str:
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  light import

        cells = xl_range_abs(1, column, len(labels), column)
        return f"='{self._name}'!{cells}"

    def write(self) -> None:
        """Write the sheet; hidden, since the options also stand in the guide."""
        sheet = self._book.add_worksheet(self._name)
        sheet.write_string(0, 0, LISTS, self._styles["hidden"])
        for labels, column in self._columns.items():
            for row, label in enumerate(labels, start=1):
                sheet.write_string(row, column, label, self._styles["plain"])
        sheet.hide()
        sheet.protect("")
