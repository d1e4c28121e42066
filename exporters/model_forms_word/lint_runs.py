"""What stands in one paragraph: words in their looks, links, fields, drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from attrs import define, field

from model_forms.accessibility.outline import Field, Link, Stretch
from model_forms_word.lint_drawings import read_drawing, read_pict
from model_forms_word.lint_found import at
from model_forms_word.lint_look import PLAIN, Look, LookReader, below, child
from model_forms_word.read_markup import attribute, name

if TYPE_CHECKING:
    from model_forms_word.lint_body import BodyReader, Within

_SILENT = frozenset({
    "del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr",
    "sdtEndPr", "Fallback", "annotationRef",
})  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
# Controls that hold other things, and are not filled in themselves.
_HOLDERS = frozenset({
    "docPartObj", "docPartList", "group", "repeatingSection", "repeatingSectionItem",
    "citation", "bibliography", "equation",
})  # fmt: skip
_USUAL_SIZE = 20.0
"""Half points of letters whose size is stated nowhere."""


@define
class Runs:
    """Reads one paragraph; *look* is that of its style."""

    reader: BodyReader
    within: Within
    look: Look = PLAIN
    bold_style: bool = field(default=False, kw_only=True)
    words: list[str] = field(init=False, factory=list)
    holds: bool = field(init=False, default=False)
    language: str | None = field(init=False, default=None)
    _bold: bool = field(init=False, default=True)

    @property
    def bold(self) -> bool:
        """Whether all words were made bold, and not by the paragraph's style."""
        return self._bold and not self.bold_style and bool("".join(self.words).strip())

    def read(self, element: Element) -> None:
        """Go through what is below *element*, in order."""
        for each in element:
            kind = name(each)
            if kind == "r":
                self._run(each)
            elif kind == "hyperlink":
                self._link(each)
            elif kind == "sdt":
                self.control(each)
                self.read(each)
            elif kind not in _SILENT:
                self.read(each)

    def _link(self, element: Element) -> None:
        before = len(self.words)
        self.read(element)
        target = attribute(element, "anchor") or self.reader.target(
            attribute(element, "id")
        )
        words, place = "".join(self.words[before:]), at(*self.within.where)
        if target:
            link = Link(at=place, words=words, target=target)
            self.reader.found.links.append(link)

    def control(self, element: Element) -> None:
        """Note a control that is to be filled in, with what it is called."""
        properties = child(element, "sdtPr")
        marks = {name(each): each for each in below(properties)}
        if properties is None or marks.keys() & _HOLDERS:
            return
        alias = marks.get("alias")
        label = attribute(alias, "val") if alias is not None else ""
        self._field(label)

    def _field(self, label: str) -> None:
        place = at(*self.within.where)
        self.reader.found.fields.append(Field(at=place, label=label))
        self.reader.found.told += 1
        self.holds = True

    def _run(self, element: Element) -> None:
        properties = child(element, "rPr")
        style = child(properties, "rStyle")
        id = attribute(style, "val") if style is not None else ""
        named = self.reader.styles.style(id).look if id else PLAIN
        own = LookReader(self.reader.colours).of(properties)
        look = own.over(named.over(self.look))
        words = "".join(self._piece(each) for each in element)
        self.words.append(words)
        if words.strip() and not look.hidden:
            self._told(words, look)

    def _told(self, words: str, look: Look) -> None:
        self.reader.found.told += 1
        self._bold = self._bold and bool(look.bold)
        self.language = self.language or look.language
        ground = look.ground or self.within.ground
        self.reader.found.see(
            Stretch(
                at=at(*self.within.where),
                words=words,
                ink=look.inked(ground),
                ground=ground,
                points=(look.size or _USUAL_SIZE) / 2,
                bold=bool(look.bold),
            )
        )

    def _piece(self, element: Element) -> str:
        kind = name(element)
        if kind == "t":
            return element.text or ""
        if kind == "br" and attribute(element, "type"):
            self.holds = True
        elif kind == "sym":
            return "\ufffd"
        elif kind == "drawing":
            self._drawn(read_drawing(element, self.reader, self.within))
        elif kind in {"pict", "object"}:
            self._drawn(read_pict(element, self.reader, self.within))
        elif kind == "ffData" or (kind == "fldChar" and len(element)):
            self._old_field(element)
        elif kind == "AlternateContent":
            for each in below(child(element, "Choice")):
                self._piece(each)
        return _SIGNS.get(kind, "")

    def _drawn(self, told: int) -> None:
        self.holds = True
        self.reader.found.told += told

    def _old_field(self, element: Element) -> None:
        """Note a field of the kind that Word had before controls."""
        data = next((each for each in element.iter() if name(each) == "ffData"), None)
        if data is None:
            return
        texts = [child(data, each) for each in ("helpText", "statusText")]
        said = [attribute(each, "val") for each in texts if each is not None]
        self._field(next((each for each in said if each), ""))
