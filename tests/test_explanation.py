"""Why a score is what it is: a tree of values, told in words when asked."""

from fractions import Fraction

import pytest

from builders import IRRELEVANT, UNKNOWN, answered, item, scale, score, small, text
from model_forms.assessment import assess
from model_forms.finding import Place
from model_forms.response import Given
from model_forms.results import explanation_to
from model_forms.scoring import score_response
from model_forms.scoring.explain import lines

BANDS = {
    "id": "quarters",
    "bands": [
        {"code": "low", "label": text("lav")},
        {"code": "attention", "label": text("opmærksomhed"), "at_least": 25},
        {"code": "high", "label": text("høj"), "above": 50},
    ],
}
HUNDRED = {"kind": "number", "minimum": 0, "maximum": 100, "decimals": 6}


def whole(rule, *, items=("a", "b", "c"), **more):
    """A questionnaire with the score s."""
    return small(items, scores=[score("s", rule, **more)], bands=[BANDS])


def why(questionnaire, **answers):
    """Why the score s of one response is what it is."""
    response = answered(questionnaire, **answers)
    return score_response(questionnaire, response).explanation("s")


def facts(parts, *names):
    """Some facts of each part."""
    return [tuple(getattr(each, name) for name in names) for each in parts]


def standing(value):
    """Where a value stands among the bands, as a Danish reader is told."""
    questionnaire = whole(
        {"kind": "mean", "of": ["p"]}, items=[item("p", "A-1", HUNDRED)],
        bands="quarters", decimals=1,
    )  # fmt: skip
    found = why(questionnaire, p=value)
    return found.standing, found.text.get("da").split("; ")[-1]


class TestItem:
    def test_it_tells_what_it_counts_as_and_what_it_adds(self):
        """Turned round, moved to 0–100, weighed, and its part of the mean."""
        rule = {
            "kind": "mean",
            "of": ["a", "b"],
            "reverse": ["a"],
            "rescale": [0, 100],
            "weights": {"b": 3},
        }
        found = why(whole(rule), a=1, b=2)

        assert [(1, 75, 1, Fraction(75, 4)), (2, 50, 3, Fraction(150, 4))] == facts(
            found.parts, "value", "counted", "weight", "contribution"
        )
        assert (
            "Om b: gennemsnit af rollerne 2, omregnet til 50, vægt 3, bidrager med 37,5"
        ) == found.parts[1].text.get("da")

    @pytest.mark.parametrize(
        ("missing", "answers", "expected"),
        [
            ({}, {"b": UNKNOWN}, ("dont_know", "left_out")),
            ({}, {}, ("blank", "left_out")),
            ({}, {"b": IRRELEVANT}, ("not_applicable", "leaves_base")),
            ({"dont_know": "withhold"}, {"b": UNKNOWN}, ("dont_know", "withholds")),
            ({"blank": "withhold"}, {}, ("blank", "withholds")),
            ({"least": 1}, {"b": UNKNOWN}, ("dont_know", "withholds")),
            (
                {"dont_know": "count", "count_as": 1},
                {"b": UNKNOWN},
                ("dont_know", "counts_as"),
            ),
            ({"blank": "count", "count_as": 0}, {}, ("blank", "counts_as")),
            ({"prorate": 1}, {}, ("blank", "raised")),
            ({"prorate": 0}, {}, ("blank", "withholds")),
        ],
    )
    def test_it_tells_what_was_missing_and_how_it_was_treated(
        self, missing, answers, expected
    ):
        """Each policy has a name of its own."""
        blank = {} if "blank" in missing or "prorate" in missing else {"blank": "skip"}
        rule = {"kind": "total", "of": ["a", "b"], "missing": {**blank, **missing}}
        found = why(whole(rule), a=3, **answers)

        assert expected == facts(found.parts, "lack", "treatment")[1]

    def test_what_is_counted_for_a_missing_answer_adds_too(self):
        """A don't know that counts as 1 is told, and turned round with the others."""
        rule = {
            "kind": "total",
            "of": ["a", "b"],
            "reverse": ["b"],
            "missing": {"dont_know": "count", "count_as": 1},
        }
        part = why(whole(rule), a=3, b=UNKNOWN).parts[1]

        assert (1, 3, 3) == (part.value, part.counted, part.contribution)
        assert "Om b: Ved ikke, regnes som 1, vendt om til 3, bidrager med 3" == (
            part.text.get("da")
        )
        assert "Politi: Ved ikke, regnes som 1" == part.parts[0].text.get("da")

    def test_a_raised_sum_is_shared_among_those_who_answered(self):
        """Three answers of 2 for four items make 8, of which each adds 2⅔."""
        items = ["a", "b", "c", "d"]
        rule = {"kind": "total", "of": items, "missing": {"prorate": 1}}
        found = why(whole(rule, items=items), a=2, b=2, c=2)

        assert 8 == found.value
        assert [Fraction(8, 3)] * 3 == [each.contribution for each in found.parts[:3]]
        assert found.parts[3].contribution is None

    def test_roles_weigh_alike_and_so_do_answers_within_a_role(self):
        """Two of the police share what one of the school has alone."""
        questionnaire = whole({"kind": "mean", "of": ["a"]})
        panel = [
            answered(questionnaire, "police", "Vest", a=0),
            answered(questionnaire, "police", "Øst", a=2),
            answered(questionnaire, "school", "Skolen", a=4),
        ]
        (part,) = assess(questionnaire, panel).scores.explanation("s").parts

        assert [
            ("police", Fraction(1, 4), 0),
            ("police", Fraction(1, 4), Fraction(1, 2)),
            ("school", Fraction(1, 2), 2),
        ] == facts(part.parts, "key", "weight", "contribution")

    def test_a_role_that_finds_it_irrelevant_is_left_out_of_it(self):
        """The item stays in the base when another role answers it."""
        questionnaire = whole({"kind": "mean", "of": ["a"]})
        panel = [
            answered(questionnaire, "police", "Vest", a=IRRELEVANT),
            answered(questionnaire, "school", "Skolen", a=4),
        ]
        (part,) = assess(questionnaire, panel).scores.explanation("s").parts

        assert ("not_applicable", "left_out") == facts(part.parts, "lack", "treatment")[
            0
        ]

    def test_the_words_of_a_person_are_not_repeated(self):
        """A written answer is told as such."""
        where = [{"item": "w", "answered": True}]
        questionnaire = whole(
            {"kind": "count", "where": where},
            items=[item("w", "A-1", {"kind": "text"})],
        )
        told = "\n".join(each for _, each in lines(why(questionnaire, w="Bo"), "da"))

        assert "Bo" not in told
        assert "Politi: skrevet svar" in told

    def test_the_name_of_a_respondent_is_not_told(self):
        """The role is, in words and in the JSON document."""
        questionnaire = whole({"kind": "mean", "of": ["a"]})
        found = why(questionnaire, a=3)

        assert "Lokalpoliti" not in str(explanation_to(found))


