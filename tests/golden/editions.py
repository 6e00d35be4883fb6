"""Which editions of which pairs are kept as text and as pictures, and how both are made from a file.

An edition joins with one line in `EDITIONS`.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from compare import compare_articles, read_article
from compare.model import Comparison
from compare.render.documents import documents
from compare.render.layout import Edition, Layout

GOLDEN = Path(__file__).parent
SOURCES = GOLDEN.parent.parent / "sources"
PAIRS = tuple(sorted(folder.name for folder in SOURCES.iterdir() if len(list(folder.glob("*.md"))) == 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An edition that is kept: how it is made, and for which pairs."""

    format: str = "pdf"
    layout: Layout = field(default_factory=Layout)
    pairs: tuple[str, ...] = PAIRS


EDITIONS = {
    "reader": Kept(),
    "large": Kept(layout=Layout(large_print=True), pairs=("flood",)),
    "classroom": Kept(layout=Layout(edition=Edition.CLASSROOM)),
    "editor": Kept(layout=Layout(edition=Edition.EDITOR)),
    "html": Kept(format="html", pairs=("flood",)),
    "markdown": Kept(format="markdown", pairs=("flood",)),
    "csv": Kept(format="csv", pairs=("flood",)),
    "text": Kept(format="text"),
}

CASES = [(pair, name) for name, kept in EDITIONS.items() for pair in kept.pairs]
# Dots to the inch, greys, and pages in a row of a contact sheet: nine pages are 50 KB.
DPI, GREYS, ABREAST = 24, 8, 6
# A longer file is drawn smaller, for its size.
MANY_PAGES, SMALL_DPI = 12, 13
# A pixel has changed if it differs by more than this of 255 after blurring: other releases of Pango, FreeType
# and poppler draw the edges of letters otherwise.
DIFFERS = 40
MOST_CHANGED = 0.004
"""Share of changed pixels that is let pass: a paragraph taken out of one page of eight is .007."""


@cache
def comparison(pair: str) -> Comparison:
    """Return the comparison of a sample pair, made once."""
    files = sorted((SOURCES / pair).glob("*.md"))
    articles = [read_article(file, label=label)[0] for file, label in zip(files, "AB", strict=True)]
    return compare_articles(articles)


@cache
def made(pair: str, edition: str) -> tuple[bytes, ...]:
    """Return the files of an edition, made once."""
    kept = EDITIONS[edition]
    return documents(comparison(pair), format=kept.format, layout=kept.layout)


def goldens(pair: str, edition: str) -> Iterator[tuple[Path, str, Image.Image | None]]:
    """Yield for each file of an edition where its text is kept, its text, and its pages as one picture."""
    for number, content in enumerate(made(pair, edition), 1):
        place = GOLDEN / (f"{pair}.{edition}.txt" if number == 1 else f"{pair}.{edition}-{number}.txt")
        if content.startswith(b"%PDF-"):
            yield place, printed(content), contact_sheet(content)
        else:
            yield place, content.decode(), None


def printed(pages: bytes) -> str:
    """Return the words of a PDF line by line, with a line before each page.

    By PDFium, which takes 0.05 s for nine pages where pdfminer.six takes 2.5 s.
    """
    lines = []
    for number, page in enumerate(pypdfium2.PdfDocument(pages), 1):
        lines.append(f"--- page {number}")
        found = page.get_textpage().get_text_bounded()
        lines += filter(None, (" ".join(line.split()) for line in found.splitlines()))
    return "\n".join(lines) + "\n"


def contact_sheet(pages: bytes) -> Image.Image:
    """Return all pages, small and in few greys, in one picture."""
    with pikepdf.open(io.BytesIO(pages)) as document:
        dpi = DPI if len(document.pages) <= MANY_PAGES else SMALL_DPI
    images = []
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-", f"{scratch}/page"], input=pages, check=True)
        for file in sorted(Path(scratch).iterdir()):
            with Image.open(file) as image:
                images.append(image.copy())
    width, height = images[0].size
    sheet = Image.new("L", (width * min(ABREAST, len(images)), height * -(-len(images) // ABREAST)), 128)
    for i, image in enumerate(images):
        sheet.paste(image, (width * (i % ABREAST), height * (i // ABREAST)))
    return sheet.quantize(GREYS)


def changed(one: Image.Image, other: Image.Image) -> tuple[float, Image.Image]:
    """Return the share of the pixels that differ, and a picture with these black; 1 if the sizes differ."""
    if one.size != other.size:
        return 1.0, other.convert("L")
    soft = [image.convert("L").filter(ImageFilter.BoxBlur(1)) for image in (one, other)]
    differing = ImageChops.difference(*soft).point(lambda value: 0 if value > DIFFERS else 255)
    return differing.histogram()[0] / (one.size[0] * one.size[1]), differing
