"""`windows where handled is yes`: the union of the windows for which a parameter says so."""

from __future__ import annotations

from slalang.graph.values import Slot
from slalang.policy.axes import YES_NO
from slalang.policy.program import Given
from slalang.policy.site import Site
from slalang.policy.tables import EVERYWHERE, Held, is_member, member_words
from slalang.policy.values.calendars import NONE
from slalang.syntax import nodes


def windows_where(site: Site, node: nodes.WindowsWhere) -> list[tuple[Held, Slot[str]]]:
    """The calendar for each combination of the other axes of the parameter; where it is not filled in, a hole."""
    found = site.find(node.parameter, ("parameter",))
    given = site.program.parameters.get(found.id) if found else None
    if given is None or not _fits(site, node, given):
        return []
    site.use(node.parameter.word, "windows")
    if not given.fills:
        return [(EVERYWHERE, given.hole)]
    return [(_held(site, key), _union(site, windows)) for key, windows in _sorted(site, node, given).items()]


Key = tuple[tuple[str, str], ...]


def _fits(site: Site, node: nodes.WindowsWhere, given: Given) -> bool:
    if given.takes != "yes or no" or "window" not in given.axes:
        site.error(
            "SLA312", f"the parameter `{node.parameter.word}` says nothing of windows", node.parameter.span,
            help="let it take `yes or no` and be `for each:` window",
        )  # fmt: skip
        return False
    if node.value.word not in YES_NO:
        site.error(
            "SLA224",
            f"`{node.parameter.word}` has no value `{node.value.word}`",
            node.value.span,
            help="write `yes` or `no`",
        )
        return False
    return True


def _sorted(site: Site, node: nodes.WindowsWhere, given: Given) -> dict[Key, list[str]]:
    """For each combination of the other axes the windows for which the parameter has the value."""
    windows: dict[Key, list[str]] = {}
    for fill in given.fills:
        key = tuple((axis, member) for axis, member in fill.members if axis != "window")
        chosen = windows.setdefault(key, [])
        if given.source.at(fill.span) == node.value.word:
            chosen.append(dict(fill.members)["window"])
    return windows


def _held(site: Site, key: Key) -> Held:
    axes = [(axis, member) for name, member in key if (axis := site.program.axis(name))]
    return Held(
        tuple(is_member(axis, member) for axis, member in axes),
        tuple(member_words(axis, member) for axis, member in axes),
    )


def _union(site: Site, windows: list[str]) -> str:
    """The calendar that is open in some windows, with the working day of the `windows` block."""
    axis = site.program.axis("window")
    parts = tuple(name for name in axis.members if name in windows) if axis else ()
    if not parts:
        return NONE
    id = f"windows {', '.join(parts)}"
    site.use(id)
    site.program.unions[id] = parts
    return id
