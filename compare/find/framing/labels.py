"""What a person is called, gathered over each text: by a loaded word, or by another role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.find.framing.actors import COURTESY, TITLES, Label, labels, meant
from compare.find.framing.hits import Hit
from compare.find.framing.rows import Pair, Row, Side, side
from compare.text.speech.speakers import is_person
from compare.text.syntax import PRONOUNS, adjoin, phrase_start
from compare.text.wordlists import Family

RULE = "labels-of-a-person"
ROLE_RULE = "roles-of-a-person"
_ABOUT_PERSONS = frozenset(
    "those-who-govern those-who-fight those-who-protest reputation telling-secrets strictness".split()
)
# Listed nouns that one person can be; the others are groups and bodies.
_ONE = frozenset(
    """strongman dictator despot tyrant autocrat puppet crony henchman lackey stooge terrorist militant
    insurgent extremist radical fanatic zealot rebel guerrilla separatist thug rioter agitator
    troublemaker firebrand hardliner""".split()
)
_UNLOADED = (Family.PLAIN, Family.HEDGE)
_WHY_ROLE = "Each text says by another role who the person is."
# Nouns of one kind say much the same of a person; kinds apart make the reader see somebody else. Kinship,
# parties and nations are left out: they are facts beside the matter mostly, and name no role.
_ROLES = {
    kind: frozenset(nouns.split())
    for kind, nouns in {
        "office": """leader director minister spokesman spokeswoman adviser advisor aide deputy chief official
            commissioner ambassador envoy secretary senator governor mayor lawmaker congressman congresswoman
            prosecutor judge counsel general commander officer chairman chairwoman president chancellor
            premier attorney lawyer diplomat""",
        "running": "candidate nominee contender challenger hopeful front-runner frontrunner runner",
        "wealth": """billionaire millionaire tycoon mogul magnate businessman businesswoman banker investor
            developer heir heiress oligarch entrepreneur landlord financier""",
        "stage": """star celebrity comedian actor actress presenter host singer model pundit commentator
            blogger columnist wrestler""",
        "tie": "friend ally loyalist confidant confidante backer donor fixer crony protégé protege",
        "against": "critic rival foe dissident detractor enemy nemesis",
        "crime": "felon fugitive convict criminal dealer smuggler gangster murderer fraudster kingpin",
        "secrets": "spy informant informer mole leaker whistleblower defector",
        "cause": "activist campaigner lobbyist protester hacker ideologue hardliner hawk",
        "learning": "doctor surgeon professor scientist historian economist engineer scholar teacher",
        "fate": "victim survivor hero martyr",
    }.items()
}
_PUBLIC = frozenset(("office", "running"))


def label_rows(pair: Pair) -> Iterator[Row]:
    """Yield for a person whom both texts name one contrast at most of what they call this person."""
    named = pair.persons
    for person in sorted(set(named[0]) & set(named[1])):
        every = [
            [label for label in labels(text, places[person]) if _says(label)]
            for text, places in zip(pair.texts, named, strict=True)
        ]
        row = _loaded(pair, person, every) or _roles(pair, person, every)
        if row:
            yield row


def _says(label: Label) -> bool:
    return label.noun not in COURTESY


def _loaded(
    pair: Pair,
    person: str,
    every: Sequence[Sequence[Label]],
) -> Row | None:
    """Return a word that one text alone has for the person, beside what the other one has."""
    hits = [[*_within(pair, place, every[place]), *_described(pair, place, person)] for place in (0, 1)]
    terms = [{hit.entry.term for hit, _ in found} for found in hits]
    own = [
        [found for found in hits[place] if found[0].entry.term not in terms[1 - place]] for place in (0, 1)
    ]
    if own[0] and own[1]:
        shown = own[0][0][1], own[1][0][1]
        hit = min(own[0][0][0], own[1][0][0], key=lambda hit: hit.entry.term)
    else:
        place = 0 if own[0] else 1
        titled = [label for label in every[1 - place] if is_person(label.noun) or label.noun in TITLES]
        if not own[place] or not titled or hits[1 - place]:
            return None
        hit, ours = own[place][0]
        theirs = _side(pair, 1 - place, titled[0])
        shown = (ours, theirs) if place == 0 else (theirs, ours)
    return Row(
        rule=RULE,
        concept=hit.entry.concept.replace("-", " "),
        target=_written(pair, person),
        sides=shown,
        why=hit.entry.why,
        alternatives=hit.entry.instead,
        rank=5.0,
    )


def _within(pair: Pair, place: int, found: Sequence[Label]) -> Iterator[tuple[Hit, Side]]:
    for label in found:
        named = is_person(label.noun) or label.noun in TITLES
        for hit in pair.inside(place, label.line, label.first, label.head):
            # In "terrorists fear Kent" the word is nobody's label.
            if _loads(hit) and (named or hit.last == label.head):
                yield hit, _side(pair, place, label)


def _loads(hit: Hit) -> bool:
    return hit.entry.concept in _ABOUT_PERSONS and hit.entry.family not in _UNLOADED


def _described(pair: Pair, place: int, person: str) -> Iterator[tuple[Hit, Side]]:
    """Yield what stands for the person by itself: "the strongman", "the embattled minister"."""
    text = pair.texts[place]
    article = text.article.text
    for hit in pair.hits[place]:
        line, last = hit.line, hit.last
        if not _loads(hit) or line.titled:
            continue
        first = phrase_start(article, line, hit.first) - 1
        if last + 1 < len(line.words) and adjoin(article, line, last + 1) and is_person(line.low[last + 1]):
            last += 1
        elif line.low[last] not in _ONE or hit.entry.concept == "reputation":
            continue
        if (
            first >= 0
            and line.low[last] not in PRONOUNS
            and meant(text, pair.persons[place], line, first, last) == person
        ):
            yield hit, side(text, line, first, last)


def _side(pair: Pair, place: int, label: Label) -> Side:
    return side(pair.texts[place], label.line, label.first, label.last)


def _written(pair: Pair, person: str) -> str:
    """Return the name as the texts write it, the same whichever comes first."""
    forms = [
        pair.texts[at].article.text[line.words[first].start : line.words[last].end]
        for at, places in enumerate(pair.persons)
        for line, first, last in places[person]
        if last > first and not line.titled
    ]
    return min((form.removesuffix("'s").removesuffix("’s") for form in forms), default=person.title())


def _roles(
    pair: Pair,
    person: str,
    every: Sequence[Sequence[Label]],
) -> Row | None:
    """Return the roles of a person that no label of the other text has."""
    kinds = [{kind for label in found for kind in _kinds(label)} for found in every]
    if not (kinds[0] and kinds[1]) or kinds[0] & kinds[1] or (kinds[0] | kinds[1]) <= _PUBLIC:
        return None
    first = [next(label for label in found if _kinds(label)) for found in every]
    return Row(
        rule=ROLE_RULE,
        concept="who it is",
        target=_written(pair, person),
        sides=(_side(pair, 0, first[0]), _side(pair, 1, first[1])),
        why=_WHY_ROLE,
        alternatives=("name the role that matters to the news",),
        rank=2.5,
    )


def _kinds(label: Label) -> frozenset[str]:
    if label.line.words[label.head].name:
        return frozenset()
    return frozenset(kind for kind, nouns in _ROLES.items() if label.noun in nouns)
