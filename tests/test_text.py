"""Words in several languages."""

from model_forms.text import Text, both


class TestText:
    def test_it_gives_the_words_in_the_language(self):
        """Each language has its own words."""
        assert "Answer" == both("Svar", "Answer").get("en")

    def test_it_falls_back_to_the_original(self):
        """A language that is missing gives the first language's words."""
        assert "Svar" == Text({"da": "Svar", "en": "Answer"}).get("de")

    def test_has_tells_a_fallback_from_words(self):
        """A fallback can be announced, since has() knows no fallback."""
        words = Text({"da": "Svar", "en": ""})

        assert (True, False, False) == tuple(words.has(x) for x in ("da", "en", "de"))

    def test_empty_words_have_no_language(self):
        """A language with an empty text is not among the languages."""
        assert ("da",) == Text({"da": "Svar", "en": ""}).languages

    def test_without_words_there_is_the_empty_text(self):
        """Nothing gives nothing, and no error."""
        assert "" == Text({}).get("da")

    def test_a_mapping_and_pairs_are_the_same(self):
        """How the words were given has no meaning."""
        assert Text({"da": "Svar"}) == Text((("da", "Svar"),))

    def test_it_can_be_walked(self):
        """Languages and words come in order."""
        assert [("da", "Svar"), ("en", "Answer")] == list(both("Svar", "Answer"))
