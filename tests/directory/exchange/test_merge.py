"""The three-way merge, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.merge import Conflict, merge

OLD, HAND, NEW = "vanha", "käsin", "uusi"


@pytest.mark.parametrize(
    ("base", "now", "new", "value", "changed", "conflict"),
    [
        (OLD, OLD, OLD, OLD, False, False),
        (OLD, OLD, NEW, NEW, True, False),  # the source changed it
        (OLD, HAND, OLD, HAND, False, False),  # people changed it
        (OLD, HAND, NEW, HAND, False, True),  # both did
        (OLD, NEW, NEW, NEW, False, False),  # both to the same
        (OLD, "", NEW, "", False, True),  # emptied here, changed there
        (OLD, "", OLD, "", False, False),
        (OLD, OLD, "", "", True, False),  # emptied there
        (OLD, HAND, "", HAND, False, True),
        ("", "", NEW, NEW, True, False),
        ("", HAND, "", HAND, False, False),
    ],
)
def test_every_case(base: str, now: str, new: str, value: str, changed: bool, conflict: bool):
    merged = merge({"f": base}, {"f": now}, {"f": new})
    assert merged.values == {"f": value}
    assert merged.changed == (("f",) if changed else ())
    assert merged.conflicts == ((Conflict("f", now, new),) if conflict else ())
    assert merged.base == {"f": base if conflict else new}


@pytest.mark.parametrize(
    ("now", "new", "value", "conflict"),
    [
        ("", NEW, NEW, False),
        (HAND, NEW, HAND, True),
        (NEW, NEW, NEW, False),
        (HAND, "", HAND, True),
        ("", "", "", False),
    ],
)
def test_what_was_never_imported_counts_as_made_by_hand(now: str, new: str, value: str, conflict: bool):
    merged = merge({}, {"f": now}, {"f": new})
    assert merged.values["f"] == value
    assert bool(merged.conflicts) is conflict


def test_overwrite_settles_conflicts_alone():
    base, now, new = {"a": OLD, "b": OLD}, {"a": HAND, "b": HAND}, {"a": NEW, "b": OLD}
    merged = merge(base, now, new, overwrite=True)
    assert merged.values == {"a": NEW, "b": HAND}
    assert merged.changed == ("a",)
    assert merged.conflicts == ()


def test_other_fields_stay_as_they_are():
    merged = merge({"old": 1, "f": OLD}, {"mine": 1, "f": OLD}, {"f": NEW})
    assert merged.values == {"mine": 1, "f": NEW}
    assert merged.base == {"old": 1, "f": NEW}


def test_false_and_nothing_differ_but_all_nothings_are_the_same():
    assert merge({"f": False}, {"f": False}, {"f": None}).changed == ("f",)
    assert merge({"f": None}, {"f": ""}, {"f": []}).changed == ()


values = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["", OLD, HAND, NEW]))


@given(values, values, values)
def test_handiwork_is_never_lost_and_a_second_merge_changes_nothing(base: dict, now: dict, new: dict):
    merged = merge(base, now, new)
    for name, value in now.items():
        by_hand = value != base.get(name, "")
        if by_hand and value:
            assert merged.values[name] == value
    again = merge(merged.base, merged.values, new)
    assert again.changed == ()
    assert again.conflicts == merged.conflicts
