"""Checks for answers that left their question: small, one sign each."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from model_forms.finding import Finding
from model_forms.forms.fields import is_empty
from model_forms.forms.normal import normal
from model_forms.theme import PLAIN
from model_forms_excel import doubts
from model_forms_excel.cells import LAST_ROW, Area, Book, Sheet
from model_forms_excel.layout import ANSWER
from model_forms_excel.spots import Spot
from model_forms_excel.telling import place
from model_forms_excel.tint import MOST, number_in
from model_forms_excel.witnesses import Witnesses

Stretch = tuple[int, int]
Target = tuple[str, int, int]
NO_NAME: Target = ("", 0, 0)

WITNESSES = 4
"""The code, the question, and the keys on both sides: all that a row can have."""


@frozen
class Doubt:
    """Questions whose answer is not to be read, and why."""

    keys: frozenset[str]
    findings: tuple[Finding, ...]


@frozen
class Sight:
    """What the checks look at: a book, and where the lines of a form stand in it."""

    witnesses: Witnesses
    book: Book
    spots: Mapping[str, tuple[Spot, ...]]

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets by their names."""
        return {sheet.name: sheet for sheet in self.book.sheets}

    def tint(self, spot: Spot) -> int | None:
        """Return the number in the colour of an answer; None when there is none."""
        if self.witnesses.tints.get(spot.key, MOST) >= MOST:
            return None
        cell = self.sheets[spot.sheet].cells.get(_cell(spot)[1:])
        return number_in(cell.fill, PLAIN.input_fill) if cell is not None else None

    def whole(self, moved: Mapping[str, tuple[Spot, Target]]) -> bool:
        """Tell whether all that a row can have agrees, the colour as well."""
        return all(
            spot.witnesses >= WITNESSES
            and self.tint(spot) in {None, self.witnesses.tints[key]}
            for key, (spot, _) in moved.items()
        )

    def overwritten(self, key: str, spot: Spot) -> Iterator[Doubt]:
        """Doubt an answer whose cell the workbook says is gone: another lies there."""
        cell = self.sheets[spot.sheet].cells.get(_cell(spot)[1:])
        if cell is not None and not is_empty(cell):
            yield Doubt(frozenset((key,)), (doubts.overwritten(spot.at("answer")),))


Check = Callable[[Sight], Iterator[Doubt]]


def _cell(spot: Spot) -> Target:
    return spot.sheet, spot.row, spot.columns["answer"]


def names(sight: Sight) -> Iterator[Doubt]:
    """
    Doubt answers whose name in the workbook points at another cell.

    Names say nothing where whole rows were sorted, which leaves names behind: each
    still points at some answer of the sheet, and all that a row has agrees. Nor do
    they where a program moved rows without them: all stand where they were issued.
    Both are told.
    """
    moved: dict[str, dict[str, tuple[Spot, Target]]] = defaultdict(dict)
    stayed: dict[str, bool] = defaultdict(lambda: True)
    for key, name in sight.witnesses.names.items():
        target, found = sight.book.names.get(name, NO_NAME), sight.spots.get(key, ())
        if target is NO_NAME or not found:
            continue
        if target is None:
            yield from sight.overwritten(key, found[0])
        sheet = found[0].sheet
        issued = (sight.witnesses.rows[key], ANSWER)
        stayed[sheet] = stayed[sheet] and target is not None and target[1:] == issued
        if target is not None and target not in {_cell(each) for each in found}:
            moved[sheet][key] = found[0], target
    for sheet, displaced in moved.items():
        if (stayed[sheet] or _same_cells(displaced)) and sight.whole(displaced):
            at = place(*_cell(next(iter(displaced.values()))[0]))
            yield Doubt(frozenset(), (doubts.rows_moved(at),))
            continue
        for key, (spot, target) in displaced.items():
            told = doubts.moved(place(*_cell(spot)), place(*target))
            yield Doubt(frozenset((key,)), (told,))


def covered(sight: Sight) -> Iterator[Doubt]:
    """
    Doubt an answer whose cell another answer was pasted over, as two names tell.

    LibreOffice lets the name of what was overwritten stay where it is.
    """
    named: dict[Target, list[str]] = defaultdict(list)
    for key, name in sight.witnesses.names.items():
        target = sight.book.names.get(name)
        if target is not None and key in sight.spots:
            named[target].append(key)
    for target, keys in named.items():
        own = {each for each in keys if _cell(sight.spots[each][0]) == target}
        if own and len(keys) > 1:
            yield Doubt(frozenset(own), (doubts.overwritten(place(*target)),))


