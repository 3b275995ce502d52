"""What a scenario file says: the model that both the loader and the editor's schema come from.

Every field carries a description: it is what an author reads when the field is missing.
Keys are written with spaces where a person would (``locked hint``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, Strict

from simulator.problems import Place
from simulator.scenario import words
from simulator.scenario.words import (
    METER_MAX,
    STAGES,
    Channel,
    Face,
    Move,
    OutcomeKind,
    Skill,
    Source,
    Technique,
    Touch,
    Verdict,
    parse_change,
    parse_range,
)

if TYPE_CHECKING:
    from simulator.scenario.compose import Document


def as_number(value: object) -> object:
    """``true`` is not the number 1, though Python takes them for equal."""
    return str(value).lower() if isinstance(value, bool) else value


def as_list(value: object) -> object:
    """One name written alone is a list of one."""
    return [value] if isinstance(value, str) else value


def as_change(value: object) -> object:
    """A word for a change as meter points. Raises ValueError for an unknown word."""
    return parse_change(value) if isinstance(value, str) else value


def as_range(value: object) -> object:
    """A test in words as the lowest and highest value. Raises ValueError for other words."""
    return parse_range(value) if isinstance(value, str) else value


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, Field(min_length=1, max_length=90)]
"""A short text: a name, a heading."""
Text = Annotated[str, Field(min_length=1, max_length=420)]
"""What somebody says or a coach explains: up to about seventy words."""
Int = Annotated[int, Strict()]
Bool = Annotated[bool, Strict()]
"""``true`` or ``false``: ``yes`` is text in YAML 1.2, and editors say so too."""
Ids = Annotated[tuple[Id, ...], Field(min_length=1, max_length=24), BeforeValidator(as_list)]
ChoiceRef = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9-]+((/[a-z0-9-]+)?\.[a-z0-9-]+)?$",
        examples=["ask-first", "price.discount", "show/repair.skip"],
    ),
]
ChoiceRefs = Annotated[
    tuple[ChoiceRef, ...], Field(min_length=1, max_length=24), BeforeValidator(as_list)
]
"""Earlier choices: the bare id where it stands once in the file, else ``decision.choice``."""
Change = Annotated[int, Strict(), Field(ge=-METER_MAX, le=METER_MAX), BeforeValidator(as_change)]
Range = Annotated[tuple[int, int], BeforeValidator(as_range)]
NumberTest = Annotated[
    str,
    Field(
        pattern=r"^((at least|at most|above|below|exactly) [0-9]{1,4}"
        r"|between [0-9]{1,4} and [0-9]{1,4})$",
        examples=["at least 900"],
    ),
]
"""A test of a number in words; meters have their own, :data:`Range`."""
Effects = Annotated[
    dict[str, Change],
    Field(examples=[{"trust": "up"}, {"trust": "up a little", "value": "up a lot"}]),
]


class Part(BaseModel):
    """Any part of a scenario file: no unknown keys, and nothing changes once loaded."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(Part):
    """When something holds. All that is named must be true; other keys are meters.

    A meter is tested in words: ``trust: at least 8``.
    """

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        json_schema_extra={
            "examples": [{"known": "downtime-cost", "trust": "at least 8"}, {"buyer": "cautious"}]
        },
    )
    __pydantic_extra__: dict[str, Range]

    known: Ids | None = Field(None, description="facts that must all be known")
    known_any: Ids | None = Field(
        None, alias="known any", description="facts of which at least one is known"
    )
    not_known: Ids | None = Field(
        None, alias="not known", description="facts of which none is known"
    )
    chose: ChoiceRefs | None = Field(None, description="earlier choices that were all made")
    chose_any: ChoiceRefs | None = Field(
        None, alias="chose any", description="earlier choices of which at least one was made"
    )
    not_chose: ChoiceRefs | None = Field(
        None, alias="not chose", description="earlier choices of which none was made"
    )
    outcome: Ids | None = Field(None, description="the outcome is one of these")
    not_outcome: Ids | None = Field(
        None, alias="not outcome", description="the outcome is none of these"
    )
    buyer: Ids | None = Field(None, description="the hidden buyer is one of these")
    not_buyer: Ids | None = Field(
        None, alias="not buyer", description="the hidden buyer is none of these"
    )

    @property
    def meters(self) -> dict[str, tuple[int, int]]:
        """The meters tested: lowest and highest value that passes."""
        return self.__pydantic_extra__ or {}


