"""Keys and codes for what a municipality adds: made of its words, and never taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, count

from model_forms.questionnaire import Questionnaire

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST_KEY = 48


class LocalNames:
    """
    Gives names that nothing in *questionnaire* or in its base has, each one once.

    It is used inside one call only.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Begin with what the questionnaire and its base have taken."""
        self._keys: set[str] = set()
        self._codes: set[str] = set()
        for each in (questionnaire, questionnaire.base or questionnaire):
            items = {**each.items, **each.columns}
            self._keys |= {*items, *(section.key for section in each.sections)}
            self._codes |= {item.code for item in items.values()}
            self._codes |= {section.code for section in each.sections}

    def key(self, words: str) -> str:
        """Return a key made of *words*, such as ``unge_ved_stationen``."""
        plain = words.casefold().translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", plain)
        plain = plain.encode("ascii", "ignore").decode()
        name = _OTHER.sub("_", plain).strip("_")[:_LONGEST_KEY].strip("_")
        if not name[:1].isalpha():
            name = f"lokal_{name}".strip("_")
        return _free(self._keys, chain([name], (f"{name}_{n}" for n in count(2))))

    def item_code(self, section: str) -> str:
        """Return the next local code in the section whose code is *section*."""
        return _free(self._codes, (f"{section}-L{n}" for n in count(1)))

    def section_code(self) -> str:
        """Return the next local code of a section."""
        return _free(self._codes, (f"L{n}" for n in count(1)))


def _free(taken: set[str], names: Iterable[str]) -> str:
    found = next(each for each in names if each not in taken)
    taken.add(found)
    return found
