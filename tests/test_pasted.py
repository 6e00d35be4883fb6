"""Captions, links and a page's words that stand in a pasted text, and the sentences that look like them."""

from __future__ import annotations

import pytest

from compare.read import article_from_bytes

ABOVE = "The council shut the bridge on Monday, and nobody was hurt, the mayor said."
BELOW = "Engineers had warned of the cracks twice in the year before, a report found."


def kinds(line: str, *, place: int = 1) -> tuple[list[str], list[str]]:
    """The sentences of a text with the line in it, and the kinds of furniture."""
    paragraphs = [ABOVE, BELOW, "Work on the piers will start in the spring."]
    paragraphs.insert(place, line)
    article, _ = article_from_bytes("\n\n".join(paragraphs).encode(), name="a.txt", label="A")
    sentences = [article.text[each.start : each.end] for each in article.sentences]
    return sentences, [str(piece.kind) for piece in article.furniture]


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ann Orr waves to the crowd outside the town hall in Marle, Ohio, on March 3, 2020.",
        "Mayor Ann Orr speaks at a rally in Marle, Ohio, March 3, 2020.",
        "Members of the rescue team wait on the quay in Tarnholm on Sept. 14, 2021.",
        "People line up outside a clinic in Marle, U.S., 27 August 2021",
        "A general view of the town hall at sunset in Marle, November 10, 2020.",
        "The old bridge is seen from the air in Marle, Ohio, on Friday, Dec. 14, 2012.",
        "A vial of the vaccine is shown in this illustration picture taken on March 19, 2021.",
        "In this March 3, 2020, file photo, Mayor Ann Orr leaves the court with her lawyer.",
        "Ann Orr, left, hugs her son John after the verdict in Marle.",
        "Mayor Ann Orr (L-C) meets Minister John Roe (R-C) at the harbour.",
        "Mayor Ann Orr speaks to her staff at the Old Mill after the vote November 9, 2016 in Marle.",
        "Ann Orr waits to be heard at the Press Club August 23, 2016 in Marle, Ohio.",
        "Mayor Ann Orr speaks during a rally on November 4, 2016 in Marle, Ohio.",
        "A man from Tarnholm stands beside the fallen pier in Marle, Ohio, on March 22.",
        "Minister John Roe at the White Tower in Marle, U.K., March 1, 2018.",
    ],
)
def test_a_caption_without_a_credit_is_no_sentence(line: str, place: int) -> None:
    sentences, found = kinds(line, place=place)
    assert line not in sentences
    assert "caption" in found


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ann Orr waved to the crowd outside the town hall in Marle, Ohio, on March 3, 2020.",
        "The council meets again on March 3, 2026.",
        "The mayor speaks at the university on May 3, 2026.",
        "The council meets on March 3, 2026 in Marle.",
        "She sits in the parliament since November 9, 2016 in Marle.",
        "The party stood for change before the vote of November 9, 2016 in Marle.",
        "The law takes effect in Marle, Ohio, on January 1, 2026.",
        "She leads the party in Marle since May 3, 2020.",
        "The man who leads the group was arrested in Marle on Jan. 13, 2023.",
        "The house stands empty, neighbours said on March 3, 2020.",
        "He stands by what he wrote in Marle, Ohio, on March 3, 2020.",
        "Rep. Ann Orr (R) and Rep. John Roe (D) speak of a deal before the vote.",
        "The exhibition of her pictures stands in the old mill until March 3, 2020.",
        "“Everybody looks at Marle,” the mayor told reporters on Tuesday, March 3, 2020.",
        "The left, right and centre look to the mayor for an answer.",
        "It is seen as the worst flood since the one that hit Marle on March 3, 1920.",
    ],
)
def test_a_sentence_with_a_day_or_a_place_stays_one(line: str) -> None:
    sentences, found = kinds(line)
    assert line in sentences
    assert "caption" not in found


@pytest.mark.parametrize(
    "line",
    [
        "Read it all here.",
        "Read the rest of the story at the Tarnholm Courier.",
        "Watch the full interview with the mayor above.",
        "Listen to both of her speeches below:",
        "You can read the whole letter here.",
        "The full poll can be found here.",
        "Read the document: Opening statement of Ann Orr",
        "SEE: Mayor rips council over bridge vote",
        "Read more on Harbour News Harbour News is the Courier’s home for shipping.",
        "Read these stories from the Courier for more on the bridge:",
        "For more, sign up for the Harbour letter.",
        "For more from the Courier, download our app for phones.",
        "Get the Courier's weekly newsletter Sign up here to get The Tide with Ann Orr every Tuesday.",
        "Newsletters Sign up for Morning Tide Your daily dose of harbour news.",
        "Stories you care about delivered to your inbox.",
        "If this was forwarded to you, sign up here.",
        "We use cookies to keep our pages safe and to show you what you like.",
        "Please make sure your browser supports JavaScript and cookies.",
        "Privacy Policy Leave this field empty if you're human:",
        "Terms of Service and Privacy Policy",
        "Choose your plan ArrowRight",
        "Money A family looks back on the flood and what it cost them Listen · 6:15 6:15",
        "Bridge inquiry:Engineer who called plan 'reckless' to testify before council",
        "Opinion:Bridge vote could be a game changer for the mayor",
        "Chevron icon It indicates an expandable section or menu.",
    ],
)
def test_a_line_that_points_elsewhere_is_no_sentence(line: str) -> None:
    sentences, found = kinds(line)
    assert line not in sentences
    assert "promotion" in found


