"""One name for one source through a whole text: "Voss" and "she" as the full name that the text gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from compare.model import SourceType
from compare.text.antecedents import antecedent, is_group, opening_group
from compare.text.meant import SEXES, Meant
from compare.text.quotations import Stretches, crossing
from compare.text.runs import POSSESSIVE, RUN, bare, is_no_person, is_role, people_in, person
from compare.text.speech import Speech
from compare.text.speech.speakers import is_body, is_person, names_body

# "Orr said he": without another name between, most likely of the same person.
_SAYS_OF_SELF = re.compile(r"\b([A-ZÀ-ÖØ-Þ][\w-]+)\b[^.!?“\"A-ZÀ-ÖØ-Þ]{1,40}\b(he|she)\b")
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dame|Lady|Sir)\b\.?\s([A-ZÀ-ÖØ-Þ][\w-]*(?:\s[A-ZÀ-ÖØ-Þ][\w-]*)*)")
_TWO = 2
_FEMALE, _MALE = frozenset("mrs ms miss dame lady".split()), frozenset("mr sir lord".split())
_ASIDE = re.compile(r",\s(?:though|however|meanwhile|too)$")
_BEHIND_HEADS = frozenset("of at for in with that which who whose to from".split())
_SELF = frozenset(("he", "she", "it", "they"))
# Not as `quotations` reads them: where a curly mark answers a straight one, all behind it is left out. That
# kept one speaker in the development texts, and lost none.
_QUOTED = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?")
# What stands behind a name and makes it a body's: "Brightwater, the firm that dredges", "Brightwater, which".
_APPOSITION = re.compile(r",\s(?:(which)\b|(?:the|a|an)\s([^,.;]{2,80}+))")
_NAMED = frozenset((SourceType.PERSON, SourceType.EXPERT))
_BODY = SourceType.INSTITUTION
# The length of "that ".
_THAT = 5
# What "who" stands for is no farther before it; so many groups are enough to tell that one is alone.
_NEAR, _MOST_GROUPS = 160, 6
_FIRMS = frozenset("retailer supplier insurer broadcaster publisher employer lender brewer maker".split())
_POINTERS = frozenset("they who those these their them whom".split())


class Names(Struct, kw_only=True):
    """The people that a text names in full, by surname, and what is known of the last one who spoke."""

    text: str
    full: dict[str, str]
    meant: Meant
    bodies: frozenset[str] = frozenset()
    """Names that the text tells to be bodies', and their first words."""
    body: tuple[str, int, int] | None = None
    """The same of the last body."""
    known: dict[tuple[int, int], tuple[str, SourceType]] = field(default_factory=dict)
    """What each source that was named already stands for: one that goes on is the same."""
    firm: tuple[str, int] | None = None
    """A company that is cited by what it does, "the retailer", and where."""
    groups: list[tuple[str, int, int, SourceType]] = field(default_factory=list)
    """Several people who spoke as one of late: name, sentence, end and sort."""
    told: tuple[int, str, SourceType] | None = None
    """Where the last report's content begins, and whose it is."""

    @classmethod
    def of(cls, text: str, stretches: Stretches, marks: Stretches, found: Sequence[Speech]) -> Names:
        """Return the names in the stretches of a text; a surname that two people bear stands for neither.

        `marks` are its quotations, `found` is its speech.
        """
        counts: Counter[str] = Counter()
        bodies: set[str] = set()
        for start, end in stretches:
            for run in RUN.finditer(text, start, end):
                name = bare(run[0])
                if name and _is_told_a_body(text, run.end(), end):
                    bodies.update((name, name.split()[0]))
                elif " " in name and not is_no_person(name):
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
        meant = Meant(text, stretches, marks, found, full=full, sexes=_sexes(text, full))
        return cls(text=text, full=full, meant=meant, bodies=frozenset(bodies))

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
        if name and type_ is _BODY and speech.source:
            self.body = (name, speech.sentence, speech.source[1])
        self._note_group(speech, name, type_)
        if type_ is SourceType.UNNAMED and name.split()[-1:] and name.split()[-1] in _FIRMS:
            self.firm = name, speech.sentence
        elif type_ is _BODY:
            self.firm = None
        self.told = (speech.content[0], name, type_)
        return name, type_

    def _name(self, speech: Speech) -> tuple[str, SourceType]:
        if speech.source is None:
            return "", SourceType.NOBODY
        start, end = speech.source
        written = " ".join(self.text[start:end].split())
        pronoun = written.lower().partition("'")[0].partition("’")[0]
        if pronoun in _SELF and self.told and 0 <= start - self.told[0] <= _THAT and self.told[1]:
            # "The board said it expects": whoever speaks speaks of himself.
            one = pronoun in SEXES
            if one == (self.told[2] in _NAMED) or (
                pronoun == "they" and self.told[2] is not SourceType.NOBODY
            ):
                return self.told[1:]
        if pronoun in SEXES:
            name = self.meant.person_at(start, pronoun)
            return (name, SourceType.PERSON) if name else (pronoun, SourceType.UNNAMED)
        if pronoun == "it":
            return self._meant_body(speech)
        if pronoun == "they":
            return self._meant_group(speech)
        if pronoun == "who" and not written.isupper():
            return self._antecedent(start, written)
        if speech.source_type in _NAMED:
            name = self._joined(written) or person(written, self.full)
            if name in self.bodies:
                return next((b for b in sorted(self.bodies) if b.startswith(name + " ")), name), _BODY
            return name, speech.source_type
        if speech.source_type is SourceType.INSTITUTION:
            return _institution(written), speech.source_type
        return _ASIDE.sub("", POSSESSIVE.sub("", written)), speech.source_type

    def _joined(self, written: str) -> str | None:
        """Return the names of two who speak as one: "Mayor Ann Orr and Ben Kent, the clerk"."""
        both = written.split(" and ")
        if len(both) != _TWO or not re.match(r"[^\W\d_a-z]", both[1]) or "," in both[0]:
            return None
        pair = []
        for part in both:
            part = re.split(r",|\(|\sof\s", part, maxsplit=1)[0].strip()
            names = people_in(part)
            plain = " ".join(word for word in part.split() if not is_role(word))
            if len(names) != 1 or is_no_person(names[0]) or not plain.endswith(names[0]):
                return None
            pair.append(person(names[0], self.full))
        return " and ".join(pair) if pair[0] != pair[1] else None

    def _meant_body(self, speech: Speech) -> tuple[str, SourceType]:
        """Return which body "it" means where one alone was cited of late and no other is named since."""
        if self.firm and speech.source and speech.sentence - self.firm[1] == 1:
            return self.firm[0], SourceType.UNNAMED
        if self.body is None or speech.source is None:
            return "it", SourceType.UNNAMED
        name, sentence, end = self.body
        if speech.sentence - sentence > 1 or end > speech.source[0]:
            return "it", SourceType.UNNAMED
        since = _QUOTED.sub(" ", self.text[end : speech.source[0]])
        other = any(names_body(bare(run).split()) and bare(run) not in name for run in RUN.findall(since))
        if other:
            return "it", SourceType.UNNAMED
        return name, _BODY

    def _antecedent(self, start: int, written: str) -> tuple[str, SourceType]:
        """Return whom "who" stands for: the name or noun right before."""
        number = bisect_right(self.meant.starts, start) - 1
        begin = max(self.meant.starts[max(0, number)], start - _NEAR)
        found = antecedent(self.text[begin:start], self.full)
        return found or (written.lower(), SourceType.UNNAMED)

    def _meant_group(self, speech: Speech) -> tuple[str, SourceType]:
        """Return whom "they" means where one group alone was cited of late."""
        left = "they", SourceType.UNNAMED
        if speech.source is None:
            return left
        near = [
            one for one in self.groups if 0 <= speech.sentence - one[1] <= 1 and one[2] <= speech.source[0]
        ]
        latest = max((one[1] for one in near), default=-1)
        found = {(one[0], one[3]) for one in near if one[1] == latest}
        if len(found) > 1:
            return left
        number = min(speech.sentence, bisect_right(self.meant.starts, speech.source[0]) - 1)
        for at in (number, number - 1):
            # Who was cited in the sentence goes before whom it is about.
            if found and latest >= at:
                return found.pop()
            start, end = self.meant.stretches[max(0, at)]
            words = self.text[start : min(end, speech.source[0])].split()
            if at >= 0 and words[:1] and words[0].isalpha() and (group := opening_group(words)):
                return group, SourceType.UNNAMED
        return left

    def _note_group(self, speech: Speech, name: str, type_: SourceType) -> None:
        """Remember several people who spoke, for the "they" that follows."""
        if speech.source is None or not name or (type_ in _NAMED and " and " not in name):
            return
        written = self.text[slice(*speech.source)]
        pronoun = written.lower() == "they" and name.lower() != "they"
        if pronoun or (written.lower() not in _POINTERS and is_group(written)):
            del self.groups[:-_MOST_GROUPS]
            self.groups.append((name, speech.sentence, speech.source[1], type_))


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


