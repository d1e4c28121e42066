"""What the styles of an ods file say: hidden sheets, struck through, fill."""

from __future__ import annotations

from model_forms.forms.markup import Attributes, Starts
from model_forms_excel import ods_names as names


class Styles:
    """The automatic styles of a document, gathered before its sheets are read."""

    def __init__(self) -> None:
        """Know no style yet."""
        self._at = ("", "")
        self._hidden: set[str] = set()
        self._struck: set[tuple[str, str]] = set()
        self._fills: dict[str, str] = {}

    def starts(self) -> Starts:
        """Return the handlers for the beginnings of elements inside styles."""
        return {
            names.style("style"): self._start_style,
            names.style("table-properties"): self._start_table,
            names.style("text-properties"): self._start_text,
            names.style("table-cell-properties"): self._start_cell,
        }

    def hides(self, style: str) -> bool:
        """Tell whether a sheet of *style* is hidden."""
        return style in self._hidden

    def strikes_cell(self, style: str) -> bool:
        """Tell whether a cell of *style* is struck through."""
        return ("table-cell", style) in self._struck

    def strikes_text(self, style: str) -> bool:
        """Tell whether a part of a text in *style* is struck through."""
        return ("text", style) in self._struck

    def fill(self, style: str) -> str | None:
        """Return the background colour of a cell of *style*."""
        return self._fills.get(style)

    def _start_style(self, attributes: Attributes) -> None:
        family = attributes.get(names.style("family"), "")
        self._at = family, attributes.get(names.style("name"), "")

    def _start_table(self, attributes: Attributes) -> None:
        if attributes.get(names.table("display")) == "false":
            self._hidden.add(self._at[1])

    def _start_text(self, attributes: Attributes) -> None:
        for name in ("text-line-through-style", "text-line-through-type"):
            if attributes.get(names.style(name), "none") != "none":
                self._struck.add(self._at)

    def _start_cell(self, attributes: Attributes) -> None:
        colour = attributes.get(names.BACKGROUND, "transparent")
        if colour.startswith("#"):
            self._fills[self._at[1]] = f"FF{colour[1:].upper()}"
