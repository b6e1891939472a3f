"""What `docs/rest.md` says of each step by REST."""

from dataclasses import dataclass
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.steps import takers
from pathlib import Path
from typing import Any
import json
import re


RECORD = Path(__file__).parents[2] / "docs" / "rest.md"
NO_FIELDS = "- no fields"


@dataclass(frozen=True)
class Documented:
    """A step's lines on who may, its fields with their kinds, its example."""

    granted: list[str]
    fields: dict[str, str]
    example: dict[str, Any]


def documented() -> dict[str, Documented]:
    """The steps of the record: each has a heading of the third level."""
    parts = re.split(r"^### (\w+)$", RECORD.read_text(encoding="utf-8"), flags=re.M)
    return {
        step: _read(re.split(r"^## ", text, flags=re.M)[0])
        for step, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def _read(text: str) -> Documented:
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    named = [line for line in lines if line.startswith("- fields: ")]
    fields = re.findall(r"`(\w+)` ([\w ]+)", named[0]) if named else []
    block = re.search(r"```json\n(.*?)```", text, re.S)
    return Documented(
        granted=[line[2:] for line in lines if line not in (*named, NO_FIELDS)],
        fields=dict(fields),
        example=json.loads(block[1]) if block else {},
    )


def granted(step: str) -> list[str]:
    """Who may take the step in which states, a line for those who may alike."""
    lines: dict[str, list[str]] = {}
    for state in State:
        roles = ", ".join(r for r in ROLES if r in takers(step, state))
        if roles:
            lines.setdefault(roles, []).append(state.value)
    return [f"{roles}: {', '.join(states)}" for roles, states in lines.items()]
