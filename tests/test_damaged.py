"""Letters damaged before a text was saved: what is repaired, what is told, and that nothing rests on it."""

from __future__ import annotations

import pytest
from article_laws import check
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article, Attribution, Claim, Discrepancy, Note, SharedFact
from compare.pipeline import compare_articles
from compare.read import article_from_bytes
from compare.read.letters.decoding import decode
from compare.read.letters.entities import decoded
from compare.read.letters.misread import repaired, suspicions
from compare.text.lost_letters import guesses, legible

SOUND = (
    "“We don’t know – yet,” said Zoë Öz of the Café Müller… It cost £5 (€6) at 20°C — a naïve guess. Voilà, "
    "Işıl Doğan in Łódź met Šimon Žák and Óscar in İzmir."
)


def read(text: str, *, label: str = "A") -> tuple[Article, tuple[Note, ...]]:
    return article_from_bytes(text.encode(), name="a.txt", label=label)


def misread(text: str, codec: str, *, times: int = 1) -> str:
    """The text as a program saves it that takes its UTF-8 for another encoding."""
    for _ in range(times):
        read_as = [bytes([byte]).decode(codec, "replace") for byte in text.encode()]
        text = "".join(
            char if char != "\ufffd" else chr(byte) for char, byte in zip(read_as, text.encode(), strict=True)
        )
    return text


# --------------------------------------------------------------------------- UTF-8 read as something else


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac-roman", "cp437", "cp850", "cp1250"])
def test_what_was_read_in_another_encoding_is_repaired(codec: str) -> None:
    assert repaired(misread(SOUND, codec)).text == SOUND


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [2, 3])
def test_so_is_what_was_saved_wrongly_again_and_again(codec: str, times: int) -> None:
    assert repaired(misread(SOUND, codec, times=times)).text == SOUND


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("She said â€œnoâ€\x9d.", "She said “no”."),
        ("She said â€œnoâ€\ufffd.", "She said “no”."),
        ("She said â€œnoâ€ twice.", "She said “no” twice."),
        ("don\x92t \x93yes\x94", "don’t “yes”"),
        ("voilÃ\xa0 la cafÃ©", "voilà la café"),
        ("Ã  la carte, the cafÃ©", "à la carte, the café"),
        ("Hugo ChA\u0303\x83A\u0302¡vez", "Hugo Chávez"),
        ("ÐšÐ¸ÐµÐ² is the capital", "Киев is the capital"),
        ("Well done ðŸ˜€", "Well done 😀"),
        ("Half is sound – “café” – and half isnâ€™t.", "Half is sound – “café” – and half isn’t."),
        ("the âˆ’5 point", "the −5 point"),
    ],
)
def test_single_places_are_repaired(text: str, right: str) -> None:
    article, notes = read(f"{text} The council shut the bridge and nobody was hurt.")
    assert article.text == f"{right} The council shut the bridge and nobody was hurt."
    assert "letters-repaired" in [note.code for note in notes]


@pytest.mark.parametrize(
    "text",
    [
        "The sign read “CAFÉ” – and “É…” too.",
        "THE CAFÉ—that old place—and CAFÉ’S end.",
        "SÃO PAULO cheered “IRMÔ, and said NÃO.",
        "Ångström’s Änderung in Århus, “Ä” or “Å”.",
        "“Touché”—he laughed. Pâté’s off.",
        "In Москва, ДЕЛО and «Время» were read; В Г ДЕ.",
        "Γ rays, √2, ≈ 5 and ¬A; ƒ(x).",
        "ÎLE and ÇA, ÊTRE’s end; Â is a letter.",
        "TRÈS “CHÈRE”, À… Ô’s",
    ],
)
def test_what_a_writer_can_have_meant_is_left(text: str) -> None:
    assert (repaired(text).text, suspicions(text)) == (text, [])


@settings(max_examples=300, deadline=None)
@given(st.text("aZ éÉàÃ©â€™“”—…Äü‚√¬Γ├\u0092\u009d\ufffd\xa0", max_size=12))
def test_a_repair_ends_and_is_told(text: str) -> None:
    done = repaired(text)
    assert (done.text == text) == (done.places == 0)
    assert bool(done.codecs) == bool(done.places)


