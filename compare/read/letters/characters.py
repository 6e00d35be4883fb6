"""Characters that a reader cannot see, or takes for others: the first are left out, both are told.

A soft hyphen or a zero-width space inside a word parts it for every rule that reads words, and a mark that
turns the direction of writing shows other words than stand there: on an article beside itself with soft
hyphens, half of the links were lost. So they go before anything is read: offsets count in what is left, and
a quotation is what a page shows. For the same reason letters get the form of a keyboard, accents with their
letter in one character (NFC), and the ligatures of typesetting as letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from compare.read.letters.entities import decoded
from compare.read.letters.misread import repaired, suspicions
from compare.text.lost_letters import LOST

# Left in place: the joiners of emoji and of scripts that need them, and the letters of flags, which follow a
# black flag.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = re.compile(
    f"[\u00ad\u180e\u200b\u2060-\u2064\ufeff{_DIRECTION}]"
    "|(?<=[A-Za-z])[\u200c\u200d\ufe00-\ufe0f]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
# Those of them that make other words appear than are there.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"[^\W\d_]+")
# Letters of Cyrillic and Greek that have the shape of a Latin one; others in a word beside Latin letters
# (μm, ΔT) deceive nobody. From the Unicode Consortium's confusables.txt (UTS #39), those of news fonts.
_SHAPED_LIKE_LATIN = frozenset("АВСЕНІЈКМОРЅТХУаесһіјорѕхуԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρι")
_LATIN = re.compile("[A-Za-z]")
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
# Not the whole text: normalising 2 MB of marks alone takes quadratic time.
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,8}")
_TO_CHANGE = frozenset(
    chr(point)
    for first, last in (
        (0xAD, 0xAD),
        (0x300, 0x36F),
        (0x61C, 0x61C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0xFB00, 0xFB06),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xE0000, 0xE007F),
    )
    for point in range(first, last + 1)
)
# How many kinds of characters, and how many words, a warning names.
_NAMED = 3


def readable(text: str, *, name: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text as a page shows it, and a code and a line for all that was done to it or is wrong.

    >>> readable("The cafÃ©", name="a.txt")[0]
    'The café'
    """
    said: list[tuple[str, str]] = []
    references = decoded(text)
    if references.places:
        said.append(
            (
                "references-decoded",
                f"{name}: {_counted(references.places, 'character')} written as in HTML decoded "
                f"({_became(references.example)}): offsets count in what is left",
            )
        )
    repair = repaired(_ACCENTED.sub(_composed, references.text))
    if repair.places:
        said.append(
            (
                "letters-repaired",
                f"{name}: {_counted(repair.places, 'place')} repaired where text had been read as "
                f"{' and '.join(repair.codecs)} and saved so ({_became(repair.example)}): quotations are "
                "of the repaired text",
            )
        )
    text, left_out = without_invisible(repair.text)
    return text, [*said, *_damage(text, name=name), *warnings(text, left_out, name=name)]


def _became(example: tuple[str, str]) -> str:
    source, char = example
    return f"{source!r} to {char!r}"


def _damage(text: str, *, name: str) -> Iterator[tuple[str, str]]:
    """Yield what to say of letters that are lost, and of places that look wrongly decoded and were left."""
    lost = text.count(LOST)
    if lost:
        yield (
            "letters-lost",
            f"{name}: {_counted(lost, 'letter')} lost, with U+FFFD in place of each: no difference is "
            "drawn from those sentences; put them right for a full comparison",
        )
    left = suspicions(text)
    if left:
        shown = ", ".join(ascii(each) if not each.isprintable() else repr(each) for each in left[:_NAMED])
        yield (
            "letters-damaged",
            f"{name}: {_counted(len(left), 'place')} that look as if the text had been decoded wrongly "
            f"before it was saved ({shown}): put them right, what is found there may be wrong",
        )


def without_invisible(text: str) -> tuple[str, str]:
    r"""Return the text with one character for each letter, nothing invisible in it, and what was left out.

    >>> without_invisible("Zoe\u0308 of the bri\u00addge")
    ('Zoë of the bridge', '\xad')
    """
    if text.isascii() or _TO_CHANGE.isdisjoint(text):
        return text, ""
    left_out = "".join(_INVISIBLE.findall(text))
    return _ACCENTED.sub(_composed, _INVISIBLE.sub("", text)).translate(_LIGATURES), left_out


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def warnings(text: str, left_out: str, *, name: str) -> Iterator[tuple[str, str]]:
    """Yield a code and a line for what was left out, and for words that are not what they look like."""
    turning = _TURNING.findall(left_out)
    if turning:
        yield (
            "direction",
            f"{name}: {_counted(len(turning), 'mark')} that can show the words in another order left out "
            f"({_points(turning)}): a screen may show this file otherwise",
        )
    others = _TURNING.sub("", left_out)
    if others:
        yield (
            "invisible",
            f"{name}: {_counted(len(others), 'invisible character')} left out ({_points(others)})",
        )
    mixed = list(dict.fromkeys(_mixed(text)))
    if mixed:
        shown = ", ".join(f"{word[:40]!r} ({_points(_strangers(word))})" for word in mixed[:_NAMED])
        yield (
            "mixed-alphabets",
            f"{name}: {_counted(len(mixed), 'word')} with look-alike letters of another alphabet, such as "
            f"{shown}: no word of one alphabet matches",
        )


def _mixed(text: str) -> Iterator[str]:
    """Yield the words that have letters of Latin and others of the same shape."""
    if text.isascii() or _SHAPED_LIKE_LATIN.isdisjoint(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii() and not _SHAPED_LIKE_LATIN.isdisjoint(word) and _LATIN.search(word):
            yield word


def _strangers(word: str) -> str:
    return "".join(char for char in word if char in _SHAPED_LIKE_LATIN)


def _points(characters: str | list[str]) -> str:
    points = [f"U+{ord(char):04X}" for char in dict.fromkeys(characters)]
    return ", ".join(points[:_NAMED]) + (", ..." if len(points) > _NAMED else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
