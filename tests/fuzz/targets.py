"""What is fuzzed: functions of bytes that end well or in an error of ours, and hold the laws on the way.

They need nothing but the package: `readers.py` feeds them what atheris makes up, `test_findings.py` every
file of the corpus and every past finding.
"""

from __future__ import annotations

import contextlib
import csv as tables
import io
import re
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import click
from article_laws import check

from compare.batch.rows import rows_of_list
from compare.check.lines import ids
from compare.cli import options
from compare.cli.verbs.batch import batch
from compare.cli.verbs.check import check as check_verb
from compare.cli.verbs.compare import compare
from compare.cli.verbs.render import render
from compare.errors import SideBySideError, UnreadableArticleError
from compare.model import Article, Comparison, Device, FramingPair
from compare.pipeline import compare_articles
from compare.quote import ZERO_WIDTH_SPACE, printable
from compare.read import article, article_from_bytes
from compare.read.formats import Extracted, Kind, kind_of
from compare.read.formats.__main__ import read
from compare.read.formats.extracted import Refusal
from compare.render.documents import documents
from compare.render.layout import Layout
from compare.render.plain.csv import BETWEEN, csv
from compare.render.plain.json import from_json, to_json
from compare.text.wordlists import parsed

Target = Callable[[bytes], None]
BETWEEN_TEXTS = b"\n%%%\n"
"""Parts the two texts in an input of the target `texts`."""
FORMATS = ("json", "markdown", "html", "text", "csv")


def one_text(data: bytes) -> None:
    """Read any bytes that are no format as text."""
    if kind_of(data) is None:
        _read(data)


def _format(kind: Kind) -> Target:
    def one_file(data: bytes) -> None:
        if kind_of(data) is kind:
            _read(data)

    return one_file


def _read(data: bytes, *, label: str = "A") -> Article | None:
    """Return the article, None where it was refused in a line, its reader run here and not in a child."""
    try:
        with mock.patch.object(article, "extract", _extract):
            found, notes = article_from_bytes(data, name="a", label=label)
    except SideBySideError as error:
        _one_line(str(error))
        return None
    check(found)
    for line in (*(note.text for note in notes), found.title, found.outlet, found.byline):
        _one_line(line or "")
    return found


def _extract(data: bytes, *, kind: Kind, name: str, encoding: str | None) -> Extracted:
    # As the child does, but for its net of `except Exception`: what falls into that is a fault.
    try:
        return read(data, kind=kind, encoding=encoding)
    except Refusal as refusal:
        raise UnreadableArticleError(f"cannot read {name}: {refusal.why}; {refusal.tip}") from refusal


def two_texts(data: bytes) -> None:
    """Compare two texts, write every format, and look the quotations up."""
    one, _, other = data.partition(BETWEEN_TEXTS)
    if kind_of(one) or kind_of(other):
        return
    read_both = [_read(one, label="A"), _read(other, label="B")]
    articles = [each for each in read_both if each]
    if len(articles) < 2:
        return
    compared = compare_articles(articles)
    assert from_json(to_json(compared), name="c") == compared
    _check_places(compared)
    _check_table(compared)
    _write_all(compared)


def saved_comparison(data: bytes) -> None:
    """Load a comparison that somebody edited, and write every format of it where it is sound."""
    with contextlib.suppress(SideBySideError):
        _write_all(from_json(data, name="c"))


def _write_all(compared: Comparison) -> None:
    for each in FORMATS:
        for document in documents(compared, format=each, layout=Layout()):
            assert document.decode("utf-8")


def _check_places(compared: Comparison) -> None:
    homes = {s.id: (a.label, s.start, s.end) for a in compared.articles for s in a.sentences}
    for found in (*compared.links, *compared.findings):
        for span, sentence in zip(found.spans, found.sentences, strict=True):
            if not sentence.endswith("0") or sentence in homes:
                label, start, end = homes[sentence]
                assert span.article == label
                # A beginning and an end are named by the first of their sentences.
                over = isinstance(found, FramingPair) and found.device in (Device.LEAD, Device.CLOSE)
                assert start <= span.start < span.end
                assert over or span.end <= end
    assert len({finding.id for finding in compared.findings}) == len(compared.findings)


_AHEAD = re.compile(r"'(?=[=+\-@＝＋－＠])")


def _check_table(compared: Comparison) -> None:
    written = csv(compared).encode("utf-8").decode("utf-8-sig")
    texts = {f"{a.label} quotation": _as_printed(a.text) for a in compared.articles}
    for row in tables.DictReader(io.StringIO(written, newline=""), strict=True):
        for column, text in texts.items():
            for words in row[column].removeprefix("'").split(BETWEEN):
                # An apostrophe keeps a sign from opening a formula where a spreadsheet parts the cell.
                assert _AHEAD.sub("", words.replace(ZERO_WIDTH_SPACE, "")) in _AHEAD.sub("", text)


def _as_printed(text: str) -> str:
    return printable(text).replace(ZERO_WIDTH_SPACE, "")


def list_of_batch(data: bytes) -> None:
    """Read a list of comparisons."""
    with contextlib.suppress(SideBySideError):
        for row in rows_of_list(data, shown="list.csv", base=Path("/base")):
            assert row.problem or len(row.paths) >= 2
            assert isinstance(row.wanted_name, str)


def settings(data: bytes) -> None:
    """Read a settings file for every verb that takes one."""
    with mock.patch.object(options, "read_named", return_value=data):
        for verb in (compare, check_verb, batch, render):
            with contextlib.suppress(SideBySideError), click.Context(verb) as context:
                options.use_settings_file(context, verb.params[0], Path("settings.toml"))


def word_list(data: bytes) -> None:
    """Read a user's list of wordings."""
    # What is no UTF-8 is refused before it is looked at: cli/articles.py.
    with contextlib.suppress(UnicodeDecodeError, SideBySideError):
        for entry in parsed(data.decode("utf-8-sig"), name="words.toml")[0]:
            assert entry.wordings


def baseline(data: bytes) -> None:
    """Read a file of accepted findings."""
    with contextlib.suppress(SideBySideError):
        ids(data, name="accepted")


def _one_line(line: str) -> None:
    assert len(line.splitlines()) <= 1, line


TARGETS: dict[str, Target] = {
    "text": one_text,
    "html": _format(Kind.HTML),
    "docx": _format(Kind.DOCX),
    "odt": _format(Kind.ODT),
    "pdf": _format(Kind.PDF),
    "epub": _format(Kind.EPUB),
    "rtf": _format(Kind.RTF),
    "texts": two_texts,
    "saved": saved_comparison,
    "list": list_of_batch,
    "settings": settings,
    "words": word_list,
    "baseline": baseline,
}
