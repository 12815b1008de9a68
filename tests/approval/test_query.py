"""Whatever is typed into the history's field is understood, or told to be wrong in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.asked import completions, meaning
from brandvoice.approval.person import Person
from brandvoice.approval.query import NAMES, Clause, Query, Term, parse
from brandvoice.words import explain

SARI = Person("1", "Sari Dewi", frozenset({"writer"}))
SARAH = Person("2", "Sarah", frozenset({"approver"}))
BAYU = Person("3", "Bayu", frozenset({"approver"}))
PEOPLE = (SARI, SARAH, BAYU)


def test_words_phrases_beginnings_and_what_must_not_stand_there() -> None:
    assert parse('kopi "flash sale" gra* -teh -"cuci gudang" gayo').terms == (
        Term("kopi", "word", excluded=False),
        Term("flash sale", "phrase", excluded=False),
        Term("gra", "prefix", excluded=False),
        Term("teh", "word", excluded=True),
        Term("cuci gudang", "phrase", excluded=True),
        Term("gayo", "prefix", excluded=False),
    )


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("from:sari", Clause("author", ("1",), excluded=False)),
        ("dari:dewi", Clause("author", ("1",), excluded=False)),
        ('DARI:"sari dewi"', Clause("author", ("1",), excluded=False)),
        ("by:sar", Clause("decider", ("1", "2"), excluded=False)),
        ("by:sarah", Clause("decider", ("2",), excluded=False)),
        ("-oleh:bayu", Clause("decider", ("3",), excluded=True)),
        ("orang:BAYU", Clause("person", ("3",), excluded=False)),
        ("state:approved", Clause("state", ("approved",), excluded=False)),
        ("status:disetujui", Clause("state", ("approved",), excluded=False)),
        ("status:ditolak", Clause("state", ("rejected",), excluded=False)),
        ("state:in-review", Clause("state", ("in_review",), excluded=False)),
        ('status:"menunggu keputusan"', Clause("state", ("in_review",), excluded=False)),
        ("channel:ig", Clause("channel", ("instagram",), excluded=False)),
        ("-kanal:tiktok", Clause("channel", ("tiktok",), excluded=True)),
        ("category:claim", Clause("category", ("claim",), excluded=False)),
    ],
)
def test_filters_are_understood_in_both_languages(typed: str, clause: Clause) -> None:
    assert parse(typed, PEOPLE) == Query(clauses=(clause,))


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("since:2026-03-01", date(2026, 3, 1), None),
        ("sejak:1/3/2026", date(2026, 3, 1), None),
        ("since:2026-02 until:2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("sampai:2024-2", None, date(2024, 2, 29)),
        ("until:2026", None, date(2026, 12, 31)),
        ("until:12/2026", None, date(2026, 12, 31)),
    ],
)
def test_days_months_and_years(typed: str, since: date | None, until: date | None) -> None:
    assert parse(typed) == Query(since=since, until=until)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("from:", "needs a name. Known: Sari Dewi, Sarah, Bayu."),
        ("from:rudi", "“from:rudi” names nobody here"),
        ("state:", "needs one of: draft, in-review, approved"),
        ("state:nice", "Possible: draft, in-review"),
        ("kanal:koran", "Possible: instagram"),
        ("since:", "needs a date"),
        ("since:soon", "“since:soon” is not a date"),
        ("until:2026-02-30", "not a date"),
        ("until:0000", "not a date"),
    ],
)
def test_what_cannot_be_understood_is_told_and_leaves_the_rest_alone(typed: str, told: str) -> None:
    query = parse(f"{typed} kopi", PEOPLE)
    assert [told in explain("en", mistake) for mistake in query.mistakes] == [True]
    assert query.terms == (Term("kopi", "prefix", excluded=False),)


@pytest.mark.parametrize(
    "typed", ["it's new: kopi", "https://example.com/a", "12:30", "a:b", "kopi-susu", "- kopi"]
)
def test_ordinary_colons_and_dashes_are_text(typed: str) -> None:
    query = parse(typed)
    assert [term.words for term in query.terms] == typed.split()
    assert not query.clauses
    assert not any(term.excluded for term in query.terms)


_bits = st.sampled_from(['"', "-", ":", "*", " ", "kopi", "from:", "since:", "2026", "😀", "sari"])


@given(st.one_of(st.text(), st.lists(_bits).map("".join)))
def test_any_string_can_be_read_and_said_back(typed: str) -> None:
    query = parse(typed, PEOPLE)
    assert "".join(typed.split()) == "" or query != Query() or not any(map(str.isalnum, typed))
    assert all(explain("id", mistake) for mistake in query.mistakes)
    assert isinstance(meaning(query, PEOPLE, "id"), str)
    for line in completions(typed, PEOPLE, "id"):
        assert line.startswith(typed[: typed.rfind(" ") + 1]) or '"' in typed


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_of_a_filter_is_completed(name: str) -> None:
    for language in ("id", "en"):
        assert f"kopi {name}:" in completions(f"kopi {name[:2]}", PEOPLE, language)


def test_values_are_completed_in_the_language_spoken() -> None:
    assert completions("dari:sar", PEOPLE, "id") == ('dari:"Sari Dewi"', "dari:Sarah")
    assert completions('kopi dari:"sari d', PEOPLE, "id") == ('kopi dari:"Sari Dewi"',)
    assert completions("-status:dis", PEOPLE, "id") == ("-status:disetujui",)
    assert completions("kanal:t", PEOPLE, "id") == ("kanal:tiktok", "kanal:threads")
    for line in completions("state:", PEOPLE, "en"):
        assert not parse(line).mistakes, "what is offered is understood"


def test_what_is_looked_for_is_said_in_one_line() -> None:
    typed = 'kopi "flash sale" from:sari -state:rejected since:2026-03 gra*'
    assert meaning(parse(typed, PEOPLE), PEOPLE, "en") == (
        "“kopi” · “flash sale” in exactly this order · words that begin with “gra” · "
        "written by Sari Dewi · not: rejected · since 2026-03-01"
    )
    assert meaning(parse("oleh:sar"), PEOPLE, "id") == ""
    assert meaning(parse("oleh:sar", PEOPLE), PEOPLE, "id") == "diputuskan Sari Dewi atau Sarah"
