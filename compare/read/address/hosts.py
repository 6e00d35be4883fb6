"""Hosts: how their names may be written, and which of their IP addresses are public."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from compare.read.address.refusal import RefusalError

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
