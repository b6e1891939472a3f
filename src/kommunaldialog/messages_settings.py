"""The words for settings of a call that can't be; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


SETTINGS: dict[str, Message] = {
    "instant_wrong": _(
        "messages_instant_wrong",
        default=(
            "Bitte geben Sie einen Tag ein, den es gibt, zum Beispiel 31.10.2026,"
            " und dazu eine Uhrzeit wie 16:00 oder keine."
        ),
    ),
    "time_left_out": _(
        "messages_time_left_out",
        default=(
            "Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt."
            " Bitte wählen Sie eine andere."
        ),
    ),
    "settings_deadline_before_opening": _(
        "messages_settings_deadline_before_opening",
        default=(
            "Die Antragsfrist liegt vor der Öffnung."
            " Bitte prüfen Sie die beiden Zeitpunkte."
        ),
    ),
    "settings_deadline_fixed": _(
        "messages_settings_deadline_fixed",
        default=(
            "Es gibt schon Anträge. Öffnung und Antragsfrist ändern Sie deshalb nicht"
            " hier: Eine neue Frist setzen Sie mit ihrem Grund auf der Seite"
            " „Frist ändern“ (${page})."
        ),
    ),
    "settings_measures_end": _(
        "messages_settings_measures_end",
        default="Das Ende liegt vor dem Beginn. Bitte prüfen Sie die beiden Tage.",
    ),
    "settings_measures_over": _(
        "messages_settings_measures_over",
        default=(
            "Die Durchführung endet, bevor Anträge möglich sind."
            " Bitte wählen Sie einen späteren Tag."
        ),
    ),
    "settings_scan_without_signature": _(
        "messages_settings_scan_without_signature",
        default=(
            "Das eingescannte Blatt ersetzt die Unterschrift. Bitte verlangen Sie auch,"
            " dass eine zeichnungsberechtigte Person einreicht, oder nehmen Sie diesen"
            " Haken heraus."
        ),
    ),
    "settings_stated_without_consultation": _(
        "messages_settings_stated_without_consultation",
        default=(
            "Das Programm verlangt keine Beratung. Bitte verlangen Sie sie, oder"
            " nehmen Sie diesen Haken heraus."
        ),
    ),
    "settings_limit_above_budget": _(
        "messages_settings_limit_above_budget",
        default=(
            "Die höchste Zuwendung (${limit}) ist höher als die Fördermittel"
            " insgesamt (${budget}). Bitte prüfen Sie die beiden Beträge."
        ),
    ),
    "settings_pillar_above_budget": _(
        "messages_settings_pillar_above_budget",
        default=(
            "In „${pillar}“ sind bis zu ${limit} möglich. Die Fördermittel insgesamt"
            " dürfen nicht niedriger sein."
        ),
    ),
    "settings_budget_below_granted": _(
        "messages_settings_budget_below_granted",
        default=(
            "Bewilligt sind schon ${granted}."
            " Die Fördermittel insgesamt dürfen nicht niedriger sein."
        ),
    ),
    "settings_pillar_above_municipality": _(
        "messages_settings_pillar_above_municipality",
        default=(
            "In „${pillar}“ sind bis zu ${limit} möglich."
            " Je Kommune dürfen es nicht weniger sein."
        ),
    ),
    "settings_limit_above_municipality": _(
        "messages_settings_limit_above_municipality",
        default=(
            "Das Programm bewilligt je Kommune höchstens ${highest}."
            " Bitte geben Sie hier nicht mehr an."
        ),
    ),
    "settings_rate_missing": _(
        "messages_settings_rate_missing",
        default=(
            "Das Programm finanziert einen Anteil."
            " Bitte geben Sie den Fördersatz in Prozent an."
        ),
    ),
    "settings_pillar_without_rate": _(
        "messages_settings_pillar_without_rate",
        default=(
            "„${pillar}“ hat noch keinen Fördersatz."
            " Bitte tragen Sie ihn zuerst dort ein."
        ),
    ),
    "settings_fixed_grant_missing": _(
        "messages_settings_fixed_grant_missing",
        default=(
            "Das Programm zahlt einen Festbetrag. Bitte geben Sie ihn in Euro an."
        ),
    ),
    "settings_pillar_without_fixed_grant": _(
        "messages_settings_pillar_without_fixed_grant",
        default=(
            "„${pillar}“ hat noch keinen Festbetrag."
            " Bitte tragen Sie ihn zuerst dort ein."
        ),
    ),
    "settings_own_share_in_full_funding": _(
        "messages_settings_own_share_in_full_funding",
        default=(
            "Bei Vollfinanzierung trägt die Kommune keinen Eigenanteil."
            " Bitte lassen Sie dieses Feld leer, oder wählen Sie im Programm eine"
            " andere Art der Finanzierung."
        ),
    ),
    "settings_own_share_is_all": _(
        "messages_settings_own_share_is_all",
        default=(
            "Bei einem Eigenanteil von 100 % bleibt nichts zu fördern."
            " Bitte geben Sie einen niedrigeren an."
        ),
    ),
    "settings_pillar_with_own_share": _(
        "messages_settings_pillar_with_own_share",
        default=(
            "„${pillar}“ verlangt einen Eigenanteil von ${percent} %."
            " Bei Vollfinanzierung gibt es keinen; bitte leeren Sie das Feld zuerst"
            " dort."
        ),
    ),
    "settings_shares_above_all": _(
        "messages_settings_shares_above_all",
        default=(
            "Fördersatz und Mindest-Eigenanteil sind zusammen mehr als 100 %."
            " Bitte prüfen Sie die beiden Angaben."
        ),
    ),
    "settings_fixed_above_limit": _(
        "messages_settings_fixed_above_limit",
        default=(
            "Der Festbetrag ist höher als die höchste Zuwendung (${limit})."
            " Bitte prüfen Sie die beiden Beträge."
        ),
    ),
    "settings_prefix_fixed": _(
        "messages_settings_prefix_fixed",
        default=(
            "Das Kürzel steht schon in Aktenzeichen."
            " Es kann nicht mehr geändert werden."
        ),
    ),
    "settings_prefix_taken": _(
        "messages_settings_prefix_taken",
        default=(
            "Dieses Kürzel hat schon ein anderes Förderprogramm."
            " Bitte wählen Sie ein eigenes."
        ),
    ),
    "deadline_missing": _(
        "messages_deadline_missing",
        default="Bitte geben Sie an, bis wann Anträge möglich sein sollen.",
    ),
    "deadline_same": _(
        "messages_deadline_same",
        default="Das ist die Frist, die schon gilt. Bitte geben Sie die neue an.",
    ),
    "deadline_in_past": _(
        "messages_deadline_in_past",
        default="Die neue Frist ist schon vorbei. Bitte wählen Sie eine spätere.",
    ),
    "deadline_reason_missing": _(
        "messages_deadline_reason_missing",
        default=(
            "Bitte nennen Sie den Grund."
            " Er steht öffentlich auf der Seite des Programms."
        ),
    ),
    "deadline_outage_shorter": _(
        "messages_deadline_outage_shorter",
        default=(
            "Wegen einer Störung kann die Frist nur verlängert werden."
            " Bisher endet sie am ${deadline_date} um ${deadline_time} Uhr."
        ),
    ),
}
