"""Regular expressions: none of the package's takes more than linear time on text made to slow it down.

Measured by processor time in a process of its own that stops itself, so a slow machine fails nothing and
an endless search ends. A quadratic search of 40,000 characters takes minutes, a linear one milliseconds.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# The whole takes about 10 s of processor time; a single quadratic expression would add minutes.
BUDGET = 120


def test_every_expression_is_linear_on_hostile_text() -> None:
    command = [sys.executable, str(HERE / "hostile_patterns.py"), str(BUDGET)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert int(done.stdout.split()[0]) > 40, "the expressions of the package were not found"
