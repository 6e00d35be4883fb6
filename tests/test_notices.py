"""What comes along with a pasted text and is no sentence of it: notices, notes, times, boxes, end matter."""

from __future__ import annotations

import pytest
from article_laws import check
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Article, Note
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.read.dates import is_stamp
from compare.read.furniture.boilerplate import boilerplate
from compare.read.furniture.corrections import described, is_head, note_start
from compare.read.furniture.end_matter import is_contribution
from compare.read.furniture.notices import is_paywall
from compare.render.parts.wording import noted
from compare.render.plain.markdown import markdown
from compare.render.plain.text import text as summary_of

HEAD = "Bridge at Hallin shut after cracks found\n\nBy Jane Doe\n\n3 March 2024\n\n"
PARAGRAPHS = [
    "The council shut the bridge over the Ebbel on Monday after inspectors found cracks in two piers.",
    "Mayor John Roe said that the repair would cost £2m and take until the summer.",
    "Work is due to begin in May, the council said.",
]
BODY = "\n\n".join(PARAGRAPHS)


def read(text: str) -> tuple[Article, tuple[Note, ...]]:
    return article_from_bytes(text.encode(), name="a.txt", label="A")


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in read(text)[0].sentences]


def set_aside(text: str, *, above: int = 0) -> list[str]:
    """What was set aside below the first characters, with its kind in front."""
    pieces = [piece for piece in read(text)[0].furniture if piece.start >= above]
    return [f"{piece.kind}: {text[piece.start : piece.end]}" for piece in pieces]


PAYWALLS = [
    "Subscribe to keep reading",
    "Please sign in or subscribe to continue reading this story.",
    "To read the rest of this story, start a free trial.",
    "Want to read more? Become a member today.",
    "Want to read the full story? Subscribe now.",
    "Already a member? Log in here.",
    "Not yet registered? Create an account.",
    "This story is exclusively for our members.",
    "The rest of this article is available to subscribers only.",
    "This is a subscriber article. Log in to read on.",
    "Subscriber-only content",
    "You’ve read all your free stories this month.",
    "You have 1 free article left.",
    "2 of 3 free articles remaining",
    "Your free trial has ended.",
    "You need to subscribe to view this content.",
    "Try full digital access. Only €2 a week for the first year. Cancel anytime.",
    "Unlimited digital access for just £5 a month",
    "Continue reading for £1",
    "Read this story with a free account",
    "Unlock all articles for 99p",
    "Start your free trial",
    "Join now for $3 a month",
    "You’ve hit your monthly limit.",
    "This article is available exclusively to Post Plus subscribers.",
    "Sorry, this story is only available to members.",
    "Want unlimited access? Subscribe today.",
    "Special offer: 3 months for £3. Subscribe now.",
    "Your subscription supports local news. Log in to continue.",
    "You are reading a preview. Log in for full access.",
    "Become a supporter from just £3 a month. Not a member yet? Join today.",
    "MEMBERS ONLY: To read on, please sign in.",
    "Already have a print subscription? Activate your digital access here.",
    "This report is available to Post+ subscribers.",
    "This is a Post+ story",
    "Get the full story in our app. Download it now.",
    "Your membership has lapsed. Renew now to keep reading.",
    "It looks like you are not logged in",
    "Don’t have an account? Sign up.",
    "Log in to read",
    "Buy this article for £1.50",
    "Read two articles free when you register.",
    "Upgrade to premium",
    "Access through your library",
    "**Subscribe to read on**",
    "No account? [Register](https://post.example/join) for free to read this article.",
]
NO_PAYWALLS = [
    "Readers had to subscribe to continue reading, the paper said.",
    "“Subscribe to continue reading,” the page said.",
    "Members of the club paid £5 a month.",
    "Members only learned of the vote on Monday.",
    "Register to vote by Tuesday, the mayor said.",
    "You have to pay to get access to the beach.",
    "Not a member of the council voted for it.",
    "This report is open to members of the public.",
    "Full access to the site was restored on Monday.",
    "Unlimited access to the park costs £5 a month, up from £3.",
    "Subscription prices rose to £4 a month in May.",
    "Sign up for our newsletter",
    "Subscribe now",
    "Buy a ticket to get access to the hall.",
    "The exhibition is free for members.",
    "You need a permit to cross the bridge.",
    "A preview of the show is on Friday.",
    "Log in to the council’s site to see the plans.",
    "Renew your passport now.",
    "You have to register to see it.",
]


