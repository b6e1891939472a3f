"""A random sample that whoever doubts it can draw again.

Each id is hashed together with the seed; the smallest hashes are drawn. Given the same
ids and seed, the same are drawn, in any order of the ids, with any program that knows
SHA-256. Nobody can choose a seed for a case without trying many, and each draw is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from kommunaldialog.domain.refusal import Refusal


LONGEST_SEED = 100


@dataclass(frozen=True)
class Draw:
    """A sample that was drawn at `moment` (aware) by the user `actor`.

    `population` are the reference numbers it was drawn from, sorted; `drawn` those
    that were drawn, in the order of their hashes.
    """

    actor: str
    moment: datetime
    seed: str
    population: tuple[str, ...]
    drawn: tuple[str, ...]


def sample_hash(seed: str, reference: str) -> str:
    """SHA-256 of seed, line feed, reference in UTF-8; hexadecimal."""
    return sha256(f"{seed}\n{reference}".encode()).hexdigest()


def draw(ids: Iterable[str], size: int, seed: str) -> tuple[str, ...]:
    """The `size` ids with the smallest hashes, smallest first."""
    return tuple(sorted(set(ids), key=lambda name: sample_hash(seed, name))[:size])


def check_sample(size: int | None, seed: str, population: int) -> tuple[Refusal, ...]:
    """Refuses a sample of nothing, of more than there is, or without a seed."""
    found = []
    if population == 0:
        return (Refusal("sample_nothing_there"),)
    if size is None or not 1 <= size <= population:
        found.append(Refusal("sample_size_wrong", "size", {"most": population}))
    if not seed:
        found.append(Refusal("sample_seed_missing", "seed"))
    elif len(seed) > LONGEST_SEED or "\n" in seed:
        found.append(Refusal("sample_seed_wrong", "seed", {"limit": LONGEST_SEED}))
    return tuple(found)