class TestRule:
    def test_a_per_cent_is_shared_by_points(self):
        """Of at most 8 points, 3 are 37.5 per cent."""
        found = why(whole({"kind": "percent", "of": ["a", "b"]}), a=3, b=1)

        assert [Fraction(75, 2), Fraction(25, 2)] == [
            each.contribution for each in found.parts
        ]

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [
            ({"kind": "extreme", "pick": "lowest"}, [True, False, True]),
            ({"kind": "extreme", "pick": "highest"}, [False, True, False]),
            ({"kind": "median"}, [True, False, True]),
        ],
    )
    def test_of_those_that_do_not_add_up_it_tells_which_decides(self, rule, expected):
        """All that are equal to the value do."""
        found = why(whole({**rule, "of": ["a", "b", "c"]}), a=1, b=4, c=1)

        assert expected == [each.decides for each in found.parts]
        assert (
            "Om a: gennemsnit af rollerne 1, afgør tallet"
            == (next(each for each in found.parts if each.key == "a").text.get("da"))
            or not expected[0]
        )

    def scores(self, rule):
        """A questionnaire in which s is made of the scores x and y."""
        inner = [score(id, {"kind": "total", "of": [key]}) for id, key in ("xa", "yb")]
        return small(scores=[*inner, score("s", rule)])

    def test_a_linear_rule_has_its_constant_among_the_parts(self):
        """What is always added is told too."""
        terms = [{"score": "x", "weight": -0.5}, {"score": "y"}]
        found = why(self.scores({"kind": "linear", "terms": terms, "constant": 10}),
                    a=3, b=1)  # fmt: skip

        assert [Fraction(-3, 2), 1, 10] == [each.contribution for each in found.parts]
        assert [
            "-0,5 × Tallet x: 3, bidrager med -1,5",
            "1 × Tallet y: 1",
            "fast tal 10",
        ] == [each.text.get("da") for each in found.parts]

    @pytest.mark.parametrize(
        ("by", "adds", "decides"),
        [
            ("mean", [Fraction(3, 2), Fraction(1, 2)], [None, None]),
            ("sum", [3, 1], [None, None]),
            ("lowest", [None, None], [False, True]),
            ("highest", [None, None], [True, False]),
            ("median", [None, None], [True, True]),
        ],
    )
    def test_a_combination_tells_each_score(self, by, adds, decides):
        """As a part of the sum, or as the one that decides."""
        rule = {"kind": "combine", "by": by, "of": ["x", "y"]}
        found = why(self.scores(rule), a=3, b=1)

        assert adds == [each.contribution for each in found.parts]
        assert decides == [each.decides for each in found.parts]

    def test_a_lookup_tells_what_the_score_is_turned_into(self):
        """3 is at least 2, which gives 7."""
        steps = [{"points": 7, "at_least": 2}, {"points": 0}]
        found = why(self.scores({"kind": "lookup", "score": "x", "steps": steps}), a=3)

        assert [(3, 7, 7)] == facts(found.parts, "value", "counted", "contribution")
        assert "Tallet x: 3, tæller som 7" == found.parts[0].text.get("da")

    def test_a_decision_tells_the_cases_that_were_tried(self):
        """Up to the one that fits, with the limits in words."""
        cases = [
            {"code": "high", "when": [{"score": "x", "above": 3}]},
            {"code": "even", "when": [{"score": "x", "at_least": 2, "at_most": 3}]},
            {"code": "rest"},
        ]
        found = why(self.scores({"kind": "decision", "cases": cases}), a=3)

        assert [
            "»high«: »Tallet x« er over 3: passer ikke",
            "»even«: »Tallet x« er mindst 2 og højst 3: passer",
        ] == [each.text.get("da") for each in found.parts if each.about == "case"]
        assert found.text.get("en").endswith("“even”")

    def test_a_count_tells_each_condition(self):
        """Whether it holds, and the answer that it looks at."""
        where = [{"item": "a", "at_least": 2}, {"item": "b", "at_least": 2}]
        rule = {"kind": "count", "where": where, "share": True}
        found = why(whole(rule), a=3, b=1)

        assert [(1, Fraction(1, 2)), (0, 0)] == facts(
            found.parts, "value", "contribution"
        )
        assert "A-2 er mindst »extent 2«: passer ikke" == found.parts[1].text.get("da")

    def test_a_count_that_awaits_all_answers_tells_what_is_missing(self):
        """The item without an answer withholds the score."""
        where = [{"item": "a", "at_least": 2}, {"item": "b", "at_least": 2}]
        rule = {"kind": "count", "where": where, "missing": "withhold"}
        found = why(whole(rule), a=3)

        assert "Om b: ikke besvaret, derfor vises intet tal" == (
            found.parts[1].parts[0].text.get("da")
        )

    def test_a_score_that_is_withheld_says_why_within_another(self):
        """The reason stands beside its title."""
        found = why(self.scores({"kind": "rounded", "score": "x"}))

        assert "Tallet x: mangler vurdering" == found.parts[0].text.get("da")
        assert "not_assessed" == found.parts[0].withheld


