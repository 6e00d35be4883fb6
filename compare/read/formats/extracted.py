"""What a reader of a format hands back, and how it says that there is no article in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SAVE_AS_TEXT = "copy the article's text into a .txt or .md file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The article's text, paragraphs parted by blank lines, and what the file itself states of it.

    A heading begins with `#` as in Markdown, so that it is told from a sentence. `None` means that the file
    does not say.
    """

    text: str
    encoding: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO date."""
    outlet: str | None = None
    language: str | None = None
    note: str | None = None
    """What was left out or may have gone wrong, beyond what is said of every file of the kind."""
    cut_off: bool = False
    """Whether the file says that its text is for subscribers, so that the rest may be missing."""


class Refusal(Exception):  # noqa: N818 - it is an answer of the reader, not a fault of it
    """There is no article to be had from the file: what it is, and what to do."""

    def __init__(self, why: str, tip: str) -> None:
        """Keep both for the one line that the parent process makes of them."""
        super().__init__(why, tip)
        self.why = why
        self.tip = tip


def lines(text: str, *, mark: str) -> Iterator[str]:
    """Yield the paragraphs in a paragraph of a word processor: some writers part them by two line breaks.

    `mark` is a heading's, which is one line whatever breaks it.
    """
    each = [" ".join(line.split()) for line in text.split("\n")]
    if mark:
        yield mark + " ".join(filter(None, each))
        return
    yield from "\n".join(each).strip("\n").split("\n\n")
