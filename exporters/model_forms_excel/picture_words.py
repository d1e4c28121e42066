"""What the partner's own picture says, in Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

from model_forms.text import Text, both

WORDS: Mapping[str, Text] = {
    "title": both("Jeres billede – lige nu", "Your picture – right now"),
    "own": both("Kun jeres egne svar.", "Your own answers only."),
    "apart": both(
        "Kun jeres egne svar. Ressourcer og udfordringer er to forskellige ting og "
        "lægges aldrig sammen.",
        "Your own answers only. Resources and challenges are two different things and "
        "are never added up.",
    ),
    "follows": both(
        "Tallene følger med, mens I svarer. De tæller først, når arket er sendt "
        "tilbage.",
        "The figures follow as you answer. They count only when the sheet has been "
        "sent back.",
    ),
    "theme": both("Tema", "Theme"),
    "resources": both("Ressourcer", "Resources"),
    "challenges": both("Udfordringer", "Challenges"),
    "answered": both("Besvaret", "Answered"),
    "figure": both("Tal", "Figure"),
    "result": both("Resultat", "Result"),
    "scale": both("Fra–til", "From–to"),
    "others": both("Øvrige tal", "Other figures"),
    "of": both("{answered} af {items} besvaret", "{answered} of {items} answered"),
    "chart": both(
        "Jeres svar som tal fra 0 til 100", "Your answers as figures from 0 to 100"
    ),
    "chart_alt": both(
        "Søjler fra 0 til 100 for de tal, der står i tabellen ovenfor. Et tal, der "
        "ikke kan vises endnu, har ingen søjle.",
        "Bars from 0 to 100 for the figures in the table above. A figure that cannot "
        "be shown yet has no bar.",
    ),
    "chart_figures": both("Tallene i diagrammet", "The figures of the chart"),
    "how": both("Sådan er det regnet ud", "How it was worked out"),
    "item": both("Spørgsmål", "Question"),
    "points": both("Point", "Points"),
    "echo": both("Jeres svar", "Your answer"),
    "counted": both("Tæller som", "Counts as"),
    "note": both("Hvad der sker med det", "What happens to it"),
    "weight": both("Vægt", "Weight"),
    "value": both("Værdi i reglen", "Value in the rule"),
    "given": both("Svaret", "Given"),
    "unknown": both("Ved ikke", "Don’t know"),
    "based": both("Regnes med", "In the base"),
    "product": both("Vægt × tal", "Weight × figure"),
    "top": both("Højest × vægt", "Highest × weight"),
    "base_weight": both("Vægt i alt", "Weight in all"),
    "reason": both("Hvorfor intet tal", "Why no figure"),
    "unrounded": both("Tallet, uafrundet", "The figure, unrounded"),
    "shown": both("Vist som", "Shown as"),
    "band": both("Ord", "Word"),
    "coverage": both("Kendte svar", "Known answers"),
    "to_next": both("Op til næste ord", "Up to the next word"),
    "gap": both("videnshul", "knowledge gap"),
    "used": both("I brug", "In use"),
    "row": both("{row} {number}", "{row} {number}"),
    "only_first": both(
        "Her vises de første {count}.", "The first {count} are shown here."
    ),
    "has_answer": both("besvaret", "answered"),
    "turned": both("vendt om", "turned round"),
    "worthless": both("giver ingen point", "gives no points"),
    "na": both("regnes ikke med", "left out"),
    "skip": both("{state}: tæller ikke med", "{state}: does not count"),
    "withhold": both("{state}: så vises intet tal", "{state}: no figure is shown"),
    "count": both("{state}: tæller som {worth}", "{state}: counts as {worth}"),
    "blank": both("ikke besvaret", "not answered"),
    "gate": both("kan holde ordet nede", "may keep the word down"),
}

SHORT: Mapping[str, Text] = {
    "no_answers": both("ikke nok svar endnu", "not enough answers yet"),
    "not_assessed": both("ikke nok svar endnu", "not enough answers yet"),
    "insufficient_basis": both("for få svar", "too few answers"),
    "too_few_items": both("for få spørgsmål", "too few questions"),
    "no_case": both("ingen regel passer", "no rule fits"),
}
"""Why a figure is not shown, as short as it stands in its place."""


def say(key: str, language: str, **facts: object) -> str:
    """Return the words for *key* with the *facts* put in."""
    return WORDS[key].get(language).format(**facts)
