"""HTML to the article on the page; menus, comments, captions, boxes and adverts stay out.

Of six extractors on 62 articles wrapped in seven site layouts (shares of three-word runs found and right,
before `paragraphs.py`):

    trafilatura .994/.929   newspaper4k .997/.966   readability-lxml .992/.902
    resiliparse .998/.833   jusText .843/.870       trafilatura after `boxes.py` .998/.972

On 46 saved pages of 2010 to 2015, some of them French, Spanish, Arabic or Korean, the share found of what is
known to stand in the articles (`benchmarks/pages.py`):

    trafilatura .911        newspaper4k .803        readability-lxml .920       this module .961

newspaper4k asks for 20 packages (an HTTP client, image codecs, feeds), and keeps none of a text's headings.
resiliparse needs two and is ten times as fast, but takes boxes and comments for text. So it is trafilatura
2 (Apache 2.0), without its metadata, whose dates fall back on the clock: see `page_facts.py`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from compare.errors import SideBySideError
from compare.read.formats.boxes import is_gated, without_boxes, without_hidden
from compare.read.formats.embeds import into_quotations, note_on_posts
from compare.read.formats.extracted import SAVE_AS_TEXT, Extracted, Refusal
from compare.read.formats.page_facts import Facts, page_facts
from compare.read.formats.paragraphs import (
    first_sentences,
    into_paragraphs,
    is_full_sentence,
    with_leads,
    without_links_elsewhere,
    words_in,
)
from compare.read.formats.signed import Signed, take_signature
from compare.read.furniture.notices import is_paywall
from compare.read.letters.decoding import decode
from compare.read.letters.entities import decoded

# The longest tags of saved pages hold a picture or a page's state as data, 100 to 500 kB in one attribute.
MOST_OF_A_TAG = 1024 * 1024
# lxml looks each attribute of a tag up among the others: 2,000 take 0.01 s, 40,000 take 6 s. Real tags have
# under 100.
MOST_ATTRIBUTES = 1000
# A page of 5 MB has some 100,000 tags; trafilatura takes about 30 s on ten times that.
MOST_TAGS = 50_000
# How many lines of the site may stand above the headline, and the words of each.
FIRST_LINES, LONGEST_LINE = 6, 15
# From `<` on, quotation marks as a parser reads them: they open a value only after `=`, for `alt="it"s"` and
# `title=don't` do occur. It always matches, so that a page is gone through once.
TAG = re.compile(r"<[a-zA-Z](?:[^=>]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*")
ATTRIBUTE = re.compile(r"(?<=[\s/\"'])[^\s/\"'=>]")
QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
CODE = re.compile(r"<(script|style|textarea|title)\b", re.IGNORECASE)
WHOLE_PAGE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})", re.IGNORECASE)
ENCODINGS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
NOT_IN_TEXT = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def read_web_page(data: bytes, *, encoding: str | None = None) -> Extracted:
    """Return the article of a saved page, under its headline.

    Raises:
        Refusal: if a tag is too much for a parser, or no text of an article is found.
    """
    page, found = _decoded(data, encoding=encoding)
    _refuse_what_takes_hours(page)
    import lxml.html

    try:
        # Nothing is loaded from anywhere, and elements nest 255 deep at the most.
        parser: Any = lxml.html.HTMLParser(  # type: ignore[no-untyped-call]
            remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
        )
        tree: Any = lxml.html.document_fromstring(  # type: ignore[no-untyped-call]
            page, parser=parser
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise Refusal("it is a web page without an article's text", SAVE_AS_TEXT) from error
    _without_controls(tree)
    without_hidden(tree)
    facts = page_facts(tree)
    signed = take_signature(tree, title=facts.title)
    cut_off = facts.paid_for or is_gated(tree)
    posts = into_quotations(tree)
    _part_neighbours(tree)
    without_boxes(tree)
    into_paragraphs(tree, title=facts.title)
    without_links_elsewhere(tree, title=facts.title)
    _keep_words_of_sentences(tree)
    if not WHOLE_PAGE.search(page):
        _as_one_story(tree)
    sentences = first_sentences(tree, title=facts.title)
    paragraphs = with_leads(_below(list(_paragraphs(tree)), facts.title), sentences)
    if not any(not paragraph.startswith("#") for paragraph in paragraphs):
        raise Refusal("it is a web page without an article's text", SAVE_AS_TEXT)
    heads = [f"# {facts.title}"] if facts.title else []
    text = decoded("\n\n".join([*heads, *paragraphs]) + "\n").text
    return Extracted(
        text=text,
        encoding=found,
        title=facts.title,
        byline=_byline(facts, signed),
        published=_published(facts, signed),
        outlet=facts.outlet,
        language=facts.language,
        note=note_on_posts(posts, text),
        cut_off=cut_off,
    )


def _without_controls(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Take control characters out: `&#8` without its end gives one, and no text with it can be moved."""
    for element in tree.iter():
        for part in ("text", "tail"):
            written = getattr(element, part)
            if written and not written.isprintable():
                plain = written.translate(NOT_IN_TEXT)
                if plain != written:
                    setattr(element, part, plain)


