"""The ways out of this machine, the time that they are given, and a connection that keeps to it."""

from __future__ import annotations

import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from compare.read.address.link import PORT, SAVE, RefusalError, is_literal, is_public

# A site with more addresses than this is up at one of the first.
MAX_TRIED = 4


def look_up(host: str) -> tuple[str, ...]:
    """Return all IP addresses of a host, A and AAAA, in the order in which the system would try them.

    Raises:
        OSError: if there is none, or nobody to ask.
    """
    found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial(ip: str, seconds: float) -> socket.socket:
    """Return a connection to an IP address.

    Raises:
        OSError: if there is none within the time.
    """
    return socket.create_connection((ip, PORT), timeout=seconds)


def trust(authorities: str | None = None) -> ssl.SSLContext:
    """Return what a certificate is checked against: the system's authorities, or those in a PEM text."""
    # Not create_default_context: where SSLKEYLOGFILE is set, that one writes the session's keys into a file.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # Python before 3.11.3 takes a connection that was cut for one that was ended, and a page for a whole one.
    context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
    context.set_alpn_protocols(["http/1.1"])
    if authorities is None:
        context.load_default_certs()
    else:
        context.load_verify_locations(cadata=authorities)
    return context


def was_cut(error: Exception) -> bool:
    """Return whether the other side left in the middle of it; Python before 3.11.3 has no class for that."""
    return isinstance(error, ssl.SSLEOFError) or (
        isinstance(error, ssl.SSLError) and error.reason == "UNEXPECTED_EOF_WHILE_READING"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How hosts are looked up, addresses connected to and certificates checked.

    Whatever stands here, only public addresses are handed to `dial` and only for certificates that hold.
    """

    look_up: Callable[[str], Sequence[str]] = look_up
    dial: Callable[[str, float], socket.socket] = dial
    trust: ssl.SSLContext = field(default_factory=trust)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What one address may take, its redirects included."""

    seconds: float = 10.0
    size: int = 5_000_000
    headers: int = 64 * 1024
    redirects: int = 3


class Deadline:
    """The moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left.

        Raises:
            TimeoutError: if there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def public_addresses(host: str, *, network: Network, deadline: Deadline) -> tuple[str, ...]:
    """Return the IP addresses of a host, each of them public.

    Raises:
        RefusalError: if one of them is not.
        OSError: if there is none, or looking up takes too long.
    """
    found = (host,) if is_literal(host) else _looked_up(host, network=network, deadline=deadline)
    private = [each for each in found if not is_public(each)]
    if private:
        if is_literal(host):
            raise RefusalError(f"{host} is no address on the public internet")
        raise RefusalError(f"{host} leads to {private[0]}, which is no address on the public internet")
    return found


def _looked_up(host: str, *, network: Network, deadline: Deadline) -> tuple[str, ...]:
    """Look up in a thread: the system's resolver waits as long as it likes."""
    found: list[tuple[str, ...]] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found.append(tuple(network.look_up(host)))
        except Exception as error:  # raised again below, where somebody listens
            failed.append(error)

    asking = threading.Thread(target=ask, name=f"look up {host}", daemon=True)
    asking.start()
    asking.join(deadline.left())
    if failed:
        raise failed[0]
    if not found:
        raise TimeoutError
    if not found[0]:
        raise socket.gaierror(socket.EAI_NONAME, "no addresses")
    return found[0]


def connect(host: str, *, network: Network, deadline: Deadline) -> ssl.SSLSocket:
    """Return a connection to a host whose certificate holds, at one of the very addresses that were checked.

    Raises:
        RefusalError: if the host has an address that is not public.
        OSError: if no address answers, or the certificate does not hold.
    """
    addresses = public_addresses(host, network=network, deadline=deadline)[:MAX_TRIED]
    for rest, ip in enumerate(addresses, start=1 - len(addresses)):
        try:
            # The time is shared out, so that a dead IPv6 route leaves some of it to IPv4.
            plain = network.dial(ip, deadline.left() / (1 - rest))
        except OSError:
            if rest == 0:
                raise
            continue
        try:
            # Otherwise the question waits for the answer to the handshake's last part: 40 ms.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            plain.settimeout(deadline.left())
            # A page that was cut short in transit must not pass for a whole one that leaves things out.
            return network.trust.wrap_socket(plain, server_hostname=host, suppress_ragged_eofs=False)
        except ssl.SSLError as error:
            plain.close()
            if not was_cut(error):
                raise
            raise RefusalError(f"no secure connection to {host} came about") from error
        except BaseException:
            plain.close()
            raise
    raise RefusalError("it could not be reached", f"check the network, or {SAVE}")


# ------------------------------------------------------------------------------------------------------- wire
# A connection that ends in time and hands on no more than it is allowed to.


class Wire:
    """What http.client takes for a socket.

    A socket's own time limit starts again with every byte: a server that sends one byte a second would never
    run into it. Here each call gets what is left of the whole time.
    """

    def __init__(self, secure: ssl.SSLSocket, *, deadline: Deadline) -> None:
        self._secure = secure
        self._deadline = deadline
        self._allowed = 0
        self._too_much = ""

    def allow(self, count: int, *, else_say: str) -> None:
        """Let so many more bytes in; beyond them reading is refused for the reason given."""
        self._allowed = count
        self._too_much = else_say

    def sendall(self, data: bytes) -> None:
        """Send all of the bytes in the time that is left."""
        self._secure.settimeout(self._deadline.left())
        self._secure.sendall(data)

    def receive(self, into: memoryview) -> int:
        """Fill a part of the buffer in the time that is left and return how much of it.

        Raises:
            RefusalError: if the other side sends more than is allowed.
        """
        if self._allowed <= 0:
            raise RefusalError(self._too_much)
        self._secure.settimeout(self._deadline.left())
        count = self._secure.recv_into(into[: self._allowed])
        self._allowed -= count
        return count

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return the incoming bytes as a file."""
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Leave the connection open: http.client closes it before a body without a length is read."""


class _Incoming(io.RawIOBase):
    def __init__(self, wire: Wire) -> None:
        super().__init__()
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._wire.receive(memoryview(buffer))
