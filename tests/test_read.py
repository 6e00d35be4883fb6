"""Reading an article's file: what is refused and how, encodings, front matter, language, and two laws."""

from __future__ import annotations

import codecs
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from article_laws import check
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import SideBySideError, UnreadableArticleError, UsageError
from compare.limits import Limits, hold_together
from compare.model import Article, FurnitureKind, Note
from compare.read import article_from_bytes, read_article, source
from compare.text.detect import reads_as_english

BODY = "The council shut the bridge on Monday, and said that it would stay shut. Nobody was hurt."
CURLY = "The mayor’s “long wait” is over — the café has reopened, and it costs £3."


def read(data: bytes, **options: str) -> tuple[Article, tuple[Note, ...]]:
    return article_from_bytes(data, name="a.txt", label="A", **options)


def refusal(data: bytes, **options: str) -> str:
    with pytest.raises(UnreadableArticleError) as caught:
        read(data, **options)
    message = str(caught.value)
    assert "\n" not in message
    return message


# ---------------------------------------------------------------------------------------------- guards

TEXT_TIP = "copy the article's text into a .txt or .md file"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty; check that it was saved"),
        (b" \r\n\t\n", "there are no words in it; check that it was saved"),
        ("* * *\n… — !\n".encode(), "there are no words in it; check that it was saved"),
        (b"---\ntitle: Bridge shut\n---\n", "there are no words in it; check that it was saved"),
        (b"\r\n%PDF-1.4\n1 0 obj <<>> endobj", "it is a PDF that is damaged; save it again"),
        (b"PK\x03\x04\x14\x00word/document.xml", "it is a Word file that is damaged; save it again"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", f"it is an Excel workbook (XLSX), not text; {TEXT_TIP}"),
        (b"PK\x03\x04\x14\x00picture.png", "it is a ZIP archive, not text; unpack it first"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", f"it is a PNG picture, not text; {TEXT_TIP}"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", f"it is a JPEG picture, not text; {TEXT_TIP}"),
        (b"<?xml version='1.0'?><rss/>", f"it is an XML file, not text; {TEXT_TIP}"),
        (b"The bridge\x00 was shut.", f"it is a binary file, not text; {TEXT_TIP}"),
        (bytes(range(1, 32)) * 40, f"it is a binary file, not text; {TEXT_TIP}"),
        (
            codecs.BOM_UTF16_LE + b"\x00\xd8T",
            "it begins as utf-16 and is damaged; save it again as UTF-8",
        ),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(data: bytes, why: str) -> None:
    assert refusal(data) == f"cannot read a.txt: {why}"


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda _: None, "there is no such file; check its name"),
        (Path.mkdir, "it is a folder; name one article's file in it"),
        (lambda path: os.mkfifo(path), "it is not a regular file; use - to read from standard input"),
        (
            lambda path: path.symlink_to(path),
            "Too many levels of symbolic links; check the file and its name",
        ),
        (
            lambda path: path.write_bytes(b"a " * source.MAX_BYTES),
            "it is larger than 4,194,304 bytes; give one article's text, or raise --max-bytes",
        ),
    ],
    ids=["missing", "folder", "pipe", "loop", "large"],
)
def test_a_path_that_cannot_be_read_is_refused(
    tmp_path: Path, make: Callable[[Path], object], why: str
) -> None:
    path = tmp_path / "a.txt"
    make(path)
    with pytest.raises(UnreadableArticleError) as caught:
        read_article(path, label="A")
    assert str(caught.value) == f"cannot read {path}: {why}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    with pytest.raises(UnreadableArticleError, match="you may not read it"):
        read_article(path, label="A")


