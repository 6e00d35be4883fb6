"""Which characters of the texts the report's fonts cannot draw: they print as boxes, or in another font."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from compare.files import data_folder
from compare.model import Comparison
from compare.quote import printable

# A report of a text in another script names so many of its characters; more would fill the page.
MOST_NAMED = 8
_LOST = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+")


def undrawable(comparison: Comparison) -> tuple[str, ...]:
    """Return the characters of the texts that no font of the report has, in code order."""
    found = set().union(*map(set, _words(comparison)))
    plain = set(printable("".join(sorted(found)))) - set("\t\n\r\f\x85")
    ranges = _ranges()
    return tuple(sorted(c for c in plain if not any(first <= ord(c) <= last for first, last in ranges)))


def remark(characters: Iterable[str]) -> str:
    """Return what the report says about characters that its own fonts lack; nothing if there are none.

    Whether a font of the machine has them shows only when the pages are set: `boxes` tells that.

    >>> remark("漢")
    'This report’s fonts lack one character of the texts (U+6F22; CJK): a system font drew it, or a box.'
    """
    characters = tuple(characters)
    points = [f"U+{ord(c):04X}" for c in characters]
    if not points:
        return ""
    named = ", ".join(points[:MOST_NAMED]) + (", …" if len(points) > MOST_NAMED else "")
    of = scripts(characters)
    named += f"; {of}" if of else ""
    if len(points) == 1:
        lack = f"This report’s fonts lack one character of the texts ({named})"
        return f"{lack}: a system font drew it, or a box."
    lack = f"This report’s fonts lack {len(points)} characters of the texts"
    return f"{lack} ({named}): system fonts drew them, or boxes."


def scripts(characters: Iterable[str]) -> str:
    """Return the scripts of letters, by the words with which Unicode begins their names.

    >>> scripts("नमस्ते漢字!")
    'CJK, Devanagari'
    """
    names = {unicodedata.name(c, "").split(" ")[0] for c in characters if unicodedata.category(c)[0] in "LM"}
    return ", ".join(sorted(name if name == "CJK" else name.capitalize() for name in names if name))


def boxes(complaints: Iterable[str]) -> str:
    """Return a warning of characters that no font had, out of what WeasyPrint complains of; nothing if none.

    >>> boxes(['.notdef glyph rendered for Unicode string unsupported by fonts: "न" (U+0928)'])
    'no font has 1 character of the texts (Devanagari): boxes stand for them; install a font that has them'
    """
    found = {c for each in complaints if (lost := _LOST.search(each)) for c in lost[1]}
    if not found:
        return ""
    of = scripts(found) or ", ".join(f"U+{ord(c):04X}" for c in sorted(found)[:MOST_NAMED])
    number = "1 character" if len(found) == 1 else f"{len(found)} characters"
    return f"no font has {number} of the texts ({of}): boxes stand for them; install a font that has them"


def _words(comparison: Comparison) -> Iterator[str]:
    for article in comparison.articles:
        yield article.text
        yield from filter(None, (article.outlet, article.title, article.byline))


def _ranges() -> list[tuple[int, int]]:
    lines = (data_folder("report_templates") / "fonts" / "coverage.txt").read_text(encoding="ascii").split()
    return [(int(first, 16), int(last, 16)) for first, _, last in (line.partition("-") for line in lines)]
