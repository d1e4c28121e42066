"""What was made becomes a file, in a house's own document when it has one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import frozen

from model_forms.documents import name_of, read, write
from model_forms.errors import UnreadableDocument
from model_forms.plugins import page_writer, report_writer
from model_forms.report.blocks import Report
from model_forms.typing import Readable, Writable


@frozen
class House:
    """A house's own file, in which what is written stands; no *data*, no house."""

    name: str = ""
    data: bytes | None = None

    def write(self, writer: Callable[..., bytes], *given: Any, **named: Any) -> bytes:  # noqa: ANN401  whatever the writer takes
        """
        Return what *writer* makes of the rest, in this house.

        Raises UnreadableDocument with the name of the file when it cannot be used.
        """
        if self.data is None:
            return writer(*given, **named)
        try:
            return writer(*given, template=self.data, **named)
        except UnreadableDocument as error:
            # Only here is it known what the file is called.
            raise UnreadableDocument(self.name, error.reason) from error


def house_in(template: Readable | None) -> House:
    """Return the house in a file; UnreadableDocument when it cannot be opened."""
    if template is None:
        return House()
    return House(name_of(template), read(template))


def write_document(
    report: Report,
    to: Writable | None = None,
    *,
    format: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """
    Return *report* as a file, and write it to *to* when that is given.

    The format is taken from the ending of a path, or from *format*. Raises
    UnsupportedFormat, and UnreadableDocument when *template* cannot be used.
    """
    writer = report_writer(suffix_of(to, format))
    return written(house_in(template).write(writer, report), to)


def write_page(
    report: Report,
    to: Writable | None = None,
    *,
    format: str | None = None,
    template: Readable | None = None,
) -> bytes:
    """Return *report* as `write_document` does, but as tables where a format has."""
    writer = page_writer(suffix_of(to, format))
    return written(house_in(template).write(writer, report), to)


def suffix_of(to: Writable | None, format: str | None, usual: str = ".docx") -> str:
    """Return the ending that decides the format: *format*, that of a path, or usual."""
    return format or (Path(name_of(to)).suffix if to is not None else usual)


def written(data: bytes, to: Writable | None) -> bytes:
    """Write *data* to *to* when that is given, and return it."""
    if to is not None:
        write(data, to)
    return data
