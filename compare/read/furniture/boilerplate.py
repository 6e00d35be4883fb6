"""Lines of a web page around the article: comment and share lines, adverts, newsletters, picture credits.

Every pattern must match the whole line. The wordings were collected from 739 real articles, and each list of
what a pattern set aside was read through for lines that are sentences of the report.
"""

from __future__ import annotations

import re

from compare.model import FurnitureKind
from compare.read.asked import Asked
from compare.read.furniture.notices import is_offer
from compare.read.furniture.pictures import is_picture
from compare.read.furniture.pointers import is_pointer
from compare.text.en import word_set

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
_POST = r"(?:pic\.(?:twitter|x)\.com/\w{4,20}|https?://t\.co/\w{4,20})"
_NAMED = r"[A-Z][\w.'’@-]*(?: [\w.'’&@-]+){0,7}"


def _any_of(
    patterns: tuple[str, ...],
    *,
    words: tuple[str, ...] = ("",),
    opens: tuple[str, ...] = ("",),
    flags: int = 0,
) -> Asked:
    return Asked("|".join(patterns), words=words, opens=opens, flags=flags)


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
    words=("comment", "repl", "responses", "thoughts", "join the"),
    flags=re.IGNORECASE,
)
PROMOTION = _any_of(
    (
        # Adverts and what stands around them.
        r"advert(?:isement|ising|s)?|sponsored(?: content)?|paid (?:content|post)|promoted(?: content)?",
        r"(?:skip|scroll) (?:past|to|for|down to)(?: the)?[\w ]{1,40}",
        r"(?:story|article|report) continue[sd](?: below| after)?(?: (?:this )?(?:advertisement|ad"
        r"|advert))?\.?",
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
        r"get [^.!?]{0,120}\b(?:newsletter|(?:in|to|into) your inbox|breaking news)\b[^.!?]{0,80}[.!]?",
        r"your email address\b.{0,120}|manage newsletters|donate(?: now)?",
        r"download [^.!?]{0,40}\bapp\b[^.!?]{0,80}\.?",
        r"(?:support|donate to|fund) (?:our|independent|quality|local)\b[\w ]{0,40}journalism"
        r"[^.?]{0,40}[.!]?",
        # Rights, sources, reading time.
        r"(?:copyright )?(?:©|\(c\)|\(tm\)).{0,200}|copyright (?:\d{4}|by )[^!?]{0,120}",
        r"the-cnn-wire|\(?h/t:? .{1,60}\)?",
        r"(?:a version of )?this (?:story|article|piece) (?:was )?(?:first |originally )?"
        r"(?:published|appear(?:s|ed)) (?:in|on|at)\b.{0,200}",
        r"\d\d?\d?[ -]min(?:ute)?s?\.?(?: read)?|(?:estimated )?reading time:? .{1,20}",
    ),
    opens=(
        *(
            "advert",
            "sponsored",
            "paid content",
            "paid post",
            "promoted",
            "skip ",
            "scroll ",
            "story continue",
        ),
        *("article continue", "report continue", "continue reading", "read", "share", "follow ", "twitter"),
        *("email", "e-mail", "contact", "facebook", "instagram", "phone", "tel", "watch", "listen", "more"),
        *("related", "recommended", "see also", "see more", "up next", "also read", "most read", "popular"),
        *("trending", "you may also", "you might also", "what to read", "click here", "back to top"),
        *("print this", "sign up", "subscribe", "register", "get ", "your email", "manage newsletters"),
        *("donate", "download ", "support ", "fund ", "copyright ", "©", "(c)", "(tm)", "the-cnn-wire"),
        *("h/t", "(h/t", "a version of this", "this story", "this article", "this piece", "estimated"),
        *("0 min", "0-min", "00 min", "00-min", "000 min", "000-min"),
        "reading time",
    ),
    flags=re.IGNORECASE,
)
RIGHTS = Asked(r".{0,160}\ball rights reserved\b.{0,40}", words=("all rights reserved",), flags=re.IGNORECASE)
# The Washington Post's links to its other stories: a whole line in brackets that is no sentence.
BRACKETED_LINK = re.compile(r"\[[A-Z][^\[\]]{9,160}[^\[\].!?…]\]")
CAPTION = _any_of(
    (
        r"\(?(?i:(?:file )?(?:photo|image|picture|photograph|illustration|graphic|video|credit|cover|chart))"
        r"(?i:s?(?: credits?| sources?)?)\s?:\s?.{2,300}",
        r"\(?(?i:photos?|images?|pictures?|photograph|photo illustration|video|illustration)"
        rf" (?i:by|courtesy of|via) {_NAMED}(?:/.{{2,40}})?(?: (?i:on|via|for) .{{2,40}})?\)?",
        r"(?i:enlarge this image|hide caption|toggle caption).{0,240}",
        r"FILE(?: PHOTO)?(?: ?[-–—:] ?).{10,400}",
        # BBC: Image source, Getty Images; New York Times: Credit...Jane Doe
        r"(?i:image|media|video|figure) (?i:source|caption|credit|copyright), .{2,300}",
        r"(?:Credit|Photo|Photograph|Image|Picture)(?:\.{3}|…| ?\|) ?.{2,120}",
        r"(?:Getty Images|PA Media|AP Photo|Shutterstock|iStock|Alamy|Unsplash)\.?",
    ),
    opens=(
        *(
            "photo",
            "image",
            "picture",
            "illustration",
            "graphic",
            "video",
            "credit",
            "cover",
            "chart",
            "file",
        ),
        *(
            "(photo",
            "(image",
            "(picture",
            "(illustration",
            "(graphic",
            "(video",
            "(credit",
            "(cover",
            "(chart",
        ),
        *("(file", "enlarge this", "hide caption", "toggle caption", "media ", "figure ", "getty images"),
        *("pa media", "ap photo", "shutterstock", "istock", "alamy", "unsplash"),
    ),
)
_AGENCIES = (
    *(
        "ap",
        "afp",
        "epa",
        "reuters",
        "getty",
        "associated press",
        "shutterstock",
        "unsplash",
        "istock",
        "alamy",
    ),
    *(
        "tass",
        "xinhua",
        "flickr",
        "bloomberg",
        "usa today",
        "pool",
        "european press",
        "anadolu",
        "zuma press",
    ),
    "pixabay",
)
# Captions and credits that a name or the caption itself opens.
CREDITED = _any_of(
    (
        # Jane Doe/AP, Jane Doe/AFP via Getty Images, (Jane Doe, Pool)
        rf"\(?{_NAMED}(?: ?[/|] ?{_NAMED})?(?: ?[/|] ?| via |, )(?:the )?{_CREDIT}"
        rf"(?:[/ ,]{{1,3}}(?:File|FILE|Pool|Instagram|via {_CREDIT}|{_CREDIT}))?\)?(?: ?/)?\.?",
        # georgedoe/E+ via Getty Images
        r"[\w.@+-]{2,40}(?:/[\w.+-]{1,20})? via (?:Getty Images|AP|AP Images|Reuters|AFP|Shutterstock"
        r"|iStock)\.?",
        rf".{{10,400}}\((?i:photo|image|picture)s? by {_NAMED}(?:/.{{2,40}})?\)\.?",
        # RIVERTON, WA - MAY 07: A candidate speaks at a rally (what a picture agency writes)
        r"(?:TOPSHOT - )?[A-Z][A-Z.' -]{1,40}, [A-Z][A-Za-z. ]{1,20} - [A-Z]{3,9} \d{1,2}"
        r"(?:, \d{4})?: .{10,400}",
        r"TOPSHOT - .{10,400}",
        # The bridge. (AP Photo/Jane Doe) / The bridge [Jane Doe/Marle TV] / The bridge. Photograph: Jane Doe
        rf".{{10,400}}\({_NAMED}(?:/[\w ]{{2,30}})? via (?:AP|{_CREDIT})\)\.?",
        rf".{{10,400}}[(\[](?:AP Photo|Getty Images|Shutterstock|iStock|Alamy|(?i:file(?: photo)?|photo"
        rf"|image|picture)"
        rf"(?: ?: ?| (?i:courtesy of) ){_NAMED})(?:[/,] ?.{{2,60}})?[)\]]\.?",
        rf".{{10,400}}(?:\({_NAMED} ?/ ?{_CREDIT}\)|\[{_NAMED} ?/ ?{_NAMED}\])\.?",
        r".{10,300}[.’”\"] (?i:photograph|photo|picture|image|credit)(?i:s?| credit) ?(?::|(?i:by|courtesy"
        r" of)\b) ?"
        rf"{_NAMED}(?:/.{{2,40}})?",
        # A post's signature: — Jane Doe (@janedoe) June 3, 2024
        rf"(?:{_POST} ?)?[—–-]{{1,2}} ?[^()]{{1,60}} \(@\w{{1,30}}\)(?:,? .{{4,30}})?|{_POST}(?: {_POST})?",
    ),
    words=(
        *("/", "|", " via ", " - ", " (@", "pic.", "http"),
        *(f", {the}{agency}" for the in ("", "the ") for agency in _AGENCIES),
        *(
            f"{sign}{kind}"
            for sign in "(["
            for kind in ("ap photo", "getty images", "shutterstock", "istock")
        ),
        *(f"{sign}{kind}" for sign in "([" for kind in ("alamy", "file", "photo", "image", "picture")),
        *(f"{sign} {kind}" for sign in '.’”"' for kind in ("photo", "picture", "image", "credit")),
    ),
)
POST_TAIL = re.compile(
    rf"(?<=\S)\s+(?P<tail>(?:{_POST}\s{{0,2}})?[—–-]{{1,2}} ?[^()@—–]{{1,60}} \(@\w{{1,30}}\)(?:,?"
    rf" \w{{3,9}} \d{{1,2}},? \d{{4}})?"
    rf"|{_POST})$"
)
MAX_TAIL = 240
BUTTONS = word_set("furniture.boilerplate.buttons")
SENTENCE_ENDS = re.compile(r"(?<=[.!?]) ")
# "Listen. Watch." may be a sentence; "Sign up for our newsletter. Watch." is none.
LEAST_WORDS = 3
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
    if _promotes(text) or BRACKETED_LINK.fullmatch(text) or _only_buttons(text):
        return FurnitureKind.PROMOTION
    if CAPTION.fullmatch(text) or CREDITED.fullmatch(text) or is_picture(text):
        return FurnitureKind.CAPTION
    return FurnitureKind.PROMOTION if _only_promotions(text) else None


