"""The words for what a rule refuses: one sentence for each code.

Every way in (page, REST, workflow tool) takes its words from here. A sentence says
what is wrong and what to do; amounts, dates and times come into it formatted.
"""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.dates import clock
from kommunaldialog.dates import long_date
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.messages_accounts import ACCOUNTS
from kommunaldialog.messages_clarification import CLARIFICATION
from kommunaldialog.messages_decision import DECISION
from kommunaldialog.messages_draft import DRAFT
from kommunaldialog.messages_exports import EXPORTS
from kommunaldialog.messages_kinds import KINDS
from kommunaldialog.messages_letters import LETTERS
from kommunaldialog.messages_lists import LISTS
from kommunaldialog.messages_money import MONEY
from kommunaldialog.messages_municipality import MUNICIPALITY
from kommunaldialog.messages_office import OFFICE
from kommunaldialog.messages_oversight import OVERSIGHT
from kommunaldialog.messages_paper import PAPER
from kommunaldialog.messages_plan import PLAN
from kommunaldialog.messages_procedure import PROCEDURE
from kommunaldialog.messages_proof import PROOF
from kommunaldialog.messages_public import PUBLIC
from kommunaldialog.messages_receipt import RECEIPT
from kommunaldialog.messages_repayment import REPAYMENT
from kommunaldialog.messages_review import REVIEW
from kommunaldialog.messages_settings import SETTINGS
from kommunaldialog.messages_usecases import USE_CASES
from kommunaldialog.messages_words import WORDS
from zope.i18nmessageid import Message


_RULES: dict[str, Message] = {
    "amount_missing": _(
        "messages_amount_missing",
        default="Bitte geben Sie einen Betrag ein, zum Beispiel 1.250,00.",
    ),
    "amount_not_a_number": _(
        "messages_amount_not_a_number",
        default=(
            "Bitte schreiben Sie den Betrag mit Komma, zum Beispiel 1.250,00."
            " Andere Zeichen als Ziffern, Punkt und Komma sind nicht möglich."
        ),
    ),
    "amount_decimal_point": _(
        "messages_amount_decimal_point",
        default=("Bitte schreiben Sie den Betrag mit Komma. Meinten Sie ${meant}?"),
    ),
    "amount_too_precise": _(
        "messages_amount_too_precise",
        default="Bitte geben Sie höchstens zwei Stellen nach dem Komma an.",
    ),
    "amount_negative": _(
        "messages_amount_negative",
        default="Bitte geben Sie den Betrag ohne Minuszeichen ein.",
    ),
    "amount_too_large": _(
        "messages_amount_too_large",
        default="Der Betrag ist zu groß. Er muss unter ${limit} liegen.",
    ),
    "plan_empty": _(
        "messages_plan_empty",
        default="Bitte tragen Sie mindestens eine Ausgabe ein.",
    ),
    "plan_kind_missing": _(
        "messages_plan_kind_missing",
        default="Ausgaben, Zeile ${row}: Bitte wählen Sie die Art der Ausgabe.",
    ),
    "plan_amount_missing": _(
        "messages_plan_amount_missing",
        default=(
            "Ausgaben, Zeile ${row}: Bitte tragen Sie den Betrag ein"
            " oder entfernen Sie die Zeile."
        ),
    ),
    "plan_eligible_missing": _(
        "messages_plan_eligible_missing",
        default=(
            "Ausgaben, Zeile ${row}: Bitte geben Sie an, wie viel davon"
            " zuwendungsfähig ist. Wenn nichts davon zuwendungsfähig ist,"
            " schreiben Sie 0."
        ),
    ),
    "plan_eligible_above_amount": _(
        "messages_plan_eligible_above_amount",
        default=(
            "Ausgaben, Zeile ${row}: Zuwendungsfähig können höchstens ${amount}"
            " sein, Sie haben ${eligible} angegeben."
        ),
    ),
    "plan_source_missing": _(
        "messages_plan_source_missing",
        default=("Finanzierung, Zeile ${row}: Bitte wählen Sie, woher das Geld kommt."),
    ),
    "plan_income_missing": _(
        "messages_plan_income_missing",
        default=(
            "Finanzierung, Zeile ${row}: Bitte tragen Sie den Betrag ein"
            " oder entfernen Sie die Zeile."
        ),
    ),
    "plan_money_missing": _(
        "messages_plan_money_missing",
        default=(
            "Ausgaben und Finanzierung stimmen nicht überein. Es fehlen ${difference}."
        ),
    ),
    "plan_money_left_over": _(
        "messages_plan_money_left_over",
        default=(
            "Ausgaben und Finanzierung stimmen nicht überein."
            " Die Finanzierung ist um ${difference} höher als die Ausgaben."
        ),
    ),
    "requested_missing": _(
        "messages_requested_missing",
        default="Bitte geben Sie an, welcher Zuschuss beantragt wird.",
    ),
    "requested_above_limit": _(
        "messages_requested_above_limit",
        default=(
            "Sie können höchstens ${limit} beantragen."
            " Bitte verringern Sie den beantragten Zuschuss."
        ),
    ),
    "requested_above_eligible": _(
        "messages_requested_above_eligible",
        default=(
            "Der beantragte Zuschuss ist höher als die zuwendungsfähigen Ausgaben"
            " von ${eligible}. Bitte verringern Sie ihn."
        ),
    ),
    "ags_missing": _(
        "messages_ags_missing",
        default="Bitte geben Sie den amtlichen Gemeindeschlüssel (AGS) ein.",
    ),
    "ags_not_digits": _(
        "messages_ags_not_digits",
        default=(
            "Der amtliche Gemeindeschlüssel besteht nur aus Ziffern,"
            " zum Beispiel 08111000. Nur der eines Zweckverbands beginnt mit Z."
        ),
    ),
    "ags_length": _(
        "messages_ags_length",
        default=(
            "Der amtliche Gemeindeschlüssel hat 8 Ziffern, der eines Landkreises 5,"
            " der einer Verwaltungsgemeinschaft 9."
            " Sie haben ${digits} eingegeben."
            " Fehlt vielleicht die Null am Anfang?"
        ),
    ),
    "ags_land_unknown": _(
        "messages_ags_land_unknown",
        default=(
            "Kein Land hat die Kennziffer ${land}."
            " Die ersten beiden Ziffern liegen zwischen 01 und 16."
        ),
    ),
    "reference_unreadable": _(
        "messages_reference_unreadable",
        default=(
            "Bitte geben Sie das Aktenzeichen so ein, wie es auf der"
            " Eingangsbestätigung steht, zum Beispiel KD-2026-0001."
        ),
    ),
    "not_open_yet": _(
        "messages_not_open_yet",
        default=("Anträge sind ab dem ${opening_date}, ${opening_time} Uhr, möglich."),
    ),
    "deadline_passed": _(
        "messages_deadline_passed",
        default=(
            "Die Antragsfrist endete am ${deadline_date} um ${deadline_time} Uhr."
            " Ihr Entwurf bleibt gespeichert."
        ),
    ),
    "consultation_missing": _(
        "messages_consultation_missing",
        default=(
            "Vor dem Einreichen ist ein Beratungsgespräch nötig."
            " Für Ihre Kommune und diese Säule ist noch keines eingetragen."
            " Bitte wenden Sie sich an die Bewilligungsstelle."
        ),
    ),
    "transition_not_possible": _(
        "messages_transition_not_possible",
        default=(
            "Der Antrag ist inzwischen in einem anderen Bearbeitungsstand,"
            " deshalb ist dieser Schritt nicht möglich."
            " Bitte laden Sie die Seite neu."
        ),
    ),
    "assessment_missing": _(
        "messages_assessment_missing",
        default="Bitte lassen Sie den Antrag zuerst prüfen: Der Prüfvermerk fehlt.",
    ),
    "decision_same_person": _(
        "messages_decision_same_person",
        default=(
            "Sie haben diesen Antrag geprüft."
            " Entscheiden muss deshalb eine andere Person."
        ),
    ),
    "grant_missing": _(
        "messages_grant_missing",
        default="Bitte geben Sie an, welcher Betrag bewilligt wird.",
    ),
    "grant_above_requested": _(
        "messages_grant_above_requested",
        default=(
            "Beantragt sind ${requested}. Bitte bewilligen Sie höchstens diesen Betrag."
        ),
    ),
    "grant_above_what_is_left": _(
        "messages_grant_above_what_is_left",
        default=(
            "Im Förderprogramm sind noch ${left} verfügbar,"
            " bewilligt werden sollen ${amount}. Bitte bewilligen Sie höchstens, was"
            " noch verfügbar ist, oder entscheiden Sie, wenn wieder Geld frei ist."
        ),
    ),
    "reduction_reason_missing": _(
        "messages_reduction_reason_missing",
        default="Bitte begründen Sie, warum weniger bewilligt wird als beantragt.",
    ),
    "rejection_reason_missing": _(
        "messages_rejection_reason_missing",
        default="Bitte begründen Sie die Ablehnung.",
    ),
    "assessment_text_missing": _(
        "messages_assessment_text_missing",
        default="Bitte schreiben Sie auf, was die Prüfung ergeben hat.",
    ),
    "recommended_missing": _(
        "messages_recommended_missing",
        default=(
            "Bitte geben Sie an, welchen Betrag Sie vorschlagen."
            " Wenn Sie eine Ablehnung vorschlagen, schreiben Sie 0."
        ),
    ),
    "recommended_above_requested": _(
        "messages_recommended_above_requested",
        default=(
            "Beantragt sind ${requested}."
            " Bitte schlagen Sie höchstens diesen Betrag vor."
        ),
    ),
}

