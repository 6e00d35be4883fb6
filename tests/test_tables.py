"""Findings as Markdown and as a table: whole, exact, and harmless where they are pasted or opened."""

from __future__ import annotations

import csv as tables
import io
import re
from functools import cache
from pathlib import Path

import made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.cli import main
from compare.kinds import TOLD_NEARBY
from compare.model import Comparison, Decision, Review
from compare.pipeline import compare_articles
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.read import read_article
from compare.render.plain.csv import BETWEEN, BYTE_ORDER_MARK, columns, csv, harmless, sheet
from compare.render.plain.markdown import markdown, plain
from compare.telling import as_told

ROOT = Path(__file__).parent.parent
DANGEROUS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


@cache
def flood() -> Comparison:
    files = sorted((ROOT / "sources" / "flood").glob("*.md"))
    return compare_articles([read_article(f, label=label)[0] for f, label in zip(files, "AB", strict=True)])


def read(written: str) -> list[dict[str, str]]:
    """Return the rows of a table as Python's own reader has them."""
    data = written.encode("utf-8", "replace").decode("utf-8-sig")
    return list(tables.DictReader(io.StringIO(data, newline=""), strict=True))


def kept(words: str) -> str:
    """Return an article's words as a file of UTF-8 can hold them."""
    return printable(words).replace(ZERO_WIDTH_SPACE, "").encode("utf-8", "replace").decode()


# ------------------------------------------------------------------------------------------- the table


@settings(max_examples=80)
@given(made.comparisons())
def test_any_comparison_comes_back_from_its_table(compared: Comparison) -> None:
    written = csv(compared)
    assert written.startswith(BYTE_ORDER_MARK + "number,kind,")
    rows = read(written)
    assert list(rows[0] if rows else columns([a.label for a in compared.articles])) == columns(
        [a.label for a in compared.articles]
    )
    assert [row["id"] for row in rows] == [finding.id for finding in as_told(compared).findings]
    for row, expected in zip(rows, sheet(compared), strict=True):
        assert [cell for cell in row.values() if DANGEROUS.match(cell)] == []
        for article in compared.articles:
            said = BETWEEN.join(s.words for s in expected.said if s.article == article.label and s.words)
            # Apostrophes are all that is added.
            assert row[f"{article.label} quotation"].replace("'", "") == kept(said).replace("'", "")


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b=1",
        "＝1",
        "\x00=1",
    ],
)
def test_a_cell_that_could_be_a_formula_has_an_apostrophe(cell: str) -> None:
    assert harmless(cell).replace("'", "") == kept(cell)
    assert not DANGEROUS.match(harmless(cell))


PARTED = [
    ("one; =1+1", "one; '=1+1"),
    ("one;=1+1;+2", "one;'=1+1;'+2"),
    ("one\t-2", "one\t'-2"),
    ("one\n@a", "one\n'@a"),
    ("one\r\n =1", "one\r\n '=1"),
    ('one;"=1"', 'one;"\'=1"'),
    ("\n=1", "'\n'=1"),
    ("one;\u00a0＝1", "one;\u00a0'＝1"),
    ("one\u2028=1", "one\u2028'=1"),
]


@pytest.mark.parametrize(("cell", "written"), PARTED)
def test_what_would_be_a_formula_where_a_cell_is_parted_has_an_apostrophe(cell: str, written: str) -> None:
    assert harmless(cell) == written


@given(st.text(alphabet=st.sampled_from("=+-@ \t\r\n\x00'\",;a\u2028")))
def test_no_cell_is_dangerous_whatever_it_holds(cell: str) -> None:
    assert not DANGEROUS.match(harmless(cell))


@given(st.text(alphabet=st.sampled_from("=+-@ \t\r\n\x00'\",;a")))
def test_no_part_of_a_table_is_a_formula_where_semicolons_part_it(cell: str) -> None:
    line = io.StringIO(newline="")
    tables.writer(line).writerow(["D1", harmless(cell)])
    for part in re.split(r"[;\t\r\n]", line.getvalue()):
        assert not re.match(r'[\s"]*[=+\-@]', part)


