"""A policy changed by some blocks: one takes the place of its namesake, any other goes to the end."""

from __future__ import annotations

import re

_MARGIN = re.compile(r"^(?=\S)", re.MULTILINE)
_HEAD = re.compile(r"([a-z]+)(?: ([\w-]+))?")


def changed(policy: str, blocks: str) -> str:
    """The policy with the blocks; what stands before a new block at the margin (heading, sentence) goes with it."""
    parts = _parts(policy)
    places = {name: index for index, part in enumerate(parts) if (name := _name(part))}
    lead = ""
    for part in _parts(blocks):
        name = _name(part)
        if name is None:
            lead += part
        elif name in places:
            assert not lead, f"`{name}` takes the place of its namesake, and so needs no heading or sentence"
            parts[places[name]] = part.rstrip("\n") + "\n\n"
        else:
            parts.append(lead + part.rstrip("\n") + "\n\n")
            lead = ""
    return "".join((*parts, lead)).rstrip("\n") + "\n"


def _parts(text: str) -> list[str]:
    """A text cut before each line at the margin, with a blank line at its end."""
    return [part for part in _MARGIN.split(text.rstrip("\n") + "\n\n") if part]


def _name(part: str) -> str | None:
    """The kind and the name of a block; None for a heading, a sentence or a comment."""
    match = _HEAD.match(part)
    return match and " ".join(filter(None, match.groups()))
