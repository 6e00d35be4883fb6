"""The names that `import compare` offers."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import compare
from compare import Article, Settings, article_from_bytes, compare_articles, to_json
from compare.errors import UsageError


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


def read(label: str, **options: Any) -> Article:
    return article_from_bytes(b"The bridge fell. Nobody was hurt.", name="a.txt", label=label, **options)[0]


HALF = (
    "the comparison holds half of a character (a lone surrogate), which JSON cannot; "
    "correct its titles and names"
)
TWO = "a comparison needs two articles or more, each with a letter of its own from A to Z"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: compare_articles([read("A")]), TWO),
        (lambda: compare_articles([read("A"), read("A")]), TWO),
        (lambda: compare_articles([read("A"), read("AB")]), TWO),
        (lambda: compare_articles([read("A"), read("")]), TWO),
        (lambda: compare_articles([read("A"), read("\ud800")]), TWO),
        (lambda: to_json(compare_articles([read("A"), read("B")], settings=Settings(title="\ud800"))), HALF),
        (lambda: to_json(compare_articles([read("A"), read("B", outlet="\udcff")])), HALF),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(call: Callable[[], object], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        call()
    assert str(refused.value) == message


def test_an_article_is_read_from_whatever_holds_bytes() -> None:
    data = b"The bridge fell. Nobody was hurt."
    kinds = [data, bytearray(data), memoryview(data)]
    assert len({article_from_bytes(each, name="a.txt", label="A")[0] for each in kinds}) == 1
    with pytest.raises(TypeError, match="a bytes-like object is required, not 'str'"):
        article_from_bytes("The bridge fell.", name="a.txt", label="A")  # type: ignore[arg-type]
