"""A form that was edited itself, made into a local adaptation."""

from __future__ import annotations

from model_forms.adaptation.adoption import Adoption
from model_forms.catalog import installed
from model_forms.documents import read
from model_forms.finding import Finding
from model_forms.plugins import importers
from model_forms.text import both
from model_forms.typing import Find, Readable

NOT_ADOPTABLE = both(
    "Kun regneark (.xlsx eller .ods) kan blive til en tilpasning. Ret i regnearket, "
    "eller skriv tilpasningen som JSON.",
    "Only workbooks (.xlsx or .ods) can be made into an adaptation. Edit the workbook, "
    "or write the adaptation as JSON.",
)


def adopt(
    source: Readable,
    *,
    find: Find | None = None,
    id: str | None = None,
    version: str | None = None,
    house: str | None = None,
) -> Adoption:
    """
    Return the local adaptation that an edited form makes, each change told.

    The form is compared with what was issued: words, new and deleted rows, and their
    order. What it was adapted with before is kept. *id*, *version* and the name of the
    *house* are the earlier ones when left out; *find* looks a questionnaire up, among
    the installed ones when left out. What cannot be taken over is an error among the
    findings, and then there is no adaptation. Raises UnreadableDocument when *source*
    cannot be opened.
    """
    data = read(source)
    for importer in importers():
        if importer.recognises(data) and importer.adopt is not None:
            look_up = find or installed().find
            return importer.adopt(
                data, find=look_up, id=id, version=version, house=house
            )
    finding = Finding(severity="error", code="not-adoptable", message=NOT_ADOPTABLE)
    return Adoption(findings=(finding,))
