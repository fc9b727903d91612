"""The sandbox: what a learner's code can't reach, can't use up, and can't leave behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import venv
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from footprint import alive, descendants, living
from open_python import open_python, running_as

from lessons.classroom.sandbox import bubblewrap, strangers
from lessons.classroom.sandbox.allowances import LIMITS
from lessons.classroom.sandbox.fresh import DiedError, Sandbox, SandboxError, Worker, open_sandbox

ROOT = Path(__file__).parents[1]


@pytest.fixture
def unconfined(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """No sandbox at all, with a Python that everybody may start."""
    monkeypatch.setattr("lessons.classroom.sandbox.cages.python", open_python().resolve)
    with open_sandbox("none") as opened:
        yield opened


@pytest.fixture(params=["as it is", "as an ordinary user"])
def worker(
    request: pytest.FixtureRequest, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Worker]:
    """A worker, started with the rights of whoever runs the tests, and without those of root."""
    if request.param == "as an ordinary user":
        monkeypatch.setattr(bubblewrap, "is_root", lambda: False)
        monkeypatch.setattr("lessons.classroom.sandbox.fresh.is_root", lambda: False)
    with sandbox.start({}) as started:
        yield started


# Not a skip: an ordinary user has no strangers, and that is known.
as_root = pytest.mark.xfail(os.geteuid() != 0, reason="only root can be somebody else", run=False)
ENDS_DAEMONS = {"bubblewrap": True, "none": os.geteuid() == 0}


def run(worker: Worker, code: str, seconds: float = 10) -> str | None:
    """Return what goes wrong with a cell, if anything does."""
    (reply,) = worker.ask({"do": "run", "code": code, "place": "cell 1"}, seconds)
    return reply["trouble"] and reply["trouble"][1]


def death(sandbox: Sandbox, code: str, seconds: float = 5) -> str:
    """Return the kind of death that a cell dies."""
    with sandbox.start({}) as worker, pytest.raises(DiedError) as died:
        run(worker, code, seconds)
    return died.value.kind


REACHED = {
    "network": """
        import socket
        assert [name for _, name in socket.if_nameindex()] == ["lo"]
        try:
            socket.create_connection(("127.0.0.1", PORT), timeout=1)
        except OSError:
            pass
        else:
            raise AssertionError("connected")
    """,
    "environment": """
        import os
        known = {"HOME", "LC_CTYPE", "MPLBACKEND", "MPLCONFIGDIR", "OMP_NUM_THREADS"}
        known |= {"OPENBLAS_NUM_THREADS", "PWD", "PYTHONHASHSEED", "TMPDIR"}
        assert set(os.environ) <= known, sorted(set(os.environ) - known)
    """,
    "processes": """
        import os
        assert os.getpid() == 2, os.getpid()
        for pid in range(3, 3000):
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                continue
            raise AssertionError(pid)
    """,
    "privileges": """
        import os
        assert os.getuid() != 0 and os.geteuid() != 0 and os.getgid() != 0
        for act in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.chroot("/tmp"),
                    lambda: os.nice(-5), lambda: os.mknod("/tmp/disk", 0o060600, 0x800)):
            try:
                act()
            except OSError:
                continue
            raise AssertionError("allowed")
    """,
    "files": """
        import os, sys
        assert not [path for path in SECRETS if os.path.exists(path)]
        assert not [path for path in ("/proc", "/home", "/var", "/bin") if os.path.exists(path)]
        assert set(os.listdir("/etc")) <= {"ld.so.cache"}
        for folder in sys.path:
            names = os.listdir(folder) if os.path.isdir(folder) else []
            for path in [os.path.join(folder, name) for name in names if "lessons" in name]:
                try:
                    shown = os.listdir(path) if os.path.isdir(path) else open(path).read()
                    assert not shown, path
                except PermissionError:
                    pass
    """,
    "folders to write in": """
        import os, sys
        writable = []
        for folder, inner, _ in os.walk("/"):
            if folder.count("/") > 6:
                inner.clear()
            try:
                open(os.path.join(folder, "mine.txt"), "w").close()
                writable.append(folder)
            except OSError:
                pass
        # Where Python lies below /tmp, so do the folders that lead there.
        assert {folder.split("/")[1] for folder in writable} == {"tmp"}, writable
        assert not set(writable) & set(sys.path)
    """,
    "memory that counts for nobody, and other doors of the kernel": """
        import ctypes, platform
        numbers = {
            "x86_64": (29, 101, 165, 272, 278, 319, 2**30 + 29),
            "aarch64": (194, 117, 40, 97, 75, 279),
        }
        kernel = ctypes.CDLL(None, use_errno=True)
        for number in numbers.get(platform.machine(), ()):
            assert kernel.syscall(number, 0, 1000, 0o1600, 0, 0) == -1, number
            assert ctypes.get_errno() == 1, (number, ctypes.get_errno())
    """,
    "namespaces of one's own": """
        import ctypes, os, platform
        clone, clone3 = {"x86_64": (56, 435), "aarch64": (220, 435)}.get(platform.machine(), (0, 0))
        kernel = ctypes.CDLL(None, use_errno=True)
        for kind in (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000):
            child = kernel.syscall(clone, kind | 17, 0, 0, 0, 0) if clone else -1
            if child == 0:
                os._exit(0)
            assert child == -1, hex(kind)
        asked = (ctypes.c_uint64 * 8)(0x10000000, 0, 0, 0, 17, 0, 0, 0)
        child = kernel.syscall(clone3, asked, 64) if clone3 else -1
        if child == 0:
            os._exit(0)
        assert child == -1
        child = os.fork()  # an ordinary one goes on as ever
        if child == 0:
            os._exit(7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    """,
    "open files": """
        import os
        opened = []
        for number in range(64):
            try:
                status = os.fstat(number)
            except OSError:
                continue
            opened.append((number, "pipe" if status.st_mode & 0o170000 == 0o010000 else "device"))
        assert [kind for _, kind in opened] == ["device"] * 3 + ["pipe"] * 2, opened
    """,
    "the course": """
        import importlib, sys
        import lessons.exercises, lessons.logistic, lessons.mistakes
        for name in [n for n in sys.modules if n.startswith("lessons")]:
            del sys.modules[name]
        sys.meta_path[:] = [finder for finder in sys.meta_path if "StandIn" not in repr(finder)]
        try:
            import lessons
        except ModuleNotFoundError:
            pass
        else:
            raise AssertionError(lessons)
    """,
}


@pytest.mark.parametrize("what", REACHED)
def test_nothing_of_the_host_can_be_reached(what: str, worker: Worker, tmp_path: Path) -> None:
    """No network, environment, process, privilege or file of the host, nor the course, is there."""
    handed_in = tmp_path / "somebody_else.ipynb"
    handed_in.write_text("{}")
    secrets = ["/etc/passwd", "/etc/hostname", str(handed_in), str(ROOT / "pyproject.toml")]
    secrets += map(str, [*ROOT.glob("lessons/*.py"), *ROOT.glob("solutions/*"), Path(__file__)])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        code = "\n".join(line.removeprefix("        ") for line in REACHED[what].splitlines())
        assert run(worker, f"PORT, SECRETS = {port}, {secrets!r}\n{code}") is None


def test_the_processes_inside_have_no_capabilities(worker: Worker) -> None:
    """Whoever starts the grader, the kernel grants nothing special to a learner's process."""
    assert run(worker, "") is None
    (python,) = (pid for pid in descendants() if _status(pid, "NSpid").split()[-1] == "2")
    for kind in ("CapEff", "CapPrm", "CapAmb"):
        assert int(_status(python, kind), 16) == 0
    assert _status(python, "NoNewPrivs") == "1"


def _status(pid: int, field: str) -> str:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return "Z"
    return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{field}:"))


def test_two_sandboxes_share_nothing(sandbox: Sandbox) -> None:
    """Neither files nor names of one are there in another, at the same time or later."""
    with sandbox.start({}) as first, sandbox.start({}) as second:
        assert run(first, "mine = 1\nopen('mine.txt', 'w').write('1')") is None
        for other in (first, second):
            look = "import os\nraise Exception(os.path.exists('mine.txt'), 'mine' in globals())"
            assert run(other, look) == f"Exception: ({other is first}, {other is first})"


BOMBS = {
    "an endless loop": ("while True: pass", "time"),
    "a sleep": ("import time\ntime.sleep(100)", "time"),
    "a deaf loop": (
        "import signal\n"
        "for number in range(1, 64):\n"
        "    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass",
        "time",
    ),
    "a stop": ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "time"),
    "all of the memory at once": ("bytearray(10**11)", "memory"),
    "all of the memory, bit by bit": ("kept = []\nwhile True: kept.append(bytes(10**7))", "memory"),
    "an exit": ("import os\nos._exit(0)", "exit"),
    "a crash": ("import ctypes\nctypes.string_at(0)", "signal"),
    "a kill": ("import os\nos.kill(os.getpid(), 9)", "signal"),
    "hanging up": ("import os\nos.closerange(0, 64)", "exit"),
    "one endless line": (
        "import os\nfor number in range(3, 64):\n"
        "    try:\n        while True: os.write(number, b'x' * 60000)\n    except OSError: pass",
        "output",
    ),
    "endless lines": (
        "import os\nfor number in range(3, 64):\n"
        "    try:\n        while True: os.write(number, b'\\n')\n    except OSError: pass",
        "garbage",
    ),
    "bytes that are no text": (
        "import os\nfor number in range(3, 64):\n"
        "    try: os.write(number, bytes(range(256)) + b'\\n')\n    except OSError: pass",
        "garbage",
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_ends_its_own_worker_in_time(bomb: str, sandbox: Sandbox) -> None:
    """What doesn't end, takes too much or says too much is stopped, and the kind of it is told."""
    code, kind = BOMBS[bomb]
    start = monotonic()
    assert death(sandbox, code, 1 if kind == "time" else 10) == kind
    assert monotonic() - start < 20


def test_computing_time_is_limited_as_a_whole(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that computes for longer than allowed dies of that, whatever each request may."""
    monkeypatch.setattr("lessons.classroom.sandbox.fresh.LIMITS", LIMITS._replace(cpu_seconds=1))
    assert death(sandbox, "while True: pass", 60) == "time"


def test_memory_is_limited_as_a_whole() -> None:
    """All processes of a worker and its folder can take 2.1 GiB, as the table says, and no more."""
    assert LIMITS.processes * LIMITS.memory_bytes + LIMITS.folder_bytes <= 2.1 * 2**30
    assert "2.1 GiB" in str(type(LIMITS).__doc__)


def test_a_fork_bomb_stays_small_and_alone(sandbox: Sandbox) -> None:
    """Processes are limited for each sandbox by itself: a bomb in one leaves the others theirs."""
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    thread = threading.Thread(target=death, args=(sandbox, bomb, 3))
    others, until = len(descendants()), monotonic() + 10
    thread.start()
    while len(descendants()) - others < LIMITS.processes and monotonic() < until:
        sleep(0.1)
    assert LIMITS.processes <= len(descendants()) - others <= LIMITS.processes + 2
    fork = "import os\nif os.fork() == 0: os._exit(0)\nos.wait()"
    with sandbox.start({}) as other:
        assert run(other, fork) is None
    thread.join()


def test_files_are_limited_one_by_one_and_together(sandbox: Sandbox) -> None:
    """No file gets larger than allowed, nor do all of them, and the worker lives on."""
    with sandbox.start({}) as worker:
        big = "with open('big', 'wb') as file:\n    for _ in range(10000): file.write(bytes(2**20))"
        assert "File too large" in str(run(worker, big))
        many = "for n in range(10000): open(f'file {n}', 'wb').write(bytes(10**7))"
        assert "No space left" in str(run(worker, many))
        assert run(worker, "a = 1") is None


def test_endless_printing_takes_no_memory(sandbox: Sandbox) -> None:
    """What is printed beyond the limit is forgotten, however it is printed."""
    with sandbox.start({}) as worker:
        assert run(worker, "for _ in range(300): print('x' * 10**7)", 30) is None
        assert run(worker, "import os\nfor _ in range(300): os.write(1, b'x' * 10**7)", 30) is None


KILLINGS = """
import os
for everybody in (os.getppid(), 1, -1):
    try:
        os.kill(everybody, 9)
    except OSError:
        pass
"""


def test_nobody_outside_can_be_killed(sandbox: Sandbox) -> None:
    """A learner's code that signals everybody it can see reaches its own children at most."""
    with sandbox.start({}) as worker:
        assert run(worker, KILLINGS) is None
        assert run(worker, "a = 1") is None


DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        open("alive", "w").close()
        while True:
            time.sleep(0.01)
    os._exit(0)
while not os.path.exists("alive"):
    time.sleep(0.01)
"""


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_nothing_is_left_behind(
    kind: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the block ends, every process, file and descriptor is gone, a daemon's included."""
    if kind == "none":
        monkeypatch.setattr("lessons.classroom.sandbox.cages.python", open_python().resolve)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    processes, descriptors = set(descendants()), set(os.listdir("/proc/self/fd"))
    with open_sandbox(kind) as opened:
        during = set[int]()
        for code in (DAEMON if ENDS_DAEMONS[kind] else "", "while True: pass", "bytes(10**11)"):
            with opened.start({}) as worker:
                with suppress(DiedError):
                    run(worker, code, 1)
                during = set(descendants()) - processes
            assert not during & set(descendants())
    assert set(descendants()) == processes
    assert set(os.listdir("/proc/self/fd")) == descriptors
    assert not list(tmp_path.iterdir())


@as_root
def test_without_a_sandbox_root_lets_nobody_run_it(unconfined: Sandbox, tmp_path: Path) -> None:
    """A learner's code is another user then: what is root's own it can neither read nor kill."""
    secret = tmp_path / "results.json"
    secret.write_text("13 points")
    secret.chmod(0o600)
    with unconfined.start({}) as worker:
        assert "PermissionError" in str(run(worker, f"open({str(secret)!r})"))
        assert "PermissionError" in str(run(worker, f"import os\nos.kill({os.getpid()}, 0)"))
        assert "PermissionError" in str(run(worker, "os.setuid(0)"))


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
        user = int(str(run(worker, FIGHTER)).removeprefix("Exception: "))
        assert running_as(user)
    until = monotonic() + 1
    while running_as(user) and monotonic() < until:
        sleep(0.01)
    assert not running_as(user)


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
    monkeypatch.setattr(strangers, "USERS", tmp_path / "uid_map")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    met = {strangers.stranger() for _ in range(8)}
    if least is None:
        assert met == {None}
        with pytest.raises(SandboxError, match="as an ordinary user"), open_sandbox("none"):
            pass
    else:
        assert len(met) == 8
        assert all(user and least <= user < strangers.users() for user in met)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert strangers.stranger() is None


@as_root
def test_what_nobody_may_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """If root's packages are closed to others, that is said, instead of imports that fail."""
    monkeypatch.setattr("lessons.classroom.sandbox.cages.python", open_python().resolve)
    with tempfile.TemporaryDirectory() as closed:  # they are made for nobody else
        packages = Path(closed) / "site-packages"
        packages.mkdir()
        monkeypatch.setattr("lessons.classroom.sandbox.fresh.package_folders", lambda: [packages])
        with pytest.raises(SandboxError, match=f"read {closed},"), open_sandbox("none"):
            pass


GRADER = """
import sys, time
from lessons.classroom.sandbox.fresh import open_sandbox
with open_sandbox("bubblewrap") as sandbox, sandbox.start({}) as worker:
    worker.ask({"do": "run", "code": sys.argv[1], "place": "cell 1"}, 10)
    print("ready", flush=True)
    time.sleep(60)
"""


def test_a_killed_grader_takes_everything_along(sandbox: Sandbox) -> None:
    """After kill -9 of the grader, nothing that it has started goes on."""
    words, others = [sys.executable, "-c", GRADER, DAEMON], descendants()
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) as grader:
        assert grader.stdout
        assert grader.stdout.readline() == b"ready\n"
        inside = set(descendants()) - {grader.pid, *others}
        assert len(inside) >= 4  # bubblewrap outside and inside, the worker, the daemon
        grader.send_signal(signal.SIGKILL)
    until = monotonic() + 5
    while inside & running() and monotonic() < until:
        sleep(0.01)
    assert not inside & running()


SLOW_START = """#!/bin/sh
echo $$ > {file}
sleep 0.3
exec {bwrap} "$@"
"""


def test_a_grader_killed_while_bubblewrap_starts_leaves_nothing_behind(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    """bubblewrap has nobody to tell that it is ready, and still doesn't wait for ever."""
    noted, slow, bwrap = tmp_path / "pid", tmp_path / "bwrap", shutil.which("bwrap")
    slow.write_text(SLOW_START.format(file=noted, bwrap=bwrap))
    slow.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with subprocess.Popen(
        [sys.executable, "-c", GRADER, ""], cwd=ROOT, env={**os.environ, "PATH": path}
    ) as grader:
        while not (noted.exists() and noted.read_text().strip()):
            sleep(0.01)
        grader.kill()
    until = monotonic() + 5
    while alive(int(noted.read_text())) and monotonic() < until:
        sleep(0.01)
    assert not alive(int(noted.read_text()))


def running() -> set[int]:
    return {process for process, *_ in living()}


STOPPED = """
import ctypes, os, random, signal, sys, threading, time
from contextlib import suppress
from footprint import descendants
from lessons.classroom.sandbox.fresh import open_sandbox
ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: whoever loses its parent gets this one
def stop(*_):
    raise KeyboardInterrupt
chance, missed, number = random.Random(5), 0, getattr(signal, sys.argv[1])
signal.signal(number, stop)
for turn in range(30):
    until = chance.uniform(0, 0.05)
    timer = threading.Timer(until, os.kill, (os.getpid(), number))
    with suppress(KeyboardInterrupt):
        timer.start()
        with open_sandbox("bubblewrap"):
            timer.join()
            time.sleep(0.01)
        missed += 1
until = time.monotonic() + 5
while descendants() and time.monotonic() < until:
    time.sleep(0.01)
print(missed, len(descendants()))
for pid in descendants():
    os.kill(pid, signal.SIGKILL)
"""


@pytest.mark.parametrize("stop", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_whoever_is_stopped_while_it_starts_leaves_nothing_behind(
    stop: str, sandbox: Sandbox
) -> None:
    """Ctrl-C, an order to end, a closed terminal: no half-started process stays."""
    words = [sys.executable, "-c", STOPPED, stop]
    done = subprocess.run(words, cwd=Path(__file__).parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    missed, left = map(int, done.stdout.split())
    assert missed < 30
    assert not left


def test_python_may_lie_where_learners_write(sandbox: Sandbox) -> None:
    """An environment below /tmp has its packages in the sandbox, too."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        venv.create(folder, symlinks=True)
        (packages,) = Path(folder).glob("lib/*/site-packages")
        (packages / "honest.py").write_text("answer = 42")
        grader = GRADER.replace("sys.argv[1]", "'import honest, os; honest.answer / 0'")
        grader = grader.replace('print("ready"', "print(reply").replace(
            "worker.ask", "reply = worker.ask"
        )
        words = [f"{folder}/bin/python", "-c", grader.replace("time.sleep(60)", "")]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "ZeroDivisionError" in done.stdout


SAID = {
    None: ("not installed", "apt install bubblewrap", "dnf install bubblewrap"),
    "bwrap: setting up uid map: Permission denied": (
        "setting up uid map",
        "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        "container",
    ),
    "bwrap: Unknown option --perms": ("too old",),
}


@pytest.mark.parametrize("said", SAID)
def test_a_refusal_says_why_and_what_to_do(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a bubblewrap that works there is a remedy in one sentence, and never a sandbox."""
    if said:
        fake = tmp_path / "bwrap"
        fake.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 1\n")
        fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxError) as refused, open_sandbox("bubblewrap"):
        pass
    for words in (*SAID[said], "--sandbox=none"):
        assert words in str(refused.value)


def test_other_systems_are_told_where_to_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no bubblewrap, the refusal names the way round."""
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    with pytest.raises(SandboxError, match="Linux container"), open_sandbox("bubblewrap"):
        pass


@pytest.mark.parametrize("kind", ["bubblewrap", "none"])
def test_windows_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no limits at all, and is never told to do without a sandbox."""
    monkeypatch.setattr("platform.system", lambda: "Windows")
    with pytest.raises(SandboxError, match="WSL") as refused, open_sandbox(kind):
        pass
    assert "none" not in str(refused.value)
