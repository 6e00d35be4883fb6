"""Comparison <-> JSON, as it stands, with all that a hand may have put into it refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import log10
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.kinds import kind_of
from compare.limits import MAX_NAME
from compare.model import (
    SCHEMA_VERSION,
    Article,
    Attribution,
    Claim,
    Comparison,
    Discrepancy,
    Fact,
    Finding,
    FramingPair,
    Placement,
    Readability,
    SharedFact,
    Span,
    ValueRow,
    WordingRow,
    fingerprint,
)

if TYPE_CHECKING:
    from compare.model import Comparison


_LONGEST_PROBLEM = 300


def to_json(comparison: Comparison) -> bytes:
    """Return the comparison as indented UTF-8 with a final newline; equal comparisons give equal bytes.

    Raises:
        UsageError: if a text in it is no UTF-8, as only a program can have put there.
    """
    import msgspec

    try:
        encoded = msgspec.json.encode(comparison, order="deterministic")
    except UnicodeEncodeError as error:
        raise UsageError(
            "the comparison holds half of a character (a lone surrogate), which JSON cannot; "
            "correct its titles and names"
        ) from error
    return msgspec.json.format(encoded, indent=2) + b"\n"


def from_json(data: bytes, *, name: str) -> Comparison:
    """Return the comparison that `to_json` wrote, or that a person edited since; `name` is for messages.

    Raises:
        UsageError: if it is no comparison of this version, or does not agree with itself: a span outside of
            its article, an unknown sentence or article, a number used twice.
    """
    import msgspec

    try:
        comparison = msgspec.json.decode(data, type=Comparison)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unusable(name, str(error)) from error
    for problem in _problems(comparison):
        raise _unusable(name, problem)
    return comparison


def schema() -> bytes:
    """Return the JSON Schema of a comparison, as published in the documentation."""
    import inspect

    import msgspec

    found = msgspec.json.schema(Comparison)
    for each in found["$defs"].values():
        if "description" in each:
            # Python before 3.13 keeps the indentation of the docstrings that these are.
            each["description"] = inspect.cleandoc(each["description"])
    encoded = msgspec.json.encode(found, order="sorted")
    return msgspec.json.format(encoded, indent=2) + b"\n"


def _unusable(name: str, problem: str) -> UsageError:
    line = " ".join(problem.split())
    # What is wrong stands at the start; the rest is what the file says there, and that has no end.
    line = f"{line[:_LONGEST_PROBLEM]}..." if len(line) > _LONGEST_PROBLEM else line
    return UsageError(
        f"{name}: not a comparison that can be used: {line}; make it again with sidebyside compare"
    )


def _problems(comparison: Comparison) -> Iterator[str]:
    """Yield what is wrong with a well-formed comparison, the first thing first."""
    if comparison.schema != SCHEMA_VERSION:
        yield f"its schema is {comparison.schema}, this version reads {SCHEMA_VERSION}"
    articles = {article.label: article for article in comparison.articles}
    yield from oddities(comparison)
    yield from _repeated("article label", (article.label for article in comparison.articles))
    for article in comparison.articles:
        if fingerprint(article.text) != article.origin.text_sha256:
            yield f"the text of article {article.label} was changed after it was compared"
        yield from _misplaced_pieces(article)
    yield from _repeated("sentence id", (s.id for a in comparison.articles for s in a.sentences))
    yield from _repeated("link id", (link.id for link in comparison.links))
    yield from _repeated("finding id", (finding.id for finding in comparison.findings))
    # Pages print these numbers and link to them.
    numbered = (f.number for f in comparison.findings if kind_of(f).row)
    yield from _repeated("finding number", numbered)
    # `A0` is the place of a finding in A's headline.
    homes = {f"{a.label}0": a.label for a in comparison.articles}
    homes |= {s.id: a.label for a in comparison.articles for s in a.sentences}
    for link in comparison.links:
        yield from _misplaced(f"link {link.id}", link.spans, link.sentences, articles, homes)
        yield from _outside(f"link {link.id}", link.differing, articles)
        if link.spans[0].article == link.spans[1].article:
            yield f"link {link.id} joins article {link.spans[0].article} with itself"
    yield from _wrong_findings(comparison, articles, homes)
    for measure in comparison.measures:
        if measure.article not in articles:
            yield f"measures of an unknown article {measure.article!r}"


def _wrong_findings(
    comparison: Comparison, articles: dict[str, Article], homes: dict[str, str]
) -> Iterator[str]:
    links = {link.id for link in comparison.links}
    facts = {finding.id for finding in comparison.findings if isinstance(finding, SharedFact)}
    for finding in comparison.findings:
        named = f"finding {finding.number}"
        yield from _misplaced(named, finding.spans, finding.sentences, articles, homes)
        if isinstance(finding, SharedFact) and finding.link not in links:
            yield f"{named} names an unknown link {finding.link!r}"
        if isinstance(finding, Fact):
            yield from _wrong_fact(finding, named, links, homes, articles)
        if isinstance(finding, Placement) and finding.fact not in facts:
            yield f"{named} names an unknown shared fact {finding.fact!r}"
        if isinstance(finding, Placement) and len(finding.positions) != len(finding.spans):
            yield f"{named} has {len(finding.positions)} positions for {len(finding.spans)} spans"
        yield from _wrong_spans(finding, named)
        if isinstance(finding, Discrepancy):
            yield from _outside(named, finding.passages, articles)
            if finding.link is not None and finding.link not in links:
                yield f"{named} names an unknown link {finding.link!r}"
        if isinstance(finding, Attribution):
            yield from _outside(named, filter(None, (finding.source, finding.cue)), articles)


def _wrong_fact(
    fact: Fact, named: str, links: Collection[str], homes: Mapping[str, str], articles: Collection[str]
) -> Iterator[str]:
    for link in fact.links:
        if link not in links:
            yield f"{named} names an unknown link {link!r}"
    told = {span.article for span in fact.spans}
    if not told.issuperset(fact.attached):
        yield f"{named} attaches a text that it has no passage of"
    for sentence in fact.also:
        if homes.get(sentence) not in told:
            yield f"{named} has beside it {sentence!r}, which is no sentence of its texts"
    if fact.first is not None and fact.first not in told:
        yield f"{named} was first in {fact.first!r}, which does not tell it"
    if not 0 <= fact.independent <= len(articles):
        yield f"{named} has {_short(fact.independent)} independent texts"


_FEWEST_IN_A_ROW = 2


def _wrong_spans(finding: Finding, named: str) -> Iterator[str]:
    """Yield what is wrong with the number of a finding's spans, and with what goes along with them."""
    spans = len(finding.spans)
    labels = {span.article for span in finding.spans}
    kind = kind_of(finding)
    if kind.single and spans != 1:
        yield f"{named} has {spans} spans, {kind.single} has one"
    if isinstance(finding, Discrepancy):
        sides = {span.article for span in finding.passages}
        if len(finding.values) != spans or not spans:
            yield f"{named} has {len(finding.values)} values for {spans} spans"
        if len(sides) != 2 or not labels <= sides:
            yield f"{named} is not about two articles"
    if isinstance(finding, ValueRow) and len(finding.values) != spans:
        yield f"{named} has {len(finding.values)} values for {spans} spans"
    if isinstance(finding, ValueRow | WordingRow) and len(labels) < _FEWEST_IN_A_ROW:
        yield f"{named} is not about two articles or more"
    if isinstance(finding, FramingPair | WordingRow) and len(finding.voices) != spans:
        yield f"{named} has {len(finding.voices)} voices for {spans} spans"
    if kind.articles and len(labels) != kind.articles:
        yield f"{named} is not about {'one article' if kind.articles == 1 else 'two articles'}"


