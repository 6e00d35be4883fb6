"""A user's own list of wordings, from the command line to the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.cli import main

OWN = """
[weather]
family = "loaded"
as = "noun"
why = "It says more than how much rain fell."
source = "our own style sheet, page 3"
instead = ["heavy rain"]
[weather.terms]
deluge = { fires = "The deluge lasted a day.", silent = "It rained a day." }
"""
ONE = "The deluge closed the northern ferry terminal at Tarnholm on Tuesday."
OTHER = "Heavy rain closed the northern ferry terminal at Tarnholm on Tuesday."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("a.txt", ONE),
        ("b.txt", OTHER),
        ("own.toml", OWN),
        ("only.toml", "replace = true\n" + OWN),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("files")
def test_a_list_of_ones_own_adds_wordings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "b.txt", "-q"]) == 0
    assert "deluge" not in "".join(k for k in capsys.readouterr().out.splitlines() if " CA1 " in k)
    assert main(["check", "a.txt", "b.txt", "-q", "--words", "own.toml"]) == 0
    (line,) = [k for k in capsys.readouterr().out.splitlines() if "deluge" in k and "heavy rain" in k]
    assert line.startswith("a.txt:A1: note ")


@pytest.mark.usefixtures("files")
def test_the_words_verb_prints_what_is_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "--words", "only.toml"]) == 0
    assert capsys.readouterr().out == (
        "loaded\tweather\tdeluge\theavy rain\tIt says more than how much rain fell.\t"
        "our own style sheet, page 3\n"
    )
    assert main(["words"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 150
    assert all(line.count("\t") == 5 for line in lines)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "error: cannot read the word list own.toml: No such file or directory; check its name\n"),
        (b"\xff\xfe\x00", "error: cannot read the word list own.toml: it is no UTF-8 text; check its name\n"),
    ],
)
def test_a_list_that_cannot_be_used_is_one_line(
    content: bytes | None, said: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is None:
        (files / "own.toml").unlink()
    else:
        (files / "own.toml").write_bytes(content)
    assert main(["compare", "a.txt", "b.txt", "--words", "own.toml"]) == 2
    assert capsys.readouterr().err == said
