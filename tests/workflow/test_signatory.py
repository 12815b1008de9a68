"""How somebody comes to a key, changes it, loses it, and finds it after something went wrong."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.keys.keystore import KeyStore
from brandvoice.keys.locked import Cost
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.signatory import Signatory
from tests.deciding import TEXT, Clock, review_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.signature import Signer

OLD, NEW = "kopi susu tanpa gula", "teh tarik dua gelas"


class Place:
    """A workspace with Dewi, who writes, and Bayu, who approves, at one computer."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk.open(folder / "workspace.sqlite3", Clock())
        self.keys = KeyStore(folder / "keys", Cost(2**14, 8, 1))
        self.dewi = self.desk.add_person("Dewi", ["writer"]).id
        self.bayu = self.desk.add_person("Bayu", ["approver"], self.dewi).id

    @property
    def approver(self) -> Signatory:
        return Signatory(self.desk, self.keys, self.bayu)

    def approve(self, signer: Signer, text: str = TEXT) -> str:
        review = review_of(text)
        post = self.desk.start(self.dewi, text)
        self.desk.submit(post.id, text, self.dewi, review)
        return self.desk.approve(post.id, text, self.bayu, review, signer=signer).state

    def causes(self) -> list[str]:
        return [key.cause for key in self.desk.keys(self.bayu)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as told:
        call()
    return told.value.key


def test_a_first_key_is_chosen_and_signs(place: Place) -> None:
    assert place.approver.standing() == "new"
    assert refused(lambda: place.approver.unlock(OLD)) == "record.key_missing"
    assert place.approve(place.approver.choose(OLD)) == "approved"
    assert place.approver.standing() == "here"
    assert place.approve(place.approver.unlock(OLD), "Kopi") == "approved"
    assert refused(lambda: place.approver.choose(NEW)) == "record.key_known"
    assert refused(lambda: place.approver.unlock(NEW)) == "key.wrong"
    assert place.causes() == ["first"]


def test_another_passphrase_is_another_key_and_old_signatures_stay_valid(place: Place) -> None:
    before = place.approver.choose(OLD)
    place.approve(before)
    after = place.approver.change(before, NEW)
    assert place.approve(after, "Kopi") == "approved"
    assert refused(lambda: place.approver.unlock(OLD)) == "key.wrong"
    assert place.approver.unlock(NEW).public == after.public
    assert refused(lambda: place.approve(before, "Teh")) == "record.key_unknown"
    assert place.causes() == ["first", "changed"]
    assert place.desk.verify().intact


def test_a_lost_passphrase_has_a_way_and_the_record_says_so(place: Place) -> None:
    place.approve(place.approver.choose(OLD))
    assert place.approve(place.approver.replace(NEW), "Kopi") == "approved"
    assert place.causes() == ["first", "lost"]
    assert place.desk.verify().intact


def test_another_approver_can_vouch_for_a_new_key(place: Place) -> None:
    own = place.approver.choose(OLD)
    rina = place.desk.add_person("Rina", ["approver"], place.bayu, signer=own).id
    other = Signatory(place.desk, place.keys, rina).choose("rahasia Rina")
    assert place.approve(place.approver.replace(NEW, other)) == "approved"
    assert place.desk.keys(place.bayu)[-1].by == rina


def test_a_key_that_the_record_never_heard_of_is_registered_when_it_is_used(place: Place) -> None:
    made = place.keys.make(place.bayu, OLD)  # and then the computer went off
    assert place.approver.standing() == "waiting"
    assert refused(lambda: place.approver.unlock(NEW)) == "key.wrong"
    assert place.causes() == []
    assert place.approve(place.approver.unlock(OLD)) == "approved"
    assert place.desk.keys(place.bayu)[-1].public == made.public


def test_a_change_that_stopped_half_way_leaves_the_old_key_in_force(place: Place) -> None:
    place.approver.choose(OLD)
    place.keys.make(place.bayu, NEW)  # and then the computer went off
    assert place.approver.standing() == "here"
    assert place.approve(place.approver.unlock(OLD)) == "approved"


def test_a_restored_workspace_knows_the_older_key_and_it_still_opens(
    place: Place, tmp_path: Path
) -> None:
    before = place.approver.choose(OLD)
    backup = place.desk.backup(tmp_path / "backup.sqlite3")
    place.approver.change(before, NEW)
    place.desk.close()
    place.desk = Desk.open(backup, Clock())
    assert place.approve(place.approver.unlock(OLD)) == "approved"


def test_a_key_file_from_another_computer_is_taken_in(place: Place, tmp_path: Path) -> None:
    made = place.approver.choose(OLD)
    brought = place.keys.file_of(place.bayu)
    assert refused(lambda: place.approver.take_in(brought)) == "key.here_already"
    place.keys = KeyStore(tmp_path / "other laptop", Cost(2**14, 8, 1))
    assert place.approver.take_in(brought) == made.public
    assert place.approver.standing() == "here"
    assert place.approve(place.approver.unlock(OLD)) == "approved"
    assert stat.S_IMODE(place.keys.file_of(place.bayu).stat().st_mode) & 0o077 == 0
    assert refused(lambda: place.approver.take_in(brought)) == "key.here_already"
    place.approver.change(place.approver.unlock(OLD), NEW)
    assert refused(lambda: place.approver.take_in(brought)) == "key.unknown_here"
    assert place.approve(place.approver.unlock(NEW), "Kopi") == "approved", "nothing was lost"


def test_a_file_that_is_not_this_persons_key_file_is_not_taken_in(
    place: Place, tmp_path: Path
) -> None:
    place.approver.choose(OLD)
    brought = place.keys.file_of(place.bayu)
    dewi = Signatory(place.desk, place.keys, place.dewi)
    assert refused(lambda: dewi.take_in(brought)) == "key.of_another"
    assert dewi.standing() == "new"
    place.keys = KeyStore(tmp_path / "other laptop", Cost(2**14, 8, 1))
    assert refused(lambda: place.approver.take_in(tmp_path / "none.json")) == "key.not_readable"
    assert refused(lambda: place.approver.take_in(tmp_path)) == "key.not_readable"
    odd = tmp_path / "odd.json"
    for text in ("", "{}", "x" * 99, brought.read_text(encoding="utf-8")[:-9]):
        odd.write_text(text, encoding="utf-8")
        assert refused(lambda: place.approver.take_in(odd)) == "key.damaged"
    assert not place.keys.folder.exists(), "nothing was written"


def test_a_damaged_key_file_is_put_aside_for_a_good_one(place: Place, tmp_path: Path) -> None:
    place.approver.choose(OLD)
    here = place.keys.file_of(place.bayu)
    good = tmp_path / "good.json"
    good.write_bytes(here.read_bytes())
    here.write_text("damaged", encoding="utf-8")
    place.approver.take_in(good)
    assert place.approve(place.approver.unlock(OLD)) == "approved"
    (aside,) = here.parent.glob("*.damaged")
    assert aside.read_text(encoding="utf-8") == "damaged"


def test_at_another_computer_the_key_is_brought_along_or_given_up(
    place: Place, tmp_path: Path
) -> None:
    place.approver.choose(OLD)
    here, place.keys = place.keys, KeyStore(tmp_path / "other laptop", Cost(2**14, 8, 1))
    assert place.approver.standing() == "elsewhere"
    assert refused(lambda: place.approver.unlock(OLD)) == "key.elsewhere"
    place.keys.folder.mkdir()
    copied = place.keys.file_of(place.bayu)
    copied.write_bytes(here.file_of(place.bayu).read_bytes())
    assert place.approve(place.approver.unlock(OLD)) == "approved"
    copied.unlink()
    assert place.approve(place.approver.replace(NEW), "Kopi") == "approved"
    assert place.causes() == ["first", "lost"]


def test_a_damaged_key_file_is_told_and_a_new_key_begins(place: Place) -> None:
    place.approver.choose(OLD)
    place.keys.file_of(place.bayu).write_text("{", encoding="utf-8")
    assert refused(place.approver.standing) == "key.damaged"
    assert refused(lambda: place.approver.unlock(OLD)) == "key.damaged"
    assert place.approve(place.approver.replace(NEW)) == "approved"
    assert len(list(place.keys.folder.glob("*.damaged"))) == 1
