"""Whatever people do in whatever order: what is shown follows from the record, and is proved."""

from __future__ import annotations

import tempfile
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.approval.chain import Entry
from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.post.searchable import words_in
from brandvoice.workflow.desk import Desk, HistoryFilter
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.sourcing import Sourcing
from brandvoice.workspace.sqlite import connect
from tests.deciding import Team, found, review_of
from tests.texts import posts
from tests.workspace.rows import derived_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel

CLAIM = "termurah"


class Act(NamedTuple):
    """Something one of three people tries; `post` counts back from the newest."""

    what: str
    post: int
    who: int
    text: str
    channels: tuple[Channel, ...]


RARE = ["start", "check", "channels", "return", "reject", "withdraw", "posted", "down"]
RARE += ["source", "unsource"]
OFTEN = ["save", "submit", "waive", "approve"]
ACTS = st.builds(
    Act,
    st.sampled_from([*RARE, *OFTEN * 3]),
    st.sampled_from([0, 0, 0, 1, 2]),
    st.integers(0, 2),
    st.sampled_from([CLAIM, "Kopi", "Kopi gayo"]) | posts(6),
    st.lists(st.sampled_from(CHANNELS[:3]), unique=True, max_size=2).map(tuple),
)


GONE = st.builds(
    Act,
    st.sampled_from(["erase", "erase", "erase_person", "discard", "discard"]),
    st.integers(0, 4),
    st.integers(0, 2),
    st.just(""),
    st.just(()),
)


def posted(act: Act) -> Act:
    return act._replace(what="posted")


@contextmanager
def at_work() -> Iterator[Team]:
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder) / "workspace.sqlite3")
        team.draft("Kopi")
        team.submitted(f"Teh {CLAIM}", found(f"Teh {CLAIM}", CLAIM, "blocker"))
        team.approved("Susu")
        yield team
        team.desk.close()


def attempt(team: Team, act: Act) -> str:
    """Tries an act on the newest words: one person, and when refused the next; who it was."""
    people = (team.both, team.writer, team.approver)
    for turn in range(3):
        who = people[(act.who + turn) % 3]
        with suppress(UserError):
            do(team.desk, act, who)
            return who
    return people[act.who]


def do(desk: Desk, act: Act, who: str) -> None:
    known = desk.posts()
    post = known[act.post % len(known)]
    text = post.text or ""
    findings = [found(text, CLAIM, "blocker")] if CLAIM in text else []
    review = review_of(text, *findings)
    acts: dict[str, Callable[[], object]] = {
        "start": lambda: desk.start(who, act.text, act.channels),
        "save": lambda: desk.save(post.id, act.text, who),
        "check": lambda: desk.save(post.id, text, who, review),
        "channels": lambda: desk.set_channels(post.id, act.channels, who),
        "submit": lambda: desk.submit(post.id, text, who, review),
        "waive": lambda: [desk.waive(post.id, one, text, "survei", who) for one in findings],
        "approve": lambda: desk.approve(post.id, text, who, review),
        "return": lambda: desk.request_changes(post.id, text, who, review, "sumber?"),
        "reject": lambda: desk.reject(post.id, text, who, review, "jangan"),
        "withdraw": lambda: desk.withdraw(post.id, who, "salah harga"),
    }
    now = desk.workspace.now()
    out = tuple({one for it in post.publications if not it.until for one in it.channels})
    sources = Sourcing(desk)
    proof = desk.path.with_name("bukti.txt")
    proof.write_bytes(post.id[:1].encode())
    acts |= {
        "source": lambda: sources.add(post.id, text, "survei", who, file=proof),
        "unsource": lambda: [
            sources.remove(post.id, one.id, "salah", who) for one in post.sources[-1:]
        ],
        "posted": lambda: desk.mark_posted(post.id, Posted(text, post.channels, now), who),
        "down": lambda: desk.mark_taken_down(post.id, TakenDown(out, now, "salah"), who),
        "erase": lambda: Eraser(desk).erase(Target(posts=(post.id,)), "permintaan", who),
        "erase_person": lambda: Eraser(desk).erase(Target(person=who), "permintaan", who),
        "discard": lambda: Eraser(desk).discard(post.id, who),
    }
    acts[act.what]()


