"""The same input gives the same bytes: in another process, on another machine."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

import every_writer

MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Europe/Copenhagen", "LANG": "da_DK.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"},
)
PROGRAM = Path(every_writer.__file__)


@pytest.fixture(scope="module")
def digests(tmp_path_factory):
    """What each machine wrote; they run beside each other, each in its own folder."""
    path = os.pathsep.join(each for each in sys.path if each)
    running = [
        subprocess.Popen(
            [sys.executable, str(PROGRAM)],
            stdout=subprocess.PIPE,
            cwd=tmp_path_factory.mktemp(f"machine {number}"),
            env={**os.environ, "PYTHONPATH": path, **machine},
        )
        for number, machine in enumerate(MACHINES)
    ]
    return [json.loads(each.communicate()[0]) for each in running]


@pytest.mark.parametrize("name", list(every_writer.WRITERS))
def test_every_machine_writes_the_same_bytes(digests, name):
    """Neither the order of a set, the zone, the language nor the folder is in it."""
    assert 1 == len({each[name] for each in digests})


@pytest.mark.parametrize("name", list(every_writer.WRITERS))
def test_no_file_tells_the_day_it_was_made(name):
    """The clock is not asked, so tomorrow the bytes are the same."""
    data = every_writer.WRITERS[name]()
    today = datetime.now(tz=UTC).date()
    told = [data]
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as container:
            told += [container.read(each) for each in container.infolist()]
            days = {each.date_time[:3] for each in container.infolist()}
        assert (today.year, today.month, today.day) not in days
    assert not [each for each in told if today.isoformat().encode() in each]
