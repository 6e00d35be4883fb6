"""Clauses inside one sentence: where it may be cut, and the pieces that two texts are compared by.

There is no parser here: a rule for a cut asks for a joining word or mark and for a likely finite verb nearby.
A cut that is missed leaves a longer clause, which aligns less well; a wrong one leaves a fragment, which
misleads. So every rule asks for more evidence than grammar would.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.text.en import word_set
from compare.text.syntax import (
    REPORTING,
    is_auxiliary,
    is_participle,
    is_past,
    may_be_finite,
    verb_after_subject,
    verb_at,
)
from compare.text.tokens import as_written

_JOINING = frozenset((",", ";", ":", "—", "–", "-", "--"))
_OPENING = frozenset('"“‘«„([')
# Words that carry no content of their own; a piece of these and of names alone says nothing.
_LIGHT = word_set("text.clauses.light")
# Up to this many words a quotation is somebody's term, not somebody's statement.
_SHORT_QUOTATION = 8
_SHORTEST = 4


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the clauses of the sentence `text[start:end]`, in order.

    They cover every word; only white space and the punctuation that joins clauses stands between them. A
    sentence that does not divide is returned whole.

    >>> text = "Rain fell for two days, which flooded the old town, and the bridge was closed."
    >>> [text[s:e] for s, e in clauses(text, 0, len(text))]
    ['Rain fell for two days', 'which flooded the old town', 'and the bridge was closed.']
    """
    found = as_written(text, start, end)
    if not found:
        return [(start, end)] if start < end else []
    words = _words(text, found)
    begins = _kept(words, list(cuts(words)))
    spans: list[tuple[int, int]] = []
    for first, stop in zip([0, *begins], [*begins, len(found)], strict=True):
        last = stop - 1
        while last > first and text[slice(*found[last])] in _JOINING:
            last -= 1
        spans.append((found[first][0], found[last][1]))
    spans[0] = (start, spans[0][1])
    spans[-1] = (spans[-1][0], end)
    return spans


def _words(text: str, found: list[tuple[int, int]]) -> Words:
    """Return what the rules need to know of the tokens."""
    written = [text[s:e] for s, e in found]
    spaced = [k == 0 or text[s - 1].isspace() for k, (s, _) in enumerate(found)]
    capital = [word[0].isupper() for word in written]
    plain = [word.replace("’", "'") if len(word) > 1 else word for word in written]
    for k, word in enumerate(plain):
        if k == 0 or not capital[k] or plain[k - 1] in _OPENING or word[:2] in ("I", "I'"):
            plain[k] = word.lower()
    return Words(
        lower=plain,
        capital=capital,
        spaced=spaced,
        closed=_closed(written, spaced),
    )


def _closed(written: list[str], spaced: list[bool]) -> list[bool]:
    """Return for each token whether it stands inside brackets or inside a short quotation."""
    closed = [False] * len(written)
    brackets: list[int] = []
    quotation: int | None = None
    for i, mark in enumerate(written):
        if mark in "([":
            brackets.append(i)
        elif mark in ")]" and brackets:
            first = brackets.pop()
            if not brackets:
                closed[first + 1 : i + 1] = [True] * (i - first)
        elif quotation is not None and mark in '"”’»':
            if sum(word[0].isalnum() for word in written[quotation:i]) < _SHORT_QUOTATION:
                closed[quotation + 1 : i + 1] = [True] * (i - quotation)
            quotation = None
        elif mark in "“‘«" or (mark == '"' and spaced[i]):
            quotation = i
    return closed


def _kept(words: Words, possible: list[Cut]) -> list[int]:
    """Return where clauses begin, after pieces that are too short or say nothing were put to a neighbour."""
    says = _running(words)
    kept: list[Cut] = []
    for cut in possible:
        cut = _with_opening_mark(words, cut)
        begin = kept[-1].at if kept else 0
        if cut.at <= begin:
            continue
        if _is_piece(says, begin, cut.at, cut.before):
            kept.append(cut)
        elif kept and kept[-1].strength < cut.strength:
            kept[-1] = cut
    while kept and not _is_piece(says, kept[-1].at, len(words.lower), _SHORTEST):
        kept.pop()
    return [cut.at for cut in kept]


def _with_opening_mark(words: Words, cut: Cut) -> Cut:
    """Return the cut before the quotation mark or bracket that opens right there."""
    at = cut.at
    if at > 1 and words.lower[at - 1] in _OPENING and words.spaced[at - 1] and not words.spaced[at]:
        return Cut(at=at - 1, strength=cut.strength, before=cut.before)
    return cut


