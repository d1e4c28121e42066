"""The cover, the guide and the top of the questions, as somebody edited them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define, evolve, field

from model_forms.finding import Finding, Place
from model_forms.forms.cover import cover_lines, deadline_of, house_lines
from model_forms.forms.identity import Identity
from model_forms.forms.words import say
from model_forms.questionnaire import House
from model_forms_excel import adopt_told as told
from model_forms_excel.adopt_pairs import Pair, paired
from model_forms_excel.adopt_rows import Form
from model_forms_excel.adopt_slots import Slots
from model_forms_excel.adopt_words import Seen, Slot, same, tidied
from model_forms_excel.cells import Sheet
from model_forms_excel.identity import carried_house, marker
from model_forms_excel.layout import CODE, COVER, GUIDE, HEADER_ROW
from model_forms_excel.telling import place
from model_forms_excel.words import say as say_here
from model_forms_excel.write_cover import send_back

_COVER_TOP, _GUIDE_TOP = 4, 1
"""The rows above the lines of the cover and of the guide."""


Reader = Callable[[Sheet], Iterator[Seen | Finding]]


@define
class Covers:
    """Reads what is no question; *house* and *deadline* are as they stand now."""

    form: Form
    slots: Slots
    identity: Identity
    house: House | None = None
    deadline: str | None = None
    settled: set[tuple[str, int, int]] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        """Begin with what the form was made with."""
        local = self.form.layout.questionnaire.adaptation
        if local is not None:
            self.house, self.deadline = local.house, local.deadline

    @property
    def _language(self) -> str:
        return self.form.layout.language

    def seen(self) -> Iterator[Seen | Finding]:
        """Yield every text that is the questionnaire's own, as it stands now."""
        yield from self._sheet(COVER, "cover", self._cover)
        yield from self._sheet(GUIDE, "guide", self._guide)
        yield from self._tops()

    def _sheet(self, mark: str, name: str, read: Reader) -> Iterator[Seen | Finding]:
        sheet = next((s for s in self.form.book.sheets if marker(s) == mark), None)
        if sheet is None:
            yield told.sheet_gone(say_here(name, self._language))
        else:
            yield from read(sheet)

    def _pairs(
        self, sheet: Sheet, top: int, apart: int = 1
    ) -> tuple[list[Pair], list[int], tuple[int, int]]:
        """
        Return the two texts of each row below the top, their rows and columns.

        The second column stands that far *apart* from the first.
        """
        corner = _corner(sheet)
        first, left = corner[0] + top, corner[1] + 1
        both = (left, left + apart)
        rows = sorted({r for r, c in sheet.cells if r >= first and c in both})
        pairs = [(_text(sheet, r, left), _text(sheet, r, both[1])) for r in rows]
        kept = [(pair, r) for pair, r in zip(pairs, rows, strict=True) if any(pair)]
        return [pair for pair, _ in kept], [r for _, r in kept], both

    def _cover(self, sheet: Sheet) -> Iterator[Seen | Finding]:
        yield from self._title(sheet)
        value, issue = self.form.layout.questionnaire, self.identity.issue
        back = send_back(value, issue)
        issued = [(tidied(a), tidied(b)) for a, b in cover_lines(value, issue, back)]
        apart = carried_house(self.form.book).text
        now, rows, (left, right) = self._pairs(sheet, _COVER_TOP, apart)
        # The id below the lines is looked after with what is left over.
        id_row = next(
            (
                n
                for n, each in enumerate(now)
                if same(each[0], say("form_id", self._language))
            ),
            len(now),
        )
        now = now[:id_row]
        found = paired(issued, now)
        own = self.slots.cover()
        start = len(list(house_lines(value, self._language)))
        for line, row in found.rows.items():
            here = rows[row]
            at = place(sheet.name, here, left), place(sheet.name, here, right)
            self.settled |= {(sheet.name, here, left), (sheet.name, here, right)}
            if start <= line < start + len(own):
                slots = own[line - start]
                yield from (
                    Seen(s, t, a) for s, t, a in zip(slots, now[row], at, strict=True)
                )
            elif now[row] != issued[line]:
                yield from self._special(issued[line], now[row], at)
        for line in found.gone:
            yield told.words_stay(issued[line][0], Place(sheet=sheet.name))
        for row in found.added:
            here = rows[row]
            self.settled |= {(sheet.name, here, left), (sheet.name, here, right)}
            yield told.cover_line(place(sheet.name, here, right))

    def _title(self, sheet: Sheet) -> Iterator[Seen]:
        corner = _corner(sheet)
        row, column = corner[0] + 1, corner[1] + 1
        yield from self._slot(self.slots.title(), sheet, row, column)

    def _special(
        self, issued: Pair, now: Pair, at: tuple[Place, Place]
    ) -> Iterator[Seen | Finding]:
        """Read a line that the program makes of something else."""
        language, label = self._language, issued[0]
        if not same(issued[0], now[0]):
            yield told.own_words(issued[0], at[0])
        if same(issued[1], now[1]):
            return
        if label == tidied(say("deadline", language)):
            yield from self._deadline(now[1], at[1])
        elif self.house is not None and label == tidied(say("house", language)):
            self.house = evolve(self.house, name=now[1] or self.house.name)
        elif self.house is not None and label == tidied(say("contact", language)):
            self.house = evolve(self.house, contact=now[1] or None)
        else:
            kinds = (
                ("privacy",)
                if label == say("persons", language)
                else ("origin", "result")
            )
            slot = self.slots.notices(kinds)
            yield Seen(slot, now[1], at[1]) if slot is not None else told.locked(at[1])

    def _deadline(self, words: str, at: Place) -> Iterator[Finding]:
        frame = tidied(say_here("send_back", self._language, deadline="|"))
        before, after = frame.split("|")
        if not (words.startswith(before) and words.endswith(after)):
            yield told.deadline_unclear(at)
            return
        found = words[len(before) : len(words) - len(after)].strip()
        if found and found != deadline_of(
            self.form.layout.questionnaire, self.identity.issue
        ):
            self.deadline = found

    def _guide(self, sheet: Sheet) -> Iterator[Seen | Finding]:
        issued = list(self.slots.guide())
        now, rows, (left, _) = self._pairs(sheet, _GUIDE_TOP)
        found = paired([(tidied(a), tidied(b)) for (a, b), _ in issued], now)
        for line, row in found.rows.items():
            texts, slots = issued[line]
            for n, slot in enumerate(slots):
                at = place(sheet.name, rows[row], left + n)
                self.settled.add((sheet.name, rows[row], left + n))
                if slot is not None:
                    yield Seen(slot, now[row][n], at)
                elif not same(texts[n], now[row][n]):
                    yield told.own_words(texts[n], at)
        for line in found.gone:
            said = next((each for each in issued[line][0] if each), "")
            yield told.words_stay(said, Place(sheet=sheet.name))

    def _tops(self) -> Iterator[Seen | Finding]:
        """Yield what stands above the questions of the first sheet."""
        first = self.form.layout.sheets[0]
        own = [s for k, s in self.form.known.items() if k in first.rows]
        if not own or own[0].sheet.name not in self.form.tops:
            return
        sheet = own[0].sheet
        header, column = self.form.tops[sheet.name], own[0].columns.get("code", CODE)
        yield from self._slot(
            self.slots.title(), sheet, header - HEADER_ROW + 1, column
        )
        notices = self.form.layout.questionnaire.notice("privacy")
        if notices:
            words = notices[0].text.get(self._language)
            slot = Slot(address=f"notices.{notices[0].id}.text", words=words)
            yield from self._slot(slot, sheet, header - 1, column)
        if sheet.name != first.name and self._is_renamed(sheet.name):
            words = self.form.layout.questionnaire.sheet.get(self._language)
            if same(first.name, words):
                at = Place(sheet=sheet.name)
                yield Seen(Slot(address="sheet", words=words), sheet.name, at)

    def _is_renamed(self, name: str) -> bool:
        names = {each.name for each in self.form.layout.sheets}
        return self.form.book.container != "csv" and name not in names

    def _slot(self, slot: Slot, sheet: Sheet, row: int, column: int) -> Iterator[Seen]:
        text = _text(sheet, row, column)
        if text:
            self.settled.add((sheet.name, row, column))
            yield Seen(slot, text, place(sheet.name, row, column))


def _corner(sheet: Sheet) -> tuple[int, int]:
    """Return where a sheet's mark stands beside our text, below a letterhead."""
    mark = marker(sheet)
    found = sorted(at for at, cell in sheet.cells.items() if cell.value == mark)
    return max(at for at in found if at[1] == found[0][1])


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return (
        tidied(cell.value) if cell is not None and isinstance(cell.value, str) else ""
    )
