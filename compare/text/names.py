"""One name for one source through a whole text: "Voss" and "she" as the full name that the text gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from compare.model import SourceType
from compare.text.countries import country
from compare.text.en import word_set
from compare.text.quotations import crossing
from compare.text.senses import base_form, commonness
from compare.text.speech import Speech
from compare.text.speech.speakers import is_body, is_person, names_body
from compare.text.words import FUNCTION_WORDS

# "U.S." is no initial with a name: all initials are taken, up to four.
_INITIAL = r"[^\W\d_a-z]\.\s?"
_RUN = re.compile(
    rf"(?:\b(?:de|van|von|di|da)\s)?(?:(?:{_INITIAL}){{4}}|(?:{_INITIAL}){{0,3}}(?!{_INITIAL}))"
    r"[A-ZÀ-ÖØ-Þ][\w’'.-]*+"
    r"(?:\s(?:(?:de|van|von|der|den|del|di|da|al|bin|ibn|la|le|el)\s){0,2}[A-ZÀ-ÖØ-Þ][\w’'.-]*+)*"
)
# "Orr said he": without another name between, most likely of the same person.
_SAYS_OF_SELF = re.compile(r"\b([A-ZÀ-ÖØ-Þ][\w-]+)\b[^.!?“\"A-ZÀ-ÖØ-Þ]{1,40}\b(he|she)\b")
_STOP = re.compile(r"[.!?][\"”’']?\s")
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dame|Lady|Sir)\b\.?\s([A-ZÀ-ÖØ-Þ][\w-]*(?:\s[A-ZÀ-ÖØ-Þ][\w-]*)*)")
# Whoever stands behind a body's possessive: "NPR's Ann Orr".
_OWNER = re.compile(r"^(?:\S+\s)*?(\S+)['’]s\s(?=\S)")
_TWO = 2
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLES = word_set("text.names.titles")
_FEMALE, _MALE = frozenset("mrs ms miss dame lady".split()), frozenset("mr sir lord".split())
_PRONOUNS = {"he": "m", "she": "f", "his": "m", "her": "f"}
_ASIDE = re.compile(r",\s(?:though|however|meanwhile|too)$")
_BEHIND_HEADS = frozenset("of at for in with that which who whose to from".split())
# "Secretary of State John Orr": what stands before two words with a capital is the role.
_ROLE_OF = re.compile(r"\b[\w-]+ of [\w-]+ (?=[A-Z][\w’'.-]+ [A-Z])")
_SELF = frozenset(("he", "she", "it", "they"))
# Not as `quotations` reads them: where a curly mark answers a straight one, all behind it is left out. That
# kept one speaker in the development texts, and lost none.
_QUOTED = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?")
# What stands behind a name and makes it a body's: "Brightwater, the firm that dredges", "Brightwater, which".
_APPOSITION = re.compile(r",\s(?:(which)\b|(?:the|a|an)\s([^,.;]{2,80}+))")
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT))
_BODY = SourceType.INSTITUTION
# A pronoun so many sentences after a name may mean somebody else.
_FARTHEST = 3
# Sentences of news are shorter than these characters are for so many of them.
_REACH, _NEARBY = 1500, 500
# The length of "that ".
_THAT = 5
# "Growth" begins a sentence, "Kent" does not: words commoner than this are no surnames by themselves.
_COMMON = 0.3


class Names(Struct, kw_only=True):
    """The people that a text names in full, by surname, and what is known of the last one who spoke."""

    text: str
    full: dict[str, str]
    genders: dict[str, str] = field(default_factory=dict)
    last: tuple[str, int, int] | None = None
    """Name, sentence and end of the last named person who was said to say something."""
    bodies: frozenset[str] = frozenset()
    """Names that the text tells to be bodies', and their first words."""
    body: tuple[str, int, int] | None = None
    """The same of the last body."""
    known: dict[tuple[int, int], tuple[str, SourceType]] = field(default_factory=dict)
    """What each source that was named already stands for: one that goes on is the same."""
    inside: tuple[int, int] = (0, 0)
    """The content of the report that reaches farthest so far: who speaks in it is only told to."""
    cited: dict[int, set[str]] = field(default_factory=dict)
    """The people to whom each sentence puts something."""
    told_of: tuple[str, int] = ("", 0)
    """The last person who speaks only in what another says, and where that name ends."""
    told: tuple[int, str, SourceType] | None = None
    """Where the last report's content begins, and whose it is."""

    @classmethod
    def of(cls, text: str, stretches: tuple[tuple[int, int], ...]) -> Names:
        """Return the names in the stretches of a text; a surname that two people bear stands for neither."""
        counts: Counter[str] = Counter()
        bodies: set[str] = set()
        for start, end in stretches:
            for run in _RUN.finditer(text, start, end):
                name = _bare(run[0])
                if name and _is_told_a_body(text, run.end(), end):
                    bodies.update((name, name.split()[0]))
                elif " " in name and not _is_no_person(name):
                    counts[name] += 1
        by_surname: dict[str, list[str]] = {}
        for name in sorted(counts, key=lambda n: (-counts[n], n)):
            by_surname.setdefault(name.rsplit(" ", 1)[-1], []).append(name)
        full = {
            surname: names[0]
            for surname, names in by_surname.items()
            # "Former governor of Ohio Ann Orr" is read with the state.
            if all(set(n.split()) <= set(names[0].split()) or n.endswith(" " + names[0]) for n in names)
            and _comes_in_full(text, stretches, surname, names[0])
        }
        return cls(text=text, full=full, genders=_genders(text, full), bodies=frozenset(bodies))

    def name(self, speech: Speech) -> tuple[str, SourceType]:
        """Return the source's name and sort, and remember a person for the pronouns that follow.

        Call it with the reports of a text in reading order.
        """
        if speech.source and speech.source in self.known:
            name, type_ = self.known[speech.source]
        else:
            name, type_ = self._name(speech)
        if speech.source:
            self.known[speech.source] = name, type_
        if type_ in _NAMED:
            self.cited.setdefault(speech.sentence, set()).add(name)
        if name and type_ is _BODY and speech.source:
            self.body = (name, speech.sentence, speech.source[1])
        self.told = (speech.content[0], name, type_)
        self.inside = max(self.inside, speech.content, key=lambda content: content[1])
        return name, type_

    def _name(self, speech: Speech) -> tuple[str, SourceType]:
        if speech.source is None:
            return "", SourceType.NOBODY
        start, end = speech.source
        written = " ".join(self.text[start:end].split())
        pronoun = written.lower().partition("'")[0].partition("’")[0]
        if pronoun in _SELF and self.told and 0 <= start - self.told[0] <= _THAT and self.told[1]:
            # "The board said it expects": whoever speaks speaks of himself.
            return self.told[1:]
        if pronoun in _PRONOUNS:
            return self._meant(pronoun, speech)
        if pronoun == "it":
            return self._meant_body(speech)
        if pronoun in _SELF:
            return pronoun, SourceType.UNNAMED
        if pronoun == "who" and not written.isupper():
            return self._antecedent(start, written)
        if speech.source_type in _NAMED:
            name = self._joined(written) or self.person(written)
            if name in self.bodies:
                return next((b for b in sorted(self.bodies) if b.startswith(name + " ")), name), _BODY
            self._note_gender(written, name)
            nested = self.inside[0] <= start < self.inside[1]
            if speech.rule != "reporting-noun" and not nested:
                # "Orr’s comments", "Kent said Orr had denied it": Orr is not who speaks.
                self.last = (name, speech.sentence, end)
            elif nested:
                self.told_of = name, end
            return name, speech.source_type
        if speech.source_type is SourceType.INSTITUTION:
            return _institution(written), speech.source_type
        return _ASIDE.sub("", _POSSESSIVE.sub("", written)), speech.source_type

    def person(self, written: str) -> str:
        """Return a person's name without role and apposition, in full where the text gives it."""
        written = _ROLE_OF.sub(lambda role: "" if _is_role(role[0].split()[0]) else role[0], written)
        runs = _people(written) or _people(written.removesuffix("’s").removesuffix("'s"))
        if not runs:
            return written
        head = re.split(r",|\(|\b(?:of|for|at|from|in|with|who)\b", written, maxsplit=1)[0]
        first = _people(head)
        people = [n for n in first if not _is_no_person(n)]
        if not people and not (first and _begins_with(written, first[0])):
            # "An official of the board, Ann Orr of Quell": the first full name.
            people = [n for n in runs if not _is_no_person(n)]
            people = [n for n in people if " " in n][:1] or people
        name = (people or first or runs)[-1]
        longer = self.full.get(name.rsplit(" ", 1)[-1], name)
        return longer if longer.endswith(" " + name) else name

    def _joined(self, written: str) -> str | None:
        """Return the names of two who speak as one: "Mayor Ann Orr and Ben Kent, the clerk"."""
        both = written.split(" and ")
        if len(both) != _TWO or not re.match(r"[^\W\d_a-z]", both[1]) or "," in both[0]:
            return None
        pair = []
        for part in both:
            part = re.split(r",|\(|\sof\s", part, maxsplit=1)[0].strip()
            names = _people(part)
            plain = " ".join(word for word in part.split() if not _is_role(word))
            if len(names) != 1 or _is_no_person(names[0]) or not plain.endswith(names[0]):
                return None
            pair.append(self.person(names[0]))
        return " and ".join(pair) if pair[0] != pair[1] else None

    def _meant_body(self, speech: Speech) -> tuple[str, SourceType]:
        """Return which body "it" means where one alone was cited of late and no other is named since."""
        if self.body is None or speech.source is None:
            return "it", SourceType.UNNAMED
        name, sentence, end = self.body
        if speech.sentence - sentence > 1 or end > speech.source[0]:
            return "it", SourceType.UNNAMED
        since = _QUOTED.sub(" ", self.text[end : speech.source[0]])
        other = any(names_body(_bare(run).split()) and _bare(run) not in name for run in _RUN.findall(since))
        if other:
            return "it", SourceType.UNNAMED
        return name, _BODY

    def _meant(self, pronoun: str, speech: Speech) -> tuple[str, SourceType]:
        """Return whom a pronoun means where that is plain, else the pronoun."""
        left = pronoun, SourceType.UNNAMED
        if speech.source is None:
            return left
        if self.last is None or speech.sentence - self.last[1] > _FARTHEST:
            alone = self._alone_before(speech.source[0], _PRONOUNS[pronoun])
            if alone:
                self.last = (alone, speech.sentence, speech.source[1])
                return alone, SourceType.PERSON
        if self.last is None:
            return left
        name, sentence, end = self.last
        known = self.genders.get(name)
        place = speech.source[0]
        since = self.text.rfind(name.rsplit(" ", 1)[-1], max(end, place - _REACH), place)
        # Named again without a word of his: what counts is how far back that is.
        near = since > 0 and len(_STOP.findall(self.text, since, place)) <= _FARTHEST
        if (speech.sentence - sentence > _FARTHEST and not near) or (known and known != _PRONOUNS[pronoun]):
            return left
        if speech.sentence - sentence > _FARTHEST:
            # From where the sentence begins that names him last.
            begins = [stop.end() for stop in _STOP.finditer(self.text, max(end, since - _NEARBY), since)]
            end = begins[-1] if begins else max(end, since - _NEARBY)
        if known is None and self.cited.get(sentence, set()) - {name}:
            # "Orr, who said it was late, mocked what Kent said. She …": nobody knows which.
            return left
        other, told = self.told_of
        if end < told <= place and other != name:
            return left
        if end > speech.source[0] or self._others_between(name, end, speech.source[0], _PRONOUNS[pronoun]):
            return left
        self.genders[name] = _PRONOUNS[pronoun]
        self.last = (name, speech.sentence, speech.source[1])
        return name, SourceType.PERSON

    def _alone_before(self, place: int, gender: str) -> str | None:
        """Return the one person whom the sentences right before a place name, None where it is not one."""
        before = self.text[max(0, place - _NEARBY) : place]
        stops = [stop.end() for stop in _STOP.finditer(before)]
        before = before[stops[-_TWO] :] if len(stops) >= _TWO else before
        found: set[str] = set()
        for run in _RUN.findall(_QUOTED.sub(" ", before)):
            name = _bare(run)
            surname = name.rsplit(" ", 1)[-1]
            if not name or _is_no_person(name):
                continue
            if " " in name or surname in self.full or _is_role(run.split()[0]):
                found.add(self.full.get(surname, name))
        alone = found.pop() if len(found) == 1 else None
        return alone if alone and self.genders.get(alone) == gender else None

    def _others_between(self, name: str, start: int, end: int, gender: str) -> bool:
        """Return whether somebody else whom a pronoun may mean is named between a name and it."""
        # Whom a quotation names does not speak: "“Orr is wrong,” she added".
        for run in _RUN.findall(_QUOTED.sub(" ", self.text[start:end])):
            other = _bare(run)
            if not other or _is_no_person(other) or set(other.split()) & set(name.split()):
                continue
            if self.genders.get(self.full.get(other.rsplit(" ", 1)[-1], other), gender) != gender:
                continue
            if " " in other or other in self.full or _is_role(run.split()[0]):
                return True
        return False

    def _antecedent(self, start: int, written: str) -> tuple[str, SourceType]:
        """Return whom "who" stands for: the name or noun right before."""
        before = self.text[max(0, start - 60) : start].rstrip(" ,")
        words = before.split()
        if not words:
            return written.lower(), SourceType.UNNAMED
        if words[-1][0].isupper() and not _is_role(words[-1]):
            run = _RUN.findall(before)
            if len(run) > 1 and before.endswith(f"{run[-2]} of {run[-1]}"):
                # "Sen. Ann Orr of Ohio, who".
                return self.person(run[-2]), SourceType.PERSON
            name = self.person(run[-1]) if run and before.endswith(run[-1]) else words[-1]
            return name, SourceType.INSTITUTION if _is_no_person(name) else SourceType.PERSON
        noun = words[-1].strip("“”\"'’()")
        # "Members of the board who": only many people are surely meant by the word right before.
        return noun if is_person(noun.lower()) and noun.endswith("s") else written.lower(), SourceType.UNNAMED

    def _note_gender(self, written: str, name: str) -> None:
        words = {word.rstrip(".").lower() for word in written.split()}
        if words & _FEMALE or words & _MALE:
            self.genders[name] = "f" if words & _FEMALE else "m"


