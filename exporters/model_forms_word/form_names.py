"""How a field is known in a document, beside the code that people see."""

from __future__ import annotations

import hashlib

from model_forms.questionnaire import Choice, Item, Questionnaire

REMARK = "!"
"""What the tag of a remark ends with, after the key of its row."""

_LONGEST_TAG = 64
_DIGITS = 20


def tag(key: str) -> str:
    """Return the tag for *key*; Word takes no more than 64 characters."""
    return key if len(key) <= _LONGEST_TAG else f"mf:{_digest(key)}"


def bookmark(key: str) -> str:
    """Return the bookmark for *key*, in which blocks have numbers: each name is one."""
    return f"mf_{_digest(key)}"


def list_value(item: Item, value: str) -> str:
    """Return what stands behind an option of a list: whose option it is, and which."""
    return f"{item.key}:{value}"


def list_values(questionnaire: Questionnaire, item: Item) -> tuple[str, ...]:
    """Return the values behind an item's labels, in the order of the labels."""
    if isinstance(item.answer, Choice):
        scale = questionnaire.scale[item.answer.scale]
        values = [str(option.value) for option in scale.options] + list(scale.offers)
    else:
        values = [role.code for role in questionnaire.roles]
    return tuple(list_value(item, value) for value in values)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]
