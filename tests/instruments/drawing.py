"""Random answers, the same wherever they are drawn, and the file they are kept in."""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

RECORDED = Path(__file__).parent / "recorded"
ROWS, SEED = 300, 20261122

LIKERT = "12345"
SHAPES = {
    "who_5": ["012345"] * 5,
    "swemwbs": [LIKERT] * 7,
    "swls": ["1234567"] * 5,
    "t_ils": ["123"] * 3,
    "phq_9": ["0123"] * 9,
    "gad_7": ["0123"] * 7,
    "k10": [LIKERT] * 10,
    "hads": ["0123"] * 14,
    "ces_d": ["0123"] * 20,
    "pss_10": ["01234"] * 10,
    "sdq_self": ["012"] * 25,
    "audit": ["01234"] * 8 + ["024"] * 2,
    "rosenberg": ["0123"] * 10,
    "bfi_10": [LIKERT] * 10,
    "samm_2": ["0123"] * 90,
}
"""The answers that each item of an instrument allows, in its own order."""


def drawn(instrument, rows=ROWS, blanks=0.0):
    """
    Return random answers, one string for each respondent; a full stop is a blank.

    Half of the respondents lean to one side, so that sums reach both ends of the
    range; *blanks* is the share of answers left out in every second row.
    """
    source = random.Random(f"{SEED} {instrument}")
    return [_respondent(source, SHAPES[instrument], row, blanks) for row in range(rows)]


def _respondent(source, shape, row, blanks):
    lean = source.random()
    answers = []
    for allowed in shape:
        tilt = lean if row % 4 < 2 else source.random()
        place = sum(source.random() < tilt for _ in allowed[1:])
        left_out = row % 2 and source.random() < blanks
        answers.append("." if left_out else allowed[place])
    return "".join(answers)


def numbers(answers):
    """Return complete answers as numbers."""
    return [int(each) for each in answers]


@dataclass(frozen=True, kw_only=True)
class Record:
    """
    What one program makes of one instrument.

    *columns* names our scores, with ``.band`` for the word; *words* says which of our
    bands each of the program's own words is.
    """

    instrument: str
    by: str
    version: str
    columns: list
    words: dict = field(default_factory=dict)

    def keep(self, rows):
        """Write the answers with what the program said, a line for each respondent."""
        head = {
            "instrument": self.instrument,
            "by": self.by,
            "version": self.version,
            "seed": SEED,
            "columns": self.columns,
            "words": self.words,
        }
        text = ",\n".join(
            f" {json.dumps(name)}: {json.dumps(value)}" for name, value in head.items()
        )
        lines = ",\n".join(f"  {json.dumps(row)}" for row in rows)
        RECORDED.mkdir(exist_ok=True)
        path = RECORDED / f"{self.instrument}-{self.by.split('/')[-1].lower()}.json"
        path.write_text(f'{{\n{text},\n "rows": [\n{lines}\n ]\n}}\n', "utf-8")
        print(f"{path.name}: {len(rows)} respondents")