def _is_told_a_body(text: str, place: int, end: int) -> bool:
    """Return whether an apposition at a place makes the name before it a body's."""
    found = _APPOSITION.match(text, place, end)
    if found is None or found[1]:
        return found is not None
    words = re.split(r"\W+", found[2].lower())
    head = next((k for k, word in enumerate(words) if word in _BEHIND_HEADS), len(words)) - 1
    return head >= 0 and is_body(words[head]) and not any(is_person(word) for word in words)


def _comes_in_full(text: str, stretches: tuple[tuple[int, int], ...], surname: str, name: str) -> bool:
    """Return whether a surname's first mention is the full name: else it may be somebody better known."""
    word = re.compile(rf"\b{re.escape(surname)}\b")
    first = next((found for found in word.finditer(text) if crossing(stretches, *found.span())), None)
    return first is None or text.endswith(name, 0, first.end())


def _people(written: str) -> list[str]:
    """Return the names in a source's phrase, whoever only owns something left out ("Orr's lawyer")."""
    found = [_bare(run) for run in _RUN.findall(written) if not run.endswith(("’s", "'s"))]
    return [name for name in found if name]


def _bare(run: str) -> str:
    """Return a run of capitalised words without roles, titles and words that only begin a sentence."""
    owner = _OWNER.match(run)
    if owner and names_body([owner[1]]):
        run = run[owner.end() :]
    words = _POSSESSIVE.sub("", run.rstrip(".")).split()
    while words and (words[0].lower() in FUNCTION_WORDS or _is_role(words[0])):
        words.pop(0)
    roles = [k for k, word in enumerate(words[:-1]) if _is_role(word)]
    return " ".join(words[roles[-1] + 1 :] if roles else words)


