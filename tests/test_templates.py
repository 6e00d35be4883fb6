"""Templates of a user's own: they take the place of ours, and find no way out of the page."""

from __future__ import annotations

import io
import re
import signal
from dataclasses import replace
from pathlib import Path

import made
import pikepdf
import pytest
from pdfminer.high_level import extract_text

from compare.errors import RenderingError, UsageError
from compare.render.documents import RENDITIONS, documents
from compare.render.layout import Edition, Layout
from compare.render.plain.json import to_json
from compare.render.report import html, pdf

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "house-style"


def folder(where: Path, **files: str) -> Layout:
    for name, words in files.items():
        (where / name.replace("__", ".")).write_text(words, encoding="utf-8")
    return Layout(template=where)


def test_the_example_prints_its_colour_and_its_line_on_every_page() -> None:
    pages = pdf(made.bridge(), Layout(template=EXAMPLE))
    printed = extract_text(io.BytesIO(pages)).rstrip("\f").split("\f")
    assert len(printed) > 2
    assert all("Harbour School Library" in " ".join(page.split()) for page in printed)
    assert ".part { border-top-color: #7A1F3D }" in html(made.bridge(), Layout(template=EXAMPLE))


def test_a_template_takes_the_place_of_ours_and_articles_stay_escaped(tmp_path: Path) -> None:
    layout = folder(
        tmp_path,
        report__html__j2='{% from "macros.html.j2" import glyph with context %}'
        "<p>{{ glyph(0, 'A') }} {{ page.title }}: {{ page.cards[0].headline }}</p>",
    )
    a = made.article("A", [["One."]], title="<b>Bold</b>")
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html(made.comparison([a, a], readable=False), layout)


