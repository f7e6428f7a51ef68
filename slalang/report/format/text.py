"""What formatting did, or would do, for people."""

from collections import Counter
from collections.abc import Sequence

from slalang.format.result import Result, Status
from slalang.report.words import counted

_DONE: dict[Status, str] = {
    "changed": "formatted", "unchanged": "left unchanged", "refused": "not formatted", "doubtful": "not formatted",
}  # fmt: skip
_CHECKED: dict[Status, str] = {
    "changed": "would be formatted", "unchanged": "already formatted", "refused": "not checked",
    "doubtful": "not checked",
}  # fmt: skip


def results_text(results: Sequence[Result], *, written: bool) -> str:
    """The files that are not as they were, or should be, and how many there are of each sort."""
    words = _DONE if written else _CHECKED
    changed = "".join(f"{words['changed']}: {result.name}\n" for result in results if result.status == "changed")
    numbers = Counter(words[result.status] for result in results)
    summary = (f"{counted(numbers[word], 'file')} {word}" for word in dict.fromkeys(words.values()) if numbers[word])
    return f"{changed}{', '.join(summary)}\n"
