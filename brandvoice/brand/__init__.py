"""Whose voice: the profile of a brand."""
