"""First paragraphs that stand apart from the others: in a header, or a box of their own below the headline.

An extractor takes the box that holds most of a story, and passes over what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from compare.read.formats.sentences import is_full_sentence, words_in

HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
STORIES = ("article", "main")
BLOCKS = frozenset("p div section article ul ol table blockquote header form h1 h2 h3 h4 h5 h6".split())
# Sites set a standfirst, a lead and at times a second paragraph apart; more is another story's text.
MOST = 4
MOST_LOOKED_AT = 12
# How far around a line a picture is looked for, and the words of a credit beside a caption.
NEAREST, MOST_BESIDE = 3, 12


def first_sentences(tree: Any, *, title: str | None) -> list[str]:  # noqa: ANN401 - lxml has no types
    """Return the first paragraphs that read as a story's sentences, from the headline or article on."""
    start = _start(tree, title)
    if start is None:
        return []
    lines: list[str] = []
    begun = False
    for element in tree.iter():
        begun = begun or element is start
        if begun and (element.tag == "p" or (element.tag == "div" and _is_a_line(element))):
            line = words_in(element)
            if is_full_sentence(line) and not _is_caption(element, line, start):
                lines.append(line)
        if len(lines) == MOST_LOOKED_AT:
            break
    return lines


def with_leads(paragraphs: Sequence[str], sentences: Sequence[str]) -> list[str]:
    """Return the paragraphs with those of the page's sentences before them that stand above the first.

    >>> with_leads(["Second.", "Third."], ["First.", "Second.", "Third."])
    ['First.', 'Second.', 'Third.']
    >>> with_leads(["Second."], ["Of another page."])
    ['Second.']
    """
    have = set(paragraphs)
    at = next((at for at, line in enumerate(sentences) if line in have), 0)
    leads = list(dict.fromkeys(sentences[:at]))
    if len(leads) > MOST:
        return list(paragraphs)
    # A crosshead or a standfirst that was taken stays above: the first sentence is what they part from.
    first = paragraphs.index(sentences[at]) if leads else 0
    return [*paragraphs[:first], *leads, *paragraphs[first:]]


def _is_caption(element: Any, line: str, start: Any) -> bool:  # noqa: ANN401
    """Return whether the line stands in a box with a picture and hardly anything else."""
    for above in islice(element.iterancestors(), NEAREST):
        if len(words_in(above).split()) > len(line.split()) + MOST_BESIDE or above in start.iterancestors():
            return False
        if any(True for _ in above.iter("img", "video", "picture", "object")):
            return True
    return False


def _start(tree: Any, title: str | None) -> Any:  # noqa: ANN401
    heads = [each for each in tree.iter(*HEADS) if title and words_in(each).casefold() == title.casefold()]
    return next(iter([*heads, *tree.iter("h1"), *tree.iter(*STORIES)]), None)


def _is_a_line(element: Any) -> bool:  # noqa: ANN401
    return not any(each.tag in BLOCKS for each in element.iter() if each is not element)
