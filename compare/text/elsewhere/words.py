"""Another language than English: the script of a text, and the words and clauses of a passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from itertools import accumulate, pairwise
from threading import Lock

from compare.text.elsewhere.languages import UNSPACED, OtherLanguage, language, root
from compare.text.senses import MOST_WORDS
from compare.text.tokens import Word

# By language where one language (or one by far) writes the script, else by a name of the script.
_BLOCKS: Mapping[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u0482\u048a-\u052f",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc",
    "devanagari": "\u0904-\u0963\u0966-\u097f",
    "han": "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f",
    "ko": "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e",
    "el": "\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f",
    "hy": "\u0531-\u0556\u0561-\u0587",
    "ka": "\u10a0-\u10fa\u10fc-\u10ff",
    "th": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "lo": "\u0e81-\u0eb9\u0ebb-\u0ebd\u0ec0-\u0ecd\u0edc-\u0edf",
    "km": "\u1780-\u17d3",
    "my": "\u1000-\u103f\u1050-\u109f",
    "bn": "\u0980-\u09df\u09e0-\u09e3\u09f0-\u09f1",
    "pa": "\u0a01-\u0a5e\u0a70-\u0a75",
    "gu": "\u0a81-\u0ae3",
    "ta": "\u0b82-\u0bd7",
    "te": "\u0c00-\u0c63",
    "kn": "\u0c80-\u0ce3",
    "ml": "\u0d00-\u0d63",
    "si": "\u0d81-\u0df3",
    "am": "\u1200-\u135f",
}
_LETTERS = {name: re.compile(f"[{block}]") for name, block in _BLOCKS.items()}
# Marks that are part of the letter before them: Python counts them as no letters.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0980-\u0a03\u0a3c-\u0a51\u0a70-\u0a83"
    "\u0abc-\u0ae5\u0b01-\u0b63\u0b82-\u0be5\u0c00-\u0c63\u0c81-\u0ce3\u0d00-\u0d63\u0d81-\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u1000-\u103f\u1050-\u109f"
    "\u135d-\u135f\u1780-\u17d3\u200c\u200d"
)
# Han signs, then katakana, hiragana, and the scripts of South East Asia, each a run without spaces.
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
SOUTH_EAST = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3"

# Below this share of the letters a text is not in one script.
_MOSTLY = 0.7
# A Japanese text has more kana than Han signs; a Chinese one has them in names at most.
_KANA = 0.08


def script(text: str) -> str | None:
    """Return the script of most of a text's letters, or the one language that is written in it.

    >>> script("Совет закрыл мост."), script("橋を閉鎖した。"), script("封闭了大桥。"), script("12")
    ('cyrillic', 'ja', 'zh', None)
    """
    counts = {name: len(pattern.findall(text)) for name, pattern in _LETTERS.items()}
    han, kana = counts.pop("han"), counts.pop("kana")
    # One sign is a syllable or a word: as much text as two letters and more.
    counts["ja" if kana > _KANA * (han + kana) else "zh"] = 2 * (han + kana)
    total = sum(counts.values())
    most = max(counts, key=lambda name: counts[name])
    return most if total and counts[most] >= _MOSTLY * total else None


_UNSPACED_SIGNS = f"{HAN}{KATAKANA}{HIRAGANA}{SOUTH_EAST}"
_LETTER = rf"(?:[^\W\d_{_UNSPACED_SIGNS}]|[{MARKS}])"
_TOKEN = re.compile(
    rf"\d+(?:[.,:٫٬]\d+)*|[%٪]|[{HAN}]+|[{KATAKANA}]+|[{HIRAGANA}]+|[{SOUTH_EAST}]+"
    rf"|{_LETTER}+(?:['’ʼ״׳]{_LETTER}+)*"
)
_HAN = re.compile(f"[{HAN}]")
_UNSPACED_LETTERS = re.compile(f"[{SOUTH_EAST}]")
# A consonant with the vowel printed before it and the marks above, below and behind it.
_CLUSTER = re.compile(
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u1780-\u17b3]"
    r"[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebc\u0ec6-\u0ece\u102b-\u103f\u17b4-\u17d3]*|."
)
_ELISIONS = frozenset("l d j m t s n c qu lorsqu puisqu jusqu un all dell nell sull dall gl".split())
_APOSTROPHE = re.compile("['’ʼ]")
# What Korean writes at the end of a noun: subject, object, place, direction, "and".
_PARTICLES = tuple(
    """에서는 에게서 으로는 이라고 에서 에게 에는 으로 까지 부터 이다
    은 는 이 가 을 를 의 에 로 와 과 도 만""".split()
)
_ARTICLES = {"ar": ("وال", "بال", "فال", "كال", "لل", "ال")}
# Under three letters what is left is no word.
_SHORTEST = 3
_SHORTEST_KOREAN = 2
# As many as a comparison has texts.
_MOST_LANGUAGES = 26


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the words: letters with marks, figures, runs of a script without spaces."""
    return (match.span() for match in _TOKEN.finditer(text, start, end))


