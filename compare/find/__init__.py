"""Links and articles to findings, one module a kind."""
