"""The JSON Schema of responses agrees with the checks of the engine."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from model_forms.answer_schema import answer_schema
from model_forms.catalog import installed, load
from model_forms.codec import response_from
from model_forms.json_schema import shape_findings
from model_forms.validate import check_response


def both(words):
    return {"da": words, "en": words}


def item(number, key, **answer):
    return {
        "key": key,
        "code": f"A1-{number:02}",
        "text": both(f"Spørgsmål {key}"),
        "answer": answer,
    }


SMALL = {
    "format": "model-forms/questionnaire/1",
    "id": "every_kind",
    "version": "1.0.0",
    "status": "draft",
    "languages": ["da", "en"],
    "title": both("Alle slags"),
    "sheet": both("Alle slags"),
    "purpose": both("At prøve alle slags svar."),
    "missing": {"dont_know": both("Ved ikke"), "not_applicable": both("Ikke relevant")},
    "roles": [{"code": "police", "label": both("Politi")}],
    "scales": [
        {
            "id": "three",
            "title": both("Tre"),
            "options": [{"value": v, "label": both(f"Svar {v}")} for v in (0, 1, 2)],
            "offers": [],
        },
        {
            "id": "coded",
            "title": both("Koder"),
            "options": [{"value": v, "label": both(v)} for v in ("a", "b", "none")],
            "offers": ["dont_know"],
        },
    ],
    "sections": [
        {
            "key": "all",
            "code": "A1",
            "title": both("Alle"),
            "items": [
                item(1, "one", kind="choice", scale="three"),
                item(2, "coded_one", kind="choice", scale="coded"),
                item(3, "many", kind="several", scale="coded", alone=["none"]),
                item(4, "number", kind="number", minimum=0, maximum=2.5, decimals=1),
                item(5, "day", kind="date"),
                item(6, "words", kind="text", longest=5),
                item(7, "who", kind="role", several=True),
                item(
                    8,
                    "rows",
                    kind="table",
                    least=1,
                    most=2,
                    row=both("Række"),
                    columns=[
                        item(9, "column", kind="choice", scale="three"),
                        item(10, "label", kind="text"),
                    ],
                ),
                item(11, "which", kind="reference", table="rows", label="label"),
            ],
        }
    ],
}


EVERY_KIND = load(json.dumps(SMALL).encode())
VALIDATOR = Draft202012Validator(answer_schema(EVERY_KIND))
ANSWERED = [each for each in installed() if each.read().individual is None]


def document(answers):
    ref = EVERY_KIND.ref
    named = {"id": ref.id, "version": ref.version, "hash": ref.hash}
    return {"questionnaire": named, "answers": answers}


def accepted(found):
    if shape_findings(found, "response"):
        return False
    return not check_response(EVERY_KIND, response_from(found))


KEYS = [each["key"] for each in SMALL["sections"][0]["items"]]
words = st.one_of(
    st.sampled_from(
        ["a", "b", "none", "police", "2026-02-28", "2026-02-29", "2024-02-29"]
    ),
    st.dates().map(date.isoformat),
    st.text("ab0-", max_size=7),
)
# A whole number written with a decimal is one number to JSON Schema, another to us.
numbers = st.one_of(
    st.integers(-1, 4),
    st.floats(-1, 4, allow_nan=False).filter(lambda number: number != int(number)),
)
scalars = st.one_of(words, numbers, st.booleans())
missing = st.sampled_from([{"missing": "dont_know"}, {"missing": "not_applicable"}])
odd = st.sampled_from(
    [{}, {"remark": "ja"}, {"missing": "?"}, {"value": None}, {"x": 1}]
)


def given_value(value):
    return {"value": value}


simple = st.one_of(scalars.map(given_value), missing, odd)
rows = st.lists(
    st.dictionaries(st.sampled_from(["column", "label", "x"]), simple, max_size=2),
    max_size=3,
)
answers = {
    key: st.one_of(simple, st.lists(words, max_size=3).map(given_value)) for key in KEYS
} | {
    "rows": st.one_of(simple, rows.map(given_value)),
    # An empty object is a blank: the engine drops it before it looks at the key.
    "unknown": simple.filter(bool),
}


class TestAgreement:
    """Whoever checks a response with the schema gets the engine's answer."""

    @settings(max_examples=400, deadline=None)
    @given(st.fixed_dictionaries({}, optional=answers))
    @example({"one": {"value": True}})
    @example({"many": {"value": ["a", "none"]}})
    @example({"many": {"value": ["none"]}})
    @example({"day": {"value": "1900-02-29"}})
    @example({"day": {"value": "2000-02-29"}})
    @example({"day": {"value": "2026-04-31"}})
    @example({"one": {"missing": "dont_know"}})
    @example({"coded_one": {"missing": "dont_know"}})
    @example({"rows": {"value": []}})
    @example({"rows": {"value": [{"column": {"value": 2}}]}})
    @example({"rows": {"value": [{"column": {"value": 3}}]}})
    def test_the_schema_accepts_what_the_engine_accepts(self, answers):
        """The schema and the engine accept and refuse the same answers."""
        found = document(answers)

        assert accepted(found) == VALIDATOR.is_valid(found)

    @settings(max_examples=200, deadline=None)
    @given(st.dates())
    def test_every_day_of_the_calendar_is_a_date(self, day):
        """The pattern of a date takes every day there is."""
        found = document({"day": {"value": day.isoformat()}})

        assert VALIDATOR.is_valid(found)

    @settings(max_examples=100, deadline=None)
    @given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32))
    def test_a_day_that_never_was_is_no_date(self, year, month, day):
        """The pattern of a date takes no other day."""
        written = f"{year:04}-{month:02}-{day:02}"
        found = document({"day": {"value": written}})

        assert accepted(found) == VALIDATOR.is_valid(found)


class TestSchema:
    @pytest.mark.parametrize("entry", ANSWERED, ids=lambda each: each.id)
    def test_every_installed_questionnaire_has_a_valid_one(self, entry):
        """The schema of each questionnaire is a JSON Schema of draft 2020-12."""
        Draft202012Validator.check_schema(answer_schema(entry.read()))

    @pytest.mark.parametrize("field", ["id", "version", "hash"])
    def test_a_response_to_another_questionnaire_is_refused(self, field):
        """Id, version and hash are exactly those of the questionnaire."""
        found = document({})
        found["questionnaire"][field] = "sha256:" + "0" * 64

        assert not VALIDATOR.is_valid(found)

    def test_a_role_that_is_not_there_is_refused(self):
        """The answer to a role item is one of the questionnaire's roles."""
        assert VALIDATOR.is_valid(document({"who": {"value": ["police"]}}))
        assert not VALIDATOR.is_valid(document({"who": {"value": ["x"]}}))

    def test_an_option_carries_its_words(self):
        """A reader of the schema sees what each value means."""
        options = answer_schema(EVERY_KIND)["$defs"]["scale_three"]["oneOf"]

        assert {"const": 2, "title": "Svar 2"} == options[2]