class Case(Part):
    """What happens instead when a condition holds; the first case that holds counts."""

    when: Condition = Field(description="when this case holds")
    effects: Effects | None = Field(
        None, description="which meters change, instead of the choice's own"
    )
    reply: Text | None = Field(None, description="what the prospect answers instead")
    face: Face | None = Field(
        None, description="how the prospect looks at it; without this it follows the meters"
    )
    learn: Ids | None = Field(None, description="facts learned instead")
    outcome: Id | None = Field(None, description="how the sale ends instead")
    why: Text | None = Field(None, description="the coach's words for this case")


class Bonus(Part):
    """What happens as well when a condition holds; every one that holds counts."""

    when: Condition = Field(description="when this is added")
    effects: Effects = Field(default_factory=dict, description="which meters change as well")
    learn: Ids | None = Field(None, description="facts learned as well")


class Lead(Part):
    """A lead card on the prospecting board."""

    company: Line = Field(description="the heading of the card: a company, or who it is")
    source: Source = Field(description="where the lead comes from")
    signals: tuple[Line, ...] = Field(
        (), max_length=4, description="what the card tells, a few words each"
    )


class Choice(Part):
    """One thing the trainee can do."""

    id: Id = Field(description="a short stable name, such as `ask-first`")
    label: Line | None = Field(None, description="a heading of a few words above what is said")
    say: Text = Field(description="what the trainee says or does, as it is read on the button")
    lead: Lead | None = Field(None, description="the lead card (prospecting)")
    channel: Channel | None = Field(None, description="how the contact is made (approach)")
    subject: Line | None = Field(None, description="the subject line of an e-mail (approach)")
    draft: Text | None = Field(
        None, description="the e-mail, message or first words as they are sent (approach)"
    )
    move: Move | None = Field(None, description="the kind of move (handling objections)")
    technique: Technique | None = Field(
        None, description="the technique by which the decision is asked for (closing)"
    )
    terms: tuple[Line, ...] = Field((), max_length=4, description="the terms offered (closing)")
    touch: Touch | None = Field(None, description="what the contact is for (follow-up)")
    cost: Annotated[Int, Field(ge=0, le=20)] = Field(
        1, description="what it takes of the budget of a decision with `spend`"
    )
    minutes: Annotated[Int, Field(ge=0, le=60)] | None = Field(
        None, description="what it takes of the minutes that the features share"
    )
    ends: Bool = Field(False, description="whether it ends a decision with `spend` at once")
    needs: Condition | None = Field(None, description="what must hold before it can be chosen")
    locked_hint: Line | None = Field(
        None,
        alias="locked hint",
        description="why it is locked; without this, a locked choice is hidden",
    )
    effects: Effects = Field(
        default_factory=dict,
        description="which meters change, and by how much: a little is 1, up 2, a lot 4",
    )
    reply: Text | None = Field(None, description="what the prospect answers, or what you find")
    face: Face | None = Field(
        None, description="how the prospect looks at it; without this it follows the meters"
    )
    learn: Ids | None = Field(None, description="facts that go into the notebook")
    outcome: Id | None = Field(None, description="how the sale ends by this choice")
    cases: tuple[Case, ...] = Field(
        (),
        max_length=12,
        description="what happens instead when something holds; the first that holds counts",
    )
    also: tuple[Bonus, ...] = Field(
        (),
        max_length=8,
        description="what happens as well when something holds; all that hold count",
    )
    why: Text = Field(description="the coach's explanation: why this is good or poor")
    verdict: Verdict | None = Field(
        None, description="your judgement of the choice; the proof compares it with what it costs"
    )
    instead: Text | None = Field(None, description="what would have been better")
    source: Line | None = Field(
        None,
        description="the evidence, with its grade: (grade A) meta-analysis to (grade D) practice",
    )


