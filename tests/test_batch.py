"""Batches: many reports, one failure at a time, the same files however they come about."""

from __future__ import annotations

import importlib
import inspect
import json
import multiprocessing
import os
import pkgutil
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing import forkserver
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.batch import workers
from compare.batch.job import Order
from compare.batch.outcome import Status
from compare.batch.output import SUMMARY, stems
from compare.batch.rows import rows_of_folder, rows_of_list
from compare.batch.run import Batch
from compare.cli import main
from compare.errors import UsageError
from compare.render.layout import Layout

COMMAND = [sys.executable, "-m", "compare"]
SOURCES = Path(__file__).parent.parent / "sources"
TEXT = Order(format="text", layout=Layout(), outlets={}, encodings={})
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals to processes")


def article(*, place: str, number: int, other: bool = False) -> str:
    opening = f"The old bridge at {place} was closed on Tuesday after the river rose by {number} metres."
    rest = "Eleven families left their homes, the mayor said."
    more = "A school served as a shelter." if other else "Engineers will inspect the pillars."
    first, second = (rest, opening) if other else (opening, rest)
    return f"{first} {second} {more}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    # Workers import the main module of their parent; pytest's takes longer than a report.
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)
    for number, place in enumerate(("Marle", "Ostrava", "Kirn", "Velden", "Sarn", "Toll"), 2):
        Path(f"{place}.txt").write_text(article(place=place, number=number), encoding="utf-8")
        Path(f"{place}-b.txt").write_text(article(place=place, number=number, other=True), encoding="utf-8")
    return tmp_path


@pytest.fixture
def six(folder: Path) -> Path:
    places = [file.stem for file in sorted(folder.glob("*.txt")) if not file.stem.endswith("-b")]
    lines = ["a,b,name", *(f"{place}.txt,{place}-b.txt,{place}" for place in places)]
    Path("six.csv").write_text("\n".join(lines), encoding="utf-8")
    return Path("six.csv")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001
    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["batch", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def contents(folder: str) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}


# ---------------------------------------------------------------------------------------------- the list

