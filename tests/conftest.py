"""What all tests share: property tests may be slow, since a loaded machine is no fault of the code."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# On a build machine the same examples every time: a new failure there must come from the change.
SLOW = (HealthCheck.too_slow,)
settings.register_profile(
    "steady",
    deadline=None,
    suppress_health_check=SLOW,
    max_examples=60,
    derandomize="CI" in os.environ,
)
# Before a release: `uv run pytest --hypothesis-profile=thorough`.
settings.register_profile("thorough", deadline=None, suppress_health_check=SLOW, max_examples=500)
settings.load_profile("steady")
