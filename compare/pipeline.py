"""The stages in order: articles in, a comparison out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from compare.align import Alignment, align, alignment_versions
from compare.align.copies import COPIED, LONG_RUN, Copy, witnesses
from compare.errors import UsageError
from compare.find import find
from compare.find.coverage import not_looked_for
from compare.measure import has_formula, measure, readability_versions
from compare.model import (
    SCHEMA_VERSION,
    Article,
    Comparison,
    Fact,
    Finding,
    Note,
    Settings,
    Tier,
)
from compare.text.document import Document
from compare.text.elsewhere.languages import language_name, root
from compare.text.wordlists import wordlists

VERSION = "0.1.0"
_TOPIC = (
    "these texts share a topic and hardly an event: on the mean two of them have less than one fact in common"
)
_TWO_APART = "the two texts share no passage: are they about one event?"
_APART = "no two of the texts share a passage: are they about one event?"
_UNTOLD = "this text is an interview: whose words they are was not told"


def compare_articles(
    articles: Sequence[Article],
    *,
    settings: Settings | None = None,
    notes: Sequence[Note] = (),
    words: Sequence[tuple[str, str]] = (),
) -> Comparison:
    """Return the comparison of two or more articles.

    `notes` are what reading them had to say; `words` are users' lists of wordings, name and TOML text.

    Raises:
        UsageError: if there are fewer than two articles, or two with one label, or one with no letter
            as its label, or a list cannot be used.
    """
    labels = [article.label for article in articles]
    if len(labels) < 2 or len(set(labels)) < len(labels) or not set(labels) <= set(ascii_uppercase):
        raise UsageError("a comparison needs two articles or more, each with a letter of its own from A to Z")
    lists = wordlists(*words)
    documents = [Document.legible(article) for article in articles]
    alignment = align(documents, printed=articles)
    links = alignment.links
    findings = find(documents, alignment, lists=lists, printed=articles)
    return Comparison(
        schema=SCHEMA_VERSION,
        articles=tuple(articles),
        links=links,
        findings=findings,
        measures=tuple(measure(article) for article in articles),
        notes=(*notes, *_notes(documents, articles, alignment, findings)),
        settings=settings or Settings(),
        versions={
            "sidebyside": VERSION,
            **alignment_versions(),
            **readability_versions(),
            **_stemmer(articles),
            "word lists": ", ".join((f"{len(lists)} wordings", *(name for name, _ in words))),
        },
        not_looked_for=not_looked_for(
            articles, unmeasured=[a.label for a in articles if not has_formula(a.language)]
        ),
        witnesses=tuple(group for group in witnesses(labels, alignment.copies) if len(group) > 1),
    )


def _stemmer(articles: Sequence[Article]) -> dict[str, str]:
    """Return the version of what gives words of other languages their stems, where one is there."""
    if all(article.language == "en" for article in articles):
        return {}
    from importlib.metadata import version

    return {"snowballstemmer": version("snowballstemmer")}


def _one_topic(articles: Sequence[Article], findings: Sequence[Finding]) -> bool:
    """Return whether two of three texts or more share less than one fact, the mean over all pairs taken."""
    facts = [finding for finding in findings if isinstance(finding, Fact)]
    pairs = len(articles) * (len(articles) - 1) // 2
    told = (len({span.article for span in fact.spans} - set(fact.attached)) for fact in facts)
    return len(articles) > 2 and 0 < sum(count * (count - 1) // 2 for count in told) < pairs


def _notes(
    documents: Sequence[Document],
    articles: Sequence[Article],
    alignment: Alignment,
    findings: Sequence[Finding],
) -> list[Note]:
    links = alignment.links
    found = []
    if _one_topic(articles, findings):
        found.append(Note(code="topic", text=_TOPIC))
    if len({article.text for article in articles}) < len(articles):
        found.append(Note(code="same-text", text="two of the files hold the same text"))
    if len({root(article.language) for article in articles}) > 1:
        told = ", ".join(f"{article.label}: {language_name(article.language)}" for article in articles)
        found.append(
            Note(
                code="languages",
                text=f"the texts are in different languages ({told}): their passages meet by names, figures "
                "and words spelled alike, and what is listed as in one only may stand in another in its "
                "own words",
            )
        )
    elif all(link.tier is not Tier.SURE for link in links):
        found.append(Note(code="unrelated", text=_APART if len(articles) > 2 else _TWO_APART))
    found += (Note(code="copies", text=said) for said in _copied(articles, alignment.copies))
    found += (
        Note(code="interview", text=_UNTOLD, article=document.article.label)
        for document in documents
        if document.interview.untold
    )
    return found


def _copied(articles: Sequence[Article], copies: Sequence[Copy]) -> Iterator[str]:
    """Yield what a reader should know about texts that are largely one."""
    if len(articles) > 2:
        for group in witnesses([article.label for article in articles], copies):
            if len(group) > 1:
                yield f"{_listed(group)} are near copies{_agency(group, copies)}: counted as one witness"
        return
    for copy in copies:
        if articles[0].text == articles[1].text:
            continue
        # The shorter one has the greater share of itself in the other.
        (most, which), (least, other) = sorted(zip(copy.shares, copy.labels, strict=True), reverse=True)
        if copy.agency:
            part = "in part" if most < COPIED else "largely"
            yield (
                f"{_listed(copy.labels)} are {part} one report, and both name {copy.agency} as where they "
                "have it from: they are one witness, not two"
            )
        elif most < COPIED:
            yield f"{_listed(copy.labels)} have more than {LONG_RUN - 1} words in a row in common"
        elif most == least:
            yield f"{_listed(copy.labels)} are largely one text"
        else:
            yield f"{which} is largely {other}’s text: they are one witness, not two"


def _agency(group: Sequence[str], copies: Sequence[Copy]) -> str:
    """Return the reason that all texts of a group give themselves, if they do."""
    of_one = [copy for copy in copies if copy.agency and set(copy.labels) <= set(group)]
    if {label for copy in of_one for label in copy.labels} != set(group):
        return ""
    return (
        f", and name {' and '.join(dict.fromkeys(copy.agency for copy in of_one))} as where they have it from"
    )


def _listed(labels: Sequence[str]) -> str:
    return f"{', '.join(labels[:-1])} and {labels[-1]}"