class TestStanding:
    def test_it_tells_the_distance_to_both_limits(self):
        """With the decimals of the score, at least one."""
        found, told = standing(45.833)

        assert (Fraction("20.833"), Fraction("4.167")) == (found.over, found.to_next)
        assert (
            "»opmærksomhed« (20,8 point over den nedre grænse, 4,2 point under »høj«)"
            == told
        )

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (0, "»lav« (25 point under »opmærksomhed«)"),
            (24, "»lav« (1 point under »opmærksomhed«)"),
            (24.999, "»lav« (0,001 point under »opmærksomhed«)"),
            (24.999999, "»lav« (under 0,0001 point under »opmærksomhed«)"),
            (25, "»opmærksomhed« (lige på den nedre grænse, 25 point under »høj«)"),
            (
                50,
                (
                    "»opmærksomhed« (25 point over den nedre grænse, "
                    "lige på grænsen til »høj«)"
                ),
            ),
            (51, "»høj« (1 point over den nedre grænse)"),
        ],
    )
    def test_a_distance_is_never_told_as_none_when_there_is_one(self, value, expected):
        """At a limit, just beside it, and at the ends."""
        assert expected == standing(value)[1]

    def test_a_withheld_score_stands_nowhere(self):
        """No value, no distance."""
        assert standing(UNKNOWN)[0] is None

    def test_a_gate_that_keeps_the_band_down_is_told(self):
        """The value stands where it stands; the gate is named by its code."""
        questionnaire = whole(
            {"kind": "total", "of": ["a"], "rescale": [0, 100]},
            bands="quarters",
            caps=[{"items": ["b"], "below": 2, "band": "low"}],
        )
        found = why(questionnaire, a=4, b=1)

        assert ("b",) == found.gates
        assert "high" == found.standing.band.code
        assert found.text.get("da").endswith(
            "»høj« (50 point over den nedre grænse); "
            "højst »lav«, fordi A-2 ikke er på plads"
        )


