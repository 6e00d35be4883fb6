"""Framing pairs and cues on small invented texts, whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare.align import align
from compare.find.cues import find_cues
from compare.find.framing import framing_pairs
from compare.find.framing.lines import Text
from compare.find.identity import Identities
from compare.model import Article, CueMark, FramingCue, FramingPair, Voice
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.text.document import Document

Shown = tuple[str, str, str, str]


def article(text: str, label: str) -> Article:
    return article_from_bytes(text.encode(), name=f"{label}.txt", label=label)[0]


def pairs(one: str, other: str) -> tuple[FramingPair, ...]:
    articles = [article(one, "A"), article(other, "B")]
    documents = [Document(a) for a in articles]
    texts = {document.article.label: Text.of(document) for document in documents}
    return framing_pairs(texts, align(documents).links, Identities())


def shown(one: str, other: str) -> set[Shown]:
    texts = {"A": one, "B": other}
    return {
        (pair.rule, pair.target, *(texts[s.article][s.start : s.end] for s in pair.spans))
        for pair in pairs(one, other)
    }


ONE = """The minister slashed the grant for rural theatres on Monday, and actors spoke of going to court.

For two hundred years the island was Norway's backyard, and its ferries brought timber to Danish firms.

The harbour board has let Norway project its power throughout the strait since the pier was opened in 1991."""
OTHER = """The minister cut the grant for rural theatres on Monday, and a letter of some actors was read out.

Norway's growing presence on the island pleased the council, which is proud of the new ferry line.

