"""The report: its figures against a slow twin, its page whole, readable and without a network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator import paths
from simulator.cli import main
from simulator.commands.bots import bot_run
from simulator.commands.report import reports
from simulator.game.build import build_game, spots
from simulator.game.policy import Policy, worths
from simulator.game.rules import Game, State
from simulator.game.run import draw_buyer
from simulator.game.solver import Solution, solve
from simulator.report.build import percent
from simulator.report.data import BotFigures, Link
from simulator.report.flow import follow
from simulator.report.links import links
from simulator.report.spread import spread_chart, spread_table
from simulator.scenario.model import Scenario
from simulator.store.levels import Level, Levels, level_from_text, open_store
from tests.scenario_text import SMALL, broken


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PITCHCRAFT_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


def report(*args: object) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, args)])


def _scenario() -> Scenario:
    return level_from_text(SMALL, "small.yaml").scenario


class Twin:
    """Every play one by one: how often each choice is taken, and how much each play loses."""

    def __init__(self, game: Game, solution: Solution, *, best: bool) -> None:
        self.game, self.solution, self.best = game, solution, best
        self.taken: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
        self.lost: dict[Fraction, Fraction] = defaultdict(Fraction)
        self.go(game.start(), game.everyone, Fraction(1), Fraction(0))

    def weight(self, buyers: int) -> int:
        return sum(w for b, w in enumerate(self.game.weights) if buyers >> b & 1)

    def go(self, state: State, buyers: int, share: Fraction, lost: Fraction) -> None:
        if self.game.is_over(state):
            self.lost[lost] += share
            return
        worth = worths(self.game, self.solution, state, buyers)
        top = max(worth.values())
        options = [at for at in worth if worth[at] == top] if self.best else list(worth)
        for option in options:
            part = share / len(options)
            self.taken[state.node, option] += part
            more = lost + Fraction(top - worth[option], self.weight(buyers))
            for shown, still in self.game.after(state, buyers, option):
                chance = part * Fraction(self.weight(still), self.weight(buyers))
                self.go(shown.state, still, chance, more)


@pytest.mark.parametrize("best", [False, True], ids=["random", "best"])
def test_the_flow_of_plays_is_that_of_playing_them_one_by_one(best: bool) -> None:
    game = build_game(_scenario())
    solution = solve(game)
    flow, twin = follow(game, solution, best=best, spread=True), Twin(game, solution, best=best)
    for node, options in enumerate(flow.taken):
        for option, taken in enumerate(options):
            assert taken == pytest.approx(float(twin.taken[node, option]), abs=1e-9)
    span = solution.start_value - solution.random_value
    mean = sum(
        float(max(Fraction(0), 1000 * (1 - lost / span)) * share)
        for lost, share in twin.lost.items()
    )
    assert flow.step == 1
    assert sum(flow.spread.values()) == pytest.approx(1)
    # Where a play has lost nearly all, a loss shared between two steps may fall below zero.
    assert sum(score * share for score, share in flow.spread.items()) == pytest.approx(mean, abs=1)


def test_every_decision_comes_up_as_often_as_its_choices_are_taken() -> None:
    game = build_game(_scenario())
    flow = follow(game, solve(game), best=False, spread=False)
    for node, taken, reached in zip(game.nodes, flow.taken, flow.reached, strict=True):
        if not node.repeats:
            assert sum(taken) == pytest.approx(reached)


def test_links_say_what_unlocks_and_what_changes() -> None:
    found = links(spots(_scenario()))
    assert Link("leads.quay", "open.ask", "no-shows", locks=True) in found
    assert len(found) == 1


def test_json_has_the_figures(small: Path) -> None:
    done = report(small, "--json")
    assert done.exit_code == 0, done.output
    [found] = json.loads(done.stdout)["scenarios"]
    assert list(found) == ["file", "id", "title", "summary", "problems", "figures"]
    figures = found["figures"]
    assert list(figures) == [
        "digest", "states", "steps", "best", "random", "worst", "step", "players", "runs",
        "people", "notes", "stages", "links", "bots", "lines",
    ]  # fmt: skip
    assert figures["stages"][0]["key"] == "prospecting"
    assert [bot["name"] for bot in figures["bots"]] == [
        "best play", "at random", "first on screen", "last on screen", "longest words",
        "shortest words", "politest words", "greedy for trust", "greedy for value",
    ]  # fmt: skip
    for bot in figures["bots"]:
        assert sum(bot["spread"].values()) == pytest.approx(1, abs=1e-4)
    assert {line["buyer"]: line["chance"] for line in figures["lines"]} == {
        "burnt": 0.6667, "busy": 0.3333,
    }  # fmt: skip
    opener = figures["stages"][2]["decisions"][0]
    ask = opener["choices"][0]
    assert (ask["id"], ask["needs"], ask["verdict"]) == ("ask", "knows `no-shows`", "")
    assert 0 < ask["open_share"] < 1
    assert ask["best_share"] == 1
    assert opener["choices"][1]["loss"] > 0
    assert ask["taken"]["players"] is None


def test_who_waits_hears_what_is_being_done(small: Path) -> None:
    small.with_name("other.yaml").write_text(SMALL.replace("id: small", "id: other"))
    told: list[str] = []
    reports(str(small.parent), told.append)
    assert told == [
        "Proving 2 scenarios ...",
        f"Following all runs of {'other' if 'other' in told[1] else 'small'}.yaml (1 of 2) ...",
        f"Following all runs of {'small' if 'other' in told[1] else 'other'}.yaml (2 of 2) ...",
    ]


def test_a_report_makes_no_folder_for_players(small: Path, home: Path) -> None:
    (home / "solutions").mkdir(parents=True)
    shutil.rmtree(home)
    assert report(small, "--json").exit_code == 0
    assert not (home / "runs.journal").exists()


def test_people_who_played_here_are_on_the_map(small: Path, home: Path) -> None:
    home.mkdir()
    level = level_from_text(SMALL, "small.yaml")
    with open_store(Levels([level])) as store:
        for seed in range(1, 5):
            run = replace(bot_run(level, Policy.BEST, seed), player="Ada", id=f"run-{seed}")
            store.record(run, SMALL)
    [found] = json.loads(report(small, "--json").stdout)["scenarios"]
    assert (found["figures"]["runs"], found["figures"]["players"]) == (4, 1)
    assert found["figures"]["people"] == {
        "name": "people", "mean": 1000, "passes": 1, "spread": {"1000": 1}, "exact": True,
    }  # fmt: skip
    assert found["figures"]["stages"][0]["decisions"][0]["players_lost"] == 0
    assert found["figures"]["stages"][0]["decisions"][0]["players_right"] == 1
    quay = found["figures"]["stages"][0]["decisions"][0]["choices"][0]
    assert quay["taken"]["players"] == 1
    report(small, "--html", "page.html")
    assert "mean score of 4 runs by 1 person" in Path("page.html").read_text(encoding="utf-8")


def _notes(level: Level, policy: Policy) -> dict[str, list[list[str]]]:
    """What stands out when a dozen people play by a policy, as title: decisions and words."""
    paths.home_dir().mkdir()
    with open_store(Levels([level])) as store:
        for seed in range(1, 13):
            run = replace(bot_run(level, policy, seed), player="Ada", id=f"{policy}-{seed}")
            store.record(run, SMALL)
    [found] = json.loads(report("small.yaml", "--json").stdout)["scenarios"]
    return {note["title"]: note["points"] for note in found["figures"]["notes"]}


def test_what_stands_out_without_people_is_where_most_is_at_stake(small: Path) -> None:
    [found] = json.loads(report(small, "--json").stdout)["scenarios"]
    [first, *_] = found["figures"]["notes"]
    assert first["title"] == "Where most is at stake"
    assert first["advice"] == (
        "The sale is decided here: its cues and its explanations deserve the most care."
    )
    stakes = {one["id"]: one for stage in found["figures"]["stages"] for one in stage["decisions"]}
    most = sorted((one["at_stake"] for one in stakes.values()), reverse=True)[:3]
    assert [stakes[name]["at_stake"] for name, _ in first["points"]] == most


def test_people_who_choose_best_leave_decisions_that_everybody_gets_right(small: Path) -> None:
    assert small.exists()
    found = _notes(level_from_text(SMALL, "small.yaml"), Policy.BEST)
    assert "Where people lose most" not in found
    assert ["open", ""] in found["What everybody gets right"]


def test_people_who_choose_worst_lose_most_where_it_costs_most(small: Path) -> None:
    assert small.exists()
    level = level_from_text(SMALL, "small.yaml")
    found = _notes(level, Policy.WORST)
    lost: dict[str, Fraction] = defaultdict(Fraction)
    for seed in range(1, 13):
        run = bot_run(level, Policy.WORST, seed)
        [result] = level.scorer().score([(run.choices, draw_buyer(level.game, seed))])
        for move in result.moves:
            lost[level.game.nodes[move.node].id] += Fraction(move.regret, result.scale) / 12
    worst = max(lost, key=lambda name: lost[name])
    name, told = found["Where people lose most"][0]
    assert (name, told.split(" of 100")[0]) == (worst, f"{float(lost[worst]):.1f}")
    assert "What everybody gets right" not in found


def test_the_area_of_dots_is_the_share_of_plays() -> None:
    rows = (
        BotFigures("best play", 1000, 1, {1000: 1.0}, exact=True),
        BotFigures("a <bot>", 310, 0.25, {0: 0.25, 20: 0.25, 399: 0.25, 400: 0.25}, exact=True),
    )
    drawn = spread_chart(rows, "A & B")
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for dots in drawn.iter("g"):
        if dots.get("class") == "dots":
            [circle], [title] = dots.findall("circle"), dots.findall("title")
            kind, radius = circle.get("class", "").split()[1], float(circle.get("r", ""))
            found[kind].append((title.text or "", radius**2))
    [(whole_said, whole)] = found["best"]
    assert whole_said == "best play: 100% of runs score 950 to 1000"
    assert [(told, round(area / whole, 6)) for told, area in found["under"]] == [
        ("a <bot>: 50% of runs score 0 to 49", 0.5),
        ("a <bot>: 25% of runs score 350 to 399", 0.25),
    ]
    assert [(told, round(area / whole, 6)) for told, area in found["over"]] == [
        ("a <bot>: 25% of runs score 400 to 449", 0.25),
    ]
    assert not {"script", "style", "defs"} & {part.tag for part in drawn.iter()}
    table = ["".join(row.itertext()) for row in spread_table(rows).iter("tr")]
    assert table[2] == "a <bot>31025%25%0%0%"


class Page(HTMLParser):
    """Reads a page strictly: every tag is closed in order, and nothing is asked of a network."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.asked: list[str] = []
        self.ids: list[str] = []
        self.led: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "href") and value and not value.startswith(("#", "data:")):
                self.asked.append(value)
            if name == "href" and value and value.startswith("#"):
                self.led.add(value[1:])
            if name == "id" and value:
                self.ids.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read_page(path: Path) -> tuple[str, Page]:
    text = path.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return text, page


