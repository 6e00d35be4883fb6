"""Which lines of a web page are paragraphs of its story, where they are no plain `p` among others.

They stand outside of any paragraph, or apart above the others, or as one link; a full sentence is told from a
label or a teaser by how it begins and ends, and its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

# -------------------------------------------------------------------------------------------------- sentences

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Of the links that are whole paragraphs, those to other stories have 4 to 11 words, or no stop.
FEWEST_WORDS = 12
ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\Z")
OPENERS = "\"'“‘«‹([¿¡"
# "READ MORE: ...", "Related: ...", and what asks for a click.
TEASER = re.compile(
    r"(?:read|watch|see|listen|more|related|also|don['’]t miss|recommended|analysis|opinion|explainer|video"
    r"|in pictures|live|exclusive|background|in depth|from the archives?|editorial)(?: [\w’']{1,15}){0,4} ?"
    r"[:|–—>»]"
    r"|(?:click|read|watch|listen|sign up|subscribe|register|follow|download|join|get|find out|discover|see)"
    r" (?:here|more|our|how|why|what|who|the (?:full|latest|rest)|to|for|us|all|about|now|in full)\b",
    re.IGNORECASE,
)


def words_in(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the element's text on one line."""
    return " ".join(element.text_content().split())


def is_full_sentence(line: str) -> bool:
    """Return whether the line is a sentence of a story, or several, and no label, headline or teaser.

    >>> is_full_sentence("The ferry will run every ten minutes from Tuesday, the harbour office said.")
    True
    >>> is_full_sentence("Town divided over its new bridge"), is_full_sentence("Nobody was hurt.")
    (False, False)
    """
    opening = line.lstrip(OPENERS)[:1]
    return (
        bool(opening)
        and not opening.islower()
        and opening.isprintable()
        and len(line.split()) >= FEWEST_WORDS
        and ENDS.search(line[-8:]) is not None
        and TEASER.match(line) is None
    )


# ------------------------------------------------------------------------------------------------- loose text
# Text that stands in a web page outside of any paragraph: put into one, or an extractor passes it over.
#
# Of 46 real pages of 2010 to 2015 three had their first paragraph straight in a `div`, before the `p` of the
# others, and one had it in a heading: trafilatura left out two of them.

# What may hold paragraphs and text beside each other.
HOLDERS = ("body", "form", "header", "div", "article", "section", "main", "td", "center", "blockquote")
# What is part of a line of text.
INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()
)
# Words of a heading that asks; one of so many words as a sentence has, and its stop, is none.
LONGEST_QUESTION = 15
# What sites set a paragraph in where others have a `p`.
SPANS = frozenset("span font b strong i em".split())
# Characters of text that make a paragraph; a bar between links or a lone label does not.
FEWEST = 20


def into_paragraphs(tree: Any, *, title: str | None = None) -> None:  # noqa: ANN401 - lxml has no types
    """Wrap each run of text and inline elements that stands beside blocks into a paragraph of its own.

    A heading that reads as a paragraph, as some sites set the first one, becomes one.
    """
    for head in tree.iter(*HEADINGS):
        line = words_in(head)
        longer = len(line.split()) > LONGEST_QUESTION or "?" not in line[-2:]
        if longer and is_full_sentence(line) and not (title and line.casefold() == title.casefold()):
            head.tag = "p"
    for holder in list(tree.iter(*HOLDERS)):
        if _says_something(holder) and any(child.tag == "br" or not _inline(child) for child in holder):
            _wrap(holder)


def _inline(element: Any) -> bool:  # noqa: ANN401
    """Return whether it is part of a line: inline, and all that is in it."""
    return all(each.tag in INLINE for each in element.iter())


def _says_something(holder: Any) -> bool:  # noqa: ANN401
    """Return whether text stands straight in the holder, or in elements of a line that are no links."""
    if any(text and text.strip() for text in (holder.text, *(child.tail for child in holder))):
        return True
    return any(child.tag in SPANS and is_full_sentence(words_in(child)) for child in holder)


def _wrap(holder: Any) -> None:  # noqa: ANN401
    """Set the holder's children anew, those of a line and the text between them in a `p`."""
    children = list(holder)
    opening, holder.text = holder.text, None
    for child in children:
        holder.remove(child)
    line = _LooseRun(holder, opening)
    for inline, run in groupby(children, key=_inline):
        for child in run:
            if inline:
                line.add(child)
            else:
                line.end()
                tail, child.tail = child.tail, None
                holder.append(child)
                line = _LooseRun(holder, tail)
    line.end()


class _LooseRun:
    """A run of text and inline elements; two line breaks in a row end a paragraph of it."""

    def __init__(self, holder: Any, text: str | None) -> None:  # noqa: ANN401
        self._holder = holder
        self._paragraph = holder.makeelement("p")
        self._paragraph.text = text

    def add(self, child: Any) -> None:  # noqa: ANN401
        last = _last(self._paragraph)
        if child.tag == "br" and last is not None and last.tag == "br" and not (last.tail or "").strip():
            self._paragraph.remove(last)
            self.end()
            self._paragraph = self._holder.makeelement("p")
            self._paragraph.text = child.tail
            return
        self._paragraph.append(child)

    def end(self) -> None:
        """Put the paragraph into its holder; what is too short for one goes in as it was, without a `p`."""
        paragraph = self._paragraph
        if len(" ".join(paragraph.text_content().split())) >= FEWEST:
            self._holder.append(paragraph)
            return
        _append_text(self._holder, paragraph.text)
        for child in list(paragraph):
            self._holder.append(child)


def _append_text(holder: Any, text: str | None) -> None:  # noqa: ANN401
    if not text:
        return
    last = _last(holder)
    if last is None:
        holder.text = (holder.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _last(holder: Any) -> Any:  # noqa: ANN401
    """Return the last child, if there is one; `len` would count 40,000 children for each of them."""
    return next(holder.iterchildren(reversed=True), None)


# ------------------------------------------------------------------------------------------------------ leads
# First paragraphs that stand apart from the others: in a header, or a box of their own below the headline.
#
# An extractor takes the box that holds most of a story, and passes over what stands before it.

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
    heads = [each for each in tree.iter(*HEADINGS) if title and words_in(each).casefold() == title.casefold()]
    return next(iter([*heads, *tree.iter("h1"), *tree.iter(*STORIES)]), None)


def _is_a_line(element: Any) -> bool:  # noqa: ANN401
    return not any(each.tag in BLOCKS for each in element.iter() if each is not element)


# ----------------------------------------------------------------------------------------------------- linked
# Paragraphs, lists and headings that are one link: a story's own sentence, or a way to another story.
#
# Some sites link a paragraph to the story that it sums up, the first one even. What is a full sentence among
# the story's paragraphs is text; what has no full stop is a teaser.

LINES = ("p", "li", *HEADINGS)
# A line of which more than this is links leads elsewhere.
LINKED = 0.8
# So many linked paragraphs may stand together at the story's beginning or end; more are a list of others.
MOST_AT_AN_EDGE = 2
FEWEST_OF_A_TITLE = 5


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
        prose = (
            line.tag not in HEADINGS and len(words.split()) >= FEWEST_OF_A_TITLE and ENDS.search(words[-8:])
        )
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
