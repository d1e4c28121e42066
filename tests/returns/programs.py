"""Filled-in forms that real programs have saved, or that were edited in one."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from office_program import fill
from returns.base import FORMS, Form, form
from returns.case import BLANK, Case
from returns.desk import Desk
from returns.office_edits import EDITS

CSV = ("csv-utf-8", "csv-cp1252")
XLS = "Gnumeric_Excel:excel_biff8"
EDITED = {"mapping": ("xlsx", "ods"), "follow-up": ("xlsx",)}
"""The forms that are edited, and how they are saved then."""


def gnumeric() -> str | None:
    """Return where gnumeric's converter is; None when it is not installed."""
    return shutil.which("ssconvert")


def cases() -> Iterator[Case]:
    """Yield every file of a real program that is installed here."""
    yield from saved()
    yield from edited()
    if gnumeric():
        yield from converted()


@cache
def saved() -> tuple[Case, ...]:
    """Return forms that LibreOffice saved: each way, and on to xlsx again."""
    folder = _folder()
    jobs: list[dict[str, object]] = []
    cases = []
    for name in FORMS:
        source = folder / f"{name}.xlsx"
        source.write_bytes(form(name).data)
        ways = {"xlsx": "xlsx", "ods": "ods", "xls": "xls"}
        ways |= {each: f"{each}#{_number(form(name))}" for each in CSV}
        paths = {way: folder / f"{name} {way}.{way[:3]}" for way in ways}
        paths |= {"xlsx": folder / f"{name} again.xlsx"}
        also = [(str(paths[way]), kind) for way, kind in ways.items()]
        jobs.append({"open": str(source), **_save(also)})
        for way in ("ods", "xls"):
            onward = folder / f"{name} {way} xlsx.xlsx"
            jobs.append({"open": str(paths[way]), **_save([(str(onward), "xlsx")])})
            cases.append((name, f"{way} → xlsx", onward))
        cases += [(name, way, paths[way]) for way in ("xlsx", "ods")]
        if not form(name).layout.tables:
            # A repeating table has a sheet of its own, which a csv cannot hold.
            cases += [(name, way, paths[way]) for way in CSV]
    fill(jobs)
    return tuple(
        _plain(f"LibreOffice: {way}", form(name), path) for name, way, path in cases
    )


@cache
def edited() -> tuple[Case, ...]:
    """Return forms that were edited in LibreOffice."""
    folder = _folder()
    jobs: list[dict[str, object]] = []
    made: list[tuple[str, Desk, Path]] = []
    for name, ways in EDITED.items():
        source = folder / f"{name}.xlsx"
        source.write_bytes(form(name).data)
        for number, (what, make) in enumerate(EDITS.items()):
            desk = Desk(form(name))
            make(desk)
            paths = [folder / f"{name} {number}.{way}" for way in ways]
            job = {"open": str(source), "edits": desk.steps}
            if desk.values:
                job["values"] = desk.values
            pairs = zip(map(str, paths), ways, strict=True)
            jobs.append({**job, **_save(list(pairs))})
            made += [(what, desk, path) for path in paths]
    fill(jobs)
    return tuple(
        Case(
            name=f"LibreOffice: {what} ({desk.form.name}{path.suffix})",
            group=what,
            data=path.read_bytes(),
            truth=desk.form.truth(desk.said),
            unseeable=desk.unseeable,
            file=path.name,
        )
        for what, desk, path in made
    )


@cache
def converted() -> tuple[Case, ...]:
    """Return forms that gnumeric saved: each way, and through its old format."""
    folder = _folder()
    cases = []
    for name in FORMS:
        source = folder / f"{name}.xlsx"
        source.write_bytes(form(name).data)
        for way in ("xlsx", "ods"):
            path = _converted(source, folder / f"{name} saved.{way}")
            cases.append(_plain(f"gnumeric: {way}", form(name), path))
        old = _converted(source, folder / f"{name}.xls", "-T", XLS)
        path = _converted(old, folder / f"{name} xls.xlsx")
        cases.append(_plain("gnumeric: xls → xlsx", form(name), path))
    return tuple(cases)


def _folder() -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _number(of: Form) -> int:
    """Return which sheet of the workbook the questions stand on, from 1."""
    # The cover comes first.
    return 2 if of.layout.sheets else 1


def _save(paths: list[tuple[str, str]]) -> dict[str, object]:
    (first, kind), *also = paths
    return {"save": first, "filter": kind, "also": also}


def _named(path: Path) -> Path:
    """Return the file that was saved; the name of a sheet stands after csv's own."""
    return path if path.exists() else next(path.parent.glob(f"{path.stem}-*.csv"))


def _converted(source: Path, to: Path, *settings: str) -> Path:
    command = [str(gnumeric()), *settings, str(source), str(to)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return to


def _plain(how: str, of: Form, path: Path) -> Case:
    said = dict(of.said)
    if path.suffix == ".csv":
        # The csv holds one sheet; the others were not sent.
        said |= {key: BLANK for key in of.layout.fields if key not in of.own}
    return Case(
        name=f"{how} ({of.name})",
        group=how,
        data=_named(path).read_bytes(),
        truth=of.truth(said),
        file=path.name,
    )
