"""Measure the command against its budgets, as ratios and processor seconds of one run.

    uv run python benchmarks/speed.py [A.txt B.txt]

Each row is the best of a few runs, so that other work on the machine disturbs little. The PDF row divides
by a bare WeasyPrint script that sets the very same HTML with the same fonts and imports nothing of ours.
Exit code 1 says that a budget is broken. POSIX only (it asks the system for a child's processor time).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.files import data_folder
from compare.render.pages.press import FONT_SCHEME
from compare.render.plain.json import from_json
from compare.render.report import html

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "compare"]
PDF_BUDGET, JSON_BUDGET, HELP_BUDGET = 1.3, 0.6, 0.3
BARE = """
import sys
from pathlib import Path
from weasyprint import HTML
text = Path(sys.argv[1]).read_text(encoding="utf-8")
Path(sys.argv[2]).write_bytes(HTML(string=text).write_pdf(pdf_tags=sys.argv[3] == "tags"))
"""


def seconds(command: Sequence[str]) -> tuple[float, float]:
    """Return the processor time (user and system, with its children) and the wall time of one run."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - started


def best(command: Sequence[str], *, runs: int) -> tuple[float, float]:
    """Return the smallest processor time and the smallest wall time of some runs."""
    processor, wall = zip(*(seconds(command) for _ in range(runs)), strict=True)
    return min(processor), min(wall)


def sample() -> list[str]:
    """Return the first pair of sample articles."""
    folder = min(each for each in (ROOT / "sources").iterdir() if each.is_dir())
    return [str(file) for file in sorted(folder.iterdir())[:2]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measure; without a budget it is there to be read."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def over(self) -> bool:
        """Whether the budget is broken."""
        return self.budget is not None and self.value > self.budget


def rows(articles: Sequence[str], *, runs: int, scratch: Path) -> list[Row]:
    """Return the measures of one comparison."""
    saved, page, out = (str(scratch / name) for name in ("comparison.json", "page.html", "report.pdf"))
    compare = [*COMMAND, "compare", *articles, "-q", "-o"]
    json, _ = best([*compare, saved], runs=runs)
    markup = html(from_json(Path(saved).read_bytes(), name=saved))
    fonts = (data_folder("report_templates") / "fonts").as_uri()
    Path(page).write_text(markup.replace(FONT_SCHEME, f"{fonts}/"), encoding="utf-8")
    bare = [sys.executable, "-c", BARE, page, out]
    # In turn, so that a slow minute of the machine falls on all three.
    turns = [
        [seconds(command)[0] for command in ([*compare, out], [*bare, "tags"], [*bare, "plain"])]
        for _ in range(runs)
    ]
    whole, tagged, plain = (min(column) for column in zip(*turns, strict=True))
    _, help_page = best([*COMMAND, "--help"], runs=runs)
    return [
        Row(name="two articles to PDF / bare WeasyPrint", value=whole / tagged, unit="x", budget=PDF_BUDGET),
        Row(name="  the same / bare, without PDF tags", value=whole / plain, unit="x"),
        Row(name="  whole command, processor", value=whole, unit="s"),
        Row(name="--format json, processor", value=json, unit="s", budget=JSON_BUDGET),
        Row(name="--help, wall", value=help_page, unit="s", budget=HELP_BUDGET),
    ]


def main() -> int:
    """Print the table and return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the command against its budgets.")
    parser.add_argument("articles", nargs="*", help="two articles (default: a pair of sources/)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measure (default: 5)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        table = rows(asked.articles or sample(), runs=asked.runs, scratch=Path(scratch))
    print(f"{'measure':40} {'best':>8} {'budget':>8}")
    for row in table:
        budget = f"{row.budget:.2f} {row.unit}" if row.budget is not None else ""
        print(f"{row.name:40} {row.value:6.2f} {row.unit} {budget:>8}{'  over' if row.over else ''}".rstrip())
    return 1 if any(row.over for row in table) else 0


if __name__ == "__main__":
    sys.exit(main())
