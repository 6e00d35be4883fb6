"""Bytes to text: the encoding that the user named, that the bytes declare, or a guess that is told."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection

from msgspec import Struct

from compare.errors import UnreadableArticleError, UsageError

# Python's names; each one decodes the file again to the very same text.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Codecs that are no encodings of files, or take quadratic time.
NOT_FOR_FILES = {"punycode", "idna", "unicode-escape", "unicode_escape", "raw-unicode-escape", "undefined"}

# Control characters that no text has; tabs, line ends, form feeds and escapes do occur. 1 % lets a stray
# one through; a compressed or compiled file has about 10 %.
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.01

# What English news has beyond ASCII in cp1252: quotation marks, dashes, currency, accented small letters.
# Bytes D0-DF among small letters are Mac Roman's quotation marks and dashes instead.
CP1252_NEWS = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb\xbd"
)
MAC_ROMAN_NEWS = frozenset(b"\xc7\xc8\xc9\xca\xd0\xd1\xd2\xd3\xd4\xd5\xa5\xa8\xa9\xaa\xa3\x8e\x87\x8f\x9f")
CP1252_TEXT = CP1252_NEWS | frozenset(range(0xE0, 0xFE)) | {0xC9}
CP1252_UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")
# Bytes that are no UTF-8, as Python's "surrogateescape" hands them on.
ESCAPED = re.compile("[\udc80-\udcff]+")
# Told by their byte order mark or their zero bytes before any guess.
WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
SAMPLE = 64 * 1024


class Decoded(Struct, frozen=True, kw_only=True):
    """A file's text, the encoding that gave it, and what to warn of (None if nothing)."""

    text: str
    encoding: str
    warning: tuple[str, str] | None = None


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    r"""Return the text of the bytes, without a byte order mark, line ends kept.

    >>> decode(b"caf\xe9", name="a.txt").warning
    ('encoding-guessed', 'a.txt: encoding guessed: cp1252')

    Raises:
        UnreadableArticleError: if the bytes are no text, or not in the encoding that was named.
        UsageError: if there is no encoding of the name given.
    """
    decoded = _as_named(data, name=name, encoding=encoding) if encoding else _as_found(data, name=name)
    _refuse_binary(decoded.text, name=name)
    return decoded


def _as_named(data: bytes, *, name: str, encoding: str) -> Decoded:
    try:
        known = codecs.lookup(encoding).name
        if known in NOT_FOR_FILES:
            raise LookupError(encoding)
        text = data.decode(known)
    except UnicodeError as error:
        raise UnreadableArticleError(
            f"cannot read {name}: it is not {encoding}; leave the encoding out or name another"
        ) from error
    except (LookupError, ValueError) as error:
        raise UsageError(f"no encoding is called {encoding!r}; try utf-8, cp1252 or utf-16") from error
    if text.startswith("\ufeff"):
        known = {"utf-8": "utf-8-sig"}.get(known, known)
    return Decoded(text=text.removeprefix("\ufeff"), encoding=known)


def _as_found(data: bytes, *, name: str) -> Decoded:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return Decoded(text=data.decode(encoding), encoding=encoding)
            except UnicodeError as error:
                raise UnreadableArticleError(
                    f"cannot read {name}: it begins as {encoding} and is damaged; save it again as UTF-8"
                ) from error
    wide = _wide_without_mark(data)
    if wide:
        return _guessed(data, wide, name=name)
    if b"\x00" in data:
        raise _binary(name)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _mixed(data, name=name) or _damaged_utf8(data, name=name) or _guess(data, name=name)


