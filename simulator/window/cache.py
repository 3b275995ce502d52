"""A cache that forgets what was used longest ago once it holds too much."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Cache(Generic[V]):
    """At most ``limit`` of weight, as ``weigh`` counts it (bytes of a surface, or one each).

    Threads may share it; what two of them miss at once is made twice and kept once.
    """

    def __init__(self, limit: int, weigh: Callable[[V], int]) -> None:
        self.limit = limit
        self.weight = 0
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """Return what is kept under ``key``, made now if it is missing."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                return kept
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self.weight += self._weigh(made)
            while self.weight > self.limit and len(self._kept) > 1:
                _, old = self._kept.popitem(last=False)
                self.weight -= self._weigh(old)
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.weight = 0