def test_a_repair_is_told_with_an_example() -> None:
    _, notes = read("The mayorâ€™s cafÃ© is shut, and the bridge will be closed for a year.")
    assert [note.text for note in notes] == [
        "a.txt: 2 places repaired where text had been read as cp1252 and saved so ('â€™' to '’'): "
        "quotations are of the repaired text"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mayorÕs office donÕt know.", "'donÕt', 'mayorÕs'"),
        ("They donÆt know why it fell.", "'donÆt'"),
        ("They don?t know and it?s late.", "'don?t', 'it?s'"),
        ("They donít know why it fell.", "'donít'"),
        ('PowerHouseâ"¢ and â€" it was shut.', "'â€', 'â\"¢'"),
        ("The cafÃ is shut.", "'fÃ'"),
    ],
)
def test_what_is_not_sure_is_told_and_left(text: str, shown: str) -> None:
    text += " The council shut the old bridge on Monday."
    article, notes = read(text)
    assert article.text == text
    damaged = [note.text for note in notes if note.code == "letters-damaged"]
    assert len(damaged) == 1
    assert all(each in damaged[0] for each in shown.split(", "))


@pytest.mark.parametrize(
    "text",
    ["Why? It is so. Is it? So they say.", "El país es así; paísos.", "Which one?s and it? s", "Isn’t it?"],
)
def test_questions_and_other_languages_are_not_suspected(text: str) -> None:
    assert suspicions(text) == []


# --------------------------------------------------------------------------------- characters of HTML


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "don&#8217;t, don&rsquo;t, don&#x2019;t, don&#146;t, don&#8217t",
            "don’t, don’t, don’t, don’t, don’t",
        ),
        ("&quot;Yes,&quot; she said &ndash; twice", '"Yes," she said – twice'),
        ("Marks &amp; Ellis, AT&amp;T, R&amp;D", "Marks & Ellis, AT&T, R&D"),
        ("don&amp;#8217;t &amp;quot;go&amp;quot; &amp;amp; stay", 'don’t "go" & stay'),
        ("the caf&eacute; took &pound;5 or&nbsp;more&hellip;", "the café took £5 or\xa0more…"),
        ("fewer than &lt; 5 per cent", "fewer than < 5 per cent"),
        ("don&acirc;&euro;&trade;t", "donâ€™t"),
    ],
)
def test_references_are_decoded(text: str, right: str) -> None:
    assert decoded(text).text == right


@pytest.mark.parametrize(
    "text",
    [
        "In HTML, &amp; stands for an ampersand and &rsquo; for an apostrophe.",
        "Web pages write `&amp;` in code.",
        "AT&T; R&D; Q&A; &co; &nonsense; & more; &#; &#x;",
        "https://example.org/?a=1&copy=2&lt=3",
        "a &lt;b&gt; tag".replace("&gt;", ">"),
        "an odd &#0; &#10; &#55296; number",
        '---\ntitle: "The &quot;old&quot; bridge"\n---\n',
    ],
)
def test_references_that_are_meant_are_left(text: str) -> None:
    assert decoded(text).text == text


def test_references_decoded_are_told_and_then_repaired() -> None:
    article, notes = read("They don&acirc;&euro;&trade;t know why the old bridge fell on Monday.")
    assert article.text == "They don’t know why the old bridge fell on Monday."
    assert [note.code for note in notes] == ["references-decoded", "letters-repaired"]


# ------------------------------------------------------------------------------ two encodings in one file

LINE = "The mayor’s “long wait” is over — the café has reopened for £3.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode() + LINE.encode("cp1252"), "utf-8 and cp1252"),
        (LINE.encode("cp1252") * 5 + LINE.encode(), "utf-8 and cp1252"),
        (LINE.encode() + LINE.encode("mac-roman"), "utf-8 and mac-roman"),
    ],
)
def test_two_encodings_in_one_file_are_both_read(data: bytes, encoding: str) -> None:
    found = decode(data, name="a.txt")
    assert set(found.text.splitlines()) == {LINE.strip()}
    assert found.encoding == encoding
    assert found.warning
    assert found.warning[0] == "encoding-mixed"


