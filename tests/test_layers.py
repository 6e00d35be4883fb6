"""The order of the modules: each part of `compare/` imports only parts that come before it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "compare"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(module.relative_to(PACKAGE)) for module in MODULES]

TYPES = {"model", "errors"}
STAGES = ["text", "read", "align", "find", "measure"]
ALLOWED = {
    **{part: set[str]() for part in TYPES},
    "signals": set(),
    "files": TYPES | {"signals"},
    "temporary": {"signals"},
    "limits": TYPES,
    "settings": TYPES | {"files"},
    **{stage: TYPES | {"files", "limits", "settings"} | set(STAGES[:at]) for at, stage in enumerate(STAGES)},
    # It looks words up in a dictionary for a class and finds nothing out about the articles.
    "vocabulary": TYPES | {"text"},
    "render": TYPES | {"files", "limits", "temporary", "vocabulary", "quote"},
    "quote": TYPES,
    "check": TYPES | {"files", "text", "find", "read", "render", "quote"},
    "pipeline": TYPES | {"files", "settings"} | set(STAGES),
}
"""What each part may import beside itself; a part that is not named here (cli, batch) may import all."""

# An editor's memo prints the remarks of a check, so that the two can never differ. A check, for its part,
# cuts and names quotations as reports do: that is why the two are told apart by module and not by part.
OF_THE_MEMO = {"advice.py", "memo.py", "room.py", "rows.py", "sayings.py"}

HEAVY = {"weasyprint", "textstat", "nltk", "numpy", "yaml", "charset_normalizer", "jinja2", "pyphen"}
HEAVY |= {"lxml", "trafilatura", "pypdfium2"}


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module named in an import, wherever it stands, as a dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_import_time(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements that run when the module is imported, those for the type checker left out."""
    for node in tree.body:
        if not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            yield node


def ours(source: str) -> set[str]:
    """The parts of our own package that a module's source imports."""
    dotted = (name.split(".") for name in imported(ast.parse(source)))
    return {parts[1] if len(parts) > 1 else "" for parts in dotted if parts[0] == "compare"}


def test_imports_are_found_wherever_they_stand() -> None:
    late = "def late():\n    from compare.read import article\n"
    assert ours(f"import compare.model\n{late}from compare import files") == {"model", "read", "files"}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_part_imports_only_earlier_parts(module: Path) -> None:
    part = part_of(module)
    if part in ALLOWED:
        more = {"check"} if part == "render" and module.name in OF_THE_MEMO else set[str]()
        assert ours(module.read_text(encoding="utf-8")) <= ALLOWED[part] | {part} | more


def test_no_module_needs_itself() -> None:
    """Two parts that import each other are no harm as long as no two modules do."""
    homes = {".".join(("compare", *m.relative_to(PACKAGE).with_suffix("").parts)): m for m in MODULES}
    homes = {name.removesuffix(".__init__"): module for name, module in homes.items()}
    needs = {}
    for name, module in homes.items():
        tree = ast.parse(module.read_text(encoding="utf-8"))
        needs[name] = {home(each, homes) for each in imported(tree)} - {name, ""}
    assert "compare.check.remarks" in needs["compare.render.memo.rows"]
    while True:
        free = {name for name, needed in needs.items() if not needed & needs.keys()}
        if not free:
            break
        needs = {name: needed for name, needed in needs.items() if name not in free}
    assert sorted(needs) == []


def home(dotted: str, homes: Collection[str]) -> str:
    """The module that an imported name stands in."""
    while dotted and dotted not in homes:
        dotted = dotted.rpartition(".")[0]
    return dotted


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_only_the_command_line_knows_the_command_line(module: Path) -> None:
    if part_of(module) not in {"cli", "__main__"}:
        assert "cli" not in ours(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_heavy_libraries_wait_for_the_function_that_needs_them(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    top = [node for node in at_import_time(tree) if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    loaded = {name.split(".")[0] for node in top for name in imported(node)}
    assert loaded & HEAVY == set()


# `speech` takes a sentence as its rules read it, by the name of its module.
PACKAGES = [m for m in MODULES if m.name == "__init__.py" and m.parent.name != "speech"]


@pytest.mark.parametrize("module", PACKAGES, ids=lambda module: module.parent.name)
def test_no_package_hides_a_module_behind_a_name_that_it_imports(module: Path) -> None:
    inside = {each.stem for each in module.parent.iterdir() if each.suffix == ".py" or each.is_dir()}
    tree = ast.parse(module.read_text(encoding="utf-8"))
    bound = {
        alias.asname or alias.name
        for node in at_import_time(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert bound & inside == set()


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_module_stays_readable(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 500
    assert module.stem not in {"utils", "helpers", "manager", "common", "misc"}
