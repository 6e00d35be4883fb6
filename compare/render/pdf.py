"""Comparison -> PDF: Jinja2 fills the template, WeasyPrint sets the pages."""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import RenderingError, UsageError
from compare.files import data_folder
from compare.model import Comparison
from compare.render.glyphs import remark, undrawable
from compare.render.page import build
from compare.render.quotation import printable
from compare.render.wording import NO_CONFLICT, SOURCES

if TYPE_CHECKING:
    from jinja2 import Environment
    from weasyprint.urls import URLFetcher

PAPERS = {"a4": ("A4", 748.0), "letter": ("letter", 698.0)}
"""The style sheet's name of a paper, and the points between the margins of its first page."""
FONT_SCHEME = "report-font:"
SIDES = ("a", "b", "c", "d", "e")
PANGO_MISSING = (
    "cannot make a PDF: the system library Pango is missing; install it "
    "(Debian/Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; macOS: brew install pango; Windows: MSYS2 with mingw-w64-x86_64-pango), "
    "or write another format (--format json)"
)

log = logging.getLogger(__name__)


def pdf(comparison: Comparison, *, paper: str = "a4", full_texts: bool = True) -> bytes:
    """Return the report as a tagged PDF; equal comparisons give equal bytes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if `paper` is not one of `PAPERS`.
    """
    return printed(html(comparison, paper=paper, full_texts=full_texts))


def html(comparison: Comparison, *, paper: str = "a4", full_texts: bool = True) -> str:
    """Return the HTML that `pdf` prints, its style sheet inside; its fonts come from `fonts()`.

    Raises:
        UsageError: if `paper` is not one of `PAPERS`.
    """
    from markupsafe import Markup

    if paper not in PAPERS:
        raise UsageError(f"paper {paper!r} is not known: choose {' or '.join(PAPERS)}")
    folder = data_folder("report_templates")
    # Jinja escapes what stands in <style> too, and an escaped quotation mark loses every font.
    style = Markup((folder / "report.css").read_text(encoding="utf-8"))  # noqa: S704 (our own file)
    return (
        _templates(folder)
        .get_template("report.html.j2")
        .render(
            page=build(comparison, full_texts=full_texts, height=PAPERS[paper][1]),
            size=PAPERS[paper][0],
            style=style,
            sides=SIDES,
            svg=Markup,
            figures=count(1).__next__,
            full_texts=full_texts,
            no_conflict=NO_CONFLICT,
            source_types=SOURCES,
            undrawable=remark(undrawable(comparison)),
        )
    )


@lru_cache(maxsize=1)
def _templates(folder: Path) -> Environment:
    """Return the environment of the templates; compiling them takes half the time of a page of HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )


def printed(markup: str) -> bytes:
    """Return the pages of an HTML text of ours as PDF bytes.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
    """
    try:
        with warnings.catch_warnings():
            # "No fonts configured in FontConfig": ours are enough.
            warnings.simplefilter("ignore")
            from weasyprint import HTML
    except OSError as error:
        raise RenderingError(PANGO_MISSING) from error
    identifier = hashlib.sha256(markup.encode()).hexdigest()[:32].encode()
    with _complaints() as complaints:
        document = HTML(string=markup, base_url=None, url_fetcher=fonts())  # type: ignore[no-untyped-call]
        pages: bytes = document.write_pdf(  # type: ignore[no-untyped-call]
            pdf_tags=True, pdf_identifier=identifier
        )
    for complaint in complaints:
        if complaint.startswith("Font-face"):
            raise RenderingError(f"the report's fonts cannot be used ({complaint}); install sidebyside again")
        # Missing glyphs are said in the report itself; anything else is our own fault, and tests look for it.
        log.info("%s", complaint)
    return pages


def fonts() -> URLFetcher:
    """Return the fetcher that gives WeasyPrint the report's own fonts and refuses everything else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    folder = data_folder("report_templates") / "fonts"

    class OwnFonts(URLFetcher):
        """Serves the fonts beside the template by name; nothing in an article can name a file."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401, ARG002 (WeasyPrint's own)
            name = url.removeprefix(FONT_SCHEME)
            if name == url or Path(name).name != name or not name.endswith(".ttf"):
                raise ValueError("a report loads nothing but its own fonts")
            font = (folder / name).read_bytes()
            return URLFetcherResponse(url, font, {"Content-Type": "font/ttf"})  # type: ignore[no-untyped-call]

    return OwnFonts(allowed_protocols=set())  # type: ignore[no-untyped-call]


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint only logs: lost styles, dead links, missing glyphs, fonts."""
    logger = logging.getLogger("weasyprint")
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler = Collector(level=logging.WARNING)
    propagate = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
