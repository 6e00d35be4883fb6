"""What decides about a corpus's results: choices, inputs and versions, and the key that is made of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from compare.errors import UnwritableReportError, UsageError

# Counted when what is written changes: parts of an earlier version are not gone on from.
FORMAT = 1
_BLOCK = 1 << 20

# What the user may say in which words, for the line that says what is other than before.
_SPOKEN = {"most": "--most-in-a-story", "similar": "--similar", "window": "--window", "firm": "--firm"}


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What the user may choose about how stories are made."""

    columns: Mapping[str, str] = {}
    texts: str | None = None
    """The folder that holds the texts of a table's rows, named by their ids."""
    window: int = 2
    """How many days later than another an article may be that tells the same event."""
    similar: float = 0.18
    """The least cosine of two articles that are looked at, and of two groups that become one story."""
    firm: int = 2
    """How many sure links two articles need to be of one story; 0 asks for no look at their sentences."""
    most: int = 12
    """How many articles of a story are compared."""
    undated: bool = False
    """Whether articles without a date are grouped, with each other."""
    words: tuple[tuple[str, str], ...] = ()


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A file that articles come from."""

    name: str
    """As messages and tables name it; it does not hang on where the folder lies."""
    path: str
    sha256: str
    table: bool
    """Whether it is a table of articles, and not one article."""
    size: int


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Choices, inputs and versions: what equal results rest on."""

    choices: Choices
    inputs: tuple[Input, ...]
    versions: Mapping[str, str]

    def told(self) -> dict[str, Any]:
        """Return it as it stands in the manifest, without places on this machine."""
        choices = msgspec.to_builtins(self.choices)
        choices["texts"] = self.choices.texts is not None
        choices["words"] = {name: _digest(text.encode()) for name, text in self.choices.words}
        return {
            "choices": choices,
            "inputs": [{"name": one.name, "sha256": one.sha256} for one in self.inputs],
            "versions": dict(self.versions),
        }

    @property
    def key(self) -> str:
        """The hash of all that."""
        return _digest(json.dumps(self.told(), sort_keys=True).encode("utf-8", "surrogatepass"))


def versions() -> dict[str, str]:
    """Return the versions that results rest on."""
    from importlib.metadata import version

    from compare.pipeline import VERSION

    named = {name: version(name) for name in ("numpy", "pyarrow", "rapidfuzz", "scipy")}
    return {"sidebyside": VERSION, "format": str(FORMAT), **named}


def refuse_other(before: Mapping[str, Any], plan: Plan, *, folder: Path) -> None:
    """Refuse to go on from what was begun with other choices, articles or versions.

    Raises:
        UsageError: if anything differs.
    """
    now = plan.told()
    if before == now:
        return
    was, asked = before.get("choices", {}), now["choices"]
    for name in asked:
        if was.get(name) != asked[name]:
            spoken = _SPOKEN.get(name, f"--{name}")
            raise UsageError(
                f"{folder} holds a corpus made with another {spoken}; ask for the same, name another folder, "
                "or add --anew to begin again"
            )
    what = "articles" if before.get("inputs") != now["inputs"] else "versions of packages"
    raise UsageError(
        f"{folder} holds a corpus of other {what}; name another folder, or add --anew to begin again"
    )


def read_told(file: Path) -> dict[str, Any] | None:
    """Return what a manifest says, None where there is none.

    Raises:
        UnwritableReportError: if something else lies there.
    """
    try:
        found = json.loads(file.read_bytes())
        if isinstance(found, dict):
            return found
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        pass
    raise UnwritableReportError(
        f"{file} is no manifest of a corpus; name another folder, or add --anew to begin again"
    )


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, however long it is."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
