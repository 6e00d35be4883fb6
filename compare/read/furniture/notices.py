"""Invitations to subscribe: lines that ask for money or an account before the rest may be read.

A line is one only as a whole: each of its sentences invites, and one at least says what is asked for. So a
sentence of the report on subscribers, or one that quotes such a line, stays text.
"""

from __future__ import annotations

import re

from compare.read.asked import Asked

_STEP = (
    r"(?:enter your e-?mail(?: address)?|subscrib(?:e|ing)|sign(?:ing)?[ -]?(?:in|up|on)"
    r"|log(?:ging)?[ -]?(?:in|on)|regist(?:er|ering)|renew|upgrade|join(?! us\b)(?: now| today| for)?"
    r"|purchase"
    r"|buy|pay|becom(?:e|ing) an? (?:\w+ )?(?:subscriber|member|supporter|patron)|(?:creat|mak)(?:e"
    r"|ing) (?:an?"
    r"|your) (?:\w+ ){0,3}account|(?:start|begin|activate|get|try|choose|take out) (?:an?|your|our)"
    r" (?:[\w-]+ ){0,4}(?:trial|subscription|membership|account|plan))"
)
_TEXTS = (
    r"(?:article|story|stories|piece|report|coverage|analysis|content|text|interview|post|page|journalism"
    r"|news)s?"
)
_OWN = r"(?:articles?|stor(?:y|ies)|content|coverage|journalism|archive|edition)"
_GOAL = (
    r"(?:(?:continue|keep|finish|carry on|go on|resume) (?:reading|watching|listening)|continue(?=$|,| or |"
    r" to (?:the|this) )"
    rf"|(?:read|view|access|unlock)(?=$)|(?:view|access|unlock) (?:it|this|more)(?=$)"
    rf"|read (?:on|more|it|this(?=$)|the rest(?=$)|everything|in full|(?:[\w-]+ ){{0,5}}{_TEXTS})|(?:view"
    rf"|see|access|unlock|get|enjoy|gain"
    rf"|open) (?:[\w’'-]+ ){{0,5}}(?:{_OWN}|(?:unlimited|full|digital) access))"
)
_PRICE = r"(?:(?:us|a)?[$£€¥₹] ?\d[\d.,]*|\d[\d.,]* ?(?:p|c|cents|pence|dollars|pounds|euros?|€)\b)"
_PERIOD = (
    r"(?: ?/ ?| (?:an?|per|every|each|for|for (?:the|your) first) )(?:[\w-]+ ){0,3}(?:day|week|month|year"
    r"|article|mo|yr)s?\b"
)
_MEMBER = r"(?:subscribers?|subscribed|members?|registered|customers?|signed up)"
_LEFT = (
    r"(?:(?:free|complimentary|premium|monthly|metered) (?:\w+ )?(?:articles?|stor(?:y|ies)|views?|reads"
    r"|previews?)|articles? (?:limit|allowance)|(?:limit|allowance|quota) (?:of|for)"
    r" [\w ]{0,30}(?:articles|stories)|(?:articles|stories) (?:left|remaining|this month|this week)|free"
    r" (?:limit|trial|access))"
)

