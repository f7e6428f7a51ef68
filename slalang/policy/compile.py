"""From a file to the evaluation graph: loaded, declared, every block compiled, the whole checked."""

from __future__ import annotations

from slalang.calendar import HolidayBook, PublicHolidays
from slalang.graph import Graph
from slalang.policy.checks import check_circles, check_graph, check_used
from slalang.policy.declare import citations, declarations
from slalang.policy.files import Reader
from slalang.policy.findings import Findings
from slalang.policy.header import Heads, compile_header, settle_header, share_zone
from slalang.policy.links import linked
from slalang.policy.load import Loader, Parse
from slalang.policy.loaded import Loaded
from slalang.policy.lost import lost
from slalang.policy.nodes import compile_nodes
from slalang.policy.order import in_order
from slalang.policy.parameters import take_parameters
from slalang.policy.program import Program
from slalang.policy.site import Owner
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, has_errors
from slalang.syntax import parse

LIBRARY = PublicHolidays()


def compile_policy(
    path: str,
    read: Reader,
    holidays: HolidayBook | None = LIBRARY,
    limits: Limits = DEFAULT_LIMITS,
    parse: Parse = parse,
) -> tuple[Graph | None, tuple[Diagnostic, ...]]:
    """The graph of the policy or agreement at a path from the root, or None, and every mistake of the run.

    `read` gives the text of a file, or says why it can't. `holidays` is asked whether sets of public holidays and their
    names exist; None: these are not checked. `parse` may remember what it parsed. A library, which is no policy, is
    checked and gives no graph.
    """
    findings = Findings()
    loaded = Loader(read, findings, limits, parse).load(path)
    graph = _compiled(loaded, findings, holidays) if loaded and loaded.first else None
    found = findings.all()
    return (None if has_errors(found) else graph), found


def _compiled(loaded: Loaded, findings: Findings, holidays: HolidayBook | None) -> Graph | None:
    missing = lost(findings.all())
    declared = declarations(loaded, findings)
    damaged = any(found.block.damaged for found in loaded.blocks)
    program = Program(declared, citations(loaded, declared, findings), findings, holidays, missing, damaged)
    take_parameters(program)
    if loaded.first is not None and loaded.first.kind != "policy":
        check_circles(program, compile_nodes(program))
        return None
    owner = Owner("policy", "policy")
    heads = Heads(program, loaded, owner)
    settle_header(program, heads)
    share_zone(program, heads)
    header = compile_header(program, loaded, heads)
    nodes = compile_nodes(program)
    check_circles(program, nodes)
    broken = has_errors(findings.all())
    check_used(program, nodes, owner, [found.source.name for found in loaded.older])
    if broken:
        return None
    graph = Graph(header, in_order(linked(nodes)), None)
    check_graph(program, graph)
    return graph
