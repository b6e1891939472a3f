"""Check a receipt for anybody, without showing the application."""

from kommunaldialog.domain.receipt_check import Claim
from kommunaldialog.domain.receipt_check import judge
from kommunaldialog.domain.receipt_check import Verdict
from plone import api


def check_receipt(claim: Claim | None) -> Verdict:
    """Say whether what a receipt claims is true; None claims nothing that can be.

    Looked up by the checksum, never by the number: an answer, and the time it takes,
    says nothing about numbers to somebody who does not hold the receipt.
    """
    if claim is None:
        return Verdict.UNCONFIRMED
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(receipt_checksum=claim.sha256)
    for brain in brains:
        verdict = judge(claim, brain._unrestrictedGetObject().submissions)
        if verdict is not Verdict.UNCONFIRMED:
            return verdict
    return Verdict.UNCONFIRMED
