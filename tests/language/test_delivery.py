"""The server's files arrive whole, checked, or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
import zipfile
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.language import delivery
from brandvoice.language.delivery import Delivery
from brandvoice.language.place import JAR, NAME, server_folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fake mvn is a script")
_LIES = "org/languagetool/languagetool-standalone/6.8/languagetool-standalone-6.8.zip"
_FAILS = "[INFO] Scanning\n[ERROR] Could not transfer artifact\n[ERROR] more about it\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A zip like LanguageTool's, and known as such."""
    path = tmp_path / "given.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in (JAR, "libs/one.jar", "COPYING.txt"):
            packed.writestr(f"{NAME}/{name}", b"x" * 1000)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setattr(delivery, "DIGESTS", frozenset({digest}))
    return path


def maven(folder: Path, monkeypatch: pytest.MonkeyPatch, work: str) -> None:
    """A program called mvn that does `work`; `repository` is where it is to put things."""
    program = folder / "bin" / "mvn"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport shutil, sys, time\nfrom pathlib import Path\n"
        "(given,) = [a for a in sys.argv if a.startswith('-Dmaven.repo.local=')]\n"
        f"zipped = Path(given.partition('=')[2], {_LIES!r})\n"
        f"zipped.parent.mkdir(parents=True, exist_ok=True)\n{work}\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))


def test_it_is_fetched_checked_and_put_where_the_program_looks(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maven(tmp_path, monkeypatch, f"time.sleep(0.4); shutil.copy({str(archive)!r}, zipped)")
    heard: list[int] = []
    folder = Delivery(heard.append).fetch()
    assert server_folder() == folder
    assert (folder / "COPYING.txt").is_file(), "its licence travels with it"
    assert heard[-1] == delivery.SIZE
    assert [one.name for one in folder.parent.iterdir()] == [NAME], "nothing else is left"


def test_a_zip_somebody_has_is_taken(tmp_path: Path, archive: Path) -> None:
    folder = Delivery(folder=tmp_path / "there" / NAME).unpack(archive)
    assert (folder / JAR).is_file()
    again = Delivery(folder=folder).unpack(archive)
    assert (again / JAR).is_file(), "over an older one, too"


def test_another_file_is_refused_and_what_was_there_stays(tmp_path: Path, archive: Path) -> None:
    folder = Delivery(folder=tmp_path / "there" / NAME).unpack(archive)
    other = tmp_path / "other.zip"
    other.write_bytes(archive.read_bytes() + b"\0")
    with pytest.raises(UserError) as told:
        Delivery(folder=folder).unpack(other)
    assert told.value.key == "grammar.digest"
    assert (folder / JAR).is_file()


def test_what_arrives_wrong_is_thrown_away(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maven(tmp_path, monkeypatch, "zipped.write_bytes(b'half of it')")
    with pytest.raises(UserError) as told:
        Delivery(folder=tmp_path / "there" / NAME).fetch()
    assert told.value.key == "grammar.digest"
    assert archive.exists()
    assert not list((tmp_path / "there").rglob("*.zip"))


def test_what_maven_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maven(tmp_path, monkeypatch, f"print({_FAILS!r}); sys.exit(1)")
    with pytest.raises(UserError) as told:
        Delivery(folder=tmp_path / "there" / NAME).fetch()
    assert told.value.key == "grammar.maven"
    assert told.value.details["reason"] == "Could not transfer artifact"


def test_without_maven_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UserError) as told:
        Delivery().fetch()
    assert told.value.key == "grammar.no_maven"
    assert "languagetool-standalone:6.8:zip" in str(told.value.details["command"])


def test_a_full_disk_is_told_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maven(tmp_path, monkeypatch, "sys.exit('must not run')")
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(UserError) as told:
        Delivery(folder=tmp_path / "there" / NAME).fetch()
    assert told.value.key == "grammar.no_room"


def test_stopping_keeps_what_has_arrived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = "zipped.with_suffix('.zip.part')"
    maven(tmp_path, monkeypatch, f"{part}.write_bytes(b'1234'); time.sleep(600)")
    heard: list[int] = []
    one = Delivery(heard.append, tmp_path / "there" / NAME)
    raised: list[UserError] = []

    def fetch() -> None:
        with pytest.raises(UserError) as told:
            one.fetch()
        raised.append(told.value)

    fetching = Thread(target=fetch)
    fetching.start()
    while 4 not in heard:
        time.sleep(0.02)
    one.cancel()
    fetching.join(20)
    assert [error.key for error in raised] == ["grammar.cancelled"]
    assert len(list((tmp_path / "there").rglob("*.zip.part"))) == 1
