"""JSON to values and back; the hash of what a questionnaire says."""

import json

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import answered, document, item, score, small, text
from model_forms.codec import (
    answer_from,
    answer_to,
    content_hash,
    finding_to,
    questionnaire_from,
    questionnaire_to,
    response_from,
    response_to,
)
from model_forms.finding import Finding, Place
from model_forms.response import Addition, Blank, DontKnow, Given, NotApplicable, Source
from model_forms.text import both
from strategies import documents

AT = Place(sheet="Ark!1", cell="D4")
CONDITION = {
    "any": [
        {"all": [{"item": "a", "at_least": 3}, {"not": {"item": "b", "equals": 0}}]},
        {"item": "c", "one_of": [1, 2]},
        {"item": "c", "answered": False},
    ]
}


def shuffled(value, random):
    """The same document with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: shuffled(value[key], random) for key in keys}
    if isinstance(value, list):
        return [shuffled(each, random) for each in value]
    return value


class TestHash:
    @settings(max_examples=20)
    @given(documents(), st.randoms())
    def test_it_is_of_the_content_and_not_of_its_order(self, drawn, random):
        """The same keys in another order, indented otherwise, have the same hash."""
        other = json.loads(json.dumps(shuffled(drawn, random), indent=3))

        assert questionnaire_from(drawn).hash == questionnaire_from(other).hash

    @pytest.mark.parametrize(
        "more",
        [
            {"scores": []},
            {"panel": {}},
            {"$schema": "urn:model-forms:questionnaire:1"},
        ],
        ids=lambda more: next(iter(more)),
    )
    def test_what_is_default_makes_no_difference(self, more):
        """Writing out a default, or naming the schema, keeps the hash."""
        assert small().hash == small(**more).hash

    def test_a_number_is_the_same_with_a_point(self):
        """A limit of 50 and one of 50.0 are the same content."""
        whole = small(panel={"disagreement": 2})
        point = small(panel={"disagreement": 2.0})

        assert whole.hash == point.hash

    def test_an_options_value_is_the_same_with_a_point(self):
        """A scale's value 1.0 is the whole number 1, as JSON has it."""
        plain, point = document(), document()
        point["scales"][0]["options"][1]["value"] = 1.0

        assert questionnaire_from(plain) == questionnaire_from(point)
        assert questionnaire_from(plain).hash == questionnaire_from(point).hash

    def test_a_single_letter_makes_another(self):
        """A changed word is another content."""
        assert small().hash != small(title=text("Lille skemA")).hash

    def test_it_names_its_kind(self):
        """The hash is a sha256 in hexadecimal."""
        assert content_hash({}).startswith("sha256:")
        assert 7 + 64 == len(content_hash({}))


class TestQuestionnaire:
    def test_conditions_come_back(self):
        """Every kind of condition survives."""
        items = ["a", "b", item("c", "A-9"), item("d", "A-8", visible_when=CONDITION)]
        dumped = questionnaire_to(small(items))

        assert CONDITION == dumped["sections"][0]["items"][3]["visible_when"]

    @pytest.mark.parametrize(
        "rule",
        [
            {"kind": "mean", "of": ["a"], "weights": {"a": 0.5}, "rescale": [0, 100]},
            {"kind": "total", "of": ["a"], "missing": {"dont_know": "withhold"}},
            {"kind": "extreme", "of": ["a"], "pick": "lowest"},
            {"kind": "count", "where": [CONDITION], "share": True},
            {"kind": "linear", "terms": [{"score": "s", "weight": -1}], "constant": 9},
            {
                "kind": "decision",
                "cases": [
                    {"code": "x", "when": [{"score": "s", "at_least": 1, "below": 2}]}
                ],
            },
        ],
        ids=lambda rule: rule["kind"],
    )
    def test_rules_come_back(self, rule):
        """Every kind of rule survives, with whole numbers still whole."""
        assert (
            rule
            == questionnaire_to(small(scores=[score("s", rule)]))["scores"][0]["rule"]
        )

    def test_the_hash_is_no_part_of_the_document(self):
        """A document does not hold its own hash."""
        assert "hash" not in questionnaire_to(small())

    def test_dates_and_points_come_back(self):
        """Bounds of dates and steps of numbers survive."""
        number = {
            "kind": "number",
            "minimum": 0,
            "maximum": 9.5,
            "decimals": 1,
            "steps": [{"points": 1, "above": 0.5}, {"points": 0}],
        }
        day = {"kind": "date", "earliest": "2026-01-01"}
        dumped = questionnaire_to(
            small([item("n", "A-1", number), item("d", "A-2", day)])
        )

        assert [number, day] == [
            each["answer"] for each in dumped["sections"][0]["items"]
        ]


class TestAnswer:
    @pytest.mark.parametrize(
        ("answer", "data"),
        [
            (Given(value=3, at=AT), {"value": 3, "at": "Ark!1!D4"}),
            (Given(value=0), {"value": 0}),
            (Given(value=("a", "b"), remark="x"), {"value": ["a", "b"], "remark": "x"}),
            (
                Given(value=({"c": Given(value=1), "d": DontKnow()},)),
                {"value": [{"c": {"value": 1}, "d": {"missing": "dont_know"}}]},
            ),
            (DontKnow(remark="x"), {"missing": "dont_know", "remark": "x"}),
            (NotApplicable(), {"missing": "not_applicable"}),
            (Blank(remark="x"), {"remark": "x"}),
        ],
    )
    def test_the_shape_of_the_contract(self, answer, data):
        """Each of the four has its JSON object, and comes back from it."""
        assert data == answer_to(answer)
        assert answer == answer_from(data)


class TestResponse:
    def test_everything_comes_back(self):
        """Additions, the source and cells survive."""
        response = evolve(
            answered(small(), a=Given(value=3, at=AT), b=DontKnow(remark="x")),
            additions=(Addition(text="Husk", at=AT),),
            source=Source(file="a.xlsx", sha256="0" * 64, format="xlsx"),
        )

        assert response == response_from(json.loads(json.dumps(response_to(response))))

    def test_the_least_document_will_do(self):
        """What is optional may be left out, or be null."""
        ref = {"id": "small", "version": "1.0.0", "hash": "sha256:0"}
        least = response_from({"questionnaire": ref, "answers": {}})
        null = {"respondent": None, "area": None, "source": None, "additions": []}

        assert least == response_from({"questionnaire": ref, "answers": {}, **null})


class TestFinding:
    def test_in_a_sheet(self):
        """A finding in a sheet has sheet, cell and item as in the contract."""
        found = Finding(
            severity="error", code="x", message=both("O", "W"), place=AT, item="a"
        )

        assert {
            "severity": "error",
            "code": "x",
            "sheet": "Ark!1",
            "cell": "D4",
            "item": "a",
            "message": {"da": "O", "en": "W"},
        } == finding_to(found)

    def test_in_a_document(self):
        """A finding in a document has a path."""
        found = Finding(
            severity="error", code="x", message=both("O", "W"), place=Place(path="$.a")
        )

        assert "$.a" == finding_to(found)["path"]
