"""How a questionnaire hangs on others, in words: for outlines."""

from __future__ import annotations

from collections.abc import Iterator

from model_forms.questionnaire import (
    AgeFeed,
    Feed,
    LinkFeed,
    MatrixFeed,
    Questionnaire,
    RequiredFeed,
    RolesFeed,
    RowFeed,
)
from model_forms.text import Text, both


def tie_words(questionnaire: Questionnaire) -> Iterator[Text]:
    """Yield a sentence for each thing read from, asked of, or kept from others."""
    for feed in questionnaire.feeds:
        yield _feed(feed)
    for review in questionnaire.reviews:
        name = review.table
        yield both(
            f"{name} gennemgås for det, der mangler, er over tid, er ensidigt eller "
            "ikke svarer på noget.",
            f"{name} is gone through for what is missing, late, one-sided or answers "
            "nothing.",
        )
    for gate in questionnaire.gates:
        items = ", ".join(gate.items)
        yield both(
            f"{gate.opens} åbnes først for andre, når {items} er på plads.",
            f"{gate.opens} is opened to others only when {items} is in place.",
        )
    for constraint in questionnaire.constraints:
        yield constraint.text


def _feed(feed: Feed) -> Text:
    source = feed.source
    match feed:
        case MatrixFeed() | RowFeed():
            return both(
                f"Rækker i {feed.into} foreslås ud fra {source}.",
                f"Rows of {feed.into} are proposed from {source}.",
            )
        case RolesFeed():
            what = both("hvem der har svaret", "who has answered")
        case AgeFeed():
            what = both("hvor gammel runden er", "how old the round is")
        case LinkFeed():
            what = both("hvad der ikke er svaret på", "what is not answered")
        case RequiredFeed():
            what = both("hvad der ikke er udfyldt", "what is not filled in")
    return both(
        f"Ved {feed.item} fortælles fra {source}: {what.get('da')}.",
        f"Beside {feed.item} is told from {source}: {what.get('en')}.",
    )
