"""Where the parts of a corpus lie while it is made."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of parts; workers on other machines find it under the same name."""

    folder: str
    run: str = ""
    """What tells a run from one before in the same folder: workers of a cluster remember what they opened."""

    def of(self, stage: str, number: int | None = None) -> Path:
        """Return the file or folder of a stage's part.

        >>> Place(folder="work").of("count", 12).as_posix()
        'work/count-00000012'
        """
        return Path(self.folder) / (stage if number is None else f"{stage}-{number:08}")
