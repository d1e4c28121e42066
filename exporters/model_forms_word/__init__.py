"""Word documents: reports out, as headings, tables and charts that stay editable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model_forms.plugins import Exporter

if TYPE_CHECKING:
    from model_forms.report.blocks import Report


def _write(report: Report) -> bytes:
    from model_forms_word.write_report import write_report  # noqa: PLC0415  light

    return write_report(report)


exporter = Exporter(report=_write)

__all__ = ["exporter"]
