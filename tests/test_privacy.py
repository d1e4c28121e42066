"""Text that could point at a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model_forms.privacy import Suspicion, is_personal, masked, suspicions


class TestSuspicions:
    @pytest.mark.parametrize(
        "text",
        [
            "0707614285",
            "070761-4285",
            "070761 4285",
            "070761 - 4285",
            "070761–4285",
            "070761\u00a04285",
            "Spørg 070761-4285.",
            "(070761-4285)",
            "cpr:070761-4285,",
        ],
    )
    def test_ten_digits_with_a_valid_date(self, text):
        """With or without dash or blank, anywhere in a text."""
        assert [Suspicion("cpr", "07••••-••••")] == list(suspicions(text))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "990761-4285",
            "073161-4285",
            "30000000",
            "12345678901",
            "2026-11-02",
            "070761-42850",
            "+45 12 34 56 78",
            "2026-01-01/2026-06-30",
        ],
    )
    def test_other_numbers_are_left_alone(self, text):
        """No valid date, or not ten digits."""
        assert not is_personal(text)

    def test_the_modulus_is_not_asked_for(self):
        """Newer numbers may fail it: every serial number is suspected."""
        assert all(is_personal(f"010107-{serial:04}") for serial in range(4000, 4020))


class TestMasked:
    def test_the_rest_of_the_text_stays(self):
        """Only the number is hidden, and only what it is."""
        assert "Ring til 07••••-•••• eller 12345678" == masked(
            "Ring til 070761-4285 eller 12345678"
        )

    def test_what_is_no_cpr_stays(self):
        """Ten digits without a valid date are not touched."""
        assert "9907614285" == masked("9907614285")

    @given(st.text(alphabet="0123456789 -–\u00a0a", max_size=40))
    def test_masked_text_points_at_nobody(self, text):
        """What was masked holds nothing to be suspected."""
        assert not is_personal(masked(text))
