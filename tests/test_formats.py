"""Web pages, Word, PDF, EPUB, RTF: what is taken out of them, what is refused and how, what cannot harm."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import made_files as made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import UnreadableArticleError, UsageError
from compare.model import Article, Note
from compare.read import article_from_bytes, read_article
from compare.read.formats import Kind, child, kind_of
from compare.read.formats.__main__ import answer
from compare.read.formats.typeset import TypeLine, in_reading_order

TEXT_TIP = "copy the article's text into a .txt or .md file"


def read(data: bytes, **options: str) -> tuple[Article, tuple[Note, ...]]:
    return article_from_bytes(data, name="a", label="A", **options)


def refusal(data: bytes, **options: str) -> str:
    with pytest.raises(UnreadableArticleError) as caught:
        read(data, **options)
    message = str(caught.value)
    assert "\n" not in message
    return message


def here(data: bytes) -> dict[str, str | None]:
    """What the child would answer, without starting one: its limits are not needed for small files."""
    kind = kind_of(data)
    assert kind is not None
    return answer(data, kind=kind, encoding=None)


# ------------------------------------------------------------------------------------- what is taken out

HEAD = f"# {made.TITLE}"
BODY = "\n\n".join(made.PARAGRAPHS)
TEXTS = {
    "html": "\n\n".join([HEAD, *made.PARAGRAPHS[:2], "## Fears for trade", made.PARAGRAPHS[2]]),
    "docx": f"{HEAD}\n\nBy Tom Ellis\n\n{BODY}",
    "odt": f"{HEAD}\n\nBy Tom Ellis\n\n{BODY}",
    "epub": f"{HEAD}\n\n{BODY}",
    "rtf": f"{made.TITLE}\n\nBy Tom Ellis\n\n{BODY}",
    "pdf": f"{HEAD}\n\nBy Tom Ellis\n\n{BODY}",
}
FILES = {
    "html": made.page().encode(),
    "docx": made.draft(),
    "odt": made.written(),
    "epub": made.book(),
    "rtf": made.rich_text(),
    "pdf": made.printed("@page{size:9cm 9cm;margin:1.5cm}"),
}
ENCODINGS = {
    "html": "utf-8",
    "docx": "utf-8",
    "odt": "utf-8",
    "epub": "utf-8",
    "rtf": "cp1252",
    "pdf": "unicode",
}
STATED = {"html": ("The Riverton Post", "2024-03-05"), "epub": ("The Riverton Post", "2024-03-05")}


@pytest.mark.parametrize("kind", FILES)
def test_the_article_is_taken_out_whole_and_alone(kind: str) -> None:
    article, notes = read(FILES[kind])
    assert article.text == TEXTS[kind] + "\n"
    assert (article.title, article.byline, article.language) == (made.TITLE, "Tom Ellis", "en")
    assert (article.outlet, article.published) == STATED.get(kind, (None, None))
    assert article.origin.encoding == f"{ENCODINGS[kind]} ({kind})"
    assert article.origin.sha256 == hashlib.sha256(FILES[kind]).hexdigest()
    assert [note.code for note in notes] == ["text-taken"]
    quoted = [article.text[sentence.start : sentence.end] for sentence in article.sentences]
    assert " ".join(quoted) == " ".join(made.PARAGRAPHS)


def test_the_note_says_where_the_text_is_from() -> None:
    _, (note,) = read(FILES["html"])
    assert note.text == "a: text taken from a web page: check quotations against it"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf\n<!doctype HTML><p>x", Kind.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>", Kind.HTML),
        (b"<!-- saved from url=(0020)https://example.org/ -->\n<html>", Kind.HTML),
        ("\ufeff<html><p>x".encode("utf-16-le"), Kind.HTML),
        (b"\r\n%PDF-1.4", Kind.PDF),
        (b"{\\rtf1 x}", Kind.RTF),
        (FILES["docx"], Kind.DOCX),
        (FILES["epub"], Kind.EPUB),
        (b"<p>A text that begins with a tag.", None),
        (b"<p>A piece of a page.</p>\n<p>And its end.</p>", Kind.HTML),
        (b"\xff\xfe" + "<p>A piece.</p><p>Its end.</p>".encode("utf-16-le"), Kind.HTML),
        (b"<?xml version='1.0'?><rss>", None),
        (b"The <html> element is a tag.", None),
        (b"PK\x03\x04picture.png", None),
    ],
)
def test_a_kind_is_told_by_content(data: bytes, kind: Kind | None) -> None:
    assert kind_of(data) is kind


SEEN, UNSEEN, LAST = "The bridge is shut. ", "Nobody sees this. ", "The ferry runs."
HIDES = "<w:rPr><w:vanish/></w:rPr>"
SHOWS = "<w:rPr><w:vanish w:val='false'/></w:rPr>"
STYLED = (
    "<w:style w:styleId='H'><w:name w:val='Secret'/><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='I'><w:name w:val='Below'/><w:basedOn w:val='H'/></w:style>"
    "<w:style w:styleId='J'><w:basedOn w:val='H'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
)


def word_run(words: str, inside: str = "") -> str:
    return f"<w:r>{inside}<w:t xml:space='preserve'>{words}</w:t></w:r>"


def styled(style: str) -> str:
    return f"<w:rPr><w:rStyle w:val='{style}'/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{word_run(SEEN)}{word_run(UNSEEN, HIDES)}{word_run(LAST)}</w:p>", SEEN + LAST),
        (f"<w:p>{word_run(UNSEEN, HIDES)}</w:p><w:p>{word_run(LAST)}</w:p>", LAST),
        (f"<w:p>{word_run(SEEN, SHOWS)}{word_run(LAST)}</w:p>", SEEN + LAST),
        # The mark of a paragraph can be hidden, which hides none of its letters.
        (f"<w:p><w:pPr>{HIDES}</w:pPr>{word_run(SEEN)}{word_run(LAST)}</w:p>", SEEN + LAST),
        (f"<w:p>{word_run(UNSEEN, styled('I'))}{word_run(LAST)}</w:p>", LAST),
        (f"<w:p>{word_run(SEEN, styled('J'))}{word_run(LAST)}</w:p>", SEEN + LAST),
        (
            f"<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr>{word_run(UNSEEN)}</w:p><w:p>{word_run(LAST)}</w:p>",
            LAST,
        ),
    ],
)
def test_hidden_words_of_a_word_file_are_left_out(body: str, text: str) -> None:
    assert here(made.word(body, styles=STYLED))["text"] == f"{text}\n"


END = f"<text:p>{LAST}</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<text:p>{SEEN}<text:span text:style-name='T1'>{UNSEEN}</text:span>{LAST}</text:p>", SEEN + LAST),
        (f"<text:p text:style-name='T2'>{UNSEEN}</text:p>{END}", LAST),
        (f"<text:p text:style-name='T3'>{SEEN}{LAST}</text:p>", SEEN + LAST),
        (f"<text:section text:display='none'><text:p>{UNSEEN}</text:p></text:section>{END}", LAST),
        (f"<text:p><text:hidden-text text:is-hidden='true'>{UNSEEN}</text:hidden-text>{LAST}</text:p>", LAST),
        (f"<text:p><text:hidden-text text:is-hidden='false'>{LAST}</text:hidden-text></text:p>", LAST),
        (f"<text:p><text:hidden-paragraph text:is-hidden='true'/>{UNSEEN}</text:p>{END}", LAST),
    ],
)
def test_hidden_words_of_an_open_document_are_left_out(body: str, text: str) -> None:
    hides = "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    hides += "<style:style style:name='T2' style:parent-style-name='T1'/>"
    hides += (
        "<style:style style:name='T3' style:parent-style-name='T1'>"
        "<style:text-properties text:display='true'/></style:style>"
    )
    assert here(made.open_document(body, styles=hides))["text"] == f"{text}\n"


def test_hidden_words_of_a_rich_text_are_left_out() -> None:
    source = rf"{{\rtf1 {SEEN}{{\v {UNSEEN}}}\v {UNSEEN}\v0 {LAST}{{\fonttbl\plain Times}}}}"
    assert here(source.encode())["text"] == f"{SEEN}{LAST}\n"


def test_a_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    read(b"The council shut the bridge on Monday. Nobody was hurt.")


@pytest.mark.parametrize("name", ["cp1252", "utf-16", "utf-8-sig", "shift_jis"])
def test_a_page_is_decoded_as_it_says_itself(name: str) -> None:
    source = made.page().replace("charset=utf-8", f"charset={name}").replace("£", "GBP ")
    source = source.replace("©", "(c)") if name == "shift_jis" else source
    assert read(source.encode(name))[0].text == TEXTS["html"].replace("£", "GBP ") + "\n"


def test_an_encoding_that_the_user_names_goes_first() -> None:
    page = made.page().replace("charset=utf-8", "charset=utf-7")
    assert read(page.encode("cp1252"), encoding="cp1252")[0].origin.encoding == "cp1252 (html)"
    with pytest.raises(UsageError, match="no encoding is called 'nonsense'"):
        read(FILES["html"], encoding="nonsense")


def test_only_a_stated_outlet_is_taken() -> None:
    page = made.page().replace("application/ld+json", "text/plain")
    article, _ = read(page.encode())
    assert (article.outlet, article.published, article.title) == (None, None, made.TITLE)
    stated = page.replace("</title>", "</title><meta property='og:site_name' content='Riverton&#10; Post'>")
    assert read(stated.encode())[0].outlet == "Riverton Post"


def test_a_page_in_another_language_says_so() -> None:
    assert read(made.page(lang="de-DE").encode())[0].language == "de-de"


FIRST = "The council shut the bridge on Monday after an inspector found cracks in two of its arches."
SECOND = "Nobody was hurt, the mayor said, and the ferry would run every ten minutes until the spring."


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"<div>{FIRST}<p>{SECOND}</p></div>", id="first paragraph in no p"),
        pytest.param(f"<div>{FIRST}<br><br>\n{SECOND}<br/></div>", id="two line breaks"),
        pytest.param(f"<div><b>{FIRST[:11]}</b>{FIRST[11:]}<p>{SECOND}</p></div>", id="inline elements"),
        pytest.param(f"<form action=x><p>{FIRST}</p><p>{SECOND}</p></form>", id="all in a form"),
        pytest.param(f"<div><h1>Bridge shut</h1><h2>{FIRST}</h2><p>{SECOND}</p></div>", id="a heading"),
        pytest.param(f"<p>{FIRST}</p><script>{'x = 1; ' * 400}</script><p>{SECOND}</p>", id="script"),
        pytest.param(
            f'<img alt=""Bridge"" title=don\'t><p>{FIRST}</p><p>{SECOND} '
            f"<i a=\"{' b' * 1_100}\"></i><a title='x'></a></p>",
            id="stray quotation marks",
        ),
    ],
)
def test_paragraphs_are_found_where_sites_put_them(inside: str) -> None:
    page = f"<html><head><title>Bridge shut</title></head><body>{inside}</body></html>"
    article, _ = read(page.encode())
    assert article.text == f"# Bridge shut\n\n{FIRST}\n\n{SECOND}\n"


def test_hyphens_heads_and_page_numbers_go_and_paragraphs_run_over_pages() -> None:
    assert pages_of(FILES["pdf"]) > 2
    assert here(FILES["pdf"])["text"] == TEXTS["pdf"] + "\n"


def test_columns_are_read_one_after_the_other() -> None:
    style = "body{column-count:2;column-gap:8mm}h1{column-span:all}p{margin:0;text-indent:1em}"
    text = here(made.printed(style, times=4))["text"]
    assert text == f"{HEAD}\n\nBy Tom Ellis\n\n" + "\n\n".join(made.PARAGRAPHS * 4) + "\n"


def test_columns_that_were_set_line_by_line_are_taken_apart() -> None:
    def line(text: str, left: float, right: float, row: int) -> TypeLine:
        return TypeLine(text=text, left=left, right=right, bottom=500 - 12 * row, top=509 - 12 * row, size=10)

    rows = [
        line(f"{side}{row}", at, at + 200, row) for row in range(1, 9) for side, at in (("l", 50), ("r", 300))
    ]
    lines = [line("headline", 50, 500, 0), *rows]
    expected = ["headline", *(f"l{row}" for row in range(1, 9)), *(f"r{row}" for row in range(1, 9))]
    assert [each.text for each in in_reading_order(lines)] == expected
    assert in_reading_order(lines[:5]) == lines[:5]


def test_the_same_bytes_give_the_same_text_whatever_the_hash_seed_and_folder(tmp_path: Path) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('imported from the working folder')")
    (tmp_path / "a.html").write_bytes(FILES["html"])
    code = "from compare.read import read_article; print(repr(read_article('a.html', label='A')))"
    seen = {
        subprocess.run(
            [sys.executable, "-P", "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(seen) == 1
    assert made.TITLE.encode() in seen.pop()


def test_standard_input_may_be_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES["docx"])))
    assert read_article("-", label="A")[0].title == made.TITLE


# ---------------------------------------------------------------------------------------- what is refused


def pages_of(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        return len(document.pages)


def locked() -> bytes:
    import pikepdf

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(FILES["pdf"])) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return stream.getvalue()


def blank(pages: int) -> bytes:
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + pages))
    leaves = ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * pages
    return made.pdf("<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>", *leaves)


LOOP = made.pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>")
PARAGRAPH = f"<w:p>{made.run(made.PARAGRAPHS[0])}</w:p>"
LAUGHS = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
NO_WORD = f"it is an Office file without a Word text; {TEXT_TIP.replace(' or .md', '')}"
BOMB = f"it is a Word file that unpacks to far more than it should; {TEXT_TIP}"
CHOKING = f"it is a Word file with XML made to choke a reader; {TEXT_TIP}"
NO_LAYER = "it is a PDF without a text layer, such as a scan; run OCR over it, or type the text"
NO_PAGE_TEXT = f"it is a web page without an article's text; {TEXT_TIP}"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(), "it is a PDF locked with a password; save it without one"),
        (blank(2), NO_LAYER),
        (blank(51), "it is a PDF of more than 50 pages; give the article's pages only"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF that is damaged; save it again"),
        (made.zipped({"word/media/a.png": b"x"}), NO_WORD),
        (FILES["docx"][:-30], "it is a Word file that is damaged; save it again"),
        (made.word(PARAGRAPH + "<w:p>"), "it is a Word file that is damaged; save it again"),
        (made.word(""), f"it is a Word file without an article's text; {TEXT_TIP}"),
        (made.word("<w:p>" * 300 + "</w:p>" * 300), CHOKING),
        (made.word("<w:p " + " ".join(f"a{n}=''" for n in range(300)) + "/>"), CHOKING),
        (made.word("<w:p>&a9;</w:p>", top=f"<!DOCTYPE x [<!ENTITY a0 'ha'>{LAUGHS}]>"), CHOKING),
        (made.word("<w:p>&a;</w:p>", top="<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), CHOKING),
        (made.zipped({"word/document.xml": b" " * 30_000_000}), BOMB),
        (made.zipped({"word/document.xml": os.urandom(64).hex() * 400_000}), BOMB),
        (
            made.zipped({f"word/{n}": "" for n in range(5001)}),
            f"it is a Word file of more than 5,000 parts; {TEXT_TIP}",
        ),
        (
            made.open_document("", manifest="<m><encryption-data/></m>"),
            "it is an OpenDocument text (ODT) locked with a password; save it without one",
        ),
        (
            made.open_document("<text:p>&a;</text:p>", top="<!DOCTYPE x [<!ENTITY a 'b'>]>"),
            f"it is an OpenDocument text (ODT) with XML made to choke a reader; {TEXT_TIP}",
        ),
        (made.open_document(""), f"it is an OpenDocument text (ODT) without an article's text; {TEXT_TIP}"),
        (
            made.book(more={"META-INF/encryption.xml": "<encryption/>"}),
            f"it is an EPUB book under copy protection; {TEXT_TIP.replace(' or .md', '')}",
        ),
        (
            made.zipped({"mimetype": "application/epub+zip"}),
            "it is an EPUB book that is damaged; save it again",
        ),
        (
            b"{\\rtf1 " + b"{" * 600,
            f"it is a rich-text (RTF) file of too many groups in each other; {TEXT_TIP}",
        ),
        (b"{\\rtf1}", f"it is a rich-text (RTF) file without an article's text; {TEXT_TIP}"),
        (b"<html><body></body></html>", NO_PAGE_TEXT),
        (b"<html>\x00\x01\x02</html>", f"it is a binary file, not text; {TEXT_TIP}"),
        (
            b"<html><p " + b" ".join(b"a%d" % n for n in range(40_000)) + b">The bridge.</p>",
            f"it is a web page with a tag of more than 1,000 attributes; {TEXT_TIP}",
        ),
        (
            b"<html><p title='" + b"a" * 1_100_000,
            f"it is a web page with a tag of more than 1 MB; {TEXT_TIP}",
        ),
        (b"<html>" + b"<b>" * 60_000, f"it is a web page of more than 50,000 tags; {TEXT_TIP}"),
    ],
)
def test_what_holds_no_article_is_refused_in_one_line(data: bytes, why: str) -> None:
    said = here(data)
    assert f"{said.get('why')}; {said.get('tip')}" == why


@pytest.mark.parametrize("data", [LOOP, b"%PDF-1.7\n", made.zipped({"word/document.xml": b" " * 30_000_000})])
def test_a_refusal_comes_through_the_child_as_an_error_with_the_files_name(data: bytes) -> None:
    start = time.monotonic()
    message = refusal(data)
    assert message.startswith("cannot read a: it is a ")
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("kind", "megabytes"), [("html", 5), ("docx", 20), ("pdf", 20), ("epub", 20), ("rtf", 20)]
)
def test_a_file_larger_than_its_format_may_be_is_refused(tmp_path: Path, kind: str, megabytes: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(FILES[kind][:4096] + b"\x00" * (megabytes * 1024**2) + FILES[kind][-4096:])
    with pytest.raises(UnreadableArticleError) as caught:
        read_article(path, label="A")
    why = f"it is larger than {megabytes} MB; give one article's text"
    assert str(caught.value) == f"cannot read {path}: {why}"


# ------------------------------------------------------------------------------------------------ no harm


@pytest.mark.parametrize(
    "source",
    [
        made.page(before="<div>" * 20_000),
        made.page(before="<b><i>" * 10_000),
        made.page(before="<table><tr><td>" * 5_000),
        "<html>" + "<a " * 200_000,
        "<html>" + "<a '\"" * 200_000,
        "<html>" + "<script>" * 200_000,
        "<html>" + "<!--" * 200_000,
        "<html><p>" + "&amp;" * 200_000,
    ],
)
def test_pages_made_to_choke_a_parser_end(source: str) -> None:
    start = time.monotonic()
    here(source.encode())
    assert time.monotonic() - start < 15


def test_a_page_loads_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The secret is out.")
    frames = f"<iframe src='{secret.as_uri()}'></iframe><object data='{secret}'></object>"
    head = f"<base href='{tmp_path.as_uri()}/'><link rel=stylesheet href='{secret.as_uri()}'>"
    page = made.page(head=head, after=frames)
    doctype = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    article, _ = read(page.replace("<!DOCTYPE html>", doctype).replace("on Monday", "on &x; Monday").encode())
    assert "secret" not in article.text


FENCED = """
import sys
from compare.read.formats.__main__ import fence
fence()
try:
    {attempt}
