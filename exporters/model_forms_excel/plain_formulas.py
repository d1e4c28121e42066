"""A worksheet with many formulas, all of functions that spreadsheets always had."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class PlainFormulas(Worksheet):  # type: ignore[misc]  # XlsxWriter is untyped
    """
    Formulas as they are given, without a search for newer functions in each.

    XlsxWriter looks for forty functions that need a prefix in the file, which took
    more time than all the rest; the rules' formulas use none of them.
    """

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: ARG002, FBT001, FBT002  as above
    ) -> str:
        return formula.removeprefix("=")
