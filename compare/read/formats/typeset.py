"""Lines of type to paragraphs: by gaps, indents, sizes and short last lines; cut words are made whole.

Before that, the lines of a page are put into the order in which they are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median

from compare.read.formats.line_ends import CUT, Usage, joined

# A heading is set at least this much larger than the text.
HEADING = 1.15
LONGEST_HEADING = 200
# Lines of a paragraph stand one leading apart; paragraphs that are parted by a gap, half a line more.
GAP = 1.3
ALONE = 0.6
# Justified paragraphs of three lines or more end fewer than half of their lines short.
JUSTIFIED = 0.5
STOP = re.compile(r"[.!?:…][\"'”’»)\]]{0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of type on a page; y grows upwards, in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.top - self.bottom, 1.0)


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of the pages' lines, paragraphs parted by blank lines and headings marked."""
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=lambda size: (sizes[size], -size), default=1.0)
    usage = Usage.of([line.text for line in lines])
    leading = _leading(lines, body)
    parts: list[tuple[str, bool]] = []
    for group in _groups(lines, leading):
        text = reduce(lambda above, line: joined(above, line, usage), (line.text for line in group))
        heading = group[0].size >= HEADING * body and len(text) <= LONGEST_HEADING
        parts.append((text, heading))
    marked, titled = [], False
    for text, heading in parts:
        marked.append(("## " if titled else "# ") + text if heading else text)
        titled = titled or heading
    return "\n\n".join(marked) + "\n"


def _leading(lines: Sequence[Line], body: float) -> float:
    pairs = [pair for pair in pairwise(lines) if all(abs(line.size - body) < 0.1 for line in pair)]
    steps = [one.bottom - other.bottom for one, other in pairs if 0 < one.bottom - other.bottom < 4 * body]
    return median(steps) if steps else 1.2 * body


def _groups(lines: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    ragged = _ragged(lines)
    for index, line in enumerate(lines):
        near = lines[max(0, index - 3) : index + 3]
        if group and _parted(group[-1], line, leading=leading, edge=_edge(group[-1], near), ragged=ragged):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _edge(line: Line, near: Sequence[Line]) -> float:
    """Return where the lines of its column end at the right."""
    return max(
        (other.right for other in near if abs(other.left - line.left) < 3 * line.size), default=line.right
    )


def _ragged(lines: Sequence[Line]) -> bool:
    """Return whether the lines end where a word ends, and not all at one edge."""
    full = [
        line.right >= _edge(line, lines[max(0, at - 2) : at + 3]) - 0.3 * line.size
        for at, line in enumerate(lines)
    ]
    return sum(full) < JUSTIFIED * len(full)


def _parted(above: Line, line: Line, *, leading: float, edge: float, ragged: bool) -> bool:
    """Return whether a new paragraph begins with the line."""
    if abs(above.size - line.size) > 0.1 * max(above.size, line.size):
        return True
    step = above.bottom - line.bottom
    if CUT.search(above.text):
        return False
    width = edge - above.left
    # In ragged type the writer ended a line, and not the column, where the next word would have fitted.
    next_word = (line.text.find(" ") % len(line.text) + 1) * (above.right - above.left) / len(above.text)
    short = above.right < edge - max(0.1 * width, min(next_word, 0.5 * width) if ragged else 0.0)
    if step < 0 or line.left > above.right:
        # The top of a column or page: what was cut there goes on.
        return STOP.search(above.text) is not None and (short or not line.text[0].islower())
    if step < 0.3 * above.height:
        return False
    if step > GAP * max(leading, line.size):
        return True
    if line.left - above.left > 0.6 * line.size:
        return True
    # A byline or a place on a line of its own has no stop; no line inside a paragraph ends so early.
    alone = short and above.right < above.left + ALONE * (edge - above.left) and not line.text[0].islower()
    return alone or (short and STOP.search(above.text) is not None)


# ---------------------------------------------------------------------------------------------------- columns
# The order in which the lines of a page are read, where columns were set line by line across the page.

# Fewer pairs of pieces on one height are a table or a date set to the right.
LEAST_PAIRS = 5
LEAST_SHARE = 0.4


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines as they were set, or column by column where pieces of two alternate.

    What runs across the gap between the columns (a headline) parts what stands above it from what is below.
    """
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if other.left > one.right and abs(one.bottom - other.bottom) < 0.5 * one.height
    ]
    if len(pairs) < max(LEAST_PAIRS, LEAST_SHARE * len(lines) / 2):
        return list(lines)
    gap = median((one.right + other.left) / 2 for one, other in pairs)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gap < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.right <= gap else right).append(line)
    return [*ordered, *left, *right]
