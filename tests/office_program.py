"""LibreOffice as the tests use it: a real program on real files."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

FILL = Path(__file__).parent / "office" / "uno_fill.py"
TIMEOUT = 180


def program() -> str | None:
    """Return where LibreOffice is; None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def uno_python() -> str | None:
    """Return an interpreter that has LibreOffice's uno module."""
    for candidate in (sys.executable, "/usr/bin/python3", "python3"):
        found = shutil.which(candidate)
        if (
            found
            and not subprocess.run(
                [found, "-c", "import uno"], capture_output=True, check=False
            ).returncode
        ):
            return found
    return None


def required() -> bool:
    """Tell whether a missing LibreOffice is an error: so it is in CI."""
    return os.environ.get("MODEL_FORMS_OFFICE") == "required"


def fill(jobs: list[dict[str, object]]) -> None:
    """Open, fill in and save each job's file in one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "jobs.json"
        listed.write_text(json.dumps(jobs), encoding="utf-8")
        port = str(_free_port())
        office = subprocess.Popen(
            [
                str(program()), "--headless", "--norestore", "--nologo",
                f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
                f"--accept=socket,host=127.0.0.1,port={port};urp;",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            command = [str(uno_python()), str(FILL), port, str(listed)]
            subprocess.run(command, check=True, timeout=TIMEOUT)
            office.wait(timeout=30)
        finally:
            office.kill()
            office.wait()


def convert(sources: list[Path], to: str, out: Path) -> None:
    """Convert files to another format in one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        names = [str(each) for each in sources]
        command = [str(program()), profile, "--headless", "--convert-to", to]
        subprocess.run(
            [*command, "--outdir", str(out), *names],
            check=True, timeout=TIMEOUT, stdout=subprocess.DEVNULL,
        )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
