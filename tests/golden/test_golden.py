"""
What a few files hold is what it was, to the word, the style and the formula.

``python run.py golden`` writes the lines anew after a change that is meant; look at
what has changed with ``git diff`` before it is kept.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from golden.case import FILES
from golden.plainly import plainly

HERE = Path(__file__).parent
SHOWN = 80


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_holds_what_it_held(name, renew_golden):
    """A change is told line by line; one that is meant is kept as the new."""
    stored, found = HERE / f"{name}.txt", plainly(FILES[name]())
    if renew_golden:
        stored.write_text(found, encoding="utf-8")
    before = stored.read_text(encoding="utf-8")
    changes = [*unified_diff(before.splitlines(), found.splitlines(), lineterm="", n=1)]
    shown = "\n".join(changes[:SHOWN])
    assert not changes, f"{name} has changed in {len(changes)} lines:\n{shown}"
