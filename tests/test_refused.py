"""The fence around parsing: what it holds back, what it tells, and what it lets out."""

import logging

import pytest

import model_forms
from model_forms.forms.refused import Refused, refusing_what_breaks


def broken():
    """Break as a parser does that meets words where a number should be."""
    with refusing_what_breaks():
        int("Fatima")


class TestRefusingWhatBreaks:
    def test_what_breaks_is_damage(self):
        """The reason is kept for who looks, and the error itself is chained."""
        with pytest.raises(Refused) as caught:
            broken()

        assert ("damaged", {"reason": "ValueError"}) == (
            caught.value.code,
            caught.value.detail,
        )
        assert isinstance(caught.value.__cause__, ValueError)

    def test_where_it_broke_is_logged_without_the_words(self, caplog):
        """A fault of ours can be found, and nobody's name is in the log."""
        with pytest.raises(Refused):
            broken()
        (record,) = caplog.records

        assert ("model_forms", logging.WARNING) == (record.name, record.levelno)
        assert "test_refused.py:" in record.getMessage()
        assert "ValueError" in record.getMessage()
        assert "Fatima" not in record.getMessage()

    def test_a_refusal_passes_as_it_is(self, caplog):
        """What is refused for a reason of its own keeps that reason."""
        with pytest.raises(Refused, match="too-large"), refusing_what_breaks():
            raise Refused("too-large")

        assert [] == caplog.records

    @pytest.mark.parametrize("format", [".xlsx", ".docx"])
    def test_only_parsing_is_inside_it(self, format):
        """An error of whoever looks up the questionnaire is no damaged file."""
        sent = model_forms.export("area_mapping", format=format)
        with pytest.raises(ZeroDivisionError):
            model_forms.import_(sent, find=lambda _: 1 / 0)
