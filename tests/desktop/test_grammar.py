"""Grammar in the window: it comes later, never in the way, and is chosen in the settings."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from brandvoice.desktop.grammarform import GrammarForm
from brandvoice.language.choice import Choice, load_choice
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined
from tests.language.fakejava import java_home, running, server_files, starts
from tests.language.fakeserver import fake_server
from tests.language.loopback import loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from brandvoice.desktop.application import Program

    Start = Callable[..., Program]

__all__ = ["loopback"]
pytestmark = [
    pytest.mark.usefixtures("loopback"),
    pytest.mark.skipif(os.name == "nt", reason="the fake java is a script"),
]
POST = "She don't work here today, but the rest of the team does."
SLIP = "She don't"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LanguageTool that starts at once, found by the program."""
    files = server_files(tmp_path / "lt")
    monkeypatch.setenv("JAVA_HOME", str(java_home(tmp_path / "java", "good")))
    monkeypatch.setenv("BRANDVOICE_LANGUAGETOOL", str(files))
    return files


@contextmanager
def at_work(start: Start) -> Iterator[Hands]:
    """Somebody at an empty Desk."""
    program = start()
    program.window.staff.people.begin("Dewi")
    hands = Hands(program)
    hands.wait()
    program.office.proofing.look()
    until(lambda: program.office.proofing.standing is not None)
    yield hands


def read(hands: Hands) -> None:
    """Waits until the second look is over."""
    hands.wait()
    until(lambda: hands.desk.writing.second_look.resting)
    hands.wait()


def form(hands: Hands) -> GrammarForm:
    hands.program.window.screens.turn("settings")
    hands.wait()
    (one,) = hands.program.window.findChildren(GrammarForm)
    until(lambda: not hands.program.office.proofing.waiting)
    return one


def choice(hands: Hands) -> Choice:
    return hands.program.office.proofing.choice


@pytest.mark.usefixtures("files")
def test_grammar_comes_after_the_rules_and_can_be_fixed(start: Start, tmp_path: Path) -> None:
    with at_work(start) as hands:
        assert starts(tmp_path / "java") == 0, "nothing English is written yet"
        hands.write(f"{POST} Termurah se-Indonesia!")
        read(hands)
        assert underlined(hands.paper) == [SLIP, "Termurah se-Indonesia"]
        assert hands.program.window.status.grammar.text() == "Tata bahasa: siap"
        hands.click("Ganti: “She doesn't”")
        read(hands)
        assert hands.paper.text().startswith("She doesn't")
        assert underlined(hands.paper) == ["Termurah se-Indonesia"]


def test_spelling_needs_no_languagetool(start: Start) -> None:
    with at_work(start) as hands:
        hands.write("Terima kasih untuk semua pelangan yang sudah datang.")
        read(hands)
        assert underlined(hands.paper) == ["pelangan"]


def test_lists_count_what_was_found_late(start: Start) -> None:
    with at_work(start) as hands:
        hands.write("Terima kasih untuk semua pelangan yang sudah datang.")
        read(hands)
        (post,) = hands.program.office.shelf.groups()[0].posts
        shelf = hands.program.office.shelf

        def counted() -> bool:
            newest = shelf.get(post.id)
            return newest is not None and [one.category for one in newest.noticed] == ["language"]

        until(counted)


@pytest.mark.usefixtures("files")
def test_a_word_languagetool_knows_is_no_slip(start: Start) -> None:
    with at_work(start) as hands:
        hands.write(f"The collecton of ours is new, come and see it. {POST}")
        read(hands)
        # The fake LanguageTool has every word in its dictionary: who knows more is believed.
        assert underlined(hands.paper) == [SLIP]


@pytest.mark.usefixtures("files")
def test_marks_stay_on_their_words_while_others_are_typed(start: Start) -> None:
    with at_work(start) as hands:
        hands.write(POST)
        read(hands)
        for letter in " Come":
            QTest.keyClicks(hands.paper, letter)
            hands.wait()
            assert underlined(hands.paper) == [SLIP]


