"""Which characters of the texts the report's fonts cannot draw: they print as boxes, or in another font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compare.files import data_folder
from compare.model import Comparison
from compare.render.quotation import printable

# A report of a text in another script names so many of its characters; more would fill the page.
MOST_NAMED = 8


def undrawable(comparison: Comparison) -> tuple[str, ...]:
    """Return the characters of the texts that no font of the report has, in code order."""
    found = set().union(*map(set, _words(comparison)))
    plain = set(printable("".join(sorted(found)))) - set("\t\n\r\f\x85")
    ranges = _ranges()
    return tuple(sorted(c for c in plain if not any(first <= ord(c) <= last for first, last in ranges)))


def remark(characters: Iterable[str]) -> str:
    """Return what the report says about characters that it cannot draw; nothing if there are none.

    >>> remark("漢")
    'This report’s fonts lack one character of the texts (U+6F22); it may print as a box here.'
    """
    points = [f"U+{ord(c):04X}" for c in characters]
    if not points:
        return ""
    named = ", ".join(points[:MOST_NAMED]) + (", …" if len(points) > MOST_NAMED else "")
    if len(points) == 1:
        return f"This report’s fonts lack one character of the texts ({named}); it may print as a box here."
    lack = f"This report’s fonts lack {len(points)} characters of the texts"
    return f"{lack} ({named}); they may print as boxes here."


def _words(comparison: Comparison) -> Iterator[str]:
    for article in comparison.articles:
        yield article.text
        yield from filter(None, (article.outlet, article.title, article.byline))


def _ranges() -> list[tuple[int, int]]:
    lines = (data_folder("report_templates") / "fonts" / "coverage.txt").read_text(encoding="ascii").split()
    return [(int(first, 16), int(last, 16)) for first, _, last in (line.partition("-") for line in lines)]
