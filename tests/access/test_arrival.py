"""The moment of arrival."""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.applicant.mine import MinePage
from tests.client import Client
from ZODB.POSException import ConflictError
from ZPublisher.HTTPRequest import WSGIRequest


def test_a_request_that_is_tried_again_arrived_when_it_first_did(
    functional_app, functional_portal, monkeypatch
):
    moments = []

    def page(self):
        moments.append(arrival(self.request))
        if len(moments) < 3:
            raise ConflictError
        return "done"

    monkeypatch.setattr(MinePage, "__call__", page)
    monkeypatch.setattr(WSGIRequest, "delay_retry", lambda self: None)
    url = f"{functional_portal.absolute_url()}/@@meine-antraege"
    client = Client(functional_app)
    assert client.get(url).text == "done"
    assert len(moments) == 3
    assert len(set(moments)) == 1
    client.get(url)
    assert moments[-1] > moments[0]
