"""The word lists: every entry says why and by whose advice, fires where it should and is silent elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from compare.errors import UsageError
from compare.find.framing.hits import Finder, Hit
from compare.find.framing.lines import Text
from compare.read import article_from_bytes
from compare.text.document import Document
from compare.text.wordlists import SHIPPED, Entry, Family, parsed, wordlists

ENTRIES = wordlists()
FINDER = Finder.of(ENTRIES)
FOLDER = Path(__file__).parent.parent / "compare" / "words"


def hits(text: str, finder: Finder = FINDER) -> list[Hit]:
    article, _ = article_from_bytes(text.encode(), name="a.txt", label="A")
    read = Text.of(Document(article))
    return [hit for line in read.lines for hit in finder.hits(article.text, line)]


def terms(text: str) -> set[str]:
    return {hit.entry.term for hit in hits(text)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.concept}/{entry.term}")
def test_an_entry_fires_on_its_example_and_is_silent_on_the_other(entry: Entry) -> None:
    assert entry in [hit.entry for hit in hits(entry.fires)]
    assert entry not in [hit.entry for hit in hits(entry.silent)]


def test_there_are_few_entries_in_groups_of_two_and_more() -> None:
    assert 150 <= len(ENTRIES) <= 300
    alone = [name for name, size in Counter(e.concept for e in ENTRIES).items() if size < 2]
    assert alone == ["standing"]  # one entry of many nouns: it only says what kind of thing rises or falls


def test_every_file_in_the_folder_is_loaded() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(SHIPPED)


def test_a_word_that_names_no_side_is_never_shown_alone() -> None:
    assert [e.term for e in ENTRIES if e.family in (Family.RISE, Family.FALL) and not e.only_in_pairs] == []


@pytest.mark.parametrize(
    "text",
    [
        "The French and German ministers met in the capital on Monday with Chinese and Nigerian bankers.",
        "The committee published its report on schools and roads, and members asked for more time.",
        "In the morning the Swiss team left the station, and the Polish team followed in two buses.",
    ],
)
def test_nationalities_and_plain_words_never_fire(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Mr Slam and Ms Blast met at Regime House.", {"slam", "regime"}),
        ("They sell cut-price and blast-proof doors.", {"cut", "slam"}),
        ("The slams of the doors were heard.", {"slam"}),
        ("The mayor's slights and the voters' guts were noted.", {"slash"}),
        ("He left the hall to cheers from the gallery.", {"cheer"}),
        ("They want to plan and to link the towns.", {"plan", "link"}),
    ],
)
def test_names_compounds_and_other_parts_of_speech_are_silent(text: str, silent: set[str]) -> None:
    assert terms(text) & silent == set()


def test_in_a_headline_capitals_are_no_names() -> None:
    page = "Union Slams Offer From Port Owner\n\nThe union met on Monday. It gave no reason for that."
    assert "slam" in terms(page)


GOOD = """
[weather]
family = 'loaded'
as = 'adjective'
why = 'It judges the weather.'
source = 'A style guide'
instead = ['warm']
[weather.terms]
glorious = { fires = 'It was a glorious day.', silent = 'The glory passed.' }
"""


def test_a_users_file_extends_the_lists_and_takes_the_place_of_equal_entries() -> None:
    own = GOOD.replace("weather", "wonder").replace("glorious =", "bizarre =")
    longer = wordlists(("own.toml", GOOD), ("more.toml", own))
    assert len(longer) == len(ENTRIES) + 1
    assert [e.why for e in longer if e.term == "bizarre"] == ["It judges the wonder."]


@pytest.mark.parametrize("term", ["re-engineered", "o'clock", "co-opted", "well-heeled"])
def test_a_term_is_cut_as_the_words_of_a_text_are(term: str) -> None:
    own, _ = parsed(GOOD.replace("glorious =", f'"{term}" ='), name="own.toml")
    assert [hit.entry.term for hit in hits(f"It was a {term} day.", Finder.of(own))] == [term]


def test_a_users_file_may_take_the_place_of_all_lists() -> None:
    assert [e.term for e in wordlists(("own.toml", "replace = true\n" + GOOD))] == ["glorious"]


@pytest.mark.parametrize(
    ("change", "by", "message"),
    [
        ("why = 'It judges the weather.'", "", "own.toml: weather.glorious: why is missing or empty"),
        ("source = 'A style guide'", "source = ''", "weather.glorious: source is missing or empty"),
        ("instead = ['warm']", "instead = []", "weather.glorious has no word of its own or none to use"),
        ("instead = ['warm']", "instead = 'warm'", "weather.glorious: instead is no list of words"),
        ("family = 'loaded'", "family = 'rude'", "family is 'rude'; it can be metaphor, loaded"),
        ("as = 'adjective'", "as = 'particle'", "as is 'particle'; it can be verb, noun"),
        (", silent = 'The glory passed.'", "", "weather.glorious: silent is missing or empty"),
        ("fires = 'It was a glorious day.', ", "", "weather.glorious: fires is missing or empty"),
        ("fires =", "only_in_pairs = 3, fires =", "only_in_pairs is neither true nor false"),
        ("fires =", "because = 'x', fires =", "weather.glorious has an unknown key because"),
        ("as =", "like = 'x'\nas =", "[weather] has an unknown key like"),
        ("[weather.terms]", "[weather.words]", "[weather] has no terms"),
        ("glorious = {", "glorious = 3 #", "weather.glorious is no table"),
        ("[weather]", "replace = 3\n[weather]", "replace is neither true nor false"),
        ("[weather]", "[weather", "cannot read the word list own.toml: "),
        ("fires =", "also = ['!'], fires =", "weather.glorious has no word of its own or none to use"),
        ("[weather]", "a = " + "[" * 1000, "own.toml: it has too many brackets inside each other; see"),
        (
            "[weather]",
            "[weather" + ".'a b' . c" * 16 + ".terms]",
            "own.toml: it has a key of more than 32 parts",
        ),
        ("[weather]", "a = " + "1" * 4301, "own.toml: it has a number that is too long; see"),
    ],
)
def test_an_entry_that_lacks_something_is_refused(change: str, by: str, message: str) -> None:
    assert parsed(GOOD, name="own.toml")[0]
    assert change in GOOD
    with pytest.raises(UsageError) as refused:
        parsed(GOOD.replace(change, by, 1), name="own.toml")
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
