"""What is remembered: made once, and never more than a crowd of it."""

from __future__ import annotations

from brandvoice.post.remembered import Remembered


def test_each_is_made_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [lengths[word] for word in ("kopi", "susu", "kopi", "roti", "kopi")] == [4] * 5
    assert asked == ["kopi", "susu", "roti"]


def test_a_crowd_makes_it_forget() -> None:
    halves: Remembered[int, int] = Remembered(lambda number: number // 2)
    assert all(halves[number] == number // 2 for number in range(50_000))
    assert len(halves) <= 20_000
