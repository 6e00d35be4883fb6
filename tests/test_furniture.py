"""What is set aside from an article's text, line by line, and what must never be."""

from __future__ import annotations

import pytest

from compare.read import article_from_bytes
from compare.read.bylines import byline, is_credits
from compare.read.dates import DateLine, date_line
from compare.read.furniture.boilerplate import boilerplate
from compare.read.furniture.datelines import dateline_end
from compare.read.furniture.end_matter import is_tags

BODY = "The council shut the bridge on Monday. Nobody was hurt."
BODY_PIECES = ["The council shut the bridge on Monday.", "Nobody was hurt."]

STANDFIRST = "Engineers " + "had warned the council twice and the council " * 5 + "did nothing."


def pieces(text: str) -> list[str]:
    """Everything in the file in order: sentences as they stand, furniture with its kind in front."""
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A")
    found = [(piece.start, f"{piece.kind}: {text[piece.start : piece.end]}") for piece in article.furniture]
    found += [(sentence.start, text[sentence.start : sentence.end]) for sentence in article.sentences]
    return [piece for _, piece in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, BODY_PIECES),
        (
            f"World\nBridge Shut After Inspection Finds Cracks\n\n{BODY}",
            ["section-label: World", "headline: Bridge Shut After Inspection Finds Cracks", *BODY_PIECES],
        ),
        (
            f"ANALYSIS/OPINION:\n\nANALYSIS/OPINION:\n\n{BODY}",
            ["section-label: ANALYSIS/OPINION:", "section-label: ANALYSIS/OPINION:", *BODY_PIECES],
        ),
        (
            f"Opinion | Commentary\n\n{BODY}",
            ["section-label: Opinion | Commentary", *BODY_PIECES],
        ),
        (
            f"{BODY}\n\nIt was an editorial, not an opinion.",
            [*BODY_PIECES, "It was an editorial, not an opinion."],
        ),
        (
            "Bridge shut after inspection finds cracks\nEngineers had warned the council twice\n"
            f"By Jane Doe\nMarch 3, 2024\n\n{BODY}",
            [
                "headline: Bridge shut after inspection finds cracks",
                "subhead: Engineers had warned the council twice",
                "byline: By Jane Doe",
                "date-line: March 3, 2024",
                *BODY_PIECES,
            ],
        ),
        (
            f"Bridge shut after cracks found\n\nEngineers had warned the council.\n\nBy Jane Doe\n\n{BODY}",
            [
                "headline: Bridge shut after cracks found",
                "subhead: Engineers had warned the council.",
                "byline: By Jane Doe",
                *BODY_PIECES,
            ],
        ),
        (
            f"Who shut the bridge?\n3 March 2024\n\n{BODY}",
            ["headline: Who shut the bridge?", "date-line: 3 March 2024", *BODY_PIECES],
        ),
        (
            f"Council Shuts Bridge\n3 March 2024\n\n{BODY}",
            ["headline: Council Shuts Bridge", "date-line: 3 March 2024", *BODY_PIECES],
        ),
        (
            f"World\nCouncil Shuts Bridge\n3 March 2024\n\n{BODY}",
            [
                "section-label: World",
                "headline: Council Shuts Bridge",
                "date-line: 3 March 2024",
                *BODY_PIECES,
            ],
        ),
        (
            f"Bridge shut after cracks found\n\n{STANDFIRST}\n\nBy Jane Doe\n\n{BODY}",
            [
                "headline: Bridge shut after cracks found",
                f"subhead: {STANDFIRST}",
                "byline: By Jane Doe",
                *BODY_PIECES,
            ],
        ),
        (
            f"The regulation, which the council passed in the\n\n{BODY}",
            ["The regulation, which the council passed in the", *BODY_PIECES],
        ),
        (
            f"{BODY}\n\nIt rained.\n\nIt rained.\n\nSTRONG CLAIMS — The mayor made them.",
            [*BODY_PIECES, "It rained.", "It rained.", "STRONG CLAIMS — The mayor made them."],
        ),
        (
            f"Bridge shut after inspection finds cracks\nJane Doe\n3 March 2024\n\n{BODY}",
            [
                "headline: Bridge shut after inspection finds cracks",
                "byline: Jane Doe",
                "date-line: 3 March 2024",
                *BODY_PIECES,
            ],
        ),
        (
            f"RIVERTON, Ohio — {BODY}\n\nWhat happens next\n\nWork begins in May.",
            [
                "dateline: RIVERTON, Ohio —",
                *BODY_PIECES,
                "crosshead: What happens next",
                "Work begins in May.",
            ],
        ),
        (
            f"{BODY}\n\nAdvertisement\n\nWork begins in May.\nLeave a comment",
            [*BODY_PIECES, "promotion: Advertisement", "Work begins in May.", "comments: Leave a comment"],
        ),
        (
            f"{BODY}\n\nRivertonBridgesRiverton CouncilMayor Roe",
            [*BODY_PIECES, "tags: RivertonBridgesRiverton CouncilMayor Roe"],
        ),
        (
            f"{BODY}\n\nTags:\nBridges\nRiverton",
            [*BODY_PIECES, "tags: Tags:", "tags: Bridges", "tags: Riverton"],
        ),
        (f"{BODY}\n\nRiverton, Bridges, Mayor Roe", [*BODY_PIECES, "tags: Riverton, Bridges, Mayor Roe"]),
        (
            f"{BODY}\n\n(Reporting by Jane Doe; Editing by John Roe)\nUpdated March 4, 2024",
            [
                *BODY_PIECES,
                "byline: (Reporting by Jane Doe; Editing by John Roe)",
                "date-line: Updated March 4, 2024",
            ],
        ),
        (
            f"# Bridge shut #\n\n![The bridge](bridge.jpg)\n\n{BODY}\n\n"
            "## Costs\n\n- It will cost a million.",
            [
                "markup: # ",
                "headline: Bridge shut",
                "markup:  #",
                "markup: ![The bridge](bridge.jpg)",
                *BODY_PIECES,
                "markup: ## ",
                "crosshead: Costs",
                "markup: - ",
                "It will cost a million.",
            ],
        ),
        (
            f"Bridge shut\n===========\n\n{BODY}\n\n<!-- not\nfor print -->\n\n"
            "```\ncode = 1\n```\n\n* * *\nIt rained.",
            [
                "headline: Bridge shut",
                "markup: ===========",
                *BODY_PIECES,
                "markup: <!-- not\nfor print -->",
                "markup: ```\ncode = 1\n```",
                "markup: * * *",
                "It rained.",
            ],
        ),
        (
            "---\ntitle: Bridge shut\noutlet: The Post\n---\n" + BODY,
            [
                "front-matter: ---\ntitle:",
                "headline: Bridge shut",
                "front-matter: outlet: The Post\n---",
                *BODY_PIECES,
            ],
        ),
    ],
)
def test_a_file_is_told_apart_piece_by_piece(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "“Never again.”",
        "He left.",
        "Share prices fell on Monday.",
        "Comments by the minister angered many.",
        "By Friday the water had gone.",
        "By the time Jane Doe arrived, it was over.",
        "On Tuesday, news correspondent Jane Doe asked the mayor.",
        "Photographs show the damage.",
        "Copyright law is being rewritten.",
        "Register to vote by Tuesday, the mayor said.",
        "Read the letter again, she told him.",
        "300 responses were received.",
        "More money is needed.",
        "Follow the money, he said.",
        "Growth.",
        "NATO — the alliance — agreed.",
        "October 12, 2023, was a Thursday.",
        "Who is to pay?",
        "Watch out for the ice, police said.",
        "It reopened on March 3, 2024.",
        "Riverton, Hallin and Merrin were flooded.",
        "He sold his iPhone on YouTube.",
        "Advertisement spending rose by a tenth.",
        "Subscribe or leave, the paper told readers.",
    ],
)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_short_paragraph_that_is_a_sentence_stays_one(sentence: str, place: str) -> None:
    paragraphs = {
        "first": [sentence, BODY, BODY],
        "middle": [BODY, sentence, BODY],
        "last": [BODY, BODY, sentence],
    }[place]
    found = pieces("\n\n".join(paragraphs))
    assert sentence in found
    assert [piece for piece in found if piece not in (*BODY_PIECES, sentence)] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a comment", "comments"),
        ("12 Comments", "comments"),
        ("Comments are closed.", "comments"),
        ("Share this article on Facebook", "promotion"),
        ("ADVERTISEMENT", "promotion"),
        ("Story continues below advertisement", "promotion"),
        ("Read more: Bridge reopens after a year", "promotion"),
        ("RELATED: The cost of a bridge", "promotion"),
        ("Sign up for our newsletter", "promotion"),
        ("Get the morning briefing newsletter in your inbox every day.", "promotion"),
        ("Follow Jane Doe on Twitter @janedoe.", "promotion"),
        ("© 2024 The Riverton Post. All rights reserved.", "promotion"),
        ("4 min read", "promotion"),
        ("Listen Comment Share", "promotion"),
        ("[Mayor defends cost of the new bridge]", "promotion"),
        ("Photo: Jane Doe/Getty Images", "caption"),
        ("Jane Doe/AFP via Getty Images", "caption"),
        ("(Photo by Jane Doe)", "caption"),
        ("The bridge on Monday. (Photo by Jane Doe/Reuters)", "caption"),
        ("RIVERTON, OH - MAY 07: Workers stand on the bridge.", "caption"),
        ("* * *", "markup"),
        ("https://riverton.example/bridge", "markup"),
        ("[This article has been corrected.]", None),
        ("She told Reuters the bridge was safe.", None),
        ("Image is everything.", None),
    ],
)
def test_lines_around_an_article(line: str, kind: str | None) -> None:
    assert boilerplate(line) == kind


