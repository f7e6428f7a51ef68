"""What a CI system says of itself: where the repository is, and where the summary of the job goes."""

import os
from pathlib import Path

from slalang.cli import output
from slalang.report.findings.checkout import Checkout


def checkout() -> Checkout:
    """The folder of the repository, as GitHub or GitLab say it, else the current one."""
    here = Path.cwd()
    said = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    return Checkout(Path(said).resolve().as_posix() if said else here.as_posix(), here.as_posix())


def add_to_summary(text: str) -> None:
    """Add to the summary of a job on GitHub, if this is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError as error:
            raise output.Unwritten((error.strerror or "unknown reason").lower()) from error
