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
}
