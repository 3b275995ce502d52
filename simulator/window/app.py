"""The application: a stack of screens, the loop, and time.

Time and events come in as values: :meth:`App.step` is handed both, so a test may play a whole
evening in a moment, with no window at all (``headless=True``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from math import inf
from typing import TypeVar

import pygame

from simulator.window.canvas import Canvas, Draw, forget_pictures
from simulator.window.display import (
    close_controller,
    open_controller,
    open_controllers,
    open_window,
    serve_typing,
)
from simulator.window.events import Event, Intent, Kind, Translator
from simulator.window.fonts import Fonts
from simulator.window.keys import STANDARD, Bindings, intents
from simulator.window.last import LastScreen
from simulator.window.layout import Rect
from simulator.window.memory import allow, give_back
from simulator.window.notices import Notices
from simulator.window.painter import Painter
from simulator.window.panels import forget_panels
from simulator.window.record import Record
from simulator.window.router import Router
from simulator.window.screen import Screen
from simulator.window.sound import Sounds
from simulator.window.theme import CARET, FADE, LIGHT, Theme
from simulator.window.widgets.base import Widget
from simulator.window.work import Job, Task, Timers, Workers, do_nothing

T = TypeVar("T")
DESIGN = (1280, 720)
FRAMES = 60
RESTING = 20
"""How often a second the loop looks for events while nothing happens: what an open window costs."""
RESTS_AFTER = 30
"""Frames without any event after which the loop rests, unless something is due soon."""
HURRY = 400
HASTE = 0.006
LISTEN_AFTER = 0.1
SOUND_AFTER = 0.4


class App:
    """Shows screens and brings them what happens.

    Args:
        size: of the window in pixels; the logical canvas is never below 1280 x 720 units.
        text_scale: size of all text, from 0.8 to 2.
        reduced_motion: nothing moves or fades.
        keys: more or other keys, from pygame's codes to intents.
        headless: draw on a surface in memory and open no window, each picture in one frame.
        on_crash: makes the screen to show when a screen has failed; without it errors rise.
    """

    def __init__(
        self,
        size: tuple[int, int] = DESIGN,
        *,
        theme: Theme = LIGHT,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        keys: Mapping[int, Intent] | None = None,
        headless: bool = False,
        on_crash: Callable[[Exception], Screen] | None = None,
    ) -> None:
        self.theme = theme
        self.text_scale = text_scale
        self.reduced_motion = reduced_motion
        self.headless = headless
        self.on_crash = on_crash
        self.running = True
        self.timers = Timers()
        self.fonts = Fonts()
        self.translator = Translator(keys)
        self.bindings: Bindings = STANDARD
        self.stack: list[Screen] = []
        self.changed: list[pygame.Rect] = []
        self._workers = Workers()
        self._notices = Notices(self.timers)
        self._painter = Painter(self.fonts, self._notices, self._fetch)
        self.sounds = Sounds(self._notices.subtitle)
        self._router = Router(
            self._notices.point, lambda: self.sounds.play("locked"), self.toggle_full_screen
        )
        self._unblink: Task = do_nothing
        self._unfade: Task = do_nothing
        self._failure: Screen | None = None
        self._served: Widget | None = None
        self._by_keys = False
        self._full_screen = False
        self.haste = inf if headless else HASTE
        """Seconds after which a frame leaves the rest of a new picture to the next one."""
        self._until = inf
        self._laid_for = size
        self._windowed = size
        self.surface = pygame.Surface(size, 0, 32) if headless else open_window(size)
        self._rescale()

    # Screens.

    @property
    def top(self) -> Screen:
        """The screen that has the attention."""
        return self.stack[-1]

    def push(self, screen: Screen) -> None:
        """Show ``screen`` above the present one."""
        self._turn(lambda: self.stack.append(screen))

    def pop(self) -> None:
        """Return to the screen below; the last screen stays."""
        if len(self.stack) > 1:
            self._turn(lambda: self.stack.pop().leave())

    def replace(self, screen: Screen) -> None:
        """Show ``screen`` in place of the present one."""

        def swap() -> None:
            if self.stack:
                self.stack.pop().leave()
            self.stack.append(screen)

        self._turn(swap)

    def reset(self, screen: Screen) -> None:
        """Show ``screen`` alone, leaving all others."""

        def clear() -> None:
            while self.stack:
                self.stack.pop().leave()
            self.stack.append(screen)

        self._turn(clear)

    def _turn(self, change: Task) -> None:
        known = set(map(id, self.stack))
        self._router.reset()
        self._notices.untip()
        if known:
            self._fade()
        change()
        if id(self.top) not in known:
            self.top.app = self
            self.top.enter()
        self.top.stale = True
        self._painter.forget()

    def _view(self) -> list[Screen]:
        """Return the screens in sight, the lowest first; of several dialogs only the front one."""
        first = max((i for i, screen in enumerate(self.stack) if not screen.overlay), default=0)
        return [self.stack[first], *self.stack[first + 1 :][-1:]]

    def _fade(self) -> None:
        if self.reduced_motion:
            return
        self._unfade()
        self._painter.cover(self.surface)

    # Appearance.

    def restyle(
        self,
        *,
        theme: Theme | None = None,
        text_scale: float | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Change how everything looks, at once."""
        self.theme = theme or self.theme
        self.text_scale = self.text_scale if text_scale is None else text_scale
        self.reduced_motion = self.reduced_motion if reduced_motion is None else reduced_motion
        self._rescale()

    def rebind(self, bindings: Bindings) -> None:
        """Let the keys do what ``bindings`` say, and nothing else."""
        self.bindings = bindings
        self.translator.keys = intents(bindings)

    def _rescale(self) -> None:
        w, h = self.surface.get_size()
        self._laid_for = (w, h)
        scale = max(0.25, min(w / DESIGN[0], h / DESIGN[1]))
        if scale != self.fonts.scale:
            forget_panels()
            forget_pictures()
            give_back()
        self.fonts.rescale(scale, self.text_scale)
        allow((w, h), self.fonts)
        self.translator.scale = scale
        self._unfade()
        self._painter.thin(1.0)
        for screen in self.stack:
            screen.stale = True

    @property
    def area(self) -> Rect:
        """The whole window in logical units, at least 1280 x 720."""
        w, h = self.surface.get_size()
        return Rect(0, 0, w / self.fonts.scale, h / self.fonts.scale)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay everything out for a window of another size."""
        if self.headless:
            self.surface = pygame.Surface(size, 0, 32)
        else:
            self.surface = pygame.display.get_surface() or open_window(size)
        self._rescale()

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the whole display."""
        return self._full_screen

    def toggle_full_screen(self) -> None:
        """Fill the whole display, or return to a window."""
        if not self._full_screen:
            self._windowed = self.surface.get_size()
        self._full_screen = not self._full_screen
        if not self.headless:
            size = (0, 0) if self._full_screen else self._windowed
            self.surface = open_window(size, full_screen=self._full_screen)
        self._rescale()

    # Time.

    def after(self, seconds: float, task: Task) -> Task:
        """Call ``task`` once, later; returns a function that prevents it."""
        return self.timers.after(seconds, task)

    def animate(self, seconds: float, step: Callable[[float], None]) -> Task:
        """Call ``step`` with eased 0..1 each frame; with reduced motion once, with 1."""
        return self.timers.animate(0.0 if self.reduced_motion else seconds, step)

    def background(
        self,
        work: Callable[[Job[T]], T],
        on_done: Callable[[T], None],
        *,
        on_progress: Callable[[float], None] = lambda _: None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> Job[T]:
        """Run ``work(job)`` in a thread; the other functions are called on the loop.

        Without ``on_error`` an error of the work is treated as one of the screen.
        """
        return self._workers.start(work, on_done, on_progress, on_error or _rise)

    def _fetch(self, drawings: Sequence[Draw], arrived: Task) -> None:
        """Make drawings in a thread; one that fails does so again where it is shown."""
        self.background(
            lambda _: [draw() for draw in drawings],
            lambda _: arrived(),
            on_error=lambda _: arrived(),
        )

    def toast(self, text: str, tone: str = "good") -> None:
        """Show a short message for a few seconds, without asking for anything."""
        if tone == "bad":
            self.sounds.play("error")
        self._notices.toast(text, tone)

    def focus(self, widget: Widget | None, *, ring: bool = True) -> None:
        """Give the focus of the present screen to ``widget``.

        ``ring=False`` shows it only to somebody whose last move was made by key or controller.
        """
        self._router.set_focus(self.top, widget, ring=ring or self._by_keys)

    # The loop.

    def run(self, first: Screen) -> None:
        """Show ``first`` and stay until the window is closed or :meth:`quit` is called."""
        clock = pygame.time.Clock()
        start = time.perf_counter() - self.timers.now
        self._guard(lambda: self.push(first))
        # What the devices cost is paid when the first frame stands.
        self.after(LISTEN_AFTER, open_controllers)
        self.after(SOUND_AFTER, self.sounds.begin)
        still, awaits = 0, True
        while self.running:
            self.keep_open()
            events, now = pygame.event.get(), time.perf_counter() - start
            if events or awaits:
                self.step(events, now)
            still = 0 if events else still + 1
            awaits = self.awaits(now + 1 / RESTING)
            pace = FRAMES if awaits or still <= RESTS_AFTER else RESTING
            # A new picture is awaited: what is left of it goes on at once.
            clock.tick(HURRY if self._painter.draws else pace)

    def awaits(self, now: float) -> bool:
        """Whether there is something to do by ``now`` that no event asks for."""
        timed = self.timers.due(now) or bool(self._workers.busy)
        drawn = self._painter.owes or any(screen.stale for screen in self._view())
        return timed or drawn or any(screen.awaits(now) for screen in self._view())

    def keep_open(self) -> None:
        """Open the window again if the display has been lost; raises DisplayError if it is gone."""
        if not pygame.display.get_init() or pygame.display.get_surface() is None:
            self.surface = open_window(self._laid_for)
            self._served = None
            self._rescale()

    def quit(self) -> None:
        """End the loop."""
        self.running = False

    def step(self, events: Iterable[pygame.event.Event], now: float) -> None:
        """Do all that is due at ``now`` (seconds), answer ``events``, and draw what changed."""
        self._guard(lambda: self._advance(events, now))

    def _guard(self, task: Task) -> None:
        """Do something; if it fails, show the screen made by ``on_crash`` instead."""
        try:
            task()
        except Exception as error:
            if self.on_crash is None:
                raise
            self._recover(error, self.on_crash)

    def _recover(self, error: Exception, make: Callable[[Exception], Screen]) -> None:
        """Show what ``make`` makes of an error, or, if that fails as well, the last screen."""
        again = bool(self.stack) and self.top is self._failure
        self.on_crash = None
        try:
            self._failure = LastScreen(error) if again else make(error)
            self._show_alone(self._failure)
            self.sounds.play("error")
        except Exception as worse:
            self._failure = LastScreen(worse)
            self._show_alone(self._failure)
        self.on_crash = make

    def _show_alone(self, screen: Screen) -> None:
        """Show a screen, whatever state the others are in."""
        left, self.stack = self.stack, []
        for one in reversed(left):
            with suppress(Exception):
                one.leave()
        self._unfade()
        self._painter.thin(1.0)
        self._turn(lambda: self.stack.append(screen))
        self._draw()

    def _advance(self, events: Iterable[pygame.event.Event], now: float) -> None:
        self._until = time.perf_counter() + self.haste
        self._workers.collect()
        self.timers.run(now)
        for event in events:
            self._answer(event)
        for screen in self._view():
            screen.advance()
        self._watch_focus()
        self._draw()

    def _answer(self, raw: pygame.event.Event) -> None:
        if raw.type == pygame.QUIT:
            self.quit()
        elif raw.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            size = (raw.w, raw.h) if raw.type == pygame.VIDEORESIZE else (raw.x, raw.y)
            if size != self._laid_for:
                self.resize(size)
        elif raw.type == pygame.WINDOWEXPOSED:
            self._painter.whole = True
        elif raw.type == pygame.WINDOWLEAVE:
            self._router.reset()
        elif raw.type == pygame.CONTROLLERDEVICEADDED:
            open_controller(raw.device_index)
        elif raw.type == pygame.CONTROLLERDEVICEREMOVED:
            close_controller(raw.instance_id)
            self.translator.release(raw.instance_id)
        else:
            event = self.translator.translate(raw)
            if event:
                self._lay_out()
                self.send(event)

    def send(self, event: Event) -> None:
        """Bring one event to the screen."""
        if event.kind in (Kind.KEY, Kind.PRESS):
            self._by_keys = event.kind is Kind.KEY
            self._notices.untip()
        if event.kind is Kind.PRESS and self._notices.press(event.x, event.y):
            return
        self._router.route(self.top, event)

    def _watch_focus(self) -> None:
        """Tell the keyboard what the widget in focus needs, and blink its caret."""
        widget = self.top.focus
        if widget is self._served:
            return
        self._served = widget
        self._unblink()
        if not self.headless:
            area = Canvas(self.surface, self.theme, self.fonts).pixels(
                widget.rect if widget else Rect()
            )
            serve_typing(bool(widget and widget.wants_text), bool(widget and widget.repeats), area)
        if widget and widget.wants_text and not self.reduced_motion:
            self._unblink = self.after(CARET, lambda: self._blink(widget))

    def _blink(self, widget: Widget) -> None:
        widget.blink()
        self._unblink = self.after(CARET, lambda: self._blink(widget))

    def _lay_out(self) -> None:
        for screen in self._view():
            if screen.stale:
                screen.stale = False
                screen.layout(self.area)
                self._painter.forget()

    def _draw(self) -> None:
        self._lay_out()
        painter = self._painter
        self.changed = painter.paint(self.surface, self._view(), self.theme, self._until)
        if painter.hides:
            self._unfade = self.animate(FADE, painter.thin)
        if self.changed and not self.headless:
            pygame.display.update(self.changed)

    # For tests and the gallery.

    def run_events(self, events: Iterable[pygame.event.Event], frame: float = 1 / FRAMES) -> None:
        """Answer each event in a frame of its own, and let all motion come to rest."""
        for event in events:
            self.step((event,), self.timers.now + frame)
        self.wait(FADE + 2 * frame)

    def wait(self, seconds: float, frame: float = 1 / FRAMES, *, work: bool = False) -> None:
        """Let time pass, frame by frame; with ``work`` each waits for what threads are doing."""
        end = self.timers.now + seconds
        while self.timers.now < end:
            while work and self._workers.busy:
                time.sleep(0.001)
                self._workers.collect()
            self.step((), min(end, self.timers.now + frame))

    def finish(self, job: Job[T], limit: float = 30.0) -> None:
        """Wait in real time until ``job`` has been delivered; raises TimeoutError."""
        start = time.monotonic()
        while not job.done:
            if time.monotonic() - start > limit:
                raise TimeoutError("the work did not end in time")
            time.sleep(0.005)
            self.step((), self.timers.now + 1 / FRAMES)

    def screenshot(self) -> pygame.Surface:
        """Return a copy of what is shown."""
        return self.surface.copy()

    def settle(self) -> None:
        """Lay out what is new or changed, without drawing it."""
        self._lay_out()

    def record(self, only: Widget | None = None) -> Record:
        """Draw the present view on a surface of its own and return the notes taken of it.

        With ``only`` the notes are of that widget alone, on the ground it stands on.
        """
        self._lay_out()
        record = Record()
        surface = pygame.Surface(self.surface.get_size(), 0, 32)
        self._painter.render(surface, self._view(), self.theme, record, only)
        return record


def _rise(error: Exception) -> None:
    raise error
