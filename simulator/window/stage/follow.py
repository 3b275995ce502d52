"""Follow-up: a talk with the ninety days after the handshake above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.game.rules import Node
from simulator.window.layout import Rect, cut_top
from simulator.window.stage.days import Days, Mark
from simulator.window.stage.low import is_low
from simulator.window.stage.recount import days_done
from simulator.window.stage.talk import TalkScreen
from simulator.window.theme import GAP
from simulator.window.widgets import Widget

BARE: Final = 340.0
"""The height of a page, in words of the usual size, below which the days go without most words."""


class FollowScreen(TalkScreen):
    """What to do on a day, with what was done on earlier days in sight."""

    def build(self) -> Sequence[Widget]:
        """Put the days above the talk."""
        self.days = Days(self.marks(), self.prompt.decision.day, planned=self.planned())
        return [*super().build(), self.days]

    def marks(self) -> list[Mark]:
        """What was done in the follow-up so far."""
        return [Mark(one.day, *one.sign) for one in days_done(self.play)]

    def planned(self) -> list[int]:
        """The days of decisions that are ahead as things stand."""
        days = []
        for node, spot in zip(self.play.game.nodes, self.play.spots, strict=True):
            day, here = spot.decision.day, self.prompt.decision.day or 0
            # What comes next never depends on the buyer, so any of them may be asked.
            if spot.stage == "follow_up" and day and day > here and self._ahead_of(node):
                days.append(day)
        return days

    def _ahead_of(self, node: Node) -> bool:
        return not self.play.is_over and node.when.holds(self.play.state, 0)

    def enter(self) -> None:
        """Let the days go by since the last thing that was done."""
        super().enter()
        last = max((mark.day for mark in self.days.marks), default=0)
        self.days.glide(self.app, last)

    def arrange(self, page: Rect) -> None:
        """Place the days, then the talk below."""
        self.days.slim = is_low(self.fonts, page)
        self.days.bare = page.h < BARE * self.fonts.text_scale
        top, rest = cut_top(page, self.days.height(self.fonts, page.w), GAP)
        self.days.place(top)
        super().arrange(rest)
