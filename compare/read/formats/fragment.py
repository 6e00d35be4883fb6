"""Whether bytes are a piece of a web page, without an <html> or <body>: begun by a tag, made of elements.

A plain text may begin with a tag or hold some, and Markdown may hold whole elements: there most of the
words stand outside of them.
"""

from __future__ import annotations

import re

# Elements that hold a line or more of text; a piece needs two of these, whatever it begins with.
BLOCKS = frozenset(
    b"p div article section main header h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption aside table"
    b" tr td address footer nav center dl dt dd".split()
)
BEGINNINGS = BLOCKS | frozenset(
    b"""span a b i em strong time img font script style link meta title noscript iframe picture small br
    hr""".split()
)
CODE = frozenset(b"script style noscript title".split())
TAG = re.compile(rb"<(/?)([a-z][a-z0-9]{0,11})(?:[\s/][^<>]{0,2000})?>", re.IGNORECASE)
COMMENT = re.compile(rb"<!--[^>]{0,1000}+>")
BREAKS = re.compile(rb"<br ?/?>\s{0,20}<br ?/?>", re.IGNORECASE)
BLANK = re.compile(rb"\n[ \t\r]*\n")
SPACE = b" \t\r\n\xef\xbb\xbf"
# Saved pieces are looked at so far; a tag of theirs may carry a picture's data.
LENGTH = 32 * 1024
# The share of the words that may stand outside of any element: line breaks, a name, a date.
MOST_OUTSIDE = 0.2
FEWEST_BLOCKS, FEWEST_BREAKS = 2, 2


def is_fragment(data: bytes) -> bool:
    r"""Return whether the bytes are a piece of a page.

    >>> is_fragment(b"<p>The bridge fell.</p>\n<p>Nobody was hurt.</p>")
    True
    >>> is_fragment(b"<b>Note:</b> the council met on Monday, and <i>nobody</i> came.")
    False
    """
    head = data[:LENGTH].lstrip(SPACE)
    if not head.startswith(b"<"):
        # A piece cut out behind its first tag: nothing but tags parts its paragraphs.
        if BLANK.search(head.rstrip()):
            return False
        cut = head.lower().partition(b"</p>")
        return len(BREAKS.findall(head)) >= FEWEST_BREAKS or (b"<" not in cut[0] and b"<p>" in cut[2])
    head = COMMENT.sub(b"", head).lstrip(SPACE)
    first = TAG.match(head)
    if not first or first[1] or first[2].lower() not in BEGINNINGS:
        return False
    return _is_made_of_elements(head)


def _is_made_of_elements(head: bytes) -> bool:
    inside = outside = blocks = breaks = depth = at = 0
    code = b""
    for tag in TAG.finditer(head):
        closing, name = tag[1], tag[2].lower()
        words = 0 if code else len(b"".join(head[at : tag.start()].split()))
        inside, outside = (inside + words, outside) if depth else (inside, outside + words)
        at = tag.end()
        if name in CODE:
            code = b"" if closing else name
        elif name == b"br":
            breaks += 1
        elif name in BLOCKS or name == b"span":
            blocks += name in BLOCKS
            # <p> closes the one before: what counts is whether any element is open.
            depth = max(0, depth - 1) if closing else (1 if name == b"p" and depth else depth + 1)
    rest = len(b"".join(head[at:].split()))
    inside, outside = (inside + rest, outside) if depth else (inside, outside + rest)
    if blocks < FEWEST_BLOCKS:
        # A story of lines with breaks between them stands in no block.
        return breaks >= FEWEST_BREAKS
    return outside <= MOST_OUTSIDE * (inside + outside)
