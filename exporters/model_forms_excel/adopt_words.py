"""Words of a questionnaire as they stand on a form, and what they were changed to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from attrs import frozen

from model_forms.adaptation.adoption import Edit
from model_forms.finding import Finding, Place
from model_forms.forms.normal import tidy
from model_forms.questionnaire import Reword
from model_forms.text import Text
from model_forms_excel import adopt_told as told

_UNLIKE = 0.3
"""Two texts with less in common than this are hardly the same question."""

_LONGEST_COMPARED = 400


def tidied(text: str) -> str:
    """Return *text* as it is kept, its line breaks as well."""
    return "\n".join(" ".join(each.split()) for each in tidy(text).splitlines())


def same(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but blanks and line breaks."""
    return tidied(one).split() == tidied(other).split()


@frozen(kw_only=True)
class Slot:
    """
    A cell of a form that shows words of the questionnaire, which stand at *address*.

    The program itself puts what is *before* and *after* them in the same cell, and
    leaves out what is *unshown* at their end. *words* is None where the questionnaire
    has none yet.
    """

    address: str
    words: str | None
    before: str = ""
    after: str = ""
    unshown: str = ""

    @property
    def issued(self) -> str:
        """What the cell said when the form was made."""
        return f"{self.before}{self.words or ''}{self.after}"


@frozen
class Seen:
    """A slot, what stands there now, and where."""

    slot: Slot
    text: str
    at: Place

    @property
    def is_changed(self) -> bool:
        """Whether the words are others than before."""
        return not same(self.words, self.slot.words or "")

    @property
    def words(self) -> str:
        """The words without what the program puts around them."""
        text, slot = tidied(self.text), self.slot
        if same(text, slot.issued):
            return tidied(slot.words or "")
        text = text.removeprefix(tidied(slot.before)).removesuffix(tidied(slot.after))
        return text.strip()


@frozen
class Rewording:
    """Makes edits of words that were changed in a form in *language*."""

    language: str
    languages: tuple[str, ...]

    def edits(self, seen: Iterable[Seen]) -> Iterator[Edit | Finding]:
        """Yield an edit for each address whose words were changed, or what is wrong."""
        found: Mapping[str, list[Seen]] = defaultdict(list)
        for each in seen:
            found[each.slot.address].append(each)
        for address, places in found.items():
            yield from self._at(address, places)

    def _at(self, address: str, seen: list[Seen]) -> Iterator[Edit | Finding]:
        changed = [each for each in seen if each.is_changed]
        for each in seen:
            if not same(each.text, each.slot.issued) and not _framed(each):
                yield told.own_words(each.slot.after or each.slot.before, each.at)
        if not changed:
            return
        first = changed[0]
        if not first.words:
            yield told.emptied(first.at)
        elif len({tidied(each.words) for each in changed}) > 1:
            yield told.two_wordings([each.at for each in changed])
        elif address.startswith("extras.") and len(changed) < len(seen):
            yield told.in_every_section(len(changed), len(seen), first.at)
        else:
            yield from self._edit(address, first)

    def _edit(self, address: str, seen: Seen) -> Iterator[Edit | Finding]:
        words = {self.language: seen.words + seen.slot.unshown}
        if seen.slot.words is None:
            words = dict.fromkeys(self.languages, seen.words)
            if len(words) > 1:
                yield told.all_languages(self.language, seen.at)
        elif _unlike(seen.slot.words, seen.words) and address.startswith("items."):
            yield told.quite_other(seen.at)
        yield Edit(change=Reword(at=address, words=Text(words)), at=seen.at)


def _framed(seen: Seen) -> bool:
    """Tell whether what the program puts around the words still stands there."""
    text, slot = tidied(seen.text), seen.slot
    before, after = tidied(slot.before), tidied(slot.after)
    return text.startswith(before) and text.endswith(after)


def _unlike(one: str, other: str) -> bool:
    one, other = one[:_LONGEST_COMPARED].lower(), other[:_LONGEST_COMPARED].lower()
    words = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    letters = SequenceMatcher(None, one, other, autojunk=False)
    return max(words.ratio(), letters.ratio()) < _UNLIKE