def test_odd_names_stay_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticleError, match=r"x\\ny\.txt: there is no such file"):
        read_article(tmp_path / "x\ny.txt", label="A")
    with pytest.raises(UnreadableArticleError, match="embedded null"):
        read_article("a\0.txt", label="A")
    (tmp_path / "x\ny.txt").write_text(BODY)
    article, _ = read_article(tmp_path / "x\ny.txt", label="A")
    assert article.origin.name == "x\\ny.txt"


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CURLY.encode("utf-16"))))
    article, _ = read_article("-", label="B")
    assert (article.text, article.origin.name, article.sentences[0].id) == (CURLY, "standard input", "B1")


# ------------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("data", "encoding", "warning"),
    [
        (CURLY.encode(), "utf-8", None),
        (CURLY.encode("utf-8-sig"), "utf-8-sig", None),
        (CURLY.encode("utf-16"), "utf-16", None),
        (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), "utf-16", None),
        (CURLY.encode("utf-32"), "utf-32", None),
        (CURLY.encode("utf-16-le"), "utf-16-le", "a.txt: encoding guessed: utf-16-le"),
        (CURLY.encode("utf-16-be"), "utf-16-be", "a.txt: encoding guessed: utf-16-be"),
        (CURLY.encode("utf-32-le"), "utf-32-le", "a.txt: encoding guessed: utf-32-le"),
        (CURLY.encode("cp1252"), "cp1252", "a.txt: encoding guessed: cp1252"),
        (CURLY.encode("mac-roman"), "mac-roman", "a.txt: encoding guessed: mac-roman"),
    ],
)
def test_encodings_are_found_or_guessed(data: bytes, encoding: str, warning: str | None) -> None:
    article, notes = read(data)
    assert (article.text, article.origin.encoding) == (CURLY, encoding)
    assert data.decode(encoding) == CURLY
    assert [note.text for note in notes if note.code == "encoding-guessed"] == ([warning] if warning else [])


def test_other_alphabets_are_guessed_with_a_warning() -> None:
    text = "Совет закрыл мост в понедельник. Никто не пострадал. Движение откроют весной, сказал мэр. " * 5
    article, notes = read(text.encode("cp1251"))
    assert article.text == text
    assert [note.code for note in notes] == ["encoding-guessed", "language"]


def test_damaged_utf8_is_read_with_a_warning() -> None:
    data = (CURLY * 3).encode()[:-1] + "—".encode()[:2]
    article, notes = read(data)
    assert article.text == CURLY * 3 + "\ufffd" or article.text.endswith("\ufffd")
    assert [note.text for note in notes] == [
        "a.txt: damaged UTF-8: 1 unreadable place(s) stand as \ufffd",
        "a.txt: 1 letter lost, with U+FFFD in place of each: no difference is drawn from those sentences; "
        "put them right for a full comparison",
    ]


def test_a_named_encoding_is_used_and_checked() -> None:
    article, notes = read(CURLY.encode("cp1252"), encoding="windows-1252")
    assert (article.text, article.origin.encoding, notes) == (CURLY, "cp1252", ())
    assert read(CURLY.encode("utf-8-sig"), encoding="utf-8")[0].text == CURLY
    assert refusal(CURLY.encode("cp1252"), encoding="utf-8") == (
        "cannot read a.txt: it is not utf-8; leave the encoding out or name another"
    )
    for name in ("klingon", "rot13", "punycode", "a\0b"):
        with pytest.raises(UsageError, match="no encoding is called"):
            read(b"text", encoding=name)
    assert "broken characters" in refusal(b"The bridge +2AA- was shut.", encoding="utf-7")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_line_ends_are_kept_as_they_are(end: str) -> None:
    text = f"Bridge shut after cracks{end}By Jane Doe{end}{end}{BODY}{end}"
    article, _ = read(text.encode())
    assert article.text == text
    assert [piece.kind for piece in article.furniture] == ["headline", "byline"]
    assert len(article.sentences) == 2


# ------------------------------------------------------------------------- what a reader cannot see


