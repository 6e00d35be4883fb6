"""Bytes to an Article: decoded, its furniture set aside, its sentences numbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from compare.errors import UnreadableArticleError
from compare.language.clauses import clauses
from compare.language.detect import other_language_of, reads_as_english
from compare.language.languages import language_name, root
from compare.language.sentences import sentences
from compare.limits import DEFAULT, MAX_NAME, Limits, hold_to
from compare.model import Article, Extent, Furniture, FurnitureKind, Note, Origin, Sentence, fingerprint
from compare.read.bylines import byline
from compare.read.characters import warnings, without_invisible
from compare.read.dates import DateLine, date_line
from compare.read.decoding import decode
from compare.read.formats import Extracted, extract, kind_of, note_on
from compare.read.front_matter import FrontMatter, front_matter
from compare.read.furniture import Layout, layout
from compare.read.signatures import foreign_format

LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
Stretch = tuple[int, int]
_LESS = "made for English, the comparison looks for less in it"


def article_from_bytes(
    data: bytes,
    *,
    name: str,
    label: str,
    encoding: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT,
) -> tuple[Article, tuple[Note, ...]]:
    r"""Return the article that the bytes hold and what its reader should be warned of.

    `name` is the file's name without its folder; `outlet` and `language` go before the front matter's.

    >>> article, notes = article_from_bytes(b"The bridge fell. Nobody was hurt.", name="a.txt", label="A")
    >>> [article.text[sentence.start:sentence.end] for sentence in article.sentences]
    ['The bridge fell.', 'Nobody was hurt.']

    Raises:
        UnreadableArticleError: if the bytes hold no article's text, or more than the limits allow.
        UsageError: if there is no such encoding.
    """
    # Whatever holds bytes is taken; a text is refused by Python in words that say so.
    data = memoryview(data).tobytes()
    text, encoding_found, warned, front = _text(data, name=name, encoding=encoding)
    if front.problem:
        warned.append(("front-matter", front.problem))
    page, body = _page(text, front, name=name)
    hold_to(limits, body, name=name)
    heads = _first(text, page.furniture, FurnitureKind.HEADLINE)
    author, published = _signature(text, page.furniture, front, name=name, warned=warned)
    told = _language(text, body, given=language, front=front, name=name, warned=warned)
    article = Article(
        label=label,
        outlet=outlet or front.values.get("outlet"),
        title=front.values.get("title") or heads,
        byline=front.values.get("byline") or author,
        published=published,
        language=told,
        origin=Origin(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            encoding=encoding_found,
            text_sha256=fingerprint(text),
        ),
        text=text,
        furniture=_all_furniture(text, front, page, body),
        sentences=_numbered(text, body, label=label, language=told),
    )
    return article, tuple(Note(code=code, text=line, article=label) for code, line in warned)


def _text(
    data: bytes, *, name: str, encoding: str | None
) -> tuple[str, str, list[tuple[str, str]], FrontMatter]:
    """Return text, encoding, warnings, and what the file states of the article, as front matter would."""
    if not data:
        raise UnreadableArticleError(f"cannot read {name}: it is empty; check that it was saved")
    kind = kind_of(data)
    if kind:
        taken = extract(data, kind=kind, name=name, encoding=encoding)
        text, left_out = without_invisible(taken.text)
        warned = [note_on(taken, kind=kind, name=name), *warnings(text, left_out, name=name)]
        return text, f"{taken.encoding} ({kind})", warned, _stated(taken)
    foreign = foreign_format(data)
    if foreign:
        raise UnreadableArticleError(f"cannot read {name}: it is {foreign[0]}, not text; {foreign[1]}")
    decoded = decode(data, name=name, encoding=encoding)
    text, left_out = without_invisible(decoded.text)
    warned = [*([decoded.warning] if decoded.warning else []), *warnings(text, left_out, name=name)]
    return text, decoded.encoding, warned, front_matter(text, name=name)


def _stated(taken: Extracted) -> FrontMatter:
    said = {
        "outlet": taken.outlet,
        "title": taken.title,
        "byline": taken.byline,
        "published": taken.published,
        "language": taken.language,
    }
    return FrontMatter(values={key: value for key, value in said.items() if value})


def _page(text: str, front: FrontMatter, *, name: str) -> tuple[Layout, list[list[Stretch]]]:
    """Return the layout and the sentences of each paragraph; a file of headings only is read as text."""
    page = layout(text, front.end, title=front.values.get("title"))
    body = _sentences(text, page.body)
    if not body:
        whole = tuple(
            (piece.start, piece.end) for piece in page.furniture if piece.kind is not FurnitureKind.MARKUP
        )
        page = Layout(
            furniture=tuple(piece for piece in page.furniture if piece.kind is FurnitureKind.MARKUP),
            body=tuple(sorted(whole + page.body)),
        )
        body = _sentences(text, page.body)
    if not body:
        raise UnreadableArticleError(f"cannot read {name}: there are no words in it; check that it was saved")
    return page, body


def _sentences(text: str, body: Sequence[Stretch]) -> list[list[Stretch]]:
    """Return the sentences that hold a letter or figure, paragraph by paragraph."""
    found = []
    for start, end in body:
        # On one line: without its dateline, the rest of a hard-wrapped paragraph would look like two.
        flat = text[start:end].translate(BREAKS)
        inside = [
            (start + first, start + last)
            for first, last in sentences(flat, 0, len(flat))
            if any(char.isalnum() for char in flat[first:last])
        ]
        if not inside and any(char.isalnum() for char in text[start:end]):
            inside = [(start, end)]
        if inside:
            found.append(inside)
    return found


def _numbered(
    text: str, body: Sequence[Sequence[Stretch]], *, label: str, language: str | None
) -> tuple[Sentence, ...]:
    if language == "en":
        divide = clauses
    else:
        from compare.language.clauses_elsewhere import clauses_elsewhere as divide
    numbered: list[Sentence] = []
    for paragraph, inside in enumerate(body, start=1):
        for start, end in inside:
            parts = tuple(Extent(start=first, end=last) for first, last in divide(text, start, end))
            number = len(numbered) + 1
            numbered.append(
                Sentence(
                    id=f"{label}{number}",
                    start=start,
                    end=end,
                    paragraph=paragraph,
                    clauses=parts or (Extent(start=start, end=end),),
                )
            )
    return tuple(numbered)


def _all_furniture(
    text: str, front: FrontMatter, page: Layout, body: Sequence[Sequence[Stretch]]
) -> tuple[Furniture, ...]:
    """Return the furniture with the front matter, and with every visible mark that no sentence took up."""
    pieces = [*_front_furniture(text, front), *page.furniture]
    taken = sorted(
        [(piece.start, piece.end) for piece in pieces] + [span for inside in body for span in inside]
    )
    at = 0
    for start, end in [*taken, (len(text), len(text))]:
        left = text[at:start]
        bare = left.strip()
        if bare:
            first = at + left.index(bare)
            pieces.append(Furniture(kind=FurnitureKind.MARKUP, start=first, end=first + len(bare)))
        at = end
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def _front_furniture(text: str, front: FrontMatter) -> list[Furniture]:
    """Return the front matter as furniture, a title that stands there word for word as a headline."""
    if not front.end:
        return []
    edges: list[tuple[int, int, FurnitureKind]] = [(0, front.end, FurnitureKind.FRONT_MATTER)]
    if front.title_at:
        start, end = front.title_at
        edges = [
            (0, start, FurnitureKind.FRONT_MATTER),
            (start, end, FurnitureKind.HEADLINE),
            (end, front.end, FurnitureKind.FRONT_MATTER),
        ]
    pieces = []
    for start, end, kind in edges:
        bare = text[start:end].strip()
        if bare:
            first = start + text[start:end].index(bare)
            pieces.append(Furniture(kind=kind, start=first, end=first + len(bare)))
    return pieces


def _first(text: str, furniture: Sequence[Furniture], kind: FurnitureKind) -> str | None:
    found = next((" ".join(text[f.start : f.end].split()) for f in furniture if f.kind is kind), None)
    # An endless "word" in the headline's place is no title.
    return found if found is not None and len(found) <= MAX_NAME else None


def _signature(
    text: str,
    furniture: Sequence[Furniture],
    front: FrontMatter,
    *,
    name: str,
    warned: list[tuple[str, str]],
) -> tuple[str | None, str | None]:
    """Return author and ISO date from byline and date lines; the front matter's date goes first."""
    author: str | None = None
    dates: list[tuple[str, DateLine]] = []
    if "published" in front.values:
        line = front.values["published"]
        dates.append((line, date_line(line) or DateLine(iso=None)))
    for piece in furniture:
        line = " ".join(text[piece.start : piece.end].split())
        if piece.kind is FurnitureKind.BYLINE and (found := byline(line)):
            author = author or found.names
            if found.date:
                dates.append((line, found.date))
        elif piece.kind is FurnitureKind.DATE and (dated := date_line(line)):
            dates.append((line, dated))
    published = next((date.iso for _, date in dates if date.iso), None)
    if published is None and dates:
        line, date = next((pair for pair in dates if pair[1].ambiguous), dates[0])
        why = "can be read in two ways" if date.ambiguous else "is no full date"
        warned.append(("date", f"{name}: the date {line!r} {why}; write it as 2023-10-12"))
    return author, published


def _language(
    text: str,
    body: Sequence[Sequence[Stretch]],
    *,
    given: str | None,
    front: FrontMatter,
    name: str,
    warned: list[tuple[str, str]],
) -> str | None:
    sample = " ".join(text[inside[0][0] : inside[-1][1]] for inside in body)
    code = given or front.values.get("language") or ""
    if LANGUAGE_CODE.fullmatch(code):
        code = code.lower().replace("_", "-")
        if root(code) == "en":
            return "en"
        # A page's template often states its maker's language and not the text's.
        doubt = "; it reads as English: if so, give --language en" if reads_as_english(sample) else ""
        warned.append(("language", f"{name}: language {code}: {_LESS}{doubt}"))
        return code
    found = "en" if reads_as_english(sample) else other_language_of(sample)
    if found is None:
        warned.append(
            ("language", f"{name}: reads as no language that is known, or as more than one: {_LESS}")
        )
    elif found != "en":
        warned.append(("language", f"{name}: reads as {language_name(found)}: {_LESS}"))
    return found
