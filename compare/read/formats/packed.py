"""The members of a ZIP file (DOCX, ODT, EPUB), unpacked within limits, and the XML in them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from compare.read.formats.extracted import SAVE_AS_TEXT, Refusal

Event = tuple[str, str, dict[str, str]]
"""("start", tag, attributes), ("end", tag, {}) or ("text", characters, {}); no namespaces."""


# A book of 400 pages has some 300 members, a draft about 15.
MOST_MEMBERS = 5000
# The text of a long novel as Word's XML has 10 MB.
MOST_UNPACKED = 40 * 1024 * 1024
# XML packs 5 to 30 times; a bomb of zeros 1,000 times. Small members do so by chance.
MOST_RATIO = 200
SMALL = 1024 * 1024
# Word nests about 15 deep, text boxes in tables about 40.
DEEPEST = 200
MOST_ATTRIBUTES = 200
CHUNK = 64 * 1024
# All that DOCX, ODT and EPUB allow. LZMA could ask for 4 GB at once.
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What Python's reader of ZIP files raises at wrong places, sizes, names and checksums, and at an early end.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    OverflowError,
    NotImplementedError,
)


class Packed:
    """A ZIP file's members, by name; all that is unpacked counts towards one limit."""

    def __init__(self, data: bytes, *, called: str) -> None:
        """Read the list of members; `called` is how messages name the file."""
        self._called = called
        self._left = MOST_UNPACKED
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = self._archive.infolist()
        except DAMAGED as error:
            raise Refusal(f"it is {called} that is damaged", "save it again") from error
        if len(members) > MOST_MEMBERS:
            raise Refusal(f"it is {called} of more than {MOST_MEMBERS:,} parts", SAVE_AS_TEXT)
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes:
        """Return a member's bytes.

        Raises:
            Refusal: if it is missing, locked, damaged or larger than is allowed.
        """
        try:
            member = self._archive.getinfo(name)
            if member.flag_bits & 1:
                raise Refusal(f"it is {self._called} locked with a password", "save it without one")
            if member.compress_type not in METHODS:
                raise zipfile.BadZipFile
            with self._archive.open(member) as stream:
                # What the list says of the size may be a lie: what comes out counts.
                unpacked = stream.read(self._left + 1)
        except DAMAGED as error:
            raise Refusal(f"it is {self._called} that is damaged", "save it again") from error
        self._left -= len(unpacked)
        if self._left < 0 or len(unpacked) > max(SMALL, MOST_RATIO * member.compress_size):
            raise Refusal(f"it is {self._called} that unpacks to far more than it should", SAVE_AS_TEXT)
        return unpacked

    def events(self, name: str) -> Iterator[Event]:
        """Yield the tags and characters of an XML member; an entity of its own is refused, none is loaded.

        Raises:
            Refusal: as `read` does, or if it is no sound XML or nests too deep.
        """
        data = self.read(name)
        parser = expat.ParserCreate()
        waiting: list[Event] = []
        depth = 0

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
                raise self._choking()
            plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            waiting.append(("start", tag.rpartition(":")[2], plain))

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            waiting.append(("end", tag.rpartition(":")[2], {}))

        def entity(*_declaration: object) -> None:
            raise self._choking()

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = lambda text: waiting.append(("text", text, {}))
        parser.EntityDeclHandler = entity
        try:
            for at in range(0, len(data), CHUNK):
                parser.Parse(data[at : at + CHUNK])
                yield from waiting
                waiting.clear()
            parser.Parse(b"", True)  # noqa: FBT003 - its own signature: this was the end
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise Refusal(f"it is {self._called} that is damaged", "save it again") from error
        yield from waiting

    def _choking(self) -> Refusal:
        return Refusal(f"it is {self._called} with XML made to choke a reader", SAVE_AS_TEXT)
