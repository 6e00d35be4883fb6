"""Contrasts of wording: phrases, what is laid together, how it is measured, ranked and called."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align
from compare.find.devices import ranking
from compare.find.devices.contrast import Side
from compare.find.devices.given import always_shown
from compare.find.devices.laying import Laid, laid
from compare.find.devices.phrases import MOST_WORDS, parted, phrases
from compare.find.devices.ranking import (
    CONSTANT,
    MOST,
    WEIGHTS,
    Candidate,
    _valued,
    candidates,
    contrasts,
    odds,
)
from compare.find.devices.recognised import device_of
from compare.find.devices.worth import RELATED, RELATED_CONSTANT, TELLS, TELLS_CONSTANT, shares, worth
from compare.model import Comparison, Device, Extent, FramingPair, Voice
from compare.pipeline import compare_articles
from compare.read import article_from_bytes, read_article
from compare.telling import ALWAYS, LAID_TOGETHER
from compare.text.document import Document

SOURCES = Path(__file__).parent.parent / "sources"
SAMPLES = sorted(folder.name for folder in SOURCES.iterdir() if len(list(folder.glob("*.md"))) == 2)


def document(text: str, label: str = "A") -> Document:
    return Document(article_from_bytes(text.encode(), name=f"{label}.md", label=label)[0])


def documents(one: str, other: str) -> tuple[Document, Document]:
    return document(one, "A"), document(other, "B")


def compared(one: str, other: str) -> Comparison:
    return compare_articles([each.article for each in documents(one, other)])


def rows(comparison: Comparison) -> list[FramingPair]:
    return [f for f in comparison.findings if isinstance(f, FramingPair) and f.rule == LAID_TOGETHER]


def quotes(comparison: Comparison, row: FramingPair, label: str) -> list[str]:
    text = next(a.text for a in comparison.articles if a.label == label)
    return [text[s.start : s.end] for s in row.spans if s.article == label]


# ------------------------------------------------------------------------------------------- phrases


@pytest.mark.parametrize(
    ("sentence", "whole", "torn"),
    [
        pytest.param(
            "The harbour board closed the old pier after the storm.",
            ["The harbour board", "closed the old pier", "the old pier", "after the storm"],
            ["board closed", "the old", "pier after", "closed the", "the pier after the"],
            id="subject, verb, object, setting",
        ),
        pytest.param(
            "Prices rose, and the ministry blamed the drought.",
            ["Prices rose", "the ministry blamed the drought", "blamed the drought"],
            ["and the ministry", "Prices rose, and", "ministry blamed"],
            id="no phrase begins or ends with a joining word",
        ),
        pytest.param(
            "He is not allowed to leave the island because of the fire.",
            ["is not allowed", "to leave the island", "because of the fire"],
            ["not allowed", "allowed to", "leave the island", "of the fire"],
            id="an auxiliary keeps its verb, a link what hangs on it",
        ),
        pytest.param(
            "“Nobody asked us,” said the baker on the corner.",
            ["Nobody asked us", "said the baker", "on the corner"],
            ["asked us,” said the", "said"],
            id="a mark parts, and one word is no phrase",
        ),
        pytest.param(
            "The unlawful use of force by the guards angered the mayor of Orm.",
            ["The unlawful use of force", "angered the mayor of Orm"],
            ["The unlawful use", "of force", "angered", "by the guards angered", "angered the mayor"],
            id="what hangs on 'of' is no phrase, and what it hangs on no whole",
        ),
        pytest.param(
            "The judge put out a warrant against the owner on Friday.",
            ["put out a warrant", "against the owner", "on Friday"],
            ["The judge put out", "put out", "judge put"],
            id="a verb keeps its object behind a particle",
        ),
        pytest.param(
            "The board of former island states sold the quay.",
            ["The board of former island states", "sold the quay"],
            ["The board of former island", "states sold the quay"],
            id="a plural noun is no verb of saying",
        ),
        pytest.param(
            "The baker insists the shop was full.",
            ["insists the shop was full", "the shop", "was full"],
            ["The baker insists", "insists the", "baker insists"],
            id="a verb of saying keeps what is said",
        ),
        pytest.param(
            "Nobody liked the way he was called to the quay in those days according to the baker.",
            ["liked the way", "was called to the quay"],
            ["liked the way he", "to the quay in those days according"],
            id="no phrase ends with what begins the next",
        ),
        pytest.param("And then, however, it was.", [], ["it was", "And then"], id="words of grammar alone"),
    ],
)
def test_phrases_are_whole(sentence: str, whole: list[str], torn: list[str]) -> None:
    words = document(sentence).words(0, len(sentence))
    lower = [sentence[w.start : w.end].lower() for w in words]
    found = {
        sentence[words[first].start : words[stop - 1].end] for first, stop in phrases(sentence, words, lower)
    }
    assert set(whole) <= found
    assert not set(torn) & found
    assert whole or not found


def test_a_phrase_has_no_more_words_than_a_row_quotes_dashes_counted() -> None:
    sentence = "The mill — the dam — the lock — the quay — the pier — the wall — the gate — the farm fell."
    words = document(sentence).words(0, len(sentence))
    lower = [sentence[w.start : w.end].lower() for w in words]
    assert len(words) == MOST_WORDS + 1
    sizes = [
        len(sentence[words[first].start : words[stop - 1].end].split())
        for first, stop in phrases(sentence, words, lower)
    ]
    assert 12 < max(sizes) <= MOST_WORDS


@pytest.mark.parametrize(
    ("sentence", "stretches", "shown"),
    [
        pytest.param(
            "The board closed the pier after the storm.",
            ["The board closed the pier", "after the storm"],
            ["The board closed the pier after the storm"],
            id="what fits is one",
        ),
        pytest.param(
            "The ferry board of Orm closed the old wooden pier on Monday while the fishermen of the "
            "northern islands waited in vain.",
            [
                "The ferry board of Orm closed the old wooden pier",
                "on Monday while the fishermen of the northern islands waited in vain",
            ],
            [
                "The ferry board of Orm closed the old wooden pier on Monday",
                "while the fishermen of the northern islands waited in vain",
            ],
            id="two part where a clause begins",
        ),
        pytest.param(
            "The board closed the old pier after a storm in March, the mayor said.",
            ["The board closed the old pier", "the mayor said"],
            ["The board closed the old pier", "the mayor said"],
            id="two with words between them stay",
        ),
        pytest.param("The pier fell.", ["The pier fell"], ["The pier fell"], id="one stays"),
    ],
)
def test_stretches_in_a_row_are_one_or_part_well(
    sentence: str, stretches: list[str], shown: list[str]
) -> None:
    words = document(sentence).words(0, len(sentence))
    lower = [sentence[w.start : w.end].lower() for w in words]
    starts, ends = [w.start for w in words], [w.end for w in words]
    places = [
        (starts.index(sentence.index(each)), ends.index(sentence.index(each) + len(each)) + 1)
        for each in stretches
    ]
    found = parted(sentence, words, lower, phrases(sentence, words, lower), places)
    assert [sentence[starts[first] : ends[stop - 1]] for first, stop in found] == shown


# ------------------------------------------------------------------------------- what is laid together

ONE = """# Ferry board axes the night boat

