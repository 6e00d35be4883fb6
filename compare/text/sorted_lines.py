"""A file of sorted lines, looked up as it stands: splitting a large one takes longer than what is asked."""

from __future__ import annotations

from bisect import bisect_right

# Letters between the lines that are known by heart; `str.find` runs through so many in a microsecond.
_STEP = 2048


class SortedLines:
    r"""Lines of a key, one sign and what is known of the key, in the order of the keys.

    >>> lines = SortedLines("hmm 0\nread 1\nunread 2\n", after_key=" ")
    >>> lines.get("read"), lines.get("rea")
    ('1', None)
    """

    def __init__(self, text: str, *, after_key: str) -> None:
        self._text = "\n" + text.rstrip("\n") + "\n"
        self._after = after_key
        self._places = [0]
        self._keys = [""]
        for near in range(_STEP, len(self._text) - _STEP, _STEP):
            place = self._text.index("\n", near)
            if self._places[-1] < place < len(self._text) - 1:
                self._places.append(place)
                self._keys.append(self._text[place + 1 : self._text.index(after_key, place)])
        self._places.append(len(self._text))

    def get(self, key: str) -> str | None:
        """Return what stands behind a key, or None where no line has it."""
        part = bisect_right(self._keys, key)
        line = f"\n{key}{self._after}"
        place = self._text.find(line, self._places[part - 1], self._places[part])
        return None if place < 0 else self._text[place + len(line) : self._text.index("\n", place + 1)]
