"""A document's blocks become a file, in a house's own document when it has one."""

from __future__ import annotations

from pathlib import Path

from model_forms.documents import name_of, read, write
from model_forms.errors import UnreadableDocument
from model_forms.plugins import report_writer
from model_forms.report.blocks import Report
from model_forms.typing import Readable, Writable


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
    suffix = format or (Path(name_of(to)).suffix if to is not None else ".docx")
    writer = report_writer(suffix)
    house = None if template is None else read(template)
    try:
        data = writer(report) if house is None else writer(report, template=house)
    except UnreadableDocument as error:
        if template is None:
            raise
        # Only here is it known what the file is called.
        raise UnreadableDocument(name_of(template), error.reason) from error
    if to is not None:
        write(data, to)
    return data
