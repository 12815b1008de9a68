"""Which Java is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.language.java import find_java
from tests.language.fakejava import java_home

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("no_java")


def test_the_chosen_one_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = java_home(tmp_path / "chosen", "good")
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "other", "good")))
    assert find_java(str(chosen)) == (chosen / "bin" / "java", 17)
    assert find_java(str(chosen / "bin" / "java")).program == chosen / "bin" / "java"


def test_java_home_then_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(java_home(tmp_path / "path", "good") / "bin"))
    assert find_java().program == tmp_path / "path" / "bin" / "java"
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "home", "good")))
    assert find_java().program == tmp_path / "home" / "bin" / "java"


def test_an_old_one_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "old", "old")))
    with pytest.raises(UserError) as told:
        find_java()
    assert told.value.key == "grammar.old_java"
    assert told.value.details["version"] == 8
    monkeypatch.setenv("PATH", str(java_home(tmp_path / "new", "good") / "bin"))
    assert find_java().version == 17


def test_none_at_all_and_one_that_says_nothing(tmp_path: Path) -> None:
    for chosen in ("", str(tmp_path / "nowhere"), str(java_home(tmp_path / "mute", "mute"))):
        with pytest.raises(UserError) as told:
            find_java(chosen)
        assert told.value.key == "grammar.no_java"
