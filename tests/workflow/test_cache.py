"""What is kept between starts never changes an answer and never stands in the way."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from brandvoice.post.post import Post
from brandvoice.review.reviewer import Reviewer
from brandvoice.rules.index import Indexer, index_of, plain
from brandvoice.rules.parse import PackError
from brandvoice.rules.tables import Tables
from brandvoice.workflow.cache import Cache
from brandvoice.workflow.readypack import compiled, matcher, read_shipped, shipped_pack
from tests.rules.packs import WHOLE, pack_of

if TYPE_CHECKING:
    from pathlib import Path

POST = Post("Buruan order, stok tinggal 3! Paling murah se-Bandung, hubungi 0812-8841-2907.")


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "cache")
    assert cache.get("index", "a") is None
    cache.put("index", "a", {"words": ["kopi ☕", 1, None]})
    assert cache.get("index", "a") == {"words": ["kopi ☕", 1, None]}
    assert cache.get("index", "b") is None
    assert cache.get("tables", "a") is None


@pytest.mark.parametrize("content", [b"", b"[]", b"0" * 64 + b"[]", b"\xff" * 300])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("index", "a", [1])
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(content)
    assert cache.get("index", "a") is None
    cache.put("index", "a", [2])
    assert cache.get("index", "a") == [2]


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("index", "a", [1])
    assert cache.get("index", "a") is None
    assert Reviewer(read_shipped(cache)).review(POST).findings


def test_only_the_newest_entries_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    for number in range(20):
        cache.put("index", str(number), number)
    assert len(list((tmp_path / "cache").iterdir())) < 10
    assert cache.get("index", "19") == 19


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("index", "a", [1])
    (file,) = (tmp_path / "cache").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(file.parent.stat().st_mode) & 0o077 == 0


def test_rules_from_the_cache_say_the_same(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    fresh, kept = read_shipped(cache), read_shipped(cache)
    assert fresh == kept
    made, taken = compiled(fresh, cache), compiled(kept, cache)
    assert Reviewer(fresh, None, made).review(POST).findings
    assert Reviewer(fresh, None, made).review(POST) == Reviewer(kept, None, taken).review(POST)


def test_what_is_shipped_is_made_ready_once() -> None:
    assert shipped_pack() is shipped_pack()
    assert matcher(shipped_pack()) is matcher(shipped_pack())


def test_an_index_comes_back_from_plain_data_as_it_was() -> None:
    index = Indexer(shipped_pack()).index()
    assert index_of(json.loads(json.dumps(plain(index)))) == index


@pytest.mark.parametrize(
    "entry", [[], {}, 3, [[["x"]], [["a", [7], True]], [[0, [], "any"]], [0], {}, {}]]
)
def test_an_entry_of_another_form_is_made_anew(tmp_path: Path, entry: object) -> None:
    pack = pack_of(tmp_path / "pack", best=WHOLE)
    cache = Cache(tmp_path / "cache")
    cache.put("index", f"{pack.fingerprint} 0", entry)
    assert compiled(pack, cache).find("ini paling murah").hits


def test_a_changed_rule_counts_at_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    found = []
    for name, words in (("one", "murah|enak"), ("two", "jauh|enak")):
        pack = pack_of(tmp_path / name, best=WHOLE.replace("murah|enak", words))
        found.append(
            [len(compiled(pack, cache).find(f"paling {one}").hits) for one in words.split("|")]
        )
    assert found == [[1, 1], [1, 1]]


def test_a_wrong_pack_is_told_every_time(tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "pack", best=WHOLE.replace("{murah|enak}", "{harga}"))
    cache = Cache(tmp_path / "cache")
    for _ in range(2):
        with pytest.raises(PackError):
            compiled(pack, cache)


def test_a_source_is_read_once_and_only_what_is_needed_is_kept() -> None:
    first = Tables()
    assert first.of("a = 1") == {"a": 1}
    assert first.is_new
    same = Tables(first.read)
    assert same.of("a = 1") == {"a": 1}
    assert not same.is_new
    assert Tables(first.read).is_new
