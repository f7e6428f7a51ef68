"""A small policy as a graph, built by hand: enough names of every kind for scenarios to use."""

from fractions import Fraction
from typing import Any

from slalang.graph import Graph, Header, Node
from slalang.graph import rules as r
from slalang.graph.conditions import Is, Subject
from slalang.graph.occasions import OnMiss, Silence
from slalang.graph.values import EventRef, Events, Hole, Length, Period, Who
from slalang.source import Place

PLACE = Place("isode.sla", 1, 1)
HOUR = 3_600_000_000


def node(id: str, body: Any, title: str | None = None) -> Node:
    return Node(id, title, (), PLACE, (), body)


def members(*names: str) -> tuple[r.Member, ...]:
    return tuple(r.Member(name) for name in names)


def policy(*more: Node) -> Graph:
    """Isode in miniature."""
    header = Header(
        name="isode",
        title="Isode support",
        zone="Europe/London",
        in_force=Period(None, None),
        version=None,
        version_by="opened",
        missing_date=None,
        owed_by="vendor",
        owed_to="customer",
        documents=(),
        place=PLACE,
    )
    return Graph(header, (*_NODES, *more), None)


def _promise(starts: str, stops: str) -> r.Commitment:
    return r.Commitment(
        force="guarantee",
        owed_by=Who(("vendor",)),
        owed_to=Who(("customer",)),
        starts=Events((EventRef(starts),)),
        stops=Events((EventRef(stops),)),
    )


_IS_P1 = Is(Subject("severity", "severity"), ("P1",), "severity is P1")
_NO_CHANGES = Hole("unstated", "who may change it", PLACE)
_TEN_DAYS = Length(240 * HOUR, "elapsed", "10 elapsed days")

_NODES = (
    node("vendor", r.Party()),
    node("customer", r.Party()),
    node("account-manager", r.Party(of="vendor")),
    node("tiers", r.Tiers(members("Gold", "Silver", "Bronze"))),
    node("round-the-clock", r.Option(("Gold", "Silver"))),
    node("channels", r.Channels(members("phone", "portal"))),
    node("environment", r.Fact("values", members("production", "test"))),
    node("effect", r.Fact("values", members("total-outage", "some-impact", "no-impact"), ordered=True)),
    node("workaround", r.Fact("values", members("yes", "no"))),
    node("users", r.Fact("number", low=Fraction(0), high=Fraction(1000))),
    node("signed", r.Fact("date")),
    node("agreed-date", r.Fact("instant")),
    node("extra-time", r.Fact("amount")),
    node("site", r.Fact("zone")),
    node("major", r.Fact("values", members("yes", "no"), yes_when=_IS_P1)),
    node("severities", r.Severities(members("P1", "P2", "P3"), (), True, _NO_CHANGES, otherwise="P3")),
    node("responded", r.Event()),
    node("relieved", r.Event()),
    node("asked", r.Event()),
    node("waiting-on-customer", r.Pause()),
    node("hands-off", r.Pause(during=_IS_P1)),
    node("asking", r.Pause(starts=Events((EventRef("asked"),)), stops=Events((EventRef("responded"),)))),
    node("response", _promise("opened", "responded")),
    node("relief", _promise("opened", "relieved")),
    node("relief-missed", r.Escalation(OnMiss(("relief",)), Who(("account-manager",)))),
    node("help", r.Duty(Who(("customer",)), ("helps",))),
    node("patch", r.Entitlement("discretion", Who(("vendor",)), Who(("customer",)), ("a patch",))),
    node("resellers", r.Exclusion(_IS_P1, None)),
    node("silence", r.Closure(Silence(_TEN_DAYS, EventRef("asked"), EventRef("responded")))),
    node("relief-time", r.Reading("covered", "it is", (r.Meaning("covered", "x", ""), r.Meaning("elapsed", "y", "")))),
)
