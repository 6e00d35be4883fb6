"""Show how the editions and help pages, the README's too, differ from what is kept; keep what is made now.

    uv run python tests/golden/accept.py [--show]

With --show nothing is written but pictures of the differences, beside each other in a folder that is named.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from click.testing import CliRunner  # noqa: E402
from PIL import Image  # noqa: E402
from test_docs import HELP_BLOCK  # noqa: E402

from compare.cli.program import program  # noqa: E402
from golden.editions import CASES, GOLDEN, changed, goldens  # noqa: E402

README = TESTS.parent / "README.md"


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def keep(place: Path, text: str, *, write: bool) -> bool:
    """Print how a text differs from the one that is kept; return whether it does."""
    before = place.read_bytes().decode() if place.is_file() else ""
    if before == text:
        return False
    with tempfile.TemporaryDirectory() as scratch:
        old, new = Path(scratch, "kept"), Path(scratch, "made")
        old.write_bytes(before.encode())
        new.write_bytes(text.encode())
        difference = subprocess.run(
            ["git", "diff", "--no-index", "--unified=1", "kept", "made"],
            cwd=scratch,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        ).stdout
    say(f"\n{place.relative_to(TESTS.parent)}")
    say("\n".join(difference.splitlines()[4:]) if before else "  new")
    if write:
        place.write_bytes(text.encode())
    return True


def keep_picture(place: Path, sheet: Image.Image, shown: Path, *, write: bool) -> bool:
    """Print the share of changed pixels and draw them; return whether any changed."""
    if place.is_file():
        share, differing = changed(Image.open(place), sheet)
        if share == 0:
            return False
        picture = shown / place.name
        differing.save(picture)
        say(f"{place.relative_to(TESTS.parent)}: {share:.2%} of the pixels changed, see {picture}")
    if write:
        sheet.save(place, optimize=True)
    return True


def help_page(verb: str) -> str:
    """Return a verb's help page as the README shows it."""
    arguments = [*verb.split(), "--help"]
    return CliRunner().invoke(program, arguments, prog_name="sidebyside", terminal_width=80).output


def help_file(verb: str) -> str:
    """Return a verb's help page as a terminal of 80 columns shows it, which is two narrower."""
    command = [sys.executable, "-m", "compare", *verb.split(), "--help"]
    terminal = {**os.environ, "COLUMNS": "80"}
    return subprocess.run(command, env=terminal, capture_output=True, check=True, encoding="utf-8").stdout


def main() -> int:
    """Go through all that is kept; exit code 1 says that --show found a difference."""
    write = "--show" not in sys.argv[1:]
    shown = Path(tempfile.mkdtemp(prefix="differences-"))
    differs, current = False, set()
    for pair, edition in CASES:
        for place, text, sheet in goldens(pair, edition):
            current.add(place)
            differs |= keep(place, text, write=write)
            if sheet is not None:
                current.add(place.with_suffix(".png"))
                differs |= keep_picture(place.with_suffix(".png"), sheet, shown, write=write)
    for page in sorted((TESTS / "help").glob("*.txt")):
        verb = "" if page.stem == "sidebyside" else page.stem
        differs |= keep(page, help_file(verb), write=write)
    readme = README.read_text(encoding="utf-8")
    fresh = HELP_BLOCK.sub(
        lambda block: f"```\n$ sidebyside {block[1]}--help\n{help_page(block[1])}```", readme
    )
    differs |= keep(README, fresh, write=write)
    for place in sorted({*GOLDEN.glob("*.txt"), *GOLDEN.glob("*.png")} - current):
        say(f"{place.relative_to(TESTS.parent)}: no edition is kept there any more")
        if write:
            place.unlink()
        differs = True
    say("\nnothing differs" if not differs else "" if write else "\nnothing was kept (--show)")
    return int(differs and not write)


if __name__ == "__main__":
    sys.exit(main())
