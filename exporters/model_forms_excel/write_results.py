"""An assessment as a workbook whose figures follow when an answer is corrected."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import groupby

from model_forms.assessment import Assessment
from model_forms.individual import refuse_answers
from model_forms.sensitivity import sensitivity
from model_forms.theme import PLAIN, Theme
from model_forms_excel.house import NO_HOUSE, House, house_in
from model_forms_excel.looks import Styles
from model_forms_excel.results_about import About
from model_forms_excel.results_answers import write_answers
from model_forms_excel.results_items import ItemSheet, write_items
from model_forms_excel.results_lists import Lists
from model_forms_excel.results_overview import Overview, Shown
from model_forms_excel.results_places import Places
from model_forms_excel.results_points import write_points
from model_forms_excel.results_remarks import write_remarks
from model_forms_excel.results_roles import RoleSheet
from model_forms_excel.results_room import Room
from model_forms_excel.results_rows import RowCase, scored_tables, write_rows
from model_forms_excel.results_sensitivity import SensitivitySheet, shows
from model_forms_excel.results_since import SinceSheet
from model_forms_excel.results_sums import (
    Sum,
    panel_case,
    places,
    role_cases,
    write_sums,
)
from model_forms_excel.results_written import write_written
from model_forms_excel.write_front import begin_front, shown_names
from model_forms_excel.write_house import write_house_sheets

# Excel keeps a creation time; a fixed one keeps the bytes the same.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LONGEST_PROPERTY = 255


def write_results(
    assessment: Assessment,
    *,
    language: str = "da",
    theme: Theme = PLAIN,
    template: bytes | None = None,
) -> bytes:
    """
    Return the workbook of *assessment*: the same for the same arguments.

    Every figure is a formula on the sheet of answers, and comes with the engine's own
    value. *template* is a house's own workbook, whose look and letterhead are kept.
    Raises OnlyOnPaper for a tool about one person, and UnreadableDocument when the
    template cannot be used.
    """
    house = house_in(template, theme)
    return results_and_places(assessment, language=language, house=house)[0]


def results_and_places(
    assessment: Assessment, *, language: str = "da", house: House = NO_HOUSE
) -> tuple[bytes, Places]:
    """Return the workbook, and where each result stands in it."""
    from model_forms_excel.plain_formulas import PlainBook  # noqa: PLC0415  light import

    refuse_answers(assessment.questionnaire)
    stream = io.BytesIO()
    book = PlainBook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    room = Room(assessment, language, book, Styles(book, house.theme, house))
    title = assessment.questionnaire.title.get(language)
    front = begin_front(book, room.styles, language, room.taken)
    found = _Sheets(room).write()
    write_house_sheets(book, room.styles, room.taken)
    if front is not None:
        front.write(title, room.about, shown_names(book, front))
    book.set_properties(
        {
            "title": title[:_LONGEST_PROPERTY],
            "subject": room.footer[:_LONGEST_PROPERTY],
            "author": "model-forms",
            "language": language,
            "created": _CREATED,
        }
    )
    book.close()
    return stream.getvalue(), found


class _Sheets:
    """Adds the sheets in the order they are read, and writes them in that of need."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.tables = scored_tables(room.questionnaire)
        self.panel = bool(room.lines)
        found = sensitivity(room.assessment) if self.panel else None
        self.depends = found if found is not None and shows(found) else None
        for key in self._keys():
            room.add(key)
            if key == ("answers" if self.panel else "overview"):
                self._add_tables()

    def _keys(self) -> tuple[str, ...]:
        panel = ("roles", "items", "answers") if self.panel else ()
        why = ("why",) if self.panel or self.tables else ()
        since = ("since",) if self.panel and self.room.assessment.since else ()
        depends = (*since, *(("sensitivity",) if self.depends else ()))
        sums = ("points", "by_role") if self.panel else ()
        rest = ("about", *sums, "lists", *(("written",) if self.panel else ()))
        return ("overview", *panel, "remarks", *why, *depends, *rest)

    def _add_tables(self) -> None:
        for table in self.tables:
            kind = self.room.questionnaire.item(table)
            self.room.add(f"rows {table}", kind.text.get(self.room.language))

    def write(self) -> Places:
        room, lists = self.room, Lists(self.room)
        lists.begin()
        answers: Mapping[str, tuple[str, ...]] = {}
        items: ItemSheet | None = None
        cases = []
        if self.panel:
            answers = write_answers(room, lists)
            items = write_items(room, write_points(room, lists, answers))
            cases.append(panel_case(room, items.facts, answers))
        rows = [each for t in self.tables for each in write_rows(room, lists, t)]
        cases += [each.case for each in rows]
        sums = write_sums(room, "why", cases) if "why" in room.pages else ()
        by_role: tuple[Sum, ...] = ()
        if items is not None:
            roles = list(role_cases(room, items.facts, answers))
            by_role = write_sums(room, "by_role", roles)
            RoleSheet(room, lists, room.pages["roles"]).write(by_role, items.facts)
        written = write_written(room, answers) if self.panel else None
        if self.depends is not None and written is not None:
            page, blocks = room.pages["sensitivity"], sums[0].blocks
            SensitivitySheet(room, page, self.depends, blocks).write(written)
        rounds = room.assessment.since
        if rounds is not None and written is not None:
            SinceSheet(room, room.pages["since"], rounds, sums[0].blocks).write(written)
        shown = Shown(
            panel=sums[0] if self.panel else None,
            rows=self._by_table(rows, sums[len(sums) - len(rows) :]),
            items=items,
            written=written,
        )
        Overview(room, room.pages["overview"], shown).write()
        write_remarks(room)
        About(room, room.pages["about"]).write()
        return places((*sums, *by_role), answers)

    def _by_table(
        self, rows: list[RowCase], sums: tuple[Sum, ...]
    ) -> dict[str, tuple[tuple[RowCase, Sum], ...]]:
        pairs = list(zip(rows, sums, strict=True))
        found = {
            table: tuple(group)
            for table, group in groupby(pairs, lambda each: each[0].case.table or "")
        }
        return {table: found.get(table, ()) for table in self.tables}
