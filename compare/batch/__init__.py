"""Many comparisons: rows in, results out, one failure at a time."""
