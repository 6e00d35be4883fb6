"""Fetching a page: whom it is asked of, for how long, and what of the answer is taken."""

from __future__ import annotations

import functools
import gzip
import os
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from ipaddress import ip_address
from pathlib import Path

import pytest
from sites import (
    HOST,
    OTHER_HOST,
    OTHER_PUBLIC,
    PAGE,
    PUBLIC,
    Answer,
    Authority,
    Roads,
    Site,
    for_ever,
    open_site,
    page,
    redirect,
    said,
    sent,
)

from compare.cli import main
from compare.errors import SideBySideError, UnreadableArticleError, UsageError
from compare.read import read_article
from compare.read.address import fetch as fetching
from compare.read.address.fetch import Fetched, fetch
from compare.read.address.link import MAX_LENGTH, MAX_SHOWN, shown
from compare.read.address.network import FetchLimits, Network, trust

ADDRESS = f"https://{HOST}/flood"
SAVE = "save the page in a browser and name that file"
QUICK = FetchLimits(seconds=0.5)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def sites() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


Visit = Callable[..., Fetched]


class Web:
    """One site, news.example, at one public address, and what a visit to it gives."""

    def __init__(self, authority: Authority, sites: ExitStack) -> None:
        self.authority = authority
        self.sites = sites
        self.roads = Roads({HOST: [[PUBLIC]]}, {})
        self.site: Site

    def answers(self, *answers: Answer, **certificate: tuple[int, int]) -> None:
        context = self.authority.served(HOST, **certificate)
        self.site = self.sites.enter_context(open_site(context, *answers))
        self.roads.sites = {PUBLIC: self.site.port}

    def visit(self, text: str = ADDRESS, *, limits: FetchLimits | None = None) -> Fetched:
        return fetch(text, network=self.roads.network(self.authority), limits=limits)

    def refusal(self, text: str = ADDRESS, *, limits: FetchLimits | None = None) -> str:
        with pytest.raises(UnreadableArticleError) as refused:
            self.visit(text, limits=limits)
        line = str(refused.value)
        assert line.isprintable()
        return line.removeprefix(f"cannot read {shown(text)}").removeprefix(": ")


@pytest.fixture
def web(authority: Authority, sites: ExitStack) -> Web:
    return Web(authority, sites)


def test_a_page_and_all_that_is_sent_for_it(
    web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Proxies and passwords of the machine, none of which may take part.
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, "http://jo:secret@127.0.0.1:9")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_text(f"machine {HOST} login jo password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    web.answers(page())
    fetched = web.visit(f"{ADDRESS}?key=1#top")
    assert fetched.page.data == PAGE
    assert fetched.page.encoding == "utf-8"
    assert web.roads.dialled == [PUBLIC]
    assert web.site.names == [HOST]
    asked = web.site.requests[0].decode().split("\r\n")
    assert asked.pop(2).startswith("User-Agent: sidebyside/")
    assert asked == [
        "GET /flood?key=1 HTTP/1.1",
        f"Host: {HOST}",
        "Accept: text/html, application/xhtml+xml",
        "Accept-Encoding: identity",
        "Connection: close",
        "",
        "",
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == [".netrc"]


# --- looking up


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "::1", "::ffff:127.0.0.1"],  # noqa: S104
)
def test_a_name_that_leads_to_a_private_address_is_not_dialled(web: Web, ip: str) -> None:
    web.roads.names = {HOST: [[ip]]}
    assert web.refusal() == f"{HOST} leads to {ip}, which is no address on the public internet; {SAVE}"
    assert web.roads.dialled == []


@pytest.mark.parametrize("mix", [[PUBLIC, "192.168.0.1"], ["fd00::1", PUBLIC], [PUBLIC, OTHER_PUBLIC, "::1"]])
def test_one_private_address_among_public_ones_is_enough(web: Web, mix: list[str]) -> None:
    web.answers(page())
    web.roads.names = {HOST: [mix]}
    assert "which is no address on the public internet" in web.refusal()
    assert web.roads.dialled == []


# Python from 3.13 on writes the second half as IPv4.
MAPPED = str(ip_address("::ffff:127.0.0.1"))


