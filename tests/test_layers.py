"""The order of the modules: each part of `compare/` imports only parts that come before it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "compare"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(module.relative_to(PACKAGE)) for module in MODULES]

TYPES = {"model", "errors", "kinds", "telling"}
STAGES = ["text", "read", "align", "find", "measure"]
ALLOWED = {
    **{part: set[str]() for part in TYPES},
    # For the type checker alone: a help page reads the names of kinds without the model.
    "kinds": {"model"},
    "telling": {"model"},
    "signals": set(),
    "files": TYPES | {"signals"},
    "temporary": {"signals"},
    "limits": TYPES,
    "settings": TYPES | {"files"},
    **{stage: TYPES | {"files", "limits", "settings"} | set(STAGES[:at]) for at, stage in enumerate(STAGES)},
    # It looks words up in a dictionary for a class and finds nothing out about the articles.
    "vocabulary": TYPES | {"text"},
    # It names what a report is about: for that it reads names as the rules do.
    "topic": TYPES | {"text"},
    # The same for a contrast of wording.
    "subject": TYPES | {"text", "topic"},
    "quote": TYPES,
    # A draft's remarks stand below the pages: the memo prints them, so that the two can never differ.
    "check": TYPES | {"files", "text", "find", "read", "quote"},
    "render": TYPES | {"files", "limits", "temporary", "vocabulary", "topic", "subject", "quote", "check"},
    "pipeline": TYPES | {"files", "settings"} | set(STAGES),
}
"""What each part may import beside itself; a part not named here (cli, batch, corpus) may import all."""

HEAVY = {"weasyprint", "textstat", "nltk", "numpy", "yaml", "charset_normalizer", "jinja2", "pyphen"}
HEAVY |= {"lxml", "trafilatura", "pypdfium2", "docx", "pyarrow", "scipy", "dask", "distributed"}


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


# Properties that are worked out once need a dictionary, and a memory must not count in comparisons.
_DATACLASSES = {
    "text/document.py",
    "align/vocabulary.py",
    "find/discrepancies/things.py",
    "find/discrepancies/times.py",
    "find/discrepancies/quoted.py",
    "find/discrepancies/taken_down.py",
}


def test_what_every_comparison_loads_defines_no_dataclasses() -> None:
    loaded = [name for name in NAMES if name.split("/")[0] in STAGES]
    # What reads other files than text, and addresses, is loaded for these alone.
    loaded = [name for name in loaded if not name.startswith(("read/formats/", "read/address/"))]
    found = {
        name for name in loaded if "from dataclasses import" in (PACKAGE / name).read_text(encoding="utf-8")
    }
    assert found == _DATACLASSES, "half a millisecond each, a msgspec.Struct a tenth of it"


def test_imports_are_found_wherever_they_stand() -> None:
    late = "def late():\n    from compare.read import article\n"
    assert ours(f"import compare.model\n{late}from compare import files") == {"model", "read", "files"}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_part_imports_only_earlier_parts(module: Path) -> None:
    part = part_of(module)
    if part in ALLOWED:
        assert ours(module.read_text(encoding="utf-8")) <= ALLOWED[part] | {part}


def homes() -> dict[str, Path]:
    """Every module by its dotted name."""
    named = {".".join(("compare", *m.relative_to(PACKAGE).with_suffix("").parts)): m for m in MODULES}
    return {name.removesuffix(".__init__"): module for name, module in named.items()}


def needs() -> dict[str, set[str]]:
    """What each module imports of ours, wherever the import stands."""
    places = homes()
    return {
        name: {home(each, places) for each in imported(ast.parse(module.read_text(encoding="utf-8")))}
        - {name, ""}
        for name, module in places.items()
    }


def test_no_module_needs_itself() -> None:
    left = needs()
    assert "compare.check.remarks" in left["compare.render.memo.rows"]
    while True:
        free = {name for name, needed in left.items() if not needed & left.keys()}
        if not free:
            break
        left = {name: needed for name, needed in left.items() if name not in free}
    assert sorted(left) == []


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
    """Three hundred lines ask whether a wall is missing, and a wall is built where one belongs."""
    # Every data type is found in one place, however many there are.
    most = 600 if module.name == "model.py" else 500
    assert len(module.read_text(encoding="utf-8").splitlines()) <= most
    assert module.stem not in {"utils", "helpers", "manager", "common", "misc"}


# The parts in which each small module of one importer says in its docstring what it stands alone for.
SAY_WHY = {"render", "batch", "corpus", "quote", "kinds", "vocabulary"}


def test_a_small_module_of_one_importer_says_why_it_stands_alone() -> None:
    needed = Counter(name for names in needs().values() for name in names)
    silent = []
    for name, module in homes().items():
        source = module.read_text(encoding="utf-8")
        small = len(source.splitlines()) < 60 and needed[name] == 1 and module.stem != "__init__"
        if (
            small
            and part_of(module) in SAY_WHY
            and "alone" not in (ast.get_docstring(ast.parse(source)) or "")
        ):
            silent.append(name)
    assert silent == []
