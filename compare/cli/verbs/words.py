"""`sidebyside words`: the lists of wordings in use, with their sources."""

from __future__ import annotations

from pathlib import Path

import click

from compare.cli.articles import word_lists
from compare.cli.destination import Destination, write
from compare.cli.help_page import Sectioned, exit_codes
from compare.cli.messages import one_line
from compare.cli.options import with_options, words_option

EPILOG = f"""
One wording a line: family, concept, wording, wordings to consider, why it is listed and by whose advice,
parted by tabs.

{exit_codes()}
Examples:

\b
  sidebyside words | grep hedge
  sidebyside words --words ours.toml
"""


@click.command(cls=Sectioned, epilog=EPILOG)
@with_options(words_option)
def words(*, words: Path | None) -> None:
    """Print the lists of wordings in use, with their sources."""
    from compare.text.wordlists import wordlists

    rows = (
        (e.family, e.concept, e.term, ", ".join(e.instead), e.why, e.source)
        for e in wordlists(*word_lists(words))
    )
    # A user's own list may hold tabs, line ends and what a terminal obeys.
    data = "".join("\t".join(map(one_line, row)) + "\n" for row in rows).encode()
    write(data, Destination(path=None, format="text"), inputs=())
