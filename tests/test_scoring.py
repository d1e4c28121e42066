"""From answers to scores: what they stand on, bands, gates, rows, explanations."""

from fractions import Fraction

import pytest

from builders import (
    IRRELEVANT,
    UNKNOWN,
    answered,
    document,
    item,
    score,
    small,
    text,
)
from model_forms.checks import check_definition
from model_forms.codec import questionnaire_from
from model_forms.finding import Place
from model_forms.response import DontKnow, Given
from model_forms.scoring import explain, score_response, score_rows
from model_forms.scoring.observe import points_of

QUARTERS = {
    "id": "quarters",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "attention", "label": text("opmærksomhed"), "at_least": 25},
        {"code": "high", "label": text("høj"), "at_least": 50},
        {"code": "very_high", "label": text("meget høj"), "at_least": 75},
    ],
}
PERCENT = {
    "kind": "number",
    "minimum": 0,
    "maximum": 100,
    "decimals": 6,
    "unit": {"da": "%", "en": "%"},
}


def percents(*, decimals=0, **more):
    """A questionnaire with the score s, which is the percentage p itself."""
    rule = {"kind": "mean", "of": ["p"]}
    scores = [score("s", rule, bands="quarters", decimals=decimals, **more)]
    return small([item("p", "A-1", PERCENT)], scores=scores, bands=[QUARTERS])


def of(questionnaire, **answers):
    """The score s of one response."""
    return score_response(questionnaire, answered(questionnaire, **answers))["s"]


def why(questionnaire, **answers):
    """Why the score s of one response is what it is."""
    response = answered(questionnaire, **answers)
    return score_response(questionnaire, response).explanation("s")


def worth(questionnaire, key, value):
    """What a value given to an item is worth."""
    return points_of(questionnaire, questionnaire.item(key), Given(value=value))


class TestBand:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (0, "low"),
            (24.999999, "low"),
            (25, "attention"),
            (49.6, "attention"),
            (50, "high"),
            (74.5, "high"),
            (75, "very_high"),
            (100, "very_high"),
        ],
    )
    def test_it_is_found_from_the_unrounded_value(self, value, expected):
        """What is shown as 50 may still lie below 50."""
        assert expected == of(percents(), p=value).band

    def test_a_withheld_score_has_no_band(self):
        """No value, no band and nothing to show."""
        found = of(percents(), p=UNKNOWN)

        assert (None, None, None) == (found.value, found.shown, found.band)

    def test_it_can_be_looked_up_by_its_code(self):
        """A code leads to the words; another code is a KeyError."""
        (bands,) = percents().bands

        assert "høj" == bands.band("high").label.get("da")
        with pytest.raises(KeyError):
            bands.band("highest")

    def test_a_score_without_bands_has_none(self):
        """A number need not have a word."""
        plain = small(scores=[score("s", {"kind": "mean", "of": ["a"]})])

        assert None is of(plain, a=1).band


class TestShown:
    @pytest.mark.parametrize(
        ("value", "expected"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.4999, 2), (99.5, 100)]
    )
    def test_it_is_rounded_half_away_from_zero(self, value, expected):
        """As spreadsheets round, and not to the even number."""
        assert expected == of(percents(), p=value).shown

    def test_it_has_the_decimals_of_the_score(self):
        """With one decimal 2.25 is shown as 2.3."""
        assert 2.3 == of(percents(decimals=1), p=2.25).shown

    def test_below_zero_it_is_rounded_away_from_zero_too(self):
        """Minus a half becomes minus one."""
        terms = [{"score": "s", "weight": -1}]
        scores = [
            score("s", {"kind": "mean", "of": ["p"]}),
            score("t", {"kind": "linear", "terms": terms}),
        ]
        questionnaire = small([item("p", "A-1", PERCENT)], scores=scores)
        found = score_response(questionnaire, answered(questionnaire, p=0.5))

        assert -1 == found["t"].shown


STATUS = {
    "id": "status",
    "bands": [
        {"code": "not_ready", "label": text("ikke klar")},
        {"code": "partly", "label": text("delvist klar"), "at_least": 50},
        {"code": "ready", "label": text("klar"), "at_least": 80},
    ],
}


