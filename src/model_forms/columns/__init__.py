"""
Many responses at once, held as columns; needs numpy (extra ``columns``).

Results are those of ``score_response`` for each, exact and rounded alike.
"""

from model_forms.errors import ExtraMissing

try:
    import numpy as np  # noqa: F401  asked for here, to be missed here
except ImportError as error:
    raise ExtraMissing("columns", "numpy") from error

from model_forms.columns.held import Column, Columns, columns_of
from model_forms.columns.result import ScoreColumn, ScoreColumns
from model_forms.columns.score import score_columns

__all__ = [
    "Column",
    "Columns",
    "ScoreColumn",
    "ScoreColumns",
    "columns_of",
    "score_columns",
]
