"""The way from one version to another through the migrations that are known."""

from __future__ import annotations

from collections.abc import Iterable

from model_forms.questionnaire import Questionnaire
from model_forms.questionnaire.migration import Migration, number_of


def path_between(
    known: Iterable[Migration], one: Questionnaire, other: Questionnaire
) -> tuple[Migration, ...] | None:
    """
    Return the way from *one* to *other* in the fewest steps; None if there is none.

    Of two ways as short the one by newer versions is taken.
    """
    listed = [each for each in known if each.id == one.id]
    listed.sort(key=lambda each: number_of(each.to_version), reverse=True)
    ways: dict[str, tuple[Migration, ...]] = {one.version: ()}
    ends = [one.version]
    while ends and other.version not in ways:
        reached = []
        for end in ends:
            for each in listed:
                if each.from_version == end and each.to_version not in ways:
                    ways[each.to_version] = (*ways[end], each)
                    reached.append(each.to_version)
        ends = reached
    return ways.get(other.version)
