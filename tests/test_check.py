"""Checking a draft: which findings become remarks, how heavy, in which words; baselines; exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from made import article, claim, comparison, comparisons, fact, link, placement, span

from compare.check.contents import overlap
from compare.check.fail_on import threshold
from compare.check.lines import baseline, ids, line, summary, text
from compare.check.remarks import Remark, remarks
from compare.check.superlatives import superlatives
from compare.cli import main
from compare.errors import UsageError
from compare.kinds import ASKED, NAMES, STATES, Severity
from compare.model import (
    Article,
    Attribution,
    Comparison,
    CueClass,
    CueMark,
    Device,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Extent,
    Finding,
    FramingCue,
    FramingPair,
    FurnitureKind,
    Sentence,
    SourceType,
    SpeechMode,
    Tension,
    Voice,
)
from compare.text.document import Document

DRAFT = article(
    "A",
    [
        ["The ferry sank off Marle with 61 people on board.", "Officials said the hull was old."],
        ["A long time passed before the “floating coffin” was raised.", "It was hauled up by night."],
        ["The captain’s crimes are known.", "Some 70 people were on board."],
    ],
    title="Regime buries its ferry",
    before=[(FurnitureKind.HEADLINE, "Regime buries its ferry")],
)
OTHER = article(
    "B",
    [
        ["The harbour is shut.", "The ferry had 58 people on board when it sank off Marle."],
        ["The captain’s alleged crimes are known.", "A long time passed before the ferry was raised."],
    ],
    before=[(FurnitureKind.HEADLINE, "Government salvages its ferry")],
)
THIRD = article("C", [["The ferry carried 40 people.", "It sank."]])
SUNK = link(
    (DRAFT, "The ferry sank off Marle with 61 people on board."),
    (OTHER, "The ferry had 58 people on board when it sank off Marle."),
)
CRIMES = link((DRAFT, "The captain’s crimes are known."), (OTHER, "The captain’s alleged crimes are known."))
RAISED = link(
    (DRAFT, "A long time passed before the “floating coffin” was raised."),
    (OTHER, "A long time passed before the ferry was raised."),
)
ALL = (DRAFT, OTHER, THIRD)


def parts(id_: str, number: str, *places: tuple[Article, str], why: str = "Why.") -> dict[str, Any]:
    """Return what every finding has, for words of articles."""
    spans = tuple(span(*place) for place in places)
    homes = {each.label: each for each in ALL}
    sentences = [
        next((s.id for s in homes[each.article].sentences if s.start <= each.start < s.end), "")
        for each in spans
    ]
    return {
        "id": id_,
        "number": number,
        "rule": "made",
        "spans": spans,
        "sentences": tuple(sentences),
        "why": why,
        "voice": Voice.OUTLET,
    }


def discrepancy(
    type_: DiscrepancyType,
    state: DiscrepancyState,
    *places: tuple[Article, str],
    joined: Any = SUNK,
    id_: str = "aaaa000001",
) -> Discrepancy:
    return Discrepancy(
        **parts(id_, "D1", *places, why="A gives one, B another."),
        type=type_,
        state=state,
        link=joined.id,
        passages=joined.spans,
        values=tuple(words for _, words in places),
    )


def attribution(
    source: str | None, content: str, *, type_: SourceType = SourceType.UNNAMED, where: Article = DRAFT
) -> Attribution:
    return Attribution(
        **parts("bbbb000001", "Q1", (where, content)),
        source=span(where, source) if source else None,
        cue=None,
        name="officials",
        source_type=type_,
        cue_class=CueClass.NEUTRAL,
        mode=SpeechMode.INDIRECT,
    )


def framing(*, voices: tuple[Voice, Voice] = (Voice.OUTLET, Voice.OUTLET)) -> FramingPair:
    return FramingPair(
        **parts("cccc000001", "F1", (OTHER, "Government"), (DRAFT, "Regime"), why="Both name who rules."),
        device=Device.NAME,
        rank=98.0,
        evidence="made for a test",
        concept="government",
        target="the government",
        voices=voices,
        opposite=False,
        alternatives=("government", "authorities"),
    )


def cue(words: str, *, where: Article = DRAFT, voice: Voice = Voice.OUTLET) -> FramingCue:
    made = parts("dddd000001", "W1", (where, words), why="Heavier than “raised”.")
    return FramingCue(**made | {"voice": voice}, mark=CueMark.LOADED, alternatives=())


def lines(*findings: Finding, articles: tuple[Article, ...] = ALL[:2]) -> list[str]:
    """Return the lines of a comparison with these findings, without the superlatives."""
    return printed(comparison(articles, links=(SUNK, CRIMES, RAISED), findings=findings))


def printed(compared: Comparison) -> list[str]:
    return text(remarks(compared), compared.articles, draft="draft.txt").decode().splitlines()


# -------------------------------------------------------------------------------- findings to remarks

NUMBER, LEGAL, SOURCE = DiscrepancyType.NUMBER, DiscrepancyType.LEGAL_STATUS, DiscrepancyType.SOURCE
QUOTED, CONFLICT = DiscrepancyType.QUOTATION, DiscrepancyState.CONFLICT
PRECISION, ONE_ONLY = DiscrepancyState.PRECISION, DiscrepancyState.ONE_ONLY
WORDING = DiscrepancyState.WORDING
TWO = ((DRAFT, "61 people"), (OTHER, "58 people"))
CLOSE = fact(RAISED, "S1", close_wording=True)

LINES: list[tuple[str, Finding, str]] = [
    (
        "a conflict",
        discrepancy(NUMBER, CONFLICT, *TWO),
        'A1: error D1 number: "61 people" / "58 people" (B2): A gives one, B another. [aaaa000001]',
    ),
    (
        "the draft's words stand first, whichever side the finding has first",
        discrepancy(NUMBER, CONFLICT, *reversed(TWO)),
        'A1: error D1 number: "61 people" / "58 people" (B2): A gives one, B another. [aaaa000001]',
    ),
    (
        "more or less precise",
        discrepancy(NUMBER, PRECISION, *TWO),
        'A1: note D1 number: "61 people" / "58 people" (B2): A gives one, B another. [aaaa000001]',
    ),
    (
        "legal status that only the other text has",
        discrepancy(LEGAL, ONE_ONLY, (OTHER, "alleged"), joined=CRIMES),
        'A5: warning D1 legal-status: none / "alleged" (B3): A gives one, B another. [aaaa000001]',
    ),
    (
        "a conflict in legal status",
        discrepancy(LEGAL, CONFLICT, (OTHER, "alleged"), joined=CRIMES),
        'A5: error D1 legal-status: none / "alleged" (B3): A gives one, B another. [aaaa000001]',
    ),
    (
        "a figure that only the draft has",
        discrepancy(NUMBER, ONE_ONLY, TWO[0]),
        'A1: note D1 number: "61 people" / none (B2): A gives one, B another. [aaaa000001]',
    ),
    (
        "attributed there, asserted here",
        discrepancy(SOURCE, ONE_ONLY, TWO[1]),
        'A1: note D1 source: none / "58 people" (B2): A gives one, B another. [aaaa000001]',
    ),
    (
        "an altered quotation",
        discrepancy(QUOTED, WORDING, (DRAFT, "floating coffin"), (OTHER, "the ferry"), joined=RAISED),
        'A3: warning D1 quotation: "floating coffin" / "the ferry" (B4): '
        "A gives one, B another. [aaaa000001]",
    ),
    (
        "a long run of equal words",
        CLOSE,
        'A3: warning S1 close-wording: "A long time passed before the “floating coffin” was raised." / '
        '"A long time passed before the ferry was raised." (B4): shared words: made for a test [fact-S1]',
    ),
    (
        "a plural source without a name",
        attribution("Officials", "the hull was old"),
        'A2: warning Q1 unnamed-source: "Officials" / "the hull was old" (A2): '
        "The source is a plural without a name. [bbbb000001]",
    ),
    (
        "nobody",
        attribution(None, "the hull was old", type_=SourceType.NOBODY),
        'A2: note Q1 no-source: "the hull was old": Why. [bbbb000001]',
    ),
    (
        "a framing pair in the headlines, with a wording to consider",
        framing(),
        'headline: note F1 framing: "Regime" / "Government" (headline): Both name who rules. '
        "Consider: government, authorities. [cccc000001]",
    ),
    (
        "a wording",
        cue("hauled up"),
        'A4: note W1 loaded: "hauled up": Heavier than “raised”. [dddd000001]',
    ),
    (
        "a tension inside the draft",
        Tension(**parts("eeee000001", "T1", (DRAFT, "61 people"), (DRAFT, "70 people"), why="Which holds?")),
        'A1: warning T1 tension: "61 people" / "70 people" (A6): Which holds? [eeee000001]',
    ),
    (
        "the first here, the last there",
        placement(fact(link((DRAFT, "The ferry sank"), (OTHER, "A long time passed")), "S1"), ALL[:2]),
        'A1: note P1 placement: "The ferry sank" / "A long time passed" (B4): made [placement-S1]',
    ),
]


@pytest.mark.parametrize(("finding", "line"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_a_finding_is_one_line(finding: Finding, line: str) -> None:
    assert lines(finding) == [f"draft.txt:{line}"]


SILENT: list[tuple[str, Finding]] = [
    ("attributed here, asserted there", discrepancy(SOURCE, ONE_ONLY, TWO[0])),
    ("a shared fact in each text's own words", fact(SUNK, "S1")),
    ("a claim", claim(DRAFT, "It was hauled up by night.", "A1")),
    ("a named source", attribution("Officials", "the hull was old", type_=SourceType.PERSON)),
    ("one source without a name", attribution("A long", "time passed")),
    ("a pronoun", attribution("It", "was hauled up")),
    ("an unnamed source of the other text", attribution("The harbour", "is shut", where=OTHER)),
    ("a wording of the other text", cue("shut", where=OTHER)),
    ("a wording of somebody quoted", cue("floating coffin", voice=Voice.QUOTATION)),
    ("a framing pair in which a source speaks", framing(voices=(Voice.OUTLET, Voice.NAMED_SOURCE))),
    ("the other text at odds with itself", Tension(**parts("e", "T1", (OTHER, "shut"), (OTHER, "ferry")))),
    (
        "in the middle of both",
        placement(fact(link((DRAFT, "It was hauled"), (OTHER, "The captain")), "S1"), ALL[:2]),
    ),
]


@pytest.mark.parametrize("finding", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_what_an_editor_need_not_look_at_is_no_line(finding: Finding) -> None:
    assert lines(finding) == []


def test_a_conflict_between_two_other_articles_is_none_of_the_drafts() -> None:
    between = link((OTHER, "The ferry had 58 people on board"), (THIRD, "The ferry carried 40 people."))
    finding = discrepancy(NUMBER, CONFLICT, (OTHER, "58 people"), (THIRD, "40 people"), joined=between)
    assert lines(finding, articles=ALL) == []


def test_the_heaviest_stand_first_then_the_drafts_order() -> None:
    later = discrepancy(NUMBER, CONFLICT, (DRAFT, "70 people"), joined=CRIMES, id_="aaaa000002")
    found = lines(cue("hauled up"), CLOSE, later, framing(), discrepancy(NUMBER, CONFLICT, *TWO))
    assert [(line.split(":")[1], line.split()[1]) for line in found] == [
        ("A1", "error"),
        ("A6", "error"),
        ("A3", "warning"),
        ("headline", "note"),
        ("A4", "note"),
    ]


def test_a_wording_inside_a_framing_pair_is_said_once() -> None:
    assert len(lines(framing(), cue("Regime"))) == 1


def test_a_long_quotation_is_cut_outside_of_its_marks_and_on_one_line() -> None:
    words = "The “ferry” sank\nslowly \x1b[31m" + "in the bay by the old mill " * 8 + "again."
    long = Article(
        **{name: getattr(DRAFT, name) for name in DRAFT.__struct_fields__}
        | {
            "text": words,
            "furniture": (),
            "sentences": (
                Sentence(
                    id="A1",
                    start=0,
                    end=len(words),
                    paragraph=1,
                    clauses=(Extent(start=0, end=len(words)),),
                ),
            ),
        }
    )
    line, length = printed(
        comparison(
            (long, OTHER), findings=[fact(link((long, words), (OTHER, "is shut")), "S1", close_wording=True)]
        )
    )
    assert " long-sentence: " in length
    assert r"The “ferry” sank slowly \x1b[31min the bay" in line
    assert re.search(r'old mill( in the bay)?( by)?" … / "is shut" \(B1\)', line)


@settings(max_examples=60)
@given(comparisons())
def test_any_comparison_gives_whole_lines_that_quote_verbatim(compared: Comparison) -> None:
    found = remarks(compared)
    assert len(printed(compared)) == len(found)
    assert printed(compared) == printed(compared)
    homes = {each.label: each for each in compared.articles}
    for remark in found:
        for quoted in remark.quoted:
            # A linked passage that has no such words is named without any.
            if quoted.words is not None:
                assert quoted.words == homes[quoted.article].text[quoted.start : quoted.end]


# ---------------------------------------------------------------------------------------- superlatives

CLAIMED = [
    ("The dam is the largest in Europe.", "the largest in Europe"),
    ("The flood was the worst in more than a decade.", "the worst in more than a decade"),
    ("Marle is home to Europe’s tallest crane.", "Europe’s tallest crane"),
    ("The country’s largest bank is shut.", "The country’s largest bank"),
    ("She is the first woman to lead the bank.", "the first woman to lead"),
    ("For the first time since 1974, the river froze.", "the first time since 1974"),
    ("It was the first-ever strike at the port.", "the first-ever strike"),
    ("The council took an unprecedented step.", "unprecedented step"),
    ("It is the only hospital in Marle.", "the only hospital in Marle"),
    ("The port handled a record 40 million tonnes.", "a record 40 million"),
    ("Prices hit an all-time high on Friday.", "all-time high"),
    ("It is the largest\ndam in  the country.", "the largest\ndam in  the country"),
    ("The most expensive bridge in the country will close.", "The most expensive bridge in the country"),
]
UNCLAIMED = [
    "The bus was the first on Monday.",
    "The largest of the three ships sank.",
    "It is one of the largest dams in Europe.",
    "The dam is not the largest in Europe.",
    "It isn’t the largest dam in Europe.",
    "The dam is the largest in Europe, the mayor said.",
    "According to the agency, the dam is the largest in Europe.",
    "The survey puts Marle as the poorest town in the country.",
    "“It is the largest dam in Europe,” Anna Holt said.",
    "The hall was full of talk of “the worst storm in history” all night.",
    "Is it the largest dam in Europe?",
    "The only way in the city is by boat.",
    "Anna’s oldest son drove the bus.",
    "Russia’s largest banks are shut.",
    "The largest rally in May drew few.",
    "The nation’s highest court meets on Monday.",
    "It was the most recent strike in the country.",
    "The first two buses left on the first day of the strike.",
    "The latest figures came on Monday.",
    "At least ten people came, most of them on the record.",
]


@pytest.mark.parametrize(("sentence", "words"), CLAIMED)
def test_a_superlative_in_the_drafts_own_voice_is_found(sentence: str, words: str) -> None:
    made = article("A", [["It rained.", sentence]])
    assert [(made.text[s.start : s.end], id_) for s, id_ in superlatives(Document(made))] == [(words, "A2")]
    assert superlatives(Document(made), attributed=["A2"]) == ()


@pytest.mark.parametrize("sentence", UNCLAIMED)
def test_a_superlative_with_a_source_and_words_that_rank_nothing_are_not(sentence: str) -> None:
    assert superlatives(Document(article("A", [["It rained.", sentence]]))) == ()


def test_a_superlative_is_a_warning_with_an_id_that_its_words_alone_give() -> None:
    one = comparison([article("A", [["The dam is the largest in Europe."]]), OTHER])
    moved = comparison([article("A", [["It rained.", "The dam is the largest in Europe."]]), OTHER])
    (line,) = printed(one)
    assert line.startswith(
        'draft.txt:A1: warning M1 superlative: "the largest in Europe": '
        "A superlative in the draft's own voice; its sentence names no source for it. ["
    )
    assert [r.id for r in remarks(one)] == [r.id for r in remarks(moved)]


@pytest.mark.parametrize(
    "hostile", ["A-" * 5000, "the first " * 8000, "the largest a b c d e " * 4000, "record 1" + "1," * 40000]
)
def test_superlatives_take_no_longer_than_the_text_is_long(hostile: str) -> None:
    superlatives(Document(article("A", [["It rained.", hostile]])))


# ------------------------------------------------------------------------- times, tense, length, contents


def dated(*sentences: str, published: str | None = "2024-06-14") -> Article:
    return article("A", [[*sentences]], published=published)


def noted(kind: str, draft: Article) -> list[tuple[str, ...]]:
    """Return what the remarks of a kind quote from a draft."""
    return [
        tuple(quoted.words or "" for quoted in remark.quoted)
        for remark in remarks(comparison([draft, OTHER]))
        if remark.kind == kind
    ]


HANGING = [
    ("The ferry sank on Tuesday.", ("Tuesday",)),
    ("It sank yesterday, and a ship came last week.", ("yesterday", "last week")),
    ("It will be raised in October.", ("October",)),
    ("On May 12 the ferry sank; it was built in 1974.", ()),
    ("It sank on 12 May 2023 and was raised in June.", ()),
    ("The Sunday Times has the story, and Good Friday was wet.", ()),
    ("“It sank yesterday,” Anna Holt said.", ()),
    ("It sank at 10.30 p.m.", ()),
    ("The reading group meets on Thursdays.", ()),
]


@pytest.mark.parametrize(("sentence", "words"), HANGING)
def test_a_draft_without_a_date_is_one_remark_on_the_words_that_need_it(
    sentence: str, words: tuple[str, ...]
) -> None:
    assert noted("undated-time", dated(sentence, published=None)) == ([words] if words else [])
    assert noted("undated-time", dated(sentence)) == []


def test_the_remark_counts_all_words_that_need_the_date_and_quotes_the_first() -> None:
    draft = dated("It sank on Tuesday. " * 9, published=None)
    (remark,) = [r for r in remarks(comparison([draft, OTHER])) if r.kind == "undated-time"]
    assert len(remark.quoted) == 6
    assert remark.why == "The draft's file gives no date, and 9 time words need it."


def test_a_dateline_that_says_the_day_serves_for_the_date() -> None:
    line = (FurnitureKind.DATELINE, "MARLE, March 7 (TNA) –")
    assert noted("undated-time", article("A", [["It sank on Tuesday."]], before=[line])) == []


VAGUE = [
    ("The bank recently urged lenders to wait.", ("recently",)),
    ("Its recent visit was short.", ("recent visit",)),
    ("A few weeks ago the dam was safe.", ("A few weeks ago",)),
    ("The most recently built dam broke.", ()),
    ("It was the most recent election.", ()),
    ("“We recently met,” he said.", ()),
    ("Recent rain filled the dam, as in recent years.", ()),
]


@pytest.mark.parametrize(("sentence", "words"), VAGUE)
def test_a_word_that_says_only_that_it_is_not_long_ago_is_a_remark(
    sentence: str, words: tuple[str, ...]
) -> None:
    assert noted("undated-time", dated(sentence)) == ([words] if words else [])


PAST = [
    ("The judge will pass sentence on 12 May.", "will pass sentence on 12 May"),
    ("The hall will be opened on 12 May 2024.", "will be opened on 12 May 2024"),
    ("The judge is due to pass sentence on 12 May.", "is due to pass sentence on 12 May"),
    ("The hall will open yesterday.", "will open yesterday"),
    ("The hall will open in 2019.", "will open in 2019"),
]
TO_COME = [
    "The judge will pass sentence on 12 July.",
    "The judge will pass sentence on Friday.",
    "The hall will open in May 2025.",
    "The council will discuss the attack on 12 May.",
    "It will be the first strike since 12 May.",
    "The deal signed on 12 May will hold.",
    "It will weigh the bill tabled on 12 May.",
    "It said on 12 May that it will close.",
    "The judge would pass sentence on 12 May.",
    "“He will pass sentence on 12 May,” she said.",
    "The judge will rest; on 12 May she passed sentence.",
]


@pytest.mark.parametrize(("sentence", "words"), PAST)
def test_what_is_to_come_on_a_day_before_the_drafts_is_a_remark(sentence: str, words: str) -> None:
    assert noted("tense", dated(sentence)) == [(words,)]
    assert noted("tense", dated(sentence, published=None)) == []


@pytest.mark.parametrize("sentence", TO_COME)
def test_other_days_are_not(sentence: str) -> None:
    assert noted("tense", dated(sentence)) == []


def test_the_longest_three_sentences_are_remarks_in_their_order() -> None:
    sentences = [f"{' '.join(['word'] * number)}." for number in (36, 40, 35, 38, 37)]
    quoted = f"“{' '.join(['word'] * 50)}.”"
    assert noted("long-sentence", dated(*sentences, quoted)) == [
        (sentences[1],),
        (sentences[3],),
        (sentences[4],),
    ]


def test_what_one_text_has_alone_is_a_remark_only_where_it_is_asked_for() -> None:
    findings = [
        claim(OTHER, "The harbour is shut.", "UB1"),
        claim(DRAFT, "It was hauled up by night.", "UA1"),
    ]
    compared = comparison(ALL[:2], findings=findings)
    assert remarks(compared) == ()
    missing, only = remarks(compared, asked=["missing", "only"])
    assert [line(each, ALL[:2], draft="draft.txt") for each in (missing, only)] == [
        'draft.txt:A: note UB1 missing: none / "The harbour is shut." (B1): '
        "Not found in the draft. B says it in its own voice. [claim-UB1]",
        'draft.txt:A4: note UA1 only: "It was hauled up by night.": '
        "Not found in another text. The draft says it in its own voice. [claim-UA1]",
    ]
    assert [each.kind for each in remarks(compared, asked=["only"])] == ["only"]


def test_a_missing_claim_says_who_is_its_source_there() -> None:
    said = claim(OTHER, "The captain’s alleged crimes are known.", "UB1", voice=Voice.UNNAMED_SOURCE)
    by = attribution("The captain", "alleged crimes are known", where=OTHER)
    (missing,) = remarks(comparison(ALL[:2], findings=[said, by]), asked=["missing"])
    assert missing.why == "Not found in the draft. B puts it to a source (officials)."


def test_runs_of_six_words_that_both_texts_have_are_found_with_their_share() -> None:
    a = article(
        "A", [["They said the dam broke at noon on", "Monday in Marle, “the dam broke at noon on Monday”."]]
    )
    b = article("B", [["The dam broke at noon", "on Monday.", "Nobody said so in the town."]])
    found = overlap(a, b)
    assert [(a.text[x.start : x.end], b.text[y.start : y.end], n) for x, y, n in found.runs] == [
        ("the dam broke at noon on Monday", "The dam broke at noon on Monday", 7)
    ]
    assert found.shares == (100 * 7 / 18, 100 * 7 / 13)
    assert overlap(b, a).shares == found.shares[::-1]
    assert overlap(a, THIRD).runs == ()


@pytest.mark.parametrize("hostile", ["the dam broke " * 9000, "a " * 30000])
def test_runs_take_no_longer_than_the_text_is_long(hostile: str) -> None:
    found = overlap(article("A", [[hostile]]), article("B", [[hostile]]))
    assert found.shares == (100.0, 100.0)
    assert len(found.runs) == 1


@settings(max_examples=40)
@given(comparisons())
def test_asked_kinds_add_remarks_and_change_no_other(compared: Comparison) -> None:
    plain, more = remarks(compared), remarks(compared, asked=ASKED)
    assert [each for each in more if each.kind not in ASKED] == list(plain)
    numbers = [each.number for each in more if each.number.startswith("M")]
    assert len(set(numbers)) == len(numbers)


# ------------------------------------------------------------------------------------------ severities


LEVELS = [
    ("error", {"error"}),
    ("warning", {"error", "warning"}),
    ("note", {"error", "warning", "note"}),
    ("never", set()),
    ("conflict", {"error"}),
    ("Error, placement", {"error", "note"}),
    ("error,warning", {"error", "warning"}),
    ("loaded", set()),
]


@pytest.mark.parametrize(("level", "failing"), LEVELS)
def test_a_level_takes_what_is_as_heavy_and_the_kinds_beside_it(level: str, failing: set[str]) -> None:
    three = [
        (Severity.ERROR, ("number", "conflict")),
        (Severity.WARNING, ("superlative", None)),
        (Severity.NOTE, ("placement", None)),
    ]
    asked = threshold(level)
    assert {severity for severity, names in three if asked.meets(severity=severity, names=names)} == failing


@pytest.mark.parametrize(
    ("level", "why"),
    [
        ("", "it names no severity and no kind"),
        (" , ", "it names no severity and no kind"),
        ("never,note", "never stands alone"),
        ("error,claims", "there is no 'claims'; there are error, warning, note, never, number, date"),
    ],
)
def test_a_level_that_is_none_is_refused(level: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}"):
        threshold(level)


def test_the_summary_counts() -> None:
    found = remarks(
        comparison(ALL[:2], links=(SUNK,), findings=[discrepancy(NUMBER, CONFLICT, *TWO), framing()])
    )
    assert summary(found, accepted=None) == "1 error, 0 warnings, 1 note"
    assert summary(found, accepted=2) == "1 error, 0 warnings, 1 note; 2 accepted in the baseline"


# -------------------------------------------------------------------------------------------- baseline


def test_a_baseline_accepts_what_it_was_made_from_in_the_order_of_the_ids() -> None:
    compared = comparison(ALL[:2], links=(SUNK,), findings=[framing(), discrepancy(NUMBER, CONFLICT, *TWO)])
    found = remarks(compared)
    made = baseline(found, articles=compared.articles)
    assert made == baseline(tuple(reversed(found)), articles=compared.articles)
    assert ids(made, name="b") == {remark.id for remark in found}
    assert made.decode().splitlines()[2:] == [
        'aaaa000001  error number: "61 people" / "58 people"',
        'cccc000001  note framing: "Regime" / "Government"',
    ]


BASELINES: list[tuple[bytes, set[str] | str]] = [
    (b"", set()),
    (
        b"\xef\xbb\xbf# mine\r\n\r\n  3f2a9c1b2d   the desk, 4 May\r\n3f2a9c1b2e-2\n",
        {"3f2a9c1b2d", "3f2a9c1b2e-2"},
    ),
    (b"3f2a9c1b2d\n\nD1 3f2a9c1b2d\n", "line 3 starts with no id"),
    (b'{"ids": []}', "line 1 starts with no id"),
    (b"\xff\xfe3\x00", "it is not UTF-8 text"),
]


@pytest.mark.parametrize(("data", "expected"), BASELINES)
def test_a_baseline_is_read_or_refused(data: bytes, expected: set[str] | str) -> None:
    if isinstance(expected, str):
        message = f"cannot use the baseline b: {expected}; make it again with --write-baseline"
        with pytest.raises(UsageError, match=f"^{re.escape(message)}$"):
            ids(data, name="b")
    else:
        assert ids(data, name="b") == expected


# ---------------------------------------------------------------------------------------- the command

# Two invented reports with one superlative and one run of equal words, and nothing else to remark on.
ONE = """\
Ferry runs aground at Marle

