"""What a file states of its article: front matter, and the fields of newspaper databases."""
