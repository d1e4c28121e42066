"""The sentences on change since earlier rounds, in both languages."""

from __future__ import annotations

from model_forms.text import both

TITLE = both("Udviklingen siden sidst", "The change since last time")
INTRO = both(
    "Et tal kan ændre sig, fordi området har ændret sig, fordi andre har svaret, eller "
    "fordi spørgsmål og beregning er ændret. Her holdes de tre ting adskilt: alle "
    "runder er regnet efter de nyeste regler, og ændringen vises både for alle og for "
    "de roller, der svarede på de samme spørgsmål begge gange. Hvor intet kan "
    "sammenlignes, vises ingen ændring.",
    "A figure can change because the area has changed, because others have answered, "
    "or because the questions and the calculation have changed. Here the three are "
    "kept apart: all rounds are worked out by the newest rules, and the change is "
    "shown for all and for the roles that answered the same questions both times. "
    "Where nothing can be compared no change is shown.",
)
COMPARED = both("Sammenlignet: {before} og {after}.", "Compared: {before} and {after}.")
SAME_METHOD = both(
    "Spørgsmål og beregning er de samme i begge runder.",
    "Questions and calculation are the same in both rounds.",
)
OTHER_METHOD = both(
    "Skemaet er ændret fra {before} til {after}. Ved hvert tal står, hvad det betyder "
    "for sammenligningen.",
    "The questionnaire has changed from {before} to {after}. Beside each figure stands "
    "what that means for the comparison.",
)
BOTH_TIMES = both("Har svaret begge gange: {roles}.", "Answered both times: {roles}.")
CAME = both("Har kun svaret denne gang: {roles}.", "Answered this time only: {roles}.")
LEFT = both("Svarede kun sidst: {roles}.", "Answered last time only: {roles}.")
NOBODY_TWICE = both(
    "Ingen rolle har svaret begge gange. Så kan det ikke siges, om området har ændret "
    "sig, eller om det er andre, der har svaret.",
    "No role answered both times. So it cannot be told whether the area has changed or "
    "whether others have answered.",
)
CHART = both("{theme}: runde for runde", "{theme}: round by round")
CHARTS = both("Tallene runde for runde", "The figures round by round")
NO_NUMBER = both("intet tal", "no number")
FIGURES = both("Tallene før og nu", "The figures before and now")
ALL = both("Ændring, alle", "Change, all")
REPORTED = both("Vist sidst som {figure}. ", "Shown last time as {figure}. ")
SAME_ROLES = both("Ændring, samme roller", "Change, same roles")
NOTE = both("Bemærk", "Note")
NOTES = both("Bemærk til tallene", "Notes on the figures")
WITHHELD = both(
    "Et af tallene mangler, så der vises ingen ændring.",
    "One of the figures is missing, so no change is shown.",
)
NOT_SPLIT = both(
    "Kan ikke skilles fra, at det er andre, der har svaret.",
    "Cannot be told apart from others having answered.",
)
BY_OTHERS = both(
    "{points} point kommer af, at det ikke er de samme roller, der har svaret på "
    "spørgsmålene.",
    "{points} points come from other roles having answered the questions.",
)
COVERAGE = both(
    "Mange svarede ved ikke i en af runderne.",
    "Many answered don't know in one of the rounds.",
)
PARTLY = both(
    "Efter de nye regler og kun på {items}, som kan sammenlignes: {before} og {after} "
    "(samme roller: {same}).",
    "By the new rules and on {items} alone, which can be compared: {before} and "
    "{after} (same roles: {same}).",
)
ITEMS = both("Spørgsmål, der har ændret sig", "Questions that have changed")
ITEMS_INTRO = both(
    "Mindst 1 point på skalaen blandt de roller, der svarede begge gange. Rækkefølgen "
    "er skemaets.",
    "At least 1 point of the scale among the roles that answered both times. The order "
    "is that of the questionnaire.",
)
NO_ITEMS = both(
    "Ingen spørgsmål har flyttet sig mindst 1 point blandt de roller, der svarede "
    "begge gange.",
    "No question has moved by at least 1 point among the roles that answered both "
    "times.",
)
QUESTION = both("Spørgsmål", "Question")
DISAGREE_NOW = both(
    "rollerne er nu mere uenige end sidst",
    "the roles disagree more now than last time",
)
