"""What a text says of itself: date lines, datelines with a day, front matter, exports of databases."""

from __future__ import annotations

import pytest
from article_laws import check
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import SideBySideError
from compare.model import Article, FurnitureKind
from compare.read import article_from_bytes
from compare.read.bylines import byline
from compare.read.dates import DateLine, date_line
from compare.read.furniture.datelines import dated_opening_end

FIRST = "The weir at Hallin burst on Sunday, and two farms were flooded."
SECOND = "Nobody was hurt."
BODY = f"{FIRST} {SECOND}"
THIRD = "The mill will be shut until the spring."


def read(text: str) -> tuple[Article, list[str]]:
    article, notes = article_from_bytes(text.encode(), name="a.txt", label="A")
    check(article)
    return article, [note.text for note in notes]


def kept(text: str) -> list[str]:
    article, _ = read(text)
    return [article.text[sentence.start : sentence.end] for sentence in article.sentences]


def aside(text: str, kind: FurnitureKind) -> list[str]:
    article, _ = read(text)
    return [article.text[piece.start : piece.end] for piece in article.furniture if piece.kind is kind]


# ---------------------------------------------------------------------------------------------- date lines


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("March 3, 2024, 4:15 PM EST / Updated March 4, 2024, 12:02 AM EST", "2024-03-03"),
        ("March 3, 2024 / 4:15 PM EST", "2024-03-03"),
        ("March 3, 2024 4:15 p.m.", "2024-03-03"),
        ("Published 3 March 2024 | Updated 4 March 2024, 12:02 a.m.", "2024-03-03"),
        ("Published 3 March 2024, 16:15 GMT", "2024-03-03"),
        ("Posted: Sun 3 Mar 2024 16.15", "2024-03-03"),
        ("First published on Sun 3 Mar 2024 16.15 GMT", "2024-03-03"),
        ("Sun 3 Mar 2024 16.15 GMTLast modified on Mon 4 Mar 2024 00.02 GMT", "2024-03-03"),
        ("Published 4:15 PM EST, Sun March 3, 2024", "2024-03-03"),
        ("Published 4:15 PM GMT+2, March 3, 2024", "2024-03-03"),
        ("Published March 3, 2024Updated March 4, 2024, 1:02 a.m. ET", "2024-03-03"),
        ("Updated March 4, 2024 at 1:02 a.m. EST|Published March 3, 2024 at 4:15 p.m. EST", "2024-03-03"),
        ("March 3, 20244:15 PM ESTUpdated 2 days ago", "2024-03-03"),
        ("Published On 3 Mar 20243 Mar 2024", "2024-03-03"),
        ("Sunday 3 March 2024 16:15, UK", "2024-03-03"),
        ("3 March 2024 • 4:15pm", "2024-03-03"),
        ("PUBLISHED: 16:15, 3 March 2024 | UPDATED: 00:02, 4 March 2024", "2024-03-03"),
        ("16:15, 3 Mar 2024Updated 00:02, 4 Mar 2024", "2024-03-03"),
        ("Published on March 3, 2024, at 4:15 pm (Hallin), updated on March 4, 2024", "2024-03-03"),
        ("3 Mar 2024 04:15PM (Updated: 4 Mar 2024 12:02AM)", "2024-03-03"),
        ("Posted 3 Mar 2024, updated 4 Mar 2024", "2024-03-03"),
        ("March 3, 2024 — 4.15pm", "2024-03-03"),
        ("Published - March 3, 2024 04:15 pm IST - HALLIN", "2024-03-03"),
        ("Issued on: 23/03/2024 - 16:15Modified: 24/03/2024 - 00:02", "2024-03-23"),
        ("03/23/24 4:15 PM ET", "2024-03-23"),
        ("First published on: 23-03-2024 at 16:15 IST", "2024-03-23"),
        ("March 3, 2024 Sunday", "2024-03-03"),
        ("2024-03-03T16:15:00.000Z", "2024-03-03"),
        ("20240303", "2024-03-03"),
        ("3-Mar-24", "2024-03-03"),
        ("3 March 2024, 1615 GMT", "2024-03-03"),
        ("Embargoed until 00:01 GMT, 3 March 2024", "2024-03-03"),
        ("FOR IMMEDIATE RELEASE — March 3, 2024", "2024-03-03"),
        ("03/04/2024June 3, 2024", "2024-06-03"),
        ("3 March 2024 | Press release | 3 min read", "2024-03-03"),
    ],
)
def test_a_date_line_above_the_text_dates_the_article(line: str, iso: str) -> None:
    text = f"Weir bursts after a week of rain\n\n{line}\n\nBy Jane Doe\n\n{BODY}"
    article, notes = read(text)
    assert (article.title, article.published, article.byline, notes) == (
        "Weir bursts after a week of rain",
        iso,
        "Jane Doe",
        [],
    )
    assert aside(text, FurnitureKind.DATE) == [line]
    assert kept(text) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "4:15 PM EST",
        "October 12, 2023.",
        "March 3, 2024 was a Sunday",
        "3 March 2024 – 5 March 2024",
        "WEIR BURSTS | March 3, 2024",
        "Date: Friday",
        "Published in 2024",
        "Edited by Jane Doe",
        "May 5 or June 6",
        "24/7",
        "Filed 3 March: the claim",
        "Updated",
        "",
    ],
)
def test_what_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("03/04/24 4:15 PM ET", DateLine(iso=None, ambiguous=True)),
        ("Published 03/04/2024 | Updated 5 March 2024", DateLine(iso=None, ambiguous=True)),
        ("Published 3 March | Updated 4 March 2024", DateLine(iso=None)),
        ("Updated / Monday, 4 Mar 2024 00:02", DateLine(iso="2024-03-04", updated=True)),
        ("UPDATED 3 HOURS AGO", DateLine(iso=None, updated=True)),
        ("3-Mar-74", DateLine(iso="1974-03-03")),
    ],
)
def test_a_date_that_is_not_sure_is_not_guessed(line: str, found: DateLine) -> None:
    assert date_line(line) == found


