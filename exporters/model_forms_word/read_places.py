"""Where a field stands in the file, also when it is blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from model_forms.demands import Path
from model_forms.finding import Place
from model_forms.response import Answer, Given
from model_forms_word.read_spots import Located

Answers = Mapping[str, Answer]


@frozen
class Places:
    """The places of the fields of one document, which gave *answers*."""

    located: Located
    answers: Answers
    _paths: Mapping[Place, str] = field(init=False)

    @_paths.default
    def _by_place(self) -> dict[Place, str]:
        return {
            spot.place: path.lstrip("#")
            for path, spots in self.located.spots.items()
            for spot in spots
        }

    def of(self, path: Path) -> Place | None:
        """Return where the field at *path* stands; rows are counted from 0."""
        answers: Answers = self.answers
        before = ""
        for depth, (key, number) in enumerate(
            zip(path[:-1:2], path[1::2], strict=True), start=1
        ):
            row = _row(answers.get(str(key)), number)
            block = self.block_of(row, depth) if row is not None else None
            if row is None or block is None:
                return None
            answers, before = row, f"{block}."
        wanted = f"{before}{path[-1]}"
        for each in (wanted, f"#{wanted}", f"{wanted}/from", f"#{before[:-1]}"):
            spots = self.located.spots.get(each)
            if spots:
                return spots[0].place
        return None

    def block_of(self, row: Answers, depth: int = 1) -> str | None:
        """Return the block that *row* was read from; *depth* counts blocks within."""
        for place in _places(row):
            parts = self._paths.get(place, "").split("]")
            if len(parts) > depth:
                return "]".join(parts[:depth]) + "]"
        return None


def _row(answer: Answer | None, number: str | int) -> Answers | None:
    rows = answer.value if isinstance(answer, Given) else ()
    if isinstance(rows, tuple) and isinstance(number, int) and number < len(rows):
        row = rows[number]
        return row if isinstance(row, Mapping) else None
    return None


def _places(row: Answers) -> Iterator[Place]:
    for answer in row.values():
        if answer.at is not None:
            yield answer.at
        if isinstance(answer, Given) and isinstance(answer.value, tuple):
            for each in answer.value:
                if isinstance(each, Mapping):
                    yield from _places(each)
