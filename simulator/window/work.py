"""Things that happen later: timers, animations, and work in a thread.

Time comes in as a value (seconds on any clock), so a test decides what time it is.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from itertools import count
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

T = TypeVar("T")
Task = Callable[[], None]
FRAME = 1 / 60


def ease_out(part: float) -> float:
    """Return progress that starts fast and ends slow, for ``part`` from 0 to 1."""
    return 1 - (1 - part) ** 3


def do_nothing() -> None:
    """Stand in for undoing what was never done."""


class Timers:
    """Functions to be called at their time, and animations at every frame."""

    def __init__(self) -> None:
        self.now = 0.0
        self._order = count()
        self._due: list[tuple[float, int, Task]] = []

    def __len__(self) -> int:
        return len(self._due)

    def after(self, seconds: float, task: Task) -> Task:
        """Call ``task`` once ``seconds`` from now; returns a function that prevents it."""
        number = next(self._order)
        heapq.heappush(self._due, (self.now + seconds, number, task))

        def cancel() -> None:
            self._due = [entry for entry in self._due if entry[1] != number]
            heapq.heapify(self._due)

        return cancel

    def animate(self, seconds: float, step: Callable[[float], None]) -> Task:
        """Call ``step`` with eased 0..1 each frame; returns a function that stops it."""
        start, stopped = self.now, False

        def stop() -> None:
            nonlocal stopped
            stopped = True

        def frame() -> None:
            if stopped:
                return
            part = min(1.0, (self.now - start) / seconds) if seconds > 0 else 1.0
            step(ease_out(part))
            # What has failed is not done again.
            if part < 1.0:
                self.after(FRAME, frame)

        frame()
        return stop

    def due(self, now: float) -> bool:
        """Whether something is to be called by ``now``."""
        return bool(self._due) and self._due[0][0] <= now

    def run(self, now: float) -> None:
        """Move the clock to ``now`` and call what has become due."""
        self.now = max(self.now, now)
        while self._due and self._due[0][0] <= self.now:
            heapq.heappop(self._due)[2]()


class Job(Generic[T]):
    """Work going on in a thread. The work looks at :attr:`cancelled` and calls :meth:`progress`."""

    def __init__(self, results: SimpleQueue[Task], on_progress: Callable[[float], None]) -> None:
        self.cancelled = False
        self.done = False
        self._results = results
        self._on_progress = on_progress

    def cancel(self) -> None:
        """Ask the work to stop; nothing of it is delivered from now on."""
        self.cancelled = True

    def progress(self, part: float) -> None:
        """Report, from the thread, that ``part`` (0..1) is done."""
        self._results.put(lambda: None if self.cancelled else self._on_progress(part))


class Workers:
    """Runs jobs in threads and delivers what they return on the loop's own thread."""

    def __init__(self) -> None:
        self._results: SimpleQueue[Task] = SimpleQueue()
        self.busy = 0
        """How many jobs are not delivered yet."""

    def start(
        self,
        work: Callable[[Job[T]], T],
        on_done: Callable[[T], None],
        on_progress: Callable[[float], None],
        on_error: Callable[[Exception], None],
    ) -> Job[T]:
        """Begin ``work(job)`` in a thread of its own."""
        job: Job[T] = Job(self._results, on_progress)

        def deliver(hand_over: Task) -> None:
            job.done = True
            self.busy -= 1
            if not job.cancelled:
                hand_over()

        def run() -> None:
            try:
                result = work(job)
            except Exception as error:
                failure = error
                self._results.put(lambda: deliver(lambda: on_error(failure)))
            else:
                self._results.put(lambda: deliver(lambda: on_done(result)))

        self.busy += 1
        threading.Thread(target=run, daemon=True).start()
        return job

    def collect(self) -> None:
        """Deliver what has arrived, on the thread that calls."""
        while True:
            try:
                self._results.get_nowait()()
            except Empty:
                return
