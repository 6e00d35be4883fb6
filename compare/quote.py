"""Quotations: exact slices of an article's text, whole, shortened at a clause or word, or in their clause."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from compare.model import Article, Extent, Sentence

# Letters a line of the narrowest column holds; longer words get break points every BREAK_EVERY letters, since
# a 100,000-letter word under `overflow-wrap: anywhere` took WeasyPrint 403 s.
LONGEST_WORD = 26
BREAK_EVERY = 16
ZERO_WIDTH_SPACE = "\u200b"

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")
_NEXT_WORDS = re.compile(r"(?:[ \u00a0][\w’'-]+){1,2}")
_LETTER = re.compile(r"\w")
# Control characters and lone surrogates that XML cannot hold, noncharacters, and the marks that turn the
# direction of the text after them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# No quotation ends on these if it can help it.
_LOOSE_WORDS = frozenset(
    "a about added after against all although among an and another any around as asked at be because been "
    "before behind being between both but by can could despite did do does during each every for from had "
    "has have he her his if in into is it its like may might many more most must near no not of off on "
    "one or "
    "our out over per said saying says shall she should since so some such than that the their them these "
    "they this those though through to told toward towards under unless until up upon very via was were "
    "what when where whether which while who whom whose why will with within without would you your".split()
)
# A quotation never parts a figure from what it counts: it ends before it.
_FIGURE = re.compile(
    r"[$£€]?\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|trillion"
)
# Where no clause ends a phrase may: at its comma, or before one of these.
_COMMA = re.compile(r"(?<=\w)[”\"’')]?[,;:](?=\s)|(?<=\w)(?=\s[—–]\s)")
_PHRASE = re.compile(
    r"\s(?=(?:after|against|amid|among|and|as|at|because|before|between|but|by|during|for|from|if|in|into|on|or|over|since"
    r"|than|that|through|under|until|when|where|which|while|who|with|without)\s)"
)
_JOINED = re.compile(
    r"\W{0,3}(?:after|although|and|as|because|before|but|how|if|nor|once|or|since|so|than|that|though|to|unless|until|what"
    r"|when|where|whether|which|while|who|whom|whose|why|with|without|\w{2,20}(?:ing|ed))\b",
    re.IGNORECASE,
)
_LOOSE_ENDS = " \t\n\r\f\u00a0,;:—–-(["


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """`text` is `article.text[start:end]`; `cut` says that the passage goes on."""

    text: str
    start: int
    end: int
    cut: bool

    @property
    def nested(self) -> bool:
        """The words hold double quotation marks, so that single ones go around them."""
        return any(mark in self.text for mark in '“”"')


def printable(text: str) -> str:
    r"""Return a text that HTML can hold and a line can break: nothing else is changed.

    >>> printable("a\x00b"), printable("x" * 40).count(ZERO_WIDTH_SPACE)
    ('ab', 2)
    """
    return _LONG_WORD.sub(_with_breaks, legible(text))


def legible(text: str) -> str:
    r"""Return a text without the characters that nobody reads and XML cannot hold.

    >>> legible("a\x00b")
    'ab'
    """
    return _UNPRINTABLE.sub("", text)


def whole(article: Article, extent: Extent) -> Quotation:
    """Return a passage in full."""
    return Quotation(
        text=article.text[extent.start : extent.end], start=extent.start, end=extent.end, cut=False
    )


def shortened(article: Article, extent: Extent, *, limit: int) -> Quotation:
    """Return a passage cut to about `limit` characters: at a clause's end, up to half as long again for one.

    Where no clause ends near it is cut between words, never inside a name, between a figure and its noun or
    after a word that promises more. A single word longer than the limit is cut inside.
    """
    if extent.end - extent.start <= limit:
        return whole(article, extent)
    before, behind = _clause_ends(article, extent, limit)
    end = before or behind
    if end is None and extent.end - extent.start <= limit * _LONGER:
        return whole(article, extent)
    end = end or _phrase_end(article.text, extent, limit) or _last_word_end(article.text, extent, limit)
    end = _without_loose_end(article.text, extent, end)
    rest = article.text[end : extent.end]
    if not _LETTER.search(rest):
        return whole(article, extent)
    return Quotation(text=article.text[extent.start : end], start=extent.start, end=end, cut=True)


def with_noun(article: Article, extent: Extent) -> Quotation:
    """Return a figure with the one or two words after it, which say what it counts: "11 dead"."""
    more = _NEXT_WORDS.match(article.text, extent.end)
    end = _without_loose_end(article.text, extent, more.end()) if more else extent.end
    return whole(article, Extent(start=extent.start, end=max(end, extent.end)))


# How much longer than asked a quotation may be that ends with a clause.
_LONGER = 1.4


def _clause_ends(article: Article, extent: Extent, limit: int) -> tuple[int | None, int | None]:
    """Return the last clause's end within the limit, and the first one not far behind it."""
    ends = [
        clause.end
        for sentence in sentences_in(article, extent)
        for clause in sentence.clauses
        if extent.start < clause.end < extent.end and not _opens(article.text, extent, clause.end)
    ]
    last = extent.start + limit
    # Under half of the limit the slice says too little.
    before = max((end for end in ends if extent.start + limit * 0.5 <= end <= last), default=None)
    behind = min((end for end in ends if last < end <= extent.start + limit * _LONGER), default=None)
    return before, behind


