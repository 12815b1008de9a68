"""Every test has a home and a workspace of its own, no screen and no network."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

from tests.compiling import outdated

# Tests promise what happens, never how soon: a busy machine fails nothing.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Before anything can import PySide6: the platform is chosen when the application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# One for all tests, and never the person's own: rules are made ready once.
CACHE = tempfile.mkdtemp(prefix="brandvoice-tests-")
atexit.register(shutil.rmtree, CACHE, ignore_errors=True)
os.environ["XDG_CACHE_HOME"] = CACHE
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

if TYPE_CHECKING:
    from pathlib import Path


def pytest_configure() -> None:
    """Refuses to test what was compiled before its source was changed."""
    if not os.environ.get("BRANDVOICE_PURE") and (old := outdated()):
        files = ", ".join(old)
        message = f"compiled from an older source: {files}; `make setup` compiles it anew"
        raise pytest.UsageError(message)


class NetworkUsedError(AssertionError):
    """A test, or what it tests, tried to open a connection."""


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder that is empty and goes away with the test; workspace and keys lie in it."""
    home = tmp_path / "home"
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
    }
    for name, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.delenv("BRANDVOICE_LANGUAGETOOL", raising=False)
    monkeypatch.setenv("BRANDVOICE_WORKSPACE", str(home / "workspace.brandvoice"))
    monkeypatch.setenv("BRANDVOICE_KEYS", str(home / "keys"))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts do not leave the laptop: connecting anywhere fails the test."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise NetworkUsedError

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
