"""A plugin of pytest: `*.scenario.yaml` files are collected beside ordinary tests, one item for each scenario."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from slalang.testing.failure import Failure
    from slalang.testing.trial import Kept
    from slalang.testing.workshop import Workshop
    from slalang.versions import Governed

_ENDING = ".scenario.yaml"
_WORKSHOP = pytest.StashKey["Workshop"]()
_KEPT = pytest.StashKey["Kept"]()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ScenarioFile | None:
    """Takes the files that are scenarios; nothing of slalang is imported before there is one."""
    return ScenarioFile.from_parent(parent, path=file_path) if file_path.name.endswith(_ENDING) else None


class ScenarioFile(pytest.File):
    """A file of scenarios; one that is invalid is an error of the collection."""

    def collect(self) -> Iterator[ScenarioItem]:
        from slalang.source import has_errors, render

        stash = self.config.stash
        ready = stash.setdefault(_WORKSHOP, _workshop()).ready(self.path)
        if has_errors(ready.diagnostics):
            raise self.CollectError(render(ready.diagnostics))
        kept: Kept = stash.setdefault(_KEPT, {})
        for governed in ready.governed:
            yield ScenarioItem.from_parent(self, name=governed.scenario.name, governed=governed, kept=kept)


class ScenarioItem(pytest.Item):
    """A scenario, which passes if its policy answers what it expects."""

    def __init__(self, *, governed: Governed, kept: Kept, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self._governed, self._kept = governed, kept

    def runtest(self) -> None:
        from slalang.testing.run import is_tested
        from slalang.testing.trial import tried

        if not is_tested(self._governed.scenario):
            pytest.skip("it expects nothing, and works nothing out")
        if failures := tried(self._governed, self._kept).failures:
            raise Differs(failures)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """What was expected and found, with the derivation; of a bug of ours, where it is."""
        if not isinstance(excinfo.value, Differs):
            return str(super().repr_failure(excinfo))
        from slalang.report.testing.text import failure_text

        return "\n".join(failure_text(failure) for failure in excinfo.value.failures)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._governed.scenario.place.line - 1, self.name


class Differs(Exception):
    """An answer is not the one that was expected."""

    def __init__(self, failures: tuple[Failure, ...]) -> None:
        super().__init__(f"{failures[0].what}: expected {failures[0].expected}, found {failures[0].found}")
        self.failures = failures


def _workshop() -> Workshop:
    from slalang.testing.workshop import Workshop

    return Workshop()
