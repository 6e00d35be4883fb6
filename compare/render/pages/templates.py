"""Templates of ours, and a user's own in place of them: filled without a way out of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import SideBySideError, UsageError
from compare.files import data_folder
from compare.quote import printable
from compare.render.layout import Layout, Paper

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

FOLDER = "report_templates"
OWN_SHEET = "own.css"
# A report of two articles of 10,000 sentences has 40 MB of HTML; a template that loops is stopped.
_MOST_CHARACTERS = 60_000_000
_LONGEST_RANGE = 1_000
# Seconds of processor time; a report of two articles of 10,000 sentences takes about 8.
_MOST_SECONDS = 30
_ADVICE = "see docs/templates.md"
SIZES = {Paper.A4: "A4", Paper.LETTER: "letter"}
"""The style sheets' names of papers."""
SIDES = ("a", "b", "c", "d", "e")
"""Classes of the style sheets, a text each; the fifth is for all further ones."""


def paged(name: str, layout: Layout, *, sheets: Sequence[str], **values: object) -> str:
    """Return the HTML of an edition that is printed: its template with the values, its style sheets inside.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    return filled(
        name,
        own=layout.template,
        size=SIZES[layout.paper],
        large=layout.large_print,
        style=style("fonts.css", *sheets, own=layout.template),
        **values,
    )


def filled(name: str, *, own: Path | None = None, **values: object) -> str:
    """Return a template of that name with the values in it, everything escaped that is not ours.

    `own` is a user's folder: templates there come first, run in Jinja2's sandbox, and may be no longer
    than a limit.

    Raises:
        UsageError: if a template of the user's cannot be used.
    """
    if own is None:
        return _environment(None).get_template(name).render(values, sides=SIDES)
    with template_faults(own / name), _timed(own / name):
        pieces, length = [], 0
        for piece in _environment(own).get_template(name).generate(values, sides=SIDES):
            length += len(piece)
            if length > _MOST_CHARACTERS:
                raise UsageError(
                    f"the template {own / name} makes more than {_MOST_CHARACTERS:,} characters; shorten it"
                )
            pieces.append(piece)
        return "".join(pieces)


@contextmanager
def template_faults(place: Path) -> Iterator[None]:
    """Tell whatever goes wrong inside as the fault of a user's template or style sheet at that place.

    An expression of theirs can raise anything, as can WeasyPrint where it sets their pages.

    Raises:
        UsageError: if the template cannot be used.
    """
    try:
        yield
    except SideBySideError:
        raise
    except Exception as error:
        from jinja2 import TemplateSyntaxError

        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UsageError(f"cannot use the template {place}{line}: {reason}; {_ADVICE}") from error


class _TooSlow(BaseException):
    """Not an Exception: Jinja takes those for a constant that it cannot work out yet, and goes on."""


@contextmanager
def _timed(place: Path) -> Iterator[None]:
    """Stop a template whose loops do not end; its own processor time counts, not how busy the machine is.

    Only the main thread of a POSIX system has such a clock; elsewhere nothing is stopped.
    """
    import signal
    import threading

    ours = threading.current_thread() is threading.main_thread()
    if not ours or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    # And again: an exception inside of a callback, such as one of the collector, is lost.
    signal.setitimer(signal.ITIMER_VIRTUAL, _MOST_SECONDS, 1)
    try:
        yield
    except _TooSlow:
        raise UsageError(
            f"the template {place} takes more than {_MOST_SECONDS} seconds; shorten its loops"
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def style(*names: str, own: Path | None = None) -> Markup:
    """Return style sheets as one text that goes into a page as it stands, a user's before ours of one name.

    A user's `own.css` comes after all of them, in every edition.

    Raises:
        UsageError: if a style sheet of the user's cannot be read.
    """
    from markupsafe import Markup

    ours = data_folder(FOLDER)
    sheets = []
    added = (OWN_SHEET,) if own and (own / OWN_SHEET).exists() else ()
    for name in (*names, *added):
        theirs = own / name if own else None
        try:
            file = theirs if theirs and theirs.is_file() else ours / name
            sheets.append(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"cannot read the style sheet {theirs}: {error}; {_ADVICE}") from error
    # Jinja escapes what stands in <style> too, and an escaped quotation mark loses every font.
    return Markup("\n".join(sheets))  # noqa: S704 (style sheets, never an article's text)


@lru_cache(maxsize=2)
def _environment(own: Path | None) -> Environment:
    """Return the environment of the templates; compiling them takes half the time of a page of HTML."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    def finalize(value: object) -> object:
        return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    ours = FileSystemLoader(data_folder(FOLDER))
    kind = Environment if own is None else ImmutableSandboxedEnvironment
    environment = kind(
        loader=ours if own is None else ChoiceLoader([FileSystemLoader(own), ours]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    if own is not None:
        # Words by the thousand, and numbers by the million, are no part of a report.
        del environment.globals["lipsum"]
        environment.globals["range"] = _counted
    return environment


def _counted(*bounds: int) -> range:
    """Return a short range: the sandbox's own, of 100,000, one inside another would run for hours."""
    numbers = range(*bounds)
    if len(numbers) > _LONGEST_RANGE:
        raise ValueError(f"a range may have {_LONGEST_RANGE:,} members, not {len(numbers):,}")
    return numbers