@pytest.mark.parametrize("line", PAYWALLS[:-1])
def test_an_invitation_to_subscribe_says_that_the_text_may_be_cut_off(line: str) -> None:
    assert is_paywall(line)
    text = f"{HEAD}{BODY}\n\n{line}\n\n© 2024 The Hallin Post"
    assert sentences(text) == PARAGRAPHS
    assert read(text)[1] == (
        Note(
            code="cut-off",
            text="A ends in an invitation to subscribe: its text may be cut off",
            article="A",
        ),
    )


@pytest.mark.parametrize("line", NO_PAYWALLS)
def test_what_cuts_nothing_off_is_no_such_invitation(line: str) -> None:
    assert not is_paywall(line)
    assert read(f"{HEAD}{BODY}\n\n{line}")[1] == ()


def test_an_invitation_above_the_rest_of_the_text_cuts_nothing_off() -> None:
    text = f"{HEAD}{PARAGRAPHS[0]}\n\nSubscribe to keep reading\n\n" + "\n\n".join(PARAGRAPHS[1:])
    assert sentences(text) == PARAGRAPHS
    assert read(text)[1] == ()


def test_prices_below_an_invitation_are_set_aside_with_it() -> None:
    text = f"{HEAD}{BODY}\n\nSubscribe to keep reading\n\nThen £8 a month.\n\nCancel anytime."
    assert sentences(text) == PARAGRAPHS
    assert sentences(f"{HEAD}{BODY}\n\nThen £8 a month.") == [*PARAGRAPHS, "Then £8 a month."]


CORRECTIONS = [
    ("This article was amended on 4 March 2024 to correct the mayor’s age.", "a correction"),
    ("An earlier version of this report gave the wrong age for the mayor. He is 61.", "a correction"),
    ("In an earlier version of this story, the mayor was called Jon. His name is John.", "a correction"),
    ("Correction, 4 March 2024: The mayor is 61, not 71.", "a correction"),
    ("CORRECTION (March 4): The mayor is 61, not 71.", "a correction"),
    ("Clarification – an earlier version of this piece did not say who pays.", "a clarification"),
    ("[This story has been corrected.]", "a correction"),
    ("(This March 3 story has been refiled to fix a typo in the headline)", "a correction"),
    ("(Adds mayor’s statement, background)", "a note of an update"),
    ("This version corrects the spelling of the mayor’s name.", "a correction"),
    ("A correction was made on March 4, 2024: An earlier version misstated the cost.", "a correction"),
    ("Due to a production error, this article wrongly said that the bridge was safe.", "a correction"),
    ("A photo caption on this story misidentified the mayor.", "a correction"),
    ("The cost was wrong in an earlier version of this article.", "a correction"),
    ("We have corrected this article to say that the cost is £2m.", "a correction"),
    ("This post was updated at 12:15 p.m. with the council’s reply.", "a note of an update"),
    ("Update, 4 March: This article has been updated to include a comment.", "a note of an update"),
    ("Editor’s note: This interview was shortened for print.", "an editor’s note"),
    ("This story’s headline has been corrected.", "a correction"),
    ("After publication, this story was updated with a reply from the council.", "a note of an update"),
    ("UPDATE 4:30 p.m.: Adds comment from the mayor.", "a note of an update"),
    ("Our article on the bridge wrongly said that it opened in 1901.", "a correction"),
    ("We have removed a sentence from this article that named the wrong man.", "a correction"),
    ("This report was updated on 4 March to include the council’s reply.", "a note of an update"),
    ("We have been asked to point out that the mayor was not there.", "an editor’s note"),
    ("Correction appended: The river was given as the Ebel.", "a correction"),
    ("Eds: Corrects the spelling of the mayor’s name.", "a correction"),
    ("An article on Sunday about the bridge misstated the year it opened.", "a correction"),
    ("In a report on Sunday we said that the bridge was safe.", "an editor’s note"),
    ("The headline has been changed to make clear that nobody died.", "a note of an update"),
    ("The Hallin Post regrets the error.", "a correction"),
    ("Apology: On Sunday we said that Mr Roe had been fined. He had not.", "an editor’s note"),
    ("We have deleted an earlier post that gave the wrong age.", "a correction"),
    ("• A footnote was added on 4 March 2024 to explain the sum.", "an editor’s note"),
    ("• Erratum: The bridge is 40 metres long, not 40 feet.", "a correction"),
]
NO_CORRECTIONS = [
    "An earlier version of the bill said that fees would rise.",
    "An earlier version of the bridge fell in 1801.",
    "The ministry published a corrected version of the report on Friday.",
    "The prisoner was moved to a correction facility in Merrin.",
    "Corrections officers walked out on Monday.",
    "A market correction is overdue, analysts said.",
    "This article of the constitution was amended in 1951.",
    "This law was amended on 3 March.",
    "This story has been told many times.",
    "The article has been amended to allow a third term.",
    "Our report was corrected in court.",
    "This report was amended by the committee in May.",
    "The paper corrected the article on Monday.",
    "“This story has been updated,” the page said.",
    "UPDATE: The mayor has resigned.",
    "A correction was issued by the ministry on Monday.",
    "The company regrets the error.",
    "The tenants have been asked to make clear that they will leave.",
    "An article on Monday misstated the sum, the mayor said.",
    "A footnote was added to the treaty in 1987.",
    "The first paragraph of the law was changed in May.",
    "Editors of the paper met on Monday.",
    "An editing error led to the arrest of the wrong man.",
    "An article on the treaty incorrectly applied could ruin the town.",
    "A previous alert gave the wrong road, the police said.",
    "In an article on Monday we said goodbye to the old bridge.",
    "The headline was changed to say that four had died, the editor told the court.",
    "This version of events was disputed by the police.",
    "It is £2m, not £3m.",
]


