"""What people type in a cell: clear answers in odd shapes, and unclear ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from returns.case import BLANK
from returns.edits.edit import edit
from returns.opened import NotPossible, Opened

SMALL = ("mapping", "needs", "collaboration", "follow-up")
CHOICES = ("mapping", "mapping", "collaboration", "follow-up")


def _shaped(name: str, *shapes: Callable[[str], str]) -> None:
    """Add an edit that gives labels another shape without changing what they say."""

    @edit(name, "clear values", *CHOICES)
    def reshape(opened: Opened, draw: Random) -> None:
        for key in opened.pick(draw, draw.randint(3, 7)):
            cell = opened.answer(key)
            cell.value = draw.choice(shapes)(str(cell.value))


_shaped("types labels in another case", str.upper, str.lower, str.title, str.swapcase)
_shaped(
    "types labels with blanks around",
    lambda words: f"  {words}",
    lambda words: f"{words}   ",
    lambda words: f"\n{words}\n",
    lambda words: words.replace(" ", "  "),
)
_shaped(
    "types labels with no-break and zero-width blanks",
    lambda words: words.replace(" ", "\u00a0"),
    lambda words: f"\u00a0{words}\u202f",
    lambda words: f"\u200b{words}\ufeff",
    lambda words: words[:2] + "\u00ad" + words[2:],
)
_shaped(
    "types labels with decomposed letters",
    lambda words: unicodedata.normalize("NFD", words),
    lambda words: unicodedata.normalize("NFKD", words),
)
_shaped(
    "types labels with points and quotes around",
    lambda words: f"{words}.",
    lambda words: f"»{words}«",
    lambda words: f'"{words}"',
    lambda words: f"“{words}”",
)


@edit("chooses labels in the other language", "clear values", *SMALL[:1], *SMALL[2:])
def translated(opened: Opened, draw: Random) -> None:
    """Google translates the dropdowns' words along with the page."""
    for key in opened.pick(draw, draw.randint(4, 9)):
        opened.answer(key).value = _english(opened, key)


@edit("translates every label", "clear values", "mapping", "collaboration",
      breaks="twins", alone=True)  # fmt: skip
def all_translated(opened: Opened, draw: Random) -> None:
    for key in opened.fields():
        if opened.line(key).want == "label" and opened.said.get(key, BLANK) != BLANK:
            opened.answer(key).value = _english(opened, key)


@edit("marks with other signs", "clear values", "mapping", "needs", "needs")
def other_marks(opened: Opened, draw: Random) -> None:
    """An X, a tick or a yes beside an option is a mark."""
    for key in opened.pick(draw, 2, want=("mark",)):
        opened.answer(key).value = draw.choice(["X", " x ", "✓", "✔", "Ja", "☒"])


@edit("bolds a part of an answer", "clear values", "mapping", "follow-up")
def rich(opened: Opened, draw: Random) -> None:
    for key in opened.pick(draw, 3):
        cell = opened.answer(key)
        words = str(cell.value)
        bold = TextBlock(InlineFont(b=True), words[:3])
        cell.value = CellRichText(bold, words[3:])


@edit("writes new words in notes", "clear values", "mapping", "needs")
def notes(opened: Opened, draw: Random) -> None:
    """Text is kept as it stands, also when it looks like something else."""
    words = draw.choice(
        ["007", "3,5", "I høj grad", "-", "1/2", "Vi har det godt 👍 i år", "+45 timer"]
    )
    (key,) = opened.pick(draw, want=("text",))
    opened.answer(key).value = words
    opened.say(key, ("given", words))


@edit("answers what was blank", "clear values", *CHOICES, breaks="twins")
def answer_blank(opened: Opened, draw: Random) -> None:
    blank = [
        key
        for key in opened.fields()
        if opened.line(key).want == "label"
        and opened.said.get(key, BLANK) == BLANK
        and key not in opened.touched
    ]
    if not blank:
        raise NotPossible("all is answered")
    for key in blank[:3]:
        opened.answer(key).value = opened.form.words(
            opened.line(key), ("dont_know", None)
        )
        opened.say(key, ("dont_know", None))


def _unclear(
    name: str, rests: str = "", *, write: Callable[[Cell, Opened, str, Random], object]
) -> None:
    """Add an edit that puts something in a choice that nobody can take for one."""

    @edit(name, "unclear values", *CHOICES, rests=rests)
    def spoil(opened: Opened, draw: Random) -> None:
        for key in opened.pick(draw, draw.randint(1, 4)):
            cell = opened.answer(key)
            cell.value = write(cell, opened, key, draw)
            opened.say(key, None)


def _others(opened: Opened, key: str, now: object) -> list[str]:
    return [each for each in opened.line(key).labels if each != now]


_unclear("answers with an X", write=lambda c, o, k, d: d.choice(["X", "x", "✓"]))
_unclear("answers with a dash", write=lambda c, o, k, d: d.choice(["-", "–", "/", "?"]))
_unclear(
    "gives two answers",
    write=lambda c, o, k, d: d.choice([" / ", ", ", " eller ", "\n", "-"]).join(
        [str(c.value), d.choice(_others(o, k, c.value))]
    ),
)
_unclear(
    "answers on another scale",
    write=lambda c, o, k, d: d.choice(
        ["Meget ofte", "Sjældent", "7", 4, 2.5, "4 ud af 5", "Tja", "Delvist enig"]
    ),
)
_unclear(
    "adds words to an answer",
    write=lambda c, o, k, d: d.choice(["måske {}", "{} (kun om aftenen)", "vist {}"])
    .format(str(c.value)),
)  # fmt: skip
_unclear("answers with an emoji", write=lambda c, o, k, d: d.choice(["👍", "😀", "🤷"]))
_unclear("answers true or false", write=lambda c, o, k, d: d.random() < 0.5)
_unclear(
    "answers with an error value",
    write=lambda c, o, k, d: d.choice(["#N/A", "#REF!", "#VALUE!", "#DIV/0!"]),
)
_unclear(
    "answers with a formula",
    rests="formulas",
    write=lambda c, o, k, d: d.choice(
        ['="I høj grad"', "=1+1", "=D7", "=VLOOKUP(1,Z1:Z9,1)"]
    ),
)


@edit("adds an emoji to an answer", "unclear values", "mapping", "collaboration")
def with_emoji(opened: Opened, draw: Random) -> None:
    """The words are an option, whatever the face says."""
    for key in opened.pick(draw, 2):
        opened.answer(key).value = f"{opened.answer(key).value} 👍"


def _english(opened: Opened, key: str) -> str:
    kind, value = opened.said[key] or ("", None)
    item = opened.line(key).item
    assert item is not None
    asked = opened.form.questionnaire
    if kind != "given":
        return asked.missing.label(kind).get("en")
    option = asked.scale[item.answer.scale].option(value)
    return option.label.get("en")
