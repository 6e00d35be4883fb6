"""What a contrast of wording is of: the label of its row, and when it has none."""

from __future__ import annotations

import made
import msgspec
import pytest

from compare.model import Article, Device, FramingPair
from compare.render.documents import documents
from compare.render.layout import Layout
from compare.subject import heading, labelled, of_what
from compare.telling import LAID_TOGETHER
from compare.topic import names_in, nouns_in


def two(one: str, other: str) -> tuple[Article, Article]:
    return (
        made.article("A", [[one], ["The quay was wet."]], outlet="Harbour Post"),
        made.article("B", [[other], ["Gulls cried."]], outlet="Ostmark Ledger"),
    )


def contrast(both: tuple[Article, Article], one: str = "", other: str = "", **said: object) -> FramingPair:
    first, second = (text.text[text.sentences[0].start : text.sentences[0].end] for text in both)
    made_ = made.framing_pair((both[0], one or first), (both[1], other or second), "F1", rule=LAID_TOGETHER)
    given = {"device": Device.WORDING, "target": "", "concept": "two wordings", **said}
    return msgspec.structs.replace(made_, **given)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        pytest.param(
            "The council put off the vote until spring.",
            "A narrow vote on it was dropped by members.",
            "on the vote",
            id="a thing that both have",
        ),
        pytest.param(
            "Deputies praised Lund for her candour.",
            "Critics mocked Mara Lund at length.",
            "on Mara Lund",
            id="a name in full",
        ),
        pytest.param(
            "Sales of contracts went on all year.",
            "Friends won most of contracts and more contracts.",
            "on contracts",
            id="several things",
        ),
        pytest.param(
            "Rules of the Harbour Board were ignored.",
            "Nobody listened to the Harbour Board there.",
            "on the Harbour Board",
            id="a body",
        ),
        pytest.param(
            "Fewer ships came on Monday morning.",
            "Trade fell on Monday in the cold.",
            "",
            id="only a day",
        ),
        pytest.param("Fewer ships came.", "Trade fell off badly.", "", id="nothing that both have"),
        pytest.param("People came last week.", "Many people left last week.", "", id="everyday words alone"),
        pytest.param(
            "The Harbour Post asked him.", "He spoke to the Harbour Post.", "", id="the paper that tells it"
        ),
    ],
)
def test_a_row_is_labelled_by_the_rarest_name_or_thing_of_both(one: str, other: str, label: str) -> None:
    both = two(one, other)
    assert of_what(contrast(both), both) == label
    assert of_what(contrast(both), both[::-1]) == label


def test_what_the_stretches_have_goes_before_what_only_their_sentences_have() -> None:
    both = two(
        "Nurses left the clinic when the lorry burned.", "The lorry was seen as nurses ran from the clinic."
    )
    inside = contrast(both, "when the lorry burned", "The lorry was seen")
    assert of_what(inside, both) == "on the lorry"
    apart = contrast(both, "when the lorry burned", "ran from the clinic")
    assert of_what(apart, both) in ("on the clinic", "on the lorry")


def test_a_device_that_is_recognised_stays_and_two_wordings_are_none() -> None:
    both = two("The council put off the vote.", "The vote was dropped.")
    assert labelled(contrast(both), both) == ("on the vote", "")
    named = contrast(both, device=Device.CAUSE, concept="why, or what follows")
    assert heading(named, both) == "on the vote: why, or what follows"
    given = contrast(both, target="Mara Lund", device=Device.QUOTATION, concept="which words each quotes")
    assert heading(given, both) == "Mara Lund"
    lead = contrast(both, device=Device.LEAD, concept="how each begins")
    assert heading(lead, both) == "how each begins"


@pytest.mark.parametrize("format", ["html", "markdown", "text", "csv"])
def test_every_edition_has_the_label_and_none_says_two_wordings(format: str) -> None:
    both = two("The council put off the vote.", "The vote was dropped by the council.")
    joined = made.link(*((text, text.text[: text.sentences[0].end].strip()) for text in both))
    pair = contrast(both, rank=90.0, why="Two wordings.")
    whole = made.comparison(both, links=[joined], findings=[pair])
    page = documents(whole, format=format, layout=Layout())[0].decode("utf-8-sig")
    assert "on the " in page
    assert "wo wordings" not in page.replace("Two wordings.", "" if format == "csv" else "Two wordings.")


def test_names_are_read_without_roles_and_endings() -> None:
    assert names_in("said Mayor Jo Orr of Merrin’s Harbour Board") >= {"Jo Orr", "Merrin"}
    assert "bridge" in nouns_in("They closed the bridge. It stood.")
