"""One respondent's answers, as values. Four different things, never confused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import evolve, field, frozen

from model_forms.finding import Place

Value = str | int | float | bool | tuple[Any, ...]
"""A scale's value, a number, an ISO date, a string, several values, or rows."""

Missing = Literal["dont_know", "not_applicable"]


@frozen(kw_only=True)
class Blank:
    """Not answered yet; there may be a remark all the same."""

    remark: str | None = None
    at: Place | None = field(default=None)


@frozen(kw_only=True)
class Given:
    """An answer with a value, as the questionnaire's own values."""

    value: Value
    remark: str | None = None
    at: Place | None = field(default=None)


@frozen(kw_only=True)
class DontKnow:
    """The respondent does not know (*ved ikke*); never the middle of a scale."""

    code: ClassVar[Missing] = "dont_know"
    remark: str | None = None
    at: Place | None = field(default=None)


@frozen(kw_only=True)
class NotApplicable:
    """The item does not apply (*ikke relevant*); it leaves the base."""

    code: ClassVar[Missing] = "not_applicable"
    remark: str | None = None
    at: Place | None = field(default=None)


Answer = Given | DontKnow | NotApplicable | Blank
BLANK = Blank()


@frozen(kw_only=True)
class QuestionnaireRef:
    """Exactly which questionnaire was answered."""

    id: str
    version: str
    hash: str

    def __str__(self) -> str:
        return f"{self.id}@{self.version}"


@frozen(kw_only=True)
class Respondent:
    """Who answered: a role and a label of a workplace, never a person."""

    role: str | None = None
    label: str | None = None


@frozen(kw_only=True)
class Addition:
    """Words the partner put anywhere else than in an answer or a remark."""

    text: str
    at: Place


@frozen(kw_only=True)
class Source:
    """The file a response was read from."""

    file: str
    sha256: str
    format: str


def _filled(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {key: each for key, each in answers.items() if each != BLANK}


@frozen(kw_only=True)
class Response:
    """
    What one respondent answered for one area in one round.

    *answers* holds an entry for each item that has an answer or a remark; an item
    that is absent is blank. Rows of a repeating table are mappings of the same kind.
    """

    questionnaire: QuestionnaireRef
    respondent: Respondent = Respondent()
    area: str | None = None
    round: str | None = None
    language: str = "da"
    answers: Mapping[str, Answer] = field(factory=dict, converter=_filled, hash=False)
    additions: tuple[Addition, ...] = ()
    source: Source | None = None

    def answer(self, key: str) -> Answer:
        """Return the answer to the item *key*; blank if there is none."""
        return self.answers.get(key, BLANK)

    def with_answers(self, answers: Mapping[str, Answer]) -> Response:
        """Return the response with *answers* put on top of its own."""
        return evolve(self, answers={**self.answers, **answers})
