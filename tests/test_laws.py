"""The laws of the design: what must hold for any two texts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align
from compare.model import (
    Article,
    Claim,
    Comparison,
    Device,
    Discrepancy,
    FramingPair,
    Link,
    Placement,
    Relation,
    SharedFact,
    ToldNearby,
)
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.telling import ALWAYS, LAID_TOGETHER
from compare.text.document import Document

# Invented news on one flood, each fact told in two ways, and one paragraph on something else.
TOLD = (
    (
        "The river Orle burst its banks near Tarnholm on Monday night, sweeping away two footbridges.",
        "Two footbridges were swept away when the Orle burst its banks at Tarnholm late on Monday.",
    ),
    (
        "Mayor Ilse Brandt said 340 residents had been moved to the sports hall.",
        "“We have moved 340 residents to the sports hall,” said Ilse Brandt, the mayor.",
    ),
    (
        "The regional railway suspended services between Tarnholm and Quell until Friday.",
        "Trains between Quell and Tarnholm will not run before Friday, the regional railway announced.",
    ),
    (
        "Insurers estimated the damage at 12 million crowns, most of it to farm buildings.",
        "Farm buildings account for most of the damage, which insurers put at 12 million crowns.",
    ),
    (
        "The flood killed 14 people in Tarnholm, the emergency service said.",
        "The flood in Tarnholm killed 11 people, according to the emergency service.",
    ),
    (
        "The council slashed the grant for the dyke at Tarnholm in 2021.",
        "The council trimmed the grant for the dyke at Tarnholm in 2021.",
    ),
    (
        "Hydrologists blamed a week of heavy rain on snow that had not yet melted.",
        "A week of heavy rain fell on unmelted snow, hydrologists explained.",
    ),
)
ALONE = (
    "A memorial service for the brewer Anton Fels will be held in Sollach in June.",
    "The opposition asked why the dyke fund, set up in 2011, had never been spent.",
    "Volunteers from the rowing club ferried medicine to the hospice by boat.",
    "Schools in the valley reopen after the holidays with a shorter timetable!",
    "He did.",
    "Is that all?",
)
BYSTANDER = (
    "Astronomers in Chile photographed a comet whose tail splits into three. "
    "Its orbit takes eighty thousand years, and no telescope had recorded it before."
)

paragraph = st.lists(
    st.sampled_from([told for pair in TOLD for told in pair] + list(ALONE)),
    min_size=1,
    max_size=3,
    unique=True,
).map(" ".join)
text = st.lists(paragraph, min_size=1, max_size=5).map("\n\n".join)


def article(body: str, label: str) -> Article:
    return article_from_bytes(body.encode(), name=f"{label.lower()}.txt", label=label)[0]


def compared(one: str, other: str) -> Comparison:
    return compare_articles([article(one, "A"), article(other, "B")])


def quoted(comparison: Comparison, spans: Sequence[object]) -> tuple[str, ...]:
    texts = {a.label: a.text for a in comparison.articles}
    return tuple(texts[s.article][s.start : s.end] for s in spans)  # type: ignore[attr-defined]


@given(text, text)
def test_every_span_is_inside_its_sentence_and_named_by_it(one: str, other: str) -> None:
    comparison = compared(one, other)
    sentences = {s.id: (a.label, s) for a in comparison.articles for s in a.sentences}
    ends = {a.label: a.sentences[-1].end for a in comparison.articles}
    assert comparison.articles[0].sentences
    for found in (*comparison.links, *comparison.findings):
        assert len(found.spans) == len(found.sentences)
        # A lead or close runs over several sentences and is named by the first.
        several = isinstance(found, FramingPair) and found.device in (Device.LEAD, Device.CLOSE)
        for span, name in zip(found.spans, found.sentences, strict=True):
            label, sentence = sentences[name]
            assert span.article == label
            assert sentence.start <= span.start < span.end
            assert span.end <= (ends[label] if several else sentence.end)
    for link in comparison.links:
        for difference in link.differing:
            assert any(
                s.article == difference.article and s.start <= difference.start and difference.end <= s.end
                for s in link.spans
            )
        for place in (0, 1):
            passage = quoted(comparison, link.spans)[place]
            assert all(pair.words[place] in passage for pair in link.shared)


@given(text, text)
def test_swapping_the_articles_swaps_the_report_and_changes_nothing_else(one: str, other: str) -> None:
    comparison, mirrored = compared(one, other), compared(other, one)
    swap = {"A": "B", "B": "A"}

    def likely(link: Link) -> tuple[object, ...]:
        return link.score, link.certainty, sorted(link.parts.items())

    def links(of: Comparison, step: int) -> list[str]:
        # Sorted: two links between the same two quotations have no order that survives the swap.
        return sorted(repr((quoted(of, k.spans)[::step], k.tier, k.relation, *likely(k))) for k in of.links)

    assert links(comparison, 1) == links(mirrored, -1)
    facts = [(f.id, f.number, f.why, f.voice) for f in comparison.findings if isinstance(f, SharedFact)]
    assert facts == [(f.id, f.number, f.why, f.voice) for f in mirrored.findings if isinstance(f, SharedFact)]

    def claims(of: Comparison, label: str) -> list[tuple[object, ...]]:
        return [
            (quoted(of, f.spans), f.type, f.voice, f.salience, f.why, f.number.removeprefix(f"U{label}"))
            for f in of.findings
            if isinstance(f, Claim) and f.spans[0].article == label
        ]

    for label, mirror in swap.items():
        assert claims(comparison, label) == claims(mirrored, mirror)

    def differences(of: Comparison, step: int) -> list[tuple[object, ...]]:
        found = [f for f in of.findings if isinstance(f, Discrepancy)]
        return sorted((f.rule, *quoted(of, f.spans)[::step]) for f in found)

    assert differences(comparison, 1) == differences(mirrored, -1)

    def contrasts(of: Comparison, labels: str) -> list[tuple[object, ...]]:
        found = [f for f in of.findings if isinstance(f, FramingPair)]
        return [
            (
                (f.number, f.rule, f.device, f.rank, f.concept, f.target, f.opposite, f.evidence),
                *(quoted(of, [s for s in f.spans if s.article == label]) for label in labels),
                *(
                    [v for v, s in zip(f.voices, f.spans, strict=True) if s.article == label]
                    for label in labels
                ),
                *(why_of(f.why, label) for label in labels),
            )
            for f in found
        ]

    assert contrasts(comparison, "AB") == contrasts(mirrored, "BA")


def why_of(why: str, label: str) -> list[str]:
    """Return what the reason for a contrast says of one text: "A alone has …"."""
    told = [part for part in why.rstrip(".").split("; ") if part.startswith(f"{label} alone has ")]
    return [part.removeprefix(label) for part in told]


@given(text)
def test_a_text_against_itself_is_told_word_for_word_and_nothing_is_unique(body: str) -> None:
    comparison = compared(body, body)
    assert {k.relation for k in comparison.links} == {Relation.NEAR_VERBATIM}
    assert not [f for f in comparison.findings if isinstance(f, Claim | Discrepancy | FramingPair)]
    for place in (0, 1):
        assert {k.sentences[place] for k in comparison.links} == {
            s.id for s in comparison.articles[place].sentences
        }


SAMPLE = Path(__file__).parent.parent / "sources" / "harbour-trial" / "merrin-argus.md"


@pytest.mark.parametrize(
    ("marks", "others"),
    [
        pytest.param(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", id="soft hyphens"),
        pytest.param(r"(?<=\w) (?=\w)", " \u200e", id="marks of direction"),
        pytest.param(r"(?<=\w) (?=\w)", "\u00a0", id="no-break spaces"),
        pytest.param(r"(?<=\w)-(?=\w)", "\u2011", id="no-break hyphens"),
        pytest.param(r"fi", "\ufb01", id="ligatures"),
        pytest.param(r"'", "’", id="curly apostrophes"),
        pytest.param(r"\n", "\r\n", id="line ends"),
    ],
)
def test_how_a_text_was_typed_makes_no_difference(marks: str, others: str) -> None:
    """Programs put these in by themselves: no claim, difference or framing may come of them."""
    text = SAMPLE.read_text(encoding="utf-8")
    typed = re.sub(marks, others, text)
    assert typed != text
    comparison = compare_articles(
        [article_from_bytes(t.encode(), name=n, label=n)[0] for n, t in (("A", text), ("B", typed))]
    )
    assert {link.relation for link in comparison.links} == {Relation.NEAR_VERBATIM}
    assert not [f for f in comparison.findings if isinstance(f, Claim | Discrepancy)]
    # A headline stands beside the other, whatever it says.
    assert [f.device for f in comparison.findings if isinstance(f, FramingPair)] == [Device.HEADLINE]


def likeness(comparison: Comparison) -> dict[tuple[str, ...], set[tuple[object, ...]]]:
    """Return by their quotations how alike the linked passages are told."""
    found: dict[tuple[str, ...], set[tuple[object, ...]]] = {}
    for link in comparison.links:
        found.setdefault(quoted(comparison, link.spans), set()).add((link.relation, link.score))
    return found


def agree(one: Comparison, two: Comparison) -> bool:
    """Tell whether what is linked in both has the same spans, relation and score in both.

    What stands around a sentence, and how deep it stands, tells how sure a link is, and nothing else.
    """
    first, second = likeness(one), likeness(two)
    return all(first[quotations] == second[quotations] for quotations in first.keys() & second.keys())


@given(st.lists(paragraph, min_size=2, max_size=4), text, st.randoms(use_true_random=False))
def test_moving_paragraphs_changes_placement_and_certainty_only(
    paragraphs: list[str], other: str, random: object
) -> None:
    moved = list(paragraphs)
    random.shuffle(moved)  # type: ignore[attr-defined]
    one, two = compared("\n\n".join(paragraphs), other), compared("\n\n".join(moved), other)
    assert agree(one, two)
    # What is told word for word is told in both wherever it stands.
    verbatim = [
        {q for q, told in likeness(each).items() if any(kind is Relation.NEAR_VERBATIM for kind, _ in told)}
        for each in (one, two)
    ]
    assert verbatim[0] == verbatim[1]


@given(text, text, st.booleans())
def test_a_paragraph_about_something_else_adds_claims_and_nothing_more(
    one: str,
    other: str,
    first: bool,  # noqa: FBT001
) -> None:
    added = "\n\n".join((BYSTANDER, one) if first else (one, BYSTANDER))
    plain, more = compared(one, other), compared(added, other)
    before, after = (
        {quotations: {kind for kind, _ in told} for quotations, told in likeness(each).items()}
        for each in (plain, more)
    )
    # A sentence that stood alone has rivals now, which its score tells.
    assert all(before[q] == after[q] for q in before.keys() & after.keys())
    about = [
        f
        for f in more.findings
        if any(q in BYSTANDER for q in quoted(more, f.spans))
        # How a text begins and ends is shown whatever it is about.
        and not (isinstance(f, FramingPair) and f.device in ALWAYS)
    ]
    assert [(type(f), f.rule) for f in about] == [(Claim, "sentence-not-found")] * 2


@given(text, text)
def test_what_is_listed_as_told_by_one_text_is_touched_by_nothing_in_the_other(one: str, other: str) -> None:
    comparison = compared(one, other)
    met = {name for link in comparison.links for name in link.sentences}
    nearest = align([Document(article) for article in comparison.articles]).nearest
    unique = {f.sentences[0] for f in comparison.findings if isinstance(f, Claim)}
    nearby = {f.sentences[0] for f in comparison.findings if isinstance(f, ToldNearby)}
    assert not unique & met
    assert not unique & nearest.keys()
    assert nearby <= nearest.keys() - met
    every = {s.id: a.text[s.start : s.end] for a in comparison.articles for s in a.sentences}
    assert {every[name] for name in every.keys() - met - unique - nearby} <= {"He did.", "Is that all?"}


DENIED = (
    (
        "The council approved the tunnel under the Orle.",
        "The council did not approve the tunnel under the Orle.",
    ),
    (
        "Divers found the wreck of the ferry on Monday.",
        "Divers did not find the wreck of the ferry on Monday.",
    ),
    ("The railway has paid the fishermen of Quell.", "The railway has not paid the fishermen of Quell."),
)
told_or_denied = st.lists(
    st.sampled_from([told for pair in DENIED for told in pair]), min_size=1, max_size=4, unique=True
).map("\n\n".join)


@given(told_or_denied, told_or_denied)
def test_what_one_text_denies_is_never_a_shared_fact(one: str, other: str) -> None:
    findings = compared(one, other).findings
    denied = {
        f.link
        for f in findings
        if isinstance(f, Discrepancy) and (f.type, f.state) == ("negation", "conflict")
    }
    assert not denied & {f.link for f in findings if isinstance(f, SharedFact)}


def test_a_denial_is_found() -> None:
    """The law above would hold for a tool that finds none."""
    comparison = compared(*("\n\n".join(sides) for sides in zip(*DENIED, strict=True)))
    denied = [f for f in comparison.findings if isinstance(f, Discrepancy) and f.type == "negation"]
    assert [f.sentences for f in denied] == [("A1", "B1"), ("A2", "B2"), ("A3", "B3")]
    assert not [f for f in comparison.findings if isinstance(f, SharedFact)]


@given(text, text)
def test_every_shared_fact_has_its_place_in_both_texts(one: str, other: str) -> None:
    findings = compared(one, other).findings
    facts = [f.id for f in findings if isinstance(f, SharedFact)]
    places = [f for f in findings if isinstance(f, Placement)]
    assert [p.fact for p in places] == facts
    assert all(0 <= position.share <= 100 for p in places for position in p.positions)
    assert len({f.id for f in findings}) == len(findings)


def test_facts_told_in_other_words_are_linked_and_others_are_not() -> None:
    """The laws above would hold for a tool that links nothing."""
    one = "\n\n".join([pair[0] for pair in TOLD] + [ALONE[0]])
    other = "\n\n".join([pair[1] for pair in TOLD] + [ALONE[1]])
    comparison = compared(one, other)
    assert [k.sentences for k in comparison.links] == [(f"A{n}", f"B{n}") for n in range(1, 8)]
    assert {f.sentences[0] for f in comparison.findings if isinstance(f, Claim)} == {
        "A8",
        "B8",
    }


def test_a_conflict_and_a_contrast_of_wording_are_found() -> None:
    """The laws above would hold for a tool that finds no difference."""
    comparison = compared("\n\n".join(p[0] for p in TOLD), "\n\n".join(p[1] for p in TOLD))
    (conflict,) = [f for f in comparison.findings if isinstance(f, Discrepancy) and f.state == "conflict"]
    assert (conflict.sentences, conflict.why) == (
        ("A5", "B5"),
        "A gives 14 people dead, B gives 11 people dead.",
    )
    (pair,) = [f for f in comparison.findings if isinstance(f, FramingPair) and f.rule != LAID_TOGETHER]
    assert quoted(comparison, pair.spans) == ("council slashed the grant", "council trimmed the grant")
    laid = [f for f in comparison.findings if isinstance(f, FramingPair) and f.rule == LAID_TOGETHER]
    assert {f.device for f in laid} > {Device.LEAD, Device.CLOSE}


@settings(max_examples=10)
@given(text, text)
def test_a_score_is_what_its_printed_parts_give(one: str, other: str) -> None:
    from compare.align.evidence import certainty
    from compare.align.scoring import blend

    links = compared(one, other).links
    assert all(link.score == blend(link.parts) for link in links)
    assert all(link.certainty == certainty(link.parts) for link in links)


_PRINT = """
import sys
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.render.plain.json import to_json
texts = sys.argv[1:]
articles = [article_from_bytes(t.encode(), name=n, label=n)[0] for t, n in zip(texts, "AB")]
sys.stdout.buffer.write(to_json(compare_articles(articles)))
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_same_input_gives_the_same_json_under_any_hash_seed_and_locale(seed: str) -> None:
    one = " ".join(pair[0] for pair in TOLD)
    other = " ".join(pair[1] for pair in TOLD)

    def run(**environment: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-c", _PRINT, one, other],
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
        ).stdout

    plain = run(PYTHONHASHSEED="0")
    assert plain == run(PYTHONHASHSEED=seed, LC_ALL="C", TZ="Asia/Kathmandu", PYTHONUTF8="1")
