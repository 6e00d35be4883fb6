"""The command line: options, messages, exit codes. Nothing else prints or exits."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments given, or those of the process, and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Imported here so that Ctrl-C during these 0.1 s is as quiet as later.
    try:
        from compare.cli.outcome import exit_code_of
        from compare.cli.program import program
    except KeyboardInterrupt:
        return 130
    return exit_code_of(program, given)
