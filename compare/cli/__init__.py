"""The command line: options, messages, exit codes. Nothing else prints or exits."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

# Python looks for unreachable cycles after every 700 new objects. A PDF makes millions that live to the end:
# looking after 50,000 saved 0.24 s of 3.2 s of processor time, with the same peak of memory; after 200,000 a
# short comparison's JSON is done before the first look, which took 0.015 s of 0.36.
_OBJECTS_BETWEEN_COLLECTIONS = 200_000


def command() -> NoReturn:
    """Be the process `sidebyside`: run the command, and end with its exit code whenever a signal comes."""
    from compare.signals import Terminated, answer_to_the_end, ignore_from_now

    code = 130
    try:
        answer_to_the_end()
        code = main()
        ignore_from_now()
        # On its way out Python looks through all that is left, twice: 0.02 s for what the system takes back.
        gc.freeze()
    except KeyboardInterrupt:
        code = 130
    except Terminated as stopped:
        code = stopped.exit_code
    ignore_from_now()
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments given, or those of the process, and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 50)
    # Imported here so that Ctrl-C during these 0.1 s is as quiet as later.
    try:
        from compare.cli.outcome import exit_code_of
        from compare.cli.program import program

        return exit_code_of(program, given)
    except KeyboardInterrupt:
        return 130
    finally:
        gc.set_threshold(*before)
