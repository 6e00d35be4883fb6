"""The options that several verbs share, and the settings file that gives their defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from compare.cli.help_page import option
from compare.cli.values import Encoding, IsoDate, Language, Name, Outlet
from compare.errors import UsageError
from compare.files import read_named, tables_of
from compare.limits import DEFAULT, Limits
from compare.render.documents import SUFFIXES
from compare.render.layout import PDF_VARIANTS, Edition, Layout, Level, Paper

# ---------------------------------------------------------------------------------------------- settings file
# TOML whose keys are the long options, which the command line overrides.

_MOST_BYTES = 1_000_000

# The long options that may stand in a file, for all verbs: one file serves them all.
KEYS = (
    "format",
    "for",
    "paper",
    "large-print",
    "full-texts",
    "pairs",
    "long",
    "level",
    "pdf-variant",
    "template",
    "title",
    "date",
    "outlet",
    "encoding",
    "language",
    "words",
    "fail-on",
    "exit-code",
    "baseline",
    "jobs",
    "resume",
    "fail-fast",
    "timeout",
)


def use_settings_file(ctx: click.Context, _param: click.Parameter, path: Path | None) -> None:
    """Make a settings file's values the defaults of the command's other options (a click callback).

    Raises:
        UsageError: if the file cannot be read, is no TOML, or holds an unknown key or a wrong value.
    """
    if path is None or ctx.resilient_parsing:
        return
    options = {
        spelled.removeprefix("--"): param
        for param in ctx.command.params
        if getattr(param, "from_settings", True)
        for spelled in param.opts
    }
    defaults: dict[str, Any] = {}
    for key, value in _read(path).items():
        if key not in KEYS:
            raise UsageError(f"{path}: there is no setting {key!r}{_hint(key)}")
        if key in options and options[key].name:
            converted = _converted(options[key], value, place=f"{path}: {key}", ctx=ctx)
            defaults[str(options[key].name)] = converted
    ctx.default_map = {**(ctx.default_map or {}), **defaults}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tables_of(read_named(path, most_bytes=_MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot use the settings file {path}: {reason}") from error


def _converted(option: click.Parameter, value: object, *, place: str, ctx: click.Context) -> Any:  # noqa: ANN401
    flag = bool(getattr(option, "is_flag", False))
    number = isinstance(option.type, click.IntRange)
    if option.multiple and isinstance(value, dict) and all(isinstance(name, str) for name in value.values()):
        given: object = [f"{label}={name}" for label, name in value.items()]
    elif option.multiple and isinstance(value, str):
        given = [value]
    elif isinstance(value, date) and isinstance(option.type, IsoDate):
        given = value.isoformat()
    elif isinstance(value, bool) == flag and isinstance(value, bool | (int if number else str)):
        given = value
    else:
        needed = (
            "true or false"
            if flag
            else 'a table such as {A = "..."}'
            if option.multiple
            else "a whole number"
            if number
            else "a text in quotes"
        )
        raise UsageError(f"{place} must be {needed}")
    try:
        return option.type_cast_value(ctx, given)
    except click.BadParameter as error:
        raise UsageError(f"{place}: {error.message.rstrip('.')}") from error
    except ValueError as error:
        # A command line cannot hold one; in a file it can be the name of another file.
        raise UsageError(f"{place} holds a null character; take it out") from error


def _hint(key: str, known: Iterable[str] = KEYS) -> str:
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"; did you mean {nearest[0]!r}?" if nearest else f"; there are {', '.join(known)}"


# ------------------------------------------------------------------------------------------------ the options

Command = TypeVar("Command", bound=Callable[..., Any])

_REPORT = "The report"
_PAGES = "Its pages"
_WORDING = "What it says"
READING = "Reading the articles"
_LIMITS = "Limits"
_GENERAL = "General"


def outlet_option(section: str = _WORDING) -> Callable[[Any], Any]:
    """Return the decorator for `--outlet`, listed under `section`."""
    return option(
        section,
        "--outlet",
        type=Outlet(),
        multiple=True,
        metavar="A=NAME",
        help="Name the outlet of an article, whatever its file says; may be repeated.",
    )


def date_option(printed: str = "the report") -> Callable[[Any], Any]:
    """Return the decorator for `--date`, the day of what is printed."""
    return option(
        _WORDING,
        "--date",
        type=IsoDate(),
        metavar="YYYY-MM-DD",
        help=f"Date printed on {printed}.  [default: that of SOURCE_DATE_EPOCH if it is set, else none]",
    )


def debug_option(*, expose: bool = False) -> Callable[[Any], Any]:
    """Return the decorator for `--debug`, which a verb sees only where it is exposed."""
    return option(
        _GENERAL,
        "--debug",
        is_flag=True,
        expose_value=expose,
        help="Print a traceback when something fails.",
    )


_ENDINGS = ", ".join(SUFFIXES.values())
edition_option = option(
    _REPORT,
    "--for",
    "edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.READER.value,
    show_default=True,
    help="Whom it is for: a reader's report; or, as a PDF or Word file, a classroom handout with a key "
    "beside it, or an editor's memo on the first article, the draft.",
)
report_options = (
    option(
        _REPORT, "-o", "--output", metavar="FILE", help="Where to write; - is standard output, the default."
    ),
    option(
        _REPORT,
        "--format",
        type=click.Choice(tuple(SUFFIXES)),
        help=f"What to write.  [default: by the ending of -o ({_ENDINGS}), else text]",
    ),
    edition_option,
)
layout_options = (
    option(
        _PAGES,
        "--paper",
        type=click.Choice([paper.value for paper in Paper]),
        default=Paper.A4.value,
        show_default=True,
        help="Paper of a PDF or Word file.",
    ),
    option(
        _PAGES,
        "--large-print",
        is_flag=True,
        help="Set texts in 16 points or more, labels in 14, page heads in 13; a pair is stacked.",
    ),
    option(
        _PAGES,
        "--full-texts/--no-full-texts",
        default=True,
        show_default=True,
        help="Append both texts, their sentences numbered, to a reader's report.",
    ),
    option(
        _PAGES,
        "--pairs",
        is_flag=True,
        help="Of three and more: what two of them each share, too, in the PDF and in tables.",
    ),
    option(
        _PAGES,
        "--long",
        is_flag=True,
        help="Of a table (csv): a row for each text of a finding, not two columns a text.",
    ),
    option(
        _PAGES,
        "--level",
        type=click.Choice([level.value for level in Level]),
        default=Level.CORE.value,
        show_default=True,
        help="How much help a handout gives: a word bank and first words, none, or not even hints.",
    ),
    option(
        _PAGES,
        "--pdf-variant",
        type=click.Choice(PDF_VARIANTS),
        default=PDF_VARIANTS[0],
        show_default=True,
        help="The standard that a PDF is to meet.",
    ),
    option(
        _PAGES,
        "--template",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="FOLDER",
        help="Templates and style sheets of your own; what the folder lacks is taken from ours.",
    ),
)
wording_options = (
    option(
        _WORDING,
        "--title",
        type=Name(),
        metavar="TEXT",
        help="Title of the report.  [default: made from the outlets]",
    ),
    date_option(),
    outlet_option(),
)
words_option = option(
    _WORDING,
    "--words",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A list of wordings that adds to the shipped ones, or takes their place (replace = true).",
)
reading_options = (
    option(
        READING,
        "--encoding",
        type=Encoding(),
        multiple=True,
        metavar="[A=]NAME",
        help="Encoding of the articles, or of one of them; may be repeated.  [default: found out]",
    ),
    option(
        READING, "--language", type=Language(), metavar="CODE", help="Their language.  [default: found out]"
    ),
)
addresses_option = option(
    READING,
    "--allow-addresses",
    is_flag=True,
    from_settings=False,
    help="Fetch articles that are named by an https address; without it only files are read.",
)
limit_options = tuple(
    option(
        _LIMITS,
        name,
        type=click.IntRange(min=1),
        metavar="N",
        default=default,
        show_default=True,
        help=said,
        from_settings=False,
    )
    for name, default, said in (
        ("--max-bytes", DEFAULT.bytes, "Refuse a file with more bytes."),
        ("--max-sentences", DEFAULT.sentences, "Refuse an article with more sentences."),
        ("--max-sentence-length", DEFAULT.sentence, "Refuse a sentence with more characters."),
    )
)
telling_options = (
    option(
        _GENERAL,
        "--settings",
        type=click.Path(path_type=Path),
        is_eager=True,
        expose_value=False,
        callback=use_settings_file,
        metavar="FILE",
        help='Take defaults for these options from a TOML file, such as: paper = "letter".',
    ),
    option(_GENERAL, "-q", "--quiet", is_flag=True, help="Print no warnings."),
    option(_GENERAL, "-v", "--verbose", is_flag=True, help="Say on stderr what was read and written."),
)
general_options = (*telling_options, debug_option())


def with_layout(command: Command) -> Command:
    """Return a command that takes the layout options as one `layout`; its decorators stand below this one."""

    @wraps(command)
    def gathered(
        *,
        edition: str,
        paper: str,
        large_print: bool,
        full_texts: bool,
        pairs: bool,
        long: bool,
        level: str,
        pdf_variant: str,
        template: Path | None,
        **rest: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        layout = Layout(
            edition=Edition(edition),
            paper=Paper(paper),
            large_print=large_print,
            full_texts=full_texts,
            pairs=pairs,
            long=long,
            level=Level(level),
            pdf_variant=pdf_variant,
            template=template,
        )
        return command(layout=layout, **rest)

    return gathered  # type: ignore[return-value]


def with_limits(command: Command) -> Command:
    """Return a command that takes the limits as one `limits`; its decorators stand below this one."""

    @wraps(command)
    def gathered(
        *,
        max_bytes: int,
        max_sentences: int,
        max_sentence_length: int,
        **rest: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        limits = Limits(bytes=max_bytes, sentences=max_sentences, sentence=max_sentence_length)
        return command(limits=limits, **rest)

    return gathered  # type: ignore[return-value]


def with_options(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return a decorator that adds the options in the order in which they stand here."""

    def decorate(command: Command) -> Command:
        for add in reversed(options):
            command = add(command)
        return command

    return decorate
