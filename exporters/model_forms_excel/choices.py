"""Several options in one cell: labels with semicolons between. Never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model_forms.errors import near_miss
from model_forms.forms.cell import Cell
from model_forms.forms.fields import Complaint, Field, Reading
from model_forms.forms.lines import Line, option_parts
from model_forms.forms.normal import normal
from model_forms.forms.parse import read_field
from model_forms.forms.telling import seen, short
from model_forms.questionnaire import Item, Questionnaire, Several
from model_forms.text import both

MISSING = ("dont_know", "not_applicable")
BETWEEN = ";"
MOST = 200
"""More pieces than this are no list of labels, and would take long to look through."""

SHOWN = 5
_QUOTES = {'"': '"', "'": "'", "»": "«", "«": "»", "“": "”", "„": "“"}

Options = Mapping[str, str]
"""The part that each label, made comparable, stands for."""


def options_of(questionnaire: Questionnaire, item: Item, language: str) -> Options:
    """Return what each label means, in any language; that of the sheet decides."""
    parts = option_parts(questionnaire, item)
    found = {normal(w): part for part, label in reversed(parts) for _, w in label}
    return found | {normal(label.get(language)): part for part, label in parts}


def written_parts(
    questionnaire: Questionnaire, item: Item, language: str, parts: Iterable[str]
) -> str:
    """Return the labels of *parts* as one text, which reads back as those parts."""
    label = dict(option_parts(questionnaire, item))
    chosen = tuple(parts)
    words = [label[part].get(language) for part in chosen]
    text = f"{BETWEEN} ".join(words)
    found = _readings(text, options_of(questionnaire, item, language))
    if [set(each) for each in found] == [set(chosen)]:
        return text
    return f"{BETWEEN} ".join(f'"{each}"' for each in words)


def read_several(
    questionnaire: Questionnaire, line: Line, cell: Cell | None, language: str
) -> Reading:
    """Return the set of parts that a cell names, or why that is not clear."""
    words = read_field(questionnaire, line, cell)
    if isinstance(words, Complaint) or words.is_blank:
        return words
    assert line.item is not None  # noqa: S101  only lines of items have fields
    options = options_of(questionnaire, line.item, language)
    found = _readings(str(words.value), options)
    if len({frozenset(each) for each in found}) > 1:
        return _ambiguous(cell)
    if not found or not found[0]:
        return _not_options(line, str(words.value), options)
    chosen = frozenset(found[0])
    alone = {str(each) for each in getattr(line.item.answer, "alone", ())}
    if isinstance(line.item.answer, Several):
        alone |= set(MISSING)
    if len(chosen) > 1 and chosen & alone:
        return _contradiction(cell)
    return Field(value=chosen)


def _pieces(text: str) -> list[str]:
    return text.replace("\r", "").replace("\n", BETWEEN).split(BETWEEN)


def _readings(text: str, options: Options) -> list[tuple[str, ...]]:
    """Return the ways to read *text* as labels: none, one, or two of them."""
    pieces = _pieces(text)
    if len(pieces) > MOST:
        return []
    widest = 1 + max((each.count(BETWEEN) for each in options), default=0)
    # What can be made of the pieces from each place on, from the last to the first.
    ways: list[list[tuple[str, ...]]] = [[()]]
    for start in range(len(pieces) - 1, -1, -1):
        here: list[tuple[str, ...]] = []
        if not normal(pieces[start]):
            here += ways[-1]
        for width in range(1, min(widest, len(pieces) - start) + 1):
            part = _part(BETWEEN.join(pieces[start : start + width]), options)
            if part is not None:
                here += [(part, *rest) for rest in ways[-width]]
        ways.append(list({frozenset(each): each for each in here}.values())[:2])
    return ways[-1]


def _part(piece: str, options: Options) -> str | None:
    plain = normal(piece)
    for each in (plain, plain.strip(" .")):
        if each in options:
            return options[each]
        if len(each) > 1 and _QUOTES.get(each[0]) == each[-1]:
            inner = each[1:-1].strip()
            if inner in options:
                return options[inner]
    return None


def _not_options(line: Line, text: str, options: Options) -> Complaint:
    wrong = [
        each.strip()
        for each in _pieces(text)
        if normal(each) and _part(each, options) is None
    ][:SHOWN]
    listed = "; ".join(line.labels)
    if len(wrong) == 1 and _by_commas(wrong[0], options):
        return Complaint(
            "not-an-option",
            both(
                f"»{short(wrong[0])}« er ikke én svarmulighed. Sæt semikolon mellem "
                "svarene i stedet for komma.",
                f"{short(wrong[0])!r} is not one option. Put semicolons between the "
                "answers, not commas.",
            ),
        )
    named = ", ".join(f"»{short(each)}«" for each in wrong) or "»;«"
    guesses = [g for each in wrong if (g := near_miss(each, line.labels))]
    meant = ", ".join(f"»{each}«" for each in guesses)
    da = f" Mente I {meant}?" if guesses else ""
    en = f" Did you mean {meant}?" if guesses else ""
    return Complaint(
        "not-an-option",
        both(
            f"{named} er ikke en svarmulighed.{da} Vælg blandt: {listed}. "
            "Adskil flere med semikolon.",
            f"{named} is not an option.{en} Choose from: {listed}. "
            "Separate several with a semicolon.",
        ),
    )


def _by_commas(text: str, options: Options) -> bool:
    parts = text.split(",")
    return 1 < len(parts) <= MOST and all(_part(each, options) for each in parts)


def _ambiguous(cell: Cell | None) -> Complaint:
    words = seen(cell) if cell is not None else ""
    return Complaint(
        "ambiguous-options",
        both(
            f"»{words}« kan læses på to måder. Sæt anførselstegn om hvert svar.",
            f"{words!r} can be read in two ways. Put quotation marks around each "
            "answer.",
        ),
    )


def _contradiction(cell: Cell | None) -> Complaint:
    words = seen(cell) if cell is not None else ""
    return Complaint(
        "contradiction",
        both(
            f"I »{words}« er der et svar, der skal stå alene. Behold det, der gælder.",
            f"In {words!r} there is an answer that must stand alone. Keep the one that "
            "counts.",
        ),
    )
