"""The words of a sentence with each figure and date as one of them, under keys by which two texts meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.text.senses import base_form
from compare.text.values import Amount, Moment, Token, Values
from compare.text.words import FUNCTION_WORDS


class Item(Struct, frozen=True, kw_only=True):
    """A word or a value of a passage, under the key by which it meets its like in the other."""

    key: str
    start: int
    end: int
    surface: str
    content: bool
    name: bool
    value: Amount | Moment | None = None


def items(found: Values) -> Iterator[Item]:
    """Yield the words and values of a sentence in order, marks left out."""
    held: dict[int, Amount | Moment] = {amount.first: amount for amount in found.amounts}
    held.update((moment.first, moment) for moment in found.moments)
    at = 0
    while at < len(found.tokens):
        value = held.get(at)
        token = found.tokens[at]
        if value is not None:
            yield Item(
                key=_value_key(value),
                start=value.start,
                end=value.end,
                surface="",
                content=False,
                name=False,
                value=value,
            )
            at = value.stop
            continue
        if token.word or token.figure:
            yield _word(found.tokens, at)
        at += 1


def _value_key(value: Amount | Moment) -> str:
    if isinstance(value, Moment):
        return "#clock" if value.clock else "#date"
    return f"#{value.kind.value} {value.unit}"


def _word(found: Sequence[Token], at: int) -> Item:
    token = found[at]
    bare = token.lower.removesuffix("'s").replace(".", "") or token.lower
    opening = at == 0 or (at > 0 and not found[at - 1].word and found[at - 1].text in "\"“'‘(.:?!")
    capital = token.text[0].isupper()
    content = bare not in FUNCTION_WORDS or (capital and len(token.text) > 1 and token.text.isupper())
    return Item(
        key=base_form(bare) if content else bare,
        start=token.start,
        end=token.end,
        surface=token.text,
        content=content,
        name=capital and content and not opening,
    )
