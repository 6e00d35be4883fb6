"""The command `sidebyside` and its verbs."""

from __future__ import annotations

from pathlib import Path

import click

from compare.cli.help_page import SectionedGroup, exit_codes, option
from compare.cli.verbs.batch import batch
from compare.cli.verbs.check import check
from compare.cli.verbs.compare import compare
from compare.cli.verbs.corpus import corpus
from compare.cli.verbs.render import render
from compare.cli.verbs.words import words

EPILOG = f"""
{exit_codes({1: "check found what --fail-on asks for", 6: "part of a batch failed"})}
Examples:

\b
  sidebyside compare courier.txt herald.txt -o report.pdf
  sidebyside compare courier.txt herald.txt
  sidebyside check draft.txt agency.txt --fail-on error
  sidebyside batch pairs.csv -o reports/
  sidebyside render comparison.json -o report.pdf --paper letter
"""


class Program(SectionedGroup):
    """The group of verbs, with a hint for those who leave the verb out."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb named by the first argument, as click does."""
        if args[0] not in self.commands and (args[0] == "-" or _is_file(args[0])):
            raise click.UsageError(f"say what to do with {args[0]}: sidebyside compare {' '.join(args)}", ctx)
        return super().resolve_command(ctx, args)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a name too long for any file
        return False


def _version(ctx: click.Context, _param: click.Parameter, *, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"sidebyside {version('sidebyside')}")
        ctx.exit()


@click.group(cls=Program, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@option(
    "General",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    help="Print the version.",
    callback=lambda ctx, param, value: _version(ctx, param, value=value),
)
def program() -> None:
    """Lay two news articles about one event side by side.

    The report shows, with quotations, what both say and what only one of them says.
    """


program.add_command(batch)
program.add_command(check)
program.add_command(compare)
program.add_command(corpus)
program.add_command(render)
program.add_command(words)
