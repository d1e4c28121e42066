"""The house, checked: folders, entry points, imports, names, sizes."""

import ast
import tomllib
from functools import cache
from pathlib import Path
from statistics import median

import pytest

import model_forms

ROOT = Path(__file__).parents[1]
ROOTS = ("src", "questionnaires", "exporters")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
HOMES = vars(model_forms)["_HOMES"]
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50
EDGES = {"", "cli", "face", "example", "testing"}

# Which rooms each room may import from, besides those of the rooms it names.
ROOMS = {
    "text": set(),
    "errors": {"finding", "text"},
    "finding": {"privacy", "text"},
    "locales": set(),
    "numbers": {"locales"},
    "limits": set(),
    "memo": set(),
    "response": {"finding"},
    "conditions": {"response"},
    "rules": {
        *("conditions", "finding", "limits", "memo", "numbers", "response", "text"),
    },
    "questionnaire": {"rules", "conditions", "memo", "response", "text"},
    "privacy": {"text"},
    "complaints": {"numbers", "questionnaire", "response", "text"},
    "individual": {"errors", "finding", "questionnaire", "text"},
    "wording": {"conditions", "numbers", "questionnaire", "text"},
    "validate": {"complaints", "errors", "finding", "individual", "privacy"},
    "scoring": {"questionnaire", "rules", "numbers", "text", "individual", "wording"},
    "review": {"finding", "text"},
    "assessment": {"scoring", "validate", "questionnaire", "errors", "review"},
}
OUTER = {
    "assessment", "batch", "catalog", "checks", "cli", "codec", "documents", "example",
    "face", "issuing", "json_schema", "listing", "plugins", "report", "results",
    "answer_schema",
}  # fmt: skip


@cache
def tree(path):
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*roots):
    """Every module below these roots."""
    return [
        path
        for root in roots or ROOTS
        for path in sorted((ROOT / root).rglob("*.py"))
        if "__pycache__" not in path.parts
    ]


def packages():
    """The import packages beside src: a folder with an __init__."""
    return {
        path.parent.name: path.parent
        for root in ("questionnaires", "exporters")
        for path in (ROOT / root).glob("*/__init__.py")
    }


def guarded(module):
    """Every node that only type checkers see."""
    return {
        id(inner)
        for node in ast.walk(module)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for each in node.body
        for inner in ast.walk(each)
    }


