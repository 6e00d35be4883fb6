"""Help pages with their options in named groups.

cloup 4.0 (BSD) has such groups too; importing it takes 0.08 s, and a whole help page 0.11 s without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import click

DEFAULT_SECTION = "General"
_CODES = {
    0: "the report is written",
    2: "an option, a settings file or a comparison file cannot be used",
    3: "an article cannot be read",
    4: "the report cannot be written",
    5: "rendering failed, or a system library is missing",
    129: "stopped by SIGHUP: its terminal was closed",
    130: "stopped by Ctrl-C",
    143: "stopped by SIGTERM",
}


def exit_codes(changes: Mapping[int, str] | None = None, *, without: Collection[int] = ()) -> str:
    """Return the part of a help page about exit codes; `changes` are what a verb means by some of them."""
    codes = sorted((_CODES | dict(changes or {})).items())
    lines = (f"  {code:<4} {meaning}\n" for code, meaning in codes if code not in without)
    return "Exit codes:\n\n\b\n" + "".join(lines)


class SectionedOption(click.Option):
    """An option that knows its heading on the help page, and whether a settings file may give it."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        section: str = DEFAULT_SECTION,
        from_settings: bool = True,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        self.from_settings = from_settings


class Sectioned(click.Command):
    """A command whose help page lists options under their headings, and prints its epilog unindented."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, a list a heading, in the order in which they were declared."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None and isinstance(param, click.Option):
                sections.setdefault(getattr(param, "section", DEFAULT_SECTION), []).append(record)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the epilog from the left edge; click would indent it as if it were part of a list."""
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(self.epilog.strip())


class SectionedGroup(Sectioned, click.Group):
    """A group of commands with the same kind of help page."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        self.format_commands(ctx, formatter)
        Sectioned.format_options(self, ctx, formatter)


def option(section: str, *names: str, **attributes: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    """Return click's decorator for an option that the help page lists under `section`."""
    return click.option(*names, cls=SectionedOption, section=section, **attributes)
