"""What stands on the screen, between the keys and the record."""

from __future__ import annotations

from dataclasses import replace

from brandvoice.approval.state import Waiver
from brandvoice.desktop.offer import offers, reason_beside
from brandvoice.desktop.sheet import Sheet
from tests.desktop.facts import DEWI, NOON, RINA, found, post, review


def test_words_are_saved_only_when_the_record_says_so() -> None:
    sheet = Sheet(post("Halo"))
    assert sheet.saved
    assert sheet.type("Halo Kak")
    asked = sheet.revision
    assert not sheet.saved
    sheet.type("Halo Kak!")
    sheet.keep(asked, post("Halo Kak"))
    assert not sheet.saved
    sheet.keep(sheet.revision, post("Halo Kak!"))
    assert sheet.saved


def test_the_same_words_again_are_no_change() -> None:
    sheet = Sheet(post("Halo"))
    assert not sheet.type("Halo")
    assert sheet.revision == 0


def test_a_review_of_older_words_is_dropped() -> None:
    sheet = Sheet(post("Halo"))
    asked = sheet.revision
    sheet.type("Halo Kak")
    assert not sheet.answer(asked, review("Halo"))
    assert not sheet.shown
    assert sheet.answer(sheet.revision, review("Halo Kak", found("Halo Kak", "Kak")))
    assert sheet.checked
    assert [one.finding.words for one in sheet.shown] == ["Kak"]


def test_a_waived_finding_is_shown_with_its_waiver() -> None:
    finding = found("Termurah!", "Termurah")
    waiver = Waiver(finding.rule, "Termurah", "warning", "Survei", RINA.id, NOON, review("").text)
    sheet = Sheet(post("Termurah!", waivers=(waiver,)))
    sheet.answer(0, review("Termurah!", finding))
    assert [one.waiver for one in sheet.shown] == [waiver]


def test_a_draft_offers_to_submit() -> None:
    sheet = Sheet(post("Halo"))
    sheet.answer(0, review("Halo"))
    (submit,) = offers(sheet, DEWI)
    assert (submit.act, submit.primary, submit.hindrance) == ("submit", True, None)


def test_a_disabled_button_says_why() -> None:
    empty = Sheet(post(""))
    empty.answer(0, review(""))
    why = reason_beside(offers(empty, DEWI))
    assert why
    assert why.key == "record.nothing_written"


def test_in_review_an_approver_decides_and_an_author_takes_back() -> None:
    sheet = Sheet(post("Halo", "in_review"))
    sheet.answer(0, review("Halo"))
    assert [offer.act for offer in offers(sheet, RINA)] == ["approve", "request_changes", "reject"]
    assert reason_beside(offers(sheet, RINA)) is None
    both = replace(DEWI, roles=frozenset({"writer", "approver"}))
    acts = {offer.act: offer.hindrance for offer in offers(sheet, both)}
    assert acts["withdraw"] is None
    assert acts["approve"]


def test_a_blocker_hinders_the_approval_and_nothing_else() -> None:
    sheet = Sheet(post("0812", "in_review"))
    sheet.answer(0, review("0812", found("0812", "0812", "blocker", "privacy")))
    hindered = {offer.act: offer.hindrance for offer in offers(sheet, RINA)}
    assert hindered["approve"]
    assert hindered["approve"].key == "record.blocker_open"
    assert hindered["request_changes"] is None


def test_typing_into_approved_words_offers_to_submit_them_again() -> None:
    sheet = Sheet(post("Halo", "approved"))
    sheet.type("Halo!")
    sheet.answer(sheet.revision, review("Halo!"))
    assert sheet.hindrance("submit", DEWI) is None
    assert sheet.hindrance("approve", RINA)


def test_other_channels_are_to_be_saved_as_other_words_are() -> None:
    sheet = Sheet(post("Halo", "approved"))
    sheet.address(("x",))
    assert not sheet.saved
    assert sheet.post.channels == ("x",)


def test_an_author_cannot_waive_a_blocker_of_their_own() -> None:
    sheet = Sheet(post("0812"))
    blocker = found("0812", "0812", "blocker", "privacy")
    warning = found("0812", "0812")
    refused = sheet.refusal_to_waive(blocker, DEWI)
    assert refused
    assert refused.key == "record.own_blocker"
    assert sheet.refusal_to_waive(blocker, RINA) is None
    assert sheet.refusal_to_waive(warning, DEWI) is None
