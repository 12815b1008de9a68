"""Reviews what it is told to, a line of JSON each, in a process of its own."""

from __future__ import annotations

import json
import sys

from brandvoice.post.post import Post
from brandvoice.workflow.check import load_checker


def answer() -> None:
    reviewer = load_checker().reviewer
    for line in sys.stdin:
        text, kind = json.loads(line)
        answered = repr(reviewer.review(Post(text, kind)))
        sys.stdout.write(json.dumps(answered) + "\n")
        sys.stdout.flush()


def is_compiled() -> bool:
    """Whether something that this process runs was compiled."""
    own = [one for name, one in sys.modules.items() if name.startswith("brandvoice.")]
    return not all((one.__file__ or "").endswith(".py") for one in own)


if __name__ == "__main__":
    answer()
    sys.exit(is_compiled())
