"""Languages other than English: what is known of each, their stops, and their words and clauses."""
