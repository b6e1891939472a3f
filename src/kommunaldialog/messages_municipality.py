"""The words for what keeps a municipality from handing over, signing or sending."""

from kommunaldialog import _
from zope.i18nmessageid import Message


MUNICIPALITY: dict[str, Message] = {
    "late_reason_missing": _(
        "messages_late_reason_missing",
        default=(
            "Die Antragsfrist endete am ${deadline_date} um ${deadline_time} Uhr."
            " Sie können den Antrag noch senden. Bitte geben Sie dann an, warum er"
            " verspätet ist; die Bewilligungsstelle entscheidet, ob sie ihn annimmt."
        ),
    ),
    "signature_missing": _(
        "messages_signature_missing",
        default=(
            "Diesen Antrag muss eine zeichnungsberechtigte Person Ihrer Kommune"
            " einreichen. Bitte geben Sie ihn zur Unterschrift."
        ),
    ),
    "signature_or_scan_missing": _(
        "messages_signature_or_scan_missing",
        default=(
            "Es fehlt die Unterschrift. Bitte geben Sie den Antrag zur Unterschrift,"
            " oder fügen Sie das unterschriebene und eingescannte Blatt bei."
        ),
    ),
    "signature_scan_outdated": _(
        "messages_signature_scan_outdated",
        default=(
            "Der Entwurf wurde geändert, nachdem das unterschriebene Blatt beigefügt"
            " wurde. Bitte drucken Sie es neu, lassen Sie es unterschreiben und fügen"
            " Sie es noch einmal bei."
        ),
    ),
    "requested_above_municipality": _(
        "messages_requested_above_municipality",
        default=(
            "Ihre Kommune kann in diesem Förderprogramm insgesamt höchstens ${limit}"
            " erhalten. In anderen Anträgen sind es schon ${claimed}."
            " Bitte verringern Sie den beantragten Zuschuss."
        ),
    ),
    "stated_consultation_denied": _(
        "messages_stated_consultation_denied",
        default=(
            "Die Bewilligungsstelle hat die Beratung, die Sie angegeben haben,"
            " nicht bestätigt. Bitte wenden Sie sich an die Bewilligungsstelle."
        ),
    ),
    "stated_held_missing": _(
        "messages_stated_held_missing",
        default="Bitte geben Sie an, an welchem Tag Sie beraten wurden.",
    ),
    "stated_adviser_missing": _(
        "messages_stated_adviser_missing",
        default="Bitte geben Sie an, wer Sie beraten hat.",
    ),
    "stated_in_future": _(
        "messages_stated_in_future",
        default=(
            "Die Beratung, die Sie angeben, liegt in der Zukunft."
            " Bitte prüfen Sie den Tag."
        ),
    ),
    "send_back_reason_missing": _(
        "messages_send_back_reason_missing",
        default="Bitte schreiben Sie, was geändert werden soll.",
    ),
    "signature_scan_not_taken": _(
        "messages_signature_scan_not_taken",
        default=(
            "In diesem Förderprogramm ersetzt ein unterschriebenes Blatt"
            " das Einreichen durch eine zeichnungsberechtigte Person nicht."
            " Bitte geben Sie den Antrag zur Unterschrift."
        ),
    ),
    "take_back_paper": _(
        "messages_take_back_paper",
        default=(
            "Der Antrag kam auf Papier oder per Post und kann hier nicht"
            " zurückgeholt werden. Bitte wenden Sie sich an die"
            " Bewilligungsstelle."
        ),
    ),
    "take_back_too_late": _(
        "messages_take_back_too_late",
        default=(
            "Die Antragsfrist endete am ${deadline_date} um"
            " ${deadline_time} Uhr. Der Antrag kann nicht mehr zurückgeholt"
            " werden; er bleibt eingereicht."
        ),
    ),
    "early_start_not_allowed": _(
        "messages_early_start_not_allowed",
        default=(
            "In diesem Förderprogramm kann kein vorzeitiger Beginn beantragt werden."
        ),
    ),
    "early_start_decided": _(
        "messages_early_start_decided",
        default=(
            "Über den Antrag ist schon entschieden. Ein vorzeitiger Beginn"
            " ist nicht mehr zu beantragen."
        ),
    ),
    "early_start_from_missing": _(
        "messages_early_start_from_missing",
        default="Bitte geben Sie an, ab welchem Tag Sie beginnen möchten.",
    ),
    "early_start_in_past": _(
        "messages_early_start_in_past",
        default=(
            "Ein vorzeitiger Beginn kann nur für einen Tag in der Zukunft"
            " beantragt werden. Bitte prüfen Sie den Tag."
        ),
    ),
    "early_start_reason_missing": _(
        "messages_early_start_reason_missing",
        default=(
            "Bitte begründen Sie, warum die Maßnahme nicht auf die"
            " Entscheidung warten kann."
        ),
    ),
    "signature_scan_missing": _(
        "messages_signature_scan_missing",
        default="Bitte wählen Sie die Datei mit dem unterschriebenen Blatt aus.",
    ),
    "submit_changed": _(
        "messages_submit_changed",
        default=(
            "Der Antrag wurde geändert, seit Sie diese Seite geöffnet haben."
            " Bitte lesen Sie die Angaben noch einmal, bevor Sie ihn einreichen."
        ),
    ),
    "copy_programme_missing": _(
        "messages_copy_programme_missing",
        default="Bitte wählen Sie, für welches Förderprogramm der neue Entwurf ist.",
    ),
}
