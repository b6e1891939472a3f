"""The words for what is refused about money: grants, payments, repayment."""

from kommunaldialog import _
from zope.i18nmessageid import Message


MONEY: dict[str, Message] = {
    "payment_preparer_biased": _(
        "messages_payment_preparer_biased",
        default=(
            "Wer diese Auszahlung vorbereitet oder eingetragen hat, hat danach eine"
            " mögliche Befangenheit angezeigt. Bitte geben Sie sie zurück."
        ),
    ),
    "payment_unknown": _(
        "messages_payment_unknown",
        default="Diese Auszahlung gibt es nicht. Bitte öffnen Sie sie vom Vorgang aus.",
    ),
    "payment_elsewhere": _(
        "messages_payment_elsewhere",
        default=(
            "Das ist bei dieser Auszahlung nicht (mehr) möglich: Sie ist inzwischen"
            " weiter oder wieder offen. Bitte laden Sie die Seite neu."
        ),
    ),
    "call_nothing_left": _(
        "messages_call_nothing_left",
        default=(
            "Die Zuwendung ist vollständig angefordert. Mehr kann nicht ausgezahlt"
            " werden."
        ),
    ),
    "call_amount_missing": _(
        "messages_call_amount_missing",
        default="Bitte geben Sie an, welchen Betrag Sie anfordern.",
    ),
    "call_above_left": _(
        "messages_call_above_left",
        default=(
            "Sie können noch höchstens ${left} anfordern. Bitte verringern Sie den"
            " Betrag."
        ),
    ),
    "call_holder_missing": _(
        "messages_call_holder_missing",
        default="Bitte geben Sie an, auf wessen Namen das Konto läuft.",
    ),
    "call_purpose_missing": _(
        "messages_call_purpose_missing",
        default="Bitte schreiben Sie, wofür Sie das Geld brauchen.",
    ),
    "call_spent_from_missing": _(
        "messages_call_spent_from_missing",
        default="Bitte geben Sie an, ab wann Sie das Geld brauchen.",
    ),
    "call_spent_until_missing": _(
        "messages_call_spent_until_missing",
        default="Bitte geben Sie an, bis wann Sie das Geld ausgeben.",
    ),
    "call_period_reversed": _(
        "messages_call_period_reversed",
        default="Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Tage.",
    ),
    "iban_missing": _(
        "messages_iban_missing",
        default="Bitte geben Sie die IBAN des Kontos Ihrer Kommune an.",
    ),
    "iban_wrong": _(
        "messages_iban_wrong",
        default=(
            "Diese IBAN kann nicht stimmen. Bitte vergleichen Sie sie Ziffer für"
            " Ziffer."
        ),
    ),
    "payment_year_wrong": _(
        "messages_payment_year_wrong",
        default=(
            "Bitte geben Sie das Haushaltsjahr mit vier Ziffern an, zum Beispiel 2026."
        ),
    ),
    "payment_chapter_missing": _(
        "messages_payment_chapter_missing",
        default="Bitte geben Sie das Kapitel an, aus dem gezahlt wird.",
    ),
    "payment_title_missing": _(
        "messages_payment_title_missing",
        default="Bitte geben Sie den Titel an, aus dem gezahlt wird.",
    ),
    "payment_same_person": _(
        "messages_payment_same_person",
        default=(
            "Sie haben diese Auszahlung vorbereitet. Freigeben muss sie eine andere"
            " Person."
        ),
    ),
    "payment_above_grant": _(
        "messages_payment_above_grant",
        default=(
            "Von der Zuwendung sind nur noch ${left} frei. Bitte geben Sie die"
            " Auszahlung an die Sachbearbeitung zurück."
        ),
    ),
    "payment_not_final": _(
        "messages_payment_not_final",
        default=(
            "Dieses Programm zahlt erst, wenn der Bescheid bestandskräftig ist oder"
            " die Kommune auf Rechtsbehelfe verzichtet hat. Bitte tragen Sie das"
            " zuerst ein."
        ),
    ),
    "payment_back_reason_missing": _(
        "messages_payment_back_reason_missing",
        default="Bitte schreiben Sie, was die Sachbearbeitung ändern soll.",
    ),
    "payment_refusal_missing": _(
        "messages_payment_refusal_missing",
        default=(
            "Bitte schreiben Sie, warum nicht ausgezahlt wird. Die Kommune liest das."
        ),
    ),
    "paid_day_missing": _(
        "messages_paid_day_missing",
        default="Bitte geben Sie an, an welchem Tag gezahlt wurde.",
    ),
    "paid_in_future": _(
        "messages_paid_in_future",
        default=(
            "Dieser Tag liegt in der Zukunft. Bitte tragen Sie die Zahlung ein,"
            " wenn sie erfolgt ist."
        ),
    ),
    "paid_before_release": _(
        "messages_paid_before_release",
        default=(
            "Freigegeben wurde am ${released}. Früher kann nicht gezahlt worden sein."
        ),
    ),
    "grant_after_missing": _(
        "messages_grant_after_missing",
        default=(
            "Bitte geben Sie an, welcher Betrag bleiben soll; bei allem schreiben"
            " Sie 0."
        ),
    ),
    "grant_not_lowered": _(
        "messages_grant_not_lowered",
        default="Bewilligt sind jetzt ${grant}. Bleiben muss weniger als das.",
    ),
    "taking_kind_missing": _(
        "messages_taking_kind_missing",
        default="Bitte wählen Sie Widerruf oder Rücknahme.",
    ),
    "hearing_missing": _(
        "messages_hearing_missing",
        default=(
            "Die Kommune wurde dazu noch nicht angehört. Bitte lassen Sie zuerst"
            " die Anhörung durchführen, für dieselbe Art der Aufhebung."
        ),
    ),
    "hearing_running": _(
        "messages_hearing_running",
        default=(
            "Die Kommune kann sich noch bis zum ${until} äußern. Bitte warten Sie"
            " ihre Antwort oder das Ende der Frist ab."
        ),
    ),
    "hearing_not_open": _(
        "messages_hearing_not_open",
        default="Es gibt keine Anhörung, die noch zu beantworten wäre.",
    ),
    "hearing_answer_missing": _(
        "messages_hearing_answer_missing",
        default="Bitte schreiben Sie, was Sie dazu sagen möchten.",
    ),
    "hearing_end_reason_missing": _(
        "messages_hearing_end_reason_missing",
        default=(
            "Bitte schreiben Sie, warum aus der Anhörung nichts folgt. Die Kommune"
            " liest das."
        ),
    ),
    "hearing_text_missing": _(
        "messages_hearing_text_missing",
        default="Bitte schreiben Sie, was beabsichtigt ist und aus welchen Gründen.",
    ),
    "hearing_until_missing": _(
        "messages_hearing_until_missing",
        default="Bitte geben Sie an, bis wann sich die Kommune äußern kann.",
    ),
    "hearing_until_past": _(
        "messages_hearing_until_past",
        default="Die Kommune braucht Zeit: Bitte wählen Sie einen Tag nach heute.",
    ),
    "taking_same_person": _(
        "messages_taking_same_person",
        default="Sie haben die Kommune angehört. Aufheben muss eine andere Person.",
    ),
    "taking_more_than_heard": _(
        "messages_taking_more_than_heard",
        default=(
            "Angehört wurde die Kommune dazu, dass ihr ${heard} bleiben. Für"
            " weniger braucht es eine neue Anhörung."
        ),
    ),
    "taking_reason_missing": _(
        "messages_taking_reason_missing",
        default="Bitte begründen Sie die Aufhebung; die Kommune liest das im Bescheid.",
    ),
    "repayment_unknown": _(
        "messages_repayment_unknown",
        default="Diese Erstattung gibt es nicht. Bitte öffnen Sie sie vom Vorgang aus.",
    ),
    "repayment_nothing_paid": _(
        "messages_repayment_nothing_paid",
        default=(
            "Es gibt nichts zurückzufordern: Was ausgezahlt wurde, ist erstattet"
            " oder schon gefordert."
        ),
    ),
    "repayment_amount_missing": _(
        "messages_repayment_amount_missing",
        default="Bitte geben Sie an, welcher Betrag zu erstatten ist.",
    ),
    "repayment_above_paid": _(
        "messages_repayment_above_paid",
        default=(
            "Ausgezahlt und noch nicht gefordert sind ${most}. Mehr kann nicht"
            " gefordert werden."
        ),
    ),
    "repayment_due_missing": _(
        "messages_repayment_due_missing",
        default="Bitte geben Sie an, bis wann zu erstatten ist.",
    ),
    "repayment_due_past": _(
        "messages_repayment_due_past",
        default="Bitte wählen Sie einen Tag nach heute, damit die Kommune zahlen kann.",
    ),
    "repayment_interest_future": _(
        "messages_repayment_interest_future",
        default=(
            "Zinsen können höchstens ab heute verlangt werden. Bitte prüfen Sie den"
            " Tag."
        ),
    ),
    "repayment_reason_missing": _(
        "messages_repayment_reason_missing",
        default="Bitte begründen Sie, warum zu erstatten ist.",
    ),
    "interest_rate_unknown": _(
        "messages_interest_rate_unknown",
        default=(
            "Für den ${day} ist kein Basiszinssatz eingetragen. Die Administration"
            " kann ihn in der Konfiguration „Kommunaldialog“ ergänzen."
        ),
    ),
    "receipt_amount_missing": _(
        "messages_receipt_amount_missing",
        default="Bitte geben Sie an, welcher Betrag eingegangen ist.",
    ),
    "receipt_above_outstanding": _(
        "messages_receipt_above_outstanding",
        default=(
            "Offen sind noch ${outstanding}. Bitte tragen Sie Zinsen im eigenen"
            " Feld ein."
        ),
    ),
    "receipt_day_missing": _(
        "messages_receipt_day_missing",
        default="Bitte geben Sie an, an welchem Tag das Geld eingegangen ist.",
    ),
    "receipt_in_future": _(
        "messages_receipt_in_future",
        default="Dieser Tag liegt in der Zukunft. Bitte prüfen Sie ihn.",
    ),
    "repayment_nothing_open": _(
        "messages_repayment_nothing_open",
        default="Von dieser Erstattung ist nichts mehr offen.",
    ),
    "remission_by_preparer": _(
        "messages_remission_by_preparer",
        default=(
            "Sie haben die Forderung dieser Erstattung vorbereitet. Erlassen muss sie"
            " eine andere Person."
        ),
    ),
    "remission_reason_missing": _(
        "messages_remission_reason_missing",
        default="Bitte begründen Sie, warum auf den Rest verzichtet wird.",
    ),
    "money_payment_open": _(
        "messages_money_payment_open",
        default=(
            "Eine Auszahlung ist noch offen. Bitte schließen Sie sie ab, oder"
            " lehnen Sie sie ab."
        ),
    ),
    "money_to_repay": _(
        "messages_money_to_repay",
        default=(
            "Es sind noch ${amount} zu erstatten. Bitte fordern Sie den Betrag,"
            " oder tragen Sie den Eingang ein."
        ),
    ),
    "money_interest": _(
        "messages_money_interest",
        default=(
            "Es sind noch ${amount} Zinsen offen. Bitte tragen Sie den Eingang ein,"
            " oder lassen Sie sie erlassen."
        ),
    ),
    "waiver_unconfirmed": _(
        "messages_waiver_unconfirmed",
        default="Bitte bestätigen Sie, dass Ihre Kommune endgültig verzichtet.",
    ),
    "waiver_extent_missing": _(
        "messages_waiver_extent_missing",
        default="Bitte wählen Sie, ob Sie auf alles oder auf einen Teil verzichten.",
    ),
}
