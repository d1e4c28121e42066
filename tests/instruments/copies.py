"""Asks programs that are no packages but public code: an API in Python, a file in R."""

import csv
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from drawing import ROWS, Record, drawn, numbers

PSY = {
    "who_5": ("who5", {"raw_total": "raw", "index": "index"}, {}),
    "swls": ("swls", {"total": "total"}, {}),
    "t_ils": ("ucla3", {"total": "total"}, {}),
    "rosenberg": ("rses", {"total": "total"}, {}),
    "pss_10": ("pss10", {"total": "total"}, {}),
    "hads": (
        "hads",
        {"anxiety": "anxiety", "depression": "depression", "total": "total"},
        {},
    ),
    "k10": (
        "k10",
        {"total": "total", "severity": "total.band"},
        {"low": "low", "moderate": "mild", "high": "moderate", "very_high": "severe"},
    ),
    "ces_d": (
        "cesd",
        {"total": "total", "severity": "total.band"},
        {"positive_screen": "at_risk", "negative_screen": "below"},
    ),
    "audit": (
        "audit",
        {"total": "total", "band": "total.band"},
        {
            "low_risk": "zone_1",
            "hazardous": "zone_2",
            "harmful": "zone_3",
            "dependence": "zone_4",
        },
    ),
}
"""Its module for each instrument, what its fields are called here, and its words."""


def commit(path):
    """Return the commit of a copy: what its file VERSION says, or else git."""
    said = Path(path, "VERSION")
    if said.exists():
        return said.read_text("utf-8").strip()
    asked = ["git", "-C", str(path), "rev-parse", "HEAD"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout[:12]


def psy(path):
    """Record the scorers of Synexiun/psy."""
    sys.path.insert(0, str(Path(path, "services", "api", "src")))
    for instrument, (name, fields, words) in PSY.items():
        module = import_module(f"discipline.psychometric.scoring.{name}")
        scorer = getattr(module, f"score_{name}")
        rows = []
        for answers in drawn(instrument):
            found = scorer(numbers(answers))
            rows.append([answers, *(getattr(found, field) for field in fields)])
        Record(
            instrument=instrument,
            by="Synexiun/psy",
            version=commit(path),
            columns=list(fields.values()),
            words=words,
        ).keep(rows)


SCRIPT = """
source(commandArgs(TRUE)[1])
steps <- body(sdq_eval)
# Its last line gives the totals alone; the subscales are wanted too.
steps[[length(steps)]] <- quote(
  return(data.frame(emotion, conduct, hyper, peer, prosoc, sdq))
)
body(sdq_eval) <- steps
answers <- read.csv(commandArgs(TRUE)[2])
write.csv(sdq_eval(answers), commandArgs(TRUE)[3], row.names = FALSE, na = "")
"""
SUBSCALES = {
    "emotion": "emotional",
    "conduct": "conduct",
    "hyper": "hyperactivity",
    "peer": "peer",
    "prosoc": "prosocial",
    "sdq_total": "difficulties",
    "sdq_internal": "internalising",
    "sdq_external": "externalising",
}


def schoolproblems(path):
    """Record the SDQ function in R, an adaptation of its publisher's own."""
    answers = drawn("sdq_self", rows=2 * ROWS, blanks=0.3)
    with tempfile.TemporaryDirectory() as folder:
        script, given, found = (Path(folder, each) for each in ("s.R", "in", "out"))
        script.write_text(SCRIPT, "utf-8")
        _write_for_r(given, answers)
        source = Path(path, "sdq_eval.R")
        subprocess.run(["Rscript", script, source, given, found], check=True)
        with found.open(encoding="utf-8", newline="") as file:
            scores = list(csv.DictReader(file))
    Record(
        instrument="sdq_self",
        by="schoolproblems",
        version=commit(path),
        columns=list(SUBSCALES.values()),
    ).keep(
        [
            [each, *(int(row[name]) if row[name] else None for name in SUBSCALES)]
            for each, row in zip(answers, scores, strict=True)
        ]
    )


def _write_for_r(path, answers):
    """Write answers as the function has them: 1 to 3, and a supplement left alone."""
    names = [
        f"PB{part:02}_{number:02}"
        for part, count in ((1, 8), (2, 8), (3, 9))
        for number in range(1, count + 1)
    ]
    others = ["PB04", "PB06", *(f"PB07_{number:02}" for number in range(1, 5))]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([*names, *others])
        for each in answers:
            coded = ["" if digit == "." else int(digit) + 1 for digit in each]
            rows.writerow([*coded, *(1 for _ in others)])
