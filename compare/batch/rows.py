"""What a batch is made of: a list or a folder -> rows, each the articles of one comparison."""

from __future__ import annotations

import csv
import errno
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from string import ascii_lowercase

from compare.errors import UsageError
from compare.files import read_named

MOST_ARTICLES = 26
"""Articles are called by a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """What the list says of one report, or what is wrong with it; nothing has been read yet."""

    place: str
    """Where it stands, for messages: `line 4`, or the name of a folder."""
    base: Path
    """The folder that relative names start from."""
    files: tuple[str, ...]
    """As the list has them."""
    name: str = ""
    """What the report is to be called; empty where the list does not say."""
    title: str | None = None
    outlets: tuple[str | None, ...] = ()
    problem: str = ""
    """Why no report can be made of it, empty where one can be tried."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files' absolute paths; no worker needs to know in which folder the command was started."""
        return tuple((self.base / file).absolute() for file in self.files)

    @property
    def wanted_name(self) -> str:
        """The name that was given, else the files' names without their endings, joined."""
        return self.name or "-".join(Path(file).stem for file in self.files)


def problem_with(files: tuple[str, ...]) -> str:
    """Return why these cannot be compared, judged by their names alone; empty where they may be.

    >>> problem_with(("a.txt",))
    'it names one article; a comparison needs two'
    >>> problem_with(("a.txt", "b.txt"))
    ''
    """
    if len(files) < 2:
        return f"it names {'one article' if files else 'no article'}; a comparison needs two"
    if len(files) > MOST_ARTICLES:
        return f"it names {len(files)} articles; name at most {MOST_ARTICLES}"
    for file in files:
        if file.lower().startswith(("http://", "https://")):
            return f"{file} is an address; a batch reads files only: save the page and name the file"
        if file == "-":
            return "standard input (-) cannot be an article of a batch; save it in a file"
        if "\0" in file:
            return "a file's name has a character of no width (NUL) in it; correct the name"
    return ""


# ----------------------------------------------------------------------------------------------------- a list
# A list of comparisons: CSV with a row of names -> rows.

_COLUMNS = re.compile(r"[a-z]|outlet_[a-z]|name|title")
_KNOWN = "a, b, c..., name, title, outlet_a, outlet_b..."
# 100,000 rows of 160 characters: a list that is longer is some other file.
MAX_BYTES = 16 * 1024 * 1024
# 16 MB of short names are four million rows, which took 330 MB a million before any work.
MAX_ROWS = 100_000


def read_list(file: Path, *, shown: str) -> bytes:
    """Return the bytes of a list.

    Raises:
        UsageError: if there is none, it is no regular file, or longer than any list.
    """
    try:
        return read_named(file, most_bytes=MAX_BYTES)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.EFBIG:
            raise UsageError(
                f"{shown} is larger than {MAX_BYTES // 1024**2} MB; part the list in several"
            ) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read the list {shown}: {reason}; name a CSV file or a folder") from error


def rows_of_list(data: bytes, *, shown: str, base: Path) -> tuple[BatchRow, ...]:
    r"""Return a row for every line of a list that says something.

    The list is UTF-8 with commas, or with semicolons or tabs where its first line has no comma.

    >>> rows = rows_of_list(b"a,b,name\nx.txt,y.txt,Flood\nx.txt\n", shown="list.csv", base=Path())
    >>> [(row.place, row.files, row.name, row.problem[:20]) for row in rows]
    [('line 2', ('x.txt', 'y.txt'), 'Flood', ''), ('line 3', ('x.txt',), '', 'it names one article')]

    Raises:
        UsageError: if it is no such list, its first line names a wrong column, or no row is in it.
    """
    lines = _lines(_text(data, shown=shown), shown=shown)
    _, first = next(lines, (1, []))
    header = [cell.strip().lower() for cell in first]
    _check(header, shown=shown)
    rows = tuple(
        _row(cells, header, place=f"line {line}", base=base) for line, cells in islice(lines, MAX_ROWS + 1)
    )
    if len(rows) > MAX_ROWS:
        raise UsageError(f"{shown} has more than {MAX_ROWS:,} rows; part the list in several")
    if not rows:
        raise UsageError(f"{shown} lists no articles; write one comparison a line under the names of columns")
    return rows


