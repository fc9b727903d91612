"""What the file of a learner's record may hold: a sound record, a damaged one, anything at all."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

DAY = "2026-01-31"
DRILL = {"right": 3, "tried": 4, "best": 2}
GONE = object()

NO_NAMES = ["", "1z", "first z", "dz ", "dz\n", "<b>dz</b>", "\ud800"]
NO_DAYS = [7, 20260131, 1.5, True, None, [], {}, [DAY], {"day": DAY}]
NO_DAYS += ["", "soon", "31.1.2026", "2026-1-31", f"{DAY}\n", f" {DAY}", "٢٠٢٦-٠١-٣١"]
NO_COUNTS = [-1, -(10**6), True, False, 1.0, 0.5, float("nan"), float("inf"), None, "3", [], [3]]
NO_COUNTS += [10**12, int("9" * 4300)]  # with one digit more, Python refuses to write a number
NO_DICTS = [None, True, 0, 3, float("nan"), "", "dz", [], ["dz"]]

# Where in a record something is wrong, and what stands there.
FAULTS: list[tuple[tuple[str, ...], Any]] = [
    *(((part,), wrong) for part in ("done", "drills") for wrong in [*NO_DICTS, GONE]),
    *(((more,), 2) for more in ("version", "Done", "")),
    *((("done", "dz"), wrong) for wrong in NO_DAYS),
    *((("done", name), DAY) for name in NO_NAMES),
    *((("drills", name), DRILL) for name in NO_NAMES),
    *((("drills", "z"), wrong) for wrong in [*NO_DICTS, {}]),
    *((("drills", "z", count), wrong) for count in DRILL for wrong in [*NO_COUNTS, GONE]),
    (("drills", "z", "wrong"), 1),
]

names = st.from_regex(r"(?a)[a-z]\w{0,9}", fullmatch=True)
counts = st.integers(0, 10**6)
drills = st.fixed_dictionaries({"right": counts, "tried": counts, "best": counts})
records = st.fixed_dictionaries(
    {
        "done": st.dictionaries(names, st.dates().map(str)),
        "drills": st.dictionaries(names, drills),
    }
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | drills | records,
    lambda inner: st.lists(inner) | st.dictionaries(names | st.text(), inner),
    max_leaves=6,
)


def damaged(record: Any, fault: tuple[tuple[str, ...], Any]) -> Any:
    """Return a record of the right outline in which one thing, however deep, is wrong."""
    part = whole = {
        "done": record["done"] | {"dz": DAY},
        "drills": deepcopy(record["drills"]) | {"z": DRILL.copy()},
    }
    (*outer, last), wrong = fault
    for key in outer:
        part = part[key]
    part[last] = wrong
    if wrong is GONE:
        del part[last]
    return whole


damaged_records = st.builds(damaged, records, st.sampled_from(FAULTS))


def as_file(value: Any) -> bytes:
    """Return the value as it would stand in a file: nan, too, which strict JSON doesn't know."""
    return json.dumps(value).encode()
