"""The files that a corpus is made of: tables of articles, and files of one article each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from compare.batch.rows import ENDINGS
from compare.corpus.plan import Input, hash_of
from compare.errors import UnreadableArticleError, UsageError
from compare.read.source import printable

TABLES = (".parquet", ".jsonl", ".ndjson", ".json", ".csv", ".tsv")
ZIPPED = ".gz"


def kind_of_table(name: str) -> str | None:
    """Return the ending that says how a table is written, None for a file that is none.

    >>> kind_of_table("2024.JSONL.gz"), kind_of_table("a.csv"), kind_of_table("a.txt")
    ('.jsonl', '.csv', None)
    """
    plain = name.lower().removesuffix(ZIPPED)
    return next((ending for ending in TABLES if plain.endswith(ending)), None)


def inputs(named: Sequence[str], *, without: Path) -> tuple[Input, ...]:
    """Return the files that are named or lie in a folder that is, in the order of their names.

    `without` is the folder of the results. Hidden files are passed over, and of a folder what is neither
    table nor article.

    Raises:
        UsageError: if a name is empty, or nothing is there.
        UnreadableArticleError: if a file cannot be read.
    """
    found: dict[Path, Input] = {}
    for each in named:
        if not each:
            raise UsageError("the name of the corpus is empty; name a file or a folder")
        for path, name in _files(each, without=without):
            known = path.resolve()
            if known not in found:
                found[known] = Input(
                    name=name,
                    path=str(known),
                    sha256=_hash(path),
                    table=kind_of_table(path.name) is not None,
                    size=known.stat().st_size,
                )
    return tuple(sorted(found.values(), key=lambda one: (one.name, one.sha256)))


def _files(each: str, *, without: Path) -> Iterator[tuple[Path, str]]:
    path = Path(each)
    try:
        if path.is_file():
            if kind_of_table(path.name) is None and path.suffix.lower() not in ENDINGS:
                raise UsageError(
                    f"{printable(each)} is neither a table nor an article; tables end in "
                    f"{', '.join(TABLES)}, or in these and {ZIPPED}"
                )
            yield path, printable(path.name)
            return
        if not path.is_dir():
            raise UnreadableArticleError(
                f"cannot read {printable(each)}: there is no such file or folder; check its name"
            )
        there = 0
        for file in sorted(path.rglob("*")):
            inside = file.relative_to(path)
            hidden = any(part.startswith(".") for part in inside.parts)
            if hidden or not file.is_file() or without.resolve() in file.resolve().parents:
                continue
            if kind_of_table(file.name) is not None or file.suffix.lower() in ENDINGS:
                there += 1
                yield file, printable(inside.as_posix())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticleError(
            f"cannot read {printable(each)}: {reason}; check the file and its name"
        ) from error
    if not there:
        raise UsageError(f"there are no articles in {printable(each)}; name a folder that holds some")


def _hash(path: Path) -> str:
    try:
        return hash_of(path)
    except OSError as error:
        raise UnreadableArticleError(
            f"cannot read {printable(str(path))}: {error.strerror}; check the file and its name"
        ) from error
