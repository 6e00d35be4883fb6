"""Formats without pages: JSON, CSV, Markdown, and text for a terminal."""
