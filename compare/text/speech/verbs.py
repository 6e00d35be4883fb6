"""Where one sentence says that somebody says or thinks something: the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.model import SourceType
from compare.text.en import word_set
from compare.text.speech.content import behind, ends_report, has_verb, leading, to_comma, trimmed, until_end
from compare.text.speech.line import Phrase, SpeechHit, SpeechLine, is_time
from compare.text.speech.nouns import according, adverb, noun, passive
from compare.text.speech.phrases import PREPOSITIONS
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
from compare.text.speech.speakers import is_body, is_body_name, is_document, is_person
from compare.text.speech.who import (
    MEANS_REACH,
    NOUN_TOO,
    PARTICIPLE_JOINTS,
    TRAILING,
    Cue,
    closes,
    may_invert,
    source_before,
    who_means,
)
from compare.text.syntax import (
    BE,
    PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_past,
    may_be_finite,
    pronoun_of,
    verb_after_subject,
    verb_at,
    verb_group,
)

_ARTICLES = frozenset("the a an his her its their our my".split())
_NOUN_BEFORE = _ARTICLES | word_set("speech.verbs.noun_before")
_BEHIND_NOUNS = word_set("speech.verbs.behind_nouns") | frozenset(("",))
_PLURALS = word_set("speech.verbs.plurals")
_QUANTIFIERS = frozenset("many some most few several these those both".split())
_COUNTS = _QUANTIFIERS | frozenset(
    "number percent dozens scores hundreds thousands three-fourths two-thirds".split()
)
_COMPOUNDS = frozenset("call charge claim report attack protest project estimate rule".split())
# What was not said, or only might be, is nobody's statement.
_POSSIBLE = frozenset("can could might may must should".split())
_HELD = frozenset("support oppose back endorse".split())
_THESE = frozenset("those these all".split())
_CALLED_AWAY = frozenset("up out off in back home forth away".split())
_OBJECTS = frozenset("that what which".split())
_JOINTS = frozenset("and but while".split())
_MARKS = frozenset((",", "-", "–", "—", ";", ":"))
_UNBOUND = frozenset("be been being have do".split())
_NOT = frozenset("not never cannot hardly".split())
_HELD_NOT = frozenset(
    "believe think want expect consider agree like love intend plan dispute doubt question".split()
)
_HAVING = frozenset("have has had having".split())
_UNSAID = frozenset("not never cannot could might should can may must would hardly".split())
_DID = frozenset(("do", "does", "did"))
_BEHIND_STATES = frozenset("like to and or".split())
_RELATIVES = frozenset("that which whom who what".split())


def _is_noun(cue: Cue) -> bool:
    """Return whether a word that may be a verb is a noun or adjective here, or an infinitive of nobody's."""
    line, at = cue.line, cue.at
    to_it = cue.reading.form is Form.BASE and line.at(at - 1) == "to" and line.at(cue.group) == "to"
    return to_it or _is_noun_behind(cue) or _is_noun_before(line, at, cue.reading)


def _is_noun_behind(cue: Cue) -> bool:
    """Return whether the word before makes it a noun or adjective: "his claim", "in disputed waters"."""
    line, at, form = cue.line, cue.at, cue.reading.form
    before, alone = line.at(at - 1), cue.group == cue.at
    possessive = before.endswith("'s") and not pronoun_of(before)
    # "A spokesman for her said".
    whose = before == "her" and form is Form.PAST and line.at(at - 2) in PREPOSITIONS
    if (before in _ARTICLES and not whose) or possessive or (form is Form.PARTICIPLE and alone):
        return True
    if form is Form.PAST:
        return alone and (before in PREPOSITIONS | _THESE or _is_gerund(line, at - 1))
    if form not in (Form.BASE, Form.PRESENT):
        return False
    return (
        before in _NOUN_BEFORE
        or (form is Form.PRESENT and before in _QUANTIFIERS)
        or (before in _HAVING and line.at(at).endswith("s"))
    )


