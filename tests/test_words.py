"""Words, their keys, and the countries among them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.countries import Naming, Role, country, mentions, usual_name
from compare.text.senses import base_form, commonness, entry, is_two_words
from compare.text.words import words

TABLE = Path(__file__).resolve().parent.parent / "compare" / "text" / "en" / "countries.toml"


def keys(text: str) -> list[str]:
    return [word.key for word in words(text, 0, len(text)) if word.content]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three per cent", "3%"),
        ("3 percent", "3%"),
        ("12 Nov.", "12 November"),
        ("re-election", "reelection"),
        ("E-mail", "email"),
        ("a mid-term vote", "midterm votes"),
        ("the theatre", "a theater"),
        ("forty tyres", "40 tires"),
        ("1,200 guests", "1200 guest"),
        ("the U.S.", "US"),
        ("Kent’s banks", "Kent's bank"),
        ("they urged", "to urge"),
        ("children", "a child"),
    ],
)
def test_two_ways_of_writing_one_thing_have_one_key(one: str, other: str) -> None:
    assert keys(one) == keys(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a state", "would state"),
        ("12 guests", "22 guests"),
        ("us", "US"),
        ("five cents", "five per cent"),
        ("pro-Danish", "prodanish"),
    ],
)
def test_two_things_have_two_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_function_words_and_reporting_verbs_say_nothing() -> None:
    assert keys("He said that it wouldn’t be for them, according to her.") == []


def test_a_name_is_known_by_its_capital_inside_a_sentence_or_as_a_country() -> None:
    for text, names in (
        ("Banks in Oslo sued Kent; Norway did not.", ["Oslo", "Kent", "Norway"]),
        ("Minister Ilse Brandt left.", ["Minister", "Ilse", "Brandt"]),
    ):
        assert [text[w.start : w.end] for w in words(text, 0, len(text)) if w.name] == names


def test_a_country_is_one_word_however_many_it_is_written_with() -> None:
    text = "The White House and South Korea’s envoys met in Washington, D.C."
    found = [(text[w.start : w.end], w.country) for w in words(text, 0, len(text)) if w.country]
    assert found == [("White House", "US"), ("South Korea’s", "KR"), ("Washington, D.C.", "US")]


@given(st.text(alphabet="aB1 .,'’-%\nKremlinUS", max_size=80))
def test_words_stand_in_order_inside_their_stretch(text: str) -> None:
    found = words(text, 0, len(text))
    ends = [0, *(word.end for word in found)]
    assert all(end <= word.start < word.end <= len(text) for end, word in zip(ends, found, strict=False))


@pytest.mark.parametrize(
    ("name", "naming"),
    [
        ("Norway", Naming(code="NO", role=Role.COUNTRY)),
        ("the Netherlands", Naming(code="NL", role=Role.COUNTRY)),
        ("Norwegians", Naming(code="NO", role=Role.DEMONYM)),
        ("Brasilia", Naming(code="BR", role=Role.CAPITAL)),
        ("Brasília", Naming(code="BR", role=Role.CAPITAL)),
        ("the Élysée", Naming(code="FR", role=Role.SEAT)),
        ("10 Downing Street", Naming(code="GB", role=Role.SEAT)),
        ("U.N.", Naming(code="XUN", role=Role.COUNTRY)),
        ("Polish", Naming(code="PL", role=Role.DEMONYM)),
        ("polish", None),
        ("us", None),
        ("White", None),
        ("", None),
    ],
)
def test_a_name_stands_for_a_country_by_a_role(name: str, naming: Naming | None) -> None:
    assert country(name) == naming


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian-Turkish trade", [("Russian", "RU"), ("Turkish", "TR")]),
        ("Guinea-Bissau and Guinea", [("Guinea-Bissau", "GW"), ("Guinea", "GN")]),
        ("St. Lucia’s coast", [("St. Lucia", "LC")]),
        ("Mexico City is in Mexico", [("Mexico City", "MX"), ("Mexico", "MX")]),
        ("China’s Taipei office", [("China", "CN"), ("Taipei", "TW")]),
        ("People’s Republic of China", [("People’s Republic of China", "CN")]),
        ("South of Korea, South", []),
        ("Côte d’Ivoire beat the U.S. 2-0", [("Côte d’Ivoire", "CI"), ("U.S.", "US")]),
        ("the Kremlins", []),
    ],
)
def test_countries_are_found_at_their_longest(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[m.start : m.end], m.code) for m in mentions(text, 0, len(text))] == found


def test_only_the_asked_stretch_is_read() -> None:
    text = "Chile met Peru in Spain"
    assert [m.code for m in mentions(text, 6, 14)] == ["PE"]


TABLED = [
    (code, name)
    for code, fields in tomllib.loads(TABLE.read_text(encoding="utf-8")).items()
    for names in fields.values()
    for name in names
]


def test_every_name_of_the_table_is_found_in_a_sentence_and_stands_for_one_country() -> None:
    wrong = []
    for code, name in TABLED:
        text = f"Then {name}’s envoy left."
        found = [(m.code, text[m.start : m.end]) for m in mentions(text, 0, len(text))]
        if found not in ([(code, name)], [(code, name.removeprefix("the ").removeprefix("The "))]):
            wrong.append((name, found))
    assert wrong == []
    assert len({code for code, _ in TABLED}) > 200
    assert all(usual_name(code) for code, _ in TABLED)


@pytest.mark.parametrize(
    ("form", "base"),
    [("guests", "guest"), ("urged", "urge"), ("went", "go"), ("countries", "country"), ("news", "news")],
)
def test_a_form_has_its_base(form: str, base: str) -> None:
    assert base_form(form) == base


def test_the_list_of_senses_knows_neighbours_and_how_common_a_word_is() -> None:
    kid, child = entry("kid"), entry("child")
    assert kid is not None
    assert child is not None
    assert kid.first & child.first
    assert entry("tarnholm") is None
    assert 0 == commonness("tarnholm") < commonness("sanction") < commonness("make") <= 1
    assert (is_two_words("state"), is_two_words("visit")) == (True, False)
