"""The items of an enumeration that runs on in one paragraph: "1. ... 2. ..."."""

from __future__ import annotations

import re

_FIRST = re.compile(r"(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])\s")
_NEXT = re.compile(r"(?<=\s)(?P<sign>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])(?=\s)")


def items(text: str, start: int, end: int) -> list[int]:
    """Return where the second and later items of an enumeration in the paragraph begin, the last first."""
    first = _FIRST.match(text, start, end)
    if not first:
        return []
    found, sign = [], first["sign"]
    for match in _NEXT.finditer(text, first.end() - 1, end):
        following = str(int(sign) + 1) if sign.isdigit() else chr(ord(sign) + 1)
        if match["sign"] == following and match["mark"] == first["mark"]:
            found.append(match.start())
            sign = following
    return found[::-1]
