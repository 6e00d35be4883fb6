"""What the reports of a batch are called: names that every file system takes, no two alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from compare.render.documents import KEY

# A name may have 255 bytes on most systems; endings, numbers and "-key" want room.
_MOST_BYTES = 180
_MOST_CHARACTERS = 100
# Windows keeps them for devices, whatever the ending; `summary` is ours.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"))
)
SUMMARY = "summary"
_KEPT = "-_.,()&+'"


def stems(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a file's name without an ending for each name that is wanted, in the same order.

    The later of two that a file system may take for one gets a number, whether they differ in capitals or
    in the way an accent is encoded. A name depends on those before it only.

    >>> stems(["Flood", "flood", "../../etc/passwd", "-rf", "con", "", "summary"])
    ('Flood', 'flood-2', 'etc-passwd', 'rf', 'con-', 'report', 'summary-2')
    """
    taken = {SUMMARY}
    numbers: dict[str, int] = {}
    found = []
    for name in wanted:
        plain = stem = _safe(name)
        alike = _seen(plain)
        while taken & _claims(stem):
            # Going on from the last number: a list of 10,000 rows of one name would take minutes else.
            numbers[alike] = numbers.get(alike, 1) + 1
            stem = f"{plain}-{numbers[alike]}"
        taken |= _claims(stem)
        found.append(stem)
    return tuple(found)


def _claims(stem: str) -> set[str]:
    """Return what a report of this name takes: itself and its key."""
    return {_seen(stem), _seen(stem + KEY)}


def _seen(name: str) -> str:
    """Return a name as a file system sees it that does not tell capitals or ways to write an accent apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def _safe(name: str) -> str:
    spelled = unicodedata.normalize("NFC", name)
    kept = "".join(char if char.isalnum() or char in _KEPT else _join(char) for char in spelled)
    plain = "-".join(piece for piece in kept.split("-") if piece.strip("."))[:_MOST_CHARACTERS]
    cut = plain.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").strip("-.,'+ ")
    if cut.partition(".")[0].lower() in _DEVICES:
        device, dot, rest = cut.partition(".")
        return f"{device}-{dot}{rest}"
    return cut or "report"


def _join(char: str) -> str:
    # Marks of scripts such as Devanagari are part of a word; anything else that is no letter parts words.
    return char if unicodedata.category(char) in ("Mn", "Mc") else "-"
