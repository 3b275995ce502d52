"""The preview in the states worth seeing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator import paths
from simulator.scenario.text import decode
from simulator.window.flow import Flow
from simulator.window.gallery import Shot, level_named
from simulator.window.preview.panel import JUMP
from simulator.window.preview.screen import PreviewScreen
from simulator.window.preview.version import Version, version_of
from simulator.window.screen import Screen
from simulator.window.widgets import Action


def version_from(text: str, name: str) -> Version:
    """The version that a text is, as a file of that name."""
    return version_of(Path(name), *decode(name, text.encode()))


def a_preview(flow: Flow, scenario: str = "first-call", *, slips: bool = False) -> PreviewScreen:
    """A preview of a shipped scenario, or of one with a few slips in it."""
    level = level_named(flow, scenario)
    text = level.text.replace("verdict: poor", "verdict: awful", 2) if slips else level.text
    path = paths.scenarios_dir() / f"{scenario}.yaml"
    version = version_from(text, path.name)
    if version.level:
        version.level.inherit(level)
    return PreviewScreen(path, version, flow.session.store)


def _then(scenario: str, change: Callable[[PreviewScreen], None]) -> Callable[[Flow], Screen]:
    """Makes a preview and changes it as soon as it is shown."""

    def make(flow: Flow) -> Screen:
        screen = a_preview(flow, scenario)
        flow.app.after(0.05, lambda: begin(screen))
        return screen

    def begin(screen: PreviewScreen) -> None:
        screen.panel.open = True
        change(screen)

    return make


def _come_to(screen: PreviewScreen, decision: str) -> None:
    """Bring the play to a decision along the best play."""
    from simulator.window.preview.ways import find_way

    play, draft = screen.flow.play, screen.flow.draft
    node = [one.id for one in play.game.nodes].index(decision)
    way = find_way(play.game, draft.scorer().solution, (), play.buyer, node)
    assert way is not None, "every decision of a shipped level can be reached"
    screen.flow.follow(way)


def _objection(screen: PreviewScreen) -> None:
    _come_to(screen, "peak")


def _answered(screen: PreviewScreen) -> None:
    _come_to(screen, "question")
    screen.inset.top.act(Action("choose", screen.flow.play.prompt().choices[-1].id))


def _unseen(screen: PreviewScreen) -> None:
    _come_to(screen, "price")
    screen.act(Action("reveal"))


def _jumping(screen: PreviewScreen) -> None:
    _come_to(screen, "show/texts")
    screen.panel.tabs.chosen = JUMP
    screen.refresh()


def _broken(screen: PreviewScreen) -> None:
    _come_to(screen, "price")
    text = screen.version.text
    for right, wrong in (("effects:", "efects:"), ("verdict: poor", "verdict: awful")):
        text = text.replace(right, wrong, 1)
    screen.deliver(version_from(text, screen.path.name))


def _recording(screen: PreviewScreen) -> None:
    _come_to(screen, "recommend")
    screen.act(Action("record"))


def _hidden_panel(screen: PreviewScreen) -> None:
    _come_to(screen, "ask")
    screen.act(Action("panel"))


def gallery_screens() -> list[Shot]:
    """A decision laid open, an answer, without what is hidden, jumping, broken, recording."""
    return [
        ("preview", _then("crm-harbour", _objection)),
        ("preview-answered", _then("first-call", _answered)),
        ("preview-unseen", _then("first-call", _unseen)),
        ("preview-jump", _then("first-call", _jumping)),
        ("preview-broken", _then("first-call", _broken)),
        ("preview-nothing", lambda flow: a_preview(flow, slips=True)),
        ("preview-record", _then("first-call", _recording)),
        ("preview-panel-away", _then("first-call", _hidden_panel)),
    ]
