"""Wrong passphrases cost time, and what was unlocked is forgotten again."""

from __future__ import annotations

from brandvoice.keys.patience import Patience, wakeful
from brandvoice.keys.unlocked import Unlocked
from tests.deciding import signer_of


class Watch:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_the_wait_doubles_up_to_half_a_minute_for_each_person() -> None:
    watch = Watch()
    patience = Patience(watch)
    assert patience.wait("dewi") == 0
    waits = []
    for _ in range(8):
        patience.fail("dewi")
        waits.append(patience.wait("dewi"))
        watch.seconds += waits[-1]
        assert patience.wait("dewi") == 0
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]
    assert patience.wait("bayu") == 0


def test_a_passphrase_that_fits_ends_the_waiting() -> None:
    watch = Watch()
    patience = Patience(watch)
    for _ in range(200):
        patience.fail("dewi")
    patience.fit("dewi")
    assert patience.wait("dewi") == 0
    patience.fail("dewi")
    assert patience.wait("dewi") == 1


def test_a_key_is_remembered_for_its_minutes_and_no_longer() -> None:
    watch = Watch()
    unlocked = Unlocked(watch)
    dewi, bayu = signer_of("dewi"), signer_of("bayu")
    unlocked.keep(dewi, 5)
    unlocked.keep(bayu, 0)
    assert unlocked.of("dewi") is dewi
    assert unlocked.of("bayu") is None
    watch.seconds += 299
    assert unlocked.of("dewi") is dewi
    watch.seconds += 1
    assert unlocked.of("dewi") is None
    watch.seconds -= 10
    assert unlocked.of("dewi") is None, "what is forgotten does not come back"


def test_keys_are_locked_one_by_one_or_all_at_once() -> None:
    unlocked = Unlocked(Watch())
    for person in ("dewi", "bayu", "rina"):
        unlocked.keep(signer_of(person), 60)
    unlocked.forget("dewi")
    assert [unlocked.of(person) is None for person in ("dewi", "bayu")] == [True, False]
    unlocked.forget()
    assert unlocked.of("bayu") is unlocked.of("rina") is None


def test_time_goes_on() -> None:
    assert wakeful() <= wakeful()
