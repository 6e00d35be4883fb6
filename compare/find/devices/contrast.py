"""A contrast before it is a finding: a stretch or two of each text that speak of one thing."""

from __future__ import annotations

from msgspec import Struct

from compare.model import Device, Extent


class Side(Struct, frozen=True, kw_only=True):
    """What one text writes: stretches in order, each with its sentence's id (`A0` for a headline)."""

    sentences: tuple[str, ...]
    extents: tuple[Extent, ...]


class Contrast(Struct, frozen=True, kw_only=True):
    """What both write, how much it tells (0-100), and what lays the two together."""

    sides: tuple[Side, Side]
    device: Device
    rank: float
    evidence: str
    alone: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The words of either side that nothing in the other sentence stands for."""
    target: str = ""
    """Whom both quote."""
