"""What has been found in a document so far, and how places in it are called."""

from __future__ import annotations

from attrs import define, field

from model_forms.accessibility.outline import (
    Blot,
    Box,
    Field,
    Heading,
    Link,
    Looks,
    Paragraph,
    Picture,
    Stretch,
    Table,
    keep,
)
from model_forms.finding import Place
from model_forms.text import Text, both

_WORDS: dict[str, Text] = {
    "paragraph": both("afsnit {}", "paragraph {}"),
    "table": both("tabel {}", "table {}"),
    "row": both("række {}", "row {}"),
    "column": both("kolonne {}", "column {}"),
    "header": both("sidehoved", "header"),
    "footer": both("sidefod", "footer"),
    "note": both("fodnoter", "footnotes"),
    "box": both("tekstboks", "text box"),
}


def called(key: str, language: str, number: int | None = None) -> str:
    """Return what a place is called."""
    return _WORDS[key].get(language).format(number)


def at(*parts: str) -> Place:
    """Return the place that *parts* name, from the outermost inwards."""
    return Place(sheet=", ".join(each for each in parts if each))


@define
class Found:
    """
    Everything that an outline is made of, in the order of the document.

    *told* grows with all that says something: words, fields and pictures.
    """

    told: int = 0
    headings: list[Heading] = field(factory=list)
    paragraphs: list[Paragraph] = field(factory=list)
    stretches: Looks = field(factory=dict)
    tables: list[Table] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    links: list[Link] = field(factory=list)
    fields: list[Field] = field(factory=list)
    blots: list[Blot] = field(factory=list)
    boxes: list[Box] = field(factory=list)

    def see(self, stretch: Stretch) -> None:
        """Take note of words in one look."""
        keep(self.stretches, stretch)
