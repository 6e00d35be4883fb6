"""The documents: what they quote from the code and the lock file is what these say."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "sources").rglob("README.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def needed_to_run(*, extra: str | None = None) -> set[str]:
    """The packages of the lock file that the project leads to, or an extra too, whatever the platform."""
    locked = {package["name"]: package for package in tomllib.loads(text("uv.lock"))["package"]}
    reached: set[str] = set()
    waiting = ["sidebyside", *package_extras(locked["sidebyside"], [extra] if extra else [])]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        package = locked[name]
        for wanted in package.get("dependencies", []):
            waiting.append(wanted["name"])
            extras = package_extras(locked[wanted["name"]], wanted.get("extra", []))
            waiting.extend(extras)
    return reached - {"sidebyside"}


def package_extras(package: dict[str, dict[str, list[dict[str, str]]]], extras: list[str]) -> list[str]:
    optional = package.get("optional-dependencies", {})
    return [wanted["name"] for extra in extras for wanted in optional.get(extra, [])]


@pytest.mark.parametrize(
    ("heading", "needed"),
    [
        ("Installed beside it", needed_to_run()),
        ("Installed for a corpus", needed_to_run(extra="corpus") - needed_to_run()),
    ],
)
def test_every_package_that_is_installed_is_listed_with_its_terms(heading: str, needed: set[str]) -> None:
    table = text("docs/third-party.md").split(f"## {heading}\n")[1].partition("\n## ")[0]
    listed = re.findall(r"^\| ([a-z0-9-]+) \| [^|]+ \| [^|]+ \|$", table, re.MULTILINE)
    assert listed[0] == "package"
    assert [name for name in listed[1:] if name != "---"] == sorted(needed)


def test_licence_is_the_whole_apache_text() -> None:
    licence = text("LICENSE")
    assert licence.lstrip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert "limitations under the License." in licence
    assert len(licence.split()) == 1581


def test_notice_names_files_that_exist() -> None:
    for pattern in re.findall(r"(?:report_templates|compare)/[\w./*-]+\w", text("NOTICE")):
        assert list(ROOT.glob(pattern)), pattern


def test_every_shipped_part_with_terms_of_its_own_is_named() -> None:
    shipped = [*(ROOT / "compare").rglob("LICENSE*"), *(ROOT / "report_templates").rglob("OFL*")]
    assert shipped
    for licence in (str(path.relative_to(ROOT)) for path in shipped):
        assert licence in text("NOTICE")
        assert licence in text("docs/third-party.md")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"(?:\]\(|src=\")([^)#\"]+)(?:#[^)]*)?[)\"]", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


HELP_BLOCK = re.compile(r"^```\n\$ sidebyside ((?:\w+ )?)--help\n(.*?)^```", re.DOTALL | re.MULTILINE)


def help_blocks() -> dict[str, str]:
    """The verbs whose help the README shows, and what it shows of each."""
    return {verb.strip(): shown for verb, shown in HELP_BLOCK.findall(text("README.md"))}


@pytest.mark.parametrize("verb", help_blocks())
def test_help_in_the_readme_is_what_the_command_prints(verb: str) -> None:
    from compare.cli.program import program

    arguments = [*verb.split(), "--help"]
    printed = CliRunner().invoke(program, arguments, prog_name="sidebyside", terminal_width=80)
    assert printed.output == help_blocks()[verb]


def test_readme_shows_the_help_of_compare() -> None:
    assert "compare" in help_blocks()


def test_readme_lists_the_exit_codes_that_errors_own() -> None:
    from compare import errors

    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    owned = {kind.exit_code for kind in kinds if issubclass(kind, errors.SideBySideError)}
    listed = re.findall(r"^\| (\d+) \|", text("README.md"), re.MULTILINE)
    assert owned - {int(code) for code in listed} == set()


def test_changelog_speaks_of_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert f"## [{version}]" in text("CHANGELOG.md")


def test_both_commands_are_in_the_readme_and_the_makefile() -> None:
    targets = next(line for line in text("Makefile").splitlines() if line.startswith(".PHONY:")).split()[1:]
    assert {"report", "test"} <= set(targets)
    for target in ("make report", "make test"):
        assert target in text("README.md")
        assert target in text(".ci/run")


def test_the_python_page_runs_and_prints_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = text("docs/python.md")
    monkeypatch.chdir(tmp_path)
    exec("\n".join(re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)), {})  # noqa: S102
    shown = re.search(r"^prints\n\n```\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert shown
    assert capsys.readouterr().out == shown[1]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["comparison.json", "report.pdf"]


def test_every_rule_stands_with_its_module_where_one_asks_how_it_decides() -> None:
    rows = re.findall(
        r"^\| (`[^|]+) \| `([\w/]+\.py)` \|", (ROOT / "docs/how-it-decides.md").read_text("utf-8"), re.M
    )
    told = {(rule, module) for rules, module in rows for rule in re.findall(r"`([\w:-]+)`", rules)}
    held = set()
    for module in sorted((ROOT / "compare").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            for name, value in _named(node):
                if name.endswith("RULE") or name == "rule":
                    held.add((value, str(module.relative_to(ROOT / "compare"))))
    assert len(held) > 40
    assert held - told == set()
    assert {module for _, module in told} == {
        module for _, module in told if (ROOT / "compare" / module).is_file()
    }


def _named(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names that a node gives texts, with the texts."""
    if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant):
        yield node.arg or "", str(node.value.value)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
        yield from ((each.id, str(node.value.value)) for each in node.targets if isinstance(each, ast.Name))
