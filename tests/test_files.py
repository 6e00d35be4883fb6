"""Writing a file whole or not at all, and finding the package's data."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import compare.files
from compare.errors import RenderingError, UnwritableReportError
from compare.files import data_folder, write_together, write_whole

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refusal(path: Path | str, **options: object) -> str:
    with pytest.raises(UnwritableReportError) as caught:
        write_whole(path, b"new", **options)  # type: ignore[arg-type]
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_new_file_gets_the_bytes_and_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.pdf", b"\x00new")
    finally:
        os.umask(before)
    assert (tmp_path / "a.pdf").read_bytes() == b"\x00new"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.pdf"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old and longer")
    path.chmod(0o604)
    write_whole(str(path), b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o604)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.pdf"
    target.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path / "real") == ["a.pdf"]


@pytest.mark.parametrize("kind", ["itself", "symbolic link", "hard link", "dotted path"])
def test_an_article_is_never_overwritten(tmp_path: Path, kind: str) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(b"old")
    path = tmp_path / "b.txt"
    if kind == "symbolic link":
        path.symlink_to(article)
    elif kind == "hard link":
        path.hardlink_to(article)
    else:
        path = article if kind == "itself" else tmp_path / "." / ".." / tmp_path.name / "a.txt"
    message = refusal(path, protect=[tmp_path / "missing.txt", article])
    assert message == f"cannot write {path}: it is one of the articles; name another file"
    assert article.read_bytes() == b"old"


def test_refusals_say_what_to_do(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"cannot write {tmp_path}: it is a folder; name a file in it"
    missing = tmp_path / "none" / "a.pdf"
    assert refusal(missing) == f"cannot write {missing}: there is no folder {missing.parent}; make it first"
    below = tmp_path / "a.txt" / "b.pdf"
    (tmp_path / "a.txt").write_bytes(b"old")
    assert refusal(below) == f"cannot write {below}: there is no folder {below.parent}; make it first"
    assert refusal(tmp_path / "a\0b").endswith("make room or name another place")
    assert "x\\ny" in refusal(tmp_path / "x\ny" / "a.pdf")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    refusal(loop)
    assert names(tmp_path) == ["a.txt", "loop"]


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_what_may_not_be_written_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert "the file is read-only" in refusal(path)
    tmp_path.chmod(0o555)
    assert "you may not write in this folder" in refusal(tmp_path / "b.pdf")
    tmp_path.chmod(0o755)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_failure_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    if failing == "fsync":
        monkeypatch.setattr(compare.files.os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    if isinstance(error, OSError):
        assert refusal(path) == (
            f"cannot write {path}: No space left on device; make room or name another place"
        )
    else:
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_device_is_written_straight() -> None:
    write_whole("/dev/null", b"new")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_data_lies_in_the_package_first_then_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "compare"
    for folder in (package / "words", tmp_path / "words", tmp_path / "report_templates"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(compare.files, "PACKAGE", package)
    assert data_folder("words") == package / "words"
    assert data_folder("report_templates") == tmp_path / "report_templates"
    with pytest.raises(RenderingError, match="the package's folder fonts is missing"):
        data_folder("fonts")


ERRORS = [
    OSError(errno.EIO, "Input/output error"),
    OSError(errno.ENOSPC, "No space left on device"),
    KeyboardInterrupt(),
]


class Failing:
    """A stream whose method of one name fails; a `write` does half of its work before."""

    def __init__(self, stream: BinaryIO, *, step: str, error: BaseException) -> None:
        self._stream, self._step, self._error = stream, step, error

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        if self._step == "close":
            raise self._error

    def __getattr__(self, name: str) -> object:
        return self._fail if name == self._step else getattr(self._stream, name)

    def _fail(self, data: bytes = b"") -> None:
        self._stream.write(data[: len(data) // 2])
        raise self._error


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("old", [b"old", None], ids=["over old files", "new files"])
@pytest.mark.parametrize(
    "step", ["open", "fdopen", "write", "flush", "close", "fsync", "chmod", "hardlink_to", "replace"]
)
@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_each_step_that_fails_leaves_both_files_as_they_were_and_no_litter(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
    old: bytes | None,
    at: int,
) -> None:
    paths = [tmp_path / "a.pdf", tmp_path / "a-key.pdf"]
    for path in paths if old else []:
        path.write_bytes(b"old")
    target = Path if step in {"chmod", "hardlink_to", "replace"} else os
    of_a_stream = step in {"write", "flush", "close"}
    real = os.fdopen if of_a_stream else getattr(target, step)
    calls = 0

    def call(*given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls - 1 != at:
            return real(*given, **named)
        if of_a_stream:
            return Failing(real(*given, **named), step=step, error=error)
        raise error

    monkeypatch.setattr(target, "fdopen" if of_a_stream else step, call)
    # One second name is made, which where disks have none is a copy; and modes are of old files only.
    harmless = (step == "chmod" and not old) or (
        step == "hardlink_to" and (at == 1 or isinstance(error, OSError))
    )
    with nullcontext() if harmless else pytest.raises(BaseException) as caught:  # noqa: PT011
        write_together([(path, b"new") for path in paths])
    monkeypatch.undo()
    if caught:
        expected = UnwritableReportError if isinstance(error, OSError) else KeyboardInterrupt
        assert type(caught.value) is expected
    if harmless:
        assert [path.read_bytes() for path in paths] == [b"new", b"new"]
        assert names(tmp_path) == ["a-key.pdf", "a.pdf"]
    else:
        assert [path.read_bytes() for path in tmp_path.iterdir()] == ([old, old] if old else [])


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_signal_waits_until_both_files_are_in_place_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """One that comes while the files are written leaves none; one between the two moves leaves both."""
    target = os if step == "fsync" else Path
    real = getattr(target, step)

    def interrupted(*given: Any) -> Any:
        done = real(*given)
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        return done

    monkeypatch.setattr(target, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together([(tmp_path / name, b"new") for name in ("a.pdf", "a-key.pdf")])
    assert names(tmp_path) == ([] if step == "fsync" else ["a-key.pdf", "a.pdf"])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_folder_that_vanishes_before_the_move_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out" / "a.pdf"
    path.parent.mkdir()
    real = os.fsync

    def vanish(descriptor: int) -> None:
        real(descriptor)
        shutil.rmtree(path.parent)

    monkeypatch.setattr(os, "fsync", vanish)
    assert refusal(path) == f"cannot write {path}: there is no folder {path.parent}; make it first"
    assert names(tmp_path) == []
