"""The grammar has no conflicts, its stored tables are those of its text, and it knows no kind and no key."""

import json
from hashlib import sha256

import lark

from slalang.syntax.build import ACTIONS
from slalang.syntax.parser import START, TABLES, build, grammar_text, load
from slalang.syntax.types import TYPES_IN_WORDS


def test_the_grammar_builds_without_conflicts() -> None:
    """Strictly: neither the rules nor the terminals of one place collide."""
    build({}, strict=True)


def test_the_stored_tables_are_those_of_the_grammar() -> None:
    """`python -m slalang.syntax.parser` was run after the last change of the grammar, and of Lark."""
    stored = json.loads(TABLES.read_text(encoding="utf-8"))
    assert stored["grammar"] == sha256(grammar_text().encode()).hexdigest()
    assert stored["lark"] == lark.__version__


def test_a_rule_that_makes_a_node_has_its_function_and_no_other_has() -> None:
    """Every rule that is not put in place of its name has an action, and every action a rule."""
    rules = build({}).rules
    named = {rule.alias or rule.origin.name for rule in rules if rule.alias or not rule.options.expand1}
    in_parentheses = {"condition"}
    assert {name for name in named if not name.startswith("_")} | in_parentheses == set(ACTIONS)


def test_tables_from_the_store_and_from_the_text_parse_alike() -> None:
    """Where Lark has another version than the stored tables, the parser is built of the text."""
    text, start = "a is b and (c is one of d, e or not (f is 4 working hours))", "condition"
    assert build(ACTIONS).parse(text, start=start) == load(ACTIONS).parse(text, start=start)


def test_every_type_of_value_is_described() -> None:
    """Help can say of every start symbol what can be written."""
    assert set(TYPES_IN_WORDS) == {*START, "raw"}
