"""An assessment as the JSON document of the outer contract."""

import json

from hypothesis import given, settings

from builders import UNKNOWN, answered, item, score, small, text
from builders import document as small_document
from model_forms.assessment import assess
from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from
from model_forms.finding import Place
from model_forms.response import Given
from model_forms.results import assessment_to
from strategies import with_panel


def document():
    """The document of two respondents who disagree on one item."""
    value = small(
        ["a", "b", item("w", "A-9", {"kind": "text"})],
        scores=[
            score("s", {"kind": "mean", "of": ["a", "b"], "rescale": [0, 100]}),
            score("n", {"kind": "mean", "of": ["b"]}, sufficiency="e"),
        ],
        sufficiency=[{"id": "e", "roles": 3}],
        panel={"disagreement": 2, "knowledge_gap": 0.8},
        notices=[
            {"id": "honest", "kind": "result", "text": text("Ærligt")},
            {"id": "own", "kind": "origin", "text": text("Vores egne")},
            {"id": "private", "kind": "privacy", "text": text("Ingen navne")},
        ],
    )
    at = Place(sheet="Skema", cell="D4")
    police = answered(value, a=Given(value=4, remark="tit", at=at), b=1, w="Hej")
    school = answered(value, "school", "Skolen", a=1, b=UNKNOWN)
    return assessment_to(assess(value, [school, police]))


class TestAssessmentTo:
    def test_an_item(self):
        """Mean, score100, roles, coverage and disagreement as in the contract."""
        assert {
            "mean": 2.5,
            "score100": 62.5,
            "by_role": {"police": 4, "school": 1},
            "coverage": 1,
            "disagreement": True,
        } == document()["items"]["a"]

    def test_a_score(self):
        """Value, band, base, coverage and gap as in the contract."""
        found = document()["scores"]["s"]
        del found["explanation"]

        assert {
            "value": 43.75,
            "shown": 44,
            "band": None,
            "withheld": None,
            "base": {"items": 2, "answered": 2, "roles": 2, "respondents": 2},
            "coverage": 0.75,
            "knowledge_gap": True,
        } == found

    def test_a_withheld_score(self):
        """No value, nothing to show, and the reason."""
        found = document()["scores"]["n"]

        assert (None, None, "insufficient_basis") == (
            found["value"],
            found["shown"],
            found["withheld"],
        )

    def test_an_explanation_goes_down_to_the_cell(self):
        """In both languages, with value and cell."""
        (first, _) = document()["scores"]["s"]["explanation"]["parts"]

        assert {
            "text": {"da": "Politi: extent 4", "en": "Politi in English: "
                     "extent 4 in English"},
            "value": 4,
            "at": "Skema!D4",
            "parts": [],
        }.items() <= first["parts"][0].items()  # fmt: skip

    def test_who_answered(self):
        """Role and label, in the order of the roles."""
        assert [
            {"role": "police", "label": "Lokalpoliti"},
            {"role": "school", "label": "Skolen"},
        ] == document()["respondents"]

    def test_what_enters_no_score_is_context(self):
        """Other answers, and every remark, with who gave them."""
        found = document()["context"]

        assert {"a", "w"} == set(found)
        assert "Hej" == found["w"][0]["value"]
        assert "tit" == found["a"][0]["remark"]

    def test_the_words_that_must_be_shown(self):
        """Notices for results and of origin, in that order; privacy is for sheets."""
        assert ["Ærligt", "Vores egne"] == [
            each["da"] for each in document()["notices"]
        ]

    def test_a_respondent_without_a_role_has_no_role_called_none(self):
        """The name None of Python does not reach the document."""
        value = small(scores=[score("s", {"kind": "mean", "of": ["a"]})])
        found = assessment_to(assess(value, [answered(value, None, "X", a=1)]))

        assert "None" not in found["items"]["a"]["by_role"]

    def test_two_matrices_do_not_hide_each_other(self):
        """A subject of two matrices keeps both its places, or is refused."""

        def matrix(id, code):
            cell = {"code": code, "label": text(code)}
            return {
                "id": id,
                "title": text(id),
                "limits": {"r": 50},
                "subjects": [{"key": "theme", "scores": {"r": "s"}}],
                "cells": [{**cell, "sides": {"r": "low"}}],
                "otherwise": {"code": "else", "label": text("ellers")},
            }

        raw = small_document(
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
            matrices=[matrix("one", "first"), matrix("two", "second")],
        )
        value = questionnaire_from(raw)
        found = assessment_to(assess(value, [answered(value, a=1)]))["matrix"]
        kept = {"first", "second"} <= set(str(found).replace("'", " ").split())

        assert kept or check_definition(raw)

    @settings(max_examples=20)
    @given(with_panel())
    def test_it_is_json(self, drawn):
        """Any assessment becomes a JSON document without a foreign value."""
        plain = assessment_to(assess(*drawn))

        assert plain == json.loads(json.dumps(plain, allow_nan=False))
