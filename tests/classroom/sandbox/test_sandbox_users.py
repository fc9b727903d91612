"""Without a sandbox, root runs a learner's code as a stranger, who owns nothing here."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from groups import as_root
from open_python import let_all_run_it, running_as
from patience import wait_until
from worker_talk import error

from lessons.classroom.sandbox import users
from lessons.classroom.sandbox.sandbox import Sandbox, SandboxError, open_sandbox


@pytest.fixture
def unconfined(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """No sandbox at all, with a Python that everybody may start."""
    let_all_run_it(monkeypatch)
    with open_sandbox("none") as opened:
        yield opened


@as_root
def test_without_a_sandbox_root_lets_nobody_run_it(unconfined: Sandbox, tmp_path: Path) -> None:
    """A learner's code is another user then: what is root's own it can neither read nor kill."""
    secret = tmp_path / "results.json"
    secret.write_text("13 points")
    secret.chmod(0o600)
    with unconfined.start({}) as worker:
        assert "PermissionError" in str(error(worker, f"open({str(secret)!r})"))
        assert "PermissionError" in str(error(worker, f"import os\nos.kill({os.getpid()}, 0)"))
        assert "PermissionError" in str(error(worker, "os.setuid(0)"))


FIGHTER = """
import os, time
for _ in range(2):
    if os.fork() == 0:
        os.setsid()
        open(f"alive {os.getpid()}", "w").close()
        while True:
            try:
                if os.fork() == 0:
                    os.setsid()
                    os.kill(-1, 0)
                    os._exit(0)
                os.waitpid(-1, os.WNOHANG)
            except OSError:
                pass
while len(os.listdir()) < 2:
    time.sleep(0.01)
raise Exception(os.getuid())
"""


@as_root
def test_without_a_sandbox_root_ends_all_of_that_user(unconfined: Sandbox) -> None:
    """Not even daemons that start one another all the time outlive the block."""
    with unconfined.start({}) as worker:
        user = int(str(error(worker, FIGHTER)).removeprefix("Exception: "))
        assert running_as(user)
    wait_until(lambda: not running_as(user))


CROWDS = {
    "a whole machine": ("0 0 4294967295", 2**30),
    "a container with users of its own": ("0 100000 65536", 57_344),
    "one user who calls himself root": ("0 1000 1", None),
    "a second map": ("1000 0 4294967295", None),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_a_stranger_is_a_user_who_can_be(
    crowd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root gets a number that the machine or container has, and another one the next time."""
    shown, least = CROWDS[crowd]
    (tmp_path / "uid_map").write_text(shown)
    monkeypatch.setattr(users, "USERS", tmp_path / "uid_map")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    met = {users.unprivileged_uid() for _ in range(8)}
    if least is None:
        assert met == {None}
        with pytest.raises(SandboxError, match="as an ordinary user"), open_sandbox("none"):
            pass
    else:
        assert len(met) == 8
        assert all(user and least <= user < users.users() for user in met)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert users.unprivileged_uid() is None


@as_root
def test_what_nobody_may_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """If root's packages are closed to others, that is said, instead of imports that fail."""
    let_all_run_it(monkeypatch)
    with tempfile.TemporaryDirectory() as closed:  # they are made for nobody else
        packages = Path(closed) / "site-packages"
        packages.mkdir()
        monkeypatch.setattr("lessons.classroom.sandbox.sandbox.package_folders", lambda: [packages])
        with pytest.raises(SandboxError, match=f"read {closed},"), open_sandbox("none"):
            pass
