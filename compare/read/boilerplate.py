"""Lines of a web page around the article: comment and share lines, adverts, newsletters, picture credits.

Every pattern must match the whole line. The wordings were collected from 739 real articles, and each list of
what a pattern set aside was read through for lines that are sentences of the report.
"""

from __future__ import annotations

import re

from compare.model import FurnitureKind

_SITES = "(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|instagram|social media)"
_SHARED = f"(?:story|article|page|post|on|via|with|link|friends|your|{_SITES})"
_NEWSLETTER = (
    "newsletters?|inbox|e-?mails?|alerts|updates|briefing|roundup|digest|podcast|channel|for free|get our"
    "|unlimited access"
)
_CREDIT = (
    "(?:AP|AFP|EPA|Reuters|Getty|Getty Images|Associated Press|Shutterstock|Unsplash|iStock|Alamy|TASS|Xinhua"
    "|Flickr|Bloomberg|USA TODAY|Pool|AP Photo|European Pressphoto Agency|Anadolu Agency|ZUMA Press|Pixabay)"
)
_NAMED = r"[A-Z][\w.'’@-]*(?: [\w.'’&@-]+){0,7}"


def _any_of(patterns: tuple[str, ...], *, flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(patterns), flags)


COMMENTS = _any_of(
    (
        r"(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)s?"
        r"(?: (?:below|here|cancel reply))?[.!]?",
        r"(?:view|show|see|read|hide|load)(?: all| more)? (?:\d+ )?comments?(?: \(\d+\))?",
        r"(?:no |\d+ )?comments?(?: \(\d+\))?",
        r"comments (?:are |have been )?(?:closed|off|disabled|turned off)[^.]{0,40}\.?",
        r"(?:log|sign) in to (?:comment|reply|leave a comment)\.?",
        r"be the first to (?:comment|reply)[.!]?",
        r"join the (?:conversation|discussion|debate)[.!]?",
        r"\d+ (?:responses|replies|thoughts)(?: (?:to|on) [“\"'‘].{0,150})?",
    ),
    flags=re.IGNORECASE,
)
PROMOTION = _any_of(
    (
        # Adverts and what stands around them.
        r"advert(?:isement|ising|s)?|sponsored(?: content)?|paid (?:content|post)|promoted(?: content)?",
        r"(?:skip|scroll) (?:past|to|for|down to)(?: the)?[\w ]{1,40}",
        r"(?:story|article|report) continues(?: below| after)?(?: (?:this )?(?:advertisement|ad|advert))?\.?",
        r"(?:continue reading|read on)(?: below| the main story| the story)?[.…]*",
        # Sharing and following.
        rf"share|share (?:this|the|on|via|it)(?: {_SHARED})*[:.!]?",
        rf"follow (?:us|me|him|her|them|@\w+|[^.!?]{{2,60}}) on (?:our )?{_SITES}\b.{{0,120}}",
        r"follow @\w+.{0,80}",
        r"(?:twitter|e-?mail|contact|facebook|instagram|phone|tel)\s?:\s?[^\s]{1,80}(?: .{0,60})?",
        # Links to other stories.
        r"(?:read|watch|listen|more|related|recommended|see also|see more|up next)(?:\s?:.{0,220})?",
        r"(?:read more|read also|also read|read next|watch also|more on this story)(?:\s?:.{0,220})?",
        r"related (?:stories|articles|links|news|coverage|content)(?:\s?:.{0,220})?|recommended reading",
        r"more from [\w ]{1,40}:?|most read|popular|trending|you (?:may|might) also like|what to read next",
        r"read (?:the )?(?:full |original |more )(?:story|article|report|version)?(?: here| at| on)?.{0,60}",
        r"click here\b.{0,120}|back to top|print this (?:article|page)",
        r"(?:listen|watch)(?: now| live| here)?(?: ?[·•] ?[\d: ]+)?",
        # Newsletters, apps, gifts.
        r"(?:sign up|subscribe|register)(?: now| here| today)?(?: for free)?[.!]?",
        rf"(?:sign up|subscribe|register) [^.!?]{{0,100}}\b(?:{_NEWSLETTER})\b[^.!?]{{0,40}}[.!]?",
        r"get [^.!?]{0,120}\b(?:newsletter|in(?:to)? your inbox|breaking news)\b[^.!?]{0,80}[.!]?",
        r"your email address\b.{0,120}|manage newsletters|donate(?: now)?",
        r"download [^.!?]{0,40}\bapp\b[^.!?]{0,80}\.?",
        r"(?:support|donate to|fund) (?:our|independent|quality|local)\b[\w ]{0,40}journalism"
        r"[^.?]{0,40}[.!]?",
        # Rights, sources, reading time.
        r"(?:copyright )?(?:©|\(c\)|\(tm\)).{0,200}|copyright (?:\d{4}|by )[^!?]{0,120}",
        r".{0,160}\ball rights reserved\b.{0,40}|the-cnn-wire|\(?h/t:? .{1,60}\)?",
        r"(?:a version of )?this (?:story|article|piece) (?:was )?(?:first |originally )?"
        r"(?:published|appear(?:s|ed)) (?:in|on|at)\b.{0,200}",
        r"\d{1,3}[ -]min(?:ute)?s?\.?(?: read)?|(?:estimated )?reading time:? .{1,20}",
    ),
    flags=re.IGNORECASE,
)
# The Washington Post's links to its other stories: a whole line in brackets that is no sentence.
BRACKETED_LINK = re.compile(r"\[[A-Z][^\[\]]{9,160}[^\[\].!?…]\]")
CAPTION = _any_of(
    (
        r"\(?(?i:(?:file )?(?:photo|image|picture|photograph|illustration|graphic|video|credit|cover|chart))"
        r"(?i:s?(?: credits?| sources?)?)\s?:\s?.{2,300}",
        r"\(?(?i:photos?|images?|pictures?|photograph|photo illustration|video|illustration)"
        rf" (?i:by|courtesy of|via) {_NAMED}(?:/.{{2,40}})?(?: (?i:on|via|for) .{{2,40}})?\)?",
        r"(?i:enlarge this image|hide caption|toggle caption).{0,240}",
        # Jane Doe/AP, Jane Doe/AFP via Getty Images, (Jane Doe, Pool)
        rf"\(?{_NAMED}(?: ?[/|] ?{_NAMED})?(?: ?[/|] ?| via |, )(?:the )?{_CREDIT}"
        rf"(?:[/ ,]{{1,3}}(?:File|FILE|Pool|via {_CREDIT}|{_CREDIT}))?\)?",
        rf".{{10,400}}\((?i:photo|image|picture)s? by {_NAMED}(?:/.{{2,40}})?\)\.?",
        # RIVERTON, WA - MAY 07: A candidate speaks at a rally (what a picture agency writes)
        r"(?:TOPSHOT - )?[A-Z][A-Z.' -]{1,40}, [A-Z][A-Za-z. ]{1,20} - [A-Z]{3,9} \d{1,2}"
        r"(?:, \d{4})?: .{10,400}",
        r"TOPSHOT - .{10,400}",
    )
)
BUTTONS = frozenset(
    """listen comment comments gift article share print email save tweet facebook twitter whatsapp linkedin
    reddit copy link on this story pin pinterest telegram messenger close menu bookmark flipboard""".split()
)
NO_WORDS = re.compile(r"[^\w]+")
ADDRESS = re.compile(r"\W{0,5}(?:https?://|www\.)[^\s]{3,400}")

# The longest line that a pattern may look at: longer ones are paragraphs.
MAX_LENGTH = 450


def boilerplate(text: str) -> FurnitureKind | None:
    """Return what a line around the article is, or None where it may be a sentence of it.

    >>> boilerplate("Leave a comment")
    <FurnitureKind.COMMENTS: 'comments'>
    >>> boilerplate("Share prices fell on Monday.") is None
    True
    """
    if len(text) > MAX_LENGTH:
        return None
    if NO_WORDS.fullmatch(text) or ADDRESS.fullmatch(text):
        return FurnitureKind.MARKUP
    if COMMENTS.fullmatch(text):
        return FurnitureKind.COMMENTS
    if PROMOTION.fullmatch(text) or BRACKETED_LINK.fullmatch(text) or _only_buttons(text):
        return FurnitureKind.PROMOTION
    if CAPTION.fullmatch(text):
        return FurnitureKind.CAPTION
    return None


def _only_buttons(text: str) -> bool:
    words = [word.lower() for word in re.findall(r"\w+", text)]
    return len(words) > 1 and text[-1] not in ".!?" and all(word in BUTTONS for word in words)
