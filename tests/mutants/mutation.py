"""Change the checking engine in every small way, and see whether its tests notice (`make mutants`).

Which files, and by which tests, stands in pyproject.toml under `mutmut`; which changes change
nothing, and why, in equivalent.toml.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from places import ROOT

MUTMUT = Path(sys.executable).with_name("mutmut")
REPEATABLE = os.environ | {"NO_SKIPS": "1", "PYTHONHASHSEED": "0"}
NEEDED = 95  # percent
CAUGHT = {"killed", "timeout", "segfault"}  # mutmut says segfault of whatever a signal ended


def main() -> int:
    """Return 0 if enough mutants are caught and each of the others is accounted for."""
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)  # else it would trust its last verdicts
    if failed := subprocess.call([MUTMUT, "run"], cwd=ROOT, env=REPEATABLE):
        return failed
    verdicts = dict(re.findall(r"^ +(\S+): (.+)$", said("results", "--all", "True"), re.MULTILINE))
    survivors = {name: change(name) for name in verdicts if verdicts[name] not in CAUGHT}
    return report(len(verdicts), survivors, equivalent())


def said(*command: str) -> str:
    return subprocess.check_output([MUTMUT, *command], cwd=ROOT, text=True)


def change(mutant: str) -> str:
    """Say what a mutant changes, in words that stay the same when other lines move."""
    lines = re.findall(r"^([-+])(?![-+]{2} ) *(.*)$", said("show", mutant), re.MULTILINE)
    where = re.sub(r"x[_ǁ]|__mutmut_\d+", "", mutant).replace("ǁ", ".")
    old, new = (" ".join(text for sign, text in lines if sign == side) for side in "-+")
    return f"{where}: {old} → {new}"


def equivalent() -> set[str]:
    """Return the changes that change nothing; why not stands beside them."""
    listed = tomllib.loads(Path(__file__).with_name("equivalent.toml").read_text("utf-8"))
    return {change for reason in listed["reasons"] for change in reason["changes"]}


def report(total: int, survivors: dict[str, str], excused: set[str]) -> int:
    """Print the figure and every change that nobody noticed."""
    open_ones = {name: change for name, change in survivors.items() if change not in excused}
    counted = total - (len(survivors) - len(open_ones))
    figure = 100 * (counted - len(open_ones)) / counted
    for name, change in open_ones.items():
        print(f"not noticed: {change}  ({name})")
    for change in sorted(excused - set(survivors.values())):
        print(f"listed as equivalent, but noticed or gone: {change}")
    print(
        f"{total} mutants, {total - counted} of them equivalent; "
        f"{counted - len(open_ones)} of {counted} caught: {figure:.1f} %, {NEEDED} % are needed"
    )
    return int(bool(open_ones) or figure < NEEDED)


if __name__ == "__main__":
    sys.exit(main())
