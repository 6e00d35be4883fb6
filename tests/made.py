"""Comparisons for tests: a small invented one, the parts to make others, and any valid one by hypothesis."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from compare.model import (
    SCHEMA_VERSION,
    Article,
    Attribution,
    Claim,
    ClaimType,
    Comparison,
    Counterpart,
    CueClass,
    CueMark,
    Device,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Extent,
    Fact,
    Figure,
    Finding,
    FramingCue,
    FramingPair,
    Furniture,
    FurnitureKind,
    Link,
    Measures,
    Note,
    NotMeasured,
    Origin,
    Placement,
    Position,
    Readability,
    Relation,
    Sentence,
    Settings,
    SharedFact,
    SourceType,
    Span,
    SpeechMode,
    Tension,
    Tier,
    ToldNearby,
    ValueRow,
    Voice,
    WordingRow,
    Zone,
    fingerprint,
)


def article(
    label: str,
    paragraphs: Sequence[Sequence[str]],
    *,
    outlet: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    before: Iterable[tuple[FurnitureKind, str]] = (),
    after: Iterable[tuple[FurnitureKind, str]] = (),
) -> Article:
    """Return an article of these paragraphs of sentences, set-aside lines before and after them."""
    text = ""
    furniture: list[Furniture] = []
    sentences: list[Sentence] = []
    for kind, line in before:
        furniture.append(Furniture(kind=kind, start=len(text), end=len(text) + len(line)))
        text += line + "\n\n"
    for number, paragraph in enumerate(paragraphs, 1):
        for words in paragraph:
            start, end = len(text), len(text) + len(words)
            comma = words.find(", ")
            cuts = [(start, start + comma), (start + comma + 2, end)] if comma > 0 else [(start, end)]
            sentences.append(
                Sentence(
                    id=f"{label}{len(sentences) + 1}",
                    start=start,
                    end=end,
                    paragraph=number,
                    clauses=tuple(Extent(start=a, end=b) for a, b in cuts if a < b),
                )
            )
            text += words + " "
        text = text[:-1] + "\n\n"
    for kind, line in after:
        furniture.append(Furniture(kind=kind, start=len(text), end=len(text) + len(line)))
        text += line + "\n"
    return Article(
        label=label,
        outlet=outlet,
        title=title,
        byline=byline,
        published=published,
        language="en",
        origin=Origin(
            name=f"{label.lower()}.txt",
            sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
            encoding="utf-8",
            text_sha256=fingerprint(text),
        ),
        text=text,
        furniture=tuple(furniture),
        sentences=tuple(sentences),
    )


def span(where: Article, words: str) -> Span:
    """Return where these words stand in an article."""
    start = where.text.index(words)
    return Span(article=where.label, start=start, end=start + len(words))


def sentence_of(where: Article, piece: Span) -> str:
    """Return the id of the sentence in which a span begins."""
    return next(s.id for s in where.sentences if s.start <= piece.start < s.end)


def link(
    first: tuple[Article, str],
    second: tuple[Article, str],
    *,
    relation: Relation = Relation.REWORDED,
    tier: Tier = Tier.SURE,
    score: float = 60.0,
    differing: Iterable[tuple[Article, str]] = (),
    why: str = "",
) -> Link:
    """Return a link between words of two articles."""
    spans = span(*first), span(*second)
    return Link(
        id=hashlib.sha256(f"{spans}".encode()).hexdigest()[:12],
        spans=spans,
        sentences=(sentence_of(first[0], spans[0]), sentence_of(second[0], spans[1])),
        relation=relation,
        tier=tier,
        score=score,
        certainty=score,
        parts={"rare words": score + 2.0, "spelling": score - 3.0},
        shared=(),
        differing=tuple(span(*each) for each in differing),
        rule="made",
        why=why or "shared words: made for a test",
    )


def fact(joined: Link, number: str, *, close_wording: bool = False) -> SharedFact:
    """Return the shared fact of a link."""
    return SharedFact(
        id=f"fact-{number}",
        number=number,
        rule="made",
        spans=joined.spans,
        sentences=joined.sentences,
        why=joined.why,
        voice=Voice.OUTLET,
        link=joined.id,
        relation=joined.relation,
        direct_quotation=False,
        close_wording=close_wording,
    )


def placement(shared: SharedFact, articles: Iterable[Article]) -> Placement:
    """Return where both texts put a shared fact."""
    orders = {a.label: [s.id for s in a.sentences] for a in articles}
    positions = []
    for piece, sentence in zip(shared.spans, shared.sentences, strict=True):
        order = orders[piece.article]
        share = 100 * order.index(sentence) / max(len(order) - 1, 1)
        zone = Zone.LEAD if share < 20 else Zone.END if share > 80 else Zone.MIDDLE
        positions.append(Position(sentence=sentence, share=share, zone=zone))
    return Placement(
        id=f"placement-{shared.number}",
        number=f"P{shared.number[1:]}",
        rule="made",
        spans=shared.spans,
        sentences=shared.sentences,
        why="made",
        voice=Voice.OUTLET,
        fact=shared.id,
        positions=tuple(positions),
    )


def claim(
    where: Article,
    words: str,
    number: str,
    *,
    salience: float = 50.0,
    type: ClaimType = ClaimType.STATEMENT,
    voice: Voice = Voice.OUTLET,
) -> Claim:
    """Return a claim found only in one article."""
    piece = span(where, words)
    return Claim(
        id=f"claim-{number}",
        number=number,
        rule="made",
        spans=(piece,),
        sentences=(sentence_of(where, piece),),
        why="made",
        voice=voice,
        type=type,
        salience=salience,
    )


def told_nearby(where: Article, words: str, other: Article, headline: str, number: str) -> ToldNearby:
    """Return a statement that the other article's headline tells in part."""
    piece = span(where, words)
    return ToldNearby(
        id=f"nearby-{number}",
        number=number,
        rule="made",
        spans=(piece, span(other, headline)),
        sentences=(sentence_of(where, piece), f"{other.label}0"),
        why="made",
        voice=Voice.OUTLET,
    )