class Writers:
    """Who changed the words or channels of each post, as somebody looking on would note it."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[str, tuple[Channel, ...]]] = {}
        self._of: dict[str, set[str]] = {}

    def look(self, desk: Desk, who: str) -> None:
        for post in desk.posts():
            now = (post.text or "", post.channels)
            before = self._last.get(post.id)
            if before != now and (before is not None or post.text):
                self._of.setdefault(post.id, set()).add(who)
            self._last[post.id] = now

    def of(self, post: PostState) -> set[str]:
        return self._of.get(post.id, set())


@settings(max_examples=60)
@given(st.lists(ACTS | ACTS | ACTS | GONE, min_size=15, max_size=40))
def test_a_rebuilt_workspace_has_the_same_rows(acts: list[Act]) -> None:
    """Also when words were erased and drafts thrown away on the way."""
    with at_work() as team:
        for act in acts:
            attempt(team, act)
        shown = team.desk.posts()
        before = derived_rows(team.desk.path)
        assert team.desk.rebuild() == len(before[0]) == len(shown)
        assert derived_rows(team.desk.path) == before
        assert team.desk.posts() == shown
        assert tuple(team.desk.post(post.id) for post in shown) == shown
        assert team.desk.verify().intact


@settings(max_examples=60)
@given(st.lists(ACTS, min_size=15, max_size=40))
def test_nobody_ever_approves_what_they_wrote_and_no_blocker_slips_through(
    acts: list[Act],
) -> None:
    with at_work() as team:
        writers = Writers()
        writers.look(team.desk, team.writer)
        for act in acts:
            writers.look(team.desk, attempt(team, act))
            for post in team.desk.posts(["approved"]):
                assert post.text == post.approved_text
                assert post.decision is not None
                approval = post.decision
                assert (approval.text, approval.channels) == (post.fingerprint, post.channels)
                assert approval.by not in writers.of(post)
                assert set(post.authors) == writers.of(post)
                if CLAIM in (post.text or ""):
                    assert any(waiver.by not in writers.of(post) for waiver in post.waivers)


@settings(max_examples=40)
@given(st.lists(ACTS, min_size=5, max_size=25))
def test_every_post_is_found_by_its_words_and_every_version_stays_readable(
    acts: list[Act],
) -> None:
    with at_work() as team:
        handed_in: dict[str, set[str]] = {}
        for act in acts:
            attempt(team, act)
            for post in team.desk.posts(["in_review"]):
                handed_in.setdefault(post.id, set()).add(post.text or "")
        for post in team.desk.posts():
            versions = {entry.text for entry in team.desk.timeline(post.id)}
            assert versions >= handed_in.get(post.id, set())
            for text in (post.text or "", *handed_in.get(post.id, ())):
                if words_in(text):
                    quoted = '"' + text.replace('"', " ") + '"'
                    page = team.desk.history(HistoryFilter(query=quoted))
                    assert post.id in {one.id for one in page.rows}


@settings(max_examples=40)
@given(st.lists(ACTS | st.builds(posted, ACTS), min_size=10, max_size=30))
def test_what_went_out_is_said_to_be_approved_exactly_when_it_was(acts: list[Act]) -> None:
    with at_work() as team:
        seen: dict[str, bool] = {}
        for act in acts:
            before = {post.id: post for post in team.desk.posts()}
            attempt(team, act)
            for post in team.desk.posts():
                for one in post.publications:
                    stood = post.id in before and before[post.id].state == "approved"
                    assert seen.setdefault(one.entry, stood) == one.approved
                    assert one.approved or one.authors or not post.authors
                assert (post.state, post.text) == (team.desk.post(post.id).state, post.text)


COLUMNS = [name for name in Entry._fields if name != "seq"]
TRIGGERS = ("event_is_never_changed", "text_is_only_erased")


def altered(value: object, data: st.DataObject) -> object:
    """The stored value with one character more, a higher number, or something where nothing was."""
    match value:
        case str():
            at = data.draw(st.integers(0, len(value)))
            return value[:at] + data.draw(st.sampled_from("0 \u200b😀")) + value[at:]
        case int():
            return value + 1000
        case _:
            return "x"


def alter(path: Path, data: st.DataObject) -> None:
    """One change to one cell of the record, by somebody who knows how to drop a trigger."""
    with closing(connect(str(path), isolation_level=None)) as plain:
        for trigger in TRIGGERS:
            plain.execute(f"DROP TRIGGER {trigger}")
        table, column = data.draw(
            st.sampled_from([*(("event", name) for name in COLUMNS), ("text", "content")])
        )
        rows = plain.execute(f"SELECT rowid, {column} FROM {table}").fetchall()  # noqa: S608 - our names
        row, value = data.draw(st.sampled_from(rows))
        statement = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608 - our names
        plain.execute(statement, (altered(value, data), row))


@settings(max_examples=80)
@given(st.lists(ACTS, max_size=12), st.data())
def test_one_character_changed_anywhere_in_the_record_is_found(
    acts: list[Act], data: st.DataObject
) -> None:
    with at_work() as team:
        for act in acts:
            attempt(team, act)
        copy = team.desk.backup(team.desk.path.with_name("copy"))
        alter(copy, data)
        desk = Desk.open(copy)
        assert not desk.verify().intact
        desk.close()
        assert team.desk.verify().intact