@pytest.mark.parametrize(
    "lines",
    [
        "Updated March 4, 2024\nPublished March 3, 2024",
        "Published March 3, 2024\nUpdated March 4, 2024",
        "Updated\n4 March 2024\nPublished\n3 March 2024",
        "Last updated:\n4 March 2024\n3 March 2024",
    ],
)
def test_an_update_never_stands_for_the_day_of_publication(lines: str) -> None:
    text = f"Weir bursts after a week of rain\n{lines}\n\n{BODY}"
    assert read(text)[0].published == "2024-03-03"
    assert kept(text) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "This article was first published on 3 March 2024.",
        "This story was published on March 3, 2024 and updated on March 4, 2024",
    ],
)
@pytest.mark.parametrize("form", ["Weir bursts\n\n{line}\n\n{body}", "Weir bursts\n\n{body}\n\n{line}"])
def test_a_sentence_of_the_page_that_says_the_date_is_believed(line: str, form: str) -> None:
    text = form.format(line=line, body=BODY)
    assert read(text)[0].published == "2024-03-03"
    assert kept(text) == [FIRST, SECOND]


def test_an_update_dates_what_nothing_else_does() -> None:
    assert read(f"Weir bursts after rain\nUpdated 4 March 2024\n\n{BODY}")[0].published == "2024-03-04"
    text = f"Weir bursts after rain\nUpdated 4 March 2024\n\nHALLIN, March 3, 2024 — {BODY}"
    assert read(text)[0].published == "2024-03-03"


def test_the_days_of_a_chronicle_are_no_date_of_publication() -> None:
    days = f"{FIRST}\n\n3 March 2024\n\n{THIRD}\n\n4 March 2024\n\n{BODY}"
    text = f"How the weir burst\n\n{days}\n\n{THIRD}\n\n{THIRD}\n\n{THIRD}\n\n{SECOND}"
    assert read(text)[0].published is None
    assert aside(text, FurnitureKind.CROSSHEAD) == ["3 March 2024", "4 March 2024"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe / March 3, 2024, 4:15 PM EST / Updated March 4, 2024", "Jane Doe"),
        ("March 3, 2024 / 4:15 PM EST / Hallin News", "Hallin News"),
        ("Updated March 4, 2024 | Published March 3, 2024 | Jane Doe", "Jane Doe"),
        ("By Jane Doe on March 3, 2024 at 4:15 p.m.", "Jane Doe"),
        ("By Jane Doe Published March 3, 2024 Updated March 4, 2024", "Jane Doe"),
    ],
)
def test_a_byline_with_dates_gives_the_first_day(line: str, names: str) -> None:
    found = byline(line)
    assert found is not None
    assert (found.names, found.date) == (names, DateLine(iso="2024-03-03"))


