"""Plant edits into copies of articles and count which the comparison finds, and what harmless ones set off.

    uv run python benchmarks/selftest.py [--most N] [-v] A.md B.md FOLDER ...

Each edit is made alone, in a fresh copy; original and copy are compared as two articles. A planted edit is
found when a discrepancy of its kind touches it; a harmless one is a false alarm when any conflict is shown.
"Moved" and "split" edits stand in a sentence that is built otherwise in the copy: what says when goes to the
other end, two clauses become two sentences. A folder stands for all `.md` files in it, at whatever depth;
`--most` plants at most N edits of a kind into a text, spread over it, since real articles have hundreds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.identity import Identities
from compare.model import Article, Discrepancy, DiscrepancyState, DiscrepancyType
from compare.read.article import article_from_bytes
from compare.text.document import Document
from compare.text.quotations import quotations
from compare.text.values import Kind, Modifier, Values, values
from compare.text.words import FUNCTION_WORDS

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_SPELLED = {word: number for number, word in enumerate(_SMALL)}
_ANTONYMS = {
    "rose": "fell", "increased": "decreased", "accepted": "rejected", "rejected": "accepted",
    "opened": "closed",
    "approved": "rejected",
    "passed": "rejected", "won": "lost", "rising": "falling", "growing": "shrinking",
    "allows": "forbids", "higher": "lower", "above": "below",
}  # fmt: skip
_FEET = 3.28084


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change to a text: what stands at `start:end` gives way to `new`."""

    start: int
    end: int
    new: str
    place: tuple[int, int] | None = None
    """Where the text is changed in what it says, if that is less than what gives way."""


Edits = Callable[[Article], Iterator[Edit]]
Kinds = dict[str, tuple[Edits, frozenset[DiscrepancyType]]]


def _values(article: Article) -> Iterator[Values]:
    for s in article.sentences:
        yield values(article.text, s.start, s.end, published=article.published)


def number(article: Article) -> Iterator[Edit]:
    """Yield a clearly different number for each number in figures, and for small ones in words."""
    for found in _values(article):
        for amount in found.amounts:
            if amount.kind in (Kind.ORDINAL, Kind.SCORE) or amount.modifier is Modifier.RANGE:
                continue
            for token in found.tokens[amount.first : amount.stop]:
                if token.text[0].isdigit() and re.fullmatch(r"\d+(?:[.,]\d+)*", token.text):
                    yield Edit(start=token.start, end=token.end, new=_another(token.text))
                    break
                if token.lower in _SPELLED and _SPELLED[token.lower] > 1:
                    word = _SMALL[(_SPELLED[token.lower] + 3) % 11 + 2]
                    word = word.capitalize() if token.text[0].isupper() else word
                    yield Edit(start=token.start, end=token.end, new=word)
                    break


def _another(figure: str) -> str:
    """Return a figure of the same form that is some half more."""
    plain = float(figure.replace(",", ""))
    decimals = len(figure.partition(".")[2])
    return f"{plain * 1.5 + 1:,.{decimals}f}" if "," in figure else f"{plain * 1.5 + 1:.{decimals}f}"


def date(article: Article) -> Iterator[Edit]:
    """Yield another month, day or weekday for each date."""
    for match in re.finditer(r"\b(?:" + "|".join(_MONTHS + _DAYS) + r")\b", article.text):
        if not _in_body(article, match.start()) or not _is_moment(article, match.start()):
            continue
        names = _MONTHS if match.group() in _MONTHS else _DAYS
        new = names[(names.index(match.group()) + 2) % len(names)]
        yield Edit(start=match.start(), end=match.end(), new=new)


def day_or_year(article: Article) -> Iterator[Edit]:
    """Yield another day, hour or year for each date and time in figures."""
    for found in _values(article):
        for moment in found.moments:
            for token in found.tokens[moment.first : moment.stop]:
                if token.text.isdigit():
                    new = int(token.text) + (3 if int(token.text) <= 9 else -3)
                    yield Edit(start=token.start, end=token.end, new=str(new))
                    break


