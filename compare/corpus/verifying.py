"""Fifth stage: whether two articles that are alike tell one event, by what the comparison links in them."""

from __future__ import annotations

from typing import Any

import msgspec

from compare.corpus.place import Place
from compare.corpus.store import mapped, shelf, write_table
from compare.corpus.texts import article_of
from compare.errors import SideBySideError

# Pairs of a part: some seconds of work, so that little is lost with a worker and no core waits long.
PAIRS = 40
# Articles that are kept as they were read: the pairs of one follow each other.
_KEPT = 60


class _Reader:
    """Articles read for linking, the latest ones kept."""

    def __init__(self, place: Place) -> None:
        self._shelf = shelf(place)
        self._read: dict[tuple[int, str], Any] = {}

    def document(self, key: int, label: str) -> Any:  # noqa: ANN401
        from compare.text.document import Document

        found = self._read.pop((key, label), None)
        if found is None:
            found = Document.legible(article_of(self._shelf.article(key), label=label))
            while len(self._read) >= _KEPT:
                del self._read[next(iter(self._read))]
        self._read[key, label] = found
        return found


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles and what was found of them."""

    a: int
    b: int
    cosine: float
    sure: int = -1
    """How many links are sure; -1 where nobody looked."""
    share_a: float = 0.0
    """How much of the first stands in the second, from 0 to 1."""
    share_b: float = 0.0
    wrong: int | None = None
    """The key of the article that cannot be read."""
    problem: str = ""


def verify(place: Place, number: int, source: int, start: int, firm: int) -> None:
    """Write some of the proposed pairs with what their sentences have in common."""
    import pyarrow as pa

    with mapped(place.of("propose", source)) as reader:
        proposed = reader.read_all().slice(start, PAIRS).to_pylist()
    if firm:
        read = _Reader(place)
        found = [_looked_at(read, **pair) for pair in proposed]
    else:
        found = [Pair(**pair) for pair in proposed]
    schema = pa.schema(
        [
            *((name, pa.uint64()) for name in ("a", "b")),
            ("cosine", pa.float64()),
            ("sure", pa.int32()),
            *((name, pa.float64()) for name in ("share_a", "share_b")),
            ("wrong", pa.uint64()),
            ("problem", pa.string()),
        ]
    )
    write_table(
        place.of("verify", number), pa.Table.from_pylist([msgspec.to_builtins(p) for p in found], schema)
    )


def _looked_at(read: _Reader, *, a: int, b: int, cosine: float) -> Pair:
    from compare.align import align
    from compare.align.copies import copied_shares
    from compare.limits import DEFAULT, hold_together
    from compare.model import Tier

    documents = []
    for key, label in ((a, "A"), (b, "B")):
        try:
            documents.append(read.document(key, label))
        except Exception as error:
            return Pair(a=a, b=b, cosine=cosine, wrong=key, problem=told(error))
    try:
        hold_together(DEFAULT, [len(document.article.sentences) for document in documents])
        links = align(documents).links
        shares = [round(share, 4) for share in copied_shares(*documents)]
    except Exception as error:
        return Pair(a=a, b=b, cosine=cosine, problem=told(error))
    sure = sum(link.tier is Tier.SURE for link in links)
    return Pair(a=a, b=b, cosine=cosine, sure=sure, share_a=shares[0], share_b=shares[1])


def told(error: Exception) -> str:
    """Return what a table of errors says of an exception: of ours its text, else that it is a fault."""
    if isinstance(error, SideBySideError):
        return str(error)
    return f"a fault in the program ({type(error).__name__}: {error}); please report it"