@pytest.mark.parametrize(("note", "named"), CORRECTIONS)
@pytest.mark.parametrize("place", range(4))
def test_a_note_on_the_article_is_told_and_is_no_sentence(note: str, named: str, place: int) -> None:
    text = HEAD + "\n\n".join([*PARAGRAPHS[:place], note, *PARAGRAPHS[place:]])
    assert sentences(text) == PARAGRAPHS
    assert [piece for piece in set_aside(text, above=len(HEAD)) if "markup" not in piece] == [
        f"correction: {note.removeprefix('• ')}"
    ]
    assert described(note) == named
    (told,) = read(text)[1]
    assert (told.code, told.article) == ("correction", "A")
    assert told.text.startswith(f"A carries {named}: “")
    assert told.text.split("“", 1)[1].removesuffix("”") in note


@pytest.mark.parametrize("sentence", NO_CORRECTIONS)
@pytest.mark.parametrize("place", range(4))
def test_a_sentence_that_speaks_of_corrections_stays_one(sentence: str, place: int) -> None:
    told = [*PARAGRAPHS[:place], sentence, *PARAGRAPHS[place:]]
    assert sentences(HEAD + "\n\n".join(told)) == told
    assert read(HEAD + "\n\n".join(told))[1] == ()


@pytest.mark.parametrize(
    ("note", "quoted"),
    [
        ("Correction: 4 March 2024\nThe mayor is John Roe, not Jon.", "The mayor is John Roe, not Jon."),
        ("Correction\n\nThis article gave the wrong cost.", "This article gave the wrong cost."),
        ("Editor’s note\n\nThe mayor owns shares in the paper.", "The mayor owns shares in the paper."),
        (
            "Corrections and clarifications\n\nThe bridge is 40 metres long.\n\nThis has been corrected.",
            "The bridge is 40 metres long.",
        ),
    ],
)
def test_the_head_of_a_note_takes_what_stands_below_it_along(note: str, quoted: str) -> None:
    text = f"{HEAD}{BODY}\n\n{note}"
    assert sentences(text) == PARAGRAPHS
    assert [f"“{quoted}”" in told.text for told in read(text)[1]] == [True]


def test_two_notes_are_told_apart() -> None:
    notes = (
        "This story has been updated.\n\nCorrection\n\nAn earlier version of this story misnamed the mayor."
    )
    assert [note.text for note in read(f"{HEAD}{BODY}\n\n{notes}")[1]] == [
        "A carries a note of an update: “This story has been updated.”",
        "A carries a correction: “An earlier version of this story misnamed the mayor.”",
    ]


