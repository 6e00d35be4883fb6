"""An https address: taken apart, its host checked, fit to be printed, or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from compare.errors import UnreadableArticleError
from compare.read.address import SCHEME

PORT = 443
# Browsers and servers agree on about this much.
MAX_LENGTH = 2000
# A longer one says nothing more to a reader, and is one unbreakable word on a page.
MAX_SHOWN = 120
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
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

    def leads_to(self, location: str) -> WebLink:
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


def address(text: str) -> WebLink:
    """Return the address that a user gave.

    Raises:
        UnreadableArticleError: if no page is fetched from such an address.
    """
    try:
        return link(text)
    except RefusalError as refusal:
        raise refusal.about(shown(text)) from refusal


def link(text: str) -> WebLink:
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
    return WebLink(host=host_name(bare), target=path + query)


def _refuse_unprintable(text: str) -> None:
    if not text.isprintable():
        raise RefusalError("the address holds an invisible character", "type it again")


# ------------------------------------------------------------------------------------------------------ hosts
# Hosts: how their names may be written, and which of their IP addresses are public.

MAX_NAME = 253
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# Python's codec follows IDNA 2003, browsers 2008: these four characters lead to different sites in the two.
_READ_IN_TWO_WAYS = re.compile("[\u00df\u03c2\u200c\u200d]")

# Beyond `is_global`, which knows only what the registries said when that Python was made: 3.11.7 takes all of
# these for global but the second.
_NOT_PUBLIC_4 = tuple(map(IPv4Network, ("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24")))
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_GLOBAL_UNICAST = IPv6Network("2000::/3")
# Networks without IPv4 reach it through addresses that end in the IPv4 one.
_TRANSLATED = IPv6Network("64:ff9b::/96")


def host_name(given: str) -> str:
    """Return a host as it is asked for: small ASCII letters, IDN as punycode, IPv6 without brackets.

    >>> host_name("B\u00fccher.example")
    'xn--bcher-kva.example'

    Raises:
        RefusalError: if it is no name, or an IP address that is not written in the usual form.
    """
    if given.startswith("["):
        return _ipv6(given)
    if len(given) > MAX_NAME:
        raise RefusalError("its host is too long to be a name", "check the address")
    name = _ascii(given).lower().removesuffix(".")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _ipv4(name)
    labels = name.split(".")
    if not all(map(_LABEL.fullmatch, labels)):
        raise RefusalError("its host is no name", "check the address")
    if len(labels) < 2:
        raise RefusalError(f"{name} is no name on the public internet")
    return name


def _ascii(given: str) -> str:
    if given.isascii():
        return given
    if _READ_IN_TWO_WAYS.search(given):
        raise RefusalError(
            "its host has a letter that stands for two different sites", "write the host as xn--..."
        )
    try:
        return given.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise RefusalError("its host is no name", "check the address") from error


def _ipv4(name: str) -> str:
    # Resolvers read 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1.
    try:
        return str(IPv4Address(name))
    except ValueError as error:
        raise RefusalError("its host is a number, not a name", "give the name of the site") from error


def _ipv6(given: str) -> str:
    try:
        if not given.endswith("]") or "%" in given:
            raise ValueError(given)
        return str(IPv6Address(given[1:-1]))
    except ValueError as error:
        raise RefusalError("its host is no IPv6 address", "give the name of the site") from error


def is_literal(host: str) -> bool:
    """Return whether a host is an IP address rather than a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to one machine on the public internet.

    >>> [is_public(each) for each in ("8.8.8.8", "10.0.0.1", "::ffff:8.8.8.8", "not an address")]
    [True, False, False, False]
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and not any(ip in network for network in _NOT_PUBLIC_4)
    if ip in _TRANSLATED:
        return is_public(str(IPv4Address(ip.packed[-4:])))
    # Outside 2000::/3 are loopback, private, link-local, multicast and all that wraps an IPv4 address.
    return ip.is_global and ip in _GLOBAL_UNICAST and not any(ip in network for network in _NOT_PUBLIC_6)


# ---------------------------------------------------------------------------------------------------- refusal
# Why an address is not read, before it is known which one the user gave.

SAVE = "save the page in a browser and name that file"


class RefusalError(Exception):
    """A reason and what to do about it; the line for the user adds the address."""

    def __init__(self, why: str, advice: str = SAVE) -> None:
        super().__init__(why, advice)
        self.why = why
        self.advice = advice

    def about(self, place: str) -> UnreadableArticleError:
        """Return the error to raise on the address that the user gave."""
        return UnreadableArticleError(f"cannot read {place}: {self.why}; {self.advice}")
