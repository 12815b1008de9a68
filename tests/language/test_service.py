"""A server that starts, does not start, dies, and is never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from threading import Thread
from typing import TYPE_CHECKING

import psutil
import pytest

from brandvoice.language.choice import Choice
from brandvoice.language.client import Piece
from brandvoice.language.service import Service
from tests.language.fakejava import ROOT, Kind, java_home, running, server_files, starts
from tests.language.fakeserver import fake_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.usefixtures("loopback", "no_java"),
    pytest.mark.skipif(os.name == "nt", reason="the fake java is a script"),
]
_PATIENCE = 15


class Stage:
    """A Java of some kind, the server's files, and the service on top of them."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        self.home = java_home(folder / "java", kind)
        self.files = server_files(folder)
        self.told: list[str] = []
        self.service = Service(
            Choice(java=str(self.home), folder=str(self.files)),
            lambda standing: self.told.append(standing.kind),
            state=folder / "state",
            pauses=(0, 0, 0),
            patience=3,
        )

    @property
    def reason(self) -> str:
        reason = self.service.standing.reason
        return reason.key if reason else ""


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Set up for a kind of Java; whatever happens, no process is left."""
    one = Stage(tmp_path, request.param)
    yield one
    one.service.close()
    assert running(one.files) == []
    assert list((tmp_path / "state").glob("*.json")) == []


def on_stage(kind: Kind) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("stage", [kind], indirect=True)


@on_stage("good")
def test_it_starts_when_it_is_needed_and_not_before(stage: Stage) -> None:
    assert stage.service.look().kind == "idle"
    assert running(stage.files) == []
    client = stage.service.client()
    assert client is not None
    assert stage.service.client() is client
    assert stage.told == ["idle", "starting", "ready"]
    assert len(running(stage.files)) == 1
    assert stage.service.resident > 0


@on_stage("good")
def test_looking_again_leaves_a_running_server_alone(stage: Stage) -> None:
    client = stage.service.client()
    assert stage.service.look().kind == "ready"
    assert stage.service.client() is client
    assert starts(stage.home) == 1


@on_stage("late")
def test_it_is_waited_for(stage: Stage) -> None:
    assert stage.service.client() is not None
    assert starts(stage.home) == 1


@on_stage("taken-once")
def test_a_port_that_was_taken_in_between_is_no_trouble(stage: Stage) -> None:
    assert stage.service.client() is not None
    assert starts(stage.home) == 2


@pytest.mark.parametrize(
    ("stage", "reason", "started"),
    [
        ("taken", "grammar.start_ended", 3),
        ("exits", "grammar.start_ended", 3),
        ("never", "grammar.start_slow", 1),
        ("dies", "grammar.answer", 1),
    ],
    indirect=["stage"],
)
def test_a_start_that_fails_is_told_and_leaves_nothing(
    stage: Stage, reason: str, started: int
) -> None:
    assert stage.service.client() is None
    assert (stage.service.standing.kind, stage.reason) == ("failed", reason)
    assert starts(stage.home) == started
    assert running(stage.files) == []


@on_stage("old")
def test_an_old_java_is_not_even_tried(stage: Stage) -> None:
    assert stage.service.client() is None
    assert (stage.service.standing.kind, stage.reason) == ("missing", "grammar.old_java")
    assert starts(stage.home) == 0


@on_stage("good")
def test_without_the_files_it_says_so(stage: Stage) -> None:
    (stage.files / "languagetool-server.jar").unlink()
    assert stage.service.client() is None
    assert (stage.service.standing.kind, stage.reason) == ("missing", "grammar.no_files")


@on_stage("good")
def test_one_that_dies_is_started_again_three_times_at_most(stage: Stage) -> None:
    for _ in range(3):
        assert stage.service.client() is not None
        _kill(stage)
    assert stage.service.client() is None
    assert (stage.service.standing.kind, stage.reason) == ("failed", "grammar.start_again")
    assert starts(stage.home) == 3
    stage.service.turn_to(stage.service.choice)
    assert stage.service.client() is not None, "a new choice is a new count"


@on_stage("good")
def test_a_disk_that_takes_nothing_is_told(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    assert stage.service.client() is None
    assert (stage.service.standing.kind, stage.reason) == ("failed", "grammar.start_ended")
    (tmp_path / "state").unlink()


@on_stage("never")
def test_closing_does_not_wait_for_a_start(stage: Stage) -> None:
    starting = Thread(target=stage.service.client)
    starting.start()
    _until(lambda: starts(stage.home) == 1)
    stage.service.close()
    starting.join(_PATIENCE)
    assert not starting.is_alive()
    assert stage.service.client() is None, "closed is closed"


@on_stage("good")
def test_switched_off_it_ends(stage: Stage) -> None:
    assert stage.service.client() is not None
    stage.service.turn_to(Choice(mode="off"))
    assert stage.service.standing.kind == "off"
    assert running(stage.files) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_an_app_that_is_killed_leaves_no_server_behind(tmp_path: Path, how: signal.Signals) -> None:
    files = server_files(tmp_path)
    app = _app(tmp_path, files)
    _until(lambda: running(files))
    app.send_signal(how)
    app.wait(_PATIENCE)
    # On Linux the kernel has ended it; elsewhere the next start does.
    Service(Choice(mode="off"), state=tmp_path / "state").look()
    _until(lambda: not running(files))
    assert list((tmp_path / "state").glob("*.json")) == []


def test_the_next_start_ends_what_was_left_and_nothing_else(tmp_path: Path) -> None:
    files = server_files(tmp_path)
    app = _app(tmp_path, files, bound=False)
    _until(lambda: running(files))
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        Service(Choice(mode="off"), state=tmp_path / "state").look()
        assert running(files), "its app is alive: it is not ours to end"
        app.kill()
        app.wait(_PATIENCE)
        assert running(files)
        Service(Choice(mode="off"), state=tmp_path / "state").look()
        assert running(files) == []
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_a_note_that_is_nonsense_is_thrown_away(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    mine = [os.getpid(), psutil.Process().create_time()]
    for name, text in (
        ("a", "{"), ("b", "[]"), ("c", '{"app": 1}'),
        ("d", f'{{"app": [1, 1.0], "server": {mine}, "files": "{tmp_path}"}}'),
    ):  # fmt: skip
        (state / f"{name}.json").write_text(text)
    Service(Choice(mode="off"), state=state).look()
    assert list(state.glob("*.json")) == []


def test_a_server_elsewhere_is_asked_only_after_a_yes(tmp_path: Path) -> None:
    url = "http://192.0.2.1:8081"
    service = Service(Choice(mode="url", url=url), state=tmp_path)
    assert service.client() is None
    assert service.standing.kind == "unasked"
    assert service.turn_to(Choice(mode="url", url=url, agreed=url)).kind == "idle"


def test_a_server_of_ones_own_is_used_and_watched(tmp_path: Path) -> None:
    with fake_server() as server:
        service = Service(Choice(mode="url", url=server.url), state=tmp_path, pauses=(0, 0, 0))
        client = service.client()
        assert client is not None
        assert client.check([Piece("Teh team.")]).slips
        assert service.standing.url == server.url
    service = Service(Choice(mode="url", url=server.url), state=tmp_path, pauses=(0, 0, 0))
    assert service.client() is None
    assert service.standing.kind == "failed"


def _kill(stage: Stage) -> None:
    for process in running(stage.files):
        process.kill()
        process.wait(_PATIENCE)
    assert not running(stage.files)
    assert not stage.service.resident


def _app(folder: Path, files: Path, *, bound: bool = True) -> subprocess.Popen[bytes]:
    """A program with a service of its own that goes on until it is killed."""
    home = java_home(folder / "java", "good")
    free = (
        ""
        if bound
        else "import brandvoice.language.server as s; s._end_with_parent = lambda: None;"
    )
    work = (
        f"import time; from pathlib import Path; {free}"
        "from brandvoice.language.choice import Choice;"
        "from brandvoice.language.service import Service;"
        f"Service(Choice(java={str(home)!r}, folder={str(files)!r}),"
        f" state=Path({str(folder / 'state')!r})).client(); time.sleep(600)"
    )
    return subprocess.Popen([sys.executable, "-c", work], cwd=ROOT)


def _until(so: object) -> None:
    assert callable(so)
    end = time.monotonic() + _PATIENCE
    while not so():
        assert time.monotonic() < end, "waited long enough"
        time.sleep(0.05)
