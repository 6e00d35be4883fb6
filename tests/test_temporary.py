"""Folders for temporary files: gone afterwards, and what a killed run left is swept up and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compare.temporary import mark, sweep, temporary_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes and owners of POSIX")
DAY = 24 * 60 * 60


def gone() -> int:
    """Return the number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def left(place: Path, *, days: float = 2, holding: str = "font") -> Path:
    """Return a folder with a file in it that was made so many days ago."""
    place.mkdir()
    (place / holding).touch()
    then = place.stat().st_mtime - days * DAY
    os.utime(place, (then, then))
    return place


def swept(folder: Path) -> set[str]:
    sweep.cache_clear()
    sweep(str(folder))
    return {each.name for each in folder.iterdir()}


def test_what_killed_runs_left_long_ago_is_swept_up(tmp_path: Path) -> None:
    left(tmp_path / f"sidebyside-{gone()}-ab12_def")
    left(tmp_path / "pymp-ab12_def", holding=f"sidebyside-{gone()}")
    assert swept(tmp_path) == set()


def test_what_may_be_in_use_or_another_program_s_stays(tmp_path: Path) -> None:
    elsewhere = left(tmp_path / "elsewhere")
    kept = [
        elsewhere,
        left(tmp_path / f"sidebyside-{gone()}-ab12_def", days=0.9),
        left(tmp_path / f"sidebyside-{os.getpid()}-ab12_def"),
        left(tmp_path / "sidebyside-notes"),
        left(tmp_path / "weasyprint-ab12_def"),
        left(tmp_path / "pymp-ab12_def", holding="listener-abcdefgh"),
        left(tmp_path / "pymp-ab12_deg", holding=f"sidebyside-{os.getpid()}"),
    ]
    (tmp_path / f"sidebyside-{gone()}-aaaaaaaa").symlink_to(elsewhere)
    (tmp_path / f"sidebyside-{gone()}-bbbbbbbb").touch()
    assert swept(tmp_path) >= {each.name for each in kept}
    assert len(list(tmp_path.iterdir())) == len(kept) + 2
    assert (elsewhere / "font").exists()


def test_a_folder_of_somebody_else_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = left(tmp_path / f"sidebyside-{gone()}-ab12_def")
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert swept(tmp_path) == {folder.name}


def test_a_folder_is_gone_afterwards_and_what_stops_the_run_goes_on() -> None:
    seen: list[Path] = []

    def broken_off() -> None:
        with temporary_folder() as folder:
            seen.append(folder / "font")
            seen[0].touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert not seen[0].parent.exists()


def test_a_marked_folder_is_known_by_its_process(tmp_path: Path) -> None:
    mark(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [f"sidebyside-{os.getpid()}"]
