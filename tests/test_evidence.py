"""Whether one fact is told or one topic: each measure, what makes a link sure, and what only touches."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import pytest
from msgspec.structs import replace

from compare.align import align
from compare.align.evidence import CONSTANT, WEIGHTS, Surroundings, certainty
from compare.align.nearby import NEAR, Touching, touches
from compare.align.passages import Passage, measured, passage
from compare.align.relations import PERHAPS, PERHAPS_BY_ONE_WORD
from compare.align.scoring import score_cells
from compare.align.vocabulary import vocabulary
from compare.model import Extent, Tier
from compare.read import article_from_bytes
from compare.text.clauses import clauses
from compare.text.document import Document
from compare.text.quotations import quotations
from compare.text.values import values
from compare.text.words import words


def prepared(sentence: str) -> Passage:
    return passage(
        sentence,
        Extent(start=0, end=len(sentence)),
        [Extent(start=s, end=e) for s, e in clauses(sentence, 0, len(sentence))],
        words(sentence, 0, len(sentence)),
        quotations=quotations(sentence),
        amounts=[measured(amount) for amount in values(sentence, 0, len(sentence)).amounts],
    )


def measures(one: Sequence[str], other: Sequence[str], row: int = 0, column: int = 0) -> dict[str, float]:
    rows, columns = [prepared(s) for s in one], [prepared(s) for s in other]
    lexicon = vocabulary([p.keys for p in rows], [p.keys for p in columns], {})
    found = Surroundings(rows, columns, lexicon).measures(row, column)
    back = Surroundings(columns, rows, lexicon).measures(column, row)
    assert back == found, "the same when the texts are swapped"
    return {name: round(value, 1) for name, value in found.items()}


def document(label: str, paragraphs: Sequence[str]) -> Document:
    body = "\n\n".join(paragraphs).encode()
    return Document(article_from_bytes(body, label=label, name=f"{label}.txt")[0])


# News that says nothing of the sentences under test.
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
    ("one", "other", "value"),
    [
        pytest.param(["Divers found the wreck."], ["Rain fell in Quell."], 0.0, id="nothing stands around"),
        pytest.param(
            ["Divers found the wreck."],
            ["Rain fell in Quell.", "Divers found the wreck."],
            100.0,
            id="beside it",
        ),
        pytest.param(
            ["Divers found the wreck."],
            ["Divers found the wreck.", "The wreck lay deep."],
            0.0,
            id="told by itself",
        ),
        pytest.param(
            ["Divers found the wreck."],
            ["Rain fell in Quell.", "Nobody knew why.", "Divers found the wreck."],
            0.0,
            id="two sentences on",
        ),
    ],
)
def test_what_stands_beside_a_sentence_may_tell_the_rest_of_the_other(
    one: list[str], other: list[str], value: float
) -> None:
    assert measures(one, other)["beyond"] == value


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("The repair costs 12 million crowns.", "Of the repair’s 12 million crowns none is left.", 33.3),
        ("The repair costs 12 million crowns.", "The repair costs 13 million crowns.", 0.0),
        ("The repair costs 12 million crowns.", "Some 12 million people saw the repair.", 0.0),
        ("They paid 340 crowns, 70 euros and 25 dollars.", "He got 70 euros, 25 dollars, 340 crowns.", 100.0),
        # Small counts meet by chance.
        ("Two boats sank.", "Two men drank.", 0.0),
        ("Seven boats sank.", "Seven boats were lost.", 33.3),
        ("Boats sank.", "Boats were lost.", 0.0),
    ],
)
def test_equal_amounts_count_and_small_numbers_do_not(one: str, other: str, value: float) -> None:
    assert measures([one], [other])["amounts"] == value


@pytest.mark.parametrize(
    ("row", "column", "depth", "leads"),
    [(0, 0, 0.0, 100.0), (1, 2, 50.0, 100.0), (3, 0, 75.0, 0.0), (0, 4, 100.0, 0.0), (4, 4, 100.0, 0.0)],
)
def test_how_deep_the_deeper_one_stands(row: int, column: int, depth: float, leads: float) -> None:
    found = measures([*FILLER, "The end."], [*OTHER_FILLER, "The end."], row, column)
    assert (found["depth"], found["leads"]) == (depth, leads)


@pytest.mark.parametrize(
    ("one", "other", "quoted", "alike", "told"),
    [
        pytest.param(
            "“Cracks weaken every pier.”",
            "“Cracks weaken every pier.”",
            100.0,
            100.0,
            100.0,
            id="quoted by both",
        ),
        pytest.param(
            "“Cracks weaken every pier.”",
            "Cracks weaken every pier.",
            100.0,
            0.0,
            100.0,
            id="told by the other",
        ),
        pytest.param("“Cracks weaken every pier.”", "“Gulls nest here.”", 100.0, 0.0, 0.0, id="other words"),
        pytest.param("Cracks weaken every pier.", "Cracks weaken every pier.", 0.0, 0.0, 0.0, id="no marks"),
        # A single word in marks is no quotation that could be told.
        pytest.param("The “pier” cracked.", "The pier cracked.", 50.0, 0.0, 0.0, id="one word"),
    ],
)
def test_what_is_quoted(one: str, other: str, quoted: float, alike: float, told: float) -> None:
    found = measures([one], [other])
    assert (found["quoted"], found["quoted_alike"], found["quoted_told"]) == (quoted, alike, told)


def test_the_certainty_is_what_the_printed_parts_give() -> None:
    (link,) = align(
        [
            document("A", (*FILLER, "The river Orle burst its banks near Tarnholm on Monday night.")),
            document("B", ("The Orle burst its banks at Tarnholm on Monday.", *OTHER_FILLER)),
        ]
    ).links
    z = CONSTANT + sum(WEIGHTS[name] * link.parts[name] for name in WEIGHTS)
    assert link.certainty == certainty(link.parts) == round(100 / (1 + exp(-z)), 1)
    assert link.tier is Tier.SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Dr Orr said on Monday that cracks had spread to the second pier.",
            "Dr Orr said on Monday that nurses deserve a longer summer break.",
            id="who speaks, and when",
        ),
        pytest.param(
            "In a statement on Monday the harbour board said that gulls had left.",
            "In a statement on Monday the harbour board said that wages will rise.",
            id="where it was said",
        ),
        pytest.param(
            "Minister Ilse Brandt of Tarnholm opened a hospital.",
            "Minister Ilse Brandt of Tarnholm wrote novels.",
            id="names alone",
        ),
    ],
)
def test_who_speaks_and_names_alone_make_no_link(one: str, other: str) -> None:
    found = align([document("A", (*FILLER, one)), document("B", (other, *OTHER_FILLER))])
    assert found.links == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Before she turned to politics, Ilse Brandt had run a building firm on the coast that employed"
            " 340 masons and joiners.",
            "At the congress next weekend, Ilse Brandt can count on no more than 340 delegates, most of them"
            " from the farming districts.",
            id="a name and a figure of two things",
        ),
    ],
)
def test_a_name_and_little_else_is_never_sure(one: str, other: str) -> None:
    found = align([document("A", (*FILLER, one)), document("B", (other, *OTHER_FILLER))])
    assert all(link.tier is Tier.PERHAPS for link in found.links)


def test_a_single_word_has_to_be_likelier_than_several() -> None:
    one, other = (
        "Voters rejected the airport by a wide margin.",
        "Nobody says what becomes of the airport now.",
    )
    found = align([document("A", (*FILLER, one)), document("B", (other, *OTHER_FILLER))])
    assert PERHAPS < found.nearest["A5"].certainty < PERHAPS_BY_ONE_WORD
    assert found.links == ()


def touching(one: str, other: str, *, sure: float) -> Touching | None:
    """Return how two sentences touch that are so sure to be one fact."""
    rows, columns = [prepared(one)], [prepared(other)]
    (cell,) = score_cells(rows, columns)[1]
    found, _ = touches([replace(cell, certainty=sure)], rows, columns)
    return found[0].by if found else None


@pytest.mark.parametrize(
    ("one", "other", "sure", "by"),
    [
        ("Divers found a church bell.", "The bell hangs in the chapel.", NEAR, Touching.WORDS),
        ("Divers found a church bell.", "The bell hangs in the chapel.", NEAR - 0.1, None),
        (
            "Ilse Brandt employed 340 masons in Quell.",
            "Some 340 masons marched for Ilse Brandt.",
            5.0,
            Touching.FIGURE,
        ),
        ("Ilse Brandt employed 340 masons in Quell.", "Some 520 masons marched for Ilse Brandt.", 5.0, None),
        ("Ilse Brandt employed 340 masons in Quell.", "Some 340 masons marched for Jan Osterby.", 5.0, None),
        (
            "“We never saw an invoice,” Orla Fenn told the committee.",
            "Inspectors never saw an invoice for the roof of the new chapel.",
            5.0,
            Touching.QUOTATION,
        ),
        (
            "“We never saw an invoice,” Orla Fenn told the committee.",
            "Inspectors wrote an invoice for the roof of the new chapel.",
            5.0,
            None,
        ),
    ],
)
def test_what_touches_and_what_only_looks_like_it(
    one: str, other: str, sure: float, by: Touching | None
) -> None:
    assert touching(one, other, sure=sure) is by
    assert touching(other, one, sure=sure) is by


@pytest.mark.parametrize(
    ("headline", "touches"),
    [
        ("Quell voters reject second airport", True),
        ("Quell builders leave second home", False),
        # Two words are a topic.
        ("Quell airport", False),
    ],
)
def test_a_headline_may_tell_what_a_sentence_tells(headline: str, *, touches: bool) -> None:
    told = "Voters in Quell rejected the plan for a second airport by a wide margin."
    found = align(
        [document("A", (told, *FILLER)), document("B", (f"# {headline}", *OTHER_FILLER))]
    ).nearest.get("A1")
    assert (found is not None and (found.sentence, found.by) == ("B0", Touching.HEADLINE)) is touches
