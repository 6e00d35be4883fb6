"""More of what a page prints around its article: films, links to stories, offers, how to reach a writer.

Every pattern must match the whole line.
"""

from __future__ import annotations

import re

from compare.read.asked import Asked

_STORIES = r"(?:stories|news|articles|headlines|videos|posts|coverage|topics|reading)"
_FILM = r"(?:video|clip|film|audio|footage|gallery|slideshow|podcast)"
_PLACE = (
    r"(?:facebook|twitter|x|linkedin|instagram|bluesky|threads|mastodon|whatsapp|telegram|signal|e-?mail)"
)
_ADDRESS = rf"(?:{_PLACE}\b|@|[\w.+-]{{1,40}}@).{{0,80}}"

# What such a line opens with, in small letters and with 0 for any figure (see asked.py).
_OPENS = (
    *("this is a", "developing", "breaking", "this live", "this blog", "this page", "this coverage"),
    *("this report", "this story", "this article", "this post", "please ", "check back", "more", "refresh "),
    *("strictly embargo", "embargo", "for immediate", "press release", "news release", "media release"),
    *("release", "watch", "video", "play", "listen", "audio", "0", "now playing", "see", "enable", "turn on"),
    *("your browser", "this video", "this content", "read", "also read", "must read", "must-read", "explain"),
    *("don’t miss", "don't miss", "in case you missed", "icymi", "you may", "you might", "dig deeper"),
    *("go deeper", "related", "further reading", "from the archive", "what else to", "(", "top ", "latest "),
    *("other ", "trending", "featured ", "popular ", "recent ", "most ", "editor", "recommended for you"),
    *("like this", "like our", "like what", "enjoy", "love this", "love our", "love what", "want more"),
    *("looking for more", "enter your e", "you can ", "unsubscribe", "by sign", "by subscrib", "by regist"),
    *("by click", "by provid", "by submit", "join ", "thank", "add us", "make us", "that’s ", "that's "),
    *("that is ", "for more ", "for the latest ", "what do you think", "do you agree", "were you there"),
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
