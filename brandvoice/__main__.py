"""Where every start begins: a command goes to the command line, anything else to the window."""

from __future__ import annotations

from brandvoice.cli.program import program


def main() -> None:
    program()


if __name__ == "__main__":
    main()
