"""Who signs: one login of who represents the municipality, or a signed, scanned sheet.

What the law asks for is somebody who may represent it, not four eyes: who may sign may
also submit what they wrote themselves.
"""

from kommunaldialog.domain.refusal import Refusal


def check_signature(
    *, required: bool, scan_allowed: bool, has_scan: bool, may_sign: bool
) -> tuple[Refusal, ...]:
    """Refuse to submit what nobody who may sign has signed.

    `required` and `scan_allowed` are the programme's rules; `may_sign` is about the
    person who submits, `has_scan` about the application.
    """
    if not required or may_sign or (scan_allowed and has_scan):
        return ()
    if scan_allowed:
        return (Refusal("signature_or_scan_missing", "signature-scan"),)
    return (Refusal("signature_missing"),)
