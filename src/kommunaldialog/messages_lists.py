"""The words for what is refused about lists and who works on a case; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


LISTS: dict[str, Message] = {
    "case_worker_missing": _(
        "messages_case_worker_missing",
        default="Bitte wählen Sie, wer den Vorgang bearbeiten soll.",
    ),
    "case_worker_unknown": _(
        "messages_case_worker_unknown",
        default=(
            "Diese Person gehört nicht zur Sachbearbeitung des Programms. Bitte wählen"
            " Sie eine aus der Liste."
        ),
    ),
    "case_worker_already": _(
        "messages_case_worker_already",
        default="${name} bearbeitet diesen Vorgang schon.",
    ),
    "case_worker_biased": _(
        "messages_case_worker_biased",
        default=(
            "${name} gehört zur Kommune, die den Antrag stellt, und darf ihn nicht"
            " bearbeiten (§ 20 VwVfG). Bitte wählen Sie jemand anderen."
        ),
    ),
    "cases_missing": _(
        "messages_cases_missing",
        default="Bitte wählen Sie in der Liste mindestens einen Vorgang aus.",
    ),
    "cases_too_many": _(
        "messages_cases_too_many",
        default=(
            "Es können höchstens ${limit} Vorgänge auf einmal übergeben werden. Bitte"
            " grenzen Sie die Auswahl in der Liste ein."
        ),
    ),
    "deputy_absent_missing": _(
        "messages_deputy_absent_missing",
        default="Bitte wählen Sie, wer abwesend ist.",
    ),
    "deputy_missing": _(
        "messages_deputy_missing",
        default="Bitte wählen Sie, wer vertritt.",
    ),
    "deputy_oneself": _(
        "messages_deputy_oneself",
        default="Niemand kann sich selbst vertreten. Bitte wählen Sie jemand anderen.",
    ),
    "deputy_first_missing": _(
        "messages_deputy_first_missing",
        default="Bitte geben Sie den ersten Tag an, zum Beispiel 24.12.2026.",
    ),
    "deputy_last_missing": _(
        "messages_deputy_last_missing",
        default="Bitte geben Sie den letzten Tag an, zum Beispiel 06.01.2027.",
    ),
    "deputy_over": _(
        "messages_deputy_over",
        default="Der letzte Tag ist schon vorbei. Bitte geben Sie einen späteren an.",
    ),
    "deputy_days_reversed": _(
        "messages_deputy_days_reversed",
        default="Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.",
    ),
    "deputy_too_long": _(
        "messages_deputy_too_long",
        default=(
            "Eine Vertretung dauert höchstens ein Jahr. Übergeben Sie die Vorgänge,"
            " wenn jemand länger fehlt."
        ),
    ),
    "deputy_gone": _(
        "messages_deputy_gone",
        default="Diese Vertretung gibt es nicht mehr. Hier sehen Sie die aktuellen.",
    ),
    "sample_nothing_there": _(
        "messages_sample_nothing_there",
        default=(
            "Es ist noch kein Verwendungsnachweis eingegangen, aus dem gezogen werden"
            " könnte."
        ),
    ),
    "sample_size_wrong": _(
        "messages_sample_size_wrong",
        default="Bitte geben Sie eine Zahl zwischen 1 und ${most} ein.",
    ),
    "sample_seed_missing": _(
        "messages_sample_seed_missing",
        default=(
            "Bitte geben Sie einen Startwert ein, zum Beispiel das Ergebnis eines"
            " Wurfs mit mehreren Würfeln."
        ),
    ),
    "sample_seed_wrong": _(
        "messages_sample_seed_wrong",
        default=(
            "Der Startwert hat höchstens ${limit} Zeichen und steht in einer Zeile."
        ),
    ),
}
