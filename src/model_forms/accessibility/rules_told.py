"""What a document must tell of itself: title, language, pictures, fields, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from model_forms.accessibility.languages import looks_like
from model_forms.accessibility.outline import Format, Outline, Picture
from model_forms.accessibility.quoted import short
from model_forms.accessibility.rule import Rule, Seen
from model_forms.finding import NOWHERE
from model_forms.text import Text, both

_FILE = re.compile(
    r"[^\s/\\]+\.(?:png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:billede|picture|image|img|grafik|graphic|diagram|chart|figur|figure|logo)"
    r"[\s_-]*\d*",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"automatisk genereret|automatically generated|AI-generated|AI-genereret",
    re.IGNORECASE,
)
_BARE = frozenset({
    "her", "klik her", "tryk her", "se her", "læs her", "læs mere", "mere", "link",
    "dette link", "hent", "download", "here", "click here", "read more", "more",
    "this link", "see here", "this page", "denne side",
})  # fmt: skip


def _untitled(outline: Outline) -> Iterator[Seen]:
    if not outline.title.strip():
        yield Seen(
            NOWHERE,
            both("Dokumentet har ingen titel.", "The document has no title."),
        )


def _speechless(outline: Outline) -> Iterator[Seen]:
    if not outline.language:
        yield Seen(
            NOWHERE,
            both(
                "Dokumentet siger ikke, hvilket sprog det er på.",
                "The document does not say which language it is in.",
            ),
        )


def _foreign(outline: Outline) -> Iterator[Seen]:
    for each in outline.paragraphs:
        marked = (each.language or outline.language or "").lower()[:2]
        looks = looks_like(each.words)
        if marked and looks and looks != marked:
            quote = short(each.words)
            yield Seen(
                each.at,
                both(
                    f"Teksten »{quote}« er mærket som sproget »{marked}«, men ser ud "
                    f"til at være på »{looks}«.",
                    f"The text {quote!r} is marked as the language {marked!r}, but "
                    f"looks like {looks!r}.",
                ),
            )


def _mute(outline: Outline) -> Iterator[Seen]:
    for each in _meant(outline):
        if not each.alt.strip():
            da, en = _KINDS[each.kind]
            yield Seen(
                each.at,
                both(
                    f"{da} har ingen alternativ tekst.",
                    f"{en} has no alternative text.",
                ),
            )


_KINDS = {
    "picture": ("Billedet", "The picture"),
    "chart": ("Diagrammet", "The chart"),
    "shape": ("Figuren", "The shape"),
}


def _empty_words(outline: Outline) -> Iterator[Seen]:
    for each in _meant(outline):
        alt = " ".join(each.alt.split())
        if alt and (
            _FILE.fullmatch(alt) or _NUMBERED.fullmatch(alt) or alt == each.file
        ):
            yield Seen(
                each.at,
                both(
                    f"Den alternative tekst er kun »{short(alt)}«.",
                    f"The alternative text is only {short(alt)!r}.",
                ),
            )


def _guessed(outline: Outline) -> Iterator[Seen]:
    for each in _meant(outline):
        if _GUESSED.search(each.alt):
            yield Seen(
                each.at,
                both(
                    "Den alternative tekst er gættet af programmet.",
                    "The alternative text was guessed by the program.",
                ),
            )


def _meant(outline: Outline) -> Iterator[Picture]:
    return (each for each in outline.pictures if not each.decorative)


def _nameless(outline: Outline) -> Iterator[Seen]:
    for each in outline.fields:
        if not each.label.strip():
            yield Seen(
                each.at,
                both(
                    "Feltet har intet navn, der kan læses op.",
                    "The field has no name that can be read out.",
                ),
            )


def _bare(outline: Outline) -> Iterator[Seen]:
    for each in outline.links:
        words = " ".join(each.words.split()).strip(" .:>»").casefold()
        if words in _BARE:
            yield Seen(
                each.at,
                both(
                    f"Linket hedder kun »{short(each.words)}«.",
                    f"The link says only {short(each.words)!r}.",
                ),
            )


def _wordless(outline: Outline) -> Iterator[Seen]:
    for each in outline.links:
        if not each.words.strip():
            yield Seen(each.at, both("Et link har ingen ord.", "A link has no words."))


_ALT_WORDS = both(
    "Højreklik på det, vælg Vis alternativ tekst, og skriv, hvad det viser, eller sæt "
    "kryds ved Markér som dekorativ.",
    "Right-click it, choose View Alt Text, and write what it shows, or tick Mark as "
    "decorative.",
)
_ALT: Mapping[Format, Text] = {"document": _ALT_WORDS, "workbook": _ALT_WORDS}
_TITLE = both(
    "Vælg Filer og Oplysninger, og skriv en titel under Egenskaber.",
    "Choose File and Info, and write a title under Properties.",
)
_LINK = both(
    "Lad linkets egne ord sige, hvor det fører hen, for eksempel »Vejledning om SSP«: "
    "højreklik på linket, og vælg Rediger link.",
    "Let the words of the link say where it leads, such as 'Guidance on SSP': "
    "right-click the link and choose Edit Link.",
)

TOLD: tuple[Rule, ...] = (
    Rule(
        code="title-missing",
        severity="error",
        clauses=("10.2.4.2",),
        title=both("Dokumentet mangler en titel", "The document has no title"),
        why=both(
            "Titlen er det første, en skærmlæser siger, og det, der skelner filen fra "
            "andre åbne filer.",
            "The title is the first thing a screen reader says, and what tells the "
            "file from other open files.",
        ),
        mend={"document": _TITLE, "workbook": _TITLE},
        find=_untitled,
    ),
    Rule(
        code="language-missing",
        severity="error",
        clauses=("10.3.1.1",),
        title=both("Sproget er ikke angivet", "The language is not stated"),
        why=both(
            "En skærmlæser vælger stemme og udtale efter sproget.",
            "A screen reader chooses voice and pronunciation by the language.",
        ),
        mend={
            "document": both(
                "Markér al tekst, vælg Gennemse, Sprog og Angiv korrektursprog, og "
                "gør sproget til standard.",
                "Select all text, choose Review, Language and Set Proofing Language, "
                "and make the language the default.",
            )
        },
        find=_speechless,
    ),
    Rule(
        code="workbook-language-missing",
        severity="info",
        clauses=("10.3.1.1",),
        title=both(
            "Projektmappens sprog er ikke angivet",
            "The language of the workbook is not stated",
        ),
        why=both(
            "Programmer, der læser op eller viser filen, kan så ikke vide, hvilket "
            "sprog ordene er på.",
            "Programs that read the file out or show it then cannot know which "
            "language its words are in.",
        ),
        mend={
            "workbook": both(
                "Højreklik på filen i Windows Stifinder, vælg Egenskaber og Detaljer, "
                "og skriv sproget, for eksempel da-DK.",
                "Right-click the file in Windows Explorer, choose Properties and "
                "Details, and write the language, such as da-DK.",
            )
        },
        find=_speechless,
    ),
    Rule(
        code="language-doubt",
        severity="warning",
        clauses=("10.3.1.2",),
        title=both(
            "En tekst ser ud til at være på et andet sprog, end den er mærket som",
            "A text looks like another language than it is marked as",
        ),
        why=both(
            "En skærmlæser læser den op med det forkerte sprogs lyde.",
            "A screen reader reads it out with the sounds of the wrong language.",
        ),
        mend={
            "document": both(
                "Markér teksten, vælg Gennemse, Sprog og Angiv korrektursprog, og "
                "vælg det rigtige sprog.",
                "Select the text, choose Review, Language and Set Proofing Language, "
                "and choose the right language.",
            )
        },
        find=_foreign,
    ),
    Rule(
        code="alt-missing",
        severity="error",
        clauses=("10.1.1.1",),
        title=both(
            "Billede, diagram eller figur uden alternativ tekst",
            "Picture, chart or shape without alternative text",
        ),
        why=both(
            "Den, der ikke kan se det, får kun at vide, at der er noget.",
            "Who cannot see it is only told that something is there.",
        ),
        mend=_ALT,
        find=_mute,
    ),
    Rule(
        code="alt-says-nothing",
        severity="error",
        clauses=("10.1.1.1",),
        title=both(
            "Den alternative tekst er et filnavn eller kun en betegnelse",
            "The alternative text is a file name or only a kind",
        ),
        why=both(
            "Et navn på en fil siger ikke, hvad billedet viser.",
            "The name of a file does not say what the picture shows.",
        ),
        mend=_ALT,
        find=_empty_words,
    ),
    Rule(
        code="alt-guessed",
        severity="warning",
        clauses=("10.1.1.1",),
        title=both(
            "Den alternative tekst er gættet af programmet",
            "The alternative text was guessed by the program",
        ),
        why=both(
            "Et gæt siger sjældent det, som billedet står der for at sige.",
            "A guess seldom says what the picture is there to say.",
        ),
        mend=_ALT,
        find=_guessed,
    ),
    Rule(
        code="field-unlabelled",
        severity="error",
        clauses=("10.3.3.2", "10.4.1.2"),
        title=both("Felt uden navn", "Field without a name"),
        why=both(
            "Den, der når feltet med en skærmlæser, hører ikke, hvad der skal stå i "
            "det.",
            "Who reaches the field with a screen reader does not hear what belongs in "
            "it.",
        ),
        mend={
            "document": both(
                "Klik på feltet, vælg Udvikler og Egenskaber, og skriv en titel.",
                "Click the field, choose Developer and Properties, and write a title.",
            ),
            "workbook": both(
                "Skriv, hvad der skal svares på, i cellen til venstre eller øverst i "
                "kolonnen, eller som meddelelse under Data og Datavalidering.",
                "Write what is asked in the cell to the left or at the top of the "
                "column, or as an input message under Data and Data Validation.",
            ),
        },
        find=_nameless,
    ),
    Rule(
        code="link-empty",
        severity="error",
        clauses=("10.2.4.4",),
        title=both("Link uden ord", "Link without words"),
        why=both(
            "En skærmlæser læser da hele adressen op, bogstav for bogstav.",
            "A screen reader then reads the whole address out, letter by letter.",
        ),
        mend={"document": _LINK, "workbook": _LINK},
        find=_wordless,
    ),
    Rule(
        code="link-bare",
        severity="warning",
        clauses=("10.2.4.4",),
        title=both(
            "Link, der ikke siger, hvor det fører hen",
            "Link that does not say where it leads",
        ),
        why=both(
            "Mange lader skærmlæseren opremse alle links, og så står ordene alene.",
            "Many let the screen reader list all links, and then the words stand "
            "alone.",
        ),
        mend={"document": _LINK, "workbook": _LINK},
        find=_bare,
    ),
)
"""The rules in this module."""
