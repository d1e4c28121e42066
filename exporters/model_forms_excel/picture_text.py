"""The words on the partner's own picture that do not change. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from model_forms.checks.ranges import Ranges
from model_forms.numbers import words
from model_forms.questionnaire import Score, Table
from model_forms.report import profiles
from model_forms.rules.decision import Decision
from model_forms.scoring.recipe import recipe
from model_forms_excel.cells import Address
from model_forms_excel.layout import PICTURE
from model_forms_excel.picture_blocks import (
    BASE,
    DOWN,
    NAME,
    NUMBER,
    RESULTS,
    SECOND,
    Block,
    Heading,
    Part,
    parts_of,
)
from model_forms_excel.picture_plan import HEADER_ROW, Picture

OWN_ROW, FOLLOWS_ROW, NOTICE_ROW = 3, 4, 5
COLOURS = (NUMBER, SECOND)
"""The columns of the chart's figures: one for each profile."""


@frozen(kw_only=True)
class Still:
    """Words that do not change, and how they look."""

    at: Address
    words: str
    look: str


def stills(picture: Picture) -> Iterator[Still]:
    """Yield the words of a picture, but for those about the very issue."""
    yield from _top(picture)
    if picture.sheet.each is not None:
        yield from _line_heads(picture)
    if picture.themes:
        yield from _themes(picture)
    if picture.others:
        yield from _others(picture)
    yield _put(picture.how_row, NAME, picture.say("how"), "title")
    for heading in picture.headings:
        yield from _heading(picture, heading)
        if picture.sheet.each is None:
            for block in heading.blocks:
                yield from _block(picture, block)
    yield from _chart(picture)


def _put(row: int, column: int, text: str, look: str) -> Still:
    return Still(at=(row, column), words=text, look=look)


def _top(picture: Picture) -> Iterator[Still]:
    yield _put(1, 1, PICTURE, "hidden")
    yield _put(1, NAME, picture.say("title"), "title")
    own = "apart" if len(profiles.shown_profiles(picture.questionnaire)) > 1 else "own"
    yield _put(OWN_ROW, NAME, picture.say(own), "subtitle")
    yield _put(FOLLOWS_ROW, NAME, picture.say("follows"), "small")
    yield _put(NOTICE_ROW, NAME, notices(picture), "notice")


def notices(picture: Picture) -> str:
    """Return what must be said of every result, and whose the questions are."""
    questionnaire = picture.questionnaire
    found = (*questionnaire.notice("result"), *questionnaire.notice("origin"))
    said = [each for each in found if each.when is None]
    return " ".join(each.text.get(picture.language) for each in said)


def _themes(picture: Picture) -> Iterator[Still]:
    head = (
        (NAME, "theme"), (NUMBER, "resources"), (SECOND, "challenges"),
        (BASE, "answered"),
    )  # fmt: skip
    shown = profiles.shown_profiles(picture.questionnaire)
    for column, key in head:
        if key in {"theme", "answered", *shown}:
            look = "head_number" if column in COLOURS else "head"
            yield _put(HEADER_ROW, column, picture.say(key), look)
    for key, row in picture.theme_rows.items():
        title = picture.questionnaire.section(key).title.get(picture.language)
        yield _put(row, NAME, title, "row_name")


def _others(picture: Picture) -> Iterator[Still]:
    first = "others" if picture.themes else "result"
    head = ((NAME, first), (NUMBER, "figure"), (SECOND, "scale"))
    for column, key in head:
        look = "head_number" if column in COLOURS else "head"
        yield _put(picture.others_row, column, picture.say(key), look)
    yield _put(picture.others_row, BASE, picture.say("answered"), "head")
    for score in picture.others:
        row = picture.other_rows[score.id]
        yield _put(row, NAME, score.title.get(picture.language), "row_name")
        yield _put(row, SECOND, _scale(picture, score), "quiet_number")


def _scale(picture: Picture, score: Score) -> str:
    """Return from where to where a score can go."""
    if isinstance(score.rule, Decision):
        return ""
    reach = score.rule.reach(Ranges(picture.questionnaire))
    ends = (words(each, picture.language, 1) for each in (reach.low, reach.high))
    return "–".join(ends)


