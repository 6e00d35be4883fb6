"""One page from an https address: parsed, looked up, fetched and unpacked, each step checked.

Only what tells an address from a file's name stands here, since every reading of a file asks it. `link` takes
an address apart; everything that opens a connection is in `fetch` and below.
"""

from __future__ import annotations

import re
from pathlib import Path

# Two letters at least: one is a drive.
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20})://")


def is_address(source: Path | str) -> bool:
    """Return whether an article is named by an address, of whatever kind, rather than by a file.

    >>> [is_address(each) for each in ("https://example.org/", "story.txt", "-")]
    [True, False, False]
    """
    return isinstance(source, str) and SCHEME.match(source) is not None
