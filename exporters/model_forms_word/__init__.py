"""Word documents: reports out, forms out, and answers back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model_forms.plugins import Exporter, Importer

if TYPE_CHECKING:
    from model_forms.accessibility.outline import Outline
    from model_forms.forms.identity import Witness
    from model_forms.importing import Imported
    from model_forms.issue import Issue
    from model_forms.questionnaire import Questionnaire
    from model_forms.report.blocks import Report
    from model_forms.response import Response
    from model_forms.typing import Find


def _write(report: Report, *, template: bytes | None = None) -> bytes:
    from model_forms_word.write_report import write_report  # noqa: PLC0415  light

    return write_report(report, template=template)


def _write_form(
    questionnaire: Questionnaire,
    issue: Issue,
    *,
    response: Response | None = None,
    template: bytes | None = None,
) -> bytes:
    from model_forms_word.write_form import write_form  # noqa: PLC0415  light

    return write_form(questionnaire, issue, response=response, template=template)


def _read(
    data: bytes, *, name: str, find: Find, witness: Witness | None = None
) -> Imported:
    from model_forms_word.read_form import read_form  # noqa: PLC0415  light

    return read_form(data, name=name, find=find, witness=witness)


def _mark_up(
    data: bytes, imported: Imported, *, language: str | None = None
) -> bytes | None:
    from model_forms_word.mark_up import mark_up  # noqa: PLC0415  light

    return mark_up(data, imported, language=language)


def _recognises(data: bytes) -> bool:
    """Say yes to documents of Word and LibreOffice Writer; some get only advice."""
    from model_forms.forms.guard import is_text_document  # noqa: PLC0415  light

    return is_text_document(data)


def _outline(data: bytes, *, language: str) -> Outline | None:
    from model_forms_word.lint import outline  # noqa: PLC0415  light

    return outline(data, language=language)


def _sample() -> bytes:
    """Return the document of an invented municipality."""
    from importlib.resources import files  # noqa: PLC0415  light

    return files("model_forms_word").joinpath("templates", "kommune.docx").read_bytes()


exporter = Exporter(
    form=_write_form,
    report=_write,
    templates=(".docx", ".dotx"),
    outline=_outline,
    sample=_sample,
)
importer = Importer(recognises=_recognises, read=_read, mark_up=_mark_up)

__all__ = ["exporter", "importer"]
