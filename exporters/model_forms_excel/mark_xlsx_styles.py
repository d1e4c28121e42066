"""Styles of ours put behind those that an xlsx file has; none of its own changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from model_forms_excel.guard import Budget
from model_forms_excel.mark_xml import Element, Patch, parse, with_prefix

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles",
    "dxfs", "tableStyles", "colors", "extLst",
)  # fmt: skip
_ITEMS = {
    "fonts": "font", "fills": "fill", "borders": "border", "cellXfs": "xf",
    "dxfs": "dxf",
}  # fmt: skip
_PLAIN_FILL = b'<fill><patternFill patternType="none"/></fill>'
_LEAST = {
    "fonts": [b"<font/>"], "fills": [_PLAIN_FILL] * 2, "borders": [b"<border/>"],
    "cellXfs": [b"<xf/>"], "dxfs": [],
}  # fmt: skip
"""What a workbook has in a section that it leaves out."""

_POINTER = re.compile(rb'\b(fontId|fillId|borderId)="(\d+)"')
_NAMED_STYLE = re.compile(rb' xfId="\d+"')
_POINTS = {b"fontId": "fonts", b"fillId": "fills", b"borderId": "borders"}


@frozen
class Grafted:
    """A styles part with ours in it, and how many of each kind it had before."""

    data: bytes
    before: Mapping[str, int]


def graft(data: bytes, ours: bytes, budget: Budget) -> Grafted:
    """Return the styles *data* with all the fonts, fills, formats … of *ours*."""
    theirs, scion = _sections(data, budget), _sections(ours, budget)
    root, patch = theirs[""], Patch(data)
    prefix = patch.prefix(root)
    before = {
        kind: len(theirs[kind].all(item)) if kind in theirs else 0
        for kind, item in _ITEMS.items()
    }
    fresh: dict[int, bytes] = {}
    for kind, item in _ITEMS.items():
        added = scion[kind].all(item) if kind in scion else []
        xml = b"".join(ours[each.start : each.end] for each in added)
        if kind not in theirs:
            # Cells without a format have the first one: it must stay a plain one.
            xml = b"".join(_LEAST[kind]) + xml
            before[kind] = len(_LEAST[kind])
        if kind == "cellXfs":
            xml = _POINTER.sub(lambda found: _moved(found, before), xml)
            if "cellStyleXfs" not in theirs:
                xml = _NAMED_STYLE.sub(b"", xml)
        xml = with_prefix(xml, prefix)
        count = str(before[kind] + len(added))
        if kind in theirs:
            patch.append(theirs[kind], xml, {"count": count})
        else:
            tag = prefix + kind.encode()
            made = b'<%s count="%s">%s</%s>' % (tag, count.encode(), xml, tag)
            at = _place(root, kind)
            fresh[at] = fresh.get(at, b"") + made
    for at, made in fresh.items():
        patch.insert(at, made)
    return Grafted(patch.done(), before)


def _sections(data: bytes, budget: Budget) -> dict[str, Element]:
    root = parse(
        data, lambda local, depth, _: depth == 1 or local in _ITEMS.values(), budget
    )
    return {"": root} | {each.local: each for each in root.children}


def _moved(found: re.Match[bytes], before: Mapping[str, int]) -> bytes:
    return b'%s="%d"' % (found[1], int(found[2]) + before[_POINTS[found[1]]])


def _place(root: Element, kind: str) -> int:
    """Return where a section that is missing goes, among those there are."""
    earlier = _ORDER[: _ORDER.index(kind)]
    above = [each for each in root.children if each.local in earlier]
    return above[-1].end if above else root.inside
