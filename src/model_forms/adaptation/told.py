"""A change in words, for the people who are to say yes to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from model_forms import questionnaire as q
from model_forms.adaptation.addresses import words_at
from model_forms.codec import questionnaire_to
from model_forms.numbers import exact
from model_forms.numbers import words as number
from model_forms.text import Text, both

_LONGEST = 160
_PARTS = {
    "text": both("", ""),
    "title": both("", ""),
    "help": both(", hjælpen", ", the help"),
    "intro": both(", indledningen", ", the introduction"),
}
_OTHERS = {
    "title": both("Skemaets titel", "The form's title"),
    "sheet": both("Arkets navn", "The sheet's name"),
    "purpose": both("Formålet", "The purpose"),
    "cover": both("Forsiden", "The cover"),
    "definitions": both("Ordforklaringen", "The list of words"),
    "notices": both("Forbeholdet", "The notice"),
    "roles": both("Rollens navn", "The role's name"),
    "missing": both("Svaret uden værdi", "The answer without a value"),
    "scales": both("Svarmulighederne", "The options"),
}


class Teller:
    """Tells changes to *base* that make *adapted* of it."""

    def __init__(self, base: q.Questionnaire, adapted: q.Questionnaire | None) -> None:
        """Tell names and words as they stand in the two."""
        self._base, self._adapted = base, adapted or base
        self._words = words_at(questionnaire_to(base))

    def words(self, change: q.AnyChange) -> Text:
        """Return *change* as a sentence."""
        return both(*(_Told(self, change, each).sentence() for each in ("da", "en")))

    def touched(self, change: q.AnyChange) -> tuple[str, ...]:
        """Return the keys of the items whose answers the change may bear on."""
        if isinstance(change, q.AddItem):
            return (change.item.key,)
        if isinstance(change, q.AddSection):
            return tuple(each.key for each in change.section.items)
        if isinstance(change, q.AskRoles):
            return (change.item,)
        if isinstance(change, q.Weigh | q.SetLimits | q.Translate | q.Move):
            return ()
        return self._below(change.at)

    def _below(self, address: str) -> tuple[str, ...]:
        kind, name = (*address.split("."), "")[:2]
        items = {**self._base.items, **self._base.columns}
        if kind == "items":
            return (name,)
        if kind == "sections" and address == f"sections.{name}":
            return tuple(each.key for each in self._base.section_items.get(name, ()))
        if kind == "scales":
            return tuple(k for k, i in items.items() if _scale(i) == name)
        if kind == "extras":
            sections = (each for each in self._base.sections if name in each.extras)
            return tuple(f"{each.key}_{name}" for each in sections)
        return ()

    def item(self, key: str) -> q.Item | None:
        """Return an item of either."""
        for each in (self._base, self._adapted):
            found = each.items.get(key) or each.columns.get(key)
            if found is not None:
                return found
        return None

    def section(self, key: str) -> q.Section | None:
        """Return a section of either."""
        both_ = (*self._base.sections, *self._adapted.sections)
        return next((each for each in both_ if each.key == key), None)

    def scores_with(self, bands: str) -> tuple[str, ...]:
        """Return the ids of the scores that a set of bands is for."""
        return tuple(each.id for each in self._base.scores if each.bands == bands)

    def role(self, code: str) -> Text | None:
        """Return what a role is called."""
        found = self._base.role.get(code)
        return found.label if found is not None else None

    def before(self, address: str, language: str) -> str:
        """Return the words at an address of the base; empty when there are none."""
        return self._words.get(address, {}).get(language, "")


@frozen
class _Told:
    """One change, told in one language."""

    teller: Teller
    change: Any
    language: str

    def sentence(self) -> str:
        """Return the change as a sentence."""
        return _SENTENCES[type(self.change)](self)

    def say(self, danish: str, english: str) -> str:
        return danish if self.language == "da" else english

    def item(self, key: str) -> str:
        found = self.teller.item(key)
        if found is None:
            return key
        return f"{found.code} {_quoted(found.text.get(self.language))}"

    def section(self, key: str) -> str:
        found = self.teller.section(key)
        return _quoted(found.title.get(self.language)) if found is not None else key

    def what(self, address: str) -> str:
        """Return what stands at an address, by the name that people know it by."""
        kind, *rest = address.split(".")
        name, part = (*rest, "", "")[:2]
        tail = _PARTS.get(part, both("", "")).get(self.language)
        if kind == "items":
            found = self.teller.item(name)
            return f"{found.code if found else name}{tail}"
        if kind == "sections":
            return f"{self.say('Temaet', 'The theme')} {self.section(name)}{tail}"
        if kind == "extras":
            every = self.say("I alle temaer", "In every theme")
            return f"{every}{tail}"
        if kind in _OTHERS:
            return _OTHERS[kind].get(self.language)
        return address

    def where(self, after: str | None) -> str:
        if after is None:
            return self.say("først", "first")
        found = self.teller.item(after)
        name = found.code if found is not None else self.section(after)
        return self.say(f"efter {name}", f"after {name}")

    def reword(self) -> str:
        lines = []
        for language, words in self.change.words:
            old = self.teller.before(self.change.at, language)
            old = _quoted(old) if old else self.say("(intet)", "(nothing)")
            lines.append(f"{language}: {old} → {_quoted(words)}")
        return f"{self.what(self.change.at)} ({'; '.join(lines)})"

    def translate(self) -> str:
        count, language = len(self.change.words), self.change.language
        return self.say(
            f"{count} tekster er oversat til »{language}«",
            f"{count} texts are translated into {language!r}",
        )

    def add_item(self) -> str:
        item, where = self.change.item, self.where(self.change.after)
        section = self.section(self.change.section)
        name = f"{item.code} {_quoted(item.text.get(self.language))}"
        return self.say(
            f"Nyt spørgsmål {name} i temaet {section}, {where}",
            f"New question {name} in the theme {section}, {where}",
        )

    def add_section(self) -> str:
        section, where = self.change.section, self.where(self.change.after)
        name = f"{section.code} {_quoted(section.title.get(self.language))}"
        count = len(section.items)
        return self.say(
            f"Nyt tema {name} med {count} spørgsmål, {where}",
            f"New theme {name} with {count} question(s), {where}",
        )

    def hide(self) -> str:
        kind, _, name = self.change.at.partition(".")
        if kind == "sections":
            title = self.section(name)
            return self.say(
                f"Temaet {title} stilles ikke", f"The theme {title} is not asked"
            )
        item = self.item(name)
        return self.say(f"{item} stilles ikke", f"{item} is not asked")

    def move(self) -> str:
        kind, _, name = self.change.at.partition(".")
        what = self.item(name) if kind == "items" else self.what(self.change.at)
        where = self.where(self.change.after)
        if self.change.section is not None:
            section = self.section(self.change.section)
            where = self.say(
                f"til temaet {section}, {where}", f"to the theme {section}, {where}"
            )
        return self.say(f"{what} er flyttet: {where}", f"{what} is moved: {where}")

    def roles(self) -> str:
        everyone = both("alle", "everyone")
        named = ((self.teller.role(each) or everyone) for each in self.change.roles)
        roles = ", ".join(each.get(self.language) for each in named)
        item = self.item(self.change.item)
        return self.say(f"{item} stilles til: {roles}", f"{item} is asked of: {roles}")

    def weigh(self) -> str:
        return self._numbers(
            self.say("Vægte i", "Weights in"), self.change.score, self.change.weights
        )

    def limits(self) -> str:
        return self._numbers(
            self.say("Grænser i", "Limits in"), self.change.bands, self.change.limits
        )

    def _numbers(self, what: str, of: str, numbers: Mapping[str, Any]) -> str:
        listed = ", ".join(
            f"{self._code(key)}: {number(exact(each), self.language, 6)}"
            for key, each in numbers.items()
        )
        return f"{what} {_quoted(of)}: {listed}"

    def _code(self, key: str) -> str:
        found = self.teller.item(key)
        return found.code if found is not None else key


_SENTENCES: Mapping[type, Callable[[_Told], str]] = {
    q.Reword: _Told.reword,
    q.Translate: _Told.translate,
    q.AddItem: _Told.add_item,
    q.AddSection: _Told.add_section,
    q.Hide: _Told.hide,
    q.Move: _Told.move,
    q.AskRoles: _Told.roles,
    q.Weigh: _Told.weigh,
    q.SetLimits: _Told.limits,
}


def _quoted(words: str) -> str:
    return f"»{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}«"


def _scale(item: q.Item) -> str | None:
    return getattr(item.answer, "scale", None)
