"""What is shown when nothing else can be: words and one way out.

It stands in for the screen after a failure when that fails as well, or when there is none yet. So
it uses as little of the window as it can: no panels, no pictures, no widgets.
"""

from __future__ import annotations

from simulator.window.canvas import Canvas
from simulator.window.events import Event, Intent, Kind
from simulator.window.report import write_report
from simulator.window.screen import Screen

WORDS = (
    ("title", "Pitchcraft has to stop"),
    ("body", "This is our mistake, not yours. A run is saved up to your last choice."),
)


class LastScreen(Screen):
    """Says that nothing is lost and where the report lies; Enter, Esc or a click ends it."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.report = write_report(error)

    def draw(self, canvas: Canvas) -> None:
        """Write the words, one below the other."""
        area = canvas.size.inset(64)
        where = f"A report about it is in {self.report}." if self.report else ""
        last = "Press Enter to close the window."
        for role, text in (*WORDS, ("small", where), ("body", last)):
            if text:
                taken = canvas.text(text, area, role)
                area = area._replace(y=taken.bottom + 16)

    def handle(self, event: Event) -> bool:
        """Close the window; nothing else is answered."""
        ends = event.intent in (Intent.ACTIVATE, Intent.BACK) or event.kind is Kind.PRESS
        if ends:
            self.app.quit()
        return True