except (OSError, MemoryError) as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.remove('here.txt')", "PermissionError"),
        ("open('new.txt', 'w').write('x' * 1_000_000)", "OSError"),
        ("bytearray(3 * 1024**3)", "MemoryError"),
    ],
)
def test_the_child_cannot(attempt: str, error: str, tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("x")
    code = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)" + FENCED.format(attempt=attempt)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == f"{error}\n"
    assert (tmp_path / "here.txt").exists()


@pytest.fixture
def sleeper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], int]:
    """Puts a child that only sleeps in the reader's place; returns a way to ask for its number."""
    note = tmp_path / "pid"
    slow = (
        f"import os, pathlib, time; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep(60)"
    )
    real = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda _, **options: real([sys.executable, "-c", slow], **options)
    )
    return lambda: int(note.read_text())


def test_a_reader_that_takes_too_long_is_ended(
    sleeper: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "SECONDS", 1)
    assert refusal(FILES["html"]) == (
        f"cannot read a: it is a web page that takes longer than 1 s to read; {TEXT_TIP}"
    )
    with pytest.raises(ProcessLookupError):
        os.kill(sleeper(), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="alarms are POSIX")
def test_ctrl_c_ends_the_reader(sleeper: Callable[[], int]) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        with pytest.raises(KeyboardInterrupt):
            read(FILES["html"])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    with pytest.raises(ProcessLookupError):
        os.kill(sleeper(), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own way")
def test_the_reader_ends_when_the_tool_is_killed() -> None:
    waiting = "import time; from compare.read.formats.__main__ import fence; fence(); print(1, flush=True)"
    inner = [sys.executable, "-c", f"{waiting}; time.sleep(60)"]
    outer = (
        "import subprocess, sys, time\n"
        f"reader = subprocess.Popen({inner!r}, stdout=subprocess.PIPE, start_new_session=True)\n"
        "reader.stdout.readline(); print(reader.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", outer], stdout=subprocess.PIPE) as tool:
        assert tool.stdout
        number = int(tool.stdout.readline())
        tool.kill()
    for _ in range(100):
        state = Path(f"/proc/{number}/stat")
        if not state.exists() or state.read_text().rpartition(") ")[2][0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the reader outlived the tool")


def test_a_reader_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = subprocess.Popen
    monkeypatch.setattr(
        subprocess,
        "Popen",
        lambda _, **options: real([sys.executable, "-c", "import os; os.abort()"], **options),
    )
    assert refusal(FILES["pdf"]) == f"cannot read a: it is damaged, or no real PDF; {TEXT_TIP}"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=80), st.integers(0, 10**6), st.integers(0, 400))
def test_a_damaged_file_is_an_article_or_a_refusal(kind: str, noise: bytes, at: int, cut: int) -> None:
    data = FILES[kind]
    place = 8 + at % (len(data) - 8)
    broken = data[:place] + noise + data[place + cut :]
    if kind_of(broken) is not None:
        said = here(broken)
        assert said == {} or said.get("text") or set(said) == {"why", "tip"}


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(["<html>", "%PDF-1.7\n", "{\\rtf1 ", "PK\x03\x04word/"]), st.binary(max_size=200))
def test_any_bytes_raise_only_our_error(start: str, noise: bytes) -> None:
    with contextlib.suppress(UnreadableArticleError):
        read(start.encode() + noise)
