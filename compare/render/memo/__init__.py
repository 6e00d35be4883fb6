"""The editor's memo."""
