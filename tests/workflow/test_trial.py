"""A change is tried on the posts of the past before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from brandvoice.workflow.ownphrase import Drafted, OwnPhrase
from brandvoice.workflow.trial import past_posts, try_rule
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAFTED = Drafted(OwnPhrase("kopi susu\nkopi hitam", "Kami menyebutnya Gayo."))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    place = Workplace(tmp_path / "toko.sqlite3")
    yield place
    place.desk.close()


def test_it_lists_the_approved_posts_in_which_it_finds_something(place: Workplace) -> None:
    place.approved("Kopi susu, lalu kopi susu dan kopi hitam.")
    place.approved("Teh melati.")
    place.submitted("Kopi hitam.")
    past = past_posts(place.desk)
    assert past.approved
    trial = try_rule(past.posts, DRAFTED.reviewer, DRAFTED.id)
    assert (trial.looked, trial.complete) == (2, True)
    ((post, words),) = trial.found
    assert post.title.startswith("Kopi susu")
    assert words == ("Kopi susu", "kopi susu", "kopi hitam")


def test_while_nothing_is_approved_all_posts_are_tried(place: Workplace) -> None:
    place.submitted("Kopi hitam.")
    place.draft("Kopi susu.")
    past = past_posts(place.desk)
    assert not past.approved
    assert len(try_rule(past.posts, DRAFTED.reviewer, DRAFTED.id).found) == 2


def test_of_many_posts_the_newest_are_tried(place: Workplace) -> None:
    for number in range(5):
        place.approved(f"Kopi susu {number}")
    titles = [post.title for post in past_posts(place.desk, limit=3).posts]
    assert titles == ["Kopi susu 4", "Kopi susu 3", "Kopi susu 2"]


def test_it_tells_how_far_it_is_and_stops_when_told_to(place: Workplace) -> None:
    place.approved("Kopi susu")
    posts = past_posts(place.desk).posts * 50
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return len(seen) < 2

    trial = try_rule(posts, DRAFTED.reviewer, DRAFTED.id, progress)
    assert not trial.complete
    assert trial.looked == len(trial.found) == seen[-1][0]
    assert [total for _, total in seen] == [50, 50]