@pytest.mark.usefixtures("files")
def test_a_remark_is_muted_from_its_card_and_brought_back(start: Start) -> None:
    with at_work(start) as hands:
        hands.write(POST)
        read(hands)
        hands.click(f"Jangan tandai lagi “{SLIP}”")
        read(hands)
        assert underlined(hands.paper) == []
        settings = form(hands)
        hands.click("Tandai lagi HE_VERB_AGR", settings)
        hands.program.window.screens.turn("desk")
        read(hands)
        assert underlined(hands.paper) == [SLIP]


def test_the_window_leaves_no_server_behind(start: Start, files: Path) -> None:
    with at_work(start) as hands:
        hands.write(POST)
        read(hands)
        assert len(running(files)) == 1
        hands.program.office.proofing.close()
        assert running(files) == []


@pytest.mark.usefixtures("files")
def test_switched_off_the_marks_go_and_stay_away(start: Start) -> None:
    with at_work(start) as hands:
        hands.write(POST)
        read(hands)
        settings = form(hands)
        hands.click("Mati", settings)
        until(lambda: not hands.program.office.proofing.waiting)
        hands.program.window.screens.turn("desk")
        read(hands)
        assert underlined(hands.paper) == []
        assert hands.program.window.status.grammar.text() == ""
        assert choice(hands).mode == "off"


def test_without_it_everything_else_goes_on_and_the_settings_say_why(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with at_work(start) as hands:
        hands.write(f"{POST} Termurah se-Indonesia!")
        hands.wait()
        assert underlined(hands.paper) == ["Termurah se-Indonesia"]
        settings = form(hands)
        assert "belum ada di komputer ini" in settings.files.files.text()
        hands.click("Ambil…", settings)
        hands.click("Ambil 258 MB", hands.dialog(QDialog))
        until(lambda: bool(settings.told.text()))
        assert "Maven" in settings.told.text()


@pytest.mark.usefixtures("files")
def test_a_test_says_what_it_found(start: Start) -> None:
    with at_work(start) as hands:
        settings = form(hands)
        hands.click("Coba", settings)
        until(settings.test.isEnabled)
        assert settings.told.text().startswith("LanguageTool menemukan “have went” dalam ")


def test_a_test_of_something_else_says_so(start: Start) -> None:
    with fake_server("outside") as server, at_work(start) as hands:
        settings = form(hands)
        hands.program.office.proofing.choose(Choice(mode="url", url=server.url))
        until(settings.test.isEnabled)
        settings.refresh()
        hands.click("Coba", settings)
        until(settings.test.isEnabled)
        assert "tidak ditemukannya" in settings.told.text()


def test_a_server_of_this_computer_is_used_without_a_question(start: Start) -> None:
    with fake_server() as server, at_work(start) as hands:
        settings = form(hands)
        hands.click("Server", settings)
        settings.address.setText(server.url)
        hands.click("Pakai server ini", settings)
        until(lambda: not hands.program.office.proofing.waiting)
        hands.program.window.screens.turn("desk")
        hands.write(POST)
        read(hands)
        assert underlined(hands.paper) == [SLIP]


def test_a_server_elsewhere_is_asked_about_once_and_remembered(
    start: Start, private_home: Path
) -> None:
    with at_work(start) as hands:
        settings = form(hands)
        hands.click("Server", settings)
        settings.address.setText("grammar.example:8081")
        hands.click("Pakai server ini", settings)
        hands.click("Batal", hands.dialog(QDialog))
        assert choice(hands).mode == "auto"
        hands.click("Server", settings)
        hands.click("Pakai server ini", settings)
        hands.click("Ya, kirim", hands.dialog(QDialog))
        kept = load_choice(private_home / "grammar.json")
        assert (kept.mode, kept.agreed) == ("url", "http://grammar.example:8081")
        hands.click("Mati", settings)
        hands.click("Server", settings)
        assert choice(hands).mode == "url", "not asked again"


def test_what_is_no_address_is_told(start: Start) -> None:
    with at_work(start) as hands:
        settings = form(hands)
        hands.click("Server", settings)
        settings.address.setText("bukan alamat")
        hands.click("Pakai server ini", settings)
        assert "bukan alamat server" in settings.told.text()
        assert choice(hands).mode == "auto"
