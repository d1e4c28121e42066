"""The tools feed each other: proposals, never decisions."""

from datetime import date

import pytest
from attrs import evolve

import model_forms
from model_forms.issue import Issue, issue_from, issue_to
from tools import FOLLOWUP, MAPPING, NEEDS, PLAN, effort, mapping, need, needs, plan

TODAY = date(2026, 11, 22)
MAPPED = [mapping("police", 3), mapping("ssp", 3), mapping("housing_social", 1)]


def fed(tool, earlier, language="da", **more):
    """What the earlier responses propose for *tool*."""
    issue = Issue(language=language, **more)
    return model_forms.propose(tool, earlier, issue=issue, today=TODAY)


def texts(found):
    """The words of each proposal, by item and row."""
    return {(each.item, each.row): each.text for each in found.issue.proposals}


class TestFromMapping:
    def test_each_theme_to_discuss_is_a_proposed_row(self):
        """In the order of the questionnaire: nothing is ranked."""
        proposals = fed(NEEDS, MAPPED).issue.proposals
        themes = [each.filled["need_theme"] for each in proposals if each.filled]
        order = [section.key for section in MAPPING.sections]

        assert themes == sorted(themes, key=order.index)
        assert list(range(len(themes))) == [e.row for e in proposals if e.filled]

    def test_what_should_be_kept_up_is_not_proposed(self):
        """A theme to maintain is no need."""
        found = fed(NEEDS, MAPPED)
        placed = model_forms.assess(MAPPED).matrices["theme"]
        proposed = {each.filled.get("need_theme") for each in found.issue.proposals}

        assert {key for key, cell in placed.items() if cell != "maintain"} == (
            proposed - {None}
        )

    def test_only_the_theme_is_filled_in(self):
        """Nothing else stands there as if somebody had answered."""
        filled = [set(each.filled) for each in fed(NEEDS, MAPPED).issue.proposals]

        assert all(keys <= {"need_theme"} for keys in filled)

    def test_a_row_tells_both_profiles_apart(self):
        """Resources first, challenges next, with coverage, and no net number."""
        words = texts(fed(NEEDS, MAPPED))[("needs", 0)]

        assert words.index("Ressourcer:") < words.index("Udfordringer:")
        assert "dækning" in words

    def test_disagreements_stand_beside_their_question(self):
        """With the words of the questions that the roles see differently."""
        words = texts(fed(NEEDS, MAPPED))[("need_disagreements", None)]

        assert MAPPING.item("gang_presence").text.get("da") in words

    def test_gaps_stand_beside_their_question(self):
        """Also when there are none."""
        words = texts(fed(NEEDS, MAPPED, "en"))[("need_knowledge_gaps", None)]

        assert "none of the themes has a knowledge gap" in words

    def test_the_area_comes_along(self):
        """The form is of the area that was mapped."""
        assert "Søparken" == fed(NEEDS, MAPPED).issue.area


class TestFromNeeds:
    def test_what_is_prioritised_now_is_a_proposed_row(self):
        """It refers to its need, and takes its level and target group along."""
        later = need("Noget senere", need_decision="later")
        (proposal,) = fed(PLAN, [needs(later, need())]).issue.proposals

        assert {
            "act_need_ref": "Unge mangler voksne",
            "act_level": "anticipatory",
            "act_target_group": ("young_13_17",),
        } == proposal.filled

    def test_every_need_may_be_referred_to(self):
        """Also one that was put off."""
        later = need("Noget senere", need_decision="later")
        found = fed(PLAN, [needs(later, need())])

        assert ("Noget senere", "Unge mangler voksne") == (
            found.issue.references["act_need_ref"]
        )

    def test_the_proposal_tells_what_was_decided(self):
        """The decision, the theme, the place in the matrix, and the flags."""
        words = texts(fed(PLAN, [needs(need(need_stigma_risk=3))]))[
            ("interventions", 0)
        ]

        for each in ("Prioritér nu", "Unge, skole og fritid", "Gør nu", "omtanke"):
            assert each in words


class TestFacts:
    def test_who_has_answered_the_mapping(self):
        """How many roles, and which are missing."""
        words = texts(fed(FOLLOWUP, MAPPED))[("fol_all_roles_answered", None)]

        assert "3 af 15 roller" in words
        assert "Skole" in words

    @pytest.mark.parametrize(
        ("round", "words"),
        [
            ("2026-11", "fra denne måned"),
            ("2026-10", "1 måned gammel"),
            ("2025-10", "13 måneder gammel"),
            ("efterår", "alderen kan ikke regnes ud"),
        ],
    )
    def test_how_old_the_mapping_is(self, round, words):
        """Counted in months to the day that is given."""
        mapped = [evolve(each, round=round) for each in MAPPED]

        assert words in texts(fed(FOLLOWUP, mapped))[("fol_mapping_current", None)]

    def test_which_prioritised_needs_have_no_effort(self):
        """And which efforts answer no need."""
        loose = effort("Løst", act_need_ref="Findes ikke")
        found = fed(FOLLOWUP, [needs(need()), plan(loose)])
        words = texts(found)[("fol_actions_linked", None)]

        assert "“Unge mangler voksne”" in words
        assert "“Løst”" in words

    def test_all_is_answered(self):
        """It is said plainly."""
        found = fed(FOLLOWUP, [needs(need()), plan(effort())], "en")

        assert "all that is prioritised" in texts(found)[("fol_actions_linked", None)]

    def test_a_plan_alone_does_not_know_the_needs(self):
        """Not known is said, not guessed."""
        words = texts(fed(FOLLOWUP, [plan(effort())]))[("fol_actions_linked", None)]

        assert "det vides ikke" in words

    def test_which_efforts_lack_an_owner_or_a_date(self):
        """How many have both, and the names of those that do not."""
        loose = effort("Uden ejer")
        del loose["act_lead_role"]
        words = texts(fed(FOLLOWUP, [plan(effort(), loose)]))[
            ("fol_actions_owned", None)
        ]

        assert "1 af 2" in words
        assert "“Uden ejer”" in words


class TestMissing:
    def test_a_tool_that_is_missing_is_told(self):
        """Nothing is proposed from it, and it is said."""
        found = fed(NEEDS, [])

        assert () == found.issue.proposals
        assert ["nothing-proposed"] == [each.code for each in found.findings]

    def test_a_tool_that_reads_nothing_says_so(self):
        """The mapping takes nothing from others."""
        assert ["nothing-proposed"] == [e.code for e in fed(MAPPING, []).findings]

    def test_a_version_that_does_not_fit_is_told(self):
        """A feed that reads what is not there proposes nothing."""
        (feed,) = NEEDS.feeds
        other = evolve(NEEDS, feeds=(evolve(feed, matrix="another"),))

        found = fed(other, MAPPED)

        assert () == found.issue.proposals
        assert "another" in found.findings[0].message.get("en")


class TestIssue:
    def test_an_issue_survives_json(self):
        """Proposals and references come back as they were."""
        issue = fed(PLAN, [needs(need())]).issue

        assert issue == issue_from(issue_to(issue))
        assert issue.references == issue_from(issue_to(issue)).references

    def test_proposals_belong_to_the_identity(self):
        """A form with other proposals is another form."""
        plain = Issue(area="Søparken")
        proposed = fed(PLAN, [needs(need())]).issue

        assert plain.sheet_id(PLAN.ref) != proposed.sheet_id(PLAN.ref)
