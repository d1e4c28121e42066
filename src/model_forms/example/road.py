"""The whole road on the example that a pack embeds, with real files between steps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from attrs import field, frozen

from model_forms import face
from model_forms.assessment import Assessment
from model_forms.catalog import installed, packs
from model_forms.documents import make_folder
from model_forms.errors import UnreadableDocument
from model_forms.example import beside
from model_forms.figures import prefilled, read_figures
from model_forms.importing import Imported
from model_forms.issue import Issue
from model_forms.ledger import Ledger
from model_forms.response import Response
from model_forms.results import assessment_to
from model_forms.text import both
from model_forms.typing import Find


@frozen(kw_only=True)
class Embedded:
    """
    One step of an example: what to issue, to whom, on which day, what came back.

    *first_tries* came back before, and had something to correct. *before* are the
    responses of an earlier round, and *adaptation* the local one they were made with.
    """

    questionnaire: str
    issue: Issue
    today: date
    partners: bytes
    returned: tuple[Traversable, ...]
    first_tries: tuple[Traversable, ...] = ()
    figures: bytes | None = None
    before: bytes | None = None
    adaptation: Traversable | None = None

    @property
    def id(self) -> str:
        """The questionnaire's id without its version."""
        return self.questionnaire.partition("@")[0]


@frozen(kw_only=True)
class Road:
    """An example in a pack: its steps in order, and the one in the middle of it all."""

    area: str
    main: str
    steps: tuple[Embedded, ...]


@frozen(kw_only=True)
class Step:
    """What a run of the demo made for one questionnaire."""

    id: str
    folder: Path
    blank: tuple[Path, ...]
    returned: tuple[Imported, ...]
    assessment: Assessment
    report: Path
    responses: Path
    results: Path
    workbook: Path
    ledger: Path
    to_correct: tuple[Path, ...]
    receipts: tuple[Path, ...]


@frozen(kw_only=True)
class Demo:
    """What a run of the demo made; *main* is the step that the others turn on."""

    area: str
    main: Step
    steps: tuple[Step, ...]
    materials: tuple[Path, ...]
    local: tuple[Path, ...] = ()
    house: tuple[Path, ...] = ()


def road() -> Road:
    """Return the first example that an installed pack holds, in a folder ``demo``."""
    for folder in packs().values():
        example = folder / "demo"
        if example.is_dir():
            facts = json.loads((example / "demo.json").read_text(encoding="utf-8"))
            steps = tuple(_step(example, facts, each) for each in facts["steps"])
            return Road(area=facts["area"], main=facts["main"], steps=steps)
    reason = both("ingen pakke har et eksempel", "no pack holds an example")
    raise UnreadableDocument("demo", reason)


def embedded(id: str | None = None) -> Embedded:
    """Return one step of the example: the main one unless *id* names another."""
    found = road()
    return {each.id: each for each in found.steps}[id or found.main]


def _step(
    example: Traversable, facts: dict[str, Any], step: dict[str, Any]
) -> Embedded:
    folder = example / step["questionnaire"].partition("@")[0]
    tries = folder / "first_tries"
    figures, before = step.get("figures"), step.get("before")
    adaptation = step.get("adaptation")
    return Embedded(
        questionnaire=step["questionnaire"],
        issue=Issue(
            area=facts["area"], round=step["round"], deadline=step.get("deadline")
        ),
        today=date.fromisoformat(step["today"]),
        partners=(folder / "partners.csv").read_bytes(),
        returned=_files(folder / "returned"),
        first_tries=_files(tries) if tries.is_dir() else (),
        figures=(example / figures).read_bytes() if figures else None,
        before=(example / before).read_bytes() if before else None,
        adaptation=example / adaptation if adaptation else None,
    )


def _files(folder: Traversable) -> tuple[Traversable, ...]:
    return tuple(sorted(folder.iterdir(), key=lambda each: each.name))


def run(out: Path, progress: Callable[[str], object]) -> Demo:
    """
    Go the road in *out*: for each step blank forms, returned forms, results, report.

    What a step's responses say is read from the files of the steps before it.
    """
    example = road()
    walk = _Walk(out=out, progress=progress)
    for number, each in enumerate(example.steps, start=1):
        walk.take(number, each)
    made = {step.id: step for step in walk.steps}
    return Demo(
        area=example.area,
        main=made[example.main],
        steps=tuple(walk.steps),
        materials=tuple(beside.materials(example, out / "materials", progress)),
        local=tuple(
            path
            for each in example.steps
            if each.adaptation is not None
            for path in beside.local(each, each.adaptation, out / "local", progress)
        ),
        house=tuple(beside.house(example, made, out / "house", progress)),
    )


