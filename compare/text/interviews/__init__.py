"""Interviews and transcripts: who asks, who answers, and who is meant by a label."""
