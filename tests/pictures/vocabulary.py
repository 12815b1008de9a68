"""Misspelt words on the desk, and the brand's words in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest

from brandvoice.brand.profile import Brand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pictures.__main__ import Photographer

SLIPS: Final = (
    "Terima kasih untuk semua pelangan yang sudah mampir ke kedai kami! ☕\n\n"
    "Mulai besok kopsuu gula aren kembali hadir, setiap customer dapat bonus kue kering. "
    "Silahkan datang lebih pagi, stoknya terbtas ya."
)
_PATIENCE: Final = 200
BRAND: Final = Brand(
    name="Kopi Gayo",
    readers=("Anda",),
    accepted=("Mintumbuk", "kopsu"),
    rejected=("murahan",),
    preferred={"customer": "pelanggan", "admin": "tim kami"},
)


def take_vocabulary(
    look: Photographer, folder: Path, settings: Path, _dismiss: Callable[[], None]
) -> None:
    """Takes them all."""
    program = look.start(settings, folder / "words.sqlite3")
    if program.office.person is None:
        program.window.staff.people.begin("Dewi Lestari")
    look.wait()
    program.office.ruling.save(lambda _: BRAND)
    look.wait()
    window, desk = program.window, program.window.desk
    assert desk
    desk.new()
    look.wait()
    desk.view.paper.insertPlainText(SLIPS)
    look.wait()
    for _ in range(_PATIENCE):
        if desk.writing.second_look.resting:
            break
        QTest.qWait(100)
    look.wait()
    desk.walking.walk(1)
    look.take("65-desk-slips")
    window.screens.turn("settings")
    look.wait()
    page = window.screens.settings
    assert page
    page.outline.enter(page.words)
    look.take("66-settings-words")
    look.stop()