def _is_moment(article: Article, place: int) -> bool:
    return any(m.start <= place < m.end for found in _values(article) for m in found.moments)


def name(article: Article) -> Iterator[Edit]:
    """Yield a misspelling for each name of two words."""
    for match in re.finditer(r"\b[A-Z][a-z]+ ((?!Minister)[A-Z][a-z]{4,})\b", article.text):
        if not _in_body(article, match.start()) or article.text.count(match.group(1)) > 1:
            continue
        word = match.group(1)
        middle = len(word) // 2
        new = word[:middle] + ("o" if word[middle] != "o" else "e") + word[middle + 1 :]
        yield Edit(start=match.start(1), end=match.end(1), new=new)


def another_name(article: Article) -> Iterator[Edit]:
    """Yield an invented name for each name of two words that the text gives once."""
    pattern = r"(?<= )(?!The )[A-Z][a-z]+ ((?!Minister)[A-Z][a-z]{4,})\b(?! [A-Z(])"
    for match in re.finditer(pattern, article.text):
        # Half of "the International Court of Quell" is no name, nor is "five Central Quell states".
        before = article.text[: match.start()].split()[-1]
        whole = before.isalpha() and before.islower() and before not in _SPELLED
        if whole and _in_body(article, match.start()) and article.text.count(match.group(1)) == 1:
            yield Edit(start=match.start(), end=match.end(), new="Orsolya Quint")


def negation(article: Article) -> Iterator[Edit]:
    """Yield "not" behind each plain auxiliary."""
    for match in re.finditer(r"\b(?:is|are|was|were|has|have|will|can|could|would) (?=[a-z])", article.text):
        after = article.text[match.end() : match.end() + 6]
        if _in_body(article, match.start()) and not after.startswith(
            ("not ", "no ", "never", "nothin", "nobody")
        ):
            yield Edit(start=match.end(), end=match.end(), new="not ")


def opposite(article: Article) -> Iterator[Edit]:
    """Yield the opposite of words that have one."""
    for match in re.finditer(r"\b(?:" + "|".join(_ANTONYMS) + r")\b", article.text):
        if _in_body(article, match.start()):
            yield Edit(start=match.start(), end=match.end(), new=_ANTONYMS[match.group()])


def unit(article: Article) -> Iterator[Edit]:
    """Yield a unit a thousand times larger or smaller, the figure being kept."""
    for match in re.finditer(r"(?<=\d )(million|billion|metres|kilometres|thousand)\b", article.text):
        other = {"million": "billion", "billion": "million", "thousand": "million"}
        new = other.get(match.group(), "kilometres" if match.group() == "metres" else "metres")
        if _in_body(article, match.start()):
            yield Edit(start=match.start(), end=match.end(), new=new)


