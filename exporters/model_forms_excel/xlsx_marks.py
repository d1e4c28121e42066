"""What stands in a worksheet part beside its cells: merges and validation prompts."""

from __future__ import annotations

from model_forms.forms.markup import Attributes, End, Start, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address, Area
from model_forms_excel.guard import Limits
from model_forms_excel.scalars import unescaped
from model_forms_excel.xlsx_package import MAIN, X14, XM, address


class Marks:
    """The handlers for merges and validations, and what they have found."""

    def __init__(self, limits: Limits) -> None:
        """Gather no more than *limits*."""
        self.merges: list[Area] = []
        self.prompts: dict[Address, str] = {}
        self._limits = limits
        self._prompt: str | None = None
        self._places = 0

    def starts(self) -> dict[str, Start]:
        """Return the handlers for the beginnings of elements."""
        starts: dict[str, Start] = {
            "mergeCell": self._start_merge,
            "dataValidation": self._start_validation,
        }
        # Excel keeps a validation whose list is on another sheet in an extension.
        extended = named(X14, {"dataValidation": self._start_validation})
        return named(MAIN, starts) | extended

    def ends(self) -> dict[str, End]:
        """Return the handlers for the ends of elements."""
        return named(XM, {"sqref": self._end_places})

    def _start_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        self.merges.append((*address(first), *address(last or first)))

    def _start_validation(self, attributes: Attributes) -> None:
        self._prompt = attributes.get("promptTitle")
        self._end_places(attributes.get("sqref", ""))

    def _end_places(self, written: str) -> None:
        if not self._prompt or len(written) > self._limits.text:
            return
        title = unescaped(self._prompt)
        places = written.split()
        self._places += len(places)
        self.prompts.update({address(at): title for at in places if ":" not in at})
        if self._places > self._limits.names:
            raise Refused("too-many-names", {"prompts": self._limits.names})
