"""Packages of npm, kept in the environment that runs and nowhere else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(sys.prefix) / "benchmarks-npm"


class Unavailable(Exception):
    """A package cannot be had here; the arguments are what and why."""

    def __str__(self) -> str:
        return "{}: {}".format(*self.args)


def package(name: str, version: str) -> Path:
    """Return the folder of *name*, installed if it is not; or raise Unavailable."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise Unavailable(name, "node and npm are not here")
    folder = HOME / f"{name}-{version}"
    found = folder / "node_modules" / name
    if not (found / "package.json").exists():
        _install(npm, folder, f"{name}@{version}")
    return found


def _install(npm: str, folder: Path, wanted: str) -> None:
    quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    command = [npm, "install", "--prefix", str(folder), *quiet, wanted]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Unavailable(wanted, error) from error
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "npm error" in line]
        raise Unavailable(wanted, "; ".join(said[:2]) or "npm failed")
