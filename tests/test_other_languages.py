"""Texts in other languages: which language it is, their sentences and links, and what is not looked for."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.measure import count_of
from compare.model import (
    Article,
    Attribution,
    Comparison,
    Discrepancy,
    FramingCue,
    FramingPair,
    NotMeasured,
    OtherReadability,
    SharedFact,
    Tension,
    Tier,
)
from compare.pipeline import compare_articles
from compare.read.article import article_from_bytes
from compare.render.memo.memo import html as memo
from compare.render.plain.json import from_json, to_json
from compare.render.plain.markdown import markdown
from compare.render.plain.text import text as terminal
from compare.render.report import html as report
from compare.render.web import web
from compare.telling import counted
from compare.text.detect import language_of
from compare.text.elsewhere.languages import language_name, languages, root
from compare.text.elsewhere.words import clauses_elsewhere
from compare.text.sentences import sentences
from compare.text.words import words

FILE = Path(__file__).parent / "other_languages.toml"
PAIRS = {
    code: (texts["first"], texts["second"])
    for code, texts in tomllib.loads(FILE.read_text(encoding="utf-8")).items()
}
ENGLISH = (
    "The council of Riverton shut the Stone Bridge on Monday after engineers found a crack in a pier. "
    "The repair will take eight months and cost 12 million euros, Mayor Ilse Brandt said."
)
OF_ENGLISH_WORDS = (Attribution, Discrepancy, FramingCue, FramingPair, Tension)


def read(text: str, label: str, language: str | None = None) -> Article:
    return article_from_bytes(text.encode(), name=f"{label.lower()}.txt", label=label, language=language)[0]


@cache
def compared(*texts: str) -> Comparison:
    return compare_articles([read(text, label) for text, label in zip(texts, "ABC", strict=False)])


def said(comparison: Comparison) -> set[tuple[str, ...]]:
    """The sentences that are told to be shared, in part or in whole."""
    return {link.sentences for link in comparison.links if link.tier is Tier.SURE}


# ---------------------------------------------------------------------------------- which language it is


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Stadtrat hat die Brücke am Montag gesperrt, und niemand ist dabei verletzt worden."),
        ("fr", "Le conseil a fermé le pont lundi, et personne n’a été blessé dans cet accident."),
        ("es", "El ayuntamiento cerró el puente el lunes y nadie resultó herido en el accidente."),
        ("pt", "A câmara municipal fechou a ponte na segunda-feira e ninguém ficou ferido no acidente."),
        ("it", "Il consiglio comunale ha chiuso il ponte lunedì e nessuno è rimasto ferito nell'incidente."),
        ("nl", "De gemeenteraad sloot de brug op maandag en niemand is daarbij gewond geraakt."),
        ("pl", "Rada miasta zamknęła most w poniedziałek i nikt nie został ranny w wypadku."),
        ("sv", "Kommunen stängde bron i måndags och ingen skadades vid olyckan, säger polisen."),
        ("da", "Kommunen lukkede broen mandag, og ingen blev såret ved ulykken, oplyser politiet."),
        ("no", "Kommunen stengte broen mandag, og ingen ble skadet i ulykken, opplyser politiet."),
        ("fi", "Kaupunki sulki sillan maanantaina, mutta kukaan ei ollut loukkaantunut, kertoi poliisi."),
        ("cs", "Město v pondělí uzavřelo most a při nehodě nebyl nikdo zraněn, uvedla policie."),
        ("hu", "A városi tanács hétfőn lezárta a hidat, és senki sem sérült meg a balesetben."),
        ("ro", "Consiliul a închis podul luni și nimeni nu a fost rănit în accident."),
        ("tr", "Belediye pazartesi günü köprüyü kapattı ve kazada hiç kimse yaralanmadı, dedi polis."),
        ("ru", "Совет закрыл мост в понедельник, и никто не пострадал."),
        ("uk", "Рада закрила міст у понеділок, і ніхто не постраждав."),
        ("bg", "Общината затвори моста в понеделник и никой не е пострадал, каза кметът."),
        ("fa", "شورا روز دوشنبه پل را بست و هیچ کس در این حادثه زخمی نشد."),
        ("ur", "کونسل نے پیر کو پل بند کر دیا اور حادثے میں کوئی زخمی نہیں ہوا۔"),
        ("he", "המועצה סגרה את הגשר ביום שני ואיש לא נפגע."),
        ("en", ENGLISH),
        *((code, pair[0]) for code, pair in PAIRS.items()),
    ],
)
def test_a_language_is_named(code: str, text: str) -> None:
    assert language_of(text) == code
    assert language_of(f"{text} " * 12) == code
    assert read(text, "A").language == code


@pytest.mark.parametrize(
    "text",
    [
        "Baraza la mji lilifunga daraja siku ya Jumatatu na hakuna aliyejeruhiwa katika ajali hiyo jana.",
        "1 2 3",
        f"{PAIRS['de'][0]} " * 4 + f"{PAIRS['es'][0]} " * 4,
        f"{PAIRS['ru'][0]} " + ENGLISH,
    ],
)
def test_what_is_unsure_or_mixed_is_not_named(text: str) -> None:
    article, notes = article_from_bytes(text.encode(), name="a.txt", label="A")
    assert article.language is None
    assert [note.text for note in notes if note.code == "language"] == [
        "a.txt: reads as no language that is known, or as more than one: made for English, the comparison "
        "looks for less in it"
    ]


def test_what_the_user_says_goes_first_and_a_doubtful_statement_is_doubted() -> None:
    assert read(PAIRS["de"][0], "A", language="nl").language == "nl"
    article, notes = article_from_bytes(f"---\nlang: de\n---\n{ENGLISH}".encode(), name="a.txt", label="A")
    assert article.language == "de"
    assert notes[-1].text.endswith("it reads as English: if so, give --language en")


def test_every_language_on_the_list_has_what_its_use_needs() -> None:
    import snowballstemmer

    for code, known in languages().items():
        assert known.name.istitle()
        assert known.stemmer is None or known.stemmer in snowballstemmer.algorithms()
        assert root(code) == code
        assert all(word == word.lower() and not word.endswith(".") for word in known.title | known.any)
    assert (language_name("de-AT"), language_name("tlh"), language_name("en-GB")) == (
        *("German", "tlh", "English"),
    )


# ------------------------------------------------------------------------------------------ sentence ends


@pytest.mark.parametrize(
    "text",
    [
        "Совет закрыл мост. | Никто не пострадал. | Работы займут 2 месяца.",
        "Город стоит на р. Волга. | В 2019 г. Москва выделила 3 млн. рублей. | Это сказал А. С. Орлов.",
        "Он родился в 1990 г. | Он вырос в г. Туле. | Там были дома, школы и т. д. | Потом он уехал.",
        "Ремонт обойдётся в 5 тыс. руб. | По словам мэра, деньги есть.",
        "«Мы не знали», — сказал он. | «Почему?» — спросила она. | «Нет!» | Он остался.",
        "Рада закрила міст на вул. Садовій. | Мер сказав, що гроші є.",
        "Ο δήμος έκλεισε τη γέφυρα. | Πότε θα ανοίξει; | Κανείς δεν ξέρει. | «Πού πάμε;» ρώτησε ο κ. Παπάς.",
        "Η γέφυρα άνοιξε στις 8 π.μ. | Ο δήμαρχος μίλησε. | Υπάρχουν δρόμοι κ.λπ. | Αυτό είπε.",
        "أغلق المجلس الجسر. | متى يفتح؟ | لا أحد يعلم. | قال د. سامي إن الجسر آمن.",
        "وقال: «هل هذا ممكن؟». | لم يجب أحد.",
        "کونسل نے پل بند کر دیا۔ | کیا یہ محفوظ ہے؟ | کوئی نہیں جانتا۔",
        "परिषद ने पुल बंद कर दिया। | क्या यह सुरक्षित है? | डॉ. मेहता ने कहा कि हाँ। | “यह ठीक है।” | वे गए।",
        "市议会关闭了大桥。|没有人受伤！|为什么？|“我们不知道。”他说。|“很旧。”工程师指出，要修。",
        "市議会は橋を閉鎖した。|「安全だ。」と市長は述べた。|「いつ開く？」|記者が尋ねた。|答えはない。",
        "終わった!|次は?|明日だ。",
        "市长说：“好。” | 他走了。",
        "시의회는 다리를 폐쇄했다. | 다친 사람은 없었다.",
        "Խորհուրդը փակեց կամուրջը։ | Ոչ ոք չի տուժել: | Աշխատանքները կտևեն երկու ամիս։",
        "המועצה סגרה את הגשר. | איש לא נפגע.",
        "สภาเมืองปิดสะพาน ไม่มีใครบาดเจ็บ",
        "Am 3. Juni wurde die Brücke gesperrt. | Der 2. Weltkrieg war vorbei. | Es waren 12. | Die Stadt.",
        "Das kostet ca. 5 Mio. Euro, z. B. für Stahl usw. | Die Stadt zahlt, vgl. Nr. 5 u. a. im Text.",
        "„Das ist gut.“ | Dann ging er. | „Warum?“, fragte sie. | »Es ist so.« | Danach schwieg er.",
        "König Ludwig XIV. Frankreich verdankt er viel. | Das Werk der Brüder war groß. | Für ihn war es so.",
        "Il part. | « Je ne sais pas. » | Elle reste. | « Pourquoi ? » demande-t-il. | M. Macret est là.",
        "Le pont, p. ex. celui du port, coûte env. 5 millions. | C’était l’été. | Il est né. | On part.",
        "¿Quién fue? | Nadie lo sabe. | ¡Qué día! | El Sr. García habló con EE. UU. y con la Sra. López.",
        "Llegó a EE. UU. | El lunes se fue. | Hay trenes, barcos, etc. | El resto es así.",
        "Il sig. Rossi e la dott.ssa Neri parlano. | L'on. Verdi tace. | Ci sono navi, ecc. | Il resto no.",
        "O Sr. Silva e a Dra. Costa falaram. | A av. Paulista está fechada.",
        "Dhr. Jansen en mevr. De Wit spraken. | Er zijn bijv. Duitse bruggen enz. | De rest is zo.",
        "Pan prof. Kowal i św. Jan są tu. | Most, np. Polny, ma wady itd. | Reszta jest taka.",
        "Det finns tåg, båtar osv. | Resten är så. | Kl. 8 stängs bron.",
        "Broen koster ca. 5 mio. kr. | Den er lukket. | Han bor på 2. sal.",
        "Ing. Novák byl na ul. Krk. | Potom odešel. | Bylo to 3. června. | Byl tam vlk. | Policie ho viděla.",
        "Prof. Dr. Yılmaz ve Av. Kaya geldi. | Köprü 8. Cadde'de. | Bu köprü eski.",
        "Сообщает агентство.|Мост закрыт. | Сайт Lenta.ru молчит.",
    ],
)
def test_sentences_end_where_their_language_ends_them(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]
    whole = text.replace(" | ", " ").replace("|", "")
    assert [whole[start:end] for start, end in sentences(whole)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "It opens at 8 a.m. | The bridge was shut.",
        "It opens at 8 a.m. Monday for cars.",
        "It opens at 8 a.m. EDT on Monday. | It shuts at 9 p.m. CET.",
        "It shut at 8 a.m. Eastern Standard Time on Friday.",
        "It shut at 8 a.m. London time. | It shut at 8 a.m. Christmas Day.",
        "The meeting began at 8 a.m. | Brandt opened it.",
        "At 8 a.m. Brandt opened it.",
        "When it began at 8 a.m. Brandt spoke.",
        "They left at 8 A.M. | Mr. Orr stayed.",
        "“It opens at 8 a.m.” | She left.",
        "The bridge opens at 8 a.m.",
        "It opens at 8 a.m., she said.",
    ],
)
def test_the_clock_ends_a_sentence_only_before_another(text: str) -> None:
    whole = text.replace(" | ", " ")
    assert [whole[start:end] for start, end in sentences(whole)] == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "The die is cast. | Das Boot is a film; The Boat is its title.",
        "He called it “λόγος; the word”. | It was the Greek way.",
        "She sold le Monde No. 5. | The rest was art. | It was on. | Then she left.",
        "They were in St. Gallen with the Col. Mason. | It rained.",
    ],
)
def test_english_text_with_foreign_words_stays_english(text: str) -> None:
    whole = text.replace(" | ", " ")
    assert [whole[start:end] for start, end in sentences(whole)] == text.split(" | ")


LETTERS = st.sampled_from([*"аяЖ αΩ; .!?؟۔।。「」”“„«» \n市橋かカกเाé3٣,،، (a) г. т.е. Mio.".split(" "), " "])


@given(st.lists(LETTERS, max_size=40).map("".join))
def test_every_character_is_in_one_sentence_one_clause_and_at_most_one_word(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[s:e] for s, e in spans).split() == text.split() or "".join(
        "".join(text[s:e].split()) for s, e in spans
    ) == "".join(text.split())
    for start, end in spans:
        parts = clauses_elsewhere(text, start, end)
        assert parts[0][0] == start
        assert parts[-1][1] == end
        for word in words(text, start, end, language="ru"):
            assert start <= word.start < word.end <= end


# --------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ru", "мостами", "мосту"),
        ("de", "Brücken", "Brücke"),
        ("fr", "l’accident", "accidents"),
        ("ko", "다리를", "다리가"),
        ("ar", "الجسر", "جسر"),
        ("el", "γέφυρες", "γέφυρα"),
        ("pl", "mostami", "mostach"),
    ],
)
def test_forms_of_one_word_meet(code: str, one: str, other: str) -> None:
    keys = [{w.key for w in words(t, 0, len(t), language=code) if w.content} for t in (one, other)]
    assert keys[0] == keys[1]


def test_chinese_and_thai_are_runs_of_two_and_japanese_grammar_is_none() -> None:
    assert [w.key for w in words("市长宣布", 0, 4, language="zh")] == ["市长", "长宣", "宣布"]
    japanese = "橋を閉鎖したバス"
    found = words(japanese, 0, len(japanese), language="ja")
    assert [w.key for w in found if w.content] == ["橋", "閉鎖", "バス"]
    assert [w.key for w in words("बंद कर", 0, 6, language="hi")] == ["बंद", "कर"]
    assert (count_of("市长说：“1200万元”。"), count_of("Две части, три.")) == (6, 3)


def test_a_german_noun_is_no_name() -> None:
    text = "Der Rat sperrt die Brücke."
    assert not any(word.name for word in words(text, 0, len(text), language="de"))


# --------------------------------------------------------------------------------- two texts in a language

SHARED = {
    "ru": {("A1", "B1"), ("A2", "B2"), ("A3", "B5")},
    "de": {("A1", "B2"), ("A2", "B3"), ("A3", "B1")},
    "es": {("A1", "B1"), ("A2", "B2")},
    "el": {("A1", "B1"), ("A2", "B2")},
    "zh": {("A1", "B1"), ("A2", "B2")},
    "ja": {("A1", "B1"), ("A2", "B3")},
    "ko": {("A1", "B2"), ("A2", "B3")},
    "ar": {("A1", "B1"), ("A2", "B2")},
    "hi": {("A1", "B1"), ("A1", "B2"), ("A2", "B3")},
    "th": {("A1", "B1"), ("A2", "B2")},
}
ONE_TOPIC = {"de": {("A1", "B1")}, "ja": {("A1", "B2")}, "ko": {("A1", "B1")}}


@pytest.mark.parametrize("code", PAIRS)
def test_what_both_say_is_found_and_nothing_english_is(code: str) -> None:
    found = compared(*PAIRS[code])
    assert SHARED[code] <= said(found) <= SHARED[code] | ONE_TOPIC.get(code, set())
    assert any(isinstance(finding, SharedFact) for finding in found.findings)
    # Headline, lead and close stand side by side in any language.
    assert not any(isinstance(finding, OF_ENGLISH_WORDS) for finding in counted(found))
    assert from_json(to_json(found), name="x.json") == found


@pytest.mark.parametrize("code", PAIRS)
def test_swapping_the_texts_swaps_the_links(code: str) -> None:
    one, other = PAIRS[code]
    turned = {(f"A{second[1:]}", f"B{first[1:]}") for first, second in said(compared(one, other))}
    assert said(compared(other, one)) == turned


@pytest.mark.parametrize("code", ["ru", "de", "es", "ar", "zh"])
def test_a_title_and_a_name_alone_are_no_fact(code: str) -> None:
    together = {
        "ru": ("Мэр А. С. Орлова закрыла мост.", "Налоги снизит мэр Орлова."),
        "de": (
            "Bürgermeisterin Dr. Ilse Brandt sperrt das Tor.",
            "Steuern senkt Bürgermeisterin Brandt bald.",
        ),
        "es": ("La alcaldesa, la Sra. Ruiz, cerró el puente.", "Bajará los impuestos la alcaldesa Ruiz."),
        "ar": ("لم تجب رئيسة البلدية.", "خفضت رئيسة البلدية الضرائب."),
        "zh": ("市长李春梅关闭了大桥。", "税款将由市长李春梅降低。"),
    }[code]
    found = compare_articles([read(t, label, language=code) for t, label in zip(together, "AB", strict=True)])
    assert said(found) == set()


# ------------------------------------------------------------------------------------ what is not looked for

LACKING = (
    "conflicts of figures and dates",
    "conflicts of names",
    "other differences in what linked passages say",
    "contrasts of wording",
    "attribution (who says what)",
    "loaded wording",
    "questions within one text",
    "bylines and other lines beside the text",
)


def test_nothing_is_left_out_for_english() -> None:
    assert compared(ENGLISH, ENGLISH.replace("eight", "nine")).not_looked_for == ()


def test_what_a_language_lacks_is_listed() -> None:
    assert compared(*PAIRS["de"]).not_looked_for == LACKING
    assert compared(*PAIRS["zh"]).not_looked_for == (*LACKING, "readability")
    unknown = (
        "Baraza la mji lilifunga daraja siku ya Jumatatu na hakuna aliyejeruhiwa katika ajali hiyo jana."
    )
    assert compared(unknown, unknown).not_looked_for == (*LACKING, "readability")


def test_of_several_texts_it_is_said_which() -> None:
    three = compared(ENGLISH, PAIRS["zh"][0], ENGLISH.replace("shut", "closed"))
    assert three.not_looked_for[0] == "conflicts of figures and dates with B"
    assert three.not_looked_for[4] == "attribution (who says what) in B"
    assert three.not_looked_for[-1] == "readability of B"
    assert any(isinstance(finding, Attribution) for finding in three.findings)
    two = compared(ENGLISH, PAIRS["de"][0])
    assert two.not_looked_for[0] == "conflicts of figures and dates"
    assert two.not_looked_for[-1] == "bylines and other lines beside the text in B"


def test_two_languages_are_one_note_and_no_question_about_the_event() -> None:
    (note,) = compared(PAIRS["ru"][0], PAIRS["de"][0]).notes
    assert note.code == "languages"
    assert note.text.startswith("the texts are in different languages (A: Russian, B: German)")
    assert not any(n.code == "languages" for n in compared(*PAIRS["ru"]).notes)


@pytest.mark.parametrize("make", [report, web, memo, markdown, terminal])
def test_every_edition_says_it_first(make: object) -> None:
    assert callable(make)
    page = " ".join(str(make(compared(PAIRS["ru"][0], PAIRS["de"][0]))).split())
    first = page.index("Not looked for, as the rules for it are English: conflicts of figures and dates")
    assert page.index("The texts are in different languages") < first
    assert "No conflict" not in page
    assert "Not looked for" not in str(make(compared(ENGLISH, ENGLISH)))


def test_a_report_does_not_count_what_was_not_looked_for() -> None:
    page = " ".join(report(compared(*PAIRS["zh"])).split())
    for words_ in ("differences and wording: not looked for", "76 characters"):
        assert words_ in page
    assert "outlet’s own voice" not in page


# --------------------------------------------------------------------------------------------- readability


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("de", ["Wiener Sachtextformel", "Flesch–Amstad"]),
        ("es", ["Fernández Huerta", "Szigriszt-Pazos", "Gutiérrez de Polini", "Crawford, years of school"]),
        ("ru", ["Flesch–Oborneva"]),
        ("ar", ["Osman"]),
    ],
)
def test_a_language_is_measured_by_its_own_formulas(code: str, names: list[str]) -> None:
    text = f"{PAIRS[code][0]} " * 4
    figures = compared(text, text).measures[0].readability
    assert isinstance(figures, OtherReadability)
    assert [formula.name for formula in figures.formulas] == names
    page = " ".join(report(compared(text, text)).split())
    assert f"{names[0]} {figures.formulas[0].value:.1f}" in page


def test_where_there_is_no_formula_the_reason_stands() -> None:
    found = compared(PAIRS["el"][0] * 4, PAIRS["el"][1]).measures[0].readability
    assert found == NotMeasured(reason="textstat has no formula that was made for Greek")


# --------------------------------------------------------------------------------------------- the same bytes

SCRIPT = """
import json, sys
from compare.pipeline import compare_articles
from compare.read.article import article_from_bytes
from compare.render.plain.json import to_json
texts = json.load(open(sys.argv[1], encoding="utf-8"))
read = [article_from_bytes(t.encode(), name="x.txt", label=l)[0] for t, l in zip(texts, "AB")]
sys.stdout.buffer.write(to_json(compare_articles(read)))
"""


@pytest.mark.parametrize("code", ["ru", "zh"])
def test_bytes_do_not_hang_on_locale_or_hash(code: str, tmp_path: Path) -> None:
    given_ = tmp_path / "texts.json"
    given_.write_text(json.dumps(PAIRS[code]), encoding="utf-8")
    made = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(given_)],
            capture_output=True,
            check=True,
            env={"LC_ALL": "C", "PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "77")
    }
    assert len(made) == 1


def test_an_english_run_reads_no_list_of_languages_and_no_stemmer() -> None:
    script = (
        "import sys; from compare.pipeline import compare_articles;"
        "from compare.read.article import article_from_bytes as read;"
        "from compare.text.elsewhere import languages;"
        f"a = [read({ENGLISH!r}.encode(), name='x', label=l)[0] for l in 'AB']; compare_articles(a);"
        "print('snowballstemmer' in sys.modules, languages.languages.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False 0\n"
