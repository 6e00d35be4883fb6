"""What a batch has made so far, kept in its folder: what `--resume` goes by."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from compare.batch.job import Job, Order
from compare.batch.output import put
from compare.files import read_named

NAME = ".sidebyside-batch.jsonl"
# More than any report or journal has; a pipe or /dev/zero of such a name would hold us for ever.
_MOST_BYTES = 1_000_000_000
# What decides about the bytes of a report beside its input and options.
_PACKAGES = ("sidebyside", "jinja2", "python-docx", "rapidfuzz", "textstat", "weasyprint")


class WrittenReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that lies in the folder, and what it was made from."""

    key: str
    """A hash of all that decides about its bytes."""
    files: dict[str, str]
    """SHA-256 by name in the folder."""
    counts: dict[str, int]
    warnings: tuple[str, ...]


class Journal:
    """A file of one line a report, added to as they are made: what a kill can cost is its last line."""

    def __init__(self, folder: Path, kept: Sequence[WrittenReport]) -> None:
        """Begin the file anew with what is kept.

        Raises:
            UnwritableReportError: if it cannot be written.
        """
        self._file = folder / NAME
        self.finish(kept)

    def add(self, entry: WrittenReport) -> None:
        """Add a report that has been written; where that is not possible, `--resume` makes it again."""
        with contextlib.suppress(OSError), self._file.open("ab") as stream:
            stream.write(_line(entry))

    def finish(self, entries: Sequence[WrittenReport]) -> None:
        """Write the file whole, in the order of the rows, so that equal batches leave equal files."""
        put([(self._file, b"".join(map(_line, entries)))])


def recorded(folder: Path) -> Mapping[str, WrittenReport]:
    """Return what an earlier batch noted down, by key; a line that cannot be read is passed over."""
    try:
        lines = read_named(folder / NAME, most_bytes=_MOST_BYTES).splitlines()
    except OSError:
        return {}
    found = {}
    for line in lines:
        try:
            entry = msgspec.json.decode(line, type=WrittenReport)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        found[entry.key] = entry
    return found


def still_there(entry: WrittenReport, folder: Path, names: Sequence[str]) -> bool:
    """Return whether the folder holds exactly the files that were written, under the names due now."""
    if list(entry.files) != list(names):
        return False
    try:
        found = {name: digest(read_named(folder / name, most_bytes=_MOST_BYTES)) for name in names}
    except OSError:
        return False
    return found == entry.files


def key(job: Job, inputs: Sequence[str], *, printed: str) -> str:
    """Return the hash of all that decides about a report's bytes and its name."""
    parts = {
        "order": printed,
        "name": job.stem,
        "files": [path.name for path in job.paths],
        "inputs": list(inputs),
        "outlets": list(job.outlets),
        "title": job.title,
    }
    return digest(json.dumps(parts, sort_keys=True).encode("utf-8", "surrogatepass"))


def order_key(order: Order) -> str:
    """Return the hash of the options, the user's templates and word lists, and the versions in use."""
    from importlib.metadata import PackageNotFoundError, version

    versions = {}
    for package in _PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            versions[package] = ""
    parts = [
        order.format,
        {field: str(getattr(order.layout, field)) for field in order.layout.__slots__},
        [order.date, dict(order.outlets), dict(order.encodings), order.language, order.words],
        asdict(order.limits),
        _templates(order.layout.template),
        versions,
    ]
    return digest(json.dumps(parts, sort_keys=True).encode("utf-8", "surrogatepass"))


def _line(entry: WrittenReport) -> bytes:
    return msgspec.json.encode(entry) + b"\n"


def _templates(folder: Path | None) -> dict[str, str]:
    if folder is None:
        return {}
    found = {}
    for file in sorted(folder.iterdir()):
        if file.is_file():
            found[file.name] = digest(file.read_bytes())
    return found


def digest(data: bytes) -> str:
    """Return the SHA-256 as figures and letters."""
    return hashlib.sha256(data).hexdigest()
