"""What every test may count on."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from platformdirs import user_config_dir, user_data_dir

from tests.conftest import NetworkUsedError


def test_no_test_sees_the_home_of_whoever_runs_it(tmp_path: Path) -> None:
    assert Path.home().is_relative_to(tmp_path)
    assert Path(user_data_dir("brandvoice")).is_relative_to(tmp_path)
    assert Path(user_config_dir("brandvoice")).is_relative_to(tmp_path)
    assert Path(os.environ["BRANDVOICE_WORKSPACE"]).is_relative_to(tmp_path)


def test_no_connection_can_be_opened() -> None:
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("localhost", 9))
    with socket.socket() as plain, pytest.raises(NetworkUsedError):
        plain.connect(("127.0.0.1", 9))
