"""Asks programs that are packages: BioPsyKit, CamCOPS and clincalc."""

from importlib import import_module, metadata

from drawing import Record, drawn, numbers

SEVERITY = {
    "none": "minimal",
    "none-minimal": "minimal",
    "minimal": "minimal",
    "mild": "mild",
    "moderate": "moderate",
    "moderately-severe": "moderately_severe",
    "moderately_severe": "moderately_severe",
    "severe": "severe",
}

BIOPSYKIT = {
    "pss_10": (
        "pss",
        {
            "PSS_Total": "total",
            "PSS_Helpless": "helplessness",
            "PSS_SelfEff": "self_efficacy",
        },
    ),
    "ces_d": ("cesd", {"CESD": "total"}),
    "hads": (
        "hads",
        {"HADS_Anxiety": "anxiety", "HADS_Depression": "depression", "HADS": "total"},
    ),
    "rosenberg": ("rse", {"RSE": "total"}),
    "phq_9": ("phq", {"PHQ9": "total"}),
    "swls": ("swls", {"SWLS": "total"}),
    "bfi_10": (
        "bfi_10",
        {
            "BFI_10_E": "extraversion",
            "BFI_10_V": "agreeableness",
            "BFI_10_G": "conscientiousness",
            "BFI_10_N": "neuroticism",
            "BFI_10_O": "openness",
        },
    ),
}
"""Its function for each instrument, and what its columns are called here."""


def biopsykit():
    """Record BioPsyKit."""
    pandas = import_module("pandas")
    scorers = import_module("biopsykit.questionnaires")
    version = metadata.version("biopsykit")
    for instrument, (name, columns) in BIOPSYKIT.items():
        answers = drawn(instrument)
        table = pandas.DataFrame([numbers(each) for each in answers])
        found = getattr(scorers, name)(table)[list(columns)].to_numpy()
        Record(
            instrument=instrument,
            by="BioPsyKit",
            version=version,
            columns=list(columns.values()),
        ).keep(
            [
                [each, *(float(value) for value in values)]
                for each, values in zip(answers, found, strict=True)
            ]
        )


class _Words:
    """Stands in for a request to CamCOPS: a word is its own name."""

    def sstring(self, word):
        return word.name.lower()


def _syndrome(task):
    return "mds" if task.is_mds() else "ods" if task.is_ods() else "neither"


def _phq_9(task):
    severity = task.severity(_Words())
    counts = task.n_core(), task.n_total()
    return [task.total_score(), severity, *counts, _syndrome(task)]


CAMCOPS = {
    "phq_9": (
        "phq9.Phq9",
        ["total", "total.band", "core", "symptoms", "syndrome.band"],
        SEVERITY | {"mds": "major", "ods": "other", "neither": "neither"},
        _phq_9,
    ),
    "gad_7": (
        "gad7.Gad7",
        ["total", "total.band"],
        SEVERITY,
        lambda task: [task.total_score(), task.severity(_Words())],
    ),
    "audit": ("audit.Audit", ["total"], {}, lambda task: [task.total_score()]),
    "swemwbs": ("wemwbs.Swemwbs", ["raw"], {}, lambda task: [task.total_score()]),
    "ces_d": (
        "cesd.Cesd",
        ["total", "total.band"],
        {"at risk": "at_risk", "not at risk": "below"},
        lambda task: [
            task.total_score(),
            "at risk" if task.has_depression_risk() else "not at risk",
        ],
    ),
}
"""
Its task for each instrument, our columns, its words, and what to ask it.

HADS is not among them: its items are turned round before they are typed in.
"""


def camcops():
    """Record the tasks of CamCOPS."""
    version = metadata.version("camcops-server")
    for instrument, (place, columns, words, ask) in CAMCOPS.items():
        module, name = place.split(".")
        kind = getattr(import_module(f"camcops_server.tasks.{module}"), name)
        rows = []
        for answers in drawn(instrument):
            task = kind()
            for number, answer in enumerate(numbers(answers), start=1):
                setattr(task, f"q{number}", answer)
            rows.append([answers, *ask(task)])
        Record(
            instrument=instrument,
            by="CamCOPS",
            version=version,
            columns=columns,
            words=words,
        ).keep(rows)


ZONES = {"Zone I": "zone_1", "Zone II": "zone_2", "Zone III": "zone_3"}


def clincalc():
    """Record clincalc."""
    calculate = import_module("clincalc").calculate
    for instrument, name, word, words in (
        ("phq_9", "phq9", "severity", SEVERITY),
        ("gad_7", "gad7", "severity", SEVERITY),
        ("audit", "audit", "risk_zone", ZONES | {"Zone IV": "zone_4"}),
    ):
        rows = []
        for answers in drawn(instrument):
            found = calculate(name, {"responses": numbers(answers)})
            rows.append([answers, found["result"], found["working"][word]])
        Record(
            instrument=instrument,
            by="clincalc",
            version=metadata.version("clincalc"),
            columns=["total", "total.band"],
            words=words,
        ).keep(rows)
