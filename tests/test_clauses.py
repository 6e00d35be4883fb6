"""Clauses: what is cut apart, what is left whole, and the laws that hold for any sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.clauses import clauses

# "|" marks where a clause begins; joining punctuation before it belongs to no clause.
DIVIDED = """
The town is a large exporter of pears |and the first stop on the old salt road; |a road that few remember.
The court opened its first session |since the ministry named three new judges.
These are odd choices for the club |given that neither player is fit, |meaning the coach must wait.
The airport lies near the border, |which has allowed traders to reach both markets.
The ministry said on Monday |that the bridge would be closed for a week.
While the mayor praised the plan, |her own party voted against it.
The minister has been absent from the talks |and has not been seen in the capital.
The delegation visited all four islands |and praised the schools on each of them.
The board has cut its forecast, |but some members think |the market will recover.
The firm joined the league of growers, |a regional body made up of small farms.
Exports of glass have risen sharply, |indicating that demand remains strong.
Nearly a million people work on farms, |with their wages making up a third of income.
The ship left port on Friday |before slowly turning towards the cape.
In May the talks began in the old capital, |and in June, the island hosted a second round.
“We are not going to pay for it,” |the treasurer told a local radio station.
After the vote in the lower house failed, |ministers met for two hours.
The reform passed late on Thursday — |a surprise that few observers had expected.
The union of dockers, |which was founded in 1901, |has called for a strike in May.
The miners said |they would leave the pit |if the company cut their pay.
The judge went on to argue |that the law was unclear |and that closing the port would harm trade.
He told reporters in the rain |that the fleet had sailed.
"""

WHOLE = """
The president met ministers from Chad, Mali and Niger.
The army and the police have agreed to share a base.
He called the plan “weak, because it was late” on Friday.
The bank (which was founded in 1901) lent money to farmers.
Trade between the two ports and the islands has doubled.
She said so.
The price rose to 1,200: too much.
As president he likes tea.
The vote took place after midnight.
Rain.
"""


@pytest.mark.parametrize("marked", DIVIDED.strip().splitlines())
def test_sentence_is_divided(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip(" ,;—") for part in marked.split("|")]
    assert [text[s:e] for s, e in clauses(text, 0, len(text))] == expected


@pytest.mark.parametrize("text", WHOLE.strip().splitlines())
def test_sentence_is_left_whole(text: str) -> None:
    assert clauses(text, 0, len(text)) == [(0, len(text))]


SENTENCE = st.lists(
    st.sampled_from(
        """the a he mayor Orr Lima police and but which that who because after said has was cut visited talks
        river meaning giving with as 1,200 , ; : — ( ) “ ” " ' - don’t while to of No. é""".split()
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


@given(
    SENTENCE | st.text(alphabet="ab ,;:—()“”\"'.A1\n", min_size=1, max_size=60).map(str.strip).filter(bool)
)
def test_clauses_cover_every_word_in_order(text: str) -> None:
    padded = f"It. {text} Yes"
    spans = clauses(padded, 4, 4 + len(text))
    assert spans[0][0] == 4
    assert spans[-1][1] == 4 + len(text)
    gaps = [padded[one[1] : two[0]] for one, two in pairwise(spans)]
    assert all(set(gap) <= set(" \n,;:—-") for gap in gaps)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(SENTENCE)
def test_a_clause_that_is_no_whole_sentence_has_four_words_or_reports(text: str) -> None:
    spans = clauses(text, 0, len(text))
    if len(spans) > 1:
        counts = [sum(any(c.isalnum() for c in word) for word in text[s:e].split()) for s, e in spans]
        assert min(counts) >= 3
