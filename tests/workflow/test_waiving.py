"""Who may let which finding stand: in one post, or in every post until a date."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.flow import Flow, Stage
from brandvoice.errors import UserError
from tests.deciding import TEXT, Team, found, review_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.flow import Right
    from brandvoice.rules.terms import Severity

WARNING = found(TEXT, "termurah")
BLOCKER = found(TEXT, "termurah", "blocker")
DAY = timedelta(days=1)


def told(act: Callable[..., object], *given: object) -> str:
    """What an act is refused with; "-" when it is done."""
    try:
        act(*given)
    except UserError as error:
        return error.key.removeprefix("record.")
    return "-"


@pytest.mark.parametrize(
    ("severity", "right", "by_writer", "by_approver"),
    [
        ("warning", None, "-", "-"),
        ("warning", "approver", "own_waiver", "-"),
        ("warning", "nobody", "waived_by_nobody", "waived_by_nobody"),
        ("blocker", None, "own_blocker", "-"),
        ("blocker", "writer", "own_blocker", "-"),
        ("blocker", "nobody", "waived_by_nobody", "waived_by_nobody"),
    ],
)
def test_the_brand_says_who_waives_what(
    team: Team, severity: Severity, right: Right | None, by_writer: str, by_approver: str
) -> None:
    waivers: dict[Severity, Right] = {severity: right} if right else {}
    team.desk.set_flow(Flow((Stage(),), {}, waivers), team.approver)
    finding = found(TEXT, "termurah", severity)
    for who, answer in ((team.writer, by_writer), (team.approver, by_approver)):
        post = team.submitted(TEXT, finding)
        assert told(team.desk.waive, post.id, finding, TEXT, "survei", who) == answer


def test_where_nobody_may_waive_a_blocker_the_approver_is_told_to_have_it_mended(
    team: Team,
) -> None:
    team.desk.set_flow(Flow(waivers={"blocker": "nobody"}), team.approver)
    post, review = team.submitted(TEXT, BLOCKER), review_of(TEXT, BLOCKER)
    assert told(team.desk.approve, post.id, TEXT, team.approver, review) == "blocker_mended"


def test_a_writer_who_did_not_write_it_may_not_waive_a_blocker_either(team: Team) -> None:
    sari = team.add("Sari", team.writer, "writer")
    post = team.submitted(TEXT, BLOCKER)
    assert told(team.desk.waive, post.id, BLOCKER, TEXT, "survei", sari) == "waived_by_approvers"


def test_words_waived_for_the_brand_hold_back_no_post_until_that_date(team: Team) -> None:
    seen = team.submitted(TEXT, WARNING)
    until = team.clock.time + DAY
    house = team.desk.waive_everywhere(seen.id, WARNING, "survei 2026", until, team.approver)
    (waiver,) = house.in_force
    assert (waiver.words, waiver.reason, waiver.until) == ("termurah", "survei 2026", until)
    other = team.submitted(TEXT, WARNING)
    review = review_of(TEXT, WARNING)
    assert team.desk.approve(other.id, TEXT, team.approver, review).state == "approved"
    team.clock.time = until
    assert team.desk.house().in_force == ()
    assert told(team.desk.approve, seen.id, TEXT, team.approver, review) == "warning_open"
    assert team.desk.verify().intact


def test_what_the_lists_count_is_what_no_waiver_lets_stand_at_that_moment(team: Team) -> None:
    other = found(TEXT, "buruan", "note", "selling/urgency", "selling")
    post = team.submitted(TEXT, WARNING, other)
    until = team.clock.time + DAY
    house = team.desk.waive_everywhere(post.id, WARNING, "survei", until, team.approver)
    post = team.desk.post(post.id)
    assert [one.rule for one in post.noticed] == [WARNING.rule, other.rule]
    assert [one.rule for one in house.still_open(post)] == [other.rule]
    assert team.desk.rebuild()
    assert team.desk.post(post.id) == post
    team.clock.time = until
    assert team.desk.house().still_open(post) == post.noticed


def test_a_waiver_for_the_brand_can_be_ended_and_given_again(team: Team) -> None:
    post = team.submitted(TEXT, WARNING)
    until = team.clock.time + DAY
    give = partial(team.desk.waive_everywhere, post.id, WARNING, "survei", until, team.approver)
    give()
    assert told(give) == "already_waived"
    team.desk.end_waiver(WARNING.rule, WARNING.words, team.both)
    assert team.desk.house().in_force == ()
    end = partial(team.desk.end_waiver, WARNING.rule, WARNING.words, team.both)
    assert told(end) == "not_waived_everywhere"
    assert told(give) == "-"


def test_whoever_waived_a_blocker_for_the_brand_does_not_pass_their_own_posts_by_it(
    team: Team,
) -> None:
    seen = team.submitted(TEXT, BLOCKER)
    until = team.clock.time + DAY
    team.desk.waive_everywhere(seen.id, BLOCKER, "izin BPOM", until, team.both)
    own = team.desk.start(team.both, TEXT, ["x"])
    review = review_of(TEXT, BLOCKER)
    team.desk.submit(own.id, TEXT, team.both, review)
    assert told(team.desk.approve, own.id, TEXT, team.approver, review) == "blocker_open"
    assert team.desk.approve(seen.id, TEXT, team.approver, review).state == "approved"


def test_only_an_approver_waives_for_the_brand_with_a_reason_and_a_date_to_come(
    team: Team,
) -> None:
    post, until = team.submitted(TEXT, WARNING), team.clock.time + DAY
    waive = team.desk.waive_everywhere
    assert told(waive, post.id, WARNING, "x", until, team.writer) == "everywhere_approvers"
    assert told(waive, post.id, WARNING, " ", until, team.approver) == "reason_missing"
    past = until - 2 * DAY
    assert told(waive, post.id, WARNING, "x", past, team.approver) == "until_in_the_past"
    team.desk.set_flow(Flow(waivers={"warning": "nobody"}), team.approver)
    assert told(waive, post.id, WARNING, "x", until, team.approver) == "waived_by_nobody"
