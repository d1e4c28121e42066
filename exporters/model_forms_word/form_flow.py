"""The whole form as markup, from the title to the last explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from model_forms.forms.cover import adapted_by, cover_lines, deadline_of, subtitle
from model_forms.forms.guide import scale_rows
from model_forms.forms.identity import Identity, form_id
from model_forms.issue import Issue
from model_forms.questionnaire import Questionnaire
from model_forms_word.form_controls import Control, group, repeating
from model_forms_word.form_layout import Block, FormSection, Layout, Part, Row
from model_forms_word.form_rows import RowMaker
from model_forms_word.form_words import GUIDE, HINTS, say
from model_forms_word.markup import KEEP_NEXT, paragraph, run
from model_forms_word.words import words_in

FREE = "#free"
"""The tag of the control for what has no question."""

HEADS = ("FormHead", "FormHead")
Write = Callable[[Block, str], str]
Numbering = Mapping[str, int]
"""The list that numbers the blocks of each table, by the block's path."""


@frozen(kw_only=True)
class Said:
    """
    A paragraph outside the tables: its style, what it says, and in bold before.

    One that is *kept* stays on the page of what follows.
    """

    style: str
    text: str
    label: str = ""
    kept: bool = False

    @property
    def words(self) -> str:
        """What the paragraph reads as."""
        return f"{self.lead}{self.text}"

    @property
    def lead(self) -> str:
        """The label with what stands between it and the text."""
        if not self.label:
            return ""
        return f"{self.label} " if self.label.endswith("?") else f"{self.label}: "


def opening(
    questionnaire: Questionnaire, issue: Issue, sheet_id: str
) -> Iterator[Said]:
    """Yield what stands before the questions."""
    language = issue.language
    yield Said(style="Title", text=questionnaire.title.get(language))
    yield Said(style="Subtitle", text=subtitle(issue, filled_by=True))
    deadline = deadline_of(questionnaire, issue)
    back = say("send_back", language, deadline=deadline)
    for label, text in cover_lines(questionnaire, issue, back, sheets=False):
        yield Said(style="BodyText", label=label, text=text)
    yield Said(style="Heading1", text=say("how", language))
    for sentence in GUIDE:
        yield Said(style="ListBullet", text=sentence.get(language))
    if questionnaire.scales:
        yield Said(style="ListBullet", text=say("where_guide", language))
    if questionnaire.definitions:
        yield Said(style="Heading1", text=say("meaning", language))
    for each in questionnaire.definitions:
        term = each.term.get(language)
        yield Said(style="BodyText", label=term, text=each.text.get(language))
    words = form_id(questionnaire, sheet_id)
    yield Said(style="SmallPrint", label=say("form_id", language), text=words)
    local = adapted_by(questionnaire, language)
    if local:
        yield Said(style="SmallPrint", text=local)


def closing(questionnaire: Questionnaire, language: str) -> Iterator[Said]:
    """Yield what stands after the questions: the meaning of the options."""
    yield Said(style="Heading1", text=say("scales", language))
    for kind, name, text in scale_rows(questionnaire, language):
        if kind == "section":
            yield Said(style="Heading2", text=name)
        else:
            yield Said(style="BodyText", label=name if text else "", text=text or name)


def more_intro(language: str) -> Iterator[Said]:
    """Yield what stands before the items that others are asked first."""
    yield Said(style="Heading1", text=say("more", language))
    yield Said(style="BodyText", text=say("more_intro", language))


def free_intro(language: str) -> Iterator[Said]:
    """Yield what stands before the room for what has no question."""
    yield Said(style="Heading1", text=say("free_title", language))
    yield Said(style="BodyText", text=say("free_intro", language))


def section_intro(section: FormSection) -> Iterator[Said]:
    """Yield what stands before the rows of a section."""
    yield Said(style="Heading1", text=section.title)
    if section.intro:
        yield Said(style="BodyText", text=section.intro, kept=True)


def block_intro(language: str) -> Said:
    """Return how more blocks are made."""
    return Said(style="FormHelp", text=say("repeat", language), kept=True)


def loose_words(layout: Layout, identity: Identity) -> Iterator[str]:
    """Yield what every paragraph outside the tables says when a form is issued."""
    questionnaire, issue = layout.questionnaire, identity.issue
    said = [*opening(questionnaire, issue, identity.sheet_id)]
    said += free_intro(issue.language)
    said += more_intro(issue.language) if layout.more else ()
    said += closing(questionnaire, issue.language)
    for section in (*layout.own, *layout.more):
        said += section_intro(section)
    for path in layout.blocks:
        if path.count("[]") == 1:
            said.append(block_intro(issue.language))
    return (each.words for each in said)


def edge_words(layout: Layout, identity: Identity) -> str:
    """Return what the footer of every page says, but for its numbers."""
    words = words_in(identity.issue.language)
    id = form_id(layout.questionnaire, identity.sheet_id)
    return f"{id}\t{words.page} 1 {words.of} 1"


@frozen
class _Piece:
    """A stretch of the form; one that *grows* has rows that can be added to."""

    markup: str
    grows: bool = False


