"""What the reader is told of set-aside lines: a text that may be cut off, a note that corrects it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.model import Furniture, FurnitureKind
from compare.read.furniture.corrections import described, is_head, note_start, without_label
from compare.read.furniture.layout import TextLayout
from compare.read.furniture.notices import is_paywall

# A line of the page may stand below the invitation; a text that goes on below it was not cut off there.
SPARE_PARAGRAPHS = 1
SPARE_WORDS = 25
# Notes on one article are few; the beginning shows which is meant, the whole stands in the full text.
MAX_NOTES = 3
MAX_QUOTED = 200
LEAST_WORDS = 4


def remarks(text: str, page: TextLayout, *, label: str) -> list[tuple[str, str]]:
    """Return code and words of what a page's furniture tells about its text, in their order."""
    found = []
    walls = [piece.end for piece in page.furniture if _is_wall(text, piece)]
    if walls:
        below = [text[start:end].split() for start, end in page.body if start >= walls[-1]]
        if len(below) <= SPARE_PARAGRAPHS and sum(map(len, below)) <= SPARE_WORDS:
            found.append(("cut-off", f"{label} ends in an invitation to subscribe: its text may be cut off"))
    for told in _groups(text, page):
        what = described(" ".join(told))
        said = next((each for each in told if not _is_head(each)), max(told, key=len))
        found.append(("correction", f"{label} carries {what}: “{_beginning(without_label(said))}”"))
    return found


def _is_wall(text: str, piece: Furniture) -> bool:
    return piece.kind is FurnitureKind.PROMOTION and is_paywall(text[piece.start : piece.end])


def _groups(text: str, page: TextLayout) -> Sequence[Sequence[str]]:
    """Return the words of each note: its head, the note, and what goes on with it."""
    groups: list[list[str]] = []
    starts = [start for start, _ in page.body]
    end = 0
    for piece in page.furniture:
        if piece.kind is not FurnitureKind.CORRECTION:
            continue
        words = " ".join(text[piece.start : piece.end].split())
        parted = bisect_left(starts, end) < bisect_left(starts, piece.start)
        if groups and not parted and (_is_head(groups[-1][-1]) or not _opens(words)):
            groups[-1].append(words)
        else:
            groups.append([words])
        end = piece.end
    return groups[:MAX_NOTES]


def _opens(words: str) -> bool:
    return is_head(words) is not None or note_start(words) == 0


def _is_head(words: str) -> bool:
    return is_head(words) is not None or len(words.split()) < LEAST_WORDS


def _beginning(words: str) -> str:
    words = words.rstrip(" -–—:")
    if len(words) <= MAX_QUOTED:
        return words
    return f"{words[:MAX_QUOTED].rsplit(' ', 1)[0]} …"
