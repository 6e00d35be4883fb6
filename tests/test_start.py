"""The set-up script: what it does on machines that lack something."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / ".ci" / "start.py"
LIBRARIES = ["libpango-1.0.so.0"]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module that can start nothing."""
    spec = importlib.util.spec_from_file_location("start", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "as_root", lambda: None)
    monkeypatch.setattr(module, "quiet", lambda *_command: False)
    monkeypatch.setattr(module, "run", lambda *_command: pytest.fail("nothing may run"))
    return module


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["report", "test"]])
def test_an_unknown_job_is_a_usage_error(
    start: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main(arguments) == 2
    assert capsys.readouterr().err == "usage: python3 .ci/start.py report|test|reports|check\n"


def test_an_old_python_is_told_so(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "OLDEST_PYTHON", (99, 0))
    assert start.main(["report"]) == 2
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed and this is 3.")


def test_an_old_python_can_read_the_script_at_least_as_far_as_that_line() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_no_way_to_install_uv_is_one_line_that_says_what_to_type(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "find_uv", lambda: None)
    assert start.main(["report"]) == 5
    progress, error = capsys.readouterr().err.splitlines()
    assert progress == "installing uv>=0.8,<1 into .tools/"
    assert error == (
        "error: this Python has neither pip nor ensurepip: install them (on Debian and Ubuntu, type: sudo "
        "apt-get install python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) or uv itself, "
        "then run this again"
    )


@pytest.mark.parametrize(
    ("manager", "advice"),
    [
        ("apt-get", "type: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("dnf", "type: sudo dnf install pango harfbuzz"),
        ("brew", "type: brew install pango"),
        ("none", "install Pango 1.44 or newer with your system's package manager"),
    ],
)
def test_missing_pango_says_what_to_type_on_each_system(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, manager: str, advice: str
) -> None:
    monkeypatch.setattr(start, "missing_libraries", lambda: LIBRARIES)
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name == manager else None)
    with pytest.raises(start.SetUpError) as problem:
        start.ensure_pango()
    expected = f"PDF needs Pango, and libpango-1.0.so.0 cannot be loaded; {advice}; then run this again"
    assert str(problem.value) == expected


def test_apt_is_not_called_when_the_libraries_load(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "missing_libraries", list)
    monkeypatch.setattr(start, "apt_install", lambda _packages: pytest.fail("apt was called"))
    start.ensure_pango()


@pytest.mark.parametrize(
    ("there", "installed"),
    [
        ((), [["chromium"], ["poppler-utils"]]),
        (("pdftotext",), [["chromium"]]),
        (("chromium", "pdftotext"), []),
    ],
)
def test_what_the_tests_need_is_installed_where_it_is_missing_and_may_fail(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], installed: list[list[str]]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(start, "apt_install", lambda packages: asked.append(packages) or False)
    start.ensure_test_tools()
    assert asked == installed


@pytest.mark.parametrize(("job", "calls"), [("test", 1), ("report", 0), ("reports", 0), ("check", 0)])
def test_only_the_tests_are_given_their_tools(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, job: str, calls: int
) -> None:
    made: list[str] = []
    monkeypatch.setattr(start, "find_uv", lambda: Path("uv"))
    monkeypatch.setattr(start, "ensure_pango", lambda: None)
    monkeypatch.setattr(start, "ensure_test_tools", lambda: made.append("tools"))
    monkeypatch.setattr(start, "run", lambda *_command: None)
    assert start.main([job]) == 0
    assert len(made) == calls


@pytest.mark.parametrize(
    ("printed", "release"), [("uv 0.13.9 (x86_64)", (0, 13)), ("uv 1.0", (1, 0)), ("gibberish", ()), ("", ())]
)
def test_the_release_of_a_uv_is_read(
    start: ModuleType, tmp_path: Path, printed: str, release: tuple[int, ...]
) -> None:
    fake = tmp_path / "uv"
    fake.write_text(f"#!{sys.executable}\nprint({printed!r})\n", encoding="utf-8")
    fake.chmod(0o755)
    assert start.uv_release(str(fake)) == release
