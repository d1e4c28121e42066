"""Excel workbooks and OpenDocument spreadsheets: forms out, answers back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model_forms.plugins import Exporter, Importer

if TYPE_CHECKING:
    from model_forms.accessibility.outline import Outline
    from model_forms.adaptation.adoption import Adoption
    from model_forms.assessment import Assessment
    from model_forms.finding import Finding
    from model_forms.forms.identity import Witness
    from model_forms.importing import Imported
    from model_forms.issue import Issue
    from model_forms.questionnaire import Questionnaire
    from model_forms.report.blocks import Report
    from model_forms.response import Response
    from model_forms.typing import Find


def _write(
    questionnaire: Questionnaire,
    issue: Issue,
    *,
    response: Response | None = None,
    template: bytes | None = None,
) -> bytes:
    from model_forms_excel.write_form import write_form  # noqa: PLC0415  light import

    return write_form(questionnaire, issue, response=response, template=template)


def _write_table(report: Report, *, template: bytes | None = None) -> bytes:
    from model_forms_excel.write_pages import write_pages  # noqa: PLC0415  likewise

    return write_pages(report, template=template)


def _write_results(
    assessment: Assessment, *, language: str, template: bytes | None = None
) -> bytes:
    from model_forms_excel.write_results import write_results  # noqa: PLC0415  likewise

    return write_results(assessment, language=language, template=template)


def _read(
    data: bytes, *, name: str, find: Find, witness: Witness | None = None
) -> Imported:
    from model_forms_excel.read_form import read_form  # noqa: PLC0415  light import

    return read_form(data, name=name, find=find, witness=witness)


def _mark_up(
    data: bytes, imported: Imported, *, language: str | None = None
) -> bytes | None:
    from model_forms_excel.mark_up import mark_up  # noqa: PLC0415  light import

    return mark_up(data, imported, language=language)


def _adopt(
    data: bytes,
    *,
    find: Find,
    id: str | None = None,
    version: str | None = None,
    house: str | None = None,
) -> Adoption:
    from model_forms_excel.adopt import adopt_form  # noqa: PLC0415  light import

    return adopt_form(data, find=find, id=id, version=version, house=house)


def _recognises(data: bytes) -> bool:
    """Say yes to what claims to be a workbook, or a container that nobody knows."""
    from model_forms.forms.guard import is_text_document  # noqa: PLC0415  light import
    from model_forms_excel.read_csv import looks_like_csv  # noqa: PLC0415

    claims = data.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"\x09"))
    return (
        not data
        or (claims and not is_text_document(data))
        or (not claims and looks_like_csv(data))
    )


def _sample() -> bytes:
    """Return the workbook of an invented municipality."""
    from importlib.resources import files  # noqa: PLC0415  light import

    return files("model_forms_excel").joinpath("templates", "kommune.xlsx").read_bytes()


def _outline(data: bytes, *, language: str) -> Outline | None:
    from model_forms_excel.lint import outline  # noqa: PLC0415  light import

    return outline(data, language=language)


def _about(template: bytes) -> tuple[Finding, ...]:
    from model_forms_excel.house_reading import about_template  # noqa: PLC0415  as above

    return about_template(template)


exporter = Exporter(
    form=_write,
    table=_write_table,
    results=_write_results,
    templates=(".xlsx", ".xltx"),
    sample=_sample,
    about=_about,
    outline=_outline,
)
importer = Importer(recognises=_recognises, read=_read, mark_up=_mark_up, adopt=_adopt)

__all__ = ["exporter", "importer"]
