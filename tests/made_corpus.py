"""Made articles for the tests of corpora: short, of invented places, most alone, some with others."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_SYLLABLES = "ka lo mi ren sta vor del tun shi bra nel qui dor fas gil hem jor pel".split()
_OUTLETS = ("The Marle Courier", "Quill & Post", "Northern Wire", "Evening Ledger")
_FIRST = datetime.date(2024, 3, 1)
_BRIDGE = (
    (
        "The old bridge at {a} was closed on Tuesday after the {b} rose by {n} metres.",
        "After the {b} had risen {n} metres, the old bridge at {a} was closed on Tuesday.",
    ),
    (
        "{m} families left their homes in {a}, mayor {c} {d} said.",
        "Mayor {c} {d} said that {m} families in {a} had left their homes.",
    ),
    (
        "“We will rebuild the {e} embankment before winter,” {d} told reporters.",
        "“We will rebuild the {e} embankment before winter,” said {d}.",
    ),
    (
        "A school in {f} served as a shelter for the night.",
        "Engineers from {f} are to inspect the pillars of the mill.",
        "Insurers at {f} expect claims of {n} million crowns.",
        "Farmers around {f} had asked for higher dykes for years.",
    ),
)
_TRIAL = (
    (
        "A judge in {a} acquitted the merchant {b} {c} of smuggling {n} paintings.",
        "The merchant {b} {c} was acquitted by a judge in {a} of having smuggled {n} paintings.",
    ),
    (
        "Prosecutors had asked for {m} months in the prison of {d}.",
        "In the prison of {d} he would have spent {m} months, had prosecutors had their way.",
    ),
    (
        "“The {e} gallery never owned a single canvas,” {c} told the jury.",
        "“The {e} gallery never owned a single canvas,” said {c}.",
    ),
    (
        "His lawyer left through a side door towards {f}.",
        "A dealer of {f} is still wanted.",
        "The customs office of {f} gave no comment.",
        "An appeal has to be lodged at {f} within a fortnight.",
    ),
)
_TITLES = ("Bridge at {a} closed as {b} rises", "{b} {c} acquitted in {a}")


# How many articles tell an event, one event after the other.
_TELL = (1, 1, 1, 2, 1, 1, 3, 1, 1, 1)


def articles(number: int, *, seed: int = 5) -> list[dict[str, Any]]:
    """Return about so many articles as lines of a table would have them."""
    draw = random.Random(seed)  # noqa: S311 (the same articles each time)
    found: list[dict[str, Any]] = []
    event = 0
    while len(found) < number:
        day = _FIRST + datetime.timedelta(days=event // 3)
        many = _TELL[event % len(_TELL)]
        texts = _one_event(draw, many, trial=event % 2) if many > 1 else [_alone(draw)]
        for at, (title, text) in enumerate(texts):
            found.append(
                {
                    "id": f"e{event}-{at}",
                    "date": (day + datetime.timedelta(days=at // 2)).isoformat(),
                    "outlet": _OUTLETS[(event + at) % len(_OUTLETS)],
                    "title": title,
                    "text": text,
                }
            )
        event += 1
    return found


def _one_event(draw: random.Random, many: int, *, trial: int) -> list[tuple[str, str]]:
    words = {key: _word(draw).capitalize() for key in "abcdef"}
    figures = {"n": draw.randrange(2, 90), "m": draw.randrange(100, 900)}
    found = []
    *both, more = (_BRIDGE, _TRIAL)[trial]
    for at in range(many):
        told = [each[at % 2] for each in both]
        own = draw.sample(more, 2)
        text = " ".join([*told, *own] if at else [*told[:2], own[0], told[2]])
        title = _TITLES[trial].format(**words)
        found.append((title, text.format(**words, **figures)))
    return found


def _alone(draw: random.Random) -> tuple[str, str]:
    """Return an article that has no word of weight in common with another."""
    said = [
        f"The {_word(draw)} of {_word(draw).capitalize()} {_word(draw)} with a {_word(draw)}." for _ in "abc"
    ]
    return f"{_word(draw).capitalize()} {_word(draw)}", " ".join(said)


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=3))


def write_lines(file: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write a table as lines of JSON."""
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file
