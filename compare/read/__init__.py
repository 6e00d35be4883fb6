"""Bytes to articles: guards, encoding, front matter, furniture."""
