"""Every file of the corpus and everything that fuzzing has found goes through its target, without atheris."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import SHARES
from targets import TARGETS

HERE = Path(__file__).parent
INPUTS = sorted(path for folder in ("corpus", "found") for path in (HERE / folder).glob("*/*"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: str(path.relative_to(HERE)))
def test_an_input_ends_well_or_in_an_error_of_ours(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_a_corpus_and_every_input_a_target() -> None:
    assert list(TARGETS) == list(SHARES)
    assert {path.parent.name for path in INPUTS if path.parent.parent.name == "corpus"} == set(SHARES)
    assert {path.parent.name for path in INPUTS} == set(SHARES)


def test_the_corpus_is_small() -> None:
    assert sum(path.stat().st_size for path in INPUTS) < 200_000
