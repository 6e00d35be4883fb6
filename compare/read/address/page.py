"""What a site answered: a web page, unpacked and small enough, or a reason why it is none."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPResponse, responses

from compare.read.address.link import SAVE, RefusalError
from compare.read.address.network import FetchLimits

WEB_PAGES = ("text/html", "application/xhtml+xml")
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 64 * 1024
CUT_SHORT = "the page was cut short on its way"

_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}")
_CHARSET = re.compile(r';\s*charset="?([\w.:-]{1,40})"?', re.IGNORECASE)
# The encodings that the web's standard knows, under Python's names. Others, such as punycode, take quadratic
# time or hide text.
_OF_THE_WEB = re.compile(
    r"utf-(8|16|16-le|16-be)|iso8859-\d{1,2}|cp(125\d|866|874|932|949)|koi8-[ru]|mac-(roman|cyrillic)"
    r"|gb2312|gbk|gb18030|big5|euc_(jp|kr)|iso2022_jp|shift_jis"
)
# Pages that call themselves so are read as cp1252 by all browsers.
_AS_CP1252 = {"iso8859-1": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A web page's bytes, and the encoding that its header names where that is true of them."""

    data: bytes
    encoding: str | None


def refuse_other_than_a_page(response: HTTPResponse, *, limits: FetchLimits) -> None:
    """Refuse by status and headers, before the body is read.

    Raises:
        RefusalError: if the answer is an error, no web page, packed in a way of its own, or too large.
    """
    status = response.status
    if status != 200:
        raise RefusalError(
            f"the site answered {status} {responses.get(status, '')}".rstrip(),
            f"check the address, or {SAVE}",
        )
    kinds = response.headers.get_all("Content-Type", [])
    kind = kinds[0].partition(";")[0].strip().lower() if len(kinds) == 1 else ""
    if kind not in WEB_PAGES:
        what = kind if _MEDIA_TYPE.fullmatch(kind) else "of no stated type"
        raise RefusalError(f"it is {what}, not a web page (text/html)", "save it and name that file")
    if _packing(response) not in ("", "identity", "gzip", "x-gzip"):
        raise RefusalError("it is packed in a way that was not asked for")
    if response.length is not None and response.length > limits.size:
        raise _too_large(limits)


def page(response: HTTPResponse, *, limits: FetchLimits) -> FetchedPage:
    """Return the page, read to its end.

    Raises:
        RefusalError: if it is larger than the limit, damaged or cut short.
        OSError: if the connection breaks or the time is over.
    """
    packed = _packing(response) in ("gzip", "x-gzip")
    chunks = iter(lambda: response.read(CHUNK), b"")
    data = _joined(_unpacked(chunks, limits=limits) if packed else chunks, limits=limits)
    if response.length:
        raise RefusalError(CUT_SHORT, "try again")
    return FetchedPage(data=data, encoding=_encoding(response.headers.get("Content-Type", ""), data))


def _packing(response: HTTPResponse) -> str:
    return ",".join(response.headers.get_all("Content-Encoding", [])).strip().lower()


def _joined(chunks: Iterator[bytes], *, limits: FetchLimits) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limits.size:
            raise _too_large(limits)
    return bytes(data)


def _unpacked(chunks: Iterator[bytes], *, limits: FetchLimits) -> Iterator[bytes]:
    """Yield what gzip unpacks to, never more of it at a time than one byte beyond the limit."""
    gzip = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        for chunk in chunks:
            yield gzip.decompress(chunk, limits.size + 1)
            if gzip.unconsumed_tail:
                raise _too_large(limits)
    except zlib.error as error:
        raise RefusalError("it is damaged: it cannot be unpacked") from error
    if not gzip.eof:
        raise RefusalError(CUT_SHORT, "try again")
    if gzip.unused_data:
        raise RefusalError("it is damaged: more follows where it should end")


def _too_large(limits: FetchLimits) -> RefusalError:
    return RefusalError(
        f"it is larger than {limits.size / 1e6:g} MB", "save the article's text and name that file"
    )


def _encoding(content_type: str, data: bytes) -> str | None:
    """Return Python's name of the encoding in the header, None where there is none or it cannot be true."""
    named = _CHARSET.search(content_type)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if named is None or marked:
        return None
    try:
        known = codecs.lookup(named.group(1)).name
        encoding = _AS_CP1252.get(known, known)
        if _OF_THE_WEB.fullmatch(encoding) is None:
            return None
        data.decode(encoding)
    except (LookupError, ValueError):
        return None
    return encoding
