"""Everything ever reviewed is found again: by words, emoji, state, person, channel, day, family."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brandvoice.approval.query import parse
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.post.searchable import words_in
from brandvoice.workflow.desk import Desk, HistoryFilter
from tests.deciding import TEXT, Clock, Team, found, review_of
from tests.texts import posts


def search(team: Team, query: str) -> list[str]:
    return [post.title for post in team.desk.history(HistoryFilter(query=query)).rows]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Diskon besar akhir tahun", "diskon"),
        ("Diskon besar akhir tahun", "TAHUN diskon"),
        ("Diskon besar akhir tahun", "akh"),
        ("𝗗𝗜𝗦𝗞𝗢𝗡 besar", "diskon"),
        ("Diskon besar", "𝗗𝗜𝗦𝗞𝗢𝗡"),
        ("dis\u200bkon", "diskon"),
        ("Café baru di Bandung", "cafe"),
        ("Cafe baru", "café"),
        ("Hemat 50% hari ini", "50%"),
        ("c++ dan brand-voice", "brand-voice"),
        ("It's new: kopi gayo", "it's new: kopi"),
        ("Halo 😀", "😀"),
        ("Halo😀kak", "😀"),
        ("Terima kasih ❤️", "❤"),
        ("Terima kasih ❤", "❤️"),
        ("Sip 👍🏽", "👍"),
        ("Sip 👍🏽", "👍🏽"),
        ("Keluarga 👨‍👩‍👧", "👨‍👩‍👧"),
        ("Dirgahayu 🇮🇩", "🇮🇩 dirga"),
        ("東京のコーヒー", "東京のコーヒー"),
    ],
)
def test_words_and_emoji_are_found(team: Team, text: str, query: str) -> None:
    team.draft("Sesuatu yang lain 🎉")
    post = team.draft(text)
    assert search(team, query) == [post.title]


@pytest.mark.parametrize(
    "query",
    ['"', '""', "'", "*", "a*b", "col:x", "words:kopi", "NEAR(", "kopi AND", "OR", "NOT kopi", "(",
     "- kopi", "^kopi", "{words}", "!!!", "kopi OR teh", "\x00", "😀*", "facets : statedraft",
     "statedraft", "a\x00b", "--", ";", "a" * 5000],
)  # fmt: skip
def test_whatever_is_typed_is_text_and_never_syntax(team: Team, query: str) -> None:
    team.draft("Teh melati")
    assert search(team, query) == []


@settings(max_examples=150)
@example("\U00018cd6")  # a letter since Unicode 13
@example("ꦲꦏ꧀ꦱꦫ ꦗꦮ")
@given(st.one_of(posts(8), st.text(st.characters(codec="utf-8"), max_size=12)))
def test_every_text_is_found_by_itself_in_quotes(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder) / "workspace.sqlite3")
        post = team.draft(text)
        quoted = '"' + text.replace('"', " ") + '"'
        found_again = team.desk.history(HistoryFilter(query=quoted)).rows
        assert found_again == ((post,) if words_in(text) else ())
        team.desk.close()


@settings(max_examples=150)
@given(st.text(st.sampled_from('ab "*-:from since2026kopi😀'), max_size=20))
def test_any_query_is_answered_or_told_to_be_wrong(query: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder) / "workspace.sqlite3")
        team.draft("Kopi")
        mistakes = parse(query, team.desk.people()).mistakes
        with pytest.raises(UserError, match=r"query\.") if mistakes else nullcontext():
            assert team.desk.history(HistoryFilter(query=query)).total < 2
        team.desk.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"kopi gayo"', ["Kopi gayo murah"]),
        ('"gayo kopi"', []),
        ("kopi", ["Teh dan kopi", "Kopi gayo murah"]),
        ("kop*", ["Teh dan kopi", "Kopi gayo murah"]),
        ("kop dan", []),
        ("kopi -gayo", ["Teh dan kopi"]),
        ('-"kopi gayo"', ["Roti bakar", "Teh dan kopi"]),
        ("-kopi", ["Roti bakar"]),
        ("dari:dewi", ["Roti bakar", "Teh dan kopi", "Kopi gayo murah"]),
        ("dari:bayu", []),
        ("by:bayu", ["Teh dan kopi", "Kopi gayo murah"]),
        ("by:rina", []),
        ("oleh:bayu -status:ditolak", ["Kopi gayo murah"]),
        ("-state:draft -from:rina", ["Teh dan kopi", "Kopi gayo murah"]),
        ("kopi state:approved channel:ig", ["Kopi gayo murah"]),
        ("since:2026-11-21 until:2026 kopi", ["Teh dan kopi", "Kopi gayo murah"]),
        ("sampai:2025", []),
    ],
)
def test_the_field_understands_filters(team: Team, query: str, found: list[str]) -> None:
    team.approved("Kopi gayo murah")
    team.rejected("Teh dan kopi")
    team.draft("Roti bakar")
    assert search(team, query) == found


def test_a_filter_that_names_nobody_is_told_and_nothing_is_shown_for_it(team: Team) -> None:
    with pytest.raises(UserError) as told:
        search(team, "kopi dari:rudi")
    assert told.value.key == "query.person"
    with pytest.raises(UserError):
        team.desk.count(HistoryFilter(query="state:nice"))


def test_an_empty_query_asks_for_nothing_and_finds_everything(team: Team) -> None:
    team.draft("Teh")
    team.draft("Kopi")
    assert search(team, "") == search(team, "  \n") == ["Kopi", "Teh"]


def test_earlier_versions_and_working_copies_are_found(team: Team) -> None:
    post = team.approved("Gratis ongkir")
    team.desk.save(post.id, "Ongkir hemat", team.writer)
    team.desk.save(post.id, "Ongkir hemat sekali", team.writer)
    assert search(team, "gratis") == search(team, "sekali") == ["Ongkir hemat sekali"]
    draft = team.draft("Teh manis")
    team.desk.save(draft.id, "Teh tawar", team.writer)
    assert search(team, "manis") == [], "what was never handed in leaves no trace"


def test_the_newest_change_comes_first(team: Team) -> None:
    posts = [team.draft(f"Kopi {n}") for n in range(3)]
    team.desk.save(posts[0].id, "Kopi 0 baru", team.writer)
    assert search(team, "kopi") == ["Kopi 0 baru", "Kopi 2", "Kopi 1"]


def test_filters_narrow_what_is_found_and_join(team: Team) -> None:
    blocker = found(TEXT, "termurah", "blocker")
    by_state = {
        "draft": team.draft("Kopi draf"),
        "in_review": team.submitted(TEXT, blocker),
        "approved": team.approved("Kopi disetujui"),
        "changes_requested": team.returned("Kopi dikembalikan"),
        "rejected": team.rejected("Kopi ditolak"),
        "superseded": team.superseded("Kopi gugur"),
    }
    for state, post in by_state.items():
        assert post.state == state
        only = HistoryFilter(states=frozenset([post.state]))
        assert team.desk.history(only).rows == (post,)
        assert team.desk.posts([post.state]) == (post,)
    two = team.desk.posts(["draft", "rejected"])
    assert [post.state for post in two] == ["rejected", "draft"]
    assert len(team.desk.posts()) == len(by_state)

    def ids(asked: HistoryFilter) -> set[str]:
        return {post.id for post in team.desk.history(asked).rows}

    approver = frozenset([team.approver])
    decided = {by_state[s].id for s in ("approved", "changes_requested", "rejected", "superseded")}
    assert ids(HistoryFilter(people=approver)) == decided
    assert ids(HistoryFilter(people=approver, query="disetujui")) == {by_state["approved"].id}
    assert ids(HistoryFilter(people=frozenset([team.both]))) == set()
    team.desk.waive(by_state["in_review"].id, blocker, TEXT, "ada survei", team.both)
    waived = {by_state["in_review"].id}
    assert ids(HistoryFilter(people=frozenset([team.both]))) == waived
    assert ids(HistoryFilter(categories=frozenset(["claim"]))) == waived
    assert ids(HistoryFilter(categories=frozenset(["privacy"]))) == set()
    team.desk.set_channels(by_state["draft"].id, ["tiktok"], team.writer)
    assert ids(HistoryFilter(channels=frozenset(["tiktok"]))) == {by_state["draft"].id}
    assert ids(HistoryFilter(channels=frozenset(CHANNELS))) == {p.id for p in by_state.values()}


def test_a_family_found_in_a_saved_check_is_found(team: Team) -> None:
    post = team.draft("Hubungi 0812")
    phone = found("Hubungi 0812", "0812", "warning", "privacy/phone", "privacy")
    team.desk.save(post.id, "Hubungi 0812", team.writer, review_of("Hubungi 0812", phone))
    asked = HistoryFilter(categories=frozenset(["privacy"]))
    assert [one.id for one in team.desk.history(asked).rows] == [post.id]
    team.desk.save(post.id, "Hubungi kami", team.writer, review_of("Hubungi kami"))
    assert team.desk.history(asked).rows == ()


def test_days_are_those_of_the_place_and_both_ends_belong(tmp_path: Path) -> None:
    clock = Clock()
    clock.time -= timedelta(days=2)
    wib = timezone(timedelta(hours=7))
    desk = Desk.open(tmp_path / "w.sqlite3", clock, zone=wib)
    writer = desk.add_person("Dewi", ["writer"]).id
    for name, at in {
        "kemarin": datetime(2026, 11, 20, 16, 59, 58, tzinfo=UTC),
        "awal hari": datetime(2026, 11, 20, 16, 59, 59, tzinfo=UTC),
        "akhir hari": datetime(2026, 11, 21, 16, 59, 58, tzinfo=UTC),
        "besok": datetime(2026, 11, 21, 16, 59, 59, tzinfo=UTC),
    }.items():
        clock.time = at
        desk.start(writer, name)
    day = date(2026, 11, 21)

    def titles(asked: HistoryFilter) -> list[str]:
        page = desk.history(asked)
        assert page.total == len(page.rows)
        return [post.title for post in page.rows]

    assert titles(HistoryFilter(since=day, until=day)) == ["akhir hari", "awal hari"]
    assert titles(HistoryFilter(since=day)) == ["besok", "akhir hari", "awal hari"]
    assert titles(HistoryFilter(until=date(2026, 11, 20))) == ["kemarin"]
    assert titles(HistoryFilter(query="hari", since=day)) == ["akhir hari", "awal hari"]
    assert titles(HistoryFilter(since=date(2026, 11, 23))) == []


@pytest.mark.parametrize("query", ["", "kopi"])
def test_pages_follow_each_other_without_a_gap_while_new_posts_come(team: Team, query: str) -> None:
    posts = [team.draft(f"Kopi {n}") for n in range(7)]
    asked = HistoryFilter(query=query)
    seen: list[str] = []
    page = team.desk.history(asked, limit=3)
    assert page.total == 7
    while True:
        seen += [post.title for post in page.rows]
        if page.after is None:
            break
        team.draft("Kopi yang datang kemudian")
        page = team.desk.history(asked, page.after, limit=3)
        assert page.total == 7
    assert seen == [post.title for post in reversed(posts)]


def test_the_last_page_says_that_it_is(team: Team) -> None:
    for n in range(4):
        team.draft(f"Kopi {n}")
    assert team.desk.history(HistoryFilter(), limit=4).after is None
    assert team.desk.history(HistoryFilter(), limit=3).after is not None
    nothing = team.desk.history(HistoryFilter(query="teh"))
    assert (nothing.rows, nothing.after, nothing.total) == ((), None, 0)


def test_a_post_is_found_by_the_beginning_or_end_of_its_id(team: Team) -> None:
    post, other = team.draft("Kopi"), team.draft("Teh")
    assert team.desk.posts_called(post.id[-8:]) == (post,)
    assert team.desk.posts_called(f" {post.id.upper()} ") == (post,)
    assert team.desk.posts_called(post.id[:6]) == (other, post)
    assert team.desk.posts_called("") == ()
    assert team.desk.posts_called("%") == ()
