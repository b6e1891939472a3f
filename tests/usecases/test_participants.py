"""Other municipalities that take part in an application."""

from datetime import timedelta
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.core import core_lines
from kommunaldialog.usecases.core import MOST_PARTICIPANTS
from kommunaldialog.usecases.review import take_up
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.submit import submit
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_kommune
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.usecases import codes
import pytest


def take_part(application, *keys):
    with acting("antragstellung"):
        return save(application, now(), core={"participants": keys})


def test_whoever_takes_part_is_kept_and_named(funding):
    draft = make_draft(funding)
    assert take_part(draft, OTHER_AGS) == ("participants",)
    line = core_lines(draft)[-1]
    assert (line.name, line.text) == ("participants", "Beispielhausen (08999002)")
    assert take_part(draft, OTHER_AGS) == ()


def test_nobody_has_to_take_part(funding):
    draft = make_draft(funding)
    assert not [r for r in missing(draft, now()) if "participants" in r.code]
    assert "participants" not in [line.name for line in core_lines(draft)]


def test_verbaende_and_kreise_take_part_too(funding):
    portal = api.portal.get()
    for key in ("08999", "089995001", "Z080001"):
        make_kommune(portal, key, f"Name {key}")
    draft = make_draft(funding)
    take_part(draft, "08999", "089995001", "Z080001")
    assert "Name Z080001 (Z080001)" in core_lines(draft)[-1].text


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ((AGS,), "core_participants_itself"),
        (("08999099",), "core_participants_unknown"),
        (("0",) * (MOST_PARTICIPANTS + 1), "core_participants_too_many"),
    ],
)
def test_whoever_can_not_take_part_is_refused(funding, keys, code):
    draft = make_draft(funding)
    with pytest.raises(Refused) as caught:
        take_part(draft, *keys)
    assert codes(caught) == [code]
    assert draft.participants == ()


def test_they_are_submitted_under_the_names_of_that_time(funding):
    draft = make_draft(funding)
    take_part(draft, OTHER_AGS)
    make_consultation(funding)
    with acting("antragstellung"):
        submission = submit(draft, now())
    assert verify(submission)
    (kommune,) = api.content.find(ags=OTHER_AGS, unrestricted=True)
    kommune._unrestrictedGetObject().title = "Neustadt"
    line = {line.name: line for line in submission.lines}["participants"]
    assert line.text == "Beispielhausen (08999002)"


def test_a_submission_without_any_reads_as_before(funding):
    draft = make_draft(funding)
    make_consultation(funding)
    with acting("antragstellung"):
        submission = submit(draft, now())
    assert verify(submission)
    assert "participants" not in str(to_json(submission))


def test_only_the_applying_municipality_counts_for_the_limits(funding):
    draft = make_draft(funding)
    take_part(draft, OTHER_AGS)
    ledger = funding.case_store().ledger
    assert (ledger.count(AGS), ledger.count(OTHER_AGS)) == (1, 0)


def test_a_clarification_can_ask_who_takes_part(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        take_up(application, now())
        due = (now() + timedelta(days=7)).date()
        ask(application, now(), text="Wer?", due=due, reopen=("core.participants",))
    with acting("antragstellung"):
        answer(application, now(), {"core": {"participants": (OTHER_AGS,)}}, "Die.")
    assert application.participants == (OTHER_AGS,)
    before, after = application.submissions
    assert verify(before)
    assert verify(after)
    assert [line.text for line in after.lines if line not in before.lines] == [
        "Beispielhausen (08999002)"
    ]
