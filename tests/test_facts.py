"""Facts over many texts: which passages stand in one row, and that only letters hang on the files' order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.align import align, facts, prepared
from compare.align.copies import LONG_RUN
from compare.align.facts import Row
from compare.model import Article, Comparison, Fact, Relation, Tier
from compare.pipeline import compare_articles
from compare.read import article_from_bytes, read_article
from compare.render.layout import Layout
from compare.render.parts.overview import counts
from compare.render.parts.references import register
from compare.render.parts.together import band, together
from compare.render.report import html
from compare.render.web import web
from compare.text.document import Document

SOURCES = sorted((Path(__file__).parent.parent / "sources").glob("*/*.md"))
BLAST = (
    "An explosion at the Merrin paint works killed four workers on Tuesday morning.",
    "Four workers died on Tuesday morning when the paint works at Merrin exploded.",
    "Tuesday morning’s explosion in the Merrin paint works killed four workers, police said.",
    "Four workers were killed by an explosion at the paint works in Merrin on Tuesday.",
)
LICENCE = (
    "The council had renewed the licence of the factory in March without an inspection.",
    "In March the council renewed the factory’s licence, and no inspection was made.",
    "Without an inspection, the factory’s licence was renewed by the council in March.",
)
ALONE = (
    "A choir from Quell will sing in the old cathedral before Easter.",
    "Ticket prices on the ferry rise by a tenth in summer.",
    "The museum lent a painting of swans to a gallery abroad.",
    "Beekeepers along the coast complain of a cold, wet spring.",
)


def article(label: str, text: str) -> Article:
    return article_from_bytes(text.encode(), name=f"{label}.txt", label=label, language="en")[0]


def rows(texts: Sequence[str]) -> tuple[tuple[Row, ...], dict[str, str]]:
    documents = [Document(article(label, text)) for label, text in zip("ABCDEF", texts, strict=False)]
    passages = {s.id: p for d in documents for s, p in zip(d.article.sentences, prepared(d), strict=True)}
    whole = {document.article.label: document.article.text for document in documents}
    return facts.rows(align(documents).links, whole, passages), whole


def told(texts: Sequence[str]) -> list[set[str]]:
    return [set(row.sentences) for row in rows(texts)[0]]


def test_each_fact_is_one_row_of_all_texts_that_tell_it() -> None:
    texts = (
        f"{BLAST[0]} {ALONE[0]} {LICENCE[0]}",
        f"{ALONE[1]} {BLAST[1]} {LICENCE[1]}",
        f"{LICENCE[2]} {ALONE[2]} {BLAST[2]}",
        f"{BLAST[3]} {ALONE[3]}",
    )
    assert sorted(map(sorted, told(texts))) == [["A1", "B2", "C3", "D1"], ["A3", "B3", "C1"]]


def test_two_texts_are_the_smallest_case() -> None:
    assert told((f"{BLAST[0]} {ALONE[0]}", f"{ALONE[1]} {BLAST[1]}")) == [{"A1", "B2"}]


def test_a_sentence_of_two_facts_stands_in_two_rows() -> None:
    both = (
        "The council had renewed the licence of the factory in March without an inspection, "
        "but an explosion at the Merrin paint works killed four workers on Tuesday morning."
    )
    found, whole = rows((both, f"{BLAST[3]} {ALONE[3]}", f"{LICENCE[1]} {ALONE[2]}"))
    assert sorted(sorted(row.sentences) for row in found) == [["A1", "B1"], ["A1", "C1"]]
    quoted = {whole[s.article][s.start : s.end] for row in found for s in row.spans if s.article == "A"}
    assert len(quoted) == 2


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Mayor Ilse Brandt opened the swimming pool in Merrin.",
            "Ilse Brandt, the mayor of Merrin, refused a pay rise.",
            "In Merrin nobody had seen Mayor Ilse Brandt dance before.",
        ),
        (
            "“The bridge is unsafe,” the engineer Otto Fels said.",
            "“Nobody paid for lunch,” the engineer Otto Fels said.",
            "“My daughter sings,” the engineer Otto Fels said.",
        ),
    ],
)
def test_names_or_a_speaker_alone_make_no_row(texts: tuple[str, ...]) -> None:
    assert told(texts) == []


def test_links_hold_texts_together_only_by_a_word_that_is_no_name() -> None:
    texts = (f"{BLAST[0]} {ALONE[0]}", f"{BLAST[1]} {ALONE[1]}", f"{BLAST[2]} {ALONE[2]}")
    documents = [Document(article(label, text)) for label, text in zip("ABC", texts, strict=True)]
    passages = {s.id: p for d in documents for s, p in zip(d.article.sentences, prepared(d), strict=True)}
    whole = dict(zip("ABC", texts, strict=True))
    links = align(documents).links
    assert [set(row.sentences) for row in facts.rows(links, whole, passages)] == [{"A1", "B1", "C1"}]
    named = Document(article("C", "It was in Merrin, and on no day but Tuesday, that Ilse Brandt sang."))
    passages["C1"] = prepared(named)[0]
    assert [set(row.sentences) for row in facts.rows(links, whole, passages)] == [{"A1", "B1"}]


def test_one_text_gives_a_row_three_sentences_at_most() -> None:
    again = " ".join((*BLAST, "The paint works explosion in Merrin killed four workers on Tuesday, it said."))
    found, _ = rows((again, BLAST[1], again.replace("killed", "has killed")))
    assert found
    for row in found:
        counts = Counter(span.article for span in row.spans)
        assert max(counts.values()) <= 3


@pytest.mark.parametrize(
    ("certainty", "attached"), [(facts.ATTACHED, ("C",)), (facts.ATTACHED - 1, ())], ids=["near", "far"]
)
def test_a_link_that_is_not_sure_attaches_a_text_and_merges_no_rows(
    certainty: float, attached: tuple[str, ...]
) -> None:
    texts = (f"{BLAST[0]} {ALONE[0]}", f"{BLAST[1]} {ALONE[1]}", f"{BLAST[2]} {ALONE[2]}")
    documents = [Document(article(label, text)) for label, text in zip("ABC", texts, strict=True)]
    passages = {s.id: p for d in documents for s, p in zip(d.article.sentences, prepared(d), strict=True)}
    whole = dict(zip("ABC", texts, strict=True))
    links = align(documents).links
    doubted = [
        replace(link, tier=Tier.PERHAPS, relation=Relation.PARTIAL, certainty=certainty)
        if "C1" in link.sentences
        else link
        for link in links
    ]
    found = [(set(row.sentences), row.attached) for row in facts.rows(doubted, whole, passages)]
    assert found == [({"A1", "B1", *(("C1",) if attached else ())}, attached)]
    # Nothing that is only perhaps the same makes a row by itself.
    assert facts.rows([link for link in doubted if link.tier is Tier.PERHAPS], whole, passages) == ()


SENTENCES = [
    read.text[s.start : s.end]
    for read in (read_article(path, label="A")[0] for path in SOURCES)
    for s in read.sentences
]
texts_of_sentences = st.lists(
    st.lists(st.sampled_from([*SENTENCES, *BLAST, *LICENCE]), min_size=1, max_size=9).map("\n\n".join),
    min_size=3,
    max_size=6,
    unique=True,
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_order_of_the_files_changes_letters_only(data: st.DataObject) -> None:
    texts = data.draw(texts_of_sentences)
    turned = data.draw(st.permutations(texts))
    one, other = (_by_text(*rows(order)) for order in (texts, turned))
    assert one == other


def _by_text(
    found: Sequence[Row], whole: dict[str, str]
) -> list[tuple[list[tuple[str, int, int]], list[str]]]:
    return [
        (
            sorted((whole[s.article], s.start, s.end) for s in row.spans),
            sorted(whole[label] for label in row.attached),
        )
        for row in found
    ]


@settings(max_examples=30, deadline=None)
@given(texts_of_sentences)
def test_every_row_is_of_two_texts_and_three_sentences_each(texts: list[str]) -> None:
    for row in rows(texts)[0]:
        counts = Counter(span.article for span in row.spans if span.article not in row.attached)
        assert len(counts) > 1
        assert max(counts.values()) <= 3
        assert len(set(row.sentences)) == len(row.sentences) == len(row.spans)
        assert row.links


def compared(texts: int) -> Comparison:
    """Two facts, one told by all texts and one by three at most, and something of each text's own."""
    told = [BLAST[n % 4] for n in range(texts)]
    more = [f" {LICENCE[n]}" if n < 3 else "" for n in range(texts)]
    articles = [
        article(label, f"{one} {SENTENCES[7 * n]}{two}")
        for n, (label, one, two) in enumerate(zip("ABCDEFG"[:texts], told, more, strict=True))
    ]
    return compare_articles(articles)


