"""Bytes to an Article: decoded, its furniture set aside, its sentences numbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from compare.errors import UnreadableArticleError
from compare.limits import DEFAULT, MAX_NAME, Limits, hold_to
from compare.model import Article, Extent, Furniture, FurnitureKind, Note, Origin, Sentence, fingerprint
from compare.read.bylines import byline
from compare.read.dates import DateLine, date_line, is_date_label
from compare.read.formats import Extracted, extract, kind_of, notes_on
from compare.read.formats.kinds import foreign_format
from compare.read.furniture.datelines import date_in, dated_opening
from compare.read.furniture.layout import TextLayout, headings_as_text, layout, lines_as_text
from compare.read.furniture.remarks import remarks
from compare.read.letters.characters import readable
from compare.read.letters.decoding import decode
from compare.read.stated.exports import export
from compare.read.stated.front_matter import front_matter
from compare.read.stated.stated import Stated, blanked
from compare.text.clauses import clauses
from compare.text.detect import other_language_of, reads_as_english
from compare.text.elsewhere.languages import language_name, root
from compare.text.lost_letters import legible
from compare.text.sentences import sentences

LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
Stretch = tuple[int, int]
# "This article was first published on 3 March 2024" stands among a page's own lines.
DATED = (FurnitureKind.DATE, FurnitureKind.PROMOTION)
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
    warned += remarks(text, page, label=label)
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
    # Both a page's data and its last line may say that its text is cut off: the line says it better.
    said = {code if code == "cut-off" else (code, line): (code, line) for code, line in warned}
    return article, tuple(Note(code=code, text=line, article=label) for code, line in said.values())


def _text(data: bytes, *, name: str, encoding: str | None) -> tuple[str, str, list[tuple[str, str]], Stated]:
    """Return text, encoding, warnings, and what the file states of the article, as front matter would."""
    if not data:
        raise UnreadableArticleError(f"cannot read {name}: it is empty; check that it was saved")
    kind = kind_of(data)
    if kind:
        taken = extract(data, kind=kind, name=name, encoding=encoding)
        text, said = readable(taken.text, name=name)
        warned = [*notes_on(taken, kind=kind, name=name), *said]
        return text, f"{taken.encoding} ({kind})", warned, export(text, name=name) or _stated(taken)
    foreign = foreign_format(data)
    if foreign:
        raise UnreadableArticleError(f"cannot read {name}: it is {foreign[0]}, not text; {foreign[1]}")
    decoded = decode(data, name=name, encoding=encoding)
    text, said = readable(decoded.text, name=name)
    warned = [*([decoded.warning] if decoded.warning else []), *said]
    front = front_matter(text, name=name)
    return text, decoded.encoding, warned, front if front.end else export(text, name=name) or front


def _stated(taken: Extracted) -> Stated:
    said = {
        "outlet": taken.outlet,
        "title": taken.title,
        "byline": taken.byline,
        "published": taken.published,
        "language": taken.language,
    }
    # A sign that was saved wrongly may turn out to part lines.
    lines = {key: " ".join(readable(value, name="")[0].split()) for key, value in said.items() if value}
    return Stated(values={key: line for key, line in lines.items() if line})


def _page(text: str, front: Stated, *, name: str) -> tuple[TextLayout, list[list[Stretch]]]:
    """Return the layout and the sentences of each paragraph; a file of headings only is read as text."""
    # What states something of the article is no text: blanked, so that all offsets stay.
    page = layout(blanked(text, front.pieces), front.end, title=front.values.get("title"))
    page = _with_dated_opening(text, page)
    body = _sentences(text, page.body)
    for read in (headings_as_text, lines_as_text):
        if not body:
            page = read(text, page)
            body = _sentences(text, page.body)
    if not body:
        raise UnreadableArticleError(f"cannot read {name}: there are no words in it; check that it was saved")
    return page, body


def _with_dated_opening(text: str, page: TextLayout) -> TextLayout:
    """Return the layout with "Marle, 5 June 2024 –" set aside, also where its place stands aside already."""
    datelines = {f.end: f.start for f in page.furniture if f.kind is FurnitureKind.DATELINE}
    starts = [datelines.get(start, start) for start, _ in page.body]
    found = dated_opening(text, starts)
    if found is None or found[0] not in starts:
        return page
    at = starts.index(found[0])
    start, end = page.body[at]
    if not start < found[1] <= end:
        return page
    kept = [piece for piece in page.furniture if piece.start != found[0]]
    dateline = Furniture(kind=FurnitureKind.DATELINE, start=found[0], end=found[1])
    rest = [(found[1], end)] if found[1] < end else []
    return TextLayout(
        furniture=tuple(sorted([*kept, dateline], key=lambda piece: piece.start)),
        body=(*page.body[:at], *rest, *page.body[at + 1 :]),
    )


def _sentences(text: str, body: Sequence[Stretch]) -> list[list[Stretch]]:
    """Return the sentences that hold a letter or figure, paragraph by paragraph."""
    found = []
    for start, end in body:
        # On one line: without its dateline, the rest of a hard-wrapped paragraph would look like two.
        flat = legible(text[start:end]).translate(BREAKS)
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
        from compare.text.elsewhere.words import clauses_elsewhere as divide
    numbered: list[Sentence] = []
    plain = legible(text)
    for paragraph, inside in enumerate(body, start=1):
        for start, end in inside:
            parts = tuple(Extent(start=first, end=last) for first, last in divide(plain, start, end))
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
    text: str, front: Stated, page: TextLayout, body: Sequence[Sequence[Stretch]]
) -> tuple[Furniture, ...]:
    """Return the furniture with the front matter, and with every visible mark that no sentence took up."""
    stated = [Furniture(kind=kind, start=start, end=end) for start, end, kind in front.pieces]
    pieces = [*stated, *page.furniture]
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


def _first(text: str, furniture: Sequence[Furniture], kind: FurnitureKind) -> str | None:
    found = next((" ".join(text[f.start : f.end].split()) for f in furniture if f.kind is kind), None)
    # An endless "word" in the headline's place is no title.
    return found if found is not None and len(found) <= MAX_NAME else None


def _signature(
    text: str,
    furniture: Sequence[Furniture],
    front: Stated,
    *,
    name: str,
    warned: list[tuple[str, str]],
) -> tuple[str | None, str | None]:
    """Return author and ISO date; the front matter's goes first, then lines, datelines and updates."""
    author: str | None = None
    dates: list[tuple[str, DateLine]] = []
    if "published" in front.values:
        line = front.values["published"]
        dates.append((line, date_line(line) or DateLine(iso=None)))
    label = ""
    places: list[tuple[str, DateLine]] = []
    for piece in furniture:
        line = label + " ".join(text[piece.start : piece.end].split())
        label = ""
        if piece.kind is FurnitureKind.BYLINE and (found := byline(line)):
            author = author or found.names
            if found.date:
                dates.append((line, found.date))
        elif piece.kind is FurnitureKind.DATE and is_date_label(line):
            label = f"{line} "
        elif piece.kind in DATED and (dated := date_line(line)):
            dates.append((line, dated))
        elif piece.kind is FurnitureKind.DATELINE and (day := date_in(line)):
            places.append(day)
    updates = [pair for pair in dates if pair[1].updated]
    firsts = [pair for pair in dates if not pair[1].updated]
    published = next((date.iso for _, date in [*firsts, *places] if date.iso), None)
    if published is None and not firsts:
        # The day of an update stands for a day of publication that nothing names.
        published = next((date.iso for _, date in updates if date.iso), None)
    unclear = [*firsts, *places, *updates]
    if published is None and unclear:
        line, date = next((pair for pair in unclear if pair[1].ambiguous), unclear[0])
        why = "can be read in two ways" if date.ambiguous else "is no full date"
        warned.append(("date", f"{name}: the date {line!r} {why}; write it as 2023-10-12"))
    return author, published


def _language(
    text: str,
    body: Sequence[Sequence[Stretch]],
    *,
    given: str | None,
    front: Stated,
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
