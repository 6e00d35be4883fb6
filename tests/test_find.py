"""Findings on small texts, whole."""

from __future__ import annotations

import pytest

from compare.find.shared_facts import LONG_RUN, longest_run
from compare.model import Claim, ClaimType, Comparison, Extent, Placement, SharedFact, Voice, Zone
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
    "The council should resign."
)
OTHER = (
    "Divers found cracks in the pier of the northern ferry terminal, "
    "and the harbour board closed it on Tuesday. "
    "“We cannot promise a date,” a union official told reporters. Some residents said gulls had moved in."
)


def test_what_a_shared_sentence_adds_is_a_detail() -> None:
    assert ("which was built in 1931 by prisoners of war.", ClaimType.DETAIL, Voice.OUTLET) in claims(
        compared(ONE, OTHER), "A"
    )


def test_claims_have_a_type_and_a_voice() -> None:
    comparison = compared(ONE, OTHER)
    assert {
        (
            "Director Hanna Voss said repairs would cost four million.",
            ClaimType.ATTRIBUTED,
            Voice.NAMED_SOURCE,
        ),
        ("The council should resign.", ClaimType.JUDGEMENT, Voice.OUTLET),
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


@pytest.mark.parametrize(
    ("one", "other", "listed"),
    [
        (WRECK % "11", SUNK % "died", [0, 0]),
        # Nothing in the other text speaks of debts or of the price of the boat.
        (WRECK % "11", SUNK % "unpaid debts", [1, 1]),
    ],
)
def test_a_clause_that_the_other_text_contradicts_is_not_listed_as_found_in_one(
    one: str, other: str, listed: list[int]
) -> None:
    for texts, counts in (((one, other), listed), ((other, one), listed[::-1])):
        comparison = compared(*texts)
        assert [len(claims(comparison, label)) for label in "AB"] == counts


def test_claims_come_most_salient_first() -> None:
    for label in "AB":
        salience = [
            f.salience
            for f in compared(ONE, OTHER).findings
            if isinstance(f, Claim) and f.spans[0].article == label
        ]
        assert salience == sorted(salience, reverse=True)
        assert salience


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
    comparison = compared("The choir sang in Quell.", "Prices of eggs fell by a tenth.")
    assert [(n.code, n.text) for n in comparison.notes] == [
        ("unrelated", "the two texts share no passage: are they about one event?")
    ]
    assert len([f for f in comparison.findings if isinstance(f, Claim)]) == 2
