"""A worksheet whose rows have a height to begin with, and grow as they are filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model_forms_excel.plain_formulas import PlainFormulas

FIXED = "customHeight"


class GrowingSheet(PlainFormulas):
    """
    Rows without the mark that keeps a row's height as it is.

    XlsxWriter puts it on each row that has a height; Excel and LibreOffice then cut
    off what is typed there. They keep a height without the mark, until it is needed.
    """

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: Sequence[tuple[str, Any]] = ()
    ) -> None:
        kept = [each for each in attributes if tag != "row" or each[0] != FIXED]
        super()._xml_start_tag_unencoded(tag, kept)
