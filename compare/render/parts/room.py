"""How full the first page is: an estimate from the lengths of what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.render.parts.front import Front, Told
from compare.render.parts.overview import Alone, Card, Run


def lines(letters: int, in_a_line: float) -> int:
    """Return how many lines so many letters fill.

    >>> lines(0, 50), lines(50, 50), lines(51, 50)
    (1, 1, 2)
    """
    return max(1, -(-letters // int(in_a_line)))


def filled(
    title: str,
    cards: Sequence[Card],
    highlights: Iterable[Sequence[Run]],
    figures: int,
    alone: Sequence[Alone],
    *,
    front: Front,
    scope: Sequence[str] = (),
) -> float:
    """Return the points of the first page that its content fills, from its top margin down.

    Sizes are those of the style sheet; on the sample articles the estimate was within 7 per cent. A part
    that always began a new page would leave an empty one behind a first page that runs over by a line.
    """
    height = 30.0 + 23 * lines(len(title), 46)
    begun = (
        card.headline or f"no headline in the file; it begins {card.lead and card.lead.text}"
        for card in cards
    )
    headline = max((lines(len(words), 44) for words in begun), default=1)
    height += 50 + 14 * headline + 40
    if front.strongest:
        height += 22 + max(_told(each) for each in front.strongest.sides)
        height += sum(
            8
            + max(
                13 * lines(len(row.label) + 5, 16),
                *(13 * lines(len(t.quotation.text), 41) for t in row.sides),
            )
            for row in front.others
        )
    else:
        height += 24 + sum(2 + 13 * lines(_letters(runs), 104) for runs in highlights)
    if front.facts:
        height += 38 + sum(14 * lines(len(quotation.text) + 12, 98) for quotation, _ in front.facts)
    if front.speakers:
        height += 5 + max(12 * lines(len(words) + 10, 62) for _, words in front.speakers)
    height += sum(4 + 13 * lines(len(line), 104) for line in scope)
    # The map: a caption of two lines above and below, and a bar a text.
    height += 62 + 29 * figures if figures else 0
    items = [sum(2 + 14 * lines(len(q.text) + 8, 49) for q, _ in each.items) for each in alone]
    height += 40 + max(items) if items else 0
    height += 26
    return height


def _told(told: Told) -> float:
    large = (
        26 * lines(len(told.quotation.text), 22) if told.large else 17 * lines(len(told.quotation.text), 38)
    )
    return large + (13 * lines(len(told.context.text), 52) if told.context else 0)


def _letters(runs: Iterable[Run]) -> int:
    return sum(
        len(run.words)
        + (len(run.quotation.text) + 3 if run.quotation else 0)
        + (len(run.reference.words) if run.reference else 0)
        + (6 if run.page else 0)
        for run in runs
    )
