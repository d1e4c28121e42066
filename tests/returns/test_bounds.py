"""Damaged files at random, and many files one after another."""

import random
import sys
from itertools import islice

import pytest

from returns.fuzz import damaged, faults, seeds
from returns.memory import readings


def test_no_damage_makes_a_foreign_error():
    """What was changed at random is read or refused, and can be answered."""
    found = [each.reason for each in islice(faults(seed=20261109), 250) if each]

    assert [] == found


def test_the_damage_is_the_same_each_time():
    """A fault that was found once can be found again."""
    one, other = (damaged(random.Random("1/7")) for _ in range(2))

    assert one == other
    assert one not in seeds()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from Linux")
def test_memory_does_not_grow_with_the_files():
    """Three hundred files more do not stay in memory."""
    first, last = readings((100, 400))

    assert last[1] - first[1] < 8
