"""Conditions in words, so that a person can read what a definition says."""

from __future__ import annotations

from model_forms.conditions import AllOf, AnyOf, Comparison, Condition, Not
from model_forms.numbers import exact, words
from model_forms.questionnaire import Choice, Item, Questionnaire, Several
from model_forms.text import Text, both


def condition_words(questionnaire: Questionnaire, condition: Condition) -> Text:
    """Return *condition* as part of a sentence, such as ``A0-04 er »Ja«``."""
    if isinstance(condition, Comparison):
        return _comparison(questionnaire, condition)
    if isinstance(condition, Not):
        inner = condition_words(questionnaire, condition.not_)
        return both(f"ikke ({inner.get('da')})", f"not ({inner.get('en')})")
    parts = condition.all if isinstance(condition, AllOf) else condition.any
    between = (" og ", " and ") if isinstance(condition, AllOf) else (" eller ", " or ")
    said = [_inner(questionnaire, each) for each in parts]
    return both(
        between[0].join(each.get("da") for each in said),
        between[1].join(each.get("en") for each in said),
    )


def _inner(questionnaire: Questionnaire, condition: Condition) -> Text:
    """Return a part of a combination, in brackets when it is one itself."""
    found = condition_words(questionnaire, condition)
    if not isinstance(condition, AllOf | AnyOf):
        return found
    return both(f"({found.get('da')})", f"({found.get('en')})")


def _comparison(questionnaire: Questionnaire, condition: Comparison) -> Text:
    item = questionnaire.item(condition.item)
    code = item.code
    if condition.answered is not None:
        da = "er besvaret" if condition.answered else "ikke er besvaret"
        en = "is answered" if condition.answered else "is not answered"
        return both(f"{code} {da}", f"{code} {en}")
    if condition.equals is not None:
        value = _value(questionnaire, item, condition.equals)
        return both(f"{code} er »{value.get('da')}«", f"{code} is “{value.get('en')}”")
    if condition.one_of is not None:
        values = [_value(questionnaire, item, each) for each in condition.one_of]
        return both(
            f"{code} er " + " eller ".join(f"»{v.get('da')}«" for v in values),
            f"{code} is " + " or ".join(f"“{v.get('en')}”" for v in values),
        )
    return _limits(questionnaire, item, condition)


def _limits(questionnaire: Questionnaire, item: Item, condition: Comparison) -> Text:
    da, en = [], []
    if condition.at_least is not None:
        low = _limit(questionnaire, item, condition.at_least)
        da.append(f"mindst {low.get('da')}")
        en.append(f"at least {low.get('en')}")
    if condition.at_most is not None:
        high = _limit(questionnaire, item, condition.at_most)
        da.append(f"højst {high.get('da')}")
        en.append(f"at most {high.get('en')}")
    code = item.code
    return both(f"{code} er {' og '.join(da)}", f"{code} is {' and '.join(en)}")


def _limit(questionnaire: Questionnaire, item: Item, limit: float) -> Text:
    """Return a limit as the option that stands at it, or else as a number."""
    if isinstance(item.answer, Choice):
        option = questionnaire.scale[item.answer.scale].option(limit)
        if option is not None:
            label = option.label
            return both(f"»{label.get('da')}«", f"“{label.get('en')}”")
    number = exact(limit)
    return both(words(number, "da", 6), words(number, "en", 6))


def _value(questionnaire: Questionnaire, item: Item, value: object) -> Text:
    if isinstance(item.answer, Choice | Several):
        option = questionnaire.scale[item.answer.scale].option(value)
        if option is not None:
            return option.label
    return both(str(value), str(value))


def demand_words(questionnaire: Questionnaire, item: Item) -> Text | None:
    """Return when an item is asked and whether it must be answered; None if plain."""
    said = []
    if item.visible_when is not None:
        when = condition_words(questionnaire, item.visible_when)
        said.append(both(f"kun hvis {when.get('da')}", f"only if {when.get('en')}"))
    if item.required_when is not None:
        when = condition_words(questionnaire, item.required_when)
        said.append(
            both(
                f"skal besvares, hvis {when.get('da')}",
                f"must be answered if {when.get('en')}",
            )
        )
    if item.required:
        said.append(both("skal besvares", "must be answered"))
    if not said:
        return None
    return both(
        "; ".join(each.get("da") for each in said),
        "; ".join(each.get("en") for each in said),
    )
