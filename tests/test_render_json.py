"""A comparison as JSON: everything, exactly, and nothing that does not agree with itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import made
import pytest
from hypothesis import given, settings

from compare.cli import main
from compare.errors import UsageError
from compare.model import Comparison
from compare.render.plain.json import from_json, schema, to_json
from compare.render.plain.text import text

SCHEMA = Path(__file__).parent.parent / "docs" / "comparison.schema.json"


def test_json_is_indented_utf8_with_a_final_newline() -> None:
    written = to_json(made.bridge())
    assert written.startswith(b'{\n  "schema": 2,\n  "articles": [\n    {\n      "label": "A",\n')
    assert written.endswith(b"}\n")
    assert "“We had no choice,”".encode() in written


def test_json_has_the_published_keys() -> None:
    keys = json.loads(to_json(made.bridge()))
    assert list(keys) == [
        *("schema", "articles", "links", "findings", "measures", "notes", "settings", "versions"),
        *("not_looked_for", "witnesses"),
    ]
    assert {finding["kind"] for finding in keys["findings"]} == {
        *("shared-fact", "claim", "told-nearby", "placement"),
        *("fact", "discrepancy", "figure", "framing-pair", "framing-cue", "attribution", "tension"),
        *("value-row", "wording-row"),
    }


def test_offsets_count_code_points() -> None:
    where = made.article("A", [["🙂 naïve café opens.", "Then it closed."]])
    again = json.loads(to_json(made.comparison([where])))["articles"][0]
    last = again["sentences"][1]
    assert again["text"][last["start"] : last["end"]] == "Then it closed."


@settings(max_examples=40, deadline=None)
@given(made.comparisons())
def test_json_round_trips(comparison: Comparison) -> None:
    assert from_json(to_json(comparison), name="x.json") == comparison


def test_the_published_schema_is_current() -> None:
    assert SCHEMA.read_bytes() == schema(), (
        "write compare.render.plain.json.schema() to docs/comparison.schema.json"
    )


@settings(max_examples=10, deadline=None)
@given(made.comparisons())
def test_what_is_written_fits_the_schema(comparison: Comparison) -> None:
    published = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(to_json(comparison)), published)


def test_the_schema_refuses_what_is_no_comparison() -> None:
    broken = json.loads(to_json(made.bridge()))
    broken["links"][0]["relation"] = "opposite"
    with pytest.raises(jsonschema.ValidationError, match="opposite"):
        jsonschema.validate(broken, json.loads(SCHEMA.read_bytes()))


# Where the first discrepancy stands among the bridge's findings.
D1 = 10
# Where what stands over all texts begins: facts, values, wordings.
E1 = -3


def changed(*path: str | int, value: object) -> bytes:
    """The bridge's JSON with one value replaced."""
    whole: Any = json.loads(to_json(made.bridge()))
    place = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "truncated"),
        (b"\xff\xfe", "malformed"),
        (b"[]", "got `array`"),
        (b"[" * 100_000, "malformed|recursion|truncated|got `array`"),
        (changed("schema", value=1), "its schema is 1, this version reads 2"),
        (changed("colour", value="red"), "unknown field `colour`"),
        (changed("articles", 1, "label", value="A"), "the article label 'A' stands twice"),
        (
            changed("articles", 1, "label", value="<b>"),
            "an article is called '<b>', not by a letter from A to Z",
        ),
        (changed("articles", value=[]), "it has no articles"),
        (
            changed("articles", 0, "sentences", 1, "id", value="\x1b[31m"),
            "a sentence is called '.x1b.31m', not like",
        ),
        (changed("findings", 1, "number", value="\x1b"), "a finding has the number '.x1b', not one like D1"),
        (
            changed("findings", 0, "review", value={"comment": "x" * 10_001}),
            "'x{20}'... has 10,001 characters, more than 10,000",
        ),
        (changed("versions", value={"y" * 10_001: "1"}), "'y{20}'... has 10,001 characters"),
        (changed("k" * 400, value=1), "unknown field `k{269}[.]{3}; make it"),
        (changed("articles", 0, "sentences", 1, "id", value="A1"), "the sentence id 'A1' stands twice"),
        (changed("articles", 0, "sentences", 3, "end", value=9999), "characters, not 9999"),
        (changed("articles", 0, "sentences", 1, "start", value=0), "sentence A2 begins before"),
        (changed("articles", 0, "furniture", 0, "end", value=0), "not a stretch of text: 0 to 0"),
        (changed("links", 0, "spans", 1, "end", value=9999), "lies outside of article B"),
        (changed("links", 0, "spans", 1, "article", value="Z"), "unknown article 'Z'"),
        (changed("links", 0, "spans", 1, "start", value=-4), "not a stretch of text: -4"),
        (changed("links", 0, "sentences", value=["A1", "B99"]), "names sentence 'B99'"),
        (changed("links", 0, "differing", 0, "end", value=9999), "lies outside of article A"),
        (changed("links", 1, "id", value="same"), "unknown link"),
        (changed("findings", 0, "link", value="none"), "unknown link 'none'"),
        (changed("findings", 0, "sentences", value=["A1"]), "2 spans and 1 sentences"),
        (changed("findings", 1, "number", value="S1"), "the finding number 'S1' stands twice"),
        (changed("findings", 2, "fact", value="none"), "unknown shared fact 'none'"),
        (changed("findings", 2, "positions", value=[]), "0 positions for 2 spans"),
        (changed("findings", 4, "spans", value=[]), "0 spans"),
        (changed("findings", D1, "link", value="none"), "unknown link 'none'"),
        (changed("findings", D1, "values", value=["14"]), "D1 has 1 values for 2 spans"),
        (changed("findings", D1, "passages", 0, "end", value=9999), "lies outside of article A"),
        (changed("findings", D1, "number", value="S1"), "the finding number 'S1' stands twice"),
        (changed("findings", D1 + 3, "voices", value=[]), "F1 has 0 voices for 2 spans"),
        (changed("findings", D1 + 5, "spans", value=[]), "CB1 has 0 spans"),
        (changed("findings", E1, "links", value=["none"]), "finding E1 names an unknown link 'none'"),
        (changed("findings", E1, "attached", value=["Z"]), "E1 attaches a text that it has no passage of"),
        (changed("findings", E1, "independent", value=3), "E1 has 3 independent texts"),
        (changed("findings", E1, "also", value=["B99"]), "E1 has beside it 'B99', which is no sentence"),
        (changed("findings", E1, "first", value="Z"), "E1 was first in 'Z', which does not tell it"),
        (changed("findings", E1 + 1, "values", value=["14"]), "V1 has 1 values for 2 spans"),
        (
            changed("findings", E1 + 1, "spans", 1, value={"article": "A", "start": 0, "end": 1}),
            "names sentence 'B4', which article 'A' does not have",
        ),
        (changed("findings", E1 + 2, "voices", value=[]), "W1 has 0 voices for 2 spans"),
        (
            changed("findings", D1 + 6, "source", value={"article": "Z", "start": 0, "end": 1}),
            "unknown article 'Z'",
        ),
        (changed("measures", 0, "article", value="Z"), "measures of an unknown article 'Z'"),
    ],
)
def test_a_comparison_that_cannot_be_used_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(UsageError, match=says) as refused:
        from_json(data, name="edited.json")
    line = str(refused.value)
    assert line.startswith("edited.json: ")
    assert "\n" not in line