def figure(joined: Link, number: str, *stretches: tuple[Article, str]) -> Figure:
    """Return a figure that both of these words give alike."""
    return Figure(
        id=f"figure-{number}",
        number=number,
        rule="made",
        **_places(stretches),
        why="made",
        voice=Voice.OUTLET,
        counted="ribs",
        link=joined.id,
        passages=joined.spans,
        values=("14 ribs", "14 ribs"),
    )


def together(
    number: str,
    joined: Sequence[Link],
    *stretches: tuple[Article, str],
    attached: tuple[str, ...] = (),
    independent: int = 2,
) -> Fact:
    """Return what several texts tell."""
    return Fact(
        id=f"fact-{number}",
        number=number,
        rule="made",
        **_places(stretches),
        why="made",
        voice=Voice.OUTLET,
        links=tuple(each.id for each in joined),
        attached=attached,
        independent=independent,
    )


def _places(stretches: Sequence[tuple[Article, str]]) -> dict[str, tuple[Span | str, ...]]:
    """Return the spans of words and their sentences, as findings have them."""
    spans = [span(*each) for each in stretches]
    named = [sentence_of(where, piece) for (where, _), piece in zip(stretches, spans, strict=True)]
    return {"spans": tuple(spans), "sentences": tuple(named)}


def discrepancy(
    joined: Link,
    number: str,
    *stretches: tuple[Article, str],
    type: DiscrepancyType = DiscrepancyType.NUMBER,
    state: DiscrepancyState = DiscrepancyState.CONFLICT,
    why: str = "both count one thing",
) -> Discrepancy:
    """Return a difference between these words of a link's passages."""
    return Discrepancy(
        id=f"discrepancy-{number}",
        number=number,
        rule="made",
        why=why,
        voice=Voice.OUTLET,
        type=type,
        state=state,
        link=joined.id,
        passages=joined.spans,
        values=tuple(words for _, words in stretches),
        **_places(stretches),
    )


def framing_pair(
    first: tuple[Article, str],
    second: tuple[Article, str],
    number: str,
    *,
    target: str = "the bridge",
    opposite: bool = False,
    voices: tuple[Voice, Voice] = (Voice.OUTLET, Voice.OUTLET),
    alternatives: tuple[str, ...] = (),
    device: Device = Device.NAME,
    rank: float = 98.0,
    rule: str = "made",
) -> FramingPair:
    """Return a pair of wordings for one thing."""
    return FramingPair(
        id=f"framing-{number}",
        number=number,
        rule=rule,
        why="made for a test",
        voice=voices[0],
        device=device,
        rank=rank,
        evidence="made for a test",
        concept="closing",
        target=target,
        voices=voices,
        opposite=opposite,
        alternatives=alternatives,
        **_places([first, second]),
    )