def _sexes(text: str, full: Mapping[str, str]) -> dict[str, str]:
    """Return what "Mr." and "Mrs." tell of the people of a text, by full name or surname."""
    found: dict[str, set[str]] = {}
    for title, run in _TITLED.findall(text):
        surname = run.rsplit(" ", 1)[-1]
        gender = "f" if title.lower() in _FEMALE else "m"
        found.setdefault(full.get(surname, surname), set()).add(gender)
    votes: dict[str, Counter[str]] = {}
    for surname, pronoun in _SAYS_OF_SELF.findall(text):
        votes.setdefault(full.get(surname, surname), Counter())[SEXES[pronoun]] += 1
    for name, each in votes.items():
        (gender, most), *others = each.most_common()
        if name not in found and most >= _TWO and not others:
            found[name] = {gender}
    # "Mr. and Mrs. Orr": whoever is both is nobody.
    return {name: next(iter(genders)) for name, genders in found.items() if len(genders) == 1}


def _institution(written: str) -> str:
    """Return a body's name without article, possessive and what follows a comma or bracket."""
    parts = re.split(r",|\s\(", written, maxsplit=2)
    # "The grid operator, Hallin Net": the apposition has the name.
    own = len(parts) > 1 and parts[0][4:].islower() and RUN.fullmatch(parts[1].strip())
    name = parts[1].strip() if own else parts[0].removesuffix(" that").removesuffix(" which")
    words = POSSESSIVE.sub("", name).split()
    if len(words) > 1 and words[0].lower() in ("the", "a", "an", "his", "her", "its", "their", "our"):
        words = words[1:]
    small = next((k for k, word in enumerate(words) if not word[0].islower()), 0)
    if small and is_body(words[small - 1]) and all(word[0].isupper() for word in words[small:]):
        # "The trade group Quell Harbour Plans".
        words = words[small:]
    return " ".join(words)
