"""Text that stands in a web page outside of any paragraph: put into one, or an extractor passes it over.

Of 46 real pages of 2010 to 2015 three had their first paragraph straight in a `div`, before the `p` of the
others, and one had it in a heading: trafilatura left out two of them.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from compare.read.formats.sentences import is_full_sentence, words_in

# What may hold paragraphs and text beside each other.
HOLDERS = ("body", "form", "header", "div", "article", "section", "main", "td", "center", "blockquote")
# What is part of a line of text.
INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike
    strong sub sup time tt u var wbr""".split()
)
HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
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
    for head in tree.iter(*HEADS):
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
    line = _Line(holder, opening)
    for inline, run in groupby(children, key=_inline):
        for child in run:
            if inline:
                line.add(child)
            else:
                line.end()
                tail, child.tail = child.tail, None
                holder.append(child)
                line = _Line(holder, tail)
    line.end()


class _Line:
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
