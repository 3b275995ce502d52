"""What a rule is: a code, a severity, a docstring with samples, and a generator of findings.

The docstring is the rule's page: a first line that names the problem, then paragraphs that say
what it means, then a sample after a line ``bad:`` and one after a line ``good:``. A test puts
every sample into a small scenario and sees the rule find the bad one and leave the good one.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulator.check.subject import Subject
from simulator.problems import Problem, Severity
from simulator.scenario.walk import KeyPath

_SAMPLE = re.compile(r"^(bad|good):$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a rule: where, what, and what to do.

    ``remedy`` says why it matters and what to do. ``fix`` is the new text of the line the finding
    stands on (empty: delete the line) where one line mends it. ``severity`` is set only where it
    differs from the rule's own, ``at`` (line, column, width) where no path names the place. A fix
    that is not ``sure`` is shown, and left to the author.
    """

    path: KeyPath
    message: str
    remedy: str
    key: bool = False
    fix: str | None = None
    severity: Severity | None = None
    at: tuple[int, int, int] | None = None
    sure: bool = True


Finder = Callable[[Subject], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A problem and the line that mends it, if one does (empty: delete the line)."""

    problem: Problem
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule's docstring says: a title, paragraphs, and the two samples as YAML."""

    title: str
    text: str
    bad: str
    good: str


@dataclass(frozen=True)
class Rule:
    """A rule about scenarios. Rules whose code starts with P need the proof."""

    code: str
    severity: Severity
    find: Finder

    @property
    def name(self) -> str:
        """A name in a few words, from the name of its function."""
        return self.find.__name__.replace("_", " ")

    @property
    def needs_proof(self) -> bool:
        """Whether it looks at the solved game."""
        return self.code.startswith("P")

    @property
    def page(self) -> Page:
        """The rule's documentation."""
        title, _, rest = inspect.cleandoc(self.find.__doc__ or "").partition("\n")
        text, *samples = _SAMPLE.split(rest)
        parts = {
            kind: inspect.cleandoc(sample)
            for kind, sample in zip(samples[::2], samples[1::2], strict=True)
        }
        return Page(title, text.strip(), parts["bad"], parts["good"])

    def judge(self, subject: Subject) -> Iterator[Judged]:
        """All that the rule finds, as problems."""
        for found in self.find(subject):
            document = subject.document
            problem = document.source.problem(
                self.code,
                found.at or document.span(found.path, key=found.key),
                found.message,
                severity=found.severity or self.severity,
                remedy=found.remedy + (" Delete this line." if found.fix == "" else ""),
                paste=found.fix or "",
            )
            yield Judged(problem, found.fix if found.sure else None)
