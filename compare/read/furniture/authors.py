"""Who wrote or helped, told below a text: "X contributed to this report", a reporter's life in two lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.asked import Asked
from compare.read.furniture.lines import Line

_REPORT = (
    r"(?:report|story|article|piece|post|column|coverage|analysis|dispatch|project|investigation|review)"
)
_HELP = r"(?:reporting|files|contributions?|research|writing|assistance|material|input|inputs|help|work)"
_NAME = (
    r"(?:(?-i:[A-Z])[\w.’'-]{0,30})(?: (?:(?-i:[A-Z])[\w.’'-]{0,30}|de|van|von|der|den|la|le|al|bin|del|di"
    r"|da)){0,4}"
)
_CALLED = (
    r"(?:reporter|correspondent|editor|columnist|writer|journalist|author|producer|contributor|fellow"
    r"|professor|intern|critic|lecturer|historian|commentator|analyst|novelist|economist|director"
    r"|researcher|photographer|anchor|broadcaster|blogger|freelancer)"
)
CONTRIBUTED = Asked(
    rf"[—–-]{{0,2}} ?(?P<who>[^!?]{{3,240}}?) (?:also )?contributed (?:(?:(?:additional|further|some)"
    rf" )?(?:reporting|research|writing)|to (?:this|the) (?:[\w-]+ )?{_REPORT})\b[^!?]{{0,120}}",
    words=(" contributed ",),
    flags=re.IGNORECASE,
)
_HELPS = (
    *("reporting", "files", "contribution", "contributions", "research", "writing", "assistance", "material"),
    *("input", "inputs", "help", "work"),
)
WITH = Asked(
    rf"[—–-]{{0,2}} ?\(?(?:(?:with|including) (?:(?:additional|further) )?{_HELP}(?: provided)? (?:by|from"
    rf"|of) |(?:additional|further) {_HELP} ?(?::|by|from) |this {_REPORT} (?:includes|contains|uses|was"
    rf" compiled with|incorporates) (?:additional )?{_HELP} (?:from|by) )[^!?]{{2,240}}|(?:reporting"
    rf"|material|information) (?:from|by) [^!?]{{2,120}} (?:was|were|is) (?:used|included)\b[^!?]{{0,60}}",
    words=(
        *(
            f"{help_}{by}"
            for help_ in _HELPS
            for by in (" by", " from", " of", " provided", ":", " :", "by", "from")
        ),
        *("information by", "information from"),
    ),
    flags=re.IGNORECASE,
)
LIFE = re.compile(
    rf"(?P<who>{_NAME})(?:, [A-Z][\w.]{{1,8}}(?: [A-Z][\w.]{{1,8}})?,)? (?:(?:is|are|was) (?:(?:an?|the"
    rf"|our) )?(?:[\w’'&,-]+ ){{0,8}}(?:co-|ex-|vice-)?{_CALLED}s?\b"
    r"|(?:covers|writes|reports|has covered|has written|has been covering|joined|edits)\b)[^?!]{0,500}",
    re.IGNORECASE,
)
# He is the author of "The Bridge": a second line of such a life.
MORE_LIFE = re.compile(
    rf"(?:He|She|They) (?:(?:is|are|was|were)(?: also)? (?:(?:an?|the|our) )?(?:[\w’'&,-]+ ){{0,8}}"
    rf"(?:co-|ex-|vice-)?{_CALLED}s?\b|(?:also )?(?:covers|writes|teaches|hosts|lives|tweets|edits"
    rf"|has written)\b)[^?!]{{0,400}}"
)
# Jane Doe and John Roe contributed.
GAVE = re.compile(rf"{_NAME}(?:(?:, | and |, and ){_NAME}){{0,4}} (?:also )?contributed\.?", re.IGNORECASE)
OF_WORK = re.compile(
    r"\b(?:covers|covering|writes|joined|based in|follow (?:him|her|them)|reach(?:ed)? (?:him|her|them|at)"
    r"|contact|author of|(?:his|her|their) (?:work|writing|books?|reporting)|at (?:the )?(?:\w+"
    r" )?university|twitter|@\w+|(?:reporter|correspondent|editor|columnist|writer|journalist|producer"
    r"|contributor|critic|photographer|fellow|professor|lecturer|analyst)s? (?:for|at|with|of|on|who|in)"
    r"|previously|newsroom|staff|teaches)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:about (?:the )?(?:author|writer|reporter|journalist|contributor)s?|author (?:bio|profile)):?",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]+")
STOPPED = re.compile(r"[a-z\d)]{2}[.][”\"’]? [A-Z—]")
SENTENCE = re.compile(r"(?<=[.!?”\"]) (?=[A-Z—–-])")

# Lines about three authors and their towns below a text.
FOOT = 5
MAX_LIFE = 700


def is_contribution(text: str) -> bool:
    """Return whether a line names who helped with a report.

    >>> is_contribution("Jane Doe and John Roe in Marle contributed to this report.")
    True
    >>> is_contribution("Heavy rain contributed to this report of damage.")
    False
    """
    if len(text) > 450:
        return False
    plain = text.strip(" *_()[]•")
    if WITH.fullmatch(plain):
        return True
    match = CONTRIBUTED.fullmatch(plain)
    if match is None:
        return GAVE.fullmatch(plain) is not None and len(CAPITALISED.findall(plain)) > 1
    if STOPPED.search(match["who"]):
        return False
    named = CAPITALISED.findall(match["who"])
    return len(named) > 1 or any(name.isupper() or name == "Reuters" for name in named)


def contribution_start(text: str) -> int | None:
    """Return where the last sentence of a paragraph begins if it names who helped."""
    last = 0
    for match in SENTENCE.finditer(text):
        last = match.end()
    return last if last and is_contribution(text[last:]) else None


def lives(lines: Sequence[Line], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which of the last lines tell who the authors are; the report never names those people."""
    free = [index for index in range(len(lines)) if index not in known]
    for at, index in enumerate(free[1:], start=1):
        if ABOUT.fullmatch(lines[index].text.strip(" *_#")) and len(free) - at <= FOOT:
            return set(free[at:])
    found: set[int] = set()
    more: list[int] = []
    for index in reversed(free[2:][-FOOT:]):
        above = [lines[at].text for at in free if at < index and len(lines[at].words) > 12]
        text = lines[index].text.strip(" *_•()[]")
        if _is_life(text, above):
            found.update((index, *more))
            more = []
        elif MORE_LIFE.fullmatch(text):
            more.append(index)
        else:
            break
    return found


def _is_life(text: str, above: Sequence[str]) -> bool:
    if len(text) > MAX_LIFE:
        return False
    match = LIFE.fullmatch(text)
    if match is None or not OF_WORK.search(text):
        return False
    surname = match["who"].split()[-1]
    return len(match["who"].split()) > 1 and not any(surname in each for each in above)