@pytest.mark.parametrize(
    ("host", "ip"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("169.254.169.254", "169.254.169.254"),
        ("0.0.0.0", "0.0.0.0"),  # noqa: S104
        ("[::1]", "::1"),
        ("[::]", "::"),
        ("[::ffff:127.0.0.1]", MAPPED),
        ("[::ffff:7f00:1]", MAPPED),
        ("\uff11\uff12\uff17.0.0.1", "127.0.0.1"),
    ],
)
def test_a_private_address_written_out_is_refused(web: Web, host: str, ip: str) -> None:
    with pytest.raises(UnreadableArticleError) as refused:
        web.visit(f"https://{host}/")
    line = str(refused.value)
    assert line.endswith(f": {ip} is no address on the public internet; {SAVE}")
    assert web.roads.looked_up == web.roads.dialled == []


def test_a_name_is_looked_up_once_and_the_very_address_is_dialled(web: Web) -> None:
    """A name that leads somewhere public when it is checked and home when it is dialled (rebinding)."""
    web.answers(page())
    web.roads.names = {HOST: [[PUBLIC], ["127.0.0.1"]]}
    assert web.visit().page.data == PAGE
    assert (web.roads.looked_up, web.roads.dialled) == ([HOST], [PUBLIC])


def test_a_redirect_to_the_same_site_is_looked_up_and_checked_again(web: Web) -> None:
    web.answers(redirect("/next"), page())
    web.roads.names = {HOST: [[PUBLIC], ["127.0.0.1"]]}
    assert web.refusal() == (
        f" (which leads on to https://{HOST}/next): {HOST} leads to 127.0.0.1, "
        f"which is no address on the public internet; {SAVE}"
    )
    assert web.roads.dialled == [PUBLIC]


def test_the_next_address_is_tried_where_one_does_not_answer(web: Web) -> None:
    web.answers(page())
    web.roads.names = {HOST: [[OTHER_PUBLIC, PUBLIC]]}
    assert web.visit().page.data == PAGE
    assert web.roads.dialled == [OTHER_PUBLIC, PUBLIC]


