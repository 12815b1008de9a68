"""What really went out is in the record: words, places, times, and whether it had been approved."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.workflow.desk import Desk, HistoryFilter
from brandvoice.workflow.erasing import Eraser, Target
from tests.deciding import TEXT, review_of
from tests.workspace.rows import derived_rows

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.approval.publication import Publication
    from brandvoice.approval.state import PostState
    from tests.deciding import Team

LINK = "https://example.com/p/1?a=b"
OTHER = "Serum paling murah 😀\nse-Bandung!"


def said(team: Team, text: str = TEXT, **other: object) -> Posted:
    known: Any = Posted(text, ("instagram", "x"), team.clock.time)
    posted: Posted = known._replace(**other)
    return posted


def out_of(post: PostState) -> Publication:
    (one,) = post.publications
    return one


def refused(key: str, team: Team, post: PostState, posted: Posted) -> None:
    before = team.desk.post(post.id)
    with pytest.raises(UserError) as told:
        team.desk.mark_posted(post.id, posted, team.writer)
    assert told.value.key == f"record.{key}"
    assert team.desk.post(post.id) == before


def test_an_approved_post_went_out_with_its_copy_dates_approver_and_preparer(team: Team) -> None:
    post = team.approved()
    approved_at = team.desk.timeline(post.id)[-1].at
    went, gone = team.clock.time, team.clock.time + timedelta(hours=2)
    state = team.desk.mark_posted(post.id, said(team, address=LINK), team.writer)
    team.clock.time = gone + timedelta(hours=1)
    state = team.desk.mark_taken_down(
        post.id, TakenDown(("instagram", "x"), gone, "promo selesai"), team.writer
    )
    one = out_of(state)
    assert (one.text, one.version, one.channels) == (fingerprint(TEXT), 1, ("instagram", "x"))
    assert (one.at, one.until, one.address) == (went, gone, LINK)
    assert (one.standing, one.approvers, one.approved_at) == (
        "approved",
        (team.approver,),
        approved_at,
    )
    assert one.authors == (team.writer,)
    assert state.state == "approved"
    *_, out, down = team.desk.timeline(post.id)
    assert (out.kind, out.text, out.out[0].approved) == ("post_published", TEXT, True)
    assert (down.kind, down.reason) == ("post_taken_down", "promo selesai")
    assert team.desk.verify().intact


@pytest.mark.parametrize("made", ["draft", "submitted", "returned", "rejected"])
def test_words_nobody_approved_are_said_to_have_gone_out_without_approval(
    team: Team, made: str
) -> None:
    post = getattr(team, made)()
    state = team.desk.mark_posted(post.id, said(team), team.approver)
    assert out_of(state).standing == "unapproved"
    assert out_of(state).authors == (team.writer,)
    assert state.state == post.state
    assert team.desk.timeline(post.id)[-1].text == TEXT
    assert team.desk.verify().intact


def test_an_approval_that_had_ended_covers_nothing_more(team: Team) -> None:
    post = team.approved()
    before = team.clock.time
    team.clock.time += timedelta(minutes=5)
    team.desk.withdraw(post.id, team.approver, "salah harga")
    team.clock.time += timedelta(minutes=5)
    team.desk.mark_posted(post.id, said(team), team.writer)
    state = team.desk.mark_posted(post.id, said(team, at=before), team.writer)
    assert [one.standing for one in state.publications] == ["approved", "ended"]
    assert {one.approvers for one in state.publications} == {(team.approver,)}


def test_an_approval_given_until_a_time_covers_nothing_after_it(team: Team) -> None:
    post = team.draft()
    until = team.clock.time + timedelta(hours=1)
    review = review_of(TEXT)
    team.desk.submit(post.id, TEXT, team.writer, review, valid_until=until)
    team.desk.approve(post.id, TEXT, team.approver, review)
    within = team.clock.time
    team.clock.time = until + timedelta(hours=1)
    # Nobody has looked since, so no entry says yet that the approval has run out.
    team.desk.mark_posted(post.id, said(team), team.writer)
    state = team.desk.mark_posted(post.id, said(team, at=within), team.writer)
    assert [one.standing for one in state.publications] == ["approved", "ended"]
    team.desk.sweep()
    assert team.desk.post(post.id).publications == state.publications


def test_the_words_that_went_out_are_kept_when_they_differ(team: Team) -> None:
    post = team.approved()
    state = team.desk.mark_posted(post.id, said(team, OTHER), team.writer)
    one = out_of(state)
    assert (one.standing, one.version, one.text) == ("differs", 1, fingerprint(OTHER))
    assert team.desk.timeline(post.id)[-1].text == OTHER
    assert (state.text, state.state) == (TEXT, "approved")
    found = team.desk.history(HistoryFilter(query="paling murah")).rows
    assert [one.id for one in found] == [post.id]


def test_an_earlier_version_may_be_the_one_that_went_out(team: Team) -> None:
    post = team.superseded()
    text = TEXT + "."
    state = team.desk.mark_posted(post.id, said(team, text, version=1), team.writer)
    assert (out_of(state).version, out_of(state).standing) == (1, "ended")
    known = team.desk.outlook(post.id)
    assert [(one.version, one.words) for one in known.wordings] == [(1, text), (2, TEXT)]


def test_channels_may_go_out_and_come_down_at_different_times(team: Team) -> None:
    post = team.approved()
    first = team.clock.time
    team.desk.mark_posted(post.id, said(team, channels=("instagram",)), team.writer)
    team.clock.time += timedelta(hours=1)
    team.desk.mark_posted(post.id, said(team, channels=("x",)), team.approver)
    team.clock.time += timedelta(hours=1)
    gone = team.clock.time
    state = team.desk.mark_taken_down(post.id, TakenDown(("instagram",), gone), team.writer)
    ends = [(one.channels, one.until) for one in state.publications]
    assert ends == [(("instagram",), gone), (("x",), None)]
    assert [one.at >= first for one in state.publications] == [True, True]
    team.clock.time += timedelta(hours=1)
    again = team.desk.mark_posted(post.id, said(team, channels=("instagram",)), team.writer)
    assert [one.until for one in again.publications] == [gone, None, None]


def test_what_was_approved_for_one_channel_went_out_unapproved_on_another(team: Team) -> None:
    post = team.approved()
    team.desk.set_channels(post.id, ["instagram", "x", "tiktok"], team.writer)
    posted = said(team, channels=("instagram", "tiktok"))
    team.clock.time += timedelta(minutes=2)
    state = team.desk.mark_posted(post.id, posted, team.writer)
    assert {one.channels: one.standing for one in state.publications} == {
        ("instagram",): "ended",
        ("tiktok",): "unapproved",
    }


def test_what_cannot_be_is_refused_and_nothing_is_written(team: Team) -> None:
    post = team.approved()
    now = team.clock.time
    refused("posted_in_future", team, post, said(team, at=now + timedelta(days=1)))
    refused("posted_before_start", team, post, said(team, at=now - timedelta(days=1)))
    refused("posted_elsewhere", team, post, said(team, channels=("tiktok",)))
    refused("posted_nowhere", team, post, said(team, channels=()))
    refused("posted_nothing", team, post, said(team, "  \n"))
    refused("address_odd", team, post, said(team, address="a\nb"))
    refused("address_odd", team, post, said(team, address="a" * 2_001))
    refused("no_version", team, post, said(team, OTHER, version=7))
    posted = said(team)
    team.desk.mark_posted(post.id, posted, team.writer)
    refused("already_posted", team, post, posted)
    with pytest.raises(UserError, match="unknown_person"):
        team.desk.mark_posted(post.id, said(team), "nobody")


def test_only_what_is_out_can_be_taken_down_and_not_before(team: Team) -> None:
    post = team.approved()
    early = team.clock.time
    down = TakenDown(("instagram",), early)
    team.clock.time += timedelta(minutes=5)
    tries = [("nothing_out", down)]
    for key, asked in tries:
        with pytest.raises(UserError, match=key):
            team.desk.mark_taken_down(post.id, asked, team.writer)
    team.desk.mark_posted(post.id, said(team, channels=("instagram",)), team.writer)
    tries = [
        ("down_before_out", down),
        ("not_out", down._replace(channels=("x",))),
        ("posted_nowhere", down._replace(channels=())),
        ("posted_in_future", down._replace(at=team.clock.time + timedelta(days=1))),
    ]
    for key, asked in tries:
        with pytest.raises(UserError, match=key):
            team.desk.mark_taken_down(post.id, asked, team.writer)
    team.desk.mark_taken_down(post.id, down._replace(at=team.clock.time), team.writer)
    with pytest.raises(UserError, match="nothing_out"):
        team.desk.mark_taken_down(post.id, down._replace(at=team.clock.time), team.writer)


def test_it_is_signed_while_a_key_is_open_and_needs_none(team: Team) -> None:
    post = team.approved()
    team.desk.mark_posted(post.id, said(team, channels=("x",)), team.writer)
    signed = team.desk.timeline(post.id)[-1]
    team.desk.unlocked = lambda _: None
    team.desk.mark_posted(post.id, said(team, channels=("instagram",)), team.writer)
    unsigned = team.desk.timeline(post.id)[-1]
    assert signed.key == team.signers[team.writer].public
    assert unsigned.key is None
    assert team.desk.verify().intact


def test_a_rebuilt_workspace_and_the_search_know_what_went_out(team: Team) -> None:
    posts = {
        "yes": team.approved("Kopi gayo").id,
        "unapproved": team.draft("Teh melati").id,
        "down": team.approved("Susu segar").id,
        "no": team.approved("Air kelapa").id,
    }
    for name, text in (("yes", "Kopi gayo"), ("unapproved", "Teh melati"), ("down", "Susu segar")):
        team.desk.mark_posted(posts[name], said(team, text), team.writer)
    down = TakenDown(("instagram",), team.clock.time)
    team.desk.mark_taken_down(posts["down"], down, team.writer)

    def found(query: str) -> set[str]:
        rows = team.desk.history(HistoryFilter(query=query)).rows
        return {name for name, post in posts.items() if post in {one.id for one in rows}}

    def answers() -> list[set[str]]:
        asked = ("posted:yes", "terbit:ya", "terbit:belum", "posted:unapproved", "-posted:yes")
        return [
            found(query) for query in (*asked, "terbit:diturunkan", 'terbit:"tanpa persetujuan"')
        ]

    out = {"yes", "unapproved", "down"}
    expected = [out, out, {"no"}, {"unapproved"}, {"no"}, {"down"}, {"unapproved"}]
    assert answers() == expected
    before, shown = derived_rows(team.desk.path), team.desk.posts()
    team.desk.rebuild()
    assert derived_rows(team.desk.path) == before
    assert tuple(team.desk.post(one.id) for one in shown) == shown == team.desk.posts()
    assert answers() == expected


def test_erasing_takes_the_words_that_went_out_and_the_link(team: Team) -> None:
    post = team.approved()
    team.desk.mark_posted(post.id, said(team, OTHER, address=LINK), team.writer)
    Eraser(team.desk).erase(Target(posts=(post.id,)), "permintaan", team.approver)
    one = out_of(team.desk.post(post.id))
    assert (one.text, one.address, one.standing) == (fingerprint(OTHER), None, "differs")
    assert team.desk.timeline(post.id)[-1].kind == "text_erased"
    assert team.desk.history(HistoryFilter(query="paling murah")).rows == ()
    whole = b"".join(part.read_bytes() for part in team.desk.path.parent.glob("workspace*"))
    assert b"paling murah" not in whole
    assert LINK.encode() not in whole
    assert team.desk.verify().intact


def test_erasing_a_person_takes_pasted_words_they_had_prepared(team: Team) -> None:
    post = team.approved()
    team.desk.mark_posted(post.id, said(team, OTHER, address=LINK), team.both)
    Eraser(team.desk).erase(Target(person=team.writer), "permintaan", team.approver)
    words = {entry.text for entry in team.desk.timeline(post.id)}
    assert words == {None}
    assert out_of(team.desk.post(post.id)).address == LINK


def test_a_draft_that_went_out_cannot_be_thrown_away(team: Team) -> None:
    post = team.draft()
    team.desk.mark_posted(post.id, said(team), team.writer)
    with pytest.raises(UserError, match="not_only_a_draft"):
        Eraser(team.desk).discard(post.id, team.writer)


def test_a_post_for_no_channel_in_particular_may_have_gone_out_too(team: Team) -> None:
    post = team.desk.start(team.writer, TEXT)
    state = team.desk.mark_posted(post.id, said(team, channels=()), team.writer)
    assert out_of(state).channels == ()
    gone = team.desk.mark_taken_down(post.id, TakenDown((), team.clock.time), team.writer)
    assert out_of(gone).until is not None


def test_a_copy_of_the_file_tells_the_same(team: Team, tmp_path: Path) -> None:
    post = team.approved()
    state = team.desk.mark_posted(post.id, said(team, address=LINK), team.writer)
    copy = Desk.open(team.desk.backup(tmp_path / "copy.sqlite3"), zone=UTC)
    assert copy.post(post.id) == state == copy.posts()[0]
    copy.close()