class TestWorkedExamples:
    """The two examples of the domain model, on four items of risk."""

    ITEMS = ("a", "b", "c", "d")

    def explained(self, *rows):
        rule = {"kind": "mean", "of": self.ITEMS, "rescale": [0, 100]}
        questionnaire = small(
            self.ITEMS,
            scores=[score("s", rule, bands="quarters", sufficiency="e")],
            sufficiency=[{"id": "e", "items": 2, "share": 0.6, "roles": 2}],
            bands=[BANDS],
        )
        roles = ("police", "school", "club")
        panel = [
            answered(
                questionnaire, role, role, **dict(zip(self.ITEMS, row, strict=True))
            )
            for role, row in zip(roles, rows, strict=False)
        ]
        return assess(questionnaire, panel).scores.explanation("s")

    def test_the_first(self):
        """75, 58⅓, 37.5 and 12.5 are each a quarter of themselves in 45.83."""
        found = self.explained((3, 2, UNKNOWN, 1), (4, 3, 2, UNKNOWN), (2, 2, 1, 0))

        assert [75, Fraction(175, 3), Fraction(75, 2), Fraction(25, 2)] == [
            each.counted for each in found.parts
        ]
        assert Fraction(75, 4) == found.parts[0].contribution
        assert found.text.get("da").endswith(
            "resultat 45,8333, vist som 46; »opmærksomhed« "
            "(20,8 point over den nedre grænse, 4,2 point under »høj«)"
        )

    def test_the_second(self):
        """Too thin: nothing is shared, and what was missing is told."""
        found = self.explained((3, UNKNOWN, UNKNOWN, 1))

        assert "insufficient_basis" == found.withheld
        assert [None] * 4 == [each.contribution for each in found.parts]
        assert [None, "left_out", "left_out", None] == [
            each.treatment for each in found.parts
        ]


class TestJson:
    def test_it_has_what_it_had_and_the_new_fields(self):
        """Nothing of the first contract is gone."""
        rule = {"kind": "mean", "of": ["a"], "rescale": [0, 100]}
        at = Place(sheet="Skema", cell="D4")
        found = explanation_to(
            why(whole(rule, bands="quarters"), a=Given(value=1, at=at))
        )
        (part,) = found["parts"]
        (answer,) = part["parts"]

        assert {"text", "value", "at", "parts"} < set(found)
        assert {
            "band": "attention", "over": 0, "next": "high", "to_next": 25,
        } == found["standing"]  # fmt: skip
        assert ("item", "a", 25, 25) == tuple(
            part[each] for each in ("about", "key", "counted", "contribution")
        )
        assert ("answer", "police", 1, 25, "Skema!D4") == tuple(
            answer[each] for each in ("about", "key", "value", "counted", "at")
        )


class TestScale:
    def test_an_answer_without_points_is_told(self):
        """An option that is worth nothing gives no points."""
        odd = scale("odd", [0, 1, 2])
        odd["options"].append({"value": "other", "label": text("andet")})
        questionnaire = small(
            [item("a", "A-1", "odd")],
            scales=[odd],
            scores=[score("s", {"kind": "mean", "of": ["a"]})],
        )
        (part,) = why(questionnaire, a="other").parts

        assert ("worthless", "left_out") == (part.lack, part.treatment)
        assert "Om a: svaret giver ingen point, regnes ikke med" == part.text.get("da")