def _is_noun_before(line: SpeechLine, at: int, reading: Reporting) -> bool:
    """Return whether the word behind makes it a noun, or no report: "its advocates feared", "called up"."""
    after = line.at(at + 1)
    verb = verb_at(line.lower, at + 1)
    acts = verb_at(line.lower, at + 2) or is_past(line.at(at + 2)) if is_adverb(after) else verb
    if is_person(line.at(at)) and (acts or reporting(after) or after in PREPOSITIONS):
        return True
    if reading.rest:
        return False
    if reading.lemma == "read" and is_document(line.at(at - 1)):
        return False
    if reading.lemma == "state" and reading.form is Form.BASE and after != "that":
        # "Several big state enterprises".
        return True
    if line.at(at) == "states" and (after in PREPOSITIONS or after in _BEHIND_STATES or is_auxiliary(after)):
        # "Republican states like Ohio", "the states to act".
        return True
    if (
        reading.form is Form.PRESENT
        and line.at(at) in NOUN_TOO
        and is_past(after)
        and not is_auxiliary(after)
    ):
        # "Violate new rules passed in May".
        return True
    if reading.form is Form.PRESENT and (pronoun_of(after) or after in ("it's", "there's")):
        # "The paper reports it’s unclear".
        return False
    if (reading.lemma == "call" and after in _CALLED_AWAY) or (
        reading.lemma == "back" and after in PREPOSITIONS | _BEHIND_NOUNS
    ):
        return True
    if reading.form is Form.PRESENT and _opens_clause_soon(line, at) and line.capital(at - 1):
        # "Orr reports from the pier that it is closed".
        return False
    another = after.endswith("s") and after in NOUN_TOO and line.at(at + 2) in ("for", "to")
    return line.at(at) in NOUN_TOO and (after in _BEHIND_NOUNS or verb or another)


def _opens_clause_soon(line: SpeechLine, at: int) -> bool:
    """Return whether "that" follows an adverbial behind a verb: "reports from the pier that"."""
    near = range(at + 2, min(len(line), at + MEANS_REACH))
    return any(line.at(k) == "that" and all(line.is_word(j) for j in range(at, k)) for k in near)


def _is_gerund(line: SpeechLine, at: int) -> bool:
    word = line.at(at)
    return len(word) > 5 and word.endswith("ing") and not (line.capital(at) or is_body(word) or is_time(word))


def _is_unsaid(between: set[str], reading: Reporting, *, regarded: bool) -> bool:
    """Return whether the verb's group says that nothing was said: "has not endorsed", "might say"."""
    if reading.frame is Frame.THINKS and reading.lemma not in _HELD_NOT and not regarded:
        # "Did not see a gun", "does not know"; but what one does not believe or want is a view.
        return bool(between & (_POSSIBLE | _NOT)) or any(word.endswith("n't") for word in between)
    if reading.frame is Frame.THINKS or (reading.frame is Frame.SHOWS and reading.lemma not in _SHOWN):
        return bool(between & _POSSIBLE)
    if reading.lemma in _HELD:
        # "Would support it" tells what somebody thinks of it.
        between = between - {"would"}
    return bool(between & _UNSAID) or any(word.endswith("n't") for word in between)


def _is_plural(line: SpeechLine, source: Phrase) -> bool:
    """Return whether a source names many, so that a verb's base form may follow: "two in five say"."""
    head = line.at(source.head)
    if head.isdigit() or head == "%" or {line.at(source.first), line.at(source.first + 1)} & _COUNTS:
        return True
    return (
        head in _PLURALS
        or (head.endswith("s") and not head.endswith("ss"))
        or head.endswith(("men", "people"))
        or line.at(source.first) in ("some", "many", "most", "few", "both")
        or any(line.at(k) == "and" for k in range(source.first, source.stop))
    )


def _is_reduced(line: SpeechLine, stop: int, reading: Reporting, source: Phrase) -> bool:
    """Return whether a past form is a participle behind its noun: "a man accused of", "a plan backed by"."""
    after = line.at(stop)
    if after == "by":
        return True
    if source.first > 1 and line.at(source.first - 1) in _RELATIVES:
        # "Growth that analysts attributed to mediators".
        return False
    if reading.frame in (Frame.JUDGES, Frame.URGES, Frame.LABELS) and not reading.rest:
        return after in ("of", "to", "as", "in", "with", "at", "on", "from")
    return False


def _names_a_thing(line: SpeechLine, at: int, source: Phrase) -> bool:
    """Return whether a word as "charges" is a noun with others: "corruption charges", "police reports"."""
    if line.at(at).rstrip("s") not in _COMPOUNDS:
        return False
    head = line.at(source.head)
    bare = source.first == source.head and not line.capital(source.head) and head not in PRONOUNS
    return source.head != at - 1 or (bare and not head.endswith("s"))