def test_a_bare_crosshead_that_reads_correction_takes_no_news_along() -> None:
    text = f"{HEAD}{BODY}\n\nCorrection\n\nShares fell by a tenth in May."
    assert sentences(text) == [*PARAGRAPHS, "Shares fell by a tenth in May."]
    assert is_head("Correction") is False
    assert is_head("Market correction") is None


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("This story has been updated.", "correction"),
        ("(Corrects cost in paragraph 2)", "correction"),
        ("Ann Poe contributed to this report.", "byline"),
        ("— Jane Doe (@janedoe) March 3, 2024", "caption"),
        ("pic.twitter.com/Ab12Cd34Ef", "caption"),
    ],
)
def test_what_ends_a_paragraph_and_is_no_sentence_of_it_is_cut_off(tail: str, kind: str) -> None:
    text = f"{HEAD}{BODY} {tail}"
    assert sentences(text) == PARAGRAPHS
    assert set_aside(text, above=len(HEAD)) == [f"{kind}: {tail}"]


def test_a_long_note_is_quoted_by_its_beginning() -> None:
    note = "This article was amended on 4 March because " + "of the cost of the repair and " * 12 + "more."
    (told,) = read(f"{HEAD}{BODY}\n\n{note}")[1]
    assert told.text.endswith(" …”")
    assert told.text.split("“")[1].removesuffix(" …”") in note
    assert len(told.text) < 250


@pytest.mark.parametrize(
    ("line", "pieces", "quoted"),
    [
        (
            "CORRECTED-Bridge at Hallin shut (Corrects cost in paragraph 2)",
            [
                "correction: CORRECTED-",
                "headline: Bridge at Hallin shut",
                "correction: (Corrects cost in paragraph 2)",
            ],
            "(Corrects cost in paragraph 2)",
        ),
        ("REFILE-Bridge shut", ["correction: REFILE-", "headline: Bridge shut"], "REFILE"),
    ],
)
def test_an_agencys_marks_of_a_correction_leave_the_headline(
    line: str, pieces: list[str], quoted: str
) -> None:
    text = f"{line}\n\n{BODY}"
    assert set_aside(text) == pieces
    article, notes = read(text)
    assert article.title == pieces[1].removeprefix("headline: ")
    assert [note.text for note in notes] == [f"A carries a correction: “{quoted}”"]


def test_no_note_on_the_article_is_linked_or_a_claim() -> None:
    other = f"Hallin bridge closed\n\nThe mayor is 71.\n\n{BODY}"
    note = "Correction: An earlier version of this article said that the mayor is 71."
    articles = [
        article_from_bytes(text.encode(), name=f"{label}.txt", label=label)[0]
        for label, text in (("A", f"{HEAD}{BODY}\n\n{note}"), ("B", other))
    ]
    at = articles[0].text.index(note)
    compared = compare_articles(articles)
    spans = [span for finding in compared.findings for span in finding.spans if span.article == "A"]
    assert spans
    assert [span for span in spans if span.end > at] == []


STAMPS = [
    "17.42 GMT",
    "09:12",
    "2h ago",
    "5 min ago",
    "1h 20m ago",
    "Updated at 16.05 BST",
    "17:42 · 10 June",
    "10 June 2024 • 5:42 pm",
    "Posted 10:32",
    "10:15 a.m. ET",
    "9am",
    "17:42 CET / 16:42 GMT",
    "14:02 (GMT+3)",
    "14:02 BST (13:02 GMT)",
    "Thursday 4 March 2024, 17:42",
    "17.42 GMT, Thursday 4 March 2024",
    "[17:42]",
    "Today 14:02",
    "**17.42 GMT**",
]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("place", range(4))
def test_a_time_of_day_is_never_a_sentence(stamp: str, place: int) -> None:
    assert is_stamp(stamp)
    text = HEAD + "\n\n".join([*PARAGRAPHS[:place], stamp, *PARAGRAPHS[place:]])
    assert sentences(text) == PARAGRAPHS
    assert f"date-line: {stamp.strip('*')}" in set_aside(text, above=len(HEAD))
    assert sentences(f"{HEAD}{stamp}\n{BODY}\n{stamp}") == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    ["The siren sounded at 17.42.", "25:61", "2024", "5 min walk", "9am start", "4 March", "1.5", "1402"],
)
def test_a_line_that_says_more_or_less_is_no_time_of_day(line: str) -> None:
    assert not is_stamp(line)


