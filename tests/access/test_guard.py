"""The guard of records."""

from AccessControl import Unauthorized
from kommunaldialog.access.guard import require_view_of_record
from plone.rest.traverse import RESTWrapper
from tests.samples import acting
from tests.samples import make_draft
from ZPublisher.pubevents import PubAfterTraversal
import pytest


@pytest.fixture(params=["by page", "by REST"])
def below(request, funding, http_request):
    """The moment at which something below a draft is about to be published."""
    draft = make_draft(funding)
    wrapped = request.param == "by REST"
    parent = RESTWrapper(draft, http_request) if wrapped else draft
    http_request["PARENTS"] = [parent, funding]
    return PubAfterTraversal(http_request)


@pytest.mark.parametrize("stranger", ["fremde", "webredaktion", "sachbearbeitung"])
def test_nothing_below_a_record_is_published_for_a_stranger(below, stranger):
    with acting(stranger), pytest.raises(Unauthorized):
        require_view_of_record(below)


def test_who_applies_passes_and_no_cache_keeps_the_answer(below):
    with acting("antragstellung"):
        require_view_of_record(below)
    header = below.request.response.getHeader("Cache-Control")
    assert header == "private, no-store"