_BE = BE | frozenset("isn't aren't wasn't weren't 's 're".split())
_SUBORDINATORS = word_set("speech.verbs.subordinators")
# No sentence of news has so many words; a list or a table has, and looking all through it takes square time.
_LONGEST = 500
_HEARER, _REGARDED = 8, 12
_SHOWN = frozenset(
    "prove show demonstrate suggest indicate imply reveal underscore underline highlight signal".split()
)
_FOUND = frozenset("rule find determine conclude".split())
# A document does none of these, whoever wrote it may.
_FELT = frozenset("hope want wish fear worry know love hate dislike regret resent wonder".split())
_MODIFYING = frozenset("defend discuss back list welcome attack".split())
_LONGEST_TITLE = 8
_RULE = "reporting-verb"
# A statement of fewer tokens before its source is only a part of one: "The plan, Voss said, is sound".
_SHORTEST_LEAD = 4


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
        found += (hit for hit in more if not any(_told_already(hit, other) for other in found))
    return [_without_reporter(line, hit, found) for hit in found]


def _without_reporter(line: SpeechLine, hit: SpeechHit, found: Sequence[SpeechHit]) -> SpeechHit:
    """Return a hit without the report it stands in: "they hope to win, Kent said" ends before Kent."""
    first, stop = hit.content
    for other in found:
        source = other.source
        if other is hit or source is None:
            continue
        begins = _begins_next_report(line, hit, other) or _begins_main_report(line, hit, other)
        if begins:
            stop = min(stop, begins)
        if other.content[1] > source.first or other.content[0] > first:
            continue
        trailing = first < other.content[1] < stop and first < min(source.first, other.cue[0]) < stop
        # "That, he hoped, voters would see": what is told goes on.
        passing = (
            line.at(max(source.stop, other.cue[1])) == "," and line.at(other.content[1] - 1) in _RELATIVES
        )
        if trailing and not passing and other.cue[0] >= other.content[1]:
            stop = other.content[1]
    return hit if stop == hit.content[1] else replace(hit, content=(first, stop))


def _begins_next_report(line: SpeechLine, hit: SpeechHit, other: SpeechHit) -> int:
    """Return where another report begins in what is told, else 0: "it is late and Orr said it is not"."""
    source = other.source
    if source is None or hit.source is None or other.rule != _RULE or line.at(hit.content[0]) == "that":
        return 0
    joint = source.first - 1
    told = hit.content[0] < joint < hit.content[1] and hit.cue[1] <= hit.content[0]
    plain = line.at(joint) in _JOINTS and not line.quoted[joint] and source.stop == other.cue[0]
    says = other.content[0] >= other.cue[1] and any(
        r.frame is Frame.SAYS for r in reporting(line.at(other.cue[1] - 1))
    )
    if not (told and plain and says) or line.at(source.head) in PRONOUNS:
        return 0
    return joint - (line.at(joint - 1) == ",")


def _begins_main_report(line: SpeechLine, hit: SpeechHit, other: SpeechHit) -> int:
    """Return where the main clause reports behind an opening one, else 0: "when Orr left, he said"."""
    source = other.source
    if (
        source is None
        or hit.source is None
        or line.at(source.head) not in PRONOUNS
        or line.quoted[source.first]
    ):
        return 0
    told = (
        hit.content[0] < source.first - 1 < hit.content[1] and other.content[0] >= other.cue[1] > source.first
    )
    opening = line.at(0) in PREPOSITIONS and line.at(source.first - 1) == ","
    goes_on = line.at(other.cue[1]) not in ("", ".", ",")
    return source.first - 1 if told and opening and goes_on else 0


