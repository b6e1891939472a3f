"""Signing in with another provider's account, against a provider that really runs."""

from kommunaldialog.access import book
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.sign_in import account_id
from kommunaldialog.signin import provider as provider_module
from kommunaldialog.signin.plugin import door
from plone import api
from tests.samples import AGS
from tests.samples import PASSWORD
from urllib.parse import parse_qs
from urllib.parse import urlencode
from urllib.parse import urlsplit
import pytest
import requests
import transaction


EXPIRED = "in einem anderen Fenster begonnen"


def begin(visitor, portal, **query):
    """The address at the provider to which the visitor is sent."""
    address = f"{portal.absolute_url()}/acl_users/kommunaldialog/login"
    visitor.open(f"{address}?{urlencode(query)}" if query else address)
    return visitor.headers["Location"]


def consent(address, subject, **form):
    """The provider's answer, as an address of the portal."""
    answer = requests.post(
        address, data={"sub": subject, **form}, allow_redirects=False, timeout=10
    )
    return answer.headers["Location"]


def sign_in(visitor, portal, subject, **query):
    visitor.open(consent(begin(visitor, portal, **query), subject))


def whom(visitor, portal):
    """Whether the portal greets somebody."""
    visitor.followRedirects = True
    visitor.open(f"{portal.absolute_url()}/@@meine-antraege")
    return visitor.contents


def requests_of(subject, provider):
    transaction.begin()
    user = account_id(provider, subject)
    return [one for one in book.requests() if one.user == user]


def with_other(address, **changed):
    """The address with other values in its query."""
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return parts._replace(query=urlencode({**query, **changed})).geturl()


def test_the_sign_in_page_offers_it(portal, visitor):
    visitor.open(f"{portal.absolute_url()}/login")
    assert "Anmelden mit Landeskonto" in visitor.contents
    assert "acl_users/kommunaldialog/login" in visitor.contents


def test_nothing_is_offered_before_a_provider_is_set_up(portal, visitor):
    door().issuer = ""
    transaction.commit()
    visitor.open(f"{portal.absolute_url()}/login")
    assert "Anmelden mit" not in visitor.contents
    begin_at = f"{portal.absolute_url()}/acl_users/kommunaldialog/login"
    visitor.open(begin_at)
    assert visitor.headers["Status"].startswith("400")


def test_the_portals_own_sign_in_stays(portal, visitor):
    visitor.open(f"{portal.absolute_url()}/@@overview-controlpanel")
    assert "credentials_cookie_auth" in visitor.headers["Location"]


def test_whom_the_provider_knows_is_signed_in(portal, visitor, person, provider):
    sign_in(visitor, portal, person("erika"))
    assert visitor.headers["Location"] == portal.absolute_url()
    transaction.begin()
    user = api.user.get(userid=account_id(provider, "erika"))
    assert user.getProperty("fullname") == "Erika Muster"
    assert user.getProperty("email") == "erika@kommune.example"
    assert "Erika Muster" in whom(visitor, portal)


def test_the_next_time_it_is_the_same_account(portal, visitor, person):
    for _time in range(2):
        sign_in(visitor, portal, person("erika"))
        assert visitor.headers["Status"].startswith("302")
    transaction.begin()
    assert len(door().known) == 1


def test_they_go_on_where_they_came_from(portal, visitor, person):
    target = f"{portal.absolute_url()}/@@meine-antraege"
    sign_in(visitor, portal, person("erika"), came_from=target)
    assert visitor.headers["Location"] == target


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"]
)
def test_they_are_sent_to_no_other_site(portal, visitor, person, elsewhere):
    sign_in(visitor, portal, person("erika"), came_from=elsewhere)
    assert visitor.headers["Location"] == portal.absolute_url()


def test_no_part_is_cut_out_of_where_they_came_from(portal, visitor, person):
    target = f"{portal.absolute_url()}/api//example.org/"
    sign_in(visitor, portal, person("erika"), came_from=target)
    assert visitor.headers["Location"] == target


def test_one_sign_in_does_not_lead_where_an_earlier_one_would_have(
    portal, visitor, person
):
    begin(visitor, portal, came_from=f"{portal.absolute_url()}/@@sitemap")
    sign_in(visitor, portal, person("erika"))
    assert visitor.headers["Location"] == portal.absolute_url()


def test_the_cookie_is_for_the_two_ends_and_for_no_script(portal, visitor):
    begin(visitor, portal)
    cookie = visitor.headers["Set-Cookie"]
    assert "Path=/plone/acl_users/kommunaldialog" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_after_it_the_cookie_is_gone(portal, visitor, person):
    sign_in(visitor, portal, person("erika"))
    assert "__ac_session" not in visitor.cookies


def test_many_who_begin_ask_the_provider_once(portal, visitor, monkeypatch):
    begin(visitor, portal)
    monkeypatch.setattr(provider_module, "_ask", None)
    assert begin(visitor, portal).startswith(door().issuer)


def test_a_provider_that_is_silent_is_not_asked_again_at_once(
    portal, visitor, monkeypatch
):
    asked = []
    monkeypatch.setattr(provider_module, "_ask", lambda *args: asked.append(args))
    door().issuer = "https://still.example.org"
    transaction.commit()
    for _time in range(3):
        visitor.open(f"{portal.absolute_url()}/acl_users/kommunaldialog/login")
    assert len(asked) == 1