@pytest.mark.parametrize(
    ("told", "texts", "words"),
    [
        *((3, 3, "in all"), (2, 3, "in two"), (3, 4, "in most"), (2, 4, "in two"), (5, 5, "in all")),
        *((3, 5, "in most"), (3, 6, "in some"), (4, 6, "in most"), (13, 26, "in some"), (14, 26, "in most")),
    ],
)
def test_bands_are_named_by_how_many_texts_tell(told: int, texts: int, words: str) -> None:
    assert band(told, texts) == words


def test_the_first_page_counts_facts_and_no_pairs_of_texts() -> None:
    comparison = compared(5)
    assert counts(comparison, ())[:2] == (("1", "in all"), ("1", "in most"))
    two = compare_articles(comparison.articles[:2])
    assert counts(two, ())[0][1] == "told by both"


def test_a_row_has_a_cell_a_text_with_its_shortest_clause_and_its_sentences() -> None:
    comparison = compared(4)
    bands = together(comparison, register(comparison, full_texts=True))
    assert [(each.words, len(each.rows)) for each in bands] == [("in all", 1), ("in most", 1)]
    whole, part = (each.rows[0] for each in bands)
    assert [[r.words for r in cell.references] for cell in whole.cells] == [["A1"], ["B1"], ["C1"], ["D1"]]
    assert [bool(cell.references) for cell in part.cells] == [True, True, True, False]
    for each in (whole, part):
        for cell in each.cells:
            if cell.quotation:
                text = comparison.articles[cell.side].text
                assert text[cell.quotation.start : cell.quotation.end] == cell.quotation.text
            assert (cell.quotation is None) is (not cell.references)


