"""The finished reports: what the code makes of `sources/` today is what stands in `reports/`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from golden.editions import printed

ROOT = Path(__file__).parent.parent
EVENTS = sorted(folder.name for folder in (ROOT / "sources").iterdir() if folder.is_dir())
MEND = "run make reports, look at what changed, and commit it"


def command(*arguments: str | Path) -> None:
    """Run the command from the project's folder, as `make reports` does."""
    words = [str(argument) for argument in arguments]
    subprocess.run([sys.executable, "-m", "compare", *words], cwd=ROOT, check=True, timeout=60)


def test_every_event_has_its_reports_and_there_are_no_others() -> None:
    expected = {f"{event}.{suffix}" for event in EVENTS for suffix in ("pdf", "json")}
    assert {report.name for report in (ROOT / "reports").iterdir()} - {".gitkeep", "README.md"} == expected, (
        MEND
    )


@pytest.mark.parametrize("event", EVENTS)
def test_json_is_the_same_to_the_byte(event: str, tmp_path: Path) -> None:
    pair = sorted((ROOT / "sources" / event).glob("*.md"))
    command("compare", *pair, "-o", tmp_path / "made.json")
    assert (tmp_path / "made.json").read_bytes() == (ROOT / "reports" / f"{event}.json").read_bytes(), MEND


@pytest.mark.parametrize("event", EVENTS)
def test_pdf_prints_the_same_words(event: str, tmp_path: Path) -> None:
    """Not the same bytes: those differ between releases of Pango and HarfBuzz, which the system brings.

    Made from the JSON beside it: the two tests together lead from the articles to the pages.
    """
    command("render", ROOT / "reports" / f"{event}.json", "-o", tmp_path / "made.pdf")
    made, kept = (tmp_path / "made.pdf").read_bytes(), (ROOT / "reports" / f"{event}.pdf").read_bytes()
    assert printed(made).split() == printed(kept).split(), MEND


@pytest.mark.parametrize("event", EVENTS)
def test_a_sample_report_has_something_to_say(event: str) -> None:
    comparison = json.loads((ROOT / "reports" / f"{event}.json").read_text(encoding="utf-8"))
    kinds = {finding["kind"] for finding in comparison["findings"]}
    assert {"shared-fact", "claim", "placement"} <= kinds
    assert {"A", "B"} <= {finding["spans"][0]["article"] for finding in comparison["findings"]}