SENTENCES: dict[str, Message] = (
    _RULES
    | ACCOUNTS
    | CLARIFICATION
    | DECISION
    | DRAFT
    | LETTERS
    | MONEY
    | KINDS
    | MUNICIPALITY
    | OFFICE
    | USE_CASES
    | PAPER
    | PLAN
    | PROCEDURE
    | EXPORTS
    | OVERSIGHT
    | LISTS
    | PROOF
    | PUBLIC
    | RECEIPT
    | REPAYMENT
    | REVIEW
    | SETTINGS
    | WORDS
)


def text(refusal: Refusal, language: str = "de") -> Message:
    """Return the sentence for `refusal` with its values in it, to be translated.

    An aware datetime named `deadline` gives `${deadline_date}` and
    `${deadline_time}`, read in its own zone. Raises KeyError for a code without
    a sentence. Dates are written in `language`.
    """
    mapping = dict(
        item
        for name, value in refusal.params.items()
        for item in _words(name, value, language)
    )
    return Message(SENTENCES[refusal.code], mapping=mapping)


def _words(name: str, value: object, language: str) -> Iterator[tuple[str, str]]:
    """Write one param the way a German reader expects it."""
    match value:
        case Message():
            # Translated together with the sentence around it.
            yield name, value
        case Decimal() if name == "percent":
            # 12.50 reads as 12,5 and 10.00 as 10.
            yield name, f"{value.normalize():f}".replace(".", ",")
        case Decimal():
            yield name, format_euro(value)
        case datetime():
            yield f"{name}_date", long_date(value, language)
            yield f"{name}_time", clock(value, language)
        case date():
            yield name, long_date(value, language)
        case _:
            yield name, str(value)
