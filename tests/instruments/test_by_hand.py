"""Each instrument worked out by hand once, and what it does with blanks."""

from fractions import Fraction

import pytest

from instruments import BY_ID, INSTRUMENTS
from instruments.answering import scored
from model_forms.questionnaire import Questionnaire

HALF = Fraction(1, 2)

CASES = [
    # 3+2+4+1+0 = 10, and 10 x 4 = 40.
    ("who_5", "32410", {"raw": 10, "index": 40}),
    # 3+4+2+5+3+4+1 = 22, which the table turns into 19.98.
    ("swemwbs", "3425341", {"raw": 22, "metric": Fraction("19.98")}),
    # 6+5+7+4+2 = 24.
    ("swls", "65742", {"total": 24}),
    # 4+5+(6-2)+(6-1)+3+4+5+4+3+4: items 3 and 4 are turned round.
    ("kidscreen_10", "4521345434", {"raw": 41}),
    # 2+3+1 = 6.
    ("t_ils", "231", {"total": 6}),
    # 2+1+3+2+0+2+1+2+1 = 14; at 2 or more: items 1, 3, 4, 6, 8, and item 9 at 1.
    ("phq_9", "213202121", {"total": 14, "core": 1, "symptoms": 6, "syndrome": 0}),
    # 1+2+0+3+1+2+1 = 10.
    ("gad_7", "1203121", {"total": 10}),
    # 1+2+3+4+5+1+2+3+4+5 = 30.
    ("k10", "1234512345", {"total": 30}),
    # Odd: 2+1+3+(3-1)+0+2+1 = 11. Even: (3-2)+(3-0)+(3-3)+1+2+(3-1)+(3-2) = 10.
    (
        "hads",
        "22103311022112",
        {"anxiety": 11, "depression": 10, "total": 21},
    ),
    # Sixteen items at 1, and 4, 8, 12, 16 at 1 turned into 2: 16 + 8 = 24.
    ("ces_d", "1" * 20, {"total": 24}),
    # Sleep 3 of 0,1,3,2; appetite 2 of 2,-,-,1; psychomotor 1 of 0,1; others 1+0+2+1+
    # 3+0 = 7; in all 13.
    (
        "qids_sr16",
        "013212..10213001",
        {"sleep": 3, "appetite": 2, "psychomotor": 1, "others": 7, "total": 13},
    ),
    # 1+2+3+(4-4)+(4-0)+1+(4-2)+(4-3)+4+0 = 18.
    (
        "pss_10",
        "1234012340",
        {"total": 18, "helplessness": 11, "self_efficacy": 7},
    ),
    # Emotional 3,8,13,16,24: 2+0+1+2+1 = 6. Conduct 5,7,12,18,22: 1+(2-2)+0+1+0 = 2.
    # Hyperactivity 2,10,15,21,25: 2+2+1+(2-0)+(2-1) = 8. Peer 6,11,14,19,23:
    # 0+(2-1)+(2-2)+1+2 = 4. Prosocial 1,4,9,17,20: 2+1+2+0+1 = 6.
    (
        "sdq_self",
        "2221102022101212011100211",
        {
            "emotional": 6,
            "conduct": 2,
            "hyperactivity": 8,
            "peer": 4,
            "prosocial": 6,
            "difficulties": 20,
            "internalising": 10,
            "externalising": 10,
        },
    ),
    # 3+2+1+0+1+2+0+1+2+4 = 16.
    ("audit", "3210120124", {"total": 16}),
    # 3+(3-1)+2+2+(3-0)+(3-2)+3+(3-3)+(3-1)+1 = 19.
    ("rosenberg", "3122023311", {"total": 19}),
    # 5 and 8-2; 8-3 and 6; 7 and 8-4; 8-2 and 5; 6 and 8-1.
    (
        "tipi",
        "5372626451",
        {
            "extraversion": 5 + HALF,
            "agreeableness": 5 + HALF,
            "conscientiousness": 5 + HALF,
            "stability": 5 + HALF,
            "openness": 6 + HALF,
        },
    ),
    # 6-2 and 3; 4 and 6-1; 6-5 and 2; 6-3 and 4; 6-1 and 5.
    (
        "bfi_10",
        "2453131245",
        {
            "extraversion": 3 + HALF,
            "agreeableness": 4 + HALF,
            "conscientiousness": 1 + HALF,
            "neuroticism": 3 + HALF,
            "openness": 5,
        },
    ),
    # 75+50+100+25+50+0 = 300 of six; 50+25+75+0+100+25 and (100-75) = 300 of seven;
    # 25+25+50+50+75+75 = 300 of six.
    (
        "cbi",
        "324120" + "2130413" + "112233",
        {"personal": 50, "work": Fraction(300, 7), "client": 50},
    ),
]


@pytest.mark.parametrize(("id", "digits", "expected"), CASES, ids=[c[0] for c in CASES])
def test_the_engine_gives_what_was_worked_out_by_hand(id, digits, expected):
    """The published rule, followed on paper, gives the engine's numbers."""
    found = scored(id, digits)

    assert expected == {name: found[name].value for name in expected}


