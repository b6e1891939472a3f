"""The words for what is refused when money is demanded back by two people."""

from kommunaldialog import _
from zope.i18nmessageid import Message


REPAYMENT: dict[str, Message] = {
    "repayment_nothing_due": _(
        "messages_repayment_nothing_due",
        default=(
            "Solange kein Verwendungsnachweis geprüft ist, lässt sich nur fordern, was"
            " gezahlt und nicht mehr bewilligt ist; davon ist nichts offen. Bitte"
            " prüfen Sie zuerst den Nachweis, oder widerrufen Sie nach einer Anhörung."
        ),
    ),
    "repayment_above_due": _(
        "messages_repayment_above_due",
        default=(
            "Solange kein Verwendungsnachweis geprüft ist, lässt sich nur fordern, was"
            " gezahlt und nicht mehr bewilligt ist: ${most}. Mehr nähme der Kommune"
            " auch Geld, das sie noch nicht abgerufen hat."
        ),
    ),
    "repayment_none_prepared": _(
        "messages_repayment_none_prepared",
        default=(
            "Es liegt keine Forderung zur Freigabe vor. Bitte laden Sie den Vorgang"
            " neu."
        ),
    ),
    "repayment_same_person": _(
        "messages_repayment_same_person",
        default=(
            "Sie haben diese Forderung vorbereitet. Freigeben muss sie eine andere"
            " Person."
        ),
    ),
    "repayment_preparer_biased": _(
        "messages_repayment_preparer_biased",
        default=(
            "Wer diese Forderung vorbereitet hat, hat danach eine mögliche"
            " Befangenheit angezeigt. Bitte geben Sie die Forderung zurück."
        ),
    ),
    "repayment_more_than_left": _(
        "messages_repayment_more_than_left",
        default=(
            "Gefordert werden können inzwischen nur noch ${most}. Bitte geben Sie die"
            " Forderung zurück."
        ),
    ),
    "repayment_due_over": _(
        "messages_repayment_due_over",
        default=(
            "Bis zum ${due} kann die Kommune nicht mehr zahlen. Bitte geben Sie die"
            " Forderung zurück, damit sie einen späteren Tag bekommt."
        ),
    ),
    "repayment_back_reason_missing": _(
        "messages_repayment_back_reason_missing",
        default="Bitte schreiben Sie, was die Sachbearbeitung ändern soll.",
    ),
    "receipt_before_payment": _(
        "messages_receipt_before_payment",
        default=(
            "Ausgezahlt wurde zum ersten Mal am ${paid}. Früher kann nichts"
            " zurückgekommen sein. Bitte prüfen Sie den Tag."
        ),
    ),
    "money_demand_open": _(
        "messages_money_demand_open",
        default=(
            "Eine Forderung liegt noch zur Freigabe vor. Bitte geben Sie sie frei,"
            " oder geben Sie sie zurück."
        ),
    ),
    "money_rate_missing": _(
        "messages_money_rate_missing",
        default=(
            "Der Basiszinssatz ab ${day} fehlt, die Zinsen stehen also noch nicht fest."
            " Die Administration kann ihn in der Konfiguration „Kommunaldialog“"
            " eintragen; oder lassen Sie die Zinsen erlassen."
        ),
    ),
}
