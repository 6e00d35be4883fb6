"""The wheel: what it holds, and a report made by it in a fresh environment, away from the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
UV = shutil.which("uv") or shutil.which("uv", path=ROOT / ".tools" / "bin")


def run(*command: str | Path, cwd: Path) -> str:
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert UV, "uv builds the wheel; make test puts it into .tools/"
    built = tmp_path_factory.mktemp("dist")
    run(UV, "build", "--quiet", "--wheel", "--out-dir", built, cwd=ROOT)
    (made,) = built.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def inside(wheel: Path) -> Iterator[ZipFile]:
    with ZipFile(wheel) as opened:
        yield opened


def data_files(folder: Path) -> set[str]:
    """Every file below a folder, caches left out."""
    return {
        str(path.relative_to(ROOT))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".gitkeep"
    }


def test_wheel_holds_every_module_and_data_file_of_the_package(inside: ZipFile) -> None:
    assert data_files(ROOT / "compare") - set(inside.namelist()) == set()


def test_wheel_holds_the_templates_and_fonts(inside: ZipFile) -> None:
    expected = {f"compare/{name}" for name in data_files(ROOT / "report_templates")}
    assert expected, "report_templates/ is empty"
    assert expected - set(inside.namelist()) == set()
    assert any(name.endswith(".ttf") for name in expected)


def test_wheel_holds_nothing_else(inside: ZipFile) -> None:
    tops = {name.split("/")[0] for name in inside.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"compare"}


def test_wheel_carries_the_licences_and_the_readme(inside: ZipFile) -> None:
    names = [name for name in inside.namelist() if ".dist-info/" in name]
    assert {"LICENSE", "NOTICE"} <= {name.rsplit("/licenses/")[-1] for name in names}
    metadata = next(inside.read(name).decode() for name in names if name.endswith("/METADATA"))
    assert "License-Expression: Apache-2.0" in metadata
    assert (ROOT / "README.md").read_text(encoding="utf-8").strip() in metadata


def test_wheel_makes_a_report_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    """The locked dependencies, no development tools, another folder: the data must come from the wheel."""
    assert UV
    locked = tmp_path / "locked.txt"
    exported = ("--quiet", "--locked", "--no-dev", "--no-emit-project", "--format", "requirements.txt")
    run(UV, "export", *exported, "--output-file", locked, cwd=ROOT)
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "fresh", cwd=tmp_path)
    scripts = tmp_path / "fresh" / ("Scripts" if sys.platform == "win32" else "bin")
    into = ("--quiet", "--python", scripts / "python")
    run(UV, "pip", "install", *into, "--require-hashes", "-r", locked, cwd=tmp_path)
    run(UV, "pip", "install", *into, "--no-deps", wheel, cwd=tmp_path)
    for article in (ROOT / "sources" / "flood").glob("*.md"):
        shutil.copy(article, tmp_path)
    pair = ("stannerby-herald.md", "tidewater-agency.md")
    run(scripts / "sidebyside", "compare", *pair, "-o", "report.pdf", cwd=tmp_path)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    where = run(scripts / "python", "-c", "import compare; print(compare.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