LISTS = [
    ("", "has no column 'a' in its first line"),
    ("x.txt,y.txt\n", "has a column 'x.txt' in its first line; columns are a, b, c..., name, title"),
    ("a,name\nx,y\n", "has no column 'b' in its first line"),
    ("a,b,a\nx,y,z\n", "has two columns 'a'; name each once"),
    ("a,b,d\nx,y,z\n", "has columns a, b, d: the letters of articles leave none out"),
    ("a,b\n", "lists no articles"),
    ("a,b\n\n , \n", "lists no articles"),
    ('a,b\nx,"y\n', "list.csv, line 2: unexpected end of data; correct that line"),
    ("a,b\nx,caf\xe9\n", "is not UTF-8 (line 2); save the list as CSV in UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), LISTS)
def test_a_list_that_cannot_be_used_is_named(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        rows_of_list(text.encode("latin-1"), shown="list.csv", base=Path())
    assert message in str(refused.value)
    assert "list.csv" in str(refused.value)


def test_a_list_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.batch.rows.MAX_ROWS", 2)
    assert len(rows_of_list(b"a,b\n\nx,y\n\nx,y\n\n", shown="list.csv", base=Path())) == 2
    with pytest.raises(UsageError, match=r"^list\.csv has more than 2 rows; part the list in several$"):
        rows_of_list(b"a,b\nx,y\nx,y\nx,y\n", shown="list.csv", base=Path())


ROWS = [
    ("a,b\nx,y\n", ("x", "y"), ""),
    ("\ufeffA , B\r\n x ,y\r\n", ("x", "y"), ""),
    ("a;b;title\nx;y,1;z\n", ("x", "y,1"), ""),
    ("a\tb\nx\ty\n", ("x", "y"), ""),
    ('a,b\n"x\n1",y\n', ("x\n1", "y"), ""),
    ("b,a,c\ny,x,\n", ("x", "y"), ""),
    ("a,b,\nx,y,\n", ("x", "y"), ""),
    ("a,b\nx\n", ("x",), "it names one article; a comparison needs two"),
    ("a,b,name\n,,z\n", (), "it names no article; a comparison needs two"),
    ("a,b,c\nx,,z\n", ("x", "z"), "b is empty and c is not; give the articles in order"),
    (
        "a,b\nx,y,z\n",
        ("x", "y"),
        "its cell 3 stands under no name; put quotation marks around a cell with a comma",
    ),
    ("a,b,c,outlet_c\nx,y,,Z\n", ("x", "y"), "outlet_c is given, and c is not; name the article too"),
    ("a,b\nx,-\n", ("x", "-"), "standard input (-) cannot be an article of a batch; save it in a file"),
    (
        "a,b\nx,https://example.org/y\n",
        ("x", "https://example.org/y"),
        "https://example.org/y is an address; a batch reads files only: save the page and name the file",
    ),
]


@pytest.mark.parametrize(("text", "files", "problem"), ROWS)
def test_a_row_of_a_list(text: str, files: tuple[str, ...], problem: str) -> None:
    (row,) = rows_of_list(text.encode(), shown="list.csv", base=Path("lists"))
    assert (row.files, row.problem, row.place) == (files, problem, "line 2")
    assert row.paths == tuple(Path.cwd() / "lists" / file for file in files)


def test_rows_know_their_lines_and_what_is_said_of_them() -> None:
    data = b'a,b,name,title,outlet_b\nx,"y\n\n",one,First,\n\nx,y,two,,Herald\n'
    first, second = rows_of_list(data, shown="list.csv", base=Path())
    assert (first.place, first.name, first.title, first.outlets) == ("line 2", "one", "First", (None, None))
    assert (second.place, second.name, second.title, second.outlets) == (
        "line 6",
        "two",
        None,
        (None, "Herald"),
    )


def test_a_folder_gives_a_row_for_each_folder_in_it(folder: Path) -> None:
    for name in (
        "b/2.md",
        "b/1.txt",
        "b/photo.jpg",
        "b/.hidden.txt",
        "a/only.txt",
        ".git/x.txt",
        "out/r.txt",
    ):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("x", encoding="utf-8")
    # Passed over, what cannot be read would leave the others to be compared without it.
    for name in ("c/old.doc", "c/draft.pages", "c/sub.txt/x.txt"):
        Path(name).parent.mkdir(exist_ok=True, parents=True)
        Path(name).write_text("x", encoding="utf-8")
    Path("c/lost.md").symlink_to("nowhere")
    Path("loop").symlink_to(".")
    Path("elsewhere").symlink_to(folder / "b")
    rows = rows_of_folder(folder, without=folder / "out")
    assert [(row.name, row.files, row.problem) for row in rows] == [
        ("a", ("a/only.txt",), "it names one article; a comparison needs two"),
        ("b", ("b/1.txt", "b/2.md"), ""),
        ("c", ("c/draft.pages", "c/lost.md", "c/old.doc"), ""),
        ("elsewhere", ("elsewhere/1.txt", "elsewhere/2.md"), ""),
        ("loop", tuple(sorted(f"loop/{file.name}" for file in folder.glob("*.txt"))), ""),
    ]


# ------------------------------------------------------------------------------------------------- names


@given(st.lists(st.text() | st.sampled_from(["x", "X", "x-key", "x-2", "CON", "summary", "é", "e\u0301"])))
def test_names_are_safe_and_no_two_alike(wanted: list[str]) -> None:
    found = stems(wanted)
    files = [f"{stem}{part}" for stem in found for part in ("", "-key")]
    assert len({file.casefold() for file in [SUMMARY, *files]}) == 2 * len(wanted) + 1
    for stem in found:
        assert stem[0] not in "-."
        assert not set(stem) & set('/\\:*?"<>| \n\0')
        assert stem.isprintable()
        assert len(f".{stem}-key.pdf".encode()) <= 255


def test_a_name_depends_on_those_before_it_only() -> None:
    assert stems(["x", "X", "y", "x"])[:3] == stems(["x", "X", "y"]) == ("x", "X-2", "y")


# --------------------------------------------------------------------------------------------- a batch


def test_a_failing_row_is_told_and_the_others_are_made(run: Run) -> None:
    Path("list.csv").write_text(
        "a,b,name,title,outlet_a\n"
        "Marle.txt,Marle-b.txt,=1+1,,@Courier\n"
        "Marle.txt,gone.txt,-gone,,\n"
        "Kirn.txt,./Kirn.txt,twins,,\n"
        "Kirn.txt,Kirn-b.txt,=1+1,The bridge at Kirn,\n"
        "Kirn.txt,,half,,\n",
        encoding="utf-8",
    )
    code, out, err = run("list.csv", "-o", "new/reports", "--format", "markdown")
    assert code == 6
    assert sorted(err.splitlines()) == [
        "error: 3 of 5 reports not written into new/reports: 3 failed; "
        "see new/reports/summary.csv, and add --resume to make only what is missing",
        "error: line 3, gone: cannot read gone.txt: there is no such file; check its name",
        "error: line 4, twins: Kirn.txt and ./Kirn.txt are the same file; name two articles",
        "error: line 6, half: it names one article; a comparison needs two",
    ]
    assert out.splitlines() == [
        "name   status   shared  one only  differ  framing",
        "1+1    written       2         1       0        0",
        "gone   failed   cannot read gone.txt: there is no such file; check its name",
        "twins  failed   Kirn.txt and ./Kirn.txt are the same file; name two articles",
        "1+1-2  written       2         1       0        0",
        "half   failed   it names one article; a comparison needs two",
    ]
    files = contents("new/reports")
    assert sorted(files) == [".sidebyside-batch.jsonl", "1+1-2.md", "1+1.md", "summary.csv", "summary.json"]
    assert b"Courier" in files["1+1.md"]
    assert b"The bridge at Kirn" in files["1+1-2.md"]
    saved = json.loads(files["summary.json"])
    assert [row["status"] for row in saved["rows"]] == ["written", "failed", "failed", "written", "failed"]
    assert (saved["written"], saved["failed"], saved["not tried"]) == (2, 3, 0)


@POSIX
def test_files_are_called_as_in_the_list_and_pipes_never_waited_for(run: Run) -> None:
    os.mkfifo("pipe")
    Path("folder.txt").mkdir()
    Path("list.csv").write_text(
        'a,b,name\n"a\n.txt",Kirn.txt,x\nKirn.txt,pipe,y\n/dev/zero,Kirn.txt,z\nKirn.txt,folder.txt,w\n'
        "Kirn.txt,Kirn-b.txt,v\n",
        encoding="utf-8",
    )
    assert run("list.csv", "-o", "out", "--format", "text")[0] == 6
    for name in ("v.txt", ".sidebyside-batch.jsonl"):
        Path("out", name).unlink()
        os.mkfifo(f"out/{name}")
    code, _, err = run("list.csv", "-o", "out", "--format", "text", "--resume")
    reader = "nobody reads from this pipe; start its reader first"
    assert (code, err) == (4, f"error: cannot write out/.sidebyside-batch.jsonl: {reader}\n")
    Path("out/.sidebyside-batch.jsonl").unlink()
    code, _, err = run("list.csv", "-o", "out", "--format", "text", "--resume")
    assert (code, sorted(err.splitlines())[1:]) == (
        6,
        [
            "error: line 2, x: cannot read a\\n.txt: there is no such file; check its name",
            "error: line 4, y: cannot read pipe: it is not a regular file; save it in a file",
            "error: line 5, z: cannot read /dev/zero: it is not a regular file; save it in a file",
            "error: line 6, w: cannot read folder.txt: it is a folder; name one article's file in it",
            f"error: line 7, v: cannot write out/v.txt: {reader}",
        ],
    )


def test_no_cell_of_the_summary_is_a_formula(run: Run) -> None:
    Path("=1+1.txt").write_bytes(Path("Marle.txt").read_bytes())
    Path("list.csv").write_text("a,b\n=1+1.txt,Marle-b.txt\n+2.txt,@x.txt\n", encoding="utf-8")
    run("list.csv", "-o", "out", "--format", "json")
    _, first, second = Path("out/summary.csv").read_text(encoding="utf-8-sig").splitlines()
    assert first.startswith("1+1-Marle-b,line 2,written,'=1+1.txt,Marle-b.txt,1+1-Marle-b.json,,")
    assert second.startswith("2-x,line 3,failed,'+2.txt,'@x.txt,,cannot read +2.txt: there is no such file")


def test_a_report_of_a_batch_is_the_one_that_compare_writes(run: Run) -> None:
    files = [str(file) for file in sorted((SOURCES / "flood").iterdir())]
    Path("list.csv").write_text(f"a,b,name\n{','.join(files)},flood\n", encoding="utf-8")
    assert run("list.csv", "-o", "out", "--format", "json")[0] == 0
    assert main(["compare", *files, "-o", "flood.json"]) == 0
    assert Path("out/flood.json").read_bytes() == Path("flood.json").read_bytes()


def test_a_handout_and_its_key_are_made_for_each_row(run: Run) -> None:
    Path("list.csv").write_text("a,b,name\nMarle.txt,Marle-b.txt,x\n", "utf-8")
    code, _, err = run("list.csv", "-o", "out", "--for", "classroom", "-v")
    assert (code, err.splitlines()[-2:]) == (
        0,
        ["wrote: x.pdf, x-key.pdf", "wrote: 1 report into out; see out/summary.csv"],
    )
    handout, key = (Path(f"out/{name}.pdf").read_bytes() for name in ("x", "x-key"))
    assert handout[:5] == key[:5] == b"%PDF-"
    assert handout != key


def test_one_process_makes_the_same_files_as_two(six: Path, run: Run) -> None:
    outs = [run(str(six), "-o", f"out{jobs}", "--jobs", jobs, "--format", "html")[0:2] for jobs in "12"]
    assert outs[0] == outs[1]
    assert contents("out1") == contents("out2")
    assert len(contents("out1")) == 9


def test_fail_fast_stops_at_the_first_failure(run: Run) -> None:
    lines = ["a,b", "Marle.txt,Marle-b.txt", "gone.txt,Kirn-b.txt", *["Kirn.txt,Kirn-b.txt"] * 3]
    Path("list.csv").write_text("\n".join(lines), encoding="utf-8")
    code, _, err = run("list.csv", "-o", "out", "--format", "text", "--jobs", "1", "--fail-fast")
    assert (code, len(err.splitlines())) == (6, 2)
    saved = json.loads(Path("out/summary.json").read_bytes())
    assert [row["status"] for row in saved["rows"]] == ["written", "failed", *["not tried"] * 3]
    assert multiprocessing.active_children() == []


def test_settings_may_stand_in_a_file(six: Path, run: Run) -> None:
    Path("s.toml").write_text('jobs = 1\nformat = "text"\nfail-fast = true\n', encoding="utf-8")
    assert run(str(six), "-o", "out", "--settings", "s.toml")[0] == 0
    assert Path("out/Marle.txt").is_file()
    Path("s.toml").write_text('jobs = "all"\n', encoding="utf-8")
    assert run(str(six), "-o", "out", "--settings", "s.toml") == (
        2,
        "",
        "error: s.toml: jobs must be a whole number\n",
    )


def test_progress_is_shown_on_a_terminal_only(six: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = (str(six), "-o", "out", "--format", "text", "--jobs", "2")
    assert run(*arguments)[2] == "wrote: 6 reports into out; see out/summary.csv\n"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = run(*arguments)[2]
    assert "\r0 of 6 reports\r" in err or "\r0 of 6 reports" in err
    assert "\r6 of 6 reports" in err
    assert "\r4 of 6 reports, about 1 s left" in err


# --------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("six.csv",), 2, "missing option '-o' / '--output' (see sidebyside batch --help)"),
        (
            ("gone.csv", "-o", "out"),
            2,
            "cannot read the list gone.csv: No such file or directory; name a CSV file or a folder",
        ),
        (("", "-o", "out"), 2, "the name of the list is empty; name a CSV file or a folder"),
        (("six.csv", "-o", ""), 2, "the name of the folder after -o is empty; name one"),
        (
            ("/dev/zero", "-o", "out"),
            2,
            "cannot read the list /dev/zero: it is not a regular file; name a CSV file or a folder",
        ),
        (("huge.csv", "-o", "out"), 2, "huge.csv is larger than 16 MB; part the list in several"),
        (
            (".", "-o", "out"),
            2,
            ". has no folder in it; put the articles of each comparison in one",
        ),
        (
            ("six.csv", "-o", "out", "--for", "editor", "--format", "html"),
            2,
            "--for editor is made as pdf or docx, not as html; ask for one of these, or leave out --for",
        ),
        (("six.csv", "-o", "six.csv"), 4, "cannot write into six.csv: it is no folder; name one"),
        (
            ("six.csv", "-o", "out", "--outlet", "C=X"),
            2,
            "--outlet C=X: there is no article C; the articles are A, B",
        ),
        (
            ("six.csv", "-o", "out", "--jobs", "0"),
            2,
            "invalid value for '--jobs': 0 is not in the range 1<=x<=64 (see sidebyside batch --help)",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_before_any_work(
    arguments: tuple[str, ...], code: int, line: str, six: Path, run: Run
) -> None:
    assert six.is_file()
    Path("huge.csv").touch()
    os.truncate("huge.csv", 16 * 1024**2 + 1)
    assert run(*arguments) == (code, "", f"error: {line}\n")
    assert not Path("out").exists()


def test_nothing_is_written_over_an_input_or_through_a_link(six: Path, run: Run) -> None:
    Path("out").mkdir()
    Path("precious").write_text("x", encoding="utf-8")
    Path("out/Kirn.txt").symlink_to(Path("precious").absolute())
    Path("Marle.txt").rename("out/Marle.txt")
    Path("Marle.txt").symlink_to("out/Marle.txt")
    before = Path("out/Marle.txt").read_bytes()
    code, _, err = run(str(six), "-o", "out", "--format", "text")
    assert (code, sorted(err.splitlines())[1:]) == (
        6,
        [
            "error: line 2, Kirn: cannot write out/Kirn.txt: it is a link, which may lead out of the folder; "
            "remove it",
            "error: line 3, Marle: cannot write out/Marle.txt: it is one of the inputs; "
            "give another name or folder",
        ],
    )
    assert Path("precious").read_text(encoding="utf-8") == "x"
    assert Path("out/Marle.txt").read_bytes() == before


def test_a_list_that_is_called_like_the_summary_is_not_overwritten(six: Path, run: Run) -> None:
    six.rename("summary.csv")
    code, _, err = run("summary.csv", "-o", ".", "--format", "json")
    assert (code, err) == (
        4,
        "error: cannot write summary.csv: it is one of the inputs; give another name or folder\n",
    )


@POSIX
def test_two_batches_do_not_write_into_one_folder(six: Path, run: Run) -> None:
    rows = rows_of_list(six.read_bytes(), shown="six.csv", base=Path())
    with closing(Batch(rows, TEXT, Path("out")).run(processes=1, resume=False, fail_fast=False)) as events:
        next(events)
        code, _, err = run(str(six), "-o", "out", "--format", "text")
    assert (code, err) == (
        4,
        "error: cannot write into out: another batch does; wait for it or name another folder\n",
    )


@POSIX
def test_a_compare_into_the_folder_of_a_batch_keeps_its_temporary_file(
    six: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("out").mkdir()
    Path("out/.sidebyside-batch-0123.part").write_bytes(b"half a report, from an earlier kill")
    to_disk, codes = os.fsync, []

    def batch_meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", to_disk)
        codes.append(run(str(six), "-o", "out", "--format", "text")[0])
        to_disk(descriptor)

    monkeypatch.setattr(os, "fsync", batch_meanwhile)
    codes.append(main(["compare", "Marle.txt", "Marle-b.txt", "-o", "out/x.md"]))
    assert codes == [0, 0]
    assert len(contents("out")) == 10
    assert not list(Path("out").glob("*.part"))


def test_limits_hold_for_each_article_and_decide_what_is_kept(six: Path, run: Run) -> None:
    again = (str(six), "-o", "out", "--format", "text", "--resume", "-v")
    size = max(file.stat().st_size for file in Path().glob("*.txt"))
    assert run(*again)[0] == 0
    Path("Marle-b.txt").write_bytes(Path("Marle-b.txt").read_bytes() + b"\n" * 99)
    code, _, err = run(*again, "--max-bytes", str(size))
    assert (code, kept(err)) == (6, set())
    assert [line for line in err.splitlines() if line.startswith("error: line")] == [
        f"error: line 3, Marle: cannot read Marle-b.txt: it is larger than {size} bytes; "
        "give one article's text, or raise --max-bytes"
    ]
    assert len(kept(run(*again, "--max-bytes", str(size))[2])) == 5
    sentences = run(*again, "--max-sentences", "2")[2].splitlines()
    assert sentences[0].endswith(
        "it has 3 sentences, more than 2; give one article's text, or raise --max-sentences"
    )
    assert len(sentences) == 7


# ------------------------------------------------------------------------------------------- resuming


def kept(err: str) -> set[str]:
    return {line.removeprefix("kept: ") for line in err.splitlines() if line.startswith("kept: ")}


def test_resume_makes_again_what_changed_and_nothing_else(six: Path, run: Run) -> None:
    again = (str(six), "-o", "out", "--format", "text", "--resume", "-v")
    assert kept(run(*again)[2]) == set()
    clean = contents("out")
    everything = {name for name in clean if name.endswith(".txt")}
    assert kept(run(*again)[2]) == everything
    assert contents("out") == clean
    Path("out/Kirn.txt").write_text("edited", encoding="utf-8")
    Path("out/Sarn.txt").unlink()
    assert kept(run(*again)[2]) == everything - {"Kirn.txt", "Sarn.txt"}
    assert contents("out") == clean
    Path("Toll-b.txt").write_text(article(place="Toll", number=9, other=True), encoding="utf-8")
    assert kept(run(*again)[2]) == everything - {"Toll.txt"}
    changed = contents("out")
    assert changed["Toll.txt"] != clean["Toll.txt"]
    assert kept(run(*again, "--date", "2024-05-01")[2]) == set()
    assert kept(run(*again, "--date", "2024-05-01")[2]) == everything
    assert kept(run(*again[:4], "-v", "--date", "2024-05-01")[2]) == set()


@POSIX
@pytest.mark.parametrize("reports", [0, 4])
def test_a_killed_batch_that_is_resumed_leaves_the_files_of_a_clean_one(
    reports: int, six: Path, run: Run
) -> None:
    assert run(str(six), "-o", "clean", "--format", "text")[0] == 0
    Path("out").mkdir()
    Path("out/.sidebyside-batch-0123.part").write_bytes(b"half a report, from an earlier kill")
    with Started(six) as child:
        wait_for(reports)
        child.send_signal(signal.SIGKILL)
        assert child.wait(20) == -signal.SIGKILL
    # A process that was being started when its batch was killed holds the folder's lock for another moment.
    until(lambda: not group_lives(child.pid))
    # A torn line is what a kill in the middle of writing leaves.
    with Path("out/.sidebyside-batch.jsonl").open("ab") as journal:
        journal.write(b'{"key": "12')
    assert run(str(six), "-o", "out", "--format", "text", "--resume")[0] == 0
    assert contents("out") == contents("clean")


@POSIX
def test_a_batch_killed_at_any_step_and_resumed_leaves_the_files_of_a_clean_one(folder: Path) -> None:
    rows = ("Marle.txt,Marle-b.txt", "Kirn.txt,Kirn-b.txt")
    Path("list.csv").write_text("\n".join(["a,b", *rows]), encoding="utf-8")
    command = [sys.executable, str(Path(__file__).parent / "killed_batch.py"), "list.csv"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = re.fullmatch(r"(\d+) steps, litter after (\d+)\n", done.stdout)
    assert said, done
    steps, litter = map(int, said.groups())
    assert (steps > 50, litter > 10, done.stderr) == (True, True, "")


@POSIX
def test_a_batch_started_in_a_folder_that_is_gone_is_refused(folder: Path, six: Path, run: Run) -> None:
    gone = folder / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    line = "error: the present folder has been removed; go to another one (cd)\n"
    assert run(str(folder / six), "-o", str(folder / "out")) == (2, "", line)
    assert not (folder / "out").exists()


@POSIX
def test_a_process_that_is_ended_removes_its_temporary_files(folder: Path) -> None:
    """As WeasyPrint does, whose folder goes with the report that it is for."""
    program = """
import os, signal, tempfile
from compare.batch import workers
class Fonts:
    def __init__(self):
        self.itself, self.folder = self, tempfile.mkdtemp(dir=".")
    def __del__(self):
        os.rmdir(self.folder)
class Pipe:
    def recv(self):
        pass
    send = recv
def made(job):
    fonts = Fonts()
    signal.raise_signal(signal.SIGTERM)
workers.made = made
workers._work(Pipe())
"""
    before = sorted(folder.iterdir())
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGTERM, b"", b"")
    assert sorted(folder.iterdir()) == before


def test_a_report_that_was_written_as_the_stop_came_is_counted(
    six: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_journal: object, _entry: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.batch.journal.Journal.add", stopped)
    assert run(str(six), "-o", "out", "--format", "text")[0] == 130
    found = contents("out")
    rows = json.loads(found["summary.json"])["rows"]
    assert [row["status"] for row in rows].count("written") == 1
    assert {name for row in rows for name in row["reports"]} == {n for n in found if n.endswith(".txt")}


@POSIX
@pytest.mark.parametrize(("stop", "code"), [("SIGINT", 130), ("SIGHUP", 129)])
def test_ctrl_c_and_a_closed_terminal_end_every_process_and_leave_whole_files(
    six: Path, run: Run, stop: str, code: int
) -> None:
    assert run(str(six), "-o", "clean", "--format", "text")[0] == 0
    with Started(six) as child:
        wait_for(1)
        # To the whole group, as a terminal sends it.
        os.killpg(child.pid, getattr(signal, stop))
        _, err = child.communicate(timeout=20)
    until(lambda: not group_lives(child.pid))
    clean, found = contents("clean"), contents("out")
    saved = json.loads(found["summary.json"])
    there = saved["written"]
    assert saved["written"] + saved["not tried"] == 6
    assert (child.returncode, err.strip()) in {
        (code, f"stopped: {there} of 6 reports are in out; add --resume to go on"),
        (0, "wrote: 6 reports into out; see out/summary.csv"),
    }
    for row in saved["rows"]:
        assert row["reports"] == ([f"{row['name']}.txt"] if row["status"] == "written" else [])
    ours = {".sidebyside-batch.jsonl", "summary.csv", "summary.json"}
    assert len(set(found) - ours) == there
    for name in set(found) - ours:
        assert found[name] == clean[name]
    assert run(str(six), "-o", "out", "--format", "text", "--resume")[0] == 0
    assert contents("out") == clean


def test_a_second_ctrl_c_does_not_wait_for_the_summary(six: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of_list(six.read_bytes(), shown="six.csv", base=Path())
    events = Batch(rows, TEXT, Path("out")).run(processes=1, resume=False, fail_fast=False)
    first = next(events).outcome

    def again(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", again)
    with pytest.raises(KeyboardInterrupt):
        events.throw(KeyboardInterrupt())
    assert sorted(contents("out")) == [".sidebyside-batch.jsonl", *first.reports]


class Started:
    """A batch of its own process group, ended with the test."""

    def __init__(self, listed: Path) -> None:
        command = [*COMMAND, "batch", str(listed), "-o", "out", "--format", "text", "--jobs", "1"]
        self._child = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def __enter__(self) -> subprocess.Popen[str]:
        return self._child

    def __exit__(self, *_: object) -> None:
        if self._child.poll() is None:
            self._child.kill()
            self._child.wait()
        assert self._child.stderr
        self._child.stderr.close()


def wait_for(reports: int) -> None:
    until(
        lambda: (
            Path("out/.sidebyside-batch.jsonl").exists() and len(list(Path("out").glob("*.txt"))) >= reports
        )
    )


def until(true: Callable[[], bool]) -> None:
    for _ in range(2000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("waited for 20 s")


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@POSIX
def test_a_process_that_is_killed_is_one_failed_row(six: Path) -> None:
    # 4,000 sentences take seconds: the process is at work when the others' first report is there.
    long = " ".join(f"The river rose by {n} metres at bridge {n}." for n in range(4000))
    Path("Kirn.txt").write_text(long, encoding="utf-8")
    Path("Kirn-b.txt").write_text(f"{long} Then it fell.", encoding="utf-8")
    rows = rows_of_list(six.read_bytes(), shown="six.csv", base=Path())
    assert rows[0].name == "Kirn"
    batch = Batch(rows, TEXT, Path("out"))
    killed = False
    for _ in batch.run(processes=2, resume=False, fail_fast=False):
        if not killed:
            first = min(
                multiprocessing.active_children(), key=lambda process: int(process.name.split("-")[-1])
            )
            assert first.pid
            os.kill(first.pid, signal.SIGKILL)
            killed = True
    failed = [outcome for outcome in batch.outcomes.values() if outcome.status is not Status.WRITTEN]
    assert [(outcome.name, outcome.error) for outcome in failed] == [
        (
            "Kirn",
            "its process was ended by SIGKILL, as for want of memory; add --resume and fewer --jobs",
        )
    ]


def test_a_server_of_processes_that_is_killed_is_started_again(
    six: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("there is no such server")
    monkeypatch.setattr(workers, "REPORTS_A_WORKER", 1)
    batch = Batch(rows_of_list(six.read_bytes(), shown="six.csv", base=Path()), TEXT, Path("out"))
    for done, _ in enumerate(batch.run(processes=1, resume=False, fail_fast=False), 1):
        if done == 1:
            os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # type: ignore[attr-defined]
    failed = [outcome.error for outcome in batch.outcomes.values() if outcome.status is not Status.WRITTEN]
    # Whether it was at work then is chance.
    assert failed in ([], ["its process ended with 255; add --resume and fewer --jobs"])
    socket = Path(forkserver._forkserver._forkserver_address)  # type: ignore[attr-defined]
    assert (socket.parent / f"sidebyside-{os.getpid()}").exists()


class Clock:
    """Stands still until it is told to run."""

    now, step = 0.0, 0.0

    def sleep(self, _: float) -> None:
        pass

    def monotonic(self) -> float:
        self.now += self.step
        return self.now


def test_a_report_that_takes_too_long_is_one_failed_row(six: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # These take minutes, and are made when all others are.
    long = " ".join(f"The river rose by {n} metres at bridge {n}." for n in range(9000))
    Path("Kirn.txt").write_text(long, encoding="utf-8")
    Path("Kirn-b.txt").write_text(f"{long} Then it fell.", encoding="utf-8")
    clock = Clock()
    monkeypatch.setattr(workers, "time", clock)
    monkeypatch.setattr(workers, "_GLANCE", 0.01)
    batch = Batch(rows_of_list(six.read_bytes(), shown="six.csv", base=Path()), TEXT, Path("out"))
    for done, _ in enumerate(batch.run(processes=2, resume=False, fail_fast=False, timeout=0.05), 1):
        clock.step = 1.0 if done == 5 else 0.0
    outcomes = [(outcome.name, outcome.error) for outcome in batch.outcomes.values() if outcome.error]
    assert outcomes == [("Kirn", "it took longer than 0.05 s; compare shorter articles, or raise --timeout")]
    assert len(contents("out")) == 8


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


# Keyed by the few fonts, files and lists that we ship, and a handful of encodings.
FEW_KEYS = {
    "compare.read.letters.misread._table",
    "compare.render.lesson.copyfit._widths",
    "compare.text.en._tables",
    "compare.text.en.word_set",
    "compare.text.senses._meanings",
    "compare.text.speech.speakers._with_plurals",
}


def test_nothing_is_remembered_without_bound_by_the_words_of_articles() -> None:
    found = {}
    for module in pkgutil.walk_packages(compare.__path__, "compare."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if hasattr(value, "cache_parameters") and value.__module__ == module.name:
                found[f"{module.name}.{name}"] = value
    assert "compare.text.senses.base_form" in found
    unbound = {name for name, each in found.items() if each.cache_parameters()["maxsize"] is None}
    assert {name for name in unbound if inspect.signature(found[name]).parameters} == FEW_KEYS


def test_pyphen_forgets_words_before_they_are_too_many() -> None:
    import pyphen

    from compare.measure.syllables import read_patterns_lazily

    before = dict(pyphen.hdcache)
    try:
        pyphen.hdcache.clear()
        read_patterns_lazily()
        speller = pyphen.Pyphen(lang="en_US")
        for number in range(10_050):
            speller.positions(f"word{number}")
        assert len(speller.hd.cache) == 50
    finally:
        pyphen.hdcache.update(before)