def _misplaced_pieces(article: Article) -> Iterator[str]:
    here = 0
    for sentence in article.sentences:
        if sentence.start < here:
            yield f"sentence {sentence.id} begins before the one before it ends"
        here = sentence.end
    for piece in (*article.sentences, *article.furniture):
        if piece.end > len(article.text):
            yield f"article {article.label} has {len(article.text)} characters, not {piece.end}"


def _misplaced(
    named: str,
    spans: tuple[Span, ...],
    sentences: tuple[str, ...],
    articles: dict[str, Article],
    homes: dict[str, str],
) -> Iterator[str]:
    yield from _outside(named, spans, articles)
    if len(spans) != len(sentences):
        yield f"{named} has {len(spans)} spans and {len(sentences)} sentences"
    for span, sentence in zip(spans, sentences, strict=False):
        if homes.get(sentence) != span.article:
            yield f"{named} names sentence {sentence!r}, which article {span.article!r} does not have"


def _outside(named: str, spans: Iterable[Span], articles: dict[str, Article]) -> Iterator[str]:
    for span in spans:
        article = articles.get(span.article)
        if article is None:
            yield f"{named} names an unknown article {span.article!r}"
        elif span.end > len(article.text):
            yield f"{named} lies outside of article {span.article} ({span.start} to {span.end})"


