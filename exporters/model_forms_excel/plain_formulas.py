"""A workbook with many formulas, all of functions that spreadsheets always had."""

from __future__ import annotations

from typing import Any

from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet


class PlainFormulas(Worksheet):  # type: ignore[misc]  # XlsxWriter is untyped
    """
    Formulas as they are given, without a search for newer functions in each.

    XlsxWriter looks for forty functions that need a prefix in the file, also inside
    quoted words, and took more time for it than for all the rest. The rules' formulas
    use none of them.
    """

    def _write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Any = None,  # noqa: ANN401  as above
        value: str | float = 0,
    ) -> int:
        if self._check_dimensions(row, col):
            return -1
        plain = self._prepare_formula(formula)
        self.table[row][col] = CellFormulaTuple(plain, cell_format, value)
        return 0

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: ARG002, FBT001, FBT002  as above
    ) -> str:
        return formula.removeprefix("=")


class _Core(Core):  # type: ignore[misc]  # as above
    """What a file says of itself, with the language that XlsxWriter leaves out."""

    def _write_dc_title(self) -> None:
        super()._write_dc_title()
        if self.properties.get("language"):
            self._xml_data_element("dc:language", self.properties["language"])


class _Packager(Packager):  # type: ignore[misc]  # as above
    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)  # noqa: SLF001  as XlsxWriter does
        core._set_xml_writer(self._filename("docProps/core.xml"))  # noqa: SLF001  as XlsxWriter does
        core._assemble_xml_file()  # noqa: SLF001  as XlsxWriter does


class SpokenBook(Workbook):  # type: ignore[misc]  # as above
    """A workbook whose properties may say its *language*, such as ``da-DK``."""

    def _get_packager(self) -> Packager:
        return _Packager()


class PlainBook(SpokenBook):
    """A workbook in which the formulas of every sheet are written as they are given."""

    worksheet_class = PlainFormulas