def test_beyond_five_texts_cells_are_marks_and_the_shortest_passage_leads() -> None:
    comparison = compared(6)
    row = together(comparison, register(comparison, full_texts=True))[0].rows[0]
    assert row.title is not None
    assert all(cell.quotation is None and cell.references for cell in row.cells)
    page = html(comparison)
    assert page.count('<span class="mark">●</span>') == 6 + 3
    assert 'class="list together marks"' in page


@pytest.mark.parametrize("texts", [3, 5, 7])
def test_both_editions_have_the_table_before_what_two_texts_share(texts: int) -> None:
    comparison = compared(texts)
    printed, shown = html(comparison, Layout(pairs=True)), web(comparison)
    for page in (printed, shown):
        start = page.index("What they tell, together")
        assert start < page.index("f-S1")
        assert page.count('id="f-E1"') == 1
    assert printed.index('id="together"') < printed.index('id="pairs"') < printed.index("f-S1")
    assert "f-S1" not in html(comparison)


def test_two_texts_have_no_such_table() -> None:
    comparison = compare_articles(compared(3).articles[:2])
    assert together(comparison, register(comparison, full_texts=True)) == ()
    assert "together" not in html(comparison).partition("</style>")[2]


FILLER = " ".join(SENTENCES[:12])
OTHER = " ".join(SENTENCES[40:52])


def copied(*texts: str) -> tuple[str, ...]:
    made = [article(label, text) for label, text in zip("ABCDEF", texts, strict=False)]
    return tuple(note.text for note in compare_articles(made).notes if note.code == "copies")


def test_a_near_copy_is_told_of_two_texts_and_of_more() -> None:
    longer = f"{FILLER} {BLAST[0]} {LICENCE[0]} {ALONE[0]}"
    assert copied(longer, FILLER) == ("B is largely A’s text: they are one witness, not two",)
    assert copied(FILLER, longer) == ("A is largely B’s text: they are one witness, not two",)
    assert copied(longer, OTHER, FILLER) == ("A and C are near copies: counted as one witness",)
    assert copied(FILLER, OTHER) == copied(FILLER, FILLER) == ()


def test_a_long_run_of_equal_words_is_a_copy_whatever_the_rest_is() -> None:
    run = "the " + " ".join(f"word{n}" for n in range(LONG_RUN - 1))
    own = [" ".join(f"{kind}{n} told" for n in range(60)) for kind in ("one", "other")]
    texts = [f"{words}. And {run}. {words}." for words in own]
    assert copied(*texts) == ("A and B have more than 39 words in a row in common",)
    assert copied(*(text.replace("word20", kind) for kind, text in zip("xy", texts, strict=True))) == ()
    quoted = [f"{words}. “{run},” he said. {words}." for words in own]
    assert copied(*quoted) == ()


def test_a_copy_is_no_second_witness() -> None:
    texts = (f"{BLAST[0]} {FILLER}", f"{FILLER} {BLAST[0]}", f"{BLAST[1]} {ALONE[0]}")
    found = compare_articles([article(*each) for each in zip("ABC", texts, strict=True)]).findings
    facts_found = [each for each in found if isinstance(each, Fact)]
    first = next(each for each in facts_found if "C1" in each.sentences)
    assert (first.number, first.independent) == ("E1", 2)
    assert first.why == "Told by 3 of 3 texts, 2 of them independent."
    assert all(each.independent == 1 for each in facts_found if each is not first)


def test_two_texts_have_shared_facts_and_no_others() -> None:
    two = [article("A", f"{BLAST[0]} {ALONE[0]}"), article("B", f"{ALONE[1]} {BLAST[1]}")]
    assert not any(isinstance(each, Fact) for each in compare_articles(two).findings)
