"""The widgets: things on a screen that keep their state, draw themselves and answer events."""

from simulator.window.widgets.bar import Bar, draw_bar, draw_chip
from simulator.window.widgets.base import HANDLED, Action, Widget
from simulator.window.widgets.button import Button
from simulator.window.widgets.choice import ChoiceCard
from simulator.window.widgets.field import TextField
from simulator.window.widgets.scroll import ScrollArea
from simulator.window.widgets.slider import Slider
from simulator.window.widgets.table import Column, Sorting, Table
from simulator.window.widgets.tabs import Tabs
from simulator.window.widgets.toggle import Toggle

__all__ = [
    "HANDLED",
    "Action",
    "Bar",
    "Button",
    "ChoiceCard",
    "Column",
    "ScrollArea",
    "Slider",
    "Sorting",
    "Table",
    "Tabs",
    "TextField",
    "Toggle",
    "Widget",
    "draw_bar",
    "draw_chip",
]
