"""Files in and out: the edge where paths, bytes and file objects become values."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model_forms.documents import lines, name_of, parse, read, write
from model_forms.errors import UnreadableDocument

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


class TestParse:
    @given(JSON)
    def test_it_reads_what_json_wrote(self, value):
        """A document comes back as it was, without findings."""
        assert (value, ()) == parse(json.dumps(value).encode(), "a.json")

    def test_a_byte_order_mark_is_no_matter(self):
        """What Windows puts before the text is skipped."""
        assert ({}, ()) == parse(b"\xef\xbb\xbf{}", "a.json")

    def test_a_repeated_key_is_found_where_it_is(self):
        """The last value is kept, and each repeated key is told once with its path."""
        data = b'{"a": [{"b": 1, "b": 2, "b": 3}], "c": 1, "c": 2}'
        value, findings = parse(data, "a.json")

        assert {"a": [{"b": 3}], "c": 2} == value
        assert [("repeated-key", "$.c"), ("repeated-key", "$.a[0].b")] == [
            (each.code, str(each.place)) for each in findings
        ]

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\xff", "not UTF-8 text"),
            (b'{"a":\n 1,}', "line 2, column"),
            (b"", "line 1, column 1"),
            (b"NaN", "a number is out of range"),
            (b"[-Infinity]", "a number is out of range"),
            (b"1" * 5000, "a number is out of range"),
            (b"[" * 100_000, "it is nested too deep"),
        ],
        ids=["utf8", "syntax", "empty", "nan", "infinity", "digits", "deep"],
    )
    def test_what_is_no_json_is_told_with_the_spot(self, data, reason):
        """Line and column, or what else is wrong."""
        with pytest.raises(UnreadableDocument) as caught:
            parse(data, "a.json")

        assert str(caught.value).startswith("a.json: ")
        assert reason in str(caught.value)

    @pytest.mark.parametrize("depth", [200, 500, 700, 900, 990, 2000])
    @pytest.mark.parametrize("opened", [b"[]", b'{"a":}'], ids=["lists", "objects"])
    def test_a_deep_document_is_read_or_refused(self, depth, opened):
        """However deep a document is, nothing but our own error comes out."""
        data = opened[:-1] * depth + b"1" + opened[-1:] * depth
        try:
            parse(data, "a.json")
        except UnreadableDocument as error:
            refused = str(error)
        else:
            refused = "a.json: "

        assert refused.startswith("a.json: ")

    def test_a_document_as_deep_as_any_definition_is_read(self):
        """Thirty lists in each other are no matter."""
        value, findings = parse(b"[" * 30 + b"]" * 30, "a.json")

        assert ((), 1) == (findings, len(value))

    def test_full_stops_in_keys_are_no_depth(self):
        """A flat document whose key has many full stops is read."""
        key = "." * 100

        assert ({key: 1}, ()) == parse(json.dumps({key: 1}).encode(), "a.json")

    @pytest.mark.parametrize("value", [["\ud800"], {"\ud800": 1}, "\ud800"])
    def test_half_a_letter_is_refused(self, value):
        """Half of a character pair can be written nowhere, in a value or a key."""
        with pytest.raises(UnreadableDocument):
            parse(json.dumps(value).encode(), "a.json")

    def test_a_number_too_great_is_refused(self):
        """1e999 is infinite to Python, and no number in JSON."""
        with pytest.raises(UnreadableDocument):
            parse(b'{"maximum": 1e999}', "a.json")


class TestLines:
    def test_each_line_has_its_number(self):
        """Empty lines are skipped but counted."""
        found = list(lines(b'{"a": 1}\n\n{"a": 2}\r\n', "r.jsonl"))

        assert [("r.jsonl:1", {"a": 1}, ()), ("r.jsonl:3", {"a": 2}, ())] == found

    def test_a_repeated_key_is_found_in_its_line(self):
        """The finding comes with the line that it is about."""
        ((_, _, (finding,)),) = lines(b'{"a": 1, "a": 2}', "r.jsonl")

        assert "repeated-key" == finding.code

    def test_a_bad_line_is_named(self):
        """The error names the line of the file."""
        with pytest.raises(UnreadableDocument, match=r"r\.jsonl:2: not JSON: line 1"):
            list(lines(b"{}\n{", "r.jsonl"))


class TestRead:
    def test_a_path_bytes_and_a_file_give_the_same(self, tmp_path):
        """All three are readable."""
        path = tmp_path / "a.json"
        path.write_bytes(b"{}")

        assert [b"{}"] * 4 == [
            read(each) for each in (path, str(path), b"{}", io.BytesIO(b"{}"))
        ]

    def test_a_missing_file_is_our_error(self, tmp_path):
        """The path and the system's reason are told."""
        with pytest.raises(UnreadableDocument, match="No such file"):
            read(tmp_path / "missing.json")

    def test_a_folder_is_our_error(self, tmp_path):
        """What is no file cannot be read."""
        with pytest.raises(UnreadableDocument):
            read(tmp_path)


class TestWrite:
    def test_to_a_path_and_to_a_file(self, tmp_path):
        """Both get the bytes."""
        path, file = tmp_path / "a.json", io.BytesIO()
        write(b"{}", path)
        write(b"{}", file)

        assert (b"{}", b"{}") == (path.read_bytes(), file.getvalue())

    def test_a_place_that_is_not_there_is_our_error(self, tmp_path):
        """A folder that does not exist is told."""
        with pytest.raises(UnreadableDocument):
            write(b"", tmp_path / "no" / "a.json")


class TestNameOf:
    def test_folders_are_left_out(self):
        """Messages name the file and not where it lies."""
        file = io.BytesIO()
        file.name = "/home/somebody/c.json"

        assert ["a.json", "b.json", "c.json", "<bytes>"] == [
            name_of(each) for each in (Path("x/a.json"), "y/b.json", file, b"")
        ]
