"""Web pages, Word and OpenDocument files, PDF, EPUB and RTF: from their bytes to the article in them.

A reader is a function from bytes to `Extracted`; `__main__.py` lists one for each kind. They run in a child
process with limits on time and memory, which `child.py` starts, since the libraries that they need were not
made for hostile files. `kind_of` looks at the first bytes and costs a plain text nothing.
"""

from __future__ import annotations

from compare.read.formats.child import extract
from compare.read.formats.extracted import Extracted, Refusal
from compare.read.formats.kinds import CALLED, Kind, kind_of, most_bytes

__all__ = ["Extracted", "Kind", "Refusal", "extract", "kind_of", "most_bytes", "notes_on"]


def notes_on(taken: Extracted, *, kind: Kind, name: str) -> list[tuple[str, str]]:
    """Return code and text of each note: the text is not the file's own, and it may be cut off."""
    more = f"; {taken.note}" if taken.note else ""
    said = [("text-taken", f"{name}: text taken from {CALLED[kind]}: check quotations against it{more}")]
    if taken.cut_off:
        said.append(("cut-off", f"{name}: the page says that it is for subscribers: its text may be cut off"))
    return said
