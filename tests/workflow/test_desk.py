"""Working at the desk: writing, handing in, deciding; each act whole, or a sentence and nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.event import DraftSubmitted, PostApproved, TextRevised
from brandvoice.approval.waiving import noticed
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.resources import shipped
from brandvoice.words import LANGUAGES, explain
from brandvoice.workflow.desk import Desk
from tests.deciding import BRAND, RULES, TEXT, Clock, Team, found, review_of

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.state import PostState

CLEAR = review_of(TEXT)
UNSEEN = ["\u200b", "\u00a0", "\u2060", "\ufe0f", "😀", " ", "."]


def kinds(desk: Desk, post: PostState) -> list[str]:
    return [entry.kind for entry in desk.timeline(post.id)]


def refused(call: object, *arguments: object) -> str:
    assert callable(call)
    with pytest.raises(UserError) as told:
        call(*arguments)
    assert all(explain(language, told.value) for language in LANGUAGES)
    return told.value.key


def test_from_draft_to_approval(team: Team, desk: Desk) -> None:
    post = desk.start(team.writer, "Serum\r\nbaru 👋", ["x", "instagram", "x"])
    assert (post.state, post.version, post.recorded) == ("draft", 0, False)
    assert (post.text, post.title) == ("Serum\nbaru 👋", "Serum")
    assert post.channels == ("instagram", "x"), "in one order, once each"
    assert post.authors == (team.writer,)
    post = desk.submit(post.id, "Serum\nbaru 👋", team.writer, review_of("Serum\nbaru 👋"))
    assert (post.state, post.version, post.recorded) == ("in_review", 1, True)
    review = review_of("Serum\nbaru 👋")
    post = desk.approve(post.id, "Serum\nbaru 👋", team.approver, review, "bagus!")
    assert post.state == "approved"
    assert post.approved_text == post.text
    decision = post.decision
    assert decision is not None
    assert (decision.kind, decision.by, decision.note) == ("approved", team.approver, "bagus!")
    assert (decision.text, decision.version) == (post.fingerprint, 1)
    assert decision.channels == ("instagram", "x")
    assert decision.at == post.changed_at
    assert kinds(desk, post) == ["post_started", "draft_submitted", "post_approved"]
    assert desk.post(post.id) == post == desk.posts()[0]


def test_a_draft_is_turned_into_a_reply_until_it_is_handed_in(team: Team, desk: Desk) -> None:
    post = desk.start(team.writer, TEXT)
    assert desk.set_kind(post.id, "post", team.writer) == post
    turned = desk.set_kind(post.id, "reply", team.writer)
    assert (turned.kind, turned.state, turned.text) == ("reply", "draft", TEXT)
    assert kinds(desk, turned) == ["post_started", "kind_changed"]
    desk.submit(post.id, TEXT, team.writer, review_of(TEXT))
    assert refused(desk.set_kind, post.id, "post", team.writer) == "record.kind_decided"
    desk.request_changes(post.id, TEXT, team.approver, review_of(TEXT), "ubah")
    assert desk.set_kind(post.id, "post", team.writer).kind == "post"
    assert refused(desk.set_kind, team.approved().id, "reply", team.writer) == "record.kind_decided"


@pytest.mark.parametrize("mark", UNSEEN)
def test_one_character_supersedes_an_approval_and_the_approved_words_stay_readable(
    team: Team, desk: Desk, mark: str
) -> None:
    post = team.approved()
    changed = desk.save(post.id, TEXT + mark, team.writer)
    assert (changed.state, changed.version) == ("superseded", 2)
    assert changed.approved_text == TEXT
    assert changed.text == TEXT + mark
    assert changed.decision is not None
    assert changed.decision.text == fingerprint(TEXT)
    assert kinds(desk, post)[-2:] == ["text_revised", "approval_superseded"]
    revised, superseded = desk.timeline(post.id)[-2:]
    assert (revised.text, superseded.text) == (TEXT + mark, TEXT)
    assert revised.at == superseded.at


@pytest.mark.parametrize("mark", UNSEEN)
def test_one_character_ends_a_review(team: Team, desk: Desk, mark: str) -> None:
    post = team.submitted()
    changed = desk.save(post.id, mark + TEXT, team.writer)
    assert (changed.state, changed.version) == ("draft", 2)
    assert kinds(desk, post)[-2:] == ["text_revised", "review_ended"]
    assert refused(desk.approve, post.id, TEXT, team.approver, CLEAR) == "record.moved_on"


def test_approved_words_written_back_are_not_approved_again(team: Team, desk: Desk) -> None:
    post = team.approved()
    desk.save(post.id, TEXT + "!", team.writer)
    back = desk.save(post.id, TEXT, team.writer)
    assert (back.state, back.text, back.approved_text) == ("superseded", TEXT, TEXT)
    again = desk.submit(post.id, TEXT, team.writer, CLEAR)
    assert (again.state, again.version) == ("in_review", 3)


def test_other_channels_supersede_an_approval(team: Team, desk: Desk) -> None:
    post = team.approved()
    assert desk.set_channels(post.id, ["x", "instagram"], team.writer).state == "approved"
    changed = desk.set_channels(post.id, ["x"], team.writer)
    assert (changed.state, changed.channels, changed.text) == ("superseded", ("x",), TEXT)
    assert changed.decision is not None
    assert changed.decision.channels == ("instagram", "x")
    submitted = team.submitted("Kopi")
    assert desk.set_channels(submitted.id, [], team.writer).state == "draft"


def test_saving_what_is_there_writes_nothing(team: Team, desk: Desk) -> None:
    for post in (team.draft(), team.submitted(), team.approved()):
        entries = desk.info().entries
        assert desk.save(post.id, TEXT.replace("\n", "\r\n"), team.both) == post
        assert desk.info().entries == entries
        assert team.both not in desk.post(post.id).authors


def test_typing_in_a_draft_is_saved_without_an_entry(team: Team, desk: Desk) -> None:
    post = team.draft()
    entries = desk.info().entries
    for n in range(5):
        desk.save(post.id, f"Kopi {n}", team.writer)
    assert desk.info().entries == entries
    reopened = Desk.open(desk.path).post(post.id)
    assert (reopened.text, reopened.state) == ("Kopi 4", "draft")


def test_words_written_elsewhere_meanwhile_are_never_written_over(team: Team, desk: Desk) -> None:
    post = desk.start(team.writer, "Halo")
    other = desk.save(post.id, "Halo Kak", team.approver)
    told = refused(desk.save, post.id, "Halo Sobat", team.writer, None, post.fingerprint)
    assert told == "record.written_elsewhere"
    assert desk.post(post.id) == other
    same = desk.save(post.id, "Halo Kak", team.writer, None, post.fingerprint)
    assert same.text == "Halo Kak", "the same words are no quarrel"
    newer = desk.save(post.id, "Halo Sobat", team.writer, None, other.fingerprint)
    assert newer.text == "Halo Sobat"


def test_words_sent_back_stay_so_while_they_are_mended(team: Team, desk: Desk) -> None:
    for post in (team.returned("Kopi"), team.rejected("Teh")):
        mended = desk.save(post.id, "Kopi gayo", team.writer)
        assert (mended.state, mended.version, mended.recorded) == (post.state, 1, False)
        again = desk.submit(post.id, "Kopi gayo", team.writer, review_of("Kopi gayo"))
        assert (again.state, again.version) == ("in_review", 2)


def test_whoever_changed_the_words_or_channels_cannot_decide_on_them(
    team: Team, desk: Desk
) -> None:
    post = team.draft()
    desk.save(post.id, TEXT + "!", team.both)
    desk.save(post.id, TEXT, team.writer)
    submitted = desk.submit(post.id, TEXT, team.writer, CLEAR)
    assert set(submitted.authors) == {team.writer, team.both}
    assert refused(desk.approve, post.id, TEXT, team.both, CLEAR) == "record.own_text"
    assert refused(desk.reject, post.id, TEXT, team.both, CLEAR, "x") == "record.own_text"
    assert desk.approve(post.id, TEXT, team.approver, CLEAR).state == "approved"
    other = team.draft("Kopi")
    desk.set_channels(other.id, ["x"], team.both)
    desk.submit(other.id, "Kopi", team.writer, review_of("Kopi"))
    key = refused(desk.approve, other.id, "Kopi", team.both, review_of("Kopi"))
    assert key == "record.own_text"


def test_an_approver_who_corrects_words_in_review_becomes_an_author(team: Team, desk: Desk) -> None:
    post = team.submitted()
    corrected = desk.save(post.id, "Serum baru", team.both)
    assert corrected.authors == (team.writer, team.both)
    review = review_of("Serum baru")
    desk.submit(post.id, "Serum baru", team.writer, review)
    assert refused(desk.approve, post.id, "Serum baru", team.both, review) == "record.own_text"


def test_who_only_opens_an_empty_post_is_no_author(team: Team, desk: Desk) -> None:
    post = desk.start(team.both)
    assert (post.text, post.title, post.authors) == ("", "", ())
    desk.save(post.id, TEXT, team.writer)
    desk.submit(post.id, TEXT, team.writer, CLEAR)
    assert desk.approve(post.id, TEXT, team.both, CLEAR).state == "approved"


def test_a_decision_keeps_what_was_checked_by_which_rules(team: Team, desk: Desk) -> None:
    note = found(TEXT, "buruan", "note", "selling/urgency", "selling")
    post = team.submitted(TEXT, note)
    desk.approve(post.id, TEXT, team.approver, review_of(TEXT, note))
    for entry in desk.timeline(post.id)[1:]:
        assert isinstance(entry.event, DraftSubmitted | PostApproved)
        checked = entry.event.checked
        assert (checked.rules, checked.brand) == (RULES, BRAND)
        assert [(mark.rule, mark.words(TEXT)) for mark in checked.marks] == [
            ("selling/urgency", "buruan")
        ]


def test_a_blocker_holds_until_somebody_else_waived_it_with_a_reason(
    team: Team, desk: Desk
) -> None:
    blocker = found(TEXT, "termurah", "blocker")
    review = review_of(TEXT, blocker)
    post = team.submitted(TEXT, blocker)
    assert post.noticed == noticed([blocker])
    approve = (desk.approve, post.id, TEXT, team.approver, review)
    assert refused(*approve) == "record.blocker_open"
    own = (desk.waive, post.id, blocker, TEXT, "percaya saja", team.writer)
    assert refused(*own) == "record.own_blocker"
    assert refused(desk.waive, post.id, blocker, TEXT, " ", team.both) == "record.reason_missing"
    waived = desk.waive(post.id, blocker, TEXT, "ada survei Nielsen", team.both)
    assert waived.state == "in_review"
    assert waived.noticed == ()
    (waiver,) = waived.waivers
    assert (waiver.rule, waiver.words) == ("claim/superlative", "termurah")
    assert (waiver.by, waiver.reason) == (team.both, "ada survei Nielsen")
    assert (waiver.severity, waiver.text) == ("blocker", fingerprint(TEXT))
    again = (desk.waive, post.id, blocker, TEXT, "lagi", team.approver)
    assert refused(*again) == "record.already_waived"
    assert desk.approve(post.id, TEXT, team.approver, review).state == "approved"


def test_a_waived_blocker_opens_again_when_its_waiver_begins_to_write(
    team: Team, desk: Desk
) -> None:
    blocker = found(TEXT, "termurah", "blocker")
    post = team.submitted(TEXT, blocker)
    desk.waive(post.id, blocker, TEXT, "ada survei", team.both)
    text = TEXT + "!"
    changed = desk.save(
        post.id, text, team.both, review_of(text, found(text, "termurah", "blocker"))
    )
    assert [one.severity for one in changed.noticed] == ["blocker"]


def test_a_waiver_holds_in_later_versions_for_the_same_words(team: Team, desk: Desk) -> None:
    warning = found(TEXT, "termurah")
    post = team.draft()
    desk.waive(post.id, warning, TEXT, "ada survei", team.writer)
    text = "Halo! " + TEXT
    moved = found(text, "termurah")
    changed = desk.save(post.id, text, team.writer, review_of(text, moved))
    assert changed.noticed == ()
    desk.submit(post.id, text, team.writer, review_of(text, moved))
    approved = desk.approve(post.id, text, team.approver, review_of(text, moved))
    assert approved.state == "approved"
    assert approved.waivers[0].words == "termurah"


def test_open_findings_are_those_of_the_newest_check(team: Team, desk: Desk) -> None:
    post = team.draft()
    check = review_of(
        TEXT, found(TEXT, "termurah"), found(TEXT, "buruan", "note", "s/u", "selling")
    )
    counted = desk.save(post.id, TEXT, team.writer, check)
    assert counted.noticed == noticed(check.findings)
    assert counted.changed_at == post.changed_at, "a check is no change"
    late = desk.save(post.id, "Serum", team.writer, check)
    assert late.noticed == counted.noticed, "a check of other words is not taken"
    assert desk.save(post.id, "Serum", team.writer, review_of("Serum")).noticed == ()


def test_withdrawing(team: Team, desk: Desk) -> None:
    post = team.submitted()
    key = refused(desk.withdraw, post.id, team.approver)
    assert key == "record.only_authors_take_back"
    taken_back = desk.withdraw(post.id, team.writer, "salah foto")
    assert (taken_back.state, taken_back.decision) == ("draft", None)
    assert desk.timeline(post.id)[-1].reason == "salah foto"
    desk.submit(post.id, TEXT, team.writer, CLEAR)
    desk.approve(post.id, TEXT, team.approver, CLEAR)
    assert refused(desk.withdraw, post.id, team.writer, "x") == "record.approvers_only"
    assert refused(desk.withdraw, post.id, team.both, "") == "record.reason_missing"
    withdrawn = desk.withdraw(post.id, team.both, "harga naik")
    assert withdrawn.state == "draft"
    assert withdrawn.decision is not None
    assert (withdrawn.decision.kind, withdrawn.decision.note) == ("withdrawn", "harga naik")
    assert withdrawn.version == 1
    assert desk.submit(post.id, TEXT, team.writer, CLEAR).version == 1, "the same words"


def test_a_submission_taken_back_from_superseded_words_is_superseded_again(
    team: Team, desk: Desk
) -> None:
    post = team.superseded()
    desk.submit(post.id, TEXT, team.writer, CLEAR)
    assert desk.withdraw(post.id, team.writer).state == "superseded"


def test_an_act_that_is_refused_leaves_no_trace(team: Team, desk: Desk) -> None:
    post = team.submitted()
    before = (desk.info().entries, desk.info().newest, desk.post(post.id))
    for call, *arguments in (
        (desk.approve, post.id, TEXT, team.writer, CLEAR),
        (desk.approve, post.id, TEXT + "!", team.approver, review_of(TEXT + "!")),
        (desk.approve, post.id, TEXT, team.approver, review_of("other")),
        (desk.approve, post.id, TEXT, "nobody", CLEAR),
        (desk.reject, post.id, TEXT, team.approver, CLEAR, ""),
        (desk.save, post.id, "other words", "nobody"),
        (desk.set_channels, post.id, ["x"], "nobody"),
        (desk.submit, post.id, TEXT, team.writer, CLEAR),
        (desk.start, "nobody", "x"),
    ):
        refused(call, *arguments)
    assert (desk.info().entries, desk.info().newest, desk.post(post.id)) == before


def test_a_post_that_is_not_there(desk: Desk, team: Team) -> None:
    assert refused(desk.post, "x") == "record.unknown_post"
    assert refused(desk.save, "x", "text", team.writer) == "record.unknown_post"
    assert desk.timeline("x") == ()


def test_hindrances_are_what_the_act_would_be_told(team: Team, desk: Desk) -> None:
    post = team.submitted()
    error = desk.hindrance("approve", post, team.writer, CLEAR)
    assert error is not None
    assert error.key == refused(desk.approve, post.id, TEXT, team.writer, CLEAR)
    assert desk.hindrance("approve", post, team.approver, CLEAR) is None
    unchecked = desk.hindrance("approve", post, team.approver, None)
    assert unchecked is not None
    assert refused(desk.hindrance, "approve", post, "nobody", CLEAR) == "record.unknown_person"


def test_people_come_change_and_keep_the_name_they_signed_with(team: Team, desk: Desk) -> None:
    names = [(one.name, sorted(one.roles)) for one in desk.people()]
    assert names == [("Dewi", ["writer"]), ("Bayu", ["approver"]), ("Rina", ["approver", "writer"])]
    post = team.approved()
    changed = desk.change_person(team.approver, "Bayu Pratama", ["writer"], team.both)
    assert changed in desk.people()
    assert desk.timeline(post.id)[-1].name == "Bayu"
    again = desk.submit(desk.start(team.writer, "Kopi").id, "Kopi", team.writer, review_of("Kopi"))
    act = (desk.approve, again.id, "Kopi", team.approver, review_of("Kopi"))
    assert refused(*act) == "record.approvers_only"
    entries = desk.info().entries
    desk.change_person(team.approver, "Bayu Pratama", ["writer"], team.both)
    assert desk.info().entries == entries
    assert refused(desk.add_person, "dewi", ["writer"], team.writer) == "record.name_taken"
    assert refused(desk.add_person, "Tono", ["writer"], "nobody") == "record.unknown_person"
    assert refused(desk.change_person, "x", "Tono", ["writer"], team.writer) == (
        "record.unknown_person"
    )


def test_the_workspace_is_where_the_environment_says(private_home: Path) -> None:
    desk = Desk.open(now=Clock())
    assert desk.path == private_home / "workspace.brandvoice"
    desk.close()


def test_the_workspace_is_in_the_user_s_data_folder(
    private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRANDVOICE_WORKSPACE")
    desk = Desk.open(now=Clock())
    assert desk.path.is_relative_to(private_home)
    assert desk.path.exists()
    desk.close()


def test_what_the_workspace_holds_is_told_in_both_languages(team: Team, desk: Desk) -> None:
    team.approved()
    info = desk.info()
    newest = max(shipped("database", "migrations").glob("*.sql")).name
    assert (info.posts, info.entries, info.schema) == (1, 10, int(newest[:4]))
    assert info.size > 4096
    assert info.newest == desk.timeline(desk.posts()[0].id)[-1].hash
    for language in LANGUAGES:
        lines = info.lines(language)
        assert any(info.newest in line for line in lines)
        assert any(str(desk.path) in line for line in lines)


def test_timeline_entries_know_their_words(team: Team, desk: Desk) -> None:
    post = team.superseded("Kopi")
    entries = desk.timeline(post.id)
    assert [(entry.kind, entry.version, entry.text) for entry in entries] == [
        ("post_started", None, None),
        ("draft_submitted", 1, "Kopi."),
        ("post_approved", 1, "Kopi."),
        ("text_revised", 2, "Kopi"),
        ("approval_superseded", 1, "Kopi."),
    ]
    assert isinstance(entries[3].event, TextRevised)
    assert {entry.name for entry in entries} == {"Dewi", "Bayu"}
    assert [entry.seq for entry in entries] == sorted(entry.seq for entry in entries)
