"""Passages of two articles to links between them."""
