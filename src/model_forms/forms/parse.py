"""What stands in one field: a value, a way of not answering, or a complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from attrs import field, frozen

from model_forms.errors import near_miss
from model_forms.forms.cell import Cell
from model_forms.forms.fields import EMPTY, Complaint, Field, Reading, is_empty, written
from model_forms.forms.lines import Line
from model_forms.forms.normal import bare, normal
from model_forms.forms.quantities import read_date, read_number
from model_forms.forms.telling import seen
from model_forms.questionnaire import (
    Choice,
    FreeText,
    Questionnaire,
)
from model_forms.text import both

MARKS = frozenset({"x", "✓", "✔", "√", "☒", "☑", "ja", "yes"})


def read_field(questionnaire: Questionnaire, line: Line, cell: Cell | None) -> Reading:
    """Return what *cell* says in the field of *line*. Nothing is guessed."""
    if cell is None or is_empty(cell):
        return EMPTY
    unusable = _unusable(cell)
    if unusable is not None:
        return unusable
    if line.want != "text" and isinstance(cell.value, str):
        missing = _missing(questionnaire, line, cell.value)
        if missing is not None:
            return missing
    return _READERS[str(line.want)](questionnaire, line, cell)


def _unusable(cell: Cell) -> Complaint | None:
    if cell.formula is not None:
        return Complaint(
            "formula-in-answer",
            both(
                "Her står en formel. Skriv selve svaret.",
                "There is a formula here. Write the answer itself.",
            ),
        )
    if cell.kind == "error":
        return Complaint(
            "error-in-answer",
            both(
                f"Her står fejlen {seen(cell)}. Skriv svaret igen.",
                f"There is the error {seen(cell)} here. Write the answer again.",
            ),
        )
    if cell.struck:
        return Complaint(
            "struck-answer",
            both(
                f"Svaret »{seen(cell)}« er streget over. Slet det, eller fjern "
                "stregen.",
                f"The answer {seen(cell)!r} is struck through. Delete it or remove the "
                "line.",
            ),
        )
    return None


def _missing(questionnaire: Questionnaire, line: Line, text: str) -> Field | None:
    if line.want == "mark" or line.labels:
        return None
    for code in ("dont_know", "not_applicable"):
        label = questionnaire.missing.label(code).words
        if bare(text) in {bare(words) for _, words in label}:
            return Field(missing=code)
    return None


def _label(questionnaire: Questionnaire, line: Line, cell: Cell) -> Reading:
    options = _options(questionnaire, line)
    if isinstance(cell.value, str):
        for wanted in (normal(cell.value), bare(cell.value)):
            if wanted in options:
                return options[wanted]
    return _not_an_option(line, cell)


@frozen
class _Labels:
    """What the meaning of labels depends on; a questionnaire is known by its ref."""

    ref: object
    scale: str | None
    shown: tuple[str, ...]
    questionnaire: Questionnaire = field(eq=False)


def _options(questionnaire: Questionnaire, line: Line) -> Mapping[str, Field]:
    """Return what each label means; labels in any of the languages are understood."""
    assert line.item is not None  # noqa: S101  only lines of items have fields
    kind = line.item.answer
    scale = kind.scale if isinstance(kind, Choice) else None
    return _meanings(_Labels(questionnaire.ref, scale, line.labels, questionnaire))


@lru_cache(maxsize=256)
def _meanings(labels: _Labels) -> Mapping[str, Field]:
    questionnaire = labels.questionnaire
    found: dict[str, Field] = {}
    if labels.scale is not None:
        scale = questionnaire.scale[labels.scale]
        pairs = [(o.label, Field(o.value)) for o in scale.options]
        pairs += [
            (questionnaire.missing.label(each), Field(missing=each))
            for each in scale.offers
        ]
    else:
        pairs = [(role.label, Field(role.code)) for role in questionnaire.roles]
    for label, meaning in reversed(pairs):
        for _, words in label:
            found[normal(words)] = meaning
    # The language of the sheet decides where two languages share a word.
    for words, (_, meaning) in zip(labels.shown, pairs, strict=True):
        found[normal(words)] = meaning
    return found


def labels_of(questionnaire: Questionnaire, line: Line) -> Iterable[str]:
    """Return the words that may be chosen in a field, made comparable."""
    return _options(questionnaire, line)


def _not_an_option(line: Line, cell: Cell) -> Complaint:
    text = seen(cell)
    guess = near_miss(text, line.labels)
    listed = ", ".join(line.labels)
    da = f" Mente I »{guess}«?" if guess else ""
    en = f" Did you mean {guess!r}?" if guess else ""
    return Complaint(
        "not-an-option",
        both(
            f"»{text}« er ikke en svarmulighed.{da} Vælg en af: {listed}.",
            f"{text!r} is not an option.{en} Choose one of: {listed}.",
        ),
    )


def _mark(_: Questionnaire, __: Line, cell: Cell) -> Reading:
    if isinstance(cell.value, str) and bare(cell.value) in MARKS:
        return Field(value=True)
    return Complaint(
        "not-a-mark",
        both(
            f"Her står »{seen(cell)}«. Sæt x, hvis det passer, eller lad feltet stå "
            "tomt.",
            f"{seen(cell)!r} stands here. Put an x if it fits, or leave it empty.",
        ),
    )


def _text(_: Questionnaire, line: Line, cell: Cell) -> Reading:
    assert line.item is not None  # noqa: S101  only lines of items have fields
    kind = line.item.answer
    words = written(cell)
    if isinstance(kind, FreeText) and len(words) > kind.longest:
        return Complaint(
            "too-long",
            both(
                f"Teksten er på {len(words)} tegn; højst {kind.longest}.",
                f"The text has {len(words)} characters; at most {kind.longest}.",
            ),
        )
    return Field(value=words)


_READERS: Mapping[str, Callable[[Questionnaire, Line, Cell], Reading]] = {
    "label": _label,
    "mark": _mark,
    "number": read_number,
    "date": read_date,
    "text": _text,
}