def _told_already(hit: SpeechHit, other: SpeechHit) -> bool:
    """Return whether an earlier cue has the same content, or the same source a longer one around it."""
    (first, stop), (begin, end) = hit.content, other.content
    return (first, stop) == (begin, end) or (
        begin <= first and stop <= end and hit.source is not None and hit.source == other.source
    )


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
    if between & _BE and readings[0].form is not Form.ING:
        yield from _passive(line, at, readings, names, group)
        return
    reading = next((r for r in readings if line.lower[at + 1 : at + 1 + len(r.rest)] == list(r.rest)), None)
    if reading is None:
        return
    # "Does not see it as a duty" is a view; "did not see it" is none.
    regarded = "as" in line.lower[at + 1 : at + 1 + _REGARDED]
    if _is_unsaid(between, reading, regarded=regarded):
        return
    cue = Cue(
        line=line,
        names=names,
        before=before,
        group=group,
        at=at,
        reading=reading,
        going_on=bool(between & _BE),
    )
    found = _who_says(cue)
    if found is None:
        return
    source, inverted = found
    if _is_no_report(cue, source, inverted=inverted):
        return
    cue_stop = cue.stop
    for piece in _pieces(cue, source, inverted=inverted):
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
    if meant is None and _is_noun(cue):
        return None
    behind_it = phrase_after(line, cue.stop, cue.names) if may_invert(cue) else None
    closed = behind_it and line.at(at - 1) == "," and closes(line, behind_it)
    # "Kent, who runs it, told the paper.": whom somebody tells does not speak.
    closed = closed and (cue.reading.frame is not Frame.TELLS or line.quoted[at - 2])
    before = meant if closed or meant else source_before(cue)
    source = before or behind_it
    bare = cue.reading.form is Form.BASE and cue.group == at and meant is None
    if source is None or (bare and not _is_plural(line, source)):
        return None
    return source, before is None


def _is_no_report(cue: Cue, source: Phrase, *, inverted: bool) -> bool:
    """Return whether source and verb tell no words: "it proves", "corruption charges", "a man accused"."""
    line, reading = cue.line, cue.reading
    if line.at(source.head) == "it" and reading.lemma in _SHOWN:
        return True
    thing = is_document(line.at(source.head)) and not line.capital(source.head)
    if reading.lemma in _FELT and thing:
        return True
    after = line.at(cue.stop)
    if after == "nothing" or (reading.lemma == "call" and after.isdigit()):
        # "Said nothing of it", "called 911".
        return True
    pleaded = reading.lemma == "plead" and line.at(cue.at + 1) not in ("that", "for")
    if pleaded and not any(line.quoted[cue.at + 1 : cue.at + 2]):
        # "Pleaded not guilty".
        return True
    modifies = line.is_word(cue.group - 1) and line.at(cue.group - 1) not in PARTICIPLE_JOINTS
    thing = not line.capital(cue.stop) and line.at(cue.stop) not in _ARTICLES | PRONOUNS | {
        "it",
        "him",
        "them",
    }
    modifying = reading.lemma in _MODIFYING or (reading.frame is Frame.LABELS and thing)
    if reading.form is Form.ING and not cue.going_on and modifying and modifies:
        # "Lawyers defending the act", "senators discussing roads": who they are, no words of theirs.
        return True
    if line.at(source.first - 1) == "whether" or (line.at(source.first - 1) == "if" and _is_view(reading)):
        # "Was asked whether he supported it".
        return True
    near = range(cue.stop, cue.stop + 4)
    people = any(is_person(line.at(k)) and not line.capital(k) for k in near)
    if reading.lemma == "dismiss" and people and not any(reporting_noun(line.at(k)) for k in near):
        # "Dismissed the six workers".
        return True
    indefinite = line.at(source.first) in ("a", "an") and source.type is SourceType.UNNAMED
    if indefinite and reading.frame is Frame.THINKS and reading.form is Form.PRESENT:
        # "A good captain knows the harbour".
        return True
    if line.at(source.first - 1) in _HAVING | _DID and line.at(source.first - 2) in ("neither", "nor"):
        return True
    if reading.lemma == "project" and line.at(cue.stop) == "to":
        return True
    if reading.lemma == "encourage" and "to" not in line.lower[cue.stop : cue.stop + _HEARER]:
        # "Encourages trade by holding fairs" tells no words.
        return True
    document = is_document(line.at(cue.at)) and line.at(cue.group - 1) not in PARTICIPLE_JOINTS
    if reading.form is Form.ING and not cue.going_on and document:
        # "A court ruling that".
        return True
    if inverted:
        return False
    object_ = line.at(source.first - 1) in _OBJECTS and not any(
        map(reporting, line.lower[: source.first - 1])
    )
    if object_ and reading.frame is Frame.THINKS and _is_infinitive(line, cue.stop) and source.first > 1:
        # "The changes that Kent plans to announce are small": of them nothing is told.
        return True
    if cue.group == cue.at and _names_a_thing(cue.line, cue.at, source):
        return True
    return cue.reading.form is Form.PAST and _is_reduced(cue.line, cue.stop, cue.reading, source)


def _is_view(reading: Reporting) -> bool:
    return reading.frame in (Frame.THINKS, Frame.JUDGES)


