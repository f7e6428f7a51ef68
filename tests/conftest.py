"""No test reads or writes compiled policies in the user's cache; those that are about it name a folder of their own.

Nor does one believe the CI system that runs it: those that are about one say what it says. None is timed.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

os.environ["SLALANG_CACHE"] = "off"
for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
    os.environ.pop(name, None)