def test_looking_up_counts_against_the_time(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.roads, "look_up", lambda _host: time.sleep(1.0))
    begun = time.monotonic()
    assert web.refusal(limits=FetchLimits(seconds=0.1)).startswith("it did not come within 0.1 seconds")
    assert time.monotonic() - begun < 0.9


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "unknown"),
            f"no site called {HOST} was found; check the address and the network",
        ),
        (
            socket.gaierror(socket.EAI_NODATA, "No address associated with hostname"),
            f"no site called {HOST} was found; check the address and the network",
        ),
        (
            socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
            f"{HOST} cannot be looked up; there may be no network; {SAVE}",
        ),
        (
            OSError(101, "Network is unreachable"),
            f"{HOST} cannot be reached; there may be no network; {SAVE}",
        ),
        (
            ConnectionRefusedError(111, "Connection refused"),
            f"{HOST} cannot be reached (Connection refused); check the network, or {SAVE}",
        ),
        (TimeoutError("timed out"), f"it did not come within 10 seconds; try again, or {SAVE}"),
    ],
)
def test_no_network_and_no_answer(
    web: Web, error: OSError, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(web.roads, "look_up" if isinstance(error, socket.gaierror) else "dial", fail)
    assert web.refusal() == line


# --- certificates


@pytest.mark.parametrize(("days", "what"), [((-9, -1), "has expired"), ((1, 9), "is not valid yet")])
def test_a_certificate_out_of_its_time(web: Web, days: tuple[int, int], what: str) -> None:
    web.answers(page(), days=days)
    assert web.refusal() == f"the certificate of {HOST} {what}, so the page may be forged; {SAVE}"
    assert web.site.requests == []


def test_a_certificate_for_another_site(web: Web) -> None:
    web.answers(page())
    web.roads.names = {OTHER_HOST: [[PUBLIC]], PUBLIC: [[PUBLIC]]}
    assert web.refusal(f"https://{OTHER_HOST}/").startswith(
        f"the certificate of {OTHER_HOST} is for another site"
    )
    # The right certificate for the name does not hold for the bare address.
    assert web.refusal(f"https://{PUBLIC}/").startswith(f"the certificate of {PUBLIC} is for another site")
    assert web.site.requests == []


def test_a_certificate_of_an_unknown_authority(web: Web, tmp_path: Path) -> None:
    web.answers(page())
    stranger = Authority(tmp_path, name="Another authority")
    with pytest.raises(UnreadableArticleError, match="authority that this computer does not know"):
        fetch(ADDRESS, network=web.roads.network(stranger))
    # What the command itself trusts does not know the tests' authority.
    with pytest.raises(UnreadableArticleError, match="authority that this computer does not know"):
        fetch(ADDRESS, network=Network(look_up=web.roads.look_up, dial=web.roads.dial))
    assert web.site.requests == []


def test_what_is_trusted_is_strict_from_the_start() -> None:
    context = trust()
    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"
    assert context.minimum_version.name == "TLSv1_2"
    assert context.keylog_filename is None


@pytest.mark.parametrize("answer", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhi", b""])
def test_a_site_without_encryption(web: Web, sites: ExitStack, answer: bytes) -> None:
    listener = sites.enter_context(socket.create_server(("127.0.0.1", 0)))
    web.roads.sites = {PUBLIC: listener.getsockname()[1]}

    def plain() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(answer)

    serving = threading.Thread(target=plain)
    serving.start()
    assert web.refusal() == f"no secure connection to {HOST} came about; {SAVE}"
    serving.join()


# --- redirects


def test_redirects_are_followed_without_what_they_set(web: Web) -> None:
    web.answers(
        redirect("/two?s=1", "Set-Cookie: id=1; Secure"),
        redirect(f"https://{HOST}/three", "Set-Cookie: id=2", status=308),
        redirect("four", status=301),
        page(),
    )
    fetched = web.visit()
    assert (fetched.asked.shown, fetched.came_from.shown) == (ADDRESS, f"https://{HOST}/four")
    assert [each.split(b" ")[1] for each in web.site.requests] == [
        b"/flood",
        b"/two?s=1",
        b"/three",
        b"/four",
    ]
    assert not any(b"cookie" in each.lower() or b"referer" in each.lower() for each in web.site.requests)
    assert web.roads.looked_up == [HOST] * 4


def test_a_fourth_redirect_is_one_too_many(web: Web) -> None:
    web.answers(redirect("/flood"))
    assert web.refusal() == f"it leads on more than 3 times; {SAVE}"
    assert len(web.site.requests) == 4


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (f"http://{HOST}/a?key=1", f"it leads on to http://{HOST}/a: only https addresses are read"),
        ("ftp://files.example/a", "it leads on to ftp://files.example/a: only https addresses are read"),
        ("file:///etc/passwd", "it leads on to file:///etc/passwd: only https addresses are read"),
        (f"https://{HOST}:8443/", f"it leads on to https://{HOST}:8443/: it names port 8443, and only"),
        ("https://jo:pw@other.example/", "it leads on to https://other.example/: it names a user"),
        ("https://2130706433/", "it leads on to https://2130706433/: its host is a number, not a name"),
        ("https://localhost/", "it leads on to https://localhost/: localhost is no name on the public"),
        ("//127.1/", "it leads on to https://127.1/: its host is a number, not a name"),
        ("https://[bad/", "it leads on to something that is no address"),
        ("https://ne\u00fcs.example/", "it leads on to https://ne%FCs.example/: its host is no name"),
        ("/a\x0bb", "the address holds an invisible character"),
    ],
)
def test_a_redirect_that_no_user_could_ask_for(web: Web, to: str, why: str) -> None:
    web.answers(redirect(to))
    assert web.refusal().startswith(f"{why}")
    assert web.roads.dialled == [PUBLIC]


