"""The engine against programs that others wrote, on random answers: no differences."""

import json

import pytest

from instruments import BY_ID
from instruments.answering import options, scored
from instruments.drawing import RECORDED as FOLDER
from instruments.drawing import SHAPES, drawn

RECORDED = sorted(FOLDER.glob("*.json"))
BY_HAND_ONLY = {"kidscreen_10", "qids_sr16", "tipi", "cbi", "sdq_parent", "sdq_teacher"}
"""Nobody else's program was found for these, or it is the same as another's."""


def read(path):
    """Return what a program answered."""
    return json.loads(path.read_text(encoding="utf-8"))


def said(result, column):
    """Return what the engine says in the terms of the record."""
    if column.endswith(".band"):
        return result.band
    return None if result.value is None else f"{float(result.value):.15g}"


def told(record, column, value):
    """Return what the program said; numbers as they are written, with 15 digits."""
    if value is None:
        return None
    return record["words"][value] if column.endswith(".band") else f"{value:.15g}"


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_the_engine_says_what_the_other_program_says(path):
    """Every score and every band of every respondent is the same."""
    record = read(path)
    differences = []
    for digits, *values in record["rows"]:
        found = scored(record["instrument"], digits)
        for column, value in zip(record["columns"], values, strict=True):
            ours = said(found[column.removesuffix(".band")], column)
            theirs = told(record, column, value)
            if ours != theirs:
                differences.append((digits, column, ours, theirs))

    assert [] == differences


def test_every_instrument_is_compared_or_said_not_to_be():
    """An instrument that is added is compared, or named as worked out by hand only."""
    compared = {read(path)["instrument"] for path in RECORDED}

    assert set(BY_ID) == compared | BY_HAND_ONLY
    assert not compared & BY_HAND_ONLY


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_random_answers_reach_every_band(path):
    """The answers are spread so that each word is compared, and not only the middle."""
    record = read(path)
    for place, column in enumerate(record["columns"], start=1):
        if column.endswith(".band"):
            seen = {record["words"][row[place]] for row in record["rows"]}
            assert _words(record["instrument"], column.removesuffix(".band")) <= seen


def _words(id, name):
    score = BY_ID[id].score[name]
    if score.bands is None:
        return {case.code for case in score.rule.cases}
    return {band.code for band in BY_ID[id].band_set[score.bands].bands}


def test_blanks_are_compared_where_the_other_program_has_a_rule():
    """The subscales of the SDQ and the workbook of SAMM are given blanks too."""
    with_blanks = {
        read(path)["instrument"]
        for path in RECORDED
        if any("." in row[0] for row in read(path)["rows"])
    }

    assert {"samm_2", "sdq_self"} == with_blanks


@pytest.mark.parametrize("id", sorted(SHAPES))
def test_the_answers_drawn_are_those_that_the_instrument_allows(id):
    """What is drawn for the other programs is what our questionnaire offers."""
    questionnaire = BY_ID[id]

    offered = ["".join(options(questionnaire, key)) for key in questionnaire.items]
    assert SHAPES[id] == offered


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_the_answers_kept_are_drawn_from_the_seed(path):
    """The same answers are drawn again, so a record can be made again."""
    record = read(path)
    kept = [row[0] for row in record["rows"]]
    blanks = {"sdq_self": 0.3, "samm_2": 0.2}.get(record["instrument"], 0.0)

    assert drawn(record["instrument"], len(kept), blanks) == kept
