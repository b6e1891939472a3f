"""Where a programme wants a signature, who may sign submits, or a scan will do."""

from itertools import product
from kommunaldialog.domain.signature import check_signature
import pytest


@pytest.mark.parametrize(
    ("required", "scan_allowed", "has_scan", "may_sign"),
    list(product((False, True), repeat=4)),
)
def test_nothing_is_submitted_unsigned(required, scan_allowed, has_scan, may_sign):
    refusals = check_signature(
        required=required,
        scan_allowed=scan_allowed,
        has_scan=has_scan,
        may_sign=may_sign,
    )
    signed = may_sign or (scan_allowed and has_scan)
    assert bool(refusals) is (required and not signed)


@pytest.mark.parametrize(
    ("scan_allowed", "code"),
    [(False, "signature_missing"), (True, "signature_or_scan_missing")],
)
def test_what_is_missing_names_the_ways_there_are(scan_allowed, code):
    (refusal,) = check_signature(
        required=True, scan_allowed=scan_allowed, has_scan=False, may_sign=False
    )
    assert refusal.code == code
