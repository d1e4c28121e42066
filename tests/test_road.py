"""The whole road: collaboration, mapping, needs, plan, follow-up, with real files."""

import json

import pytest

import model_forms
from model_forms.example import road

TOOLS = [
    "collaboration",
    "area_mapping",
    "needs_analysis",
    "action_plan",
    "implementation_followup",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One run of the demo."""
    return model_forms.demo(tmp_path_factory.mktemp("road"))


@pytest.fixture(scope="module")
def steps(made):
    return {step.id: step for step in made.steps}


def results(step):
    return json.loads(step.results.read_text(encoding="utf-8"))


def codes(step):
    return [each["code"] for each in results(step)["findings"]]


class TestRoad:
    def test_every_part_of_the_model_is_on_it(self, made):
        """In the order in which a municipality goes through them."""
        assert TOOLS == [step.id for step in made.steps]

    @pytest.mark.parametrize("tool", TOOLS)
    def test_every_returned_file_is_accepted(self, steps, tool):
        """Real files, filled in and saved in LibreOffice."""
        refused = {
            each.file: [f.message.get("en") for f in each.findings if f.is_error]
            for each in steps[tool].returned
            if not each.accepted
        }

        assert {} == refused

    @pytest.mark.parametrize("tool", TOOLS)
    def test_every_step_leaves_its_files(self, steps, tool):
        """Forms, responses, results and a report."""
        step = steps[tool]

        assert all(path.is_file() for path in step.blank)
        assert len(step.returned) == len(model_forms.read_responses(step.responses))
        assert step.report.stat().st_size > 0
        assert step.workbook.stat().st_size > 0
        assert tool == results(step)["questionnaire"]["id"]

    @pytest.mark.parametrize("tool", TOOLS)
    def test_the_ledger_knows_that_everyone_answered(self, steps, tool):
        """What was sent out is what came back, and each sender gets a receipt."""
        ledger = model_forms.read_ledger(steps[tool].ledger)

        assert () == ledger.outstanding
        assert len(ledger.sheets) == len(steps[tool].receipts)
        assert all(path.is_file() for path in steps[tool].receipts)

    def test_a_first_try_goes_back_marked(self, steps):
        """The school's, with four things to correct; it is no answer yet."""
        (path,) = steps["area_mapping"].to_correct
        found = model_forms.import_(path)

        assert not found.accepted
        assert [
            "answer-beside", "not-an-option", "not-an-option", "not-an-option",
        ] == sorted(each.code for each in found.findings)  # fmt: skip

    def test_it_runs_the_same_way_twice(self, made, tmp_path):
        """The day is part of the example, so nothing depends on when it is run."""
        again = model_forms.demo(tmp_path)

        for one, other in zip(made.steps, again.steps, strict=True):
            assert one.results.read_bytes() == other.results.read_bytes()
            assert one.report.read_bytes() == other.report.read_bytes()
            assert one.workbook.read_bytes() == other.workbook.read_bytes()


class TestWhatIsCarriedOn:
    def test_the_gate_before_the_mapping_is_open(self, steps):
        """The collaboration was in place, so nothing is said."""
        assert "ready" in {
            each["band"] for each in results(steps["collaboration"])["scores"].values()
        }
        assert not [c for c in codes(steps["area_mapping"]) if c.startswith("gate")]

    def test_the_mapping_proposed_what_the_group_took_up(self, steps):
        """Three of the proposed themes became needs; the others are told as left."""
        (needs,) = model_forms.read_responses(steps["needs_analysis"].responses)
        themes = [row["need_theme"].value for row in needs.answers["needs"].value]
        placed = results(steps["area_mapping"])["matrix"]
        left = [
            finding.code
            for each in steps["needs_analysis"].returned
            for finding in each.findings
        ]

        assert 3 == len(themes)
        assert all(placed[theme] != "maintain" for theme in themes)
        assert left.count("proposal-not-taken-up") == (
            sum(cell != "maintain" for cell in placed.values()) - len(themes)
        )

    def test_every_effort_answers_a_need(self, steps):
        """And one prioritised need is still without any."""
        review = results(steps["action_plan"])["reviews"]["interventions"]

        assert [False, False] == [row["unlinked"] for row in review["rows"]]
        assert ["Beboerne bliver ikke hørt, når der besluttes noget"] == (
            review["orphans"]
        )

    def test_milestones_stay_with_their_effort(self, steps):
        """Two of them, on the first."""
        (plan,) = model_forms.read_responses(steps["action_plan"].responses)
        rows = plan.answers["interventions"].value

        assert 2 == len(rows[0]["act_milestones"].value)
        assert "act_milestones" not in rows[1]

    def test_the_followup_is_told_of_the_whole_road(self):
        """Who answered, how old it is, what has no effort, and who owns what."""
        example = road()
        earlier = [
            response
            for step in example.steps[:-1]
            for each in step.returned
            if (response := model_forms.import_(each.read_bytes()).response)
        ]
        last = example.steps[-1]

        fed = model_forms.propose(
            last.questionnaire, earlier, issue=last.issue, today=last.today
        )

        told = {each.item: each.text for each in fed.issue.proposals}
        assert "6 måneder gammel" in told["fol_mapping_current"]
        assert "8 af 15 roller" in told["fol_all_roles_answered"]
        assert "Beboerne bliver ikke hørt" in told["fol_actions_linked"]
        assert "2 af 2" in told["fol_actions_owned"]

    def test_the_data_form_has_public_figures(self, steps):
        """They stand there before anybody types."""
        (blank,) = [p for p in steps["area_mapping"].blank if "data" in p.stem]

        response = model_forms.import_(blank).response

        assert 38.2 == response.answers["share_outside_work_education"].value
