"""How the tests run: profiles of hypothesis, LibreOffice, and what is measured."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from office_program import program, required, uno_python

slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "tests",
    deadline=None,
    max_examples=60,
    suppress_health_check=slow,
    # The same examples each time; run the other profile to look further.
    derandomize=True,
)
settings.register_profile(
    "thorough", deadline=None, max_examples=1000, suppress_health_check=slow
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))


TESTS = Path(__file__).parent
UNMEASURED = {"equality", "laws", "office", "returns"}
"""Folders with thousands of examples, which measuring makes twice as slow."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measure what the tests cover whose examples a person wrote."""
    if item.path.relative_to(TESTS).parts[0] not in UNMEASURED:
        return (yield)
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_addoption(parser):
    """Let what is stored of files and pages be written anew."""
    parser.addoption("--renew-golden", action="store_true")


@pytest.fixture(scope="session")
def renew_golden(pytestconfig):
    """Tell whether a change is to be kept as the new."""
    return pytestconfig.getoption("--renew-golden")


def pytest_collection_modifyitems(items):
    """Skip what needs LibreOffice where it is missing, unless it is required."""
    if required() or (program() and uno_python()):
        return
    missing = pytest.mark.skip(reason="LibreOffice is not installed")
    for item in items:
        if item.get_closest_marker("office"):
            item.add_marker(missing)


def pytest_terminal_summary(terminalreporter):
    """Print the counts that tests hand on, whichever process they ran in."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, counts in getattr(report, "user_properties", ()):
                if name == "compared" and report.when == "call":
                    terminalreporter.write_line(counts)