@pytest.mark.parametrize(
    "line",
    [
        "Read the rest of the law, she said, and the answer is there.",
        "Watch the river rise above the old mark and nobody sleeps.",
        "Listen to the people who live here, the mayor urged the council.",
        "You can see the old harbour from the bridge.",
        "The full report is expected in May.",
        "See the mayor walk across the bridge and the town forgets the flood.",
        "For more than an hour, visit after visit was called off.",
        "He had the letters delivered to the town hall.",
        "The company uses cookies to follow its readers, the judge found.",
        "The privacy policy of the town was changed in May.",
        "The vote:Three to two.",
        "She said:Stop the work at once and count the cracks again",
        "Follow the river for a mile and there is the bridge.",
        "The icon it indicates is the patron of the harbour.",
    ],
)
def test_a_sentence_that_looks_like_such_a_line_stays_one(line: str) -> None:
    assert line in kinds(line)[0]


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        ("Choose your plan ArrowRight The council met again in the evening.", "Choose your plan ArrowRight"),
        ("ArrowRight The council met again in the evening.", "ArrowRight"),
        (
            "Sign up for a weekly look at the harbour ArrowRight The council met again in the evening.",
            "Sign up for a weekly look at the harbour ArrowRight",
        ),
        (
            "Story continues below advertisement The council met again in the evening.",
            "Story continues below advertisement",
        ),
        (
            "Advertisement Story continues below advertisement The council met again in the evening.",
            "Advertisement Story continues below advertisement",
        ),
        ("ADVERTISEMENT The council met again in the evening.", "ADVERTISEMENT"),
    ],
)
def test_what_is_glued_in_front_of_a_sentence_is_cut_off(line: str, glued: str) -> None:
    text = "\n\n".join([ABOVE, line, BELOW])
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A")
    assert "The council met again in the evening." in [text[s.start : s.end] for s in article.sentences]
    assert glued in [text[piece.start : piece.end] for piece in article.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement revenue fell by half in a year.",
        "The story continues below the bridge, where the divers work.",
        "Advertisements Ltd lost the contract in May.",
        "Arrow right of the door is where the water stood.",
    ],
)
def test_nothing_is_cut_off_a_sentence_that_opens_like_it(line: str) -> None:
    assert line in kinds(line)[0]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Story highlights Mayor Ann Orr resigns Vote on the bridge is due in May", "summary"),
        ("Key Points Mayor Ann Orr resigns. A vote is due in May.", "summary"),
        ("Marle CNN —", "dateline"),
        ("NEW ORLEANS -", "dateline"),
        ("UPDATE: 8:20 a.m. --", "date-line"),
        ("Jane Doe contributed.", "byline"),
        ("Jane Doe and John Roe also contributed.", "byline"),
        ("Jane Doe via Getty Images.", "caption"),
        ("janedoe/E+ via Getty Images", "caption"),
        ("JANE A. DOE / AFP /", "caption"),
        ("Mayor Ann Orr hugs her son in Marle. (Jane Doe/Pool Photo via AP)", "caption"),
        ("Mayor tells council to halt work on bridge at once", "crosshead"),
        ("Hundreds march in Marle against plan for toll", "crosshead"),
        ("ENGINEER WHO WARNED COUNCIL TO SPEAK AT HEARING:", "crosshead"),
    ],
)
def test_further_lines_of_pages(line: str, kind: str) -> None:
    sentences, found = kinds(line)
    assert line not in sentences
    assert kind in found


@pytest.mark.parametrize(
    "line",
    [
        "Story highlights of the year were few.",
        "Key points of the plan are still open.",
        "Heavy rain contributed.",
        "The man was taken to the hospital near the old bridge",
        "Officers found knives and ropes near Marle station on Monday",
        "I wish I had had a boat",
        "She then told him of the cracks in both piers",
        "They walked home through water up to their knees",
        "We heard screams and ran for higher ground",
    ],
)
def test_sentences_that_lost_a_stop_or_look_like_a_head_stay_text(line: str) -> None:
    assert line in kinds(line)[0]


def test_a_new_york_dateline_stands_in_front_of_its_sentence() -> None:
    for place in ("NEW YORK (AP) —", "THE HAGUE, Netherlands (AP) —", "NEW DELHI —"):
        sentences, found = kinds(f"{place} The council met again.", place=0)
        assert "The council met again." in sentences
        assert "dateline" in found
    assert "NEW STUDY — The council met again." in " ".join(
        kinds("NEW STUDY — The council met again.", place=0)[0]
    )


def test_a_second_line_on_the_author_goes_with_the_first() -> None:
    life = "Jane Doe, M.D., is a professor of medicine at Marle University."
    more = "She is the author of the new book, “Tides.”"
    text = "\n\n".join([ABOVE, BELOW, ABOVE, life, more])
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A")
    assert [text[p.start : p.end] for p in article.furniture if p.kind == "byline"] == [life, more]
    # Without a first line on the same person it is a sentence of the report.
    assert more in kinds(more, place=3)[0]


def test_credits_end_a_paragraph() -> None:
    sentences, found = kinds(f"{BELOW} (Reporting by Jane Doe in Marle; Editing by John Roe.)", place=3)
    assert sentences[-1] == BELOW
    assert found == ["byline"]


def test_a_note_goes_on_with_a_short_form() -> None:
    note = "This post has been updated with the mayor's answer.\n\nIt's also been updated with a figure."
    assert kinds(note, place=3)[1] == ["correction", "correction"]


def test_a_name_that_the_credit_above_has_is_no_headline() -> None:
    assert kinds("JANE A. DOE / AFP /\n\nJANE A. DOE", place=0)[1] == ["caption", "caption"]
