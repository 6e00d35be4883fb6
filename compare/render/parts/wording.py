"""The words that reports use for the model's kinds, and for dates, counts and outlets."""

from __future__ import annotations

from datetime import date

from compare.model import (
    Article,
    ClaimType,
    FurnitureKind,
    Note,
    Relation,
    SourceType,
    Voice,
    Zone,
)

RELATIONS = {
    Relation.NEAR_VERBATIM: "near-verbatim",
    Relation.REWORDED: "reworded",
    # "Partial match" beside a score of 100 read as a contradiction: the score is that of the shared part.
    Relation.PARTIAL: "shared in part",
}
CLAIM_TYPES = {
    ClaimType.STATEMENT: "statement",
    ClaimType.ATTRIBUTED: "attributed",
    ClaimType.JUDGEMENT: "judgement",
}
VOICES = {
    Voice.OUTLET: "in the outlet’s own voice",
    Voice.NAMED_SOURCE: "put to a named source",
    Voice.UNNAMED_SOURCE: "put to an unnamed source",
    Voice.QUOTATION: "a direct quotation",
    Voice.INTERVIEWER: "asked by the interviewer",
}
ZONES = {Zone.LEAD: "lead", Zone.MIDDLE: "middle", Zone.END: "end"}
FURNITURE = {
    FurnitureKind.FRONT_MATTER: "front matter",
    FurnitureKind.SECTION: "section label",
    FurnitureKind.HEADLINE: "headline",
    FurnitureKind.SUBHEAD: "subhead",
    FurnitureKind.BYLINE: "byline",
    FurnitureKind.DATE: "date line",
    FurnitureKind.DATELINE: "dateline",
    FurnitureKind.CROSSHEAD: "crosshead",
    FurnitureKind.SPEAKER: "speaker’s name",
    FurnitureKind.CAPTION: "caption",
    FurnitureKind.SUMMARY: "summary",
    FurnitureKind.CORRECTION: "correction",
    FurnitureKind.END_MATTER: "end matter",
    FurnitureKind.PROMOTION: "promotion",
    FurnitureKind.COMMENTS: "comments line",
    FurnitureKind.TAGS: "tags",
    FurnitureKind.MARKUP: "markup",
}
SOURCES = {
    SourceType.PERSON: "named person",
    SourceType.EXPERT: "named expert",
    SourceType.INSTITUTION: "institution",
    SourceType.UNNAMED: "unnamed",
    SourceType.NOBODY: "nobody named",
}
# Notes that say the letter themselves; others begin with a file's name, which a letter stands in front of.
LETTERED = frozenset({"cut-off", "correction"})
# Languages of which a word count would count whole clauses.
UNSPACED = frozenset(("zh", "ja", "th", "lo", "km", "my"))
MONTHS = ("January February March April May June July August September October November December").split()
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def date_words(iso: str) -> str:
    """Return an ISO date as a reader writes it; anything else as it stands.

    >>> date_words("2023-10-22"), date_words("2023-10"), date_words("last week")
    ('22 October 2023', '2023-10', 'last week')
    """
    try:
        day = date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        day = None
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else iso


def measured_in(article: Article) -> str:
    """Return what the length of an article is counted in: words, or characters where no spaces part words."""
    return "character" if (article.language or "").partition("-")[0] in UNSPACED else "word"


def in_words(number: int) -> str:
    """Return a count as running text writes it: a word under ten, digits from there.

    >>> in_words(2), in_words(12)
    ('two', '12')
    """
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def name(article: Article) -> str:
    """Return what a report calls an article: its outlet, or `Text A` where nobody named one."""
    return article.outlet or f"Text {article.label}"


def noted(note: Note) -> tuple[str, str]:
    """Return the letter of the text that a note is on, empty for none, and its words without that letter.

    >>> noted(Note(code="cut-off", text="A ends in an invitation to subscribe", article="A"))
    ('A', 'ends in an invitation to subscribe')
    """
    label = note.article or ""
    own = note.code in LETTERED and label and note.text.startswith(f"{label} ")
    return label, note.text[len(label) + 1 :] if own else note.text


def listed(items: tuple[str, ...]) -> str:
    """Return items as a sentence lists them.

    >>> listed(("A",)), listed(("A", "B")), listed(("A", "B", "C"))
    ('A', 'A and B', 'A, B and C')
    """
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
