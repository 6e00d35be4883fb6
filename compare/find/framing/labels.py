"""What a person is called, gathered over each text, where one text's word is listed as loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from compare.find.framing.hits import Hit
from compare.find.framing.lines import Line
from compare.find.framing.phrases import adjoin, phrase_start
from compare.find.framing.rows import Pair, Row, Side, side
from compare.language.wordlists import Family

RULE = "labels-of-a-person"
_ABOUT_PERSONS = frozenset({"those-who-govern", "those-who-fight", "those-who-protest", "reputation"})
_TITLES = frozenset(
    """president minister chancellor senator governor mayor leader chairman chairwoman chair director
    secretary
    general king queen prince judge justice lawyer representative lawmaker candidate nominee spokesman
    spokeswoman chief head analyst official commander speaker""".split()
)


def label_rows(pair: Pair) -> Iterator[Row]:
    """Yield a loaded label of a person in one text beside what the other text calls the same person."""
    loaded = [_labels(pair, place, listed=True) for place in (0, 1)]
    every = [_labels(pair, place, listed=False) for place in (0, 1)]
    for place in (0, 1):
        rivals = every[1 - place]
        for surname in sorted(loaded[place]):
            if surname not in rivals or surname in loaded[1 - place]:
                continue
            hit, shown = loaded[place][surname][0]
            _, other = rivals[surname][0]
            if hit is None:
                continue
            yield Row(
                rule=RULE,
                concept=hit.entry.concept.replace("-", " "),
                target=surname.title(),
                sides=(shown, other) if place == 0 else (other, shown),
                why=hit.entry.why,
                alternatives=hit.entry.instead,
                rank=3.0,
            )


def _labels(pair: Pair, place: int, *, listed: bool) -> dict[str, list[tuple[Hit | None, Side]]]:
    text = pair.texts[place]
    found: dict[str, list[tuple[Hit | None, Side]]] = defaultdict(list)
    for line in text.lines:
        if line.titled:
            continue
        heads: dict[int, Hit | None] = {}
        if listed:
            heads = {
                hit.last: hit
                for hit in pair.hits[place]
                if hit.line is line
                and hit.entry.concept in _ABOUT_PERSONS
                and hit.entry.family not in (Family.PLAIN, Family.HEDGE)
            }
        else:
            heads = {n: None for n, word in enumerate(line.low) if word in _TITLES}
        for at, hit in heads.items():
            last = _name_after(text.article.text, line, at)
            if last is not None:
                first = phrase_start(text.article.text, line, hit.first if hit else at)
                found[line.low[last]].append((hit, side(text, line, first, last)))
    return found


def _name_after(text: str, line: Line, at: int) -> int | None:
    """Return the last word of the name that follows a title: "strongman Ivo Kent"."""
    last = at
    while last + 1 < len(line.words) and adjoin(text, line, last + 1):
        word = line.words[last + 1]
        if last + 1 in line.countries or not (word.name or line.low[last + 1] in _TITLES):
            break
        last += 1
    return last if last > at and line.words[last].name and last not in line.countries else None
