# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.60.1", "fontpkg-source-serif-4==4.4", "fontpkg-source-sans-3==3.52"]
# ///
"""Makes the report's fonts from Adobe's Source families; run once by hand: `uv run rebuild.py`.

"Source" is a reserved font name, so the copies carry names of their own (SIL OFL 1.1, condition 3). Static
instances rather than variable files: README.md has the figures. The glyphs kept are all those
with a code point (Latin, Latin Extended, Cyrillic, Greek, punctuation, arrows, signs); hinting and the
stylistic alternates go.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import fontpkg_source_sans_3
import fontpkg_source_serif_4
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
SERIF = Path(fontpkg_source_serif_4.__file__).parent / "files" / "SourceSerif4[opsz,wght].ttf"
ITALIC = SERIF.with_name("SourceSerif4-Italic[opsz,wght].ttf")
SANS = Path(fontpkg_source_sans_3.__file__).parent / "files" / "SourceSans3[wght].ttf"

# Optical size 10 for quotations (set at 9 to 11 pt), 16 for headlines.
CUTS = (
    ("Report Serif", "Regular", SERIF, {"wght": 400, "opsz": 10}),
    ("Report Serif", "Italic", ITALIC, {"wght": 400, "opsz": 10}),
    ("Report Serif", "Semibold", SERIF, {"wght": 600, "opsz": 16}),
    ("Report Sans", "Regular", SANS, {"wght": 400}),
    ("Report Sans", "Semibold", SANS, {"wght": 650}),
)
# The faces that a handout's words are measured in, in the order of the columns of widths.txt.
MEASURED = ("ReportSerif-Regular", "ReportSans-Regular", "ReportSans-Semibold")
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum", "onum"]

# Characters that news texts carry and the serif lacks, with what draws them as well.
STAND_INS = {0x2011: 0x2010, 0x202F: 0x2009, 0x2007: 0x00A0, 0x2060: 0x200B, 0xFEFF: 0x200B, 0x200C: 0x200B}
STAND_INS |= {0x200D: 0x200B, 0x200E: 0x200B, 0x200F: 0x200B, 0x2028: 0x0020, 0x2029: 0x0020}
STAND_INS |= {0x25CF: 0x2022, 0x2010: 0x002D, 0x2009: 0x0020, 0x200A: 0x0020, 0x200B: 0x00A0}


def cut(family: str, style: str, origin: Path, axes: dict[str, float]) -> set[int]:
    """Write one static font and return the code points it has."""
    font = instantiateVariableFont(TTFont(origin), axes)
    cmap = font.getBestCmap()
    for point, other in reversed(STAND_INS.items()):
        if point not in cmap and other in cmap:
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[point] = cmap[other]
            cmap[point] = cmap[other]
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=cmap)
    subsetter.subset(font)
    file = f"{family.replace(' ', '')}-{style}"
    for table in ("STAT", "DSIG"):
        if table in font:
            del font[table]
    for number, name in {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 6: file}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font["name"].setName(f"{file} 1.0", 3, 3, 1, 0x409)
    font["name"].setName("Version 1.0; a renamed subset", 5, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(HERE / f"{file}.ttf")
    return set(font.getBestCmap())


def ranges(points: set[int]) -> str:
    """Return the code points as lines of hexadecimal ranges, `0020-007E`."""
    lines: list[list[int]] = []
    for point in sorted(points):
        if lines and lines[-1][1] == point - 1:
            lines[-1][1] = point
        else:
            lines.append([point, point])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in lines)


def widths() -> str:
    """Return lines such as `0041 744 543 565`: a code point and its advance width in each face.

    In thousandths of the type size. Where a face lacks the character, the next family draws it, and that
    one's width stands here. Marks and signs of control take no room of their own, and are left out.
    """
    advances = []
    for file in MEASURED:
        font = TTFont(HERE / f"{file}.ttf")
        if font["head"].unitsPerEm != 1000:
            raise ValueError(f"{file} counts in other units than thousandths")
        advances.append({point: font["hmtx"][name][0] for point, name in font.getBestCmap().items()})
    lines = []
    for point in sorted(set().union(*advances)):
        if not unicodedata.combining(chr(point)) and unicodedata.category(chr(point)) not in ("Cc", "Cf"):
            drawn = next(face[point] for face in advances if point in face)
            lines.append(" ".join([f"{point:04X}", *(str(face.get(point, drawn)) for face in advances)]))
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Write the fonts, the list of the code points that one family or the other has, and the widths."""
    covered = set.union(*(cut(*one) for one in CUTS))
    (HERE / "coverage.txt").write_text(ranges(covered), encoding="ascii")
    (HERE / "widths.txt").write_text(widths(), encoding="ascii")


if __name__ == "__main__":
    main()
