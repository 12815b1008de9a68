"""Brandvoice reviews a business's draft posts and keeps approvals that can be proved."""

from brandvoice.compiled import choose

__version__ = "0.1.0"

choose()
