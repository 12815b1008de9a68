"""How posts, decisions and times are told, in both languages."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval.state import Noticed
from brandvoice.desktop.notice import byline, notice_of
from brandvoice.desktop.period import PERIODS, days_of
from brandvoice.desktop.postrow import history_row, row_of, rows_of, tone_of
from brandvoice.desktop.shelf import Shelf
from brandvoice.desktop.speech import Speech
from tests.desktop.facts import NAMES, decision, post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.rules.terms import Severity

ID, EN = Speech("id"), Speech("en")
BOTH = pytest.mark.parametrize("say", [ID, EN], ids=["id", "en"])


def graded(severity: Severity) -> Noticed:
    return Noticed("claim/superlative", "claim", severity, "termurah")


def name_of(person: str) -> str:
    return NAMES.get(person, "")


@pytest.fixture
def jakarta() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Jakarta"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("jakarta")
def test_times_are_told_where_the_person_is() -> None:
    at = datetime(2026, 11, 21, 3, 42, tzinfo=UTC)
    assert ID.when(at, today=date(2026, 11, 21)) == "10.42"
    assert EN.when(at, today=date(2026, 11, 21)) == "10:42"
    assert ID.when(at, today=date(2026, 11, 22)) == "kemarin 10.42"
    assert EN.when(at, today=date(2026, 12, 1)) == "21 Nov 10:42"
    assert ID.day(at, today=date(2027, 5, 1)) == "21 Nov 2026"
    assert ID.short(at, today=date(2026, 11, 22)) == "kemarin"
    assert ID.exactly(at) == "21 Nov 2026 10.42 (UTC+07:00)"


def test_numbers_and_lists_are_written_as_people_write_them() -> None:
    assert (ID.number(1204), EN.number(1204)) == ("1.204", "1,204")
    assert ID("findings.count", count=1) == "1 temuan"
    assert EN("findings.count", count=2_000) == "2,000 findings"
    assert ID.listed(["a", "b", "c"]) == "a, b dan c"
    assert EN.listed(("a", "b")) == "a and b"
    assert EN.listed(()) == ""


def test_posts_stand_in_groups_newest_change_first() -> None:
    shelf = Shelf([post("a", "draft"), post("b", "in_review", 1), post("c", "in_review", 5)])
    assert [group.state for group in shelf.groups()] == ["in_review", "draft"]
    assert [one.title for one in shelf.groups()[0].posts] == ["c", "b"]
    assert [one.title for one in shelf.waiting()] == ["b", "c"]
    shelf.put(post("a", "approved", 9))
    assert [group.state for group in shelf.groups()] == ["in_review", "approved"]


def test_the_search_wants_every_word_whatever_its_case() -> None:
    shelf = Shelf([post("Serum baru untuk Kak Rina"), post("Serum lama")])
    assert [one.title for group in shelf.groups("RINA serum") for one in group.posts] == [
        "Serum baru untuk Kak Rina"
    ]
    assert shelf.groups("tidak ada") == ()


def test_a_row_says_what_is_open_where_it_goes_and_since_when() -> None:
    many = post("Halo", channels=("instagram", "x"))
    row = row_of(many, [graded("warning")] * 2, ID, name_of)
    assert row.detail.startswith("2 temuan · Instagram +1 · ")
    assert row.tone == "wait"
    approved = post("Halo", "approved", decision=decision("approved"))
    assert row_of(approved, [graded("warning")], EN, name_of).detail.startswith("Rina · ")
    assert history_row(approved, EN, name_of).detail.startswith("Approved · Rina · ")
    rows = rows_of(Shelf([many]).groups(), lambda of: of.noticed, ID, name_of)
    assert [one.title for one in rows if not one.post] == ["Konsep · 1"]


def test_the_dot_shows_the_gravest_open_finding_or_the_decision() -> None:
    assert tone_of(post(""), ()) == "calm"
    assert tone_of(post("a"), ()) == "good"
    assert tone_of(post("a"), [graded("warning"), graded("blocker")]) == "bad"
    assert tone_of(post("a", "approved"), [graded("warning")]) == "good"
    assert tone_of(post("a", "rejected"), ()) == "bad"


@BOTH
def test_the_banner_names_who_decided_when_and_why(say: Speech) -> None:
    for state, kind in (("approved", "approved"), ("rejected", "rejected")):
        told = notice_of(
            post("a", state, decision=decision(kind, "Alasan saya")),  # type: ignore[arg-type]
            say,
            name_of,
        )
        assert told
        for words in ("Rina", "Alasan saya", "2026"):
            assert words in told.sentence
    assert notice_of(post("a"), say, name_of) is None


def test_superseded_words_can_be_compared_with_the_approved_ones() -> None:
    changed = post("b", "superseded", decision=decision("approved"), approved_text="a")
    told = notice_of(changed, EN, name_of)
    assert told
    assert told.compare
    same = notice_of(
        post("a", "superseded", decision=decision("approved"), approved_text="a"), EN, name_of
    )
    assert same
    assert not same.compare


def test_the_byline_says_who_wrote_which_version() -> None:
    told = byline(post("a", version=3), ID, name_of)
    assert told.startswith("Dewi · versi 3 · ")


def test_a_period_is_counted_with_both_its_ends() -> None:
    today = date(2026, 3, 1)
    assert days_of("today", today) == (today, today)
    assert days_of("week", today) == (date(2026, 2, 23), today)
    assert days_of("month", today) == (date(2026, 1, 31), today)
    assert days_of("year", today) == (date(2026, 1, 1), today)
    assert days_of("any", today) == (None, None)
    assert len(PERIODS) == 6
