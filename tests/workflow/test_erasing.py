"""Words that the law asks to be gone are gone from every copy, and the record says so and holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.workflow.desk import HistoryFilter
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workspace.backups import Backups
from tests.deciding import Team, review_of

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = "Selamat ulang tahun Ratnaningsih dari Jalan Kenangaraya 17"
TRACES = ("ratnaningsih", "kenangaraya")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite3"


@pytest.fixture
def team(path: Path) -> Team:
    return Team(path)


def traces(path: Path) -> list[str]:
    """The files beside the workspace in which anything of the words can still be read."""
    files = [file for file in path.parent.glob(f"{path.name}*") if file.is_file()]
    return [
        file.name
        for file in files
        if any(trace.encode() in file.read_bytes().lower() for trace in TRACES)
    ]


def erase(team: Team, target: Target, reason: str = "permintaan pemilik data") -> None:
    Eraser(team.desk).erase(target, reason, team.approver, team.signers[team.approver])


def test_all_words_of_a_post_are_gone_from_the_file_and_the_record_holds(
    team: Team, path: Path
) -> None:
    others = [team.approved(f"Kopi nomor {n} enak") for n in range(30)]
    post = team.submitted(PRIVATE)
    why = f"siapa {TRACES[0]}?"
    team.desk.request_changes(
        post.id, PRIVATE, team.approver, review_of(PRIVATE), why, signer=team.signers[team.approver]
    )
    team.desk.save(post.id, f"{PRIVATE}, semoga sehat", team.writer)
    team.desk.save(post.id, f"{PRIVATE}, semoga sehat selalu", team.writer)
    assert traces(path)
    erase(team, Target(posts=(post.id,)))
    assert traces(path) == []
    state = team.desk.post(post.id)
    assert (state.text, state.title) == (None, "")
    submitted = team.desk.timeline(post.id)[1]
    assert (submitted.kind, submitted.text) == ("draft_submitted", None)
    assert team.desk.history(HistoryFilter(query=TRACES[0])).rows == ()
    assert team.desk.history(HistoryFilter(query="nomor")).total == len(others)
    result = team.desk.verify()
    assert result.intact
    assert result.erased
    team.desk.close()
    assert traces(path) == []


def test_who_erased_what_and_why_stays(team: Team) -> None:
    post = team.approved(PRIVATE)
    erase(team, Target(posts=(post.id,)), "UU 27/2022 pasal 8")
    entry = team.desk.timeline(post.id)[-1]
    assert (entry.kind, entry.name, entry.reason) == ("text_erased", "Bayu", "UU 27/2022 pasal 8")


def test_only_an_approver_with_a_reason_erases_and_nothing_changes_otherwise(team: Team) -> None:
    post = team.approved(PRIVATE)
    eraser, target = Eraser(team.desk), Target(posts=(post.id,))
    for by, reason, key in (
        (team.writer, "sebab", "record.approvers_only"),
        (team.approver, "  ", "record.reason_missing"),
        ("nobody", "sebab", "record.unknown_person"),
    ):
        with pytest.raises(UserError) as told:
            eraser.erase(target, reason, by, team.signers.get(by))
        assert told.value.key == key
    team.desk.unlocked = lambda _: None
    with pytest.raises(UserError, match="signature_missing"):
        eraser.erase(target, "sebab", team.approver)
    assert team.desk.post(post.id) == post
    erase(team, target)
    with pytest.raises(UserError, match="nothing_to_erase"):
        erase(team, target)


def test_the_same_words_in_another_post_go_too_and_the_preview_says_so(team: Team) -> None:
    post, twin, other = team.approved(PRIVATE), team.draft(PRIVATE), team.approved("Kopi")
    preview = Eraser(team.desk).preview(Target(posts=(post.id,)))
    assert preview.beyond == {twin.id}
    erase(team, Target(posts=(post.id,)))
    assert team.desk.post(twin.id).text == ""
    assert team.desk.post(other.id) == other


def test_a_reason_that_others_typed_too_stays(team: Team) -> None:
    post, other = team.rejected(PRIVATE), team.rejected("Kopi")
    erase(team, Target(posts=(post.id,)))
    assert team.desk.timeline(other.id)[-1].reason == "bukan gaya kita"
    assert team.desk.verify().intact


def test_one_version_alone(team: Team) -> None:
    post = team.approved(PRIVATE)
    state = team.desk.save(post.id, "Selamat ulang tahun!", team.writer)
    erase(team, Target(posts=(post.id,), text=fingerprint(PRIVATE)))
    assert team.desk.post(post.id).text == state.text
    assert team.desk.post(post.id).approved_text is None


def test_everything_a_person_wrote(team: Team, path: Path) -> None:
    mine, draft = team.rejected(PRIVATE), team.draft(f"{PRIVATE}!")
    text = "Kopi dari Rina"
    hers = team.desk.start(team.both, text)
    team.desk.submit(hers.id, text, team.both, review_of(text))
    erase(team, Target(person=team.writer))
    assert traces(path) == []
    assert team.desk.post(mine.id).text is None
    assert team.desk.post(draft.id).text == ""
    assert team.desk.post(hers.id).text == text
    assert team.desk.timeline(mine.id)[-2].reason == "bukan gaya kita", "the approver typed that"


def test_backups_that_still_hold_the_words_are_named_and_can_be_deleted(
    team: Team, path: Path
) -> None:
    backups = Backups(path)
    before = backups.take(datetime(2026, 11, 20, tzinfo=UTC), UTC)
    post = team.approved(PRIVATE)
    holding = backups.take(datetime(2026, 11, 21, tzinfo=UTC), UTC)
    erased = Eraser(team.desk).erase(
        Target(posts=(post.id,)), "permintaan", team.approver, team.signers[team.approver]
    )
    assert [one.path for one in erased.backups] == [holding.path]
    backups.delete(erased.backups)
    assert [one.path for one in backups.list()] == [before.path]


def test_old_posts_are_found_for_retention(team: Team) -> None:
    old = team.approved("Kopi lama")
    team.clock.time = datetime(2029, 1, 1, tzinfo=UTC)
    new = team.approved("Kopi baru")
    eraser = Eraser(team.desk)
    assert eraser.older(datetime(2028, 1, 1, tzinfo=UTC)) == (old.id,)
    erase(team, Target(posts=eraser.older(datetime(2028, 1, 1, tzinfo=UTC))))
    assert eraser.older(datetime(2028, 1, 1, tzinfo=UTC)) == ()
    assert team.desk.post(new.id) == new


def test_a_draft_that_was_never_handed_in_is_thrown_away_as_if_it_had_never_been(
    team: Team,
) -> None:
    draft, other = team.draft(PRIVATE), team.draft("Kopi")
    eraser = Eraser(team.desk)
    with pytest.raises(UserError, match="draft_of_another"):
        eraser.discard(draft.id, team.desk.add_person("Tono", ["writer"], team.writer).id)
    eraser.discard(draft.id, team.writer)
    assert team.desk.posts() == (other,)
    with pytest.raises(UserError, match="unknown_post"):
        team.desk.post(draft.id)
    assert team.desk.verify().intact
    team.desk.rebuild()
    assert team.desk.posts() == (other,)
    assert team.desk.verify().intact


def test_what_was_handed_in_cannot_be_thrown_away(team: Team) -> None:
    post = team.submitted()
    with pytest.raises(UserError, match="not_only_a_draft"):
        Eraser(team.desk).discard(post.id, team.writer)


def test_words_that_are_typed_again_are_there_again_wherever_they_stood(team: Team) -> None:
    post = team.approved(PRIVATE)
    erase(team, Target(posts=(post.id,)))
    team.submitted(PRIVATE)
    assert team.desk.post(post.id).text == PRIVATE
    shown = team.desk.posts()
    team.desk.rebuild()
    assert team.desk.posts() == shown
    assert team.desk.verify().intact
