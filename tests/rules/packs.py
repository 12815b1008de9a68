"""Rule packs written to a folder for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.review.guards import GUARD_NAMES
from brandvoice.rules.pack import Pack, read_pack

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
kind = "phrase"
severity = "warning"
since = "1.0"
sources = ["EPI"]
message.id = "Perlu bukti."
message.en = "Needs proof."
why.id = "Karena."
why.en = "Because."
[[phrases]]
any = ["paling {murah|enak}", "nomor satu"]
weak = ["juara"]
near = ["harga", "@shop"]
[guards]
unless = ["negated"]
idioms = ["nomor satu di antrean"]
[[examples]]
flag = "Ini paling murah"
words = "paling murah"
[[examples]]
flag = "Kami nomor satu"
[[examples]]
pass = "Kami tidak paling murah"
[[examples]]
pass = "Kamu nomor satu di antrean"
"""
CUES = '[shop]\nany = ["toko"]\n[negation]\nany = ["tidak"]\n'


def write_pack(folder: Path, **rules: str) -> Path:
    """A pack of claim rules by name; `WHOLE` is one that is right."""
    (folder / "claim").mkdir(parents=True)
    (folder / "cues.toml").write_text(CUES, encoding="utf-8")
    for name, source in rules.items():
        (folder / "claim" / f"{name}.toml").write_text(source, encoding="utf-8")
    return folder


def pack_of(folder: Path, **rules: str) -> Pack:
    return read_pack(write_pack(folder, **rules), GUARD_NAMES)
