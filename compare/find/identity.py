"""Names for findings that stay the same from run to run and when the articles are swapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256


class Identities:
    """Hands out ids: a hash of rule and quotations, with a count where the same finding comes again."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, rule: str, quotations: Iterable[str]) -> str:
        """Return the id of a finding of this rule with these quotations, in any order.

        >>> ids = Identities()
        >>> ids.of("rule", ["one", "two"]) == Identities().of("rule", ["two", "one"])
        True
        >>> ids.of("rule", ["two", "one"])[-2:]
        '-2'
        """
        joined = "\0".join((rule, *sorted(quotations)))
        digest = sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        self._seen[digest] += 1
        return digest if self._seen[digest] == 1 else f"{digest}-{self._seen[digest]}"
