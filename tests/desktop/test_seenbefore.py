"""A draft that reads like an earlier post brings that one up, with what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.desktop.comparison import CompareDialog
from tests.desktop.conftest import until
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

EARLIER = "Roti sisir mentega hangat keluar dari oven jam tujuh pagi, stok empat puluh bungkus"
REWORDED = "Hangat dari oven jam tujuh pagi: roti sisir mentega, empat puluh bungkus saja"


def at_the_desk(start: Start, place: Workplace) -> Hands:
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+N")
    return hands


def test_it_is_shown_when_the_hands_rest_and_can_be_opened(start: Start, place: Workplace) -> None:
    place.approved(EARLIER, "Pas untuk pagi")
    hands = at_the_desk(start, place)
    band = hands.desk.view.seen
    hands.write("Sesuatu yang lain sama sekali tentang jam buka toko")
    hands.wait()
    hands.desk.recalling.look()
    hands.wait()
    assert band.sentence == ""
    hands.press("Ctrl+N")
    hands.write(REWORDED)
    until(lambda: bool(band.sentence))
    for words in ("Pernah ada", "disetujui Rina", "Pas untuk pagi"):
        assert words in band.sentence
    hands.click("Bandingkan dengan kata-kata yang dulu")
    hands.dialog(CompareDialog).close()
    hands.click("Buka tulisan yang dulu")
    assert hands.paper.text() == EARLIER
    assert band.sentence == ""


def test_what_is_dismissed_stays_away(start: Start, place: Workplace) -> None:
    place.approved(EARLIER)
    place.draft(REWORDED)
    place.draft("Teh melati panas")
    hands = at_the_desk(start, place)
    band = hands.desk.view.seen
    hands.press("Ctrl+PgDown")
    while hands.paper.text() != REWORDED:
        hands.press("Ctrl+PgDown")
    until(lambda: bool(band.sentence))
    hands.click("Jangan tampilkan lagi tulisan yang dulu itu di sini")
    assert band.sentence == ""
    hands.press("Ctrl+N")
    while hands.paper.text() != REWORDED:
        hands.press("Ctrl+PgDown")
    hands.desk.recalling.look()
    hands.wait()
    assert band.sentence == ""
