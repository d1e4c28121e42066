"""What the scores would be without a role, and with equal weights."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import UNKNOWN, answered, score, small, text
from model_forms.assessment import assess
from model_forms.report.assessment_report import assessment_report
from model_forms.report.blocks import Heading, Paragraph, Table, plain
from model_forms.results import assessment_to
from model_forms.sensitivity import sensitivity
from strategies import with_panel

BANDS = {
    "id": "halves",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "high", "label": text("høj"), "at_least": 2},
    ],
}


def questionnaire(**more):
    """The mean of two items in halves, and a score that is built on it."""
    rule = {"kind": "mean", "of": ["a", "b"], **more}
    twice = {"kind": "linear", "terms": [{"score": "s", "weight": 2}]}
    return small(
        scores=[score("s", rule, bands="halves", decimals=1), score("t", twice)],
        bands=[BANDS],
    )


def panel(of):
    """Three roles, of which the school alone sees much."""
    return [
        answered(of, "police", "Vest", a=1, b=1),
        answered(of, "police", "Øst", a=1, b=1),
        answered(of, "school", "Skolen", a=4, b=4),
        answered(of, "club", "Klubben", a=UNKNOWN),
    ]


def found(**more):
    """The assessment of the panel."""
    value = questionnaire(**more)
    return assess(value, panel(value))


class TestWithoutRole:
    def test_each_role_that_answered_is_left_out_once(self):
        """In the order of the questionnaire; a don't know is no answer."""
        assert ["police", "school"] == [
            each.role for each in sensitivity(found()).without
        ]

    def test_another_band_is_marked(self):
        """Without the school the mean is 1 and not 2.5, which is another word."""
        told = sensitivity(found())
        police, school = told.without

        assert (4, 1) == (police.scores["s"].value, school.scores["s"].value)
        assert not told.changes(police.scores["s"])
        assert told.changes(school.scores["s"])

    def test_no_value_is_a_change(self):
        """A score that would be withheld is marked too."""
        value = questionnaire()
        told = sensitivity(assess(value, panel(value)[:2]))

        assert told.changes(told.without[0].scores["s"])

    @settings(max_examples=25)
    @given(with_panel())
    def test_it_equals_an_assessment_without_the_role(self, drawn):
        """The same results as if its responses had never come."""
        value, responses = drawn
        for each in sensitivity(assess(value, responses)).without:
            left = [r for r in responses if r.respondent.role != each.role]

            assert dict(assess(value, left).scores) == dict(each.scores)

    @settings(max_examples=15)
    @given(with_panel(), st.randoms())
    def test_the_order_of_responses_has_no_meaning(self, drawn, chance):
        """The same roles in the same order, with the same scores."""
        value, responses = drawn
        shuffled = list(responses)
        chance.shuffle(shuffled)

        assert sensitivity(assess(value, responses)) == sensitivity(
            assess(value, shuffled)
        )


class TestEqualWeights:
    def test_a_score_whose_items_weigh_alike_has_none(self):
        """Nothing to set beside it."""
        assert {} == sensitivity(found(weights={"a": 3, "b": 3})).equal_weights

    def test_weights_are_set_beside_equal_ones(self):
        """Also for a score that is built on one with weights."""
        value = questionnaire(weights={"a": 3})
        told = sensitivity(assess(value, [answered(value, a=4, b=0)]))

        assert (3, 2) == (told.scores["s"].value, told.equal_weights["s"].value)
        assert (6, 4) == (told.scores["t"].value, told.equal_weights["t"].value)

    def test_a_sum_keeps_the_sum_of_its_weights(self):
        """So that its bands can still be read."""
        rule = {"kind": "total", "of": ["a", "b"], "weights": {"a": 3}}
        value = small(scores=[score("s", rule)])
        told = sensitivity(assess(value, [answered(value, a=2, b=2)]))

        assert 8 == told.scores["s"].value == told.equal_weights["s"].value


class TestTold:
    def test_the_json_has_it(self):
        """By role and score, with what would change."""
        told = assessment_to(found())["sensitivity"]

        assert ["police", "school"] == [each["role"] for each in told["without"]]
        assert {
            "value": 1, "shown": 1, "band": "low", "withheld": None, "changes": True,
        } == told["without"][1]["scores"]["s"]  # fmt: skip
        assert {} == told["equal_weights"]

    def blocks(self, assessment, language="da"):
        """The blocks of the report from the heading of the section on."""
        blocks = assessment_report(assessment, language).blocks
        heads = {"da": "Hvad hvis én rolle var udeladt?",
                 "en": "What if one role were left out?"}  # fmt: skip
        places = [
            n
            for n, each in enumerate(blocks)
            if isinstance(each, Heading) and each.text == heads[language]
        ]
        return blocks[places[0] :] if places else ()

    def test_the_report_has_a_section(self):
        """A help for the conversation: the range, and where the word changes."""
        _, intro, table, *_ = self.blocks(found())

        assert isinstance(intro, Paragraph)
        assert plain(intro.text).startswith("En hjælp til samtalen")
        assert isinstance(table, Table)
        assert ["Tallet s", "2,5 · høj", "1–4", "Uden Skole: 1 · lav"] == [
            plain(cell.text) for cell in table.rows[0]
        ]

    def test_the_report_sets_weights_side_by_side(self):
        """In a table of its own."""
        tables = [
            each
            for each in self.blocks(found(weights={"a": 3}), "en")
            if isinstance(each, Table)
        ]

        assert ["The questionnaire's weights", "Equal weights"] == [
            each.title for each in tables[1].columns[1:]
        ]

    def test_one_role_alone_is_not_left_out_in_the_report(self):
        """Nothing would be left."""
        value = questionnaire()

        assert () == self.blocks(assess(value, panel(value)[:2]))