# ------------------------------------------------------------------------------------------------ datelines


@pytest.mark.parametrize(
    ("dateline", "iso"),
    [
        ("Hallin, 3 March 2024 –", "2024-03-03"),
        ("HALLIN, March 3, 2024 /WireNews/ --", "2024-03-03"),
        ("HALLIN, England, March 3, 2024 (WORLD WIRE) --", "2024-03-03"),
        ("WEST HALLIN, NY / WIRENEWS / March 3, 2024 /", "2024-03-03"),
        ("March 3, 2024 (TNA) -", "2024-03-03"),
        ("Hallin (3 March 2024) –", "2024-03-03"),
        ("Hallin, UK – 3 March 2024 –", "2024-03-03"),
        ("HALLIN, UK – March 3, 2024 –", "2024-03-03"),
        ("Sunday 3 March 2024, Hallin:", "2024-03-03"),
        ("Hallin, 3rd March 2024 -", "2024-03-03"),
        ("Hallin-on-Ebbel, 2024-03-03 –", "2024-03-03"),
        ("[Hallin, 3 March 2024]", "2024-03-03"),
        ("HALLIN--(WORLD WIRE)--March 3, 2024--", "2024-03-03"),
    ],
)
def test_a_dateline_dates_what_no_line_does(dateline: str, iso: str) -> None:
    text = f"Weir bursts after rain\n\n{dateline} {BODY}"
    article, notes = read(text)
    assert (article.published, notes) == (iso, [])
    assert aside(text, FurnitureKind.DATELINE) == [dateline]
    assert kept(text) == [FIRST, SECOND]
    dated = text.replace("\n\n", "\nPublished 5 March 2024\n\n", 1)
    assert read(dated)[0].published == "2024-03-05"


@pytest.mark.parametrize("dateline", ["HALLIN, March 3 (TNA) —", "March 3 (TNA) -", "HALLIN, March 3 —"])
def test_a_dateline_without_a_year_is_said_and_not_guessed(dateline: str) -> None:
    article, notes = read(f"{dateline} {BODY}")
    assert article.published is None
    assert notes == ["a.txt: the date 'March 3' is no full date; write it as 2023-10-12"]
    article, notes = read(f"Published 3 March 2024\n\n{dateline} {BODY}")
    assert (article.published, notes) == ("2024-03-03", [])


def test_a_dateline_may_go_over_the_end_of_a_line() -> None:
    text = (
        "Merrin-on-Ebbel, West Hallinshire, England, 3\nMarch 2024 – The weir at Hallin burst on Sunday,\n"
        "and two farms that stand below it were flooded\nto the roof of the barn before anybody could come.\n"
    )
    assert read(text)[0].published == "2024-03-03"
    assert len(kept(text)) == 1


def test_a_dateline_without_a_day_says_nothing_of_the_date() -> None:
    article, notes = read(f"HALLIN (TNA) - {BODY}")
    assert (article.published, notes) == (None, [])


@pytest.mark.parametrize(
    "opening",
    [
        "Hallin, 3 March 2024 – a day that nobody forgot.",
        "Jane Doe, 3 March 1954 – 5 May 2024",
        "Hallin, 3 March 2024 – Sunday – changed the county.",
        "Hallin, March 3 – The council met.",
        "On March 3, 2024 – The council met.",
        "Hallin, where on 3 March 2024 – The council met.",
        "March 3 – The weir burst.",
        "Sunday, March 3, 2024, Hallin was quiet.",
        "Hallin, 3 March 2024. The weir bursts.",
        "Hallin: two farms were flooded.",
        "[Hallin, 3 March 2024] was written on the back.",
    ],
)
def test_a_sentence_that_begins_with_place_and_day_is_left_whole(opening: str) -> None:
    assert dated_opening_end(opening) == 0


def test_entries_of_a_list_of_days_are_no_datelines() -> None:
    entries = f"Hallin, 3 March 2024 – {FIRST}\n\nMerrin, 5 March 2024 – {THIRD}"
    assert read(entries)[0].published is None
    assert aside(entries, FurnitureKind.DATELINE) == []
    late = "\n\n".join([BODY, BODY, BODY, f"Hallin, 3 March 2024 – {THIRD}"])
    assert aside(late, FurnitureKind.DATELINE) == []


# --------------------------------------------------------------------------------------------- front matter


