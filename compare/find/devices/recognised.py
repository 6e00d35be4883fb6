"""By what device two lines laid together differ, told only where the words beside what differs meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compare.align.relations import FIRM
from compare.find.devices.contrast import Side
from compare.find.devices.laying import Laid, Line
from compare.find.discrepancies.polarity import opposite
from compare.model import Device
from compare.text.en import word_set
from compare.text.syntax import REPORTING, is_past, is_tensed
from compare.text.valence import strength, valence

_CERTAIN = word_set("devices.recognised.certain")
_DEGREES = word_set("devices.recognised.degrees")
_COUNTING = word_set("devices.recognised.counting")
_BEFORE_FIGURES = frozenset(("about", "around", "over", "under", "up"))
_CAUSE = word_set("devices.recognised.cause")
_PASSIVE = word_set("devices.recognised.passive")
# "Condemned" beside "said", "failed" beside "ended".
_JUDGING = 1.9
_MOSTLY = 0.6
_SCARE_WORDS = 4
# Words from a figure, an adjective or an adverb to what it hangs on; from a verb to its subject or object.
_BESIDE, _NEAR = 2, 3


class _View:
    """One side of a row: which of its words are shown, and which stand for which of the other line."""

    def __init__(self, line: Line, side: Side, met: dict[int, int]) -> None:
        self.line = line
        self.met = met
        self.shown = [
            k
            for k, word in enumerate(line.words)
            if any(e.start <= word.start and word.end <= e.end for e in side.extents)
        ]
        self.alone = [k for k in self.shown if k not in met and line.words[k].content]

    def lower(self, k: int) -> str:
        """Return a word in small letters, nothing outside of the line."""
        return self.line.lower[k] if 0 <= k < len(self.line.lower) else ""

    def met_after(self, k: int, reach: int) -> list[int]:
        """Return the places of the other line whose words meet those behind a word."""
        return [self.met[n] for n in range(k + 1, k + 1 + reach) if n in self.met]

    def met_before(self, k: int, reach: int) -> list[int]:
        """Return the places of the other line whose words meet those before a word."""
        return [self.met[n] for n in range(k - reach, k) if n in self.met]

    def places(self, told: Callable[[str], bool]) -> list[int]:
        """Return the shown words alone of this side that are told by their small letters."""
        return [k for k in self.alone if told(self.lower(k))]


def device_of(pair: Laid, sides: tuple[Side, Side]) -> Device:
    """Return the device of a row, `WORDING` where no sign is plain; the same when the texts are swapped."""
    firm = {one: other for one, (other, nearness) in pair.met.items() if nearness >= FIRM}
    one = _View(pair.sides[0], sides[0], firm)
    other = _View(pair.sides[1], sides[1], {there: here for here, there in firm.items()})
    return next((device for device, told in _SIGNS if told(one, other)), Device.WORDING)


def _quoted(view: _View) -> float:
    return sum(view.line.quoted[k] for k in view.shown) / max(1, len(view.shown))


def _scared(view: _View, other: _View) -> bool:
    """Return whether a word or two in quotation marks stand in the other line without them."""
    for run in _runs([k for k in view.shown if view.line.quoted[k]]):
        ends = view.line.quoted[run[0] - 1 : run[0]], view.line.quoted[run[-1] + 1 : run[-1] + 2]
        meets = [view.met[k] for k in run if k in view.met]
        if (
            len(run) <= _SCARE_WORDS
            and meets
            and not any(map(any, ends))
            and not any(other.line.quoted[k] for k in meets)
        ):
            return True
    return False


def _runs(places: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for k in places:
        if run and k != run[-1] + 1:
            yield run
            run = []
        run.append(k)
    if run:
        yield run


def _opposed(one: _View, other: _View) -> bool:
    """Return whether "rise" and "fall" stand beside one thing."""
    return any(
        opposite(one.line.words[j].key, other.line.words[k].key) and _share_a_neighbour(one, j, k)
        for j in one.alone
        for k in other.alone
    )


def _share_a_neighbour(one: _View, j: int, k: int) -> bool:
    """Return whether a word of both lines stands near before a word of either, or near behind."""
    return not (
        set(one.met_before(j, _NEAR)).isdisjoint(range(k - _NEAR, k))
        and set(one.met_after(j, _NEAR)).isdisjoint(range(k + 1, k + 1 + _NEAR))
    )


def _is_figure(word: str) -> bool:
    return word[:1].isdigit()


def _counts(word: str) -> bool:
    return _is_figure(word) or word in _COUNTING


def _beside(one: _View, other: _View, first: Callable[[str], bool], second: Callable[[str], bool]) -> bool:
    """Return whether a word alone of either side stands before the same word of both."""
    return any(
        there - k in range(1, _BESIDE + 1)
        for j in one.places(first)
        for there in one.met_after(j, _BESIDE)
        for k in other.places(second)
    )


def _named(one: _View, other: _View) -> bool:
    """Return whether both name one thing, each with a word of its own before the noun ("night ferry")."""
    return any(
        one.met.get(j + 1) == k + 1
        and not (one.line.words[j].name or other.line.words[k].name or one.line.words[j + 1].name)
        for j in one.places(_describes)
        for k in other.places(_describes)
    )


def _describes(word: str) -> bool:
    return not _is_figure(word) and not is_tensed(word) and word not in REPORTING


def _turned(view: _View, other: _View) -> bool:
    """Return whether one verb is passive here ("was shot") and not there."""
    return any(
        _is_passive(view, k) and not _is_passive(other, view.met[k]) and is_tensed(other.lower(view.met[k]))
        for k in view.shown
        if k in view.met
    )


def _is_passive(view: _View, k: int) -> bool:
    return is_past(view.lower(k)) and bool(_PASSIVE & {view.lower(k - 1), view.lower(k - 2)})


def _act(one: _View, other: _View, told: Callable[[str], bool]) -> bool:
    """Return whether verbs alone of either side have a word of both beside them."""
    return any(_share_a_neighbour(one, j, k) for j in one.places(told) for k in other.places(told))


def _said(one: _View, other: _View) -> bool:
    """Return whether two reporting words, "said" among them, are of one speaker."""
    verbs = [
        [k for k in view.shown if k not in view.met and view.lower(k) in REPORTING] for view in (one, other)
    ]
    return any(
        one.lower(j) != other.lower(k) and _share_a_neighbour(one, j, k) for j in verbs[0] for k in verbs[1]
    )


def _hedged(view: _View) -> list[int]:
    return [
        k
        for k in view.shown
        if k not in view.met and view.lower(k) in _CERTAIN and view.met_after(k, _BESIDE)
    ]


def _measured(view: _View) -> list[int]:
    return [
        k
        for k in view.shown
        if k not in view.met
        and view.lower(k) in _DEGREES
        and (view.lower(k) not in _BEFORE_FIGURES or _counts(view.lower(k + 1)))
        and view.met_after(k, 1)
    ]


def _judged(one: _View, other: _View) -> bool:
    """Return whether a strong word hangs on what both name, and the sides differ in what they judge."""
    strong = [
        view.lower(k)
        for view in (one, other)
        for k in view.alone
        if strength(view.lower(k)) >= _JUDGING
        and not view.line.words[k].name
        and k + 1 in view.met
        and not view.line.words[k + 1].name
    ]
    sums = [sum(valence(view.lower(k)) for k in view.alone) for view in (one, other)]
    return bool(strong) and abs(sums[0] - sums[1]) >= _JUDGING


def _both_give_a_cause(one: _View, other: _View) -> bool:
    return all(any(view.lower(k) in _CAUSE for k in view.shown) for view in (one, other))


# The plainest sign decides.
_SIGNS: tuple[tuple[Device, Callable[[_View, _View], bool]], ...] = (
    (Device.QUOTATION, lambda one, other: min(_quoted(one), _quoted(other)) > _MOSTLY),
    (Device.SCARE_QUOTES, lambda one, other: _scared(one, other) or _scared(other, one)),
    (Device.DIRECTION, _opposed),
    (Device.NUMBER, lambda one, other: _beside(one, other, _is_figure, _is_figure)),
    (Device.DOER, lambda one, other: _turned(one, other) or _turned(other, one)),
    (Device.SPEECH_VERB, _said),
    (Device.CERTAINTY, lambda one, other: bool(_hedged(one)) != bool(_hedged(other))),
    (Device.DEGREE, lambda one, other: bool(_measured(one)) != bool(_measured(other))),
    (Device.NAME, _named),
    (Device.EVALUATION, _judged),
    (Device.ACT, lambda one, other: _act(one, other, is_tensed)),
    (Device.CAUSE, _both_give_a_cause),
)
