"""Law 11: nothing a file or definition contains makes a foreign exception escape."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from builders import answered, document, item, small, text
from model_forms.checks import check_definition
from model_forms.codec import answer_from, response_to
from model_forms.errors import ModelFormsError
from model_forms.json_schema import published
from strategies import documents


def names(node):
    """Every property name and every enumerated word of a schema."""
    if isinstance(node, dict):
        for key, each in node.items():
            if key == "properties":
                yield from each
            if key == "enum":
                yield from each
            yield from names(each)
    elif isinstance(node, list):
        for each in node:
            yield from names(each)


KNOWN = sorted({*names(published("questionnaire")), *names(published("response"))})
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([0, -1, 1.0, 10**400, 1e308, -0.0])
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["\ud800", "\x00", "=1+1", "", " ", "2026-02-30", "9999-99-99"])
    | st.sampled_from([*KNOWN, "a", "s", "police", "extent", "da", "en", "*"])
)
KEYS = st.sampled_from([*KNOWN, "da", "en", "a"]) | st.text(max_size=4)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5)
    ),
    max_leaves=15,
)


def spots(value, path=()):
    """The path of every spot in a document."""
    yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from spots(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from spots(each, (*path, place))


def put(value, path, new):
    """The document with *new* at *path*; a key or place is dropped for Ellipsis."""
    if not path:
        return new
    first, *rest = path
    if new is ... and not rest:
        if isinstance(value, dict):
            return {key: each for key, each in value.items() if key != first}
        return [each for place, each in enumerate(value) if place != first]
    if isinstance(value, dict):
        return {k: put(e, rest, new) if k == first else e for k, e in value.items()}
    return [put(e, rest, new) if n == first else e for n, e in enumerate(value)]


@st.composite
def damaged(draw, sound):
    """A sound document with a few spots replaced, dropped or moved."""
    value = draw(sound)
    for _ in range(draw(st.integers(1, 3))):
        if not isinstance(value, dict | list):
            break
        places = list(spots(value))
        path = draw(st.sampled_from(places))
        other = draw(JSON | st.just(...))
        if other is ... and not path:
            continue
        value = put(value, path, other)
    return value


def outcome(call, *args):
    """What *call* gives, or our own error in its place."""
    try:
        return call(*args)
    except ModelFormsError as error:
        return error


def encoded(value):
    """The document as bytes; not every value drawn is JSON."""
    return json.dumps(value).encode()


class TestDefinitions:
    @settings(max_examples=100)
    @given(JSON)
    def test_checking_anything_gives_findings(self, value):
        """Any document that is no questionnaire has at least one error."""
        assert check_definition(value)

    @settings(max_examples=120)
    @given(damaged(documents()))
    def test_a_damaged_definition_is_checked_and_never_crashes(self, value):
        """What is found is located, in Danish and English."""
        for finding in check_definition(value):
            assert str(finding.place).startswith("$")
            assert finding.message.has("da")
            assert finding.message.has("en")

    @settings(max_examples=100)
    @given(damaged(documents()))
    def test_a_damaged_definition_is_loaded_or_refused(self, value):
        """What has no findings can be loaded, scored and shown."""
        loaded = outcome(model_forms.load, encoded(value))
        if not isinstance(loaded, ModelFormsError):
            response = answered(loaded)
            found = outcome(
                lambda: model_forms.assess([response], find=lambda _: loaded)
            )

            assert found
            assert model_forms.score_response(loaded, response) is not None

    @settings(max_examples=60)
    @given(st.binary(max_size=80))
    def test_any_bytes(self, data):
        """Bytes that are no JSON are refused as unreadable."""
        assert outcome(model_forms.load, data)
        assert outcome(model_forms.check, data) is not None


class TestResponses:
    SOUND = st.just(
        response_to(answered(small(), a=3, b=model_forms.DontKnow(remark="x")))
    )

    @settings(max_examples=80)
    @given(damaged(SOUND))
    def test_a_damaged_response_is_read_or_refused(self, value):
        """Checked, read and assessed: findings or our own error."""
        data = encoded(value)
        assert outcome(model_forms.check, data) is not None
        read = outcome(model_forms.read_responses, data)
        if not isinstance(read, ModelFormsError) and read:
            assert outcome(lambda: model_forms.assess(read, find=lambda _: small()))

    @settings(max_examples=120)
    @given(st.dictionaries(st.sampled_from([*KNOWN[:5], "a"]), JSON, max_size=3))
    def test_any_value_of_an_answer(self, answer):
        """An answer that is anything at all."""
        raw = response_to(answered(small()))
        raw["answers"] = {"a": answer, "b": {"value": answer.get("value")}}

        assert outcome(model_forms.read_responses, encoded(raw)) is not None

    @settings(max_examples=60)
    @given(st.binary(max_size=80))
    def test_any_bytes(self, data):
        """Bytes are read as lines of JSON, or refused."""
        assert outcome(model_forms.read_responses, data) is not None

    @pytest.mark.parametrize(
        "value",
        [1e999, -1e999, 10**400, True, [], [[1]], [{}]],
        ids=["inf", "-inf", "great", "true", "empty", "list", "rows"],
    )
    @pytest.mark.parametrize("kind", ["number", "text", "role", "date", "table"])
    def test_strange_values_of_every_kind(self, value, kind):
        """A value of the wrong kind is reported; nothing crashes."""
        answer = {"kind": kind}
        if kind == "table":
            answer |= {"columns": [item("c", "C-1")], "row": text("Række")}
        questionnaire = small([item("x", "A-1", answer)])
        response = answered(questionnaire, x=answer_from({"value": value}))
        found = outcome(
            lambda: model_forms.assess([response], find=lambda _: questionnaire)
        )

        assert found


class TestImports:
    @settings(max_examples=60)
    @given(
        st.binary(max_size=300),
        st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"<?xml"]),
    )
    def test_any_file_gives_findings(self, data, start):
        """A file that is no form is refused with an error, whatever it holds."""
        found = model_forms.import_(start + data)

        assert not found.accepted
        assert all(each.message.has("da") for each in found.findings)

    @pytest.mark.parametrize("depth", [60, 70, 200, 2000])
    def test_a_deep_condition(self, depth):
        """A condition in a condition, and so on, is checked or refused."""
        condition = {"item": "a", "answered": True}
        for _ in range(depth):
            condition = {"not": condition}
        raw = document()
        raw["sections"][0]["items"][1]["visible_when"] = condition
        data = json.dumps(raw).encode() if depth < 300 else b'{"a":' * depth

        assert outcome(model_forms.check, data) is not None
        assert outcome(model_forms.load, data)
