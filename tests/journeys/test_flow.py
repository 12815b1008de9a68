"""Two stages from the settings to the exported proof, three people one after the other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime
from PySide6.QtTest import QTest

from brandvoice.desktop.commentdialog import CommentDialog
from brandvoice.desktop.settingspage import SettingsPage
from brandvoice.desktop.submitdialog import SubmitDialog
from brandvoice.desktop.waivedialog import WaiveDialog
from brandvoice.workflow.desk import Desk, HistoryFilter
from tests.desktop.window import Hands
from tests.desktop.workplace import APPROVER, Workplace, give_key

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.conftest import Start

POST = "Sambal termurah se-Indonesia 😀"


def test_a_post_passes_two_stages_and_a_stranger_can_read_how(
    start: Start, private_home: Path
) -> None:
    place = Workplace(private_home / "workspace.sqlite3")
    tono = place.desk.add_person("Tono", APPROVER, place.rina.id).id
    give_key(place.desk, tono)
    post = place.draft(POST).id
    place.desk.close()
    hands = Hands(start())
    _sit_down(hands, place.rina.id)
    _set_two_stages(hands, place.rina.id, tono)
    _sit_down(hands, place.dewi.id)
    _hand_in_with_a_slot(hands, post)
    _sit_down(hands, place.rina.id)
    _waive_for_the_brand_and_approve(hands)
    assert hands.desk.view.state_words == "Menunggu keputusan"
    _sit_down(hands, tono)
    _approve(hands)
    assert hands.desk.view.state_words == "Disetujui"
    _read_as_a_stranger(private_home)


def _sit_down(hands: Hands, person: str) -> None:
    office = hands.program.office
    office.set_people(office.people, person)
    hands.wait()


def _set_two_stages(hands: Hands, rina: str, tono: str) -> None:
    hands.press("Ctrl+5")
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, SettingsPage)
    hands.click("+ Tahap", page.flow)
    for form, name, person in zip(
        page.flow.stages, ("Redaksi", "Hukum"), (rina, tono), strict=True
    ):
        QTest.keyClicks(form.name, name)
        form.people.chips[person].click()
    hands.click("Simpan alur", page.flow)
    hands.click("Simpan alur", hands.sign_under())
    hands.press("Ctrl+1")


def _hand_in_with_a_slot(hands: Hands, post: str) -> None:
    hands.desk.open(post)
    hands.wait()
    hands.press("Ctrl+Alt+Return")
    dialog = hands.dialog(SubmitDialog)
    dialog.due.box.click()
    dialog.due.field.setDateTime(QDateTime.currentDateTime().addDays(2))
    hands.click("Ajukan", dialog)


def _waive_for_the_brand_and_approve(hands: Hands) -> None:
    hands.press("Ctrl+Alt+M")
    comment = hands.dialog(CommentDialog)
    QTest.keyClicks(comment.field, "surveinya terlampir?")
    hands.click("Simpan komentar", comment)
    hands.press("F8")
    hands.press("Ctrl+Shift+.")
    dialog = hands.dialog(WaiveDialog)
    dialog.everywhere.click()
    QTest.keyClicks(dialog.field, "ada survei 2026")
    hands.click("Kecualikan", hands.sign())
    _approve(hands)


def _approve(hands: Hands) -> None:
    hands.press("Ctrl+Shift+A")
    hands.click("Setujui", hands.sign())


def _read_as_a_stranger(home: Path) -> None:
    desk = Desk.open(home / "workspace.sqlite3")
    export = home / "history.json"
    desk.export(HistoryFilter(), "json", export, "id")
    assert desk.verify(anchors=[export]).intact
    desk.close()
    (post,) = json.loads(export.read_text(encoding="utf-8"))["posts"]
    told: list[dict[str, Any]] = [entry["told"] for entry in post["entries"]]
    kinds = [one["kind"] for one in told]
    assert kinds[-4:] == ["draft_submitted", "comment_added", "stage_approved", "post_approved"]
    assert [one["stage"] for one in told[-2:]] == ["Redaksi", "Hukum"]
    for approval in told[-2:]:
        (waiver,) = approval["waivers"]
        assert (waiver["name"], waiver["reason"]) == ("Rina", "ada survei 2026")
        assert waiver["brandwide"]
        assert waiver["until"]