The ferry Alma ran aground on Monday at the mouth of the river with sheep in its hold. It is the oldest ferry
in the country. Tugs will try to pull it free when the tide comes in on Tuesday night.
"""
TWIN = """\
Sheep wait for the tide

The sheep are well. The ferry Alma ran aground on Monday at the mouth of the river with sheep in its hold. A
vet came aboard in the evening.
"""
CLEAN = """\
Sheep spend a night on the water

Some forty sheep spent the night on a ferry. A vet looked after them. The Alma had hit a sandbank before.
"""

Run = Callable[..., tuple[int, str, str]]
ARGUMENTS = ("check", "draft.txt", "twin.txt")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    monkeypatch.chdir(tmp_path)
    for name, words in {"draft": ONE, "twin": TWIN, "clean": CLEAN}.items():
        Path(f"{name}.txt").write_text(words, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def kinds(out: str) -> list[str]:
    """Return the kinds of printed lines, which all have the form that the documentation promises."""
    form = re.compile(r"draft\.txt:[A-Z]\d+: (?:error|warning|note) [A-Z]\d+ ([a-z-]+): .+ \[[0-9a-f-]+\]")
    found = [form.fullmatch(line) for line in out.splitlines()]
    assert all(found), out
    return [match[1] for match in found if match]


def test_help_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = (Path(__file__).parent / "help" / "check.txt").read_text(encoding="utf-8")
    assert run("check", "--help") == (0, page, "")


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from compare.cli import main; main(['check', '--help']);"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"msgspec", "rapidfuzz", "textstat", "weasyprint", "yaml"} & set(done.stderr.split()) == set()


def test_remarks_go_to_stdout_and_their_count_to_stderr(run: Run) -> None:
    code, out, err = run(*ARGUMENTS)
    assert {"close-wording", "superlative"} <= set(kinds(out))
    assert code == 0
    number = len(out.splitlines())
    counted = re.fullmatch(r"found: (\d+) errors?, (\d+) warnings?, (\d+) notes?\n", err)
    assert counted
    assert sum(map(int, counted.groups())) == number
    assert run(*ARGUMENTS, "-q") == (0, out, "")


EXITS = [
    ((), 0),
    (("--exit-code",), 0),
    (("--fail-on", "error"), 0),
    (("--fail-on", "warning"), 1),
    (("--fail-on", "note"), 1),
    (("--fail-on", "superlative"), 1),
    (("--fail-on", "error,close-wording"), 1),
    (("--fail-on", "conflict"), 0),
    (("--fail-on", "never", "--exit-code"), 0),
    (("--fail-on", "warning", "--exit-code"), 1),
    (("--fail-on", "warning", "--format", "json"), 1),
]


@pytest.mark.parametrize(("arguments", "code"), EXITS)
def test_the_exit_code_is_1_only_for_what_was_asked(arguments: tuple[str, ...], code: int, run: Run) -> None:
    assert run(*ARGUMENTS, *arguments, "-q")[0] == code


def test_an_error_fails_a_check_with_exit_code_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (error,) = remarks(comparison(ALL[:2], links=(SUNK,), findings=[discrepancy(NUMBER, CONFLICT, *TWO)]))

    def found(_: Comparison, *, asked: Collection[str]) -> tuple[Remark, ...]:
        return () if "missing" in asked else (error,)

    monkeypatch.setattr("compare.check.remarks.remarks", found)
    assert run(*ARGUMENTS)[0] == 0
    assert run(*ARGUMENTS, "--exit-code")[0] == 1
    assert run(*ARGUMENTS, "--fail-on", "number")[0] == 1
    assert run(*ARGUMENTS, "--fail-on", "date")[0] == 0


def test_a_baseline_hides_what_it_accepts_and_nothing_else(run: Run) -> None:
    code, before, err = run(*ARGUMENTS, "--write-baseline", "ok.txt", "--fail-on", "note", "-v")
    number = len(before.splitlines())
    assert (code, number > 1) == (0, True)
    assert "wrote: ok.txt\n" in err
    written = Path("ok.txt").read_bytes()
    code, out, err = run(*ARGUMENTS, "--baseline", "ok.txt", "--fail-on", "note")
    assert (code, out) == (0, "")
    assert err == f"found: 0 errors, 0 warnings, 0 notes; {number} accepted in the baseline\n"
    # Words put before the sentences move them all; the ids stay.
    Path("draft.txt").write_text(
        ONE.replace("The ferry Alma", "It rained. The ferry Alma", 1), encoding="utf-8"
    )
    assert kinds(run(*ARGUMENTS, "--baseline", "ok.txt")[1]) in ([], ["placement"])
    # One entry taken out by hand comes back.
    line = next(each for each in written.decode().splitlines() if "superlative" in each)
    Path("ok.txt").write_bytes(written.replace(f"{line}\n".encode(), b""))
    code, out, _ = run(*ARGUMENTS, "--baseline", "ok.txt", "--fail-on", "warning")
    assert (code, kinds(out)) == (1, ["superlative"])
    assert out.rstrip().endswith(f"[{line.split()[0]}]")
    # Renewed, with the file read and written in one run.
    Path("draft.txt").write_text(ONE, encoding="utf-8")
    assert run(*ARGUMENTS, "--baseline", "ok.txt", "--write-baseline", "ok.txt")[0] == 0
    assert Path("ok.txt").read_bytes() == written


def test_verbose_says_what_the_baseline_has_that_is_gone(run: Run) -> None:
    Path("ok.txt").write_text("3f2a9c1b2d\n", encoding="utf-8")
    err = run(*ARGUMENTS, "--baseline", "ok.txt", "-v")[2]
    assert "baseline: 1 accepted, 1 of them not found any more\n" in err


def test_json_says_the_same_with_lines_and_offsets(run: Run) -> None:
    code, out, _ = run(*ARGUMENTS, "--format", "json", "--outlet", "B=The Herald")
    made = json.loads(out)
    assert code == 0
    assert list(made) == ["schema", "articles", "counts", "accepted", "remarks"]
    assert made["articles"] == [
        {"label": "A", "file": "draft.txt", "outlet": None},
        {"label": "B", "file": "twin.txt", "outlet": "The Herald"},
    ]
    assert sum(made["counts"].values()) == len(made["remarks"]) == len(run(*ARGUMENTS)[1].splitlines())
    (superlative,) = [each for each in made["remarks"] if each["kind"] == "superlative"]
    quoted = superlative["quoted"][0]
    assert quoted["words"] == ONE[quoted["start"] : quoted["end"]] == "the oldest ferry\nin the country"
    assert (superlative["severity"], superlative["line"], quoted["place"]) == ("warning", 3, "A2")


def test_a_clean_draft_prints_nothing(run: Run) -> None:
    code, out, err = run("check", "clean.txt", "twin.txt", "--fail-on", "note")
    assert (code, out) == (0, "")
    assert err.endswith("found: 0 errors, 0 warnings, 0 notes\n")


def test_the_same_drafts_give_the_same_bytes_under_any_hash_seed(run: Run, tmp_path: Path) -> None:
    del run
    made = set()
    for seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "compare", *ARGUMENTS, "--write-baseline", f"{seed}.txt"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        made.add((done.stdout, (tmp_path / f"{seed}.txt").read_bytes()))
    assert len(made) == 1


def test_settings_may_hold_the_level_and_the_baseline(run: Run) -> None:
    Path("s.toml").write_text('fail-on = "superlative"\nformat = "pdf"\n', encoding="utf-8")
    assert run(*ARGUMENTS, "--settings", "s.toml", "-q")[0] == 1
    assert run(*ARGUMENTS, "--settings", "s.toml", "-q", "--fail-on", "never")[0] == 0
    Path("s.toml").write_text('fail-on = "all"\n', encoding="utf-8")
    code, _, err = run(*ARGUMENTS, "--settings", "s.toml")
    assert code == 2
    assert err.startswith("error: s.toml: fail-on: 'all': there is no 'all'; there are error, warning, note")


AGAIN = "make it again with --write-baseline"
REFUSALS = [
    (("check", "draft.txt"), 2, "draft.txt alone cannot be compared; name a second article"),
    (
        (*ARGUMENTS, "--baseline", "no.txt"),
        2,
        f"cannot read the baseline no.txt: No such file or directory; {AGAIN}",
    ),
    ((*ARGUMENTS, "--baseline", "."), 2, f"cannot read the baseline .: Is a directory; {AGAIN}"),
    (
        (*ARGUMENTS, "--baseline", "clean.txt"),
        2,
        f"cannot use the baseline clean.txt: line 1 starts with no id; {AGAIN}",
    ),
    (
        (*ARGUMENTS, "--write-baseline", "draft.txt"),
        4,
        "cannot write draft.txt: it is one of the inputs; choose another name",
    ),
    (
        (*ARGUMENTS, "--write-baseline", "no/b.txt"),
        4,
        "cannot write no/b.txt: there is no folder no; make it first",
    ),
    (
        (*ARGUMENTS, "--write-baseline", "-"),
        2,
        "--write-baseline needs the name of a file; standard output has the remarks",
    ),
    (("check", "draft.txt", "no.txt"), 3, "cannot read no.txt: there is no such file; check its name"),
    (
        (*ARGUMENTS, "--fail-on", "never,error"),
        2,
        "invalid value for '--fail-on': 'never,error': never stands alone (see sidebyside check --help)",
    ),
]


@pytest.mark.parametrize(("arguments", "code", "line"), REFUSALS, ids=[" ".join(r[0]) for r in REFUSALS])
def test_a_refusal_is_one_line_and_a_code_and_leaves_nothing(
    arguments: tuple[str, ...], code: int, line: str, run: Run, tmp_path: Path
) -> None:
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert run(*arguments) == (code, "", f"error: {line}\n")
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


# --------------------------------------------------------------------------------------- the document

DOCUMENT = (Path(__file__).parent.parent / "docs" / "for-editors.md").read_text(encoding="utf-8")


def test_the_document_names_every_kind_and_no_other() -> None:
    table = DOCUMENT.split("## Severities")[1].split("\n## ")[0]
    rows = [row.split("|")[1:4] for row in table.splitlines() if row.startswith("| ") and "---" not in row]
    rows = [row for row in rows if row[0].strip() != "severity"]
    named = [name for row in rows for name in re.findall(r"`([a-z-]+)`", row[1])]
    assert {*named} == {*NAMES} - {*STATES}
    assert {*ASKED} == {*named[-3:]}
    assert {row[0].strip() for row in rows} == {*Severity}


@pytest.mark.skipif(os.name != "posix", reason="a script for sh")
def test_the_documents_script_checks_every_draft(run: Run, tmp_path: Path) -> None:
    script = re.search(r"```sh\n(#!/bin/sh\n.*?)```", DOCUMENT, re.DOTALL)
    assert script
    Path("check-drafts.sh").write_text(script[1], encoding="utf-8")
    for name, words in {"one": ONE, "two": CLEAN}.items():
        folder = Path("drafts", name)
        folder.mkdir(parents=True)
        (folder / "draft.md").write_text(words, encoding="utf-8")
        (folder / "other-1.md").write_text(TWIN, encoding="utf-8")

    def check(level: str) -> tuple[int, str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", "check-drafts.sh"],
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "LEVEL": level},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    code, out = check("warning")
    assert (code, {line.split(":")[0] for line in out.splitlines()}) == (1, {"drafts/one/draft.md"})
    assert check("error") == (0, out)
    run(
        "check", "drafts/one/draft.md", "drafts/one/other-1.md", "--write-baseline", "drafts/one/accepted.txt"
    )
    assert check("warning") == (0, "")


# ------------------------------------------------------------------------------------------ who says so


SAYING = article(
    "A",
    [
        ["Officials said the hull was old.", "Some officials think it was rotten."],
        ["Officials, however, believe it can float.", "Other officials say it cannot."],
        ["Owners hoping to sell the wreck came.", "It is known as the Rust Bucket."],
    ],
)


def said_of(*found: Attribution) -> list[str]:
    return [line.partition(": ")[2] for line in printed(comparison((SAYING, OTHER), findings=found))]


def told(number: int, source: str | None, content: str, **others: object) -> Attribution:
    made = Attribution(
        **parts(f"bbbb00000{number}", f"Q{number}", (SAYING, content)),
        source=span(SAYING, source) if source else None,
        cue=None,
        name="officials",
        source_type=SourceType.UNNAMED,
        cue_class=CueClass.NEUTRAL,
        mode=SpeechMode.INDIRECT,
    )
    return msgspec.structs.replace(made, **others)


def test_one_source_without_a_name_is_one_remark_that_counts_its_sentences() -> None:
    found = said_of(
        told(1, "Officials", "the hull was old"),
        told(2, "Some officials", "it was rotten"),
        told(3, "Officials, however", "it can float"),
        told(4, "Other officials", "it cannot"),
    )
    assert [line.split()[1] for line in found] == ["Q1", "Q4"]
    assert "3 sentences have it: A1, A2, A3." in found[0]
    assert "sentences have it" not in found[1]


def test_who_wants_to_do_something_says_nothing() -> None:
    assert said_of(told(1, "Owners", "to sell the wreck")) == []


@pytest.mark.parametrize(
    ("others", "remarks_"),
    [
        ({}, 1),
        ({"mode": SpeechMode.DIRECT}, 0),
        ({"cue": span(SAYING, "is known as")}, 0),
        ({"cue": span(SAYING, "said")}, 1),
    ],
)
def test_nobody_is_asked_for_the_name_of_a_thing_or_for_a_quotation(
    others: dict[str, object], remarks_: int
) -> None:
    found = told(1, None, "the Rust Bucket", source_type=SourceType.NOBODY, **others)
    assert len(said_of(found)) == remarks_
