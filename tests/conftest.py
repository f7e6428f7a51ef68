"""No test reads or writes compiled policies in the user's cache; those that are about it name a folder of their own.

Nor does one believe the CI system that runs it: those that are about one say what it says.
"""

import os

os.environ["SLALANG_CACHE"] = "off"
for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
    os.environ.pop(name, None)