@pytest.mark.parametrize(
    ("line", "title", "slice_"),
    [
        (r'title: "Mayor: \"We rebuild\""', 'Mayor: "We rebuild"', r"Mayor: \"We rebuild\""),
        ('title: ""We rebuild", says mayor"', '"We rebuild", says mayor', None),
        ('title: "We rebuild", says mayor', '"We rebuild", says mayor', None),
        ('title: "We rebuild" says mayor, "or go"', '"We rebuild" says mayor, "or go"', None),
        ("title: Mayor: 'never again'", "Mayor: 'never again'", None),
        ("title: 'Mayor: ''never again'''", "Mayor: 'never again'", "Mayor: ''never again''"),
        ("title: ''Never again''", "'Never again'", None),
        ("title: “We rebuild,” says mayor: no", "“We rebuild,” says mayor: no", None),
        ("title: >\n  Weir\n  bursts", "Weir bursts", "Weir\n  bursts"),
        ("title: |\n  Weir: a\nx: y: z", "Weir: a", None),
        ("headline: Weir bursts", "Weir bursts", None),
        ("title: *Exclusive", "*Exclusive", None),
        ("title: *Exclusive* weir bursts", "*Exclusive* weir bursts", None),
        ("title: !Important: weir", "!Important: weir", None),
        ("title: !Important news", "!Important news", None),
        ("title: &c and more", "&c and more", None),
        ("title: [Exclusive] Weir bursts", "[Exclusive] Weir bursts", None),
        ("title: @mayor says no", "@mayor says no", None),
        ("title:Weir bursts", "Weir bursts", None),
        ('"title": "Weir bursts"', "Weir bursts", None),
        ("title: Weir: bursts\nimage:\n  title: Foo", "Weir: bursts", None),
    ],
)
def test_a_title_keeps_its_marks_and_stands_as_the_headline(
    line: str, title: str, slice_: str | None
) -> None:
    text = f"---\n{line}\noutlet: The Post\n---\n{BODY}"
    article, _ = read(text)
    assert (article.title, article.outlet) == (title, "The Post")
    assert aside(text, FurnitureKind.HEADLINE) == [slice_ or title]
    assert kept(text) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("author: {name: Jane Doe, url: 'https://a.example'}", "byline", "Jane Doe"),
        ("authors:\n  - name: Jane Doe\n    role: x\n  - name: John Roe", "byline", "Jane Doe, John Roe"),
        ("x: y: z\nauthors:\n  - Jane Doe\n  - 'John Roe'", "byline", "Jane Doe, John Roe"),
        ("x: y: z\nauthors: [Jane Doe, John Roe]", "byline", "Jane Doe, John Roe"),
        ("author: By Jane Doe", "byline", "Jane Doe"),
        ("published: true\ndate: 2024-03-03", "published", "2024-03-03"),
        ("published: 03/04/2024\ndate: 2024-03-03", "published", "2024-03-03"),
        ("datePublished: 2024-03-03T08:30:00Z", "published", "2024-03-03"),
        ("Publication Date: 3 March 2024", "published", "2024-03-03"),
        ("source: https://a.example/b\nsite: The Post", "outlet", "The Post"),
        ("language: English", "language", "en"),
        ("language: German", "language", "de"),
    ],
)
def test_keys_of_every_kind_are_understood(block: str, field: str, value: str) -> None:
    article, _ = read(f"---\ntitle: Weir\n{block}\n---\n{BODY}")
    assert getattr(article, field) == value


@pytest.mark.parametrize(
    ("block", "title"),
    [
        ('title = "Weir bursts"\ndate = 2024-03-03T08:30:00Z\nauthor = "Jane Doe"', "Weir bursts"),
        (
            "title = 'The \"safe\" weir'\ndate = \"2024-03-03\"\nauthors = ['Jane Doe']\ndraft = false",
            'The "safe" weir',
        ),
        (
            'headline = "Mayor: \\"No\\""\npublished = "3 March 2024"\n[params]\nby = "Jane Doe"',
            'Mayor: "No"',
        ),
    ],
)
def test_front_matter_may_be_toml(block: str, title: str) -> None:
    text = f"+++\n{block}\n+++\n\n{BODY}"
    article, notes = read(text)
    assert (article.title, article.byline, article.published, notes) == (title, "Jane Doe", "2024-03-03", [])
    assert kept(text) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "top", ["+++\n\nIt rained.\n\n+++", "+++\ntitle = no toml\n+++", "+++\ntitle = 'open'"]
)
def test_plus_signs_above_a_text_are_no_front_matter(top: str) -> None:
    assert not aside(f"{top}\n\n{BODY}", FurnitureKind.FRONT_MATTER)


