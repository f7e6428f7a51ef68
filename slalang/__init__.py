"""Policy as code for service level agreements: what is due when, for whom, and why.

`load` a policy, `Policy.evaluate` an incident, read the `Outcome`. Calendars alone are in `slalang.calendar`. Names are
imported when they are first used, so that `import slalang` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from slalang.version import __version__

if TYPE_CHECKING:
    from slalang.library.errors import PolicyError, ScenarioError, SlalangError
    from slalang.library.outcome import Alternative, Obligation, Outcome, Promise, Step
    from slalang.library.policy import Policy, load, loads

__all__ = [
    "Alternative",
    "Obligation",
    "Outcome",
    "Policy",
    "PolicyError",
    "Promise",
    "ScenarioError",
    "SlalangError",
    "Step",
    "__version__",
    "load",
    "loads",
]

_HOMES = {
    "slalang.library.errors": ("PolicyError", "ScenarioError", "SlalangError"),
    "slalang.library.outcome": ("Alternative", "Obligation", "Outcome", "Promise", "Step"),
    "slalang.library.policy": ("Policy", "load", "loads"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module `slalang` has no attribute `{name}`")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
