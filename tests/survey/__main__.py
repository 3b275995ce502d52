"""Look at every screen in every look, and print what is wrong.

python -m tests.survey            all looks: five windows x four sizes of text x three themes
python -m tests.survey --pairs    the third of them in which every two values meet
python -m tests.survey --only debrief --only "play crm" --size 1280x720 --text 2 --theme dark

``--size`` may be any size, as 3840x2160. The exit code is 1 when something was found. A fault is
printed once with the number of pictures that have it, and the first of these.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from os import cpu_count

from simulator.window.gallery import made_up_home
from simulator.window.inspection import inspect, shortened
from tests.survey.looks import SIZES, TEXT_SCALES, THEME_NAMES, Look, pairs
from tests.survey.report import Report
from tests.survey.subjects import Surveyed


def wanted(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser("python -m tests.survey", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--pairs", action="store_true", help="a covering third of all looks")
    parser.add_argument("--only", action="append", default=[], metavar="WORDS", help="subjects")
    parser.add_argument("--size", action="append", default=[], metavar="WxH")
    parser.add_argument("--text", action="append", default=[], type=float, metavar="SCALE")
    parser.add_argument("--theme", action="append", default=[], choices=THEME_NAMES)
    parser.add_argument("--jobs", type=int, default=max(1, (cpu_count() or 1) - 1))
    parser.add_argument("--shortened", action="store_true", help="list texts with an ellipsis")
    parser.add_argument("--list", action="store_true", help="name the subjects and stop")
    return parser.parse_args(arguments)


def looks(given: argparse.Namespace) -> list[Look]:
    """The looks that are asked for."""
    sizes = [tuple(int(part) for part in size.split("x")) for size in given.size]
    chosen = product(sizes or SIZES, given.text or TEXT_SCALES, given.theme or THEME_NAMES)
    found = [Look((size[0], size[1]), text, theme) for size, text, theme in chosen]
    return [look for look in pairs() if look in found] if given.pairs else found


def look_at(look: Look, only: list[str], short: bool) -> Report:
    """Look at every subject in one look."""
    report = Report()
    with made_up_home() as (home, levels):
        for subject in Surveyed(home, levels).subjects():
            if only and not any(words in subject.name for words in only):
                continue
            for place, app in subject.pictures(look):
                found = shortened(app.record()) if short else inspect(app)
                report.add(f"{subject.name} {place}".strip(), str(look), found)
    return report


def names() -> Iterator[str]:
    """The names of all subjects."""
    with made_up_home() as (home, levels):
        yield from (subject.name for subject in Surveyed(home, levels).subjects())


def main(arguments: list[str]) -> int:
    """Survey what is asked for; returns the exit code."""
    given = wanted(arguments)
    if given.list:
        print("\n".join(names()))
        return 0
    start, report = time.monotonic(), Report()
    chosen = looks(given)
    with ProcessPoolExecutor(given.jobs) as pool:
        work = [pool.submit(look_at, look, given.only, given.shortened) for look in chosen]
        for look, done in zip(chosen, work, strict=True):
            part = done.result()
            report.join(part)
            print(f"{look}: {part.count} pictures, {len(part)} faults", file=sys.stderr)
    print(report)
    print(
        f"{report.count} pictures in {len(chosen)} looks, {len(report)} different faults,", end=""
    )
    print(f" {time.monotonic() - start:.0f} s")
    return int(len(report) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
