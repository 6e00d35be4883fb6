"""The reader's report."""
