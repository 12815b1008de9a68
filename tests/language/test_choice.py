"""What somebody wants of LanguageTool is kept, and an address is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.language.choice import Choice, is_local, load_choice, server_address

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_kept(tmp_path: Path) -> None:
    choice = Choice("url", "http://localhost:8081", "", "/opt/java", "/opt/lt", 768)
    choice.save(tmp_path / "new" / "grammar.json")
    assert load_choice(tmp_path / "new" / "grammar.json") == choice


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"mode": "always"}', '{"memory": 7}', '{"url": 3, "colour": "red"}']
)
def test_what_is_wrong_is_as_on_the_first_day(tmp_path: Path, text: str) -> None:
    (tmp_path / "grammar.json").write_text(text)
    assert load_choice(tmp_path / "grammar.json") == Choice()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("localhost:8081", "http://localhost:8081"),
        (" https://grammar.example/v2/ ", "https://grammar.example"),
        ("http://[::1]:8081", "http://[::1]:8081"),
    ],
)
def test_an_address_is_made_whole(given: str, address: str) -> None:
    assert server_address(given) == address


@pytest.mark.parametrize("given", ["", "ftp://x", "http://", "a b", "localhost:port", "http://[x"])
def test_what_is_no_address_is_told(given: str) -> None:
    with pytest.raises(UserError) as told:
        server_address(given)
    assert told.value.key == "grammar.address"


def test_which_servers_are_on_this_computer() -> None:
    assert all(map(is_local, ("http://localhost:1", "http://127.0.0.9", "http://[::1]:3")))
    assert not any(map(is_local, ("http://192.168.1.2:8081", "http://localhost.example", "x")))
