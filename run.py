"""
Set everything up and do one thing: ``python run.py demo`` or ``python run.py test``.

It needs nothing but Python 3.11 or newer: it makes an environment of its own in the
folder ``.venv``, installs the project there, and runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if sys.platform == "win32" else "bin")
OLDEST = (3, 11)

GOLDEN = ["tests/golden/test_golden.py", "tests/office/test_pages.py"]
TASKS = {
    "demo": [["model-forms", "demo"]],
    "test": [
        ["pytest", "-n", "auto", "--dist", "worksteal", "--cov", "--cov-report=term"]
    ],
    "check": [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    "bench": [["python", "-m", "benchmarks"]],
    "golden": [["pytest", "-q", "--renew-golden", *GOLDEN]],
    "measure": [["python", "tests/measure.py", "--all"]],
}
DEVELOPING = {"test", "check", "bench", "golden", "measure"}
INSTALL = ["python", "-m", "pip", "install", "--quiet"]


def run(command: list[str]) -> int:
    """Run a program of the environment in the project's folder."""
    return subprocess.call([str(BIN / command[0]), *command[1:]], cwd=ROOT)


def set_up(*, developing: bool) -> int:
    """Make the environment and install the project; quick when it is there."""
    if not (HOME / "pyvenv.cfg").exists():
        print("Making an environment in .venv")
        try:
            venv.create(HOME, with_pip=True)
        except subprocess.CalledProcessError:
            shutil.rmtree(HOME, ignore_errors=True)
            print("This Python lacks venv; on Debian: apt install python3-venv")
            return 1
    groups = ["--group", "dev"] if developing else []
    # Dependency groups need a newer pip than the one Python 3.11 brings.
    print("Installing the project and what it needs")
    newer = run([*INSTALL, "--disable-pip-version-check", "--upgrade", "pip"])
    return newer or run([*INSTALL, "--editable", ".", *groups])


def add_peers() -> None:
    """Install what the benchmarks compare with; they run without it as well."""
    if run([*INSTALL, "--group", "bench"]):
        print("The peers could not be installed; those that lack are left out")


def main(arguments: list[str]) -> int:
    """Do the task that is named first; the rest is handed on to it."""
    if sys.version_info < OLDEST:
        print("model-forms needs Python 3.11 or newer")
        return 2
    task, *rest = arguments or [""]
    if task not in TASKS:
        print(f"Usage: python run.py {'|'.join(TASKS)} [...]")
        return 2
    failed = set_up(developing=task in DEVELOPING)
    if failed:
        return failed
    if task == "bench":
        add_peers()
    *first, last = TASKS[task]
    if task == "demo" and not rest:
        rest = ["out"]
    return max(run(command) for command in [*first, [*last, *rest]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