def test_a_description_is_the_standfirst_and_the_first_line_keeps_its_place() -> None:
    text = f"---\ntitle: Weir bursts\ndescription: Two farms flooded\n---\n# Hallin under water\n\n{BODY}"
    article, _ = read(text)
    assert article.title == "Weir bursts"
    assert aside(text, FurnitureKind.HEADLINE) == ["Weir bursts", "Hallin under water"]
    assert aside(text, FurnitureKind.SUBHEAD) == ["Two farms flooded"]


def test_front_matter_without_an_end_is_read_up_to_the_blank_line() -> None:
    article, notes = read(f"---\ntitle: Weir bursts\ndate: 2024-03-03\n\n{BODY}")
    assert (article.title, article.published) == ("Weir bursts", "2024-03-03")
    assert notes == ["a.txt: the front matter has no closing ---; read line by line"]


# -------------------------------------------------------------------------------------------------- exports

LEXIS = f"""Weir bursts at Hallin,
and two farms are flooded
The Riverton Post (UK)
March 3, 2024 Sunday
First Edition

Copyright 2024 Riverton Media Ltd All Rights Reserved

Section: NEWS; Pg. 4
Length: 542 words
Byline: By Jane Doe and John Roe
Highlight: Engineers had warned the council
Dateline: HALLIN
Body

{BODY}

{THIRD}

Graphic

Photo, The weir on Sunday. It was built in 1870.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: RIVERS (90%); FLOODS (78%);
 FARMS (60%)

Load-Date: March 4, 2024

End of Document
"""

OLD_LEXIS = f"""                1 of 2 DOCUMENTS

                The Riverton Post

                March 3, 2024 Sunday
                Final Edition

Weir bursts at Hallin, and two farms are flooded

BYLINE: Jane Doe and John Roe

SECTION: NEWS; Pg. 4

LENGTH: 542 words

DATELINE: HALLIN

{BODY}

{THIRD}

LOAD-DATE: March 4, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                Copyright 2024 The Riverton Post
                    All Rights Reserved

                2 of 2 DOCUMENTS

                The Merrin Post

Another story

LENGTH: 20 words

It is another story.
"""

FACTIVA = f"""HD Weir bursts at Hallin,
and two farms are flooded
BY By Jane Doe and John Roe
WC 542 words
PD 3 March 2024
ET 05:32 PM
SN The Riverton Post
SC RIVPST
LA English
CY (c) 2024 The Riverton Post.  All rights reserved.

LP
{BODY}

TD
{THIRD}

CO haldn : Hallin Farms
IN i501 : Farming
NS gdis : Floods | gcat : General News
RE uk : United Kingdom
PUB Riverton Media Ltd
AN Document RIVPST0020240303ek3a0001
"""

SHOWN = f"""News
Weir bursts at Hallin, and two farms are flooded
By Jane Doe and John Roe
542 words
3 March 2024
05:32 PM
The Riverton Post
RIVPST
4
English
(c) 2024 The Riverton Post.

{BODY}

{THIRD}

Document RIVPST0020240303ek3a0001
"""

PROQUEST = f"""____________________________________________________________

Weir bursts at Hallin, and two farms are flooded

Author: Jane Doe and John Roe

Publication info: The Riverton Post ; Riverton [Riverton]. 3 March 2024: 4.

ProQuest document link

Abstract: {FIRST}

It was an old weir.

Links: Linking service

Full text: {BODY}

{THIRD}

Subject: Rivers; Floods

Title: Weir bursts at Hallin, and two farms are flooded

Publication year: 2024

Language of publication: English

ProQuest document ID: 306123

Copyright: Copyright Riverton Media 2024

Database: Newsstream
"""

BLOCK = f"""**Headline:** Weir bursts at Hallin,
and two farms are flooded
**Source:** The Riverton Post
**Date:** 3 March 2024
**Author:** Jane Doe and John Roe

{BODY}

{THIRD}
"""

