"""Where figures and claims come from is kept with the post, provable and never silently gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.attachment import LARGEST, digest_of
from brandvoice.errors import UserError
from brandvoice.post.span import Span
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.sourcing import Sourcing
from tests.deciding import TEXT, Team, found, review_of

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.source import KeptFile
    from brandvoice.approval.state import PostState

BYTES = b"%PDF-1.7 survei\0\xff" * 9
CLAIM = Span(TEXT.index("termurah"), TEXT.index("termurah") + len("termurah"))
SAID = "Survei harga 12 toko, Dinas Perdagangan Bandung, 3 Mei 2026"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survei harga.pdf"
    path.write_bytes(BYTES)
    return path


def kept(team: Team, post: PostState, file: Path | None = None, by: str = "") -> PostState:
    address = "https://contoh.test/survei?id=7#hal-4"
    return Sourcing(team.desk).add(post.id, TEXT, SAID, by or team.writer, CLAIM, address, file)


def file_of(post: PostState) -> KeptFile:
    file = post.sources[0].file
    assert file is not None
    return file


def test_a_source_is_kept_with_who_when_words_link_and_file(team: Team, survey: Path) -> None:
    post = kept(team, team.submitted(), survey)
    (source,) = post.sources
    assert (source.by, source.words, source.said) == (team.writer, "termurah", SAID)
    assert source.address == "https://contoh.test/survei?id=7#hal-4"
    file = file_of(post)
    assert (file.name, file.size, file.media) == (survey.name, len(BYTES), "application/pdf")
    assert file.digest == digest_of(BYTES)
    assert team.desk.posts()[0].sources == post.sources
    assert team.desk.timeline(post.id)[-1].reason == SAID
    assert team.desk.verify().intact


def test_a_file_is_given_back_byte_for_byte(team: Team, survey: Path, tmp_path: Path) -> None:
    post = kept(team, team.draft(), survey)
    survey.unlink()
    out = Sourcing(team.desk).save(post.id, post.sources[0].id, tmp_path / "kembali.pdf")
    assert out.read_bytes() == BYTES


def test_the_same_file_twice_is_kept_once(team: Team, survey: Path) -> None:
    first, second = kept(team, team.draft(), survey), kept(team, team.draft(), survey)
    assert file_of(first) == file_of(second)
    with team.desk.workspace.reading() as book:
        (count,) = book.connection.execute("SELECT count(*) FROM attachment").fetchone()
    assert count == 1


def test_a_source_settles_no_finding_and_changes_no_decision(team: Team) -> None:
    claim = found(TEXT, "termurah", "blocker")
    post = kept(team, team.submitted(TEXT, claim))
    assert (post.state, [one.words for one in post.noticed]) == ("in_review", ["termurah"])
    with pytest.raises(UserError, match=r"record\.blocker_open"):
        team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT, claim))
    approved = team.approved()
    after = kept(team, approved)
    assert (after.state, after.decision) == ("approved", approved.decision)


def test_a_signed_decision_names_the_sources_that_stood(team: Team) -> None:
    post = team.submitted()
    before = kept(team, post).sources[0]
    gone = kept(team, post).sources[1]
    Sourcing(team.desk).remove(post.id, gone.id, "salah survei", team.writer)
    team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT))
    kept(team, post)
    approval = next(one for one in team.desk.timeline(post.id) if one.kind == "post_approved")
    assert [(one.id, name) for one, name in approval.sources] == [(before.id, "Dewi")]
    assert approval.event.checked.sources == (before.hash,)  # type: ignore[union-attr]  # it is one
    assert approval.key is not None


def test_nobody_approves_over_sources_that_changed_since_they_looked(team: Team) -> None:
    post = kept(team, team.submitted())
    seen = tuple(one.hash for one in post.sources)
    Sourcing(team.desk).remove(post.id, post.sources[0].id, "salah survei", team.writer)
    review = review_of(TEXT)
    with pytest.raises(UserError, match=r"source\.moved_on"):
        team.desk.approve(post.id, TEXT, team.approver, review, sources=seen)
    assert team.desk.post(post.id).state == "in_review"
    assert team.desk.approve(post.id, TEXT, team.approver, review, sources=()).state == "approved"


def test_what_is_removed_stays_readable_with_who_and_why(team: Team, survey: Path) -> None:
    post = kept(team, team.submitted(), survey)
    source = post.sources[0].id
    after = Sourcing(team.desk).remove(post.id, source, "sudah kedaluwarsa", team.approver)
    (gone,) = after.sources
    assert (gone.stands, gone.removed_by, gone.removed_why) == (
        False, team.approver, "sudah kedaluwarsa",
    )  # fmt: skip
    assert gone.said == SAID
    with pytest.raises(UserError, match=r"source\.gone"):
        Sourcing(team.desk).remove(post.id, source, "lagi", team.approver)


def test_only_who_added_it_or_an_approver_removes_a_source(team: Team) -> None:
    other = team.add("Sari", team.approver, "writer")
    post = kept(team, team.submitted())
    remove = Sourcing(team.desk).remove
    with pytest.raises(UserError, match=r"source\.of_another"):
        remove(post.id, post.sources[0].id, "iseng", other)
    with pytest.raises(UserError, match=r"record\.reason_missing"):
        remove(post.id, post.sources[0].id, " \n", team.writer)
    assert team.desk.post(post.id).sources == post.sources


@pytest.mark.parametrize(
    ("said", "text", "span", "address", "told"),
    [
        (" ", TEXT, None, "", "source.empty"),
        ("x", "lain", None, "", "record.moved_on"),
        ("x", TEXT, Span(0, 999), "", "record.comment_nowhere"),
        ("x", TEXT, None, "https://a\nb", "record.address_odd"),
        ("x", TEXT, None, "h" * 2_001, "record.address_odd"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(
    team: Team, said: str, text: str, span: Span | None, address: str, told: str
) -> None:
    post = team.draft()
    entries = team.desk.info().entries
    with pytest.raises(UserError, match=told):
        Sourcing(team.desk).add(post.id, text, said, team.writer, span, address)
    assert team.desk.info().entries == entries


def test_a_file_that_is_too_large_empty_or_no_file_is_refused(team: Team, tmp_path: Path) -> None:
    large, empty = tmp_path / "besar.zip", tmp_path / "kosong.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    empty.touch()
    for path, told in (
        (large, "file_too_large"),
        (empty, "file_empty"),
        (tmp_path, "file_missing"),
        (tmp_path / "tiada", "file_missing"),
    ):
        with pytest.raises(UserError, match=rf"source\.{told}"):
            kept(team, team.draft(), path)
    assert not any(post.sources for post in team.desk.posts())


def test_a_file_is_erased_for_good_and_the_record_says_who_did_it(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    post = kept(team, team.approved(), survey)
    target = Target((post.id,), file=file_of(post).digest)
    done = Eraser(team.desk).erase(target, "memuat data pelanggan", team.approver)
    assert (done.files, done.scrubbed) == (1, True)
    assert BYTES not in team.desk.path.read_bytes()
    after = file_of(team.desk.post(post.id))
    assert (after.erased, after.name, after.size) == (True, None, len(BYTES))
    found_out = team.desk.verify()
    assert found_out.intact
    assert "1 file erased by Bayu" in found_out.sentence("en")
    with pytest.raises(UserError, match=r"source\.file_erased"):
        Sourcing(team.desk).save(post.id, post.sources[0].id, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_erasing_is_for_approvers(team: Team, survey: Path) -> None:
    post = kept(team, team.approved(), survey)
    target = Target((post.id,), file=file_of(post).digest)
    with pytest.raises(UserError, match=r"record\.approvers_only"):
        Eraser(team.desk).erase(target, "iseng", team.writer)
    assert not file_of(team.desk.post(post.id)).erased


def test_erasing_a_post_takes_its_files_but_not_those_others_kept_too(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    own = tmp_path / "sendiri.txt"
    own.write_bytes(b"hanya di sini")
    post = kept(team, kept(team, team.approved(), survey), own)
    other = kept(team, team.draft(), survey)
    erased = Eraser(team.desk).erase(Target((post.id,)), "diminta", team.approver)
    assert erased.files == 1
    assert [one.file and one.file.erased for one in team.desk.post(post.id).sources] == [
        False, True,
    ]  # fmt: skip
    Sourcing(team.desk).save(other.id, other.sources[0].id, tmp_path / "y.pdf")
    assert team.desk.verify().intact


def test_a_file_kept_again_after_it_was_erased_is_there_again(
    team: Team, survey: Path, tmp_path: Path
) -> None:
    post = kept(team, team.approved(), survey)
    Eraser(team.desk).erase(Target((post.id,), file=file_of(post).digest), "salah", team.approver)
    again = kept(team, post, survey)
    assert not file_of(again).erased
    Sourcing(team.desk).save(post.id, again.sources[1].id, tmp_path / "z.pdf")
    assert team.desk.verify().intact
    team.desk.rebuild()
    assert team.desk.post(post.id).sources == again.sources
