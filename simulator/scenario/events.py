"""Pass 2 of the loader: YAML events one by one, and the limits no scenario comes near.

PyYAML's own composers recurse (100,000 nested brackets kill the process) and follow aliases (430
bytes can unfold to millions of values), so the loader only ever takes events, iteratively.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import yaml

MAX_DEPTH: Final = 20
MAX_NODES: Final = 50_000
MAX_TEXT: Final = 5_000
MAX_PROBLEMS: Final = 100

NextEvent: TypeAlias = Callable[[], Any]
OpenEvents: TypeAlias = Callable[[str], NextEvent]


def fast_events(text: str) -> NextEvent:
    """The next event of the C parser at each call, ``None`` after the last."""
    parser: Any = yaml.CSafeLoader(text)
    return parser.get_event  # type: ignore[no-any-return]


def plain_events(text: str) -> NextEvent:
    """The same from the parser in pure Python, about thirty times slower."""
    return yaml.SafeLoader(text).get_event


open_events: Final[OpenEvents] = fast_events if yaml.__with_libyaml__ else plain_events
