"""Patterns of every make, for what is said of patterns without searching."""

from __future__ import annotations

PATTERNS = [
    r"buruan (?:order|beli)",
    r"\bkak\b",
    r"(?<!\w)dijamin(?!\w)",
    r"\w+ glowing",
    r"\d{3,4}",
    r"0812-?\d{2} ?k?",
    r"[^\s]+ se",
    r"x++y?",
    r"(?>ab)+c",
    r"(a)\1",
    r"[\w.]+!",
    r"[abk]{1,2}x",
    r"\S+\s\S+",
    r"(?P<word>order) sekarang",
    r"x\++y?|c(?= )",
    r"[\W\d]o",
    r"(?:a(?!b)|(?<=k)a(?:k|\)))",
    r"日本|العربية",
    r"(?:ka |bu )*order",
    r"(?:\d+ (?:\w+ )?)?k?",
    r"\d+ ?(?:k|rb)",
    r"k\d*k",
    r"(?i)ORDER",
    r"kak?a*",
    r"(?:ka|kak|k)\x61?",
]
