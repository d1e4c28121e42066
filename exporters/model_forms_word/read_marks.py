"""
Our own marks in a document that comes back: they vouch for themselves.

A comment of ours carries a digest of its words in its initials, a paragraph of the note
at the top in a bookmark. Where somebody wrote in one, the digest is another, and the
words are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from model_forms.forms.normal import normal
from model_forms_word.read_values import Cell, Loose, Words

AUTHOR = "model-forms"
"""Who our comments are by."""

_INITIALS, _NOTE, _DIGITS = "mf", "mf_note_", 8


def initials(words: str) -> str:
    """Return the initials of a comment of ours that says *words*."""
    return f"{_INITIALS}{_digest(words)}"


def note_name(words: str) -> str:
    """Return the bookmark of a paragraph of the note that says *words*."""
    return f"{_NOTE}{_digest(words)}"


def is_note(cell: Cell) -> bool:
    """Tell whether a paragraph is one of our note, as we wrote it."""
    return not cell.traced and any(
        [each] == [note_name(words) for words in cell.paragraphs]
        for each in cell.bookmarks
    )


def is_mark(author: str, written: str, said: Sequence[str]) -> bool:
    """Tell whether a comment is ours, as we wrote it."""
    return author == AUTHOR and [written] == [initials(each) for each in said]


def typed_in(author: str, written: str, said: Sequence[Words]) -> Sequence[Words]:
    """Return what somebody else said in a comment: all of it, or below our words."""
    return said[1:] if is_mark(author, written, [w.text for w in said[:1]]) else said


def without_notes(loose: Sequence[Loose]) -> tuple[Loose, ...]:
    """Return the paragraphs as they would have come back had nothing been marked."""
    kept = (each.cell for each in loose if not is_note(each.cell))
    return tuple(Loose(number=n, cell=cell) for n, cell in enumerate(kept, start=1))


def _digest(words: str) -> str:
    return hashlib.sha256(normal(words).encode()).hexdigest()[:_DIGITS]
