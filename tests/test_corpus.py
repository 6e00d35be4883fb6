"""Corpora: what is read, how articles are grouped, what is written, and what is refused."""

from __future__ import annotations

import csv
import datetime
import gzip
import json
import math
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpus import articles, write_lines

from compare.batch.output import locked
from compare.cli import main
from compare.corpus import engine
from compare.corpus.clusters import average_link, joined
from compare.corpus.columns import asked_columns, chosen_columns
from compare.corpus.proposing import stretches
from compare.corpus.records import NO_DAY, day_of, from_row
from compare.corpus.run import WORK
from compare.errors import UsageError

NEEDED = "needs the extra: uv sync --extra corpus"
np = pytest.importorskip("numpy", reason=NEEDED)
pq = pytest.importorskip("pyarrow.parquet", reason=NEEDED)
pa = pytest.importorskip("pyarrow", reason=NEEDED)
pytest.importorskip("scipy", reason=NEEDED)
pytest.importorskip("distributed", reason=NEEDED)

FILES = ("articles", "stories", "pairs", "facts", "findings", "errors")
Rows = list[dict[str, Any]]
# Two events, two articles each: the fourth to seventh and the eleventh to thirteenth made article.
SMALL = [row for row in articles(12) if row["id"] in ("e3-0", "e3-1", "e6-0", "e6-1", "e6-2", "e0-0")]
WROTE = re.compile(r"wrote: 6 articles, 2 stories, [0-9]+ findings into [a-z]+\n")


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """Run the verb in this process: exit code, stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        code = main(["corpus", *arguments, "--jobs", "1"])
        return code, capsys.readouterr().err

    return call


def table(name: str, folder: str = "out") -> Rows:
    found: Rows = pq.read_table(f"{folder}/{name}.parquet").to_pylist()
    return found


def stories(folder: str = "out") -> set[frozenset[str]]:
    of = defaultdict(set)
    for row in table("stories", folder):
        of[row["story"]].add(row["id"])
    return set(map(frozenset, of.values()))


TWO = {frozenset(("e3-0", "e3-1")), frozenset(("e6-0", "e6-1", "e6-2"))}

# ------------------------------------------------------------------------------------------------- reading


def as_parquet(rows: Rows) -> str:
    pq.write_table(pa.Table.from_pylist(rows), "made.parquet", row_group_size=2)
    return "made.parquet"


def as_zipped_lines(rows: Rows) -> str:
    Path("made.jsonl.gz").write_bytes(gzip.compress("".join(f"{json.dumps(r)}\n" for r in rows).encode()))
    return "made.jsonl.gz"


def as_csv(rows: Rows) -> str:
    with Path("made.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, [*rows[0]], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return "made.csv"


def as_objects(rows: Rows) -> str:
    """A folder with a file an article, as news-please saves what it fetches."""
    for row in rows:
        folder = Path("crawl") / row["outlet"]
        folder.mkdir(parents=True, exist_ok=True)
        names = {"text": "maintext", "date": "date_publish", "outlet": "source_domain"}
        said = {names.get(name, name): value for name, value in row.items()}
        said["date_publish"] += " 07:30:00"
        (folder / f"{row['id']}.json").write_text(json.dumps(said), encoding="utf-8")
    return "crawl"


def as_media_cloud(rows: Rows) -> str:
    """Their export has no texts: these lie in a folder, each under its id."""
    Path("pages").mkdir()
    lines = []
    for row in rows:
        Path(f"pages/{row['id']}.txt").write_text(f"# {row['title']}\n\n{row['text']}", encoding="utf-8")
        lines.append((row["id"], row["date"], row["outlet"], row["title"]))
    with Path("made.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("stories_id", "publish_date", "media_name", "title"), *lines])
    return "made.csv --texts pages"


@pytest.mark.parametrize("write", [as_parquet, as_zipped_lines, as_csv, as_objects, as_media_cloud])
def test_a_corpus_is_the_same_however_it_is_written(
    write: Callable[[Rows], str], run: Callable[..., Any]
) -> None:
    write_lines(Path("plain.jsonl"), SMALL)
    code, said = run("plain.jsonl", "-o", "plain")
    assert (code, bool(WROTE.fullmatch(said))) == (0, True)
    assert stories("plain") == TWO
    code, said = run(*write(SMALL).split(), "-o", "out")
    assert (code, bool(WROTE.fullmatch(said))) == (0, True)
    for name in FILES:
        assert Path(f"out/{name}.parquet").read_bytes() == Path(f"plain/{name}.parquet").read_bytes()


def test_files_of_an_article_each_say_what_they_are(run: Callable[..., Any]) -> None:
    for row in SMALL:
        folder = Path("archive") / row["date"]
        folder.mkdir(parents=True, exist_ok=True)
        front = f"---\ntitle: {row['title']}\noutlet: {row['outlet']}\ndate: {row['date']}\n---\n\n"
        (folder / f"{row['id']}.md").write_text(front + row["text"], encoding="utf-8")
    Path("archive/picture.png").write_bytes(b"\x89PNG")
    assert run("archive", "-o", "archive/out")[0] == 0
    named = {frozenset(Path(id).stem for id in story) for story in stories("archive/out")}
    assert named == TWO
    assert {row["outlet"] for row in table("articles", "archive/out")} == {row["outlet"] for row in SMALL}


def test_a_table_that_cannot_be_used_among_others_is_a_row_of_errors(run: Callable[..., Any]) -> None:
    Path("crawl").mkdir()
    # Lines under the ending of an object; an object that is no article; a table that is cut off.
    write_lines(Path("crawl/lines.json"), SMALL[:3])
    Path("crawl/package.json").write_text('{"name": "x"}', encoding="utf-8")
    packed = gzip.compress("".join(f"{json.dumps(row)}\n" for row in SMALL[3:]).encode())
    Path("crawl/cut.jsonl.gz").write_bytes(packed[:-20])
    Path("crawl/whole.jsonl.gz").write_bytes(packed)
    assert run("crawl", "-o", "out", "-q") == (0, "")
    assert stories() == TWO
    problems = {row["place"]: row["problem"] for row in table("errors") if row["problem"].startswith("c")}
    assert problems == {
        "cut.jsonl.gz": "cannot read the table cut.jsonl.gz: Compressed file ended before the "
        "end-of-stream marker was reached; check the file, and its ending"
    }
    (other,) = [row["problem"] for row in table("errors") if row["place"] == "package.json"]
    assert other.startswith("package.json has no column that is known to hold the text; ")


@pytest.mark.parametrize(
    ("names", "asked", "found"),
    [
        (
            "id indexed_date language media_name media_url publish_date title url text",
            "",
            "publish_date media_name",
        ),
        ("date_publish maintext title source_domain url language text", "", "date_publish source_domain"),
        ("Text,Publication Date,Publication".replace(" ", "_"), "", "Publication_Date Publication"),
        ("text when who", "date=when,outlet=who", "when who"),
    ],
)
def test_known_columns(names: str, asked: str, found: str) -> None:
    there = names.replace(",", " ").split()
    chosen = chosen_columns(there, asked_columns(asked), shown="a.csv", text_needed=True)
    assert f"{chosen['date']} {chosen['outlet']}" == found


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "{",
            "the line is no JSON: Expecting property name",
        ),
        ("[1]", "the line is no JSON object"),
        ('{"text": " "}', "it has no text"),
        ('{"text": null, "id": "x"}', "it has no text"),
        ('{"text": "\\u0001\\u0002\\u0003"}', "cannot read bad.jsonl, line 7: "),
        (json.dumps(SMALL[0]), "the same article stands there twice; this one is passed over"),
        (
            json.dumps({**SMALL[0], "text": "Another."}),
            "another article has this id; this one is passed over",
        ),
    ],
)
def test_a_bad_row_is_a_row_of_errors(line: str, problem: str, run: Callable[..., Any]) -> None:
    file = write_lines(Path("bad.jsonl"), SMALL)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")
    code, said = run("bad.jsonl", "-o", "out")
    assert (code, said.count("\n")) == (0, 2)
    assert said.startswith("warning: what could not be used is in out/errors.parquet (1 rows)\n")
    (row,) = table("errors")
    assert row["problem"].startswith(problem)
    assert len(table("articles")) == 6
    assert stories() == TWO or "another" in problem


def test_an_article_that_no_comparison_reads_is_one_row_of_errors(run: Callable[..., Any]) -> None:
    # A sentence of so many letters is refused; by its words it is like two others.
    longest = {**SMALL[2], "id": "long", "text": SMALL[2]["text"].replace(". ", " and ") + " of it" * 2_000}
    write_lines(Path("made.jsonl"), [*SMALL, longest])
    assert run("made.jsonl", "-o", "out", "-q") == (0, "")
    (row,) = table("errors")
    assert (row["id"], row["stage"]) == ("long", "verify")
    assert "characters stand in it without a sentence's end" in row["problem"]
    assert stories() == TWO


def test_articles_without_a_date_are_grouped_when_asked(run: Callable[..., Any]) -> None:
    write_lines(Path("made.jsonl"), [{**row, "date": "1 Nov"} for row in SMALL])
    code, said = run("made.jsonl", "-o", "out")
    assert code == 0
    assert said.startswith(
        "warning: articles without a date are in no story (6); add --undated to group them\n"
    )
    assert stories() == set()
    assert run("made.jsonl", "-o", "other", "--undated")[0] == 0
    assert stories("other") == TWO


@given(st.dates(datetime.date(1700, 1, 1), datetime.date(2049, 12, 31)), st.sampled_from(range(6)))
def test_a_day_is_read_as_tables_write_it(day: datetime.date, form: int) -> None:
    moment = datetime.datetime(day.year, day.month, day.day, 23, 59, tzinfo=datetime.UTC)
    forms = (day, moment, day.isoformat(), moment.isoformat(), day.strftime("%Y%m%d"), f"{day:%d %B %Y}")
    # Years before 1000 are out of range: strftime writes them in fewer figures.
    assert day_of(forms[form]) == (day - datetime.date(1970, 1, 1)).days


@pytest.mark.parametrize(
    "value", [None, "", "yesterday", "0001-01-01", "2024-13-45", "05/06/2024", math.nan, [1]]
)
def test_no_day_is_guessed(value: object) -> None:
    assert day_of(value) == NO_DAY


def test_a_text_is_the_same_when_it_is_read_again() -> None:
    said = {"id": "x", "title": "R&amp;amp;D at the CafÃ©", "text": "It costs &amp;lt; 5 crowns, she said."}
    record = from_row(said, place="line 1")
    assert record.text == "# R&D at the Café\n\nIt costs < 5 crowns, she said."
    assert from_row({"id": "x", "text": record.text}, place="line 1").text == record.text


# ------------------------------------------------------------------------------------------------ grouping


def test_a_story_keeps_its_id_when_another_article_joins(run: Callable[..., Any]) -> None:
    write_lines(Path("first.jsonl"), [row for row in SMALL if row["id"] != "e6-2"])
    write_lines(Path("more.jsonl"), SMALL)
    assert run("first.jsonl", "-o", "first")[0] == run("more.jsonl", "-o", "more")[0] == 0
    before, after = (
        {row["id"]: row["story"] for row in table("stories", folder)} for folder in ("first", "more")
    )
    assert before.items() < after.items()


@settings(max_examples=4)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(draw: random.Random) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        shuffled = draw.sample(SMALL, len(SMALL))
        for name, rows in (("one", SMALL), ("two", shuffled)):
            # In parts of other sizes too.
            for at, some in enumerate((rows[:2], rows[2:])):
                write_lines(Path(folder, f"{name}-{at}.jsonl"), some)
            named = [f"{folder}/{name}-{at}.jsonl" for at in range(2)]
            assert main(["corpus", *named, "-o", f"{folder}/{name}", "--jobs", "1", "-q"]) == 0
        for name in FILES:
            one, two = (Path(folder, which, f"{name}.parquet").read_bytes() for which in ("one", "two"))
            assert one == two


def test_copies_are_one_witness_and_twins_are_not_laid_together(run: Callable[..., Any]) -> None:
    chosen = [row for row in SMALL if row["id"].startswith("e6")]
    lines = [
        f"Line {n} of {place} told its own matter to the town."
        for n, place in enumerate("Ork Ulm Ash".split())
    ]
    wire = {**chosen[0], "text": " ".join((chosen[0]["text"], *lines, *(one["text"] for one in chosen[1:2])))}
    twin = {**wire, "id": "twin", "outlet": "The Twin", "date": "2024-03-04"}
    part = {**wire, "id": "part", "outlet": "The Part", "date": "2024-03-04", "text": wire["text"][:-230]}
    write_lines(Path("made.jsonl"), [wire, twin, part])
    assert run("made.jsonl", "-o", "out")[0] == 0
    rows = {row["id"]: (row["role"], row["copy_of"]) for row in table("stories")}
    assert rows == {
        "e6-0": ("compared", None),
        "part": ("compared", "e6-0"),
        "twin": ("left out", "e6-0"),
    }
    pairs = {(row["a"], row["b"]): row for row in table("pairs")}
    assert pairs["e6-0", "twin"]["share_b"] == 1.0
    assert {pair["compared"] for ends, pair in pairs.items() if "twin" in ends} == {False}


Edges = dict[tuple[int, int], int]
EDGES = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda ends: ends[0] < ends[1]),
    st.integers(1800, 10_000),
)


@given(EDGES, st.integers(0, 9_000), st.randoms(use_true_random=False))
def test_groups_hang_on_no_order_and_hold_on_average(edges: Edges, least: int, draw: random.Random) -> None:
    listed = [(one, other, weight) for (one, other), weight in edges.items()]
    groups = average_link(listed, least=least)
    turned = [(b, a, weight) if draw.random() < 0.5 else (a, b, weight) for a, b, weight in listed]
    draw.shuffle(turned)
    assert average_link(turned, least=least) == groups
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
    for one, other in combinations(groups, 2):
        between = sum(edges.get((min(a, b), max(a, b)), 0) for a in one for b in other)
        assert between == 0 or between < least * len(one) * len(other)


def slowly_grouped(edges: Edges, least: int) -> list[tuple[int, ...]]:
    """The same by looking at every two groups each time."""
    groups = [(member,) for member in sorted({end for ends in edges for end in ends})]

    def alike(one: Sequence[int], other: Sequence[int]) -> float:
        between = sum(edges.get((min(a, b), max(a, b)), 0) for a in one for b in other)
        return between / (len(one) * len(other))

    while len(groups) > 1:
        best = min(combinations(groups, 2), key=lambda two: (-alike(*two), min(two), max(two)))
        if alike(*best) < least or not alike(*best):
            break
        groups = sorted([*(g for g in groups if g not in best), tuple(sorted((*best[0], *best[1])))])
    return [group for group in groups if len(group) > 1]


@given(EDGES, st.integers(1, 9_000))
def test_the_nearest_groups_become_one_first(edges: Edges, least: int) -> None:
    listed = [(one, other, weight) for (one, other), weight in edges.items()]
    assert average_link(listed, least=least) == slowly_grouped(edges, least)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=9), st.permutations(range(8)))
def test_what_hangs_together_has_its_first_as_leader(pairs: list[tuple[int, int]], order: list[int]) -> None:
    leader = joined(pairs, order)
    assert all(leader[one] == leader[other] for one, other in pairs)
    assert all(order.index(first) <= order.index(member) for member, first in leader.items())


DAYS = st.dictionaries(st.integers(-30, 30), st.integers(1, 1500), max_size=12)


@given(st.lists(DAYS, min_size=1, max_size=4), st.integers(0, 5))
def test_stretches_hold_each_day_once_and_all_parts_of_their_windows(
    days: list[dict[int, int]], window: int
) -> None:
    found = stretches(days, window=window, undated=False)
    for day in {day for part in days for day in part}:
        (one,) = [stretch for stretch in found if stretch.first <= day <= stretch.last]
        needed = {at for at, part in enumerate(days) for other in part if day <= other <= day + window}
        assert needed <= set(one.parts)


@given(st.integers(0, 10**6), st.integers(2, 25))
def test_articles_alike_are_found_as_by_laying_all_together(seed: int, number: int) -> None:
    from compare.corpus.proposing import MOST_NEIGHBOURS, _alike, _Articles

    draw = np.random.default_rng(seed)
    vectors = draw.random((number, 30)) * (draw.random((number, 30)) < 0.2)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    owner, terms = np.nonzero(vectors)
    made = _Articles(
        np.arange(number, dtype=np.uint64) * 7,
        np.zeros(number, np.int32),
        np.bincount(owner, minlength=number).astype(np.int64),
        terms.astype(np.uint32),
        vectors[owner, terms],
    )
    found, left_out = _alike(made, number, 0.2)
    pairs = {(int(a) // 7, int(b) // 7) for part in found for a, b in zip(part[0], part[1], strict=True)}
    cosine = np.round(vectors @ vectors.T, 4)
    every = {(a, b) for a, b in combinations(range(number), 2) if cosine[a, b] >= 0.2}
    assert pairs <= every
    assert len(every) - len(pairs) == left_out
    most = max((sum(a == one for a, _ in every) for one in range(number)), default=0)
    assert most > MOST_NEIGHBOURS or pairs == every


# ------------------------------------------------------------------------------------- going on, and refusing


@pytest.fixture
def made(run: Callable[..., Any]) -> Callable[..., Any]:
    write_lines(Path("made.jsonl"), SMALL)
    assert run("made.jsonl", "-o", "out", "-q") == (0, "")
    return run


def test_what_is_finished_is_kept(made: Callable[..., Any]) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in Path("out").iterdir()}
    code, said = made("made.jsonl", "-o", "out", "-v")
    assert (code, bool(WROTE.fullmatch(said))) == (0, True)
    assert {file.name: file.stat().st_mtime_ns for file in Path("out").iterdir()} == before
    assert sorted(before) == ["articles.parquet", "errors.parquet", "facts.parquet", "findings.parquet",
                              "manifest.json", "pairs.parquet", "stories.parquet"]  # fmt: skip


def test_a_file_that_was_changed_is_made_again(made: Callable[..., Any]) -> None:
    before = Path("out/findings.parquet").read_bytes()
    Path("out/findings.parquet").write_bytes(b"")
    assert made("made.jsonl", "-o", "out", "-q") == (0, "")
    assert Path("out/findings.parquet").read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--similar", "0.3"], "error: out holds a corpus made with another --similar; "),
        (["--undated"], "error: out holds a corpus made with another --undated; "),
        (["other.jsonl"], "error: out holds a corpus of other articles; "),
    ],
)
def test_other_settings_are_refused_unless_anew(more: list[str], said: str, made: Callable[..., Any]) -> None:
    write_lines(Path("other.jsonl"), articles(1, seed=6))
    code, told = made("made.jsonl", *more, "-o", "out")
    assert (code, told[: len(said)], told.count("\n")) == (2, said, 1)
    assert made("made.jsonl", *more, "-o", "out", "--anew", "-q") == (0, "")


def test_parts_of_a_run_that_was_stopped_are_kept_and_litter_is_swept(made: Callable[..., Any]) -> None:
    work = Path("out", WORK)
    for file in Path("out").iterdir():
        file.unlink()
    work.mkdir()
    (work / ".verify-00000000-1-ab.part").write_bytes(b"half")
    folder = work / ".compare-00000000-1-ab.part"
    folder.mkdir()
    (folder / "facts").write_bytes(b"half")
    code, said = made("made.jsonl", "-o", "out", "-v")
    assert code == 0
    assert "kept" not in said
    assert not work.exists()
    assert list(Path("out").glob(".*")) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("missing.csv", 3, "cannot read missing.csv: there is no such file or folder; check its name"),
        ("empty", 2, "there are no articles in empty; name a folder that holds some"),
        ("empty.csv", 2, "empty.csv has no column that is known to hold the text; add --columns text=NAME, "),
        (
            "made.jsonl --columns text=words",
            2,
            "made.jsonl has no column 'words'; it has id, date, outlet, title, text",
        ),
        (
            "made.jsonl --columns words",
            2,
            "--columns: 'words' does not say FIELD=COLUMN; fields are id, text, ",
        ),
        ("no.parquet", 3, "cannot read the table no.parquet: "),
        ("no.csv.gz", 3, "cannot read the table no.csv.gz: "),
        ("blank.jsonl", 3, "blank.jsonl has no rows; name a table that holds articles"),
        ("blank.jsonl void.jsonl", 3, "there are no rows in any of these tables; name one with articles"),
        ("hollow.jsonl", 3, "there is no article that can be read: it has no text; check the columns"),
        ("notes.xyz", 2, "notes.xyz is neither a table nor an article; tables end in "),
        ("made.jsonl -o made.jsonl", 4, "cannot write into made.jsonl: it is no folder; name one"),
        (
            "articles.parquet -o .",
            4,
            "cannot write articles.parquet: it is one of the inputs; give another name",
        ),
        ("made.jsonl -o .", 4, "cannot write articles.parquet: no corpus wrote the one that is there; name "),
        ("made.jsonl -o other", 4, "other/manifest.json is no manifest of a corpus; "),
    ],
)
def test_what_cannot_be_used_is_told_in_a_line(
    arguments: str, code: int, said: str, run: Callable[..., Any]
) -> None:
    Path("empty").mkdir()
    Path("other").mkdir()
    Path("other/manifest.json").write_text("[]", encoding="utf-8")
    write_lines(Path("made.jsonl"), SMALL[:1])
    for name in ("empty.csv", "no.parquet", "no.csv.gz", "notes.xyz", "blank.jsonl", "void.jsonl"):
        Path(name).write_bytes(b"no such thing" if name.startswith("no") else b"")
    write_lines(Path("hollow.jsonl"), [{"text": ""}])
    Path(as_parquet(SMALL)).rename("articles.parquet")
    words = arguments.split()
    found, told = run(*words, *([] if "-o" in words else ["-o", "out"]))
    assert (found, told[: len(said) + 7], told.count("\n")) == (code, f"error: {said}", 1)


def test_two_at_once_into_one_folder_are_refused(made: Callable[..., Any]) -> None:
    with locked(Path("out"), owner="corpus"):
        code, said = made("made.jsonl", "-o", "out")
    line = "error: cannot write into out: another corpus does; wait for it or name another folder\n"
    assert (code, said) == (4, line) or sys.platform == "win32"


def test_without_the_extra_a_line_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, run: Callable[..., Any]
) -> None:
    write_lines(Path("made.jsonl"), SMALL[:1])
    monkeypatch.setattr(
        "compare.cli.verbs.corpus.find_spec", lambda name: None if name == "pyarrow" else name
    )
    line = (
        "error: a corpus needs packages that are not installed (pyarrow); type in the clone: "
        "uv sync --extra corpus, or: pip install '.[corpus]'\n"
    )
    assert run("made.jsonl", "-o", "out") == (5, line)
    assert not Path("out").exists()


def test_a_scheduler_that_is_not_there_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "_FIND", 1)
    write_lines(Path("made.jsonl"), SMALL[:1])
    assert main(["corpus", "made.jsonl", "-o", "out", "--scheduler", "nowhere"]) == 2
    assert capsys.readouterr().err.startswith("error: no scheduler answers at nowhere: ")


def test_the_verb_is_listed_without_loading_what_it_needs() -> None:
    script = (
        "import sys; from compare.cli import main; main(['corpus', '--help']);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"numpy", "pyarrow", "scipy", "dask", "distributed", "msgspec", "rapidfuzz"}
    assert heavy & set(done.stderr.split()) == set()


def test_reports_are_made_of_the_stories_with_most_to_tell(made: Callable[..., Any]) -> None:
    code, said = made("made.jsonl", "-o", "out", "--reports", "1")
    assert (code, said.splitlines()[-1]) == (0, "wrote: 1 reports into out/reports")
    (report,) = Path("out/reports").glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")


def test_fields_are_named_in_the_message() -> None:
    with pytest.raises(UsageError, match="fields are id, text, date, outlet, title, url, language"):
        asked_columns("body=text")
