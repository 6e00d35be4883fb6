"""A comparison to rows: a finding with its quotations, a fact's passages, two texts and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from compare.model import Article, Claim, Comparison, Fact, Finding, Placement, Span, Tier

if TYPE_CHECKING:
    import pyarrow as pa

Ids = Mapping[str, str]
"""Articles' ids by their letters."""
# The field of a finding that says of what sort it is, by its kind.
_TYPES = {
    "shared-fact": "relation",
    "claim": "type",
    "discrepancy": "type",
    "framing-cue": "mark",
    "attribution": "source_type",
}
_SIDE = ("", "outlet_", "sentence_", "start_", "end_", "quote_", "value_")


def finding_schema() -> pa.Schema:
    """Return the columns of a finding."""
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    place = pa.struct(
        [("article", text), ("sentence", text), ("start", number), ("end", number), ("quote", text)]
    )
    told = ("story", "number", "id", "kind", "type", "device", "state", "tier")
    sides = [
        (f"{name}{side}", number if name in ("start_", "end_") else text) for side in "ab" for name in _SIDE
    ]
    rest = ("rule", "why", "voice", "name", "concept", "target", "link")
    return pa.schema(
        [
            *((name, text) for name in told),
            *sides,
            ("rank", pa.float64()),
            *((name, text) for name in rest),
            ("not_found_in", pa.list_(text)),
            ("spans", pa.list_(place)),
        ]
    )


def fact_schema() -> pa.Schema:
    """Return the columns of a passage that tells a fact of three texts or more."""
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    return pa.schema(
        [
            *((name, text) for name in ("story", "fact", "number", "article", "outlet", "sentence")),
            *((name, number) for name in ("start", "end")),
            ("quote", text),
            ("attached", pa.bool_()),
            *((name, number) for name in ("told_by", "independent", "texts")),
            *((name, text) for name in ("voice", "why")),
        ]
    )


def finding_rows(comparison: Comparison, ids: Ids, *, story: str) -> Iterator[dict[str, Any]]:
    """Yield a row for each finding but the facts, in the order of the comparison."""
    articles = {article.label: article for article in comparison.articles}
    tiers = {link.id: link.tier for link in comparison.links}
    for found in comparison.findings:
        if not isinstance(found, Fact):
            yield _row(found, articles, ids, tiers, story=story)


def _row(
    found: Finding, articles: Mapping[str, Article], ids: Ids, tiers: Mapping[str, Tier], *, story: str
) -> dict[str, Any]:
    kind = str(found.__struct_config__.tag)
    link = getattr(found, "link", None)
    values = getattr(found, "values", ())
    if isinstance(found, Placement):
        link, values = found.fact, [position.zone for position in found.positions]
    row: dict[str, Any] = {
        "story": story,
        "number": found.number,
        "id": found.id,
        "kind": kind,
        "type": _name(getattr(found, _TYPES[kind])) if kind in _TYPES else None,
        "device": _name(getattr(found, "device", None)),
        "state": _name(getattr(found, "state", None)),
        "tier": _name(tiers.get(link or "")),
        "rank": getattr(found, "rank", getattr(found, "salience", None)),
        "rule": found.rule,
        "why": found.why,
        "voice": _name(found.voice),
        "link": link,
        "not_found_in": [ids[label] for label in articles if label != found.spans[0].article]
        if isinstance(found, Claim)
        else None,
        "spans": [
            {"article": ids[span.article], "sentence": sentence, **_place(span, articles)}
            for span, sentence in zip(found.spans, found.sentences, strict=True)
        ],
    }
    row |= {name: getattr(found, name, None) for name in ("name", "concept", "target")}
    labels = sorted({span.article for span in found.spans})[:2]
    for side, label in zip("ab", labels, strict=False):
        at = next(at for at, span in enumerate(found.spans) if span.article == label)
        said = {
            "": ids[label],
            "outlet_": articles[label].outlet,
            "sentence_": found.sentences[at],
            "value_": values[at] if at < len(values) else None,
            **{f"{name}_": value for name, value in _place(found.spans[at], articles).items()},
        }
        row |= {f"{name}{side}": value for name, value in said.items()}
    return row


def fact_rows(comparison: Comparison, ids: Ids, *, story: str) -> Iterator[dict[str, Any]]:
    """Yield a row for each passage of each fact that three texts or more were asked for."""
    articles = {article.label: article for article in comparison.articles}
    for found in comparison.findings:
        if not isinstance(found, Fact):
            continue
        told = {span.article for span in found.spans} - set(found.attached)
        for span, sentence in zip(found.spans, found.sentences, strict=True):
            yield {
                "story": story,
                "fact": found.id,
                "number": found.number,
                "article": ids[span.article],
                "outlet": articles[span.article].outlet,
                "sentence": sentence,
                **_place(span, articles),
                "attached": span.article in found.attached,
                "told_by": len(told),
                "independent": found.independent,
                "texts": len(articles),
                "voice": _name(found.voice),
                "why": found.why,
            }


def links_of(comparison: Comparison, labels: Sequence[str]) -> tuple[int, int]:
    """Return how many links of two texts are sure, and how many are worth a look."""
    between = [link for link in comparison.links if [span.article for span in link.spans] == list(labels)]
    sure = sum(link.tier is Tier.SURE for link in between)
    return sure, len(between) - sure


def _place(span: Span, articles: Mapping[str, Article]) -> dict[str, Any]:
    text = articles[span.article].text
    return {"start": span.start, "end": span.end, "quote": text[span.start : span.end]}


def _name(value: object) -> str | None:
    return None if value is None else str(value)
