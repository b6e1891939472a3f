"""A random sample of the proofs of use, for checks in depth."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.sample import check_sample
from kommunaldialog.domain.sample import Draw
from kommunaldialog.domain.sample import draw
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record


# Of the programme's case workers; whoever lists applications reads what was drawn.
DRAW_SAMPLE = "kommunaldialog: Record Consultation"


def population(programme: Foerderprogramm) -> tuple[str, ...]:
    """Reference numbers of all applications whose proof of use came in, sorted."""
    rows = programme.case_store().rows.values()
    return tuple(sorted(row.reference for row in rows if row.proof_received))


def draw_sample(
    programme: Foerderprogramm, moment: datetime, size: int | None, seed: str
) -> Draw:
    """Draws `size` proofs by `seed`; kept with what they were drawn from.

    Raises Unauthorized for who is no case worker, Refused for a sample of nothing, of
    more than there is, or without a seed.
    """
    require(DRAW_SAMPLE, programme)
    seed = printable(seed).strip()
    found = population(programme)
    refuse(check_sample(size, seed, len(found)))
    sample = Draw(current_user_id(), moment, seed, found, draw(found, size, seed))
    store = programme.case_store()
    store.samples = (*store.samples, sample)
    record(
        store,
        "sample_drawn",
        sample.actor,
        moment,
        {
            "seed": ("", seed),
            "population": ("", str(len(found))),
            "drawn": ("", ", ".join(sample.drawn)),
        },
    )
    return sample