class Slot(Part):
    """One product feature in a presentation, and how long it may take."""

    feature: Id = Field(description="a feature of the product")
    choices: tuple[Choice, ...] = Field(
        min_length=2, max_length=6, description="how many minutes it may get; one must be 0"
    )


class Done(Part):
    """The words for stopping before a budget is spent."""

    say: Line = Field("That is enough. Move on.", description="what the trainee does")
    why: Text = Field(
        "What you leave unspent buys nothing; what you spend on the wrong thing buys less.",
        description="the coach's words on stopping here",
    )


class Decision(Part):
    """One moment at which the trainee chooses."""

    id: Id = Field(description="a short stable name")
    when: Condition | None = Field(
        None, description="when this comes up at all; without it, in every play"
    )
    task: Line = Field(description="what the trainee has to do, in a few words")
    scene: Text | None = Field(None, description="what happens before the choice, told")
    prospect: Text | None = Field(None, description="what the prospect says")
    face: Face | None = Field(None, description="how the prospect looks")
    day: Annotated[Int, Field(ge=0, le=365)] | None = Field(
        None, description="how many days after the decision this is (follow-up)"
    )
    skill: Skill | None = Field(None, description="what it trains; by default the stage's skill")
    spend: dict[str, Annotated[Int, Field(ge=1, le=40)]] | None = Field(
        None,
        max_length=1,
        min_length=1,
        description="a budget for several picks, each made once: any unit and how much of it",
        examples=[{"hours": 6}, {"patience": 3}],
    )
    minutes: Annotated[Int, Field(ge=1, le=120)] | None = Field(
        None, description="the minutes that the `features` share (presentation)"
    )
    order: Literal["shuffled", "fixed"] = Field(
        "shuffled",
        description="whether choices are shown as in the file, or in another order for each play",
    )
    choices: tuple[Choice, ...] = Field(
        (), max_length=12, description="what can be chosen; one must be open to everybody"
    )
    features: tuple[Slot, ...] = Field(
        (), max_length=6, description="the product's features that share the minutes, in this order"
    )
    done: Done = Field(
        default_factory=lambda: Done.model_validate({}),
        description="the words for stopping before a budget is spent",
    )


class Stage(Part):
    """One of the seven stages."""

    intro: Text = Field(description="what the trainee sees when the stage begins")
    coach: Text = Field(description="what the coach says when the stage is over: one principle")
    place: words.Place | None = Field(
        None, description="where it happens, if not the prospect's place"
    )
    decisions: tuple[Decision, ...] = Field(
        min_length=1, max_length=12, description="the decisions of the stage, in order"
    )


class PortraitWords(Part):
    """A few words from which the prospect is drawn; what is missing is drawn by the id."""

    age: words.Age | None = Field(None, description="how old the person is")
    skin: words.Skin | None = Field(None, description="the tone of the skin")
    hair: words.Hair | None = Field(None, description="the style of the hair")
    hair_color: words.HairColor | None = Field(
        None, alias="hair color", description="the color of hair and beard"
    )
    clothes: words.Clothes | None = Field(None, description="what they wear")
    clothes_color: words.ClothesColor | None = Field(
        None, alias="clothes color", description="the color of the clothes"
    )
    glasses: Bool | None = Field(None, description="whether they wear glasses")
    beard: Bool | None = Field(None, description="whether they have a beard")
    earrings: Bool | None = Field(None, description="whether they wear earrings")
    lashes: Bool | None = Field(None, description="whether lashes are drawn")
    tie: Bool | None = Field(None, description="whether they wear a tie")


class Prospect(Part):
    """The company and the person to win."""

    company: Line = Field(
        description="the company's name; for a private person, where he or she comes from"
    )
    industry: Line = Field(description="the line of business, or that it is a private customer")
    about: Text = Field(description="the situation, as anyone could know it")
    name: Line = Field(description="the contact person's full name")
    role: Line = Field(description="what the person does there")
    place: words.Place = Field(
        "office", description="where you meet: the picture behind the person"
    )
    portrait: PortraitWords | None = Field(None, description="a few words to draw the person by")

    @property
    def first_name(self) -> str:
        """What the person is called in short: the first word of the name."""
        return self.name.split()[0]


