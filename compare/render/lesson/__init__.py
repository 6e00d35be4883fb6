"""A classroom handout and its key as plain values: extracts, words, tasks with answers, notes."""
