"""The names that `import compare` offers."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import compare


def test_every_public_name_is_there() -> None:
    assert all(getattr(compare, name) is not None for name in compare.__all__)


def test_the_version_is_the_one_of_the_distribution() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert compare.__version__ == project["version"]


def test_importing_the_package_loads_no_other_module_of_it_and_no_library() -> None:
    script = "import sys, compare; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    names = {name.partition(".")[0] for name in loaded.split()}
    assert "compare.model" not in loaded.split()
    assert not names & {"msgspec", "rapidfuzz", "click", "jinja2", "weasyprint", "textstat", "yaml", "numpy"}


def test_the_example_of_the_package_runs() -> None:
    assert compare.__doc__ is not None
    example = "\n".join(line[4:] for line in compare.__doc__.splitlines() if line.startswith("    "))
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102
    assert names["comparison"].links[0].sentences == ("A1", "B1")  # type: ignore[attr-defined]
