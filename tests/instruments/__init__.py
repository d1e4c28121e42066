"""
The scoring of published instruments, as questionnaires of ours.

They are test data: keys, ranges and rules, so that the arithmetic can be compared
with what others compute. No instrument's wording is here, and none is offered for
use. A rule that the sources leave in doubt is left out.
"""

from instruments import behaviour, distress, maturity, person, wellbeing

INSTRUMENTS = (
    *wellbeing.ALL,
    *distress.ALL,
    *behaviour.ALL,
    *person.ALL,
    *maturity.ALL,
)
"""Every instrument, loaded."""

BY_ID = {each.id: each for each in INSTRUMENTS}
