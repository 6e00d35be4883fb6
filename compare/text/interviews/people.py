"""Who is interviewed, and the people that a text names in full, found again by surname or initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from compare.text.countries import country
from compare.text.en import word_set
from compare.text.speech.speakers import is_person, names_body
from compare.text.words import FUNCTION_WORDS

_CAPITAL = r"[^\W\d_a-z][\w’'-]{0,30}"
_RUN = re.compile(
    rf"\b{_CAPITAL}(?:[ \u00a0]"
    rf"(?:[^\W\d_a-z]\.|(?:de|van|von|der|den|del|di|da|al|bin|la|le)\b|{_CAPITAL})){{1,5}}"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,3}")
_POSSESSIVE = re.compile(r"['’]s?$")
# "The Marle Courier", "at Tarn Bridge": what stands behind these is no person.
_NO_PERSON_BEHIND = re.compile(r"\b(?:[Tt]he|[Aa]t|[Ii]n|[Nn]ear)\s\Z")
_MOST = 5000


class FullNames(Struct, frozen=True):
    """Full names in the order in which a text first has them."""

    names: tuple[str, ...]

    def __contains__(self, name: object) -> bool:
        """Return whether a full name is one of them as it is written."""
        return name in self.names

    def find(self, written: str) -> str | None:
        """Return the one full name that a surname, a first name or initials stand for, None if none or two.

        >>> known = FullNames(("Susan Reade", "Helen Marsh"))
        >>> known.find("SR"), known.find("Ms Marsh"), known.find("HELEN"), known.find("Orr")
        ('Susan Reade', 'Helen Marsh', 'Helen Marsh', None)
        >>> FullNames(("Susan Lee", "Helen Marsh")).find("LEE")
        'Susan Lee'
        """
        words = bare_name(written).casefold().split()
        found = [name for name in self.names if words and _bears(name.casefold().split(), words)]
        if not found and is_initials(written):
            # Behind the names: "LEE" and "COX" look like initials too.
            letters = written.replace(".", "").casefold()
            found = [name for name in self.names if letters in _initials(name)]
        # "Susan Reade" and "Susan A. Reade" are one.
        ends = {(name.split()[0].casefold(), name.split()[-1].casefold()) for name in found}
        return found[0] if len(ends) == 1 else None


def full_names(text: str, *, labels: Iterable[str] = ()) -> FullNames:
    """Return the people whom a text names in full, and the `labels` of two words and more that are names.

    >>> full_names("Ms Susan Reade met Tom Rask in the Old Hall.").names
    ('Susan Reade', 'Tom Rask')
    """
    found: dict[str, None] = {}
    for run in _RUN.finditer(text):
        if len(found) >= _MOST:
            break
        if not _NO_PERSON_BEHIND.search(text, max(0, run.start() - 8), run.start()):
            name = person(run[0])
            if name:
                found[name] = None
    written = {name.casefold() for name in found}
    for label in labels:
        name = bare_name(label)
        if len(name.split()) > 1 and name.casefold() not in written and person(name):
            found[name] = None
    # A label in capitals is no name beside the one that the text gives.
    small = {name.casefold() for name in found if not name.isupper()}
    return FullNames(tuple(name for name in found if not (name.isupper() and name.casefold() in small)))


def person(run: str) -> str | None:
    """Return the full name in a run of words with capitals, None where it is a body's or a country's."""
    words = bare_name(_POSSESSIVE.sub("", run)).split()
    while words and (words[-1].casefold() in FUNCTION_WORDS or is_day_or_month(words[-1])):
        words.pop()
    if any(word.endswith(("'", "’", "'s", "’s")) for word in words):
        # "May’s Interview", "the ‘Mets Poet’".
        return None
    if len(words) < 2 or not words[-1][0].isupper() or any(w.casefold() in FUNCTION_WORDS for w in words):
        return None
    if country(" ".join(words)) or country(words[0]):
        return None
    if names_body([word.title() if run.isupper() else word for word in words]):
        return None
    return " ".join(words)


def bare_name(written: str) -> str:
    """Return a name without titles, roles and words that only begin a sentence.

    >>> bare_name("MS. ORR"), bare_name("When Mr Tom Rask"), bare_name("Chief Susan Reade")
    ('ORR', 'Tom Rask', 'Susan Reade')
    """
    words = written.split()
    while len(words) > 1 and (words[0].casefold() in FUNCTION_WORDS or is_title(words[0])):
        words.pop(0)
    # "Deputy Harbour Secretary Ann Orr": the name begins behind the last role, if two words are left.
    roles = [at for at, word in enumerate(words[:-2]) if is_title(word) or is_person(word.casefold())]
    return " ".join(words[roles[-1] + 1 :] if roles else words)


def is_initials(written: str) -> bool:
    """Return whether a label is two or three capital letters, with full stops or without."""
    return _INITIALS.fullmatch(written) is not None


def _initials(name: str) -> set[str]:
    letters = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
    return {letters, letters[0] + letters[-1]}


def _bears(name: list[str], words: list[str]) -> bool:
    return set(words) <= set(name) and (words[-1] == name[-1] or words == name[:1])


def is_title(word: str) -> bool:
    """Return whether a word goes before a name, whatever its letters: "Dr", "MS.", "Senator"."""
    return word.casefold().rstrip(".") in word_set("interviews.people.titles")


def is_day_or_month(word: str) -> bool:
    """Return whether a word is a day's or month's, which may stand behind a name: "Ann Orr Sunday"."""
    return word.casefold() in word_set("interviews.people.days")


# Whom one of these stands before is the one who answers: "an interview with Susan Reade".
_OBJECT = re.compile(
    r"(?:\binterview(?:s|ed|ing)?(?: with| of)?|\bconversation with|\bQ ?(?:&|and|&amp;) ?A(?: with|:)?"
    r"|\b(?:[Ww]e|I) (?:spoke|spoken|talked|met|sat down|caught up|asked|put|quizzed|chatted)"
    r"(?: to| with| up with)?|\b(?:sits|sat|sitting) down with|\bcaught up with|\bcatches up with"
    r"|\b(?:questions|minutes) (?:to|for|with)|\b(?:[Ww]e|I) asked)[: ]*\Z",
    re.IGNORECASE,
)
# Whoever is named before one of these answers: "Susan Reade answers your questions".
_AS = r"(?:\s?\([^()]{1,60}\))?(?:, [^.;:]{2,140},)?\s"
_SUBJECT = re.compile(
    rf"{_AS}(?:answers?|answered (?:our|your|some|\w+ questions)|(?:was|is|were) interviewed"
    r"|gave (?:us|an interview)|talks? us|talked us|tells? us|told us|in conversation"
    r"|in (?:his|her|their) own words)\b"
)
# Here that is likely, and the layout below has to bear it out.
_HINT = re.compile(rf"{_AS}(?:explains?|discusses|responds|opens up|reveals|shares|reflects|looks back)\b")
# Behind one of these stands whoever asks: "interviewed by Helen Marsh".
_ASKER = re.compile(
    r"(?:\b(?:[Ii]nterviewed|[Ii]nterview|[Ww]ords|[Cc]ompiled|[Cc]onducted|[Mm]oderated|[Hh]osted|[Qq]uestions)"
    r"(?:\sby|(?<!nterview):)|[Aa]s told to|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho) (?:has |have )?"
    r"(?:spoke|spoken|talks?|talked|speaks?|sat down|tells?|told|answered|explained)(?: to| with)?)"
    r"\s\Z"
)
# That a text is an interview at all, and whom it is with.
_TOLD = re.compile(
    r"\binterview(?:s|ed|ing|ee)?\b|\bQ ?(?:&|and) ?A\b|\b(?:in|a) conversation\b"
    r"|\b(?:spoke|speaks?|spoken|speaking|talks?|talked|talking|chats?|chatted) (?:to|with)\b"
    r"|\b(?:sat|sits|sitting) down with\b|\bcaught up with\b|\banswer(?:s|ed|ing)?\b|\btells?\b|\btold\b"
    r"|\bexplains?\b|\b(?:questions|minutes) (?:for|to|with)\b|\bwe asked\b|\breflects\b"
    r"|\blooks back\b|\bdiscuss(?:es|ed)\b|\bin (?:his|her) own words\b",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho) (?:has |have )?"
    r"(?:spoke|spoken|speaks?|talked|talks|sat down|sits down|answers|answered)\b"
)
# A headline that is somebody's: "Ann Orr: ‘I had no choice’".
_HEADED = re.compile(r"\A(?P<name>[^\W\d_][^:\n]{3,40}): ?[‘“'\"]")
# "The harbour master, Ann Orr, on storms": a line that names somebody and a subject, and no day.
_TOPIC = re.compile(
    r"(?P<name>\b[^\W\d_a-z][\w’-]{0,30} [^\W\d_a-z][\w’-]{0,30}),? on (?![A-Z\d])[^.\n]{3,120}\.?$",
    re.MULTILINE,
)
_HEARER = re.compile(
    rf"{_AS}(?:tells|told) (?:[Tt]he )?"
    r"(?P<name>[^\W\d_a-z][\w’-]{0,30}(?: [^\W\d_a-z][\w’-]{0,30}){0,2})"
)
_BEFORE = 80
# So many words of a role may stand between the words and the name: "Calder’s chief fire officer".
_ROLE_WORDS = 8
_AWAY = frozenset("on about over after before at in into behind against".split())
_ANNOUNCED = re.compile(
    r"\binterview(?:s|ed)?\b|\bQ ?(?:&|and) ?A\b|\b(?:in|a) conversation\b|\bquestions (?:for|to|with)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bI\b")


class Interviewee(Struct, frozen=True, kw_only=True):
    """Who is interviewed; `plainly` where the lines say of this very person that he or she answers."""

    name: str
    plainly: bool


def is_announced(heads: Sequence[str]) -> bool:
    """Return whether a heading above the first question calls the text an interview.

    >>> is_announced(["The port master: an interview"]), is_announced(["Ten dead in port fire"])
    (True, False)
    """
    return any(_ANNOUNCED.search(head) for head in heads)


def is_introduced(line: str) -> bool:
    """Return whether a paragraph tells that a person named in it speaks below, and is nobody's own words.

    >>> is_introduced("Ann Orr spoke to Tom Rask about it."), is_introduced("I spoke to Tom Rask myself.")
    (True, False)
    """
    return bool(_TOLD.search(line) and not _OWN.search(line) and full_names(line).names)


def interviewee(intro: Sequence[str], *, askers: Sequence[str]) -> Interviewee | None:
    """Return the one person whom the lines above the first question let speak, None where it is not sure.

    `askers` are the names of those who ask, as byline or labels have them.

    >>> interviewee(["Ann Orr runs the port. She spoke to Tom Rask about the strike."], askers=[])
    Interviewee(name='Ann Orr', plainly=False)
    """
    whole = "\n".join(intro)
    if not any(pattern.search(whole) for pattern in (_TOLD, _HEADED, _TOPIC)):
        return None
    known = full_names(whole)
    asking = {known.find(name) or name for name in askers}
    marked: set[str] = set()
    hinted: set[str] = set()
    for told in _POINTED.finditer(whole):
        # "Ann Orr runs the port. She spoke to": the one person named before.
        here = {name for name, _, end in _places(whole, known) if end <= told.start()} - asking
        hinted |= here if len(here) == 1 else set()
    for name, start, end in _places(whole, known):
        before = whole[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        # "Interview: Tom Rask" is a credit where it is a whole line and not the headline.
        credit = before == "Interview: " and "\n" in whole[:start] and whole[end : end + 1] in ("", "\n")
        if credit or _ASKER.search(before):
            asking.add(name)
        elif _SUBJECT.match(whole, end, end + 2 * _BEFORE) or _is_object(before):
            marked.add(name)
        elif hearer := _HEARER.match(whole, end):
            # "Ann Orr tells Tom Rask why": who is told a thing has asked.
            hinted.add(name)
            asking.add(known.find(hearer["name"]) or hearer["name"])
        elif _HINT.match(whole, end, end + 2 * _BEFORE):
            hinted.add(name)
    marked -= asking
    hinted -= asking
    answering = [name for name in known.names if name not in asking]
    if len(marked) == 1:
        return Interviewee(name=marked.pop(), plainly=True)
    if len(answering) == 1 or len(hinted) == 1:
        return Interviewee(name=answering[0] if len(answering) == 1 else hinted.pop(), plainly=False)
    headed = _HEADED.match(whole) or _TOPIC.search(whole)
    heads = known.find(headed["name"]) if headed else None
    return Interviewee(name=heads, plainly=False) if heads and heads not in asking else None


def _is_object(before: str) -> bool:
    """Return whether somebody's role at most stands between "interview with" and a name."""
    words = before.split(" ")
    return any(
        _OBJECT.search(" ".join((*words[: len(words) - cut - 1], "")))
        for cut in range(min(_ROLE_WORDS, len(words)))
        if _AWAY.isdisjoint(words[len(words) - cut - 1 :])
    )


def _places(whole: str, known: FullNames) -> Iterator[tuple[str, int, int]]:
    for name in known.names:
        for match in re.finditer(re.escape(name), whole):
            yield name, match.start(), match.end()
