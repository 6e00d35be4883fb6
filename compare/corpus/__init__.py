"""A corpus: articles by the thousand to stories, stories to rows of findings, in parts that are resumed."""