@pytest.mark.parametrize(
    "data", [LINE.encode() * 3 + b"The mayor\xe2\x80s end.", LINE.encode()[:-20] + b"\xe2\x80"]
)
def test_a_sign_cut_short_is_no_other_encoding(data: bytes) -> None:
    found = decode(data, name="a.txt")
    assert found.encoding == "utf-8 (damaged)"
    assert found.text.count("\ufffd") == 1


# ------------------------------------------------------------------------------------- letters that are lost

WHOLE = (
    "The mayor’s office said that it was “too early” to tell why the bridge in the old town had fallen.\n\n"
    "“We don’t know yet,” said Ann O’Hara, who leads the inquiry into the fall of the bridge.\n\n"
    "The café by the quay won’t open before the inquiry ends, its owner François Petit told reporters.\n"
)


def lost(text: str) -> str:
    return "".join(char if char.isascii() else "\ufffd" for char in text)


def test_no_finding_rests_on_lost_letters() -> None:
    articles = [read(lost(WHOLE))[0], read(WHOLE, label="B")[0]]
    for pair in (articles, articles[::-1]):
        found = compare_articles(pair).findings
        assert not [one for one in found if isinstance(one, Discrepancy | Claim)]
        assert len([one for one in found if isinstance(one, SharedFact)]) == 3


def test_speakers_are_found_and_named_as_the_text_has_them() -> None:
    comparison = compare_articles([read(lost(WHOLE))[0], read(WHOLE, label="B")[0]])
    names = {
        label: [
            one.name
            for one in comparison.findings
            if isinstance(one, Attribution) and one.spans[0].article == label
        ]
        for label in "AB"
    }
    assert names["B"] == ["mayor’s office", "Ann O’Hara", "François Petit"]
    assert names["A"] == [lost(name) for name in names["B"]]


def test_a_whole_sentence_that_only_one_text_has_is_still_found() -> None:
    more = "A diver who searched the river\ufffds northern bank for days found the missing van on Friday."
    articles = [read(lost(WHOLE) + "\n" + more)[0], read(WHOLE, label="B")[0]]
    claims = [one for one in compare_articles(articles).findings if isinstance(one, Claim)]
    assert [(one.number, one.sentences) for one in claims] == [("UA1", ("A4",))]


def test_other_sentences_are_compared_and_numbers_have_no_gaps() -> None:
    ours = lost(WHOLE) + "\nThe fall killed 14 people on Monday, the police said in a statement.\n"
    theirs = WHOLE + "\nThe fall killed 19 people on Monday, the police said in a statement.\n"
    found = compare_articles([read(ours)[0], read(theirs, label="B")[0]]).findings
    assert [one.number for one in found if isinstance(one, Discrepancy)] == ["D1"]


def test_lost_letters_are_told() -> None:
    _, notes = read(lost(WHOLE))
    assert [note.text for note in notes] == [
        "a.txt: 10 letters lost, with U+FFFD in place of each: no difference is drawn from those sentences; "
        "put them right for a full comparison"
    ]


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("\ufffdYes,\ufffd he said", "“Yes,” he said"),
        ("We don\ufffdt \ufffd yet", "We don’t – yet"),
        ("the caf\ufffd by the quay", "the caf\ufffd by the quay"),
        ("(\ufffdNo.\ufffd)", "(“No.”)"),
    ],
)
def test_what_was_lost_is_guessed_for_reading(text: str, guess: str) -> None:
    assert legible(text) == guess


@given(st.text("a .,“”’\n(\ufffd", max_size=20))
def test_a_guess_is_as_long_as_the_text_and_can_be_taken_back(text: str) -> None:
    guess = legible(text)
    assert len(guess) == len(text)
    assert all(one == other for one, other in zip(text, guess, strict=True) if one != "\ufffd")
    assert all("\ufffd" in word for word in guesses(text).values())


@settings(max_examples=60, deadline=None)
@given(st.text("ab .,?“”’é\n&#8217;amp\ufffdâ€™Ã©", min_size=1, max_size=60))
def test_damaged_texts_keep_the_laws_of_articles(text: str) -> None:
    article, _ = read(f"The bridge fell. {text}")
    check(article)
