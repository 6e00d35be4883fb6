"""What stands in quotation marks, whichever marks a newspaper prints, through to the remark on it."""

from __future__ import annotations

from itertools import pairwise, product
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.check.remarks import remarks
from compare.kinds import Concern
from compare.model import Attribution, Comparison, CueMark, FramingCue, SharedFact, SpeechMode, Voice
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.quotations import crossing, has_mark, is_half_quoted, outside, quotations, share_quoted

MARKS = [
    ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("''", "''"), ("«", "»"), ("« ", " »"), ("»", "«"),
    ("„", "“"), ("„", "”"), ("‚", "‘"),
]  # fmt: skip


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
@pytest.mark.parametrize(
    "said",
    ["The quay is safe,", "no", "It’s the crews’ own day.", "It's the crews' own day.", "All is lost!"],
)
def test_every_pair_of_marks_is_read(opening: str, closing: str, said: str) -> None:
    quotation = f"{opening}{said}{closing}"
    assert read(f"Ms Fenn told the crews’ union: {quotation}") == [quotation]
    assert read(f"{quotation} Ms Fenn told the crews' union.") == [quotation]
    assert read(f"She added ({quotation}) that the crews' union was right.") == [quotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # British style: single outside, double inside, and marks behind or before the stop.
        ("‘He told me “no”, and left,’ Fenn said.", ["‘He told me “no”, and left,’"]),
        ("'He told me \"no\", and left,' Fenn said.", ["'He told me \"no\", and left,'"]),
        ("‘“No” is what he told me,’ Fenn said.", ["‘“No” is what he told me,’"]),
        ("“He said ‘no’ twice,” Fenn said.", ["“He said ‘no’ twice,”"]),
        ("\"He said 'no' twice,\" Fenn said.", ["\"He said 'no' twice,\""]),
        ("‘Red lines’, Fenn called them.", ["‘Red lines’"]),
        ("Fenn drew ‘red lines’ in the talks.", ["‘red lines’"]),
        ("Fenn drew 'red lines' in the talks. The men's plan fell.", ["'red lines'"]),
        ("‘Red lines’ and ‘no-go areas’ were drawn.", ["‘Red lines’", "‘no-go areas’"]),
        ("‘The pilots’ strike is over,’ Fenn said. The pilots’ pay fell.", ["‘The pilots’ strike is over,’"]),
        ("'We're goin' home,' Fenn said.", ["'We're goin' home,'"]),
        ("‘It is Fenn’s,’ he said, and ‘it is not Orr’s’.", ["‘It is Fenn’s,’", "‘it is not Orr’s’"]),
        # Apostrophes are none.
        ("The pilots’ union and the crews’ union met at Fenn’s.", []),
        ("The pilots' union and the crews' union met at Fenn's.", []),
        ("The class of ’68 and the class of '68 and the ‘68 team met the pilots' union.", []),
        ("Rock 'n' roll of the '90s, ‘90s shows, 'twas the crews' time: give 'em and ‘em a hand.", []),
        ("O’Hare and D'Arcy said it ain't so, y'all. Ma'am, the goin' was good.", []),
        ("A 6\" pipe, a 5'10\" man and 7' of snow; he said \"no\".", ['"no"']),
        # Slips.
        ("Fenn said “no“ and ”yes”.", ["“no“", "”yes”"]),
        ("“No,\" Fenn said. \"Yes,” Orr said.", ["“No,\"", "\"Yes,”"]),
        ('Nobody denies it," Fenn said. "We do not."', ['"We do not."']),
        ("Fenn said “it is over. Then the line broke off.", ["“it is over. Then the line broke off."]),
        # Over paragraphs: each opens with a mark and only the last closes.
        ("“We lost.\n\n“We go on.\n\n“We stay,” Fenn said.", ["“We lost.", "“We go on.", "“We stay,”"]),
        ('"We lost.\n\n"We stay," Fenn said.', ['"We lost.', '"We stay,"']),
        ("‘We lost.\n\n‘We stay,’ Fenn said.", ["‘We lost.", "‘We stay,’"]),
        ("'We lost.\n\n'We stay,' Fenn said.", ["'We lost.", "'We stay,'"]),
        ("''We lost.\n\n''We stay,'' Fenn said.", ["''We lost.", "''We stay,''"]),
        ("Fenn said: ‘We lost.\n\n‘We stay.’ He left.", ["‘We lost.", "‘We stay.’"]),
        ('Fenn said: "We lost.\n\n"We stay." He left.', ['"We lost.', '"We stay."']),
        ("« On a perdu.\n\n« On reste », dit Fenn.", ["« On a perdu.", "« On reste »"]),
        ("« On a perdu.\n\n» On continue.\n\n» On reste », dit Fenn.",
         ["« On a perdu.", "» On continue.", "» On reste »"]),
        ("‘Tis the season.\n\n‘Twas ever thus.", []),
        ("„Er nannte es ‚gut‘“, sagte Fenn. »Nein.« »Doch.«", ["„Er nannte es ‚gut‘“", "»Nein.«", "»Doch.«"]),
    ],
)  # fmt: skip
def test_what_stands_in_marks(text: str, expected: list[str]) -> None:
    assert read(text) == expected


