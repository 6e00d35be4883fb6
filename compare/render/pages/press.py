"""HTML of ours -> PDF: WeasyPrint, our own fonts, and nothing that an article could name."""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import RenderingError
from compare.files import data_folder
from compare.render.layout import Layout
from compare.render.pages.glyphs import boxes
from compare.render.pages.templates import template_faults
from compare.temporary import temporary_folder

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.document import Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from compare.model import Comparison


import contextlib
import sys

FONT_SCHEME = "report-font:"
PANGO_MISSING = (
    "cannot make a PDF: the system library Pango is missing; install it "
    "(Debian/Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; macOS: brew install pango; Windows: MSYS2 with mingw-w64-x86_64-pango), "
    "or write another format (--format json)"
)

# WeasyPrint 70 gives up (an assertion) on rows that are to stay together and are taller than a page together.
# Such pages are set again without that wish, then without any wish but for a new page.
_LOOSER = (
    "",
    "table, thead, tbody, tr { break-before: auto !important; break-after: auto !important }",
    "* { break-inside: auto !important; break-after: auto !important }"
    "table, tbody, tr, p, .s-tr { break-before: auto !important }",
)

# Share of a last page below which a reader asks what it is for.
NEARLY_EMPTY = 0.3

log = logging.getLogger(__name__)


def edition(
    html: Callable[[Comparison, Layout], str],
    comparison: Comparison,
    layout: Layout | None,
    *,
    closer: str = "",
) -> bytes:
    """Return the pages of an edition, in the usual layout where none is given, as `printed` does.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a template of the user's cannot be used.
    """
    chosen = layout or Layout()
    return printed(html(comparison, chosen), chosen, closer=closer)


def printed(markup: str, layout: Layout | None = None, *, closer: str = "") -> bytes:
    """Return the pages of an HTML text of ours as tagged PDF bytes; equal texts give equal bytes.

    `closer` is a style sheet with less room between lines and rows: it is used where the last page would be
    nearly empty and is saved so.

    The file says that it meets the layout's standard, such as `pdf/ua-1`; faults of a user's templates and
    style sheets are told as theirs.

    Raises:
        RenderingError: if Pango is missing, or a font or style sheet of ours cannot be used.
        UsageError: if a style sheet of the user's cannot be used.
    """
    variant, own = (layout.pdf_variant, layout.template) if layout else (None, None)
    try:
        with found_by_the_loader():
            import weasyprint  # noqa: F401 (its libraries are looked for here)
    except OSError as error:
        raise RenderingError(PANGO_MISSING) from error
    identifier = hashlib.sha256(markup.encode()).hexdigest()[:32].encode()
    faults = template_faults(own) if own else nullcontext()
    with _complaints() as complaints, faults, _font_folder() as kept, warnings.catch_warnings():
        # It leaves the colour profile of PDF/A open.
        warnings.simplefilter("ignore", ResourceWarning)
        document = _filled(markup, complaints, closer, font_config=kept, pdf_tags=True, pdf_variant=variant)
        maker = document.metadata.generator or "Side by Side"
        document.metadata.generator = f"{maker}, set by Pango {_pango()}"
        pages: bytes = document.write_pdf(  # type: ignore[no-untyped-call]
            pdf_tags=True,
            pdf_identifier=identifier,
            pdf_variant=variant,
            finisher=_archivable if variant and variant.startswith("pdf/a") else None,
        )
    for complaint in complaints:
        if complaint.startswith("Font-face"):
            raise RenderingError(f"the report's fonts cannot be used ({complaint}); install sidebyside again")
        # Anything but missing glyphs is our own fault, and tests look for it.
        log.info("%s", complaint)
    if lost := boxes(complaints):
        log.warning("%s", lost)
    return pages


def _filled(markup: str, complaints: list[str], closer: str, **options: object) -> Document:
    """Return the text laid out, closer where that saves a last page with hardly anything on it.

    It is laid out twice then, which takes half as long again: for editions of few pages.
    """
    from weasyprint import HTML

    def laid_out(text: str) -> Document:
        page = HTML(string=text, base_url=None, url_fetcher=fonts())  # type: ignore[no-untyped-call]
        return _laid_out(page, complaints, **options)

    document = laid_out(markup)
    if not closer or len(document.pages) < 2 or _share(document) > NEARLY_EMPTY:
        return document
    told = list(complaints)
    # Last in the head, since a sheet given to `render` comes before those of the text.
    again = laid_out(markup.replace("</head>", f"<style>{closer}</style></head>", 1))
    if len(again.pages) < len(document.pages):
        return again
    complaints[:] = told
    return document


def _share(document: Document) -> float:
    """Return how much of the last page is filled, between its margins."""
    box = document.pages[-1]._page_box
    content = box.children[0]
    share: float = content.margin_height() / box.height
    return share


def _laid_out(page: HTML, complaints: list[str], **options: object) -> Document:
    """Return the page laid out, with fewer wishes for where pages break each time that it cannot be done."""
    from weasyprint import CSS

    for looser in _LOOSER:
        sheets = [CSS(string=looser)]  # type: ignore[no-untyped-call]
        complaints.clear()
        try:
            document: Document = page.render(stylesheets=sheets, **options)  # type: ignore[no-untyped-call]
            break
        except AssertionError:
            if looser is _LOOSER[-1]:
                raise
    return document


def _pango() -> str:
    """Return the release of the Pango that is loaded: lines break, and letters stand, as it says."""
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


@contextmanager
def _font_folder() -> Iterator[FontConfiguration]:
    """Give WeasyPrint a folder of ours for the fonts: its own goes whenever Python forgets the document."""
    from weasyprint.text.fonts import FontConfiguration

    with temporary_folder() as folder:
        kept = FontConfiguration()  # type: ignore[no-untyped-call]
        kept._folder = folder
        yield kept


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


def _archivable(_document: object, pdf: Any) -> None:  # noqa: ANN401 (pydyf's, untyped)
    """Mend what PDF/A forbids: a compressed description, and a stream whose last byte looks like a line end.

    The second happens to one stream of 128, when its compressed bytes end so by chance.
    """
    from pydyf import Stream

    for stream in pdf.objects:
        if not isinstance(stream, Stream):
            continue
        if stream.extra.get("Type") == "/Metadata":
            stream.compress = False
        while stream.data.removesuffix(b"\nendstream")[-1:] in (b"\r", b"\n"):
            stream.stream.append(b"")
            if "Length1" in stream.extra:
                stream.extra["Length1"] += 1


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


# ------------------------------------------------------------------------------------------------- libraries
# How WeasyPrint's system libraries are found: by the loader alone.


@contextlib.contextmanager
def found_by_the_loader() -> Iterator[None]:
    """Import WeasyPrint within: no program is started and no warning printed.

    It tries several names for each library, and Python's search for the wrong ones runs ldconfig, gcc and
    ld, whichever come first on the PATH: 91 programs for one report, with some sixty temporary files. The
    name with .so in it is the one by which Linux's loader knows the library, and needs no search.
    """
    import ctypes.util

    def nowhere(name: str) -> str | None:  # noqa: ARG001 (the parameter's name is ctypes')
        return None

    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = nowhere
    try:
        with warnings.catch_warnings():
            # "No fonts configured in FontConfig": ours are enough.
            warnings.simplefilter("ignore")
            yield
    finally:
        ctypes.util.find_library = search