def _same_cells(moved: Mapping[str, tuple[Spot, Target]]) -> bool:
    """Tell whether names and answers are the same cells: whole rows were sorted."""
    return {_cell(spot) for spot, _ in moved.values()} == {
        target for _, target in moved.values()
    }


def tints(sight: Sight) -> Iterator[Doubt]:
    """
    Doubt a section whose answers have changed places, as their colours tell.

    A colour that is there twice was copied with an answer, which is no doubt: only a
    mere change of places is what sorting the answers by themselves gives.
    """
    sections: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for key, found in sight.spots.items():
        number = sight.tint(found[0]) if len(found) == 1 else None
        if number is not None:
            section = sight.witnesses.layout.lines[key].section
            sections[found[0].sheet, section][key] = number
    for seen in sections.values():
        issued = {key: sight.witnesses.tints[key] for key in seen}
        changed = [key for key in seen if seen[key] != issued[key]]
        if changed and sorted(seen.values()) == sorted(issued.values()):
            codes = [sight.witnesses.layout.lines[key].code for key in changed]
            at = place(*_cell(sight.spots[changed[0]][0]))
            yield Doubt(frozenset(seen), (doubts.swapped(codes, at),))


def misfits(sight: Sight) -> Iterator[Doubt]:
    """
    Doubt a section where an answer fits another of its questions, but not its own.

    It is enough that one fits the question above or below, that an option stands where
    words are asked for, or that there are two.
    """
    sections: dict[tuple[str, str], list[tuple[Spot, str]]] = defaultdict(list)
    for key, line in sight.witnesses.layout.fields.items():
        for spot in sight.spots.get(key, ())[:1]:
            cell = sight.sheets[spot.sheet].cells.get(_cell(spot)[1:])
            text = cell.value if cell is not None else None
            said = normal(text) if isinstance(text, str) else ""
            sections[spot.sheet, line.section].append((spot, said))
    for seen in sections.values():
        found = list(_misfits(sight.witnesses, seen))
        if len(found) > 1 or any(near for _, near in found):
            keys = frozenset(spot.key for spot, _ in seen)
            spot = found[0][0]
            code = sight.witnesses.layout.lines[spot.key].code
            yield Doubt(keys, (doubts.misfit(code, spot.at("answer")),))


def _misfits(
    witnesses: Witnesses, seen: list[tuple[Spot, str]]
) -> Iterator[tuple[Spot, bool]]:
    """Yield each answer that fits only other questions, and whether one is beside."""
    options = [witnesses.options.get(spot.key, frozenset()) for spot, _ in seen]
    known = frozenset().union(*options)
    for place_, (spot, said) in enumerate(seen):
        if said in known and said not in options[place_]:
            beside = (*options[max(0, place_ - 1) : place_], *options[place_ + 1 :][:1])
            words = witnesses.layout.lines[spot.key].want == "text"
            yield spot, words or any(said in each for each in beside)


def merges(sight: Sight) -> Iterator[Doubt]:
    """Doubt answers whose cell was merged with another."""
    if not any(sheet.merges for sheet in sight.book.sheets):
        return
    merged: dict[tuple[str, int], list[Stretch]] = {}
    for key, found in sight.spots.items():
        for spot in found:
            at = spot.sheet, spot.columns["answer"]
            if at not in merged:
                merged[at] = _merged(sight.sheets[spot.sheet].merges, at[1])
            place_ = bisect_right(merged[at], (spot.row, LAST_ROW)) - 1
            if place_ >= 0 and spot.row <= merged[at][place_][1]:
                told = doubts.merged(spot.at("answer"))
                yield Doubt(frozenset((key,)), (told,))


def _merged(areas: Iterable[Area], column: int) -> list[Stretch]:
    """Return where a column is merged with its left or with rows, from the top."""
    found: list[Stretch] = []
    for top, left, bottom, right in sorted(areas):
        if not left <= column <= right or not (bottom > top or left < column):
            continue
        if found and top <= found[-1][1]:
            found[-1] = found[-1][0], max(bottom, found[-1][1])
        else:
            found.append((top, bottom))
    return found


CHECKS: tuple[Check, ...] = (names, covered, tints, misfits, merges)