def value_row(
    number: str,
    apart: Sequence[Discrepancy],
    *stretches: tuple[Article, str],
    state: DiscrepancyState | None = DiscrepancyState.CONFLICT,
    counted: str = "ribs",
) -> ValueRow:
    """Return what several texts give for one thing."""
    return ValueRow(
        id=f"values-{number}",
        number=number,
        rule="made",
        why="made",
        voice=Voice.OUTLET,
        type=DiscrepancyType.NUMBER,
        state=state,
        counted=counted,
        values=tuple(words for _, words in stretches),
        findings=tuple(each.id for each in apart),
        **_places(stretches),
    )


def wording_row(
    number: str, pairs: Sequence[FramingPair], *stretches: tuple[Article, str], rank: float = 90.0
) -> WordingRow:
    """Return how several texts word one thing."""
    return WordingRow(
        id=f"wordings-{number}",
        number=number,
        rule="made",
        why="made for a test",
        voice=Voice.OUTLET,
        device=Device.NAME,
        rank=rank,
        concept="two ways to name it",
        target="",
        voices=(Voice.OUTLET,) * len(stretches),
        findings=tuple(pair.id for pair in pairs),
        **_places(stretches),
    )


def cue(where: Article, words: str, number: str, *, mark: CueMark = CueMark.LOADED) -> FramingCue:
    """Return a single wording."""
    return FramingCue(
        id=f"cue-{number}",
        number=number,
        rule="made",
        why="made for a test",
        voice=Voice.OUTLET,
        mark=mark,
        alternatives=("plain",),
        **_places([(where, words)]),
    )


def attribution(
    where: Article,
    words: str,
    name: str,
    number: str,
    *,
    type: SourceType = SourceType.PERSON,
    mode: SpeechMode = SpeechMode.INDIRECT,
) -> Attribution:
    """Return a statement that a text puts to somebody."""
    return Attribution(
        id=f"attribution-{number}",
        number=number,
        rule="made",
        why="made for a test",
        voice=Voice.NAMED_SOURCE,
        source=None,
        cue=None,
        name=name,
        source_type=type,
        cue_class=CueClass.NEUTRAL,
        mode=mode,
        **_places([(where, words)]),
    )


def tension(where: Article, first: str, second: str, number: str) -> Tension:
    """Return two places of one text that sit uneasily together."""
    return Tension(
        id=f"tension-{number}",
        number=number,
        rule="made",
        why="Do both hold?",
        voice=Voice.OUTLET,
        **_places([(where, first), (where, second)]),
    )


def measures(where: Article, *, readable: bool = True) -> Measures:
    """Return plausible measures of an article."""
    words = sum(len(where.text[s.start : s.end].split()) for s in where.sentences)
    return Measures(
        article=where.label,
        words=words,
        sentences=len(where.sentences),
        paragraphs=len({s.paragraph for s in where.sentences}),
        readability=Readability(
            syllables=words * 2,
            difficult_words=words // 5,
            flesch_reading_ease=48.5,
            flesch_kincaid_grade=12.0 + len(where.sentences) / 10,
            words_per_sentence=words / max(len(where.sentences), 1),
            characters_per_word=5.1,
            hardest_sentence=where.sentences[0].id,
            hardest_grade=18.2,
        )
        if readable and where.sentences
        else NotMeasured(reason="fewer than 100 words"),
    )


def comparison(
    articles: Sequence[Article],
    *,
    links: Sequence[Link] = (),
    findings: Sequence[Finding] = (),
    notes: Sequence[Note] = (),
    settings: Settings | None = None,
    readable: bool = True,
) -> Comparison:
    """Return a comparison of these parts."""
    return Comparison(
        schema=SCHEMA_VERSION,
        articles=tuple(articles),
        links=tuple(links),
        findings=tuple(findings),
        measures=tuple(measures(each, readable=readable) for each in articles),
        notes=tuple(notes),
        settings=settings or Settings(),
        versions={"sidebyside": "0.0.0", "shared from": "40"},
    )


