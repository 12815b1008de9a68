"""Two laptops and the command line: send, open, decide, send back, open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.program import brandvoice

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Jam buka kami Senin sampai Jumat, 9.00-17.00 WIB."


class Laptop:
    """A workspace with a keys folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.file = folder / "kerja.sqlite3"
        self._env = {"BRANDVOICE_KEYS": str(folder / "keys")}
        self._words = folder / "passphrase"
        self._words.write_text("kopi susu tanpa gula", encoding="utf-8")
        self._words.chmod(0o600)

    def do(self, *arguments: str | Path, given: str = "", signed: bool = False) -> str:
        passphrase = ("--passphrase-file", self._words) if signed else ()
        done = brandvoice(
            *arguments, *passphrase, "--workspace", self.file, given=given, env=self._env
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuse(self, *arguments: str | Path) -> str:
        done = brandvoice(*arguments, "--workspace", self.file, env=self._env)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        return done.stderr


def test_a_post_goes_over_and_comes_back_approved(tmp_path: Path) -> None:
    dewi, bayu = Laptop(tmp_path / "dewi"), Laptop(tmp_path / "bayu")
    dewi.do("people", "add", "Dewi", "--role", "writer")
    dewi.do("people", "add", "Bayu", "--role", "approver")
    post = dewi.do("post", "new", "-", "--as", "Dewi", "--channel", "instagram", given=TEXT)
    post = post.split()[0]
    dewi.do("post", "submit", post, "--as", "Dewi")
    over, back = tmp_path / "over.bvreview", tmp_path / "back.bvreview"
    dewi.do("handover", "send", post, "-o", over, "--as", "Dewi", signed=True)
    assert "1 post came from Dewi" in bayu.do("handover", "open", over, "--as", "Bayu")
    assert "is here already" in bayu.do("handover", "open", over, "--as", "Bayu")
    bayu.do("post", "approve", post, "--as", "Bayu", signed=True)
    bayu.do("handover", "send", post, "-o", back, "--as", "Bayu", signed=True)
    came = dewi.do("handover", "open", back, "--as", "Dewi")
    assert "1 decision took effect" in came
    assert "Bayu signs with a key that is new here" in came
    assert "Approved" in dewi.do("post", "show", post)
    dewi.do("history", "verify", "--anchor", over, "--anchor", back)
    bayu.do("history", "verify", "--anchor", back)
    over.write_bytes(over.read_bytes()[:-20])
    assert "over.bvreview" in bayu.refuse("handover", "open", over, "--as", "Bayu")
