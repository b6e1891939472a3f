"""What the placeholders of text blocks stand for, as people read it."""

from kommunaldialog.dates import long_date
from kommunaldialog.domain.grant import REVOKED
from kommunaldialog.domain.letter import AmendedLetter
from kommunaldialog.domain.letter import DecisionLetter
from kommunaldialog.domain.letter import EarlyStartLetter
from kommunaldialog.domain.letter import Letter
from kommunaldialog.domain.letter import RepaymentLetter
from kommunaldialog.domain.letter import RevocationLetter
from kommunaldialog.domain.money import format_euro


def placeholders(letter: Letter) -> dict[str, str]:
    """The value of each placeholder that the letter's text block may have."""
    return {
        "Aktenzeichen": letter.reference,
        "Kommune": letter.recipient,
        "Programm": letter.programme,
        "Saeule": letter.pillar,
        "Massnahme": letter.measure,
        "Beginn": letter.start,
        "Ende": letter.end,
        "Eingang": long_date(letter.submitted),
        "Beantragt": format_euro(letter.requested),
        "Datum": long_date(letter.day),
        "Bewilligungsstelle": letter.sender,
        "Rechtsgrundlage": letter.legal_basis,
        **_own(letter),
    }


def _own(letter: Letter) -> dict[str, str]:
    match letter:
        case DecisionLetter():
            return {"Betrag": format_euro(letter.amount)}
        case AmendedLetter():
            return _changed(letter)
        case EarlyStartLetter():
            return {"Erlaubt_ab": long_date(letter.begins)}
        case RevocationLetter():
            return {
                **_changed(letter),
                "Art": "Widerruf" if letter.act == REVOKED else "Rücknahme",
                "Vorschrift": letter.law,
            }
        case RepaymentLetter():
            return {
                "Betrag": format_euro(letter.amount),
                "Frist": long_date(letter.due),
                "Vorschrift": letter.law,
                "Bescheiddatum": long_date(letter.of),
            }
    raise TypeError(type(letter).__name__)


def _changed(letter: AmendedLetter | RevocationLetter) -> dict[str, str]:
    return {
        "Betrag": format_euro(letter.after),
        "Bisher": format_euro(letter.before),
        "Bescheiddatum": long_date(letter.of),
    }
