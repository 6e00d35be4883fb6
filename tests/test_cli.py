"""The command: what it prints where, its exit codes, and what it refuses before any work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.cli import main
from compare.cli.options import KEYS

COMMAND = [sys.executable, "-m", "compare"]
HELP = Path(__file__).parent / "help"

ONE = """\
Flood closes the old bridge

The old bridge at Marle was closed on Tuesday after the river rose by two metres. Eleven families left their
homes, the mayor said. Engineers will inspect the pillars once the water has fallen.
"""
OTHER = """\
Families leave homes as river rises

Eleven families left their homes on Tuesday when the river at Marle rose by two metres. The old bridge was
closed. A school served as a shelter for the night.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    Path("a.txt").write_text(ONE, encoding="utf-8")
    Path("b.txt").write_text(OTHER, encoding="utf-8")
    Path("copy.txt").write_text(ONE, encoding="utf-8")
    Path("link.txt").symlink_to("a.txt")
    Path("empty.txt").write_bytes(b"")
    Path("scan.txt").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    Path("folder").mkdir()
    Path("latin.txt").write_bytes(OTHER.replace("river", "r\u00edver").encode("cp1252"))
    Path("broken.json").write_text("{", encoding="utf-8")
    return tmp_path


Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def run(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001
    """Run the command in this process: exit code, stdout, stderr."""

    def call(*arguments: str) -> tuple[int, bytes, str]:
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return code, out, err.decode()

    return call


# -------------------------------------------------------------------------------------------------- help


@pytest.mark.parametrize("verb", ["", "batch", "compare", "corpus", "render"])
def test_help_page(verb: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = (HELP / f"{verb or 'sidebyside'}.txt").read_text(encoding="utf-8")
    assert run(*filter(None, [verb]), "--help") == (0, page.encode(), "")


def test_help_is_quick_because_it_loads_no_heavy_library() -> None:
    script = (
        "import sys; from compare.cli import main; code = main(['compare', '--help']);"
        "print(code, *sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    code, *loaded = done.stderr.split()
    heavy = {"weasyprint", "textstat", "nltk", "jinja2", "msgspec", "rapidfuzz", "yaml", "numpy", "pyphen"}
    assert code == "0"
    assert heavy & set(loaded) == set()
    assert "click" in loaded


def test_a_json_comparison_loads_nothing_that_other_inputs_and_formats_need(tmp_path: Path) -> None:
    story = "The old bridge at Marle was closed on Friday, the mayor said. Nobody was hurt. " * 20
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(story + name, encoding="utf-8")
    script = (
        "import sys; from compare.cli import main;"
        "code = main(['compare', 'a.txt', 'b.txt', '--quiet', '--format', 'json', '-o', 'x.json']);"
        "print(code, *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    code, *loaded = done.stdout.split()
    assert code == "0"
    assert {"textstat", "rapidfuzz", "compare.find"} <= set(loaded)
    dear = {"subprocess", "json", "html", "secrets", "yaml", "charset_normalizer", "jinja2", "lxml", "nltk"}
    assert dear & set(loaded) == set()


def test_version(run: Run) -> None:
    assert run("--version") == (0, b"sidebyside 0.1.0\n", "")


def test_no_arguments_print_the_help_page_where_it_spoils_no_pipe(run: Run) -> None:
    code, out, err = run()
    assert (code, out) == (2, b"")
    assert err.startswith("Usage: sidebyside [OPTIONS] COMMAND")


# ---------------------------------------------------------------------------------------------- refusals

AB = ("compare", "a.txt", "b.txt")
USAGE = "(see sidebyside compare --help)"
NO_FORMAT = "which names no format; end it in .pdf, .docx, .html, .md, .csv, .json, .txt, or add --format"
REFUSALS = [
    (("comapre", "a.txt"), 2, "no such command 'comapre'. Did you mean 'compare'? (see sidebyside --help)"),
    (
        ("a.txt", "b.txt"),
        2,
        "say what to do with a.txt: sidebyside compare a.txt b.txt (see sidebyside --help)",
    ),
    (("compare",), 2, f"missing argument 'A B [C]...' {USAGE}"),
    (("compare", "a.txt"), 2, "a.txt alone cannot be compared; name a second article"),
    (("compare", "a.txt", "a.txt"), 2, "a.txt and a.txt are the same file; name two articles"),
    (("compare", "a.txt", "./a.txt"), 2, "a.txt and ./a.txt are the same file; name two articles"),
    (("compare", "a.txt", "link.txt"), 2, "a.txt and link.txt are the same file; name two articles"),
    (
        ("compare", "-", "-"),
        2,
        "standard input (-) can be one article only; save the other in a file",
    ),
    ((*AB, "--fromat"), 2, f"no such option '--fromat'. (Did you mean one of: '--for', '--format'?) {USAGE}"),
    ((*AB, "--paper", "a5"), 2, f"invalid value for '--paper': 'a5' is not one of 'a4', 'letter' {USAGE}"),
    (
        (*AB, "--date", "22 October"),
        2,
        f"invalid value for '--date': '22 October' is not a date like 2023-10-22 {USAGE}",
    ),
    (
        (*AB, "--date", "20231022"),
        2,
        f"invalid value for '--date': '20231022' is not a date like 2023-10-22 {USAGE}",
    ),
    (
        (*AB, "--language", "English!"),
        2,
        f"invalid value for '--language': 'English!' is not a language code like en or fr {USAGE}",
    ),
    (
        (*AB, "--outlet", "Courier"),
        2,
        f"invalid value for '--outlet': 'Courier' does not say A=NAME, such as A='The Courier' {USAGE}",
    ),
    (
        (*AB, "--outlet", "A=Caf\udce9"),
        2,
        r"invalid value for '--outlet': 'Caf\udce9' is no UTF-8 text; check what the terminal sends " + USAGE,
    ),
    ((*AB, "--outlet", "C=Courier"), 2, "--outlet C=Courier: there is no article C; the articles are A, B"),
    (
        (*AB, "--encoding", "utf-9"),
        2,
        f"invalid value for '--encoding': no encoding is called 'utf-9'; try utf-8, cp1252 or utf-16 {USAGE}",
    ),
    ((*AB, "--encoding", "C=utf-8"), 2, "--encoding C=utf-8: there is no article C; the articles are A, B"),
    (
        (*AB, "-o", "report.docx"),
        2,
        "a reader's report is not made as docx; add --for classroom or --for editor, "
        "or ask for another format",
    ),
    (
        (*AB, "--for", "classroom", "--format", "docx"),
        2,
        "a handout and its key are two files; add -o handout.docx",
    ),
    (
        (*AB, "-o", "memo.html", "--for", "editor"),
        2,
        "--for editor is made as pdf or docx, not as html; ask for one of these, or leave out --for",
    ),
    (
        (*AB, "-o", "report.doc"),
        2,
        f"report.doc has the ending '.doc', {NO_FORMAT}",
    ),
    (
        (*AB, "-o", "report"),
        2,
        f"report has no ending, {NO_FORMAT}",
    ),
    ((*AB, "-o", "none/r.pdf"), 4, "cannot write none/r.pdf: there is no folder none; make it first"),
    ((*AB, "-o", "folder", "--format", "pdf"), 4, "cannot write folder: it is a folder; name a file in it"),
    ((*AB, "-o", "a.txt"), 4, "cannot write a.txt: it is one of the inputs; choose another name"),
    ((*AB, "-o", "link.txt"), 4, "cannot write link.txt: it is one of the inputs; choose another name"),
    (("compare", "a.txt", "none.txt"), 3, "cannot read none.txt: there is no such file; check its name"),
    (
        ("compare", "folder", "b.txt"),
        3,
        "cannot read folder: it is a folder; name one article's file in it",
    ),
    (
        ("render", "none.json"),
        2,
        "cannot read the comparison none.json: No such file or directory; check its name",
    ),
    (
        ("render", "broken.json", "-o", "broken.json"),
        4,
        "cannot write broken.json: it is one of the inputs; choose another name",
    ),
    (
        ("render", "n\no\x1b[31m.json"),
        2,
        r"cannot read the comparison n o\x1b[31m.json: No such file or directory; check its name",
    ),
]


@pytest.mark.parametrize(("arguments", "code", "line"), REFUSALS, ids=[" ".join(r[0]) for r in REFUSALS])
def test_a_refusal_is_one_line_and_a_code_and_leaves_nothing(
    arguments: tuple[str, ...], code: int, line: str, run: Run, folder: Path
) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert run(*arguments) == (code, b"", f"error: {line}\n")
    assert {file: file.read_bytes() for file in folder.iterdir() if file.is_file()} == before


def test_a_value_without_an_end_does_not_fill_the_screen(run: Run) -> None:
    code, out, err = run("x" * 5_000)
    assert (code, out, len(err)) == (2, b"", 2_000 + len(" ... \n"))
    assert err.endswith("x' (see sidebyside --help)\n")


@pytest.mark.parametrize("source", ["empty.txt", "scan.txt"])
def test_what_is_no_article_is_named_with_a_reason(source: str, run: Run) -> None:
    code, out, err = run("compare", "a.txt", source, "-o", "report.pdf")
    assert (code, out) == (3, b"")
    assert err.startswith(f"error: cannot read {source}: ")
    assert err.count("\n") == 1
    assert not Path("report.pdf").exists()


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (("--format", "pdf"), "a PDF cannot be shown in a terminal; add -o report.pdf"),
        (
            ("--format", "docx", "--for", "editor"),
            "a Word file cannot be shown in a terminal; add -o report.docx",
        ),
    ],
)
def test_what_is_no_text_is_not_poured_into_a_terminal(
    asked: tuple[str, ...], line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, _, err = run(*AB, *asked)
    assert (code, err) == (2, f"error: {line}\n")


def test_a_saved_comparison_that_is_none_is_refused(run: Run) -> None:
    code, out, err = run("render", "broken.json", "-o", "report.pdf")
    assert code in {2, 3}
    assert out == b""
    assert err.startswith("error: ")
    assert "broken.json" in err
    assert err.count("\n") == 1


# ---------------------------------------------------------------------------------------------- settings

SETTINGS = [
    ('papr = "a4"', "there is no setting 'papr'; did you mean 'paper'?"),
    ("full_texts = true", "there is no setting 'full_texts'; did you mean 'full-texts'?"),
    ("zzz = 1", f"there is no setting 'zzz'; there are {', '.join(KEYS)}"),
    ('paper = "a5"', "paper: 'a5' is not one of 'a4', 'letter'"),
    ("paper = 5", "paper must be a text in quotes"),
    ("title = true", "title must be a text in quotes"),
    ('full-texts = "no"', "full-texts must be true or false"),
    ('date = "May"', "date: 'May' is not a date like 2023-10-22"),
    ("outlet = {A = 5}", 'outlet must be a table such as {A = "..."}'),
    ('outlet = {a = "X"}', "outlet: 'a=X' does not say A=NAME, such as A='The Courier'"),
    ('template = "a\\u0000.css"', "template holds a null character; take it out"),
    ('encoding = "utf-9"', "encoding: no encoding is called 'utf-9'; try utf-8, cp1252 or utf-16"),
]


@pytest.mark.parametrize(("toml", "line"), SETTINGS, ids=[toml for toml, _ in SETTINGS])
def test_a_wrong_setting_is_named(toml: str, line: str, run: Run) -> None:
    Path("s.toml").write_text(toml, encoding="utf-8")
    assert run(*AB, "--settings", "s.toml") == (2, b"", f"error: s.toml: {line}\n")


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("paper", "Expected '=' after a key in a key/value pair (at end of document)"),
        ("paper = " + "[" * 1000, "it has too many brackets inside each other"),
        ("jobs = " + "1" * 4301, "it has a number that is too long"),
    ],
    ids=["no value", "brackets", "number"],
)
def test_a_settings_file_that_is_no_toml_is_named(toml: str, line: str, run: Run) -> None:
    Path("s.toml").write_text(toml, encoding="utf-8")
    code, _, err = run(*AB, "--settings", "s.toml")
    assert (code, err) == (2, f"error: cannot use the settings file s.toml: {line}\n")


def test_settings_are_defaults_that_the_command_line_overrides(run: Run) -> None:
    Path("s.toml").write_text(
        'format = "json"\ntitle = "From the file"\ndate = 2023-10-22\nlanguage = "en-GB"\n'
        'outlet = {A = "The Courier"}\nencoding = "utf-8"\n',
        encoding="utf-8",
    )
    code, out, _ = run(*AB, "--settings", "s.toml", "--title", "From the line")
    made = json.loads(out)
    assert code == 0
    assert made["settings"]["title"] == "From the line"
    assert made["settings"]["date"] == "2023-10-22"
    assert [article["outlet"] for article in made["articles"]] == ["The Courier", None]
    assert [article["language"] for article in made["articles"]] == ["en", "en"]
    # The same file serves `render`, which has no use for an encoding.
    Path("c.json").write_bytes(out)
    code, out, _ = run("render", "c.json", "--settings", "s.toml")
    assert json.loads(out)["settings"]["title"] == "From the file"


@pytest.mark.parametrize(
    ("arguments", "epoch", "date"),
    [
        ((), "", None),
        ((), "1697932800", "2023-10-22"),
        (("--date", "2024-02-29"), "1697932800", "2024-02-29"),
    ],
)
def test_the_date_is_the_users_or_that_of_source_date_epoch(
    arguments: tuple[str, ...], epoch: str, date: str | None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert json.loads(run(*AB, "--format", "json", *arguments)[1])["settings"]["date"] == date


@pytest.mark.parametrize(
    "epoch", ["today", "1_0", " 5", "5\n", "٣", "+5", "1e9", "0x5", "9" * 20, "9" * 5000]
)
def test_a_wrong_source_date_epoch_is_named(epoch: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run(*AB) == (
        2,
        b"",
        f"error: SOURCE_DATE_EPOCH is {epoch[:40]!r}, not a number of seconds; correct or unset it\n",
    )


# ----------------------------------------------------------------------------------------------- reports


@pytest.mark.parametrize(("name", "start"), [("r.pdf", b"%PDF-"), ("r.json", b"{"), ("r.txt", b"")])
def test_the_ending_names_the_format_and_stdout_stays_empty(name: str, start: bytes, run: Run) -> None:
    assert run(*AB, "-o", name, "-q") == (0, b"", "")
    assert Path(name).read_bytes().startswith(start)
    assert Path(name).stat().st_size > 100


def test_a_rendered_report_is_the_one_made_at_once(run: Run) -> None:
    run(*AB, "-o", "c.json", "-q")
    for arguments in (["--format", "pdf", "--paper", "letter", "--no-full-texts"], ["--format", "text"]):
        at_once = run(*AB, "-q", *arguments)
        assert at_once[0] == 0
        assert run("render", "c.json", "-q", *arguments) == at_once


def test_options_reach_the_report(run: Run) -> None:
    sizes = {}
    for option in ("--full-texts", "--no-full-texts", "--paper=letter"):
        code, out, _ = run(*AB, "-q", "--format", "pdf", option)
        assert code == 0
        sizes[out] = option
    assert len(sizes) == 3


def test_render_may_retitle_and_name_outlets(run: Run) -> None:
    run(*AB, "-o", "c.json", "-q")
    change = ("--title", "Two views", "--date", "2024-01-31", "--outlet", "B=The Herald")
    made = json.loads(run("render", "c.json", "-q", "--format", "json", *change)[1])
    assert (made["settings"]["title"], made["settings"]["date"]) == ("Two views", "2024-01-31")
    assert [article["outlet"] for article in made["articles"]] == [None, "The Herald"]


def test_stdin_is_an_article(folder: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "compare", "-", "b.txt", "--format", "json", "-q"],
        input=ONE.encode(),
        capture_output=True,
        cwd=folder,
        check=True,
    )
    made = json.loads(done.stdout)
    assert made["articles"][0]["text"] == ONE
    assert made["articles"][0]["origin"]["name"] == "standard input"
    assert done.stderr == b""


def test_warnings_go_to_stderr_unless_quiet(run: Run) -> None:
    loud, quiet = run("compare", "a.txt", "latin.txt"), run("compare", "a.txt", "latin.txt", "-q")
    assert "warning: latin.txt: encoding guessed: cp1252\n" in loud[2]
    assert all(line.startswith("warning: ") for line in loud[2].splitlines())
    assert quiet == (0, loud[1], "")


def test_the_same_content_twice_is_compared_with_a_warning(run: Run) -> None:
    code, out, err = run("compare", "a.txt", "copy.txt")
    assert code == 0
    assert out
    assert "warning: two of the files hold the same text\n" in err


def test_unrelated_articles_get_a_warning_and_a_report(run: Run) -> None:
    Path("c.txt").write_text(
        "The choir sang carols. Tickets for spring cost nine pounds.\n", encoding="utf-8"
    )
    code, out, err = run("compare", "a.txt", "c.txt")
    assert code == 0
    assert out
    assert "warning: the two texts share no passage: are they about one event?\n" in err


def test_verbose_says_what_was_read_and_written(run: Run) -> None:
    code, _, err = run(*AB, "-o", "r.json", "-v", "-q")
    assert code == 0
    assert err.splitlines() == [
        "read: A: a.txt, 3 sentences, utf-8",
        "read: B: b.txt, 3 sentences, utf-8",
        "wrote: r.json",
    ]


# --------------------------------------------------------------------------------------- when it goes wrong


def test_a_missing_system_library_is_one_line_with_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoPango:
        def find_spec(self, name: str, path: object = None, target: object = None) -> None:  # noqa: ARG002
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    code, out, err = run(*AB, "-o", "r.pdf", "-q")
    assert (code, out) == (5, b"")
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    for system in ("apt", "dnf", "brew", "Windows"):
        assert system in err
    assert not Path("r.pdf").exists()


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("one by\nnought")

    monkeypatch.setattr("compare.render.plain.json.to_json", fail)


@pytest.mark.usefixtures("faulty")
def test_a_fault_of_ours_is_one_line_too(run: Run) -> None:
    fault = "a fault in the program (ZeroDivisionError: one by nought)"
    line = f"error: {fault}; please report it, with what --debug prints\n"
    assert run(*AB, "-o", "r.json", "-q") == (5, b"", line)
    assert not Path("r.json").exists()


@pytest.mark.usefixtures("faulty")
def test_a_traceback_is_printed_with_debug_alone(run: Run) -> None:
    code, out, err = run(*AB, "-o", "r.json", "-q", "--debug")
    assert (code, out) == (5, b"")
    assert err.startswith("Traceback (most recent call last):\n")
    assert err.splitlines()[-1].startswith("error: a fault in the program")


def test_a_logged_complaint_is_a_warning_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import logging

    def complain(*_: object, **__: object) -> bytes:
        logging.getLogger("compare.render.pages.press").warning("a glyph\nis missing")
        return b"{}"

    monkeypatch.setattr("compare.render.plain.json.to_json", complain)
    assert "warning: a glyph is missing\n" in run(*AB, "--format", "json")[2]
    assert run(*AB, "--format", "json", "-q") == (0, b"{}", "")


posix = pytest.mark.skipif(os.name != "posix", reason="signals and devices of POSIX")


@posix
def test_ctrl_c_is_quiet(folder: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "compare", "-", "b.txt", "-o", "r.pdf"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    before = set(folder.iterdir())
    time.sleep(1.0)  # It now waits for its standard input, which never ends.
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert set(folder.iterdir()) == before


@posix
@pytest.mark.parametrize("arguments", ["compare a.txt b.txt -q", "compare --help"])
def test_a_reader_that_has_gone_is_no_matter(arguments: str, folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *arguments.split()], stdout=writing, stderr=subprocess.PIPE, cwd=folder, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (4, b"")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_device_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "compare", "a.txt", "b.txt", "-q"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
        )
    line = b"error: cannot write to standard output: No space left on device; add -o FILE\n"
    assert (done.returncode, done.stderr) == (4, line)