def bridge(*, settings: Settings | None = None) -> Comparison:
    """Return the small invented comparison that most tests use: a bridge is shut, two papers tell it."""
    a = article(
        "A",
        [
            [
                "The old harbour bridge was shut to lorries on Monday, the city council said.",
                "Engineers found cracks in 14 of its 60 steel ribs.",
            ],
            [
                "“We had no choice,” said Mara Lund, the council’s chief engineer since 2011.",
                "Repairs will cost about €3 million.",
            ],
        ],
        outlet="Harbour Post",
        title="Cracks shut the harbour bridge to lorries",
        byline="Ida Brandt",
        published="2024-03-05",
        before=[(FurnitureKind.HEADLINE, "Cracks shut the harbour bridge to lorries")],
        after=[(FurnitureKind.COMMENTS, "Leave a comment")],
    )
    b = article(
        "B",
        [
            ["Hauliers face long detours this spring.", "They blame the council for years of neglect."],
            [
                "On Monday the city council closed the harbour bridge to heavy lorries.",
                "Inspectors had found cracks in more than a dozen ribs.",
                "A detour through the tunnel takes 40 minutes, Olaf Berg of the hauliers’ union said.",
            ],
        ],
        outlet="The Ledger",
    )
    shut = link(
        (a, "The old harbour bridge was shut to lorries on Monday, the city council said."),
        (b, "On Monday the city council closed the harbour bridge to heavy lorries."),
        score=71.0,
        differing=[(a, "old"), (a, "shut"), (b, "closed"), (b, "heavy")],
        why="shared words: harbour bridge, lorries, Monday, city council",
    )
    cracks = link(
        (a, "Engineers found cracks in 14 of its 60 steel ribs."),
        (b, "Inspectors had found cracks in more than a dozen ribs."),
        relation=Relation.PARTIAL,
        score=48.0,
        differing=[(a, "Engineers"), (a, "14"), (a, "60 steel"), (b, "Inspectors"), (b, "more than a dozen")],
        why="shared words: cracks, ribs",
    )
    perhaps = link(
        (a, "said Mara Lund, the council’s chief engineer"),
        (b, "They blame the council for years of neglect."),
        relation=Relation.PARTIAL,
        tier=Tier.PERHAPS,
        score=42.0,
    )
    facts = fact(shut, "S1"), fact(cracks, "S2")
    precise = discrepancy(
        cracks,
        "D1",
        (a, "14"),
        (b, "more than a dozen"),
        state=DiscrepancyState.PRECISION,
        why="14 is more than 12",
    )
    named = framing_pair((a, "old harbour bridge"), (b, "harbour bridge"), "F2")
    return comparison(
        (a, b),
        links=(shut, cracks, perhaps),
        findings=(
            *facts,
            *(placement(each, (a, b)) for each in facts),
            claim(a, "Repairs will cost about €3 million.", "A1", salience=80.0),
            claim(a, "“We had no choice,” said Mara Lund", "A2", voice=Voice.QUOTATION, salience=60.0),
            claim(
                b,
                "A detour through the tunnel takes 40 minutes, Olaf Berg of the hauliers’ union said.",
                "B1",
                type=ClaimType.ATTRIBUTED,
                voice=Voice.NAMED_SOURCE,
                salience=75.0,
            ),
            claim(b, "They blame the council for years of neglect.", "B2", type=ClaimType.JUDGEMENT),
            claim(b, "Hauliers face long detours this spring.", "B3", salience=30.0),
            told_nearby(
                b, "Hauliers face long detours", a, "Cracks shut the harbour bridge to lorries", "N1"
            ),
            precise,
            discrepancy(
                shut,
                "D2",
                (a, "shut to lorries"),
                (b, "heavy lorries"),
                type=DiscrepancyType.DEGREE,
                why="all lorries in A, only heavy ones in B",
            ),
            discrepancy(
                shut,
                "D3",
                (a, "the city council said"),
                type=DiscrepancyType.SOURCE,
                state=DiscrepancyState.ONE_ONLY,
                why="B says it in its own voice",
            ),
            framing_pair(
                (a, "We had no choice"),
                (b, "years of neglect"),
                "F1",
                target="the council",
                opposite=True,
                voices=(Voice.QUOTATION, Voice.NAMED_SOURCE),
                alternatives=("closed", "did not repair"),
            ),
            named,
            cue(b, "neglect", "CB1"),
            attribution(
                a,
                "The old harbour bridge was shut to lorries",
                "the city council",
                "Q1",
                type=SourceType.INSTITUTION,
            ),
            attribution(
                a, "“We had no choice,”", "Mara Lund", "Q2", type=SourceType.EXPERT, mode=SpeechMode.DIRECT
            ),
            attribution(b, "They blame the council", "hauliers", "Q3", type=SourceType.UNNAMED),
            attribution(b, "A detour through the tunnel takes 40 minutes", "Olaf Berg", "Q4"),
            tension(a, "shut to lorries on Monday", "We had no choice", "T1"),
            figure(cracks, "G1", (a, "cracks in 14"), (b, "more than a dozen")),
            together("E1", (cracks,), (a, "found cracks in 14"), (b, "had found cracks")),
            value_row(
                "V1", (precise,), (a, "14"), (b, "more than a dozen"), state=DiscrepancyState.PRECISION
            ),
            wording_row("W1", (named,), (a, "old harbour bridge"), (b, "harbour bridge")),
        ),
        notes=(Note(code="undated", text="no date in the file", article="B"),),
        settings=settings,
    )