@frozen
class _Walk:
    """The steps taken so far."""

    out: Path
    progress: Callable[[str], object]
    steps: list[Step] = field(factory=list)

    def take(self, number: int, example: Embedded) -> None:
        """Take one step, with what the files of the earlier steps hold."""
        folder = self.out / f"{number}-{example.id}"
        earlier = self._earlier()
        blank, ledger = self._blank(example, folder / "forms", earlier)
        to_correct = self._first_tries(example, folder, ledger)
        returned = self._returned(example, folder / "returned", ledger)
        for each in returned:
            ledger = ledger.with_returned(each, day=example.today)
        record = folder / "ledger.json"
        face.write_ledger(ledger, record)
        responses = folder / "responses.jsonl"
        face.write_responses(returned, responses)
        found = face.assess(
            responses,
            earlier=earlier,
            before=_before(example),
            today=example.today,
            find=_find(example),
        )
        report, results = folder / "report.docx", folder / "results.json"
        face.write_report(found, report)
        workbook = folder / "results.xlsx"
        face.write_report(found, workbook)
        text = json.dumps(assessment_to(found), ensure_ascii=False, indent=2)
        results.write_text(text + "\n", encoding="utf-8")
        self.steps.append(
            Step(
                id=example.id,
                folder=folder,
                blank=blank,
                returned=returned,
                assessment=found,
                report=report,
                responses=responses,
                results=results,
                workbook=workbook,
                ledger=record,
                to_correct=to_correct,
                receipts=tuple(self._receipts(returned, folder / "receipts")),
            )
        )

    def _earlier(self) -> list[Response]:
        files = [step.responses for step in self.steps]
        return [each for file in files for each in face.read_responses(file)]

    def _blank(
        self, example: Embedded, folder: Path, earlier: list[Response]
    ) -> tuple[tuple[Path, ...], Ledger]:
        made, issued = [], list[tuple[Issue, Path]]()
        for path in face.export_partners(
            example.questionnaire,
            example.partners,
            folder,
            issue=example.issue,
            earlier=earlier,
            today=example.today,
            fill=prefill(example),
            note=lambda issue, path: issued.append((issue, path)),
        ):
            self.progress(f"{example.id}: {path.name}")
            made.append(path)
        ledger, ref = Ledger(), installed().get(example.questionnaire).ref
        for issue, path in issued:
            ledger = ledger.with_issued(ref, issue, file=path.name)
        return tuple(made), ledger

    def _first_tries(
        self, example: Embedded, folder: Path, ledger: Ledger
    ) -> tuple[Path, ...]:
        """Write what came back with problems, and the same with them marked."""
        made = []
        for path in _copied(example.first_tries, folder / "first-tries"):
            imported = face.import_(path, ledger=ledger)
            marked = face.mark_up(path, imported)
            if marked is not None:
                to = folder / "to-correct" / path.name
                make_folder(to.parent)
                to.write_bytes(marked)
                made.append(to)
                self.progress(f"{example.id}: {to.name} ({to.parent.name})")
        return tuple(made)

    def _returned(
        self, example: Embedded, folder: Path, ledger: Ledger
    ) -> tuple[Imported, ...]:
        return face.import_many(
            _copied(example.returned, folder),
            ledger=ledger,
            progress=lambda found: self.progress(f"{example.id}: {found.file}"),
        )

    def _receipts(self, returned: Iterable[Imported], folder: Path) -> Iterator[Path]:
        make_folder(folder)
        for each in returned:
            path = folder / f"{Path(each.file).stem}.docx"
            face.receipt(each, path)
            yield path


def _copied(files: tuple[Traversable, ...], folder: Path) -> list[Path]:
    if files:
        make_folder(folder)
    paths = []
    for each in files:
        path = folder / each.name
        path.write_bytes(each.read_bytes())
        paths.append(path)
    return paths


def _before(example: Embedded) -> tuple[Response, ...]:
    """Return the responses of the round before, if the step has any."""
    return () if example.before is None else face.read_responses(example.before)


def _find(example: Embedded) -> Find:
    """Return what finds the questionnaires of a step, also a local one."""
    if example.adaptation is None:
        return installed().find
    return installed().with_local(face.adapt(example.adaptation.read_bytes())).find


def prefill(example: Embedded) -> Callable[[Issue], Response | None] | None:
    """Return what public figures fill in for a form, when the step has any."""
    if example.figures is None:
        return None
    questionnaire = installed().get(example.questionnaire)
    figures = read_figures(example.figures, questionnaire)
    return lambda issue: prefilled(questionnaire, figures, issue)