@pytest.mark.parametrize(
    ("line", "names", "iso"),
    [
        ("Written by Jane Doe | October 22, 2023", "Jane Doe", "2023-10-22"),
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE and John Roe", "JANE DOE and John Roe", None),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe", None),
        ("Jane Doe, Staff writer | 12 October 2023", "Jane Doe", "2023-10-12"),
        ("By Jane Doe, BBC News", "Jane Doe", None),
        (
            "By Jane Doe in Riverton and John Roe in Merrin",
            "Jane Doe in Riverton and John Roe in Merrin",
            None,
        ),
        ("By Jane van der Doe - Oct. 12, 2023", "Jane van der Doe", "2023-10-12"),
        ("By Jane Doe October 22, 2023", "Jane Doe", "2023-10-22"),
        ("October 22, 2023 by Jane Doe", "Jane Doe", "2023-10-22"),
        ("The Associated Press", "The Associated Press", None),
        ("Opinion by Jane O’Doe for Riverton Press", "Jane O’Doe for Riverton Press", None),
    ],
)
def test_bylines(line: str, names: str, iso: str | None) -> None:
    found = byline(line)
    assert found is not None
    assert (found.names, found.date.iso if found.date else None, found.sure) == (names, iso, True)


@pytest.mark.parametrize(
    "line",
    ["By Monday", "By the river", "By 2030", "Written by hand, it said", "A Night in Riverton", "By and by."],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    found = byline(line)
    assert found is None or not found.sure


def test_credits_of_an_agency_are_no_sentence() -> None:
    assert is_credits("Additional reporting by Jane Doe in Riverton; editing by John Roe")
    assert not is_credits("Reporting by the paper led to an inquiry! It was short.")


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("October 22, 2023", "2023-10-22"),
        ("12 October 2023", "2023-10-12"),
        ("Oct. 12, 2023, 10:15 a.m. EDT", "2023-10-12"),
        ("Thursday, 12th October 2023 at 09:30 BST", "2023-10-12"),
        ("2023-10-12", "2023-10-12"),
        ("2023-10-12T10:15:00+02:00", "2023-10-12"),
        ("2023-10-12 10:15:00", "2023-10-12"),
        ("Published 10:15 a.m. ET March 3, 2024 | Updated 4 p.m. ET March 4, 2024", "2024-03-03"),
        ("Updated: March 4, 2024 Published: March 3, 2024", "2024-03-03"),
        ("First published 3 March 2024", "2024-03-03"),
        ("Last updated on 4 March 2024", "2024-03-04"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("11/11/2023", "2023-11-11"),
        ("10/11/2023", None),
        ("February 30, 2023", None),
        ("October 12", None),
        ("3 hours ago", None),
    ],
)
def test_dates_are_read_when_they_are_sure(line: str, iso: str | None) -> None:
    found = date_line(line)
    assert (found.iso if found else None) == iso


