"""A partner's own document back with its problems marked, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen
from lxml import etree

from model_forms.finding import Finding
from model_forms.forms.refused import Refused, refusing_what_breaks
from model_forms.importing import Imported
from model_forms.privacy import kinds
from model_forms_word.mark_body import Body
from model_forms_word.mark_package import Package
from model_forms_word.mark_words import MOST, note_lines
from model_forms_word.markup import clean, is_number
from model_forms_word.read_document import read_document
from model_forms_word.read_marks import AUTHOR, initials, is_mark
from model_forms_word.read_markup import attribute, body_of, name
from model_forms_word.read_values import Document

_ALWAYS = "2000-01-01T00:00:00Z"
_STRICT = "purl.oclc.org"
_TAGS = {"da": "da-DK", "en": "en-GB"}


def mark_up(
    data: bytes, imported: Imported, *, language: str | None = None
) -> bytes | None:
    """
    Return the document *data* with the problems that *imported* tells as comments.

    *data* is the very file that was imported. None when there is nothing to mark, or
    when the file cannot be marked without changing something else: it is no document,
    it is damaged, or it costs too much to read. None as well when a CPR number stands
    in it: that does not leave again. *language* is the response's own when left out,
    and Danish when there is no response.
    """
    found = imported.worth_marking
    if not found or not imported.may_be(data):
        return None
    response = imported.response
    chosen = language or (response.language if response is not None else "da")
    try:
        with refusing_what_breaks():
            return _marked(data, found, chosen)
    except Refused:
        return None


def _marked(data: bytes, found: Sequence[Finding], language: str) -> bytes:
    before = read_document(data)
    if any("cpr" in kinds(words) for words in _words(before)):
        raise Refused("damaged", {"marked": "a CPR number would leave again"})
    package = Package.opened(data)
    main = package.main()
    body = Body(package.parsed(main))
    comments = _Comments.opened(package, main, body)
    body.unmarked(comments.without_ours())
    comments.put_in(found, language)
    package.put(main, body.root)
    package.put(comments.name, comments.root)
    made = package.packed()
    if read_document(made) != before:
        raise Refused("damaged", {"marked": "says something else"})
    return made


def _words(document: Document) -> Iterator[str]:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from (*cell.paragraphs, *cell.hints)
    for each in document.loose:
        yield from (*each.cell.paragraphs, *each.cell.hints)
    for beside in (*document.comments, *document.notes, *document.edges):
        yield beside.text
    yield from document.core.values()


@frozen
class _Comments:
    """The comments of a document, and the body that they are about."""

    name: str
    root: Any  # an element of lxml, which has no types
    body: Body

    @classmethod
    def opened(cls, package: Package, main: str, body: Body) -> _Comments:
        known = package.comments(main)
        if known is not None:
            return cls(known, package.parsed(known), body)
        made = package.new_comments(main, strict=_STRICT in body.space)
        root = etree.Element(body.tag("comments"), nsmap={"w": body.space})
        return cls(made, root, body)

    def without_ours(self) -> frozenset[str]:
        """Take out our comments of an earlier time, and return their ids."""
        gone = set()
        for each in list(self.root):
            author, written = attribute(each, "author"), attribute(each, "initials")
            if name(each) == "comment" and is_mark(author, written, _said(each)):
                gone.add(attribute(each, "id"))
                self.root.remove(each)
        return frozenset(gone)

    def put_in(self, found: Sequence[Finding], language: str) -> None:
        """Put the note first, and a comment beside what each finding is about."""
        errors = sum(each.is_error for each in found)
        places = [self.body.place(each.place) for each in found[:MOST]]
        lines = list(note_lines(errors, len(found) - errors, language))
        note = self.body.noted(lines, _free(self.body.root, "bookmarkStart"))
        first = _free(self.root, "comment")
        for number, (each, place) in enumerate(
            zip(found, places, strict=False), start=first
        ):
            self.body.commented(note if place is None else place, str(number))
            self._add(" ".join(each.message.get(language).split()), number, language)

    def _add(self, said: str, number: int, language: str) -> None:
        words, tag = clean(said), self.body.tag
        comment = etree.SubElement(
            self.root,
            tag("comment"),
            {
                tag("id"): str(number),
                tag("author"): AUTHOR,
                tag("date"): _ALWAYS,
                tag("initials"): initials(words),
            },
        )
        run = etree.SubElement(etree.SubElement(comment, tag("p")), tag("r"))
        letters = etree.SubElement(run, tag("rPr"))
        spoken = {tag("val"): _TAGS.get(language, language)}
        etree.SubElement(letters, tag("lang"), spoken)
        etree.SubElement(run, tag("t")).text = words


def _said(comment: Any) -> list[str]:  # noqa: ANN401  as above
    tables, loose = body_of(comment)
    return ["" for _ in tables] + [
        words for each in loose for words in each.cell.paragraphs
    ]


def _free(root: Any, kind: str) -> int:  # noqa: ANN401  as above
    """Return a number that none of these has."""
    found = (attribute(each, "id") for each in root.iter("{*}" + kind))
    return 1 + max((int(each) for each in found if is_number(each)), default=0)
