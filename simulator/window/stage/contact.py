"""Approach: which way to make contact, and with which words."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.game.play import ChoiceView
from simulator.scenario.words import Channel
from simulator.window.faces import player_portrait
from simulator.window.layout import Rect
from simulator.window.stage.draft import Draft, DraftView
from simulator.window.stage.pick import PickScreen
from simulator.window.stage.pick_card import Line
from simulator.window.stage.words import CHANNEL_ICONS, sentence
from simulator.window.widgets import Widget

VERBS: dict[Channel, str] = {
    Channel.COLD_CALL: "Make the call",
    Channel.EMAIL: "Send the e-mail",
    Channel.SOCIAL: "Send the message",
    Channel.IN_PERSON: "Do this",
    Channel.VIRTUAL: "Send the invitation",
}


class ContactScreen(PickScreen):
    """The ways to make contact, each to be seen before it is sent."""

    def line(self, view: ChoiceView, number: int) -> Line:
        """The channel, and the subject or the first words."""
        choice = view.choice
        channel = choice.channel if choice else None
        subject = choice.subject if choice else None
        return Line(
            view.id,
            number,
            CHANNEL_ICONS[channel] if channel else "arrow-right",
            sentence(channel.value) if channel else "Something else",
            f"{_quoted(subject)}: {view.say}" if subject else view.say,
            not view.is_legal,
            view.locked_hint,
        )

    def verb(self) -> str:
        """What the button does through the selected channel."""
        view = self.view_of(self.selected)
        channel = view.choice.channel if view and view.choice else None
        return VERBS[channel] if channel else "Do it"

    def sign(self) -> str:
        """The icon of the selected channel."""
        view = self.view_of(self.selected)
        channel = view.choice.channel if view and view.choice else None
        return CHANNEL_ICONS[channel] if channel else super().sign()

    def sheet(self, view: ChoiceView) -> Sequence[Widget]:
        """The draft of the selected contact."""
        scenario, choice = self.play.scenario, view.choice
        words = self.play.fill(choice.draft) if choice else ""
        self.draft = DraftView(
            Draft(
                choice.channel if choice else None,
                scenario.prospect.name,
                scenario.prospect.role,
                f"{self.play.fill('<player>')}, {scenario.product.seller}",
                self.play.fill(choice.subject) if choice else "",
                words or view.say,
                self.portrait,
                player_portrait(self.flow.session.player),
                is_wording=bool(words),
            )
        )
        return [self.draft, self.draft.body]

    def sheet_height(self, width: float) -> float:
        """The height of the draft."""
        return self.draft.height(self.fonts, width)

    def arrange_sheet(self, room: Rect) -> None:
        """Let the draft fill the room, with the button on it."""
        self.draft.settle(self.fonts, room, room.bottom - self.go.rect.y + 12)


def _quoted(subject: str) -> str:
    """The subject in quotes, as it may end in a mark of its own."""
    return subject if subject.startswith('"') else f'"{subject}"'
