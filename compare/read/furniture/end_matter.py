"""What stands below a text's end: notes to editors, contacts, who wrote or helped, tags."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import FurnitureKind
from compare.read.asked import Asked
from compare.read.furniture.lines import TextBlock, is_title_case, reads_as_prose

ENDED = re.compile(
    r"[^\w]{0,8}(?:ends?|end of (?:the )?(?:press |news |media )?(?:release|statement))[^\w]{0,8}",
    re.IGNORECASE,
)
THIRTY = re.compile(r"[-–—*~#/ ]{1,5}30[-–—*~#/ ]{1,5}|30 ?[-–—]")
HASHES = re.compile(r"(?:# ?){3,5}")
HEAD = Asked(
    r"(?:notes? (?:to|for) (?:the )?(?:news )?(?:editors?|journalists|media|the media|correspondents)"
    r"|(?:media|press|news)(?: and \w+)? (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations|office"
    r"|notes?)(?: details)?|contacts?(?: (?:details|information|us|for (?:the )?(?:media|press)))?|for"
    r" (?:media|press) (?:enquiries|inquiries)|for (?:more|further|additional) (?:information"
    r"|details)(?:,? (?:please )?contact)?|further information|background notes?|forward[- ]looking"
    r" statements?|cautionary (?:note|statement)\b[\w ,-]{0,80}|safe harbou?r(?: statement)?|(?:images?"
    r"|photos?|pictures?|interviews?) (?:are )?available\b[\w ,-]{0,60})(?:\s?:)?",
    opens=(
        *(
            "note",
            "media",
            "press",
            "news",
            "contact",
            "for media ",
            "for press ",
            "for more ",
            "for further ",
        ),
        *("for additional ", "further info", "background note", "forward", "cautionary ", "safe harbo"),
        *("image", "photo", "picture", "interview"),
    ),
    flags=re.IGNORECASE,
)
# Heads that are also crossheads: contacts or short lines follow them in a release.
CROSSHEAD = re.compile(r"contacts?|further information|background notes?|news office", re.IGNORECASE)
CONTACT = Asked(
    r"(?:(?:media|press|news|editorial|investor|pr|public)(?: and \w+)? (?:contacts?|enquiries|inquiries"
    r"|relations|office)|contacts?|for (?:more|further|additional|media|press|all)(?: \w+){0,2}"
    r" (?:information|details|enquiries|inquiries|questions))(?: ?[:–—-] ?|,? (?:please )?(?:contact|call"
    r"|visit|email|e-mail|phone|go to|see|write to|ring)\b).{2,240}|notes? (?:to|for) (?:the )?editors?"
    r" ?[:–—-] ?.{2,400}",
    words=(
        *("contact", "enquiries", "inquiries", "relations", "office", "information", "details", "questions"),
        "editor",
    ),
    opens=(
        *("media ", "press ", "news ", "editorial ", "investor ", "pr ", "public ", "contact", "for more "),
        *("for further ", "for additional ", "for media ", "for press ", "for all ", "note"),
    ),
    flags=re.IGNORECASE,
)
ADDRESSED = re.compile(r"[^@\n]{0,80}\b[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,40}", re.IGNORECASE)
PHONE = re.compile(
    r"(?:[\w .’'-]{1,40}[,:|] ?)?(?:(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|office|fax|t|m|p)[.:]*"
    r" ?\+?|\+)\(?\d[\d ()./-]{6,22}\d",
    re.IGNORECASE,
)
ABOUT = re.compile(r"about (?P<name>[^.!?:]{2,80}):?", re.IGNORECASE)

# A release's notes are seldom longer than the release; a second text below an "ENDS" is.
SPARE_WORDS = 80
MAX_CONTACT = 14
MAX_ADDRESS = 120
MAX_LENGTH = 450
# Blocks from a firm's words on itself to the end.
MAX_ABOUT = 12


def end_matter(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which lines stand below the text's end, or are a contact or a firm's words on itself."""
    prose = [index for index, line in enumerate(lines) if index not in known and reads_as_prose(line)]
    if not prose:
        return set()
    free = [index for index in range(len(lines)) if index not in known]
    rest = _contacts(lines, free)
    rest |= _about(lines, [index for index in free if index not in rest], prose)
    at = 0
    for index in range(prose[0] + 1, len(lines)):
        while at < len(free) and free[at] <= index:
            at += 1
        first = lines[free[at]] if at < len(free) else None
        if index not in known and _is_head(lines[index], first):
            return {index, *free[at:], *rest}
        if _is_end(lines[index], first):
            above = sum(len(lines[free[up]].words) for up in range(at) if free[up] < index)
            told = sum(len(lines[down].words) for down in free[at:]) <= above + SPARE_WORDS
            headed = first is not None and HEAD.fullmatch(_bare(first)) is not None
            return {index, *(free[at:] if told or headed else ()), *rest}
    return rest


