"""Fixtures for whatever talks to a server on this computer."""

from __future__ import annotations

import pytest

from brandvoice.language import java
from tests.language.loopback import loopback

__all__ = ["loopback"]


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without Java."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(java, "_HOMES", ())