def test_a_time_that_ends_a_wrapped_sentence_stays_in_it() -> None:
    text = (
        "The council shut the bridge over the Ebbel on Monday after its\n"
        "inspectors found cracks, and the siren at the pier sounded at\n17.42 GMT.\n\nNobody was hurt.\n"
    )
    assert len(sentences(text)) == 2


def test_a_file_of_headings_and_times_keeps_the_times_out() -> None:
    assert sentences("Bridge Shut After Inspection\n\n09:12\n\nMayor Promises Answers") == [
        "Bridge Shut After Inspection",
        "Mayor Promises Answers",
    ]


def test_a_file_of_a_byline_and_a_time_keeps_the_time_out() -> None:
    assert sentences("By Jane Doe\n\n09:12") == ["By Jane Doe"]


def test_a_time_between_two_lines_of_one_length_parts_them() -> None:
    told = ["The talks have been put off until Friday, the union said.", "The port is shut today."]
    assert sentences(f"Dock strike – live\n\n09:12\n{told[0]}\n08:45\n{told[1]}\n07:00") == told


LIVE = "Dock strike in Hallin – live"
TOLD = [
    "The talks were put off until Friday, the union said.",
    "Some 200 dockers stood at the gate.",
    "The port is shut.",
]


@pytest.mark.parametrize(
    "entries",
    [
        ["17.42 GMT\nTalks put off", "17.05 GMT\n“We want a deal” – union", "09.15 GMT\nGood morning"],
        ["2h ago\nTalks put off", "3h ago\nWhat do the dockers want?", "4h ago"],
        ["09:12\nJane Doe\n\nTalks put off until Friday", "08:45\nAt the gate\nJohn Roe", "07:00"],
        ["09:12 Talks put off until Friday", "08:45 – Dockers gather at the gate early", "07:00"],
        ["Talks put off\n09:12", "Gate shut\n08:45", "Good morning\n07:00"],
    ],
)
def test_the_heads_of_a_live_report_are_set_aside(entries: list[str]) -> None:
    text = "\n\n".join([LIVE, *(f"{head}\n\n{told}" for head, told in zip(entries, TOLD, strict=True))])
    assert sentences(text) == TOLD
    assert read(text)[0].title == LIVE


def test_an_entry_that_is_only_a_line_stays_text() -> None:
    text = f"{LIVE}\n\n09:12\n\n{TOLD[0]}\n\n08:45\n\nGate shut for the day\n\n07:00\n\n{TOLD[2]}"
    assert sentences(text) == [TOLD[0], "Gate shut for the day", TOLD[2]]


@pytest.mark.parametrize(
    "box",
    [
        "Key points\n- The bridge is shut\n- Repairs cost £2m\n- Work begins in May",
        "Key takeaways:\n\n• The bridge is shut.\n\n• Repairs cost £2m.",
        "Highlights\nThe bridge is shut\nRepairs cost £2m",
        "Story highlights\nThe bridge is shut.\nRepairs cost £2m.",
        "In summary\n* The bridge is shut.",
        "At a glance\n1. The bridge is shut\n2. Repairs cost £2m",
        "### What you need to know\n\n- The bridge is shut.\n- Repairs cost £2m.",
        "- The bridge is shut\n- Repairs cost £2m",
    ],
)
def test_points_above_the_text_are_set_aside_together(box: str) -> None:
    text = HEAD + f"{box}\n\n{BODY}"
    assert sentences(text) == PARAGRAPHS
    kinds = {piece.kind for piece in read(text)[0].furniture if piece.start >= len(HEAD)}
    assert kinds - {"markup"} == {"summary"}
    assert read(text)[0].byline == "Jane Doe"


def test_points_inside_the_text_stay_text() -> None:
    text = f"{HEAD}{BODY}\n\n- The bridge is shut.\n- Repairs cost £2m.\n\nNobody was hurt."
    assert sentences(text) == [*PARAGRAPHS, "The bridge is shut.", "Repairs cost £2m.", "Nobody was hurt."]


