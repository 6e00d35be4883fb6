"""How WeasyPrint's system libraries are found: by the loader alone."""

from __future__ import annotations

import contextlib
import sys
import warnings
from collections.abc import Iterator


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
