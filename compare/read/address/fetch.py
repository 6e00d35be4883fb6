"""From an address to its page: one connection a redirect, each checked like the first; what it answered."""

from __future__ import annotations

import codecs
import errno
import http.client
import re
import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPResponse, responses
from importlib.metadata import PackageNotFoundError, version
from typing import cast

from compare.read.address.link import PORT, SAVE, RefusalError, WebLink, address
from compare.read.address.network import Deadline, FetchLimits, Network, Wire, connect, was_cut

# What chunks and packing may add to a page of the largest size on its way.
WRAPPING = 1_000_000

# Windows and macOS know only the first.
_NO_SUCH_NAME = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
_NO_NETWORK = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
# OpenSSL's numbers for the failures that people meet.
_CERTIFICATES = {
    9: "is not valid yet",
    10: "has expired",
    18: "is one that the site made itself",
    19: "is from an authority that this computer does not know",
    20: "is from an authority that this computer does not know",
    62: "is for another site",
    64: "is for another site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page, the address that the user gave and the one that it came from in the end."""

    page: FetchedPage
    asked: WebLink
    came_from: WebLink


def fetch(text: str, *, network: Network | None = None, limits: FetchLimits | None = None) -> Fetched:
    """Return the page at an address.

    No cookie, password, proxy or setting of the machine takes part in it but the system's resolver and its
    list of certificate authorities.

    Raises:
        UnreadableArticleError: if the address is refused, does not answer in time, or has no web page.
    """
    limits = limits or FetchLimits()
    deadline = Deadline(limits.seconds)
    asked = here = address(text)
    network = network or Network()
    try:
        for _ in range(limits.redirects + 1):
            answer = _answer(here, network=network, limits=limits, deadline=deadline)
            if isinstance(answer, FetchedPage):
                return Fetched(page=answer, asked=asked, came_from=here)
            here = here.leads_to(answer)
        raise RefusalError(f"it leads on more than {limits.redirects} times")
    except RefusalError as refusal:
        raise refusal.about(_place(asked, here)) from refusal
    except (OSError, http.client.HTTPException) as error:
        raise _explained(error, here, limits=limits).about(_place(asked, here)) from error


def _place(asked: WebLink, here: WebLink) -> str:
    return asked.shown if here.shown == asked.shown else f"{asked.shown} (which leads on to {here.shown})"


def _answer(link: WebLink, *, network: Network, limits: FetchLimits, deadline: Deadline) -> FetchedPage | str:
    """Return the page, or where the site sends us instead."""
    with closing(connect(link.host, network=network, deadline=deadline)) as secure:
        wire = Wire(secure, deadline=deadline)
        wire.allow(limits.headers, else_say=f"its headers are larger than {limits.headers // 1024} kB")
        connection = http.client.HTTPConnection(link.host, PORT)
        # It is never to connect by itself, where nobody checks the address.
        connection.auto_open = 0
        connection.sock = cast("socket.socket", wire)
        connection.request("GET", link.target, headers=_headers(link))
        response = connection.getresponse()
        with closing(response):
            location = response.headers.get("Location")
            if response.status in REDIRECTS and location:
                return location
            refuse_other_than_a_page(response, limits=limits)
            wire.allow(limits.size + WRAPPING, else_say=f"it is larger than {limits.size / 1e6:g} MB")
            return page(response, limits=limits)


def _headers(link: WebLink) -> dict[str, str]:
    return {
        "Host": link.authority,
        "User-Agent": _user_agent(),
        "Accept": "text/html, application/xhtml+xml",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _user_agent() -> str:
    try:
        return f"sidebyside/{version('sidebyside')}"
    except PackageNotFoundError:
        return "sidebyside"


def _explained(error: Exception, link: WebLink, *, limits: FetchLimits) -> RefusalError:
    """Return what a failure below means for the person who gave the address."""
    if isinstance(error, TimeoutError):
        return RefusalError(f"it did not come within {limits.seconds:g} seconds", f"try again, or {SAVE}")
    if isinstance(error, socket.gaierror):
        if error.errno in _NO_SUCH_NAME:
            return RefusalError(f"no site called {link.host} was found", "check the address and the network")
        return RefusalError(f"{link.host} cannot be looked up; there may be no network", SAVE)
    if isinstance(error, ssl.SSLCertVerificationError):
        what = _CERTIFICATES.get(error.verify_code, f"does not hold ({error.verify_message})")
        return RefusalError(f"the certificate of {link.host} {what}, so the page may be forged")
    if isinstance(error, http.client.IncompleteRead) or was_cut(error):
        return RefusalError(CUT_SHORT, "try again")
    if isinstance(error, ssl.SSLError):
        return RefusalError(f"no secure connection to {link.host} came about")
    if isinstance(error, http.client.HTTPException):
        return RefusalError(f"{link.host} did not answer as a web site does")
    if isinstance(error, OSError) and error.errno in _NO_NETWORK:
        return RefusalError(f"{link.host} cannot be reached; there may be no network", SAVE)
    reason = getattr(error, "strerror", None) or "the connection broke"
    return RefusalError(f"{link.host} cannot be reached ({reason})", f"check the network, or {SAVE}")


# --------------------------------------------------------------------------------------- what a site answered
# A web page, unpacked and small enough, or a reason why it is none.

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
