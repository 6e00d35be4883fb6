"""What a file is when it is neither text nor a format that is read: its first bytes, not its name."""

from __future__ import annotations

SAVE_AS_TEXT = "copy the article's text into a .txt or .md file"

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document", SAVE_AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", SAVE_AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", SAVE_AS_TEXT),
    (b"GIF87a", "a GIF picture", SAVE_AS_TEXT),
    (b"GIF89a", "a GIF picture", SAVE_AS_TEXT),
    (b"II*\x00", "a TIFF picture", SAVE_AS_TEXT),
    (b"MM\x00*", "a TIFF picture", SAVE_AS_TEXT),
    (b"RIFF", "a picture, sound or film (RIFF)", SAVE_AS_TEXT),
    (b"ID3", "a sound file (MP3)", SAVE_AS_TEXT),
    (b"OggS", "a sound or film (Ogg)", SAVE_AS_TEXT),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh9", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "a database", SAVE_AS_TEXT),
    (b"\x7fELF", "a program", "name the article's text file"),
)
ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"opendocument.", "an OpenDocument file"),
    (b"[Content_Types].xml", "an Office document"),
)

# A ZIP names its first entries within the first kilobytes: enough to tell Office files from an archive.
ZIP_HEAD = 4096


def foreign_format(data: bytes) -> tuple[str, str] | None:
    r"""Return what the bytes are and what to do about it, or None where they may be text.

    >>> foreign_format(b"GIF89a...")[0]
    'a GIF picture'
    >>> foreign_format(b"By Jane Doe\n") is None
    True
    """
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what, advice in SIGNATURES:
        if data.startswith(magic):
            return what, advice
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        names = data[:ZIP_HEAD]
        what = next((what for mark, what in ZIPPED if mark in names), "a ZIP archive")
        return what, "unpack it first" if what == "a ZIP archive" else SAVE_AS_TEXT
    if head.startswith(b"<?xml"):
        return "an XML file", SAVE_AS_TEXT
    return None
