"""Plug-ins by entry point: find, load, classify. Finding imports nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

from attrs import frozen

from model_forms.errors import PluginConflict, PluginNotLoadable, UnsupportedFormat
from model_forms.finding import Finding
from model_forms.typing import (
    AdoptForm,
    MarkUp,
    OutlineFile,
    ReadForm,
    WriteForm,
    WriteReport,
    WriteResults,
    WriteTables,
)

QUESTIONNAIRES = "model_forms.questionnaires"
EXPORTERS = "model_forms.exporters"
IMPORTERS = "model_forms.importers"


Writer = TypeVar("Writer")


@frozen(kw_only=True)
class Exporter:
    """
    What an exporter plug-in offers for files of one ending; None is not offered.

    *report* makes a document of a report, *table* a sheet of each of its tables.
    *results* makes a workbook of an assessment itself, with live figures. *templates*
    are the endings of the houses' own files that all of them can write in, *sample*
    gives one to begin with, and *about* tells what of one cannot be kept. *outline*
    says what is in any such file.
    """

    form: WriteForm | None = None
    report: WriteReport | None = None
    table: WriteTables | None = None
    results: WriteResults | None = None
    templates: tuple[str, ...] = ()
    sample: Callable[[], bytes] | None = None
    about: Callable[[bytes], tuple[Finding, ...]] | None = None
    outline: OutlineFile | None = None


@frozen(kw_only=True)
class Importer:
    """
    What an importer plug-in offers; *recognises* looks at the content alone.

    *mark_up* gives a file back with its problems marked, *adopt* makes an adaptation
    of a form that was edited itself; None is not offered.
    """

    recognises: Callable[[bytes], bool]
    read: ReadForm
    mark_up: MarkUp | None = None
    adopt: AdoptForm | None = None


@frozen(kw_only=True)
class Plugin:
    """A plug-in that was found, but not imported."""

    name: str
    distribution: str
    entry_point: EntryPoint

    def load(self) -> Any:  # noqa: ANN401  whatever the plug-in offers
        """Import the plug-in; PluginNotLoadable names it when that fails."""
        try:
            return self.entry_point.load()
        # Importing runs a stranger's module, which can raise anything; it is chained.
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise PluginNotLoadable(self.name, self.distribution, reason) from error


def find(group: str) -> Mapping[str, Plugin]:
    """Return the installed plug-ins of *group* by name, sorted."""
    return _found(group, tuple(sys.path))


@lru_cache(maxsize=32)
def _found(group: str, _path: tuple[str, ...]) -> Mapping[str, Plugin]:
    """Look once for each path: a hundred files need not read it a hundred times."""
    return classify(group, entry_points(group=group))


def classify(group: str, found: Iterable[EntryPoint]) -> Mapping[str, Plugin]:
    """Sort *found* by name, refusing two owners of one name."""
    plugins: dict[str, Plugin] = {}
    for each in sorted(found, key=lambda point: (point.name, point.value)):
        owner = each.dist.name if each.dist else "unknown"
        if each.name in plugins:
            owners = (plugins[each.name].distribution, owner)
            raise PluginConflict(group, each.name, owners)
        plugins[each.name] = Plugin(
            name=each.name, distribution=owner, entry_point=each
        )
    return plugins


def form_writer(suffix: str) -> WriteForm:
    """Return what writes forms to files of this ending, such as ``.xlsx``."""
    task = "write forms to"
    return _offered(_exporter(task, suffix).form, "form", task, suffix)


def report_writer(suffix: str) -> WriteReport:
    """Return what writes reports to files of this ending, such as ``.docx``."""
    task = "write reports to"
    return _offered(_exporter(task, suffix).report, "report", task, suffix)


def results_writer(suffix: str) -> WriteResults | None:
    """
    Return what writes an assessment itself to files of this ending, if anything does.

    Raises UnsupportedFormat when neither an assessment nor a report can be written.
    """
    task = "write results to"
    exporter = _exporter(task, suffix)
    if exporter.results is None and exporter.report is None:
        able = sorted({*_able("results"), *_able("report")})
        raise UnsupportedFormat(task, suffix, tuple(able))
    return exporter.results


def page_writer(suffix: str) -> WriteTables:
    """Return what writes a page to files of this ending: as tables, or as a report."""
    task = "write pages to"
    exporter = _exporter(task, suffix)
    writer = exporter.table or exporter.report
    if writer is None:
        able = sorted({*_able("table"), *_able("report")})
        raise UnsupportedFormat(task, suffix, tuple(able))
    return writer


def templates_for(suffix: str) -> tuple[str, ...]:
    """Return the endings of the templates for files of this ending."""
    return _exporter("write", suffix).templates


def outliners() -> tuple[OutlineFile, ...]:
    """Return what says what is in a file, in the order of the exporters' names."""
    loaded = (plugin.load().outline for plugin in find(EXPORTERS).values())
    return tuple(each for each in loaded if each is not None)


def about_template(template: bytes, suffix: str) -> tuple[Finding, ...]:
    """
    Return what of a house's own file, of this ending, cannot be kept.

    Raises UnreadableDocument when the file cannot be used at all.
    """
    loaded = [plugin.load() for plugin in find(EXPORTERS).values()]
    able = [each.about for each in loaded if suffix.lower() in each.templates]
    return tuple(found for about in able if about for found in about(template))


def samples() -> Mapping[str, bytes]:
    """Return the template that each exporter offers to begin with, by its ending."""
    loaded = {f".{name}": plugin.load() for name, plugin in find(EXPORTERS).items()}
    return {
        suffix: exporter.sample()
        for suffix, exporter in loaded.items()
        if exporter.sample is not None
    }


def _offered(writer: Writer | None, kind: str, task: str, suffix: str) -> Writer:
    if writer is None:
        raise UnsupportedFormat(task, suffix, _able(kind))
    return writer


def importers() -> tuple[Importer, ...]:
    """Return the installed importers, in the order of their names."""
    return tuple(each.load() for each in find(IMPORTERS).values())


def _exporter(task: str, suffix: str) -> Exporter:
    found = find(EXPORTERS).get(suffix.lower().lstrip("."))
    if found is None:
        raise UnsupportedFormat(task, suffix, tuple(f".{n}" for n in find(EXPORTERS)))
    exporter: Exporter = found.load()
    return exporter


def _able(task: str) -> tuple[str, ...]:
    return tuple(
        f".{name}"
        for name, plugin in find(EXPORTERS).items()
        if getattr(plugin.load(), task) is not None
    )
