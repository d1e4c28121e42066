"""The fields of a document, for the answers that are put together from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from model_forms.finding import Finding, Place
from model_forms.forms import cell as cells
from model_forms.forms.doubts import not_read, twice
from model_forms.forms.fields import EMPTY, Complaint, Field
from model_forms.forms.normal import normal, tidy
from model_forms.forms.parse import read_field
from model_forms.forms.personal import cleared
from model_forms.forms.telling import short, tell
from model_forms.questionnaire import Item
from model_forms.text import both
from model_forms_word import read_doubts as doubts
from model_forms_word.form_controls import TICKED, UNTICKED
from model_forms_word.form_layout import Layout, Row
from model_forms_word.form_words import HINTS, WORD_HINTS
from model_forms_word.read_locate import HINT_WORDS
from model_forms_word.read_spots import Located, Spot
from model_forms_word.read_values import Cell


@frozen
class Said:
    """What somebody wrote in a cell; *hint* is what was taken out before it."""

    text: str
    hint: str = ""


def said_in(cell: Cell, want: str = "") -> Said:
    """
    Return what stands in *cell* without the words of an empty field.

    A control that another program has saved keeps them as plain words, so they may
    stand before or after what was typed. *want* tells which those are.
    """
    text = "\n".join(each for each in cell.paragraphs if normal(each) not in HINT_WORDS)
    for hint in _hints(want):
        rest = text.removeprefix(hint)
        # »Skriv herunder« begins with a hint by chance.
        if rest != text and not rest[:1].islower():
            return Said(rest.strip(), hint)
        if text.endswith(hint):
            return Said(text.removesuffix(hint).strip(), hint)
    return Said(text)


def _hints(want: str) -> Iterator[str]:
    if want in HINTS:
        yield from (words for _, words in HINTS[want])
    yield from WORD_HINTS


@frozen
class DocumentFields:
    """Reads the fields of one document, and tells what it does not read."""

    layout: Layout
    located: Located
    findings: list[Finding] = field(factory=list)

    def rows(self, path: str) -> Iterable[str]:
        """Return the path of each block of the table at *path*, in their order."""
        return self.located.blocks.get(path, ())

    def remarks(self, key: str, item: Item) -> dict[str, Place]:
        """Return each different remark, from wherever the question stands."""
        found: dict[str, Place] = {}
        for spot in self.located.spots.get(key, ()):
            words = tidy(said_in(spot.cell("remark")).text)
            if not words:
                continue
            kept = cleared(words, spot.place, item.key)
            self.findings.extend(kept.findings)
            if kept.words is not None:
                found.setdefault(kept.words, spot.place)
        return found

    def field(self, key: str) -> tuple[Field | None, Place | None]:
        """Return what a field holds and where; None when it was refused."""
        spots = self.located.spots.get(key, ())
        if not spots:
            # Without one of its parts an answer would be another answer.
            return (None if "/" in key else EMPTY), None
        row = self.layout.rows[spots[0].key]
        if not row.line.has_field:
            return EMPTY, None
        if any(self.located.is_blocked(spot) for spot in spots):
            self._tell_not_read(row, spots)
            return None, None
        if len({spot.cell("answer").text for spot in spots}) > 1:
            self.findings.append(twice(row.line, [spot.place for spot in spots]))
            return None, None
        return self._read(row, spots[0])

    def _read(self, row: Row, spot: Spot) -> tuple[Field | None, Place | None]:
        line, cell = row.line, spot.cell("answer")
        item = line.item.key if line.item else ""
        unclear = _unclear(row, cell)
        said = said_in(cell, str(line.want))
        if said.hint:
            self.findings.append(doubts.hint_left(spot.place, said.hint, item))
        found = unclear or read_field(
            self.layout.questionnaire, line, _typed(row, said.text, cell)
        )
        if isinstance(found, Complaint):
            self.findings.append(tell(found.code, found.message, spot.place, item=item))
            return None, None
        return found, spot.place

    def _tell_not_read(self, row: Row, spots: Iterable[Spot]) -> None:
        for spot in spots:
            text = answer_text(row, spot)
            if text:
                self.findings.append(not_read(row.line, text, spot.place))


def answer_text(row: Row, spot: Spot) -> str:
    """Return what somebody wrote in the answer of *row*; a box is no word."""
    text = said_in(spot.cell("answer"), str(row.line.want)).text
    return text.replace(UNTICKED, "").strip() if row.line.want == "mark" else text


def _typed(row: Row, text: str, cell: Cell) -> cells.Cell:
    if row.line.want == "mark":
        # An x beside an empty box is a mark as well as one in its place.
        text = text.replace(UNTICKED, "")
    text = text.strip()
    kind: cells.Kind = "text" if text else "blank"
    return cells.Cell(value=text or None, kind=kind, struck=cell.struck)


def _unclear(row: Row, cell: Cell) -> Complaint | None:
    """Return why it is not clear what stands in a cell."""
    for hint in cell.hints:
        if normal(hint) and normal(hint) not in HINT_WORDS:
            return Complaint(
                "unclear-field",
                both(
                    f"Her står »{short(hint)}«, men feltet siger, at det er "
                    "tomt. Skriv svaret igen, eller slet teksten.",
                    f"{short(hint)!r} stands here, but the field says that it "
                    "is empty. Write the answer again, or delete the words.",
                ),
            )
    box = row.line.want == "mark" and cell.ticked
    if box and any(cell.ticked) != (TICKED in cell.text):
        return Complaint(
            "unclear-box",
            both(
                "Det ses ikke tydeligt, om feltet er krydset af. Sæt eller fjern "
                "krydset igen.",
                "It is not clear whether the box is ticked. Tick it or clear it again.",
            ),
        )
    return None
