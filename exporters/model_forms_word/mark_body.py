"""The body of a document: where a finding is, and the marks that are put there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from model_forms.finding import Place
from model_forms_word.form_words import WORDS
from model_forms_word.read_marks import is_note, note_name
from model_forms_word.read_markup import cell_of, inside, name, pieces_of

_NUMBER = r"(\d+)"
_ANSWER, _WIDTH = 2, 4
_FILL, _EDGE, _INK = "FFF4CE", "C9B458", "1F2A37"


def _shown(key: str, more: str = "") -> re.Pattern[str]:
    said = (re.escape(words).replace(r"\{number\}", _NUMBER) for _, words in WORDS[key])
    return re.compile(f"(?:{'|'.join(said)}){more}")


_TABLE, _ROW = _shown("table"), _shown("row", "(?:, .*)?")
_PARAGRAPH = _shown("paragraph")


@frozen
class Body:
    """The body of one document, whose elements are changed in place."""

    root: Any  # an element of lxml, which has no types
    space: str = field(init=False)

    @space.default
    def _space(self) -> str:
        return str(self.root.tag)[1:].partition("}")[0]

    def tag(self, name: str) -> str:
        """Return a name in the dialect of the document."""
        return f"{{{self.space}}}{name}"

    @property
    def tables(self) -> list[Any]:
        """The outermost tables, as the reader counts them."""
        return [each for each in pieces_of(self.root) if name(each) == "tbl"]

    @property
    def loose(self) -> list[Any]:
        """The paragraphs between them."""
        return [each for each in pieces_of(self.root) if name(each) == "p"]

    def place(self, at: Place) -> Any:  # noqa: ANN401  as above
        """Return the paragraph that a place means, or None."""
        table = _numbered(_TABLE, at.sheet)
        if table is None:
            return _nth(self.loose, _numbered(_PARAGRAPH, at.sheet))
        found, row = _nth(self.tables, table), _numbered(_ROW, at.cell)
        line = _nth(list(inside(found, "tr")), row) if found is not None else None
        return None if line is None else _field_of(line)

    def unmarked(self, ids: frozenset[str]) -> None:
        """Take out our note, and what leads to our comments."""
        for each in self.loose:
            if is_note(cell_of(each)):
                each.getparent().remove(each)
        for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for each in list(self.root.iter(self.tag(kind))):
                if each.get(self.tag("id")) in ids:
                    _removed(each)

    def noted(self, lines: list[str], first: int) -> Any:  # noqa: ANN401  as above
        """Put the note first, and return its first paragraph."""
        made = [
            self._line(words, number, first + number, len(lines))
            for number, words in enumerate(lines)
        ]
        body = next(each for each in self.root if name(each) == "body")
        body[:0] = made
        return made[0]

    def commented(self, paragraph: Any, id: str) -> None:  # noqa: ANN401  as above
        """Let a comment be about a paragraph."""
        start, end = (
            self._made("commentRangeStart", id),
            self._made("commentRangeEnd", id),
        )
        run = paragraph.makeelement(self.tag("r"))
        run.append(self._made("commentReference", id))
        first = len(paragraph) and name(paragraph[0]) == "pPr"
        paragraph.insert(int(first), start)
        paragraph.extend((end, run))

    def _made(self, kind: str, id: str) -> Any:  # noqa: ANN401  as above
        return self.root.makeelement(self.tag(kind), {self.tag("id"): id})

    def _add(self, parent: Any, kind: str, **attributes: str) -> Any:  # noqa: ANN401
        named = {self.tag(key): value for key, value in attributes.items()}
        made = parent.makeelement(self.tag(kind), named)
        parent.append(made)
        return made

    def _line(self, words: str, place: int, number: int, count: int) -> Any:  # noqa: ANN401
        """Return a paragraph of the note; all of them share one box."""
        made = self.root.makeelement(self.tag("p"))
        look = self._add(made, "pPr")
        if place < count - 1:
            self._add(look, "keepNext")
        box = self._add(look, "pBdr")
        for side in ("top", "left", "bottom", "right"):
            self._add(box, side, val="single", sz="8", space="6", color=_EDGE)
        self._add(look, "shd", val="clear", color="auto", fill=_FILL)
        below = "60" if place < count - 1 else "240"
        self._add(look, "spacing", before="0", after=below)
        self._add(look, "ind", left="160", right="160", firstLine="0")
        self._add(look, "jc", val="left")
        if place == 0:
            # Who hears the document jumps to it, as who sees it does.
            self._add(look, "outlineLvl", val="0")
        mark = {"id": str(number), "name": note_name(words)}
        self._add(made, "bookmarkStart", **mark)
        run = self._add(made, "r")
        letters = self._add(run, "rPr")
        if place == 0:
            self._add(letters, "b")
        self._add(letters, "color", val=_INK)
        self._add(letters, "sz", val="26" if place == 0 else "20")
        self._add(run, "t").text = words
        self._add(made, "bookmarkEnd", id=str(number))
        return made


def _numbered(shown: re.Pattern[str], words: str | None) -> int | None:
    found = shown.fullmatch(words or "")
    numbers = [each for each in found.groups() if each] if found else []
    return int(numbers[0]) if numbers and len(numbers[0]) < len("1000000") else None


def _nth(found: list[Any], number: int | None) -> Any:  # noqa: ANN401  as above
    return found[number - 1] if number and number <= len(found) else None


def _field_of(row: Any) -> Any:  # noqa: ANN401  as above
    """Return the first paragraph of a row's answer, or of its first cell."""
    cells = list(inside(row, "tc"))
    if len(cells) == _WIDTH:
        cells.insert(0, cells.pop(_ANSWER))
    return next(_paragraphs(cells), None)


def _paragraphs(cells: list[Any]) -> Iterator[Any]:
    for cell in cells:
        yield from (each for each in pieces_of(cell) if name(each) == "p")


def _removed(mark: Any) -> None:  # noqa: ANN401  as above
    """Take *mark* out, and the run that holds nothing else."""
    run = mark.getparent()
    run.remove(mark)
    if name(run) == "r" and all(name(each) == "rPr" for each in run):
        run.getparent().remove(run)
