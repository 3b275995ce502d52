"""The session of the person at the window; it stands below both front ends."""

from __future__ import annotations

from simulator.store.session import Session, now

__all__ = ["Session", "now"]