def test_a_date_that_can_be_read_in_two_ways_is_left_out() -> None:
    assert date_line("10/11/2023") == DateLine(iso=None, ambiguous=True)
    article, notes = article_from_bytes(f"10/11/2023\n\n{BODY}".encode(), name="a.txt", label="A")
    assert article.published is None
    assert [note.text for note in notes] == [
        "a.txt: the date '10/11/2023' can be read in two ways; write it as 2023-10-12"
    ]


@pytest.mark.parametrize(
    ("opening", "first", "cut"),
    [
        ("WEST RIVERTON, Fla. — The bridge", True, "WEST RIVERTON, Fla. —"),
        ("BISHKEK, Oct 12 (Reuters) - The bridge", False, "BISHKEK, Oct 12 (Reuters) -"),
        ("MOSCOW, October 12. /TASS/. The bridge", False, "MOSCOW, October 12. /TASS/."),
        ("BRUSSELS -- The bridge", True, "BRUSSELS --"),
        ("BRUSSELS -- The bridge", False, ""),
        ("Riverton (AFP) – The bridge", True, "Riverton (AFP) –"),
        ("Riverton, Ohio CNN — The bridge", True, "Riverton, Ohio CNN —"),
        ("BOSTON —Standing on the bridge", True, "BOSTON —"),
        ("(RIVERTON, Ohio) — The bridge", True, "(RIVERTON, Ohio) —"),
        ("(RIVERTON, Ohio) — The bridge", False, ""),
        ("Riverton (dpa) - The bridge", True, "Riverton (dpa) -"),
        ("NEW TOWN/RIVERTON, Oct 12 (TNS) The bridge", True, "NEW TOWN/RIVERTON, Oct 12 (TNS)"),
        ("Riverton (pop) - The bridge", True, ""),
        ("UPDATE — The bridge", True, ""),
        ("Riverton — the city on the hill — sank.", True, ""),
        ("WHY IT MATTERS - The bridge", True, ""),
        ("The bridge (AP) - fell", True, ""),
    ],
)
def test_datelines(opening: str, first: bool, cut: str) -> None:  # noqa: FBT001
    assert opening[: dateline_end(opening, first=first)] == cut


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Filed under: Bridges", True),
        ("#bridges #riverton", True),
        ("BridgesRivertonRiverton Council", True),
        ("Bridges | Riverton | Mayor Roe", True),
        ("He met McDonald and MacLeod at YouTube", False),
        ("The mayor left, the council stayed", False),
        ("Riverton, Ohio", False),
    ],
)
def test_tags(line: str, expected: bool) -> None:  # noqa: FBT001
    assert is_tags(line) is expected


