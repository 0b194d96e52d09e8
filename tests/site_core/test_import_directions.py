"""The shape of the project: imports go one way, wiring only wires, modules stay small and are named after a thing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: Each app may import itself and those before it.
APPS = ("site_core", "directory", "pages", "search")
#: Where everything is wired together: settings name the apps, urls include them.
EXEMPT = ("site_core/settings/", "site_core/urls.py")
WIRING = ("wagtail_hooks.py", "signals.py", "urls.py", "apps.py")
LONGEST_MODULE = 300
LONGEST_WIRING = 20
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common_utils", "core", "stuff"}


def modules() -> list[Path]:
    return [
        path.relative_to(ROOT)
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        if "node_modules" not in path.parts
    ]


def wiring() -> list[Path]:
    return [path for path in modules() if path.name in WIRING]


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every imported module with its line, imports inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node.lineno


def upward_imports(path: Path, source: str) -> list[str]:
    """The imports of a module that go against the direction, as `path:line module`."""
    rank = APPS.index(path.parts[0])
    return [
        f"{path}:{line} imports {module}"
        for module, line in imported(ast.parse(source))
        if module.split(".")[0] in APPS[rank + 1 :]
    ]


def test_modules_are_found():
    assert {path.parts[0] for path in modules()} == set(APPS)


def test_imports_go_one_way():
    wrong = [
        problem
        for path in modules()
        if not path.as_posix().startswith(EXEMPT)
        for problem in upward_imports(path, (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("directory/a.py", "from pages.models import ServicePage", 1),
        ("directory/a.py", "def f():\n    import search.engines", 1),
        ("site_core/a.py", "import directory, pages.models", 2),
        ("pages/a.py", "from directory.models import Adviser\nimport site_core", 0),
        ("pages/a.py", "from . import search", 0),
        ("directory/a.py", "from wagtail.models import Page", 0),
    ],
)
def test_check_tells_directions_apart(path: str, source: str, wrong: int):
    assert len(upward_imports(Path(path), source)) == wrong


def test_relative_imports_are_not_used():
    relative = [
        f"{path}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize("path", wiring(), ids=str)
def test_wiring_only_wires(path: Path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert path.name == "apps.py", f"{node.name} belongs in a module of its own"
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno
            assert length <= LONGEST_WIRING, f"{node.name} does more than wire"
            loops = [part for part in ast.walk(node) if isinstance(part, ast.While | ast.Try)]
            assert not loops, f"{node.name} decides things that belong in a module of their own"


def test_modules_stay_small():
    sizes = {
        str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in modules()
        if "migrations" not in path.parts
    }
    assert {path: size for path, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_modules_are_named_after_a_thing():
    assert [str(path) for path in modules() if path.stem in VAGUE_NAMES or path.parent.name in VAGUE_NAMES] == []


def test_translations_do_not_shadow_the_standard_library():
    assert not list((ROOT / "locale").rglob("__init__.py"))
