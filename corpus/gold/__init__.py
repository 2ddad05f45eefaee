"""Labelled articles."""
