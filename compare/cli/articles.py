"""The articles named on the command line, their letters and what was said of each, and lists of wordings."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING

from compare.cli.destination import same_file
from compare.cli.messages import say
from compare.cli.values import ForArticle
from compare.errors import UsageError
from compare.files import read_named

if TYPE_CHECKING:
    from compare.limits import Limits
    from compare.model import Article, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Files and addresses by letter, checked but not yet read, and what was said of them."""

    files: Mapping[str, str]
    outlets: Mapping[str, str]
    encodings: Mapping[str, str]
    allow_addresses: bool

    @classmethod
    def of(
        cls,
        files: Sequence[str],
        *,
        outlets: Sequence[ForArticle],
        encodings: Sequence[ForArticle],
        allow_addresses: bool,
    ) -> Named:
        """Return the files and addresses by letter.

        Raises:
            UsageError: if there are too few or too many, one stands twice, a letter has no article, or one is
                an address and these are not allowed.
            UnreadableArticleError: if no page is fetched from such an address.
        """
        _refuse_addresses(files, allow_addresses=allow_addresses)
        labels = _labels(files)
        return cls(
            files=dict(zip(labels, files, strict=True)),
            outlets=by_label(outlets, labels, "--outlet"),
            encodings=by_label(encodings, labels, "--encoding"),
            allow_addresses=allow_addresses,
        )

    def read(
        self, *, language: str | None, limits: Limits, verbose: bool
    ) -> tuple[list[Article], list[Note]]:
        """Return the articles in their order, and what reading them had to say.

        Raises:
            UnreadableArticleError: if one cannot be read, or all together are too long.
        """
        from compare.limits import hold_together
        from compare.read import read_article

        articles: list[Article] = []
        notes: list[Note] = []
        for label, source in self.files.items():
            article, remarks = read_article(
                source,
                label=label,
                encoding=self.encodings.get(label),
                outlet=self.outlets.get(label),
                language=language,
                allow_addresses=self.allow_addresses,
                limits=limits,
            )
            articles.append(article)
            notes.extend(remarks)
            if verbose:
                sentences = len(article.sentences)
                say(
                    "read",
                    f"{label}: {article.origin.name}, {sentences} sentences, {article.origin.encoding}",
                )
        hold_together(limits, [len(article.sentences) for article in articles])
        return articles, notes


def _refuse_addresses(files: Sequence[str], *, allow_addresses: bool) -> None:
    """Refuse what cannot be fetched before anything is read; without an address nothing is loaded for it."""
    for file in files:
        if "://" in file:
            from compare.read import address_refused
            from compare.read.address import is_address
            from compare.read.address.link import address

            if is_address(file) and not allow_addresses:
                raise address_refused(file)
            if is_address(file):
                address(file)


def _labels(articles: Sequence[str]) -> tuple[str, ...]:
    if len(articles) < 2:
        raise UsageError(f"{articles[0]} alone cannot be compared; name a second article")
    if "" in articles:
        raise UsageError("the name of an article is empty; name a file")
    if len(articles) > len(ascii_uppercase):
        raise UsageError(f"{len(articles)} articles are too many; name at most {len(ascii_uppercase)}")
    if articles.count("-") > 1:
        raise UsageError("standard input (-) can be one article only; save the other in a file")
    if "-" in articles and sys.stdin is None:
        raise UsageError("standard input (-) is closed; name a file")
    for one, other in combinations((a for a in articles if a != "-"), 2):
        if one == other and "://" in one:
            raise UsageError("the same address stands there twice; name two articles")
        if one == other or same_file(Path(one), Path(other)):
            raise UsageError(f"{one} and {other} are the same file; name two articles")
    return tuple(ascii_uppercase[: len(articles)])


def by_label(values: Sequence[ForArticle], labels: Sequence[str], name: str) -> dict[str, str]:
    """Return the value for each label that has one; the later of two wins, one for all yields to one for A.

    Raises:
        UsageError: if there is no article of a label.
    """
    for each in values:
        if each.label is not None and each.label not in labels:
            raise UsageError(
                f"{name} {each.label}={each.value}: there is no article {each.label}; "
                f"the articles are {', '.join(labels)}"
            )
    general = {label: each.value for each in values if each.label is None for label in labels}
    return general | {each.label: each.value for each in values if each.label is not None}


# ------------------------------------------------------------------------------------------------- word lists
# A user's own list of wordings, named on the command line.

# Ours have 10 to 40 kB.
_MOST_BYTES = 1_000_000


def word_lists(file: Path | None) -> tuple[tuple[str, str], ...]:
    """Return the file's name and text, nothing where none is named.

    Raises:
        UsageError: if the file cannot be read as text.
    """
    if file is None:
        return ()
    # A name that is no UTF-8 could not be written into a report.
    name = file.name.encode("utf-8", "backslashreplace").decode()
    try:
        return ((name, read_named(file, most_bytes=_MOST_BYTES).decode("utf-8-sig")),)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise UsageError(f"cannot read the word list {file}: {reason}; check its name") from error