@pytest.mark.parametrize("service", ["@login-oidc", "@logout-oidc"])
def test_the_packages_services_leave_the_door_alone(portal, visitor, service):
    visitor.addHeader("Accept", "application/json")
    visitor.open(f"{portal.absolute_url()}/{service}/kommunaldialog")
    assert visitor.headers["Status"].startswith("404")


def test_the_claim_asks_for_access_which_is_not_given_yet(
    portal, visitor, person, provider
):
    sign_in(visitor, portal, person("erika", organisation=AGS))
    (request,) = requests_of("erika", provider)
    assert (request.ags, request.outcome) == (AGS, Standing.WAITING)
    assert request.claim == "organisation"
    groups = api.user.get(userid=request.user).getGroups()
    assert not [group for group in groups if group.startswith("kommune-")]


def test_it_is_asked_for_once(portal, visitor, person, provider):
    for _time in range(2):
        sign_in(visitor, portal, person("erika", organisation=AGS))
    assert len(requests_of("erika", provider)) == 1


def test_an_organisation_is_assigned_to_its_municipality(
    portal, visitor, person, provider
):
    door().assignments = (f"DE-4711 = {AGS}",)
    transaction.commit()
    sign_in(visitor, portal, person("erika", organisation=["DE-4711", "DE-1"]))
    assert [one.ags for one in requests_of("erika", provider)] == [AGS]


def test_who_has_no_address_is_signed_in_and_told(portal, visitor, person, provider):
    subject = person("erika", organisation=AGS, email_verified=False)
    sign_in(visitor, portal, subject)
    transaction.begin()
    user = api.user.get(userid=account_id(provider, "erika"))
    assert user.getProperty("email") == ""
    assert requests_of("erika", provider) == []


@pytest.mark.parametrize("changed", [{"state": "anders"}, {"state": ""}])
def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    portal, visitor, person, provider, changed
):
    answer = consent(begin(visitor, portal), person("erika"))
    visitor.open(with_other(answer, **changed))
    assert visitor.headers["Status"].startswith("400")
    assert EXPIRED in visitor.contents
    transaction.begin()
    assert api.user.get(userid=account_id(provider, "erika")) is None


def test_an_answer_that_another_browser_asked_for_is_refused(
    portal, visitor, person, functional
):
    answer = consent(begin(visitor, portal), person("erika"))
    other = type(visitor)(functional["app"])
    other.addHeader("Accept-Language", "de")
    other.raiseHttpErrors = False
    other.open(answer)
    assert other.headers["Status"].startswith("400")
    assert EXPIRED in other.contents


def test_an_answer_counts_once(portal, visitor, person):
    answer = consent(begin(visitor, portal), person("erika"))
    visitor.open(answer)
    visitor.open(answer)
    assert visitor.headers["Status"].startswith("400")


def test_a_token_that_was_made_for_another_sign_in_is_refused(portal, visitor, person):
    asked = begin(visitor, portal)
    visitor.open(consent(with_other(asked, nonce="fremd"), person("erika")))
    assert visitor.headers["Status"].startswith("400")
    assert EXPIRED in visitor.contents


def test_who_declines_is_told_how_to_go_on(portal, visitor, person):
    answer = consent(begin(visitor, portal), person("erika"), action="deny")
    state = parse_qs(urlsplit(begin(visitor, portal)).query)["state"][0]
    visitor.open(with_other(answer, state=state))
    assert visitor.headers["Status"].startswith("400")
    assert "beim Anbieter abgebrochen" in visitor.contents
    assert "Noch einmal anmelden" in visitor.contents


def test_an_account_of_the_portal_is_not_taken_over(portal, visitor, person, provider):
    user_id = account_id(provider, "erika")
    api.user.create(
        email="andere@example.org",
        username=user_id,
        password="Sicher-genug-12345",
        properties={"fullname": "Andere Person"},
    )
    transaction.commit()
    sign_in(visitor, portal, person("erika"))
    assert visitor.headers["Status"].startswith("400")
    assert "ein anderes Konto" in visitor.contents
    assert "__ac" not in visitor.cookies


def test_a_provider_that_is_down_is_said(portal, visitor):
    door().issuer = "http://localhost:9"
    transaction.commit()
    visitor.open(f"{portal.absolute_url()}/acl_users/kommunaldialog/login")
    assert visitor.headers["Status"].startswith("400")
    assert "antwortet gerade nicht" in visitor.contents


def test_a_cookie_of_others_is_no_error(portal, visitor):
    visitor.open(portal.absolute_url())
    visitor.cookies["__ac_session"] = "x"
    visitor.open(f"{portal.absolute_url()}/acl_users/kommunaldialog/callback?state=a")
    assert visitor.headers["Status"].startswith("400")


def test_the_office_sees_who_named_the_municipality(
    portal, visitor, person, functional
):
    sign_in(visitor, portal, person("erika", organisation=AGS))
    office = type(visitor)(functional["app"])
    office.addHeader("Accept-Language", "de")
    office.addHeader("Authorization", f"Basic sachbearbeitung:{PASSWORD}")
    office.open(f"{portal.absolute_url()}/@@zugangsanfragen")
    office.getLink("Erika Muster").click()
    assert "Vom Anbieter der Anmeldung genannt als" in office.contents
    assert "Adresse nicht bestätigt" not in office.contents
    office.getControl("Zugang bestätigen").click()
    office.open(f"{portal.absolute_url()}/@@zugangsprotokoll?kommune={AGS}")
    assert "organisation" in office.contents
    visitor.followRedirects = True
    visitor.open(f"{portal.absolute_url()}/@@meine-antraege")
    assert "Noch nicht bestätigt" not in visitor.contents
