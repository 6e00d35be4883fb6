"""A connection that ends in time and hands on no more than it is allowed to."""

from __future__ import annotations

import io
import ssl

from compare.read.address.network import Deadline
from compare.read.address.refusal import RefusalError


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
