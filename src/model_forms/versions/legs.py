"""The way from one version to the next, with its steps by the items they are of."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import (
    AnyStep,
    Drop,
    Merge,
    Migration,
    Rename,
    Rescale,
    Split,
    renamed_item,
    takes,
)


@frozen(kw_only=True)
class Leg:
    """The way from *one* version to the *other*; no *migration* within one version."""

    one: Questionnaire
    other: Questionnaire
    migration: Migration | None = None
    renames: Mapping[str, str] = field(init=False)
    rescales: Mapping[str, Rescale] = field(init=False)
    moves: Mapping[str, Split | Merge | Drop] = field(init=False)

    @renames.default
    def _renamed(self) -> Mapping[str, str]:
        renames = [each for each in self._steps if isinstance(each, Rename)]
        return {key: each.to for each in renames if (key := renamed_item(each))}

    @rescales.default
    def _rescaled(self) -> Mapping[str, Rescale]:
        return {each.item: each for each in self._steps if isinstance(each, Rescale)}

    @moves.default
    def _moved(self) -> Mapping[str, Split | Merge | Drop]:
        moves = [each for each in self._steps if isinstance(each, Split | Merge | Drop)]
        return {key: each for each in moves for key in takes(each)}

    @property
    def _steps(self) -> tuple[AnyStep, ...]:
        return self.migration.steps if self.migration else ()
