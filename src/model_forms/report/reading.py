"""A questionnaire or an assessment told in one language: numbers, lists, roles."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from model_forms import numbers
from model_forms.assessment import Assessment
from model_forms.questionnaire import Questionnaire
from model_forms.report import phrases
from model_forms.response import Respondent
from model_forms.text import Text


class Speaking:
    """What can be said of a questionnaire in one language."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that is told of."""
        raise NotImplementedError

    @property
    def language(self) -> str:
        """The language that is spoken."""
        raise NotImplementedError

    def say(self, text: Text, **facts: object) -> str:
        """Return *text* in the language, with *facts* put in their places."""
        words = text.get(self.language)
        return words.format(**facts) if facts else words

    def count(self, phrase: phrases.Counted, count: int, **facts: object) -> str:
        """Return the phrase for one, or the one for any other number."""
        return self.say(phrase[count != 1], count=count, **facts)

    def number(self, value: Fraction, decimals: int = 1) -> str:
        """Return *value* as it is written in the language."""
        return numbers.words(value, self.language, decimals, grouped=True)

    def share(self, value: Fraction) -> str:
        """Return a share of 1 as per cent."""
        return numbers.percent(value, self.language)

    def role(self, code: str | None) -> str:
        """Return the words for a role; its code when the questionnaire has none."""
        found = self.questionnaire.role.get(code or "")
        if found is not None:
            return self.say(found.label)
        return code or self.say(phrases.NO_ROLE)

    def who(self, respondent: Respondent) -> str:
        """Return the label, by which the group knows its own; else the role."""
        return respondent.label or self.role(respondent.role)

    def listed(self, parts: Iterable[str]) -> str:
        """Return *parts* as a person lists them: commas, and before the last *and*."""
        every = list(parts)
        if len(every) < 2:  # noqa: PLR2004  one thing is no list
            return "".join(every)
        return ", ".join(every[:-1]) + self.say(phrases.AND) + every[-1]

    def quoted(self, words: str) -> str:
        """Return *words* in quotation marks."""
        return f"“{words}”"


@frozen
class Telling(Speaking):
    """A questionnaire that nobody has answered, and the language it is told in."""

    questionnaire: Questionnaire
    language: str


@frozen
class Reading(Speaking):
    """An assessment and the language it is told in."""

    assessment: Assessment
    language: str

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that was answered."""
        return self.assessment.questionnaire
