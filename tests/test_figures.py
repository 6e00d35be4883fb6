"""The report's figures: well-formed, within their frame, told apart without colour, sane for long texts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from compare.render.parts.figures import (
    MOST_LINES,
    WIDTH,
    Bars,
    BoxRow,
    Dots,
    Join,
    Stroke,
    meeting,
    placement,
    readability,
    speakers,
)

SVG = "{http://www.w3.org/2000/svg}"


def row(sentences: int, *, side: int = 0, shared: tuple[int, ...] = ()) -> BoxRow:
    return BoxRow(
        label="AB"[side], side=side, sentences=sentences, shared=frozenset(shared), perhaps=frozenset()
    )


def joins(number: int, line: Stroke = Stroke.SOLID) -> list[Join]:
    return [Join(upper=i, lower=i, line=line, score=float(i % 100)) for i in range(number)]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (our own)


def drawn_within(root: ET.Element) -> bool:
    """Every absolute point of every path, text and circle lies in the view box."""
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    points = [(float(t.attrib["x"]), float(t.attrib["y"])) for t in root.iter(f"{SVG}text")]
    points += [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{SVG}circle")]
    for path in root.iter(f"{SVG}path"):
        points += [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", path.attrib["d"])]
    return all(-0.5 <= x <= width + 0.5 and -0.5 <= y <= height + 0.5 for x, y in points)


@pytest.mark.parametrize(
    ("upper", "lower"), [(0, 0), (1, 1), (15, 27), (40, 200), (900, 3), (10_000, 12_000)]
)
def test_a_meeting_of_any_size_is_drawn_within_its_frame(upper: int, lower: int) -> None:
    svg = meeting(row(upper), row(lower, side=1), joins(min(upper, lower)), alternative="x")
    root = parsed(svg)
    assert drawn_within(root)
    assert len(svg) < 40 * (upper + lower) + 60_000


def test_every_sentence_of_a_short_text_has_its_number() -> None:
    root = parsed(meeting(row(15), row(27, side=1), [], alternative="x"))
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert words == ["A", *map(str, range(1, 16)), "B", *map(str, range(1, 28))]


def test_long_texts_number_every_fifth_or_tenth_box() -> None:
    root = parsed(meeting(row(120), row(300, side=1), [], alternative="x"))
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert words[1:4] == ["1", "5", "10"]
    assert {"10", "20", "300"} <= set(words)


def test_kinds_of_link_differ_by_their_dashes() -> None:
    each = [Join(upper=i, lower=i, line=line, score=1.0) for i, line in enumerate(Stroke)]
    root = parsed(meeting(row(3), row(3, side=1), each, alternative="x"))
    dashes = [path.attrib["stroke-dasharray"] for path in root.iter(f"{SVG}path") if "C" in path.attrib["d"]]
    assert sorted(dashes) == sorted(line.value for line in Stroke)


def test_only_the_strongest_of_very_many_links_are_drawn() -> None:
    root = parsed(meeting(row(400), row(400, side=1), joins(400), alternative="x"))
    curves = "".join(path.attrib["d"] for path in root.iter(f"{SVG}path"))
    assert curves.count("C") == MOST_LINES


def test_the_texts_signs_differ_in_shape() -> None:
    root = parsed(placement([("S1", 10.0, 90.0)], sides=(0, 1), alternative="x"))
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    open_squares = [p for p in root.iter(f"{SVG}path") if p.attrib.get("fill") == "#FFFFFF"]
    assert len(open_squares) == 1
    assert drawn_within(root)


def test_readability_prints_its_figures_and_keeps_strays_on_the_scale() -> None:
    dots = Dots(title="ease", low=0.0, high=100.0, values=((0, 48.0), (1, 140.0)), shown=("A 48", "B 140"))
    root = parsed(readability([dots], alternative="x"))
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert words == ["ease", "0", "100", "A 48", "B 140"]
    assert drawn_within(root)


def test_bars_of_speakers_have_their_counts_and_differ_by_their_fill() -> None:
    groups = [Bars(title="named person", numbers=(5, 0)), Bars(title="unnamed", numbers=(1, 1000))]
    root = parsed(speakers(groups, alternative="x"))
    assert [each.text for each in root.iter(f"{SVG}text")] == [
        "named person",
        "5",
        "0",
        "unnamed",
        "1",
        "1000",
    ]
    bars = [p.attrib for p in root.iter(f"{SVG}path") if p.attrib["d"].startswith("M118.0")]
    assert [bar["fill"] == "#FFFFFF" for bar in bars] == [False, False, True]
    assert max(float(re.search(r"h([\d.]+)v4.4", bar["d"])[1]) for bar in bars) == 322.0
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert drawn_within(root)


def test_words_are_escaped_and_the_alternative_text_is_the_title() -> None:
    hostile = "<script>&'\""
    svgs = [
        meeting(row(1), row(1, side=1), [], alternative=hostile),
        placement([(hostile, 0.0, 1.0)], sides=(0, 1), alternative=hostile),
        speakers([Bars(title=hostile, numbers=(1, 2, 3, 4))], alternative=hostile),
        readability(
            [Dots(title=hostile, low=0.0, high=1.0, values=((0, 0.5),), shown=(hostile,))],
            alternative=hostile,
        ),
    ]
    for svg in svgs:
        root = parsed(svg)
        assert root.findtext(f"{SVG}title") == hostile
        assert not list(root.iter("script"))
        assert root.attrib["viewBox"].startswith(f"0 0 {WIDTH:g} ")
