"""The workbook part of an xlsx file: its sheets, and which of them it opens on."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from attrs import frozen

from model_forms_excel.guard import Budget
from model_forms_excel.mark_xml import Element, Patch, parse, with_prefix
from model_forms_excel.xlsx_package import link_id

_WANTED = frozenset({"sheet", "workbookView", "definedName"})
_LONGEST = 31


@frozen
class WorkbookPart:
    """The workbook part, and where in it sheets, windows and names stand."""

    data: bytes
    root: Element

    @classmethod
    def read(cls, data: bytes, budget: Budget) -> WorkbookPart:
        """Read the part."""

        def keep(local: str, depth: int, _attributes: Mapping[str, str]) -> bool:
            return depth == 1 or local in _WANTED

        return cls(data, parse(data, keep, budget))

    def _children(self, holder: str, local: str) -> list[Element]:
        found = self.root.first(holder)
        return found.all(local) if found is not None else []

    @property
    def sheets(self) -> list[tuple[str, str]]:
        """The name of each sheet, and the id of the link to its part."""
        return [
            (each.attributes["name"], link_id(dict(each.attributes)))
            for each in self._children("sheets", "sheet")
        ]

    def free_name(self, wanted: str) -> str:
        """Return a name that no sheet has: *wanted*, or one with a number."""
        taken = {name.casefold() for name, _ in self.sheets}
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted[: _LONGEST - 4]} {number}"
        return name

    def with_first(self, wanted: str, link: str, links: str) -> bytes:
        """
        Return the part with one more sheet in front, on which the file opens.

        *link* is the id of the link to its part, *links* the namespace of such ids.
        """
        patch = Patch(self.data)
        holder = self.root.first("sheets")
        assert holder is not None  # noqa: S101  the workbook was read
        ids = [each.attributes.get("sheetId", "0") for each in holder.all("sheet")]
        number = max((int(each) for each in ids if each.isdecimal()), default=0) + 1
        made = (
            f"<sheet name={quoteattr(self.free_name(wanted))} "
            f'sheetId="{number}" xmlns:r="{links}" r:id="{link}"/>'
        )
        patch.insert(holder.inside, with_prefix(made.encode(), patch.prefix(holder)))
        for each in self._children("definedNames", "definedName"):
            local = each.attributes.get("localSheetId", "")
            if local.isdecimal():
                patch.set(each, {"localSheetId": str(int(local) + 1)})
        for place, view in enumerate(self._children("bookViews", "workbookView")):
            active = view.attributes.get("activeTab", "0")
            other = str(int(active) + 1) if active.isdecimal() else "0"
            patch.set(view, {"activeTab": other if place else "0", "firstSheet": None})
        return patch.done()

    def opening_on(self, name: str) -> bytes:
        """Return the part so that the file opens on the sheet *name*, in sight."""
        patch = Patch(self.data)
        for place, each in enumerate(self._children("sheets", "sheet")):
            if each.attributes["name"] != name:
                continue
            if "state" in each.attributes:
                patch.set(each, {"state": None})
            for view in self._children("bookViews", "workbookView")[:1]:
                patch.set(view, {"activeTab": str(place), "firstSheet": None})
        return patch.done()