The ferry board axed the night boat to Skerrin on Monday, leaving 300 islanders cut off after dark.

Fishermen in Skerrin called the decision a betrayal and threatened to block the harbour at Orm.

The chairman, Tove Lind, insisted that the boat had lost 4 million crowns since it was launched in 2019.

A choir sang on the quay."""
OTHER = """# Night boat to Skerrin will end in May

The night boat to Skerrin will stop in May, the ferry board decided on Monday.

The board's chairman Tove Lind said that the boat had cost 4 million crowns more than it earned since 2019.

Some fishermen in Skerrin were disappointed and said they would protest in the harbour of Orm.

The kiosk at the pier sells tickets for the day boat."""


def pairs(one: str, other: str) -> list[Laid]:
    two = documents(one, other)
    (ground,) = align(two).grounds
    return laid(ground, *two)


def named(found: list[Laid]) -> set[tuple[str, str]]:
    return {(pair.sides[0].name, pair.sides[1].name) for pair in found}


def test_what_tells_one_thing_is_laid_together_and_what_has_no_word_in_common_is_not() -> None:
    found = named(pairs(ONE, OTHER))
    assert {("A1", "B1"), ("A2", "B3"), ("A3", "B2")} <= found
    assert not any("A4" in names for names in found)


def test_two_first_sentences_without_a_word_in_common_are_not_laid_together() -> None:
    choir = "A choir sang on the quay.\n\nBakers gave out bread.\n\n"
    assert ("A1", "B1") in named(pairs(ONE, OTHER))
    met = named(pairs(f"{choir}{ONE.split(chr(10) * 2)[2]}", OTHER.partition("\n\n")[2]))
    assert ("A3", "B3") in met
    assert not {("A1", "B1"), ("A1", "B2"), ("A2", "B1"), ("A2", "B2")} & met


def test_a_headline_is_laid_beside_the_other_texts_sentences_and_never_beside_its_own() -> None:
    found = named(pairs(ONE, OTHER))
    assert {("A0", "B1"), ("A1", "B0")} <= found
    assert ("A0", "B0") not in found


def test_words_that_stand_for_each_other_meet() -> None:
    (pair,) = [p for p in pairs(ONE, OTHER) if (p.sides[0].name, p.sides[1].name) == ("A3", "B2")]
    met = {
        (pair.sides[0].lower[one], pair.sides[1].lower[other])
        for one, (other, near) in pair.met.items()
        if near
    }
    assert {("tove", "tove"), ("chairman", "chairman"), ("million", "million")} <= met


def test_what_both_tell_word_for_word_is_laid_beside_nothing_else() -> None:
    told = "The night boat to Skerrin will stop in May, the ferry board decided on Monday."
    again = "The night boat to Skerrin was painted red in May, and the board paid for it."
    found = named(pairs(f"{told}\n\n{again}", f"{told}\n\n{again}"))
    assert found == set()
    assert ("A1", "B2") in named(pairs(f"{told}\n\nA choir sang.", f"A choir came.\n\n{again}"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_article_beside_itself_shows_its_headline_alone(sample: str) -> None:
    path = next((SOURCES / sample).glob("*.md"))
    comparison = compare_articles([read_article(path, label=label)[0] for label in "AB"])
    assert [row.device for row in rows(comparison)] == [Device.HEADLINE]


# -------------------------------------------------------------------------------------------- measures


def measured(one: str, other: str, *stretches: str) -> Candidate:
    """Return the two stretches with their measures, of the first sentences of two texts."""
    (pair,) = [p for p in pairs(one, other) if (p.sides[0].name, p.sides[1].name) == ("A1", "B1")]
    for found in candidates(pair):
        quoted = tuple(
            line.document.article.text[line.words[first].start : line.words[stop - 1].end]
            for line, (first, stop) in zip(pair.sides, found.stretches, strict=True)
        )
        if quoted == stretches:
            return found
    raise AssertionError(stretches)


PLAIN = "The council closed the pool in Skerrin on Monday."
LOADED = "Skerrin lost its only pool when the council abandoned it this week"
CLOSED, ABANDONED = "The council closed the pool", "when the council abandoned it"


@pytest.mark.parametrize(
    ("name", "other", "first", "second", "value"),
    [
        ("length", f"{LOADED}.", CLOSED, ABANDONED, 1.0),
        ("length_apart", f"{LOADED}.", f"{CLOSED} in Skerrin", ABANDONED, 0.2),
        ("names", f"{LOADED}.", CLOSED, ABANDONED, 0.0),
        ("names", f"{LOADED}.", f"{CLOSED} in Skerrin", ABANDONED, 1 / 4),
        ("across", f"{LOADED}.", f"{CLOSED} in Skerrin", LOADED, 0.0),
        ("across", f"{LOADED}.", CLOSED, ABANDONED, 1.0),
        ("start", f"{LOADED}.", CLOSED, ABANDONED, 5 / 12),
        ("start_apart", f"{LOADED}.", CLOSED, ABANDONED, 5 / 12),
        ("leads", f"{LOADED}.", CLOSED, ABANDONED, 1.0),
        ("first_both", f"{LOADED}.", CLOSED, ABANDONED, 1.0),
        ("headline", f"{LOADED}.", CLOSED, ABANDONED, 0.0),
        ("shorter", f"{LOADED}.", CLOSED, ABANDONED, 0.9),
        ("words_in_all", f"{LOADED}.", CLOSED, ABANDONED, 2.1),
        ("quoted", f"{LOADED}.", CLOSED, ABANDONED, 0.0),
        ("quoted", f"“{LOADED},” Ada Bo told us.", CLOSED, LOADED, 1.0),
        ("quoted_both", f"“{LOADED},” Ada Bo told us.", CLOSED, LOADED, 0.0),
        ("odds_against", f"{LOADED}.", CLOSED, ABANDONED, 0.0),
    ],
)
def test_each_measure_is_what_it_says(name: str, other: str, first: str, second: str, value: float) -> None:
    assert measured(PLAIN, other, first, second).measures[name] == pytest.approx(value)


def test_a_judging_word_is_strong_and_an_own_word_has_no_counterpart() -> None:
    found = measured(PLAIN, f"{LOADED}.", CLOSED, ABANDONED).measures
    assert found["strength"] == pytest.approx(2.0)
    assert 0 < found["unmet_both"] < found["unmet"]
    assert found["met"] > 0.5
    assert 0 < found["unmet_share"] < 1
    tame = measured(
        PLAIN, LOADED.replace("abandoned", "emptied") + ".", CLOSED, "when the council emptied it"
    )
    assert tame.measures["strength"] < 1


def test_a_headline_is_measured_as_one() -> None:
    (pair,) = [p for p in pairs(ONE, OTHER) if (p.sides[0].name, p.sides[1].name) == ("A0", "B1")]
    measures = next(candidates(pair)).measures
    assert (measures["headline"], measures["leads"], measures["first_both"]) == (1.0, 0.0, 0.0)
    assert measures["odds_against"] < 0


def test_the_rank_is_what_the_printed_weights_give() -> None:
    found = measured(PLAIN, f"{LOADED}.", CLOSED, ABANDONED)
    assert set(WEIGHTS) <= set(found.measures)
    by_hand = CONSTANT + sum(WEIGHTS[name] * found.measures[name] for name in WEIGHTS)
    assert odds(found.measures) == pytest.approx(by_hand)


# ------------------------------------------------------------------------------------------------ rows


@pytest.mark.parametrize("sample", SAMPLES)
def test_rows_are_few_short_whole_and_none_says_again_what_another_says(sample: str) -> None:
    articles = [
        read_article(path, label=label)[0]
        for path, label in zip(sorted((SOURCES / sample).glob("*.md")), "AB", strict=True)
    ]
    comparison = compare_articles(articles)
    found = rows(comparison)
    assert [row.device for row in found[:3]] == [Device.HEADLINE, Device.LEAD, Device.CLOSE]
    told = found[3:]
    assert 3 <= len(told) <= MOST == 16
    assert not any(row.device in ALWAYS for row in told)
    assert [row.rank for row in told] == sorted((row.rank for row in told), reverse=True)
    assert all(0 <= row.rank <= 100 for row in told)
    names = [tuple(dict.fromkeys(row.sentences)) for row in told]
    assert max(Counter(names).values()) == 1
    assert max(Counter(name for pair in names for name in pair).values()) <= 3
    homes = {s.id: (s.start, s.end) for a in articles for s in a.sentences}
    homes |= {f"{a.label}0": (p.start, p.end) for a in articles for p in a.furniture if p.kind == "headline"}
    for row in told:
        for article in articles:
            here = [s for s in row.spans if s.article == article.label]
            assert 1 <= len(here) <= 3
            assert here == sorted(here, key=lambda s: s.start)
            assert all(one.end <= other.start for one, other in pairwise(here))
            for span in here:
                words = article.text[span.start : span.end]
                assert words == words.strip()
                assert 2 <= len(words.split()) <= MOST_WORDS
        for span, name in zip(row.spans, row.sentences, strict=True):
            assert homes[name][0] <= span.start < span.end <= homes[name][1]


def test_only_the_words_of_one_side_are_named_as_its_own() -> None:
    found = next(row for row in rows(compared(ONE, OTHER)) if set(row.sentences) == {"A2", "B3"})
    assert found.why.startswith("A alone has ")
    of_a, _, of_b = found.why.rstrip(".").partition("; B alone has ")
    assert "betrayal" in of_a
    assert "disappointed" in of_b
    for both in ("fishermen", "Skerrin", "harbour"):
        assert both.lower() not in found.why.lower()
    assert "fishermen" in found.evidence


def test_texts_that_no_passage_joins_have_headline_and_lead_and_no_contrast() -> None:
    boats = "# Model boats on show\n\nA museum in Quell opened a show of model boats on Friday."
    comparison = compared(ONE, boats)
    assert not comparison.links
    assert pairs(ONE, boats)
    assert [row.device for row in rows(comparison)] == [Device.HEADLINE, Device.LEAD]


def test_other_languages_than_english_have_the_rows_that_any_two_texts_have() -> None:
    german = (
        "# Nachtboot wird eingestellt\n\nDas Nachtboot nach Skerrin fährt im Mai zum letzten Mal, beschloss "
        "der Rat am Montag.\n\nDie Fischer von Skerrin sind enttäuscht und wollen im Hafen protestieren."
    )
    found = rows(compared(german, german.replace("enttäuscht", "empört").replace("Rat", "Vorstand")))
    assert {row.device for row in found} <= ALWAYS


def test_a_row_has_the_voice_of_each_stretch_and_the_outlets_only_where_all_are() -> None:
    quoted = OTHER.replace(
        "Some fishermen in Skerrin were disappointed and said they would protest in the harbour of Orm.",
        "“We fishermen in Skerrin are disappointed and will protest in the harbour of Orm,” Per Aas said.",
    )
    found = next(row for row in rows(compared(ONE, quoted)) if set(row.sentences) == {"A2", "B3"})
    assert len(found.voices) == len(found.spans)
    assert Voice.QUOTATION in found.voices
    assert found.voice is not Voice.OUTLET


def sentences(sample: str) -> list[str]:
    return [
        article.text[s.start : s.end]
        for path in sorted((SOURCES / sample).glob("*.md"))
        for article in [read_article(path, label="A")[0]]
        for s in article.sentences
    ]


FLOOD = sentences("flood")
news = st.lists(st.sampled_from(FLOOD), min_size=1, max_size=7, unique=True).map("\n\n".join)


@settings(max_examples=30, deadline=None)
@given(news, news)
def test_swapping_the_texts_swaps_the_sides_and_nothing_else(one: str, other: str) -> None:
    plain, mirrored = compared(one, other), compared(other, one)

    def told(of: Comparison, labels: str) -> list[tuple[object, ...]]:
        return [
            (row.number, row.device, row.rank, row.evidence, *(quotes(of, row, each) for each in labels))
            for row in rows(of)
        ]

    assert told(plain, "AB") == told(mirrored, "BA")


@settings(max_examples=20, deadline=None)
@given(news, news)
def test_every_stretch_is_the_texts_own_and_no_longer_than_a_row(one: str, other: str) -> None:
    comparison = compared(one, other)
    for row in rows(comparison):
        assert {span.article for span in row.spans} == {"A", "B"}
        for label, text in (("A", one), ("B", other)):
            for words in quotes(comparison, row, label):
                assert words in text
                assert row.device in ALWAYS or len(words.split()) <= MOST_WORDS


# -------------------------------------------------------------------------------------- what it is called


def device(one: str, other: str) -> Device:
    """Return the device of two whole sentences, and see that it is the same when they are swapped."""
    tails = (", as bakers told a crowd of children", ", one cold afternoon out at sea")
    found = []
    for order in ((0, 1), (1, 0)):
        told = [(one, other)[k] for k in order]
        (pair,) = pairs(*(f"{words}{tails[k]}." for words, k in zip(told, order, strict=True)))
        sides = [
            Side(sentences=(f"{label}1",), extents=(Extent(start=0, end=len(words)),))
            for label, words in zip("AB", told, strict=True)
        ]
        found.append(device_of(pair, (sides[0], sides[1])))
    assert found[0] is found[1]
    return found[0]


RECOGNISED = [
    (Device.NUMBER, "a crowd of 4,000 people marched", "some 2,500 people marched", True),
    (Device.NUMBER, "all 40 jobs were cut", "all 40 jobs were axed", False),
    (Device.NUMBER, "4,000 people marched to the mill", "people marched for 3 hours", False),
    (Device.QUOTATION, "“We will not sell the mill,” she said", "“The mill stays ours,” she said", True),
    (Device.QUOTATION, "“We will not sell the mill,” she said", "she refused to part with the mill", False),
    (Device.DIRECTION, "the rise in ferry fares", "the fall in ferry fares", True),
    (Device.DIRECTION, "the rise in ferry fares", "the increase in ferry fares", False),
    (
        Device.DIRECTION,
        "a rise in ferry fares followed the strike",
        "a fall in rents in the ferry port",
        False,
    ),
    (Device.CERTAINTY, "the mayor allegedly took the money", "the mayor took the money", True),
    (Device.CERTAINTY, "the mayor took the money", "the mayor pocketed the money", False),
    (Device.CERTAINTY, "the mayor took the money in May, and may run", "the mayor took the money", False),
    (Device.SCARE_QUOTES, "the “reform” of the harbour office", "the reform of the harbour office", True),
    (Device.SCARE_QUOTES, "the “reform” of the harbour office", "the overhaul of the harbour office", False),
    (Device.SPEECH_VERB, "the baker insisted the shop was full", "the baker said the shop was full", True),
    (Device.SPEECH_VERB, "the baker said the shop was full", "the baker said the shop was crowded", False),
    (Device.EVALUATION, "the council's disastrous plan", "the council's plan for the pier", True),
    (Device.EVALUATION, "the council's latest plan", "the council's plan for the pier", False),
    (Device.EVALUATION, "the council's plan was read at the disastrous fair", "the council's plan", False),
    (Device.DEGREE, "the dam nearly emptied", "the dam emptied", True),
    (Device.DEGREE, "over forty lorries queued", "forty lorries queued", True),
    (Device.DEGREE, "the town woke up", "the town awoke", False),
    (Device.CAUSE, "the school closed because the roof leaked", "the school closed after a flood", True),
    (Device.CAUSE, "the school closed because the roof leaked", "the school with a wet roof closed", False),
    (Device.DOER, "the guard pushed the student", "the student was pushed by the guard", True),
    (Device.DOER, "the student was pushed", "the student was shoved", False),
    (Device.ACT, "the guard shoved the student", "the guard moved the student", True),
    (Device.ACT, "the wall by the river", "the concrete barrier by the river", False),
    (Device.NAME, "the night ferry was full", "the gambling ferry was full", True),
    (Device.NAME, "the guard shoved the student", "the guard moved the student", False),
    (Device.WORDING, "the wall by the river", "the concrete barrier by the river", True),
    (Device.WORDING, "the guard shoved the student", "the guard moved the student", False),
]


@pytest.mark.parametrize(("kind", "one", "other", "fires"), RECOGNISED)
def test_a_device_is_recognised_by_its_sign(kind: Device, one: str, other: str, fires: bool) -> None:  # noqa: FBT001
    assert (device(one, other) is kind) is fires


def test_every_device_that_is_recognised_has_an_example_that_fires_and_one_that_does_not() -> None:
    assert {(kind, fires) for kind, _, _, fires in RECOGNISED} == {
        (kind, fires) for kind, *_ in RECOGNISED for fires in (True, False)
    }
    source = Path(SOURCES.parent, "compare", "find", "devices", "recognised.py").read_text(encoding="utf-8")
    assert {kind for kind, *_ in RECOGNISED} == {kind for kind in Device if f"Device.{kind.name}" in source}


# ---------------------------------------------------------------------------- of one speaker other words

HER = (
    "“We ran an empty boat every night for six years,” said Tove Lind, who chairs the ferry board. "
    "The timetable changes in May."
)
LIND = (
    "“Nobody will be left on the quay, I promise you that,” Ms Lind told the islanders on Monday. "
    "The kiosk at the pier sells tickets."
)


def of_speakers(one: str, other: str) -> list[FramingPair]:
    return [row for row in rows(compared(one, other)) if row.evidence.startswith("one speaker")]


def test_of_a_speaker_whom_both_quote_is_shown_what_each_quotes() -> None:
    one, other = f"{ONE}\n\n{HER}", f"{OTHER}\n\n{LIND}"
    comparison = compared(one, other)
    (row,) = of_speakers(one, other)
    assert row.device is Device.QUOTATION
    assert row.target == "Tove Lind"
    assert quotes(comparison, row, "A") == ["We ran an empty boat every night for six years"]
    assert quotes(comparison, row, "B") == ["Nobody will be left on the quay, I promise you that"]
    assert set(row.voices) == {Voice.QUOTATION}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(LIND.replace("Ms Lind", "Per Aas"), id="another speaker"),
        pytest.param(LIND.replace("Ms Lind", "an islander"), id="a speaker without a name"),
        pytest.param(HER.replace("said Tove Lind", "Lind said"), id="the same words"),
        pytest.param(LIND.replace("“", "").replace("”", ""), id="no quotation"),
        pytest.param(
            LIND.replace("“Nobody will be left on the quay, I promise you that,”", "“No shouting,”"),
            id="two words",
        ),
    ],
)
def test_no_row_where_not_one_speaker_is_quoted_in_other_words(said: str) -> None:
    assert not of_speakers(f"{ONE}\n\n{HER}", f"{OTHER}\n\n{said}")


# --------------------------------------------------------------------------------- what is always shown


def shown(one: str, other: str) -> list[tuple[Device, str, str]]:
    two = documents(one, other)
    return [
        (
            row.device,
            *(
                " ".join(d.article.text[side.extents[0].start : side.extents[0].end].split())
                for d, side in zip(two, row.sides, strict=True)
            ),
        )
        for row in always_shown(*two)
    ]


def told(subject: str, *, sentences: int = 7, title: str = "") -> str:
    body = "\n\n".join(f"{subject} did thing number {n} at the port." for n in range(1, sentences + 1))
    return f"# {title}\n\n{body}" if title else body


def test_headline_two_first_and_three_last_sentences_are_shown() -> None:
    found = shown(told("Ann", title="One thing"), told("Bea", title="Another"))
    assert [device for device, *_ in found] == [Device.HEADLINE, Device.LEAD, Device.CLOSE]
    assert found[0][1:] == ("One thing", "Another")
    assert found[1][1] == "Ann did thing number 1 at the port. Ann did thing number 2 at the port."
    assert found[2][2] == " ".join(f"Bea did thing number {n} at the port." for n in (5, 6, 7))


@pytest.mark.parametrize(
    ("one", "other", "devices"),
    [
        pytest.param(told("Ann"), told("Bea"), [Device.LEAD, Device.CLOSE], id="no headlines"),
        pytest.param(
            told("Ann", title="A title"), told("Bea"), [Device.LEAD, Device.CLOSE], id="one headline alone"
        ),
        pytest.param(
            told("Ann", sentences=5), told("Bea"), [Device.LEAD], id="a close would be the lead again"
        ),
        pytest.param(told("Ann"), told("Ann"), [], id="told word for word"),
        pytest.param(
            told("Ann’s “crew”"), told('Ann\'s "crew"'), [], id="typed with other marks is the same"
        ),
        pytest.param(
            told("Ann", title="A title"), told("Ann", title="A title"), [Device.HEADLINE], id="one text twice"
        ),
    ],
)
def test_what_is_not_there_or_not_different_is_not_shown(one: str, other: str, devices: list[Device]) -> None:
    assert [device for device, *_ in shown(one, other)] == devices


def test_a_contrast_has_a_second_stretch_where_there_is_room() -> None:
    sizes = {len(side.extents) for contrast in contrasts(pairs(ONE, OTHER)) for side in contrast.sides}
    assert sizes == {1, 2}


# ------------------------------------------------------------------------------------- whether it tells


def worth_of(one: str, other: str, names: tuple[str, str]) -> float:
    return next(
        row.rank for row in rows(compared(one, other)) if tuple(dict.fromkeys(row.sentences)) == names
    )


def test_a_figure_more_is_worth_less_than_a_strong_word_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "LEAST_SHARES", (0.0, 0.0))
    plain = OTHER.replace("Some fishermen in Skerrin were disappointed and said", "Fishermen in Skerrin said")
    strong = plain.replace("Fishermen in Skerrin said", "Furious fishermen in Skerrin said")
    figure = plain.replace("Fishermen in Skerrin said", "17 fishermen in Skerrin said")
    assert worth_of(ONE, strong, ("A2", "B3")) > worth_of(ONE, figure, ("A2", "B3"))


@given(st.lists(st.floats(-4, 4), min_size=20, max_size=20))
def test_worth_is_a_share_that_rises_with_either_judgement(values: list[float]) -> None:
    names = sorted(RELATED.keys() | TELLS.keys())
    measures = dict(zip(names, values, strict=False))
    found = worth(measures)
    assert 0 <= found <= 100
    assert worth({**measures, "lines_alike": measures["lines_alike"] + 1}) >= found
    assert worth({**measures, "strongest": measures["strongest"] + 1}) >= found


def test_a_row_is_of_one_thing_the_surer_the_more_the_texts_surely_share() -> None:
    apart = (
        "\n\nThe choir of Quell won a prize for a song about herring.\n\nBakers doubled the price of rye.",
        "\n\nA museum bought nine paintings by a nun.\n\nSnow closed two roads above the glacier.",
    )
    alone = [text.rpartition("\n\n")[0] for text in (ONE, OTHER)]
    first = [
        next(p for p in pairs(*texts) if (p.sides[0].name, p.sides[1].name) == ("A2", "B3"))
        for texts in (alone, [text + more for text, more in zip(alone, apart, strict=True)])
    ]
    assert first[0].sure == pytest.approx(first[1].sure * 5 / 3)
    measures = dict.fromkeys(RELATED.keys() | TELLS.keys(), 0.0)
    few, many = (shares({**measures, "sure": pair.sure}) for pair in reversed(first))
    assert few[0] < many[0]
    assert few[1] == many[1]


@pytest.mark.parametrize("place", [0, 1])
def test_a_row_is_left_out_where_one_of_the_two_judgements_is_poor(
    monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    laid_together = pairs(ONE, OTHER)
    assert contrasts(laid_together)
    least = [0.0, 0.0]
    least[place] = 1.0
    monkeypatch.setattr(ranking, "LEAST_SHARES", tuple(least))
    assert not contrasts(laid_together)


def test_a_row_of_two_sentences_that_both_have_a_likelier_one_is_left_out() -> None:
    first, last = "The choir of Quell sang on Sunday.", "A museum opened.\n\nA bakery closed."
    told = (
        "The railway suspended all trains between Tarnholm and Quell until Friday.",
        "The brutal flood in Tarnholm killed 14 people, the emergency service said.",
    )
    again = (
        "Trains between Quell and Tarnholm will not run before Friday, the railway announced.",
        "The flood in Tarnholm killed 14 people on Monday, according to the emergency service.",
    )
    texts = ["\n\n".join((first, last, *sentences)) for sentences in (told, again)]
    laid_together = pairs(*texts)
    crossed = {("A4", "B5"), ("A5", "B4")}
    assert crossed & named(laid_together)
    assert not {p.best for p in laid_together if (p.sides[0].name, p.sides[1].name) in crossed} - {0}
    found = {(row.sides[0].sentences[0], row.sides[1].sentences[0]) for row in contrasts(laid_together)}
    assert not crossed & found


def test_what_is_told_once_is_not_told_again_beside_another_sentence() -> None:
    once = "# Boat\n\nFurious fishermen in Skerrin called the end of the night boat a shameful betrayal."
    twice = (
        "# Boat\n\nFishermen in Skerrin were sorry about the end of the night boat.\n\n"
        "The end of the night boat makes fishermen in Skerrin wonder where to sell their cod."
    )
    laid_together = pairs(once, twice)
    assert {("A1", "B1"), ("A1", "B2")} <= named(laid_together)
    found = [row for row in contrasts(laid_together) if row.sides[0].sentences[0] == "A1"]
    assert len(found) == 1


def test_the_pairs_of_stretches_are_valued_as_their_measures_say() -> None:
    for pair in pairs(ONE, OTHER):
        valued = sorted(value for value, _ in _valued(pair))
        measured = sorted(odds(found.measures) for found in candidates(pair))
        assert len(valued) == len(measured)
        gaps = {round(one - other, 4) for one, other in zip(measured, valued, strict=True)}
        assert len(gaps) <= 1


# ------------------------------------------------------------------------------------------- its document

DOCUMENT = (SOURCES.parent / "docs" / "how-it-decides.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """Return the rows of the first table under a heading."""
    lines = DOCUMENT.partition(f"\n### {heading}\n")[2].partition("\n#")[0].splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")
    ]
    return [[row[0].strip("`"), *row[1:]] for row in cells]


def test_the_document_has_every_device_with_examples_that_hold() -> None:
    devices = table("The devices")
    assert {row[0] for row in devices} == {kind.value for kind, *_ in RECOGNISED}
    for name, _, _, fires, silent in devices:
        assert device(*fires.split(" / ")) == name
        assert device(*silent.split(" / ")) != name


def test_the_document_has_the_weights_by_which_a_row_is_worth_its_place() -> None:
    for heading, weights, constant in (
        ("Of one thing", RELATED, RELATED_CONSTANT),
        ("Telling", TELLS, TELLS_CONSTANT),
    ):
        written = {row[0]: float(row[1].replace("−", "-")) for row in table(heading)}
        assert written == weights
        assert f"constant is {constant:+g}".replace("-", "−") in DOCUMENT


def test_the_document_has_the_weights_that_rank() -> None:
    told = {name: float(weight.replace("−", "-")) for name, weight, _ in table("The ranking")}
    assert told == dict(WEIGHTS)
