"""The rows of an editor's memo: remarks on the draft in sections, each with its quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from compare.check.remark import Remark
from compare.check.remarks import remarks
from compare.kinds import ASKED, CUES, DIFFERENCES, SEVERITIES, Concern, Severity
from compare.model import Article, Claim, ClaimType, Comparison, Decision, DiscrepancyType
from compare.render.memo.advice import action, kind
from compare.render.memo.room import ROOM, Row, height
from compare.render.memo.sayings import sayings

CLOSE = "Close wording"
_UNSETTLED = (DiscrepancyType.LEGAL_STATUS, DiscrepancyType.QUOTATION)
_SOURCING = (DiscrepancyType.SOURCE, Concern.SUPERLATIVE, Concern.UNNAMED_SOURCE, Concern.NO_SOURCE)
_CLOSE = (Concern.CLOSE_WORDING, Concern.SHARED_RUN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The remarks of one sort, the heaviest first; `more` are left out for their number."""

    title: str
    lead: str
    rows: tuple[Row, ...]
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
        lead="not found in it; the most salient first",
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
    _Sort(title="Only in yours", lead="not found in another text", most=3, takes=_of(Concern.ONLY)),
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
        for remark in taken[: sort.most]:
            review = reviews.get(remark.id)
            rows.append(
                Row(
                    id=remark.id,
                    number=remark.number,
                    severity=remark.severity,
                    place=_place(remark, comparison.articles[0]),
                    paragraph=_paragraph(remark, comparison.articles[0]),
                    quoted=sayings(remark, comparison.articles),
                    kind="" if remark.kind in ASKED else kind(remark),
                    why=remark.why,
                    action=action(remark),
                    comment=(review.comment or "") if review else "",
                    accepted=review is not None and review.decision is Decision.ACCEPTED,
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
    """Return the remarks with claims ordered by salience, parts of sentences and heads of lists last."""
    claims = {finding.id: finding for finding in comparison.findings if isinstance(finding, Claim)}

    def rank(remark: Remark) -> tuple[bool, float]:
        claim = claims[remark.id]
        head = (remark.quoted[-1].words or "").rstrip().endswith(":")
        return claim.type is ClaimType.DETAIL or head, -claim.salience

    others = [remark for remark in found if remark.id not in claims]
    return [*others, *sorted((remark for remark in found if remark.id in claims), key=rank)]


def _place(remark: Remark, draft: Article) -> str:
    return "" if remark.quoted[0].place == draft.label else remark.quoted[0].place


def _paragraph(remark: Remark, draft: Article) -> int | None:
    return next((s.paragraph for s in draft.sentences if s.id == remark.quoted[0].place), None)
