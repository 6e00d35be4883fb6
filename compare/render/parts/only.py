"""Claims found in one text only, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Claim, ClaimType, Comparison, Voice
from compare.quote import Quotation, whole
from compare.render.parts.references import Reference, Register, anchor
from compare.render.parts.wording import CLAIM_TYPES, VOICES, listed, name


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim found in one text only."""

    id: str
    number: str
    quotation: Quotation
    reference: Reference
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """The claims found only in one text, most salient first."""

    side: int
    label: str
    name: str
    others: str
    claims: tuple[ClaimRow, ...]


def only(comparison: Comparison, labels: Register) -> tuple[Only, ...]:
    """Return the claims of each text that no other has, most salient first."""
    names = [article.label for article in comparison.articles]
    found = []
    for side, article in enumerate(comparison.articles):
        claims = sorted(
            (
                f
                for f in comparison.findings
                if isinstance(f, Claim) and f.spans and f.spans[0].article == article.label
            ),
            key=lambda claim: -claim.salience,
        )
        rows = tuple(
            ClaimRow(
                id=anchor(claim.number),
                number=claim.number,
                quotation=whole(article, claim.spans[0]),
                reference=labels.sentence(claim.sentences[0]),
                remark=_remark(claim),
            )
            for claim in claims
        )
        others = tuple(label for label in names if label != article.label)
        found.append(
            Only(side=side, label=article.label, name=name(article), others=listed(others), claims=rows)
        )
    return tuple(found)


def _remark(claim: Claim) -> str:
    """Return what kind of claim it is and whose voice speaks, where that is not the plain case."""
    spoken = "" if claim.voice is Voice.OUTLET else VOICES[claim.voice]
    # "attributed" and "put to a named source" would say one thing twice.
    plain = claim.type is ClaimType.STATEMENT or (claim.type is ClaimType.ATTRIBUTED and spoken)
    return ", ".join(filter(None, ("" if plain else CLAIM_TYPES[claim.type], spoken)))
