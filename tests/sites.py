"""Sites on loopback for tests: certificates made here, answers given byte for byte, and what was asked."""

from __future__ import annotations

import contextlib
import datetime
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from compare.read.address.network import Network, trust

HOST = "news.example"
OTHER_HOST = "other.example"
# Public addresses of no site of ours: nothing is ever sent to them, the connections end on loopback.
PUBLIC = "93.184.215.14"
OTHER_PUBLIC = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"

PAGE = b"<!doctype html><title>Flood</title><p>The bridge fell. Nobody was hurt.</p>"

Answer = Callable[[ssl.SSLSocket], None]


class Authority:
    """A certificate authority that only these tests trust."""

    def __init__(self, folder: Path, *, name: str = "Test authority") -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._certificate = (
            self._builder(self._name, self._key, days=(-1, 1))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(self._key, hashes.SHA256())
        )

    @property
    def pem(self) -> str:
        return self._certificate.public_bytes(serialization.Encoding.PEM).decode()

    def _builder(
        self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, days: tuple[int, int]
    ) -> x509.CertificateBuilder:
        now = datetime.datetime.now(datetime.UTC)
        first, last = (now + datetime.timedelta(days=each) for each in days)
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(first)
            .not_valid_after(last)
        )

    def served(self, *hosts: str, days: tuple[int, int] = (-1, 1)) -> ssl.SSLContext:
        """What a server with a certificate for these hosts needs."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
        certificate = (
            self._builder(name, key, days=days)
            .add_extension(
                x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False
            )
            .sign(self._key, hashes.SHA256())
        )
        file = self._folder / f"{'-'.join(hosts)}{days[0]}{days[1]}.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


@dataclass
class Site:
    """A site that answers each request with the next of its answers, the last one for ever."""

    context: ssl.SSLContext
    answers: Sequence[Answer]
    requests: list[bytes] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    port: int = 0

    def serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            secure = self.context.wrap_socket(connection, server_side=True)
            with secure:
                secure.settimeout(5)
                request = b""
                while b"\r\n\r\n" not in request:
                    request += secure.recv(4096)
                self.requests.append(request)
                self.answers[min(len(self.requests), len(self.answers)) - 1](secure)


@contextlib.contextmanager
def open_site(context: ssl.SSLContext, *answers: Answer) -> Iterator[Site]:
    site = Site(context, answers)
    context.sni_callback = lambda _socket, name, _context: site.names.append(name)
    workers: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site.port = listener.getsockname()[1]

        def accept() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                workers.append(threading.Thread(target=site.serve, args=(connection,)))
                workers[-1].start()

        accepting = threading.Thread(target=accept)
        accepting.start()
        yield site
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    accepting.join()
    for worker in workers:
        worker.join()


@dataclass
class Roads:
    """Names and addresses that all lead to loopback, and a record of what was looked up and dialled."""

    names: Mapping[str, Sequence[Sequence[str]]]
    """The answers to the first, second ... question about a host; the last one for ever."""
    sites: Mapping[str, int]
    """The port on loopback that stands for an address."""
    looked_up: list[str] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)

    def look_up(self, host: str) -> Sequence[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self.names[host]
        return answers[min(self.looked_up.count(host), len(answers)) - 1]

    def dial(self, ip: str, seconds: float) -> socket.socket:
        self.dialled.append(ip)
        if ip not in self.sites:
            raise ConnectionRefusedError(111, "Connection refused")
        return socket.create_connection(("127.0.0.1", self.sites[ip]), timeout=seconds)

    def network(self, authority: Authority) -> Network:
        return Network(look_up=self.look_up, dial=self.dial, trust=trust(authority.pem))


def page(body: bytes = PAGE, *headers: str, kind: str = "text/html; charset=utf-8") -> Answer:
    """A web page, complete and with its length."""
    return said(
        [f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers],
        body,
    )


def redirect(to: str, *headers: str, status: int = 302) -> Answer:
    return said([f"Location: {to}", "Content-Length: 0", *headers], status=status)


def said(headers: Sequence[str], body: bytes = b"", *, status: int = 200, cleanly: bool = True) -> Answer:
    """An answer as it stands here; `cleanly` ends the connection as TLS asks for."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status} Said", *headers, "")).encode("latin-1")
    return sent(head + body, cleanly=cleanly)


def sent(data: bytes, *, cleanly: bool = True) -> Answer:
    def answer(secure: ssl.SSLSocket) -> None:
        secure.sendall(data)
        if cleanly:
            secure.unwrap()

    return answer


def for_ever(piece: bytes, *, first: bytes = b"", pause: float = 0.0) -> Answer:
    """An answer that goes on until the other side hangs up, a piece at a time."""

    def answer(secure: ssl.SSLSocket) -> None:
        secure.sendall(first)
        waiting = threading.Event()
        while True:
            secure.sendall(piece)
            waiting.wait(pause)

    return answer
