"""What the window remembers; a broken file is a first day, never an error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from brandvoice.desktop.settings import Settings, load_settings, settings_place

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "window.json"
    chosen = Settings("en", "dark", "person", "post", "work.sqlite3", ["/a.txt"])
    chosen.save(file)
    assert load_settings(file) == chosen


def test_recent_files_are_few_and_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    files = [tmp_path / f"{number}.txt" for number in range(12)]
    for file in (*files, files[0]):
        settings.opened(file)
    assert settings.recent[:2] == [str(files[0]), str(files[11])]
    assert len(settings.recent) == len(set(settings.recent)) == 8


@pytest.mark.parametrize(
    "written",
    ["", "no json", "[]", "null", '{"language": "xx", "theme": 3, "recent": "a", "person": []}'],
)
def test_a_file_that_makes_no_sense_is_a_first_day(tmp_path: Path, written: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(written)
    assert load_settings(file) == Settings()


def test_what_is_unknown_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    file.write_text(json.dumps({"language": "en", "of the future": 1}))
    assert load_settings(file).language == "en"


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Settings("en").save(tmp_path / "file" / "window.json")


def test_they_lie_in_the_users_configuration_folder(tmp_path: Path) -> None:
    assert settings_place().is_relative_to(tmp_path)