class TestCaps:
    """Any gate at 0 is not ready; any gate at 1 is partly ready at most."""

    def status(self, **gates):
        """The band when ten other items are in place and the gates are as given."""
        others = [f"q{n}" for n in range(10)]
        keys = ["mandate", "legal", *others]
        place = {
            "id": "inplace",
            "title": text("På plads"),
            "options": [
                {"value": n, "label": text(words)}
                for n, words in enumerate(["ikke på plads", "delvist", "på plads"])
            ],
        }
        rule = {
            "kind": "mean",
            "of": keys,
            "rescale": [0, 100],
            "missing": {"dont_know": "count", "count_as": 0},
        }
        caps = [
            {"items": ["mandate", "legal"], "below": 1, "band": "not_ready"},
            {"items": ["mandate", "legal"], "below": 2, "band": "partly"},
        ]
        questionnaire = small(
            [item(key, f"C-{n}", "inplace") for n, key in enumerate(keys)],
            scales=[place],
            bands=[STATUS],
            scores=[score("s", rule, bands="status", caps=caps)],
        )
        answers = {**dict.fromkeys(others, 2), "mandate": 2, "legal": 2, **gates}
        return of(questionnaire, **answers)

    @pytest.mark.parametrize(
        ("gate", "expected"),
        [(2, "ready"), (1, "partly"), (0, "not_ready"), (UNKNOWN, "not_ready")],
    )
    def test_one_gate_holds_the_whole_status_down(self, gate, expected):
        """An unknown gate is not in place."""
        assert expected == self.status(legal=gate).band

    def test_the_value_is_not_held_down(self):
        """The number stays what the answers give; only the word is capped."""
        assert self.status(legal=0).value > 80

    def test_a_gate_that_does_not_apply_is_open(self):
        """Not applicable leaves the base."""
        assert "ready" == self.status(legal=IRRELEVANT).band

    def test_a_cap_never_lifts_a_band(self):
        """A low score stays low with every gate open."""
        low = {f"q{n}": 0 for n in range(10)}

        assert "not_ready" == self.status(**low).band


class TestNeedIndex:
    """Need index = 0.5 x burden + 0.25 x gap + 0.25 x thin, per need."""

    RATED = ("severity", "scope", "consequence", "coverage", "resources")

    def questionnaire(self):
        """A table of needs with the index scored for each of its rows."""
        columns = [item(key, f"N-{n}") for n, key in enumerate(self.RATED)]
        table = {"kind": "table", "columns": columns, "row": text("Behov")}
        policy = {"dont_know": "withhold"}

        def mean(*keys):
            rule = {"kind": "mean", "of": list(keys), "rescale": [0, 100]}
            return {**rule, "missing": policy}

        terms = [
            {"score": "burden", "weight": 0.5},
            {"score": "gap", "weight": 0.25},
            {"score": "thin", "weight": 0.25},
        ]
        scores = [
            score("burden", mean(*self.RATED[:3]), each="needs"),
            score("covered", mean("coverage"), each="needs"),
            score("resourced", mean("resources"), each="needs"),
            score(
                "gap",
                {
                    "kind": "linear",
                    "constant": 100,
                    "terms": [{"score": "covered", "weight": -1}],
                },
                each="needs",
            ),
            score(
                "thin",
                {
                    "kind": "linear",
                    "constant": 100,
                    "terms": [{"score": "resourced", "weight": -1}],
                },
                each="needs",
            ),
            score("need", {"kind": "linear", "terms": terms}, each="needs", decimals=2),
        ]
        return small([item("needs", "N-99", table)], scores=scores)

    def rows(self, *rows):
        """The scores of each row of ratings."""
        questionnaire = self.questionnaire()
        value = tuple(
            {
                key: each if isinstance(each, DontKnow) else Given(value=each)
                for key, each in zip(self.RATED, row, strict=True)
            }
            for row in rows
        )
        response = answered(questionnaire, needs=Given(value=value))
        return score_rows(questionnaire, response, "needs")

    @pytest.mark.parametrize(
        ("row", "burden", "gap", "thin", "expected"),
        [
            ((3, 2, 3, 1, 3), Fraction(200, 3), 75, 25, 58.33),
            ((2, 1, 1, 3, 3), Fraction(100, 3), 25, 25, 29.17),
            ((4, 3, 4, 1, 1), Fraction(275, 3), 75, 75, 83.33),
        ],
    )
    def test_the_worked_examples(self, row, burden, gap, thin, expected):
        """The three examples give 58.33, 29.17 and 83.33, with their parts."""
        (found,) = self.rows(row)

        assert burden == found["burden"].value
        assert (gap, thin) == (found["gap"].value, found["thin"].value)
        assert expected == found["need"].shown

    def test_each_row_is_scored_by_itself_and_in_order(self):
        """Two needs give two indexes."""
        first, second = self.rows((3, 2, 3, 1, 3), (4, 3, 4, 1, 1))

        assert (58.33, 83.33) == (first["need"].shown, second["need"].shown)

    @pytest.mark.parametrize("place", range(5))
    def test_any_unknown_rating_gives_no_index(self, place):
        """Don't know in one of the five ratings gives not_assessed."""
        row = [3, 2, 3, 1, 3]
        row[place] = UNKNOWN
        (found,) = self.rows(row)

        assert "not_assessed" == found["need"].withheld

    def test_no_rows_give_no_scores(self):
        """A table that was left empty has nothing to score."""
        questionnaire = self.questionnaire()

        assert () == score_rows(questionnaire, answered(questionnaire), "needs")

    def test_scores_of_rows_are_not_among_those_of_the_response(self):
        """There is no index of all needs together."""
        questionnaire = self.questionnaire()

        assert {} == score_response(questionnaire, answered(questionnaire))