def test_a_maturity_score_is_built_of_levels_practices_and_functions():
    """
    One practice with 1, 0.5 and 0.25 in one stream and nothing else is known.

    Its levels are 0.5, 0.25 and 0.125, so it has 0.875; its function a third of it,
    and the whole a fifth of that.
    """
    found = scored("samm_2", "321" + "." * 87)

    levels = [found[f"g_sm_{level}"].value for level in (1, 2, 3)]
    assert [Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)] == levels
    assert Fraction(7, 8) == found["g_sm"].value
    assert Fraction(7, 24) == found["g"].value
    assert Fraction(7, 120) == found["overall"].value


def test_every_instrument_is_worked_out_by_hand():
    """No instrument is only compared, and never understood."""
    by_hand = {id for id, _, _ in CASES} | {"samm_2"}
    only_other_bands = {"sdq_parent", "sdq_teacher"}

    assert set(BY_ID) == by_hand | only_other_bands


def test_the_three_informants_differ_in_their_limits_alone():
    """The SDQ of parents and teachers has the rules of the self-report."""
    rules = [
        {each.id: each.rule for each in BY_ID[f"sdq_{informant}"].scores}
        for informant in ("self", "parent", "teacher")
    ]

    assert rules[0] == rules[1] == rules[2]


@pytest.mark.parametrize("each", INSTRUMENTS, ids=lambda each: each.id)
def test_every_instrument_names_its_sources_and_no_wording(each):
    """There is a title with a year for the rules, and items are only numbered."""
    assert isinstance(each, Questionnaire)
    assert each.sources
    texts = [item.text.get("en") for item in each.items.values()]
    assert [f"Item {n}" for n in range(1, len(texts) + 1)] == texts


def but(digits, **changed):
    """Return *digits* with other answers: ``q3=2`` is item 3, and a full stop blank."""
    listed = list(digits)
    for key, digit in changed.items():
        listed[int(key[1:]) - 1] = digit
    return "".join(listed)


class TestBlanks:
    @pytest.mark.parametrize("id", sorted(set(BY_ID) - {"samm_2"}))
    def test_an_empty_form_has_no_scores(self, id):
        """Nothing is made of nothing, whatever is made up for elsewhere."""
        found = scored(id, "." * len(BY_ID[id].items))

        # How many symptoms were marked is 0 in an empty form; the syndrome is none.
        counts = {"core", "symptoms"} if id == "phq_9" else set()
        assert counts == {name for name in found if found[name].value is not None}

    @pytest.mark.parametrize(
        "id", ["who_5", "swls", "k10", "ces_d", "pss_10", "audit", "kidscreen_10"]
    )
    def test_a_sum_needs_every_item(self, id):
        """Where no rule for blanks is published, one blank leaves no sum."""
        items = BY_ID[id].items
        found = scored(id, "2" * (len(items) - 1) + ".")

        assert "not_assessed" == found["total" if "total" in found else "raw"].withheld

    def test_two_blanks_in_a_subscale_are_made_up_for(self):
        """Answers of 2, 1 and 1 to three of five are 4, and count as 6.67: 7."""
        digits = but("1" * 25, q3="2", q16=".", q24=".")
        found = scored("sdq_self", digits)

        assert Fraction(20, 3) == found["emotional_prorated"].value
        assert 7 == found["emotional"].value

    def test_three_blanks_in_a_subscale_are_too_many(self):
        """Two answers of five give no subscale, and no total either."""
        found = scored("sdq_self", but("1" * 25, q3=".", q8=".", q13="."))

        assert ("not_assessed", "not_assessed") == (
            found["emotional"].withheld,
            found["difficulties"].withheld,
        )
        assert 5 == found["conduct"].value

    def test_a_subscale_is_rounded_before_it_is_added(self):
        """
        Four answers that sum to 2 are 2.5, which counts as 3 in each subscale.

        The total of the four is then 12; rounded once at the end it would be 10.
        """
        none = but("0" * 25, q7="2", q11="2", q14="2", q21="2", q25="2")
        ones = dict.fromkeys(
            ("q8", "q13", "q12", "q18", "q10", "q15", "q19", "q23"), "1"
        )
        found = scored("sdq_self", but(none, **ones, q3=".", q5=".", q2=".", q6="."))

        assert Fraction(5, 2) == found["peer_prorated"].value
        assert (3, 12) == (found["peer"].value, found["difficulties"].value)

    def test_half_of_a_scale_of_burnout_is_enough(self):
        """Three of six and four of seven give a mean of those; one less gives none."""
        enough = scored("cbi", "210..." + "210...4" + "4321..")
        too_few = scored("cbi", "21...." + "210...." + "43....")

        assert {
            "personal": 25,
            "work": Fraction(75, 4),
            "client": Fraction(125, 2),
        } == {name: each.value for name, each in enough.items()}
        assert {"not_assessed"} == {each.withheld for each in too_few.values()}

    def test_an_unfinished_form_has_no_syndrome(self):
        """Symptoms that were not asked about are not absent."""
        found = scored("phq_9", "33333....")

        assert (5, "not_assessed") == (
            found["symptoms"].value,
            found["syndrome"].withheld,
        )

    def test_only_the_appetite_that_changed_is_asked_for(self):
        """One of each pair on appetite is blank by design; one on sleep is not."""
        by_design = scored("qids_sr16", but("0" * 16, q6="2", q7=".", q8="."))
        sleepless = scored("qids_sr16", but("0" * 16, q4="."))

        assert 2 == by_design["total"].value
        assert ("not_assessed", "not_assessed") == (
            sleepless["sleep"].withheld,
            sleepless["total"].withheld,
        )