def test_metadata_comes_from_the_lines_that_were_set_aside() -> None:
    text = f"World\nBridge shut after inspection\nWritten by Jane Doe | March 3, 2024\n\n{BODY}"
    article, notes = article_from_bytes(text.encode(), name="a.txt", label="A")
    assert (article.outlet, article.title, article.byline, article.published, article.language) == (
        None,
        "Bridge shut after inspection",
        "Jane Doe",
        "2024-03-03",
        "en",
    )
    assert notes == ()


def test_a_file_of_headings_only_is_read_as_text() -> None:
    assert pieces("Bridge Shut After Inspection\n\nMayor Promises Answers") == [
        "Bridge Shut After Inspection",
        "Mayor Promises Answers",
    ]


def test_hard_wrapped_lines_are_one_paragraph_and_no_headline() -> None:
    text = (
        "The council shut the bridge over the Ebbel on Monday after\n"
        "engineers found cracks as long as a hand in two of its seven\n"
        "piers, and said that it would stay shut until the summer.\n\n"
        "Nobody was hurt.\n"
    )
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A")
    assert article.furniture == ()
    assert [sentence.paragraph for sentence in article.sentences] == [1, 2]


def test_a_dateline_does_not_break_a_hard_wrapped_paragraph() -> None:
    first = (
        "RIVERTON, Ohio, March 3 (TNA) – The council shut the\n"
        "Ebbel bridge on Monday after its inspectors found\nold cracks in it."
    )
    assert pieces(f"{first}\n\n{BODY}") == [
        "dateline: RIVERTON, Ohio, March 3 (TNA) –",
        first.partition(" – ")[2],
        *BODY_PIECES,
    ]