def _running(words: Words) -> list[tuple[int, int]]:
    """Return for each token how many words and how many words with content stand before it."""
    counts = [(0, 0)]
    for word, capital in zip(words.lower, words.capital, strict=True):
        spoken, content = counts[-1]
        is_word = word[0].isalnum()
        says = (
            is_word and word not in _LIGHT and not is_auxiliary(word) and (not capital or word[0].isdigit())
        )
        counts.append((spoken + is_word, content + says))
    return counts


def _is_piece(counts: list[tuple[int, int]], first: int, stop: int, shortest: int) -> bool:
    """Tell whether the tokens have enough words and a word with content that is no name."""
    return counts[stop][0] - counts[first][0] >= shortest and counts[stop][1] > counts[first][1]


STRONG, FIRM, WEAK = 3, 2, 1

_SUBJECT_PRONOUNS = word_set("base.subjects")
_DETERMINERS = word_set("text.clauses.determiners")
_RELATIVES = word_set("base.relatives")
_PLAIN_OPENERS = frozenset("while although though because unless whereas".split())
_DOUBLE_OPENERS = frozenset("after before since as until when if".split())
_NOUN_OPENERS = frozenset("amid despite given".split())
_OPENERS = _PLAIN_OPENERS | _DOUBLE_OPENERS | _NOUN_OPENERS | {"so"}
_FRONT = _PLAIN_OPENERS | _DOUBLE_OPENERS | _NOUN_OPENERS | frozenset("once upon having".split())
_CONJUNCTIONS = frozenset("and but or nor yet so".split())
_PAIRING = frozenset("between both either neither".split())
_ADVERBS = frozenset("then also not now still later even never thus thereby".split())
_BEFORE_OPENER = frozenset("even only just shortly soon especially particularly".split())
_THAT_ADJECTIVES = frozenset(
    "clear sure certain likely unlikely true confident aware convinced worried".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_HEARERS = frozenset("tell tells told telling warn warned warns pointed points".split())
_PARTICIPLE_LINKS = word_set("text.clauses.participle_links")
_OPEN_QUOTES = frozenset("“‘«„")
_CLOSED_QUOTES = frozenset('”’»"')
_BREAKS = frozenset((",", ";", ":", "(", ")", "—", "–", "--"))
# Two long noun phrases may be two facts; "the army and the police" are one.
_PLACES = frozenset("in on at after by for with under during as".split())
_LONG_PHRASE = 5
_WINDOW = 8
_LONG_LEFT = 7


class Cut(Struct, frozen=True, kw_only=True):
    """A clause may begin at token `at`, if the piece before it has `before` words."""

    at: int
    strength: int
    before: int = 4


class Words(Struct, frozen=True, kw_only=True):
    """The words and marks of a sentence, with what their writing tells."""

    lower: list[str]
    """In lower case, but for names: "States" and "Rose" are no verbs."""
    capital: list[bool]
    spaced: list[bool]
    """White space stands before the token."""
    closed: list[bool]
    """The token is inside brackets or a short quotation: no clause begins there."""

    def at(self, index: int) -> str:
        """Return the token there, an empty one past the ends."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


def cuts(words: Words) -> Iterator[Cut]:
    """Yield the possible cuts in order."""
    finite, ever, hanging, begin = False, False, False, 0
    fronted = _is_fronted(words, 0)
    for i in range(1, len(words.lower)):
        cut = None
        if not words.closed[i]:
            cut = _at_mark(words, i)
            if not cut and words.at(i - 1) == ",":
                tail = finite or (not fronted and i - begin >= _LONG_LEFT)
                cut = _after_comma(words, i, tail=tail, hanging=hanging, fronted=fronted)
            if not cut and ever:
                cut = _coordination(words, i, finite=finite)
            cut = cut or _opener(words, i) or _claim(words, i)
        if cut:
            yield cut
            fronted = False
            if words.at(i - 1) == "," or words.at(i) in _CONJUNCTIONS:
                hanging = words.at(i) in _RELATIVES or not (
                    words.at(i) in _CONJUNCTIONS or _clause_at(words, i)
                )
            begin = i
            finite = ever and (
                cut.strength == WEAK or words.at(i) in _NOUN_OPENERS or _is_fronted(words, i + 1)
            )
        finite = finite or may_be_finite(words.at(i))
        ever = ever or finite


def _is_fronted(words: Words, i: int) -> bool:
    """Tell whether the piece that begins there waits for the main clause behind a comma."""
    if words.at(i) in _FRONT or is_participle(words.at(i)):
        return True
    return words.at(i) in ("in", "by", "on", "instead", "besides") and any(
        is_participle(words.at(k)) for k in range(i + 1, i + 5)
    )


def _at_mark(words: Words, i: int) -> Cut | None:
    """Return a cut after a semicolon, colon or dash, or at the edge of a quotation."""
    mark, word = words.at(i - 1), words.at(i)
    if mark == ";" or (mark == ":" and words.spaced[i]):
        return Cut(at=i, strength=STRONG)
    if mark in ("—", "--") or (mark in ("–", "-") and words.spaced[i] and words.spaced[i - 1]):
        return Cut(at=i, strength=STRONG) if word not in _BREAKS else None
    opens = word in _OPEN_QUOTES or (word == '"' and words.spaced[i])
    if opens and mark == ",":
        return Cut(at=i, strength=FIRM, before=3)
    if (
        mark in _CLOSED_QUOTES
        and words.at(i - 2) in (",", "?", "!")
        and words.spaced[i]
        and word[0].isalnum()
    ):
        return Cut(at=i, strength=FIRM)
    return None


def _clause_at(words: Words, i: int) -> bool:
    """Tell whether a subject and its finite verb follow."""
    return verb_after_subject(words.lower, i) > i


def _after_comma(words: Words, i: int, *, tail: bool, hanging: bool, fronted: bool) -> Cut | None:
    """Return a cut for a relative, participial or appositive tail, or for what follows an inserted piece.

    `tail` says that what stands before is long enough, or has its verb, to have a tail.
    """
    word = words.at(i)
    firm = Cut(at=i, strength=FIRM)
    if fronted and word not in _CONJUNCTIONS and _clause_at(words, i):
        return firm
    if hanging and verb_at(words.lower, i):
        return firm
    if word in _RELATIVES or any(words.at(i + k) in ("which", "whom", "whose") for k in (1, 2, 3)):
        stop = _next_break(words, i)
        return firm if any(may_be_finite(words.at(k)) for k in range(i + 1, stop)) else None
    if word in ("where", "when"):
        return firm if _clause_at(words, i + 1) else None
    if word in _NOUN_OPENERS:
        return firm
    if not tail:
        return None
    return firm if _is_participial(words, i) else _apposition(words, i)


def _is_participial(words: Words, i: int) -> bool:
    """Tell whether a participle's tail begins there: "leaving", "slowly driven by", "with roads closed"."""
    verb = i + 1 if words.at(i).endswith("ly") or words.at(i) in _ADVERBS else i
    if is_participle(words.at(verb)) and words.at(verb + 1) not in (",", "and", "or"):
        return True
    if is_past(words.at(verb)) and words.at(verb + 1) in _PARTICIPLE_LINKS:
        return True
    near = words.lower[i + 2 : min(_next_break(words, i), i + 8)]
    return words.at(i) == "with" and any(is_participle(part) or is_past(part) for part in near)


def _apposition(words: Words, i: int) -> Cut | None:
    """Return a cut before a long noun phrase that tells something: "a firm based in Quell that dredges"."""
    stop = _next_break(words, i)
    inner = words.lower[i + 2 : stop]
    if words.at(i) not in ("a", "an", "the", "one") or len(inner) < _LONG_PHRASE - 2 or words.at(stop) == ",":
        return None
    tells = any(
        part in _RELATIVES or part == "that" or is_participle(part) or is_past(part) for part in inner
    )
    return Cut(at=i, strength=WEAK, before=5) if tells else None


def _coordination(words: Words, i: int, *, finite: bool) -> Cut | None:
    """Return a cut at a conjunction that joins clauses, predicates or two long noun phrases.

    `finite` says that the piece before has its own verb; only a second predicate can do without.
    """
    word, before = words.at(i), words.at(i - 1)
    if word not in _CONJUNCTIONS or words.at(i + 1) in _BREAKS or (word in ("so", "yet") and before != ","):
        return None
    if not _PAIRING.isdisjoint(words.lower[max(0, i - 8) : i]):
        return None
    verb = i + 1
    while verb < i + 3 and (words.at(verb).endswith("ly") or words.at(verb) in _ADVERBS):
        verb += 1
    if verb_at(words.lower, verb) and not is_past(before):
        return Cut(at=i, strength=FIRM)
    if not finite:
        return None
    if _joins_clause(words, i):
        return Cut(at=i, strength=FIRM)
    return Cut(at=i, strength=WEAK, before=_LONG_LEFT) if _joins_long_phrase(words, i) else None


def _joins_clause(words: Words, i: int) -> bool:
    """Tell whether a clause with its own subject follows a conjunction, behind a place or time at most."""
    if words.at(i + 1) == "that" and _clause_at(words, i + 2):
        return True
    # "Expects Russia and China will sign": the noun before the conjunction belongs to the subject after it.
    if words.at(i - 1) != "," and any(may_be_finite(part) for part in words.lower[max(0, i - 3) : i]):
        return False
    begin = i + 1
    if words.at(begin) in _PLACES:
        stop = _next_break(words, begin)
        begin = stop + 1 if stop - begin <= _WINDOW and words.at(stop) == "," else begin
    return _clause_at(words, begin)


def _joins_long_phrase(words: Words, i: int) -> bool:
    """Tell whether a second long noun phrase follows "and", which may be a second fact."""
    if words.at(i) != "and" or words.at(i + 1) not in _DETERMINERS:
        return False
    stop = _next_break(words, i)
    phrase = words.lower[i + 1 : stop]
    return (
        words.at(i - 1) not in (",", "it", "him", "her", "them")
        and len(phrase) >= _LONG_PHRASE
        and words.at(stop) != ","
        and not any(verb_at(phrase, k) for k in range(1, len(phrase)))
    )


def _opener(words: Words, i: int) -> Cut | None:
    """Return a cut at a word that opens a subordinate clause."""
    word, before, after = words.at(i), words.at(i - 1), words.at(i + 1)
    if word not in _OPENERS:
        return None
    at = i - 1 if before in _BEFORE_OPENER and not words.closed[i - 1] and i > 1 else i
    firm = Cut(at=at, strength=FIRM)
    if word in ("amid", "despite") or (word in ("given", "so") and after == "that"):
        return firm
    if word in _PLAIN_OPENERS or (word in _DOUBLE_OPENERS and _is_open(words, i)):
        gerund = words.at(i + 2) if after.endswith("ly") or after in _ADVERBS else after
        return firm if is_participle(gerund) or _clause_at(words, i + 1) else None
    return None


def _is_open(words: Words, i: int) -> bool:
    """Tell whether a word that may be a preposition can open a clause here."""
    if words.at(i) != "as":
        return words.at(i - 1) not in ("ever", "long", "of") and words.at(i + 1) not in (
            "now",
            "then",
            "recently",
        )
    near = words.lower[max(0, i - 4) : i]
    return words.at(i + 1) not in ("of", "well", "if", "though", "part", "being") and not (
        {"as", "so", "such", "same"} & set(near) or is_past(words.at(i - 1))
    )


def _claim(words: Words, i: int) -> Cut | None:
    """Return a cut before what somebody says, thinks or finds."""
    word, before = words.at(i), words.at(i - 1)
    if word != "that" and word not in _SUBJECT_PRONOUNS and before not in REPORTING:
        return None
    tail = Cut(at=i - (before in _CONJUNCTIONS and i > 1), strength=FIRM, before=3)
    told = any(words.at(k) in _HEARERS for k in range(max(0, i - 5), i))
    if word == "that":
        named = before in REPORTING or before in _THAT_ADJECTIVES or told or _said_in_passing(words, i)
        return tail if named and _clause_at(words, i + 1) else None
    subject = word in _SUBJECT_PRONOUNS or word in _DETERMINERS or words.capital[i]
    if before in _HEARERS or (told and before not in _BREAKS):
        return tail if word in _SUBJECT_PRONOUNS and before not in _HEARERS and _clause_at(words, i) else None
    if before in REPORTING and words.at(i - 2) not in _DETERMINERS and subject and _clause_at(words, i):
        return tail
    return None


def _said_in_passing(words: Words, i: int) -> bool:
    """Tell whether a reporting verb with its time or place stands before: "said on Monday that"."""
    for k in range(max(0, i - _WINDOW), i - 1):
        if words.at(k) in REPORTING and (
            words.at(k + 1) in _PLACES or words.at(k + 1) in _DAYS or k == i - 2
        ):
            return all(words.at(m) not in _BREAKS for m in range(k, i))
    return False


def _next_break(words: Words, i: int) -> int:
    """Return the index of the next mark that divides a sentence, or of its end; looks 30 tokens ahead."""
    stop = i + 1
    while stop < min(len(words.lower), i + 30) and words.lower[stop] not in _BREAKS:
        stop += 1
    return stop
