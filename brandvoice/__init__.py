"""Brandvoice reviews a business's draft posts and keeps approvals that can be proved."""

__version__ = "0.1.0"
