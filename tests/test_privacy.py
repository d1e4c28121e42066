"""Text that could point at a person."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model_forms import privacy
from model_forms.privacy import Suspicion, is_personal, kinds, masked, suspicions
from model_forms.privacy.naming import named

PACKS = Path(__file__).parents[1] / "questionnaires"

CPR = [
    "0707614285",
    "070761-4285",
    "070761 4285",
    "070761 - 4285",
    "070761–4285",
    "070761\u20114285",
    "070761\u00a04285",
    "Spørg 070761-4285.",
    "(070761-4285)",
    "cpr:070761-4285,",
    "07.07.61-4285",
    "07-07-61-4285",
    "sag: 070761-4285",
    "tlf. 070761-4285",
    "707614285",
    "Nummeret er 707614285.",
]
EMAIL = [
    "ali@skole.dk",
    "Skriv til ali.hansen@skole.kommune.dk.",
    "<mor+barn@example.org>",
    "mailto:ali@skole.dk?subject=hej",
    "bjørn@ærø.dk",
    "a@b.dk",
    "ali＠skole.dk",
    "ali @ skole.dk",
    "ali (at) skole.dk",
    "ali[snabel-a]skole.dk",
    "20123456@sms.example",
]
PHONE = [
    "20123456",
    "20 12 34 56",
    "20\u00a012\u00a034\u00a056",
    "20.12.34.56",
    "20-12-34-56",
    "20–12–34–56",
    "5012 3456",
    "45 20 12 34 56",
    "4520123456",
    "+45 20123456",
    "+4520123456",
    "+45 12 34 56 78",
    "+45 2012 3456",
    "+45 201 23 456",
    "+45-20-12-34-56",
    "(+45) 20 12 34 56",
    "0045 20 12 34 56",
    "+46 70 123 45 67",
    "+47 412 34 567",
    "+49 (0)30 1234567",
    "0046701234567",
    "tlf. 12345678",
    "Tlf.nr.: 201 23 456",
    "tlf:20101112",
    "telefon 2012 3456",
    "mobil 2012-3456",
    "Mobilnummeret er 20 123 456",
    "ring til 12345678",
    "Phone no. 12345678",
    "ring på 20 12 34 56 mellem 10 og 12",
    "Ring til Ali på 20 12 34 56.",
    "(20123456)",
    "tlf.: 20123456/20 65 43 21",
]
CASE = [
    "sag 12345",
    "sag 123",
    "Sag: 25/4411",
    "sag nr. 4711",
    "sagsnr. 2025-123",
    "sagsnummer 4711/25",
    "sagsnr. er 12345",
    "j.nr. 25-1234",
    "J. nr. 25-1234",
    "jnr 4711",
    "journalnr.: A-2025/12",
    "journalnummer 2025 - 12345",
    "case no. 12345",
    "file no. 2025/77",
    "Se 25/012345.",
    "25/12345-3",
    "2025-12345",
    "0100-83966-00123-20",
    "27.18.00-P20-1-25",
]
ORDINARY = [
    "",
    # CPR without a date, and numbers of other lengths
    "990761-4285",
    "073161-4285",
    "12345678901",
    "070761-42850",
    "9907614285",
    "http://docplayer.dk/107059438-Inspirationskatalog",
    # years, months, days and periods
    "SSP 2026-2027",
    "Indsatsen løber i 2024-2025 og 2026 2027.",
    "Skoleåret 2025/2026 og 2026/27",
    "2026-11-02",
    "2026-01-01/2026-06-30",
    "01012026",
    "20261122",
    "31122026",
    "Mødet er den 01-12-2026 kl. 16.30-18.00.",
    "Fra 22.11.2026 til 30.12.2026, i uge 47-52",
    "Runde 2026-11",
    "Mobil indsats 2024-2025",
    "Mobil 22-11-2026",
    "I 2025 1200 elever, i 2026 1300 elever",
    "Perioden 01.01.26-2027",
    # amounts and counts
    "Der er sat 12.500.000 kr. af.",
    "12 500 000 kroner",
    "25 500 000 kr.",
    "25500000",
    "Budgettet er 25123456 kr.",
    "kr. 25123456",
    "Tlf. og it: 12.500.000",
    "Væksten er +12.500.000 kr.",
    "Mellem 5000-6000 kr. om måneden",
    "65 % af 2.450 beboere, 12,5 procent og 66.66666667",
    "25/100000 indbyggere",
    "I området bor 3 til 4 gange så mange.",
    "5 stk@12.50",
    # places, laws, codes and what else is numbered
    "Søparken 12, 2. th., 8200 Aarhus N",
    "Postnumrene 8200-8210 og 2400, 2450",
    "§ 115 stk. 2",
    "LBK 282 af 17/03/2025",
    "nr. 12/2026",
    "Retsplejelovens § 115, jf. lovbekendtgørelse nr. 1160 af 05/11/2024",
    "https://www.retsinformation.dk/eli/lta/2025/282",
    "https://example.org/artikel/20123456",
    "CVR-nr. 29 18 98 46",
    "CVR 29189846",
    "EAN 5798009811578",
    "Skema K7Q2-9FDM, spørgsmål A2-03 og A6-01",
    "area_mapping@1.0.0",
    "55.67609812",
    "Paragraf 1, 2, 3 og 4; punkt 2.1.3",
    "Ring 112, politiet på 114 eller 1813.",
    "Følg @klubben og #søparken2026",
    # the words that speak for a number, with nothing to speak for
    "Ingen sag er for lille.",
    "I denne sag. 500 unge deltog.",
    "En sag 300 timer senere",
    "Sag 12 på dagsordenen",
    "Sagsbehandleren har 25 sager, heraf 3 nye.",
    "I hver sag 2026",
    "Sagstallet steg fra 1.200 til 1.450.",
    "Journalen føres i 10 år.",
    "Vi ringer til forældrene kl. 17.",
    "Telefontid 9-12 og 13-15",
    "Mobilitet og mobile medarbejdere",
    "Klubben har fået en sms-tjeneste med 250 brugere.",
    "Lokalpolitiet, SSP-konsulenten og to boligsociale medarbejdere",
    "Spørg hos boligorganisationen eller i Borgerservice.",
    "De to afdelinger har 1.234 og 987 lejemål.",
    "Der var 14 hærværkssager i 2024 og 9 i 2025.",
    "Alder 13-17 år og 18-25 år",
    "Temperaturen i debatten er steget 20-30 %",
    "Resultatet var 2,8 mod 3,1 sidste år (n = 1204).",
]


def found(text):
    return {each.kind for each in suspicions(text)}


class TestSuspicions:
    @pytest.mark.parametrize("text", CPR)
    def test_a_date_and_four_digits(self, text):
        """With or without a sign between them, anywhere in a text."""
        assert [Suspicion("cpr", "07••••-••••")] == list(suspicions(text))

    @pytest.mark.parametrize("text", EMAIL)
    def test_an_address(self, text):
        """Also with a Danish letter, or with the sign written out."""
        assert {"email"} == found(text)

    @pytest.mark.parametrize("text", PHONE)
    def test_a_telephone_number(self, text):
        """In any usual grouping, with a country or a word that says what it is."""
        assert {"phone"} == found(text)

    @pytest.mark.parametrize("text", CASE)
    def test_a_case_number(self, text):
        """After its name, or in one of the forms that only case numbers have."""
        assert {"case_number"} == found(text)

    @pytest.mark.parametrize("text", ORDINARY)
    def test_what_a_municipality_writes_every_day_is_left_alone(self, text):
        """Years, days, amounts, laws, codes and places point at nobody."""
        assert [] == list(suspicions(text))
        assert text == masked(text)

    def test_the_modulus_is_not_asked_for(self):
        """Newer numbers may fail it: every serial number is suspected."""
        assert all(is_personal(f"010107-{serial:04}") for serial in range(4000, 4020))

    def test_each_kind_is_told_once_in_the_order_of_the_text(self):
        """Two numbers to ring are one kind."""
        text = "Ring 20123456 eller 20 65 43 21, skriv til ali@skole.dk om sag 4711"

        assert ("phone", "email", "case_number") == kinds(text)

    def test_a_cpr_number_comes_first(self):
        """What looks like a CPR number is one, whatever it is called."""
        assert ("cpr",) == kinds("tlf. 0707614285")
        assert ("cpr",) == kinds("sagsnr. 070761-4285")

    def test_our_own_texts_point_at_nobody(self):
        """No text of a pack is suspected, nor changed where a finding repeats it."""
        suspected = [
            (path.name, each)
            for path in PACKS.rglob("*.json")
            if "cases" not in path.parts
            for each in strings(json.loads(path.read_text(encoding="utf-8")))
            if is_personal(each)
        ]

        assert [] == suspected


def strings(document):
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict | list):
        inner = document.values() if isinstance(document, dict) else document
        for each in inner:
            yield from strings(each)


class TestMasked:
    def test_the_rest_of_the_text_stays(self):
        """Only the number is hidden, and only what it is."""
        assert "Ring til 07••••-•••• eller 12345678" == masked(
            "Ring til 070761-4285 eller 12345678"
        )

    @pytest.mark.parametrize(
        ("text", "hidden"),
        [
            ("Skriv til ali.hansen@skole.dk.", "Skriv til a•••@•••."),
            ("Ring på 20 12 34 56, tak", "Ring på 20•• ••••, tak"),
            ("Ring på 20123456", "Ring på 20••••••"),
            ("+45 20 12 34 56", "+45•• ••••"),
            ("Se sagsnr. 25/4411, bilag 2", "Se sagsnr. •••, bilag 2"),
            ("25/012345 er lukket", "••• er lukket"),
            ("20123456/20654321", "20••••••/20••••••"),
        ],
    )
    def test_every_kind_is_hidden(self, text, hidden):
        """What stands around it is kept, to the letter."""
        assert hidden == masked(text)

    def test_what_is_no_cpr_stays(self):
        """Ten digits without a valid date are not touched."""
        assert "9907614285" == masked("9907614285")

    def test_what_is_hidden_speaks_no_longer_for_its_neighbour(self):
        """The amount before an address that begins with *kr* is none afterwards."""
        assert "25•••••• k•••@•••" == masked("25123456 kr@example.org")

    @given(st.text(alphabet="0123456789 -–/.+@()•\u00a0aktlfsgrCVR", max_size=60))
    def test_masked_text_points_at_nobody(self, text):
        """What was masked holds nothing to be suspected, and masking again nothing."""
        hidden = masked(text)

        assert not is_personal(hidden)
        assert hidden == masked(hidden)

    @given(st.lists(st.sampled_from([*CPR, *EMAIL, *PHONE, *CASE, *ORDINARY])))
    def test_however_texts_run_into_each_other(self, texts):
        """Texts without anything between them are masked as one is."""
        hidden = masked("".join(texts))

        assert not is_personal(hidden)

    @given(st.sampled_from([*EMAIL, *PHONE, *CASE]))
    def test_a_masked_text_is_no_longer(self, text):
        """So a text that just fits its field still fits when it is kept."""
        assert len(masked(text)) <= len(text)


PROSE = st.sampled_from(
    [
        "Vi aftalte i foråret 2026, at {} kontaktes igen efter ferien.",
        "{}",
        "Beboerne (ca. 1.200) siger: {}.",
        "Se {}, § 115 stk. 2 og mødet den 01-12-2026",
        "Uro ved Søparken 12.\n{}\nVed ikke.",
        "»{}«",
        "Spørg klubben; {}; eller skolen",
    ]
)
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåé"
WORDS = st.text(LETTERS, min_size=1, max_size=12)


@st.composite
def emails(draw):
    local = ".".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
    number = draw(st.sampled_from(["", "7", "_2001", "+x", "-1"]))
    hosts = ".".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
    return f"{local}{number}@{hosts}.{draw(st.sampled_from(['dk', 'org', 'info']))}"


@st.composite
def phones(draw):
    digits = str(draw(st.integers(20_000_000, 99_999_999)))
    # A day, a round amount and a year are left alone when nothing says "telephone".
    assume(not digits.endswith("0000") and not re.match(r"20[0-5]|[23]\d[01]", digits))
    sizes = draw(st.sampled_from([(8,), (4, 4), (2, 2, 2, 2)]))
    signs = {8: [""], 4: [" ", "\u00a0"], 2: [" ", ".", "-", "\u00a0", "–"]}
    return grouped(digits, sizes, draw(st.sampled_from(signs[sizes[0]])))


@st.composite
def called(draw):
    digits = str(draw(st.integers(10_000_000, 99_999_999)))
    sizes = draw(st.sampled_from([(8,), (2, 2, 2, 2), (3, 2, 3), (2, 3, 3)]))
    before = draw(
        st.sampled_from(["+45 ", "+45", "0045", "tlf. ", "Mobil: ", "ring til "])
    )
    return before + grouped(digits, sizes, draw(st.sampled_from([" ", "-"])))


def grouped(digits, sizes, sign):
    parts, start = [], 0
    for size in sizes:
        parts.append(digits[start : start + size])
        start += size
    return sign.join(parts)


@st.composite
def cases(draw):
    year, number = draw(st.integers(10, 39)), draw(st.integers(10_000, 999_999))
    assume(number not in {10_000, 100_000})
    word = draw(st.sampled_from(["sagsnr. ", "Sagsnummer: ", "j.nr. ", "case no. "]))
    forms = [f"{year}/{number}", f"20{year}-{number}"]
    named = [f"{word}{year}-{number}", f"{word}{number}", f"sag {year}/{number}"]
    return draw(st.sampled_from(forms + named))


class TestFoundInProse:
    @given(PROSE, emails())
    def test_an_address(self, prose, text):
        """Whatever stands around it."""
        assert "email" in found(prose.format(text))
        assert text not in masked(prose.format(text))

    @given(PROSE, phones() | called())
    def test_a_telephone_number(self, prose, text):
        """Whatever stands around it."""
        assert "phone" in found(prose.format(text))
        assert text not in masked(prose.format(text))

    @given(PROSE, cases())
    def test_a_case_number(self, prose, text):
        """Whatever stands around it."""
        assert "case_number" in found(prose.format(text))
        assert text not in masked(prose.format(text))


class TestTime:
    """A text of any length takes time that grows with its length alone."""

    def patterns(self):
        for module in pkgutil.iter_modules(privacy.__path__, "model_forms.privacy."):
            for name, each in vars(importlib.import_module(module.name)).items():
                if isinstance(each, re.Pattern):
                    yield f"{module.name}.{name}", each.pattern

    def test_every_repetition_is_bounded_or_never_given_back(self):
        """No pattern can try a long text in more than one way."""
        for name, pattern in self.patterns():
            bare = re.sub(r"\\.|\[(?:\\.|[^\]])+\]", "x", pattern)
            open_ended = re.findall(r"(?<![*+?}(])[*+](?!\+)|\{\d*,\}(?!\+)", bare)

            assert [] == open_ended, name

    @pytest.mark.parametrize(
        "part",
        ["a", "1", "a.", "a@", "a@b.", "1-", "20 ", "12.12.12-", "+1(", "sag 1-", "•2"],
    )
    def test_a_long_text_is_gone_through(self, part):
        """A hundred thousand signs of what begins like something and is nothing."""
        text = part * (100_000 // len(part))

        assert not is_personal(masked(text))


class TestNamed:
    def test_several_kinds_are_listed(self):
        """With their articles, and with *og* before the last."""
        words = named(["email", "phone", "case_number"])

        assert "en e-mailadresse, et telefonnummer og et sagsnummer" == words.get("da")
        assert "an e-mail address, a phone number and a case number" == words.get("en")
        assert "et CPR-nummer" == named(["cpr"]).get("da")