@pytest.mark.parametrize(
    ("text", "kept", "lines"),
    [
        (
            "The bri\u00addge fe\u200bll on Mon\u2060day.\ufeff It was old.",
            "The bridge fell on Monday. It was old.",
            ["4 invisible characters left out (U+00AD, U+200B, U+2060, ...)"],
        ),
        (
            "The \u202eegdirb\u202c fell.",
            "The egdirb fell.",
            [
                "2 marks that can show the words in another order left out (U+202E, U+202C): "
                "a screen may show this file otherwise"
            ],
        ),
        (
            "The bridge\U000e0068\U000e0069 fell.",
            "The bridge fell.",
            ["2 invisible characters left out (U+E0068, U+E0069)"],
        ),
        (
            "The bri\u200cdge\ufe0f fell.",
            "The bridge fell.",
            ["2 invisible characters left out (U+200C, U+FE0F)"],
        ),
        (
            "The bridge in M\u043escow fell in M\u043escow.",
            "The bridge in M\u043escow fell in M\u043escow.",
            [
                "1 word with look-alike letters of another alphabet, such as 'M\u043escow' (U+043E): "
                "no word of one alphabet matches"
            ],
        ),
        ("Zoe\u0308 of the o\ufb03ce wept.", "Zo\u00eb of the office wept.", []),
        ("5 \u03bcm at \u0394T, said Москва.", "5 \u03bcm at \u0394T, said Москва.", []),
        ("A flag \U0001f3f4\U000e0067\U000e007f and \U0001f468\u200d\U0001f467.", None, []),
        ("می\u200cخواهم the bridge.", None, []),
    ],
)
def test_invisible_characters_are_left_out_and_told(text: str, kept: str | None, lines: list[str]) -> None:
    article, notes = read(text.encode(), language="en")
    assert article.text == (text if kept is None else kept)
    assert [note.text for note in notes] == [f"a.txt: {line}" for line in lines]


# ---------------------------------------------------------------------------------------- front matter

FULL = """---
outlet: The Riverton Post
title: "Bridge shut: what now?"
author: [Jane Doe, John Roe]
date: 2024-03-03
lang: en-GB
rating: 5
---
"""


def test_front_matter_becomes_metadata() -> None:
    article, notes = read((FULL + BODY).encode())
    assert (article.outlet, article.title, article.byline, article.published, article.language, notes) == (
        "The Riverton Post",
        "Bridge shut: what now?",
        "Jane Doe, John Roe",
        "2024-03-03",
        "en",
        (),
    )
    assert [
        article.text[piece.start : piece.end]
        for piece in article.furniture
        if piece.kind is FurnitureKind.HEADLINE
    ] == ["Bridge shut: what now?"]


def test_what_the_user_says_goes_first() -> None:
    article, _ = read((FULL + BODY).encode(), outlet="Another", language="en")
    assert article.outlet == "Another"


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("title: 42", "title", "42"),
        ("title: yes", "title", "yes"),
        ("title: null", "title", None),
        ("title:", "title", None),
        ("title: {a: b}", "title", "a, b"),
        ("title: >\n  Bridge\n  shut", "title", "Bridge shut"),
        ('title: "a\\uD800b\\0c"', "title", "abc"),
        ("source: https://riverton.example/", "outlet", None),
        ("publication: The Post", "outlet", "The Post"),
        ("date: 2024-03-03T10:15:00+02:00", "published", "2024-03-03"),
        ("date: 3 March 2024", "published", "2024-03-03"),
        ("date: 10/11/2023", "published", None),
        ("date: [soon]", "published", None),
        ("lang: de", "language", "de"),
        ("lang: '!?'", "language", "en"),
        ("title: Bridge shut: what now?", "title", "Bridge shut: what now?"),
        ("title: 'unclosed", "title", "unclosed"),
        ("title: \tBridge\n\t- shut", "title", "Bridge"),
        ("title: " + "long " * 200, "title", ("long " * 60).strip()),
    ],
)
def test_values_of_any_kind_survive(block: str, field: str, value: str | None) -> None:
    article, _ = read(f"---\n{block}\n---\n{BODY}".encode())
    assert getattr(article, field) == value
    assert len(article.sentences) == 2


