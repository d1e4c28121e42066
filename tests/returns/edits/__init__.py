"""Everything that is done to forms: importing this fills the list of edits."""

from returns.edits import (
    columns,
    copies,
    misplaced,
    programs,
    quantities,
    rows,
    slips,
    sorting,
    values,
)
from returns.edits.edit import EDITS, Edit, case_of, cases_of

__all__ = [
    "EDITS", "Edit", "case_of", "cases_of", "columns", "copies", "misplaced",
    "programs", "quantities", "rows", "slips", "sorting", "values",
]  # fmt: skip
