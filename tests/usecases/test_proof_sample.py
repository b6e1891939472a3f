"""A random sample of the proofs of use, kept with what it was drawn from."""

from AccessControl import Unauthorized
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.sample import draw
from kommunaldialog.history.record import events
from kommunaldialog.usecases.proof_sample import draw_sample
from tests.domain.rows import ARRIVED
from tests.domain.rows import row
from tests.samples import acting
from tests.samples import CASE_WORKERS
from tests.samples import make_people
from tests.samples import make_programme
from tests.samples import now
import pytest


@pytest.fixture
def proofs(portal):
    """A programme with rows of eight proofs, and one grant without."""
    make_people()
    programme = make_programme(portal, case_worker_groups=(CASE_WORKERS,))
    rows = programme.case_store().rows
    for number in range(1, 10):
        received = ARRIVED if number > 1 else None
        rows[str(number)] = row(
            id=str(number), reference=f"KD-2026-{number:04}", proof_received=received
        )
    return programme


def drawn(programme, size=3, seed="4-2-6", user="sachbearbeitung"):
    with acting(user):
        return draw_sample(programme, now(), size, seed)


def test_a_sample_is_drawn_from_the_proofs_that_came_in_and_kept(proofs):
    sample = drawn(proofs, seed="  4-2-6 ")
    assert sample.population == tuple(f"KD-2026-{n:04}" for n in range(2, 10))
    assert sample.drawn == draw(sample.population, 3, "4-2-6")
    assert proofs.case_store().samples == (sample,)
    event = events(proofs.case_store())[-1]
    assert event.kind == "sample_drawn"
    assert event.changes["seed"] == ("", "4-2-6")


def test_a_sample_of_more_than_there_is_is_refused(proofs):
    with pytest.raises(Refused) as caught:
        drawn(proofs, size=9)
    assert [refusal.code for refusal in caught.value.refusals] == ["sample_size_wrong"]
    assert proofs.case_store().samples == ()


@pytest.mark.parametrize("user", ["entscheidung", "ministerium", "antragstellung"])
def test_only_case_workers_draw(proofs, user):
    with pytest.raises(Unauthorized):
        drawn(proofs, user=user)
