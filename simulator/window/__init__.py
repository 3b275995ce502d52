'''A game played in a window: the only door to pygame.

For writers of screens. All lengths are logical units; the canvas is never smaller than
1280 x 720 of them and fills the window whatever its shape. A screen makes its widgets once, places
them in ``layout``, paints the rest in ``draw``, and answers actions in ``act``::

    from simulator.window.canvas import Canvas
    from simulator.window.layout import Rect, Share, columns, cut_top, grid
    from simulator.window.screen import Screen
    from simulator.window.theme import BAR_HEIGHT, GAP, PAD
    from simulator.window.widgets import Action, Button, ChoiceCard

    class Question(Screen):
        """Asks one thing."""

        def __init__(self, words: list[str]) -> None:
            super().__init__()
            self.back_button = Button("back", icon="back", kind="quiet", tip="Back to the map")
            self.cards = [ChoiceCard(f"choice-{i}", w, number=i) for i, w in enumerate(words, 1)]
            self.widgets = [*self.cards, self.back_button]     # the order of Tab and of drawing

        def layout(self, size: Rect) -> None:                  # at start and at every resize
            self.bar, page = cut_top(size, BAR_HEIGHT)
            self.back_button.place(Rect(20, 15, 38, 38))
            self.head, rest = cut_top(page.inset(PAD, GAP), self.fonts.leading("heading"), GAP)
            for card, cell in zip(self.cards, grid(rest, len(self.cards), 2, 12)):
                card.place(cell._replace(h=card.height(self.fonts, cell.w)))

        def draw(self, canvas: Canvas) -> None:                # kept until self.invalidate()
            canvas.fill(self.bar, self.theme.card)
            canvas.text("Your move", self.head, "heading")

        def act(self, action: Action) -> None:
            if action.name == "back":
                self.app.pop()
            else:
                self.app.toast(f"You chose {action.name}")

    App().run(Question(["Ask", "Tell"]))

What there is:

* ``canvas``: ``card``, ``panel``, ``fill``, ``line``, ``text`` (wraps into a rectangle),
  ``label`` (one line at a point), ``icon``, ``picture(key, make(w, h) -> svg, rect)``, ``clip``.
  Roles of text: display, number, title, heading, name, button, label, caption, lead, choice, body,
  small.
* ``theme``: ``page card well hover ink muted line edge``, ``tone("trust").fill/.text/.tint``.
  Words in a tone take ``.text``; ``.fill`` is for bars, icons and borders only.
* ``fonts`` (``self.fonts``): ``height(text, role, width)``, ``width``, ``leading``; multiply own
  lengths that hold words by ``fonts.text_scale``, or better, measure.
* ``layout``: ``Rect``, ``rows``, ``columns``, ``grid``, ``flow``, ``cut_top`` and its sisters.
* ``widgets``: Button, ChoiceCard, Toggle, Slider, TextField, ScrollArea, Table, Tabs, Bar. Each has
  ``height(fonts, width)``, ``place(rect)``, ``touch()`` after a change from outside. Something of
  your own that changes often (a face that blinks) is a Widget with ``focusable = False``.
  Tables, tabs and quiet buttons belong on a card; their ground hardly shows on the page.
* ``dialog``: Dialog, ProgressDialog (``app.push``).
* ``app``: ``push pop replace reset toast focus after animate background restyle quit``.
* Keys, for free: Tab, arrows, Enter, Space, digits (``number=``), Esc (``back``), F11, page keys.
* Tests: ``App(size, headless=True)``, ``run_events``, ``wait``, ``screenshot``, ``record``, and
  ``inspection.survey(lambda: MyScreen(...))``, which must return no faults.
'''

import os

# The library greets every program that imports it; a command's output is for its own words.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
