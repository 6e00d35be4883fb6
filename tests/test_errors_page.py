"""docs/errors.md and the code: no message without an entry, no entry without a message."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from messages import ROOT, pattern, patterns

PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^### `(.+)`\n\n(.+)$", PAGE, re.MULTILINE)


def test_every_message_has_an_entry() -> None:
    """To mend it: add to docs/errors.md, under its exit code, `### ` and the pattern, then cause and fix."""
    written = {message for message, _ in ENTRIES}
    missing = {message: places for message, places in patterns().items() if message not in written}
    assert missing == {}


def test_every_entry_has_a_message() -> None:
    raised = patterns()
    assert [message for message, _ in ENTRIES if message not in raised] == []


def test_an_entry_stands_once_and_says_cause_and_fix() -> None:
    messages = [message for message, _ in ENTRIES]
    assert len(messages) == len(set(messages)) == PAGE.count("\n### ")
    assert [message for message, said in ENTRIES if said.count(".") < 2] == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('UsageError("a")', "a"),
        ('UsageError(f"a {x!r} b {len(y)}; {_KNOWN}" " c")', "a {} b {}; known c"),
        ("UsageError(line)", "{}"),
    ],
)
def test_a_message_becomes_its_pattern(source: str, message: str) -> None:
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)
    assert pattern(call.args[0], {"_KNOWN": "known"}) == message


def test_a_new_raise_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text('def f(x):\n    raise UsageError(f"no {x}")\n', encoding="utf-8")
    assert patterns(tmp_path) == {"no {}": ["new.py:2"]}
