"""Lists of names in messages."""

from slalang.scenario.words import listed


def test_a_list_never_leaves_out_a_single_name() -> None:
    """Of thirteen all are shown, of fourteen twelve."""
    names = [f"n{number}" for number in range(14)]
    assert listed(names[:2]) == "`n0`, `n1`"
    assert listed(names[:13]).endswith("`n11`, `n12`")
    assert listed(names).endswith("`n11` and 2 more")
