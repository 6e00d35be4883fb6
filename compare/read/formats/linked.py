"""Paragraphs, lists and headings that are one link: a story's own sentence, or a way to another story.

Some sites link a paragraph to the story that it sums up, the first one even. What is a full sentence among
the story's paragraphs is text; what has no full stop is a teaser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from compare.read.formats.sentences import ENDS, is_full_sentence, words_in

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = ("p", "li", *HEADINGS)
# A line of which more than this is links leads elsewhere.
LINKED = 0.8
# So many linked paragraphs may stand together at the story's beginning or end; more are a list of others.
MOST_AT_AN_EDGE = 2
FEWEST_WORDS = 5


def without_links_elsewhere(tree: Any, *, title: str | None) -> None:  # noqa: ANN401 - lxml has no types
    """Take out the teasers; links that are sentences of the story become plain text."""
    for card in [each for each in tree.iter("a") if any(True for _ in each.iter(*HEADINGS))]:
        if not _is_title(card, title) and not any(_is_title(head, title) for head in card.iter(*HEADINGS)):
            _drop(card)
    lines = [line for line in tree.iter(*LINES) if words_in(line) and not _holds_lines(line)]
    kinds = [_kind(line) for line in lines]
    begun = False
    at = 0
    for kind, group in groupby(kinds):
        length = sum(1 for _ in group)
        run = lines[at : at + length]
        if kind == "sentence":
            sides = (at > 0 and kinds[at - 1] == "prose") + (
                kinds[at + length : at + length + 1] == ["prose"]
            )
            if sides == 2 or (sides and length <= MOST_AT_AN_EDGE):
                _as_text(run)
            else:
                _drop_lines(run)
        elif kind == "teaser":
            # A headline is a link on many a site; below the first paragraph a linked line leads elsewhere.
            _drop_lines(
                [line for line in run if line.tag not in HEADINGS or (begun and not _is_title(line, title))]
            )
        begun = begun or kind == "prose"
        at += length


def _holds_lines(element: Any) -> bool:  # noqa: ANN401
    return any(each is not element for each in element.iter(*LINES))


def _kind(line: Any) -> str:  # noqa: ANN401
    words = words_in(line)
    if _share(line, words) <= LINKED:
        prose = line.tag not in HEADINGS and len(words.split()) >= FEWEST_WORDS and ENDS.search(words[-8:])
        return "prose" if prose else "label"
    return "sentence" if line.tag not in HEADINGS and is_full_sentence(words) else "teaser"


def _share(line: Any, words: str) -> float:  # noqa: ANN401
    """Return how much of the line is links; an anchor without an address, or within the page, is none."""
    if any(_leads(above) for above in line.iterancestors("a")):
        return 1.0
    linked = sum(len(words_in(link)) for link in line.iter("a") if _leads(link))
    return linked / len(words)


def _leads(link: Any) -> bool:  # noqa: ANN401
    target = (link.get("href") or "").strip()
    return bool(target) and not (target.startswith("#") and len(target) > 1)


def _as_text(lines: Sequence[Any]) -> None:
    for line in lines:
        for link in [*line.iter("a"), *line.iterancestors("a")]:
            link.drop_tag()


def _drop_lines(lines: Sequence[Any]) -> None:
    lists: dict[Any, bool] = {}
    for line in lines:
        above = line.getparent()
        if line.tag == "li" and above is not None:
            # A link in a list of facts is one of them: a list goes as a whole or stays.
            if above not in lists:
                lists[above] = all(_kind(each) in {"teaser", "sentence"} for each in _items(above))
            if not lists[above]:
                continue
        _drop(line)


def _items(above: Any) -> Iterator[Any]:  # noqa: ANN401
    return (each for each in above.iterchildren("li") if words_in(each))


def _is_title(element: Any, title: str | None) -> bool:  # noqa: ANN401
    return title is not None and words_in(element).casefold() == title.casefold()


def _drop(element: Any) -> None:  # noqa: ANN401
    if element.getparent() is not None:
        element.drop_tree()
