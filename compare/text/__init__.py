"""Text to typed pieces with offsets: paragraphs, sentences, clauses, words."""
