"""Errors that own their exit code and end with what to do."""

from __future__ import annotations


class SideBySideError(Exception):
    """A problem that a person can mend; its text is one line: what, which file, why, what to do."""

    exit_code = 2


class FindingsError(SideBySideError):
    """No fault: a check that found what it was told to fail on; it has no text (exit code 1)."""

    exit_code = 1


class UsageError(SideBySideError):
    """An option, a settings file or a template that cannot be used (exit code 2)."""

    exit_code = 2


class UnreadableArticleError(SideBySideError):
    """An article that cannot be read as a news text (exit code 3)."""

    exit_code = 3


class UnwritableReportError(SideBySideError):
    """A report that cannot be written where it was asked for (exit code 4)."""

    exit_code = 4


class RenderingError(SideBySideError):
    """A report that could not be made, or a system library that is missing (exit code 5)."""

    exit_code = 5


class PartialBatchError(SideBySideError):
    """A batch of which some reports could not be made; the others are there (exit code 6)."""

    exit_code = 6