def words_elsewhere(text: str, start: int, end: int, *, code: str | None) -> tuple[Word, ...]:
    """Return the words of `text[start:end]` under their stems; Chinese and Thai as runs of two signs.

    >>> [w.key for w in words_elsewhere("Die Brücken sind gesperrt.", 0, 26, code="de") if w.content]
    ['bruck', 'gesperrt']
    >>> [w.key for w in words_elsewhere("市长宣布", 0, 4, code="zh")]
    ['市长', '长宣', '宣布']
    """
    known = language(code)
    return tuple(_found(text, start, end, known, root(code)))


def _found(text: str, start: int, end: int, known: OtherLanguage | None, code: str) -> Iterator[Word]:
    grammar = known.function if known else frozenset()
    first = True
    for begin, stop in tokens(text, start, end):
        surface = text[begin:stop]
        if _HAN.match(surface) or _UNSPACED_LETTERS.match(surface):
            yield from _runs(text, begin, stop, grammar if code in UNSPACED else frozenset())
        elif surface[0] in "%٪":
            yield Word(start=begin, end=stop, key="percent", content=True, name=False)
        elif surface[0].isdigit():
            yield Word(start=begin, end=stop, key=_figure(surface), content=True, name=False)
        else:
            yield from _spelled(text, begin, stop, known, first=first)
        first = False


