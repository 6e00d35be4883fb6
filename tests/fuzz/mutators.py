"""How inputs are changed where changed bytes alone would not get past the first check, or mean little.

A ZIP's members have checksums, and a saved comparison has one of each text: both are made again. Two texts
are changed by the word, for what is found in them hangs on words, numbers and names that both have.
"""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any

from compare.model import fingerprint
from compare.read.formats.packed import DAMAGED

Mutator = Callable[[bytes, int, int], bytes]
# Share of the changes that are made to the bytes as they stand, in percent.
BYTES_ALONE = 15
ODD = (None, True, 0, -1, 1, 2**31, 1.5, 1e308, "", "A", "B", "A1", "B0", "\x00", "\u202e", "=1+1", [], {})

PIECES = ("\x00", "\u202e", "<b>", "\n", "x" * 50, "|", "=", " ")

NEWS = tuple(
    """not no never said, according to “ ” ‘ ’s about more than at least half third 3 3rd 1.5m £3bn $12
    million 40% per cent Monday October 12 2023 2023-10-12 noon 9am last the a of and who he she they it its
    Mr. Dr. U.S. Jane Roe Paris French France council regime slashed trimmed may alleged accused convicted
    killed 14 people fourteen was were has , . ; : — ( ) ? !""".encode().split()
)


def change_member(data: bytes, most: int, seed: int) -> bytes:
    """Change one member of a ZIP file and pack it again."""
    import atheris

    chance = random.Random(seed)  # noqa: S311 - no secret
    if chance.randrange(100) < BYTES_ALONE:
        return bytes(atheris.Mutate(data, most))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (*DAMAGED, RuntimeError):
        return bytes(atheris.Mutate(data, most))
    if members:
        at = chance.randrange(len(members))
        name, content = members[at]
        members[at] = name, bytes(atheris.Mutate(content, max(len(content) + 64, 64)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def change_value(data: bytes, most: int, seed: int) -> bytes:
    """Change values of a saved comparison, and its texts' fingerprints with the texts."""
    import atheris

    chance = random.Random(seed)  # noqa: S311
    if chance.randrange(100) < BYTES_ALONE:
        return bytes(atheris.Mutate(data, most))
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return bytes(atheris.Mutate(data, most))
    for _ in range(chance.randint(1, 3)):
        _change(tree, chance)
    _fingerprint(tree)
    try:
        return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return data


def _change(tree: Any, chance: random.Random) -> None:
    """Change one place of the tree: another value, one from elsewhere, one less, one twice."""
    places = [(holder, key) for holder in _holders(tree) for key in _keys(holder)]
    if not places:
        return
    holder, key = chance.choice(places)
    was = holder[key]
    match chance.randrange(6):
        case 0:
            holder[key] = chance.choice(ODD)
        case 1:
            other, there = chance.choice(places)
            holder[key] = json.loads(json.dumps(other[there]))
        case 2:
            del holder[key]
        case 3 if isinstance(holder, list):
            holder.insert(key, json.loads(json.dumps(was)))
        case 4 if isinstance(was, str):
            at = chance.randint(0, len(was))
            holder[key] = was[:at] + chance.choice(PIECES) + was[at:]
        case _ if isinstance(was, int | float):
            holder[key] = was + chance.choice([-1, 1, -10, 10])
        case _ if isinstance(was, str):
            same = [other[there] for other, there in places if there == key and isinstance(other[there], str)]
            holder[key] = chance.choice(same)


def _holders(tree: Any) -> list[Any]:
    found, waiting = [], [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict | list):
            found.append(here)
            waiting += here.values() if isinstance(here, dict) else here
    return found


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def _fingerprint(tree: Any) -> None:
    for holder in _holders(tree):
        origin = holder.get("origin") if isinstance(holder, dict) else None
        if isinstance(origin, dict) and isinstance(holder.get("text"), str):
            origin["text_sha256"] = fingerprint(holder["text"])


def change_words(data: bytes, most: int, seed: int) -> bytes:
    """Copy, swap, drop and replace words and sentences of two texts, so that they go on sharing some."""
    import atheris

    chance = random.Random(seed)  # noqa: S311
    if chance.randrange(100) < 2 * BYTES_ALONE:
        return bytes(atheris.Mutate(data, most))
    # Spaces keep their places in the list, so that line ends stay what they are.
    words = re.split(rb"( +|\n+)", data)
    for _ in range(chance.randint(1, 4)):
        at, there, long = chance.randrange(len(words)), chance.randrange(len(words)), chance.randint(1, 24)
        match chance.randrange(5):
            case 0:
                words[at:at] = words[there : there + long]
            case 1:
                del words[at : at + long // 4 + 1]
            case 2:
                words[at], words[there] = words[there], words[at]
            case 3:
                words[at] = chance.choice(NEWS)
            case _:
                words[at] = re.sub(rb"[0-9]", b"%d" % chance.randrange(10), words[at])
        words = words or [b""]
    return b"".join(words)[:most]


MUTATORS: dict[str, Mutator] = {
    "docx": change_member,
    "odt": change_member,
    "epub": change_member,
    "saved": change_value,
    "texts": change_words,
}
