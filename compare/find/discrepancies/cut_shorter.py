"""A sentence of an utterance that one text ends, or begins, and the other goes on with or began before."""

from __future__ import annotations

from collections.abc import Iterator

from compare.find.discrepancies.laid import Laid
from compare.find.discrepancies.requoted import moved_beyond
from compare.find.discrepancies.taken_down import Stretch, Told, content
from compare.find.discrepancies.utterance import Utterance, utterance
from compare.model import DiscrepancyState

CUT_RULE = "quotation-cut-shorter"
# What a sentence goes on with, as it is looked for and shown.
_MOST_DROPPED, _LONGEST_SHOWN, _MOST_SHOWN, _BEHIND = 30, 7, 16, 160
_FEWEST_DROPPED, _FEW_WORDS = 2, 3


def cut_shorter(laid: Laid) -> Iterator[Utterance]:
    """Yield where one text ends a sentence, or begins it, and the other goes on with it or began before."""
    sides = (laid.x, laid.chain.here), (laid.y, laid.chain.there)
    for place in (0, 1):
        (short, at), (long, other) = sides[place], sides[1 - place]
        stretch = _dropped_behind(laid, short, at, long, other) or _dropped_before(short, at, long, other)
        if stretch is None:
            continue
        rest, some = stretch
        found = long.quoted.within(*long.words(rest), long.tokens[rest[0]][1]), short.words(some)
        sentences = long.quoted.sentence(found[0][0]), short.quoted.sentence(found[1][0])
        if sentences[0] is None or sentences[1] is None:
            continue
        ready = sentences[0], sentences[1]
        extents = long.quoted.extent(*found[0]), short.quoted.extent(*found[1])
        said = long.quoted.said(*found[0]), short.quoted.said(*found[1])
        if place == 0:
            ready, extents, said = ready[::-1], extents[::-1], said[::-1]
        yield utterance(
            ready,
            extents,
            said,
            f"{{{1 - place}}} quotes “{said[1 - place]}”, {{{place}}} only “{said[place]}”.",
            rule=CUT_RULE,
            state=DiscrepancyState.PRECISION,
        )
        return


def _dropped_behind(
    laid: Laid, short: Told, at: Stretch, long: Told, other: Stretch
) -> tuple[Stretch, Stretch] | None:
    """Return the end of a sentence that one text ends sooner, with the end of the sooner one."""
    if not short.ends[at[1] - 1] or long.ends[other[1] - 1]:
        return None
    stop = long.stop_of(other[1])
    if any(moved_beyond(laid, change) for change in laid.chain.changes):
        return None
    more = long.plain[other[1] : stop]
    before, after = long.tokens[other[1] - 1][1], long.tokens[other[1]][1]
    if long.quoted.part(before) != long.quoted.part(after) or len(more) > _MOST_DROPPED:
        return None
    end = short.quoted.words[short.tokens[at[1] - 1][1]][2]
    mark = short.text[end : end + 1]
    if short.text[end : end + 2] in ("..", "--") or mark not in (".", "!", "?", ","):
        return None
    # What another full stop divides is told in the next sentence.
    behind = short.text[end : end + _BEHIND].lower()
    telling = [word for word in more if content([word])]
    if not telling or all(word in behind for word in telling):
        return None
    if mark == ",":
        # A few words more in one breath are no clause that somebody left out.
        breath = long.text[long.quoted.words[before][2] : long.quoted.words[after][1]].isspace()
        fewest = 1 if breath and len(more) <= _FEW_WORDS else _FEWEST_DROPPED
        if len(telling) < fewest or not _as_sentence(short, at):
            return None
    shown = min(stop, other[1] - _LONGEST_SHOWN + _MOST_SHOWN)
    # "Within the context of inflation which" ends in no word.
    while other[1] + 1 < shown < stop and not content([long.plain[shown - 1]]):
        shown -= 1
    return (
        # No word of the sentence before it.
        (max(long.start_of(other[1]), other[1] - _LONGEST_SHOWN), shown),
        (max(short.start_of(at[1] - 1), at[1] - _LONGEST_SHOWN), at[1]),
    )


def _dropped_before(short: Told, at: Stretch, long: Told, other: Stretch) -> tuple[Stretch, Stretch] | None:
    """Return the beginning of a sentence that one text shows as whole, and that began sooner."""
    start = long.start_of(other[0])
    if at != (0, len(short.tokens)) or start == other[0] or not _as_sentence(short, at):
        return None
    more = long.plain[start : other[0]]
    words = [long.quoted.part(long.tokens[k][1]) for k in (start, other[0])]
    sentence = short.quoted.sentence(short.tokens[0][1])
    if (
        content(more) < _FEWEST_DROPPED
        or words[0] != words[1]
        or len(more) > _MOST_DROPPED
        or sentence is None
    ):
        return None
    told = short.text[sentence.start : sentence.end].lower()
    if ":" in long.text[long.quoted.words[long.tokens[other[0] - 1][1]][2] :][:2]:
        return None
    if sum(word in told for word in more if content([word])) * 2 >= content(more):
        return None
    return (
        (max(start, other[0] - _LONGEST_SHOWN), min(other[1], other[0] + _LONGEST_SHOWN)),
        (at[0], min(at[1], at[0] + _LONGEST_SHOWN)),
    )


def _as_sentence(told: Told, at: Stretch) -> bool:
    """Tell whether a quotation is shown as a whole sentence, with a capital and a stop of its own.

    Everybody quotes parts of what was said; what is shown as a sentence and was half of one is another thing.
    """
    first, last = told.tokens[told.start_of(at[0])][1], told.tokens[at[1] - 1][1]
    words = told.quoted.words
    return told.text[words[first][1]].isupper() and told.text[words[last][2] : words[last][2] + 1] in ".!?,"