def _figure(surface: str) -> str:
    """Return a figure's digits in the form that ASCII has for them; separators stay, whatever they part."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in surface)


def _runs(text: str, start: int, end: int, grammar: frozenset[str]) -> Iterator[Word]:
    """Yield every two signs that stand beside each other, or the one that stands alone."""
    signs = [(m.start(), m.end()) for m in _CLUSTER.finditer(text, start, end)]
    pairs = pairwise(signs) if len(signs) > 1 else ((sign, sign) for sign in signs)
    for one, other in pairs:
        key = text[one[0] : other[1]]
        content = not any(sign in grammar for sign in key) and key not in grammar
        yield Word(start=one[0], end=other[1], key=key, content=content, name=False)


def _spelled(text: str, start: int, end: int, known: OtherLanguage | None, *, first: bool) -> Iterator[Word]:
    surface = text[start:end]
    if known is None:
        # Which of its words carry grammar is not known: those of one letter or two mostly do.
        plain = surface.lower()
        yield Word(
            start=start,
            end=end,
            key=plain,
            content=len(plain) >= _SHORTEST,
            name=not first and surface[0].isupper(),
        )
        return
    head = _APOSTROPHE.search(surface)
    if head and surface[: head.start()].lower() in _ELISIONS:
        # "l’Assemblée": two words.
        at = start + head.end()
        yield Word(start=start, end=at, key=surface[: head.start()].lower(), content=False, name=False)
        start, surface = at, text[at:end]
    key, content = _key(surface, known.code)
    content = content and not re.fullmatch(f"[{HIRAGANA}]+", surface)
    # "А. С. Орлова": an initial alone says nothing.
    content = content and (len(surface) > 1 or not surface[0].isupper())
    name = content and surface[0].isupper() and not first and (not known.nouns or surface.isupper())
    yield Word(start=start, end=end, key=key, content=content, name=name)


@lru_cache(maxsize=MOST_WORDS)
def _key(surface: str, code: str) -> tuple[str, bool]:
    known = language(code)
    lower = surface.lower()
    if known is None or lower in known.function:
        return lower, False
    if surface.isupper() and 1 < len(surface) <= 5:
        return surface, True
    stem = _stemmer(code)
    bare = lower.replace("’", "'")
    for article in _ARTICLES.get(code, ()):
        if bare.startswith(article) and len(bare) - len(article) >= _SHORTEST:
            bare = bare.removeprefix(article)
            break
    for particle in _PARTICLES if code == "ko" else ():
        if bare.endswith(particle) and len(bare) - len(particle) >= _SHORTEST_KOREAN:
            return bare.removesuffix(particle), True
    return (stem(bare) if stem else bare) or lower, True


@lru_cache(maxsize=_MOST_LANGUAGES)
def _stemmer(code: str) -> Callable[[str], str] | None:
    known = language(code)
    if known is None or known.stemmer is None:
        return None
    # Importing it takes 0.15 s, which an English text does not need. By the module and not by the package's
    # own choice: that would take another program of the same stems where one is installed.
    module = import_module(f"snowballstemmer.{known.stemmer}_stemmer")
    stemmer = getattr(module, f"{known.stemmer.capitalize()}Stemmer")()
    stemming = Lock()

    def stem(word: str) -> str:
        # A stemmer holds the word that it works on.
        with stemming:
            return str(stemmer.stemWord(word))

    return stem


_JOINING = re.compile(r"[,;:،؛](?=\s)|[，；：、]|\s(?:[—–-]|--)(?=\s)")
_SIGN = re.compile(f"[{HAN}{KATAKANA}{HIRAGANA}{SOUTH_EAST}]")
# So many words are a statement and no item of an enumeration; two signs are about a word.
_FEWEST_WORDS = 4
_SIGNS_A_WORD = 2


def clauses_elsewhere(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the clauses of the sentence `text[start:end]`, in order.

    They cover every word; only white space and the punctuation that joins clauses stands between them.

    >>> text = "Die Stadt hat die Brücke gesperrt, weil der Pfeiler einen Riss hat."
    >>> [text[s:e] for s, e in clauses_elsewhere(text, 0, len(text))]
    ['Die Stadt hat die Brücke gesperrt', 'weil der Pfeiler einen Riss hat.']
    """
    if start >= end:
        return []
    found = list(tokens(text, start, end))
    starts = [first for first, _ in found]
    sizes = [0.0, *accumulate(_size(text, first, last) for first, last in found)]

    def size(first: int, stop: int) -> float:
        return sizes[bisect_left(starts, stop)] - sizes[bisect_left(starts, first)]

    spans: list[tuple[int, int]] = []
    begin = start
    for match in _JOINING.finditer(text, start, end):
        if size(begin, match.start()) >= _FEWEST_WORDS and size(match.end(), end) >= _FEWEST_WORDS:
            spans.append((begin, match.start()))
            begin = starts[bisect_left(starts, match.end())]
            while not text[begin - 1].isspace() and begin > match.end():
                begin -= 1
    return [*spans, (begin, end)]


def _size(text: str, start: int, end: int) -> float:
    """Return for how many words a word counts: a run of signs for about half as many."""
    return (end - start) / _SIGNS_A_WORD if _SIGN.match(text, start) else 1.0