# What a value becomes in the file, and where; each line is about that alone.
HUGE = "1" + "0" * 400
ABSURD = [
    (
        ("measures", 0, "words"),
        HUGE,
        "it holds a number of 401 digits, beyond any number that two articles give",
    ),
    (("measures", 0, "words"), "1" + "0" * 5_000, "Integer value out of range"),
    (("measures", 1, "sentences"), "-1", "a count of article B is less than nothing"),
    (("measures", 0, "words"), "true", "Expected `int`, got `bool`"),
    (("measures", 0, "words"), "1.5", "Expected `int`, got `float`"),
    (("measures", 0, "readability", "syllables"), "-1", "a count of article A is less than nothing"),
    (("measures", 0, "readability", "hardest_grade"), "1e12", "it holds 1e+12, beyond any number"),
    (("measures", 0, "readability", "hardest_grade"), "1e999", "out of range"),
    (("measures", 0, "readability", "hardest_grade"), "NaN", "invalid character"),
    (("links", 0, "score"), HUGE, "out of range"),
    (("links", 0, "score"), "Infinity", "invalid character"),
    (("links", 0, "score"), "-1", "has the score -1, which is not from 0 to 100"),
    (("links", 0, "score"), "1e5", "has the score 100000, which is not from 0 to 100"),
    (("links", 0, "score"), "true", "Expected `float`, got `bool`"),
    (("links", 0, "parts", "spelling"), "1e300", "it holds 1e+300, beyond any number"),
    (("links", 0, "spans", 0, "start"), "-1", "not a stretch of text: -1 to"),
    (("links", 0, "spans", 0, "end"), HUGE, "it holds a number of 401 digits"),
    (("links", 0, "spans", 0, "end"), "999999", "lies outside of article A"),
    (("articles", 0, "sentences", 0, "end"), "99999999", "begins before the one before it ends"),
    (("articles", 0, "sentences", 0, "clauses", 0, "end"), "9999", "sentence A1 has a clause outside of it"),
    (("articles", 0, "sentences", 0, "paragraph"), "-3", "sentence A1 is in a paragraph before the first"),
    (("articles", 0, "sentences", 0), "[" * 100_000, "Expected `object`, got `array`"),
    (("settings", "title"), '{"a":' * 100_000, "Expected"),
]


