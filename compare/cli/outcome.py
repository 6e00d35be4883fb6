"""What a run ends in: its exit code and, where it failed, one line that says why."""

from __future__ import annotations

import errno
import sys

import click

from compare.cli.messages import say, tell
from compare.errors import RenderingError, SideBySideError, UnwritableReportError, UsageError
from compare.signals import Terminated, termination

INTERRUPTED = 130
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ENFILE, errno.EMFILE}


def exit_code_of(program: click.Command, arguments: list[str]) -> int:
    """Run the program and return its exit code; a failure is told on stderr in one line.

    `--debug` anywhere among the arguments adds the traceback, also for a failure while reading them.
    """
    try:
        # Not standalone: click would print a usage block of three lines and exit by itself.
        with termination():
            program.main(arguments, prog_name="sidebyside", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Terminated as stopped:
        return stopped.exit_code
    except SystemExit as stop:
        # click leaves this way when the reader of --help has gone (`| head -1`), and after completions.
        return UnwritableReportError.exit_code if stop.code else 0
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return UsageError.exit_code
    except click.ClickException as error:
        say("error", _usage(error))
        return UsageError.exit_code
    except Exception as error:
        if "--debug" in arguments:
            import traceback

            tell(traceback.format_exc().rstrip())
        if isinstance(error, SideBySideError):
            if str(error):
                say("error", str(error))
            return error.exit_code
        if isinstance(error, OSError) and _no_room(error):
            # Not while writing the report, which has a message of its own: a PDF's fonts, or a help page.
            if sys.stdout is not None:
                silence_stdout()
            say("error", f"cannot go on: {error.strerror}; make room, also for temporary files")
            return UnwritableReportError.exit_code
        say("error", _fault(error))
        return RenderingError.exit_code
    return 0


def _usage(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "sidebyside"
    return f"{message[:1].lower()}{message[1:]} (see {command} --help)"


def _no_room(error: OSError) -> bool:
    # Python itself says that no folder for temporary files can be written by the code of a missing file.
    return error.errno in _NO_ROOM or "temporary" in str(error.strerror)


def _fault(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "there is not enough memory; compare shorter articles"
    kind = type(error).__name__
    return f"a fault in the program ({kind}: {error}); please report it, with what --debug prints"


def silence_stdout() -> None:
    """Point standard output nowhere, so that Python's own flush at the end does not complain again."""
    import os

    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device, not a path)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