OUTSIDE = [
    ("{{ ''.__class__.__mro__ }}", "unsafe"),
    ("{{ page.__class__ }}", "unsafe"),
    ("{{ page['__class__'] }}", "__class__"),
    ("{{ (page|attr('__class__')) }}", "unsafe"),
    ("{{ svg.__init__.__globals__ }}", "unsafe"),
    ("{{ spelled.__globals__ }}", "unsafe"),
    ("{{ page.build }}", "has no attribute"),
    ("{{ nowhere }}", "'nowhere' is undefined"),
    ("{{ 1 / 0 }}", "division"),
    ("{% for i in range(10 ** 9) %}{% endfor %}", "a range may have 1,000"),
    ("{{ lipsum(n=10 ** 6) }}", "'lipsum' is undefined"),
    ("{% include '../secret.txt' %}", "secret.txt"),
    ("{% include '/etc/passwd' %}", "passwd"),
    ("{% import 'os' as os %}", "os"),
    ("{% if %}", "line 1"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
    ("{% do x %}", "line 1"),
    ("{{ ('9' * 500)|float|int }}", "name 'inf' is not defined"),
    ("{{ 'x'|center(10 ** 18) }}", "MemoryError"),
]


@pytest.mark.parametrize(("template", "reason"), OUTSIDE)
def test_what_a_template_may_not_do_is_one_line(template: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inner = tmp_path / "mine"
    inner.mkdir()
    with pytest.raises(UsageError) as refused:
        html(made.bridge(), folder(inner, report__html__j2=template))
    line = str(refused.value)
    assert reason in line
    assert "report.html.j2" in line
    assert "docs/templates.md" in line
    assert "\n" not in line


def test_endless_output_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.render.pages.templates._MOST_CHARACTERS", 10_000)
    loop = "{% for i in range(999) %}{% for j in range(999) %}x{% endfor %}{% endfor %}"
    with pytest.raises(UsageError, match="more than 10,000 characters"):
        html(made.bridge(), folder(tmp_path, report__html__j2=loop))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="a clock of POSIX")
# The signal can come while the collector's callback of a test library runs, where what it raises is lost; it
# comes again a second later.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "loop",
    [
        f"{'{% for x in range(999) %}' * 4}{'{% endfor %}' * 4}",
        f"{{% set a %}}{'{% for x in range(999) %}' * 4}{'{% endfor %}' * 4}{{% endset %}}",
        "{{ [1]|slice(10 ** 10)|list }}",
    ],
)
def test_a_loop_without_output_is_stopped(loop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.render.pages.templates._MOST_SECONDS", 0.1)
    with pytest.raises(UsageError, match=r"report.html.j2 takes more than 0.1 seconds; shorten its loops"):
        html(made.bridge(), folder(tmp_path, report__html__j2=loop))
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@pytest.mark.parametrize("sheet", ["@media print{" * 5_000, "a{b:" + "(" * 5_000])
def test_a_style_sheet_nested_without_end_is_one_line(sheet: str, tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"cannot use the template .*: maximum recursion.*; see docs/templates"
    ):
        pdf(made.bridge(), folder(tmp_path, own__css=sheet))


@pytest.mark.parametrize(
    "sheet",
    [
        "body { background: url(file:///etc/passwd) }",
        "@import url(file:///etc/passwd);",
        "@import 'secret.css';",
        "h1 { content: url(secret.svg) }",
    ],
)
def test_a_style_sheet_loads_nothing(sheet: str, tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("h1::after { content: 'SECRET' }")
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>SECRET</text></svg>")
    words = extract_text(io.BytesIO(pdf(made.bridge(), folder(tmp_path, own__css=sheet))))
    assert "SECRET" not in words
    assert "root:" not in words


def test_a_font_from_elsewhere_is_refused(tmp_path: Path) -> None:
    sheet = "@font-face { font-family: Theirs; src: url(https://example.org/x.ttf) }"
    with pytest.raises(RenderingError, match="fonts cannot be used"):
        pdf(made.bridge(), folder(tmp_path, own__css=sheet))


def test_a_page_takes_no_file_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    page = (
        f'<link rel="attachment" href="{secret.as_uri()}"><p>Page</p><img src="{secret.as_uri()}" alt="x">'
        f'<object data="{secret.as_uri()}">x</object><embed src="{secret.as_uri()}">'
    )
    style = "<style>{{ style }}</style>"
    with pikepdf.open(
        io.BytesIO(pdf(made.bridge(), folder(tmp_path, report__html__j2=style + page)))
    ) as file:
        assert "/EmbeddedFiles" not in file.Root.get("/Names", {})
        assert not file.attachments
        assert b"SECRET" not in b"".join(
            o.read_bytes() for o in file.objects if isinstance(o, pikepdf.Stream)
        )


UNUSED = [
    (
        ["Own.css", "style.css"],
        "pdf",
        Layout(),
        "none of own.css, report.html.j2, macros.html.j2, report.css, many.html.j2, many.css, fonts.css",
    ),
    (
        ["memo.css"],
        "pdf",
        Layout(large_print=True),
        "many.css, large.css, report-large.css, many-large.css, fonts.css; see docs/templates",
    ),
    (
        ["report.css"],
        "pdf",
        Layout(edition=Edition.CLASSROOM),
        "none of own.css, handout.html.j2, handout.css, handout_many.html.j2, handout-many.css, fonts.css",
    ),
    (
        ["large.css"],
        "pdf",
        Layout(edition=Edition.EDITOR, large_print=True),
        "none of own.css, memo.html.j2, macros",
    ),
    (["own.css"], "html", Layout(), "is used: only PDFs are made from templates"),
    ([], "json", Layout(), "is used: only PDFs are made from templates"),
]


@pytest.mark.parametrize(("names", "format", "layout", "said"), UNUSED)
def test_a_folder_of_which_nothing_is_used_is_told_in_one_line(
    names: list[str], format: str, layout: Layout, said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in names:
        (tmp_path / name).write_text("p { color: black }", encoding="utf-8")
    documents(made.bridge(), format=format, layout=replace(layout, template=tmp_path))
    (line,) = caplog.messages
    assert line.startswith(f"nothing of the template folder {tmp_path} is used: ")
    assert said in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("own.css", Layout()),
        ("report.css", Layout()),
        ("memo.css", Layout(edition=Edition.EDITOR)),
        ("report-large.css", Layout(large_print=True)),
    ],
)
def test_a_folder_of_which_something_is_used_is_not_told(
    name: str, layout: Layout, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / name).write_text("p { color: black }", encoding="utf-8")
    documents(made.bridge(), format="pdf", layout=replace(layout, template=tmp_path))
    assert [line for line in caplog.messages if "template folder" in line] == []


def test_what_an_edition_takes_from_a_folder_is_all_that_it_is_made_of() -> None:
    """A template or a sheet that joins an edition joins the list too."""
    named = {name for each in RENDITIONS.values() for name in (*each.templates, *each.large)} | {"fonts.css"}
    there = {
        file.name for file in (Path(__file__).parent.parent / "report_templates").iterdir() if file.is_file()
    }
    assert there - named - {".gitkeep"} == {
        *("web.css", "web.html.j2", "web.js"),
        *("web-many.css", "web_many.html.j2", "web-many.js"),
    }
    assert named <= there


def test_a_pdf_says_which_pango_set_it_and_the_comparison_does_not() -> None:
    with pikepdf.open(io.BytesIO(pdf(made.bridge()))) as file:
        assert re.fullmatch(r"Side by Side, set by Pango 1\.[0-9]+\.[0-9]+", str(file.docinfo["/Creator"]))
    assert b"Pango" not in to_json(made.bridge())


def test_a_style_sheet_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"own\.css"):
        html(made.bridge(), Layout(template=tmp_path))
