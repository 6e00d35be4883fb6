"""The child: bytes on standard input, JSON on standard output, within limits that it sets itself."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from compare.read.formats.extracted import Refusal
from compare.read.formats.fence import fence
from compare.read.formats.kinds import CALLED, Kind

SMALLER = "copy the article's text into a .txt or .md file"
# As for plain text: 10,000 sentences are about 1.3 MB.
MOST_CHARACTERS = 4 * 1024 * 1024


def main() -> int:
    """Return 0 once the answer, a text or why there is none, is written."""
    kind = Kind(sys.argv[1])
    data = sys.stdin.buffer.read()
    fence()
    sys.stdout.buffer.write(json.dumps(answer(data, kind=kind, encoding=sys.argv[2] or None)).encode())
    return 0


def answer(data: bytes, *, kind: Kind, encoding: str | None) -> dict[str, str | None]:
    """Return the fields of what was read, or `why` not and a `tip`."""
    from compare.errors import SideBySideError
    from compare.read.formats.readers import read

    try:
        found = asdict(read(data, kind=kind, encoding=encoding))
    except Refusal as refusal:
        return {"why": refusal.why, "tip": refusal.tip}
    except MemoryError:
        return {"why": f"it is {CALLED[kind]} that needs too much memory to read", "tip": SMALLER}
    except SideBySideError as error:
        why, _, tip = str(error).removeprefix("cannot read : ").partition("; ")
        return {"why": why, "tip": tip}
    except Exception:
        return {}
    if len(found["text"]) > MOST_CHARACTERS:
        return {"why": f"it is {CALLED[kind]} with more than 4 MB of text", "tip": "give one article's text"}
    if not any(char.isalnum() for char in found["text"]):
        return {"why": f"it is {CALLED[kind]} without an article's text", "tip": SMALLER}
    return found


if __name__ == "__main__":
    sys.exit(main())
