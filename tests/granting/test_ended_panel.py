"""The office's pages say that a municipality exists no more."""

from datetime import timedelta
from kommunaldialog.domain.register_ends import End
from kommunaldialog.usecases.register import end
from plone import api
from tests.granting import main
from tests.samples import AGS
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.samples_decision import make_pending
import pytest
import transaction


@pytest.mark.parametrize(
    ("maker", "view"), [(make_submitted, "vorgang"), (make_pending, "bekanntgeben")]
)
def test_case_and_steps_name_the_successor_and_lead_to_both(office, maker, view):
    application = office.make(maker)
    browser = office.opened("sachbearbeitung", application, view)
    assert "nicht mehr" not in main(browser)
    with api.env.adopt_roles(["Manager"]):
        end(End(AGS, OTHER_AGS, now().date() - timedelta(days=5)))
    transaction.commit()
    browser.reload()
    text = main(browser)
    assert "Musterstadt besteht seit dem" in text
    assert "Rechtsnachfolgerin: Beispielhausen." in text
    for key in (AGS, OTHER_AGS):
        assert browser.getLink(url=f"@@zugaenge?kommune={key}")
