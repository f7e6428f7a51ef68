"""What the program writes of the manual: tables of kinds and keys, codes, limits, the picture, a finished policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from slalang.calendar import HORIZON_YEARS, MOST_OPENINGS
from slalang.outcome.asking.effort import MOST_DECISIONS
from slalang.outcome.asking.explore import MOST_LEAVES
from slalang.outcome.asking.laid import MOST_STRETCHES
from slalang.outcome.obligations.links import LONGEST_CHAIN
from slalang.outcome.obligations.over_readings import MOST_READINGS
from slalang.source import DEFAULT_LIMITS
from slalang.source.codes import CODES
from slalang.syntax.schema import KINDS, TYPES, Key
from slalang.syntax.types import TYPES_IN_WORDS
from tests.docs.page import ROOT, examples
from tests.docs.session import Session
from tests.docs.shell import run

_TABLE = re.compile(r"<!-- (\w+): ([\w-]+) -->\n.*?<!-- end -->\n", re.DOTALL)
_BOUNDS = (
    ("combinations of missing values, shown with an undetermined obligation", MOST_LEAVES,
     "the facts are named, in the order in which asking settles most"),
    ("combinations of readings, for `--all-readings`", MOST_READINGS, "the answer says that not all were tried"),
    ("years from the start of a clock to its due instant", HORIZON_YEARS, "the obligation is unknown, and says so"),
    ("openings of a calendar in these years, as its weeks and those of its parts have them", MOST_OPENINGS,
     "there are fewer of these years, but at least one"),
    ("open and closed stretches that the workings of one incident rest on", MOST_STRETCHES,
     "the obligation is unknown, and says so"),
    ("decisions on rules, facts and severities, each at one instant and for one combination of missing values",
     MOST_DECISIONS, "all that is asked of the incident is unknown, and says so"),
    ("links of one promise that repeats", LONGEST_CHAIN, "the obligation is unknown, and says so"),
)  # fmt: skip
PICTURED = "sla due policies/isode.sla docs/examples/maundy-thursday.scenario.yaml --format svg"


def refreshed(page: str) -> str:
    """A page with its tables as they are now."""
    return _TABLE.sub(lambda match: f"<!-- {match[1]}: {match[2]} -->\n{_table(*match.groups())}<!-- end -->\n", page)


def tables(page: str) -> list[tuple[str, str]]:
    """What a page has tables of: a kind of table, and a name."""
    return _TABLE.findall(page)


def _table(of: str, name: str) -> str:
    match of:
        case "keys":
            return _rows(("key", "value", "must be there", "what it says", "left out"), map(_key, KINDS[name].keys))
        case "kinds":
            return _rows(("kind", "is"), ((f"[`{kind.name}`](#{kind.name})", kind.help) for kind in KINDS.values()))
        case "types":
            written = ((name, _cell(TYPES_IN_WORDS[name].examples)) for name in sorted(TYPES))
            return _rows(("type", "for example"), written)
        case "codes":
            return _rows(("code", "what is wrong"), ((code, _cell(text)) for code, text in sorted(CODES.items())))
        case "limits":
            limits = DEFAULT_LIMITS._asdict().items()
            return _rows(("limit", "is"), ((f"`{field.replace('_', '-')}`", f"{most:,}") for field, most in limits))
        case "bounds":
            return _rows(("of what", "is", "beyond it"), ((what, f"{most:,}", then) for what, most, then in _BOUNDS))
    raise AssertionError(f"no table of {of}")


def _key(key: Key) -> tuple[str, ...]:
    value = ", ".join(f"`{phrase}`" for phrase in key.phrases) or key.type
    return f"`{key.name}:`", value, key.need, _cell(key.help), _cell(key.left_out)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rows(headings: tuple[str, ...], rows: object) -> str:
    assert hasattr(rows, "__iter__")
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def picture() -> str:
    """The picture of the README."""
    return run(PICTURED, ROOT).text


def written_in(page: str, file: str) -> str:
    """A file as it is in the end, for a reader who followed a page."""
    with TemporaryDirectory() as folder:
        session = Session(Path(folder))
        for example in examples(page):
            if example.info != "console":
                session.right(example)
        return (Path(folder) / file).read_text("utf-8")


WRITTEN: dict[str, Callable[[], str]] = {
    "docs/pictures/timeline.svg": picture,
    "docs/examples/tutorial.sla": lambda: written_in("docs/tutorial.md", "support.sla"),
}
"""Files that are written by the program, and how."""
