"""Exact numbers, rounded only to be shown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model_forms.locales import day_words
from model_forms.numbers import exact, half_away, percent, plain, shown, words

SIZES = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)


class TestExact:
    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_a_number_is_what_is_written(self, number):
        """The fraction has the value of the decimal digits that Python shows."""
        assert Fraction(Decimal(repr(number))) == exact(number)

    def test_text_and_decimals_too(self):
        """0.1 is a tenth in every spelling."""
        tenth = Fraction(1, 10)

        assert [tenth] * 4 == [exact(x) for x in (0.1, "0.1", Decimal("0.1"), tenth)]


class TestDays:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [("da", "1. december 2026"), ("en", "1 December 2026")],
    )
    def test_a_day_is_told_in_words(self, language, expected):
        """So that no one takes the month for the day."""
        assert expected == day_words(date(2026, 12, 1), language)


class TestHalfAway:
    @pytest.mark.parametrize(
        ("number", "decimals", "expected"),
        [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("0.5", 0, "1"),
            ("1.005", 2, "1.01"),
            ("-1.005", 2, "-1.01"),
            ("2.4999999", 0, "2"),
        ],
    )
    def test_a_half_goes_away_from_zero(self, number, decimals, expected):
        """As ROUND does in a spreadsheet."""
        assert Decimal(expected) == half_away(Fraction(number), decimals)

    @given(SIZES, st.integers(0, 6))
    def test_it_is_never_more_than_half_a_step_away(self, value, decimals):
        """Rounding moves a number by half a unit of the last place at most."""
        moved = abs(Fraction(half_away(value, decimals)) - value)

        assert moved <= Fraction(1, 2 * 10**decimals)

    @given(SIZES, st.integers(0, 6))
    def test_it_is_the_same_on_both_sides_of_zero(self, value, decimals):
        """Minus the number rounds to minus what the number rounds to."""
        assert -half_away(value, decimals) == half_away(-value, decimals)

    @given(st.integers(min_value=-(10**40), max_value=10**40))
    def test_a_whole_number_stays_what_it_is(self, value):
        """However many digits a whole number has, rounding does not change it."""
        assert value == half_away(Fraction(value))


class TestShown:
    def test_without_decimals_it_is_whole(self):
        """What is shown without decimals is an int."""
        found = shown(Fraction(91, 2))

        assert (46, int) == (found, type(found))

    def test_with_decimals_it_has_them(self):
        """45.8333 with two decimals is 45.83."""
        assert 45.83 == shown(Fraction(275, 6), 2)


class TestPlain:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (Fraction(3), 3),
            (Fraction(7, 3), 2.3333),
            (Fraction(5, 6), 0.8333),
        ],
    )
    def test_json_has_whole_numbers_or_four_decimals(self, value, expected):
        """A whole number stays whole."""
        assert expected == plain(value)


class TestWords:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [("da", "1.234.567,5"), ("en", "1,234,567.5"), ("xx", "1,234,567.5")],
    )
    def test_thousands_are_grouped_as_in_the_language(self, language, expected):
        """A language that nothing is known of is written as English is."""
        assert expected == words(Fraction(2469135, 2), language, grouped=True)

    @given(SIZES, st.sampled_from(("da", "en")))
    def test_what_may_be_typed_again_has_no_groups(self, value, language):
        """Nobody can take a group for decimals, or decimals for a group."""
        written = words(value, language, 2)
        assert len(written.split("," if language == "da" else ".")) <= 2
        assert ("." if language == "da" else ",") not in written

    @pytest.mark.parametrize(
        ("value", "danish", "english"),
        [
            (Fraction(125, 2), "62,5", "62.5"),
            (Fraction(100), "100", "100"),
            (Fraction(-1, 3), "-0,3", "-0.3"),
            (Fraction(-1, 100), "0", "0"),
        ],
    )
    def test_each_language_has_its_own_mark(self, value, danish, english):
        """Comma in Danish, point in English, and no minus before zero."""
        assert (danish, english) == (words(value, "da"), words(value, "en"))

    def test_a_share_is_told_in_whole_per_cent(self):
        """Danish sets a space before the sign."""
        assert "83 %" == percent(Fraction(5, 6), "da")
        assert "83%" == percent(Fraction(5, 6), "en")
