"""Tokens and trivia are the text, and every comment belongs to a node."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from slalang.source import DEFAULT_LIMITS, Source
from slalang.syntax import parse
from slalang.syntax.lines import lines_of
from slalang.syntax.nodes import Block, Comment, File, Sentence
from tests.syntax.mutants import policies

PIECES = st.sampled_from(
    [
        "\r\n",
        "\n",
        "\r",
        "  ",
        "\t",
        "## ",
        "> ",
        "# ",
        '"',
        "|",
        "a",
        "per",
        "09:00",
        "(",
        "\ufeff",
        "\x00",
        "\u2028",
        "é",
        "-",
        ":",
        "[",
        "]",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join)


@given(TEXTS)
def test_tokens_partition_every_text(text: str) -> None:
    """Joined end to end the tokens are the text, however broken; their spans touch."""
    tokens = [token for line in lines_of(Source.of("any.sla", text)) for token in line.tokens]
    assert "".join(token.text for token in tokens) == text
    assert [token.span.start for token in tokens] == [0, *(token.span.end for token in tokens[:-1])][: len(tokens)]


@given(TEXTS)
def test_every_text_is_answered(text: str) -> None:
    """No text makes the parser fail, and every diagnostic has a place."""
    file, found = parse(Source.of("any.sla", text))
    assert isinstance(file, File)
    assert all(diagnostic.location for diagnostic in found)


def test_a_byte_order_mark_and_carriage_returns_change_nothing_but_offsets() -> None:
    """A policy with both has the same blocks and lines, and no mistakes."""
    for source in policies():
        file, _ = parse(source)
        marked, found = parse(Source.of(source.name, "\ufeff" + source.text.replace("\n", "\r\n")))
        assert found == ()
        assert [_outline(block) for block in marked.blocks] == [_outline(block) for block in file.blocks]


def _outline(block: Block) -> tuple[object, ...]:
    return (
        block.kind,
        block.name and block.name.word,
        [line.key for line in block.lines],
        block.table and len(block.table.rows),
    )


COMMENTED = """# of the file
policy p "P" # of the head
  zone: UTC  # of the zone
  # above the period
  in force: unstated

## Heading # is prose
# above the sentence
> A sentence # is prose too

# above the block
severities
  highest first: P1
  chosen by: vendor
  | tier | if not chosen | # of the headings
  # above the row
  | Gold | P1 | # of the row
  # below the row

# at the end
"""


def test_every_comment_belongs_to_a_node() -> None:
    """Comments are found in nodes, each once, in broken files too."""
    for text in (COMMENTED, COMMENTED.replace("severities", "severitis"), COMMENTED.replace("policy p", "p")):
        source = Source.of("commented.sla", text)
        file, _ = parse(source)
        written = [comment for line in lines_of(source) for comment in line.comments]
        assert sorted(_comments(file)) == sorted(written)
        assert len(written) == 11


LINES = st.sampled_from(
    [
        *COMMENTED.splitlines(),
        "# at the margin",
        "  # indented",
        "\t# behind a tab",
        "    and more # of a continuation",
        '  "a text" # of nothing',
        "  | Gold | # cut off |",
        "stray words # of a line that is none",
        'severity P1 "Bad" # of another block',
        "  zone Europe/London # without its colon",
        "tiers: # a head with a colon",
        "",
    ]
)


@given(st.lists(LINES, max_size=14).map("\n".join), st.sampled_from([1, 3, 50]))
def test_every_comment_belongs_to_a_node_in_whatever_order_lines_stand(text: str, mistakes: int) -> None:
    """Beside a line that belongs to nothing, and below the last mistake that is told, too: then to the file."""
    source = Source.of("any.sla", text)
    file, _ = parse(source, DEFAULT_LIMITS._replace(mistakes=mistakes))
    assert sorted(_comments(file)) == sorted(comment for line in lines_of(source) for comment in line.comments)


def test_comments_belong_to_what_they_stand_beside_or_above() -> None:
    """A comment belongs to its line, else to the next one, else to the block that it is indented under."""
    file, _ = parse(Source.of("commented.sla", COMMENTED))
    policy, severities = file.blocks
    assert [comment.text for comment in policy.comments] == ["# of the file", "# of the head"]
    assert [[comment.text for comment in line.comments] for line in policy.lines] == [
        ["# of the zone"],
        ["# above the period"],
    ]
    assert severities.comments[0].text == "# above the block"
    assert [comment.text for comment in file.comments] == ["# at the end"]


def _alone(item: object) -> object:
    """An item without those that are in force where it stands."""
    match item:
        case Block():
            return item._replace(heading=None, sentence=None)
        case Sentence():
            return item._replace(heading=None)
        case _:
            return item


def _comments(node: object) -> Iterator[Comment]:
    """All comments below a node, in each item once."""
    match node:
        case Comment():
            yield node
        case File(_, items, comments):
            yield from comments
            for item in items:
                yield from _comments(_alone(item))
        case Source():
            return
        case tuple():
            for part in node:
                yield from _comments(part)
