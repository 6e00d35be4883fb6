"""What an option's value may be; each type refuses a wrong one before any work."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from compare.errors import UsageError
from compare.limits import MAX_NAME

if TYPE_CHECKING:
    from compare.check.fail_on import Threshold

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
_LABEL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForArticle:
    """A value for the article of a label, or for all of them where there is no label."""

    label: str | None
    value: str


class Name(click.ParamType):  # type: ignore[type-arg]
    """A title or a name of a line or two."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return the text as it was given."""
        if any("\ud800" <= char <= "\udfff" for char in value):
            # Python's sign for bytes of the command line that are no text; no report could hold it.
            self.fail(f"{value[:20]!r} is no UTF-8 text; check what the terminal sends", param, ctx)
        if len(value) > MAX_NAME:
            self.fail(
                f"{value[:20]!r}... has {len(value):,} characters, more than {MAX_NAME}; shorten it",
                param,
                ctx,
            )
        return str(value)


class IsoDate(click.ParamType):  # type: ignore[type-arg]
    """A date as YYYY-MM-DD, kept as text."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return the date as it was given."""
        try:
            if len(value) == len("YYYY-MM-DD"):
                return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        return self.fail(f"{value!r} is not a date like 2023-10-22", param, ctx)


class Language(click.ParamType):  # type: ignore[type-arg]
    """A language code; English in any country is `en`."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return the code in small letters."""
        if not _LANGUAGE.fullmatch(value):
            self.fail(f"{value!r} is not a language code like en or fr", param, ctx)
        code = str(value).lower()
        return "en" if code.startswith("en-") else code


class Outlet(click.ParamType):  # type: ignore[type-arg]
    """`A=NAME`."""

    name = "A=NAME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ForArticle:  # noqa: ANN401
        """Return the name with its article's label."""
        if isinstance(value, ForArticle):
            return value
        label, equals, name = value.partition("=")
        if not (equals and name.strip() and _LABEL.fullmatch(label)):
            self.fail(f"{value!r} does not say A=NAME, such as A='The Courier'", param, ctx)
        return ForArticle(label=label, value=Name().convert(name.strip(), param, ctx))


class Encoding(click.ParamType):  # type: ignore[type-arg]
    """`NAME` or `A=NAME`; Python must know the encoding."""

    name = "[A=]NAME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ForArticle:  # noqa: ANN401
        """Return the encoding with its article's label, if one was given."""
        if isinstance(value, ForArticle):
            return value
        label, equals, name = value.rpartition("=")
        if equals and not _LABEL.fullmatch(label):
            self.fail(f"{value!r} does not say NAME or A=NAME", param, ctx)
        try:
            codecs.lookup(name)
        except (LookupError, ValueError):
            self.fail(f"no encoding is called {name!r}; try utf-8, cp1252 or utf-16", param, ctx)
        return ForArticle(label=label or None, value=name)


class FailOn(click.ParamType):  # type: ignore[type-arg]
    """`LEVEL`, a severity or kinds of remarks, separated by commas."""

    name = "level"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Threshold:  # noqa: ANN401
        """Return the threshold that the words name."""
        from compare.check.fail_on import Threshold, threshold

        if isinstance(value, Threshold):
            return value
        try:
            return threshold(value)
        except ValueError as error:
            return self.fail(f"{value!r}: {error}", param, ctx)


def epoch_date(seconds: str | None) -> str | None:
    """Return the UTC date of SOURCE_DATE_EPOCH, None where it is not set.

    >>> epoch_date("1697932800")
    '2023-10-22'

    Raises:
        UsageError: if it is no number of seconds.
    """
    if not seconds:
        return None
    try:
        # int() would also take `1_0`, ` 10` and the figures of other scripts.
        if not re.fullmatch(r"-?[0-9]+", seconds):
            raise ValueError(seconds)
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {seconds[:40]!r}, not a number of seconds; correct or unset it"
        ) from error