class Feature(Part):
    """A feature of the product and what it is good for."""

    id: Id = Field(description="a short stable name")
    name: Line = Field(description="what the feature is called")
    benefit: Line = Field(description="what a customer gains by it")


class Product(Part):
    """What is sold."""

    name: Line = Field(description="the product's name")
    seller: Line = Field(description="the company that sells it")
    about: Text = Field(description="what it is and what it costs")
    features: tuple[Feature, ...] = Field(
        max_length=8, description="the features, each with its benefit"
    )


class Meter(Part):
    """A meter from 0 to 20."""

    name: Line | None = Field(None, description="the name on screen")
    start: Annotated[Int, Field(ge=0, le=METER_MAX)] | None = Field(
        None, description="where it starts: trust 6, value and urgency 4, one of your own 5"
    )
    about: Line | None = Field(None, description="what it tells, shown beside it")


class Buyer(Part):
    """A hidden truth about the prospect; one is drawn for each run."""

    id: Id = Field(description="a short stable name")
    name: Line = Field(description="what the debrief calls this buyer")
    weight: Annotated[Int, Field(ge=1, le=100)] = Field(
        1, description="how often it is drawn: 3 beside a 2 is three plays in five"
    )
    truth: Text = Field(description="what was really going on, told in the debrief")
    cues: tuple[Text, ...] = Field(
        min_length=1, max_length=5, description="what could have told an attentive player"
    )


class Fact(Part):
    """Something the trainee can learn."""

    id: Id = Field(description="a short stable name")
    note: Text = Field(description="what the notebook says")


class Outcome(Part):
    """A way in which the sale can end."""

    id: Id = Field(description="a short stable name")
    kind: OutcomeKind = Field(description="what kind of ending it is")
    title: Line = Field(description="the ending in a few words")
    text: Text = Field(description="the ending as the trainee reads it")


class PointRule(Part):
    """Points an ending earns when a condition holds."""

    when: Condition | None = Field(None, description="when it counts")
    points: Annotated[Int, Field(ge=-100, le=100)] = Field(
        description="how many points; with `per`, for each point of that meter"
    )
    per: str | None = Field(None, description="the meter whose every point earns `points`")
    because: Line = Field(description="what they are for, as the debrief says it")


class Episode(Part):
    """A line of the epilogue."""

    day: Annotated[Int, Field(ge=0, le=90)] = Field(description="days after the decision")
    when: Condition | None = Field(None, description="when it happens")
    text: Text = Field(description="what happens")
    face: Face | None = Field(None, description="how the prospect looks on that day")


class Start(Part):
    """How a check begins."""

    buyer: Id | None = Field(None, description="the hidden buyer; without it every buyer in turn")


class Expect(Part):
    """What must be true after the choices of a check.

    Other keys are meters, tested in words: ``trust: at least 8``.
    """

    model_config = ConfigDict(
        extra="allow",
        frozen=True,
        json_schema_extra={"examples": [{"score": "at least 900", "outcome": "order"}]},
    )
    __pydantic_extra__: dict[str, Range]

    score: NumberTest | None = Field(
        None, description="the score, 0 to 1000, with best play from here if it goes on"
    )
    points: NumberTest | None = Field(None, description="what the ending is worth, 0 to 100")
    outcome: Ids | None = Field(None, description="the outcome is one of these")
    known: Ids | None = Field(None, description="facts that must all be known")
    not_known: Ids | None = Field(
        None, alias="not known", description="facts of which none is known"
    )
    next: Id | None = Field(None, description="the decision that comes next")

    @property
    def meters(self) -> dict[str, tuple[int, int]]:
        """The meters tested: lowest and highest value that passes."""
        return self.__pydantic_extra__ or {}