def test_the_page_is_whole_and_asks_no_network(small: Path) -> None:
    done = report(small, "--html", "page.html")
    assert (done.exit_code, done.stdout) == (0, "")
    text, page = read_page(Path("page.html"))
    assert page.asked == []
    assert "@import" not in text
    assert "url(" not in text
    assert text.startswith("<!doctype html>\n")
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert text.count('class="choice"') == sum(
        len(node.options) for node in build_game(_scenario()).nodes
    )
    for title in ("Problems", "Where to look first", "Map", "Scores", "What each choice costs",
                  "Best play against each buyer"):  # fmt: skip
        assert f"<h2>{title}</h2>" in text
    assert page.led <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("title", ["A & B </ C < D", "</title><script>alert(1)</script>"])
def test_words_of_the_file_never_become_part_of_the_page(tmp_path: Path, title: str) -> None:
    # The second is refused by the loader, and stands in what is said about it.
    path = tmp_path / "small.yaml"
    path.write_text(broken("title: A small sale", f"title: '{title}'"))
    report(path, "--html", "page.html")
    text, _ = read_page(Path("page.html"))
    assert "&lt;/ C &lt; D" in text or "&lt;/title&gt;" in text
    assert title not in text


def test_a_folder_has_a_table_and_broken_files_are_shown_with_their_lines(small: Path) -> None:
    small.with_name("other.yaml").write_text(SMALL.replace("id: small", "id: other"))
    small.with_name("wrong.yaml").write_text(broken("day: 3", "day: three"))
    done = report(small.parent, "--html", "page.html")
    assert done.exit_code == 1, done.output
    text, page = read_page(Path("page.html"))
    whole = [name for name in page.ids if name in ("small", "other", "wrong")]
    assert whole in (["small", "other", "wrong"], ["other", "small", "wrong"])
    assert page.led <= set(page.ids)
    assert "<h1>3 scenarios</h1>" in text
    line = SMALL[: SMALL.index("day: 3")].count("\n") + 1
    assert f" wrong.yaml:{line} " in text
    assert "It cannot be played yet" in text


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("small.yaml",),
         "Say where the page shall go with --html FILE, or ask for --json."),
        (("small.yaml", "--html", "no/page.html"),
         "no/page.html cannot be written: there is no folder no."),
        (("missing.yaml", "--json"), "There is no file missing.yaml."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(
    small: Path, args: tuple[str, ...], sentence: str
) -> None:
    assert small.exists()
    done = report(*args)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"pitchcraft: {sentence}\n")


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0%"), (0.001, "<1%"), (0.004, "<1%"), (0.5, "50%"), (0.996, ">99%"), (1.0, "100%")],
)
def test_shares_are_said_without_calling_little_nothing(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.fixture(scope="module")
def shipped_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PITCHCRAFT_HOME", str(folder / "home"))
        assert report("first-call", "--html", folder / "page.html").exit_code == 0
    return folder / "page.html"


def test_the_page_of_a_shipped_level_is_small(shipped_page: Path) -> None:
    assert shipped_page.stat().st_size < 1_000_000


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 1400), ("light", 390)])
def test_a_browser_draws_it_without_a_word_on_the_console(
    shipped_page: Path, tmp_path: Path, scheme: str, width: int
) -> None:
    assert CHROMIUM is not None
    picture, page = tmp_path / "page.png", tmp_path / "page.html"
    overflow = "document.documentElement.scrollWidth > innerWidth"
    page.write_text(
        shipped_page.read_text(encoding="utf-8").replace(
            "</body>", f"<script>if ({overflow}) console.error('too wide')</script></body>"
        ),
        encoding="utf-8",
    )
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
         "--disable-quic", "--hide-scrollbars",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--enable-logging=stderr", f"--user-data-dir={tmp_path}/user",
         f"--blink-settings=preferredColorScheme={int(scheme == 'light')}",
         f"--window-size={width},1000", f"--screenshot={picture}", page.as_uri()],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not re.findall(r"CONSOLE.*", done.stderr)
    assert picture.stat().st_size > 20_000