END_MATTER = [
    "-ENDS-\n\nNotes to editors\n\n1. Halden Bridges was founded in 1901.\n\n2. Pictures are available.",
    "ENDS\n\nFor more information, contact Kate Lowe on 020 7946 0000.",
    "###\n\nAbout Halden Bridges\n\nHalden Bridges is a bridge firm with 400 staff.",
    "-30-",
    "(ends)\n\nMedia contact: Kate Lowe, press@halden.example",
    "Notes to editors:\n\nThe bridge was built in 1901.",
    "About Halden Bridges\n\nHalden Bridges is a bridge firm.\n\nMedia Contact\nKate Lowe\nkl@halden.example",
    "Press enquiries: Kate Lowe, 020 7946 0000",
]


@pytest.mark.parametrize("matter", END_MATTER)
def test_what_stands_below_a_releases_end_is_set_aside(matter: str) -> None:
    text = f"{HEAD}{BODY}\n\n{matter}"
    assert sentences(text) == PARAGRAPHS
    kinds = {piece.kind for piece in read(text)[0].furniture if piece.start >= len(HEAD)}
    assert kinds - {"markup"} == {"end-matter"}


@pytest.mark.parametrize("head", ["Contact", "Further information", "About time", "Background"])
def test_a_crosshead_that_reads_like_such_a_head_takes_no_text_along(head: str) -> None:
    text = f"{HEAD}{PARAGRAPHS[0]}\n\n{head}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    assert sentences(text) == PARAGRAPHS
    assert set_aside(text, above=len(HEAD)) == [f"crosshead: {head}"]


def test_an_end_in_the_middle_of_two_texts_loses_neither() -> None:
    more = ["The mayor of Merrin opened a school for 400 children on Tuesday."] * 12
    text = f"{HEAD}{BODY}\n\nENDS\n\n" + "\n\n".join(more)
    assert sentences(text) == [*PARAGRAPHS, *more]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is a reporter for the Hallin Post. She covers transport.",
        "Jane Doe covers transport for the Hallin Post. Follow her on X @janedoe.",
        "Jane Doe, M.D., is a professor of medicine at the University of Hallin.",
        "Ann Poe in Merrin contributed to this report.",
        "The Associated Press contributed to this report.",
        "With additional reporting by Ann Poe",
        "*Ann Poe contributed reporting.*",
    ],
)
def test_who_wrote_and_helped_is_no_sentence_of_the_text(line: str) -> None:
    text = f"{HEAD}{BODY}\n\n{line}"
    assert sentences(text) == PARAGRAPHS
    assert read(text)[0].byline == "Jane Doe"


@pytest.mark.parametrize(
    "sentence",
    [
        "John Roe is a professor of engineering at Hallin University.",
        "Rain contributed to this story of a fall.",
        "Engineers contributed to the report, he said.",
        "The ends justify the means, he said.",
        "About 40 people came.",
        "For more information on the plan, people went to the town hall.",
        "Media contacts were not returned.",
        "Key points were agreed on Monday.",
        "Highlights of the day were few.",
        "Embargo talks failed.",
        "Updated figures show a rise.",
        "Use codes were agreed.",
        "They are found on X Street.",
        "The file photo shows the mayor.",
    ],
)
@pytest.mark.parametrize("place", range(4))
def test_a_sentence_that_looks_like_such_a_line_stays_one(sentence: str, place: int) -> None:
    told = [*PARAGRAPHS[:place], sentence, *PARAGRAPHS[place:]]
    assert sentences(HEAD + "\n\n".join(told)) == told


