"""Characters left in a text as HTML writes them (`don&#8217;t`), decoded unless the text is about that."""

from __future__ import annotations

import re

from msgspec import Struct

# Escaped once more, it is "&amp;#8217;". The numbers of quotation marks and dashes may lose their semicolon.
REFERENCE = re.compile(
    r"&(?:amp;){0,3}(?:#(?:82[0-5][0-9](?![0-9;])|[0-9]{2,7};|[xX][0-9A-Fa-f]{2,6};)|([A-Za-z][A-Za-z0-9]{1,30};))"
)
# A text with such a word may show references as well as have them.
ABOUT = re.compile(
    r"\b(?:x?html5?|xml|markup|ampersands?|character (?:entity|entities|references?)"
    r"|escape (?:character|sequence)s?)\b",
    re.IGNORECASE,
)
# So many inside of words are no examples any more.
LEAST_INSIDE = 3
CODE = re.compile("`[^`\n]{1,500}`")
TAG = re.compile("[A-Za-z/!?]")
FRONT = re.compile(r"\s{0,100}?---[ \t]*\n(?:(?!---)[^\n]*\n)*")


class Decoding(Struct, frozen=True, kw_only=True):
    """The text, how many references were decoded, and one of them with its character."""

    text: str
    places: int = 0
    example: tuple[str, str] = ("", "")


def decoded(text: str) -> Decoding:
    """Return the text with references of HTML as characters, each that is sure to be none of its subjects.

    >>> decoded("The mayor&#8217;s office at Marks &amp;amp; Ellis").text
    'The mayor’s office at Marks & Ellis'
    >>> decoded("In HTML, &amp;rsquo; is an apostrophe.").places
    0
    """
    found = list(REFERENCE.finditer(text)) if "&" in text else []
    if not found:
        return Decoding(text=text)
    about = ABOUT.search(text) is not None
    often = sum(_inside(text, match) for match in found) >= LEAST_INSIDE
    code = {at for span in CODE.finditer(text) for at in range(*span.span())}
    front = FRONT.match(text)
    head = front.end() if front else 0
    pieces: list[str] = []
    example = ("", "")
    at = 0
    for match in found:
        char = _character(match)
        kept = (
            not char
            or match.start() in code
            or (char.isascii() and match.start() < head)
            or (about and not _inside(text, match) and (not often or _apart(text, match)))
            or (char == "<" and TAG.match(text, match.end()) is not None)
        )
        if not kept:
            pieces += [text[at : match.start()], char]
            at = match.end()
            example = example if example[0] else (match[0], char)
    return Decoding(text="".join([*pieces, text[at:]]), places=len(pieces) // 2, example=example)


def _character(match: re.Match[str]) -> str:
    """Return the character that is meant, nothing where there is none that a text may have."""
    # The table of 2,231 names, for the few texts that have one.
    from html import unescape
    from html.entities import html5

    if match[1] and match[1] not in html5:
        return ""
    bare = match[0].replace("&amp;", "&").replace("amp;", "") if match[1] != "amp;" else "&amp;"
    char = unescape(bare)
    return (
        char
        if (char.isprintable() and char != "\ufffd") or char in "\xa0\xad\u2009\u200b\u200d\u2002\u2003"
        else ""
    )


def _inside(text: str, match: re.Match[str]) -> bool:
    """Return whether it stands between two letters or figures."""
    return text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum()


def _apart(text: str, match: re.Match[str]) -> bool:
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return all(not char.strip() for char in around)
