"""The proof figures of a scenario."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from fractions import Fraction

from simulator import paths
from simulator.game.bots import bots, play_bots
from simulator.game.build import spots
from simulator.game.policy import Policy
from simulator.game.score import Scorer
from simulator.game.solver import Solution
from simulator.store.levels import Level
from simulator.store.solutions import solution_of


@dataclass(frozen=True)
class Proof:
    """What the solver says of a scenario. Values are points, bots are mean scores."""

    level: Level
    solution: Solution
    peak_mb: int | None
    bots: dict[str, Fraction]

    def as_json(self) -> dict[str, object]:
        """The figures under the keys that other programs read."""
        found = self.solution
        return {
            "scenario": self.level.scenario.id,
            "digest": self.level.game.digest,
            "decisions": len(self.level.game.nodes),
            "information_states": found.states,
            "edges": found.edges,
            "seconds": round(found.seconds, 4),
            "peak_mb": self.peak_mb,
            "value": {
                "best": rounded(found.start_value, 4),
                "random": rounded(found.random_value, 4),
                "worst": rounded(found.worst_value, 4),
            },
            "bots": {name: rounded(score, 1) for name, score in self.bots.items()},
        }

    def as_text(self) -> str:
        """The figures for a person."""
        found = self.solution
        memory = f", at most {self.peak_mb} MB in use" if self.peak_mb else ""
        values = [float(v) for v in (found.start_value, found.random_value, found.worst_value)]
        bots = ", ".join(f"{name} {float(score):.0f}" for name, score in self.bots.items())
        return "\n".join(
            [
                f"{self.level.scenario.title} ({self.level.scenario.id})",
                f"  decisions           {len(self.level.game.nodes)}",
                f"  information states  {found.states:,} with {found.edges:,} steps between them",
                f"  solved in           {found.seconds:.2f} s{memory}",
                (
                    f"  points expected     best play {values[0]:.1f}, clicking at random"
                    f" {values[1]:.1f}, worst play {values[2]:.1f}"
                ),
                f"  mean score of bots  {bots}",
            ]
        )


def peak_mb() -> int | None:
    """The most memory this process has held so far, in MB; None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def rounded(number: Fraction, digits: int) -> float:
    """A fraction as a decimal number, rounded exactly before it becomes one."""
    return float(round(number, digits))


def prove(level: Level, *, fresh: bool) -> Proof:
    """Solve a scenario and let the bots play it. Raises SolverError for one too large."""
    solution = solution_of(level.game, paths.solutions_dir(), fresh=fresh)
    peak = peak_mb()
    scorer = Scorer(level.game, solution)
    level.use(scorer)
    players = bots(level.game, spots(level.scenario), tuple(Policy), solution)
    played = play_bots(level.game, players, scorer)
    return Proof(level, solution, peak, {one.bot.name: one.score for one in played})
