"""Law 11 for the lint: whatever a file holds, findings or an error of our own."""

from hypothesis import given, settings
from hypothesis import strategies as st

import model_forms
from linted import form, packed, parts_of, text, wheel
from model_forms.errors import ModelFormsError
from returns.attacks import rooms

STARTS = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x09\x08", b"<?xml"]
MADE = {"form": lambda: form(".docx"), "text": text, "wheel": wheel}
PIECES = [
    b"", b"<", b'"', b"</w:p>", b"<w:tbl>", b"9" * 400, b"-1", b"\xff\xff", b"#REF!",
    b'w:val="', b"<c>", b'<mergeCell ref="A1:XFD1048576"/>', b"<!DOCTYPE a>",
]  # fmt: skip


def linted(data):
    """The findings, or our own error in their place."""
    try:
        found = model_forms.lint(data)
    except ModelFormsError as error:
        return error
    assert all(each.message.has("da") and each.message.has("en") for each in found)
    return found


class TestAnything:
    @settings(max_examples=60)
    @given(st.sampled_from(STARTS), st.binary(max_size=300))
    def test_any_bytes(self, start, data):
        """A file that is no document is refused."""
        assert isinstance(linted(start + data), ModelFormsError)

    @settings(max_examples=60)
    @given(st.data())
    def test_a_damaged_part(self, data):
        """A stretch of one part is dropped, or something else is put in its place."""
        made = MADE[data.draw(st.sampled_from(sorted(MADE)))]()
        parts = parts_of(made)
        name = data.draw(st.sampled_from(sorted(parts)))
        content = parts[name]
        first = data.draw(st.integers(0, len(content)))
        last = min(len(content), first + data.draw(st.integers(0, 40)))
        piece = data.draw(st.sampled_from(PIECES))
        parts[name] = content[:first] + piece + content[last:]

        assert linted(packed(parts)) is not None

    @settings(max_examples=40)
    @given(st.data())
    def test_a_part_that_is_gone_or_another_s(self, data):
        """Parts are missing, or have the content of another."""
        parts = parts_of(MADE[data.draw(st.sampled_from(sorted(MADE)))]())
        name, other = (data.draw(st.sampled_from(sorted(parts))) for _ in range(2))
        if data.draw(st.booleans()):
            del parts[name]
        else:
            parts[name] = parts[other]

        assert linted(packed(parts)) is not None

    def test_files_that_are_made_to_do_harm(self):
        """What attacks the reader of forms is gone through or refused, too."""
        for attack in list(rooms()["tables"])[:5]:
            assert linted(attack.make()) is not None, attack.name