def _line_heads(picture: Picture) -> Iterator[Still]:
    """Yield what stands above the rows of a table."""
    questionnaire, language = picture.questionnaire, picture.language
    kind = questionnaire.item(picture.sheet.each or "").answer
    assert isinstance(kind, Table)  # noqa: S101  scores of rows have a table
    yield _put(HEADER_ROW, NAME, kind.row.get(language), "head")
    for place, (what, id) in enumerate(picture.line_columns):
        if what == "place":
            titles = {each.id: each.title for each in questionnaire.matrices}
            title = titles[picture.placings[id][0]].get(language)
        else:
            score = questionnaire.score[id]
            title = score.title.get(language)
            if what == "word" and not isinstance(score.rule, Decision):
                title = ""
        look = "head_number" if what == "number" else "head"
        yield _put(HEADER_ROW, NUMBER + place, title, look)
    if kind.most > picture.lines:
        words_ = picture.say("only_first", count=picture.lines)
        yield _put(HEADER_ROW + picture.lines + 1, NAME, words_, "small")


def _heading(picture: Picture, heading: Heading) -> Iterator[Still]:
    score, row = heading.score, heading.row
    yield _put(row, NAME, score.title.get(picture.language), "section")
    said = recipe(picture.questionnaire, score)
    text = ". ".join(each.get(picture.language) for each in said)
    yield _put(row + 1, NAME, text, "recipe")
    if picture.sheet.each is None:
        yield from _columns(picture, row + 2, (*parts_of(score), "note"))
    else:
        yield from _columns_beside(picture, heading)


def _columns(picture: Picture, row: int, parts: tuple[Part, ...]) -> Iterator[Still]:
    yield _put(row, NAME, picture.say("item"), "small_head")
    for part in parts:
        yield _put(row, DOWN[part], picture.say(part), _small(part))


def _small(part: Part) -> str:
    return "small_head" if part in {"echo", "note"} else "small_head_number"


def _columns_beside(picture: Picture, heading: Heading) -> Iterator[Still]:
    block, row = heading.blocks[0], heading.row + 2
    for name in RESULTS:
        if name in block.own:
            title = picture.say("unrounded" if name == "value" else name)
            yield _put(row, block.own[name][1], title, "small_head")
    for id, (_, column) in block.read.items():
        title = picture.questionnaire.score[id].title.get(picture.language)
        yield _put(row, column, title, "small_head")
    for part in parts_of(block.score):
        for place, key in enumerate(block.keys):
            at = block.at.cell(part, place)
            code = picture.questionnaire.item(key).code
            if at is not None:
                text = f"{code}: {picture.say(part).lower()}"
                yield _put(row, at[1], text, "small_head")


def _block(picture: Picture, block: Block) -> Iterator[Still]:
    """Yield the items, and the names of what the score comes to."""
    questionnaire, language = picture.questionnaire, picture.language
    for place, key in enumerate(block.keys):
        at = block.at.cell("points", place)
        assert at is not None  # noqa: S101  every item has points
        item = questionnaire.item(key)
        # In one cell, so that it is never taken for the question in the form.
        text = f"{item.code}  {item.text.get(language)}"
        yield _put(at[0], NAME, text, "item")
    for id, (row, _) in block.read.items():
        title = questionnaire.score[id].title.get(language)
        yield _put(row, NAME, title, "item")
    for name, key in (
        ("value", "unrounded"), ("shown", "shown"), ("coverage", "coverage"),
        ("to_next", "to_next"),
    ):  # fmt: skip
        if name in block.own:
            row = block.own[name][0]  # type: ignore[index]
            yield _put(row, NAME, picture.say(key), "result_name")


def _chart(picture: Picture) -> Iterator[Still]:
    if not picture.charted:
        return
    row = picture.chart_row
    yield _put(row, NAME, picture.say("chart_figures"), "section")
    several = len(picture.charted[0][1]) > 1
    for column, key in zip(COLOURS, profiles.KNOWN, strict=True):
        if several or column == NUMBER:
            words_ = picture.say(key if several else "figure")
            yield _put(row + 1, column, words_, "small_head_number")
    for place, (name, _) in enumerate(picture.charted, start=row + 2):
        yield _put(place, NAME, name, "item")