def _bare(line: TextBlock) -> str:
    return line.text.strip(" *_#")


def _is_head(line: TextBlock, below: TextBlock | None) -> bool:
    text = _bare(line)
    if not HEAD.fullmatch(text):
        return False
    if below is None:
        return text.endswith(":")
    return not CROSSHEAD.fullmatch(text) or _is_contact(below) or not reads_as_prose(below)


def _is_end(line: TextBlock, below: TextBlock | None) -> bool:
    if HASHES.fullmatch(line.text):
        return below is None or bool(
            HEAD.fullmatch(_bare(below)) or CONTACT.fullmatch(below.text) or ABOUT.fullmatch(_bare(below))
        )
    return ENDED.fullmatch(line.text) is not None or THIRTY.fullmatch(line.text) is not None


def _contacts(lines: Sequence[TextBlock], free: Sequence[int]) -> set[int]:
    return {index for index in free if _is_contact(lines[index])}


def _is_contact(line: TextBlock) -> bool:
    short = len(line.text) <= MAX_ADDRESS and len(line.words) <= MAX_CONTACT
    if short and (ADDRESSED.fullmatch(line.text) or PHONE.fullmatch(line.text)):
        return True
    return len(line.text) <= MAX_LENGTH and CONTACT.fullmatch(line.text) is not None


def _about(lines: Sequence[TextBlock], free: Sequence[int], prose: Sequence[int]) -> set[int]:
    """Return the lines "About Halden Hotels" and what such a firm says of itself below, to the end."""
    for at, index in enumerate(free[:-1]):
        match = ABOUT.fullmatch(_bare(lines[index]))
        if match is None or index <= prose[0] or not is_title_case(match["name"].split()):
            continue
        if len(free) - at > MAX_ABOUT:
            continue
        rest = [lines[below] for below in free[at + 1 :]]
        first = match["name"].split()
        names = {word for word in first if word[0].isupper() and len(word) > 2} or set(first)
        opening = {word.strip(",.’'()") for word in rest[0].words[:8]}
        if names & opening and sum(map(reads_as_prose, rest)) <= 3:
            return set(free[at:])
    return set()


# ---------------------------------------------------------------------------------------------------- authors
# Who wrote or helped, told below a text: "X contributed to this report", a reporter's life in two lines.

