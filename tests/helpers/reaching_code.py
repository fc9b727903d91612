"""Cells that reach for what is not theirs: each fails as soon as it gets hold of it."""

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
        assert not [path for path in ("/proc", "/var", "/bin") if os.path.exists(path)]
        of_python = [*sys.path, os.path.dirname(sys.executable)]
        for folder, inner, files in os.walk("/home"):  # there only if Python or its packages are
            if any(f"{folder}/".startswith(f"{path}/") for path in of_python):
                inner.clear()
                continue
            assert any(path.startswith(f"{folder}/") for path in of_python), folder
            assert not [name for name in files if not name.startswith("libpython")], files
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
