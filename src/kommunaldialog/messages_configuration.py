"""The portal's settings: what can't be with granting bodies and configuration files."""

from kommunaldialog import _
from zope.i18nmessageid import Message


CONFIGURATION: dict[str, Message] = {
    "granting_body_unknown": _(
        "messages_granting_body_unknown",
        default="Diese Bewilligungsstelle steht nicht mehr in der Liste.",
    ),
    "granting_body_name_missing": _(
        "messages_granting_body_name_missing",
        default="Bitte schreiben Sie den Namen der Bewilligungsstelle.",
    ),
    "granting_body_name_taken": _(
        "messages_granting_body_name_taken",
        default="Eine Bewilligungsstelle mit diesem Namen gibt es schon.",
    ),
    "granting_body_key_twice": _(
        "messages_granting_body_key_twice",
        default="Ein Schlüssel steht zweimal in der Liste der Bewilligungsstellen.",
    ),
    "granting_body_mail_wrong": _(
        "messages_granting_body_mail_wrong",
        default="Bitte schreiben Sie eine E-Mail-Adresse wie amt@example.org.",
    ),
    "granting_body_law_missing": _(
        "messages_granting_body_law_missing",
        default="Bitte nennen Sie die Vorschrift, zum Beispiel § 49 VwVfG.",
    ),
    "granting_body_in_use": _(
        "messages_granting_body_in_use",
        default=(
            "„${body}“ kann nicht entfernt werden, denn die Stelle bewilligt in "
            "${used}."
        ),
    ),
    "configuration_too_large": _(
        "messages_configuration_too_large",
        default="Die Datei ist zu groß für eine Konfiguration.",
    ),
    "configuration_unreadable": _(
        "messages_configuration_unreadable",
        default=(
            "Die Datei lässt sich nicht lesen. Bitte wählen Sie eine Datei, die auf "
            "dieser Seite heruntergeladen wurde."
        ),
    ),
    "configuration_of_another_kind": _(
        "messages_configuration_of_another_kind",
        default=(
            "In der Datei steht keine Konfiguration. Bitte wählen Sie eine Datei, die "
            "auf dieser Seite heruntergeladen wurde."
        ),
    ),
    "configuration_of_another_version": _(
        "messages_configuration_of_another_version",
        default=(
            "Die Datei stammt aus einer anderen Fassung der Software. Bitte bringen "
            "Sie beide Portale auf denselben Stand und laden Sie die Datei neu "
            "herunter."
        ),
    ),
    "configuration_unknown": _(
        "messages_configuration_unknown",
        default="„${row}“ gibt es hier nicht.",
    ),
    "configuration_row_wrong": _(
        "messages_configuration_row_wrong",
        default="„${row}“ ist in der Datei nicht lesbar.",
    ),
    "configuration_logo_wrong": _(
        "messages_configuration_logo_wrong",
        default="Das Logo in „${row}“ kann nicht übernommen werden. ${problem}",
    ),
    "configuration_missing": _(
        "messages_configuration_missing", default="Bitte wählen Sie eine Datei."
    ),
    "configuration_folder": _(
        "messages_configuration_folder",
        default="Diesen Ordner gibt es nicht. Bitte schreiben Sie seinen Pfad.",
    ),
    "logo_too_large": _(
        "messages_logo_too_large",
        default="Das Logo ist zu groß. Möglich sind höchstens ${limit} KB.",
    ),
    "logo_too_many_pixels": _(
        "messages_logo_too_many_pixels",
        default="Das Logo darf höchstens ${limit} Bildpunkte breit und hoch sein.",
    ),
    "logo_unreadable": _(
        "messages_logo_unreadable",
        default="Bitte wählen Sie ein Bild im Format PNG oder SVG.",
    ),
    "logo_unsafe": _(
        "messages_logo_unsafe",
        default=(
            "Diese SVG-Datei enthält Skripte, Verweise oder eingebettete Inhalte. "
            "Bitte speichern Sie sie als einfaches SVG oder als PNG."
        ),
    ),
}
