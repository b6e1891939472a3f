"""Save a draft."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import publish
from kommunaldialog.history.record import events
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.save import save
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import FORM
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from tests.usecases import codes
import pytest


def test_what_is_not_given_stays(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        changed = save(application, now(), core={"title": "Neuer Name"})
    assert (changed, application.title) == (("title",), "Neuer Name")
    assert application.answers["anlass"] == "Wir bauen die Ortsmitte um."
    assert application.plan.requested == Decimal("3000.00")


def test_saving_the_same_again_changes_nothing(funding):
    application = make_draft(funding)
    before = (application.revision, events(application))
    with acting("antragstellung"):
        assert save(application, now(), core={"title": application.title}) == ()
    assert (application.revision, events(application)) == before


def test_an_answer_can_be_emptied(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        save(application, now(), answers={"anlass": None})
    assert application.answers["anlass"] is None


def test_a_question_with_a_default_can_be_emptied_for_good(funding):
    with_default = """<field name="ort" type="zope.schema.TextLine">
        <title>Wo?</title><required>False</required><default>Rathaus</default>
        </field></fieldset>"""
    publish(funding, FORM.replace("</fieldset>", with_default), "webredaktion", now())
    application = make_draft(funding)
    with acting("antragstellung"):
        assert save(application, now(), answers={"ort": None}) == ("ort",)
        assert save(application, now(), answers={"ort": None}) == ()
    assert application.answers["ort"] is None


def test_the_plan_is_kept_as_a_whole(funding):
    application = make_draft(funding)
    with acting("zeichnung"):
        assert save(application, now(), plan=CostPlan()) == ("plan",)
    assert application.plan == CostPlan()


@pytest.mark.parametrize(
    "values",
    [
        {"core": {"ags": "08999002"}},
        {"core": {"reference": "KD-2026-0001"}},
        {"answers": {"keine_frage": "x"}},
    ],
)
def test_what_is_no_field_is_not_written(funding, values):
    application = make_draft(funding)
    with acting("antragstellung"), pytest.raises(KeyError):
        save(application, now(), **values)
    assert (application.ags, application.reference) == ("08999001", None)


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "webredaktion", "admin"])
def test_nobody_else_writes_into_a_draft(funding, user):
    application = make_draft(funding)
    with acting(user), pytest.raises(Unauthorized):
        save(application, now(), core={"title": "Nicht von uns"})


def test_nothing_is_written_after_the_submission(funding):
    application = make_submitted(funding)
    with acting("antragstellung"), pytest.raises(Unauthorized):
        save(application, now(), core={"title": "Zu spät"})


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("title", "x" * 201, "core_too_long"),
        ("contact_email", "niemand", "core_contact_email_wrong"),
        ("contact_email", "a@b.de, c@d.de", "core_contact_email_wrong"),
        ("contact_email", "a@b.de\nBcc: c@d.de", "core_contact_email_wrong"),
        ("pillar", "saeule-9", "core_pillar_unknown"),
        ("pillar", "vorgaenge", "core_pillar_unknown"),
    ],
)
def test_a_core_field_that_cannot_be_right_is_refused(funding, name, value, code):
    application = make_draft(funding)
    before = application.revision
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        save(application, now(), core={name: value})
    assert codes(caught) == [code]
    assert caught.value.refusals[0].field == f"core-{name}"
    assert application.revision == before


def test_what_lies_in_the_programme_beside_its_pillars_is_no_pillar(funding):
    application = make_draft(funding)
    application.pillar = "vorgaenge"
    assert "core_pillar_unknown" in {
        found.code for found in missing(application, now())
    }


@pytest.mark.parametrize(
    ("data", "changed"), [(PDF, ()), (PDF.replace(b"1.4", b"1.5"), ("konzept",))]
)
def test_the_same_file_again_is_no_change(funding, data, changed):
    application = make_draft(funding)
    again = NamedBlobFile(data, "application/pdf", "konzept.pdf")
    with acting("antragstellung"):
        assert save(application, now(), answers={"konzept": again}) == changed
