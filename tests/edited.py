"""Versions of a questionnaire for the tests: the same document, edited in one place."""

from copy import deepcopy

from model_forms.codec import questionnaire_from, questionnaire_to


def edited(questionnaire, edit, version="1.1.0"):
    """The questionnaire after *edit* has changed its document, as another version."""
    document = deepcopy(questionnaire_to(questionnaire))
    document["version"] = version
    edit(document)
    return questionnaire_from(document)


def item_in(document, key):
    """The object of an item, or of a column."""
    return next(
        item
        for section in document["sections"]
        for whole in section["items"]
        for item in (whole, *whole["answer"].get("columns", ()))
        if item["key"] == key
    )


def part_in(document, field, name):
    """The object with an id in one of the document's lists."""
    return next(
        each for each in document[field] if name in (each.get("id"), each.get("key"))
    )
