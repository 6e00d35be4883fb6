"""Addresses: which are asked for a page, how they are printed, and which IP addresses are public."""

from __future__ import annotations

import http.client
import ssl
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import HOST, OTHER_PUBLIC, PUBLIC, Roads

from compare.errors import UnreadableArticleError
from compare.read.address import is_address
from compare.read.address.fetch import fetch
from compare.read.address.link import address, is_public, shown
from compare.read.address.network import Network

SAVE = "save the page in a browser and name that file"
# Without the system's authorities, which take 0.1 s to load.
NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

REFUSED = {
    "http://news.example/a": f"only https addresses are read; give its https address, or {SAVE}",
    "ftp://news.example/a": f"only https addresses are read; give its https address, or {SAVE}",
    "file:///etc/passwd": f"only https addresses are read; give its https address, or {SAVE}",
    "https://news.example:8443/a": f"it names port 8443, and only port 443 is asked; {SAVE}",
    "https://news.example:0/a": f"it names port 0, and only port 443 is asked; {SAVE}",
    "https://news.example:99999/a": "it is no proper address; check it",
    "https:///a": "its host is no name; check the address",
    "https://?a": "its host is no name; check the address",
    "https://news..example/a": "its host is no name; check the address",
    "https://-news.example/a": "its host is no name; check the address",
    "https://news.example\\.other.example/a": "its host is no name; check the address",
    "https://news%2eexample/a": "its host is no name; check the address",
    f"https://{'a' * 64}.example/": "its host is no name; check the address",
    f"https://{'a.' * 130}example/": "its host is too long to be a name; check the address",
    "https://localhost/a": f"localhost is no name on the public internet; {SAVE}",
    "https://intranet./a": f"intranet is no name on the public internet; {SAVE}",
    "https://2130706433/": "its host is a number, not a name; give the name of the site",
    "https://017700000001/": "its host is a number, not a name; give the name of the site",
    "https://0x7f000001/": "its host is a number, not a name; give the name of the site",
    "https://0177.0.0.1/": "its host is a number, not a name; give the name of the site",
    "https://0x7f.0.0.1/": "its host is a number, not a name; give the name of the site",
    "https://127.0.0.0x1/": "its host is a number, not a name; give the name of the site",
    "https://127.1/": "its host is a number, not a name; give the name of the site",
    "https://127.0.0.1.2/": "its host is a number, not a name; give the name of the site",
    "https://[::1%25lo]/": "its host is no IPv6 address; give the name of the site",
    "https://[::1/": "it is no proper address; check it",
    "https://stra\u00dfe.example/": "its host has a letter that stands for two different sites; "
    "write the host as xn--...",
    "https://a\u2100b.example/": "it is no proper address; check it",
    "https://news.example/\n": "the address holds an invisible character; type it again",
    "https://news.example/a\r\nHost: x": "the address holds an invisible character; type it again",
    "https://news\t.example/": "the address holds an invisible character; type it again",
    "https://news.example/\x00": "the address holds an invisible character; type it again",
    "https://news.example/\u202egpj": "the address holds an invisible character; type it again",
    f"https://news.example/{'a' * 2000}": f"the address has more than 2000 characters; {SAVE}",
}


@pytest.mark.parametrize("text", REFUSED)
def test_an_address_that_is_not_asked_for_a_page(text: str) -> None:
    roads = Roads({}, {})
    with pytest.raises(UnreadableArticleError) as refused:
        fetch(text, network=Network(look_up=roads.look_up, dial=roads.dial, trust=NOBODY))
    assert str(refused.value) == f"cannot read {shown(text)}: {REFUSED[text]}"
    assert str(refused.value).isprintable()
    assert roads.looked_up == roads.dialled == []


@pytest.mark.parametrize(
    "text",
    ["https://jo:hunter2@news.example/a", "https://hunter2@news.example/", "https://a\\hunter2@b.example/"],
)
def test_a_user_and_a_password_are_neither_used_nor_printed(text: str) -> None:
    with pytest.raises(UnreadableArticleError, match="it names a user") as refused:
        address(text)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "host", "target", "printed"),
    [
        ("https://news.example", HOST, "/", f"https://{HOST}/"),
        ("HTTPS://News.Example:443/A", HOST, "/A", f"https://{HOST}/A"),
        ("https://news.example.:/a", HOST, "/a", f"https://{HOST}/a"),
        ("https://news.example/a?key=s3cret#top", HOST, "/a?key=s3cret", f"https://{HOST}/a"),
        ("https://news.example?key=s3cret", HOST, "/?key=s3cret", f"https://{HOST}/"),
        ("https://news.example/a b/\u00e9%20", HOST, "/a%20b/%C3%A9%20", f"https://{HOST}/a%20b/%C3%A9%20"),
        ("https://B\u00fccher.example/", "xn--bcher-kva.example", "/", "https://xn--bcher-kva.example/"),
        # A Cyrillic letter that looks like a Latin one.
        ("https://n\u0435ws.example/", "xn--nws-rdd.example", "/", "https://xn--nws-rdd.example/"),
        ("https://\uff11\uff12\uff17.0.0.1/", "127.0.0.1", "/", "https://127.0.0.1/"),
        ("https://[2606:2800:0:0::1]/", "2606:2800::1", "/", "https://[2606:2800::1]/"),
        (f"https://news.example/{'a' * 200}", HOST, f"/{'a' * 200}", f"https://{HOST}/{'a' * 98}…"),
    ],
)
def test_an_address_as_it_is_asked_and_as_it_is_printed(
    text: str, host: str, target: str, printed: str
) -> None:
    link = address(text)
    assert (link.host, link.target, link.shown) == (host, target, printed)


def test_a_refused_host_is_printed_as_punycode_too() -> None:
    with pytest.raises(UnreadableArticleError, match=r"cannot read https://xn--nws-rdd\.example:8443/: "):
        address("https://n\u0435ws.example:8443/")


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("https://news.example/", True),
        ("HTTP://news.example", True),
        ("javascript://x", True),
        ("story.txt", False),
        ("-", False),
        ("c://story.txt", False),
        ("./https://news.example", False),
        (Path("https://news.example"), False),
    ],
)
def test_what_is_an_address_and_what_a_file(source: Path | str, is_one: bool) -> None:  # noqa: FBT001
    assert is_address(source) is is_one


@given(st.text(max_size=60), st.sampled_from(["https://", "https://a.example/", "https://[", "x://", ""]))
def test_any_text_is_an_address_or_refused_in_one_printable_line(text: str, start: str) -> None:
    try:
        link = address(start + text)
    except UnreadableArticleError as error:
        printed = str(error)
    else:
        printed = link.shown
        assert link.target.isascii()
        http.client.HTTPConnection(link.host)._validate_path(link.target)  # type: ignore[attr-defined]
    assert printed.isprintable()


# --- IP addresses

NOT_PUBLIC = [
    "0.0.0.0",  # noqa: S104
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.215.14",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "",
    "localhost",
    "2130706433",
]


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_an_address_that_is_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", [PUBLIC, "1.1.1.1", "172.32.0.1", OTHER_PUBLIC, "2a00::1", "64:ff9b::808:808"])
def test_an_address_that_is_public(ip: str) -> None:
    assert is_public(ip)
