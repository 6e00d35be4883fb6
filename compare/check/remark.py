"""What an editor is told: one remark, and the words it rests on, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from compare.kinds import Severity
from compare.model import Article, Span
from compare.quote import place


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What one text says, verbatim, and where; `words` is None where the passage has nothing to match."""

    article: str
    place: str
    """The sentence's id, or what else stands there: "headline"."""
    words: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing for the editor; `quoted` has the draft's words first. `id` is what a baseline accepts."""

    severity: Severity
    kind: str
    state: str | None
    id: str
    number: str
    line: int
    """The line of the draft's file, from 1."""
    quoted: tuple[Quoted, ...]
    why: str
    alternatives: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str | None, ...]:
        """What `--fail-on` may call the remark, beside its severity."""
        return self.kind, self.state


def quotation(span: Span, article: Article, *, said: bool = True) -> Quoted:
    """Return what a text says in a stretch; without words where the stretch only shows the place."""
    return Quoted(
        article=span.article,
        place=place(article, span),
        words=article.text[span.start : span.end] if said else None,
        start=span.start,
        end=span.end,
    )


def line(article: Article, offset: int) -> int:
    """Return the line of the article's file, from 1, in which a character stands."""
    return article.text.count("\n", 0, offset) + 1
