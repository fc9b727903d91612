"""What `import lessons` or a plot finds in the sandbox: things that do nothing, so that cells run.

Only the modules that a lesson hands to its learners are real; their source comes with the job.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any
else:
    Loader, ModuleSpec = object, type(sys.__spec__)  # importlib would load many more modules

# A plot earns no points, and matplotlib alone would take a second to import.
INERT_PACKAGES = """
lessons IPython ipywidgets anywidget matplotlib mpl_toolkits seaborn plotly tqdm
""".split()

ANSWERED_BY_ITSELF = """
add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv floordiv rfloordiv mod rmod
pow rpow matmul rmatmul neg pos abs round lt le gt ge eq ne getitem call enter
""".split()


class Inert:
    """Takes every attribute, call, item and sum, and does nothing. It is no number, and false."""

    def __init__(self, *_: Any, **__: Any) -> None:
        """Accept even what a class statement hands to the class of its base."""

    def __getattr__(self, name: str) -> Inert:
        if name.startswith("__"):  # Python, NumPy and pickle ask for these to learn what it is
            raise AttributeError(name)
        return self

    def __setattr__(self, name: str, value: object) -> None:
        """Forget it."""

    def __setitem__(self, key: object, value: object) -> None:
        """Forget it."""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __hash__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Inert]:
        """Give as many as `w1, w2, b = ...` asks for, and nothing to a loop."""
        from opcode import opmap

        asking = sys._getframe(1)
        step, count = asking.f_code.co_code[asking.f_lasti : asking.f_lasti + 2]
        return iter([self] * (count if step == opmap["UNPACK_SEQUENCE"] else 0))

    def __contains__(self, item: object) -> bool:
        return False

    def __exit__(self, *_: object) -> None:
        """Let exceptions pass."""

    def __repr__(self) -> str:
        return "…"

    def __format__(self, specification: str) -> str:
        return "…"


def _itself(self: Inert, *_: object, **__: object) -> Inert:
    return self


for _name in ANSWERED_BY_ITSELF:
    setattr(Inert, f"__{_name}__", _itself)

INERT = Inert()


class Bar(Inert):
    """A progress bar, which isn't there but for the items that it passes on."""

    def __init__(self, items: Iterable[object] = (), *_: Any, **__: Any) -> None:
        """Take the items, whatever else there is to tell."""
        vars(self)["_items"] = items

    def __iter__(self) -> Iterator[Any]:
        return iter(vars(self)["_items"])


def _bar_of_numbers(*numbers: Any, **_: Any) -> Bar:
    return Bar(range(*numbers))


BARS = {"tqdm": Bar, "trange": _bar_of_numbers}


class StandIn(Loader):
    """Finds every module of the inert packages, before Python looks on the disk."""

    def __init__(self, provided: Mapping[str, str]) -> None:
        self._provided = provided

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to make the module, if it is one of ours."""
        if name.partition(".")[0] not in INERT_PACKAGES:
            return None
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave that to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the source that the lesson hands out, if any; every other name is inert."""
        vars(module)["__getattr__"] = self._inside(module.__name__)
        if module.__name__.partition(".")[0] == "tqdm":
            vars(module).update(BARS)
        source = self._provided.get(module.__name__, "")
        exec(compile(source, f"<{module.__name__}>", "exec", dont_inherit=True), vars(module))

    def _inside(self, package: str) -> Callable[[str], Any]:
        def get(name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            if f"{package}.{name}" not in self._provided:
                return INERT
            __import__(f"{package}.{name}")
            return sys.modules[f"{package}.{name}"]

        return get
