"""Why an address is not read, before it is known which one the user gave."""

from __future__ import annotations

from compare.errors import UnreadableArticleError

SAVE = "save the page in a browser and name that file"


class RefusalError(Exception):
    """A reason and what to do about it; the line for the user adds the address."""

    def __init__(self, why: str, advice: str = SAVE) -> None:
        super().__init__(why, advice)
        self.why = why
        self.advice = advice

    def about(self, place: str) -> UnreadableArticleError:
        """Return the error to raise on the address that the user gave."""
        return UnreadableArticleError(f"cannot read {place}: {self.why}; {self.advice}")
