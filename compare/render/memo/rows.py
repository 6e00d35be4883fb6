"""The rows of an editor's memo: remarks in sections, with quotations, advice and the room they take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from compare.check.remark import Quoted, Remark
from compare.check.remarks import remarks
from compare.kinds import (
    ASK_OF_A_CUE,
    ASKED,
    CONCERNS,
    CUES,
    DIFFERENCES,
    GIVE_THE_DATE,
    QUESTIONS,
    SEVERITIES,
    STATES,
    Concern,
    Severity,
)
from compare.model import Article, Claim, Comparison, Decision, DiscrepancyType, Extent
from compare.quote import Excerpt, bare, excerpt, joined, with_noun
from compare.render.parts.alone import stands_alone
from compare.render.parts.differences import LISTED
from compare.render.parts.references import spelled
from compare.render.parts.room import lines

CLOSE = "Close wording"
SIGNS, ASKED_SIGNS = ("accept", "change", "verify"), ("add", "leave out", "check")
"""What an editor ticks: of a remark on the draft, and of what only one of the texts has."""
_UNSETTLED = (DiscrepancyType.LEGAL_STATUS, DiscrepancyType.QUOTATION)
_SOURCING = (DiscrepancyType.SOURCE, Concern.SUPERLATIVE, Concern.UNNAMED_SOURCE, Concern.NO_SOURCE)
_CLOSE = (Concern.CLOSE_WORDING, Concern.SHARED_RUN)
# Shorter words join the parts of a name: "of the Commonwealth of Independent States".
_TELLING = 4
# Advice that says no more than the row's own reason, or than the heading of the section.
_STAMPS = (Concern.MISSING, Concern.ONLY, Concern.FRAMING, *_CLOSE, *CUES)
# What the heading of the section says of each of its rows.
_SAID_ABOVE = re.compile(
    r"Not found in (?:the draft|another text)\. (?:[^.]{1,80} says it in its own voice\.)?"
)
_CAREFUL = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|accused|reported(?:ly)?|charged|claims?|claimed|apparent(?:ly)?)\b", re.I
)
_YOURS = "Yours is the more careful: keep it, unless the status has changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The remarks of one sort, the heaviest first; `more` are left out for their number."""

    title: str
    lead: str
    rows: tuple[MemoRow, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sort:
    title: str
    lead: str
    most: int
    takes: Callable[[Remark], bool]


def _of(*kinds: str) -> Callable[[Remark], bool]:
    return lambda remark: remark.kind in kinds


# The numbers make three pages at the most; what is looked for but rarely acted on has the fewest rows.
_SORTS = (
    _Sort(
        title="Check first",
        lead="conflicts with another text, legal status, altered quotations, figures at odds in the draft",
        most=10,
        takes=lambda r: r.severity is Severity.ERROR or r.kind in (*_UNSETTLED, Concern.TENSION),
    ),
    _Sort(
        title="Missing in your draft",
        lead="not found in it, the most salient first; in the other text’s own voice if nothing else is said",
        most=5,
        takes=_of(Concern.MISSING),
    ),
    _Sort(
        title="Unattributed or vague",
        lead="in the draft’s own voice, or put to nobody that a reader could ask",
        most=6,
        takes=_of(*_SOURCING),
    ),
    _Sort(
        title="Wording",
        lead="of the draft’s own, with wordings to consider",
        most=5,
        takes=_of(Concern.FRAMING, *CUES),
    ),
    _Sort(
        title="More or less precise, or told elsewhere",
        lead="no conflict",
        most=3,
        takes=_of(*DIFFERENCES, Concern.PLACEMENT),
    ),
    _Sort(
        title="Only in yours",
        lead="not found in another text; in the draft’s own voice if nothing else is said",
        most=3,
        takes=_of(Concern.ONLY),
    ),
    _Sort(
        title=CLOSE,
        lead="runs of words that another text has too, outside of quotation marks",
        most=3,
        takes=_of(*_CLOSE),
    ),
    _Sort(
        title="Time words and tense",
        lead="against the draft’s date",
        most=4,
        takes=_of(Concern.UNDATED_TIME, Concern.TENSE),
    ),
    _Sort(title="Long sentences", lead="the longest", most=3, takes=_of(Concern.LONG_SENTENCE)),
)


def found(comparison: Comparison) -> tuple[Remark, ...]:
    """Return all remarks that a memo is made of."""
    return remarks(comparison, asked=ASKED)


def sections(comparison: Comparison, every: Sequence[Remark]) -> tuple[Section, ...]:
    """Return the memo's sections in their order, empty ones too; each remark is in one of them."""
    reviews = {finding.id: finding.review for finding in comparison.findings if finding.review}
    left, made = _by_salience(_merged(every), comparison), []
    for sort in _SORTS:
        taken = [remark for remark in left if sort.takes(remark)]
        left = [remark for remark in left if not sort.takes(remark)]
        rows = []
        # A row that tells nothing is left to the report: it is counted, and fills no page.
        telling = [remark for remark in taken if not _weak(remark, comparison.articles)]
        for remark in telling[: sort.most]:
            review = reviews.get(remark.id)
            rows.append(
                MemoRow(
                    id=remark.id,
                    number=remark.number,
                    severity=remark.severity,
                    place=_place(remark, comparison.articles[0]),
                    paragraph=_paragraph(remark, comparison.articles[0]),
                    quoted=sayings(remark, comparison.articles),
                    kind="" if remark.kind in ASKED else kind(remark),
                    why=reason(remark),
                    action=action(remark),
                    comment=(review.comment or "") if review else "",
                    accepted=review is not None and review.decision is Decision.ACCEPTED,
                    signs=ASKED_SIGNS if remark.kind in (Concern.MISSING, Concern.ONLY) else SIGNS,
                )
            )
        made.append(Section(title=sort.title, lead=sort.lead, rows=tuple(rows), more=len(taken) - len(rows)))
    return _fitted(made)


def _fitted(made: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections with as many rows as three pages hold, the last of the longest ones left out.

    Notes go first; a section keeps a row as long as another has one more.
    """
    kept = {place: list(section.rows) for place, section in enumerate(made)}
    while sum(height(rows) for rows in kept.values()) > ROOM and any(len(rows) > 1 for rows in kept.values()):
        longest = max(
            (place for place in kept if len(kept[place]) > 1),
            key=lambda place: (kept[place][-1].severity is Severity.NOTE, len(kept[place]), place),
        )
        kept[longest].pop()
    return tuple(
        replace(section, rows=tuple(kept[place]), more=section.more + len(section.rows) - len(kept[place]))
        for place, section in enumerate(made)
    )


def _merged(every: Iterable[Remark]) -> list[Remark]:
    """Return the remarks without runs that a heavier remark on close wording names already.

    That remark then quotes the run instead of the two passages around it.
    """
    remarks_ = list(every)
    runs = [remark for remark in remarks_ if remark.kind == Concern.SHARED_RUN]
    kept = []
    for remark in remarks_:
        inside = [run for run in runs if remark.kind == Concern.CLOSE_WORDING and _meet(run, remark)]
        if inside:
            longest = max(inside, key=lambda run: (run.quoted[0].end - run.quoted[0].start, -run.line))
            runs = [run for run in runs if run not in inside]
            remark = replace(remark, quoted=longest.quoted, why=longest.why)
        if remark.kind != Concern.SHARED_RUN:
            kept.append(remark)
    return sorted([*kept, *runs], key=lambda remark: SEVERITIES.index(remark.severity))


def _meet(run: Remark, remark: Remark) -> bool:
    return len(run.quoted) == len(remark.quoted) and all(
        one.article == other.article and max(one.start, other.start) < min(one.end, other.end)
        for one, other in zip(run.quoted, remark.quoted, strict=True)
    )


def _by_salience(found: list[Remark], comparison: Comparison) -> list[Remark]:
    """Return the remarks with claims ordered by salience, what leans on the sentence before it last."""
    claims = {finding.id: finding for finding in comparison.findings if isinstance(finding, Claim)}

    def rank(remark: Remark) -> tuple[bool, float]:
        claim = claims[remark.id]
        words = (remark.quoted[-1].words or "").strip()
        # What somebody says stands by itself, however it begins: "This is absurd," he said.
        said = words[:1] in ("“", '"')
        return words.endswith(":") or not (said or stands_alone(words)), -claim.salience

    others = [remark for remark in found if remark.id not in claims]
    return [*others, *sorted((remark for remark in found if remark.id in claims), key=rank)]


def _weak(remark: Remark, articles: Sequence[Article]) -> bool:
    """Tell whether nobody would act on a remark: a name in both texts, wordings without a reason."""
    if remark.kind == Concern.FRAMING:
        return bool(LISTED.match(remark.why)) and not remark.alternatives
    if remark.kind != Concern.SHARED_RUN:
        return False
    quoted = remark.quoted[0]
    text = next(article.text for article in articles if article.label == quoted.article)
    telling = [word for word in text[quoted.start : quoted.end].split() if len(word) >= _TELLING]
    return all(word[:1].isupper() for word in telling)


def _place(remark: Remark, draft: Article) -> str:
    return "" if remark.quoted[0].place == draft.label else remark.quoted[0].place


def _paragraph(remark: Remark, draft: Article) -> int | None:
    return next((s.paragraph for s in draft.sentences if s.id == remark.quoted[0].place), None)


# ------------------------------------------------------------------------------------------------------ room
# How full the first page is: an estimate from the lengths of what stands on it.

# Millimetres of three Letter pages between their margins, less what the head and the sign-off take and what
# stays empty above two page breaks, where a row did not fit.
ROOM = 660.0
_HEAD, _PADDING, _TICKS = 9.0, 4.6, 12.5
_QUOTED, _SMALL, _ACTION = (76.0, 4.4), (82.0, 4.3), (90.0, 4.2)
"""Characters of a line and its height, of quotations, of what was found, and of what is suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoRow:
    """One remark, as an editor signs it off."""

    id: str
    number: str
    severity: Severity
    place: str
    paragraph: int | None
    quoted: tuple[Saying, ...]
    kind: str
    """Empty where the section's title says it."""
    why: str
    action: str
    comment: str
    """A reviewer's, in the comparison's JSON."""
    accepted: bool
    """A reviewer has accepted the finding."""
    signs: tuple[str, str, str] = SIGNS
    """What may be ticked."""

    @property
    def named(self) -> str:
        """Return the number as the comparison report prints it: "Differ 1" for D1."""
        return spelled(self.number).replace(" ", "\u00a0")

    @property
    def placed(self) -> bool:
        """Return whether quotations must say where they stand: the draft's one place has a column."""
        return len(self.quoted) > 1 or any(
            len(said.places) > 1 or said.places[0][2] != self.place for said in self.quoted
        )


def height(rows: Sequence[MemoRow]) -> float:
    """Return the millimetres that a section with these rows takes, its heading included."""
    return _HEAD + sum(_PADDING + max(_TICKS, _text(row) + _advice(row)) for row in rows) if rows else 0


def _text(row: MemoRow) -> float:
    quoted = sum(_column(each.excerpt.text + 8 * "x", _QUOTED) for each in row.quoted if not each.beside)
    return (
        quoted
        + (_column(f"{row.kind} {row.why}", _SMALL) if row.kind or row.why else 0)
        + (_column(row.comment, _SMALL) if row.comment else 0)
    )


def _advice(row: MemoRow) -> float:
    return _column(row.action, _ACTION) if row.action else 0.0


def _column(words: str, line: tuple[float, float]) -> float:
    letters, high = line
    return high * lines(len(words), letters)


# --------------------------------------------------------------------------------------------------- sayings
# What the texts say where a remark is, as an editor's memo quotes it.

# Characters of a quotation: three lines of its column.
LIMIT = 150
# Whole passages say where they stand, and no more.
_PASSAGE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a text says; where it has no such words, the passage that lacks them."""

    side: int
    label: str
    excerpt: Excerpt
    places: tuple[tuple[int, str, str], ...]
    """The side, label and place of each text that has the words: a sentence, or what else they stand in."""
    said: bool = True
    beside: bool = False
    """It is so short that it goes into the line of the one before."""

    @property
    def marks(self) -> tuple[tuple[int, str, str], ...]:
        """Return for each place the side, what its sign says, and what stands behind the sign."""
        return tuple(
            (side, place, "") if place.startswith(label) else (side, label, place)
            for side, label, place in self.places
        )


def sayings(remark: Remark, articles: Sequence[Article]) -> tuple[Saying, ...]:
    """Return what a remark quotes, in the clauses around it; of what the draft lacks it has nothing."""
    sides = {article.label: (side, article) for side, article in enumerate(articles)}
    quoted = remark.quoted[1:] if remark.kind == Concern.MISSING else remark.quoted
    side, article = sides[quoted[0].article]
    first = quoted[0]
    if remark.kind in _CLOSE:
        # One run of words, in the draft's letters, and where all texts have it.
        words = bare(article, _extent(first), limit=2 * LIMIT)
        places = tuple((sides[each.article][0], each.article, each.place) for each in quoted)
        return (Saying(side=side, label=article.label, excerpt=words, places=places),)
    if remark.kind == Concern.UNNAMED_SOURCE and len({each.article for each in quoted}) == 1:
        whole = joined(article, [_extent(each) for each in quoted], limit=LIMIT)
        return (
            Saying(
                side=side, label=article.label, excerpt=whole, places=((side, article.label, first.place),)
            ),
        )
    if remark.kind == Concern.UNDATED_TIME and len(quoted) > 1:
        return tuple(
            Saying(
                side=side,
                label=article.label,
                excerpt=bare(article, _extent(each), limit=LIMIT),
                places=((side, article.label, each.place),),
                beside=each is not first,
            )
            for each in quoted
        )
    return tuple(_saying(each, remark, *sides[each.article]) for each in quoted)


def _saying(quoted: Quoted, remark: Remark, side: int, article: Article) -> Saying:
    extent = _extent(quoted)
    if remark.kind == DiscrepancyType.NUMBER and quoted.words is not None:
        noun = with_noun(article, extent)
        extent = Extent(start=noun.start, end=noun.end)
    return Saying(
        side=side,
        label=article.label,
        excerpt=bare(article, extent, limit=_PASSAGE)
        if remark.kind == Concern.PLACEMENT
        else excerpt(article, extent, limit=LIMIT),
        places=((side, article.label, quoted.place),),
        said=quoted.words is not None,
    )


def _extent(quoted: Quoted) -> Extent:
    return Extent(start=quoted.start, end=quoted.end)


# ---------------------------------------------------------------------------------------------------- advice
# What an editor may do about a remark: a question or a plain instruction, never which text is right.


def kind(remark: Remark) -> str:
    """Return what a remark is about in the words of the reports."""
    if remark.kind in DIFFERENCES and remark.state:
        return f"{DIFFERENCES[remark.kind].words}, {STATES[remark.state]}"
    return CUES[remark.kind] if remark.kind in CUES else CONCERNS[remark.kind].words


def reason(remark: Remark) -> str:
    """Return why an editor should look, without what the heading of the section says of all its rows."""
    if remark.kind in ASKED:
        return _SAID_ABOVE.sub("", remark.why)
    first, *others = remark.why.split(" ")
    return " ".join((spelled(first), *others)) if remark.kind == Concern.PLACEMENT else remark.why


def action(remark: Remark) -> str:
    """Return what the memo suggests, where that is more than its reason says."""
    if remark.kind == DiscrepancyType.LEGAL_STATUS and _CAREFUL.search(remark.quoted[0].words or ""):
        return _YOURS
    # Two wordings stand above each other, and each is what the other could be: a list's words for one of
    # them are of a sense that nothing secures ("region, neighbour" for an influence in the region).
    if remark.alternatives and remark.kind != Concern.FRAMING:
        return f"Consider: {', '.join(remark.alternatives)}."
    return "" if remark.kind in _STAMPS else _plain(remark)


def _plain(remark: Remark) -> str:
    if remark.kind in DIFFERENCES and remark.state:
        found = DIFFERENCES[remark.kind]
        if remark.severity is Severity.ERROR:
            return found.conflict
        if found.otherwise or remark.severity is Severity.NOTE:
            return found.otherwise or QUESTIONS.get(remark.state, "")
        return found.conflict
    if remark.kind in CUES:
        return ASK_OF_A_CUE
    if remark.kind == Concern.UNDATED_TIME and "date" in remark.why:
        return GIVE_THE_DATE
    return CONCERNS[remark.kind].advice
