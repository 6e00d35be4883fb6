"""The words that report what somebody says or thinks, by form, with class and what may follow them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from compare.model import CueClass
from compare.text.en import table
from compare.text.inflection import Part
from compare.text.inflection import forms as inflected


class Frame(StrEnum):
    """What may follow a reporting verb; the list's head says what each means."""

    SAYS = "says"
    TELLS = "tells"
    THINKS = "thinks"
    SHOWS = "shows"
    JUDGES = "judges"
    URGES = "urges"
    LABELS = "labels"
    HEARSAY = "hearsay"


class Form(StrEnum):
    """A verb's form, as far as its spelling tells."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    """The past participle where it is spelled otherwise than the past: "written"."""
    ING = "ing"


class Reporting(Struct, frozen=True, kw_only=True):
    """One form of a reporting verb; `rest` are the words that must follow it ("out" after "point")."""

    lemma: str
    form: Form
    frame: Frame
    cue_class: CueClass
    rest: tuple[str, ...]
    clausal: bool
    """Only a clause or a quotation is something said: "wrote that", not "wrote a cheque"."""


def reporting(word: str) -> tuple[Reporting, ...]:
    """Return the readings of a lower-case word as a reporting verb, those of several words first.

    >>> [(r.lemma, r.form.value, r.frame.value) for r in reporting("warned")]
    [('warn', 'past', 'says')]
    """
    return _verbs().get(word, ())


def agentless(word: str) -> CueClass | None:
    """Return the class of a verb's participle in passives without an agent, None where it is not listed.

    >>> agentless("believed"), agentless("built")
    (<CueClass.NEUTRAL: 'neutral'>, None)
    """
    return _agentless().get(word)


def reporting_noun(word: str) -> CueClass | None:
    """Return the class of a noun that stands for something said, None for any other word.

    >>> reporting_noun("accusations")
    <CueClass.DOUBT: 'doubt'>
    """
    return _nouns().get(word)


def hearsay(word: str) -> CueClass | None:
    """Return the class of an adverb that hides whose statement it is, None for any other word.

    >>> hearsay("allegedly")
    <CueClass.DOUBT: 'doubt'>
    """
    return _hearsay().get(word)


def forms(verb: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb from its base form.

    >>> [form for form, _ in forms("deny", {})]
    ['deny', 'denies', 'denied', 'denying']
    """
    if verb not in irregular:
        yield from zip(
            inflected(verb, Part.VERB), (Form.BASE, Form.PRESENT, Form.PAST, Form.ING), strict=True
        )
        return
    present, past, participle, ing = irregular[verb].split()
    yield verb, Form.BASE
    yield present, Form.PRESENT
    yield past, Form.PAST
    if participle != past:
        yield participle, Form.PARTICIPLE
    yield ing, Form.ING


@cache
def _verbs() -> Mapping[str, tuple[Reporting, ...]]:
    found: dict[str, list[Reporting]] = {}
    clausal = frozenset(table("reporting")["only"]["clause"].split())
    for group in table("reporting")["verbs"]:
        frame = Frame(group["frame"])
        if frame is Frame.HEARSAY:
            continue
        for entry in group["verbs"].split():
            verb, *rest = entry.split("-")
            for surface, form in forms(verb, table("reporting")["forms"]):
                found.setdefault(surface, []).append(
                    Reporting(
                        lemma=verb,
                        form=form,
                        frame=frame,
                        cue_class=CueClass(group["class"]),
                        rest=tuple(rest),
                        clausal=verb in clausal,
                    )
                )
    return {word: tuple(sorted(all_, key=lambda r: -len(r.rest))) for word, all_ in found.items()}


@cache
def _agentless() -> Mapping[str, CueClass]:
    found: dict[str, CueClass] = {}
    for group in table("reporting")["verbs"]:
        for verb in group.get("agentless", "").split():
            spelled = {form: surface for surface, form in forms(verb, table("reporting")["forms"])}
            found[spelled.get(Form.PARTICIPLE, spelled[Form.PAST])] = CueClass(group["class"])
    return found


@cache
def _nouns() -> Mapping[str, CueClass]:
    found: dict[str, CueClass] = {}
    for name, nouns in table("reporting")["nouns"].items():
        for noun in nouns.split():
            found |= dict.fromkeys(inflected(noun, Part.NOUN), CueClass(name))
    return found


@cache
def _hearsay() -> Mapping[str, CueClass]:
    adverbs = table("reporting")["adverbs"]
    return {word: CueClass(name) for name, words in adverbs.items() for word in words.split()}
