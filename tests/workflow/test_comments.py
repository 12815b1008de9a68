"""Comments stand beside the words, never in a decision."""

from __future__ import annotations

import pytest

from brandvoice.errors import UserError
from brandvoice.post.span import Span
from tests.deciding import TEXT, Team, review_of


def test_a_comment_is_kept_with_who_when_and_on_which_words(team: Team) -> None:
    post = team.submitted()
    span = Span(TEXT.index("termurah"), TEXT.index("termurah") + len("termurah"))
    team.desk.comment(post.id, TEXT, "ada surveinya? 🤔", team.approver, span)
    said = team.desk.comment(post.id, TEXT, "bagus", team.both).comments
    assert [(one.by, one.words, one.said, one.open) for one in said] == [
        (team.approver, "termurah", "ada surveinya? 🤔", True),
        (team.both, None, "bagus", True),
    ]
    assert team.desk.timeline(post.id)[-1].reason == "bagus"
    assert team.desk.posts()[0].comments == said


def test_a_settled_comment_says_who_settled_it_and_is_settled_once(team: Team) -> None:
    post = team.submitted()
    (said,) = team.desk.comment(post.id, TEXT, "sumber?", team.approver).comments
    (settled,) = team.desk.resolve(post.id, said.id, team.writer).comments
    assert (settled.open, settled.resolved_by) == (False, team.writer)
    entries = team.desk.info().entries
    assert team.desk.resolve(post.id, said.id, team.approver).comments == (settled,)
    assert team.desk.info().entries == entries


def test_comments_change_no_decision_and_hold_none_back(team: Team) -> None:
    post = team.submitted()
    before = team.desk.comment(post.id, TEXT, "sumber?", team.approver)
    assert before.state == "in_review"
    approved = team.desk.approve(post.id, TEXT, team.approver, review_of(TEXT))
    after = team.desk.comment(post.id, TEXT, "sip", team.writer)
    assert after.state == "approved"
    assert after.decision == approved.decision


def test_words_of_a_comment_outlive_a_change_and_stand_for_the_words_of_then(team: Team) -> None:
    post = team.draft()
    team.desk.comment(post.id, TEXT, "awal", team.approver, Span(0, 5))
    changed = team.desk.save(post.id, "Teh", team.writer)
    assert changed.comments[0].words == "Serum"
    assert team.desk.verify().intact


@pytest.mark.parametrize(
    ("said", "text", "span", "told"),
    [
        (" \n", TEXT, None, "comment_empty"),
        ("x", "lain", None, "moved_on"),
        ("x", TEXT, Span(0, 999), "comment_nowhere"),
        ("x", TEXT, Span(3, 3), "comment_nowhere"),
    ],
)
def test_a_comment_on_nothing_is_refused(
    team: Team, said: str, text: str, span: Span | None, told: str
) -> None:
    post = team.draft()
    with pytest.raises(UserError) as refused:
        team.desk.comment(post.id, text, said, team.approver, span)
    assert refused.value.key == f"record.{told}"
    with pytest.raises(UserError, match="no_comment"):
        team.desk.resolve(post.id, "nobody", team.writer)