@frozen
class FormFlow:
    """
    Puts a form together; *numbering* are the lists that count blocks.

    *bullet* is the mark of a list, where its style has none.
    """

    maker: RowMaker
    numbering: Numbering
    bullet: str = ""

    def markup(self, questionnaire: Questionnaire, sheet_id: str) -> str:
        """Return all that stands in the body of the document."""
        pieces = self._pieces(questionnaire, sheet_id)
        together = groupby(pieces, lambda each: each.grows)
        return "".join(
            self._locked("".join(each.markup for each in some), grows=grows)
            for grows, some in together
        )

    def _locked(self, markup: str, *, grows: bool) -> str:
        """Return what only its fields can be changed in; what grows stays open."""
        return markup if grows else group(self.maker.number(), markup)

    def _pieces(self, questionnaire: Questionnaire, sheet_id: str) -> Iterator[_Piece]:
        maker, language = self.maker, self.maker.issue.language
        yield self._said(opening(questionnaire, maker.issue, sheet_id))
        for each in maker.layout.own:
            yield from self._section(each)
        yield self._said(free_intro(language))
        yield _Piece(self._free())
        if maker.layout.more:
            yield self._said(more_intro(language))
        for each in maker.layout.more:
            yield from self._section(each)
        if questionnaire.scales:
            yield self._said(closing(questionnaire, language))

    def _said(self, said: Iterable[Said]) -> _Piece:
        return _Piece(self._paragraphs(said))

    def _free(self) -> str:
        maker = self.maker
        control = Control(
            alias=maker.say("free_label"),
            tag=FREE,
            number=maker.number(),
            hint=HINTS["text"].get(maker.issue.language),
            fixed=True,
        )
        return paragraph("FormFree", control.text(None))

    def _section(self, section: FormSection) -> Iterator[_Piece]:
        yield self._said(section_intro(section))
        for _, parts in groupby(section.parts, lambda each: isinstance(each, Block)):
            yield self._stretch(section, list(parts))

    def _stretch(self, section: FormSection, parts: Sequence[Part]) -> _Piece:
        """Return rows that follow each other as one table, or the blocks of tables."""
        rows = [each for each in parts if isinstance(each, Row)]
        if rows:
            return _Piece(self._table(section, rows))
        return _Piece("".join(self._blocks(parts)), grows=True)

    def _table(self, section: FormSection, parts: Iterable[Row]) -> str:
        rows = "".join(self.maker.row(each, each.key, fixed=True) for each in parts)
        made = self.maker.table(self.maker.header() + rows, section.title)
        # Two tables without words between them become one.
        return made + paragraph("FormGap", "")

    def _blocks(self, parts: Iterable[Part]) -> Iterator[str]:
        language = self.maker.issue.language
        for block in parts:
            if isinstance(block, Block):
                yield self._paragraphs([block_intro(language)])
                name = block.path.removesuffix("[]")
                yield self._repeated(block, name, self.whole)

    def _repeated(self, block: Block, path: str, write: Write) -> str:
        """Return all blocks of the table at *path*, as a section that Word repeats."""
        count = self.maker.filled.rows[path]
        items = [write(block, f"{path}[{number}]") for number in range(1, count + 1)]
        numbers = [self.maker.number() for _ in range(count + 1)]
        return repeating(block.head.line.text, f"#{block.path}", numbers, items)

    def whole(self, block: Block, path: str) -> str:
        """Return a block as a table of its own, with room below."""
        rows = self.rows(block, path)
        made = self.maker.table(rows, block.head.line.text)
        return made + paragraph("FormGap", "")

    def rows(self, block: Block, path: str, level: int = 0) -> str:
        """Return the rows of the block at *path*, and of the blocks within."""
        written = [
            self.maker.head(block, path, HEADS[min(level, 1)], self._mark(block))
        ]
        for part in block.parts:
            key = numbered(
                part.key if isinstance(part, Row) else part.path, block, path
            )
            if isinstance(part, Row):
                written.append(self.maker.row(part, key, fixed=False))
            else:
                inner = key.removesuffix("[]")
                written.append(self._repeated(part, inner, self._within))
        return "".join(written)

    def _within(self, block: Block, path: str) -> str:
        return self.rows(block, path, 1)

    def _mark(self, block: Block) -> str:
        """Return what numbers a block: within another, anew in each."""
        level = min(block.path.count("[]") - 1, 1)
        outermost = f"{block.path.partition('[]')[0]}[]"
        number = self.numbering[outermost]
        return (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )

    def _paragraphs(self, said: Iterable[Said]) -> str:
        return "".join(self._paragraph(each) for each in said if each.words)

    def _paragraph(self, said: Said) -> str:
        label = run(said.lead, "Strong")
        keep = KEEP_NEXT if said.kept else ""
        mark = self.bullet if said.style == "ListBullet" else ""
        return paragraph(said.style, label + run(said.text), keep, mark)


def numbered(key: str, block: Block, path: str) -> str:
    """Return *key* of a row in *block* for the block that stands at *path*."""
    sharp = "#" if key.startswith("#") else ""
    return f"{sharp}{path}{key.removeprefix('#').removeprefix(block.path)}"
