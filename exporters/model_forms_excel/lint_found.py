"""What has been found in a workbook so far."""

from __future__ import annotations

from attrs import define, evolve, field

from model_forms.accessibility.outline import (
    Blot,
    Box,
    Field,
    Link,
    Picture,
    Sheet,
    Stretch,
    Table,
)


@define
class Found:
    """Everything that an outline is made of, in the order of the sheets."""

    stretches: dict[tuple[object, ...], Stretch] = field(factory=dict)
    tables: list[Table] = field(factory=list)
    pictures: list[Picture] = field(factory=list)
    links: list[Link] = field(factory=list)
    fields: list[Field] = field(factory=list)
    blots: list[Blot] = field(factory=list)
    boxes: list[Box] = field(factory=list)
    sheets: list[Sheet] = field(factory=list)

    def see(self, stretch: Stretch) -> None:
        """Keep one stretch of each look, and count the others."""
        key = stretch.ink, stretch.ground, stretch.points, stretch.bold
        first = self.stretches.get(key, evolve(stretch, count=0))
        self.stretches[key] = evolve(first, count=first.count + 1)