NEWSBANK = f"""Headline: Weir bursts at Hallin, and two farms are flooded
Publication: The Riverton Post
Date: March 3, 2024
Author: Jane Doe and John Roe
Section: News
Page: 4A
{BODY}

{THIRD}

Record Number: 0F3A12
Copyright (c) 2024 The Riverton Post
"""

UNNAMED = f"""Weir bursts at Hallin, and two farms are flooded
Source: The Riverton Post
Date: 3 March 2024
Author: Jane Doe and John Roe
Text: {BODY}

{THIRD}
"""

EXPORTS = {
    "lexis": LEXIS,
    "old lexis": OLD_LEXIS,
    "lexis from a word file": "# " + LEXIS.replace("\n", "\n\n").replace("Hallin,\n", "Hallin,", 1),
    "factiva": FACTIVA,
    "factiva in a table": FACTIVA.replace("HD ", "HD\n").replace("PD ", "PD\n").replace("SN ", "SN\n"),
    "factiva as shown": SHOWN,
    "proquest": PROQUEST,
    "block": BLOCK,
    "newsbank": NEWSBANK,
    "unnamed headline": UNNAMED,
}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_an_export_gives_its_fields_and_its_text(text: str) -> None:
    article, notes = read(text)
    assert (article.title, article.byline, article.published, article.language) == (
        "Weir bursts at Hallin, and two farms are flooded",
        "Jane Doe and John Roe",
        "2024-03-03",
        "en",
    )
    assert article.outlet in {"The Riverton Post", "The Riverton Post (UK)"}
    assert " ".join(aside(text, FurnitureKind.HEADLINE)[0].split()) == article.title
    assert kept(text) == [FIRST, SECOND, THIRD]
    several = ["a.txt: it holds several articles; only the first is read"]
    assert notes == (several if text == OLD_LEXIS else [])


def test_a_highlight_is_the_standfirst() -> None:
    assert aside(LEXIS, FurnitureKind.SUBHEAD) == ["Engineers had warned the council"]


def test_words_in_capitals_that_are_codes_elsewhere_stay_text() -> None:
    text = FACTIVA.replace(THIRD, f"{THIRD}\n\nIN the end, it was time.\n\nAN inquiry begins.")
    assert kept(text)[2:] == [THIRD, "IN the end, it was time.", "AN inquiry begins."]


@pytest.mark.parametrize(
    "text",
    [
        f"Date: Friday\n\n{BODY}",
        f"Source: The Post\n{BODY}",
        f"{BODY}\n\n{THIRD}\n\nSource: The Post\nDate: Friday",
        f"{BODY}\n\nSubject: Rivers\nLocation: Hallin\nTopic: Floods",
        f"Title: Mayor\n\n{BODY}",
        f"Title: The Long Weir\nAuthor: Jane Doe\nPublisher: Roe & Sons\nISBN: 123\n\n{BODY}",
        f"Headline: a word that editors dread\n\n{BODY}",
        f"HD televisions are cheap\n\n{BODY}",
        f"Weir bursts\n542 words\n\n{BODY}",
        f"Q: Who?\nA: Me.\n\n{BODY}",
    ],
)
def test_a_text_with_a_field_or_two_is_no_export(text: str) -> None:
    assert aside(text, FurnitureKind.FRONT_MATTER) == []
    assert kept(text)[-2:] == [FIRST, SECOND] or {FIRST, SECOND} <= set(kept(text))


def test_fields_below_a_plain_block_are_the_articles_own() -> None:
    text = f"{BLOCK}\nDate: Friday\nLocation: Town hall, from seven.\n"
    assert kept(text)[:3] == [FIRST, SECOND, THIRD]
    assert "Location: Town hall, from seven." in kept(text)


LINES = [line for text in EXPORTS.values() for line in text.splitlines()]
PIECES = ["---", "title: 'x", "- x", "a: &b c", "d: *b", "? [", "date: [1, {2: 3}]", "x:\t- {", "%"]


@given(st.lists(st.sampled_from([*LINES, *PIECES, "", "\t", "  Jane"]) | st.text(max_size=20), max_size=30))
def test_any_lines_of_exports_are_read_or_refused(lines: list[str]) -> None:
    for text in ("\n".join(lines), "---\n" + "\n".join(lines) + f"\n---\n{BODY}"):
        try:
            article, notes = article_from_bytes(text.encode("utf-8", "replace"), name="a.txt", label="A")
        except SideBySideError:
            continue
        check(article)
        assert all("\n" not in note.text for note in notes)
