"""Items, sections and what hangs on them."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from model_forms.conditions import Condition
from model_forms.questionnaire.kinds import AnswerKind
from model_forms.text import Text

EVERYONE = "*"
"""In an item's roles: every role can answer it."""


@frozen(kw_only=True)
class Basis:
    """What something rests on: sourced fact, our own design, or not verified."""

    status: Literal["sourced", "design", "unverified"]
    about: Text | None = None
    sources: tuple[str, ...] = ()


@frozen(kw_only=True)
class Item:
    """
    One question, known by a key that never changes.

    *direction* says what a high answer means for the area: a challenge (``risk``), a
    resource (``protective``) or neither. *roles* are those who are asked first.
    """

    key: str
    code: str
    text: Text
    answer: AnswerKind
    help: Text | None = None
    direction: Literal["risk", "protective"] | None = None
    roles: tuple[str, ...] = (EVERYONE,)
    required: bool = False
    required_when: Condition | None = None
    visible_when: Condition | None = None
    basis: tuple[Basis, ...] = ()

    def asked_of(self, role: str | None) -> bool:
        """Tell whether *role* is asked; without a role everything is asked."""
        return role is None or EVERYONE in self.roles or role in self.roles


@frozen(kw_only=True)
class Extra:
    """A question that stands once in each section that wants it."""

    suffix: str
    code: str
    text: Text
    answer: AnswerKind
    help: Text | None = None
    basis: tuple[Basis, ...] = ()


@frozen(kw_only=True)
class Section:
    """A theme: its items, and the extras that are asked once for the theme."""

    key: str
    code: str
    title: Text
    items: tuple[Item, ...]
    intro: Text | None = None
    extras: tuple[str, ...] = ()


@frozen(kw_only=True)
class Notice:
    """
    Words that must be shown: where *kind* says, and when *when* holds.

    *result* stands on every result, *privacy* beside every free text and on every
    cover, *origin* says whose the questions are, *route* tells what to do now.
    """

    id: str
    kind: Literal["result", "privacy", "origin", "route"]
    text: Text
    when: Condition | None = None
    stop: bool = False
    basis: tuple[Basis, ...] = ()


def expanded(section: Section, extras: tuple[Extra, ...]) -> tuple[Item, ...]:
    """Return the section's items followed by its extras as items."""
    named = {extra.suffix: extra for extra in extras}
    roles = tuple(dict.fromkeys(role for item in section.items for role in item.roles))
    return section.items + tuple(
        Item(
            key=f"{section.key}_{suffix}",
            code=f"{section.code}-{named[suffix].code}",
            text=named[suffix].text,
            answer=named[suffix].answer,
            help=named[suffix].help,
            roles=roles,
            basis=named[suffix].basis,
        )
        for suffix in section.extras
    )
