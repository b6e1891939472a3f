"""What has to be looked at where a programme arrived."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.exports.programme_file import write
from plone import api
from tests.exports.programme import carry
from tests.exports.programme import MOMENT
from tests.exports.programme import notes
from tests.exports.programme import set_land
from tests.exports.programme import take_in
import json


def test_a_contact_that_is_known_is_asked_again(call, elsewhere):
    made = carry(call, elsewhere).programme
    assert made.contact == call.contact


def test_a_contact_that_says_the_same_is_not_made_twice(call, elsewhere):
    content = json.loads(write(call))
    content["programme"]["contact"] = "0" * 32
    assert take_in(content, elsewhere).programme.contact == call.contact


def test_a_contact_from_elsewhere_is_made_and_has_to_be_published(call, elsewhere):
    content = json.loads(write(call))
    content["programme"]["contact"] = "0" * 32
    content["contact"]["title"] = "Anderes Büro"
    imported = take_in(content, elsewhere)
    (contact,) = (i for i in elsewhere.objectValues() if i.portal_type == "Kontakt")
    assert imported.programme.contact == contact.UID()
    assert (contact.title, contact.phone) == ("Anderes Büro", "0711 1234")
    assert "Ansprechperson" in notes(imported)


def test_what_leads_to_nothing_here_is_left_out_and_said(call, elsewhere):
    content = json.loads(write(call))
    content["programme"] |= {"callback_form": "0" * 32, "contact": "0" * 32}
    content["contact"] = None
    content["pillars"][0]["dialogues"] = ["0" * 32]
    imported = take_in(content, elsewhere)
    made = imported.programme
    assert (made.callback_form, made.contact) == (None, None)
    assert made["saeule-1"].dialogues == ()
    for word in ("Rückruf", "Ansprechperson", "Dialogprogramme", "Gruppen"):
        assert word in notes(imported)


def test_words_of_dead_links_stay(call, elsewhere):
    known = call.UID()
    text = (
        f'<p><a href="resolveuid/{"0" * 32}">tot</a> '
        f'<img src="resolveuid/{"1" * 32}/@@images/image" alt=""/>'
        f'<a href="resolveuid/{known}">da</a> <a href="https://example.org">fort</a></p>'
    )
    imported = carry(call, elsewhere, text=text)
    raw = imported.programme.text.raw
    assert "tot" in raw and "0" * 32 not in raw and "<img" not in raw
    assert known in raw and "https://example.org" in raw
    assert "Links" in notes(imported)


def test_an_instant_stays_the_same_in_another_zone_and_is_to_be_looked_at(
    call, elsewhere
):
    content = json.loads(write(call)) | {"zone": "Europe/London"}
    imported = take_in(content, elsewhere)
    assert imported.programme.deadline == call.deadline
    assert "Zeitzone" in notes(imported)


def test_a_deadline_that_other_holidays_move_is_to_be_looked_at(call, elsewhere):
    call.deadline = datetime(2030, 10, 31, 22, 59, tzinfo=UTC)
    content = json.loads(write(call))
    assert "Feiertage" not in notes(take_in(content, elsewhere))
    with api.env.adopt_roles(["Manager"]):
        # Reformation Day is none in Baden-Württemberg.
        set_land("SN")
    assert "Feiertage" in notes(take_in(content, elsewhere, "X1"))


def test_a_deadline_that_is_over_is_to_be_looked_at(call, elsewhere):
    late = MOMENT + timedelta(days=365)
    imported = carry(call, elsewhere, moment=late)
    assert "schon vorbei" in notes(imported)
    assert not any(
        "schon vorbei" in n.default for n in carry(call, elsewhere, "X1").to_do
    )
