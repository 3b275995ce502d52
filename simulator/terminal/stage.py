"""In a play: what is to be decided, what a choice led to, and what can be looked up."""

from __future__ import annotations

from simulator.game.play import ChoiceView, Play, Prompt, Told
from simulator.game.review_words import feels, kept_in_words
from simulator.scenario.model import Choice
from simulator.scenario.words import ALONE, METER_MAX, STAGES, Face, called
from simulator.store.levels import Level
from simulator.terminal import figures
from simulator.terminal.lines import Lines

"""The stages in which the prospect is not there, so there is no face to tell of."""


def show_opening(lines: Lines, play: Play, stage: str) -> None:
    """How a stage begins."""
    number = list(STAGES).index(stage) + 1
    lines.heading(f"Stage {number} of {len(STAGES)}: {STAGES[stage]}")
    lines.say(play.fill(play.scenario.stage(stage).intro))


def show_prompt(lines: Lines, play: Play, prompt: Prompt) -> None:
    """The decision and its choices, with their numbers."""
    lines.say()
    _show_scene(lines, play, prompt)
    lines.say(f"Your task: {prompt.task}.")
    if prompt.unit:
        left = f"You have {_amount(prompt.left, prompt.unit)} left of {prompt.budget}."
        lines.say(left)
    if prompt.slots:
        _show_slots(lines, prompt)
    for choice in prompt.choices:
        lines.item(choice.number, _choice(play, prompt, choice), indent=1)


def _show_scene(lines: Lines, play: Play, prompt: Prompt) -> None:
    is_again = bool(play.steps) and play.spots[play.steps[-1].state.node].decision is (
        prompt.decision
    )
    if is_again:
        return
    if prompt.decision.day is not None:
        lines.say(f"Day {prompt.decision.day} after the decision.")
    if prompt.scene:
        lines.say(prompt.scene)
    if prompt.prospect:
        name = play.scenario.prospect.name
        lines.say(f"{name}, looking {prompt.face.value}: {prompt.prospect}")


def _show_slots(lines: Lines, prompt: Prompt) -> None:
    """Emphasis: the features that share the minutes, and which one is asked now."""
    for number, slot in enumerate(prompt.slots, 1):
        if slot.is_current:
            where = f"Feature {number} of {len(prompt.slots)}, {slot.name}: {slot.benefit}."
            lines.say(f"{where} How many minutes?")
        elif slot.minutes is not None:
            lines.say(f"Given: {slot.name}, {_amount(slot.minutes, 'minutes')}.")
        elif prompt.slots[0].is_current:
            # Said once, with the first feature: later on it would only be in the way.
            offered = ", ".join(str(minutes) for minutes in slot.offered)
            lines.say(f"Still to come: {slot.name} ({offered} minutes), {slot.benefit}.")


def _choice(play: Play, prompt: Prompt, view: ChoiceView) -> str:
    if view.is_used:
        return f"{view.say} (Done already.)"
    parts = [_sentence(mark) for mark in _marks(play, view.choice)] if view.choice else []
    if prompt.slots and view.choice:
        parts.insert(0, f"{_amount(view.choice.minutes or 0, 'minutes')}:")
    parts.append(view.say)
    if view.choice and view.choice.draft and view.is_legal:
        parts.append(f"It reads: {' '.join(play.fill(view.choice.draft).split())}")
    if view.locked_hint and not view.is_legal:
        parts.append(f"(Locked: {view.locked_hint})")
    elif prompt.unit and not prompt.slots and view.choice:
        parts.append(f"(Takes {_amount(view.cost, prompt.unit)}.)")
    return " ".join(parts)


def _marks(play: Play, choice: Choice) -> list[str]:
    """What stands on a choice besides its words: the lead's card, the channel, the terms."""
    marks = [play.fill(choice.label)] if choice.label else []
    if choice.lead:
        marks.append(f"{play.fill(choice.lead.company)}, from {choice.lead.source.value}")
        marks += [play.fill(signal) for signal in choice.lead.signals]
    for word in (choice.channel, choice.move, choice.technique, choice.touch):
        if word:
            marks.append(called(word))
    if choice.subject:
        marks.append(f"Subject: {play.fill(choice.subject)}")
    if choice.terms:
        marks.append("Terms: " + ", ".join(play.fill(term) for term in choice.terms))
    return marks


def _sentence(mark: str) -> str:
    """A mark as a sentence: a capital in front, and a full stop unless it has its own end."""
    ended = mark.rstrip('"”’)').endswith((".", "!", "?"))
    return mark[:1].upper() + mark[1:] + ("" if ended else ".")


def _amount(number: int, unit: str) -> str:
    """A number of a budget's unit; the unit is written for many, as authors write it."""
    return f"{number} {unit[:-1] if number == 1 and unit.endswith('s') else unit}"


def show_told(lines: Lines, level: Level, play: Play, told: Told) -> None:
    """What the last choice led to, and what the coach says if the stage is over."""
    step = play.steps[-1]
    lines.say()
    lines.say(f"You: {told.said}")
    if told.reply:
        lines.say()
        lines.say(told.reply)
    before = play.told[-2].face if len(play.told) > 1 else Face.NEUTRAL
    if told.face is not before and told.stage not in ALONE:
        lines.say(f"{play.scenario.prospect.name} looks {told.face.value}.")
    for change in figures.changes(play.meters(step.state), play.meters(step.after)):
        lines.say(change)
    for fact in told.learned:
        lines.say(f"New in your notebook: {fact.note}")
    if told.outcome:
        lines.say(f"Where the sale stands: {told.outcome.title} ({called(told.outcome.kind)}).")
    if told.stage_over:
        _show_recap(lines, level, play, told.stage_over)


def _show_recap(lines: Lines, level: Level, play: Play, stage: str) -> None:
    """The coach's words after a stage, what it changed, and how much of it was kept."""
    lines.say()
    lines.say(f"{STAGES[stage]} is over.")
    lines.say(f"The coach: {play.fill(play.scenario.stage(stage).coach)}")
    steps = [step for step in play.steps if play.spots[step.state.node].stage == stage]
    moved = figures.changes(play.meters(steps[0].state), play.meters(steps[-1].after))
    lines.say(f"Over this stage: {' '.join(moved) or 'nothing changed.'}")
    kept = level.kept(play, stage)
    if kept is not None:
        lines.say(kept_in_words(kept))
    elif level.is_solved:
        lines.say("Nothing was at stake here: every choice was worth the same.")
    else:
        lines.say("How well you chose is still being worked out. You will see it in the review.")


def show_notebook(lines: Lines, play: Play) -> None:
    """The facts known."""
    facts = play.notebook()
    lines.heading("Notebook")
    if not facts:
        lines.say("Nothing yet. What you learn by calls, research and good questions stands here.")
    for number, fact in enumerate(facts, 1):
        lines.item(number, fact.note)


def show_meters(lines: Lines, play: Play) -> None:
    """The meters, each with what it tells."""
    lines.heading(f"{feels(play)}, each from 0 to {METER_MAX}")
    for meter in play.meters():
        tells = f": {play.fill(meter.about)}" if meter.about else ""
        lines.say(f"{meter.name} {meter.value}{tells}.")


def show_transcript(lines: Lines, play: Play) -> None:
    """All that was said so far."""
    lines.heading("Transcript")
    if not play.told:
        lines.say("Nothing has been said yet.")
    stage = ""
    for told in play.told:
        if told.stage != stage:
            stage = told.stage
            lines.say(f"{STAGES[stage]}:")
        lines.say(f"You: {told.said}", indent=3)
        if told.reply:
            lines.say(told.reply, indent=3)
