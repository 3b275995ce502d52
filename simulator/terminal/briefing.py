"""Before a play: the list of levels, and what a trainee should know about one."""

from __future__ import annotations

from simulator.game.debrief import stars_of
from simulator.game.play import Play
from simulator.game.review_words import SCORING, STAGES_SAID, stars_in_words
from simulator.game.run import Run
from simulator.scenario.words import STAGES
from simulator.store.levels import Level
from simulator.store.session import Session
from simulator.terminal import figures
from simulator.terminal.lines import Lines


def show_levels(lines: Lines, session: Session) -> None:
    """The levels with their numbers, and how the player stands in each."""
    lines.heading("Levels")
    for number, level in enumerate(session.levels, 1):
        about = level.scenario.level
        lines.item(number, f"{level.scenario.title} ({level.scenario.id})")
        lines.say(f"About {about.minutes} minutes, {about.difficulty}.", indent=3)
        lines.say(level.scenario.summary, indent=3)
        lines.say(_standing(session, level), indent=3)


def _standing(session: Session, level: Level) -> str:
    if session.player is None:
        return "You play as a guest: nothing is recorded."
    scores = [
        entry.score
        for entry in session.store.runs(session.player.handle, level.scenario.id)
        if entry.score is not None and entry.run.digest == level.game.digest
    ]
    if not scores:
        return "You have not finished it yet."
    best = max(scores)
    played = figures.counted(len(scores), "time")
    stars = stars_in_words(stars_of(best)).lower()
    return f"Finished {played}; your best: {best} of 1000, {stars}."


def show_briefing(lines: Lines, level: Level) -> None:
    """The situation, the offer and the goal, as anyone could know them."""
    scenario = level.scenario
    play = Play(scenario, level.game, Run(scenario.id, level.game.digest, 0))
    fill = play.fill
    lines.heading(f"Briefing: {scenario.title}")
    lines.say(f"About {scenario.level.minutes} minutes, {scenario.level.difficulty}.")
    lines.say(fill(scenario.summary))
    lines.say()
    lines.say(f"Your goal: {fill(scenario.goal)}")
    who = scenario.prospect
    lines.say()
    lines.say(f"The prospect: {who.name}, {who.role}, {who.company} ({who.industry}).")
    lines.say(fill(who.about))
    lines.say()
    lines.say(f"You sell: {scenario.product.name}, by {scenario.product.seller}.")
    lines.say(fill(scenario.product.about))
    for feature in scenario.product.features:
        lines.say(f"{fill(feature.name)}: {fill(feature.benefit)}.", indent=3)
    lines.say()
    lines.say("What you watch, each from 0 to 20:")
    for meter in play.meters():
        tells = f": {fill(meter.about)}" if meter.about else ""
        lines.say(f"{meter.name}, {meter.value} at the start{tells}.", indent=3)
    if scenario.level.trains:
        lines.say(f"It trains: {'; '.join(scenario.level.trains)}.")
    lines.say(f"{STAGES_SAID} The stages: {', '.join(STAGES.values())}.")
    lines.say()
    lines.say(f"How you are scored: {' '.join(SCORING)}")
