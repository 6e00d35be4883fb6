"""One page from an https address: parsed, looked up, fetched and unpacked, each step checked.

Everything that opens a connection is in `fetch` and below, and is imported when an address was given.
"""

from __future__ import annotations

from compare.read.address.link import Link, address, is_address, shown

__all__ = ["Link", "address", "is_address", "shown"]