TABLE = {"kind": "table", "columns": [item("c", "A-2")], "row": text("Række")}


class TestRowsAndResponse:
    """A score of rows and a score of the response do not reach into each other."""

    def rejected_or_scored(self, *scores, **more):
        """The finding codes of the definition; a sound one must be scored."""
        raw = document([item("t", "A-1", TABLE), item("a", "A-3")], scores=list(scores))
        codes = {each.code for each in check_definition({**raw, **more})}
        if not codes:
            questionnaire = questionnaire_from({**raw, **more})
            row = ({"c": Given(value=3)},)
            response = answered(questionnaire, t=Given(value=row), a=1)
            whole = score_response(questionnaire, response)
            (one,) = score_rows(questionnaire, response, "t")
            codes = {each.withheld for each in (*whole.values(), *one.values())}
        return codes

    def test_a_score_of_the_response_on_a_score_of_rows(self):
        """It is reported when the definition is checked; scoring never raises."""
        found = self.rejected_or_scored(
            score("e", {"kind": "mean", "of": ["c"]}, each="t"),
            score("s", {"kind": "linear", "terms": [{"score": "e"}]}),
        )

        assert found - {None}

    def test_a_score_of_rows_on_a_score_of_the_response(self):
        """It is reported when the definition is checked; scoring never raises."""
        found = self.rejected_or_scored(
            score("s", {"kind": "mean", "of": ["a"]}),
            score("e", {"kind": "linear", "terms": [{"score": "s"}]}, each="t"),
        )

        assert found - {None}

    def test_a_score_of_the_response_on_a_column(self):
        """A rule that can never see an answer is reported with the definition."""
        found = self.rejected_or_scored(score("s", {"kind": "mean", "of": ["c"]}))

        assert found - {None, "no_answers"}


class TestSufficiency:
    def asking(self, enough):
        """A questionnaire with a rule of sufficiency."""
        return small(
            scores=[
                score("s", {"kind": "mean", "of": ["a", "b", "c"]}, sufficiency="e")
            ],
            sufficiency=[{"id": "e", **enough}],
        )

    def scored(self, enough, **answers):
        """The score of one response under a rule of sufficiency."""
        return of(self.asking(enough), **answers)

    def test_too_few_items_in_the_base(self):
        """With two items that do not apply one is left, and two are asked for."""
        found = self.scored({"items": 2}, a=1, b=IRRELEVANT, c=IRRELEVANT)

        assert "too_few_items" == found.withheld

    def test_no_answers_at_all(self):
        """Nothing given is said before the share is."""
        assert "no_answers" == self.scored({"share": 0.5}).withheld

    def test_too_small_a_share(self):
        """One of three answered is less than a half."""
        assert "insufficient_basis" == self.scored({"share": 0.5}, a=1).withheld

    def test_the_share_itself_is_enough(self):
        """Two of three are not less than two thirds as 0.66 is written."""
        assert None is self.scored({"share": 0.66}, a=1, b=1).withheld

    def test_a_single_response_leaves_out_the_demand_on_roles(self):
        """One respondent has one role; that is no reason to withhold."""
        found = self.scored({"roles": 2, "respondents": 3}, a=1, b=2, c=3)

        assert (None, 2) == (found.withheld, found.value)

    def test_a_single_response_says_so(self):
        """The explanation tells that there is one response only."""
        found = why(self.asking({"roles": 2}), a=1, b=2, c=3).text

        assert found.get("da").endswith("kun én besvarelse")
        assert found.get("en").endswith("one response only")

    def test_a_withheld_score_explains_its_answers_all_the_same(self):
        """The parts are there although the value is not."""
        found = why(self.asking({"share": 0.9}), a=1)

        assert 3 == len(found.parts)


