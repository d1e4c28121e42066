"""Words in several languages, with an announced fallback. No translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen


def _pairs(
    words: Mapping[str, str] | tuple[tuple[str, str], ...],
) -> tuple[tuple[str, str], ...]:
    return tuple(words.items()) if isinstance(words, Mapping) else tuple(words)


@frozen
class Text:
    """
    The same words in one or more languages; the first is the original.

    >>> Text({"da": "Svar", "en": "Answer"}).get("en")
    'Answer'
    """

    words: tuple[tuple[str, str], ...] = field(converter=_pairs)

    def get(self, language: str) -> str:
        """Return the words in *language*, or in the original language."""
        for each, words in self.words:
            if each == language:
                return words
        return self.words[0][1] if self.words else ""

    def has(self, language: str) -> bool:
        """Tell whether the words exist in *language*, without a fallback."""
        return any(each == language and words for each, words in self.words)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words, the original first."""
        return tuple(language for language, words in self.words if words)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.words)


def counted(count: int, one: Text, many: Text) -> Text:
    """Return *one* or *many*, whose ``{count}`` is filled in."""
    chosen = one if count == 1 else many
    return Text(tuple((each, words.format(count=count)) for each, words in chosen))


def capitalised(words: str) -> str:
    """Return *words* as a sentence begins; codes in them stay as they are."""
    return words[:1].upper() + words[1:]


def both(danish: str, english: str) -> Text:
    """Return a text in the two languages that the engine itself speaks."""
    return Text((("da", danish), ("en", english)))
