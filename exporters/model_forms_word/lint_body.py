"""A walk through the text: paragraphs, tables, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from attrs import define, evolve, field, frozen

from model_forms.accessibility.outline import WHITE, Heading, Kind, Paragraph
from model_forms_word.lint_found import Found, at, called
from model_forms_word.lint_look import PLAIN, Colours, Look, LookReader, child
from model_forms_word.lint_runs import Runs
from model_forms_word.lint_styles import Style, Styles
from model_forms_word.lint_tables import TableReader
from model_forms_word.read_markup import attribute, name

# Nothing below these is seen in its place.
_SILENT = frozenset({
    "del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "Fallback", "tblPr", "tblGrid",
})  # fmt: skip
_OTHER = ("toc", "caption", "billedtekst", "subtitle", "undertitel", "table of")


@frozen(kw_only=True)
class Within:
    """Where the walk is: in which part, which cell, and on which ground."""

    where: tuple[str, ...] = ()
    ground: str = WHITE
    look: Look = PLAIN
    in_table: bool = False
    edge: bool = False


@define(kw_only=True)
class BodyReader:
    """Reads one document, part by part."""

    styles: Styles
    colours: Colours
    language: str
    found: Found = field(init=False, factory=Found)
    _links: Mapping[str, str] = field(init=False, factory=dict)
    _paragraphs: int = field(init=False, default=0)
    _tables: int = field(init=False, default=0)
    follows: bool = field(init=False, default=False)

    def body(self, root: Element, links: Mapping[str, str], *, ground: str) -> None:
        """Read the text itself."""
        self._links = links
        self.blocks(root, Within(ground=ground))

    def edge(self, root: Element, links: Mapping[str, str], where: str) -> None:
        """Read what stands above, below or under the text, which has no outline."""
        self._links = links
        self.blocks(root, Within(where=(self.say(where),), edge=True))

    def say(self, key: str, number: int | None = None) -> str:
        """Return what a place is called."""
        return called(key, self.language, number)

    def blocks(self, element: Element, within: Within) -> None:
        """Read the paragraphs and tables below *element*, in whatever wraps them."""
        for each in element:
            kind = name(each)
            if kind == "p":
                self._paragraph(each, within)
            elif kind == "tbl":
                self._table(each, within)
            elif kind == "sdt":
                Runs(self, within).control(each)
                self.blocks(each, within)
            elif kind not in _SILENT:
                self.blocks(each, within)

    def boxed(self, element: Element, within: Within) -> str:
        """Read the words of a text box; return them."""
        before = len(self.found.paragraphs)
        inner = evolve(within, where=(*within.where, self.say("box")), ground=WHITE)
        self.blocks(element, inner)
        words = " ".join(each.words for each in self.found.paragraphs[before:])
        # They have no place among the paragraphs of the text.
        del self.found.paragraphs[before:]
        return words

    def target(self, key: str) -> str:
        """Return where a link leads."""
        return self._links.get(key, "")

    def _paragraph(self, element: Element, within: Within) -> None:
        if not within.where:
            self._paragraphs += 1
            where = (self.say("paragraph", self._paragraphs),)
            within = evolve(within, where=where)
        properties = child(element, "pPr")
        style = self.styles.style(_named(properties, "pStyle"))
        own = LookReader(self.colours).of(properties)
        look = own.over(style.look.over(within.look.over(self.styles.defaults)))
        runs = Runs(self, within, look, bold_style=bool(style.look.bold))
        runs.read(element)
        if not within.edge:
            self._note(runs, own, style, within)

    def _note(self, runs: Runs, own: Look, style: Style, within: Within) -> None:
        words, place = "".join(runs.words), at(*within.where)
        level = Style(called=style.called, look=own.over(style.look)).level
        said = words.strip() or (level and not runs.holds)
        if level is not None and said and not within.in_table:
            self.found.headings.append(Heading(at=place, level=level, words=words))
        kind: Kind = "text"
        if level is not None:
            kind = "heading"
        elif own.listed or style.is_list:
            kind = "list"
        elif runs.holds or style.called.startswith(_OTHER):
            kind = "other"
        self.found.paragraphs.append(
            Paragraph(
                at=place,
                words=words,
                kind=kind,
                follows=self.follows,
                language=runs.language,
                bold=runs.bold,
                in_table=within.in_table,
            )
        )
        self.follows = True

    def _table(self, element: Element, within: Within) -> None:
        if not within.where:
            self._tables += 1
            within = evolve(within, where=(self.say("table", self._tables),))
        TableReader(self, within).read(element)


def _named(properties: Element | None, kind: str) -> str | None:
    """Return the id of the style that *properties* name."""
    found = child(properties, kind)
    return attribute(found, "val") if found is not None else None
