"""The sections of the settings: one list leads to them and follows where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from brandvoice.desktop.section import Section
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.desktop.application import Program
    from brandvoice.desktop.outline import Outline
    from brandvoice.desktop.settingspage import SettingsPage
    from tests.desktop.workplace import Workplace

    Start = Callable[..., Program]


@pytest.fixture
def hands(place: Workplace, start: Start) -> Hands:
    place.desk.close()
    hands = Hands(start())
    hands.program.window.screens.turn("settings")
    hands.wait()
    return hands


def page(hands: Hands) -> SettingsPage:
    settings = hands.program.window.screens.settings
    assert settings is not None
    return settings


def area(hands: Hands) -> QScrollArea:
    return page(hands).findChildren(QScrollArea)[0]


def height(hands: Hands, section: Section) -> int:
    """How far below the upper edge of what is on view a section begins."""
    return section.mapTo(area(hands).viewport(), QPoint(0, 0)).y()


def listed(outline: Outline) -> list[str]:
    rows = range(outline.count())
    return [outline.item(row).text() for row in rows if not outline.isRowHidden(row)]


def marked(hands: Hands) -> str:
    return page(hands).outline.currentItem().text()


def test_every_section_on_the_page_is_named_in_its_order(hands: Hands) -> None:
    titles = [one.title for one in page(hands).findChildren(Section) if one.isVisible()]
    assert listed(page(hands).outline) == titles
    assert titles[0] == "Orang"
    assert titles[-1] == "Perawatan berkas"


def test_the_arrows_lead_to_a_section_and_enter_goes_into_it(hands: Hands) -> None:
    settings = page(hands)
    assert hands.program.window.focusWidget() is settings.outline, "the first stop on the page"
    while marked(hands) != "Kata-kata merek":
        QTest.keyClick(settings.outline, Qt.Key.Key_Down)
    assert 0 <= height(hands, settings.words) < 24
    QTest.keyClick(settings.outline, Qt.Key.Key_Return)
    focused = hands.program.window.focusWidget()
    assert focused is not None
    assert settings.words.isAncestorOf(focused)


def test_a_click_leads_there_also_when_the_section_is_marked_already(hands: Hands) -> None:
    settings = page(hands)
    row = listed(settings.outline).index("Merek")
    for _ in range(2):
        area(hands).verticalScrollBar().setValue(height(hands, settings.brand) + 40)
        at = settings.outline.visualItemRect(settings.outline.item(row)).center()
        QTest.mouseClick(settings.outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert 0 <= height(hands, settings.brand) < 24


def test_scrolling_marks_where_one_is(hands: Hands) -> None:
    bar = area(hands).verticalScrollBar()
    seen = [marked(hands)]
    for value in range(0, bar.maximum() + 40, 40):
        bar.setValue(value)
        if marked(hands) != seen[-1]:
            seen.append(marked(hands))
    passed = [name for name in listed(page(hands).outline) if name in seen]
    assert seen == passed, "from top to bottom, never back"
    assert seen[-1] == "Perawatan berkas"
    bar.setValue(0)
    assert marked(hands) == "Orang"


def test_the_place_stays_when_something_above_it_grows(hands: Hands) -> None:
    settings = page(hands)
    settings.outline.enter(settings.grammar)
    area(hands).verticalScrollBar().setValue(area(hands).verticalScrollBar().value() + 30)
    before = height(hands, settings.grammar)
    settings.people.setMinimumHeight(settings.people.height() + 300)
    hands.wait()
    assert height(hands, settings.grammar) == before


def test_scrolling_over_a_choice_is_left_to_the_page(hands: Hands) -> None:
    trade = page(hands).brand.trade
    trade.setCurrentIndex(0)
    middle = QPointF(trade.rect().center())
    down, nothing = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    kind = Qt.MouseButton.NoButton, nothing, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(middle, trade.mapToGlobal(middle), QPoint(), down, *kind, False)
    QApplication.sendEvent(trade, wheel)
    assert not wheel.isAccepted()
    assert trade.currentIndex() == 0


def test_another_language_keeps_the_place(hands: Hands) -> None:
    settings = page(hands)
    settings.outline.enter(settings.words)
    hands.program.window.spoken.emit("en")
    hands.wait()
    assert marked(hands) == "The brand’s words"
    assert 0 <= height(hands, page(hands).words) < 24