def _byline(facts: Facts, signed: Signed) -> str | None:
    """Return the author whom the page states; if that is the outlet itself, the one whom it shows."""
    if facts.byline is None or (facts.outlet and facts.byline.casefold() == facts.outlet.casefold()):
        return signed.byline or facts.byline
    return facts.byline


def _published(facts: Facts, signed: Signed) -> str | None:
    """Return the stated day; in Greenwich it may be the next one already: a day that is shown goes first."""
    if facts.published and facts.published_in_utc and signed.published:
        stated, shown = map(datetime.date.fromisoformat, (facts.published, signed.published))
        if abs(stated - shown) <= datetime.timedelta(days=1):
            return signed.published
    return facts.published or signed.published


def _decoded(data: bytes, *, encoding: str | None) -> tuple[str, str]:
    """Return the page's characters by its byte order mark, the user, its own word, or as plain text."""
    declared = DECLARED.search(data[:4096])
    named = declared[1].decode("ascii").lower() if declared and not encoding else ""
    wanted = encoding or ENCODINGS.get(named, named)
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    decoded = None
    if wanted and not (marked and not encoding) and not (named.startswith("utf-16")):
        try:
            decoded = decode(data, name="", encoding=wanted)
        except SideBySideError:
            if encoding:
                raise
    decoded = decoded or decode(data, name="")
    # An XML declaration names an encoding that is done with.
    return decoded.text.translate(NOT_IN_TEXT), decoded.encoding


def _refuse_what_takes_hours(page: str) -> None:
    small = page.lower()
    tags = at = 0
    while match := TAG.search(page, at):
        at = match.end()
        tags += 1
        _refuse_tag(match[0])
        code = CODE.match(match[0])
        if code:
            # Between these, `<` is no tag. Without an end the rest of the page is code.
            at = small.find(f"</{code[1].lower()}", at)
            if at < 0:
                break
    if tags > MOST_TAGS:
        raise Refusal(f"it is a web page of more than {MOST_TAGS:,} tags", SAVE_AS_TEXT)


def _refuse_tag(tag: str) -> None:
    if len(tag) > MOST_OF_A_TAG:
        raise Refusal("it is a web page with a tag of more than 1 MB", SAVE_AS_TEXT)
    if len(tag) > MOST_ATTRIBUTES and len(ATTRIBUTE.findall(QUOTED.sub('=""', tag))) > MOST_ATTRIBUTES:
        why = f"it is a web page with a tag of more than {MOST_ATTRIBUTES:,} attributes"
        raise Refusal(why, SAVE_AS_TEXT)


def _part_neighbours(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Put a space between elements that a style sheet sets apart: <span>By Jane Doe</span><time>..."""
    for element in tree.iter("span", "time", "a"):
        following = element.getnext()
        if not element.tail and following is not None and following.tag in {"span", "time", "a"}:
            element.tail = " "


def _as_one_story(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Make the boxes of a piece of a page equal: an extractor looks for the one that holds the story."""
    for holder in tree.iter("div", "article", "section", "main", "header"):
        holder.tag = "div"
        holder.attrib.clear()


def _keep_words_of_sentences(tree: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Make a clock time, or a name that a page calls an author, plain words where it is part of a line."""
    for time in list(tree.iter("time")):
        time.drop_tag()
    for paragraph in tree.iter("p", "li"):
        if not is_full_sentence(words_in(paragraph)):
            continue
        for element in paragraph.iter("span", "a", "em", "i", "b", "strong", "cite", "small"):
            element.attrib.clear()


def _paragraphs(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        with_metadata=False,
    )
    body = getattr(found, "body", None)
    if body is None:
        return
    for block in body.iter("p", "head", "item", "quote", "cell"):
        if any(above.tag in {"p", "head", "item"} for above in block.iterancestors()):
            continue
        if block.tag == "quote" and any(True for _ in block.iter("p", "item", "head")):
            continue
        for line in "".join(_text(block)).split("\n\n"):
            words = " ".join(line.split())
            if words:
                yield f"## {words}" if block.tag == "head" and not is_paywall(words) else words


def _text(block: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the block's text; a line break inside a paragraph parts two, as pages of old do it."""
    yield (block.text or "").replace("\n", " ")
    for child in block:
        if child.tag == "lb":
            yield "\n\n"
        else:
            yield from _text(child)
        yield (child.tail or "").replace("\n", " ")


def _below(paragraphs: list[str], title: str | None) -> list[str]:
    """Return what stands below the headline: it is printed once, and short lines above it are the site's."""
    below = 0
    for i, paragraph in enumerate(paragraphs[:FIRST_LINES]):
        if title and paragraph.lstrip("# ").casefold() == title.casefold():
            below = i + 1
        elif len(paragraph.split()) > LONGEST_LINE:
            break
    return paragraphs[below:]
