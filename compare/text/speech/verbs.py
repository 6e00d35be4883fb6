"""Where one sentence says that somebody says or thinks something: the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.text.speech.bounds import told_already, without_reporter
from compare.text.speech.line import Phrase, SpeechHit, SpeechLine
from compare.text.speech.nouns import according, adverb, noun, passive
from compare.text.speech.pieces import pieces
from compare.text.speech.reporting import (
    Form,
    Frame,
    Reporting,
    agentless,
    hearsay,
    reporting,
    reporting_noun,
)
from compare.text.speech.sources import phrase_after
from compare.text.speech.speakers import is_body_name
from compare.text.speech.unreported import is_no_report, is_noun, is_plural, is_unsaid
from compare.text.speech.who import (
    IS,
    Cue,
    closes,
    may_invert,
    source_before,
    who_means,
)
from compare.text.syntax import (
    pronoun_of,
    verb_group,
)

# No sentence of news has so many words; a list or a table has, and looking all through it takes square time.
_LONGEST = 500
_REGARDED = 12
_RULE = "reporting-verb"


def hits(line: SpeechLine, names: frozenset[str]) -> list[SpeechHit]:
    """Return the places where somebody is said to say or think something, in the order of the cues.

    `names` are the text's words with a capital inside a sentence.
    """
    found: list[SpeechHit] = []
    if len(line) > _LONGEST:
        return found
    for at, word in enumerate(line.lower):
        if line.quoted[at] or not word[0].isalpha():
            continue
        if word == "according" and line.at(at + 1) == "to":
            found += according(line, at, names)
            continue
        more: list[SpeechHit] = []
        if readings := reporting(word):
            more = list(_verb(line, at, readings, names, found))
        elif agentless(word):
            more = list(_passive(line, at, (), names, verb_group(line, at)))
        elif cue_class := hearsay(word):
            more = list(adverb(line, at, cue_class))
        if not more and (named := reporting_noun(word)):
            more = list(noun(line, at, named, names))
        found += (hit for hit in more if not any(told_already(hit, other) for other in found))
    return [without_reporter(line, hit, found) for hit in found]


def _verb(
    line: SpeechLine,
    at: int,
    readings: tuple[Reporting, ...],
    names: frozenset[str],
    before: Sequence[SpeechHit],
) -> Iterator[SpeechHit]:
    body = 0 < at < len(line) - 1 and is_body_name(line.words[at + 1]) and is_body_name(line.words[at - 1])
    if line.capital(at) and at > 0 and (body or not line.headline):
        # "House Rules Committee", in a list of names as in a headline.
        return
    group = verb_group(line, at)
    between = {line.at(k) for k in range(group, at)}
    if pronoun_of(line.at(group - 1)) and line.at(group - 1).endswith(("'s", "'re")):
        between.add("'s" if readings[0].form is Form.ING else "has")
    if between & IS and readings[0].form is not Form.ING:
        yield from _passive(line, at, readings, names, group)
        return
    reading = next((r for r in readings if line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest)), None)
    if reading is None:
        return
    # "Does not see it as a duty" is a view; "did not see it" is none.
    regarded = "as" in line.lower[at + 1 : at + 1 + _REGARDED]
    if is_unsaid(between, reading, regarded=regarded):
        return
    cue = Cue(
        line=line,
        names=names,
        before=before,
        group=group,
        at=at,
        reading=reading,
        going_on=bool(between & IS),
    )
    found = _who_says(cue)
    if found is None:
        return
    source, inverted = found
    if is_no_report(cue, source, inverted=inverted):
        return
    cue_stop = cue.stop
    for piece in pieces(cue, source, inverted=inverted):
        if piece[0] == cue.stop and reading.rest[-1:] == ("to",) and reading.frame is Frame.THINKS:
            # "Planned to leave": the infinitive with its "to".
            cue_stop, piece = cue.stop - 1, (cue.stop - 1, piece[1])
        yield SpeechHit(
            source=source, cue=(group, cue_stop), content=piece, cue_class=reading.cue_class, rule=_RULE
        )


def _who_says(cue: Cue) -> tuple[Phrase, bool] | None:
    """Return the source and whether it stands behind its verb, None where nobody says anything."""
    line, at = cue.line, cue.at
    meant = who_means(cue)
    if meant is None and is_noun(cue):
        return None
    behind_it = phrase_after(line, cue.stop, cue.names) if may_invert(cue) else None
    closed = behind_it and line.at(at - 1) == "," and closes(line, behind_it)
    # "Kent, who runs it, told the paper.": whom somebody tells does not speak.
    closed = closed and (cue.reading.frame is not Frame.TELLS or line.quoted[at - 2])
    before = meant if closed or meant else source_before(cue)
    source = before or behind_it
    bare = cue.reading.form is Form.BASE and cue.group == at and meant is None
    if source is None or (bare and not is_plural(line, source)):
        return None
    return source, before is None


def _passive(
    line: SpeechLine, at: int, readings: Sequence[Reporting], names: frozenset[str], group: int
) -> Iterator[SpeechHit]:
    """Yield a passive with an agent, or without one where the verb is listed for it."""
    if line.capital(at) or not {line.at(k) for k in range(group, at)} & IS:
        return
    listed = agentless(line.at(at))
    active = next((r for r in readings if r.form in (Form.PAST, Form.PARTICIPLE)), None)
    if listed:
        yield from passive(line, at, listed, names, group)
    elif active and active.frame is Frame.TELLS and line.at(at + 1) == "by":
        yield from passive(line, at, active.cue_class, names, group)
