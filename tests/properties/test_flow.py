"""Whatever people try in whatever order, stages, slots and four eyes hold, and refusals say why.

What is allowed is worked out here once more, from nothing but what these people did.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from brandvoice.approval.flow import Flow, Stage
from brandvoice.errors import UserError
from brandvoice.post.post import CHANNELS
from brandvoice.words import LANGUAGES, explain
from tests.deciding import Team, found, review_of
from tests.workspace.rows import derived_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from brandvoice.post.post import Channel
    from brandvoice.review.finding import Review

HOUR = timedelta(hours=1)
CLAIM = "termurah"
PEOPLE = ("writer", "approver", "both", "sari", "tono")
APPROVERS = frozenset(PEOPLE) - {"writer"}
WRITERS = frozenset({"writer", "both"})
WHO = st.sampled_from(PEOPLE)
WHICH = st.integers(0, 3)
CHOSEN = st.lists(st.sampled_from(sorted(APPROVERS)), unique=True, max_size=2).map(tuple)
NEEDS = st.sampled_from(["any", "any", "all"])
ANY_STAGES = st.lists(st.tuples(NEEDS, CHOSEN), min_size=1, max_size=3)
ORDERS = st.permutations(PEOPLE)


@st.composite
def followed(draw: st.DrawFn) -> list[tuple[str, tuple[str, ...]]]:
    """Stages somebody stands for, each by people of its own."""
    people = draw(st.permutations(sorted(APPROVERS)))
    sizes = draw(st.lists(st.integers(0, 2), min_size=1, max_size=3))
    stages = []
    for size in sizes:
        chosen, people = tuple(people[:size]), people[size:]
        stages.append((draw(NEEDS) if chosen else "any", chosen))
    return stages


STAGES = followed() | followed() | followed() | ANY_STAGES
TEXTS = st.sampled_from(["Kopi", "Kopi gayo", f"Kopi {CLAIM}", "Teh 😀"])


@dataclass
class Handed:
    """A submission as somebody looking on would note it."""

    stages: tuple[tuple[str, tuple[str, ...]], ...]
    channel_people: dict[Channel, tuple[str, ...]]
    due: datetime | None
    valid_until: datetime | None
    approved: list[tuple[int, str]] = field(default_factory=list)

    @property
    def stage(self) -> int:
        for place, (need, people) in enumerate(self.stages):
            agreed = {who for number, who in self.approved if number == place}
            if not agreed or (need == "all" and not agreed >= set(people)):
                return place
        return len(self.stages)


@dataclass
class Noted:
    """A post as somebody looking on would note it."""

    id: str
    text: str
    channels: tuple[Channel, ...]
    writers: set[str]
    waived_by: set[str] = field(default_factory=set)
    handed: Handed | None = None
    state: str = "draft"


class Office(RuleBasedStateMachine):
    """Five people, their posts, a flow that changes, and a clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.team = Team(Path(self._folder.name) / "workspace.sqlite3")
        self.ids = {name: getattr(self.team, name) for name in PEOPLE[:3]}
        for name in PEOPLE[3:]:
            self.ids[name] = self.team.add(name.title(), self.team.approver, "approver")
        self.posts: list[Noted] = []
        self.stages: tuple[tuple[str, tuple[str, ...]], ...] = (("any", ()),)
        self.channel_people: dict[Channel, tuple[str, ...]] = {}
        self.everywhere: dict[str, datetime] = {}

    def teardown(self) -> None:
        desk = self.team.desk
        self.team.desk.sweep()
        shown, rows = desk.posts(), derived_rows(desk.path)
        desk.rebuild()
        assert derived_rows(desk.path) == rows
        assert desk.posts() == shown
        assert desk.verify().intact
        desk.close()
        self._folder.cleanup()

    @initialize(text=TEXTS, stages=followed())
    def first(self, text: str, stages: list[tuple[str, tuple[str, ...]]]) -> None:
        self.start("writer", text, ("x",))
        self.set_flow("approver", stages, "tiktok", ())

    # What people do.

    @rule(who=WHO, text=TEXTS, channels=st.sampled_from([("x",), ("instagram", "x"), ()]))
    def start(self, who: str, text: str, channels: tuple[Channel, ...]) -> None:
        post = self.team.desk.start(self.ids[who], text, channels)
        self.posts.append(Noted(post.id, text, post.channels, {who}))

    @rule(which=WHICH, who=WHO, text=TEXTS)
    def save(self, which: int, who: str, text: str) -> None:
        post = self._post(which)
        self._run_out(post)
        self.team.desk.save(post.id, text, self.ids[who])
        if text != post.text:
            post.text = text
            post.writers.add(who)
            post.state = "draft" if post.state in ("in_review", "approved") else post.state

    @rule(
        who=WHO, stages=STAGES, channel=st.sampled_from(CHANNELS[:3]), people=st.just(()) | CHOSEN
    )
    def set_flow(
        self,
        who: str,
        stages: list[tuple[str, tuple[str, ...]]],
        channel: Channel,
        people: tuple[str, ...],
    ) -> None:
        named = [
            Stage(f"Tahap {place}", need, tuple(self.ids[one] for one in chosen))  # type: ignore[arg-type]  # one of the needs
            for place, (need, chosen) in enumerate(stages)
        ]
        for_channels = {channel: tuple(self.ids[one] for one in people)} if people else {}
        flow = Flow(tuple(named), for_channels)
        if self._tried(lambda: self.team.desk.set_flow(flow, self.ids[who])) is None:
            assert who in APPROVERS
            chosen = [one for _, some in stages for one in some]
            assert len(chosen) == len(set(chosen)), "each stage is another pair of eyes"
            assert all(some for need, some in stages if need == "all")
            self.stages = tuple(stages)
            self.channel_people = {channel: people} if people else {}

    @rule(
        which=WHICH,
        who=WHO,
        due=st.sampled_from([None, None, -1, 2, 30]),
        end=st.sampled_from([None, None, 1, 40]),
    )
    def submit(self, which: int, who: str, due: int | None, end: int | None) -> None:
        post, now = self._post(which), self.team.clock.time
        self._run_out(post)
        slot = None if due is None else now + due * HOUR
        until = None if end is None else now + end * HOUR
        desk, review = self.team.desk, self._review(post)
        refused = self._tried(
            lambda: desk.submit(post.id, post.text, self.ids[who], review, slot, until)
        )
        if refused is None:
            assert who in WRITERS
            assert post.state not in ("in_review", "approved")
            assert slot is None or slot > now
            assert until is None or until > (slot or now)
            post.handed = Handed(self.stages, dict(self.channel_people), slot, until)
            post.state = "in_review"

    @rule(which=WHICH, who=WHO)
    def approve(self, which: int, who: str) -> None:
        post = self._post(which)
        review = self._review(post)
        may = self._may_judge(post, who) and not self._stood(post, who) and not self._held(post)
        desk = self.team.desk
        refused = self._tried(lambda: desk.approve(post.id, post.text, self.ids[who], review))
        assert (refused is None) == may, refused
        self._run_out(post)
        if refused is None and post.handed:
            post.handed.approved.append((post.handed.stage, who))
            if post.handed.stage == len(post.handed.stages):
                post.state = "approved"

    @rule(which=WHICH, who=WHO, back=st.booleans())
    def refuse(self, which: int, who: str, back: bool) -> None:
        post = self._post(which)
        review, may = self._review(post), self._may_judge(post, who)
        act = self.team.desk.request_changes if back else self.team.desk.reject
        refused = self._tried(lambda: act(post.id, post.text, self.ids[who], review, "sumber?"))
        assert (refused is None) == may, refused
        self._run_out(post)
        if refused is None:
            post.state = "changes_requested" if back else "rejected"

    @rule(which=WHICH, who=WHO)
    def withdraw(self, which: int, who: str) -> None:
        post = self._post(which)
        self._run_out(post)
        refused = self._tried(
            lambda: self.team.desk.withdraw(post.id, self.ids[who], "salah harga")
        )
        if post.state == "in_review":
            assert (refused is None) == (who in post.writers)
        else:
            assert (refused is None) == (post.state == "approved" and who in APPROVERS)
        post.state = "draft" if refused is None else post.state

    @rule(which=WHICH, who=WHO, everywhere=st.booleans())
    def waive(self, which: int, who: str, everywhere: bool) -> None:
        post = self._post(which)
        if CLAIM not in post.text:
            return
        (blocker,), desk = self._review(post).findings, self.team.desk
        until = self.team.clock.time + 20 * HOUR
        if everywhere:
            refused = self._tried(
                lambda: desk.waive_everywhere(post.id, blocker, "izin", until, self.ids[who])
            )
        else:
            refused = self._tried(
                lambda: desk.waive(post.id, blocker, post.text, "survei", self.ids[who])
            )
        if refused is None:
            assert who in APPROVERS
            assert everywhere or who not in post.writers
            if everywhere:
                self.everywhere[who] = until
            else:
                post.waived_by.add(who)

    @rule(which=WHICH, order=ORDERS, claim=st.booleans())
    def hand_round(self, which: int, order: list[str], claim: bool) -> None:
        """What a good day looks like: handed in, waived if need be, and everybody has a look."""
        post = self._post(which)
        for who in sorted(WRITERS):
            self.submit(which, who, 30, None)
        if claim and CLAIM in post.text:
            for who in order:
                self.waive(which, who, False)
        for who in order:
            self.approve(which, who)

    @rule(which=WHICH, who=WHO)
    def comment(self, which: int, who: str) -> None:
        post = self._post(which)
        before = self.team.desk.post(post.id)
        after = self.team.desk.comment(post.id, post.text, "sumber?", self.ids[who])
        assert (after.state, after.decision) == (before.state, before.decision)

    @rule(hours=st.sampled_from([1, 1, 3, 12, 35]))
    def time_goes_by(self, hours: int) -> None:
        self.team.clock.time += hours * HOUR

    # What must be so, whatever they did.

    @invariant()
    def nothing_is_approved_by_silence_by_its_writers_or_after_its_time(self) -> None:
        for noted in self.posts:
            state = self.team.desk.post(noted.id)
            if state.lapsed(self.team.clock.time):
                continue
            if state.state == "approved":
                assert noted.state == "approved"
                assert state.text == noted.text == state.approved_text
                names = {one for one, person in self.ids.items() if person in state.authors}
                assert names == noted.writers
                by = [one.by for one in state.approvals]
                assert len(by) == len(set(by))
                assert not {self.ids[one] for one in noted.writers} & set(by)

    # How the onlooker works it out.

    def _post(self, which: int) -> Noted:
        return self.posts[-1 - which % len(self.posts)]

    def _review(self, post: Noted) -> Review:
        claims = [found(post.text, CLAIM, "blocker")] if CLAIM in post.text else []
        return review_of(post.text, *claims)

    def _tried(self, act: Callable[[], object]) -> UserError | None:
        try:
            act()
        except UserError as error:
            refused = error
            told = [explain(language, refused).strip() for language in LANGUAGES]
        else:
            return None
        assert all(told)
        return refused

    def _run_out(self, post: Noted) -> None:
        """What has run out by now is no longer in review, or approved."""
        handed, now = post.handed, self.team.clock.time
        if handed is None:
            return
        ends = {"in_review": handed.due, "approved": handed.valid_until}.get(post.state)
        if ends and ends <= now:
            post.state = "expired"

    def _may_judge(self, post: Noted, who: str) -> bool:
        self._run_out(post)
        handed = post.handed
        if post.state != "in_review" or handed is None:
            return False
        if who not in APPROVERS or who in post.writers:
            return False
        for channel in post.channels:
            if who not in handed.channel_people.get(channel, (who,)):
                return False
        named = handed.stages[handed.stage][1]
        elsewhere = {one for _, people in handed.stages for one in people} - set(named)
        return who in named if named else who not in elsewhere

    def _stood(self, post: Noted, who: str) -> bool:
        return post.handed is not None and any(one == who for _, one in post.handed.approved)

    def _held(self, post: Noted) -> bool:
        """Whether a blocker holds the post that nobody else than its writers has waived."""
        now = self.team.clock.time
        waived = post.waived_by | {one for one, until in self.everywhere.items() if until > now}
        return CLAIM in post.text and not waived - post.writers


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