def _begins_with(written: str, name: str) -> bool:
    """Return whether a phrase is about its first word, a surname that is a common word too: "Booker, who"."""
    return bool(re.match(rf"{re.escape(name)}\s*[,(]", written)) and country(name) is None


def _genders(text: str, full: Mapping[str, str]) -> dict[str, str]:
    """Return what "Mr." and "Mrs." tell of the people of a text, by full name or surname."""
    found: dict[str, set[str]] = {}
    for title, run in _TITLED.findall(text):
        surname = run.rsplit(" ", 1)[-1]
        gender = "f" if title.lower() in _FEMALE else "m"
        found.setdefault(full.get(surname, surname), set()).add(gender)
    votes: dict[str, Counter[str]] = {}
    for surname, pronoun in _SAYS_OF_SELF.findall(text):
        votes.setdefault(full.get(surname, surname), Counter())[_PRONOUNS[pronoun]] += 1
    for name, each in votes.items():
        (gender, most), *others = each.most_common()
        if name not in found and most >= _TWO and not others:
            found[name] = {gender}
    # "Mr. and Mrs. Orr": whoever is both is nobody.
    return {name: next(iter(genders)) for name, genders in found.items() if len(genders) == 1}


def _is_role(word: str) -> bool:
    plain = word.rstrip(".").lower()
    return plain in _TITLES or is_person(plain)


def _is_no_person(name: str) -> bool:
    """Return whether a name is a country's, a body's, or a common word with a capital."""
    words = name.split()
    return (
        country(name) is not None
        or names_body(words)
        or any(country(word) for word in words[:1])
        or (len(words) == 1 and commonness(base_form(name.lower())) > _COMMON)
    )


def _institution(written: str) -> str:
    """Return a body's name without article, possessive and what follows a comma or bracket."""
    parts = re.split(r",|\s\(", written, maxsplit=2)
    # "The grid operator, Hallin Net": the apposition has the name.
    own = len(parts) > 1 and parts[0][4:].islower() and _RUN.fullmatch(parts[1].strip())
    name = parts[1].strip() if own else parts[0]
    words = _POSSESSIVE.sub("", name).split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") and len(words) > 1 else words)