def _repeated(what: str, names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield f"the {what} {name!r} stands twice"
        seen.add(name)


# ---------------------------------------------------------------------------------------------------- edited
# What a hand may have put into a saved comparison: odd names, texts and numbers without an end.

# Longer than any comment of a reviewer; one word of 300,000 characters took 78 s to set, 10,000 take 2 s.
_LONGEST = 10_000
# No count, offset or grade of two articles comes near it; JSON itself knows no greatest number.
_GREATEST = 10**9
# Of a score, with what adding fractions may add to it.
_WHOLE = 100.001
_NUMBER = re.compile(r"[A-Z]{1,2}[0-9]{1,9}")


def oddities(comparison: Comparison) -> Iterator[str]:
    """Yield what no comparison of ours holds and a page, a link or a terminal would suffer from."""
    names = [
        comparison.settings.title,
        *(n for a in comparison.articles for n in (a.title, a.outlet, a.byline)),
    ]
    if any(len(name or "") > MAX_NAME for name in names):
        yield f"a title, an outlet or a byline has more than {MAX_NAME} characters"
    if not comparison.articles:
        yield "it has no articles"
    for article in comparison.articles:
        if not ("A" <= article.label <= "Z" and len(article.label) == 1):
            yield f"an article is called {article.label!r}, not by a letter from A to Z"
        for sentence in article.sentences:
            if not _NUMBER.fullmatch(sentence.id):
                yield f"a sentence is called {sentence.id!r}, not like A1"
    for finding in comparison.findings:
        if not _NUMBER.fullmatch(finding.number):
            yield f"a finding has the number {finding.number!r}, not one like D1"
    yield from _numbers(comparison)
    about = [(a.published, a.language, a.origin) for a in comparison.articles]
    # The words that two sentences share are listed; an article's own text has limits of its own.
    sentences = (s.end - s.start for article in comparison.articles for s in article.sentences)
    most = max(_LONGEST, 2 * max(sentences, default=0))
    rest = (comparison.links, comparison.findings, comparison.measures, comparison.notes)
    for said in _texts((*rest, comparison.settings, comparison.versions, about)):
        if len(said) > most:
            yield f"{said[:20]!r}... has {len(said):,} characters, more than {most:,}"


def _numbers(comparison: Comparison) -> Iterator[str]:
    """Yield what is wrong with a number: no such count, score or share can be."""
    scores = [
        *((f"link {link.id}", "score", link.score) for link in comparison.links),
        *(
            (f"finding {f.number}", "salience", f.salience)
            for f in comparison.findings
            if isinstance(f, Claim)
        ),
        *(
            (f"finding {f.number}", "share", place.share)
            for f in comparison.findings
            if isinstance(f, Placement)
            for place in f.positions
        ),
    ]
    for named, what, value in scores:
        if not 0 <= value <= _WHOLE:
            yield f"{named} has the {what} {_short(value)}, which is not from 0 to 100"
    for measure in comparison.measures:
        figures = measure.readability
        counted = (figures.syllables, figures.difficult_words) if isinstance(figures, Readability) else ()
        if any(count < 0 for count in (measure.words, measure.sentences, measure.paragraphs, *counted)):
            yield f"a count of article {measure.article} is less than nothing"
    for article in comparison.articles:
        for sentence in article.sentences:
            if sentence.paragraph < 0:
                yield f"sentence {sentence.id} is in a paragraph before the first"
            clauses = sentence.clauses
            if any(not sentence.start <= each.start < each.end <= sentence.end for each in clauses):
                yield f"sentence {sentence.id} has a clause outside of it"
    for number in _all_numbers(
        (comparison.articles, comparison.links, comparison.findings, comparison.measures)
    ):
        if not -_GREATEST <= number <= _GREATEST:
            yield f"it holds {_short(number)}, beyond any number that two articles give"


def _short(number: float) -> str:
    """Return a number as it can be printed: Python itself refuses to write one of 5,000 digits."""
    if isinstance(number, int) and abs(number) > _GREATEST:
        return f"a number of {int(number.bit_length() * log10(2)) + 1:,} digits"
    return f"{number:g}"


def _all_numbers(part: object) -> Iterator[float]:
    """Yield every number in a part of a comparison, in the order of its fields."""
    if isinstance(part, int | float):
        yield part
    elif isinstance(part, Mapping):
        yield from _all_numbers(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _all_numbers(each)
    else:
        for field in getattr(part, "__struct_fields__", ()):
            yield from _all_numbers(getattr(part, field))


def _texts(part: object) -> Iterator[str]:
    """Yield every text in a part of a comparison, in the order of its fields."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        yield from part
        yield from _texts(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _texts(each)
    else:
        for field in getattr(part, "__struct_fields__", ()):
            yield from _texts(getattr(part, field))
