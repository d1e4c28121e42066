"""What programs work out anew when a document is opened: page numbers, dates, names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from attrs import define, field

_VOLATILE = frozenset({
    "author", "comments", "createdate", "date", "docproperty", "edittime", "filename",
    "filesize", "info", "keywords", "lastsavedby", "numchars", "numpages", "numwords",
    "page", "pageref", "printdate", "revnum", "savedate", "section", "sectionpages",
    "seq", "styleref", "subject", "template", "time", "title", "toc", "useraddress",
    "userinitials", "username",
})  # fmt: skip
_LONGEST_CODE = 1000


@define
class Fields:
    """The fields that are open where a document is read, and what each was told."""

    codes: list[str] = field(factory=list)
    found: list[bool] = field(factory=list)
    _around: int = 0

    @property
    def volatile(self) -> bool:
        """Whether a program works out anew what stands here."""
        return self._around > 0 or any(
            found and _is_volatile(code)
            for code, found in zip(self.codes, self.found, strict=True)
        )

    def turn(self, kind: str) -> None:
        """Note a mark of a field: begin, separate or end."""
        if kind == "begin":
            self.codes.append("")
            self.found.append(False)
        elif kind == "separate" and self.found:
            self.found[-1] = True
        elif kind == "end" and self.found:
            self.codes.pop()
            self.found.pop()

    @contextmanager
    def simple(self, code: str) -> Iterator[None]:
        """Read what stands in a field that is one element, and is told *code*."""
        around = self._around
        self._around += _is_volatile(code)
        yield
        self._around = around

    def ask(self, code: str) -> None:
        """Note what the innermost field is told; a file may tell it at any length."""
        if self.codes and not self.found[-1] and len(self.codes[-1]) < _LONGEST_CODE:
            self.codes[-1] += code


def _is_volatile(code: str) -> bool:
    """Tell whether what a field shows changes by itself."""
    return (code.split() or [""])[0].casefold() in _VOLATILE
