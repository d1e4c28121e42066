"""The body of a guide: Markdown becomes blocks, and directives what they show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import define, evolve, field
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from model_forms.guides.desk import Call, Desk
from model_forms.guides.directives import SHOWN, SOURCES, shown
from model_forms.guides.inline import DIRECTIVE, joined, rich
from model_forms.guides.tables import CAPTION, table
from model_forms.report.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    PageBreak,
    Paragraph,
    Rich,
    Run,
    Table,
    plain,
    runs,
)

_DEEPEST = 3
_MOST_DEPTH = 1


@define
class Sources:
    """Where the list of sources comes, which is known when the guide is at its end."""


Piece = Block | Sources


def body_blocks(desk: Desk, text: str, offset: int) -> list[Piece]:
    """Return the blocks of *text*, which begins after *offset* lines of its file."""
    # A line below a paragraph would make it a heading; here it is a page break.
    parser = MarkdownIt("commonmark").enable("table").disable("lheading")
    root = SyntaxTreeNode(parser.parse(text))
    return list(_Body(desk, offset).blocks(root))


@define
class _Body:
    """A body that is read from its start to its end."""

    desk: Desk
    offset: int
    above: int = field(init=False, default=0)

    def blocks(self, root: SyntaxTreeNode) -> Iterator[Piece]:
        """Yield the blocks of all that stands at the outermost level."""
        nodes = root.children
        captions = {
            id(below): above
            for above, below in pairwise(nodes)
            if above.type == "table" and _is_caption(below)
        }
        for place, node in enumerate(nodes):
            if id(node) in captions:
                continue
            below = nodes[place + 1] if place + 1 < len(nodes) else None
            caption = below if below is not None and id(below) in captions else None
            yield from self._block(node, caption)

    def _block(
        self, node: SyntaxTreeNode, caption: SyntaxTreeNode | None
    ) -> Iterator[Piece]:
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                yield from self._paragraph(node)
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "table":
                yield self._table(node, caption)
            case "blockquote":
                yield self._callout(node)
            case "hr":
                yield PageBreak()
            case other:
                self._refuse(node, other)

    def line(self, node: SyntaxTreeNode) -> int:
        """Return the line of the file that a node begins on."""
        at: SyntaxTreeNode | None = node
        while at is not None and not at.is_root:
            if at.map is not None:
                return at.map[0] + self.offset + 1
            at = at.parent
        return self.offset + 1

    def _words(self, node: SyntaxTreeNode) -> Rich:
        """Return the words of a paragraph, a heading or a cell."""
        inner = node.children[0] if node.children else None
        return rich(self.desk, inner, self.line(node)) if inner is not None else ""

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        level, line = int(node.tag[1:]), self.line(node)
        if level > _DEEPEST:
            self.desk.wrong(
                line,
                "heading-depth",
                f"Overskrifter går højst {_DEEPEST} niveauer ned.",
                f"Headings go at most {_DEEPEST} levels down.",
            )
        elif level > self.above + 1:
            self.desk.wrong(
                line,
                "heading-skipped",
                f"Overskriften springer fra niveau {self.above} til {level}.",
                f"The heading skips from level {self.above} to {level}.",
            )
        self.above = self.desk.level = level
        return Heading(text=plain(self._words(node)), level=level)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Piece]:
        call = self._call(node)
        if call is not None and call.name == SOURCES:
            yield Sources()
        elif call is not None:
            yield from shown(self.desk, call)
        elif _is_caption(node):
            self.desk.wrong(
                self.line(node),
                "caption-alone",
                "Teksten efter »:« hører til en tabel, men står ikke under en.",
                "The text after ':' belongs to a table, but stands below none.",
            )
        else:
            yield Paragraph(text=self._words(node))

    def _call(self, node: SyntaxTreeNode) -> Call | None:
        """Return the directive that a paragraph is, if it is one that shows blocks."""
        content = node.children[0].content if node.children else ""
        found = DIRECTIVE.fullmatch(content.strip())
        words = found[1].split() if found else []
        if not words or words[0] not in {*SHOWN, SOURCES}:
            return None
        return Call(words[0], tuple(words[1:]), self.line(node))

    def _list(self, node: SyntaxTreeNode) -> Bullets:
        listed = list(self._items(node, 0))
        return Bullets(
            items=tuple(words for words, _, _ in listed),
            indents=tuple(depth for _, depth, _ in listed),
            numbered=tuple(counts for _, _, counts in listed),
        )

    def _items(
        self, node: SyntaxTreeNode, depth: int
    ) -> Iterator[tuple[Rich, int, bool]]:
        counts = node.type == "ordered_list"
        if depth > _MOST_DEPTH:
            self.desk.wrong(
                self.line(node),
                "list-depth",
                "Lister går højst ét niveau ned.",
                "Lists go at most one level down.",
            )
        for item in node.children:
            words = [each for each in item.children if each.type == "paragraph"]
            yield self._said(words), depth, counts
            for each in item.children:
                if each.type in {"bullet_list", "ordered_list"}:
                    yield from self._items(each, depth + 1)
                elif each.type != "paragraph":
                    self._refuse(each, each.type)

    def _said(self, paragraphs: list[SyntaxTreeNode]) -> Rich:
        """Return paragraphs as one, with a line break between them."""
        found: list[Run] = []
        for each in paragraphs:
            if found:
                found.append(Run(text="\n"))
            found += runs(self._words(each))
        return joined(found)

    def _table(self, node: SyntaxTreeNode, caption: SyntaxTreeNode | None) -> Table:
        words = plain(self._words(caption)) if caption is not None else None
        made = table(node, self._words, words)
        if not made.caption:
            self.desk.wrong(
                self.line(node),
                "table-without-caption",
                f"Tabellen mangler en tekst: en linje under den med »{CAPTION}…«.",
                f"The table has no caption: a line below it with '{CAPTION}…'.",
            )
        return made

    def _callout(self, node: SyntaxTreeNode) -> Callout:
        title: str = ""
        first: Rich = ""
        more: list[Paragraph | Bullets] = []
        for place, each in enumerate(node.children):
            if each.type == "paragraph":
                words = self._words(each)
                if place == 0:
                    title, first = _titled(words)
                else:
                    more.append(Paragraph(text=words))
            elif each.type in {"bullet_list", "ordered_list"}:
                more.append(self._list(each))
            else:
                self._refuse(each, each.type)
        if not title:
            self.desk.wrong(
                self.line(node),
                "callout-without-title",
                "Boksen skal begynde med en titel i fed skrift.",
                "The box must begin with a title in bold.",
            )
        return Callout(title=title, text=first, more=tuple(more))

    def _refuse(self, node: SyntaxTreeNode, kind: str) -> None:
        html = kind == "html_block"
        danish, english = ("rå HTML", "raw HTML") if html else (f"»{kind}«", repr(kind))
        self.desk.wrong(
            self.line(node),
            "raw-html" if html else "markup",
            f"Her står {danish}, som en vejledning ikke kan indeholde.",
            f"Here is {english}, which a guide cannot hold.",
        )


def _is_caption(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and node.children[0].content.startswith(CAPTION)


def _titled(words: Rich) -> tuple[str, Rich]:
    """Return the bold title that *words* begin with, and the rest."""
    first, *rest = runs(words) or (Run(text=""),)
    if not first.bold:
        return "", words
    if rest:
        rest[0] = evolve(rest[0], text=rest[0].text.lstrip())
    return first.text.strip().removesuffix("."), joined(rest)
