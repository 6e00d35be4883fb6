"""A part to be made, and the function that makes it: the same in this process and in any worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import msgspec

# Each takes the place of the parts first, returns nothing, and leaves a part that is whole or none.
_STAGES = {
    "read": "compare.corpus.reading.read",
    "count": "compare.corpus.counting.count",
    "index": "compare.corpus.weighing.index",
    "frequencies": "compare.corpus.weighing.frequencies",
    "weigh": "compare.corpus.weighing.weigh",
    "propose": "compare.corpus.proposing.propose",
    "verify": "compare.corpus.verifying.verify",
    "group": "compare.corpus.grouping.group",
    "compare": "compare.corpus.comparing.compare",
    "write": "compare.corpus.writing.write",
}


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a stage."""

    stage: str
    name: str
    arguments: Mapping[str, Any]


def do(task: Task) -> None:
    """Make the part of a task; done again it makes the same part."""
    module, _, name = _STAGES[task.stage].rpartition(".")
    stage: Callable[..., None] = getattr(import_module(module), name)
    stage(**task.arguments)
