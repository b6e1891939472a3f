"""The words for what a use case refuses beyond the rules; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


USE_CASES: dict[str, Message] = {
    "form_unchanged": _(
        "messages_form_unchanged",
        default="Der Entwurf entspricht schon der veröffentlichten Fassung.",
    ),
    "form_problems": _(
        "messages_form_problems",
        default="Das Formular kann noch nicht veröffentlicht werden.",
    ),
    "answer_wrong": _(
        "messages_answer_wrong",
        default="„${question}“ – ${problem}",
    ),
    "core_pillar_missing": _(
        "messages_core_pillar_missing",
        default="Bitte wählen Sie die Säule, aus der Förderung beantragt wird.",
    ),
    "core_pillar_unknown": _(
        "messages_core_pillar_unknown",
        default=(
            "Diese Säule gibt es im Förderprogramm nicht. Bitte wählen Sie eine andere."
        ),
    ),
    "core_title_missing": _(
        "messages_core_title_missing",
        default="Bitte geben Sie der Maßnahme einen Namen.",
    ),
    "core_contact_name_missing": _(
        "messages_core_contact_name_missing",
        default="Bitte nennen Sie eine Ansprechperson.",
    ),
    "core_contact_email_missing": _(
        "messages_core_contact_email_missing",
        default="Bitte geben Sie die E-Mail-Adresse der Ansprechperson an.",
    ),
    "core_contact_email_wrong": _(
        "messages_core_contact_email_wrong",
        default=(
            "Bitte geben Sie eine vollständige E-Mail-Adresse an,"
            " zum Beispiel name@stadt.example."
        ),
    ),
    "core_too_long": _(
        "messages_core_too_long",
        default="Bitte kürzen Sie diese Angabe auf höchstens ${limit} Zeichen.",
    ),
    "core_not_a_day": _(
        "messages_core_not_a_day",
        default=(
            "Bitte geben Sie einen Tag ein, den es gibt, zum Beispiel 31.10.2026."
        ),
    ),
    "core_contact_phone_missing": _(
        "messages_core_contact_phone_missing",
        default="Bitte geben Sie die Telefonnummer der Ansprechperson an.",
    ),
    "core_measure_start_missing": _(
        "messages_core_measure_start_missing",
        default="Bitte geben Sie an, wann die Maßnahme beginnt.",
    ),
    "core_measure_end_missing": _(
        "messages_core_measure_end_missing",
        default="Bitte geben Sie an, wann die Maßnahme endet.",
    ),
    "core_end_before_start": _(
        "messages_core_end_before_start",
        default=(
            "Das Ende der Maßnahme liegt vor ihrem Beginn. Bitte prüfen Sie"
            " die beiden Tage."
        ),
    ),
    "core_start_too_early": _(
        "messages_core_start_too_early",
        default="Die Maßnahme darf frühestens am ${first} beginnen.",
    ),
    "core_end_too_late": _(
        "messages_core_end_too_late",
        default="Die Maßnahme muss spätestens am ${last} enden.",
    ),
    "begin_no_municipality": _(
        "messages_begin_no_municipality",
        default=("Bitte wählen Sie eine Kommune, für die Sie Anträge stellen dürfen."),
    ),
    "own_application": _(
        "messages_own_application",
        default=(
            "Sie gehören zur Kommune, die diesen Antrag gestellt hat."
            " Prüfen und entscheiden müssen deshalb andere."
        ),
    ),
    "begin_closed": _(
        "messages_begin_closed",
        default=(
            "Die Antragsfrist endete am ${deadline_date} um ${deadline_time} Uhr."
            " Neue Anträge sind nicht mehr möglich."
        ),
    ),
    "begin_not_ready": _(
        "messages_begin_not_ready",
        default=(
            "Für dieses Förderprogramm können noch keine Anträge gestellt "
            "werden: Das Antragsformular ist noch nicht veröffentlicht."
        ),
    ),
    "begin_not_eligible": _(
        "messages_begin_not_eligible",
        default=(
            "Ihre Kommune gehört nicht zu denen, die hier einen Antrag stellen dürfen."
        ),
    ),
    "begin_too_many": _(
        "messages_begin_too_many",
        default=(
            "Ihre Kommune hat hier schon so viele Anträge, wie erlaubt sind"
            " (${allowed}). Ein zurückgezogener Antrag zählt nicht mit."
        ),
    ),
    "consultation_municipality_missing": _(
        "messages_consultation_municipality_missing",
        default="Bitte wählen Sie die Kommune, die beraten wurde.",
    ),
    "consultation_moment_missing": _(
        "messages_consultation_moment_missing",
        default="Bitte geben Sie Datum und Uhrzeit der Beratung an.",
    ),
    "consultation_in_future": _(
        "messages_consultation_in_future",
        default=(
            "Die Beratung liegt in der Zukunft. Bitte prüfen Sie Datum und Uhrzeit."
        ),
    ),
    "consultation_adviser_missing": _(
        "messages_consultation_adviser_missing",
        default="Bitte geben Sie an, wer beraten hat.",
    ),
    "consultation_caller_missing": _(
        "messages_consultation_caller_missing",
        default="Bitte geben Sie an, wer beraten wurde.",
    ),
    "consultation_pillars_missing": _(
        "messages_consultation_pillars_missing",
        default="Bitte wählen Sie mindestens eine Säule, um die es ging.",
    ),
    "return_reason_missing": _(
        "messages_return_reason_missing",
        default="Bitte begründen Sie, warum der Antrag zurück in die Prüfung geht.",
    ),
    "decision_missing": _(
        "messages_decision_missing",
        default="Bitte wählen Sie, ob der Antrag bewilligt oder abgelehnt wird.",
    ),
    "records_keep_product": _(
        "messages_records_keep_product",
        default=(
            "Kommunaldialog bleibt installiert, geändert wurde nichts: Zu diesen"
            " Förderaufrufen gibt es Akten: ${calls}. Ohne Kommunaldialog kann sie"
            " niemand lesen. Laden Sie jede Akte als ZIP herunter (Seite des Antrags"
            " oder „Aufbewahrung“), die Liste der Anträge als Tabelle und das"
            " Förderprogramm mit „Programm exportieren“. Deinstallieren können Sie,"
            " sobald die Akten nach ihrer Frist gelöscht und die Förderaufrufe"
            " entfernt sind."
        ),
    ),
}
