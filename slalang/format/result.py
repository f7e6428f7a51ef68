"""What became of a file."""

from typing import Literal, NamedTuple, TypeAlias

from slalang.source import Diagnostic

Status: TypeAlias = Literal["unchanged", "changed", "refused", "doubtful"]


class Result(NamedTuple):
    """A file as it was and in its one form (None where it has none), and what is wrong with it.

    It is doubtful where the form would not say the same, which is a mistake of ours.
    """

    name: str
    before: str
    after: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_doubtful: bool = False

    @property
    def status(self) -> Status:
        if self.is_doubtful:
            return "doubtful"
        if self.after is None:
            return "refused"
        return "unchanged" if self.after == self.before else "changed"
