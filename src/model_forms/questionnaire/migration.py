"""How answers to one version are carried to the next one, as values: a document."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import field, frozen

from model_forms.text import Text

MergeStrategy = Literal["mean", "highest", "lowest", "first", "ask"]
RescaleStrategy = Literal["linear", "map", "clamp", "reset"]
SplitStrategy = Literal["copy", "ask"]

_LONG = 20


@frozen(kw_only=True)
class Step:
    """One declared change; *because* is the reason, for whoever has answered."""

    kind: ClassVar[str]
    because: Text | None = None


@frozen(kw_only=True)
class Rename(Step):
    """What *at* names is called *to* now: ``items.KEY`` or ``scores.ID``."""

    kind = "rename"
    at: str
    to: str


@frozen(kw_only=True)
class Split(Step):
    """
    One *item* has become several.

    *copy* gives each of them the old answer; *ask* asks again.
    """

    kind = "split"
    item: str
    into: tuple[str, ...]
    strategy: SplitStrategy


@frozen(kw_only=True)
class Merge(Step):
    """
    Several *items* have become one.

    *mean*, *highest* and *lowest* are of the points; *first* is the first that has an
    answer; *ask* asks again.
    """

    kind = "merge"
    items: tuple[str, ...]
    to: str
    strategy: MergeStrategy


@frozen(kw_only=True)
class Rescale(Step):
    """
    An *item* is answered on another scale, or with other values, than before.

    *linear* keeps the place between lowest and highest; *map* names the new value of
    each old one (null: ask again); *clamp* moves what lies outside to the nearest
    value; *reset* asks again.
    """

    kind = "rescale"
    item: str
    strategy: RescaleStrategy
    map: dict[str, int | str | None] = field(factory=dict, hash=False)


@frozen(kw_only=True)
class Drop(Step):
    """An *item* is not asked any more, *because* of something."""

    kind = "drop"
    item: str
    because: Text


AnyStep = Rename | Split | Merge | Rescale | Drop
STEP_KINDS: tuple[type[Step], ...] = AnyStep.__args__


@frozen(kw_only=True)
class Migration:
    """
    How answers to *from_version* of the questionnaire *id* become ones to *to_version*.

    What no step names keeps its key and its answer. *hash* is taken of the content.
    """

    id: str
    from_version: str
    to_version: str
    steps: tuple[AnyStep, ...] = ()
    hash: str = field(default="", eq=False)

    def __str__(self) -> str:
        return f"{self.id}-{self.from_version}-to-{self.to_version}"


def takes(step: AnyStep) -> tuple[str, ...]:
    """Return the keys of the old items that *step* says something of."""
    if isinstance(step, Rename):
        key = renamed_item(step)
        return () if key is None else (key,)
    return step.items if isinstance(step, Merge) else (step.item,)


def gives(step: AnyStep) -> tuple[str, ...]:
    """Return the keys of the new items that *step* leads to."""
    if isinstance(step, Rename):
        return () if renamed_item(step) is None else (step.to,)
    if isinstance(step, Split):
        return step.into
    if isinstance(step, Merge):
        return (step.to,)
    return () if isinstance(step, Drop) else (step.item,)


def renamed_item(step: Rename) -> str | None:
    """Return the key of the item that *step* renames; None when it is a score."""
    what, _, key = step.at.partition(".")
    return key if what == "items" else None


def number_of(version: str) -> tuple[int, ...]:
    """
    Return a version as numbers, so that 1.10.0 comes after 1.9.0.

    A file may say anything: what is no number of a version counts as 0.
    """
    parts = version.split(".")
    return tuple(int(e) if e.isdecimal() and len(e) < _LONG else 0 for e in parts)
