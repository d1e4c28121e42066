"""What has been found in a workbook so far."""

from __future__ import annotations

from attrs import define, field

from model_forms.accessibility.outline import (
    Blot,
    Box,
    Field,
    Link,
    Looks,
    Picture,
    Sheet,
    Stretch,
    Table,
    keep,
)


@define
class Found:
    """Everything that an outline is made of, in the order of the sheets."""

    stretches: Looks = field(factory=dict)
    tables: list[Table] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    links: list[Link] = field(factory=list)
    fields: list[Field] = field(factory=list)
    blots: list[Blot] = field(factory=list)
    boxes: list[Box] = field(factory=list)
    sheets: list[Sheet] = field(factory=list)

    def see(self, stretch: Stretch) -> None:
        """Take note of words in one look."""
        keep(self.stretches, stretch)
