"""Connections to this computer, and to no other."""

from __future__ import annotations

import _socket
import socket
from socket import create_connection, getaddrinfo
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import NetworkUsedError

if TYPE_CHECKING:
    from collections.abc import Callable

_HERE = ("127.0.0.1", "localhost", "::1")


@pytest.fixture
def loopback(no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Lets servers of this computer be asked."""

    def only_here(connect: Callable[..., Any]) -> Callable[..., Any]:
        def connected(one: socket.socket, address: tuple[str, int]) -> Any:
            if address[0] not in _HERE:
                raise NetworkUsedError
            return connect(one, address)

        return connected

    monkeypatch.setattr(socket.socket, "connect", only_here(_socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", only_here(_socket.socket.connect_ex))
    monkeypatch.setattr(socket, "create_connection", create_connection)
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
