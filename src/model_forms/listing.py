"""What there is: a line for each questionnaire, and a readable outline of one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from model_forms.catalog import Entry
from model_forms.conditions import items_of
from model_forms.errors import UnknownLanguage
from model_forms.numbers import percent, words
from model_forms.questionnaire import (
    BandSet,
    Choice,
    Date,
    DateRange,
    FreeText,
    Item,
    Matrix,
    Number,
    Questionnaire,
    Reference,
    RoleChoice,
    Scale,
    Score,
    Section,
    Several,
    Sufficiency,
    Table,
)
from model_forms.questionnaire.items import EVERYONE
from model_forms.text import Text, both
from model_forms.ties import tie_words

WIDTH = 88

_STATUS = {
    "draft": both("kladde", "draft"),
    "released": both("frigivet", "released"),
    "retired": both("udgået", "retired"),
}
_DIRECTION = {
    "risk": both("udfordring", "challenge"),
    "protective": both("ressource", "resource"),
}
_ROLES = {False: ("rolle", "role"), True: ("roller", "roles")}
_SIDE = {"low": both("lav", "low"), "high": both("høj", "high")}


@frozen(kw_only=True)
class Listing:
    """A questionnaire in a list; *items* is how many questions it asks."""

    id: str
    version: str
    hash: str
    title: str
    status: str
    pack: str
    languages: tuple[str, ...]
    items: int


def listing(entry: Entry, language: str = "da") -> Listing:
    """Return the line for the questionnaire in *entry*, its title in *language*."""
    found = entry.read()
    return Listing(
        id=found.id,
        version=found.version,
        hash=found.hash,
        title=found.title.get(language),
        status=found.status,
        pack=entry.pack,
        languages=found.languages,
        items=found.item_count,
    )


def outline(questionnaire: Questionnaire, language: str = "da") -> str:
    """
    Return what is in a questionnaire as plain text, at most 88 characters wide.

    Raises UnknownLanguage when it has not been translated into *language*.
    """
    if language not in questionnaire.languages:
        raise UnknownLanguage(language, questionnaire.languages)
    return "\n".join(_Outline(questionnaire, language).lines()) + "\n"


def _wrapped(text: str, indent: int = 0, hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
    )


def _heading(text: str) -> Iterator[str]:
    yield from ("", text, "=" * len(text))


@frozen
class _Outline:
    """The outline of one questionnaire in one language, line by line."""

    questionnaire: Questionnaire
    language: str

    def lines(self) -> Iterator[str]:
        yield from self._top()
        yield from _heading(self._say("Spørgsmål", "Items"))
        for section in self.questionnaire.sections:
            yield from self._section(section)
        yield from _heading(self._say("Skalaer", "Scales"))
        for scale in self.questionnaire.scales:
            yield from self._scale(scale)
        if self.questionnaire.scores:
            yield from self._scored()
        ties = list(tie_words(self.questionnaire))
        if ties:
            yield from _heading(self._say("Sammenhæng", "How it hangs together"))
        for tie in ties:
            yield from _wrapped(self._get(tie), 0, 2)

    def _scored(self) -> Iterator[str]:
        yield from _heading(self._say("Tal", "Scores"))
        for score in self.questionnaire.scores:
            yield from self._score(score)
        if self.questionnaire.bands:
            yield from _heading(self._say("Niveauer", "Bands"))
        for bands in self.questionnaire.bands:
            yield from _wrapped(f"{bands.id}: {self._bands(bands)}", 0, 2)
        if self.questionnaire.sufficiency:
            yield from _heading(self._say("Krav til grundlag", "What is enough"))
        for enough in self.questionnaire.sufficiency:
            yield from _wrapped(f"{enough.id}: {self._enough(enough)}", 0, 2)
        for matrix in self.questionnaire.matrices:
            yield from self._matrix(matrix)

    def _say(self, danish: str, english: str) -> str:
        return both(danish, english).get(self.language)

    def _get(self, text: Text) -> str:
        return text.get(self.language)

    def _number(self, value: Fraction) -> str:
        return words(value, self.language, 6)

    def _top(self) -> Iterator[str]:
        found = self.questionnaire
        count = self._say(f"{found.item_count} spørgsmål", f"{found.item_count} items")
        status, languages = self._get(_STATUS[found.status]), ", ".join(found.languages)
        yield from _wrapped(self._get(found.title))
        yield from _wrapped(f"{found.ref} · {status} · {count} · {languages}", 0, 2)
        yield found.hash
        yield ""
        yield from _wrapped(self._get(found.purpose))
        if found.individual is not None:
            because = self._get(found.individual.because)
            off = self._say("Slået fra", "Switched off")
            yield ""
            yield from _wrapped(f"{off}: {because}")

    def _section(self, section: Section) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"{section.code}  {self._get(section.title)}", 0, 4)
        yield f"    {section.key}"
        for item in self.questionnaire.section_items[section.key]:
            yield from self._item(item, 2)

    def _item(self, item: Item, indent: int) -> Iterator[str]:
        yield from _wrapped(f"{item.code}  {self._get(item.text)}", indent, 4)
        yield from _wrapped(" · ".join([item.key, *self._facts(item)]), indent + 4, 2)
        if isinstance(item.answer, Table):
            for column in item.answer.columns:
                yield from self._item(column, indent + 4)

    def _facts(self, item: Item) -> Iterator[str]:
        yield self._asks(item)
        if item.direction is not None:
            yield self._get(_DIRECTION[item.direction])
        if EVERYONE in item.roles:
            yield self._say("alle roller", "every role")
        else:
            yield ", ".join(item.roles)
        if item.required:
            yield self._say("skal besvares", "required")
        for condition, say in (
            (item.required_when, ("skal besvares efter", "required depending on")),
            (item.visible_when, ("vises efter", "shown depending on")),
        ):
            if condition is not None:
                yield f"{self._say(*say)} {', '.join(items_of(condition))}"

    def _asks(self, item: Item) -> str:  # noqa: PLR0911  one for each kind
        match item.answer:
            case Choice(scale=scale):
                return self._say(f"ét svar på {scale}", f"one of {scale}")
            case Several(scale=scale):
                return self._say(f"flere svar på {scale}", f"several of {scale}")
            case Number() as number:
                return self._asks_number(number)
            case Date():
                return self._say("dato", "date")
            case DateRange():
                return self._say("periode", "period")
            case FreeText(longest=longest):
                return self._say(
                    f"tekst, højst {longest} tegn",
                    f"text, at most {longest} characters",
                )
            case RoleChoice(several=several):
                return self._say(*_ROLES[several])
            case Reference(table=table):
                return self._say(f"en række i {table}", f"a row of {table}")
            case Table(least=least, most=most, row=row):
                rows = self._say("rækker", "rows")
                return f"{least}–{most} {rows}: {self._get(row)}"

    def _asks_number(self, number: Number) -> str:
        parts = [self._say("tal", "number")]
        if number.unit is not None:
            parts[0] += f" ({self._get(number.unit)})"
        if number.minimum is not None:
            low = self._number(number.minimum)
            parts.append(self._say(f"mindst {low}", f"at least {low}"))
        if number.maximum is not None:
            high = self._number(number.maximum)
            parts.append(self._say(f"højst {high}", f"at most {high}"))
        return ", ".join(parts)

    def _scale(self, scale: Scale) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"{scale.id}  {self._get(scale.title)}", 0, 4)
        for option in scale.options:
            yield from _wrapped(f"{option.value}  {self._get(option.label)}", 4, 4)
        labels = [
            self._get(self.questionnaire.missing.label(code)) for code in scale.offers
        ]
        if labels:
            yield from _wrapped(f"–  {', '.join(labels)}", 4, 4)

    def _score(self, score: Score) -> Iterator[str]:
        yield ""
        yield from _wrapped(f"{score.id}  {self._get(score.title)}", 0, 4)
        facts = [self._get(score.rule.describe())]
        if score.bands is not None:
            facts.append(self._say(f"niveauer: {score.bands}", f"bands: {score.bands}"))
        if score.sufficiency is not None:
            enough = score.sufficiency
            facts.append(self._say(f"grundlag: {enough}", f"enough: {enough}"))
        yield from _wrapped(" · ".join(facts), 4, 2)
        of = ", ".join(score.rule.items or score.rule.scores)
        if of:
            yield from _wrapped(of, 4, 2)

    def _bands(self, bands: BandSet) -> str:
        found = []
        for band in bands.bands:
            start = ""
            if band.at_least is not None:
                limit = self._number(band.at_least)
                start = self._say(f" fra {limit}", f" from {limit}")
            found.append(f"{self._get(band.label)} ({band.code}){start}")
        return ", ".join(found)

    def _enough(self, enough: Sufficiency) -> str:
        share = percent(enough.share, self.language)
        found = [
            self._say(
                f"mindst {enough.items} spørgsmål", f"at least {enough.items} items"
            ),
            self._say(f"{share} af dem besvaret", f"{share} of them answered"),
        ]
        if enough.roles:
            found.append(f"{enough.roles} {self._say(*_ROLES[enough.roles > 1])}")
        if enough.respondents:
            count = enough.respondents
            found.append(self._say(f"{count} svarpersoner", f"{count} respondents"))
        return ", ".join(found)

    def _matrix(self, matrix: Matrix) -> Iterator[str]:
        yield from _heading(f"Matrix: {self._get(matrix.title)}")
        for axis, limit in matrix.limits.items():
            high = self._number(limit)
            yield self._say(f"{axis}: høj fra {high}", f"{axis}: high from {high}")
        for cell in (*matrix.cells, matrix.otherwise):
            sides = ", ".join(
                f"{axis} {self._get(_SIDE[side])}" for axis, side in cell.sides.items()
            ) or self._say("ellers", "otherwise")
            text = f"{cell.code}  {self._get(cell.label)} ({sides})"
            yield from _wrapped(text, 2, 4)
        placed = ", ".join(subject.key for subject in matrix.subjects)
        yield from _wrapped(placed, 2, 2)