def test_broken_yaml_is_read_line_by_line_with_a_warning() -> None:
    article, notes = read(f"---\noutlet: The Post\ntitle: Bridge: shut: now\n---\n{BODY}".encode())
    assert (article.outlet, article.title) == ("The Post", "Bridge: shut: now")
    assert [note.text for note in notes] == [
        "a.txt: the front matter is not valid YAML (line 3); read line by line"
    ]


def test_bombs_and_floods_are_refused() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n" + BODY
    assert refusal(bomb.encode()) == (
        "cannot read a.txt: its front matter uses aliases (*a); write values out"
    )
    flood = "---\ntitle: x\n" + "key: value\n" * 2000 + "---\n" + BODY
    assert refusal(flood.encode()) == ("cannot read a.txt: its front matter is longer than 16 kB; shorten it")
    deep = "---\ntitle: " + "[" * 8000 + "\n---\n" + BODY
    assert read(deep.encode())[0].title == "[" * 300


@pytest.mark.parametrize("text", [f"---\n\n{BODY}\n\n---\n\n{BODY}", f"---\n{BODY}", f"--- {BODY}"])
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    article, _ = read(text.encode())
    assert FurnitureKind.FRONT_MATTER not in {piece.kind for piece in article.furniture}
    assert len(article.sentences) >= 2


def test_front_matter_without_an_end_is_read_as_text_with_a_warning() -> None:
    _, notes = read(f"---\ntitle: Bridge\n\n{BODY}".encode())
    assert [note.text for note in notes] == ["a.txt: the front matter has no closing ---; read as text"]


# -------------------------------------------------------------------------------------------- language


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (BODY, True),
        ("Bridge shut.", True),
        ("He left after lunch.", True),
        ("Der Stadtrat hat die Brücke am Montag gesperrt, und niemand ist dabei verletzt worden.", False),
        ("Le conseil a fermé le pont lundi, et personne n’a été blessé dans cet accident.", False),
        ("El ayuntamiento cerró el puente el lunes y nadie resultó herido en el accidente.", False),
        ("De gemeenteraad sloot de brug op maandag en niemand is daarbij gewond geraakt.", False),
        ("Совет закрыл мост.", False),
        ("理事会は月曜日に橋を閉鎖した。", False),
        ("1 2 3", False),
    ],
)
def test_english_is_told_from_other_languages(text: str, english: bool) -> None:  # noqa: FBT001
    assert reads_as_english(text) is english


def test_another_language_is_a_warning_and_no_refusal() -> None:
    german = "Der Stadtrat hat die Brücke am Montag gesperrt. Niemand ist dabei verletzt worden. " * 5
    article, notes = read(german.encode())
    assert article.language == "de"
    assert [note.text for note in notes] == [
        "a.txt: reads as German: made for English, the comparison looks for less in it"
    ]
    article, notes = read(german.encode(), language="de-AT")
    assert (article.language, [note.code for note in notes]) == ("de-at", ["language"])


# ------------------------------------------------------------------------------------------------ laws

