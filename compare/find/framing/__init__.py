"""One thing named in two ways: framing pairs of linked or otherwise related passages."""

from compare.find.framing.pairs import framing_pairs

__all__ = ["framing_pairs"]
