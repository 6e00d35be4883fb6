"""Findings on small texts, whole."""

from __future__ import annotations

import pytest

from compare.find.shared_facts import LONG_RUN, longest_run
from compare.model import (
    Claim,
    ClaimType,
    Comparison,
    Discrepancy,
    Extent,
    Placement,
    SharedFact,
    ToldNearby,
    Voice,
    Zone,
)
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.document import Document


def compared(one: str, other: str) -> Comparison:
    return compare_articles(
        [article_from_bytes(t.encode(), name=f"{n}.txt", label=n)[0] for n, t in (("A", one), ("B", other))]
    )


def claims(comparison: Comparison, label: str) -> list[tuple[str, ClaimType, Voice]]:
    texts = {a.label: a.text for a in comparison.articles}
    return [
        (texts[label][f.spans[0].start : f.spans[0].end], f.type, f.voice)
        for f in comparison.findings
        if isinstance(f, Claim) and f.spans[0].article == label
    ]


ONE = (
    "The harbour board closed the northern ferry terminal on Tuesday after divers found cracks in the pier, "
    "which was built in 1931 by prisoners of war. Director Hanna Voss said repairs would cost four million. "
    "The council should resign before the next tide."
)
OTHER = (
    "Divers found cracks in the pier of the northern ferry terminal, "
    "and the harbour board closed it on Tuesday. "
    "“We cannot promise a date,” a union official told reporters. Some residents said gulls had moved in."
)


def test_claims_have_a_type_and_a_voice() -> None:
    comparison = compared(ONE, OTHER)
    assert {
        (
            "Director Hanna Voss said repairs would cost four million.",
            ClaimType.ATTRIBUTED,
            Voice.NAMED_SOURCE,
        ),
        ("The council should resign before the next tide.", ClaimType.JUDGEMENT, Voice.OUTLET),
    } <= set(claims(comparison, "A"))
    assert set(claims(comparison, "B")) == {
        (
            "“We cannot promise a date,” a union official told reporters.",
            ClaimType.ATTRIBUTED,
            Voice.UNNAMED_SOURCE,
        ),
        ("Some residents said gulls had moved in.", ClaimType.ATTRIBUTED, Voice.UNNAMED_SOURCE),
    }


WRECK = (
    "Harbour police put the number of dead at %s on Monday "
    "and said the ferry Merle had struck the Tolby sandbank in thick fog."
)
SUNK = "At least 14 passengers have %s after the ferry Merle struck the Tolby sandbank in thick fog."


@pytest.mark.parametrize("told", ["died", "unpaid debts"])
def test_no_part_of_a_sentence_that_both_tell_is_listed_as_found_in_one(told: str) -> None:
    """A clause that the other text lacks was mostly told two sentences further on, or was no statement."""
    for texts in ((WRECK % "11", SUNK % told), (SUNK % told, WRECK % "11")):
        comparison = compared(*texts)
        assert [claims(comparison, label) for label in "AB"] == [[], []]


def nearby(comparison: Comparison) -> list[tuple[tuple[str, ...], str]]:
    return [(f.sentences, f.why) for f in comparison.findings if isinstance(f, ToldNearby)]


NEWS = (
    "A court in Sollach fined two bakers for selling underweight loaves.",
    "Rowers from the valley won the national final by half a length.",
    "The museum closes in winter while its roof is repaired.",
    "Engineers will test the cable car again before Easter.",
)
OTHER_NEWS = (
    "Librarians asked for longer opening hours on Saturdays.",
    "A choir from the coast sang for the retiring postmaster.",
    "Farmers expect a poor harvest of plums this autumn.",
    "The chess club has moved into the old mill.",
)


@pytest.mark.parametrize(
    ("other", "touches"),
    [
        (
            "Nobody in the ministry would say what becomes of the airport now that its builders have gone.",
            True,
        ),
        ("Nobody in the ministry would say what becomes of the pier now that its builders have gone.", False),
    ],
)
def test_what_the_other_text_touches_is_told_nearby_and_no_claim(other: str, *, touches: bool) -> None:
    one = "Voters in Quell rejected the plan for a second airport by a wide margin."
    comparison = compared("\n\n".join((one, *NEWS)), "\n\n".join((other, *OTHER_NEWS)))
    why = "Much of this stands there in other words."
    assert comparison.links == ()
    assert nearby(comparison) == ([(("A1", "B1"), why), (("B1", "A1"), why)] if touches else [])
    listed = [words for label in "AB" for words, _, _ in claims(comparison, label)]
    assert ({one, other} & set(listed) == set()) is touches
    assert len(listed) == (8 if touches else 10)


