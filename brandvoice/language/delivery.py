"""Brings LanguageTool's files to this computer: through Maven, or from a zip somebody has."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import threading
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import psutil

from brandvoice.errors import UserError
from brandvoice.language.java import QUIETLY
from brandvoice.language.place import JAR, NAME, VERSION, usual_folder
from brandvoice.language.register import end

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTIFACT: Final = f"org.languagetool:languagetool-standalone:{VERSION}:zip"
_PLUGIN: Final = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get"
SIZE: Final = 258_509_167
"""Bytes to download."""
ROOM: Final = 700_000_000
"""Bytes the zip and what is in it take together until the zip is thrown away."""
DIGESTS: Final = frozenset(
    {
        # As it lies in Maven's central repository, and as its makers hand it out.
        "f04aecf37e35ef17d44b336da9668a5a3a871edd14bd83a766a7e110b9ebcd21",
        "6a7f6b67b779ae9505f7579f0c41453ea8d1bd72ae750bdc2c55ba974281467d",
    }
)
COMMAND: Final = f"mvn -B {_PLUGIN} -Dartifact={ARTIFACT} -Dtransitive=false"
"""What fetches the zip into Maven's own folder, for a computer on which we may not run it."""
_BETWEEN: Final = 0.25
_CHUNK: Final = 1 << 20
_ERROR: Final = re.compile(r"^\[ERROR\] (.+)$", re.MULTILINE)


class Delivery:
    """One delivery into `folder`; it appears there whole or not at all.

    `told` hears how many bytes of `SIZE` are here. `cancel` may be called from any thread; what was
    downloaded is kept, and the next delivery goes on from there.
    """

    def __init__(
        self, told: Callable[[int], None] = lambda _: None, folder: Path | None = None
    ) -> None:
        self._told = told
        self._folder = folder or usual_folder()
        self._scratch = self._folder.parent / "download"
        self._cancelled = threading.Event()

    def fetch(self) -> Path:
        """Downloads, checks and unpacks; the folder with the server.

        Raises UserError `grammar.no_maven`, `grammar.no_room`, `grammar.maven`, `grammar.digest`,
        `grammar.cancelled`.
        """
        maven = shutil.which("mvn")
        if maven is None:
            raise UserError("grammar.no_maven", command=COMMAND)
        self._make_room(ROOM)
        self._download(maven)
        (archive,) = self._scratch.rglob(f"languagetool-standalone-{VERSION}.zip")
        try:
            self.unpack(archive)
        except UserError:
            archive.unlink()  # going on from what is wrong would never make it right
            raise
        shutil.rmtree(self._scratch, ignore_errors=True)
        return self._folder

    def unpack(self, archive: Path) -> Path:
        """Checks a zip and puts what is in it in place; the folder with the server.

        Raises UserError `grammar.digest` for any other file than the two that are known.
        """
        self._make_room(ROOM - SIZE)
        if self._digest(archive) not in DIGESTS:
            raise UserError("grammar.digest", name=archive.name, version=VERSION)
        fresh = self._folder.with_name(f"{NAME}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            with zipfile.ZipFile(archive) as packed:
                packed.extractall(fresh)
            self._heed()
            if not (fresh / NAME / JAR).is_file():
                raise UserError("grammar.digest", name=archive.name, version=VERSION)
            shutil.rmtree(self._folder, ignore_errors=True)
            (fresh / NAME).replace(self._folder)
        except (OSError, zipfile.BadZipFile) as error:
            raise UserError("grammar.unpack", reason=error) from None
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return self._folder

    def cancel(self) -> None:
        """Gives up as soon as possible."""
        self._cancelled.set()

    def _download(self, maven: str) -> None:
        command = [maven, *COMMAND.split()[1:], f"-Dmaven.repo.local={self._scratch}"]
        log = self._scratch / "maven.log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                creationflags=QUIETLY,
            )
            try:
                while process.poll() is None:
                    self._heed()
                    self._told(self._here())
                    self._cancelled.wait(_BETWEEN)
            finally:
                _end_all(process)
        if process.returncode:
            errors = _ERROR.findall(log.read_text(encoding="utf-8", errors="replace"))
            raise UserError("grammar.maven", reason=errors[0] if errors else process.returncode)
        self._told(SIZE)

    def _here(self) -> int:
        """Bytes of the zip that have arrived."""
        with suppress(OSError):  # Maven renames it when it is whole
            found = self._scratch.rglob(f"languagetool-standalone-{VERSION}.zip*")
            return max((one.stat().st_size for one in found), default=0)
        return 0

    def _digest(self, archive: Path) -> str:
        digest = hashlib.sha256()
        try:
            with archive.open("rb") as packed:
                while chunk := packed.read(_CHUNK):
                    self._heed()
                    digest.update(chunk)
        except OSError as error:
            raise UserError("grammar.unpack", reason=error.strerror) from None
        return digest.hexdigest()

    def _make_room(self, needed: int) -> None:
        try:
            self._scratch.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self._scratch).free
        except OSError as error:
            raise UserError("grammar.unpack", reason=error.strerror) from None
        if free < needed:
            raise UserError("grammar.no_room", needed=needed // 10**6, free=free // 10**6)

    def _heed(self) -> None:
        if self._cancelled.is_set():
            raise UserError("grammar.cancelled")


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and what it started: on Windows `mvn` is a script that starts Java."""
    with suppress(psutil.NoSuchProcess):
        whole = psutil.Process(process.pid)
        for one in (*whole.children(recursive=True), whole):
            end(one)
    process.wait()
