"""The words for what is wrong with a file that is to become a programme."""

from kommunaldialog import _
from zope.i18nmessageid import Message


EXPORTS: dict[str, Message] = {
    "file_missing": _(
        "messages_file_missing",
        default="Bitte wählen Sie die Datei eines Förderprogramms aus.",
    ),
    "file_too_large": _(
        "messages_file_too_large",
        default=(
            "Die Datei ist zu groß für ein Förderprogramm. Bitte wählen Sie eine "
            "Datei, die mit „Programm exportieren“ entstanden ist."
        ),
    ),
    "file_unreadable": _(
        "messages_file_unreadable",
        default=(
            "Die Datei lässt sich nicht lesen. Bitte wählen Sie eine Datei, die mit "
            "„Programm exportieren“ entstanden ist."
        ),
    ),
    "file_of_another_kind": _(
        "messages_file_of_another_kind",
        default=(
            "In der Datei steht kein Förderprogramm. Bitte wählen Sie eine Datei, die "
            "mit „Programm exportieren“ entstanden ist."
        ),
    ),
    "file_of_another_version": _(
        "messages_file_of_another_version",
        default=(
            "Die Datei stammt aus einer anderen Fassung der Software und kann hier "
            "nicht gelesen werden. Bitte bringen Sie beide Portale auf denselben "
            "Stand und exportieren Sie das Programm neu."
        ),
    ),
    "file_damaged": _(
        "messages_file_damaged",
        default=(
            "In der Datei fehlen Teile, oder sie wurde verändert. Bitte exportieren "
            "Sie das Programm neu."
        ),
    ),
    "file_setting_unknown": _(
        "messages_file_setting_unknown",
        default=(
            "Die Datei enthält die Einstellung „${name}“, die es hier nicht gibt. "
            "Bitte exportieren Sie das Programm neu, aus einem Portal mit demselben "
            "Stand der Software."
        ),
    ),
    "file_setting_wrong": _(
        "messages_file_setting_wrong",
        default=(
            "Die Einstellung „${setting}“ ist in der Datei nicht lesbar. Bitte "
            "exportieren Sie das Programm neu."
        ),
    ),
    "file_value_wrong": _(
        "messages_file_value_wrong", default="„${setting}“: ${problem}"
    ),
    # What is wrong with it stands at its own input.
    "file_prefix_wrong": _("messages_file_prefix_wrong", default="${problem}"),
    "file_form_wrong": _(
        "messages_file_form_wrong",
        default="Antragsformular, Frage „${question}“: ${problem}",
    ),
}
