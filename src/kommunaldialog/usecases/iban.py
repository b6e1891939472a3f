"""Account numbers: IBAN (ISO 13616), checked with python-stdnum."""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from stdnum import iban
from stdnum.exceptions import ValidationError


def read_iban(text: str) -> str:
    """The IBAN without blanks, in capitals; raises Refused for what is none.

    Structure of the country and check digits are looked at; that the account exists
    is for the bank to say.
    """
    if not text.strip():
        raise Refused(Refusal("iban_missing", "iban"))
    try:
        number = iban.validate(text)
    except ValidationError as error:
        raise Refused(Refusal("iban_wrong", "iban")) from error
    # The digits of other scripts count as digits there, too; no bank takes them.
    if not number.isascii():
        raise Refused(Refusal("iban_wrong", "iban"))
    return number


def spaced(number: str) -> str:
    """An IBAN as people read it, in groups of four."""
    return iban.format(number)
