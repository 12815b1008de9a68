"""A post that reads like an earlier one is recognised, also reworded; others are left in peace."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.recalling import Recall
from tests.deciding import Team

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState

PAIRS: list[tuple[str, str]] = tomllib.loads(
    Path(__file__).with_name("reworded.toml").read_text(encoding="utf-8")
)["pairs"]
FOOTER = (
    "\n\nToko Kami, Jalan Kenanga 5 Bandung, buka jam 9 sampai 17, pesan lewat WhatsApp #tokokami"
)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "workspace.sqlite3")


def seen(team: Team, text: str) -> PostState | None:
    draft = team.draft(text)
    found = Recall(team.desk).seen_before(draft.id, text)
    Eraser(team.desk).discard(draft.id, team.writer)
    return found.post if found else None


@pytest.mark.parametrize("footer", ["", FOOTER])
def test_reworded_posts_are_recognised_and_no_other(team: Team, footer: str) -> None:
    """With and without what a shop writes under each of its posts."""
    earlier = [team.submitted(first + footer) for first, _ in PAIRS]
    recognised = wrong = 0
    for (_, second), post in zip(PAIRS, earlier, strict=True):
        found = seen(team, second + footer)
        recognised += found == post
        wrong += found not in (None, post)
    assert recognised >= 0.9 * len(PAIRS)
    assert wrong == 0


@pytest.mark.parametrize("footer", ["", FOOTER])
def test_unrelated_posts_are_not_taken_for_each_other(team: Team, footer: str) -> None:
    for first, _ in PAIRS[::2]:
        team.submitted(first + footer)
    assert [second for _, second in PAIRS[1::2] if seen(team, second + footer)] == []


def test_the_decision_and_its_reason_come_along(team: Team) -> None:
    first, second = PAIRS[0]
    team.rejected(first)
    post = seen(team, second)
    assert post
    assert post.decision
    assert (post.decision.kind, post.decision.note) == ("rejected", "bukan gaya kita")


def test_the_words_that_were_decided_on_count_though_others_stand_there_now(team: Team) -> None:
    first, second = PAIRS[1]
    post = team.rejected(first)
    team.desk.save(post.id, "Sesuatu yang sama sekali lain tentang teh melati", team.writer)
    found = Recall(team.desk).seen_before("", second)
    assert found
    assert found.words == first


def test_a_post_is_not_like_itself_nor_like_drafts_nor_like_what_was_put_away(team: Team) -> None:
    first, second = PAIRS[2]
    recall = Recall(team.desk)
    post = team.submitted(first)
    assert recall.seen_before(post.id, first) is None
    draft = team.draft(second)
    assert recall.seen_before(post.id, first) is None, "nobody handed the draft in"
    assert recall.seen_before(draft.id, second)
    recall.dismiss(draft.id, post.id)
    assert recall.seen_before(draft.id, second) is None
    assert recall.seen_before("", second)


@pytest.mark.parametrize(
    "text", ["", "Halo", "😀 😀", "a b c", "“”", 'kopi "gayo" AND', "x " * 9999]
)
def test_any_text_can_be_asked_about(team: Team, text: str) -> None:
    team.submitted("Kopi gayo AND teh melati")
    assert Recall(team.desk).seen_before("", text) is None


def test_erased_words_are_not_recognised_any_more(team: Team) -> None:
    first, second = PAIRS[3]
    post = team.approved(first)
    assert seen(team, second)
    Eraser(team.desk).erase(
        Target(posts=(post.id,)), "permintaan", team.approver, team.signers[team.approver]
    )
    assert seen(team, second) is None
