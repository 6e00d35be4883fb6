"""Letters that a program lost (U+FFFD): what stood there is guessed for reading only, and never printed."""

from __future__ import annotations

import re

LOST = "\ufffd"
# Of what news has beyond ASCII, by far the most are apostrophes inside words, quotation marks at their edges
# and dashes between them.
_OPENING = re.compile(f"(?<![^\\s([—–-]){LOST}(?=\\w)")
_CLOSING = re.compile(f"[“”\n]|(?<=[\\w.,!?…%)]){LOST}(?!\\w)")
_INSIDE = re.compile(f"(?<=\\w){LOST}(?=\\w)")
_APART = re.compile(f"(?<=\\s){LOST}(?=\\s)")
_WORD = re.compile(f"[\\w{LOST}]+")


def legible(text: str) -> str:
    r"""Return the text, as long as it was, with the signs that most likely were where letters are lost.

    It serves to find sentences, speakers and words that meet. No difference may rest on such a guess.

    >>> legible("\ufffdWe don\ufffdt know,\ufffd he said")
    '“We don’t know,” he said'
    """
    if LOST not in text:
        return text
    for pattern, sign in ((_INSIDE, "’"), (_OPENING, "“"), (_APART, "–")):
        text = pattern.sub(sign, text)
    inside = False

    def closed(match: re.Match[str]) -> str:
        nonlocal inside
        # Without a quotation to close, it was the last letter of a word ("café").
        char = match[0] if match[0] != LOST or not inside else "”"
        inside = char == "“"
        return char

    return _CLOSING.sub(closed, text)


def guesses(text: str) -> dict[str, str]:
    r"""Return each word in which a letter was guessed, and the word as it stands.

    >>> guesses("Ann O\ufffdHara said")
    {'O’Hara': 'O\ufffdHara'}
    """
    if LOST not in text:
        return {}
    words = {
        _INSIDE.sub("’", word).strip(LOST): word.strip(LOST) for word in _WORD.findall(text) if LOST in word
    }
    return {guess: word for guess, word in words.items() if guess != word}