def imported(path):
    """(module, name) of each import in a module that runs."""
    module = tree(path)
    hidden = guarded(module)
    for node in ast.walk(module):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from ((each.name, None) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", each.name) for each in node.names)


def room(path):
    """The room of the core that a module belongs to."""
    parts = path.relative_to(ROOT / "src" / "model_forms").with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def rooms_used(path):
    """The rooms of the core that a module imports from."""
    found = set()
    for module, name in imported(path):
        parts = module.split(".")
        if parts[0] == "model_forms":
            found.add(parts[1] if len(parts) > 1 else name or "")
    return found


def functions():
    """Path and node of every function."""
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


class TestEntryPoints:
    def test_folders_and_entry_points_agree(self):
        """A folder without an entry point, or the other way round, is a mistake."""
        named = {
            value.partition(":")[0]
            for points in PROJECT["entry-points"].values()
            for value in points.values()
        }

        assert set(packages()) == named

    def test_each_import_package_is_typed(self):
        """Without py.typed mypy ignores the installed package."""
        wanted = [ROOT / "src" / "model_forms", *packages().values()]

        assert [] == [each.name for each in wanted if not (each / "py.typed").exists()]

    def test_a_pack_is_data(self):
        """A questionnaire pack holds no code but one docstring."""
        found = {
            path.parent.name: len(tree(path).body)
            for path in (ROOT / "questionnaires").glob("*/*.py")
        }

        assert dict.fromkeys(found, 1) == found


class TestFace:
    def test_the_list_is_sorted(self):
        """As ruff sorts: classes first, then functions."""
        names = model_forms.__all__

        assert sorted(names) == names

    def test_the_list_and_the_homes_agree(self):
        """Each name has a home, and each home a name."""
        assert list(HOMES) == model_forms.__all__

    @pytest.mark.parametrize("name", model_forms.__all__)
    def test_every_name_is_there(self, name):
        """Each resolves, and says it lives where it is looked for."""
        found = getattr(model_forms, name)
        home = f"model_forms.{HOMES[name]}"

        assert found.__module__.startswith(home)

    def test_type_checkers_see_the_same(self):
        """The imports for type checkers name exactly the face."""
        module = tree(ROOT / "src" / "model_forms" / "__init__.py")
        hidden = guarded(module)
        names = {
            each.name
            for node in ast.walk(module)
            if isinstance(node, ast.ImportFrom)
            and id(node) in hidden
            and (node.module or "").startswith("model_forms")
            for each in node.names
        }

        assert set(model_forms.__all__) == names


class TestPlugins:
    def test_no_plugin_uses_a_private_name(self):
        """Packs and exporters import as a third party would."""
        private = [
            (path.name, module, name)
            for path in modules("questionnaires", "exporters")
            for module, name in imported(path)
            if module.split(".")[0] == "model_forms"
            and any(
                part.startswith("_") and part != "__version__"
                for part in (*module.split("."), name or "")
            )
        ]

        assert [] == private

    def test_no_plugin_imports_another(self):
        """Each can be copied into a repository of its own."""
        names = set(packages())
        others = [
            (path.name, module)
            for name, folder in packages().items()
            for path in folder.rglob("*.py")
            for module, _ in imported(path)
            if module.split(".")[0] in names - {name}
        ]

        assert [] == others


class TestOneWay:
    def test_the_core_knows_no_plugin(self):
        """There is no list of built-ins in the core, and no file format."""
        outside = {*packages(), "openpyxl", "xlsxwriter", "docx"}
        found = [
            (path.name, module)
            for path in modules("src")
            for module, _ in imported(path)
            if module.split(".")[0] in outside
        ]

        assert [] == found

    def test_only_the_command_line_knows_click(self):
        """Nor rich: the rest of the core never talks to a terminal."""
        found = {
            room(path)
            for path in modules("src")
            for module, _ in imported(path)
            if module.split(".")[0] in {"click", "rich"}
        }

        assert found <= {"cli"}

    @pytest.mark.parametrize(
        ("package", "home"),
        [
            ("cattrs", "codec"),
            ("jsonschema", "json_schema"),
            ("hypothesis", "testing"),
            ("numpy", "columns"),
            ("yaml", "guides"),
            ("markdown_it", "guides"),
        ],
    )
    def test_one_module_knows_each_library(self, package, home):
        """cattrs and jsonschema are known in one place."""
        found = {
            room(path)
            for path in modules("src")
            for module, _ in imported(path)
            if module.split(".")[0] == package
        }

        assert {home} == found

    @pytest.mark.parametrize("name", ROOMS)
    def test_an_inner_room_looks_only_inwards(self, name):
        """Imports point one way, as the page on architecture draws them."""
        allowed, wanted = {name}, {name}
        while wanted:
            wanted = {inner for each in wanted for inner in ROOMS[each]} - allowed
            allowed |= wanted
        used = {
            used
            for path in modules("src")
            if room(path) == name
            for used in rooms_used(path)
        }

        assert used <= allowed
        assert not (used - {name}) & (OUTER - {"assessment"})

    @pytest.mark.parametrize(
        ("name", "never"),
        [
            ("rules", {"scoring", "questionnaire"}),
            ("questionnaire", {"scoring", "assessment", "codec"}),
            ("scoring", {"assessment", "codec", "catalog"}),
            ("report", {"face", "cli", "catalog", "plugins", "batch"}),
            ("checks", {"catalog", "plugins", "face", "assessment"}),
            ("codec", {"catalog", "plugins", "face", "json_schema"}),
        ],
    )
    def test_what_a_room_never_needs(self, name, never):
        """The rooms that would close a ring."""
        used = {
            used
            for path in modules("src")
            if room(path) == name
            for used in rooms_used(path)
        }

        assert set() == used & never

    def test_nothing_but_the_edges_knows_the_edges(self):
        """The command line and the face are imported by nothing inside."""
        found = [
            (path.name, used)
            for path in modules("src")
            if room(path) not in EDGES
            for used in rooms_used(path) & {"cli", "face"}
        ]

        assert [] == found


class TestSize:
    def test_no_module_is_too_long(self):
        """At most 400 lines."""
        lengths = {
            str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
            for path in modules()
        }

        assert {} == {k: n for k, n in lengths.items() if n > LONGEST_MODULE}

    def test_most_modules_are_short(self):
        """The median module has fewer than 120 lines."""
        assert 120 > median(
            len(path.read_text("utf-8").splitlines()) for path in modules()
        )

    def test_no_function_is_too_long(self):
        """At most 50 lines, docstring included."""
        long = {
            f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
            for path, node in functions()
            if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
        }

        assert {} == long

    def test_most_functions_are_short(self):
        """The median function has fewer than 12 lines."""
        assert 12 > median(node.end_lineno - node.lineno + 1 for _, node in functions())


class TestWords:
    def test_every_module_and_public_function_says_what_it_is(self):
        """Modules, public classes and functions have a docstring."""
        bare = [
            str(path.relative_to(ROOT))
            for path in modules()
            if not ast.get_docstring(tree(path))
        ]
        bare += [
            f"{path.relative_to(ROOT)}:{node.name}"
            for path in modules()
            for node in tree(path).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]

        assert [] == bare