def post_start(text: str) -> int | None:
    """Return where the signature of an embedded post begins that ends a paragraph.

    >>> post_start("The bridge is down. — Jane Doe (@janedoe) June 3, 2024")
    20
    """
    match = POST_TAIL.search(text, max(0, len(text) - MAX_TAIL))
    return match.start("tail") if match and match.start("tail") else None


def _promotes(text: str) -> bool:
    return bool(PROMOTION.fullmatch(text) or RIGHTS.fullmatch(text)) or is_around(text) or is_pointer(text)


def _only_promotions(text: str) -> bool:
    parts = SENTENCE_ENDS.split(text)
    if len(parts) == 1 or not any(len(part.split()) > LEAST_WORDS for part in parts):
        return False
    calls = list(map(_promotes, parts))
    return any(calls) and all(call or is_offer(part) for call, part in zip(calls, parts, strict=True))


def _only_buttons(text: str) -> bool:
    words = [word.lower() for word in re.findall(r"\w+", text)]
    return len(words) > 1 and text[-1] not in ".!?" and all(word in BUTTONS for word in words)


# ----------------------------------------------------------------------------------------------------- around
# Films, links to stories, offers, how to reach a writer.

_STORIES = r"(?:stories|news|articles|headlines|videos|posts|coverage|topics|reading)"
_FILM = r"(?:video|clip|film|audio|footage|gallery|slideshow|podcast)"
_PLACE = (
    r"(?:facebook|twitter|x|linkedin|instagram|bluesky|threads|mastodon|whatsapp|telegram|signal|e-?mail)"
)
_ADDRESS = rf"(?:{_PLACE}\b|@|[\w.+-]{{1,40}}@).{{0,80}}"

