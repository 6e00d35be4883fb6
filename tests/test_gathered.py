"""What stands in a row of facts, beside it or is attached; whom two texts have their report from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from compare.align import align, facts, prepared
from compare.align.agencies import agencies
from compare.align.copies import near_copies
from compare.align.facts import Row
from compare.model import Article, Fact, Link, Relation, Tier
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.render.layout import Level
from compare.render.lesson.many import plan
from compare.render.parts.fullest import Fullest, firm
from compare.text.document import Document

BLAST = (
    "An explosion at the Merrin paint works killed four workers on Tuesday morning.",
    "Four workers died on Tuesday morning when the paint works at Merrin exploded.",
    "Tuesday morning’s explosion in the Merrin paint works killed four workers, police said.",
)
ALONE = (
    "A choir from Quell will sing in the old cathedral before Easter.",
    "Ticket prices on the ferry rise by a tenth in summer.",
    "The museum lent a painting of swans to a gallery abroad.",
)
# How rare a word is can be told among a few dozen sentences only.
MORE = " ".join(f"Gate{n} leads by stair{n} and yard{n} to hall{n}." for n in range(12))
BRIEF = [f"{told} {own}" for told, own in zip(BLAST, ALONE, strict=True)]
THREE = [f"{told} {own} {MORE}" for told, own in zip(BLAST, ALONE, strict=True)]


def article(label: str, text: str, **front: str) -> Article:
    head = "".join(f"{name}: {value}\n" for name, value in front.items())
    whole = f"---\n{head}---\n\n{text}" if head else text
    return article_from_bytes(whole.encode(), name=f"{label}.md", label=label, language="en")[0]


def rows(
    texts: Sequence[str], certain: Mapping[str, float], *, witnesses: Sequence[Sequence[str]] = ()
) -> list[Row]:
    """Rows of texts whose links, by the sentences they join ("A1 B1"), are made so certain: sure from 68."""
    documents = [Document(article(label, text)) for label, text in zip("ABCDEF", texts, strict=False)]
    passages = {s.id: p for d in documents for s, p in zip(d.article.sentences, prepared(d), strict=True)}
    whole = {document.article.label: document.article.text for document in documents}
    made: list[Link] = []
    for link in align(documents).links:
        sure = certain.get(" ".join(link.sentences), 0.0)
        tier = Tier.SURE if sure >= 68 else Tier.PERHAPS
        if sure:
            made.append(replace(link, relation=Relation.PARTIAL, tier=tier, certainty=sure))
    return list(facts.rows(made, whole, passages, witnesses=witnesses))


def stands(found: Sequence[Row]) -> list[tuple[list[str], list[str]]]:
    return [(sorted(row.sentences), list(row.attached)) for row in found]


@pytest.mark.parametrize(
    ("certain", "witnesses", "row"),
    [
        ({"A1 B1": 95, "A1 C1": 66, "B1 C1": 66}, (), (["A1", "B1", "C1"], [])),
        ({"A1 B1": 95, "A1 C1": 66}, (), (["A1", "B1", "C1"], ["C"])),
        ({"A1 B1": 95, "A1 C1": 66, "B1 C1": 39}, (), (["A1", "B1", "C1"], ["C"])),
        # Near copies of each other are one witness.
        ({"A1 B1": 95, "A1 C1": 66, "B1 C1": 66}, (("A", "B"), ("C",)), (["A1", "B1", "C1"], ["C"])),
        ({"A1 B1": 95, "A1 C1": 30, "B1 C1": 30}, (), (["A1", "B1"], [])),
    ],
    ids=["two", "one", "one and a faint one", "two that are one", "two faint ones"],
)
def test_two_witnesses_vouch_for_a_text(
    certain: Mapping[str, float], witnesses: Sequence[Sequence[str]], row: tuple[list[str], list[str]]
) -> None:
    assert stands(rows(THREE, certain, witnesses=witnesses)) == [row]


def test_a_text_that_is_near_to_one_of_three_alone_is_attached() -> None:
    texts = [*THREE, f"{BLAST[0]} Seven firms had bid for the lock."]
    near = {"A1 B1": 95, "A1 C1": 95, "B1 C1": 95, "A1 D1": 95, "B1 D1": 95, "C1 D1": 95}
    assert stands(rows(texts, near)) == [(["A1", "B1", "C1", "D1"], [])]
    far = {**near, "B1 D1": 0, "C1 D1": 0}
    assert stands(rows(texts, far)) == [(["A1", "B1", "C1", "D1"], ["D"])]


def test_a_second_sentence_that_is_not_as_near_stands_beside_the_row() -> None:
    texts = [f"{BLAST[0]} Workers had feared for years that the paint works would explode.", *THREE[1:]]
    certain = {"A1 B1": 95.0, "A1 C1": 95.0, "B1 C1": 95.0, "A2 B1": 72.0, "A2 C1": 70.0}
    (row,) = rows(texts, certain)
    assert (sorted(row.sentences), row.also) == (["A1", "B1", "C1"], ("A2",))
    (whole,) = rows(texts, {**certain, "A2 B1": 99.0, "A2 C1": 99.0})
    assert (sorted(whole.sentences), whole.also) == (["A1", "A2", "B1", "C1"], ())


def test_doubtful_links_hold_a_row_together_by_rare_words_only() -> None:
    trial = [f"The court said {what} on the order." for what in ("nothing", "a word", "little")]
    rare = "The court granted the order that bans leaflets near the ferry terminal."
    common = "The court heard of the order on Friday."
    other = "A court discussed the order at length."
    plain = [" ".join((common, *trial, MORE)), " ".join((other, *trial, MORE))]
    told = [" ".join((rare, *trial, MORE)), " ".join((rare.replace("granted", "signed"), *trial, MORE))]
    assert stands(rows(plain, {"A1 B1": 75})) == []
    assert stands(rows(told, {"A1 B1": 75})) == [(["A1", "B1"], [])]


# ------------------------------------------------------------------------------------------- which clause


def compared_rows(texts: Sequence[str]) -> tuple[Fact, Fullest, Sequence[Link]]:
    made = compare_articles([article(*each) for each in zip("ABC", texts, strict=True)])
    fact = next(found for found in made.findings if isinstance(found, Fact))
    return fact, Fullest(fact, made), made.links


def test_the_clause_that_tells_most_is_whole_and_no_longer_than_need_be() -> None:
    texts = [
        "The bridge over the Orla in Tessmark fell, and eleven people were hurt, the district office said.",
        "Eleven people were hurt when the bridge over the Orla in Tessmark fell.",
        "Nobody had seen it coming, but eleven people were hurt when the bridge over the Orla fell, and the "
        "mayor of Tessmark moved a fair that had been planned for the week after to another town.",
    ]
    fact, found, links = compared_rows(texts)
    best = found.alone(["A", "B", "C"], {})
    quoted = texts["ABC".index(best.article)][best.start : best.end]
    assert quoted == "The bridge over the Orla in Tessmark fell, and eleven people were hurt"
    cell = found.cell("C", None, limit=70)
    assert cell is not None
    assert "eleven people were hurt" in texts[2][cell.start : cell.end]
    assert "fair" not in texts[2][cell.start : cell.end]
    assert firm(fact, [replace(link, certainty=85.0) for link in links])
    assert not firm(fact, [replace(link, relation=Relation.PARTIAL, certainty=84.0) for link in links])
    sure = [replace(link, certainty=99.0) for link in links]
    assert not firm(replace(fact, links=fact.links[:1]), sure)


# ---------------------------------------------------------------------------------------------- agencies


@pytest.mark.parametrize(
    ("text", "front", "named"),
    [
        ("MARLE, June 5 (Reuters) - The bridge is shut.", {}, {"reuters"}),
        ("TARNHOLM (AP) — The bridge is shut.", {}, {"associated-press"}),
        ("QUELL (Norwire) — The bridge is shut.", {}, {"norwire"}),
        ("The bridge is shut.", {"byline": "The Associated Press"}, {"associated-press"}),
        ("The bridge is shut.", {"byline": "Ida Holm, Agence France-Presse"}, {"agence-france-presse"}),
        ("The bridge is shut.", {"outlet": "Reuters"}, {"reuters"}),
        ("The bridge is shut.\n\nThe Associated Press contributed to this report.", {}, {"associated-press"}),
        # What is no source of the text.
        ("The bridge is shut.", {"byline": "Ida Holm"}, set()),
        ("The mayor told Reuters that the bridge is shut.", {}, set()),
        ("TARNHOLM (Thursday) — The bridge is shut.", {}, set()),
        ("The bridge (Orla) - the oldest - is shut.", {}, set()),
        ("The bridge is shut.\n\nIda Holm contributed to this report.", {}, set()),
        ("The bridge is shut, the Associated Press reports. It opens in May. A choir sang.", {}, set()),
    ],
)
def test_the_agency_that_a_text_has_its_report_from(
    text: str, front: Mapping[str, str], named: set[str]
) -> None:
    assert set(agencies([article("A", text, **front)])["A"]) == named


def test_an_agency_that_one_text_names_is_known_in_the_byline_of_another() -> None:
    found = agencies(
        [
            article("A", "QUELL (Norwire) — The bridge is shut."),
            article("B", "The bridge is shut.", byline="Norwire and staff"),
            article("C", "The bridge is shut.", byline="Ida Holm"),
        ]
    )
    assert {label: sorted(each) for label, each in found.items()} == {
        "A": ["norwire"],
        "B": ["norwire"],
        "C": [],
    }


OWN = [
    " ".join(f"{kind}{n} {kind}er{n} {kind}est{n} {kind}ish{n} {kind}ly{n}." for n in range(14))
    for kind in ("Map", "Boat")
]
SHARED = " ".join(
    f"Line {name} runs from the quay to the {name} gate at noon." for name in ("old", "red", "low")
)


def test_of_one_agency_a_part_is_enough_and_the_reason_is_told() -> None:
    texts = [f"{SHARED} {own}" for own in OWN]
    plain = [article(label, text) for label, text in zip("AB", texts, strict=True)]
    assert near_copies([Document(each) for each in plain]) == ()
    wired = [article("A", f"QUELL (Norwire) — {texts[0]}"), article("B", texts[1], byline="Norwire")]
    (copy,) = near_copies([Document(each) for each in wired])
    assert (copy.labels, copy.agency) == (("A", "B"), "Norwire")
    assert 0.15 <= max(copy.shares) < 0.5
    notes = [note.text for note in compare_articles(wired).notes if note.code == "copies"]
    assert notes == [
        "A and B are in part one report, and both name Norwire as where they have it from: they are one "
        "witness, not two"
    ]
    third = article("C", " ".join(ALONE))
    notes = [note.text for note in compare_articles([*wired, third]).notes if note.code == "copies"]
    assert notes == [
        "A and B are near copies, and name Norwire as where they have it from: counted as one witness"
    ]


# ------------------------------------------------------------------------------------------- who was first


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2024-05-03", "2024-05-04", "2024-05-05"), "A"),
        (("2024-05-04", "2024-05-03", "2024-05-05"), "B"),
        (("2024-05-03", None, "2024-05-05"), None),
        (("2024-05-03", "2024-05-03", "2024-05-05"), None),
        (("2024-05", "2024-05-03", "2024-05-04"), None),
        # Times are not compared: a clock without its zone tells nothing.
        (("2024-05-03T09:00", "2024-05-03T08:00", "2024-05-05"), None),
    ],
)
def test_who_was_first_is_said_only_where_days_tell(days: Sequence[str | None], first: str | None) -> None:
    made = [
        article(label, text, **({"date": day} if day else {}))
        for label, text, day in zip("ABC", BRIEF, days, strict=True)
    ]
    (fact,) = [found for found in compare_articles(made).findings if isinstance(found, Fact)]
    assert fact.first == first


# ------------------------------------------------------------------------------------------------ levels


def test_the_level_of_a_handout_of_three_helps_or_asks_for_more() -> None:
    told = [
        f"{text} The death toll was {number}, the hospital in Merrin said."
        for text, number in zip(BRIEF, ("four", "four", "six"), strict=True)
    ]
    made = compare_articles([article(*each) for each in zip("ABC", told, strict=True)])
    core, support, challenge = (plan(made, level) for level in (Level.CORE, Level.SUPPORT, Level.CHALLENGE))
    assert (core.help_told, core.help_contrast, core.help_witnesses) == ("", "", "")
    assert support.help_told.startswith("Of these statements ")
    assert support.help_contrast.startswith("Begin: ")
    assert support.ask_told == core.ask_told != challenge.ask_told
    assert challenge.help_told == ""
    assert [each.answers for each in core.statements] == [each.answers for each in challenge.statements]
