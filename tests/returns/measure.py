"""Prints how imports do with edited forms: right, refused, or silently wrong."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import office_program
from model_forms.importing import Imported
from returns import csv_sheets
from returns.case import VERDICTS, Case, Tally, Verdict, plain
from returns.chains import chains
from returns.edits import EDITS, cases_of
from returns.reading import counted, needless, tally

CHAINS, SEED = 300, 1
WIDTH = 54
_HEADINGS = ("right", "refused rightly", "refused", "silently wrong")
_MOST = 8
"""How many findings are listed of a file that was read wrongly."""

Found = tuple[Case, Imported, dict[str, Verdict]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return how many answers are silently wrong (at most 1)."""
    asked = _parser().parse_args(arguments)
    if asked.all:
        asked.programs = asked.attacks = asked.memory = True
    only = asked.only.lower()
    cases = [
        case
        for each in EDITS
        if only in each.name.lower()
        for case in cases_of(each)
    ]  # fmt: skip
    cases += csv_sheets.cases() if only in "csv" else []
    singles = _measured("edit", cases, asked)
    if asked.programs and office_program.program() is None:
        print("\nLibreOffice is not installed: its files are left out")
    elif asked.programs:
        from returns import programs  # noqa: PLC0415  starts LibreOffice

        singles += _measured("program", programs.cases(), asked)
    links = [] if only else _measured("chain", chains(asked.chains, asked.seed), asked)
    wrong = [*_wrong(singles), *_wrong(links)]
    if wrong:
        print("\nSilently wrong, one by one")
        print("\n".join(wrong))
    return 0 if _bounded(asked) and not wrong else 1


def _bounded(asked: argparse.Namespace) -> bool:
    """Print what attacks and many files cost, each in a process of its own."""
    wanted = {"measure_attacks.py": asked.attacks, "memory.py": asked.memory}
    codes = [
        subprocess.call([sys.executable, str(Path(__file__).with_name(script))])
        for script, is_wanted in wanted.items()
        if is_wanted
    ]
    return not any(codes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="measure", description=__doc__)
    parser.add_argument("--chains", type=int, default=CHAINS, help="how many chains")
    parser.add_argument("--seed", type=int, default=SEED, help="the seed of the chains")
    parser.add_argument("--only", default="", help="edits with these words; no chains")
    parser.add_argument(
        "--no-ledger", action="store_true", help="without the record of sent forms"
    )
    parser.add_argument(
        "--refused", action="store_true", help="say why readable answers were refused"
    )
    parser.add_argument("--all", action="store_true", help="the next three as well")
    parser.add_argument(
        "--programs", action="store_true", help="also forms that real programs saved"
    )
    parser.add_argument(
        "--attacks", action="store_true", help="also what attack files cost"
    )
    parser.add_argument(
        "--memory", action="store_true", help="also memory over 2,000 files"
    )
    return parser


def _measured(
    kind: str, cases: Iterable[Case], asked: argparse.Namespace
) -> list[Found]:
    found = list(counted(cases, recorded=not asked.no_ledger))
    files = Counter(case.group for case, _, _ in found if not case.unseeable)
    made = tally(found)
    print(f"\n{kind:{WIDTH}}{'files':>6}" + "".join(f"{h:>16}" for h in _HEADINGS))
    for name, counts in made.counts.items():
        print(_row(name, files[name], counts))
    print(_row("all", files.total(), made.total))
    print(_share(kind, files.total(), made))
    print(_unseen(found))
    for name in needless(found):
        print(f"Every answer was read rightly and the file was refused: {name}")
    if asked.refused:
        print("\n".join(_refused(found)))
    return found


def _row(name: str, files: int, counts: Counter[Verdict]) -> str:
    shown = "".join(f"{counts[each] or '·':>16}" for each in VERDICTS)
    return f"{name[: WIDTH - 1]:{WIDTH}}{files:6}{shown}"


def _share(kind: str, files: int, made: Tally) -> str:
    return (
        f"{made.total.total()} answers in {files} files ({kind}s); of those that have "
        f"a right answer {made.share:.1%} are imported."
    )


def _unseen(found: Iterable[Found]) -> str:
    hidden = [(case, each) for case, _, each in found if case.unseeable]
    wrong = sum(Counter(each.values())["wrong"] for _, each in hidden)
    why = {case.unseeable for case, _ in hidden}
    return "".join(
        f"Not counted: {wrong} answers in {len(hidden)} files that no importer can see "
        f"({'; '.join(sorted(why))})."
        if hidden
        else ""
    )


def _wrong(found: Iterable[Found]) -> list[str]:
    """Return a line for each answer that is silently wrong, and what was found."""
    lines = []
    for case, read, each in found:
        keys = [key for key, verdict in each.items() if verdict == "wrong"]
        if not keys or case.unseeable:
            continue
        lines.append(f"\n{case.name}")
        lines += [f"  {key}: {_difference(case, read, key)}" for key in keys]
        lines += _findings(read)
    return lines


def _refused(found: Iterable[Found]) -> list[str]:
    lines = []
    for case, read, each in found:
        keys = [key for key, verdict in each.items() if verdict == "refused"]
        if keys:
            lines.append(f"\n{case.name}: {len(keys)} refused, as {keys[0]}")
            lines += _findings(read)
    return lines


def _difference(case: Case, read: Imported, key: str) -> str:
    got = plain(read.response.answer(key)) if read.response is not None else "nothing"
    wanted = case.truth[key]
    return f"expected {wanted if wanted is not None else 'a refusal'}, got {got}"


def _findings(read: Imported) -> list[str]:
    said = [
        f"    {each.severity} {each.code} {each.place or ''} {each.item or ''}"
        for each in read.findings
    ]
    return [*said[:_MOST], *(["    …"] if len(said) > _MOST else [])]
