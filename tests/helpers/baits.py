"""Secrets to be stolen and doors to be tried: who touches one shows up here."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

import pytest
from places import ROOT

COURSE = ROOT


@dataclass
class Baits:
    """Where the secrets are, what they say, and which doors somebody came through."""

    secret: str
    places: dict[str, str]
    visits: list[str] = field(default_factory=list)

    def put_into(self, text: str) -> str:
        """Return an attack's source with the real places in it."""
        for name, place in self.places.items():
            text = text.replace(name, place)
        return text


@contextmanager
def laid_out(folder: Path) -> Iterator[Baits]:
    """Hide a secret in a file, at home, in the environment, at a neighbour's and behind sockets."""
    secret = f"CANARY-{token_hex(8)}"
    home, neighbour = folder / "home", folder / "neighbour"
    for place in (folder / "secret.txt", home / "notes.txt", neighbour / "homework.py"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# {secret}\n")
    name = f"lessons-{token_hex(4)}"
    with pytest.MonkeyPatch.context() as patch, ExitStack() as open_doors:
        patch.setenv("HOME", str(home))
        patch.setenv("TEACHERS_TOKEN", secret)
        path = open_doors.enter_context(_short_path())
        doors = {
            "THE-PORT": (socket.AF_INET, ("127.0.0.1", 0)),
            "THE-ABSTRACT-SOCKET": (socket.AF_UNIX, f"\0{name}"),
            "THE-UNIX-SOCKET": (socket.AF_UNIX, path),
        }
        baits = Baits(secret, {})
        for word, (family, address) in doors.items():
            door = open_doors.enter_context(socket.socket(family))
            door.bind(address)
            door.listen()
            keeper = threading.Thread(target=_answer, args=(door, word, baits), daemon=True)
            keeper.start()
            open_doors.callback(keeper.join)
            open_doors.callback(door.shutdown, socket.SHUT_RDWR)
            baits.places[word] = _address(door)
        baits.places |= {
            "THE-SECRET-FILE": str(folder / "secret.txt"),
            "THE-FOLDER-OF-THE-NEIGHBOUR": str(neighbour),
            "THE-FOLDER-OF-THE-COURSE": str(COURSE),
        }
        yield baits


@contextmanager
def _short_path() -> Iterator[str]:
    """A path for a socket: these may have no more than about a hundred characters."""
    path = Path("/tmp") / f"lessons-{token_hex(4)}.sock"
    try:
        yield str(path)
    finally:
        path.unlink(missing_ok=True)


def _address(door: socket.socket) -> str:
    name = door.getsockname()
    if isinstance(name, tuple):
        return str(name[1])
    return name.decode()[1:] if isinstance(name, bytes) else str(name)


def _answer(door: socket.socket, word: str, baits: Baits) -> None:
    while True:
        try:
            visitor, _ = door.accept()
        except OSError:  # the door is closed for good
            return
        baits.visits.append(word)
        with visitor:
            visitor.sendall(baits.secret.encode())
