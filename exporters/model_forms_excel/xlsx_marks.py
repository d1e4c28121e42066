"""What stands in a worksheet part beside its cells: merges and validations."""

from __future__ import annotations

from model_forms.forms.markup import Attributes, End, Start, named
from model_forms.forms.refused import Refused
from model_forms_excel.cells import Address, Area, parse_a1
from model_forms_excel.guard import Limits
from model_forms_excel.scalars import unescaped
from model_forms_excel.xlsx_package import MAIN, X14, XM, address


class Marks:
    """The handlers for merges and validations, and what they have found."""

    def __init__(self, limits: Limits) -> None:
        """Gather no more than *limits*."""
        self.merges: list[Area] = []
        self.prompts: dict[Address, str] = {}
        self.hints: dict[Address, str] = {}
        self.choices: list[tuple[Area, str]] = []
        self._limits = limits
        self._rule: Attributes | None = None
        self._list = ""
        self._at = ""
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
        ends: dict[str, End] = {
            "formula1": self._end_list,
            "dataValidation": self._end_validation,
        }
        inside: dict[str, End] = {"sqref": self._end_places, "f": self._end_list}
        extended = named(X14, {"dataValidation": self._end_validation})
        return named(MAIN, ends) | extended | named(XM, inside)

    def _start_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        self.merges.append((*address(first), *address(last or first)))

    def _start_validation(self, attributes: Attributes) -> None:
        self._rule, self._list = attributes, ""
        self._at = attributes.get("sqref", "")

    def _end_places(self, written: str) -> None:
        self._at = written

    def _end_list(self, written: str) -> None:
        # Only the first formula is the list; others of the name belong elsewhere.
        self._list = self._list or written.strip()

    def _end_validation(self, _text: str) -> None:
        rule, self._rule = self._rule, None
        if rule is None or len(self._at) > self._limits.text:
            return
        title, hint = rule.get("promptTitle"), rule.get("prompt")
        source = self._list if rule.get("type") == "list" else ""
        if not (title or hint or source):
            return
        places = self._at.split()
        self._places += len(places)
        if self._places > self._limits.names:
            raise Refused("too-many-names", {"prompts": self._limits.names})
        alone = [address(at) for at in places if ":" not in at]
        if title:
            self.prompts.update(dict.fromkeys(alone, unescaped(title)))
        if hint:
            self.hints.update(dict.fromkeys(alone, unescaped(hint)))
        if source and len(source) <= self._limits.text:
            areas = ((area, source) for at in places if (area := _area(at)))
            self.choices += areas


def _area(written: str) -> Area | None:
    """Return an area; None for what is none, which no dropdown can be on."""
    first, _, last = written.partition(":")
    try:
        return (*parse_a1(first), *parse_a1(last or first))
    except ValueError:
        return None
