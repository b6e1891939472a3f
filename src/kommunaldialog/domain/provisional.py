"""What may be sent in before anybody has confirmed who sends it."""

from kommunaldialog.domain.refusal import Refusal


def check_provisional(
    unconfirmed: bool, scan_allowed: bool, has_scan: bool
) -> tuple[Refusal, ...]:
    """Refuse to submit for who is not confirmed and has no signed sheet.

    The sheet has the signature of who represents the municipality, so that it stands
    for the confirmation as well.
    """
    if not unconfirmed or (scan_allowed and has_scan):
        return ()
    if scan_allowed:
        return (Refusal("access_or_scan_missing", "signature-scan"),)
    return (Refusal("access_not_confirmed"),)
