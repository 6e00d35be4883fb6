"""Where sentences end: abbreviations, quotations, brackets, lists, and the laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from compare.text.sentences import sentences

# "|" marks where a sentence ends.
ABBREVIATIONS = """
He joined Orion Paper Corp. in 1989.| Its shares fell.
The unit was sold to Orion Paper Corp.| Terms weren't disclosed.
The unit was sold to Orion Paper Corp.| Delmar owns about 11% of the stock.
Orion Paper Corp. Chairman Ann Lee said so.
J.P. Norris, 55 years old, will join as a nonexecutive director Nov. 29.| Mr. Norris is chairman of Elm N.V.
Prices rose in the U.S. and in Japan.| The U.S. Treasury sold notes.
Prices rose in the U.S.| Analysts were surprised.
The plan was drawn up by Orion Inc., a unit of Elm Co., in Irvine, Calif.| It failed.
It happened at 4 p.m. Friday.| Markets had closed by 4 p.m.| Then came the news.
At 4 p.m. Mr. Wells left.
Police came at 8 a.m.| Local residents waited outside.
Shots were heard at 3 a.m.| Tuesday’s vote was put off.
The vote was due at 2 p.m.| Senate leaders expect it to pass.
The vote was due at 2 p.m. Senate time and was late.
They heard it on the 8 p.m. Fox broadcast watched by millions.
They came for a 7 p.m. Mass held in the square.
When it opened at 8 a.m. Brandt workers were there.
He ranks No. 2 in the firm, behind Oscar T. Wells Jr., the heir.| No. 1 is his aunt.
The answer is no.| Two weeks later it was yes.
Sales rose to $1.2 billion from $987.5 million.| The company earned 12.5 cents a share.
They met at St. Mary's on Elm St.| The vicar spoke.
He lives in Washington, D.C.| She lives in Dover, Del.
The E.U. and the U.N. agreed.| The U.K. did not.
Oils, e.g. Brent, rose vs. Monday.| See p. 12 and fig. 3 for more.
Prof. Dr. Amara Diallo came with Lt. Col. Ben Wood and then-Sen. Dana Fox.
In an Oct. 12 letter, Elm & Co. asked Rep. Dana Fox (D., Calif.) for help.
She has an M.B.A. from Yale.| He has a Ph.D.| They met at I.B.M. in 1980.
The firm is called Sago Bhd. and Ringgit Sdn. Bhd.| It is small.
The ruling came in Roe v. Wade.| Justice Ott dissented.
He works for Yahoo! Inc. in Reno.
We met you and I.| Did it matter?
Bring pens, paper, etc.| Chairs are there.
It was 1989.| 40 people came.
The browser IE.| Its users left.
"""

QUOTATIONS = """
Was it "too little"?| "We did what we could," said Ms. Ray.| "It was not enough."
"It is over."| He left.
"Who paid?" Mr. Ray asked.
"Is it over?" she asked.| "Yes!" he cried.
"We'll see," he said.| "The U.S. won't budge."| She agreed.
“We saw it. | We left.” | Nobody spoke.
The line was "All is well." in one copy.
"They count stairs [...]" (Lee 55).
The talks (which began in Sept. 2020) failed.| (They resumed later.)| Nobody knew why.
She teaches (He had taught. For years.) at the school.
It rose.[12]| It fell.
The price (!) rose.
"""


def cases(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("marked", cases(ABBREVIATIONS) + cases(QUOTATIONS))
def test_sentence_ends(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[s:e] for s, e in sentences(text)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He stopped ... and went on. Then he left... She stayed.", 3),
        ("They waited . . . I did not.", 1),
        ("Really?! Yes.", 2),
        ("So nice :) Then rain came.", 2),
        ("1. Open it 2. Close it 3. Go home", 3),
        ("a) Open it. b) Close it.", 2),
        ("• Bread and salt • Wine", 2),
        ("It was late *** The end.", 3),
        ("Visit example.com. It is free. Mail a.b@example.org today. https://example.org/x.html", 4),
        ("the toys were left. they broke soon.", 2),
        ("これは一つ。これは二つ。", 2),
        ("That was last year.The rest is known.", 2),
        ("Node.Js and Booking.Com are names.", 1),
    ],
)
def test_marks_other_than_a_plain_full_stop(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_a_full_stop_with_three_dots_ends_before_the_dots() -> None:
    text = "The law was clear. . . . The court agreed."
    assert [text[s:e] for s, e in sentences(text)] == ["The law was clear.", ". . . The court agreed."]


def test_hard_wrapped_text_and_headline() -> None:
    text = (
        "Bridge closed\n\nThe bridge over the river Elm was closed by Mr.\nOtterburn at night. It will open."
    )
    assert [text[s:e].replace("\n", " ") for s, e in sentences(text)] == [
        "Bridge closed",
        "The bridge over the river Elm was closed by Mr. Otterburn at night.",
        "It will open.",
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Title. It rained. It stopped. Tags"
    assert sentences(text, 7, 29) == [(7, 17), (18, 29)]


PROSE = st.text(alphabet='abI UST.Mr?!"“”’()[]1 \n…:•-*。é', max_size=120)
PARAGRAPHS = st.lists(
    st.sampled_from(
        ["Mr. Orr left", "It rained", '"Who?" she asked', "The U.S. won", "(He stayed", "1. Go", "so be it"]
    ),
    min_size=1,
    max_size=6,
).map(lambda parts: ". ".join(parts) + ".")


@given(PROSE)
@example("a.“b")
@example(". . . . A")
def test_offsets_are_exact_ordered_and_cover_every_character(text: str) -> None:
    spans = sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert sum(len("".join(text[s:e].split())) for s, e in spans) == len("".join(text.split()))


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_apart_by_a_blank_line_do_not_change_each_other(one: str, two: str) -> None:
    shift = len(one) + 2
    later = [(s + shift, e + shift) for s, e in sentences(two)]
    assert sentences(f"{one}\n\n{two}") == sentences(one) + later


@given(PARAGRAPHS)
def test_a_sentence_is_one_sentence(text: str) -> None:
    for start, end in sentences(text):
        assert sentences(text[start:end]) == [(0, end - start)]