@pytest.mark.parametrize(
    ("to", "ip"),
    [
        ("https://127.0.0.1/", "127.0.0.1"),
        ("https://[::1]/", "::1"),
        ("https://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("//10.0.0.1", "10.0.0.1"),
        ("https://0.0.0.0/", "0.0.0.0"),  # noqa: S104
        (f"https://{OTHER_HOST}/", "192.168.0.7"),
    ],
)
def test_a_redirect_to_a_private_address(web: Web, to: str, ip: str) -> None:
    web.answers(redirect(to))
    web.roads.names = {HOST: [[PUBLIC]], OTHER_HOST: [[ip]]}
    line = web.refusal().replace(f"{ip}, which is", f"{ip} is")
    assert f"{ip} is no address on the public internet; {SAVE}" in line
    assert web.roads.dialled == [PUBLIC]


def test_a_redirect_to_another_site_asks_that_site(web: Web, sites: ExitStack) -> None:
    web.answers(redirect(f"https://{OTHER_HOST}/b", "Set-Cookie: id=1; Domain=example"))
    other = sites.enter_context(open_site(web.authority.served(OTHER_HOST), page(b"<html>Other")))
    web.roads.sites = {**web.roads.sites, OTHER_PUBLIC: other.port}
    web.roads.names = {HOST: [[PUBLIC]], OTHER_HOST: [[OTHER_PUBLIC]]}
    assert web.visit().page.data == b"<html>Other"
    assert other.names == [OTHER_HOST]
    assert f"Host: {OTHER_HOST}".encode() in other.requests[0]
    assert b"ookie" not in other.requests[0]


# --- what comes

HTML = "Content-Type: text/html"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LIMIT = FetchLimits(seconds=5, size=100_000)
TOO_LARGE = "it is larger than 0.1 MB; save the article's text and name that file"


@functools.cache
def bomb() -> bytes:
    return gzip.compress(bytes(20_000_000))


TO_CHECK = f"check the address, or {SAVE}"
NO_PAGE = ", not a web page (text/html); save it and name that file"
PACKED = f"it is packed in a way that was not asked for; {SAVE}"
CUT_SHORT = "the page was cut short on its way; try again"
HEADERS = f"its headers are larger than 64 kB; {SAVE}"
NO_SITE = f"{HOST} did not answer as a web site does; {SAVE}"
CHUNKED = "Transfer-Encoding: chunked"

WRONG = {
    "an error": (
        said([HTML, "Content-Length: 0"], status=404),
        f"the site answered 404 Not Found; {TO_CHECK}",
    ),
    "a refusal": (
        said([HTML, "Content-Length: 0"], status=403),
        f"the site answered 403 Forbidden; {TO_CHECK}",
    ),
    "an unknown status": (said([HTML], status=299), f"the site answered 299; {TO_CHECK}"),
    "a redirect to nowhere": (said([HTML], status=302), f"the site answered 302 Found; {TO_CHECK}"),
    "a part": (
        said([HTML, "Content-Length: 2"], b"hi", status=206),
        f"the site answered 206 Partial Content; {TO_CHECK}",
    ),
    "a PDF": (
        page(kind="application/pdf"),
        f"it is application/pdf{NO_PAGE}",
    ),
    "plain text": (
        page(kind="text/plain"),
        f"it is text/plain{NO_PAGE}",
    ),
    "a lookalike": (
        page(kind="text/html+x"),
        f"it is text/html+x{NO_PAGE}",
    ),
    "no type": (
        said(["Content-Length: 2"], b"hi"),
        f"it is of no stated type{NO_PAGE}",
    ),
    "two types": (
        page(PAGE, "Content-Type: text/plain"),
        f"it is of no stated type{NO_PAGE}",
    ),
    "a wild type": (
        page(kind="\x1b[31m/x"),
        f"it is of no stated type{NO_PAGE}",
    ),
    "a length beyond the limit": (said([HTML, "Content-Length: 100001"], b"x"), TOO_LARGE),
    "a body beyond the limit": (said([HTML], bytes(100_001)), TOO_LARGE),
    "an endless body": (for_ever(b"x" * 10_000, first=HEAD + b"\r\n"), TOO_LARGE),
    "endless chunks": (
        for_ever(b"2710\r\n" + b"x" * 10_000 + b"\r\n", first=HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        TOO_LARGE,
    ),
    "tiny chunks": (
        for_ever(b"1;" + b"x" * 10_000 + b"\r\nx\r\n", first=HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        f"it is larger than 0.1 MB; {SAVE}",
    ),
    "a gzip bomb": (lambda secure: page(bomb(), "Content-Encoding: gzip")(secure), TOO_LARGE),
    "gzip that is none": (
        page(b"hi", "Content-Encoding: gzip"),
        f"it is damaged: it cannot be unpacked; {SAVE}",
    ),
    "gzip cut short": (
        page(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"),
        CUT_SHORT,
    ),
    "gzip and more": (
        page(gzip.compress(PAGE) + b"more", "Content-Encoding: gzip"),
        f"it is damaged: more follows where it should end; {SAVE}",
    ),
    "deflate": (
        page(zlib.compress(PAGE), "Content-Encoding: deflate"),
        PACKED,
    ),
    "brotli": (page(PAGE, "Content-Encoding: br"), PACKED),
    "gzip in gzip": (
        page(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip"),
        PACKED,
    ),
    "gzip twice over": (
        page(gzip.compress(PAGE), "Content-Encoding: gzip", "Content-Encoding: gzip"),
        PACKED,
    ),
    "less than its length": (
        said([HTML, "Content-Length: 500"], PAGE),
        CUT_SHORT,
    ),
    "a chunk cut short": (
        said([HTML, CHUNKED], b"ff\r\n<html>"),
        CUT_SHORT,
    ),
    "no length and no clean end": (
        said([HTML], PAGE, cleanly=False),
        CUT_SHORT,
    ),
    "one huge header": (
        sent(HEAD + b"X: " + b"x" * 70_000 + b"\r\n\r\n"),
        HEADERS,
    ),
    "many headers": (
        sent(HEAD + b"X: y\r\n" * 150 + b"\r\n"),
        NO_SITE,
    ),
    "endless headers": (
        for_ever(b"X-Y: " + b"z" * 1000 + b"\r\n", first=HEAD),
        HEADERS,
    ),
    "endless promises": (
        for_ever(b"HTTP/1.1 100 Continue\r\n\r\n"),
        # Newer releases of Python stop by themselves after some of them.
        (HEADERS, NO_SITE),
    ),
    "no HTTP": (sent(b"SSH-2.0-OpenSSH_9.6\r\n"), NO_SITE),
    "nothing": (sent(b""), NO_SITE),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_answer_that_is_no_article(web: Web, what: str) -> None:
    answer, line = WRONG[what]
    web.answers(answer)
    assert web.refusal(limits=LIMIT) in ((line,) if isinstance(line, str) else line)


def test_a_gzip_bomb_is_not_unpacked_beyond_the_limit(web: Web) -> None:
    web.answers(page(bomb(), "Content-Encoding: gzip"))
    tracemalloc.start()
    try:
        assert web.refusal(limits=LIMIT) == TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


RIGHT: dict[str, tuple[Answer, str | None]] = {
    "its length": (page(), "utf-8"),
    "no length": (said([HTML], PAGE), None),
    "chunks": (
        said([HTML, "Transfer-Encoding: chunked"], b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        None,
    ),
    "gzip": (said([HTML, "Content-Encoding: GZIP"], gzip.compress(PAGE)), None),
    "length and no clean end": (said([HTML, f"Content-Length: {len(PAGE)}"], PAGE, cleanly=False), None),
    "XHTML": (page(kind="application/xhtml+xml"), None),
    "capitals": (page(kind='Text/HTML ; Charset="UTF-8"'), "utf-8"),
    "Latin-1 by name": (page(kind="text/html; charset=ISO-8859-1"), "cp1252"),
    "an unknown charset": (page(kind="text/html; charset=klingon"), None),
    "a charset that hides text": (page(kind="text/html; charset=utf-7"), None),
    "a charset that cannot be true": (page(kind="text/html; charset=utf-16"), None),
    "a promise first": (sent(b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + b"\r\n" + PAGE), None),
}


@pytest.mark.parametrize("what", RIGHT)
def test_a_page_that_comes_with(web: Web, what: str) -> None:
    answer, encoding = RIGHT[what]
    web.answers(answer)
    fetched = web.visit().page
    assert (fetched.data, fetched.encoding) == (PAGE, encoding)


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        (b"<p>caf\xe9", "windows-1252", "cp1252"),
        (b"<p>caf\xe9", "utf-8", None),
        (b"\xef\xbb\xbf<p>caf\xc3\xa9", "iso-8859-1", None),
    ],
)
def test_the_charset_is_passed_on_where_it_is_true(
    web: Web, data: bytes, charset: str, encoding: str | None
) -> None:
    web.answers(page(data, kind=f"text/html; charset={charset}"))
    assert web.visit().page.encoding == encoding


SLOW = {
    "headers": for_ever(b"x", first=HEAD, pause=0.05),
    "a body": for_ever(b"x", first=HEAD + b"\r\n", pause=0.05),
    "chunks": for_ever(b"1\r\nx\r\n", first=HEAD + b"Transfer-Encoding: chunked\r\n\r\n", pause=0.05),
    "nothing": for_ever(b"", pause=0.05),
}


@pytest.mark.parametrize("what", [*SLOW])
def test_a_server_that_takes_its_time(web: Web, what: str) -> None:
    def answer(secure: object) -> None:
        try:
            if what == "nothing":
                time.sleep(QUICK.seconds + 0.2)
            else:
                SLOW[what](secure)  # type: ignore[arg-type]
        except OSError:
            pass

    web.answers(answer)
    begun = time.monotonic()
    assert web.refusal(limits=QUICK) == f"it did not come within 0.5 seconds; try again, or {SAVE}"
    assert QUICK.seconds <= time.monotonic() - begun < 4


def test_a_server_that_never_shakes_hands(web: Web, sites: ExitStack) -> None:
    listener = sites.enter_context(socket.create_server(("127.0.0.1", 0)))
    web.roads.sites = {PUBLIC: listener.getsockname()[1]}
    assert web.refusal(limits=QUICK) == f"it did not come within 0.5 seconds; try again, or {SAVE}"


def test_redirects_share_one_time(web: Web) -> None:
    def slowly(secure: object) -> None:
        time.sleep(0.3)
        redirect("/flood")(secure)  # type: ignore[arg-type]

    web.answers(slowly)
    assert web.refusal(limits=QUICK).startswith("it did not come within 0.5 seconds")
    assert len(web.site.requests) == 2


def test_the_limits_are_those_of_the_docs() -> None:
    limits = FetchLimits()
    page = (Path(__file__).parent.parent / "docs" / "addresses.md").read_text(encoding="utf-8")
    for line in (
        f"| redirects | at most {limits.redirects}, ",
        f"| time | {limits.seconds:g} seconds in all: ",
        f"| size | {limits.size:,} bytes after unpacking; {limits.headers // 1024} kB of headers. ",
        f", at most {MAX_LENGTH:,} characters |",
        f"Beyond {MAX_SHOWN} characters it is cut.",
    ):
        assert line in page


# --- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("b.txt").write_text("The bridge fell on Monday. Nobody was hurt, officials said.", encoding="utf-8")
    return tmp_path


def reached(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command, too, take the roads that lead to loopback."""
    monkeypatch.setattr(fetching, "Network", lambda: web.roads.network(web.authority))


@pytest.mark.usefixtures("folder")
def test_compare_hands_a_page_on_like_a_saved_file(
    web: Web, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reached(web, monkeypatch)
    text = "<html><p>The bridge fell on Monday. Nobody was hurt: caf\u00e9 guests had left.</p></html>"
    web.answers(redirect("/flood/2"), page(text.encode("cp1252"), kind="text/html; charset=windows-1252"))
    assert main(["compare", f"{ADDRESS}?key=s3cret", "b.txt", "-v"]) == 0
    printed = capsys.readouterr()
    assert printed.err == (
        f"read: A: {ADDRESS}, 2 sentences, cp1252 (html)\n"
        "read: B: b.txt, 2 sentences, utf-8\n"
        f"warning: {ADDRESS}: the page came from {ADDRESS}/2\n"
        f"warning: {ADDRESS}: text taken from a web page: check quotations against it\n"
    )
    assert "s3cret" not in printed.out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj\n", b"The bridge fell on Monday."])
def test_what_is_called_a_web_page_and_is_none_is_refused(
    web: Web, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    reached(web, monkeypatch)
    web.answers(page(data))
    with pytest.raises(SideBySideError, match="what came is no web page; save it and name that file"):
        read_article(ADDRESS, label="A", allow_addresses=True)


@pytest.mark.usefixtures("folder")
def test_a_web_page_is_read_or_refused_like_a_saved_one(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    reached(web, monkeypatch)
    web.answers(page())
    Path("saved.html").write_bytes(PAGE)

    def reading(source: str) -> str:
        try:
            return read_article(source, label="A", allow_addresses=True)[0].text
        except SideBySideError as error:
            return str(error).replace(source, "it")

    assert reading(ADDRESS) == reading("saved.html")


@pytest.mark.usefixtures("folder")
def test_compare_needs_no_option_and_check_does(
    web: Web, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reached(web, monkeypatch)
    web.answers(page(b"<html><body><p>The bridge fell on Tuesday. Nobody was hurt.</p></body></html>"))
    assert main(["check", "b.txt", f"{ADDRESS}?key=s3cret"]) == 2
    assert capsys.readouterr().err == (
        f"error: {ADDRESS} is an address, and only files are read here; add --allow-addresses "
        "(allow_addresses=True in Python), or save the page and name that file\n"
    )
    assert web.roads.looked_up == []
    assert main(["check", "b.txt", f"{ADDRESS}?key=s3cret", "--allow-addresses"]) == 0
    printed = capsys.readouterr()
    assert "b.txt" in printed.out
    assert "s3cret" not in printed.out + printed.err
    assert main(["check", f"{ADDRESS}?key=s3cret", "b.txt", "--allow-addresses", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert f'"{ADDRESS}"' in printed.out
    assert "s3cret" not in printed.out + printed.err


def test_a_settings_file_cannot_allow_addresses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "s.toml").write_text("allow-addresses = true\n")
    assert main(["check", "b.txt", ADDRESS, "--settings", "s.toml"]) == 2
    assert "there is no setting 'allow-addresses'" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_bad_address_is_refused_before_anything_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "missing.txt", "http://news.example/a"]) == 3
    assert capsys.readouterr().err == (
        "error: cannot read http://news.example/a: only https addresses are read; "
        f"give its https address, or {SAVE}\n"
    )


@pytest.mark.usefixtures("folder")
def test_one_address_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", f"{ADDRESS}?key=s3cret", f"{ADDRESS}?key=s3cret"]) == 2
    assert capsys.readouterr().err == "error: the same address stands there twice; name two articles\n"


@pytest.mark.usefixtures("folder")
def test_no_network_is_one_line_and_exit_code_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert main(["compare", "b.txt", ADDRESS, "-o", "out.txt"]) == 3
    assert capsys.readouterr().err == (
        f"error: cannot read {ADDRESS}: {HOST} cannot be looked up; there may be no network; {SAVE}\n"
    )
    assert not Path("out.txt").exists()


def test_reading_from_python_fetches_nothing_unless_told_to() -> None:
    with pytest.raises(UsageError, match="allow_addresses=True"):
        read_article(ADDRESS, label="A")
    with pytest.raises(SideBySideError, match=r"127\.0\.0\.1 is no address on the public internet"):
        read_article("https://127.0.0.1/", label="A", allow_addresses=True)


@pytest.mark.usefixtures("folder")
def test_without_an_address_nothing_of_the_network_is_loaded() -> None:
    Path("a.txt").write_text("The bridge fell on Monday. Nobody was hurt.", encoding="utf-8")
    script = (
        "import sys; from compare.cli import main; code = main(['compare', 'a.txt', 'b.txt', '-o', 'r.md']);"
        "print(code, *{'ssl', 'http.client', 'compare.read.address.fetch'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.split() == ["0"]
