"""More lines of a page: where the film or the paper stands that the text speaks of, boxes, buttons, cookies.

Every pattern must match the whole line, as around.py's.
"""

from __future__ import annotations

import re

from compare.read.asked import Asked

_SHOWN = (
    r"(?:videos?|clips?|ads?|adverts?|interviews?|speech|speeches|footage|exchange|trailer|segment|remarks"
    r"|moment"
    r"|films?|episode|podcast|conversation|report|debate|statements?|gallery|photos?|pictures?|documents?"
    r"|letters?"
    r"|polls?|results|maps?|charts?|transcripts?|lists?|ruling|opinion|complaint|indictment|memo|tweets?"
    r"|posts?|thread"
    r"|press conference|news conference|briefing|comments|stream|livestream|coverage|graphic|text|study"
    r"|poll|survey"
    r"|filing|lawsuit|order|resolution|bill|answers?|story|article|column|piece|analysis)"
)
_WHERE = r"(?:below|above|here|at the link(?: below)?|in full(?: here| below| above)?)"
_SEE = r"(?:watch|listen to|see|view|read|hear|find|check out|take a look at|look at)"
_SOME = r"(?:[\w“”\"‘’'.&,-]{1,24} ){0,9}"
# What no line of a page says, and a sentence that was cut out of someone's speech does.
TOLD = re.compile(r"\b(?:said|says|told|urged|asked|wrote|added)\b|[”\"],? (?:he|she|they)\b", re.IGNORECASE)
# What such a line opens with.
_OPENS = (
    *(
        "and ",
        "you can ",
        "watch",
        "listen",
        "see",
        "view",
        "read",
        "hear",
        "find",
        "check out",
        "take a look",
    ),
    *(
        "look at",
        "the full",
        "the entire",
        "the complete",
        "the whole",
        "full",
        "entire",
        "complete",
        "whole",
    ),
    *("for more", "if this", "was this", "did this", "forwarded", "get ", "newsletter", "follow ", "wp get"),
    *(
        "choose your plan",
        "please ",
        "privacy",
        "leave this",
        "we ",
        "this ",
        "make sure",
        "confirm",
        "let us",
    ),
    *("cookie", "terms", "do not", "your privacy", "your ad", "also "),
)
POINTERS = Asked(
    "|".join(
        (
            # Watch the ad below: / You can read the full letter here. / The full poll can be found here.
            rf"(?:(?:and )?(?:you can )?(?:also )?{_SEE}"
            rf"|see also) {_SOME}{_SHOWN},?(?: [\w’'-]{{1,20}}){{0,6}} {_WHERE}[.:!]?",
            rf"(?:you can (?:also )?)?{_SEE} (?:it all|the rest|(?:it|this"
            rf"|more)(?: all)?(?: for yourself)?),? {_WHERE}[.:!]?",
            rf"(?:you can )?(?:watch|listen) (?:live )?{_WHERE}[.:!]?",
            r"read (?:it all|(?:the |his |her |their )?(?:rest|remainder|whole|entire|full)(?: of)?"
            rf"(?: (?:the|this|his|her|their|article|story|piece|post|column|report|thing))*)(?: {_WHERE})?"
            r"(?:,? (?:at|on|in|over at|from) (?:the )?(?-i:[A-Z])[^?!]{1,60})?[.:]?",
            rf"(?:the )?(?:full|entire|complete"
            rf"|whole)(?: [\w’'-]{{1,20}}){{0,4}} {_SHOWN} (?:can be|is|are) (?:found|read|seen"
            r"|viewed|watched|heard|downloaded|available|posted)(?: [\w’'-]{1,20}){0,3} (?:here|below"
            r"|above|online|at this"
            r" link)\.?",
            r"read (?:the )?(?:[\w’'-]{1,20} ){0,3}(?:document|transcript|letter|text|statement|memo"
            r"|ruling|opinion"
            r"|complaint|indictment|report|filing|lawsuit|order|bill)s? ?: .{3,200}",
            # SEE: Mayor rips council / Read more on the flood here / Read these stories by our reporters
            r"see ?: .{3,200}",
            r"read more (?:on|about|at|from|in|here)\b[^?!”]{0,160}",
            r"read (?:these|our|this) (?:[\w’'-]{1,20} ){0,3}(?:stories|articles|pieces|reports?|guides?"
            r"|explainers?"
            r"|coverage|analysis|primer|profile)\b[^?!”]{0,120}",
            # For more, sign up for the letter. / Sign up here to get …
            r"for more(?: (?:from|on|about|news|stories|coverage|information"
            r"|details)\b[^,.?!]{0,60})?, (?:please )?(?:sign up|subscribe|download|visit|follow|click|go to"
            r"|check out)\b.{0,160}",
            r"(?:if|was|did) this (?:\w+ )?(?:was |get )?forwarded\b.{0,120}|forwarded this (?:e-?mail"
            r"|newsletter)"
            r"\b.{0,100}",
            r"get [^?!]{2,60}\bnewsletters?:? sign up\b.{0,200}|newsletters?:? sign up\b.{0,200}",
            r"follow (?:the latest|our live|all the latest|live|along)\b[^.!?”]{0,80}\b(?:here|below"
            r"|on our)\b"
            r"[^.!?”]{0,40}\.?",
            r"(?:wp )?get the full experience\.?(?: choose your plan)?|choose your plan(?: arrow ?right)?",
            r"please enter a valid e-?mail\b.{0,40}|(?:privacy policy )?leave this field (?:empty"
            r"|blank)\b.{0,60}",
            # Cookies, robots, terms.
            r"(?:we|this (?:web)?site)(?: and our [\w ]{2,30})? uses? cookies\b[^“”\"]{0,300}",
            r"(?:please )?make sure (?:that )?your browser supports\b.{0,160}|(?:please )?(?:confirm"
            r"|let us know)"
            r" (?:that )?you(?:’|'| a)re (?:not a robot|human)\b.{0,60}",
            r"for more information,? (?:you can |please )?(?:review|see|read) our (?:terms|privacy"
            r"|cookie)\b.{0,80}",
            r"(?:(?:privacy|cookie)s? (?:policy|notice|settings)|terms (?:of (?:use|service)"
            r"|and conditions)|do not"
            r" sell(?: or share)? my (?:personal )?(?:info|information|data)|your (?:privacy|ad) choices)"
            r"(?:(?: ?[|•·,/] ?| and | )(?:(?:privacy|cookie)s? (?:policy|notice|settings)|terms (?:of (?:use"
            r"|service)|and conditions))){0,4}\.?",
        )
    ),
    opens=_OPENS,
    flags=re.IGNORECASE,
)
# … Listen · 6:15 6:15: a player's headline with its button and length; the name of a page's icon; a box.
ENDS = Asked(
    r"\b(?:Listen|Watch|Play|Download|Audio|Video) ?[·•|] ?\d{1,2}:\d\d(?: \d{1,2}:\d\d)?\Z"
    r"|\b(?:Arrow|Chevron|Caret)(?:Right|Left|Down|Up)\Z"
    r"|\b(?:delivered|sent|straight|right|directly|direct) (?:straight |right |directly )?(?:to|into) your"
    r" (?:inbox|e-?mail|mailbox)\b[^?!]{0,60}\Z",
    words=(
        *(f"{mark}{space}0" for mark in "·•|" for space in ("", " ")),
        *("arrow", "chevron", "caret", " your inbox", " your email", " your e-mail", " your mailbox"),
    ),
)
# What a page tells those who cannot see its icons.
ICON = Asked(
    r"[A-Z][\w-]{1,20}(?: [\w-]{1,20}){0,3} icon (?:It indicates|Two crossed lines|An? (?:curved|vertical"
    r"|stylized|magnifying|line|arrow))\b.{0,200}",
    words=(" icon ",),
)
MAX_ENDS = 300
# Opinion:Mayor could yet win: a label and another story's headline, glued where a page had a link.
GLUED = re.compile(r"[A-Z][A-Za-z’' -]{2,40}:[A-Z“‘'][^:;?!]{14,160}[^\s.,:;?!…”\"’]")
QUOTED = re.compile(r"[“”\"]")
SPEAKS = re.compile(
    r"\b(?:said|says|saying|added|adds|wrote|writes|tweeted|asked|told|read|reads|is|was|continued):"
)


def is_pointer(text: str) -> bool:
    """Return whether a line points to a film, a paper or another page, or is a page's own.

    >>> is_pointer("Read the rest at the Courier."), is_pointer("Watch the full interview below:")
    (True, True)
    >>> is_pointer("Read the rest of the law, she said, and you will find it there.")
    False
    """
    if TOLD.search(text):
        return False
    if POINTERS.fullmatch(text) or ICON.fullmatch(text):
        return True
    if len(text) <= MAX_ENDS and not QUOTED.search(text) and ENDS.search(text):
        return True
    return GLUED.fullmatch(text) is not None and SPEAKS.search(text) is None and len(text.split()) > 4