@pytest.mark.parametrize("cell", ["", "a=b", "5 - 6", "“=1”", "1+1", "'=1", "a; b - c", 'say "+1"', "a: -1"])
def test_other_cells_are_as_they_were(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_table_says_what_a_reviewer_said() -> None:
    from msgspec.structs import replace

    first, *others = flood().findings
    review = Review(decision=Decision.ACCEPTED, comment="=the desk")
    row = read(csv(replace(flood(), findings=(replace(first, review=review), *others))))[0]
    assert (row["decision"], row["comment"]) == ("accepted", "'=the desk")


def test_three_texts_have_two_columns_each() -> None:
    c = made.article("C", [["The bridge is shut."]])
    each = made.comparison([*made.bridge().articles, c], findings=[made.claim(c, "The bridge", "UC1")])
    (row,) = read(csv(each))
    assert (row["C sentences"], row["C quotation"], row["A sentences"], row["B quotation"]) == (
        "C1",
        "The bridge",
        "",
        "",
    )


# --------------------------------------------------------------------------------------------- Markdown

MEANINGS = [
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("[a](http://b.c) ![d](e)", r"\[a\](http\:\//b.c) \!\[d\](e)"),
    ("*a* _b_ `c` ~d~ $e$ |f| #g", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$ \|f\| \#" + "\u200bg"),
    ("&amp; &#60;", "&amp;amp; &amp;\\#\u200b60;"),
    ("www.b.c", r"www\.b.c"),
    ("a@b.c @all", "a\u200b@\u200bb.c @\u200ball"),
    ("a\n\n# b\r\n- c", r"a \# b - c"),
    ("\\", "\\\\"),
    (":smile: at 10:30", r"\:smile: at 10:30"),
    ("==a==", r"\=\=a\=\="),
    ("{{ a }} {% b %}", r"\{\{ a \}\} \{% b %\}"),
    ("a\x1b[31m", r"a\[31m"),
]


@pytest.mark.parametrize(("words", "written"), MEANINGS)
def test_words_of_an_article_mean_nothing_to_markdown(words: str, written: str) -> None:
    assert plain(words) == written


@given(st.text())
def test_no_sign_of_markup_is_left_bare(words: str) -> None:
    line = plain(words)
    assert line.splitlines() in ([], [line])
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", line)
    assert not re.search(r"[\\`*_{}\[\]|~$^#<>]", bare)
    assert not re.search(r"&(?!(?:amp|lt|gt);)(?:#|[a-zA-Z][a-zA-Z0-9]{1,31};)", bare)
    assert not re.search(r"\w@\w|://|www\.", bare, re.IGNORECASE)


@settings(max_examples=80)
@given(made.comparisons())
def test_any_comparison_is_markdown_with_all_findings_and_no_html(compared: Comparison) -> None:
    written = markdown(compared)
    assert not re.search(r"<[a-zA-Z/!?]", written)
    # What is told nearby stands in no section: it only keeps a statement out of what one text has alone.
    told = [found for found in sheet(compared) if found.kind != TOLD_NEARBY.tag]
    assert sum(line.startswith("- **") for line in written.splitlines()) == len(told) + len(compared.articles)
    for row in told:
        assert all(plain(said.words) in written for said in row.said)


def test_markdown_has_what_the_reviewer_said_and_wordings_to_consider() -> None:
    from msgspec.structs import replace

    first, *others = made.bridge().findings
    review = Review(decision=Decision.ACCEPTED, comment="*Our* count.")
    written = markdown(replace(made.bridge(), findings=(replace(first, review=review), *others)))
    assert "  - Reviewer: accepted: \\*Our\\* count.\n" in written
    assert "  - Consider: " in written


def test_the_ending_of_the_file_chooses_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [str(file) for file in sorted((ROOT / "sources" / "flood").glob("*.md"))]
    monkeypatch.chdir(tmp_path)
    for name in ("flood.md", "flood.csv"):
        assert main(["compare", *files, "-o", name, "-q"]) == 0
        assert Path(name).read_bytes() == {"flood.md": markdown, "flood.csv": csv}[name](flood()).encode()
