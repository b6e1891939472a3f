"""Amounts of money: exact, in euros, read and written the German way."""

from decimal import Decimal
from decimal import InvalidOperation
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import re


CENT = Decimal("0.01")
ZERO = Decimal("0.00")
LIMIT = Decimal(10) ** 10
NBSP = "\N{NO-BREAK SPACE}"

# ASCII digits only: "\d" would let Arabic or full-width digits through.
_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3})+"
_AMOUNT = re.compile(rf"({_GROUPED}|[0-9]+)(?:,([0-9]+))?")
# Digits before and after one point, at the end of the number: 12.5, 1250.00, 1,234.50
_DECIMAL_POINT = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]{1,2})")
_CURRENCY = re.compile(r"\s*(?:€|EUR)$")


def exact(value: Decimal) -> Decimal:
    """Return `value` with two decimals.

    Raises ValueError for anything but a finite Decimal of whole cents: a rule
    never rounds in silence, and a float has lost its cents before it gets here.
    """
    if not isinstance(value, Decimal) or not value.is_finite():
        raise ValueError(f"not an exact amount: {value!r}")
    try:
        rounded = value.quantize(CENT)
    except InvalidOperation as error:
        raise ValueError(f"too large to be exact: {value!r}") from error
    if rounded != value:
        raise ValueError(f"finer than a cent: {value!r}")
    # Minus zero equals zero but is written differently.
    return rounded + ZERO


def parse_amount(text: str) -> Decimal:
    """Return the amount in euros that `text` states, with two decimals.

    Accepts "1.250,00", "1250,00", "1250", "1.250", "0,5", with blanks around it
    and a trailing "€" or "EUR". Raises `Refused` with one refusal without a
    field (the caller knows it): `amount_missing`, `amount_negative`,
    `amount_decimal_point` (param `meant`: what was probably meant, such as
    "12,50"), `amount_too_precise`, `amount_too_large` (param `limit`) or
    `amount_not_a_number`.
    """
    # str.strip takes the no-break space too.
    stripped = _CURRENCY.sub("", text.strip())
    if not stripped:
        raise Refused(Refusal("amount_missing"))
    if stripped[0] in "-\N{MINUS SIGN}\N{EN DASH}":
        raise Refused(Refusal("amount_negative"))
    match = _AMOUNT.fullmatch(stripped)
    if match is None:
        raise Refused(_misread(stripped))
    euros, cents = match[1].replace(".", ""), match[2] or ""
    if len(cents) > 2:
        raise Refused(Refusal("amount_too_precise"))
    # Counted before it is converted: the text may have any length.
    if len(euros.lstrip("0")) > 10:
        raise Refused(Refusal("amount_too_large", params={"limit": LIMIT}))
    return Decimal(f"{euros}.{cents or '0'}").quantize(CENT)


def _misread(text: str) -> Refusal:
    """Tell an English amount, of which the meaning is clear, from anything else."""
    match = _DECIMAL_POINT.fullmatch(text)
    if match is None or len(match[1]) > 13:
        return Refusal("amount_not_a_number")
    euros = Decimal(match[1].replace(",", ""))
    meant = euros + Decimal(f"0.{match[2]}")
    return Refusal("amount_decimal_point", params={"meant": format_amount(meant)})


def format_amount(amount: Decimal) -> str:
    """Return `amount` (euros, whole cents) as "3.000,00".

    Raises ValueError for what `exact` does not accept.
    """
    english = f"{exact(amount):,.2f}"
    return english.translate(str.maketrans(",.", ".,"))


def format_euro(amount: Decimal) -> str:
    """Return `amount` as "3.000,00 €", with a no-break space that keeps it in one."""
    return f"{format_amount(amount)}{NBSP}€"
