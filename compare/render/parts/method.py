"""The last part of a report: readability, and how the comparison was made and what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Comparison, Extent, Measures, NotMeasured, OtherReadability, Readability
from compare.quote import Quotation, shortened
from compare.render.parts.figures import Dots
from compare.render.parts.wording import FURNITURE

SET_ASIDE_QUOTATION = 150

# Scales that hold nearly every news text, so that reports can be laid beside each other.
SCALES = (
    ("Flesch–Kincaid grade", "flesch_kincaid_grade", 0.0, 24.0, "{:.1f}"),
    ("Flesch reading ease", "flesch_reading_ease", 0.0, 100.0, "{:.0f}"),
    ("words a sentence", "words_per_sentence", 0.0, 40.0, "{:.1f}"),
    ("characters a word", "characters_per_word", 3.0, 8.0, "{:.1f}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A stretch of a file that was recognised as no sentence."""

    label: str
    side: int
    kind: str
    quotation: Quotation
    times: int


def measured(comparison: Comparison) -> tuple[tuple[int, Measures, Readability], ...]:
    """Return the texts whose readability was measured, with their places."""
    places = {article.label: i for i, article in enumerate(comparison.articles)}
    return tuple(
        (places[m.article], m, m.readability)
        for m in comparison.measures
        if isinstance(m.readability, Readability)
    )


def unmeasured(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the texts whose readability was not measured, each with the reason."""
    return tuple(
        (m.article, m.readability.reason)
        for m in comparison.measures
        if isinstance(m.readability, NotMeasured)
    )


def otherwise(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the texts in other languages whose readability was measured, each with its figures in words."""
    return tuple(
        (
            m.article,
            "; ".join(
                (
                    *(f"{each.name} {each.value:.1f} ({each.scale})" for each in m.readability.formulas),
                    f"{m.readability.words_per_sentence:.1f} words a sentence",
                    f"{m.readability.characters_per_word:.1f} letters a word",
                )
            ),
        )
        for m in comparison.measures
        if isinstance(m.readability, OtherReadability)
    )


def scales(comparison: Comparison) -> tuple[Dots, ...]:
    """Return the readability figure's rows; a scale grows where a value lies beyond it."""
    texts = measured(comparison)
    labels = [article.label for article in comparison.articles]
    rows = []
    for title, field, low, high, form in SCALES if texts else ():
        values = tuple((side, float(getattr(figures, field))) for side, _, figures in texts)
        rows.append(
            Dots(
                title=title,
                low=min(low, *(float(round(value - 0.5)) for _, value in values)),
                high=max(high, *(float(round(value + 0.5)) for _, value in values)),
                values=values,
                shown=tuple(f"{labels[side]} {form.format(value)}" for side, value in values),
            )
        )
    return tuple(rows)


def raw_counts(comparison: Comparison) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the counts that the readability figures rest on, a row a count, a column a measured text."""
    texts = measured(comparison)
    if not texts:
        return ()
    return (
        ("words", tuple(f"{m.words:,}" for _, m, _ in texts)),
        ("sentences", tuple(f"{m.sentences:,}" for _, m, _ in texts)),
        ("syllables", tuple(f"{r.syllables:,}" for _, _, r in texts)),
        ("difficult words", tuple(f"{r.difficult_words:,}" for _, _, r in texts)),
    )


def hardest(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return the grade and the id of the hardest sentence, one a measured text."""
    return tuple((f"grade {r.hardest_grade:.1f}", r.hardest_sentence) for _, _, r in measured(comparison))


def set_aside(comparison: Comparison) -> tuple[SetAside, ...]:
    """Return what was set aside in each text, in its order and its exact words; equal pieces as one."""
    found: dict[tuple[int, str, str], SetAside] = {}
    for side, article in enumerate(comparison.articles):
        for piece in article.furniture:
            key = side, piece.kind, article.text[piece.start : piece.end]
            extent = Extent(start=piece.start, end=piece.end)
            found[key] = SetAside(
                label=article.label,
                side=side,
                kind=FURNITURE[piece.kind],
                quotation=found[key].quotation
                if key in found
                else shortened(article, extent, limit=SET_ASIDE_QUOTATION),
                times=found[key].times + 1 if key in found else 1,
            )
    return tuple(found.values())