# What a reader without an account or at the end of a preview is told.
ACCOUNTS = (
    r"(?:this is|you(?:(?:’|')re| are) (?:only )?reading|you(?:(?:’|')ve| have) reached|that(?:(?:’|')s| is))"
    r" (?:an?|the end of (?:the|your|this)) (?:free |limited )?preview\b(?: of [\w’' -]{1,40})?",
    rf"this is an? (?:(?:subscriber|member|premium)s?(?:[ -](?:only|exclusive))?|[\w’'-]{{1,20}}\+) {_TEXTS}",
    r"(?:don(?:’|')t |do not )?(?:already )?(?:have|need) an? (?:[\w-]+ ){0,2}"
    r"(?:subscription|account|membership|login)(?! (?:of|with|from|to))",
    rf"(?:please )?{_STEP}\b[^.?!]{{0,60}} for (?:unlimited|full|complete|instant) access\b[^.?!]{{0,60}}",
    r"(?:activate|verify|renew|manage|link) your (?:[\w-]+ ){0,2}(?:subscription|digital access|membership)\b"
    r"[^.?!]{0,40}",
    rf"get (?:access to )?(?:this|every|the (?:full|whole|rest of (?:the|this))) {_TEXTS}\b[^.?!]{{0,60}}"
    r"\b(?:app|access|subscription|account)\b[^.?!]{0,40}",
    r"(?:unlimited|full|complete) digital access(?: to [\w’' -]{1,60})?(?: on (?:any|all|every) devices?)?",
    r"upgrade (?:to|your)(?: an?)?(?: [\w-]+){0,2} ?(?:paid|premium|plus|subscription|plan|membership)",
    rf"(?:the )?(?:full|complete|whole|rest of (?:the|this)) {_TEXTS} (?:is )?(?:only )?(?:available"
    rf"|reserved)"
    r"(?: only| exclusively)? (?:to|for) (?:our )?(?:\w+ )?(?:subscribers|members)(?! of\b)(?: only)?",
    r"your (?:free )?(?:subscription|trial|membership|access) (?:has|is) (?:expired|ended|lapsed|run out"
    r"|over)",
    r"(?:it )?(?:looks|seems) (?:like|as if|as though) you[^.?!]{0,30}\b(?:subscriber|subscribed|subscription"
    r"|member|logged in|signed in|limit)\b[^.?!]{0,40}",
    rf"(?:you can )?(?:get|read|enjoy|view) (?:up to )?(?:\w+ ){{1,3}}(?:articles?|stories)\b[^.?!]{{0,30}}"
    rf" (?:when|if|once|after|by) (?:you )?{_STEP}\b[^.?!]{{0,30}}",
    rf"buy (?:this|the|a single) {_TEXTS}\b[^?!]{{0,20}}{_PRICE}",
    r"(?:check (?:whether|if) you (?:already )?have )?access (?:via|through) your (?:institution|university"
    r"|library|organi[sz]ation|school|employer)\b[^.?!]{0,60}",
)
# What stands in each: an amount, 0 for any figure, or one of the words.
_PRICED = (
    *("$", "£", "€", "¥", "₹", "..", ".,", ",.", ",,"),
    *(f"0{mark}{space}{unit}" for mark in ("", ".", ",") for space in ("", " ") for unit in ("p", "c")),
    *(f"0{mark}{space}{unit}" for mark in ("", ".", ",") for space in ("", " ") for unit in ("dol", "eur")),
)
_ASKED = (
    *("subscri", "sign", "log", "regist", "renew", "access", "free", "trial", "account", "member", "premium"),
    *("unlock", "paywall", "limit", "to read", "reading", "watching", "listening", "to view", "to see"),
    *("to get ", "to enjoy", "to gain", "to open ", "to continue", "and read", "and view", "for read"),
    *("buy", "purchase", "pay", "customer", "exclusive", "preview", "locked", "allowance", "quota", " left"),
    *(" remaining", "offer", "app", "plan", "upgrade", "+", "monthly", "metered", "becom", "creat", "mak"),
    *("start", "begin", "activate", "choose", "take out", "get a", "get your", "get our", "try a"),
    *("try your", "try our", "join", "stories this", "articles this", "complimentary", "enter your e"),
    *_PRICED,
)
_NOUNS = (
    *("article", "story", "stories", "piece", "report", "coverage", "analysis", "content", "text"),
    *("interview", "post", "page", "journalism", "news"),
)
_OPENS = (
    *("please ", "simply ", "enter your e", "subscri", "sign", "log", "regist", "renew", "upgrade", "join"),
    *("purchase", "buy", "pay", "becom", "creat", "making a", "making your", "make a", "make your", "start"),
    *("begin", "activate", "get", "try", "choose", "take out", "in order to ", "do you want", "do you wish"),
    *("do you like", "want to", "wish to", "like to", "would you like"),
    *("are you ", "already", "not", "existing"),
    *("current", "to continue", "to keep", "to finish", "to carry", "to go on", "to resume", "to read"),
    *("to view", "to access", "to unlock", "to see", "to get", "to enjoy", "to gain", "to open", "access"),
    *("reading", "this is ", "you", "a premium", "a subscri", "a member", "a paid", "a regist", "a login"),
    *("a exclusive", "an exclusive", "an premium", "an subscri", "an member", "only", "our "),
    *("digital", "premium", "paid", "member", "exclusive", "reserved"),
    *("to subscri", "to our", "to paid", "to paying", "to premium", "to member", "for subscri", "for our"),
    *("for paid", "for paying", "for premium", "for member", "this was", "this free", "this last", "final "),
    *("last ", "free ", "complimentary", "metered", "monthly", "limit", "allowance", "quota", "0", "no "),
    *("one ", "two ", "three ", "six ", "twelve ", "want ", "need ", "like ", "wish ", "enjoy", "gain"),
    *("unlock", "receive", "claim", "unlimited", "full", "complete"),
    *("all ", "all-", "keep", "continue", "finish"),
    *("read", "carry on", "select", "pick", "view", "see "),
    *("compare", "explore", "that’s", "that's", "that is"),
    *("don’t ", "don't ", "do not ", "have a", "verify", "manage", "link", "whole", "rest of", "it looks"),
    *("it seems", "looks", "seems", "check ", "plans", "instant", "ad-free"),
    *(f"{text}{s}" for text in _NOUNS for s in ("", "s")),
    *(f"this {text}" for text in (*_NOUNS, "the ", "our ", "this ", "exclusive ", "premium ", "of ")),
    *("this limit", "this allow", "this month", "this complimentary"),
    *("this metered", "this quota", "this your"),
    *(f"the {part}" for part in ("full", "rest", "remainder", "complete", "whole")),
)
_CHEAP = (
    r"(?:your first )?(?:\d+|one|two|three|six|twelve) (?:days|weeks|months)(?: of [\w ]{1,30})?"
    rf" (?:for|at) (?:only |just )?{_PRICE}"
)
# Each matches a whole sentence of a line, without its stop.
INVITES = Asked(
    "|".join(
        (
            rf"(?:please |simply )?{_STEP}\b[^.?!]{{0,80}}\b(?:to|and|for|so you can)"
            rf" {_GOAL}\b[^.?!]{{0,80}}",
            rf"(?:(?:in order )?to|(?:do you )?(?:want|wish|like) to|would you like to)"
            rf" {_GOAL}\b[^.?!,:]{{0,60}}(?:[,:–—-]? (?:please |simply |just |you(?: must|(?:’|')ll need"
            rf" to| (?:will )?(?:need|have) to) ?(?:be )?)*(?:{_STEP}|logged in|signed in|a"
            rf" subscriber)\b[^.?!]{{0,100}})",
            rf"(?:do you )?(?:want|wish|like) to {_GOAL}\b[^.?!]{{0,40}}",
            # Already a subscriber / Not yet registered / Existing subscribers: log in here
            rf"(?:are you )?(?:already|not|not yet|existing|current) (?:(?:an?|our|yet|have an|have a)"
            rf" )?(?:[\w-]+ )?(?:{_MEMBER}|account)(?! of\b)(?: yet)?(?:[,:–—-]? ?(?:please |click |you can"
            rf" )?(?:{_STEP}|here|with us)\b[^.?!]{{0,40}})?",
            # This article is for subscribers only
            rf"(?:this|the (?:full|rest|remainder)|reading|access to)(?: of)?(?: (?:this|the|our|exclusive"
            rf"|premium))* {_TEXTS} (?:is|are|remains?|requires?|needs?) (?:(?:an?|our|only|exclusively"
            rf"|just|available|reserved"
            r"|restricted|exclusive|limited|open|accessible|free|read|currently|behind|for|to|all|the"
            r"|paid|part"
            r" of) ){0,7}(?:(?-i:[A-Z])[\w’+-]{1,20} ){0,3}(?:premium|subscribers?|subscription|members?"
            r"|paywall|registered|paying|registration|membership|locked)\b(?! of\b)[^.?!]{0,80}",
            rf"(?:this is |you(?:’|')re reading )?an? (?:premium|exclusive|subscriber|members?) {_OWN}(?:"
            rf" (?:available |reserved |only )?(?:to|for) (?:our )?(?:subscribers|members)(?: only)?)?"
            rf"|(?:only )?(?:our )?(?:(?:digital|premium|paid|paying|registered) )?(?:subscribers"
            rf"|members) can {_GOAL}\b[^.?!]{{0,40}}",
            rf"(?:subscribers?|members?|premium)(?:[ -](?:only|exclusive))?(?:[ -]{_TEXTS}| only|"
            rf" exclusive)",
            rf"(?:(?:exclusively |exclusive |only |{_TEXTS} |reserved )?(?:to|for) )?(?:our )?(?:paid "
            rf"|paying |premium )?"
            r"(?:subscribers|members)(?: only)?",
            r"(?:a )?(?:paid )?(?:subscription|registration|membership|login) (?:is )?(?:required"
            r"|needed)\b[^.?!]{0,60}",
            # You have reached your limit of free articles / 2 of 3 free articles left
            rf"you(?:(?:’|')ve|(?:’|')re| have| are| get| only)? [\w’', -]{{0,60}}\b{_LEFT}\b[^.?!]{{0,60}}",
            rf"(?:this (?:is|was) )?(?:your |(?=(?:last|final) free))(?:last |final "
            rf"|monthly )?{_LEFT}\b[^.?!]{{0,60}}",
            r"(?:\d+|no|one|two|three)(?: (?:of|out of|/) \d+)? (?:more )?(?:free )?(?:articles?|stories)"
            r" (?:left|remaining)\b[^.?!]{0,40}",
            rf"you(?: will|(?:’|')ll)? (?:must|need(?: to)?|have to|should) (?:be "
            rf"|have )?(?:an? )?(?:{_STEP}|{_MEMBER}|logged in"
            rf"|signed in|subscription|account)\b[^.?!]{{0,30}}\bto {_GOAL}\b[^.?!]{{0,60}}",
            r"you(?:(?:’|')ve| have) (?:now )?(?:reached|hit|used up|exceeded) your (?:\w+ ){0,3}(?:limit"
            r"|allowance|quota)\b[^.?!]{0,40}",
            r"(?:want|need|get) (?:unlimited|full|more) access(?: to [\w’' -]{1,60})?|(?:article|story"
            r"|content) locked(?:: .{0,60})?",
            rf"(?:try|get|enjoy)\b[^?!]{{0,40}}\b(?:days?|weeks?|months?"
            rf"|year)\b[^?!]{{0,30}}{_PRICE}[^?!]{{0,60}}",
            _CHEAP,
            r"you (?:do not|don(?:’|')t) have (?:access|a subscription)\b[^.?!]{0,60}",
            # Get unlimited access for $4 a month / Keep reading for $1
            r"(?:get|enjoy|try|gain|start|unlock|buy|receive|claim)(?: [\w’'-]+){0,4} (?:unlimited|full"
            r"|complete|digital|premium|instant|all|ad-free)(?:[ -][\w’'-]+){0,3}[ -]access\b[^?!]{0,100}",
            rf"(?:unlimited|full|all|complete|digital|premium)(?:[ -][\w-]+){{0,3}}[ -]access(?:"
            rf" [\w’'&.-]+){{0,8}} (?:for|from|at|just|only)(?: [\w-]+){{0,3}} {_PRICE}[^?!]{{0,60}}",
            rf"(?:keep|continue|finish|read|carry on|access|get|unlock)(?: reading| access to)?(?: (?:this"
            rf"|the|your|our|all|full|more|entire|whole|rest|remainder|of))*(?: {_OWN})? (?:for|with|by"
            rf"|from)\b[^?!]{{0,40}}(?:{_PRICE}|free"
            r"|subscri|account|trial|membership|regist|sign|log)[^?!]{0,60}",
            rf"unlock (?:this|the|full|all|unlimited|our|more|every)\b[^.?!]{{0,60}}\b(?:{_TEXTS}|access"
            rf"|edition)\b[^?!]{{0,80}}",
            r"(?:start|begin|activate) (?:your|an?(?: [\w-]+){0,3} free)(?: [\w-]+){0,3} (?:trial"
            r"|subscription|membership)\b(?! of\b)[^?!]{0,80}",
            r"(?:choose|select|pick) (?:an?|your)(?: \w+)? (?:plan|subscription|membership)\b[^?!]{0,60}",
            r"(?:view|see|compare|explore) (?:our |all |more )?(?:subscription|membership)s? (?:options"
            r"|offers|plans)",
            r"(?:subscribe|join|register|upgrade|sign up)(?: now| today)? for (?:unlimited|full|digital"
            r"|complete) access\b[^?!]{0,60}",
            rf"(?:subscribe|join (?:now|us|today)|becom(?:e|ing) an? (?:subscriber|member|supporter)|upgrade"
            rf"|sign up|register|try (?:us"
            rf"|it))\b[^?!]{{0,60}}{_PRICE}[^?!]{{0,80}}",
            *ACCOUNTS,
            rf"(?:subscriptions?|membership|digital access|plans)(?: \w+){{0,2}} (?:start|from|for"
            rf"|at)\b[^?!]{{0,30}}{_PRICE}[^?!]{{0,40}}",
        )
    ),
    words=_ASKED,
    opens=_OPENS,
    flags=re.IGNORECASE,
)
# Further ones, which any word may open.
NAMED = Asked(
    rf"[\w ]{{0,20}}offer:? {_CHEAP}"
    rf"|(?:only )?(?:our )?[\w’'-]{{1,20}}\+ (?:subscribers|members) can {_GOAL}\b[^.?!]{{0,40}}",
    words=(
        *(
            f"offer{mark} {first}"
            for mark in ("", ":")
            for first in ("0", "one", "two", "three", "six", "twelve")
        ),
        *("offer your first", "offer: your first", "+ subscribers can ", "+ members can "),
    ),
    flags=re.IGNORECASE,
)
# What stands beside an invitation in one line, and below one; alone it asks for nothing.
OFFERS = Asked(
    "|".join(
        (
            r"cancel (?:at )?any ?time\b[^?!]{0,60}|no (?:commitment|strings|credit card"
            r"|contract)\b[^?!]{0,40}",
            rf"(?:(?:then|and|or|only|just|from|pay|for|now|billed) )*{_PRICE}{_PERIOD}[^?!]{{0,80}}",
            rf"(?:(?:then|and|or|only|just|from|pay|for|now) )+{_PRICE}[^?!]{{0,60}}",
            r"(?:please )?(?:sign|log)[ -]?in(?: here| now)?(?: (?:or|and|/|\|) (?:subscribe|register"
            r"|join)(?: now)?)?",
            r"(?:please )?(?:subscribe|register|join|sign up)(?: now| here| today| free| for free)?(?:"
            r" (?:or|and|/|\|) (?:sign|log)[ -]?in)?",
            r"get the (?:full|whole|most|best)\b[^?!]{0,60}|your (?:subscription|support|contribution"
            r"|membership)\b[^?!]{0,80}",
            r"(?:continue|sign in|log in|sign up) with (?:google|apple|facebook|e-?mail)",
            rf"(?:please |just |simply )?{_STEP}(?: now| here| today| for free)?",
            r"(?:it(?:’|')s|it is|registration is) (?:quick(?: and easy)?|free|easy)\b[^?!]{0,40}",
            r"support (?:independent|quality|local|our|great|trusted|your)\b[^?!]{0,80}",
            r"thanks?(?: you)? for (?:reading|visiting|your interest|your support|supporting)\b[^?!]{0,80}",
            r"(?:no,? thanks|not now|maybe later|learn more|find out more|see (?:our )?offers|view offers"
            r"|terms(?: and conditions)? apply|offer ends\b.{0,40}|billed (?:annually|monthly"
            r"|yearly)\b.{0,40}|new (?:subscribers|customers) only\b.{0,40}|(?:a )?(?:special"
            r"|limited[ -]time|introductory) offer\b.{0,60})",
            r"we hope (?:that )?you(?:(?:’|')ve| have)? enjoyed\b[^.?!]{0,60}|(?:like|enjoy(?:ing|ed)?|love)"
            r" (?:this|our|what you(?:’|')re)\b[^.?!]{0,60}",
            r"(?:download|get) (?:it|(?:the|our) app)(?: now| today| here| for free| free){0,2}",
            r"(?:forgot(?:ten)?(?: your)? password|need help(?: logging in| signing in)?|why subscribe|new to"
            r" (?:the )?[\w’' -]{1,40}|(?:explore|see|view|compare) (?:all |more |our )*(?:offers|options"
            r"|plans))",
            rf"(?:monthly|annual(?:ly)?|yearly|weekly|standard|digital|print|premium)(?: [\w&+]+){{0,3}}:?"
            rf" {_PRICE}(?:{_PERIOD})?",
            r"don(?:’|')t miss (?:out|a story|anything)\b.{0,60}",
            r"save (?:up to )?\d+ ?%[^?!]{0,80}|subscribe (?:today |now )?(?:and|to) (?:save|support"
            r"|get)\b[^?!]{0,80}",
        )
    ),
    words=(
        *_ASKED,
        *(
            "cancel",
            "credit card",
            "contract",
            "commitment",
            "no strings",
            "get the",
            "get it",
            "your support",
        ),
        *("your contribution", "with google", "with apple", "with facebook", "with email", "with e-mail"),
        *("quick", "easy", "support", "thank", "not now", "maybe later", "learn more", "find out more"),
        *("terms", "ends", "billed", "new ", "hope", "like ", "enjoy", "love ", "download", "forgot"),
        *("need help", "why sub", "options", "don’t miss", "don't miss", "save", "enter your"),
    ),
    flags=re.IGNORECASE,
)
# A report on a paywall names who speaks; a call for a newsletter asks for an address and cuts nothing off.
TOLD = re.compile(
    r"[“”\"‘«„]|\b(?:said|says|told|according to|newsletters?|inbox|podcasts?|alerts|channel)\b",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(?:(?:sorry|oops|hi there|hello|hi),?|access denied[:.]|(?:subscribers?|members?|premium)"
    r"[ -](?:only|exclusive|content):) ",
    re.IGNORECASE,
)
LINK = re.compile(r"\[([^\[\]]{1,100})\]\([^()\s]{0,400}\)")
STOPS = re.compile(r"(?<=[.?!…])\s+| [|·•] ")
EDGES = " .?!…*_→»›>•★🔒"

# The longest box about a subscription; longer lines are paragraphs.
MAX_LENGTH = 320


def is_paywall(line: str) -> bool:
    """Return whether a whole line invites to subscribe, sign in or pay before the rest may be read.

    >>> is_paywall("Subscribe now to keep reading. Already a subscriber? Log in.")
    True
    >>> is_paywall("Readers had to subscribe to continue reading, the paper said.")
    False
    """
    parts = _sentences(line)
    return bool(parts) and any(map(_asks, parts)) and all(map(_invites, parts))


def is_offer(line: str) -> bool:
    """Return whether a whole line is what stands beside an invitation: a price, a button, thanks.

    >>> is_offer("Cancel anytime. Then $8 a month."), is_offer("A ticket costs $8.")
    (True, False)
    """
    parts = _sentences(line)
    return bool(parts) and all(map(_invites, parts))


def _invites(part: str) -> bool:
    return _asks(part) or OFFERS.fullmatch(part) is not None


def _asks(part: str) -> bool:
    return INVITES.fullmatch(part) is not None or NAMED.fullmatch(part) is not None


def _sentences(line: str) -> list[str]:
    if len(line) > MAX_LENGTH:
        return []
    plain = " ".join(LINK.sub(r"\1", line).split())
    plain = plain[match.end() :] if (match := GREETING.match(plain)) else plain
    if TOLD.search(plain):
        return []
    return [part for part in (each.strip(EDGES) for each in STOPS.split(plain)) if part]
