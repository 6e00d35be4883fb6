"""One row of a batch: which articles to compare, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MOST_ARTICLES = 26
"""Articles are called by a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
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