def _wide_without_mark(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 whose zero bytes stand where ASCII letters would put them."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    lanes = [sample[lane::4] for lane in range(4)]
    zeros = [lane.count(0) / len(lane) for lane in lanes]
    # 0.6 leaves room for curly quotation marks and a Cyrillic name or two.
    full = "".join("0" if share >= 0.6 else "x" if share <= 0.1 else "?" for share in zeros)
    return {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}.get(full)


def _mixed(data: bytes, *, name: str) -> Decoded | None:
    """Return UTF-8 with stretches of an older encoding in it, as of two texts that were copied together."""
    text = data.decode("utf-8", "surrogateescape")
    sound = {char for char in text if char > "\x7f" and not "\udc80" <= char <= "\udcff"}
    if not sound or not all("\xa0" <= char <= "\u017f" or "\u2010" <= char <= "\u2122" for char in sound):
        # By chance, cp1252 yields letters that no English text has.
        return None
    runs = [match[0].encode("utf-8", "surrogateescape") for match in ESCAPED.finditer(text)]
    fitting = [
        (other, {run for run in runs if usual.issuperset(run) and not _cut_short(run)})
        for other, usual in (("cp1252", CP1252_TEXT), ("mac-roman", MAC_ROMAN_NEWS))
    ]
    counted = [(sum(run in fits for run in runs), other, fits) for other, fits in fitting]
    count, other, fits = max(counted, key=lambda one: one[0])
    if count < 0.9 * len(runs):
        return None
    whole = ESCAPED.sub(lambda match: _read(match, other, fits), text)
    broken = whole.count("\ufffd")
    warning = f"{name}: two encodings in one file: read as UTF-8, and as {other} in {count} place(s)"
    if broken:
        warning += f"; {broken} unreadable place(s) stand as \ufffd"
    return Decoded(text=whole, encoding=f"utf-8 and {other}", warning=("encoding-mixed", warning))


def _read(match: re.Match[str], encoding: str, fits: Collection[bytes]) -> str:
    run = match[0].encode("utf-8", "surrogateescape")
    return run.decode(encoding) if run in fits else "\ufffd"


def _cut_short(run: bytes) -> bool:
    """Return whether it begins as quotation marks and dashes do in UTF-8 and lacks the rest."""
    return len(run) > 1 and run[0] == 0xE2


def _damaged_utf8(data: bytes, *, name: str) -> Decoded | None:
    """Return UTF-8 with replacement characters where it is UTF-8 all but a few bytes, such as a cut end."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char >= "\x80") - broken
    # cp1252 text yields hardly any sound sequence by chance (0.2 % of its marks in our trials).
    if sound < 3 * broken:
        return None
    warning = f"{name}: damaged UTF-8: {broken} unreadable place(s) stand as \ufffd"
    return Decoded(text=text, encoding="utf-8 (damaged)", warning=("encoding-damaged", warning))


def _guess(data: bytes, *, name: str) -> Decoded:
    high = [byte for byte in data[:SAMPLE] if byte >= 0x80]
    usual = sum(byte in CP1252_NEWS or 0xE0 <= byte <= 0xFD for byte in high)
    mac = sum(byte in MAC_ROMAN_NEWS for byte in high)
    # charset-normalizer takes short cp1252 news for Big5, cp932 or UTF-16, so our own test goes first.
    if _western(data):
        if mac >= 0.9 * len(high) > usual:
            return _guessed(data, "mac-roman", name=name)
        if not CP1252_UNUSED.intersection(data):
            return _guessed(data, "cp1252", name=name)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_exclusion=WIDE).best()
    return _guessed(data, best.encoding if best else "cp1252", name=name)


def _western(data: bytes) -> bool:
    """Return whether the text is mostly ASCII letters, as Cyrillic or Japanese bytes never are."""
    sample = data[:SAMPLE]
    high = sum(byte >= 0xC0 for byte in sample)
    return high <= max(2, 0.12 * sum(chr(byte).isalpha() for byte in sample))


def _guessed(data: bytes, encoding: str, *, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise UnreadableArticleError(
            f"cannot read {name}: its encoding cannot be told; save it as UTF-8 or name its encoding"
        ) from error
    warning = f"{name}: encoding guessed: {encoding.replace('_', '-')}"
    return Decoded(text=text, encoding=encoding, warning=("encoding-guessed", warning))


def _refuse_binary(text: str, *, name: str) -> None:
    if "\x00" in text or len(CONTROLS.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise _binary(name)
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise UnreadableArticleError(
            f"cannot read {name}: it holds broken characters; save it again as UTF-8"
        )


def _binary(name: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        f"cannot read {name}: it is a binary file, not text; copy the article's text into a .txt or .md file"
    )
