"""A small model in the spirit of the real one, so that these words do not change with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict


class Verdict(StrEnum):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


def _change(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return {"up": 2, "up a lot": 4, "down": -2}[value]
    except KeyError:
        raise ValueError("write `up`, `up a lot`, `down` or a whole number") from None


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, max_length=200)]
Change = Annotated[
    int,
    Strict(),
    Field(ge=-20, le=20),
    BeforeValidator(
        _change,
        json_schema_input_type=Annotated[int, Field(ge=-20, le=20)]
        | Literal["up", "up a lot", "down"],
    ),
]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Needs(Part):
    known: Id | None = Field(None, description="a fact that must be known")
    not_known: Id | None = Field(None, alias="not known", description="a fact still unknown")
    trust: Annotated[int, Strict(), Field(ge=0, le=20)] | None = Field(
        None, description="the least trust"
    )


class Choice(Part):
    id: Id = Field(description="a short stable name")
    say: Text = Field(description="what you say")
    needs: Needs | None = Field(None, description="what must hold before it can be chosen")
    locked_hint: Text | None = Field(None, alias="locked hint", description="why it is locked")
    effects: dict[str, Change] = Field(default_factory=dict, description="meters that change")
    tags: tuple[Id, ...] = Field((), max_length=3, description="words to find it by")
    ends: Annotated[bool, Strict()] = Field(False, description="whether the talk ends here")
    minutes: Annotated[int, Strict(), Field(ge=1, le=90)] | Literal["all"] = Field(
        5, description="how long it takes"
    )
    why: Text = Field(description="the coach's explanation")
    verdict: Verdict | None = Field(None, description="your judgement of the choice")


class Decision(Part):
    id: Id = Field(description="a short stable name")
    prospect: Text | None = Field(None, description="what the prospect says")
    mood: Literal["open", "guarded"] = Field("open", description="how the prospect feels")
    choices: tuple[Choice, ...] = Field(
        min_length=2, max_length=4, description="what can be chosen"
    )


class Toy(Part):
    format: Literal[1] = Field(description="the format's version: 1")
    title: Text = Field(description="the title of the level")
    decisions: tuple[Decision, ...] = Field(min_length=1, description="the decisions, in order")
