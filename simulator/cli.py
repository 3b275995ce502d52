"""The commands: reads arguments, wires the parts together, prints, and sets exit codes.

0 is fine, 1 means problems were found, 2 that the command cannot run. Nothing heavy is imported
before the command that needs it runs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator import __version__
from simulator.problems import PitchcraftError, ScenarioError

if TYPE_CHECKING:
    from simulator.store.levels import Levels

POLICIES = ("best", "random", "worst", "first", "last", "longest", "shortest", "politest")
SEED = click.IntRange(0, 2**63 - 1)


class Commands(click.Group):
    """The group of commands; without one it plays, and every error is one plain sentence."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line and leave with its exit code."""
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
            sys.stdout.flush()
        except ScenarioError as error:
            _tell_problems(error)
            code = 2
        except PitchcraftError as error:
            code = _fail(str(error))
        except click.Abort:
            code = _fail("Stopped.")
        except click.ClickException as error:
            code = _fail(" ".join(error.format_message().split()))
        except BrokenPipeError:
            # Whoever reads our output has gone; there is nobody left to tell.
            sys.stderr.close()
            code = 0
        sys.exit(code if isinstance(code, int) else 0)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let ``pitchcraft`` alone, or with an option of play, mean ``pitchcraft play``."""
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        return super().parse_args(ctx, args)


def _fail(sentence: str) -> int:
    click.echo(f"pitchcraft: {sentence}", err=True)
    return 2


def _tell_problems(error: ScenarioError) -> None:
    _fail(str(error))
    if error.problems:
        from simulator.scenario.show import as_text

        click.echo(as_text(error.problems), err=True)


def _levels() -> Levels:
    from simulator.store.levels import Levels, levels_at_hand

    return Levels(levels_at_hand()[0])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pitchcraft")
def main() -> None:
    """Practise a sale from the first lead to the ninetieth day, and see what each choice cost.

    Without a command it plays.
    """


@main.command()
@click.argument("scenario", required=False)
@click.option("--terminal", is_flag=True, help="Play in plain lines instead of a window.")
@click.option("--player", metavar="NAME", help="Who plays; added if new.")
@click.option("--seed", type=SEED, help="Play the same day again: the same buyer and order.")
def play(scenario: str | None, player: str | None, seed: int | None, *, terminal: bool) -> int:
    """Play a level; SCENARIO is an id or a path to a file."""
    from simulator.commands.playing import start_play

    return start_play(scenario, player, seed, terminal=terminal)


@main.command()
@click.argument("scenario")
@click.option("--policy", type=click.Choice(POLICIES), required=True, help="How the bot chooses.")
@click.option("--seed", type=SEED, default=1, show_default=True, help="The first run's seed.")
@click.option("--runs", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def bot(scenario: str, policy: str, seed: int, runs: int, out: Path | None) -> int:
    """Play without a screen and write run files, one JSON object a line.

    Run after run takes the next seed.
    """
    from simulator.commands.bots import bot_lines
    from simulator.game.policy import Policy
    from simulator.store.files import write_whole
    from simulator.store.levels import load_level

    lines = bot_lines(load_level(scenario), Policy(policy), seed, runs)
    if out is None:
        for line in lines:
            click.echo(line)
        return 0
    try:
        write_whole(out, "".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        return _fail(f"{out} cannot be written: {error.strerror}.")
    return 0


@main.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with every step.")
@click.option(
    "--scenario", multiple=True, help="A scenario the runs were played on, if not shipped."
)
def replay(file: Path, scenario: tuple[str, ...], *, as_json: bool) -> int:
    """Compute the scores of run files again from their inputs; FILE may be - for standard input."""
    from simulator.commands import replays
    from simulator.store.levels import load_level

    levels = _levels()
    for name in scenario:
        levels.add(load_level(name))
    tellers: dict[str, replays.Teller] = {}
    wrong = 0
    try:
        with click.open_file(str(file), encoding="utf-8", errors="replace") as lines:
            for found in replays.replay(lines, levels):
                if found.level is None or found.run is None or found.result is None:
                    click.echo(f"pitchcraft: {file}, line {found.number}: {found.error}", err=True)
                    wrong += 1
                elif as_json:
                    teller = tellers.get(found.run.digest)
                    if teller is None:
                        teller = tellers[found.run.digest] = replays.Teller(found.level)
                    sys.stdout.write(teller.line(found.run, found.result) + "\n")
                else:
                    click.echo(replays.as_text(found))
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(f"{file} cannot be read: {error.strerror}.")
    return 1 if wrong else 0


@main.command()
@click.argument("scenario")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@click.option("--fresh", is_flag=True, help="Solve again, whatever was kept.")
def prove(scenario: str, *, as_json: bool, fresh: bool) -> int:
    """Solve a scenario exactly and show its figures."""
    import json

    from simulator.commands.proofs import prove
    from simulator.store.levels import load_level

    proof = prove(load_level(scenario), fresh=fresh)
    click.echo(json.dumps(proof.as_json()) if as_json else proof.as_text())
    return 0


@main.command()
@click.argument("path", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--no-proof", is_flag=True, help="Leave out what only the solver can find.")
@click.option("--fix", is_flag=True, help="Mend what one line mends, and nothing else.")
@click.option(
    "--explain",
    metavar="CODE|KEY",
    help="Say what a code or a key of files means; `all`, `keys`: list them.",
)
def check(
    path: tuple[Path, ...],
    form: str,
    explain: str | None,
    *,
    strict: bool,
    no_proof: bool,
    fix: bool,
) -> int:
    """Say all that is wrong with scenario files; PATH may be a folder of them.

    Exit 0 means nothing has to be mended, 1 that something has, 2 that PATH cannot be checked.
    Errors have to be mended, with --strict warnings too; hints never.
    """
    if explain:
        from simulator.check.explain import explain as page

        click.echo(page(explain))
        return 0
    if not path:
        return _fail("Name a scenario file, or a folder of them.")
    from simulator.check.files import shown
    from simulator.commands.checks import checked, mended

    for done in mended(path, proof=not no_proof) if fix else ():
        click.echo(done, err=True)
    found = checked(path, proof=not no_proof)
    text = shown(found, form)
    if text:
        click.echo(text)
    return int(any(one.fails(strict=strict) for one in found))


@main.command()
@click.argument("scenario")
def preview(scenario: str) -> int:
    """Play a scenario while you write it: each save shows at once.

    Nothing of it is saved or counted. Keys F2 to F9 open the file at the line that is shown, jump
    to any decision, show what is hidden, change the buyer, and record the play as a check.
    """
    from simulator.commands.playing import has_display
    from simulator.problems import DisplayError

    if not has_display():
        raise DisplayError(
            "There is no display here, and a preview needs a window. `pitchcraft check` and"
            " `pitchcraft play --terminal` need none."
        )
    from simulator.window.preview.start import preview_window

    return preview_window(scenario)


@main.command()
@click.argument("scenario", required=False)
@click.option("--by", type=click.Choice(["best", "first", "latest"]), default="first",
              show_default=True, help="Which of a player's runs counts.")  # fmt: skip
@click.option("--team", is_flag=True, help="Teams instead of players.")
@click.option("--json", "as_json", is_flag=True, help="The board as one JSON list.")
def board(scenario: str | None, by: str, *, team: bool, as_json: bool) -> int:
    """Show the leaderboard of a scenario, or of all of them together."""
    from simulator.commands.boards import board_rows, shown

    rows = board_rows(scenario, by, team=team)
    click.echo(shown(rows, scenario, by, team=team, as_json=as_json))
    return 0


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--size", default="1280x720", show_default=True, metavar="WxH")
@click.option("--text-scale", type=click.FloatRange(0.8, 2.0), default=1.0, show_default=True)
@click.option("--theme", type=click.Choice(["light", "dark", "high-contrast"]), default="light",
              show_default=True)  # fmt: skip
def gallery(folder: Path, size: str, text_scale: float, theme: str) -> int:
    """Draw every screen to PNG files in FOLDER; needs no display."""
    import re

    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", size)
    if not found:
        return _fail(f"`{size}` is not a size; write width x height, such as 1280x720.")
    from simulator.commands.pictures import draw

    for drawn in draw(folder, (int(found[1]), int(found[2])), text_scale, theme):
        click.echo(str(drawn))
    return 0


@main.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def schema(out: Path | None) -> int:
    """Print the JSON Schema of scenario files, for editors that help while you write."""
    from simulator.commands.output import give
    from simulator.scenario.schema import schema_text

    give(schema_text(), out)
    return 0


@main.command()
@click.argument("name", metavar="ID")
@click.option("--template", type=click.Choice(["blank", "crm", "short"]), default="short",
              show_default=True, help="What to start from.")  # fmt: skip
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path(),
              metavar="DIR", help="The folder to write to; by default this one.")  # fmt: skip
def new(name: str, template: str, folder: Path) -> int:
    """Write ID.yaml: a whole level to play at once and to make your own, with notes that teach."""
    from simulator.commands.new import new_scenario

    for line in new_scenario(name, template, folder):
        click.echo(line)
    return 0


@main.command()
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True, help="The differences as one JSON object.")
def diff(old: str, new: str, *, as_json: bool) -> int:
    """Say what differs in meaning between two versions of a scenario, and whether runs count.

    Exit 0 means that the rules are the same, whatever the words; 1 that they differ.
    """
    from simulator.commands.diff import difference
    from simulator.store.levels import load_level

    found = difference(load_level(old), load_level(new))
    click.echo(found.as_json() if as_json else found.as_text())
    return 0 if found.is_same else 1


def _tell_waiting(sentence: str) -> None:
    """Say what takes so long to whoever sits there; a log does not need it."""
    if sys.stderr.isatty():
        click.echo(sentence, err=True)


@main.command()
@click.argument("scenario", metavar="SCENARIO|FOLDER")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write one page that needs no network.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def report(scenario: str, html: Path | None, *, as_json: bool) -> int:
    """Draw a scenario, or all in a folder: its map, what choices cost, how bots and people play.

    Exit 1 means that the report was made, and that a scenario in it cannot be played yet.
    """
    if html is None and not as_json:
        return _fail("Say where the page shall go with --html FILE, or ask for --json.")
    from simulator.commands import report as made
    from simulator.commands.output import give, write_file

    found = made.reports(scenario, _tell_waiting)
    if html is not None:
        write_file(html, made.as_html(found))
    if as_json:
        give(made.as_json(found), None)
    return int(made.has_errors(found))