class Check(Part):
    """A test of one path through the scenario, run by ``pitchcraft check``."""

    name: Line = Field(description="what it shows, such as `knowing the downtime cost wins`")
    start: Start | None = Field(None, description="who the hidden buyer is")
    choose: tuple[ChoiceRef, ...] = Field(
        min_length=1, max_length=200, description="the choices to make, in order, by their ids"
    )
    expect: Expect = Field(description="what must be true then")


class Level(Part):
    """How the level is listed."""

    order: Annotated[Int, Field(ge=1, le=999)] = Field(
        100, description="the place in the list of levels: 1 comes first"
    )
    minutes: Annotated[Int, Field(ge=1, le=90)] = Field(
        15, description="how many minutes a play takes"
    )
    difficulty: Literal["easy", "medium", "hard"] = Field(
        "medium", description="how hard it is; on an easy level fewer things are warned about"
    )
    trains: tuple[Line, ...] = Field(
        (), max_length=5, description="what it trains, a few words each"
    )


class Scenario(Part):
    """A whole scenario file."""

    format: Annotated[Literal[1], BeforeValidator(as_number)] = Field(
        description="the format's version: 1"
    )
    id: Id = Field(description="the scenario's short stable name")
    title: Line = Field(description="the title of the level")
    summary: Text = Field(description="one or two sentences for the level list")
    goal: Text = Field(description="what a good result would be")
    level: Level = Field(
        default_factory=lambda: Level.model_validate({}), description="how the level is listed"
    )
    prospect: Prospect = Field(description="the company and the person to win")
    product: Product = Field(description="what is sold")
    meters: dict[str, Meter] = Field(
        default_factory=dict,
        max_length=4,
        description="other names or starts for trust, value and urgency, or one more",
    )
    buyers: tuple[Buyer, ...] = Field(
        min_length=1,
        max_length=6,
        description="the hidden truths, one of which is drawn for each play",
    )
    facts: tuple[Fact, ...] = Field((), max_length=24, description="what can be found out")
    prospecting: Stage = Field(description="stage 1: find whom to call")
    preparation: Stage = Field(description="stage 2: find out before you meet")
    approach: Stage = Field(description="stage 3: make contact")
    presentation: Stage = Field(description="stage 4: show what fits")
    objections: Stage = Field(description="stage 5: answer what stands in the way")
    closing: Stage = Field(description="stage 6: ask for a decision")
    follow_up: Stage = Field(description="stage 7: keep what was won")
    outcomes: tuple[Outcome, ...] = Field(
        min_length=1, max_length=14, description="the ways in which the sale can end"
    )
    points: tuple[PointRule, ...] = Field(
        (),
        max_length=40,
        description="what an ending is worth, by all rules that hold, from 0 to 100",
    )
    epilogue: tuple[Episode, ...] = Field(
        (), max_length=40, description="the ninety days after, told line by line"
    )
    checks: tuple[Check, ...] = Field(
        (),
        max_length=60,
        description="plays that must end as you say, tested by `pitchcraft check`",
    )

    _document: Document | None = PrivateAttr(None)
    _path: Path | None = PrivateAttr(None)

    def stage(self, key: str) -> Stage:
        """The stage with this key (one of ``STAGES``)."""
        found: Stage = getattr(self, key)
        return found

    def stages(self) -> list[tuple[str, Stage]]:
        """The seven stages with their keys, in order."""
        return [(key, self.stage(key)) for key in STAGES]

    def place_of(self, path: tuple[str | int, ...]) -> Place:
        """Where in the file something stands; the file as a whole if the place is not known."""
        name = str(self._path) if self._path else f"{self.id}.yaml"
        while self._document is not None and path:
            span = self._document.places.get(path)
            if span is not None:
                return Place(name, span.value.line, span.value.column, span.value.width)
            path = path[:-1]
        return Place(name)

    @property
    def document(self) -> Document | None:
        """The file this was read from."""
        return self._document

    def attach(self, document: Document, path: Path) -> Scenario:
        """Keep the file this was read from, so that every part knows its place."""
        object.__setattr__(self, "_document", document)
        object.__setattr__(self, "_path", path)
        return self
