"""From an address to its page: one connection a redirect, each checked like the first."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import cast

from compare.read.address.link import PORT, SAVE, Link, RefusalError, address
from compare.read.address.network import Deadline, FetchLimits, Network, Wire, connect, was_cut
from compare.read.address.page import CUT_SHORT, REDIRECTS, FetchedPage, page, refuse_other_than_a_page

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
    asked: Link
    came_from: Link


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


def _place(asked: Link, here: Link) -> str:
    return asked.shown if here.shown == asked.shown else f"{asked.shown} (which leads on to {here.shown})"


def _answer(link: Link, *, network: Network, limits: FetchLimits, deadline: Deadline) -> FetchedPage | str:
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


def _headers(link: Link) -> dict[str, str]:
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


def _explained(error: Exception, link: Link, *, limits: FetchLimits) -> RefusalError:
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
