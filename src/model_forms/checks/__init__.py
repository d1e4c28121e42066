"""
Whether a definition makes sense: references, repeats, cycles, words, ranges.

Shape is the JSON Schema's business. These checks walk the raw document and step over
what is malformed, so that everything wrong is reported together.
"""

from model_forms.checks.definition import check_definition

__all__ = ["check_definition"]