_REPORT = (
    r"(?:report|story|article|piece|post|column|coverage|analysis|dispatch|project|investigation|review)"
)
_HELP = r"(?:reporting|files|contributions?|research|writing|assistance|material|input|inputs|help|work)"
_NAME = (
    r"(?:(?-i:[A-Z])[\w.’'-]{0,30})(?: (?:(?-i:[A-Z])[\w.’'-]{0,30}|de|van|von|der|den|la|le|al|bin|del|di"
    r"|da)){0,4}"
)
_CALLINGS = (
    *("reporter", "correspondent", "editor", "columnist", "writer", "journalist", "author", "producer"),
    *("contributor", "fellow", "professor", "intern", "critic", "lecturer", "historian", "commentator"),
    *("analyst", "novelist", "economist", "director", "researcher", "photographer", "anchor"),
    *("broadcaster", "blogger", "freelancer"),
)
_CALLED = rf"(?:{'|'.join(_CALLINGS)})"
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
LIFE = Asked(
    rf"(?P<who>{_NAME})(?:, [A-Z][\w.]{{1,8}}(?: [A-Z][\w.]{{1,8}})?,)? (?:(?:is|are|was) (?:(?:an?|the"
    rf"|our) )?(?:[\w’'&,-]+ ){{0,8}}(?:co-|ex-|vice-)?{_CALLED}s?\b"
    r"|(?:covers|writes|reports|has covered|has written|has been covering|joined|edits)\b)[^?!]{0,500}",
    words=(
        *(
            f" {told}"
            for told in ("covers", "writes", "reports", "has covered", "has written", "joined", "edits")
        ),
        *(" has been covering", *_CALLINGS),
    ),
    flags=re.IGNORECASE,
)
# He is the author of "The Bridge": a second line of such a life.
MORE_LIFE = re.compile(
    rf"(?:He|She|They) (?:(?:is|are|was|were)(?: also)? (?:(?:an?|the|our) )?(?:[\w’'&,-]+ ){{0,8}}"
    rf"(?:co-|ex-|vice-)?{_CALLED}s?\b|(?:also )?(?:covers|writes|teaches|hosts|lives|tweets|edits"
    rf"|has written)\b)[^?!]{{0,400}}"
)
# Jane Doe and John Roe contributed.
GAVE = re.compile(rf"{_NAME}(?:(?:, | and |, and ){_NAME}){{0,4}} (?:also )?contributed\.?", re.IGNORECASE)
OF_WORK = Asked(
    r"\b(?:covers|covering|writes|joined|based in|follow (?:him|her|them)|reach(?:ed)? (?:him|her|them|at)"
    r"|contact|author of|(?:his|her|their) (?:work|writing|books?|reporting)|at (?:the )?(?:\w+"
    r" )?university|twitter|@\w+|(?:reporter|correspondent|editor|columnist|writer|journalist|producer"
    r"|contributor|critic|photographer|fellow|professor|lecturer|analyst)s? (?:for|at|with|of|on|who|in)"
    r"|previously|newsroom|staff|teaches)\b",
    flags=re.IGNORECASE,
)
ABOUT_AUTHORS = re.compile(
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


def lives(lines: Sequence[TextBlock], known: Mapping[int, FurnitureKind]) -> set[int]:
    """Return which of the last lines tell who the authors are; the report never names those people."""
    free = [index for index in range(len(lines)) if index not in known]
    for at, index in enumerate(free[1:], start=1):
        if ABOUT_AUTHORS.fullmatch(lines[index].text.strip(" *_#")) and len(free) - at <= FOOT:
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


# ------------------------------------------------------------------------------------------------------- tags
# Runs of tags at the end of a page: labelled, listed, or glued together where the links lost their gaps.

LABELLED = re.compile(
    r"(?:tags?|tagged|topics?|keywords?|filed under|categor(?:y|ies)|labels?|more on|explore more)"
    r"(?: ?:.{0,400}| with:? .{1,400}|)",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"#\w+(?:[ ,;]{1,3}#\w+)*")
# "AsiaKyrgyzstan": a small letter with a capital glued to it. Brand names (YouTube, McDonald) have one.
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[)\d])(?=[A-Z][a-z])")
LISTED = re.compile(r" ?[,|•·;/] ?")
MAX_TAGS = 1500


def is_labelled_tags(text: str) -> bool:
    """Return whether the line says itself that it is a list of tags.

    >>> is_labelled_tags("Tags: floods, Riverton")
    True
    """
    return len(text) <= MAX_TAGS and text[-1:] not in ".!?" and LABELLED.fullmatch(text) is not None


def is_tags(text: str) -> bool:
    """Return whether a line at the end of the page is a run of tags.

    >>> is_tags("RivertonFloodsRiverton CouncilMayor Roe")
    True
    >>> is_tags("He sold his iPhone on YouTube")
    False
    """
    if not text or len(text) > MAX_TAGS or text[-1] in '.!?…"”’':
        return False
    if is_labelled_tags(text) or HASHTAGS.fullmatch(text):
        return True
    words = text.split()
    glued = len(GLUED.findall(text))
    # Two joints in running text would be two brand names; a sentence keeps most of its words apart and small.
    small = sum(word[0].islower() for word in words)
    if glued >= 2 and glued >= 0.12 * len(words) and small <= 0.35 * len(words) and ". " not in text:
        return True
    pieces = LISTED.split(text)
    return len(pieces) >= 3 and all(_is_tag(piece) for piece in pieces)


def _is_tag(piece: str) -> bool:
    words = piece.split()
    return 1 <= len(words) <= 4 and all(word[0].isupper() or word in {"of", "the", "and"} for word in words)
