"""Tables as blocks, one cell below the other: what large print has in place of columns."""

from __future__ import annotations

import re

# Attribute values are escaped: no ">" stands in one.
_NOTHING = re.compile(r"</?col(?:group)?\b[^<>]*>|<t[dh](?: [^<>]*)?></t[dh]>")
_TAG = re.compile(r"<(/?)(table|thead|tbody|tr|td|th)\b([^<>]*)>")
_SPOKEN_OF_TABLES = re.compile(r' (?:scope|colspan|rowspan)="[^"]*"')


def stacked(markup: str) -> str:
    """Return a page of ours with every table as `div`s, their old tag as a class: `s-table`, `s-td`.

    A style sheet alone cannot do it: a `table` that is displayed as blocks is still tagged as a table in the
    PDF, and as a broken one.

    >>> stacked('<table class="list"><tr><th scope="row">S1</th><td></td></tr></table>')
    '<div class="s-table list"><div class="s-tr"><div class="s-th">S1</div></div></div>'
    """
    return _TAG.sub(_block, _NOTHING.sub("", markup))


def _block(tag: re.Match[str]) -> str:
    closing, name, rest = tag.groups()
    if closing:
        return "</div>"
    kept = _SPOKEN_OF_TABLES.sub("", rest)
    if 'class="' in kept:
        named = kept.replace('class="', f'class="s-{name} ', 1)
        return f"<div{named}>"
    return f'<div class="s-{name}"{kept}>'