The harbour board has let Norway project influence in the strait since the pier was opened in 1991."""


def test_two_words_for_one_thing_stand_side_by_side() -> None:
    assert shown(ONE, OTHER) == {
        ("same-slot", "grant", "minister slashed the grant", "minister cut the grant"),
        ("one-concept-one-target", "Norway", "Norway's backyard", "Norway's growing presence"),
        (
            "same-slot",
            "strait",
            "project its power throughout the strait",
            "project influence in the strait",
        ),
    }


@pytest.mark.parametrize(
    ("one", "other", "row"),
    [
        (
            "The Kenyan regime closed the northern road on Friday after a lorry burned there.",
            "The Kenyan government closed the northern road on Friday after a lorry had burned.",
            ("names-for-a-group", "Kenya", "Kenyan regime", "Kenyan government"),
        ),
        (
            "Strongman Ivo Kelmet opened the canal on Friday. Ivo Kelmet left by boat.",
            "Ivo Kelmet opened the canal on Friday. Then President Ivo Kelmet left by boat.",
            ("labels-of-a-person", "Ivo Kelmet", "Strongman Ivo Kelmet", "President Ivo Kelmet"),
        ),
        (
            "Danish traders who have helped the firms evade the fish quota sold forty tonnes of cod in May.",
            "Forty tonnes of cod were sold in May in Norway's attempt to circumvent the fish quota.",
            (
                "doer-of-one-act",
                "fish quota",
                "Danish traders who have helped the firms evade the fish quota",
                "Norway's attempt to circumvent the fish quota",
            ),
        ),
        (
            "In May Ada Rohm evaded the fish quota and sold forty tonnes of cod to Ivo Kelmet.",
            "Forty tonnes of cod were sold in May when Ivo Kelmet circumvented the fish quota with Ada Rohm.",
            (
                "doer-of-one-act",
                "fish quota",
                "Ada Rohm evaded the fish quota",
                "Ivo Kelmet circumvented the fish quota",
            ),
        ),
        (
            "In May the Harbour Board evaded the fish quota and sold forty tonnes of cod to Rohm Bank.",
            "Forty tonnes of cod were sold in May when Rohm Bank circumvented the Harbour Board fish quota.",
            (
                "doer-of-one-act",
                "fish quota",
                "Harbour Board evaded the fish quota",
                "Rohm Bank circumvented the Harbour Board fish quota",
            ),
        ),
    ],
)
def test_each_rule_finds_its_kind(one: str, other: str, row: Shown) -> None:
    assert row in shown(one, other)


@pytest.mark.parametrize(
    ("one", "other", "target"),
    [
        # As it stands in the texts, the shorter phrase; the fuller form of one word; a country's usual name.
        (
            "On Friday the court heard of the war crime of pillage of grain in the north.",
            "On Friday the court heard of his involvement in the grain pillage in the north.",
            "grain pillage",
        ),
        (
            "Danish traders who have helped the firms quota dodge sold forty tonnes of cod in May.",
            "Forty tonnes of cod were sold in May by Danish traders to circumvent the quotas.",
            None,
        ),
        (
            "The Kenyan regime closed the northern road on Friday after a lorry burned there.",
            "The government of Kenya closed the northern road on Friday after a lorry had burned.",
            "Kenya",
        ),
    ],
)
def test_a_target_reads_as_in_the_texts_whichever_comes_first(
    one: str, other: str, target: str | None
) -> None:
    there, back = ({row[1] for row in shown(*texts)} for texts in ((one, other), (other, one)))
    assert there == back == ({target} if target else set())


RIVAL = "Ivo Kelmet opened the canal on Friday. Then President Ivo Kelmet left by boat."


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "The canal opened on Friday. Ivo Kelmet, the hardline leader of the League, cut the ribbon.",
            "On Friday the canal was opened. Ivo Kelmet, the party's leader, cut the ribbon.",
            ("the hardline leader", "the party's leader"),
        ),
        (
            "The embattled minister Ivo Kelmet opened the canal on Friday.",
            "The minister Ivo Kelmet opened the canal on Friday.",
            ("embattled minister Ivo Kelmet", "minister Ivo Kelmet"),
        ),
        (
            "Ivo Kelmet opened the canal on Friday. The strongman left by boat.",
            RIVAL,
            ("The strongman", "President Ivo Kelmet"),
        ),
        (
            "On Friday the court heard ex-spy Ivo Kelmet about the canal fire.",
            "On Friday the court heard the businessman Ivo Kelmet about the canal fire.",
            ("ex-spy Ivo Kelmet", "businessman Ivo Kelmet"),
        ),
        (
            "The canal opened on Friday. Ada Rohm, a donor to the campaign, cut the ribbon.",
            "The canal was opened on Friday, and port director Ada Rohm cut the ribbon.",
            ("a donor", "port director Ada Rohm"),
        ),
    ],
)
def test_labels_of_a_person_are_gathered_before_beside_and_in_place_of_the_name(
    one: str, other: str, sides: tuple[str, str]
) -> None:
    assert [row[2:] for row in shown(one, other) if "of-a-person" in row[0]] == [sides]
    assert [row[2:] for row in shown(other, one) if "of-a-person" in row[0]] == [sides[::-1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same role in other words, an office and a candidacy, a title, a nationality.
        ("President Ivo Kelmet opened the canal.", "Ivo Kelmet, the country's leader, opened the canal."),
        ("French lawyer Ivo Kelmet opened the canal.", "Danish attorney Ivo Kelmet opened the canal."),
        ("The governor Ivo Kelmet opened the canal.", "The candidate Ivo Kelmet opened the canal."),
        # The word belongs to somebody else, or may.
        ("An outspoken Ivo Kelmet supporter opened the canal.", "President Ivo Kelmet opened the canal."),
        (
            "In the canal terrorists fear Ivo Kelmet most.",
            "Near the canal terror fears President Ivo Kelmet.",
        ),
        ("Ivo Kelmet opened the canal with Ada Rohm. The strongman left by boat.", RIVAL),
        ("Ivo Kelmet opened the canal. The rebel attack went on.", RIVAL),
        # Another bearer of the surname.
        ("The canal fan and activist Ada Kelmet came.", "The canal fan and actor Bo Kelmet came."),
        # The other text says it too.
        ("Embattled Ivo Kelmet opened the canal.", "The minister, Ivo Kelmet, opened the canal. " + RIVAL),
    ],
)
def test_labels_that_say_the_same_or_may_be_anothers_are_silent(one: str, other: str) -> None:
    other = other.replace("The minister, Ivo Kelmet,", "The embattled minister, Ivo Kelmet,")
    assert [row for row in shown(one, other) if "of-a-person" in row[0]] == []


def test_opposite_directions_are_marked_and_called_nothing_else() -> None:
    one = "The summit was held in Lagos. Ghana spoke of the waning influence of the Volta League."
    other = "In Lagos the summit was held. It showed the Volta League’s increasing importance to Ghana."
    (pair,) = [pair for pair in pairs(one, other) if pair.opposite]
    assert pair.rule == "opposite-direction"
    assert pair.target == "Ghana, Volta League"
    assert "contradict" not in pair.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both texts have the word.
        (
            "The minister slashed the grant for rural theatres.",
            "He slashed the grant for rural theatres: a cut.",
        ),
        # The same word, inflected.
        ("The minister is slashing the grant for theatres.", "The minister slashed the grant for theatres."),
        # Two plain words, and a plain synonym.
        ("The government closed the road in May.", "The administration closed the road in May."),
        ("The club put out a statement on the pitch.", "The club issued a statement on the pitch."),
        # A number, a name: other kinds of difference.
        ("The minister slashed 40 grants in May.", "The minister slashed 60 grants in May."),
        # A noun in one text only: the nouns before it are two things. An act on others, or on another thing.
        ("After the school massacre in Kent he wept.", "Near the Hill School in Kent he wept."),
        (
            "The inquiry of the harbour board ended. Gunmen killed 17 people at the pier on Monday.",
            "The inquiry of the harbour board ended. It heard that bandits slaughtered 49 people in 1980.",
        ),
        (
            "The harbour board met on Friday in the old hall. It obstructed the customs officers.",
            "The harbour board met on Friday in the old hall. It would block the customs bill.",
        ),
        # One concept, two targets.
        (
            "The council met on Friday in the old hall. It slashed the grant for theatres.",
            "The council met on Friday in the old hall. It cut the tax on boats.",
        ),
    ],
)
def test_what_is_no_contrast_is_silent(one: str, other: str) -> None:
    assert shown(one, other) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One doer; a name that one text alone has, which may be another name of the same; a day; a source.
        ("In May Ada Rohm evaded the fish quota.", "In May Ada Rohm circumvented the fish quota."),
        ("In May Ada Rohm evaded the fish quota.", "In May Ivo Kelmet circumvented the fish quota."),
        ("In May the Harbour Board evaded the fish quota.", "In May Rohm Bank circumvented the fish quota."),
        ("In May on Monday they evaded the fish quota.", "In May on Friday she circumvented the fish quota."),
        (
            "Ada Rohm said the quota was low for Ivo Kelmet.",
            "Ivo Kelmet claimed the quota was low, not Ada Rohm.",
        ),
    ],
)
def test_doers_that_may_be_one_are_silent(one: str, other: str) -> None:
    assert [row for row in shown(one, other) if row[0] == "doer-of-one-act"] == []


RULED = "The harbour court in Lagos on Monday stopped the plan for a second coal pier"


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            f"{RULED}, a blow to four hundred dock workers.",
            f"{RULED}, clearing the way for a bird reserve.",
            ("a blow to four hundred dock workers", "clearing the way for a bird reserve"),
        ),
        (
            f"{RULED}. The ruling could cost the town its last employer.",
            f"{RULED}. The decision is a victory for fishermen.",
            ("The ruling could cost the town its last employer", "The decision is a victory for fishermen"),
        ),
    ],
)
def test_one_fact_in_two_arguments_is_shown_with_both(one: str, other: str, sides: tuple[str, str]) -> None:
    row = ("fact-in-two-arguments", "Lagos", *sides)
    assert shown(one, other) == {row}
    assert shown(other, one) == {(*row[:2], *sides[::-1])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One conclusion in much the same words; one text draws none; a list and an age are no conclusions.
        (f"{RULED}, a blow to dock workers.", f"{RULED}, dealing dock workers a blow."),
        (f"{RULED}, a blow to four hundred dock workers.", f"{RULED}. Rain fell on the town all day."),
        (f"{RULED}, raising the fee for boats.", f"{RULED}, a blow to four hundred dock workers."),
        # Of two facts.
        (
            "The harbour court in Lagos on Monday fined a tanker's captain for a spill, a blow to the line.",
            "In Lagos on Monday the mayor opened a school of music, clearing the way for a youth choir.",
        ),
    ],
)
def test_conclusions_that_are_one_or_of_two_facts_are_silent(one: str, other: str) -> None:
    assert [row for row in shown(one, other) if row[0] == "fact-in-two-arguments"] == []


def test_unrelated_texts_have_no_rows() -> None:
    other = "The orchestra of Bergheim slashed its ticket prices. Its regime of rehearsals is hard."
    assert shown(ONE, other) == set()


@pytest.mark.parametrize("text", [ONE, OTHER])
def test_a_text_against_itself_has_no_rows(text: str) -> None:
    assert pairs(text, text) == ()


def test_swapping_the_texts_swaps_the_sides() -> None:
    there, back = pairs(ONE, OTHER), pairs(OTHER, ONE)
    assert [(p.id, p.number, p.rule, p.target, p.why) for p in there] == [
        (p.id, p.number, p.rule, p.target, p.why) for p in back
    ]
    assert [[(s.start, s.end) for s in p.spans] for p in there] == [
        [(s.start, s.end) for s in reversed(p.spans)] for p in back
    ]


def test_a_row_says_whose_words_they_are_and_what_to_write_instead() -> None:
    one = "“The minister slashed the grant for rural theatres,” the actor Ada Rohm said on Monday."
    other = "The minister cut the grant for rural theatres, the chamber of actors wrote on Monday."
    (pair,) = pairs(one, other)
    assert pair.voices[0] is Voice.QUOTATION
    assert pair.alternatives == ("cut", "reduce", "end")
    assert pair.number == "F1"


def test_a_headline_has_the_number_0() -> None:
    body = "The board met on Monday about the lake ferry. It said no to the plan."
    one, other = (f"Board {verb} Lake Ferry Plan\n\n{body}" for verb in ("Snubs", "Rejects"))
    assert ("A0", "B0") in [pair.sentences for pair in pairs(one, other)]


def marks(text: str) -> list[tuple[str, CueMark, Voice]]:
    read = article(text, "A")
    found = find_cues(Text.of(Document(read)), Identities())
    return [(text[c.spans[0].start : c.spans[0].end], c.mark, c.voice) for c in found]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The union slammed the offer of the port owner.", ("slammed", CueMark.LOADED)),
        ("The visit was meant to shore up support in the north.", ("shore up", CueMark.METAPHOR)),
        ("The army spoke again of collateral damage in the town.", ("collateral damage", CueMark.EUPHEMISM)),
        ("The plan for the pier was utterly wrong.", ("utterly", CueMark.INTENSIFIER)),
        ("The mayor apparently knew of the crack in the pier.", ("apparently", CueMark.HEDGE)),
        ("The council will drop the “reform” in the spring.", ("“reform”", CueMark.SCARE_QUOTES)),
        ("Two men were killed at the gate.", ("were killed", CueMark.AGENTLESS_PASSIVE)),
        ("On the stairs he stiffly denied the report.", ("stiffly", CueMark.LOADED)),
        ("In May the firm was loudly claiming a right to the pier.", ("loudly", CueMark.LOADED)),
    ],
)
def test_each_mark_is_found(text: str, cue: tuple[str, CueMark]) -> None:
    assert marks(text) == [(*cue, Voice.OUTLET)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed by a falling beam.",
        "He called the plan a “reform” of the service.",
        "She recently denied the report.",
        "She openly denied the report.",
        "The government raised the tax, and prices rose.",
        "The migrants wait at the border with refugees.",
    ],
)
def test_what_needs_no_second_look_is_silent(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "“It was a brazen lie,” the owner said. The owner then lambasted the court for an hour.",
            ["lambasted"],
        ),
        ("The owner called it a “brazen” lie. It was printed in May.", []),
        ("The owner said the plan was utterly wrong. It was printed in May.", []),
        ("The owner said so in May. The plan was utterly wrong.", ["utterly"]),
        ("Critics say that the council slammed the offer.", []),
        ("The union slammed the offer, the owner said.", []),
        ("The union slammed the offer after the owner had spoken.", ["slammed"]),
    ],
)
def test_only_the_outlets_own_words_are_shown(text: str, own: list[str]) -> None:
    found = marks(text)
    assert [words for words, _, _ in found] == own
    assert {voice for _, _, voice in found} <= {Voice.OUTLET}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("“The plan is a phony ideal.\n\nIt was printed in May.", False),
        ('"The plan is a phony ideal.\n\nIt was printed in May.', False),
        ("The plan is a phony ideal.”\n\nIt was printed in May.", False),
        ("The “new” plan is a phony ideal.\n\nIt was printed in May.", True),
        ('The 6" pipe is a phony ideal.\n\nIt was printed in May.', True),
    ],
)
def test_a_mark_that_opens_or_closes_nothing_makes_the_sentence_a_quotation(text: str, *, own: bool) -> None:
    assert marks(text) == ([("phony", CueMark.LOADED, Voice.OUTLET)] if own else [])


def test_the_most_telling_come_first_and_of_those_the_first_in_the_text() -> None:
    plain = "The board met on Monday about the lake ferry."
    text = "\n\n".join(
        (
            "Union snubs the lake ferry",
            "The mayor apparently knew of the crack.",
            plain,
            plain.replace("Monday", "Tuesday"),
            plain.replace("Monday", "Friday"),
            "The club mocked the owner. It was all collateral damage. The plan was utterly wrong.",
            "The visit was meant to shore up support in the north.",
        )
    )
    shown = [words for words, _, _ in marks(text)]
    assert shown == ["snubs", "mocked", "shore up", "collateral damage", "utterly", "apparently"]
    late = text.replace("The board met on Monday about", "The board lambasted")
    assert [words for words, _, _ in marks(late)][:3] == ["snubs", "lambasted", "mocked"]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Two men were killed at the gate.", True),
        ("Two men were shot at the gate.", False),
        ("The two men were accused.", False),
        ("The union slammed the offer.", True),
    ],
)
def test_what_law_or_fact_calls_an_act_has_no_other_word(text: str, *, offered: bool) -> None:
    (cue,) = find_cues(Text.of(Document(article(text, "A"))), Identities())
    assert bool(cue.alternatives) is offered


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # Listed as adjectives.
        ("It was a disturbing report.", ["disturbing"]),
        ("The report was disturbing.", ["disturbing"]),
        ("The court saw no ground for disturbing the decision.", []),
        ("The town is plagued by debts.", []),
        ("The disgraced minister left.", ["disgraced"]),
        ("He disgraced his office.", []),
        # Listed as verbs.
        ("They malign the mayor.", ["malign"]),
        ("Critics malign the mayor.", ["malign"]),
        ("It is the work of some malign spirit.", []),
        ("He went on to slam the mayor.", ["slam"]),
        ("A grand slam in tennis.", []),
    ],
)
def test_a_wording_that_stands_as_another_part_of_speech_is_silent(text: str, shown: list[str]) -> None:
    assert [words for words, _, _ in marks(text)] == shown


def test_a_wording_that_a_pair_shows_is_not_shown_again() -> None:
    articles = [article(ONE, "A"), article(OTHER, "B")]
    findings = compare_articles(articles).findings
    assert "Norway's backyard" in [ONE[f.spans[0].start : f.spans[0].end] for f in findings]
    assert [f for f in findings if isinstance(f, FramingCue)] == []
    alone = find_cues(Text.of(Document(articles[0])), Identities())
    assert [ONE[c.spans[0].start : c.spans[0].end] for c in alone] == [
        "slashed",
        "backyard",
    ]


def test_a_text_shows_a_handful_each_wording_once() -> None:
    words = "slammed lambasted mocked derided berated ridiculed smeared shunned snubbed".split()
    text = " ".join(f"The union {word} the owner. The club {word} the owner." for word in words)
    found = find_cues(Text.of(Document(article(text, "A"))), Identities())
    assert [cue.number for cue in found] == ["CA1", "CA2", "CA3", "CA4", "CA5", "CA6"]
    assert all(a.spans[0].start < b.spans[0].start for a, b in pairwise(found))
    assert len({text[c.spans[0].start : c.spans[0].end] for c in found}) == 6
