"""What the dialogues of a programme add up to."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One dialogue: keys of its municipalities; how many took part, if known."""

    municipalities: tuple[str, ...] = ()
    participants: int | None = None


@dataclass(frozen=True)
class Sums:
    """Numbers of dialogues, of municipalities and of people who took part.

    `told` is the number of dialogues whose number of participants is known.
    """

    dialogues: int
    municipalities: int
    participants: int
    told: int


def add_up(parts: Iterable[Part]) -> Sums:
    """The sums; a municipality with several dialogues is counted once."""
    parts = tuple(parts)
    told = [part.participants for part in parts if part.participants is not None]
    return Sums(
        dialogues=len(parts),
        municipalities=len({key for part in parts for key in part.municipalities}),
        participants=sum(told),
        told=len(told),
    )