def _is_infinitive(line: SpeechLine, stop: int) -> bool:
    return "to" in (line.at(stop), line.at(stop - 1))


def _pieces(cue: Cue, source: Phrase, *, inverted: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold what is said: behind the cue, before the source, or around both."""
    line, reading = cue.line, cue.reading
    aside = line.at(source.first - 1) == "as" and not inverted
    begins = source.opens if source.opens >= 0 else source.first
    lead = _lead(cue, cue.group if inverted else begins - aside)
    ends_quoted = lead is not None and line.quoted[lead[1] - 1]
    said = None if inverted else behind(line, cue.stop, reading, document=is_document(line.at(source.head)))
    second = line.at(cue.group - 1) in ("and", "but")
    if (
        said
        and lead
        and line.at(cue.stop) in ("–", "—", "--")
        and not any(line.quoted[lead[0] : said[0] + 1])
    ):
        # "They left, Kent said – and came back".
        said = None
    if said and lead and ends_quoted and not line.quoted[said[0]] and not second:
        whole = all(line.quoted[k] for k in range(*lead))
        if whole or line.at(said[0]) in PREPOSITIONS:
            # "“We lost,” Kent said to applause", "in a video he posted".
            said = None
    elif said and lead and (ends_quoted or line.at(lead[1]) == ",") and _is_title(line, said[0]):
        said = None
    if said is not None:
        if not _is_of_clause(line, source, said):
            yield _narrowed(cue, source, said)
            if lead and ends_quoted:
                yield lead
        return
    yield from _before(cue, source, lead, aside=aside, inverted=inverted)


def _before(
    cue: Cue, source: Phrase, lead: tuple[int, int] | None, *, aside: bool, inverted: bool
) -> Iterator[tuple[int, int]]:
    """Yield what is said before its source, and where that goes on behind it.

    `aside`: the report is one in passing, as in "As Kent noted, the pier is safe".
    """
    line, reading = cue.line, cue.reading
    end = max(source.stop, cue.stop)
    if reading.frame is Frame.TELLS:
        end = _past_name(line, end)
    if lead is None or (aside and lead[1] - lead[0] < _SHORTEST_LEAD):
        if aside and line.at(end) == ",":
            yield from _with_verb(line, until_end(line, end + 1))
    elif any(line.quoted[k] for k in range(*lead)):
        yield lead
        first = next((k for k in range(end, len(line)) if line.quoted[k]), None)
        if first is not None and (rest := trimmed(line, first, len(line))) and not _is_title(line, first):
            yield rest
    elif reading.frame is Frame.SHOWS:
        # "Many have left, statistics show."
        told = is_document(line.at(source.head)) or reading.lemma in _FOUND
        if told and ends_report(line, end) and has_verb(line, *lead):
            yield lead
    elif rest := _goes_on(line, lead, end):
        # "The pier, Kent said, will close": as a whole, or it says nothing.
        yield (lead[0], rest[1]) if line.at(lead[0]) not in PREPOSITIONS else rest
    elif lead[1] - lead[0] >= _SHORTEST_LEAD and has_verb(line, *lead):
        if inverted or ends_report(line, end):
            yield lead
    elif line.at(end) == ",":
        for rest in _with_verb(line, trimmed(line, end + 1, len(line))):
            yield lead[0], rest[1]


def _goes_on(line: SpeechLine, lead: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Return what stands behind a report with its adverbial: "The pier, Kent said in a note, will close"."""
    if any(may_be_finite(line.at(k)) for k in range(*lead)):
        return None
    if line.at(end) == "," and line.at(lead[0]) in PREPOSITIONS:
        # "In a speech after that, Kent said, the board will decide".
        rest = trimmed(line, end + 1, len(line))
        return rest if rest and verb_after_subject(line.lower, rest[0]) != -1 else None
    comma = next((k for k in range(end, min(len(line), end + _HEARER)) if line.at(k) == ","), -1)
    if comma < 0 or not is_auxiliary(line.at(comma + 1)):
        return None
    return trimmed(line, comma + 1, len(line))


def _is_title(line: SpeechLine, first: int) -> bool:
    """Return whether a quotation is the name of a programme or a work: "said on “Meet the Town.”"."""
    words = [k for k in range(first, len(line)) if line.quoted[k] and line.is_word(k)]
    large = sum(line.capital(k) for k in words)
    place = line.at(first - 1) in PREPOSITIONS or line.at(first - 1).endswith("'s")
    return place and len(words) < _LONGEST_TITLE and large > len(words) / 2


def _lead(cue: Cue, stop: int) -> tuple[int, int] | None:
    """Return what stands before a source and may be its words: “The pier is safe,” before "Kent said"."""
    line, reading = cue.line, cue.reading
    if reading.frame not in TRAILING or reading.form is Form.ING:
        return None
    lead = leading(line, stop)
    opening = line.at(lead[0]) if lead else ""
    if opening.endswith("ing") and reporting(opening) and line.at(cue.stop) != ",":
        # "Noting that it was late, Kent replied".
        return None
    if (
        lead is None
        or reading.frame in (Frame.SAYS, Frame.TELLS)
        or all(line.quoted[k] for k in range(*lead))
    ):
        return lead
    if reading.frame is Frame.SHOWS:
        return lead if ends_report(line, cue.stop) else None
    return lead if line.at(cue.stop) in (".", "", ",") and reading.frame is Frame.THINKS else None


def _is_of_clause(line: SpeechLine, source: Phrase, said: tuple[int, int]) -> bool:
    """Return whether the cue stands in a clause about something else, whose main verb follows it."""
    # "Everything Kent says is".
    main = _is_plain_auxiliary(line.at(said[0])) and line.at(source.first - 1) not in _RELATIVES
    # "The witnesses who testified included".
    return main or (line.at(source.head) == "who" and is_past(line.at(said[0])))


def _narrowed(cue: Cue, source: Phrase, said: tuple[int, int]) -> tuple[int, int]:
    """Return what is said in a clause before the main one, which begins at a comma."""
    line = cue.line
    opening = line.at(0) in _SUBORDINATORS and not _MARKS & set(line.lower[: cue.at])
    if source.first > 0 and (line.at(source.first - 1) in _SUBORDINATORS or opening):
        said = to_comma(line, *said)
    relative = line.at(source.stop - 1) in ("which", "that") and source.stop - source.first > 1
    if line.at(source.head) == "who" or relative:
        first, stop = said
        apart = "," in (line.at(source.head - 1), line.at(source.stop - 2))
        ends = (
            k
            for k in range(first + 1, stop)
            if line.at(k) == ","
            and not line.quoted[k]
            and (
                is_past(line.at(k + 1))
                or reporting(line.at(k + 1))
                or (apart and is_auxiliary(line.at(k + 1)) and any(map(may_be_finite, line.lower[first:k])))
            )
        )
        # "The clerk, who asked not to be named, said".
        stop = next(ends, stop)
        if line.at(first) == "to" and line.at(source.head - 1) != ",":
            # "Workers who refuse to pay can be sued".
            plain = (
                k
                for k in range(first + 2, stop)
                if _is_plain_auxiliary(line.at(k)) and line.at(k) not in _UNBOUND
            )
            stop = next(plain, stop)
        return first, stop
    if line.at(source.first - 1) == "what" and line.at(said[0]) in _BE:
        # "What he said was a trend": the trend.
        return said[0] + 1, said[1]
    if cue.group < source.first and cue.reading.form is Form.ING:
        # "Announcing that it was late, Kent left".
        said = to_comma(line, *said)
    return said


def _with_verb(line: SpeechLine, piece: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    if piece and has_verb(line, *piece):
        yield piece


def _is_plain_auxiliary(word: str) -> bool:
    return is_auxiliary(word) and "'" not in word


def _past_name(line: SpeechLine, at: int) -> int:
    """Return where a report ends behind its hearer: "Kent told the board on Monday"."""
    stop = at
    while stop < min(len(line), at + _HEARER) and line.is_word(stop) and not ends_report(line, stop):
        stop += 1
    return stop


def _passive(
    line: SpeechLine, at: int, readings: Sequence[Reporting], names: frozenset[str], group: int
) -> Iterator[SpeechHit]:
    """Yield a passive with an agent, or without one where the verb is listed for it."""
    if line.capital(at) or not {line.at(k) for k in range(group, at)} & _BE:
        return
    listed = agentless(line.at(at))
    active = next((r for r in readings if r.form in (Form.PAST, Form.PARTICIPLE)), None)
    if listed:
        yield from passive(line, at, listed, names, group)
    elif active and active.frame is Frame.TELLS and line.at(at + 1) == "by":
        yield from passive(line, at, active.cue_class, names, group)
