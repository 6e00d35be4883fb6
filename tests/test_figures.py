"""The report's figures: well-formed, within their frame, told apart without colour, sane for long texts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from compare.render.parts.figures import LARGE_WIDTH, WIDTH, Box, BoxRow, Told, coverage, strip

SVG = "{http://www.w3.org/2000/svg}"


def row(sentences: int, *, side: int = 0, told: Told = Told.ALONE, size: int = 100) -> BoxRow:
    boxes = (
        Box(size=size, told=told, paragraph=i // 3, differs=False, worded=False) for i in range(sentences)
    )
    return BoxRow(label="AB"[side], side=side, boxes=tuple(boxes))


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (our own)


def drawn_within(root: ET.Element) -> bool:
    """Every absolute point of every path, text and circle lies in the view box."""
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    points = [(float(t.attrib["x"]), float(t.attrib["y"])) for t in root.iter(f"{SVG}text")]
    points += [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{SVG}circle")]
    for path in root.iter(f"{SVG}path"):
        points += [
            (float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.attrib["d"])
        ]
    return all(-0.5 <= x <= width + 0.5 and -0.5 <= y <= height + 0.5 for x, y in points)


@pytest.mark.parametrize(
    ("upper", "lower"), [(0, 0), (1, 1), (15, 27), (40, 200), (900, 3), (10_000, 12_000)]
)
@pytest.mark.parametrize("told", Told)
@pytest.mark.parametrize("width", [WIDTH, LARGE_WIDTH])
def test_a_map_of_any_size_is_drawn_within_its_frame(
    upper: int, lower: int, told: Told, width: float
) -> None:
    svg = coverage([row(upper, told=told), row(lower, side=1)], alternative="x", width=width)
    assert drawn_within(parsed(svg))
    assert len(svg) < 160 * (upper + lower) + 20_000


def test_a_longer_text_has_the_longer_bar_and_a_longer_sentence_the_wider_box() -> None:
    root = parsed(coverage([row(4, size=50), row(4, side=1, size=100)], alternative="x"))
    shapes = [p.attrib["d"] for p in root.iter(f"{SVG}path")]
    ends = [max(float(x) + float(w) for x, w in re.findall(r"M([\d.]+) [\d.]+h([\d.]+)v", d)) for d in shapes]
    assert ends[0] < 0.6 * ends[1]
    assert WIDTH - 3 < ends[1] <= WIDTH


def test_what_both_tell_is_filled_what_perhaps_hatched_and_the_rest_open() -> None:
    fills = {}
    for told in Told:
        paths = [p.attrib for p in parsed(coverage([row(1, told=told)], alternative="x")).iter(f"{SVG}path")]
        fills[told] = [path["fill"] for path in paths]
    assert fills[Told.BOTH] == ["#0B4F8A"]
    assert fills[Told.PERHAPS] == ["#FFFFFF", "none"]
    assert fills[Told.ALONE] == ["#FFFFFF"]


def test_differences_and_wordings_have_marks_of_their_own() -> None:
    plain = Box(size=80, told=Told.BOTH, paragraph=0, differs=False, worded=False)

    def shapes(*boxes: Box) -> int:
        svg = coverage([BoxRow(label="A", side=0, boxes=boxes)], alternative="x")
        return len(list(parsed(svg).iter(f"{SVG}path")))

    differs = Box(size=80, told=Told.BOTH, paragraph=0, differs=True, worded=True)
    worded = Box(size=80, told=Told.BOTH, paragraph=0, differs=False, worded=True)
    assert [shapes(plain), shapes(plain, differs), shapes(plain, worded), shapes(differs, worded)] == [
        1,
        2,
        2,
        3,
    ]


def test_first_last_and_every_tenth_sentence_are_numbered_where_there_is_room() -> None:
    words = [each.text for each in parsed(coverage([row(25)], alternative="x")).iter(f"{SVG}text")]
    assert words == ["A", "1", "10", "20", "25"]
    many = [each.text for each in parsed(coverage([row(2_000)], alternative="x")).iter(f"{SVG}text")]
    assert len(many) < 30


def test_the_texts_signs_differ_in_shape() -> None:
    root = parsed(strip((0, 1), (10.0, 90.0), alternative="x"))
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    open_squares = [p for p in root.iter(f"{SVG}path") if p.attrib.get("fill") == "#FFFFFF"]
    assert len(open_squares) == 1
    assert drawn_within(root)


@pytest.mark.parametrize("shares", [(0.0, 100.0), (100.0, 0.0), (-20.0, 140.0), (50.0, 50.0)])
def test_a_strip_keeps_strays_on_its_line(shares: tuple[float, float]) -> None:
    assert drawn_within(parsed(strip((1, 3), shares, alternative="A & B <x>")))
