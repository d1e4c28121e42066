"""The published JSON Schemas, and the shape of documents in our words."""

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from builders import document
from model_forms.codec import questionnaire_from, questionnaire_to, response_to
from model_forms.json_schema import NAMES, brief, json_path, published, shape_findings
from strategies import documents, with_response


def sentences(raw, name="questionnaire"):
    """Code, path and both sentences of each finding on the shape of *raw*."""
    return [
        (each.code, str(each.place), each.message.get("da"), each.message.get("en"))
        for each in shape_findings(raw, name)
    ]


class TestPublished:
    @pytest.mark.parametrize("name", NAMES)
    def test_it_is_a_schema_of_draft_2020_12(self, name):
        """Each published schema is valid itself, and says which draft it is."""
        schema = published(name)
        Draft202012Validator.check_schema(schema)

        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]

    @pytest.mark.parametrize("name", NAMES)
    def test_everything_in_it_is_described(self, name):
        """A reader finds a description for every property that is not a reference."""
        bare = []

        def walk(node, path):
            for key, each in node.get("properties", {}).items():
                inner = f"{path}.{key}"
                if "description" not in each and "$ref" not in each:
                    bare.append(inner)
                walk(each, inner)
            for key, each in node.get("$defs", {}).items():
                walk(each, f"{path}/{key}")
            if isinstance(node.get("items"), dict):
                walk(node["items"], f"{path}[]")

        walk(published(name), name)

        # Words for a fixed pair of keys, and a place: their names say what they are.
        assert not [each for each in bare if not each.endswith((".at", ".kind"))]

    def test_a_change_to_the_copy_is_no_change(self):
        """Each caller gets a schema of its own."""
        published("response")["title"] = "Spoilt"

        assert "Response" == published("response")["title"]


class TestShape:
    @settings(max_examples=20)
    @given(documents())
    def test_a_valid_document_has_no_findings(self, drawn):
        """What the strategies draw fits, and what is dumped fits too."""
        dumped = questionnaire_to(questionnaire_from(drawn))

        assert ((), ()) == (
            shape_findings(drawn, "questionnaire"),
            shape_findings(json.loads(json.dumps(dumped)), "questionnaire"),
        )

    @settings(max_examples=20)
    @given(with_response())
    def test_a_dumped_response_has_no_findings(self, drawn):
        """What response_to gives fits the published schema."""
        plain = json.loads(json.dumps(response_to(drawn[1])))

        assert () == shape_findings(plain, "response")

    def test_an_unknown_key_with_its_near_miss(self):
        """The key's own path, and the key that was probably meant."""
        assert [
            (
                "unknown-key",
                "$.scaels",
                "Ukendt nøgle »scaels«. Mente I »scales«?",
                "Unknown key 'scaels'. Did you mean 'scales'?",
            )
        ] == sentences(document(scaels=[]))

    def test_a_missing_key(self):
        """Said once, with all that is missing."""
        raw = document()
        del raw["title"], raw["purpose"]

        assert [
            (
                "missing-key",
                "$",
                "Der mangler: title, purpose.",
                "Missing: title, purpose.",
            )
        ] == sentences(raw)

    def test_a_wrong_type(self):
        """What was seen and what should stand there."""
        assert [
            (
                "bad-type",
                "$.roles",
                'Her står "police"; der skal stå en liste.',
                '"police" is not a list.',
            )
        ] == sentences(document(roles="police"))

    def test_a_value_outside_a_list(self):
        """The options, and the one that was probably meant."""
        assert [
            (
                "bad-value",
                "$.status",
                (
                    'Her står "drafft"; mulighederne er: draft, released, retired. '
                    "Mente I »draft«?"
                ),
                (
                    '"drafft" is not one of: draft, released, retired. '
                    "Did you mean 'draft'?"
                ),
            )
        ] == sentences(document(status="drafft"))

    def test_anything_else_names_the_rule(self):
        """A broken pattern is shown with the value that broke it."""
        ((code, path, danish, english),) = sentences(document(version="1.0"))

        assert ("bad-shape", "$.version") == (code, path)
        assert danish.startswith('Her står "1.0"; det passer ikke med formatet')
        assert english.startswith('"1.0" does not fit the format (pattern: ')

    def test_an_unknown_kind_of_answer_with_its_near_miss(self):
        """A misspelt kind is found where it stands."""
        raw = document()
        raw["sections"][0]["items"][1]["answer"]["kind"] = "chioce"
        ((code, path, _, english),) = sentences(raw)

        assert ("bad-value", "$.sections[0].items[1].answer.kind") == (code, path)
        assert english.endswith("Did you mean 'choice'?")

    def test_an_answer_with_both_value_and_reason(self):
        """A response's answer is either given or missing."""
        ref = {"id": "x", "version": "1.0.0", "hash": "sha256:" + "0" * 64}
        both_ways = {"value": 1, "missing": "dont_know"}
        found = sentences(
            {"questionnaire": ref, "answers": {"a": both_ways}}, "response"
        )

        assert ["$.answers.a"] == [path for _, path, _, _ in found]


class TestWords:
    def test_a_path_reads_as_json_path(self):
        """Keys with full stops, places in brackets."""
        assert "$.sections[2].key" == json_path(["sections", 2, "key"])

    def test_a_long_value_is_cut(self):
        """At most sixty characters, and a sign that there was more."""
        found = brief("x" * 100)

        assert (60, "…") == (len(found), found[-1])
