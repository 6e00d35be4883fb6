"""Quotations laid side by side sentence by sentence, also over paragraphs that break them in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_discrepancies import between

from compare.find.discrepancies.quoted import over_paragraphs, quoted_in
from compare.find.discrepancies.utterances import find_utterances
from compare.model import DiscrepancyType
from compare.read.article import article_from_bytes
from compare.text.document import Document

REST = "\n\nThe council of Tolby met on Monday to vote on the new ferry, and the hall was full."


def document(text: str, label: str) -> Document:
    return Document(article_from_bytes(text.encode(), name="x.md", label=label)[0])


def requoted(one: str, other: str) -> list[tuple[tuple[str, ...], str]]:
    known = document(one, "A"), document(other, "B")
    found = [told.difference for told in find_utterances(*known, frozenset())]
    return [(d.values, d.state.value) for d in found if d.type is DiscrepancyType.QUOTATION]


CONFLICTS = [
    (
        "“This vote is not about taking away anyone's boats,” Jo Marr said.",
        "“This vote isn't about taking away anyone's rights,” Jo Marr said.",
        ("boats", "rights"),
    ),
    # Each inside a longer utterance, and cut in another place.
    (
        "“We have talked for a year. The mill will reopen before the harvest fair. Nobody leaves,” she said.",
        "“The mill will reopen before the spring fair,” Jo Marr said on the steps of the hall.",
        ("harvest", "spring"),
    ),
    # A page has broken one quotation in two paragraphs.
    (
        "“Today we remember.\n\nToday is about how and why Ann left the town,” said her mother.",
        "Her mother said, “Today is about how and why she left the town.\n\nIt is about us all.”",
        ("Ann", "she"),
    ),
    (
        'He said: "We owe the men of the mill a debt.\n\nWe shall pay it back before the winter."',
        '"We owe the men of the mill a wage," he told the board.',
        ("debt", "wage"),
    ),
    # The beginning is another one.
    (
        "“Tomorrow is a chance to mend what was broken in this valley,” he said.",
        "“Friday is a chance to mend what was broken in this valley,” he said.",
        ("Tomorrow", "Friday"),
    ),
    # A small word put for another, where all else meets on both sides.
    (
        "“He stood by the darkest plans of this council for a decade,” she said.",
        "“He stood with the darkest plans of this council for a decade,” she said.",
        ("by", "with"),
    ),
    (
        "“The point is that you’re safe, and we will keep the valley dry this winter,” he said.",
        "“The point is if you’re safe, we will keep the valley dry this winter,” he said.",
        ("that", "if"),
    ),
    (
        '"What else do we need to give them to find the driver of that boat?" his mother asked.',
        "“What else do we need to get them to find the driver of that boat?”",
        ("give", "get"),
    ),
    # Moved.
    (
        "“There is simply no proof that the council meant to close the ferry,” the judge wrote.",
        "“There simply is no proof that the council meant to close the ferry,” the judge wrote.",
        ("is simply", "simply is"),
    ),
    (
        "“We will never again, in this valley or any other, shut the old mill down,” he said.",
        "“We will never again, in this valley or any other, shut down the old mill,” he said.",
        ("the old mill down", "down the old mill"),
    ),
    # Words of content put in.
    (
        "“Like the mayor, I too have rowed hundreds of miles on a Sunday along the coast,” she said.",
        "“Like the mayor, I too have rowed along the coast,” she said.",
        ("have rowed hundreds of miles on a Sunday along the", "have rowed along the"),
    ),
    # The end is another one.
    (
        "“Real help would be our nine-year-old ferry mended and back with us,” he said.",
        "“Real help would be our 9-year-old ferry mended and waiting next to us right now. It is not.”",
        ("back with us", "waiting next to us right now"),
    ),
    # The speaker comes back to the same words.
    (
        "“Let us see how good they are. Let us see how they fare on rivers without men and maps,” she said.",
        "“Let us see how they fare on rivers without men or maps. In the end nobody fares well.”",
        ("and", "or"),
    ),
    # Another tense of the verb, and of its helper.
    (
        "“The road has not opened as well as it should for anyone in the valley,” he said.",
        "“The road is not opening as well as it should for anyone in the valley,” he said.",
        ("has not opened", "is not opening"),
    ),
    # The speaker stands elsewhere, and the sentences are divided otherwise.
    (
        "“We owe the men a wage,” Jo Marr said, “and the mill owes the town an honest answer.”",
        "“We owe the men a wage. And the mill owes the town an honest apology,” Jo Marr said.",
        ("answer", "apology"),
    ),
]
WORDED = [
    # Words moved, left out or of another ending may be how it was taken down.
    ("“She wants to take your boats away.”", "He said she “wants to take away your boats.”"),
    (
        "“There is simply no proof of theft here,” the judge wrote.",
        "“There simply is no proof of theft here,” the judge wrote.",
    ),
    # A small word more or less.
    (
        "“But unlike him, I have actually mended the old ferry,” she said.",
        "“But unlike him, I actually mended the old ferry,” she said.",
    ),
    # The text owns to the word that it put in, and the other has none of its kind.
    (
        "“Let us see them walk through the town without their dogs [on] their leads,” he said.",
        "“Let us see them walk through the town without their dogs and their leads.”",
    ),
    (
        "“We want to use the lawful process to reach the same goal as you do,” she said.",
        "“We want to use the lawful processes to reach the same goal as you do,” she said.",
    ),
    # A slip of the pen.
    (
        "“We will goven the valley as the voters have asked,” she said.",
        "“We will govern the valley as the voters have asked,” she said.",
    ),
]
TRANSLATED = [
    ("“We have never asked for the help of our neighbours there,” {} said in Arabic.",) * 2,
    (
        "“We have never asked for the help of our neighbours there,” {} said through an interpreter.",
        "“We have never asked for the help of our neighbours there,” {} said.",
    ),
    (
        "“We have never asked for the help of our neighbours there,” {} said. "
        "She spoke through a translator.",
        "“We have never asked for the help of our neighbours there,” {} told the board.",
    ),
]
SILENT = [
    # Drawn together, spelled out, in figures, or in another spelling.
    (
        "“It is not that we don't want the ferry here,” he said.",
        "“It isn't that we do not want the ferry here.”",
    ),
    (
        "“We need fifteen boats to serve the valley well,” he said.",
        "“We need 15 boats to serve the valley well.”",
    ),
    ("“We will organise the fair in the old mill,” he said.", "“We will organize the fair in the old mill.”"),
    (
        "“Our long-standing plan is to keep the old mill,” he said.",
        "“Our longstanding plan is to keep the old mill.”",
    ),
    (
        "“There's not much support in my town for tolls,” he said.",
        "“There is not much support in my town for tolls.”",
    ),
    (
        "“We'd like to see the whole mill reopened,” he said.",
        "“We would like to see the whole mill reopened.”",
    ),
    ("“Let's see how the town likes a toll,” he said.", "“Let us see how the town likes a toll.”"),
    (
        "“Pres. Marr has shut the old mill for good,” he said.",
        "“President Marr has shut the old mill for good.”",
    ),
    (
        "“We stood beside Kyiv for the whole long winter,” he said.",
        "“We stood beside Kiev for the whole long winter.”",
    ),
    (
        "“We sat in the theatre until the mill burned,” he said.",
        "“We sat in the theater until the mill burned.”",
    ),
    (
        "“Nobody gives a d*** about the mill in this town,” he said.",
        "“Nobody gives a damn about the mill in this town.”",
    ),
    # A word of these more or less tells nothing.
    (
        "“That is one word that no mayor ought to use here,” he said.",
        "“That is one word no mayor ought to use here.”",
    ),
    (
        "“And the mill has stood empty for a whole decade,” he said.",
        "“The mill has stood empty for a whole decade.”",
    ),
    # The text says that it changed the words.
    (
        "“Let us see them walk without [the] guards at night,” he said.",
        "“Let us see them walk without their guards at night.”",
    ),
    (
        "“@jomarr is selling the whole mill to a rich stranger,” he wrote.",
        "“Jo Marr is selling the whole mill to a rich stranger.”",
    ),
    (
        "“The National Mill Council has no word on the sale,” he said.",
        "“The NMC has no word on the sale,” he said.",
    ),
    # Cut shorter, at either end, or divided by another stop.
    (
        "“There is little love for tolls in my town, that is certain,” he said.",
        "“There is little love for tolls in my town. That is certain,” he said.",
    ),
    (
        "“There is little love for tolls in my town, and I know it,” he said.",
        "“There is little love for tolls in my town,” he said.",
    ),
    (
        "“There is little love for tolls in my town, so,” he said.",
        "“There is little love for tolls in my town.”",
    ),
    ("“We will keep the ferry ... whatever it costs,” he said.", "“We will keep the ferry ...” he said."),
    ("“We will keep the ferry, whatever it costs the town,” he said.", "“We will keep the ferry.”"),
    (
        "He said it was “part of keeping the ferry open”.",
        "“Here is my plan, and it is part of keeping the ferry open.”",
    ),
    # Two sayings of which a phrase meets.
    (
        "“As a baker, Tom has great respect for the mill,” he said.",
        "“You know, and a baker has great respect for whoever grinds it.”",
    ),
    (
        "“I am sure that there is not much appetite on our side for a vote,” he said.",
        "“I do not think there is any appetite on our side for a vote,” he said.",
    ),
    # Full stops that end nothing, dots left out, letters dropped.
    (
        "“The U.S. will keep talkin’ to the men of the mill,” he said.",
        "“The US will keep talking to the men of the mill.”",
    ),
    (
        "“The talks at 9 a.m. are for the men of the mill,” he said.",
        "“The talks at 9 am are for the men of the mill.”",
    ),
    (
        "“We’re gonna keep the old mill of this valley,” he said.",
        "“We are going to keep the old mill of this valley.”",
    ),
    # Another stop and another capital.
    (
        "“The mill is closed; the men have left the valley,” he said.",
        "“The mill is closed. The men have left the valley!”",
    ),
    # A sentence between, over which one text closes its marks.
    (
        "“The mill is old. I love it. The men want it open in the spring,” Jo Marr said.",
        "“The mill is old,” Jo Marr said. “The men want it open in the spring.”",
    ),
    # What the text puts for a name, in brackets.
    (
        "“If [Jo Marr] wants to run the mill for a year, fine,” he said.",
        "“If she wants to run the mill for a year, fine,” he said.",
    ),
    # A heading of what was said stands before it.
    (
        "“We stand by our report on the mill and its men,” he wrote.",
        "“In answer to the word from the mill’s owner: We stand by our report on the mill and its men.”",
    ),
    # Money, abbreviations and the words of two countries, as a paper's style book has them.
    (
        "“We put $4 million into the mill and got nothing,” he said.",
        "“We put four million dollars into the mill and got nothing.”",
    ),
    (
        "“The United States has not bought a single boat of ours,” he said.",
        "“The US has not bought a single boat of ours.”",
    ),
    (
        "“The Dept. of Ferries has not bought a single boat,” he said.",
        "“The Department of Ferries has not bought a single boat.”",
    ),
    (
        "“The No. 1 rule of the ferry is that nobody stands,” he said.",
        "“The number one rule of the ferry is that nobody stands.”",
    ),
    (
        "“My mum never once took the ferry to the fair,” he said.",
        "“My mom never once took the ferry to the fair.”",
    ),
    # Said on two days.
    (
        "“I shall not step down over the ferry,” Jo Marr said on Monday.",
        "“I shall not step down over the mill,” Jo Marr said on Friday.",
    ),
    # The first text has the other's words too: it was said twice.
    (
        "“The mill will reopen in the spring,” he said. Later: “The mill will reopen in the autumn.”",
        "“The mill will reopen in the autumn,” he said.",
    ),
]


@pytest.mark.parametrize(("one", "other", "told"), CONFLICTS)
def test_another_word_of_content_inside_the_marks_is_a_conflict(
    one: str, other: str, told: tuple[str, str]
) -> None:
    assert requoted(one, other) == [(told, "conflict")]
    assert requoted(other, one) == [(told[::-1], "conflict")]


@pytest.mark.parametrize(("one", "other"), WORDED)
def test_small_words_and_endings_are_another_wording(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert [state for _, state in requoted(first, second)] == ["worded-differently"]


@pytest.mark.parametrize(("one", "other"), TRANSLATED)
def test_what_is_translated_has_two_wordings(one: str, other: str) -> None:
    one, other = one.format("Jo Marr"), other.format("Jo Marr").replace("asked for", "sought")
    for first, second in ((one, other), (other, one)):
        assert [state for _, state in requoted(first, second)] == ["worded-differently"]
    plain = one.replace(" in Arabic", ""), other.replace(" in Arabic", "")
    if plain != (one, other):
        assert [state for _, state in requoted(*plain)] == ["conflict"]


TWO_SAYINGS = [
    ("This is a sad day for the people of Tolby", "This is a proud day for the people of Tolby"),
    ("We will fight this ruling in the courts", "We will fight this ruling in the streets"),
    ("I will vote for the bill on the pier", "I will vote against the bill on the pier"),
]


@pytest.mark.parametrize(("one", "other"), TWO_SAYINGS)
def test_two_people_who_say_nearly_the_same_say_two_things(one: str, other: str) -> None:
    first, second = f"“{one},” said Ann Orr." + REST, f"“{other},” said Jo Marr." + REST
    told = [d.rule for d in between(first, second)]
    assert "another-name-in-the-same-place" not in told
    # The same words of two people are one saying, and a mistake of either text.
    alike = [d.rule for d in between(first, second.replace(other, one))]
    assert "another-name-in-the-same-place" in alike
    assert "same-words-of-another-speaker" in alike


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_what_is_taken_down_alike_is_left_alone(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert requoted(first, second) == []


def test_the_finding_quotes_both_and_two_speakers_are_no_conflict() -> None:
    one = "“The town will sell the ferry before the harvest,” Jo Marr said." + REST
    other = "“The town will sell the bridge before the harvest,” Jo Marr said." + REST
    found = [d for d in between(one, other) if d.type == "quotation"]
    assert [(d.state, d.why) for d in found] == [("conflict", "A quotes “ferry” where B quotes “bridge”.")]
    apart = between(one, other.replace("Jo Marr", "Dan Roe"))
    assert [d.why for d in apart if d.type == "quotation" and d.state == "conflict"] == []


def test_a_curly_mark_may_be_closed_by_a_straight_one() -> None:
    known = document('“The mill is old," said Jo.\n\n“The town is older.” He left.', "A")
    assert over_paragraphs(known, quoted_in(known)) == quoted_in(known)


def test_a_mark_that_closes_nothing_near_joins_nothing() -> None:
    known = document('He said “no. \n\nShe said “yes” to it.\n\nThe 5" pipe broke.\n\nA 6" one held.', "A")
    assert over_paragraphs(known, quoted_in(known)) == quoted_in(known)


def test_every_difference_of_an_utterance_is_shown_up_to_three() -> None:
    one = "“We keep on looking at the mill fire as a possible threat to the town of Tolby,” Jo Marr said."
    other = "“We keep on looking at the mill row as a danger to the town of Marle,” Jo Marr said."
    assert [told for told, _ in requoted(one, other)] == [
        ("fire", "row"),
        ("possible threat", "danger"),
        ("Tolby", "Marle"),
    ]
    more = one.replace("Jo", "and we keep the gate shut until all is known to the people here,” Jo")
    assert (
        len(
            requoted(
                more,
                other.replace("Jo", "and we hold the gate shut till all is seen by the people here,” Jo"),
            )
        )
        <= 3
    )


def test_what_two_texts_quote_exactly_takes_the_place_of_what_is_nearly_so() -> None:
    one = "“The mill will open in the spring,” he said. “The mill will open in the autumn,” she said."
    other = "“The mill will open in the autumn,” she said. “The mill will open in the spring,” he said."
    assert requoted(one, other) == []


@given(
    st.lists(st.sampled_from("we will keep the old mill and ferry open this not never".split()), max_size=24),
    st.lists(st.sampled_from("we will keep the old mill and ferry open this not never".split()), max_size=24),
)
def test_what_is_found_is_the_same_whichever_comes_first(here: list[str], there: list[str]) -> None:
    one, other = (
        f"“We will keep the old mill {' '.join((*words, 'here'))},” he said." for words in (here, there)
    )
    found, turned = requoted(one, other), requoted(other, one)
    assert sorted((told[::-1], state) for told, state in found) == sorted(turned)
    assert all(told[0] in one and told[1] in other for told, _ in found)


@given(
    st.lists(
        st.sampled_from(["“We", "the mill", "”", '"', "\n\n", ". ", "said Jo.", "will stay"]), max_size=30
    )
)
def test_joined_quotations_are_stretches_of_the_text_in_order(parts: list[str]) -> None:
    known = document("The mill stays. " + " ".join(parts), "A")
    found = over_paragraphs(known, quoted_in(known))
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(0 <= q.start < q.end <= len(known.article.text) for q in found)


def test_a_sentence_that_one_text_ends_early_is_shown_with_the_rest() -> None:
    one = "“The mill will run for years to come. It is a good mill,” Jo Marr said." + REST
    other = "“The mill will run for years to come, but never again at night,” Jo Marr said." + REST
    for first, second, why in (
        (one, other, "B quotes “mill will run for years to come, but never again at night”, A only “"),
        (other, one, "A quotes “mill will run for years to come, but never again at night”, B only “"),
    ):
        found = [d for d in between(first, second) if d.rule == "quotation-cut-shorter"]
        assert [(d.state, d.why[: len(why)]) for d in found] == [("more-or-less-precise", why)]


def test_what_is_shown_of_the_rest_ends_in_a_word_of_content() -> None:
    rest = "but within the means of a small town that has never had any other trade"
    one = "“The mill will run for years to come,” Jo Marr said." + REST
    other = f"“The mill will run for years to come, {rest},” Jo Marr said." + REST
    (found,) = [d for d in between(one, other) if d.rule == "quotation-cut-shorter"]
    assert found.values[1] == "mill will run for years to come, but within the means of a small town"


def test_what_is_shown_of_a_sentence_cut_shorter_begins_in_it() -> None:
    one = "“He knows the mill. It is called word of honour,” Jo Marr said." + REST
    other = "“It is called word of honour, and a miller is bound by it if a load is lost,” he said." + REST
    (found,) = [d for d in between(one, other) if d.rule == "quotation-cut-shorter"]
    assert found.values[0] == "It is called word of honour"
