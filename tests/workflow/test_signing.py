"""Decisions are signed with the key the record knows for that person, and with no other."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.chain import unsigned_digest
from brandvoice.approval.signature import Signer, signing_key, verify
from brandvoice.approval.signing import MUST_BE_SIGNED
from brandvoice.errors import UserError
from brandvoice.words import LANGUAGES, explain
from brandvoice.workspace.record import entries
from brandvoice.workspace.workspace import Workspace
from tests.deciding import TEXT, Team, found, review_of, signer_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.chain import Entry
    from brandvoice.workflow.desk import Desk


def key(person: str, seed: str) -> Signer:
    return Signer.of_seed(person, hashlib.sha256(seed.encode()).digest())


def stored(desk: Desk) -> list[Entry]:
    workspace = Workspace.open(desk.path)
    with workspace.reading() as book:
        found = list(entries(book.connection))
    workspace.close()
    return found


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as told:
        call()
    assert all(explain(language, told.value) for language in LANGUAGES)
    return told.value.key


def test_whoever_decides_signs_and_the_signature_holds(team: Team, desk: Desk) -> None:
    team.approved()
    team.returned("Kopi")
    team.rejected("Teh")
    signed = [entry for entry in stored(desk) if entry.kind in MUST_BE_SIGNED]
    assert {entry.kind for entry in signed} == {
        "key_added",
        "post_approved",
        "changes_requested",
        "post_rejected",
    }
    for entry in signed:
        assert entry.signature is not None
        assert verify(entry.signature, unsigned_digest(entry))
        assert signing_key(entry.signature) == signer_of(entry.actor).public
    assert desk.verify().intact


def test_without_a_signature_no_decision_is_recorded(team: Team, desk: Desk) -> None:
    warning = found(TEXT, "termurah")
    post, approved = team.submitted(TEXT, warning), team.approved("Kopi")
    desk.unlocked = lambda _: None
    before = stored(desk)
    review = review_of(TEXT)
    for act in (
        lambda: desk.approve(post.id, TEXT, team.approver, review),
        lambda: desk.request_changes(post.id, TEXT, team.approver, review, "sumber?"),
        lambda: desk.reject(post.id, TEXT, team.approver, review, "jangan"),
        lambda: desk.waive(post.id, warning, TEXT, "ada survei", team.approver),
        lambda: desk.withdraw(approved.id, team.approver, "salah harga"),
    ):
        assert refused(act) == "record.signature_missing"
    assert stored(desk) == before
    assert desk.post(post.id).state == "in_review"


def test_handing_in_needs_no_signature_and_takes_one(team: Team, desk: Desk) -> None:
    team.submitted()
    assert stored(desk)[-1].signature is not None
    desk.unlocked = lambda _: None
    team.submitted("Kopi")
    assert stored(desk)[-1].signature is None
    assert desk.verify().intact


def test_nobody_signs_with_the_key_of_another(team: Team, desk: Desk) -> None:
    post, review = team.submitted(), review_of(TEXT)
    foreign, unknown = signer_of(team.both), key(team.approver, "somebody's own making")

    def approve(signer: Signer) -> Callable[[], object]:
        return lambda: desk.approve(post.id, TEXT, team.approver, review, signer=signer)

    assert refused(approve(foreign)) == "record.signature_foreign"
    assert refused(approve(unknown)) == "record.key_unknown"
    assert desk.post(post.id).state == "in_review"


def test_a_changed_key_is_vouched_for_by_the_one_before(team: Team, desk: Desk) -> None:
    first, second = signer_of(team.approver), key(team.approver, "second")
    post = team.approved()
    claimed = (lambda: desk.add_key(team.approver, second.public, "changed", second),)
    assert [refused(act) for act in claimed] == ["record.signature_foreign"]
    desk.add_key(team.approver, second.public, "changed", first)
    assert [one.cause for one in desk.keys(team.approver)] == ["first", "changed"]
    desk.withdraw(post.id, team.approver, "salah harga", signer=second)
    other = team.submitted("Kopi")
    old = (lambda: desk.approve(other.id, "Kopi", team.approver, review_of("Kopi"), signer=first),)
    assert [refused(act) for act in old] == ["record.key_unknown"]
    for entry in stored(desk):
        assert entry.signature is None or verify(entry.signature, unsigned_digest(entry))
    assert desk.verify().intact, "what the old key signed stays valid"


def test_a_lost_key_is_given_up_by_its_owner_or_with_the_word_of_an_approver(
    team: Team, desk: Desk
) -> None:
    mine, theirs = key(team.approver, "mine"), key(team.both, "theirs")
    desk.add_key(team.approver, mine.public, "lost", mine)
    desk.add_key(team.both, theirs.public, "lost", mine, by=team.approver)
    assert desk.keys(team.both)[-1][2:] == ("lost", team.approver)
    writer = signer_of(team.writer)
    by_writer = (lambda: desk.add_key(team.both, writer.public, "lost", writer, by=team.writer),)
    assert [refused(act) for act in by_writer] == ["record.key_of_another"]
    changed = (lambda: desk.add_key(team.both, mine.public, "changed", mine, by=team.approver),)
    assert [refused(act) for act in changed] == ["record.key_of_another"]
    assert desk.verify().intact


def test_a_first_key_is_only_ever_the_first(team: Team, desk: Desk) -> None:
    again, new = key(team.approver, "again"), team.desk.add_person("Wulan", ["writer"]).id
    signer = key(new, "hers")
    acts = (
        lambda: desk.add_key(team.approver, again.public, "first", again),
        lambda: desk.add_key(team.approver, signer_of(team.approver).public, "lost", again),
        lambda: desk.add_key(new, signer.public, "changed", signer),
        lambda: desk.add_key(new, signer.public, "lost", signer),
        lambda: desk.add_key(new, signer.public, "first", again),
    )
    assert [refused(act) for act in acts] == [
        "record.key_known",
        "record.key_known",
        "record.key_missing",
        "record.key_missing",
        "record.signature_foreign",
    ]
    desk.add_key(new, signer.public, "first", signer)
    assert len(desk.keys(new)) == 1