class TestCoverage:
    def test_it_is_given_among_given_and_unknown(self):
        """Blank and not applicable are not in it."""
        questionnaire = small(
            scores=[score("s", {"kind": "mean", "of": ["a", "b", "c"]})],
            panel={"knowledge_gap": 0.7},
        )
        found = of(questionnaire, a=1, b=UNKNOWN, c=IRRELEVANT)

        assert (Fraction(1, 2), True) == (found.coverage, found.knowledge_gap)

    def test_without_either_there_is_none(self):
        """All blank has no coverage, and no knowledge gap."""
        questionnaire = small(
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
            panel={"knowledge_gap": 0.7},
        )
        found = of(questionnaire)

        assert (None, False) == (found.coverage, found.knowledge_gap)

    @pytest.mark.parametrize(
        ("coverage", "danish", "english"),
        [(Fraction(5, 6), "83 %", "83%"), (None, "ingen", "none")],
    )
    def test_it_has_words(self, coverage, danish, english):
        """Whole per cent in both languages."""
        words = explain.coverage_words(coverage)

        assert (danish, english) == (words.get("da"), words.get("en"))


STEPS = {
    "kind": "number",
    "minimum": 0,
    "maximum": 100,
    "decimals": 1,
    "steps": [
        {"points": 3, "above": 40},
        {"points": 2, "at_least": 30},
        {"points": 1, "below": 10},
        {"points": 0, "at_most": 20},
    ],
}


class TestPoints:
    """The law's own comparison words."""

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (40, 2), (40.1, 3), (30, 2), (29.9, None), (9.9, 1), (10, 0), (20, 0),
            (20.1, None),
        ],
    )  # fmt: skip
    def test_the_first_step_that_holds_gives_the_points(self, number, expected):
        """Overstiger is strict, mindst is not, mindre end is strict, højst is not."""
        questionnaire = small([item("n", "A-1", STEPS)])

        assert expected == worth(questionnaire, "n", number)

    def test_a_decimal_is_taken_as_it_is_written(self):
        """0.1 is a tenth and not the binary number beside it."""
        questionnaire = small([item("n", "A-1", PERCENT)])

        assert Fraction(1, 10) == worth(questionnaire, "n", 0.1)

    def test_words_have_none(self):
        """Text never enters a score."""
        questionnaire = small([item("w", "A-1", {"kind": "text"})])

        assert None is worth(questionnaire, "w", "ja")


