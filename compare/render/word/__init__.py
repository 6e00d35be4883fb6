"""Handout and memo as Word files, to be changed before they are handed out."""