def _opens(text: str, extent: Extent, end: int) -> bool:
    """Tell whether a quotation cut here would end inside of what it opened: quotation marks, brackets."""
    words = text[extent.start : end]
    return words.count("“") > words.count("”") or words.count("(") > words.count(")")


def _phrase_end(text: str, extent: Extent, limit: int) -> int | None:
    """Return where a phrase ends near the limit: at its comma, else before a joint."""
    first, last = extent.start + round(limit * 0.6), extent.start + limit
    furthest = min(extent.start + round(limit * _LONGER), extent.end)
    commas = [
        m.start() for m in _COMMA.finditer(text, first, furthest) if not _opens(text, extent, m.start())
    ]
    within = [at for at in commas if at <= last]
    if commas:
        return within[-1] if within else commas[0]
    joints = [match.start() for match in _PHRASE.finditer(text, first, last)]
    whole_ = [at for at in joints if not _opens(text, extent, at)]
    return whole_[-1] if whole_ else None


def shorter(quotation: Quotation, *, limit: int) -> Quotation:
    """Return a quotation cut to about `limit` characters where a phrase ends.

    >>> said = Quotation(text="The old pier, closed in May, fell", start=0, end=33, cut=False)
    >>> shorter(said, limit=20).text
    'The old pier'
    """
    text = quotation.text
    if len(text) <= limit:
        return quotation
    within = Extent(start=0, end=len(text))
    end = _phrase_end(text, within, limit) or _last_word_end(text, within, limit)
    end = _without_loose_end(text, within, end)
    if not _LETTER.search(text[end:]):
        return quotation
    return Quotation(text=text[:end], start=quotation.start, end=quotation.start + end, cut=True)


def _last_word_end(text: str, extent: Extent, limit: int) -> int:
    stop = extent.start + limit
    ends = [match.start() for match in _WORD_END.finditer(text, extent.start + 1, stop + 1)]
    return ends[-1] if ends else stop


def _without_loose_end(text: str, extent: Extent, end: int) -> int:
    """Return the end moved back over joining punctuation, words that promise more, and parts of a name."""
    start = extent.start
    while True:
        kept = start + len(text[start:end].rstrip(_LOOSE_ENDS))
        before, _, last = text[start:kept].rpartition(" ")
        if before and _promises(last, text[kept : extent.end]):
            kept -= len(last) + 1
        if kept == end or kept <= start:
            return max(end, start + 1)
        end = kept


def _promises(last: str, rest: str) -> bool:
    """Tell whether a word leads the reader to expect the next: "the", "three", "Hagstrom" before "Miller"."""
    if last.casefold() in _LOOSE_WORDS:
        return True
    following = rest[1:].split(" ", 2) if rest[:1] == " " else []
    if not following:
        return False
    if _FIGURE.fullmatch(last.casefold()):
        return following[0][:1].isalpha()
    name = following[1] if following[0] in {"of", "the", "de", "and"} and len(following) > 1 else following[0]
    return last[:1].isupper() and name[:1].isupper()


def sentences_in(article: Article, extent: Extent) -> tuple[Sentence, ...]:
    """Return the sentences that a passage touches; an article's sentences stand in order."""
    first = bisect_right(article.sentences, extent.start, key=lambda sentence: sentence.end)
    return tuple(takewhile(lambda sentence: sentence.start < extent.end, article.sentences[first:]))


def _with_breaks(match: re.Match[str]) -> str:
    word = match[0]
    pieces = [word[i : i + BREAK_EVERY] for i in range(0, len(word), BREAK_EVERY)]
    joined = pieces[0]
    for piece in pieces[1:]:
        # A break before a combining mark would part it from its letter.
        joined += piece if unicodedata.combining(piece[0]) else ZERO_WIDTH_SPACE + piece
    return joined


# ---------------------------------------------------------------------------------------------------- places
# What outputs call the place where a quotation stands.


def place(article: Article, extent: Extent) -> str:
    """Return the sentence in which a stretch begins, or what else it stands in."""
    for piece in article.sentences:
        if piece.start <= extent.start < piece.end:
            return piece.id
    for furniture in article.furniture:
        if furniture.start <= extent.start < furniture.end:
            return furniture.kind.value
    return article.label


