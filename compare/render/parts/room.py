"""How full the first page is: an estimate from the lengths of what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.render.parts.overview import Card, Missed, Run


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
    missed: Sequence[Missed],
    *,
    scope: Sequence[str] = (),
) -> float:
    """Return the points of the first page that its content fills, from its top margin down.

    Sizes are those of the style sheet; on the sample articles the estimate was within 7 per cent. A part
    that always began a new page would leave an empty one behind a first page that runs over by a line.
    """
    columns = min(len(cards), 3 if len(cards) > 2 else 2) or 1
    height = 32.0 + 23 * lines(len(title), 48)
    rows = -(-len(cards) // columns)
    headline = max((lines(len(card.headline or ""), 80 / columns) for card in cards), default=1)
    height += rows * (62 + 14 * headline) + 46
    height += 27 + sum(2 + 13 * lines(_letters(runs), 104) for runs in highlights)
    height += sum(4 + 13 * lines(len(line), 104) for line in scope)
    height += 121 * figures
    items = [sum(2 + 12.5 * lines(len(q.text) + 8, 52) for q, _ in each.items) for each in missed]
    height += sum(42 + max(items[i : i + 2]) for i in range(0, len(items), 2))
    height += 15 * lines(8 + len(cards), 5)
    return height


def _letters(runs: Iterable[Run]) -> int:
    return sum(
        len(run.words)
        + (len(run.quotation.text) + 3 if run.quotation else 0)
        + (len(run.reference.words) if run.reference else 0)
        + (6 if run.page else 0)
        for run in runs
    )
