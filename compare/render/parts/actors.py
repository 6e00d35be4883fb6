"""Which names stand for one actor: a surname for the full name, "the board" for "the harbour board"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import Attribution, SourceType

NOT_NAMED = "not named here"
"""The row of sources that only a pronoun stands for."""
_POINTING = frozenset("he she they it who which that those these this his her their them him whom".split())
_PEOPLE = frozenset((SourceType.PERSON, SourceType.EXPERT))
# "Kyrgyz" and "Kyrgyzstan", "Norway" and "Norwegian": so many letters make two words one country or thing.
_STEM = 5
_INITIALS = 3
# Behind these another name begins: "a report of the board" is no board.
_SMALL = frozenset("of the and for from by or in with at".split())


def actors(found: Sequence[Attribution]) -> Mapping[str, str]:
    """Return for each source's name the name of its row in the ledger; names that stay are left out."""
    rows: dict[str, str] = {}
    rows |= _people({one.name for one in found if one.source_type in _PEOPLE})
    rows |= _bodies([one for one in found if one.source_type is SourceType.INSTITUTION])
    for one in found:
        if one.source_type is not SourceType.NOBODY and points(one.name):
            rows[one.name] = NOT_NAMED
    return rows


def points(name: str) -> bool:
    """Return whether a name only points at somebody: a pronoun, or "this person".

    >>> points("They"), points("this person"), points("Those on the board"), points("Hanna Voss")
    (True, True, False, False)
    """
    words = name.casefold().split()
    return bool(words) and words[0] in _POINTING and len(words) <= (2 if words[0] in ("this", "that") else 1)


def _people(names: set[str]) -> dict[str, str]:
    """Return the full names of surnames that only one cited person bears."""
    full: dict[str, dict[tuple[str, str], list[str]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if " " in name:
            words = name.split()
            full.setdefault(words[-1], {}).setdefault((words[0], words[-1]), []).append(name)
    rows: dict[str, str] = {}
    for surname, bearers in full.items():
        # "John A. Orr" and "John Orr" are one.
        rows |= {name: known[0] for known in bearers.values() for name in known}
        if len(bearers) == 1:
            rows[surname] = next(iter(bearers.values()))[0]
    return rows


def _bodies(found: Sequence[Attribution]) -> dict[str, str]:
    """Return for the names of bodies the longer name that ends in them or has them for initials, if one does.

    A single word ("the board") goes with a longer name only behind it in the same text.
    """
    names = sorted({one.name for one in found})
    words = {name: _words(name) for name in names}
    first: dict[tuple[str, str], int] = {}
    for one in found:
        at = one.spans[0]
        first[at.article, one.name] = min(at.start, first.get((at.article, one.name), at.start))
    rows: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if _stands_for(words[other], words[name], name)]
        same = next((other for other in names if other < name and _alike(words[other], words[name])), name)
        if not longer or not all(_alike(words[other], words[longer[0]]) for other in longer):
            rows[name] = same
            continue
        best = longer[0]
        alone = len(words[name]) == 1 and not name.isupper()
        texts = [article for article, written in first if written == name]
        earlier = all(
            any(first.get((article, other), first[article, name]) < first[article, name] for other in longer)
            for article in texts
        )
        rows[name] = best if earlier or not alone else same
    return {name: rows[row] for name, row in rows.items()}


def _stands_for(longer: tuple[str, ...], shorter: tuple[str, ...], written: str) -> bool:
    """Return whether a name ends in a shorter one, or has it for initials."""
    if len(longer) <= len(shorter) or not shorter:
        return False
    if written.isupper() and len(shorter) == 1 and len(written) >= _INITIALS:
        return "".join(word[0] for word in longer if word not in _SMALL) == shorter[0]
    return longer[-len(shorter) :] == shorter and not _SMALL & set(longer)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names are forms of one: "Norway's central bank", "the Norwegian central bank"."""
    return len(one) == len(other) and all(map(_same, one, other))


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])


def _words(name: str) -> tuple[str, ...]:
    plain = name.casefold().replace("’", "'").replace(".", "")
    words = (word.removesuffix("'s").strip("'") for word in plain.split())
    return tuple(word for word in words if word not in ("a", "an") and word)