def test_what_a_headline_tells_is_told_nearby() -> None:
    told = "Voters in Quell rejected the plan for a second airport by a wide margin."
    headed = "# Quell voters reject second airport"
    plain = compared("\n\n".join((told, *NEWS)), "\n\n".join(OTHER_NEWS))
    assert told in [words for words, _, _ in claims(plain, "A")]
    comparison = compared("\n\n".join((told, *NEWS)), "\n\n".join((headed, *OTHER_NEWS)))
    assert told not in [words for words, _, _ in claims(comparison, "A")]
    assert nearby(comparison) == [(("A1", "B0"), "The headline tells much of this.")]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (
            "The harbour board approved the tunnel under the Orle on Friday.",
            "The harbour board did not approve the tunnel under the Orle on Friday.",
            [],
        ),
        (
            "The harbour board approved the tunnel under the Orle on Friday.",
            "On Friday the harbour board gave its approval to the tunnel under the Orle.",
            [("A1", "B1")],
        ),
    ],
)
def test_what_one_text_denies_is_no_shared_fact(one: str, other: str, shared: list[tuple[str, str]]) -> None:
    comparison = compared(one, other)
    assert [link.sentences for link in comparison.links] == [("A1", "B1")]
    assert [f.sentences for f in comparison.findings if isinstance(f, SharedFact)] == shared
    assert [f.sentences for f in comparison.findings if isinstance(f, Placement)] == shared
    denied = [f for f in comparison.findings if isinstance(f, Discrepancy) and f.type == "negation"]
    assert len(denied) == (not shared)


def test_claims_come_most_salient_first() -> None:
    for label in "AB":
        salience = [
            f.salience
            for f in compared(ONE, OTHER).findings
            if isinstance(f, Claim) and f.spans[0].article == label
        ]
        assert salience == sorted(salience, reverse=True)
        assert salience


def test_the_claim_that_tells_most_comes_first() -> None:
    little = "Nobody in the town hall complained about the noise."
    much = "Divers found anchor cables, a sunken ferry and two cannons beneath the northern pier."
    for order in ((little, much), (much, little)):
        listed = claims(compared("\n\n".join((*NEWS, *order)), "\n\n".join(OTHER_NEWS)), "A")
        words = [told for told, _, _ in listed]
        assert words.index(much) < words.index(little)


def test_a_long_run_of_equal_words_is_noted_and_a_shared_quotation_is_not() -> None:
    run = "officials evacuated the lower town before the second wave of water reached the old market"
    close = compared(f"At dawn {run}.", f"Later {run} square, and then left.")
    assert [(f.close_wording, f.direct_quotation) for f in close.findings if isinstance(f, SharedFact)] == [
        (True, False)
    ]
    quoted = compared(f"“Our {run}.”", f"“Our {run}.”")
    assert [(f.close_wording, f.direct_quotation) for f in quoted.findings if isinstance(f, SharedFact)] == [
        (False, True)
    ]


def test_a_run_ends_at_a_quotation_mark() -> None:
    comparison = compared(
        "The old bridge over the Orle was “closed for good” by the mayor on Monday.",
        "The old bridge over the Orle was “closed for good” by the mayor on Monday.",
    )
    documents = {a.label: Document(a) for a in comparison.articles}
    assert longest_run(comparison.links[0].spans, documents) == 7 < LONG_RUN


def test_placement_tells_lead_from_end() -> None:
    filler = [f"{name} opened a bakery in the {n}th street." for n, name in enumerate(
        ("Ada", "Berit", "Carla", "Dora", "Elsa", "Frida", "Gerda", "Hilde"), start=4)]  # fmt: skip
    fact = "Divers found cracks in the pier of the northern ferry terminal."
    other = ["The choir sang.", "Rain is expected.", "Prices of eggs fell.", "A cat was rescued.", fact]
    found = compared(" ".join([fact, *filler]), " ".join(other)).findings
    (place,) = [f for f in found if isinstance(f, Placement)]
    assert [(p.sentence, p.share, p.zone) for p in place.positions] == [
        ("A1", 0.0, Zone.LEAD),
        ("B5", 100.0, Zone.END),
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "voice"),
    [
        ("The pier is safe, Voss said.", "The pier is safe", Voice.NAMED_SOURCE),
        ("Some analysts believe the pier is safe.", "the pier is safe", Voice.UNNAMED_SOURCE),
        ("Analyst Hanna Voss believes the pier is safe.", "the pier is safe", Voice.NAMED_SOURCE),
        ("According to Voss, the pier is safe.", "the pier is safe", Voice.NAMED_SOURCE),
        ("“The pier is safe,” Voss said.", "The pier is safe", Voice.QUOTATION),
        ("Heads of state met at the pier.", "met at the pier", Voice.OUTLET),
        ("The alleged crime took place at the pier.", "at the pier", Voice.OUTLET),
        ("The sign said “open”, and the pier closed.", "open", Voice.QUOTATION),
    ],
)
def test_whose_words(sentence: str, words: str, voice: Voice) -> None:
    article = article_from_bytes(sentence.encode(), name="a.txt", label="A")[0]
    start = article.text.index(words)
    assert Document(article).voices.speaking_in("A1", Extent(start=start, end=start + len(words))) is voice


def test_unrelated_texts_get_a_note_and_an_honest_report() -> None:
    comparison = compared("The choir sang in Quell before Easter.", "Prices of eggs fell by a tenth.")
    assert [(n.code, n.text) for n in comparison.notes] == [
        ("unrelated", "the two texts share no passage: are they about one event?")
    ]
    assert len([f for f in comparison.findings if isinstance(f, Claim)]) == 2
