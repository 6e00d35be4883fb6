"""What all tests share: property tests have no deadline, since a loaded machine is no fault of the code."""

from __future__ import annotations

import os

from hypothesis import settings

# On a build machine the same examples every time: a new failure there must come from the change.
settings.register_profile("steady", deadline=None, max_examples=60, derandomize="CI" in os.environ)
# Before a release: `uv run pytest --hypothesis-profile=thorough`.
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile("steady")
