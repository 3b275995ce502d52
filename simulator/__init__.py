"""Pitchcraft: a sales-training simulator whose scenarios are solved exactly.

The map of the house; data flows one way, and imports point only to the right::

    YAML -> Scenario -> Game -> Run (choices) -> Result -> Entry -> views

    cli > terminal | window > store | check > game > scenario > problems | paths

* ``problems``  what can be wrong and where: values for authors, exceptions for callers
* ``paths``     where scenarios, assets and the player's own files lie
* ``scenario``  what authors write: the model and the loader, the only door to YAML
* ``game``      pure rules, runs, exact solver, score and review
* ``check``     what is wrong with a scenario
* ``store``     players, runs and leaderboards: the only door to SQL
* ``terminal``  a game played in plain lines
* ``window``    a game played in a window: the only door to pygame
* ``cli``       the commands
"""

__version__ = "0.1.0"
