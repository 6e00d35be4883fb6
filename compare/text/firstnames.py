"""Which sex a first name tells of, as far as it nearly always tells one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def sex_of(first_name: str) -> str | None:
    """Return "f" or "m" for a first name that is nearly always a woman's or a man's, None for any other.

    >>> sex_of("Hanna"), sex_of("Peter"), sex_of("Robin")
    ('f', 'm', None)
    """
    return _names().get(first_name.casefold())


@cache
def _names() -> Mapping[str, str]:
    lines = files("compare.text.en").joinpath("firstnames.txt").read_text("ascii").splitlines()
    found: dict[str, str] = {}
    sex = ""
    for line in lines:
        if line in ("f", "m"):
            sex = line
        elif not line.startswith("#"):
            found |= dict.fromkeys(line.split(), sex)
    return found
