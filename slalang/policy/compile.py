"""From a file to the evaluation graph: loaded, declared, every block compiled, the whole checked."""

from collections.abc import Iterable
from typing import NamedTuple

from slalang.calendar import HolidayBook, PublicHolidays
from slalang.graph import Graph, Header, Node
from slalang.policy.checks import check_circles, check_graph, check_used
from slalang.policy.declare import citations, declarations
from slalang.policy.files import Reader
from slalang.policy.findings import Findings
from slalang.policy.header import Heads, compile_header, library_header, settle_header, share_zone
from slalang.policy.left_open import with_holes
from slalang.policy.links import linked
from slalang.policy.load import Loader, Parse
from slalang.policy.loaded import Loaded
from slalang.policy.lost import lost
from slalang.policy.mistaken import mistaken
from slalang.policy.nodes import compile_nodes
from slalang.policy.order import in_order
from slalang.policy.parameters import take_parameters
from slalang.policy.program import Program
from slalang.policy.site import Owner
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, has_errors
from slalang.syntax import parse

LIBRARY = PublicHolidays()


class Examined(NamedTuple):
    """What became of a policy: its graph, with a hole for what mistakes leave open, and every mistake of the run."""

    graph: Graph | None
    """None of a library, or where there is no policy to read."""
    found: tuple[Diagnostic, ...]


def compile_policy(
    path: str,
    read: Reader,
    holidays: HolidayBook | None = LIBRARY,
    limits: Limits = DEFAULT_LIMITS,
    parse: Parse = parse,
) -> tuple[Graph | None, tuple[Diagnostic, ...]]:
    """The graph of the policy or agreement at a path from the root, or None if it is invalid, and every mistake."""
    graph, found = examine_policy(path, read, holidays, limits, parse)
    return (None if has_errors(found) else graph), found


def examine_policy(
    path: str,
    read: Reader,
    holidays: HolidayBook | None = LIBRARY,
    limits: Limits = DEFAULT_LIMITS,
    parse: Parse = parse,
) -> Examined:
    """The policy or agreement at a path from the root, as far as it can be asked about.

    `read` gives the text of a file, or says why it can't. `holidays` is asked whether sets of public holidays and their
    names exist; None: these are not checked. `parse` may remember what it parsed. A library, which is no policy, is
    checked and gives no graph.
    """
    findings = Findings()
    loaded = Loader(read, findings, limits, parse).load(path)
    graph = _compiled(loaded, findings, holidays) if loaded and loaded.first else None
    return Examined(graph, findings.all())


def _compiled(loaded: Loaded, findings: Findings, holidays: HolidayBook | None) -> Graph | None:
    missing = lost(findings.all(), loaded.unread)
    declared = declarations(loaded, findings)
    damaged = frozenset(found.kind for found in loaded.blocks if found.block.damaged)
    program = Program(declared, citations(loaded, declared, findings), findings, holidays, missing, damaged)
    take_parameters(program)
    if loaded.first is not None and loaded.first.kind != "policy":
        nodes = check_circles(program, compile_nodes(program))
        check_graph(program, _graph(program, loaded, library_header(program, loaded.first), nodes))
        return None
    owner = Owner("policy", "policy")
    heads = Heads(program, loaded, owner)
    settle_header(program, heads)
    share_zone(program, heads)
    header = compile_header(program, loaded, heads)
    nodes = check_circles(program, compile_nodes(program))
    check_used(program, nodes, owner, [found.source.name for found in loaded.older])
    graph = _graph(program, loaded, header, nodes)
    check_graph(program, graph)
    return graph


def _graph(program: Program, loaded: Loaded, header: Header, nodes: Iterable[Node]) -> Graph:
    if has_errors(program.findings.all()):
        nodes = with_holes(mistaken(program, loaded), nodes)
    return Graph(header, in_order(linked(nodes)), None)
