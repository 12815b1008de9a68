"""The paper gives back exactly the words that are posted, and shows findings on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from brandvoice.desktop.highlight import Highlight
from brandvoice.desktop.palette import LIGHT
from brandvoice.desktop.paper import Paper
from brandvoice.desktop.utf16 import Utf16Index
from brandvoice.post.normal import normalise
from brandvoice.rules.terms import CATEGORIES
from tests.desktop.window import underlined
from tests.texts import posts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.rules.terms import Category

ONE_PAPER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = "Halo 👨‍👩‍👧‍👦🇮🇩!\nDijamin glowing dalam 3 hari 😭\nsampai jumpa"


@pytest.fixture
def paper(dressed: QApplication) -> Iterator[Paper]:
    del dressed
    made = Paper(LIGHT)
    made.resize(500, 400)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


def on(text: str, words: str, category: Category = "claim", number: int = 0) -> Highlight:
    index, start = Utf16Index(text), text.index(words)
    first, last = index.unit(start), index.unit(start + len(words))
    return Highlight(first, last, category, "warning", waived=False, number=number)


def cursor_at(paper: Paper, words: str, *, end: bool = False) -> None:
    place = on(paper.text(), words)
    cursor = paper.textCursor()
    cursor.setPosition(place.end if end else place.start)
    paper.setTextCursor(cursor)


@ONE_PAPER
@given(text=posts())
def test_what_is_loaded_comes_back_unchanged(paper: Paper, text: str) -> None:
    paper.load(text)
    assert paper.text() == text


def test_a_no_break_space_stays_one(paper: Paper) -> None:
    paper.load("Rp\u00a025.000")
    cursor_at(paper, "25", end=True)
    QTest.keyClicks(paper, "0")
    assert paper.text() == "Rp\u00a0250.000"


def test_pasting_brings_plain_words_in_normal_form(paper: Paper) -> None:
    rich = QMimeData()
    rich.setHtml("<b>Promo</b> <i>besar</i>")
    rich.setText("Promo\u00a0besar\r\nhari ini\u2028saja")
    paper.insertFromMimeData(rich)
    assert paper.text() == "Promo\u00a0besar\nhari ini\nsaja"
    assert paper.text() == normalise(paper.text())


def test_files_are_left_to_the_window(paper: Paper) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/posts/serum.docx")])
    assert not paper.canInsertFromMimeData(files)


def test_the_underlined_letters_are_those_of_the_finding(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "🇮🇩!"), on(TEXT, "glowing dalam 3 hari 😭", "selling", 1)))
    assert underlined(paper) == ["🇮🇩!", "glowing dalam 3 hari 😭"]


def test_neighbouring_families_differ_by_underline_and_colour(paper: Paper) -> None:
    paper.load("x" * len(CATEGORIES))
    paper.show_highlights(
        tuple(
            Highlight(place, place + 1, category, "note", waived=False, number=place)
            for place, category in enumerate(CATEGORIES)
        )
    )
    parts = paper.document().begin().layout().formats()
    seen = {(part.format.underlineStyle(), part.format.underlineColor().name()) for part in parts}
    assert len(seen) == len(CATEGORIES)
    assert len({style for style, _ in seen}) >= 5


def test_highlights_follow_a_key_at_once(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "glowing dalam 3 hari"),))
    cursor_at(paper, "Dijamin")
    QTest.keyClicks(paper, "aa ")
    assert underlined(paper) == ["glowing dalam 3 hari"]
    cursor_at(paper, "dalam")
    QTest.keyClicks(paper, "z")
    assert underlined(paper) == ["glowing zdalam 3 hari"]
    QTest.keyClick(paper, Qt.Key.Key_Backspace)
    assert underlined(paper) == ["glowing dalam 3 hari"]
    cursor_at(paper, "3 hari")
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert underlined(paper) == ["glowing dalam ", "3 hari"]


def test_the_text_is_the_only_thing_that_can_be_undone(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "glowing"),))
    assert not paper.document().isUndoAvailable()
    place = on(TEXT, "glowing dalam 3 hari")
    paper.replace(place.start, place.end, "tampak lebih cerah")
    assert paper.text() == TEXT.replace("glowing dalam 3 hari", "tampak lebih cerah")
    paper.undo()
    assert paper.text() == TEXT
    assert not paper.document().isUndoAvailable()


def test_a_gap_in_a_suggestion_is_selected_to_be_filled_in(paper: Paper) -> None:
    paper.load("😀 cuma hari ini")
    place = on("😀 cuma hari ini", "cuma hari ini")
    paper.replace(place.start, place.end, "sampai … pukul …")
    QTest.keyClicks(paper, "Jumat")
    assert paper.text() == "😀 sampai Jumat pukul …"


def test_loading_is_not_typing(paper: Paper) -> None:
    typed: list[str] = []
    paper.typed.connect(lambda: typed.append(paper.text()))
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "glowing"),))
    assert typed == []
    QTest.keyClicks(paper, "a")
    assert typed == [f"a{TEXT}"]


def test_clicking_words_tells_which_finding_they_are(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "🇮🇩"), on(TEXT, "glowing dalam 3 hari", "claim", 1)))
    touched: list[int] = []
    paper.touched.connect(touched.append)
    for words in ("3 hari", "jumpa"):
        QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=middle(paper, words))
    assert touched == [1]


def test_hovering_over_words_tells_the_finding(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "glowing"),))
    paper.tip = lambda number: f"finding {number}"
    place = middle(paper, "glowing")
    hover = QHelpEvent(QEvent.Type.ToolTip, place, paper.viewport().mapToGlobal(place))
    QApplication.sendEvent(paper.viewport(), hover)
    assert QToolTip.text() == "finding 0"
    QToolTip.hideText()


def test_the_frame_stays_on_its_words_when_a_review_renumbers_them(paper: Paper) -> None:
    paper.load(TEXT)
    paper.show_highlights((on(TEXT, "glowing", number=0),))
    paper.set_current(0)
    paper.show_highlights((on(TEXT, "Halo", number=0), on(TEXT, "glowing", number=1)))
    assert paper.current == 1
    paper.show_highlights((on(TEXT, "Halo", number=0),))
    assert paper.current is None


def test_another_paper_takes_over_words_and_undo_steps(paper: Paper) -> None:
    paper.load(TEXT)
    QTest.keyClicks(paper, "a")
    other = Paper(LIGHT, document=paper.give_up())
    assert other.text() == f"a{TEXT}"
    other.show_highlights((on(other.text(), "glowing"),))
    assert underlined(other) == ["glowing"]
    other.undo()
    assert other.text() == TEXT
    assert paper.text() == ""
    other.deleteLater()


def middle(paper: Paper, words: str) -> QPoint:
    place = on(paper.text(), words)
    cursor = QTextCursor(paper.document())
    cursor.setPosition((place.start + place.end) // 2)
    return paper.cursorRect(cursor).center()
