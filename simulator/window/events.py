"""What a person does, said once for keyboard, mouse and controller.

:class:`Translator` turns pygame's events into :class:`Event` values in logical units. Widgets and
screens read only the value they are given, never the state of a device, so a test may post them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import pygame


class Intent(Enum):
    """What a key or a button on a controller asks for."""

    NEXT = auto()
    PREVIOUS = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    ACTIVATE = auto()
    BACK = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    HOME = auto()
    END = auto()
    PICK = auto()
    NOTEBOOK = auto()
    BRIEFING = auto()
    FULL_SCREEN = auto()


class Kind(Enum):
    """The kinds of event; see the fields of :class:`Event` for what each carries."""

    KEY = auto()
    TEXT = auto()
    COMPOSE = auto()
    MOVE = auto()
    PRESS = auto()
    RELEASE = auto()
    WHEEL = auto()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    KEY carries ``key`` (pygame's code, 0 from a controller), ``shift``, ``ctrl``, the ``intent``
    if it has one, and ``number`` 1..9 with PICK. TEXT and COMPOSE carry ``text`` (typed, and
    being composed by an input method). MOVE, PRESS, RELEASE and WHEEL carry ``x``, ``y`` in
    logical units; PRESS its count of ``clicks``; WHEEL its ``amount``, up being positive.
    """

    kind: Kind
    intent: Intent | None = None
    x: float = 0.0
    y: float = 0.0
    amount: float = 0.0
    number: int = 0
    text: str = ""
    key: int = 0
    shift: bool = False
    ctrl: bool = False
    clicks: int = 1


KEYS: Final[Mapping[int, Intent]] = {
    pygame.K_TAB: Intent.NEXT,
    pygame.K_UP: Intent.UP,
    pygame.K_DOWN: Intent.DOWN,
    pygame.K_LEFT: Intent.LEFT,
    pygame.K_RIGHT: Intent.RIGHT,
    pygame.K_RETURN: Intent.ACTIVATE,
    pygame.K_KP_ENTER: Intent.ACTIVATE,
    pygame.K_SPACE: Intent.ACTIVATE,
    pygame.K_ESCAPE: Intent.BACK,
    pygame.K_AC_BACK: Intent.BACK,
    pygame.K_PAGEUP: Intent.PAGE_UP,
    pygame.K_PAGEDOWN: Intent.PAGE_DOWN,
    pygame.K_HOME: Intent.HOME,
    pygame.K_END: Intent.END,
    pygame.K_n: Intent.NOTEBOOK,
    pygame.K_b: Intent.BRIEFING,
    pygame.K_F11: Intent.FULL_SCREEN,
}
BUTTONS: Final[Mapping[int, Intent]] = {
    pygame.CONTROLLER_BUTTON_A: Intent.ACTIVATE,
    pygame.CONTROLLER_BUTTON_B: Intent.BACK,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Intent.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Intent.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Intent.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Intent.RIGHT,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Intent.PREVIOUS,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Intent.NEXT,
    pygame.CONTROLLER_BUTTON_START: Intent.BACK,
    pygame.CONTROLLER_BUTTON_X: Intent.BRIEFING,
    pygame.CONTROLLER_BUTTON_Y: Intent.NOTEBOOK,
}
LETTERS_END: Final = 1 << 30
"""The codes of keys that write nothing begin here."""
STICK_ON: Final = 20_000
STICK_OFF: Final = 12_000
_STICK: Final = {
    (pygame.CONTROLLER_AXIS_LEFTX, -1): Intent.LEFT,
    (pygame.CONTROLLER_AXIS_LEFTX, 1): Intent.RIGHT,
    (pygame.CONTROLLER_AXIS_LEFTY, -1): Intent.UP,
    (pygame.CONTROLLER_AXIS_LEFTY, 1): Intent.DOWN,
    (pygame.CONTROLLER_AXIS_RIGHTY, -1): Intent.PAGE_UP,
    (pygame.CONTROLLER_AXIS_RIGHTY, 1): Intent.PAGE_DOWN,
}
_POINTER: Final = {
    pygame.MOUSEMOTION: Kind.MOVE,
    pygame.MOUSEBUTTONDOWN: Kind.PRESS,
    pygame.MOUSEBUTTONUP: Kind.RELEASE,
}