# ------------------------------------------------------------------------------------- any valid one

# Letters of several scripts, what HTML and terminals treat specially, and what breaks typesetters.
_ALPHABET = (
    "abcdefghij ABC éßñ жя λ 0123456789 .,;:!?<>&\"'`{}%#“”‘’–—…\t\n"
    "\x00\x1b\x0b\u200b\u202e\u0301\u00ad漢字 عر 🙂"
)
_words = st.text(alphabet=_ALPHABET, min_size=1, max_size=60).filter(lambda words: words.strip())
_lines = st.one_of(_words, st.just("x" * 400), st.just("</style><script>&amp;"))
_percent = st.floats(min_value=0, max_value=100, allow_nan=False)


@st.composite
def comparisons(draw: st.DrawFn, *, fewest: int = 1, most: int = 3) -> Comparison:
    """Draw any comparison that agrees with itself, however odd its words."""
    labels = "ABC"[: draw(st.integers(fewest, most))]
    articles = [
        article(
            label,
            draw(st.lists(st.lists(_lines, min_size=1, max_size=3), max_size=4)),
            outlet=draw(st.none() | _lines),
            title=draw(st.none() | _lines),
            byline=draw(st.none() | _lines),
            published=draw(st.none() | st.just("2024-02-30") | st.dates().map(str)),
            before=draw(st.lists(st.tuples(st.sampled_from(FurnitureKind), _lines), max_size=2)),
            after=draw(st.lists(st.tuples(st.sampled_from(FurnitureKind), _lines), max_size=2)),
        )
        for label in labels
    ]
    links: list[Link] = []
    findings: list[Finding] = []
    full = [each for each in articles if each.sentences]
    for number in range(draw(st.integers(0, 4)) if len(full) > 1 else 0):
        two = draw(st.permutations(full))[:2]
        sides = [_part(draw, each) for each in two]
        links.append(
            Link(
                id=f"link-{number}",
                spans=(sides[0][0], sides[1][0]),
                sentences=(sides[0][1], sides[1][1]),
                relation=draw(st.sampled_from(Relation)),
                tier=draw(st.sampled_from(Tier)),
                score=draw(_percent),
                certainty=draw(_percent),
                parts=draw(st.dictionaries(_words, _percent, max_size=3)),
                shared=tuple(
                    Counterpart(words=(w, w), nearness=100.0) for w in draw(st.lists(_words, max_size=2))
                ),
                differing=tuple(_part(draw, two[0])[0] for _ in range(draw(st.integers(0, 3)))),
                rule="made",
                why=draw(_lines),
            )
        )
        if links[-1].tier is Tier.SURE and draw(st.booleans()):
            findings.append(fact(links[-1], f"S{number}", close_wording=draw(st.booleans())))
            if draw(st.booleans()):
                findings.append(placement(findings[-1], two))
    for number in range(draw(st.integers(0, 5)) if full else 0):
        piece, sentence = _part(draw, draw(st.sampled_from(full)))
        findings.append(
            Claim(
                id=f"claim-{number}",
                number=f"U{number}",
                rule="made",
                spans=(piece,),
                sentences=(sentence,),
                why=draw(_words),
                voice=draw(st.sampled_from(Voice)),
                type=draw(st.sampled_from(ClaimType)),
                salience=draw(_percent),
            )
        )
    for number in range(draw(st.integers(0, 2)) if len(full) > 1 else 0):
        two = [_part(draw, each) for each in draw(st.permutations(full))[:2]]
        findings.append(
            ToldNearby(
                id=f"nearby-{number}",
                number=f"N{number}",
                rule="made",
                spans=tuple(piece for piece, _ in two),
                sentences=(two[0][1], draw(st.sampled_from([two[1][1], f"{two[1][0].article}0"]))),
                why=draw(_words),
                voice=draw(st.sampled_from(Voice)),
            )
        )
    findings += _differing(draw, links, articles)
    findings += _spoken(draw, full)
    return comparison(
        articles,
        links=links,
        findings=findings,
        notes=[Note(code="made", text=words) for words in draw(st.lists(_lines, max_size=2))],
        settings=Settings(title=draw(st.none() | _lines), date=draw(st.none() | st.dates().map(str))),
        readable=draw(st.booleans()),
    )