def test_a_life_of_a_person_whom_the_text_names_is_text() -> None:
    life = "John Roe is a former editor of the Hallin Post."
    assert sentences(f"{HEAD}{BODY}\n\n{life}") == [*PARAGRAPHS, life]
    assert not is_contribution("Heavy rain contributed to this report of damage.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("WATCH 02:14", "promotion"),
        ("Watch the video above", "promotion"),
        ("Story continued below", "promotion"),
        ("READ MORE | Mayor defends bridge", "promotion"),
        ("(Read also: Mayor defends bridge)", "promotion"),
        ("Related story: What a bridge costs", "promotion"),
        ("In case you missed it: What a bridge costs", "promotion"),
        ("This is a developing story. Check back for updates.", "promotion"),
        ("Use code HALLIN20 at checkout for 20% off.", "promotion"),
        ("Promo code: HALLIN20", "promotion"),
        ("Save 50% on your first year with code NEWS50.", "promotion"),
        ("Enjoying this story? Sign up for our newsletter.", "promotion"),
        ("Sign up for our newsletter. It is free.", "promotion"),
        ("Reach Jane Doe at jdoe@post.example.", "promotion"),
        ("That’s all from us tonight. Thanks for reading.", "promotion"),
        ("For more stories like this, sign up for our newsletter.", "promotion"),
        ("What do you think? Let us know in the comments.", "promotion"),
        ("This story was supported by the Fund for Local News.", "promotion"),
        ("Get the day’s headlines delivered to your inbox every morning.", "promotion"),
        ("Jane Doe can be reached at jdoe@post.example.", "promotion"),
        ("The mayor can be reached only by boat.", None),
        ("This report was supported by the council.", None),
        ("This story was supported by three witnesses.", None),
        ("Thank you for following the rules, the sign read.", None),
        ("For more than an hour, visit after visit was called off.", None),
        ("Do you agree? Many in the town do not.", None),
        ("Have your say in the vote on Friday, the council urged.", None),
        ("@janedoe", "promotion"),
        ("Strictly embargoed until Tuesday morning", "promotion"),
        ("— Jane Doe (@janedoe) March 3, 2024", "caption"),
        ("pic.twitter.com/Ab12Cd34Ef", "caption"),
        ("The bridge on Monday. Photograph: Jane Doe/Getty Images", "caption"),
        ("The bridge on Monday [Jane Doe/Hallin TV]", "caption"),
        ("FILE - The bridge over the Ebbel, seen on March 1.", "caption"),
        ("Image source, Getty Images", "caption"),
        ("Credit...Jane Doe for The Hallin Post", "caption"),
        ("Watch the river, she said.", None),
        ("He said so on Monday. (Reuters)", None),
        ("Do you have a story?", None),
        ("Media source told the paper of the plan.", None),
        ("The code was NEWS20.", None),
    ],
)
def test_more_lines_around_an_article(line: str, kind: str | None) -> None:
    assert boilerplate(line) == kind
    if kind:
        text = f"{HEAD}{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
        assert sentences(text) == PARAGRAPHS


JUNK = [
    *PAYWALLS,
    *(note for note, _ in CORRECTIONS),
    *STAMPS,
    *END_MATTER,
    "Key points",
    "- The bridge is shut",
    "Correction",
    "ENDS",
    "@janedoe",
]


@given(st.lists(st.sampled_from([*JUNK, *PARAGRAPHS, *NO_CORRECTIONS, *NO_PAYWALLS, LIVE]), min_size=1))
def test_whatever_comes_along_every_character_is_a_sentence_or_furniture(lines: list[str]) -> None:
    text = "\n\n".join(["Nobody was hurt.", *lines])
    article, _ = read(text)
    check(article)
    assert not any(is_stamp(text[each.start : each.end]) for each in article.sentences)


@given(st.lists(st.sampled_from(JUNK), max_size=4), st.integers(min_value=0, max_value=20))
def test_a_note_begins_at_a_sentence(lines: list[str], cut: int) -> None:
    text = " ".join([*PARAGRAPHS, *lines])[cut:]
    start = note_start(text)
    assert start is None or start == 0 or text[start - 1].isspace()


def test_the_notes_say_the_articles_letter_once_in_every_edition() -> None:
    first = f"{HEAD}{BODY}\n\nThis story has been updated.\n\nSubscribe to keep reading"
    second = f"{HEAD}{BODY}\n\n10/11/2023"
    pair = [
        article_from_bytes(text.encode(), name=f"{label.lower()}.txt", label=label)
        for label, text in (("A", first), ("B", second.replace("3 March 2024\n\n", "")))
    ]
    notes = tuple(note for _, found in pair for note in found)
    compared = compare_articles([article for article, _ in pair], notes=notes)
    assert [noted(note) for note in notes] == [
        ("A", "ends in an invitation to subscribe: its text may be cut off"),
        ("A", "carries a note of an update: “This story has been updated.”"),
        ("B", "b.txt: the date '10/11/2023' can be read in two ways; write it as 2023-10-12"),
    ]
    printed = summary_of(compared, width=120)
    assert "Note: A ends in an invitation to subscribe: its text may be cut off" in printed
    assert "Note: B: b.txt: the date" in printed
    written = markdown(compared)
    assert "Note: A carries a note of an update" in written
    assert "Note on B: b.txt" in written
