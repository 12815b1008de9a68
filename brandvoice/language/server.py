"""One LanguageTool server: a Java process of ours that answers on this computer alone."""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from typing import IO, TYPE_CHECKING, Final

import psutil

from brandvoice.errors import UserError
from brandvoice.language.java import QUIETLY
from brandvoice.language.place import JAR
from brandvoice.language.register import end

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.language.register import Register

HOST: Final = "127.0.0.1"
_MAIN: Final = "org.languagetool.server.HTTPServer"
# One language at a time, and sentences that are looked at again and again while somebody types.
_PROPERTIES: Final = """\
pipelineCaching=true
maxPipelinePoolSize=4
pipelineExpireTimeInSeconds=3600
cacheSize=2000
cacheTTLSeconds=3600
maxTextLength=20000
maxCheckTimeMillis=8000
maxCheckThreads=2
"""
_JVM: Final = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)
_PATIENCE: Final = 60.0
"""Seconds to the first answer: a cold disk and a virus scanner take their time."""
_BETWEEN: Final = 0.2
_TRIES: Final = 3
_LINES: Final = 40
_PR_SET_PDEATHSIG: Final = 1


class Server:
    """Starts on a free port of the loopback interface and ends with `stop`, or with the app."""

    def __init__(
        self,
        java: Path,
        files: Path,
        memory: int,
        register: Register,
        state: Path,
        patience: float = _PATIENCE,
    ) -> None:
        """`memory` is Java's heap in megabytes; `state` a folder for the server's properties."""
        self._java = java
        self._files = files
        self._memory = memory
        self._register = register
        self._properties = state / "server.properties"
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._listener: threading.Thread | None = None
        self._said: deque[str] = deque(maxlen=_LINES)
        self._stopping = threading.Event()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def healthy(self) -> bool:
        """Whether it answers, and nobody else in its place."""
        return self.alive and _answers(self.port) and self._listens()

    @property
    def resident(self) -> int:
        """The memory it takes, bytes; 0 when it does not run."""
        process = self._process
        if process is None:
            return 0
        try:
            return int(psutil.Process(process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def start(self) -> None:
        """Returns when it answers; raises UserError `grammar.start_…` and leaves nothing behind.

        When a port was taken in the moment between, another one is tried.
        """
        self._properties.parent.mkdir(parents=True, exist_ok=True)
        self._properties.write_text(_PROPERTIES, encoding="utf-8")
        until = time.monotonic() + self._patience
        for attempt in range(_TRIES):
            self._launch()
            if self._wait(until):
                return
            ended = not self.alive
            said = self._said[-1] if self._said else "–"
            self._end()
            if self._stopping.is_set():
                raise UserError("grammar.start_stopped")
            if not ended:
                raise UserError("grammar.start_slow", seconds=round(self._patience))
            if attempt == _TRIES - 1:
                raise UserError("grammar.start_ended", said=said)

    def stop(self) -> None:
        """Ends it: asks, and kills after three seconds. Also while it is starting."""
        self._stopping.set()
        self._end()

    def _launch(self) -> None:
        self.port = _free_port()
        self._said.clear()
        heap = f"-Xmx{self._memory}m"
        command = [str(self._java), heap, *_JVM, "-cp", str(self._files / JAR), _MAIN]
        command += ["--port", str(self.port), "--config", str(self._properties)]
        try:
            self._process = subprocess.Popen(
                command,
                cwd=self._files,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                creationflags=QUIETLY,
                # The kernel ends the server when the thread that started it ends, however it does.
                preexec_fn=_end_with_parent(),  # noqa: PLW1509
            )
        except OSError as error:
            raise UserError("grammar.start_ended", said=error.strerror or error) from None
        if lines := self._process.stdout:
            self._listener = threading.Thread(target=self._listen, args=(lines,), daemon=True)
            self._listener.start()
        with suppress(psutil.Error, OSError):
            self._register.note(self._process.pid, self._files)

    def _wait(self, until: float) -> bool:
        while time.monotonic() < until and self.alive and not self._stopping.is_set():
            if self.healthy:
                return True
            self._stopping.wait(_BETWEEN)
        return False

    def _listens(self) -> bool:
        """Whether it is our own process that has the port, as far as the system tells."""
        process = self._process
        if process is None:
            return False
        try:
            open_ports = psutil.Process(process.pid).net_connections("tcp")
        except psutil.AccessDenied:
            return True
        except psutil.Error:
            return False
        listening = (one for one in open_ports if one.status == psutil.CONN_LISTEN)
        return any(one.laddr.port == self.port for one in listening)

    def _listen(self, said: IO[bytes]) -> None:
        """Keeps the last lines it says, in memory alone: they may quote a draft."""
        with said:
            for line in said:
                self._said.append(line.decode(errors="replace").strip())

    def _end(self) -> None:
        process = self._process
        if process is None:
            return
        with suppress(psutil.NoSuchProcess):
            end(psutil.Process(process.pid))
        process.wait()
        if self._listener:
            self._listener.join(1)
        self._process = None
        self._register.forget()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        port: int = one.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    """Whether a LanguageTool server answers there; asked directly, past every proxy."""
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().read(100).strip() == b"OK"
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _end_with_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    set_option = ctypes.CDLL(None).prctl
    return lambda: set_option(_PR_SET_PDEATHSIG, signal.SIGKILL)
