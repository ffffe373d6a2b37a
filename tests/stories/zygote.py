"""Starts our programs as processes of their own, quickly: forked from one that has read all their modules already.

Reading the modules takes a second of a core each time, and the stories start some hundred programs. A program runs as
with `python -m`, with its own environment, arguments and files; that this is the same is tried in `test_starting`.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 1 << 20
_lock = Lock()


class Program:
    """A started program: what the stories need of `subprocess.Popen`."""

    def __init__(self, pid: int, stdin: IO[bytes] | None, stdout: IO[bytes] | None) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self.returncode: int | None = None
        self._end = os.pidfd_open(pid)

    def poll(self) -> int | None:
        return self._status(0)

    def wait(self, timeout: float | None = None) -> int:
        status = self._status(timeout)
        if status is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        return status

    def _status(self, timeout: float | None) -> int | None:
        if self.returncode is None and select.select([self._end], [], [], timeout)[0]:
            os.close(self._end)
            self.returncode = int(_ask({"ended": self.pid})["status"])
        return self.returncode

    def send_signal(self, sign: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sign)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def start(
    words: tuple[str, ...], *, env: Mapping[str, str], stdin: int, stdout: IO[Any] | int, stderr: IO[Any] | int
) -> Program:
    """`python -m WORDS…` in the project's folder. Streams as with `subprocess.Popen`: a file, PIPE or DEVNULL."""
    ours: dict[int, IO[bytes] | None] = {0: None, 1: None}
    theirs = [_stream(0, stdin, ours), _stream(1, stdout, ours), _stream(2, stderr, ours)]
    try:
        pid = _ask({"words": words, "env": dict(env)}, theirs)["pid"]
    finally:
        for fd, given in zip(theirs, (stdin, stdout, stderr), strict=True):
            if isinstance(given, int):
                os.close(fd)
    return Program(int(pid), ours[0], ours[1])


def _stream(number: int, given: IO[Any] | int, ours: dict[int, IO[bytes] | None]) -> int:
    if given == subprocess.DEVNULL:
        return os.open(os.devnull, os.O_RDWR)
    if given == subprocess.PIPE:
        reading, writing = os.pipe()
        ours[number] = os.fdopen(writing, "wb") if number == 0 else os.fdopen(reading, "rb")
        return reading if number == 0 else writing
    assert not isinstance(given, int)
    return given.fileno()


def _ask(wanted: Mapping[str, Any], files: list[int] | None = None) -> dict[str, Any]:
    with _lock:
        line = _zygote()
        socket.send_fds(line, [json.dumps(wanted).encode()], files or [])
        answered: dict[str, Any] = json.loads(line.recv(LONGEST))
    return answered


@cache
def _zygote() -> socket.socket:
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, str(there.fileno())], cwd=ROOT, pass_fds=[there.fileno()]
    )
    there.close()

    def end() -> None:
        here.close()
        process.wait(10)

    atexit.register(end)
    return here


def _serve(line: socket.socket) -> None:
    """Fork for every request, until nobody asks any more. Nothing here may start a thread."""
    while True:
        said, files, _, _ = socket.recv_fds(line, LONGEST, 3)
        if not said:
            return
        wanted = json.loads(said)
        if "ended" in wanted:
            _, status = os.waitpid(wanted["ended"], 0)
            line.send(json.dumps({"status": os.waitstatus_to_exitcode(status)}).encode())
            continue
        pid = os.fork()
        if not pid:
            line.close()
            _become(wanted["words"], wanted["env"], files)
        for file in files:
            os.close(file)
        line.send(json.dumps({"pid": pid}).encode())


def _become(words: list[str], env: dict[str, str], files: list[int]) -> None:
    status = 1
    try:
        for number, file in enumerate(files):
            os.dup2(file, number)
            os.close(file)
        os.environ.clear()
        os.environ.update(env)
        module, *arguments = words
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


#: Everything that the programs are made of, but for their `__main__`.
MODULES = (
    "bot.checking",
    "bot.house",
    "bot.practice",
    "simulator.app",
    "simulator.wire",
    "uvicorn.lifespan.on",
    "uvicorn.loops.asyncio",
)

if __name__ == "__main__":
    for module in MODULES:
        import_module(module)
    _serve(socket.socket(fileno=int(sys.argv[1])))