class TestExplanation:
    def explained(self, language, **more):
        """The printed explanation of a score of two items, one of them unknown."""
        labels = {0: "slet ikke", 3: "i høj grad"}
        extent = {
            "id": "extent",
            "title": text("Grad"),
            "options": [
                {"value": n, "label": text(labels.get(n, f"trin {n}"))}
                for n in range(5)
            ],
        }
        rule = {"kind": "mean", "of": ["a", "b", "n"], **more}
        questionnaire = small(
            [item("a", "A-1"), item("b", "A-2"), item("n", "A-3", PERCENT)],
            scales=[extent],
            scores=[score("s", rule, decimals=1)],
        )
        at = Place(sheet="Skema", cell="D7")
        found = why(questionnaire, a=Given(value=3, at=at), b=DontKnow(at=at), n=12.5)
        return list(explain.lines(found, language))

    def test_it_goes_down_to_each_answer_and_its_cell_in_danish(self):
        """Rule, items, roles, labels, points and cells, in Danish."""
        assert [
            (
                0,
                (
                    "Gennemsnit af 3 spørgsmål; 2 af 3 spørgsmål besvaret af 1 rolle; "
                    "resultat 7,75, vist som 7,8"
                ),
            ),
            (1, "Om a: gennemsnit af rollerne 3, bidrager med 1,5"),
            (2, "Politi: i høj grad = 3 (Skema!D7)"),
            (1, "Om b: Ved ikke, regnes ikke med"),
            (2, "Politi: Ved ikke, regnes ikke med (Skema!D7)"),
            (1, "Om n: gennemsnit af rollerne 12,5, bidrager med 6,25"),
            (2, "Politi: 12,5 % = 12,5"),
        ] == self.explained("da")

    def test_it_goes_down_to_each_answer_and_its_cell_in_english(self):
        """The same tree in English."""
        assert [
            (
                0,
                (
                    "Mean of 3 items; 2 of 3 items answered by 1 role; "
                    "result 7.75, shown as 7.8"
                ),
            ),
            (1, "Om a in English: mean of the roles 3, contributes 1.5"),
            (2, "Politi in English: i høj grad in English = 3 (Skema!D7)"),
            (1, "Om b in English: Don't know, left out"),
            (2, "Politi in English: Don't know, left out (Skema!D7)"),
            (1, "Om n in English: mean of the roles 12.5, contributes 6.25"),
            (2, "Politi in English: 12.5 % = 12.5"),
        ] == self.explained("en")

    def test_a_score_of_scores_names_them_with_their_weights(self):
        """Each term is a part, with the parts of its own score under it."""
        terms = [{"score": "m", "weight": -0.5}]
        questionnaire = small(
            scores=[
                score("m", {"kind": "mean", "of": ["a"]}),
                score("s", {"kind": "linear", "terms": terms}),
            ]
        )
        (part,) = why(questionnaire, a=3).parts

        assert "-0,5 × Tallet m: 3, bidrager med -1,5" == part.text.get("da")
        assert 3 == part.value
        assert "Om a: gennemsnit af rollerne 3" == part.parts[0].text.get("da")

    @pytest.mark.parametrize(
        "rule",
        [
            {"kind": "mean", "of": ["a"]},
            {"kind": "total", "of": ["a"]},
            {"kind": "median", "of": ["a"]},
            {"kind": "percent", "of": ["a"]},
            {"kind": "combine", "by": "mean", "of": ["m"]},
            {"kind": "lookup", "score": "m", "steps": [{"points": 1}]},
            {"kind": "rounded", "score": "m", "decimals": 0},
            {"kind": "extreme", "of": ["a"], "pick": "lowest"},
            {"kind": "count", "where": [{"item": "a", "at_least": 1}]},
            {"kind": "linear", "terms": [{"score": "m"}]},
            {
                "kind": "decision",
                "cases": [{"code": "x", "when": [{"score": "m", "at_least": 1}]}],
            },
        ],
        ids=lambda rule: rule["kind"],
    )
    def test_every_kind_of_rule_leads_to_the_cell(self, rule):
        """However a score is made, its explanation ends in the answers."""
        questionnaire = small(
            scores=[score("m", {"kind": "mean", "of": ["a"]}), score("s", rule)]
        )
        at = Place(sheet="Skema", cell="D7")
        found = why(questionnaire, a=Given(value=3, at=at))
        told = [each for _, each in explain.lines(found, "da")]

        assert "Politi: extent 3 = 3 (Skema!D7)" in told

    def test_an_answer_in_words_can_be_counted(self):
        """A condition may look at text, which has no points and no range."""
        where = [{"item": "w", "answered": True}]
        questionnaire = small(
            [item("w", "A-1", {"kind": "text"})],
            scores=[score("s", {"kind": "count", "where": where})],
        )

        assert 1 == of(questionnaire, w="ja").value

    @pytest.mark.parametrize("reason", sorted(explain.WITHHELD))
    def test_every_reason_has_words_in_both_languages(self, reason):
        """A withheld score can say why in Danish and English."""
        words = explain.withheld_words(reason)

        assert words.has("da")
        assert words.has("en")

    def test_an_unknown_reason_is_shown_as_it_is(self):
        """A plug-in's own reason is not swallowed."""
        assert "house_rule" == explain.withheld_words("house_rule").get("da")

    def test_a_respondent_without_a_role_is_told_so(self):
        """No role is said in words."""
        questionnaire = small(scores=[score("s", {"kind": "mean", "of": ["a"]})])
        response = answered(questionnaire, role=None, a=IRRELEVANT)
        found = score_response(questionnaire, response).explanation("s")
        (answer,) = found.parts[0].parts

        assert answer.text.get("da").startswith("Uden rolle: Ikke relevant, ")
        assert "No role: Not relevant, leaves the base" == answer.text.get("en")

    def test_a_value_outside_the_scale_is_shown_as_it_is(self):
        """An answer that no option has is repeated, not hidden."""
        words = explain.answer_words(small(), "a", 9)

        assert "9" == words.get("da")
