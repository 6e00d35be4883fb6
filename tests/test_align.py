"""Links between the sentences of two texts: which there are, why, and how they scale."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import isclose, log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align
from compare.align.evidence import WEIGHTS as EVIDENCE
from compare.align.evidence import certainty
from compare.align.passages import Passage, passage
from compare.align.relations import PERHAPS
from compare.align.scoring import WEIGHTS, Cell, Letters, blend, score_cells
from compare.limits import Limits
from compare.model import Article, Extent, Link, Relation, Tier
from compare.read import article_from_bytes
from compare.text.clauses import clauses
from compare.text.document import Document
from compare.text.words import words


def article(label: str, *paragraphs: str) -> Article:
    return article_from_bytes("\n\n".join(paragraphs).encode(), label=label, name=f"{label}.txt")[0]


def links(a: Sequence[str], b: Sequence[str]) -> tuple[Link, ...]:
    return align([Document(article("A", *a)), Document(article("B", *b))]).links


def prepared(sentence: str) -> Passage:
    ranges = clauses(sentence, 0, len(sentence))
    return passage(
        sentence,
        Extent(start=0, end=len(sentence)),
        [Extent(start=s, end=e) for s, e in ranges],
        words(sentence, 0, len(sentence)),
    )


def cells(rows: Sequence[str], columns: Sequence[str], **options: int) -> list[Cell]:
    return score_cells([prepared(s) for s in rows], [prepared(s) for s in columns], **options)[1]


# Around every case: news that says nothing of it, so that the words under test are not common.
FILLER = (
    "A court in Sollach fined two bakers for selling underweight loaves.",
    "Rowers from the valley won the national final by half a length.",
    "The museum closes in winter while its roof is repaired.",
    "Engineers will test the cable car again before Easter.",
)
OTHER_FILLER = (
    "Librarians asked for longer opening hours on Saturdays.",
    "A choir from the coast sang for the retiring postmaster.",
    "Farmers expect a poor harvest of plums.",
    "The chess club has moved into the old mill.",
)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "The river Orle burst its banks near Tarnholm on Monday night.",
            "The river Orle burst its banks near Tarnholm on Monday night.",
            Relation.NEAR_VERBATIM,
        ),
        (
            "The Orle burst its banks near Tarnholm on Monday night, sweeping away two footbridges.",
            "Two footbridges were swept away when the Orle burst its banks at Tarnholm on Monday.",
            Relation.REWORDED,
        ),
        (
            "Norway’s central bank raised its interest rate to 4.5 per cent.",
            "Analysts who follow the crown expect that the higher interest rate of Norway’s cautious central"
            " bank will hurt house buyers, builders and their lenders before summer.",
            Relation.PARTIAL,
        ),
    ],
)
def test_one_fact_in_two_wordings_is_shared(one: str, other: str, relation: Relation) -> None:
    found = links((*FILLER, one), (other, *OTHER_FILLER))
    assert [(link.sentences, link.relation, link.tier) for link in found] == [
        (("A5", "B1"), relation, Tier.SURE)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Minister Ilse Brandt opened a hospital in Quell.",
            "Minister Ilse Brandt wrote a novel about bees.",
            id="one name, two facts",
        ),
        pytest.param(
            "A state of emergency ended in Norway last week.",
            "Norway would state its support for the fishermen.",
            id="the noun state and the verb",
        ),
        pytest.param("He did not say why.", "She did not say when.", id="words of grammar"),
    ],
)
def test_a_common_topic_or_word_is_not_shared(one: str, other: str) -> None:
    assert links((*FILLER, one), (other, *OTHER_FILLER)) == ()


def test_one_rare_word_in_two_short_sentences_is_perhaps_one_fact_and_never_surely() -> None:
    one, other = "Gunmen lay in wait outside the villa.", "Painters worked on the front of the villa."
    assert {link.tier for link in links((*FILLER, one), (other, *OTHER_FILLER))} == {Tier.PERHAPS}


def test_a_link_tells_everything_about_itself() -> None:
    told = (
        "Moscow has moved 340 soldiers to the airbase near Quell, which lets it project power across the"
        " strait."
    )
    retold = (
        "Russia moved three hundred and forty soldiers to the Quell airbase, from where it can project"
        " influence across the strait."
    )
    (link,) = links((*FILLER, told), (retold, *OTHER_FILLER))
    assert [(pair.words, pair.nearness) for pair in link.shared] == [
        (("Moscow", "Russia"), 70.0),
        (("moved", "moved"), 100.0),
        (("soldiers", "soldiers"), 100.0),
        (("airbase", "airbase"), 100.0),
        (("Quell", "Quell"), 100.0),
        (("project", "project"), 100.0),
        (("power", "influence"), 50.0),
        (("strait", "strait"), 100.0),
    ]
    assert link.why == (
        "Words that meet: Moscow ~ Russia, moved, soldiers, airbase, Quell, project, strait."
        " Loosely: power ~ influence."
    )
    texts = {"A": article("A", *FILLER, told).text, "B": article("B", retold, *OTHER_FILLER).text}
    assert [texts[d.article][d.start : d.end] for d in link.differing] == [
        "340",
        "lets",
        "power",
        "three hundred and forty",
        "influence",
    ]
    assert link.rule == "lexical-blend"
    assert set(link.parts) == {*WEIGHTS, *EVIDENCE}
    assert link.score == blend(link.parts)
    assert link.certainty == certainty(link.parts)


def test_a_long_sentence_may_meet_several_by_its_clauses() -> None:
    told = (
        "The mayor said that 340 residents slept in the sports hall, and the railway suspended all trains to"
        " Quell until Friday."
    )
    found = links(
        (*FILLER, told),
        (
            "Some 340 residents slept in the sports hall of the school.",
            *OTHER_FILLER,
            "All trains to Quell are suspended until Friday, the railway said.",
        ),
    )
    text = article("A", *FILLER, told).text
    assert [(link.sentences, text[link.spans[0].start : link.spans[0].end]) for link in found] == [
        (("A5", "B1"), "The mayor said that 340 residents slept in the sports hall"),
        (("A5", "B6"), "and the railway suspended all trains to Quell until Friday."),
    ]


SENTENCES = (
    "The river Orle burst its banks near Tarnholm.",
    "Two footbridges near Tarnholm were swept away by the Orle.",
    "Mayor Ilse Brandt moved 340 residents to the sports hall.",
    "The sports hall took in 340 people, said Brandt.",
    "Moscow and Oslo signed nothing.",
    "Norway signed a treaty with Russia!",
    "He did.",
    "Is that all?",
    "…",
    "The railway runs no trains; the trains stand in Quell.",
    "Trains to Quell stand still, the railway announced.",
    *FILLER,
    *OTHER_FILLER,
)
some = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
distinct = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True)


@settings(max_examples=60)
@given(some, some)
def test_swapping_the_texts_gives_the_same_bits(rows: list[str], columns: list[str]) -> None:
    for options in ({}, {"exact_up_to": 0}):
        there = {(c.row, c.column): (c.score, c.certainty, c.parts) for c in cells(rows, columns, **options)}
        back = {(c.column, c.row): (c.score, c.certainty, c.parts) for c in cells(columns, rows, **options)}
        assert there == back


@settings(max_examples=40)
@given(distinct, distinct)
def test_the_index_of_long_texts_scores_what_brute_force_scores_on_short_ones(
    rows: list[str], columns: list[str]
) -> None:
    brute, indexed = (cells(rows, columns, exact_up_to=limit) for limit in (10**9, 0))
    best, also = (
        {c.row: c.score for c in sorted(found, key=lambda c: c.score) if c.certainty >= PERHAPS}
        for found in (brute, indexed)
    )
    assert also == best


def test_letters_are_the_cosine_that_the_textbook_gives() -> None:
    rows, columns = [["the", "quell", "trains"], ["sports", "hall"]], [["trains", "to", "quell"], ["…"]]
    sentences = [f" {' '.join(words)} " for words in (*rows, *columns)]
    counts = [Counter(s[n : n + 4] for n in range(len(s) - 3)) for s in sentences]
    # Ten sentences at the least, of which the text that has a run more often tells how rare it is.
    idf = {
        g: log(1 + 10 / max(sum(g in c for c in of) for of in (counts[:2], counts[2:])))
        for c in counts
        for g in c
    }
    vectors = [{g: (1 + log(n)) * idf[g] for g, n in c.items()} for c in counts]

    def cosine(one: dict[str, float], other: dict[str, float]) -> float:
        lengths = [sqrt(sum(v * v for v in vector.values())) for vector in (one, other)]
        product = sum(v * other.get(g, 0) for g, v in one.items())
        return 100 * product / (lengths[0] * lengths[1]) if all(lengths) else 0.0

    letters = Letters(rows, columns)
    for i in range(2):
        for j in range(2):
            assert isclose(letters.cosine(i, j), cosine(vectors[i], vectors[2 + j]), abs_tol=1e-9)


@pytest.mark.parametrize(
    ("one", "other", "part", "value"),
    [
        ("Some 340 people slept there.", "Some 430 people slept there.", "figures", 100.0),
        ("Some 340 people slept there.", "There slept 340 people.", "figures", 0.0),
        ("Some 340 people slept there.", "Some people slept there.", "figures", 0.0),
        ("Mayor Ilse Brandt resigned.", "Fog kept Ilse Brandt away.", "phrases", 28.6),
        ("Mayor Ilse Brandt resigned.", "Brandt met a nurse called Ilse.", "phrases", 0.0),
        (
            "The railway runs no trains, and the mayor opened a sports hall for stranded passengers.",
            "Trains stopped: the railway runs no trains.",
            "clause",
            100.0,
        ),
    ],
)
def test_each_part_measures_what_it_says(one: str, other: str, part: str, value: float) -> None:
    (cell,) = cells((one,), (other,))
    assert cell.parts[part] == value


def test_two_sentences_that_stand_alone_are_nearer_by_a_rare_word_than_by_a_common_one() -> None:
    (rare,) = cells(("The choir thanked the postmaster.",), ("A dog bit the postmaster.",))
    (common,) = cells(("The choir thanked the man.",), ("A dog bit the man.",))
    assert rare.score > common.score


def test_two_texts_of_600_sentences_keep_a_few_pairs_a_sentence() -> None:
    chance = random.Random(1)  # noqa: S311
    stock = ["".join(chance.choices("bdfgklmnprst", k=1) + chance.choices("aeiou", k=1)) for _ in range(60)]
    vocabulary = ["".join(chance.choices(stock, k=3)) for _ in range(3000)]
    rows = [" ".join(chance.choices(vocabulary, k=14)) + "." for _ in range(600)]
    columns = [" ".join(chance.choices(vocabulary, k=14)) + "." for _ in range(598)] + rows[:2]
    found = cells(rows, columns)
    assert len(found) <= 13 * (len(rows) + len(columns)) / 2
    assert {(0, 598), (1, 599)} <= {(c.row, c.column) for c in found if c.score == 100 == c.certainty}


def test_a_sentence_told_a_thousand_times_pairs_with_each_copy_once() -> None:
    told = "The river Orle burst its banks near Tarnholm."
    found = cells([told] * 1000, [told] * 1000)
    assert {(n, n) for n in range(1000)} <= {(c.row, c.column) for c in found}
    assert len(found) <= 13_000


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(" ".join(f"word{n % 700}x" for n in range(3000)), id="a sentence of 3,000 words"),
        pytest.param("re-" * 6000, id="one prefix again and again"),
        pytest.param("U." * 8000, id="one abbreviation without end"),
        pytest.param("a" * 20_000, id="one endless word"),
        pytest.param("Saint " * 4000, id="the beginning of a country's name"),
    ],
)
def test_a_hostile_sentence_meets_its_copy(sentence: str) -> None:
    told = f"{sentence} once.".encode()
    wide = Limits(sentence=100_000)
    (link,) = align([Document(article_from_bytes(told, label=x, name=x, limits=wide)[0]) for x in "AB"]).links
    assert link.relation is Relation.NEAR_VERBATIM


# One fact each in two wordings, so that what the words weigh depends on whose words they are.
TOLD = (
    "Thieves took seven oil paintings from the priory.",
    "Burglars stole pictures out of the convent at dawn.",
    "The firm shut its sawmill in Tarnholm.",
    "A company closed the mill at Tarnholm.",
    "Officers arrested a motorist on the causeway.",
    "Police seized a driver near the embankment.",
    "The mayor rejected the accord.",
    "Councillors refused an agreement with the shipyard.",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(TOLD), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from(TOLD), min_size=1, max_size=5, unique=True),
)
def test_swapping_the_texts_keeps_every_link(a: list[str], b: list[str]) -> None:
    def seen(found: tuple[Link, ...], first: int) -> set[tuple[object, ...]]:
        return {
            (k.spans[first].start, k.spans[1 - first].start, k.relation, k.tier, k.certainty) for k in found
        }

    assert seen(links(a, b), 0) == seen(links(b, a), 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“The dredging will be finished by Easter,” said Ilse Brandt, the harbour master of Sollach.",
            "Ilse Brandt, the harbour master of Sollach, said the two fishing boats had been raised.",
        ),
        (
            "Ilse Brandt, the harbour master of Sollach, said the ferry would sail again in May.",
            "“Two boats were raised at noon,” Ilse Brandt, the harbour master of Sollach, said.",
        ),
        ("Ravelle v. Tarnholm:", "Ravelle v. Tarnholm could shut every ferry line on the western coast."),
    ],
)
def test_who_speaks_alone_is_nothing_that_both_tell(one: str, other: str) -> None:
    met = [
        link
        for link in links([one, *FILLER], [other, *OTHER_FILLER])
        if link.sentences == ("A1", "B1") and link.tier is Tier.SURE
    ]
    assert not met


def test_a_linked_passage_has_what_is_said_beside_who_says_it() -> None:
    one = "The Lindmoor Institute estimates that two of five mills will close before the winter."
    other = "Nearly half of all mills in the valley would close, by the Lindmoor Institute's estimates."
    a = article("A", one, *FILLER)
    found = [x for x in links([one, *FILLER], [other, *OTHER_FILLER]) if x.sentences == ("A1", "B1")]
    assert found
    assert all("will close" in a.text[x.spans[0].start : x.spans[0].end] for x in found)
