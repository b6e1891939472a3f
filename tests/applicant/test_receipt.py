"""The receipt on its page: what arrived, whatever became of it."""

from bs4 import BeautifulSoup
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.take_back import take_back
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def application(call):
    return make_submitted(call)


def words(browser, application):
    transaction.commit()
    browser.open(f"{application.absolute_url()}/@@eingang")
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def test_it_says_the_checksum_and_where_everybody_can_check_it(anna, application):
    text = words(anna, application)
    assert application.submission().sha256 in text
    assert "Sie müssen nun nichts weiter tun" in text
    assert anna.getLink("prüfen, ob diese Best").url.endswith("/@@beleg-pruefen")
    assert anna.getLink("JSON-Datei").url.endswith("/@@eingang.json")


def test_a_draft_again_it_shows_what_arrived_and_that_it_does_not_count(
    anna, application
):
    with acting("antragstellung"):
        take_back(application, now())
        save(application, now(), core={"title": "Dialog Bahnhof"})
    text = words(anna, application)
    assert "Dialog Ortsmitte" in text
    assert "zählt zurzeit nicht als eingereicht" in text
    assert "Sie müssen nun nichts weiter tun" not in text
