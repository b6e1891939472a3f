"""Sentences for what keeps a municipality's letter from being entered."""

from kommunaldialog import _
from zope.i18nmessageid import Message


PAPER: dict[str, Message] = {
    "letter_received_missing": _(
        "messages_letter_received_missing",
        default="Bitte geben Sie an, an welchem Tag der Brief eingegangen ist.",
    ),
    "letter_received_in_future": _(
        "messages_letter_received_in_future",
        default=(
            "Der Tag des Eingangs liegt in der Zukunft. Bitte geben Sie den Tag vom"
            " Eingangsstempel an."
        ),
    ),
    "letter_received_too_early": _(
        "messages_letter_received_too_early",
        default=(
            "So früh kann dieser Brief nicht eingegangen sein: Der früheste mögliche"
            " Tag ist der ${first}. Bitte prüfen Sie den Eingangsstempel."
        ),
    ),
    "letter_scan_missing": _(
        "messages_letter_scan_missing",
        default="Bitte fügen Sie den eingescannten Brief als Datei bei.",
    ),
    "letter_entered_already": _(
        "messages_letter_entered_already",
        default=(
            "Dieser Brief ist schon eingetragen, mit Eingang am ${received}. Bitte"
            " sehen Sie im Vorgang nach, bevor Sie ihn noch einmal eintragen."
        ),
    ),
    "letter_file_again": _(
        "messages_letter_file_again",
        default=(
            "Bitte wählen Sie „${file}“ noch einmal: Die Datei ist noch nicht"
            " gespeichert."
        ),
    ),
    "letter_waits": _(
        "messages_letter_waits",
        default=(
            "Ein Brief, mit dem die Kommune zurückzieht oder verzichtet, wartet auf"
            " Bestätigung. Bitte bestätigen Sie ihn zuerst, oder geben Sie ihn zurück."
        ),
    ),
    "letter_none_waits": _(
        "messages_letter_none_waits",
        default=(
            "Es wartet kein Brief auf Bestätigung. Bitte laden Sie den Vorgang neu."
        ),
    ),
    "letter_same_person": _(
        "messages_letter_same_person",
        default=(
            "Sie haben diesen Brief eingetragen. Bestätigen muss ihn eine andere"
            " Person (Vier-Augen-Prinzip)."
        ),
    ),
    "letter_enterer_biased": _(
        "messages_letter_enterer_biased",
        default=(
            "Wer diesen Brief eingetragen hat, hat danach eine mögliche Befangenheit"
            " angezeigt. Bitte geben Sie den Brief zurück."
        ),
    ),
    "letter_back_reason_missing": _(
        "messages_letter_back_reason_missing",
        default="Bitte schreiben Sie, was an der Eintragung nicht stimmt.",
    ),
    "payment_entered_by_same": _(
        "messages_payment_entered_by_same",
        default=(
            "Sie haben diese Anforderung aus einem Brief eingetragen. Freigeben muss"
            " die Auszahlung eine andere Person (Vier-Augen-Prinzip)."
        ),
    ),
}
