"""A folder of folders, each with the articles of one comparison -> rows.

It stands alone beside `listing`, the other way to say what a batch is made of.
"""

from __future__ import annotations

from pathlib import Path

from compare.batch.row import Row, problem_with
from compare.errors import UsageError

# What an article's file may end in; pictures and tables beside the articles are passed over.
_READ = ".txt .text .md .markdown .html .htm .xhtml .docx .odt .pdf .epub .rtf"
# No reader takes these, and the row says so; passed over, the other articles would be compared without it.
_TOLD = ".doc .pages"
ENDINGS = frozenset(("", *_READ.split(), *_TOLD.split()))


def rows_of_folder(folder: Path, *, without: Path) -> tuple[Row, ...]:
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
    return tuple(_row(subfolder) for subfolder in subfolders)


def _row(folder: Path) -> Row:
    try:
        files = sorted(
            f"{folder.name}/{file.name}"
            for file in folder.iterdir()
            # A link that leads nowhere is an article that is missed when it is read.
            if not file.is_dir() and file.name[0] != "." and file.suffix.lower() in ENDINGS
        )
    except OSError as error:
        problem = f"cannot look into it: {error.strerror}; change its permissions"
        return Row(place=folder.name, base=folder.parent, files=(), name=folder.name, problem=problem)
    return Row(
        place=folder.name,
        base=folder.parent,
        files=tuple(files),
        name=folder.name,
        problem=problem_with(tuple(files)),
    )
