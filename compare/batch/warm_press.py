"""WeasyPrint, imported once for all workers where a batch makes PDFs (1 s); see `warm`."""

from __future__ import annotations

import contextlib
import gc

from compare.render.pages.press import found_by_the_loader


def _import() -> None:
    # Where Pango is missing, each report says so in its own words.
    with contextlib.suppress(OSError), found_by_the_loader():
        import weasyprint  # noqa: F401
    gc.collect()
    gc.freeze()


_import()
