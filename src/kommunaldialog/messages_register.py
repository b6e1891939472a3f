"""The words for what is wrong with a list of municipalities, or with a merger."""

from kommunaldialog import _
from zope.i18nmessageid import Message


REGISTER: dict[str, Message] = {
    "register_other_key": _(
        "messages_register_other_key",
        default=(
            "Zweckverbände pflegen Sie im Register von Hand, mit ihren Mitgliedern."
        ),
    ),
    "register_duplicate": _(
        "messages_register_duplicate",
        default="Dieser Schlüssel steht schon in Zeile ${row}.",
    ),
    "register_name_missing": _(
        "messages_register_name_missing", default="Der Name fehlt."
    ),
    "register_ars_mismatch": _(
        "messages_register_ars_mismatch",
        default=(
            "Der Regionalschlüssel ${ars} passt nicht zum Gemeindeschlüssel,"
            " oder er hat keine zwölf Ziffern."
        ),
    ),
    "register_kreis_mismatch": _(
        "messages_register_kreis_mismatch",
        default=(
            "Der Schlüssel des Kreises (${kreis}) passt nicht zum Gemeindeschlüssel."
        ),
    ),
    "register_kreis_is_city": _(
        "messages_register_kreis_is_city",
        default=(
            "Diese kreisfreie Stadt steht mit dem Schlüssel ${city} in der Liste."
            " Sie wird nur einmal geführt."
        ),
    ),
    "register_kind_unknown": _(
        "messages_register_kind_unknown",
        default="Die Art „${kind}“ nimmt dieses Register nicht aus Listen auf.",
    ),
    "register_kind_no_kreis": _(
        "messages_register_kind_no_kreis",
        default="Fünf Ziffern hat nur ein Landkreis, in der Liste steht „${kind}“.",
    ),
    "register_kind_no_verband": _(
        "messages_register_kind_no_verband",
        default=(
            "Neun Ziffern hat nur eine Verwaltungsgemeinschaft, in der Liste steht"
            " „${kind}“."
        ),
    ),
    "register_kind_digits": _(
        "messages_register_kind_digits",
        default="Der Schlüssel dieser Art hat ${digits} Ziffern.",
    ),
    "register_city_key": _(
        "messages_register_city_key",
        default="Der Schlüssel einer kreisfreien Stadt endet auf 000.",
    ),
    "register_population": _(
        "messages_register_population",
        default="Die Einwohnerzahl „${text}“ ist keine Zahl.",
    ),
    "register_coordinates": _(
        "messages_register_coordinates",
        default="Längengrad und Breitengrad müssen zwei Zahlen sein.",
    ),
    "register_coordinates_outside": _(
        "messages_register_coordinates_outside",
        default="Der Ort liegt nicht in Deutschland. Sind Länge und Breite vertauscht?",
    ),
    "register_end_day": _(
        "messages_register_end_day",
        default="Bitte schreiben Sie den Tag so: 01.01.2025.",
    ),
    "register_end_twice": _(
        "messages_register_end_twice",
        default="Für diesen Schlüssel steht in der Datei schon etwas anderes.",
    ),
    "register_end_unknown": _(
        "messages_register_end_unknown",
        default="Den Schlüssel ${ags} gibt es im Register nicht.",
    ),
    "register_end_again": _(
        "messages_register_end_again",
        default="Im Register steht schon, dass es diese Kommune nur bis ${last} gab.",
    ),
    "register_end_listed": _(
        "messages_register_end_listed",
        default=(
            "Diese Kommune steht in der neuen Liste. Sie kann nicht zugleich enden."
        ),
    ),
    "register_end_before_start": _(
        "messages_register_end_before_start",
        default="Diese Kommune gibt es erst seit ${first}. Bitte prüfen Sie den Tag.",
    ),
    "register_end_both": _(
        "messages_register_end_both",
        default=(
            "Bitte geben Sie entweder eine Nachfolgerin an oder „ohne Nachfolge“,"
            " nicht beides."
        ),
    ),
    "register_successor_same": _(
        "messages_register_successor_same",
        default="Eine Kommune kann nicht ihre eigene Nachfolgerin sein.",
    ),
    "register_successor_unknown": _(
        "messages_register_successor_unknown",
        default=(
            "Die Nachfolgerin ${ags} steht weder im Register noch in der neuen Liste."
        ),
    ),
    "register_file_missing": _(
        "messages_register_file_missing",
        default="Bitte wählen Sie die Datei mit der Liste aus.",
    ),
    "register_file_empty": _(
        "messages_register_file_empty",
        default="In dieser Datei steht keine Zeile mit einer Kommune.",
    ),
    "register_file_too_large": _(
        "messages_register_file_too_large",
        default="Die Datei ist zu groß. Möglich sind ${limit} MB.",
    ),
    "register_file_unreadable": _(
        "messages_register_file_unreadable",
        default=(
            "Diese Datei ist keine lesbare Tabelle. Möglich sind CSV (UTF-8 oder"
            " Windows, mit Komma oder Semikolon) und das GV100AD des Statistischen"
            " Bundesamts."
        ),
    ),
    "register_line_unreadable": _(
        "messages_register_line_unreadable",
        default="Diese Zeile ist nicht aufgebaut wie im GV100AD beschrieben.",
    ),
    "register_columns_missing": _(
        "messages_register_columns_missing",
        default="Bitte wählen Sie die Spalten für Gemeindeschlüssel und Name.",
    ),
    "register_changes_columns": _(
        "messages_register_changes_columns",
        default="Die Datei der Gebietsänderungen braucht die Spalten alt, neu, datum.",
    ),
    "register_day_missing": _(
        "messages_register_day_missing",
        default="Bitte geben Sie an, von welchem Tag die Liste ist.",
    ),
    "register_source_missing": _(
        "messages_register_source_missing",
        default="Bitte geben Sie an, woher die Liste stammt.",
    ),
    "register_licence_missing": _(
        "messages_register_licence_missing",
        default="Bitte geben Sie an, unter welcher Lizenz die Daten stehen.",
    ),
    "register_folder_missing": _(
        "messages_register_folder_missing",
        default="Bitte wählen Sie einen Ordner für neue Kommunen.",
    ),
    "register_running": _(
        "messages_register_running",
        default=(
            "Eine andere Liste wird gerade übernommen. Bitte schließen Sie das zuerst"
            " ab oder brechen Sie es ab."
        ),
    ),
    "register_moved_on": _(
        "messages_register_moved_on",
        default=(
            "Das Register oder die Datei hat sich seit der Vorschau geändert. Bitte"
            " prüfen Sie die neue Vorschau und bestätigen Sie noch einmal."
        ),
    ),
    "register_id_taken": _(
        "messages_register_id_taken",
        default=(
            "Im gewählten Ordner liegt unter ${ags} schon etwas anderes. Bitte wählen"
            " Sie einen anderen Ordner."
        ),
    ),
    "begin_ended": _(
        "messages_begin_ended",
        default=(
            "${name} gibt es seit ${since} nicht mehr. Anträge stellt jetzt die"
            " Nachfolgerin: ${successor}."
        ),
    ),
    "begin_ended_alone": _(
        "messages_begin_ended_alone",
        default="${name} gibt es seit ${since} nicht mehr.",
    ),
}