SCRAPS = st.sampled_from(
    [
        "The council shut the bridge.",
        "By Jane Doe",
        "World",
        "Bridge Shut After Cracks",
        "RIVERTON, Ohio — It fell.",
        "# Head",
        "---",
        "title: x",
        "```",
        "<!--",
        "-->",
        "===",
        "- item one",
        "> “Quoted",
        "Oct. 12, 2023",
        "Tags: a, b",
        "AaaBbbCccDdd",
        "Leave a comment",
        "…",
        "\ufeff",
        "\u200b",
        "“",
        "3.",
        "U.S.",
        "![x](y)",
        "**Bold**",
        "الجسر",
    ]
)
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=12)), max_size=14).flatmap(
    lambda parts: st.lists(
        st.sampled_from(["\n", "\n\n", " ", "\r\n", "\t", ""]), min_size=len(parts), max_size=len(parts)
    ).map(lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True)))
)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_every_character_is_a_sentence_or_furniture(text: str) -> None:
    try:
        article, _ = read(text.encode())
    except UnreadableArticleError:
        return
    check(article)


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(
            st.sampled_from(
                [b"---\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"---\ntitle: ", b"%PDF", b"PK\x03\x04"]
            ),
            st.binary(max_size=80),
            st.sampled_from([b"", b"\n---\nThe bridge fell.", b"\x00"]),
        ).map(b"".join),
    ),
    st.sampled_from([None, "utf-8", "utf-16", "utf-7", "cp1252", "shift_jis", "hz", "unicode_escape"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    refused = None
    try:
        article, notes = article_from_bytes(data, name="a.txt", label="A", encoding=encoding)
    except SideBySideError as error:
        refused = str(error)
    if refused is not None:
        assert "\n" not in refused
        return
    check(article)
    assert all("\n" not in note.text for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "A. " * 30_000,
        "(" * 50_000 + " words here.",
        "`" * 100_000 + "\nwords here.",
        "```\n" * 20_000 + "words here.",
        "<!-- " * 20_000 + "words here.",
        "\n".join(["By " + "Jane " * 50] * 500),
        "A/" * 60_000,
        "- " * 60_000 + "words",
        "[" * 60_000 + "words",
        "title\n" + "=" * 100_000,
        "---\n" + "a: b\n" * 20_000,
        "\n".join(["Jane Doe, Jane Doe | Jane"] * 4000),
        " " * 200_000 + "words",
        "# " + " #" * 100_000 + "\n\nwords",
        "Photo by A " + "a " * 220,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_read(text: str) -> None:
    # Without the limit on a sentence, so that the readers see the whole of it.
    limits = Limits(sentence=len(text))
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A", limits=limits)
    check(article)


@pytest.mark.parametrize(
    ("text", "limits", "line"),
    [
        (
            "One. Two. Three.",
            Limits(sentences=2),
            "cannot read a.txt: it has 3 sentences, more than 2; give "
            "one article's text, or raise --max-sentences",
        ),
        (
            "word " * 2_001,
            Limits(),
            "cannot read a.txt: 10,004 characters stand in it without a sentence's "
            "end, more than 10,000; check that it is running text, or raise --max-sentence-length",
        ),
        (
            "The fox ran.\n\n" * 10_001,
            Limits(),
            "cannot read a.txt: it has 10,001 sentences, more than "
            "10,000; give one article's text, or raise --max-sentences",
        ),
    ],
)
def test_an_article_beyond_the_limits_is_refused(text: str, limits: Limits, line: str) -> None:
    with pytest.raises(UnreadableArticleError) as caught:
        article_from_bytes(text.encode(), name="a.txt", label="A", limits=limits)
    assert str(caught.value) == line


def test_articles_that_are_too_many_for_their_length_are_refused() -> None:
    hold_together(Limits(), [10_000, 10_000])
    hold_together(Limits(sentences=30_000), [20_000, 20_000])
    with pytest.raises(UnreadableArticleError) as caught:
        hold_together(Limits(), [62] * 26)
    assert str(caught.value) == (
        "cannot compare 26 articles of 1,612 sentences: each two of them would make 40,300 sentences, "
        "more than 40,000; compare fewer at once, or raise --max-sentences"
    )


def test_yaml_and_charset_normalizer_are_imported_only_when_needed() -> None:
    code = (
        "import sys; from compare.read import article_from_bytes; "
        f"article_from_bytes({BODY.encode()!r}, name='a', label='A'); "
        "sys.exit(' '.join({'yaml', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