def _text(data: bytes, *, shown: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{shown} is not UTF-8 (line {line}); save the list as CSV in UTF-8") from error


def _lines(text: str, *, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Return the lines that are not empty, with the number of the line that each begins on."""
    first = text.partition("\n")[0]
    # Spreadsheets in many countries write semicolons, since the comma parts their decimals.
    separator = "," if "," in first else next((mark for mark in ";\t" if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(
            f"cannot read the list {shown}, line {begins}: {error}; correct that line"
        ) from error


def _check(header: Sequence[str], *, shown: str) -> None:
    for column in header:
        if column and not _COLUMNS.fullmatch(column):
            raise UsageError(f"{shown} has a column {column!r} in its first line; columns are {_KNOWN}")
        if column and header.count(column) > 1:
            raise UsageError(f"{shown} has two columns {column!r}; name each once")
    for needed in "ab":
        if needed not in header:
            raise UsageError(
                f"{shown} has no column {needed!r} in its first line; columns are {_KNOWN}, "
                "and a and b are needed"
            )
    letters = "".join(sorted(column for column in header if len(column) == 1))
    if letters != ascii_lowercase[: len(letters)]:
        raise UsageError(f"{shown} has columns {', '.join(letters)}: the letters of articles leave none out")


def _row(cells: Sequence[str], header: Sequence[str], *, place: str, base: Path) -> BatchRow:
    said = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name and cell.strip()}
    letters = sorted(name for name in said if len(name) == 1)
    files = tuple(said[letter] for letter in letters)
    return BatchRow(
        place=place,
        base=base,
        files=files,
        name=said.get("name", ""),
        title=said.get("title"),
        outlets=tuple(said.get(f"outlet_{letter}") for letter in letters),
        problem=_gap(letters) or _excess(cells, header) or _stray(said, letters) or problem_with(files),
    )


def _gap(letters: Sequence[str]) -> str:
    for letter, due in zip(letters, ascii_lowercase, strict=False):
        if letter != due:
            return f"{due} is empty and {letter} is not; give the articles in order"
    return ""


def _excess(cells: Sequence[str], header: Sequence[str]) -> str:
    for at, cell in enumerate(cells):
        if cell.strip() and (at >= len(header) or not header[at]):
            return f"its cell {at + 1} stands under no name; put quotation marks around a cell with a comma"
    return ""


def _stray(said: dict[str, str], letters: Sequence[str]) -> str:
    for name in said:
        if name.startswith("outlet_") and name[-1] not in letters:
            return f"{name} is given, and {name[-1]} is not; name the article too"
    return ""


# --------------------------------------------------------------------------------------------------- a folder
# A folder of folders, each with the articles of one comparison -> rows.

# What an article's file may end in; pictures and tables beside the articles are passed over.
_READ = ".txt .text .md .markdown .html .htm .xhtml .docx .odt .pdf .epub .rtf"
# No reader takes these, and the row says so; passed over, the other articles would be compared without it.
_TOLD = ".doc .pages"
ENDINGS = frozenset(("", *_READ.split(), *_TOLD.split()))


def rows_of_folder(folder: Path, *, without: Path) -> tuple[BatchRow, ...]:
    """Return a row for each subfolder in the order of names, its articles in the order of theirs.

    Hidden files and folders are passed over, and `without`, where the reports go.

    Raises:
        UsageError: if the folder cannot be looked into or has no subfolder.
    """
    try:
        inside = sorted(entry for entry in folder.iterdir() if entry.is_dir() and entry.name[0] != ".")
        subfolders = [entry for entry in inside if not (without.exists() and entry.samefile(without))]
    except OSError as error:
        raise UsageError(
            f"cannot look into the folder {folder}: {error.strerror}; name another one"
        ) from error
    if not subfolders:
        raise UsageError(f"{folder} has no folder in it; put the articles of each comparison in one")
    return tuple(_row_of_folder(subfolder) for subfolder in subfolders)


def _row_of_folder(folder: Path) -> BatchRow:
    try:
        files = sorted(
            f"{folder.name}/{file.name}"
            for file in folder.iterdir()
            # A link that leads nowhere is an article that is missed when it is read.
            if not file.is_dir() and file.name[0] != "." and file.suffix.lower() in ENDINGS
        )
    except OSError as error:
        problem = f"cannot look into it: {error.strerror}; change its permissions"
        return BatchRow(place=folder.name, base=folder.parent, files=(), name=folder.name, problem=problem)
    return BatchRow(
        place=folder.name,
        base=folder.parent,
        files=tuple(files),
        name=folder.name,
        problem=problem_with(tuple(files)),
    )
