"""WeasyPrint, imported once for all workers where a batch makes PDFs (1 s); see `warm`."""

from __future__ import annotations

import contextlib
import gc
import warnings


def _import() -> None:
    # Where Pango is missing, each report says so in its own words.
    with warnings.catch_warnings(), contextlib.suppress(OSError):
        warnings.simplefilter("ignore")
        import weasyprint  # noqa: F401
    gc.collect()
    gc.freeze()


_import()