def headline(article: Article) -> str:
    """Return the id under which findings stand that quote an article's headline."""
    return f"{article.label}0"


def place_name(of_headline: str) -> str:
    """Return what pages call a headline, by the id under which its findings stand.

    >>> place_name("A0")
    'A headline'
    """
    return f"{of_headline[:-1]} headline"


# --------------------------------------------------------------------------------------------------- excerpt
# Words of a text in the clause that they stand in, so that they can be judged where they are quoted.

_LOOSE = " \t\r\n,;:—–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A quotation with its key words apart: `before + words + after` is `text[start:start + length]`."""

    before: str
    words: str
    after: str
    start: int
    cut: bool
    """The words go on behind what is quoted."""

    @property
    def text(self) -> str:
        """Return the whole quotation."""
        return self.before + self.words + self.after

    @property
    def marked(self) -> bool:
        """There are other words beside the key words, from which these stand out."""
        return any(letter.isalnum() for letter in self.before + self.after)

    @property
    def opening(self) -> str:
        """Return what stands before the key words without the space in front of them."""
        return self.before.rstrip()

    @property
    def key(self) -> str:
        """Return the key words with the space in front of them: there WeasyPrint breaks no line too early."""
        return self.before[len(self.opening) :] + self.words

    @property
    def nested(self) -> bool:
        """The words hold double quotation marks, so that single ones go around them."""
        return any(mark in self.text for mark in '“”"')


def excerpt(article: Article, extent: Extent, *, limit: int) -> Excerpt:
    """Return the clauses that a stretch stands in, cut to about `limit` where that leaves the stretch in.

    >>> from compare.read import article_from_bytes
    >>> text = "Eleven people drowned when the dam broke on Monday. It rained."
    >>> article = article_from_bytes(text.encode(), name="a.txt", label="A")[0]
    >>> excerpt(article, Extent(start=0, end=6), limit=30)
    Excerpt(before='', words='Eleven', after=' people drowned', start=0, cut=True)
    """
    start, end = _clauses(article, extent)
    start = _from_a_joint(article, start, furthest=extent.end - limit)
    kept = shortened(article, Extent(start=start, end=end), limit=limit)
    if kept.end < extent.end:
        return bare(article, extent, limit=limit)
    return Excerpt(
        before=article.text[start : extent.start],
        words=article.text[extent.start : extent.end],
        after=article.text[extent.end : kept.end].rstrip(_LOOSE),
        start=start,
        cut=kept.cut,
    )


def joined(article: Article, extents: Sequence[Extent], *, limit: int) -> Excerpt:
    """Return one quotation from the first to the last of several stretches, the first named its key words.

    Where it is cut to `limit`, a key that stands behind the cut is not marked.
    """
    start, end = min(each.start for each in extents), max(each.end for each in extents)
    key, kept = extents[0], shortened(article, Extent(start=start, end=end), limit=limit)
    if key.end > kept.end:
        return Excerpt(before="", words=kept.text, after="", start=start, cut=kept.cut)
    return Excerpt(
        before=article.text[start : key.start],
        words=article.text[key.start : key.end],
        after=article.text[key.end : kept.end],
        start=start,
        cut=kept.cut,
    )


def bare(article: Article, extent: Extent, *, limit: int) -> Excerpt:
    """Return a stretch without the words around it."""
    kept = shortened(article, extent, limit=limit)
    return Excerpt(before="", words=kept.text, after="", start=kept.start, cut=kept.cut)


def _from_a_joint(article: Article, start: int, *, furthest: int) -> int:
    """Return where an excerpt begins: not behind "announced", where the clause before it only broke off.

    "Biden will announce the rule | Thursday afternoon and is expected to" is read from its first word.
    """
    sentence = next((s for s in article.sentences if s.start <= start < s.end), None)
    if sentence is None or start == sentence.start:
        return start
    before = article.text[sentence.start : start].rstrip()
    if not before[-1:].isalnum() or _JOINED.match(article.text, start):
        return start
    earlier = max((c.start for c in sentence.clauses if c.start < start), default=sentence.start)
    return _from_a_joint(article, earlier, furthest=furthest) if earlier >= furthest else start


def _clauses(article: Article, extent: Extent) -> tuple[int, int]:
    met = [
        clause
        for sentence in sentences_in(article, extent)
        for clause in sentence.clauses
        if clause.start < extent.end and extent.start < clause.end
    ]
    start = min((clause.start for clause in met), default=extent.start)
    end = max((clause.end for clause in met), default=extent.end)
    return min(start, extent.start), max(end, extent.end)
