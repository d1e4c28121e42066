"""Gates: what must be in place before the answers to a tool are opened."""

import pytest

import model_forms
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Callout, Heading, Paragraph, plain
from model_forms.response import DontKnow, NotApplicable
from tools import COLLABORATION, mapping, response

BOTH = {"legal_basis_clear": 2, "area_person_separated": 2}
MAPPED = [mapping("police", 2), mapping("ssp", 3)]


def gates(*collaboration):
    """The gate findings of an assessed mapping."""
    found = model_forms.assess(MAPPED, earlier=collaboration)
    return [each for each in found.findings if each.code.startswith("gate")]


class TestGate:
    def test_it_is_open_when_both_are_in_place(self):
        """Nothing is said then."""
        assert [] == gates(response(COLLABORATION, **BOTH))

    @pytest.mark.parametrize("key", BOTH)
    @pytest.mark.parametrize("value", [0, 1, DontKnow(), NotApplicable()])
    def test_it_is_closed_while_one_is_not(self, key, value):
        """Partly in place, not known and not relevant are not in place."""
        (found,) = gates(response(COLLABORATION, **{**BOTH, key: value}))

        assert "gate-closed" == found.code
        assert "warning" == found.severity
        assert COLLABORATION.item(key).code in found.message.get("da")

    def test_a_blank_is_not_in_place(self):
        """Nobody has said that it is."""
        (found,) = gates(response(COLLABORATION, legal_basis_clear=2))

        assert "C3-02" in found.message.get("en")

    def test_everybody_who_answers_must_say_so(self):
        """One who sees it otherwise keeps the gate closed."""
        sure = response(COLLABORATION, **BOTH)
        unsure = response(COLLABORATION, "infohus_lead", legal_basis_clear=1)

        assert ["gate-closed"] == [each.code for each in gates(sure, unsure)]

    def test_without_the_collaboration_it_is_not_known(self):
        """It is said that nobody has looked."""
        (found,) = gates()

        assert "gate-unknown" == found.code
        assert "Samarbejdsgrundlag" in found.message.get("da")

    def test_the_collaboration_of_another_area_opens_nothing(self):
        """Each area has its own."""
        (found,) = gates(response(COLLABORATION, area="Et andet sted", **BOTH))

        assert "gate-unknown" == found.code

    def test_the_collaboration_itself_has_no_gate_before_it(self):
        """Only the mapping waits for it."""
        found = model_forms.assess([response(COLLABORATION, **BOTH)])

        assert not [each for each in found.findings if each.code.startswith("gate")]


class TestReport:
    @pytest.mark.parametrize(
        ("language", "words"),
        [("da", "Del ikke svarene endnu"), ("en", "Do not share the answers yet")],
    )
    def test_a_closed_gate_stands_at_the_top(self, language, words):
        """It is among the first things a reader sees."""
        closed = response(COLLABORATION, **{**BOTH, "legal_basis_clear": 0})
        report = assessment_report(
            model_forms.assess(MAPPED, earlier=[closed]), language
        )

        first = report.blocks[0]
        assert isinstance(first, Callout)
        assert any(plain(each.text).startswith(words) for each in first.more)

    def test_what_was_asked_makes_room_for_it(self):
        """The first page must say it all: the purpose opens the themes."""
        closed = response(COLLABORATION, **{**BOTH, "legal_basis_clear": 0})
        blocks = assessment_report(
            model_forms.assess(MAPPED, earlier=[closed]), "da"
        ).blocks
        texts = [
            plain(each.text)
            for each in blocks
            if isinstance(each, Heading | Paragraph)
        ]  # fmt: skip
        after = texts[texts.index("Tema for tema") + 1]

        assert after.startswith("Det er der spurgt om")
        assert 1 == sum(each.startswith("Det er der spurgt om") for each in texts)
