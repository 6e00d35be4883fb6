"""An https address: taken apart, checked, and fit to be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from compare.read.address import SCHEME
from compare.read.address.hosts import host_name
from compare.read.address.refusal import SAVE, RefusalError

PORT = 443
# Browsers and servers agree on about this much.
MAX_LENGTH = 2000
# A longer one says nothing more to a reader, and is one unbreakable word on a page.
MAX_SHOWN = 120
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where to ask (`host`, in ASCII) and what for (`target`, path and query)."""

    host: str
    target: str

    @property
    def authority(self) -> str:
        """The host as it stands in an address and in the Host header."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def shown(self) -> str:
        """The address as it is printed: without the query, which may hold a key to the page."""
        text = f"https://{self.authority}{self.target.partition('?')[0]}"
        return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"

    def leads_to(self, location: str) -> Link:
        """Return where a redirect from here goes, checked as an address that a user gives.

        Raises:
            RefusalError: if it may not be followed.
        """
        _refuse_unprintable(location)
        # http.client hands headers on as Latin-1: this gives the very bytes back.
        plain = quote(location.encode("latin-1", "replace"), safe=f"{_KEPT}?#[]")
        try:
            whole = urljoin(f"https://{self.authority}{self.target}", plain)
        except ValueError as error:
            raise RefusalError("it leads on to something that is no address") from error
        try:
            return link(whole)
        except RefusalError as refusal:
            raise RefusalError(f"it leads on to {shown(whole)}: {refusal.why}") from refusal


def shown(text: str) -> str:
    """Return any text with a scheme fit to be printed: no user, no query, no control characters.

    >>> shown("https://jo:secret@example.org/a?key=1#top")
    'https://example.org/a'
    """
    scheme, _, rest = re.split(r"[?#]", text, maxsplit=1)[0].partition("://")
    authority, slash, path = rest.partition("/")
    printable = f"{scheme}://{_spelled(authority.rpartition('@')[2])}{slash}{path}"
    printable = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in printable)
    return printable if len(printable) <= MAX_SHOWN else f"{printable[: MAX_SHOWN - 1]}…"


def _spelled(authority: str) -> str:
    """Return a host, proper or not, in ASCII: letters of other scripts can look like Latin ones."""
    if authority.isascii():
        return authority
    try:
        return authority[:MAX_SHOWN].encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(authority)[1:-1]


def address(text: str) -> Link:
    """Return the address that a user gave.

    Raises:
        UnreadableArticleError: if no page is fetched from such an address.
    """
    try:
        return link(text)
    except RefusalError as refusal:
        raise refusal.about(shown(text)) from refusal


def link(text: str) -> Link:
    """Return the address that a text holds.

    Raises:
        RefusalError: if it is not https, names a user or a port, or has no proper host.
    """
    if len(text) > MAX_LENGTH:
        raise RefusalError(f"the address has more than {MAX_LENGTH} characters")
    _refuse_unprintable(text)
    scheme = SCHEME.match(text)
    if scheme is None or scheme.group(1).lower() != "https":
        raise RefusalError("only https addresses are read", f"give its https address, or {SAVE}")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise RefusalError("it is no proper address", "check it") from error
    if "@" in parts.netloc:
        raise RefusalError("it names a user", f"leave out what stands before the @, or {SAVE}")
    if port not in (None, PORT):
        raise RefusalError(f"it names port {port}, and only port {PORT} is asked")
    bare = parts.netloc.removesuffix(f":{port}" if port else ":")
    path = quote(parts.path or "/", safe=_KEPT)
    query = f"?{quote(parts.query, safe=f'{_KEPT}?')}" if parts.query else ""
    return Link(host=host_name(bare), target=path + query)


def _refuse_unprintable(text: str) -> None:
    if not text.isprintable():
        raise RefusalError("the address holds an invisible character", "type it again")
