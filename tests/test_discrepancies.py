"""Differences inside linked passages: what is shown, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.align import align
from compare.find.discrepancies import find_discrepancies
from compare.find.identity import Identities
from compare.find.tension import tensions
from compare.model import Article, Discrepancy
from compare.read.article import article_from_bytes
from compare.text.document import Document

SOURCES = Path(__file__).parent.parent / "sources"


def read(text: str, label: str) -> Article:
    return article_from_bytes(f"---\ndate: 2024-06-14\n---\n\n{text}\n".encode(), name="x.md", label=label)[0]


def between(one: str, other: str) -> tuple[Discrepancy, ...]:
    return found_in(read(one, "A"), read(other, "B"))


def found_in(*articles: Article) -> tuple[Discrepancy, ...]:
    documents = {article.label: Document(article) for article in articles}
    return find_discrepancies(align([*documents.values()]).links, documents, Identities())


def shown(one: str, other: str) -> list[tuple[str, str, str]]:
    return [(d.type.value, d.state.value, d.why) for d in between(one, other)]


QUOTED = "“We will rebuild the %s bridge before the winter comes,” the mayor told reporters."
FIRES = [
    (
        "The ferry accident killed 11 passengers near the harbour of Tolby.",
        "The ferry accident killed 14 passengers near the harbour of Tolby.",
        ("number", "conflict", "A gives 11 passengers dead, B gives 14 passengers dead."),
    ),
    (
        "The new stadium in Tolby cost the council £4 million more than planned.",
        "The new stadium in Tolby cost the council £6 million more than planned.",
        ("number", "conflict", "A gives £4 million, B gives £6 million."),
    ),
    (
        "The old lighthouse was opened on 3 March by the minister of culture.",
        "The old lighthouse was opened on 5 March by the minister of culture.",
        ("date", "conflict", "A gives 3 March, B gives 5 March."),
    ),
    (
        "The harbour director Edda Marlowe resigned after the report was published.",
        "The harbour director Edda Marlow resigned after the report was published.",
        None,
    ),
    (
        "The harbour director Edda Haldane resigned after the report was published.",
        "The harbour director Edda Haldain resigned after the report was published.",
        (
            "name",
            "conflict",
            "A writes Edda Haldane, B writes Edda Haldain: one name in two spellings?",
        ),
    ),
    (
        "The ferry company was warned about the broken engine in spring.",
        "The ferry company was not warned about the broken engine in spring.",
        ("negation", "conflict", "B says “was not warned”, A says “was warned”."),
    ),
    (
        "The city council approved the plan for the new harbour on the island.",
        "The city council rejected the plan for the new harbour on the island.",
        ("negation", "conflict", "A says “approved”, B says “rejected”, in the same place."),
    ),
    (
        "The island is the main supplier of salt to the mainland's bakeries.",
        "The island is a crucial supplier of salt to the mainland's bakeries.",
        ("degree", "worded-differently", "A says “main supplier”, B says “crucial supplier”."),
    ),
    (
        "The harbour master was convicted of taking bribes from a shipping firm.",
        "The harbour master was accused of taking bribes from a shipping firm.",
        (
            "legal-status",
            "worded-differently",
            "A says “convicted”, B says “accused”: another step of a case.",
        ),
    ),
    (
        "The committee heard about the alleged fraud in the harbour's accounts.",
        "The committee heard about the fraud in the harbour's accounts.",
        ("legal-status", "in-one-only", "“alleged” stands in A only; B has “fraud” without it."),
    ),
    (
        QUOTED % "old",
        QUOTED % "burnt",
        ("quotation", "conflict", "A quotes “old” where B quotes “burnt”."),
    ),
    (
        "Witnesses said that Tolby attacked Merrin during the long border dispute.",
        "Witnesses said that Merrin attacked Tolby during the long border dispute.",
        (
            "actor",
            "conflict",
            "A has “Tolby attacked Merrin”, B has “Merrin attacked Tolby”: doer and target change places.",
        ),
    ),
    (
        "The police opened fire on the crowd at the Tolby market on Monday.",
        "The army opened fire on the crowd at the Tolby market on Monday.",
        (
            "actor",
            "worded-differently",
            "A has “police opened fire”, B has “army opened fire”: one act, two doers.",
        ),
    ),
    (
        "The harbour square in Tolby was cleared by the army before dawn, witnesses said.",
        "Before dawn the harbour square in Tolby was cleared by police, witnesses said.",
        (
            "actor",
            "worded-differently",
            "A has “square in Tolby was cleared by the army”, "
            "B has “square in Tolby was cleared by police”: one act, two doers.",
        ),
    ),
    (
        "The fish market in the old harbour was closed by the court after a complaint.",
        "The council has closed the fish market in the old harbour after a complaint.",
        (
            "actor",
            "worded-differently",
            "A has “market in the old harbour was closed by the court”, "
            "B has “council has closed the fish market”: one act, two doers.",
        ),
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), [case for case in FIRES if case[2]])
def test_a_difference_is_shown_with_a_why_that_can_be_checked(
    one: str, other: str, expected: tuple[str, str, str]
) -> None:
    assert expected in shown(one, other)


SILENT = [
    # The same value in another form.
    ("The flood reached 6.4 metres at the Tolby bridge.", "The flood reached 21 feet at the Tolby bridge."),
    ("The trial of the captain opened on 7 May.", "The trial of the captain opened on May 7."),
    ("The storm left three villages without light.", "The storm left 3 villages without light."),
    ("The ferry sank on Wednesday near Tolby.", "The ferry sank on 12 June near Tolby."),
    # "Urged" and "insisted" are no opposites; a quotation cut short is not altered.
    ("The minister urged the banks to lend more.", "The minister asked the banks to lend more."),
    # Another place, another day.
    (
        "A bomb killed 14 soldiers in Kenya, the army said.",
        "A bomb killed 11 soldiers in Somalia, the army said.",
    ),
    # Two names for a country and its government.
    ("The deal was praised by Moscow after long talks.", "The deal was praised by Russia after long talks."),
    # Spelling of common words, and a name of which one text gives less.
    ("The harbour was closed by Edda Lunn.", "The harbor was closed by Lunn."),
    # One person, one country, one role and its holder.
    ("The captain Dave Marlen left the ferry last.", "The captain David Marlen left the ferry last."),
    (
        "He thanked the Mexican embassy for its swift help.",
        "He thanked the Mexico embassy for its swift help.",
    ),
    ("The Orion CEO says the old ferry is safe.", "Edda Lunn says the old ferry is safe."),
    ("He led the Armoured Division of Merrin in May.", "He led the Armored Division of Merrin in May."),
    # Denied in other words, or not at all.
    ("The town trusts in nets and not in dams.", "The town trusts in nets rather than in dams."),
    ("He sold the ferry to a no-frills airline in May.", "He sold the ferry to an airline in May."),
    ("The harbour master was acquitted of bribery.", "The harbour master was found not guilty of bribery."),
    # Short ways to write a sum.
    ("The lighthouse was sold for $250 million.", "The lighthouse was sold for $250-M."),
    ("The harbour earned $38 bn in fees.", "The harbour earned US$38b in fees."),
    ("The harbour earned $200 million in fees.", "The harbour earned $200MM in fees."),
    # A group and a part of it.
    ("The fire killed 14 people in the hotel.", "The fire killed 11 firemen in the hotel."),
]


APART = [
    # (one, other, rule); births, releases and the like, in whatever construction.
    (
        "Edda Marlowe (4 July 1910 – 9 May 1971) was a Danish painter of harbours.",
        "The painter of harbours Edda Marlowe died on 9 May 1973.",
        "date-of-the-same-act",
    ),
    (
        "The film about the lighthouse was released in the spring of 2003.",
        "Long Harvest, about a lighthouse, was released on 4 May 2005.",
        "date-of-the-same-act",
    ),
    (
        "The trial of the ferry captain in Tolby began on 3 March in the town hall.",
        "In the town hall of Tolby the ferry captain's trial started on 5 March.",
        "date-of-the-same-start-or-end",
    ),
    (
        "The bridge of Tolby was built from May 1994 to June 1996.",
        "Building of the bridge of Tolby ended in June 1998.",
        "date-of-the-same-start-or-end",
    ),
    (
        "The mayor's funeral took place in Tolby on 3 March, with singing.",
        "With singing, the funeral of the mayor was held in Tolby on 5 March.",
        "date-of-the-same-event",
    ),
    (
        "The dance was invented in Tolby in the late 1960s and early 1970s.",
        "Tolby's fishermen say that the dance was invented there in the 1990s.",
        "date-of-the-same-act",
    ),
    (
        "Edda Marlowe, born on 4 July 1910, painted the harbour.",
        "Edda Marlowe, painter of the harbour, graduated on 4 July 1910.",
        "another-act-on-the-day-of-birth",
    ),
    (
        "The ferry company was founded in Tolby after 1990 by two brothers.",
        "Two brothers founded the ferry company in Tolby in 1985.",
        "date-of-the-same-act",
    ),
    (
        "Edda Marlowe is a Danish painter of harbours and ships.",
        "Known for harbours and ships, Marlowe is a prolific Dutch painter.",
        "another-nationality",
    ),
    (
        "Tolby is the second largest city in Merrin, with a harbour.",
        "Tolby, with its harbour, is the third largest city in Merrin.",
        "number-of-the-same-thing",
    ),
    (
        "Tolby is the largest city in Merrin and has a harbour.",
        "Tolby has a harbour and is the smallest city in Merrin.",
        "another-rank",
    ),
    (
        "Tolby has about 90,000 inhabitants and a harbour.",
        "Tolby, a harbour with some 40,000 inhabitants, is old.",
        "number-of-the-same-thing",
    ),
]


@pytest.mark.parametrize(("one", "other", "rule"), APART)
def test_other_constructions_of_one_thing_are_compared(one: str, other: str, rule: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [(d.rule, d.state.value) for d in between(first, second)] == [(rule, "conflict")]


MAY_BOTH_HOLD = [
    # Two things, two acts, an object of its own.
    ("The film about the harbour was released in 2003.", "The book about the harbour was released in 2005."),
    ("Police released a video of the raid on 3 May.", "Police released a map of the raid on 5 May."),
    ("The trial of the captain began on 3 March.", "The trial of the captain ended on 5 March."),
    ("The funeral of Edda Lunn was held on 3 March.", "The funeral of Jon Pell took place on 5 March."),
    # A bound and a date inside it, two neighbouring decades.
    ("Two brothers founded the ferry company after 1990.", "Two brothers founded the ferry company in 1995."),
    ("The dance was invented in the early 1970s.", "The dance was invented in the late 1960s."),
    # Of two countries, of a group, of another rank.
    (
        "Edda Marlowe is a Danish painter of harbours.",
        "The painter Marlowe, born in Denmark, is a Dutch painter known for harbours.",
    ),
    ("Tolby is one of the largest cities in Merrin.", "Tolby is the third largest city in Merrin."),
    (
        "Tolby is the largest city in Merrin and has a harbour.",
        "With its harbour, Tolby is the third largest city in the whole of Haldony.",
    ),
    (
        "Tolby has a harbour and about 90,000 inhabitants.",
        "Orle, a village near the harbour of Tolby, has 40,000 inhabitants.",
    ),
]


@pytest.mark.parametrize(("one", "other"), MAY_BOTH_HOLD)
def test_what_may_be_two_things_is_no_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.state == "conflict"] == []


ONE_DOER = [
    # A part, a member, a company of both, a word that may be either.
    ("The army opened fire on the crowd in Tolby.", "Soldiers opened fire on the crowd in Tolby."),
    ("The police opened fire on the crowd in Tolby.", "Security forces opened fire on the crowd in Tolby."),
    (
        "The police opened fire on the crowd in Tolby.",
        "Soldiers opened fire on the crowd in Tolby as police looked on.",
    ),
    # Not the doer itself, another target, an act that many may do.
    ("The police chief opened fire on the crowd in Tolby.", "Soldiers opened fire on the crowd in Tolby."),
    ("The police closed the market in Tolby on Monday.", "The army closed the bridge in Tolby on Monday."),
    ("The government praised the new ferry in Tolby.", "The parliament praised the new ferry in Tolby."),
    ("Most soldiers and police opened fire in Tolby.", "Rebels and police opened fire in Tolby."),
]


@pytest.mark.parametrize(("one", "other"), ONE_DOER)
def test_doers_that_may_be_one_are_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.type == "actor"] == []


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_harmless_differences_are_no_conflict(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [d.why for d in between(first, second) if d.state == "conflict"] == []


def test_a_rounded_number_is_more_or_less_precise() -> None:
    one = "The storm destroyed 61 houses along the coast of Tolby."
    other = "The storm destroyed about 60 houses along the coast of Tolby."
    assert shown(one, other) == [
        (
            "number",
            "more-or-less-precise",
            "A gives 61 houses, B gives about 60 houses: one is rougher, both can hold.",
        )
    ]


def test_transliterations_of_one_name_are_no_conflict() -> None:
    one = "The minister Sergey Orlan met the fishermen on the island."
    other = "The minister Sergei Orlan met the fishermen on the island."
    assert [d.state.value for d in between(one, other)] == ["worded-differently"]


@pytest.mark.parametrize(("one", "other"), [case[:2] for case in FIRES] + SILENT)
def test_swapping_the_texts_swaps_the_findings(one: str, other: str) -> None:
    there, back = between(one, other), between(other, one)
    assert sorted((d.id, d.type, d.state, d.values) for d in there) == sorted(
        (d.id, d.type, d.state, d.values[::-1]) for d in back
    )


@pytest.mark.parametrize("name", ["flood", "harbour-trial", "city-budget", "bishkek-visit"])
def test_a_text_never_differs_from_itself(name: str) -> None:
    path = sorted((SOURCES / name).iterdir())[0]
    both = tuple(article_from_bytes(path.read_bytes(), name="x.md", label=label)[0] for label in "AB")
    assert found_in(*both) == ()


EXPECTED = {
    "flood": {"A gives 11 dead, B gives At least 14 people dead.", "Joren Haldain"},
    "harbour-trial": {"Casper Dray"},
    "city-budget": set(),
    "bishkek-visit": set(),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_sample_pairs_conflict_only_where_they_were_made_to(name: str) -> None:
    both = tuple(
        article_from_bytes(path.read_bytes(), name=path.name, label=label)[0]
        for path, label in zip(sorted((SOURCES / name).iterdir()), "AB", strict=True)
    )
    found = [d for d in found_in(*both) if d.state == "conflict"]
    assert len(found) == len(EXPECTED[name])
    assert all(any(part in d.why for d in found) for part in EXPECTED[name])


def test_every_stretch_stands_in_its_passage_and_can_be_quoted() -> None:
    one, other, _ = FIRES[0]
    articles = {"A": read(one, "A"), "B": read(other, "B")}
    for found in between(one, other):
        for span in found.spans:
            passage = next(p for p in found.passages if p.article == span.article)
            assert passage.start <= span.start < span.end <= passage.end
            assert articles[span.article].text[span.start : span.end] in found.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The storm sank 14 fishing boats in Tolby harbour.\n\n"
            "Owners in Tolby harbour count the boats: the storm sank 11 fishing boats.",
            ["A1 gives 14 boats, A2 gives 11: is it the same figure?"],
        ),
        (
            "Marlow visited all five islands.\n\nMarlow has not visited the islands.",
            ["A1 says “Marlow visited all”, A2 says “Marlow has not visited”: do both hold?"],
        ),
        ("The storm sank 14 boats.\n\nBy Friday the storm had sunk 16 boats in Tolby.", []),
        ("Two of the 14 boats sank.\n\nThe other 12 boats came home to Tolby.", []),
    ],
)
def test_tension_inside_one_text_is_a_question(text: str, expected: list[str]) -> None:
    assert [t.why for t in tensions(Document(read(text, "A")), Identities())] == expected
