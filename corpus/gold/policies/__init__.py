"""Decisions told by several articles each, and the articles."""
