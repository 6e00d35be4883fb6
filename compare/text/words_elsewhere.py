"""The words of a passage in another language than English: stems, or runs of two signs without spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from threading import Lock

from compare.text.languages import UNSPACED, Language, language, root
from compare.text.scripts import HAN, HIRAGANA, KATAKANA, MARKS, SOUTH_EAST
from compare.text.senses import MOST_WORDS
from compare.text.word import Word

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


def _found(text: str, start: int, end: int, known: Language | None, code: str) -> Iterator[Word]:
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


def _spelled(text: str, start: int, end: int, known: Language | None, *, first: bool) -> Iterator[Word]:
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