# What such a line opens with, in small letters and with 0 for any figure (see asked.py).
_KINDS = ("stories", "news", "articles", "headlines", "videos", "posts", "coverage", "topics", "reading")
_LISTED = ("top", "latest", "more", "other", "trending", "featured", "popular", "recent", "related")
_OPENS = (
    *(f"this is {a} {kind}" for a in ("a", "an") for kind in ("developing", "breaking")),
    *(f"{which} {kind}" for which in _LISTED for kind in _KINDS),
    *(f"more{space}{sign}" for space in ("", " ") for sign in "|►▶→»>"),
    *(f"{that} {what}" for that in ("that’s", "that's", "that is") for what in ("it ", "all ")),
    *("more to follow", "more follows", "more soon", "more details soon", "more on this", "0:00", "00:00"),
    *("(also read", "(read", "(see also", "(watch", "most viewed", "most popular", "most shared"),
    *("most commented", "trending now", "video 0", "video0", "video:", "video (", "video(", "video video"),
    *("video now", "video live", "developing", "breaking", "this live", "this blog", "this page"),
    *("this coverage", "release"),
    *("this report", "this story", "this article", "this post", "please ", "check back", "refresh "),
    *("strictly embargo", "embargo", "for immediate", "press release", "news release", "media release"),
    *("watch", "play", "listen", "audio", "now playing", "see", "enable", "turn on"),
    *("your browser", "this video", "this content", "read", "also read", "must read", "must-read", "explain"),
    *("don’t miss", "don't miss", "in case you missed", "icymi", "you may", "you might", "dig deeper"),
    *("go deeper", "related", "further reading", "from the archive", "what else to"),
    *("editor", "recommended for you"),
    *("like this", "like our", "like what", "enjoy", "love this", "love our", "love what", "want more"),
    *("looking for more", "enter your e", "you can ", "unsubscribe", "by sign", "by subscrib", "by regist"),
    *("by click", "by provid", "by submit", "join ", "thank", "add us", "make us"),
    *("for more ", "for the latest ", "what do you think", "do you agree", "were you there"),
    *(
        "is there more to this",
        "have your say",
        "this piece",
        "our standards",
        "loading",
        "follow ",
        "reach ",
    ),
    *("contact ", "email ", "e-mail ", "write to ", "message ", "he tweet", "she tweet", "they tweet"),
    *("tweet", "@", "do you have a", "do you got a", "have a", "got a"),
)
AROUND = Asked(
    "|".join(
        (
            # A story that goes on.
            r"this is an? (?:developing|breaking)(?: news)? story\b.{0,160}|(?:developing|breaking)(?:"
            r" news)? story[.:]?",
            r"this (?:live ?)?(?:blog|page|coverage|report|live) (?:has|is) (?:now )?(?:closed|ended"
            r"|paused)\b[^?!]{0,80}",
            r"this (?:story|article|post|page|live ?blog) (?:will be updated|is being updated|is"
            r" developing)\b[^?!]{0,120}",
            r"(?:please )?check back (?:for|soon|later|here)\b[^?!]{0,80}|more (?:to follow|follows|soon"
            r"|details soon)[.…]*",
            r"refresh (?:this page )?for (?:the )?(?:latest|updates)\b[^?!]{0,60}",
            r"(?:strictly )?embargo(?:ed)? until\b.{0,80}|embargo: .{2,80}|(?:for immediate|press|news"
            r"|media) release:?",
            # Films and the players' own words.
            r"(?:watch|video|play|listen|audio)(?: video| now| live)?:? ?\(?\d{1,2}:\d{2}(?::\d{2})?\)?",
            r"\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}|(?:watch|listen)(?: below| above| here| in full)[:.]?|now"
            r" playing\b.{0,80}",
            rf"(?:watch|listen to|see|play)(?: the| this| our)?(?: \w+)? {_FILM}(?: above| below| here|"
            rf" now| again)?[:.]?",
            r"(?:please )?(?:enable|turn on) javascript\b.{0,120}",
            r"(?:your browser does not support|this (?:video|content) (?:is not|isn(?:’|')t|cannot|can(?:’"
            r"|')t) (?:be )?(?:available|played|displayed|loaded))\b.{0,120}",
            # Links to other stories.
            r"(?:watch|read|see|listen|also read|read also|must read|more|explained?) ?[|►▶→»>] ?.{3,200}",
            r"(?:don(?:’|')t miss|in case you missed it|icymi|must[- ]read|you (?:may|might) (?:also )?be"
            r" interested in|dig deeper|go deeper|related (?:story|article|video|topic|post)s?|more on"
            r" this(?: story| topic)?|read (?:also|too|this|more here|next)|see also|further reading|from"
            r" the archives?|what else to read) ?[:|–—-] .{3,200}",
            r"\((?:also read|read also|read more|see also|read|watch) ?[:|–—-] .{3,200}\)",
            rf"(?:top|latest|more|other|trending|featured|popular|recent|related) {_STORIES}(?: now|"
            rf" today)?:?",
            r"(?:most (?:viewed|popular|shared|commented)|editors?(?:’s|'s|’|')? (?:picks?|choice)|don(?:’"
            r"|')t miss|you may like|recommended for you|trending now|more on this)\s?:?",
            # Letters by e-mail and channels.
            r"(?:(?:like|enjoy(?:ing)?|love) (?:this|our|what you(?:’|')re)|want more|looking for"
            r" more)\b[^?!]{0,80}[?!.] (?:get|sign up|subscribe|join|support|share|follow)\b.{0,160}",
            r"(?:please )?enter your e-?mail\b.{0,80}|(?:you can )?unsubscribe (?:at )?any ?time\b.{0,60}"
            r"|you can unsubscribe\b.{0,80}",
            r"by (?:signing up|subscribing|registering|clicking|providing|submitting)\b.{0,60}\b(?:you|i)"
            r" (?:agree|accept|consent)\b.{0,240}",
            r"join (?:thousands|millions|more than|over|the \d|our)\b[^?!]{0,60}\b(?:readers|subscribers"
            r"|channel|community|group)\b[^?!]{0,80}",
            r"thank(?:s| you) for (?:subscribing|signing up|reading)\b[^?!]{0,80}[.!]?",
            r"(?:add|make) us (?:as )?(?:a|your) preferred source\b.{0,40}|please subscribe to\b[^?!]{0,80}",
            r"(?:that(?:’|')s|that is) (?:it|all) (?:from (?:us|me)|for (?:today|now|tonight|this"
            r" evening))\b[^?!]{0,160}|(?:thanks|thank you)(?: so much| very much| all)? for (?:following"
            r" (?:our|along|us|this)|(?:joining|being with|staying with) us|your company)\b[^?!]{0,120}",
            rf"for (?:more|the latest) (?:[\w’'-]+ ){{0,2}}{_STORIES}(?: [\w’'-]+){{0,4}},? (?:please )?"
            r"(?:visit|sign up|follow us|click|go to|download|subscribe|check out|read our)\b.{0,160}",
            r"(?:what do you think|do you agree|were you there"
            r"|is there more to this story)\? [^?!]{0,60}\b(?:let us"
            r" know|tell us|e-?mail us|share your|get in touch|write to us|comments)\b.{0,80}"
            r"|have your say(?: below"
            r"| here| (?:in|on) (?:our|the) (?:poll|comments|forum)\b.{0,60})?|don(?:’"
            r"|')t miss a (?:story|thing"
            r"|moment)\b.{0,80}",
            r"this (?:story|article|piece) (?:was|is) (?:produced|supported|funded|made possible) (?:by"
            r"|with|through"
            r"|in partnership|as part of)\b[^.]{0,120}\b(?:fund|foundation|grant|fellowship|project"
            r"|initiative"
            r"|partnership|journalism|reporting)\b.{0,80}|our standards ?: ?.{3,80}|loading[.…]{1,3}",
            # How to reach a writer.
            rf"(?:you can |please )?(?:follow|reach|contact|email|e-mail|write to|message) (?:him|her|them"
            rf"|us|me|the (?:author|writer|reporter)|[\w.’'-]{{2,20}}(?: [\w.’'-]{{2,20}}){{0,2}}),? (?:on"
            rf"|at|via|by) {_ADDRESS}",
            r"(?:he |she |they )?tweets?:? (?:at |as |from |under )?@\w{2,30}\W{0,3}"
            r"|@\w{2,30}(?:[ ,·|/]{1,3}@\w{2,30}){0,4}",
            r"(?:do you )?(?:have|got) an? (?:(?:news |confidential )?tip\b[^?]{0,80}[?](?: .{0,160})?"
            r"|(?:story|question)\b[^?]{0,80}[?] .{0,160})",
        )
    ),
    opens=_OPENS,
    flags=re.IGNORECASE,
)
REACHED = Asked(
    rf"(?:he|she|they|[\w.’'-]{{2,20}}(?: [\w.’'-]{{2,20}}){{1,2}}) (?:can|may) be (?:reached"
    rf"|contacted|followed|found),? (?:on|at|via|by) {_ADDRESS}",
    words=tuple(f" be {how}" for how in ("reached", "contacted", "followed", "found")),
    flags=re.IGNORECASE,
)
# Use code NEWS20 at checkout: the code itself is in capitals.
CODES = Asked(
    r"(?i:(?:use|enter|apply|quote|with|redeem)(?: the| our| this)?(?: promo| promotion| promotional|"
    r" discount| coupon| voucher| offer)? codes?:?) [“\"'‘]?[A-Z][A-Z0-9]{3,19}\b.{0,160}|(?i:(?:promo"
    r"|promotional|discount|coupon|voucher|offer) codes?\s?:?) ?[“\"'‘]?[A-Z][A-Z0-9]{3,19}\b.{0,120}"
    r"|(?i:coupons?:) .{2,120}|(?:(?i:save|get|take|enjoy|claim)|[$£€]?\d[\d.]{0,6} ?%? (?i:off|discount))"
    r" [^.?!]{0,80}(?i:\bcode:?) [“\"'‘]?[A-Z][A-Z0-9]{3,19}\b.{0,120}",
    words=("code", "coupon"),
)


def is_around(text: str) -> bool:
    """Return whether a line is the page's own: a film's button, a link to a story, an offer, an address.

    >>> is_around("WATCH 02:14"), is_around("Use code MARLE20 at checkout."), is_around("Watch the river.")
    (True, True, False)
    """
    return any(each.fullmatch(text) for each in (AROUND, REACHED, CODES))