def quotation(article: Article) -> Iterator[Edit]:
    """Yield another word inside each quotation of six words and more."""
    for start, end in quotations(article.text):
        found = re.finditer(r"[a-z]{5,}", article.text[start:end])
        words = [match for match in found if match.group() not in FUNCTION_WORDS]
        if _in_body(article, start) and article.text[start:end].count(" ") >= 6 and len(words) > 2:
            word = words[len(words) // 2]
            yield Edit(start=start + word.start(), end=start + word.end(), new="umbrella")


def same_date(article: Article) -> Iterator[Edit]:
    """Yield "March 6" for "6 March" and the other way round."""
    months = "|".join(_MONTHS)
    for match in re.finditer(
        rf"\b(\d{{1,2}}) ({months})\b|\b({months}) (\d{{1,2}})\b(?!,? \d{{4}})", article.text
    ):
        if _in_body(article, match.start()):
            new = f"{match[2]} {match[1]}" if match[1] else f"{match[4]} {match[3]}"
            yield Edit(start=match.start(), end=match.end(), new=new)


def rounded(article: Article) -> Iterator[Edit]:
    """Yield "about 2,300" for 2,314 and "about 61" for 61."""
    for found in _values(article):
        for amount in found.amounts:
            token = found.tokens[amount.first]
            if amount.kind is Kind.COUNT and amount.modifier is Modifier.EXACT and token.text.isdigit():
                yield Edit(start=token.start, end=token.end, new=f"about {token.text}")


def spelled(article: Article) -> Iterator[Edit]:
    """Yield figures for small numbers in words and words for small figures."""
    for found in _values(article):
        for amount in found.amounts:
            token = found.tokens[amount.first]
            if amount.kind not in (Kind.COUNT, Kind.DURATION) or amount.stop - amount.first > 2:
                continue
            if token.lower in _SPELLED and _SPELLED[token.lower] > 1:
                yield Edit(start=token.start, end=token.end, new=str(_SPELLED[token.lower]))
            elif token.text.isdigit() and int(token.text) < len(_SMALL):
                yield Edit(start=token.start, end=token.end, new=_SMALL[int(token.text)])


def converted(article: Article) -> Iterator[Edit]:
    """Yield feet for metres."""
    for match in re.finditer(r"\b(\d+(?:\.\d+)?) metres\b", article.text):
        if _in_body(article, match.start()):
            yield Edit(start=match.start(), end=match.end(), new=f"{float(match[1]) * _FEET:.0f} feet")


def reordered(article: Article) -> Iterator[Edit]:
    """Yield the text with its paragraphs turned round."""
    start = article.sentences[0].start
    body = article.text[start:].strip().split("\n\n")
    yield Edit(start=start, end=len(article.text), new="\n\n".join(body[::-1]))


# ---------------------------------------------------------------------------------- other constructions

_WHEN = (
    r"(?:[Oo]n (?:(?:" + "|".join(_DAYS) + r")|(?:" + "|".join(_MONTHS) + r") \d{1,2})"
    r"|[Ii]n (?:\d{4}|" + "|".join(_MONTHS) + r")|[Ll]ast (?:week|month|year)|[Yy]esterday|[Tt]his week)"
)
_LAST = re.compile(rf"([A-Z][^.!?\"“”]*\S) ({_WHEN})\.")
_FIRST = re.compile(rf"({_WHEN}),? ([^.!?\"“”]*\S)\.")
_JOINED = re.compile(
    r"([A-Z][^\"“”]{25,}), (?:and|but) ((?:he|she|it|they|the|a|an|its|his|their) [^\"“”]{25,})"
)


def moved_sentence(sentence: str) -> str | None:
    """Return a sentence with the words that say when at its other end, None where it has none.

    >>> moved_sentence("The lock in Tolby was sold on Monday.")
    'On Monday, the lock in Tolby was sold.'
    """
    last = _LAST.fullmatch(sentence)
    if last:
        begin = last[1]
        # A name keeps its capital.
        lower = begin.split()[0] in (
            "The",
            "A",
            "An",
            "Its",
            "His",
            "Her",
            "Their",
            "It",
            "He",
            "She",
            "They",
        )
        start = begin[0].lower() + begin[1:] if lower else begin
        return f"{last[2][0].upper()}{last[2][1:]}, {start}."
    first = _FIRST.fullmatch(sentence)
    return f"{first[2][0].upper()}{first[2][1:]} {first[1][0].lower()}{first[1][1:]}." if first else None


def split_sentence(sentence: str) -> str | None:
    """Return two sentences for two clauses that a comma and "and" join, None where there are none.

    >>> split_sentence("The lock in Tolby was sold to a bank, and the mill will close in the coming spring.")
    'The lock in Tolby was sold to a bank. The mill will close in the coming spring.'
    """
    found = _JOINED.fullmatch(sentence)
    return f"{found[1]}. {found[2][0].upper()}{found[2][1:]}" if found else None


def rebuilt(rebuild: Callable[[str], str | None], edits: Edits | None = None) -> Edits:
    """Return edits that build a sentence otherwise, and change what it says where `edits` does."""

    def found(article: Article) -> Iterator[Edit]:
        inside = list(edits(article)) if edits else []
        for s in article.sentences:
            sentence = article.text[s.start : s.end]
            if edits is None:
                new = rebuild(sentence)
                if new:
                    yield Edit(start=s.start, end=s.end, new=new)
                continue
            for edit in inside:
                if s.start <= edit.start and edit.end <= s.end:
                    head, tail = article.text[s.start : edit.start], article.text[edit.end : s.end]
                    changed = rebuild(head + edit.new + tail)
                    if changed:
                        yield Edit(start=s.start, end=s.end, new=changed, place=(edit.start, edit.end))

    return found


def contracted(article: Article) -> Iterator[Edit]:
    """Yield "didn't" for "did not"."""
    for match in re.finditer(r"\b(did|does|is|was|were|has|have|had|would|could) not\b", article.text):
        if _in_body(article, match.start()):
            yield Edit(start=match.start(), end=match.end(), new=f"{match[1]}n't")


def short_unit(article: Article) -> Iterator[Edit]:
    """Yield "%" for "per cent", "£3m" for "£3 million"."""
    for match in re.finditer(r"(?<=\d) (?:percent|per cent)\b|(?<=[$£€]\d) million\b", article.text):
        if _in_body(article, match.start()):
            new = "m" if "million" in match.group() else "%"
            yield Edit(start=match.start(), end=match.end(), new=new)


def thousands(article: Article) -> Iterator[Edit]:
    """Yield "12 000" for "12,000"."""
    for match in re.finditer(r"(?<![\d,.$£€])[1-9]\d{0,2},\d{3}(?![\d,])", article.text):
        if _in_body(article, match.start()):
            new = match.group().replace(",", "\u202f")
            yield Edit(start=match.start(), end=match.end(), new=new)


def straight_marks(article: Article) -> Iterator[Edit]:
    """Yield straight quotation marks for curly ones, and the other way round."""
    for start, end in quotations(article.text):
        if _in_body(article, start) and end - start > 2:
            marks = ('"', '"') if article.text[start] == "“" else ("“", "”")
            inside = article.text[start + 1 : end - 1]
            if article.text[start] in '“"' and '"' not in inside:
                yield Edit(start=start, end=end, new=f"{marks[0]}{inside}{marks[1]}")


def untitled(article: Article) -> Iterator[Edit]:
    """Yield a name without the title before it, outside of quotations: what is quoted is quoted whole."""
    quoted = quotations(article.text)
    for match in re.finditer(
        r"\b(?:President|Senator|Sen\.|Rep\.|Mr\.|Mrs\.|Dr) (?=[A-Z][a-z]+)", article.text
    ):
        if _in_body(article, match.start()) and not any(a <= match.start() < b for a, b in quoted):
            yield Edit(start=match.start(), end=match.end(), new="")


def _in_body(article: Article, place: int) -> bool:
    return any(s.start <= place < s.end for s in article.sentences)


_NUMBERS = frozenset({DiscrepancyType.NUMBER, DiscrepancyType.DATE})
PLANTED: Kinds = {
    "number": (number, _NUMBERS),
    "date": (date, frozenset({DiscrepancyType.DATE})),
    "day or year": (day_or_year, frozenset({DiscrepancyType.DATE})),
    "name": (name, frozenset({DiscrepancyType.NAME})),
    "another name": (another_name, frozenset({DiscrepancyType.NAME})),
    "negation": (negation, frozenset({DiscrepancyType.NEGATION})),
    "opposite word": (opposite, frozenset({DiscrepancyType.NEGATION, DiscrepancyType.NUMBER})),
    "unit": (unit, frozenset({DiscrepancyType.NUMBER})),
    "quotation": (quotation, frozenset({DiscrepancyType.QUOTATION})),
    "number, moved": (rebuilt(moved_sentence, number), _NUMBERS),
    "number, split": (rebuilt(split_sentence, number), _NUMBERS),
    "name, moved": (rebuilt(moved_sentence, name), frozenset({DiscrepancyType.NAME})),
    "name, split": (rebuilt(split_sentence, name), frozenset({DiscrepancyType.NAME})),
    "date, moved": (rebuilt(moved_sentence, date), frozenset({DiscrepancyType.DATE})),
    "negation, moved": (rebuilt(moved_sentence, negation), frozenset({DiscrepancyType.NEGATION})),
    "negation, split": (rebuilt(split_sentence, negation), frozenset({DiscrepancyType.NEGATION})),
}
HARMLESS: Kinds = {
    "date's format": (same_date, frozenset()),
    "rounded, about": (rounded, frozenset()),
    "words, figures": (spelled, frozenset()),
    "feet, metres": (converted, frozenset()),
    "paragraphs": (reordered, frozenset()),
    "when, moved": (rebuilt(moved_sentence), frozenset()),
    "sentence, split": (rebuilt(split_sentence), frozenset()),
    "did not, didn't": (contracted, frozenset()),
    "per cent, %": (short_unit, frozenset()),
    "12,000, 12 000": (thousands, frozenset()),
    "quotation marks": (straight_marks, frozenset()),
    "title left out": (untitled, frozenset()),
}


def compare(article: Article, edit: Edit) -> tuple[Discrepancy, ...]:
    """Return the discrepancies between an article and its edited copy."""
    text = article.text[: edit.start] + edit.new + article.text[edit.end :]
    copy, _ = article_from_bytes(text.encode(), name=article.origin.name, label="B")
    both = (article, copy)
    documents = {a.label: Document(a) for a in both}
    return find_discrepancies(align([*documents.values()]).links, documents, Identities())


def _touched(found: Discrepancy, edit: Edit) -> bool:
    start, end = edit.place or (edit.start, edit.end)
    return any(s.article == "A" and s.start <= max(end, start + 1) and start <= s.end for s in found.spans)


def _spread(edits: list[Edit], most: int | None) -> list[Edit]:
    """Return at most so many, from the whole text."""
    if most is None or len(edits) <= most:
        return edits
    return [edits[k * len(edits) // most] for k in range(most)]


def run(paths: list[Path], *, most: int | None) -> None:
    files = [file for path in paths for file in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    articles = [article_from_bytes(file.read_bytes(), name=file.name, label="A")[0] for file in files]
    print(f"{'edit':<16}{'planted':>8}{'found':>8}{'recall':>8}{'other conflicts':>17}")
    for kind, (edits, types) in (PLANTED | HARMLESS).items():
        planted = hits = alarms = 0
        for article in articles:
            for edit in _spread(list(edits(article)), most):
                planted += 1
                found = compare(article, edit)
                hit = any(d.type in types and _touched(d, edit) for d in found)
                hits += hit
                others = [d for d in found if not (_touched(d, edit) and types)]
                wrong = [d for d in others if d.state is DiscrepancyState.CONFLICT]
                alarms += len(wrong)
                if "-v" in sys.argv and ((types and not hit) or wrong):
                    line = article.text[max(0, edit.start - 40) : edit.end + 40].replace("\n", " ")
                    print(f"   {article.origin.name}: {line!r} -> {edit.new[:40]!r} {[d.why for d in wrong]}")
        share = f"{100 * hits / planted:.0f}%" if planted and types else "-"
        print(f"{kind:<16}{planted:>8}{hits if types else '-':>8}{share:>8}{alarms:>17}")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != "-v"]
    at = given.index("--most") if "--most" in given else None
    limit = int(given[at + 1]) if at is not None else None
    chosen = given if at is None else given[:at] + given[at + 2 :]
    run([Path(argument) for argument in chosen], most=limit)