class Translator:
    """Reads pygame's events; remembers only where the pointer and the sticks were last.

    ``keys`` maps pygame's key codes to intents, over and above :data:`KEYS`.
    """

    def __init__(self, keys: Mapping[int, Intent] | None = None) -> None:
        self.keys = {**KEYS, **(keys or {})}
        self.scale = 1.0
        self._at = (0.0, 0.0)
        self._tilted: dict[tuple[int, int], int] = {}

    def translate(self, raw: pygame.event.Event) -> Event | None:
        """Return what ``raw`` means, or None if it means nothing here."""
        readers: dict[int, Callable[[pygame.event.Event], Event | None]] = {
            pygame.KEYDOWN: self._key,
            pygame.MOUSEMOTION: self._pointer,
            pygame.MOUSEBUTTONDOWN: self._pointer,
            pygame.MOUSEBUTTONUP: self._pointer,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.TEXTINPUT: lambda raw: Event(Kind.TEXT, text=raw.text),
            pygame.TEXTEDITING: lambda raw: Event(Kind.COMPOSE, text=raw.text),
            pygame.CONTROLLERBUTTONDOWN: self._button,
            pygame.CONTROLLERAXISMOTION: self._stick,
        }
        read = readers.get(raw.type)
        return read(raw) if read else None

    def release(self, controller: int) -> None:
        """Forget how the sticks of a controller stood that has been pulled out."""
        for stick in [stick for stick in self._tilted if stick[0] == controller]:
            del self._tilted[stick]

    def _wheel(self, raw: pygame.event.Event) -> Event:
        amount = getattr(raw, "precise_y", 0.0) or float(raw.y)
        return Event(Kind.WHEEL, x=self._at[0], y=self._at[1], amount=amount)

    def _button(self, raw: pygame.event.Event) -> Event | None:
        return Event(Kind.KEY, BUTTONS[raw.button]) if raw.button in BUTTONS else None

    def _key(self, raw: pygame.event.Event) -> Event:
        mod = getattr(raw, "mod", 0)
        shift = bool(mod & pygame.KMOD_SHIFT)
        # Windows reports AltGr, with which letters are written, as Ctrl and Alt together.
        ctrl = bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not mod & pygame.KMOD_ALT
        intent, number = self.keys.get(raw.key), 0
        if intent is Intent.NEXT and shift:
            intent = Intent.PREVIOUS
        if intent is None and not ctrl:
            number = _digit(raw.key)
            intent = Intent.PICK if number else None
        return Event(Kind.KEY, intent, number=number, key=raw.key, shift=shift, ctrl=ctrl)

    def _pointer(self, raw: pygame.event.Event) -> Event | None:
        if getattr(raw, "button", 1) != 1:
            return None
        x, y = raw.pos[0] / self.scale, raw.pos[1] / self.scale
        self._at = (x, y)
        return Event(_POINTER[raw.type], x=x, y=y, clicks=getattr(raw, "clicks", 1))

    def _stick(self, raw: pygame.event.Event) -> Event | None:
        """Report a stick once as it is pushed over, and again only after it came back."""
        stick, value = (getattr(raw, "instance_id", 0), raw.axis), raw.value
        side = 1 if value > 0 else -1
        if abs(value) < STICK_OFF:
            self._tilted.pop(stick, None)
        elif abs(value) > STICK_ON and self._tilted.get(stick) != side:
            self._tilted[stick] = side
            intent = _STICK.get((raw.axis, side))
            return Event(Kind.KEY, intent) if intent else None
        return None


def types_letter(key: int) -> bool:
    """Whether a key writes something, so that a field for text needs it whatever else it does."""
    letter = 32 <= key < 127 or 160 <= key < LETTERS_END
    return letter or (pygame.K_KP_DIVIDE <= key <= pygame.K_KP_PERIOD and key != pygame.K_KP_ENTER)


def _digit(key: int) -> int:
    if pygame.K_1 <= key <= pygame.K_9:
        return key - pygame.K_1 + 1
    return key - pygame.K_KP_1 + 1 if pygame.K_KP_1 <= key <= pygame.K_KP_9 else 0
