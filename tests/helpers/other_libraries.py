"""Numbers as libraries keep them that not everybody has: SymPy, pandas."""

from collections.abc import Iterable, Iterator
from typing import Any


class Exact:
    """A number as SymPy keeps it: exact, and without a value while there are letters in it."""

    def __init__(self, value: float = 0.0, letters: Iterable[str] = ()) -> None:
        self.value = value
        self.free_symbols = set(letters)

    def __float__(self) -> float:
        if self.free_symbols:
            raise TypeError("Cannot convert expression to float")
        return float(self.value)


class Labelled:
    """Numbers with labels as pandas keeps them: looked up, not iterated, by their labels."""

    def __init__(self, values: list[Any], labels: Iterable[Any] | None = None) -> None:
        self.values = values
        self.labels = list(range(len(values))) if labels is None else list(labels)

    def keys(self) -> list[Any]:
        return self.labels

    def tolist(self) -> list[Any]:
        return self.values

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values)

    def __contains__(self, label: object) -> bool:
        return label in self.labels

    def __getitem__(self, label: Any) -> Any:
        return self.values[self.labels.index(label)]
