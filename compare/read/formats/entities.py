"""Characters that a site's programs escaped twice: `&amp;#8217;` shows as `&#8217;` and was meant as `’`."""

from __future__ import annotations

import html
import re

_SIGN = (
    r"&(?:amp;)?(?:#8\d{3}|#(?:1[6-9]\d|2[0-4]\d|25[0-5])|#x(?:20[12][0-9a-f]|20ac|a0|[c-f][0-9a-f])"
    r"|[lr][sd]quo|[nm]dash|hellip|pound|euro|[a-z]{1,2}(?:acute|grave|circ|uml|cedil|tilde|ring|slash));"
)
_PLAIN = r"&(?:amp;)?(?:#0?3[489]|#x2[267]|nbsp|quot|apos);"
# Signs of typesetting and letters: no page but one about HTML shows their names, and it sets them in <code>.
# What a keyboard has is decoded beside a letter only, and `&lt;` and `&gt;` never: they may be meant.
TWICE = re.compile(rf"{_SIGN}|(?<=\w){_PLAIN}|{_PLAIN}(?=[\w&])|(?<=[.,!?;]){_PLAIN}", re.IGNORECASE)
# An ampersand within a name, as in "R&amp;D" or "Marle &amp; Sons".
AMPERSAND = re.compile(r"(?<=\w)(?: &amp; (?=[A-Z])|&amp;(?=\w))")


def once(text: str) -> str:
    """Return the text with what was surely escaped twice as it was meant.

    >>> once("It&#8217;s Roe &amp; Sons, not &lt;b&gt;")
    'It’s Roe & Sons, not &lt;b&gt;'
    """
    if "&" not in text:
        return text
    named = TWICE.sub(lambda match: html.unescape(html.unescape(match[0])), text)
    return AMPERSAND.sub(lambda match: match[0].replace("&amp;", "&"), named)
