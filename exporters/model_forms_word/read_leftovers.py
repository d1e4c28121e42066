"""Words put anywhere else than in an answer or a remark: kept as additions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from model_forms.finding import Finding, Place
from model_forms.forms.entries import remark_key
from model_forms.forms.identity import Identity
from model_forms.forms.normal import normal
from model_forms.forms.personal import cleared
from model_forms.response import Addition
from model_forms_word import read_doubts as doubts
from model_forms_word.form_controls import UNTICKED
from model_forms_word.form_flow import edge_words, loose_words
from model_forms_word.form_layout import Layout, Row
from model_forms_word.form_typed import proposal_words
from model_forms_word.form_words import WORDS, say
from model_forms_word.read_house import House, Known
from model_forms_word.read_locate import HINT_WORDS
from model_forms_word.read_spots import Located, Spot, place_of_row
from model_forms_word.read_values import Document, Table, words_of

_DIGITS = re.compile(r"\d+")
_SILENT = frozenset([*HINT_WORDS, "", UNTICKED])
_HEADINGS = frozenset(
    normal(words)
    for name in ("code", "question", "answer", "remark")
    for _, words in WORDS[name]
)

Kept = Iterator[Addition | Finding]


@frozen
class Leftovers:
    """
    What is left of one document when its answers have been read.

    *aside* are the tables of its *house*, which stand in no *document*.
    """

    document: Document
    layout: Layout
    located: Located
    identity: Identity
    house: House = House()
    aside: tuple[Table, ...] = ()

    def additions(self) -> Kept:
        """Yield what was written elsewhere, and findings where it is in doubt."""
        known = Known(self.house)
        for spots in self.located.spots.values():
            for spot in spots:
                yield from self._beside(spot)
        for stray in self.located.strays:
            for cell in stray.row.cells:
                said = [x for x in words_of(cell) if not self._is_known(x.text)]
                yield from _kept(known.strangers(said), stray.place)
        yield from self._loose(known)
        yield from self._tables(known)
        yield from self._aside(known)
        yield from self._tracked()

    def _beside(self, spot: Spot) -> Kept:
        """Yield what stands on a row of ours and is neither answer nor remark."""
        row = self.layout.rows[spot.key]
        named = {place: column for column, place in spot.columns.places.items()}
        for place, cell in enumerate(spot.row.cells):
            ours = self._ours(row, named.get(place, ""))
            if ours is not None:
                words = [each for each in cell.paragraphs if normal(each) not in ours]
                yield from _kept(words, spot.place)

    def _ours(self, row: Row, column: str) -> frozenset[str] | None:
        """Return what we wrote in a cell; None where an answer or a remark is read."""
        line = row.line
        if column == "code":
            return frozenset([normal(line.code)])
        if column == "question":
            return frozenset(
                normal(each) for each in (*row.said, *self._proposals(row))
            )
        if column == "answer" and line.has_field:
            return None
        if column == "remark" and _owns_remark(row):
            return None
        return _SILENT | _HEADINGS if line.kind == "row" else _SILENT

    def _proposals(self, row: Row) -> Iterator[str]:
        issue = self.identity.issue
        if row.line.item is not None:
            for each in issue.proposals:
                if each.item == row.line.item.key:
                    yield proposal_words(each, issue.language)

    def _is_known(self, words: str) -> bool:
        text = normal(words)
        return text in _SILENT or text in _HEADINGS or text in _words_of(self.layout)

    def _loose(self, known: Known) -> Kept:
        """Yield the paragraphs that we did not write, each as often as we did not."""
        issued = Counter(
            normal(each) for each in loose_words(self.layout, self.identity)
        )
        for each in self.document.loose:
            at = Place(sheet=self._say("paragraph", each.number))
            said = []
            for words in words_of(each.cell):
                issued[normal(words.text)] -= 1
                if issued[normal(words.text)] < 0:
                    said.append(words)
            strange = known.strangers(said)
            yield from _kept([w for w in strange if normal(w) not in _SILENT], at)

    def _tables(self, known: Known) -> Kept:
        """Yield what the house did not write in its own tables."""
        for table in self.aside:
            for row in table.rows:
                at = place_of_row(self.layout.language, table.number, row.number)
                for cell in row.cells:
                    yield from _kept(known.strangers(words_of(cell)), at)

    def _aside(self, known: Known) -> Kept:
        """Yield comments, footnotes, and what somebody wrote at the edges."""
        issue = self.identity.issue
        footer = edge_words(self.layout, self.identity)
        for name, words in (
            ("comment", known.strangers(self.document.comments)),
            ("note", known.strangers(self.document.notes)),
            ("edge", known.at_edges(self.document.edges)),
        ):
            kept = [each for each in words if not _is_footer(each, footer)]
            yield from _kept(kept, Place(sheet=say(name, issue.language)))

    def _tracked(self) -> Iterator[Finding]:
        for spots in self.located.spots.values():
            for spot in spots:
                if any(cell.traced for cell in spot.row.cells):
                    yield doubts.tracked(spot.place)
        for stray in self.located.strays:
            if any(cell.traced for cell in stray.row.cells):
                yield doubts.tracked(stray.place)
        for each in self.document.loose:
            if each.cell.traced:
                yield doubts.tracked(Place(sheet=self._say("paragraph", each.number)))

    def _say(self, key: str, number: int) -> str:
        return say(key, self.identity.issue.language, number=number)


def _owns_remark(row: Row) -> bool:
    """Tell whether the remark on this row belongs to the item's whole answer."""
    line = row.line
    if line.item is None or line.kind == "row":
        return False
    return remark_key(line.item, line.key.lstrip("#")) == line.key


@lru_cache(maxsize=64)
def _words_of(layout: Layout) -> frozenset[str]:
    """Return what stands in the columns of codes and questions, made comparable."""
    return frozenset(
        normal(each)
        for row in layout.rows.values()
        for each in (row.line.code, *row.said)
    )


def _is_footer(words: str, footer: str) -> bool:
    """Tell whether *words* are our footer, whose numbers of pages change."""
    return _DIGITS.sub("", normal(words)) == _DIGITS.sub("", normal(footer))


def _kept(words: Iterable[str], at: Place) -> Kept:
    for each in words:
        text = each.strip()
        if not text:
            continue
        kept = cleared(text, at)
        yield from kept.findings
        if kept.words is not None:
            yield Addition(text=kept.words, at=at)