def _differing(draw: st.DrawFn, links: Sequence[Link], articles: Sequence[Article]) -> Iterable[Finding]:
    """Draw what differs between linked articles."""
    by_label = {each.label: each for each in articles}
    for number in range(draw(st.integers(0, 3)) if links else 0):
        joined = draw(st.sampled_from(links))
        two = [_part(draw, by_label[each.article]) for each in joined.spans]
        headed = [(piece, f"{piece.article}0") if draw(st.booleans()) else (piece, s) for piece, s in two]
        common = {"rule": "made", "why": draw(_lines), "voice": draw(st.sampled_from(Voice))}
        kept = two[: draw(st.integers(1, 2))]
        yield Discrepancy(
            id=f"discrepancy-{number}",
            number=f"D{number}",
            spans=tuple(piece for piece, _ in kept),
            sentences=tuple(sentence for _, sentence in kept),
            type=draw(st.sampled_from(DiscrepancyType)),
            state=draw(st.sampled_from(DiscrepancyState)),
            link=joined.id,
            passages=joined.spans,
            values=tuple(draw(_words) for _ in kept),
            **common,
        )
        yield FramingPair(
            id=f"framing-{number}",
            number=f"F{number}",
            spans=tuple(piece for piece, _ in headed),
            sentences=tuple(sentence for _, sentence in headed),
            device=draw(st.sampled_from(Device)),
            rank=draw(_percent),
            evidence=draw(_words),
            concept=draw(_words),
            target=draw(_lines),
            voices=(draw(st.sampled_from(Voice)), draw(st.sampled_from(Voice))),
            opposite=draw(st.booleans()),
            alternatives=tuple(draw(st.lists(_words, max_size=2))),
            **common,
        )


def _spoken(draw: st.DrawFn, full: Sequence[Article]) -> Iterable[Finding]:
    """Draw what stands in one article: wordings, statements put to somebody, tensions."""
    for number in range(draw(st.integers(0, 3)) if full else 0):
        where = draw(st.sampled_from(full))
        (piece, sentence), (other, second) = _part(draw, where), _part(draw, where)
        common = {"rule": "made", "why": draw(_lines), "voice": draw(st.sampled_from(Voice))}
        one = {"spans": (piece,), "sentences": (sentence,), **common}
        yield FramingCue(
            id=f"cue-{number}",
            number=f"C{number}",
            mark=draw(st.sampled_from(CueMark)),
            alternatives=tuple(draw(st.lists(_words, max_size=2))),
            **one,
        )
        yield Attribution(
            id=f"attribution-{number}",
            number=f"Q{number}",
            source=draw(st.none() | st.just(other)),
            cue=None,
            name=draw(_lines),
            source_type=draw(st.sampled_from(SourceType)),
            cue_class=draw(st.sampled_from(CueClass)),
            mode=draw(st.sampled_from(SpeechMode)),
            **one,
        )
        yield Tension(
            id=f"tension-{number}",
            number=f"T{number}",
            **{**common, "spans": (piece, other), "sentences": (sentence, second)},
        )


def _part(draw: st.DrawFn, where: Article) -> tuple[Span, str]:
    """Draw a stretch of a sentence that is not only white space, with the sentence's id."""
    sentence = draw(st.sampled_from(where.sentences))
    start = draw(st.integers(sentence.start, sentence.end - 1))
    end = draw(st.integers(start + 1, sentence.end))
    return Span(article=where.label, start=start, end=end), sentence.id