@pytest.mark.parametrize(("place", "value", "problem"), ABSURD)
def test_absurd_numbers_are_refused_in_one_line(
    place: tuple[str | int, ...], value: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(to_json(made.bridge()))
    part = whole
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = "HERE"
    file = tmp_path / "edited.json"
    file.write_text(json.dumps(whole).replace('"HERE"', value), encoding="utf-8")
    assert main(["render", str(file), "-o", str(tmp_path / "r.html")]) == 2
    line = capsys.readouterr().err
    assert line.startswith(f"error: {file}: not a comparison that can be used: ")
    assert line.count("\n") == 1
    assert len(line) < 700
    assert problem in line
    assert [each.name for each in tmp_path.iterdir()] == ["edited.json"]


@pytest.mark.parametrize(
    ("place", "value"), [(("links", 0, "score"), "100"), (("links", 0, "parts", "spelling"), "-12.5")]
)
def test_numbers_that_a_comparison_may_hold_are_taken(place: tuple[str | int, ...], value: str) -> None:
    whole = json.loads(to_json(made.bridge()))
    part = whole
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = float(value)
    assert text(from_json(json.dumps(whole).encode(), name="x.json"))


def test_an_article_cannot_be_linked_with_itself() -> None:
    whole = json.loads(to_json(made.bridge()))
    whole["links"][2]["spans"][1] = whole["links"][2]["spans"][0]
    whole["links"][2]["sentences"][1] = whole["links"][2]["sentences"][0]
    with pytest.raises(UsageError, match="joins article A with itself"):
        from_json(json.dumps(whole).encode(), name="x.json")


# ------------------------------------------------------------------------------------ terminal summary


def test_the_terminal_summary_is_this() -> None:
    assert text(made.bridge(), width=80) == (
        """\
A  Harbour Post
   “Cracks shut the harbour bridge to lorries” · Ida Brandt · 5 March 2024
   43 words · 4 sentences · 2 paragraphs · reading grade 12.4

B  The Ledger
   no headline in the file · no byline · undated
   51 words · 5 sentences · 2 paragraphs · reading grade 12.5

Where they differ: 3 discrepancies, 1 conflict
  D2  conflict (degree): all lorries in A, only heavy ones in B
      “shut to lorries” A1
      “heavy lorries” B3
  D1  more or less precise (number): 14 is more than 12
      “14” A2
      “more than a dozen” B4
  D3  in one text only (who says so): B says it in its own voice
      “the city council said” A1

Within one text: 1 question
  T1  Do both hold?
      “shut to lorries on Monday” A1
      “We had no choice” A3

How each words it: 2 contrasts of wording
  F1  the council, in opposite directions
      “We had no choice” A3
      “years of neglect” B2
  F2  the bridge
      “old harbour bridge” A1
      “harbour bridge” B3

In both: 2 shared facts
  S1  reworded
      “The old harbour bridge was shut to lorries on Monday, the city council
      said.” A1
      “On Monday the city council closed the harbour bridge to heavy lorries.”
      B3
  S2  shared in part
      “Engineers found cracks in 14 of its 60 steel ribs.” A2
      “Inspectors had found cracks in more than a dozen ribs.” B4

Only in A: 2 claims, not found in B
  A1  “Repairs will cost about €3 million.” A4
  A2  ‘“We had no choice,” said Mara Lund’ A3

Only in B: 3 claims, not found in A
  B1  “A detour through the tunnel takes 40 minutes, Olaf Berg of the hauliers’
      union said.” B5
  B2  “They blame the council for years of neglect.” B2
  B3  “Hauliers face long detours this spring.” B1

Note: B: no date in the file

What both say need not be true. Absence is not bias: the texts differ in length,
date and purpose.
"""
    )


def test_a_long_quotation_is_cut_at_a_word_and_the_ellipsis_stands_outside() -> None:
    words = "one two three " * 30 + "end."
    where = made.article("A", [[words]])
    summary = text(made.comparison([where], findings=[made.claim(where, words, "U1")]), width=60)
    assert "three” … A1" in summary or "two” … A1" in summary or "one” … A1" in summary


@settings(max_examples=40, deadline=None)
@given(made.comparisons())
def test_a_summary_steers_no_terminal_and_keeps_its_width(comparison: Comparison) -> None:
    summary = text(comparison, width=72)
    assert not [c for c in summary if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert all(len(line) <= 72 or " " not in line.strip() for line in summary.splitlines())
