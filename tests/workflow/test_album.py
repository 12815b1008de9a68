"""Pictures of people: small, beside the record, thrown away when somebody likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.errors import UserError
from brandvoice.workflow.album import LARGEST, Album
from brandvoice.workflow.erasing import Eraser, Target

if TYPE_CHECKING:
    from tests.deciding import Team

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_picture_is_kept_exchanged_and_thrown_away_without_an_entry(team: Team) -> None:
    album, entries = Album(team.desk), team.desk.info().entries
    album.put(team.writer, PNG + b"one")
    album.put(team.approver, PNG + b"two")
    album.put(team.writer, PNG + b"three")
    assert album.pictures() == {team.writer: PNG + b"three", team.approver: PNG + b"two"}
    album.put(team.writer, None)
    assert album.pictures() == {team.approver: PNG + b"two"}
    assert team.desk.info().entries == entries
    assert team.desk.verify().intact


@pytest.mark.parametrize("image", [b"", b"GIF89a", PNG + b"x" * LARGEST])
def test_what_is_too_large_or_no_picture_is_refused(team: Team, image: bytes) -> None:
    with pytest.raises(UserError, match=r"picture\.unfit"):
        Album(team.desk).put(team.writer, image)
    with pytest.raises(UserError, match=r"record\.unknown_person"):
        Album(team.desk).put("nobody", PNG)
    assert Album(team.desk).pictures() == {}


def test_whose_words_are_erased_loses_the_picture_too(team: Team) -> None:
    team.submitted("Nomor Bu Ani 0812")
    album = Album(team.desk)
    album.put(team.writer, PNG)
    album.put(team.approver, PNG)
    Eraser(team.desk).erase(Target(person=team.writer), "diminta", team.approver)
    assert set(album.pictures()) == {team.approver}
