"""Blocks that an editor offers while a scenario is written: ``${1:...}`` is a place to fill in.

Each fits the part of the model it is listed under; a test reads every one of them with it.
"""

from __future__ import annotations

from typing import Any, Final

_ID = "${1:short-name}"
_SAY = "${2:What you say or do.}"
_WHY = "${9:Why this is good or poor.}"

SNIPPETS: Final[dict[str, list[dict[str, Any]]]] = {
    "Choice": [
        {
            "label": "choice",
            "description": "What you say, what it changes, what comes back, and why",
            "body": {
                "id": _ID,
                "say": _SAY,
                "effects": {"trust": "up"},
                "reply": "${3:What the prospect answers.}",
                "why": _WHY,
            },
        },
        {
            "label": "choice that must be earned",
            "description": "Locked until a fact is known, with a hint why",
            "body": {
                "id": _ID,
                "say": _SAY,
                "needs": {"known": "${3:fact}"},
                "locked hint": "${4:What you would have to know.}",
                "effects": {"value": "up a lot"},
                "reply": "${5:What the prospect answers.}",
                "why": _WHY,
            },
        },
        {
            "label": "choice that depends on the buyer",
            "description": "One buyer takes it otherwise and says so",
            "body": {
                "id": _ID,
                "say": _SAY,
                "effects": {"trust": "up"},
                "reply": "${3:What most buyers answer.}",
                "cases": [
                    {
                        "when": {"buyer": "${4:buyer}"},
                        "effects": {"trust": "down"},
                        "reply": "${5:What this buyer answers.}",
                    }
                ],
                "why": _WHY,
            },
        },
        {
            "label": "choice that settles the sale",
            "description": "Sets the outcome (closing)",
            "body": {
                "id": _ID,
                "say": _SAY,
                "technique": "direct ask",
                "outcome": "${3:outcome}",
                "reply": "${4:What the prospect answers.}",
                "why": _WHY,
            },
        },
    ],
    "Decision": [
        {
            "label": "decision: choose one",
            "description": "The prospect speaks, you choose one answer",
            "body": {
                "id": _ID,
                "task": "${2:What you have to do}",
                "prospect": "${3:What the prospect says.}",
                "choices": [
                    {"id": "${4:first}", "say": "${5:One answer.}", "why": "${6:Why.}"},
                    {"id": "${7:second}", "say": "${8:Another.}", "why": "${9:Why.}"},
                ],
            },
        },
        {
            "label": "decision: spend a budget",
            "description": "Several picks, each once, until the budget is gone",
            "body": {
                "id": _ID,
                "task": "${2:Spend three hours finding out}",
                "spend": {"${3:hours}": 3},
                "choices": [
                    {"id": "${4:first}", "say": "${5:Read this.}", "cost": 2, "why": "${6:Why.}"},
                    {"id": "${7:second}", "say": "${8:Ask him.}", "cost": 1, "why": "${9:Why.}"},
                ],
            },
        },
        {
            "label": "decision: share minutes over features",
            "description": "How long each feature of the product may take (presentation)",
            "body": {
                "id": _ID,
                "task": "${2:Share out ten minutes}",
                "minutes": 10,
                "features": [
                    {
                        "feature": "${3:feature}",
                        "choices": [
                            {
                                "id": "skip",
                                "minutes": 0,
                                "say": "Leave it out.",
                                "why": "${4:Why.}",
                            },
                            {"id": "show", "minutes": 4, "say": "Show it.", "why": "${5:Why.}"},
                        ],
                    }
                ],
            },
        },
    ],
    "Case": [
        {
            "label": "case",
            "description": "What happens instead when something holds",
            "body": {
                "when": {"${1|known,chose,buyer|}": "${2:id}"},
                "effects": {"trust": "down"},
                "reply": "${3:What is answered instead.}",
            },
        }
    ],
    "Bonus": [
        {
            "label": "bonus",
            "description": "What happens as well when something holds",
            "body": {"when": {"known": "${1:fact}"}, "effects": {"value": "up"}},
        }
    ],
    "Buyer": [
        {
            "label": "buyer",
            "description": "A hidden truth, and what could have told it",
            "body": {
                "id": _ID,
                "name": "${2:What the debrief calls this buyer}",
                "weight": 1,
                "truth": "${3:What was really going on.}",
                "cues": ["${4:What an attentive player could have noticed.}"],
            },
        }
    ],
    "Fact": [
        {
            "label": "fact",
            "description": "Something the trainee can learn",
            "body": {"id": _ID, "note": "${2:What the notebook says.}"},
        }
    ],
    "Outcome": [
        {
            "label": "outcome",
            "description": "A way in which the sale can end",
            "body": {
                "id": _ID,
                "kind": "order",
                "title": "${2:The ending in a few words}",
                "text": "${3:The ending as the trainee reads it.}",
            },
        }
    ],
    "PointRule": [
        {
            "label": "points for an outcome",
            "description": "What an ending is worth",
            "body": {
                "when": {"outcome": "${1:outcome}"},
                "points": 60,
                "because": "${2:What it is for}",
            },
        },
        {
            "label": "points per meter",
            "description": "Every point of a meter counts",
            "body": {"points": 1, "per": "trust", "because": "${1:Trust you kept}"},
        },
    ],
    "Check": [
        {
            "label": "check",
            "description": "A path that must stay as it is",
            "body": {
                "name": "${1:what it shows}",
                "choose": ["${2:choice}"],
                "expect": {"outcome": "${3:outcome}"},
            },
        }
    ],
    "Episode": [
        {
            "label": "episode",
            "description": "A line of the ninety days after",
            "body": {"day": 30, "when": {"outcome": "${1:outcome}"}, "text": "${2:What happens.}"},
        }
    ],
}
"""By the name of the part of the model: a label, what it is for, and the block."""