SAID = "The old ferry quay will be safe for every crew and every passenger by Friday"


def compared(one: str, other: str) -> Comparison:
    return compare_articles(
        [article_from_bytes(t.encode(), name=f"{n}.txt", label=n)[0] for n, t in (("A", one), ("B", other))]
    )


def quoting(opening: str, closing: str, *, who: str) -> str:
    return (
        f"{opening}{SAID},{closing} harbour master Hanna Voss said. The crews’ union met {who} on Monday.\n\n"
        "Mr Fenn’s letter came late."
    )


@pytest.mark.parametrize(("one", "other"), [*product(MARKS[:5], MARKS[:5]), *((m, m) for m in MARKS[5:])])
def test_words_that_both_quote_are_no_close_wording(one: tuple[str, str], other: tuple[str, str]) -> None:
    comparison = compared(quoting(*one, who="in Quell"), quoting(*other, who="the mayor"))
    facts = [found for found in comparison.findings if isinstance(found, SharedFact)]
    fact = next(found for found in facts if found.sentences == ("A1", "B1"))
    assert fact.why == "Both texts quote these words."
    assert (fact.direct_quotation, fact.voice, fact.close_wording) == (True, Voice.QUOTATION, False)
    assert Concern.CLOSE_WORDING not in {remark.kind for remark in remarks(comparison)}
    said = [found for found in comparison.findings if isinstance(found, Attribution)]
    assert {found.mode for found in said if found.sentences[0] in ("A1", "B1")} == {SpeechMode.DIRECT}


def test_the_same_words_without_marks_are_close_wording() -> None:
    comparison = compared(quoting("", "", who="in Quell"), quoting("", "", who="the mayor"))
    assert Concern.CLOSE_WORDING in {remark.kind for remark in remarks(comparison)}


@pytest.mark.parametrize(("opening", "closing"), MARKS[:7])
def test_scare_quotes_are_told_in_any_marks(opening: str, closing: str) -> None:
    text = f"The council paid for the {opening}wisdom{closing} of its crews’ plan. It rained."
    found = compared(text, "It rained in Quell.").findings
    assert [f.mark for f in found if isinstance(f, FramingCue)] == [CueMark.SCARE_QUOTES]


@given(st.text(alphabet="ab s.\n“”\"‘’'„«»‚,", max_size=60))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(start < end for start, end in found)
    assert [*found] == sorted(found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert crossing(found, 0, len(text) + 1) == found
    assert not text or 0 <= share_quoted(found, 0, len(text)) <= 100


@pytest.mark.parametrize(
    "hostile", ["‘a ", "' 'a", "“a ", "»a ", "‘as’ ", "''a ", "„a ", "“a\n\n", "«a\n\n", '"\n\n']
)
def test_a_run_of_marks_takes_no_square_time(hostile: str) -> None:
    def seconds(times: int) -> float:
        begun = process_time()
        quotations(hostile * times)
        return process_time() - begun

    # Square time would be a hundred times as long.
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    ("sentence", "half"),
    [
        ("“We will [shut] the port.", True),
        ("We will [shut] the port.”", True),
        ('"We will [shut] the port.', True),
        ('We will [shut] the port."', True),
        ("The “old” port will [shut] today.", False),
        ('The "old" port will [shut] today.', False),
        ('A 6" pipe [shut] the port.', False),
        ("They [shut] the “old” port.", False),
    ],
)
def test_half_a_quotation_is_told_by_the_mark_that_nobody_answers(sentence: str, half: bool) -> None:  # noqa: FBT001
    before, _, rest = sentence.partition("[")
    assert is_half_quoted(before, rest.partition("]")[2]) is half


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The port is shut.", False),
        ("The drivers’ port is ‘shut’.", True),
        ("The drivers’ port is shut.", False),
        ("The port” is shut.", True),
        ("The port is »shut.", True),
    ],
)
def test_a_pair_of_any_marks_and_a_lone_double_one_mark_a_sentence(text: str, marked: bool) -> None:  # noqa: FBT001
    assert has_mark(text, quotations(text), 0, len(text)) is marked


@given(
    st.text(alphabet=st.sampled_from("ab .“”\"'‘’\n"), max_size=40), st.integers(0, 40), st.integers(0, 40)
)
def test_what_stands_outside_of_quotations_is_all_else(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    marks = quotations(text)
    kept = [text[k] for k in range(start, end) if not any(s <= k < e for s, e in marks)]
    left = outside(text, marks, start, end)
    assert [char for char in left if char != " "] == [char for char in kept if char != " "]
