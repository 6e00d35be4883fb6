"""A row to an article: its text as it is compared, its day, its id, or what is wrong with it."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from compare.errors import SideBySideError
from compare.limits import MAX_BYTES, MAX_NAME
from compare.read import article_from_bytes
from compare.read.article import BREAKS, LANGUAGE_CODE
from compare.read.dates import date_line
from compare.read.formats import kind_of
from compare.read.letters.characters import readable
from compare.read.letters.decoding import decode
from compare.text.detect import other_language_of, reads_as_english
from compare.text.elsewhere.languages import root

NO_DAY = -(2**31)
"""What stands for the day of an article whose day is not known."""
_EPOCH = datetime.date(1970, 1, 1).toordinal()
# "0001-01-01" and "2050-12-31" are what programs write that know no date.
_YEARS = range(1700, 2050)
_ISO = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
# "2024-06-05T12:00:00Z", "2024-06-05 12:00:00+00:00"
_SECONDS = re.compile(r"\d{9,10}(?:\.\d{1,6})?")
_MILLISECONDS = re.compile(r"\d{12,13}")
_NO_LANGUAGE = frozenset(("und", "nan", "na", "nil"))
_READINGS = 6
# Words of grammar are as frequent in the first 4,000 letters as in all.
_SAMPLE = 4_000


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the corpus as every later stage reads it."""

    key: int
    """The id as a number of 64 bits."""
    digest: int
    """All of it as a number of 64 bits: what is twice the same is there once."""
    id: str
    outlet: str | None
    date: str | None
    day: int
    """Days since 1970, `NO_DAY` where the date is not known."""
    title: str | None
    url: str | None
    language: str | None
    sha256: str
    """That of the text."""
    text: str
    """What offsets count in: the title as a heading, then the text."""
    place: str
    problem: str


def from_row(values: Mapping[str, Any], *, place: str, problem: str = "", data: bytes = b"") -> Record:
    """Return the article of a table's row; `data` are the bytes of its file where the table has no texts."""
    said = {field: _line(value) for field, value in values.items() if field != "text"}
    if said.get("title"):
        said["title"] = _line(_settled(said["title"] or "", name=place))
    # What is no text in its cell has no words in it either.
    raw = data or as_text(values.get("text")).encode("utf-8")
    if not problem and not raw.strip():
        problem = "it has no text"
    text, stated = "", dict[str, str | None]()
    if not problem:
        try:
            text, stated = _text(raw, title=said.get("title"), name=said.get("id") or place, whole=bool(data))
        except SideBySideError as error:
            problem = str(error)
        except Exception as error:
            problem = f"a fault in the program ({type(error).__name__}: {error}); please report it"
    for field, value in stated.items():
        said[field] = said.get(field) or value
    return _record(said, text=text, place=place, problem=problem, date=values.get("date") or said.get("date"))


def from_file(data: bytes, *, name: str, place: str) -> Record:
    """Return the article of a file, under the name of that."""
    return from_row({"id": name}, place=place, data=data)


def _text(data: bytes, *, title: str | None, name: str, whole: bool) -> tuple[str, dict[str, str | None]]:
    """Return the text that is compared, and what a file or a page states of it."""
    if len(data) > MAX_BYTES and not kind_of(data):
        from compare.errors import UnreadableArticleError

        raise UnreadableArticleError(
            f"cannot read {name}: it is larger than {MAX_BYTES:,} bytes; give one article's text"
        )
    if whole or kind_of(data):
        article, _ = article_from_bytes(data, name=name, label="A")
        stated = {
            "title": article.title,
            "outlet": article.outlet,
            "date": article.published,
            "language": article.language,
        }
        return _settled(article.text, name=name), stated
    text = _settled(decode(data, name=name, encoding="utf-8").text, name=name)
    if title and not text.lstrip().startswith(title):
        # As a heading the title is read as one, whatever it ends in.
        text = f"# {title}\n\n{text}"
    return text, {}


def _settled(text: str, *, name: str) -> str:
    """Return a text as it is when read again and again: "&amp;amp;" takes two readings."""
    for _ in range(_READINGS):
        again, _said = readable(text, name=name)
        if again == text:
            return text
        text = again
    return text


def _record(said: Mapping[str, str | None], *, text: str, place: str, problem: str, date: object) -> Record:
    day = day_of(date)
    outlet, url, title = said.get("outlet"), said.get("url"), said.get("title")
    iso = None if day == NO_DAY else datetime.date.fromordinal(day + _EPOCH).isoformat()
    whole = "\0".join((outlet or "", iso or "", title or "", url or "", text)).encode()
    id = said.get("id") or url or f"sha256:{hashlib.sha256(whole).hexdigest()[:16]}"
    return Record(
        key=number_of(id.encode()),
        digest=number_of(whole),
        id=id,
        outlet=outlet,
        date=iso,
        day=day,
        title=title,
        url=url,
        language=_language(said.get("language"), text) if text else None,
        sha256=hashlib.sha256(text.encode()).hexdigest() if text else "",
        text=text,
        place=place,
        problem=_line(problem, most=500) or "",
    )


def number_of(data: bytes) -> int:
    """Return a number of 64 bits for the bytes: of ten million, no two meet but by one chance in 400,000.

    >>> number_of(b"a") == number_of(b"a") != number_of(b"b")
    True
    """
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


def day_of(value: object) -> int:
    """Return the days from 1970 to a date as tables hold one, `NO_DAY` where it is none.

    >>> day_of("1970-01-03T12:00:00Z"), day_of("Sat, 03 Jan 1970 12:00:00 GMT"), day_of(19_700_103)
    (2, 2, 2)
    >>> day_of("0001-01-01") == day_of("03/04/2020") == NO_DAY
    True
    """
    if isinstance(value, datetime.date):
        found: datetime.date | None = value
    else:
        line = " ".join(as_text(value).split())[:100]
        found = _date(line) if line else None
    return found.toordinal() - _EPOCH if found is not None and found.year in _YEARS else NO_DAY


def _date(line: str) -> datetime.date | None:
    try:
        if match := _ISO.match(line):
            return datetime.date(*map(int, match.groups()))
        if match := _SECONDS.fullmatch(line) or _MILLISECONDS.fullmatch(line):
            seconds = float(line) / (1000 if "." not in line and len(line) > 10 else 1)
            return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
        read = date_line(line)
        if read is not None and read.iso:
            return datetime.date.fromisoformat(read.iso)
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(line).date()
    except (ValueError, OverflowError, TypeError, IndexError, OSError):
        return None


def _language(said: str | None, text: str) -> str | None:
    code = (said or "").lower().replace("_", "-")
    if LANGUAGE_CODE.fullmatch(code) and code not in _NO_LANGUAGE:
        return "en" if root(code) == "en" else code
    sample = text[:_SAMPLE]
    return "en" if reads_as_english(sample) else other_language_of(sample)


def _line(value: object, *, most: int = MAX_NAME) -> str | None:
    line = " ".join(as_text(value).translate(BREAKS).split())[:most]
    return "".join(char for char in line if char.isprintable()) or None


def as_text(value: object) -> str:
    """Return a cell's value as text that Arrow takes, empty where there is none."""
    # What pandas writes for a cell that is empty is a figure that is not its own equal.
    if value is None or value != value or isinstance(value, list | dict):
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value).encode("utf-8", "replace").decode()
