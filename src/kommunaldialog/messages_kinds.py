"""The words for keys, kinds and members of municipalities that do not fit."""

from kommunaldialog import _
from zope.i18nmessageid import Message


KINDS: dict[str, Message] = {
    "ags_not_plain": _(
        "messages_ags_not_plain",
        default="Bitte schreiben Sie den Schlüssel so: ${key}.",
    ),
    "ags_no_verband": _(
        "messages_ags_no_verband",
        default=(
            "Neun Ziffern hat der Schlüssel einer Verwaltungsgemeinschaft, und die "
            "sechste ist eine 5. Der einer Gemeinde hat acht Ziffern."
        ),
    ),
    "kind_of_landkreis": _(
        "messages_kind_of_landkreis",
        default=(
            "Einen Schlüssel mit fünf Ziffern haben Landkreise, und nur sie. "
            "Bitte prüfen Sie Schlüssel und Art."
        ),
    ),
    "kind_of_verwaltungsgemeinschaft": _(
        "messages_kind_of_verwaltungsgemeinschaft",
        default=(
            "Einen Schlüssel mit neun Ziffern haben Verwaltungsgemeinschaften, und "
            "nur sie. Bitte prüfen Sie Schlüssel und Art."
        ),
    ),
    "kind_of_zweckverband": _(
        "messages_kind_of_zweckverband",
        default=(
            "Einen Schlüssel, der mit Z beginnt, haben Zweckverbände, und nur sie. "
            "Bitte prüfen Sie Schlüssel und Art."
        ),
    ),
    "kind_of_stadtkreis": _(
        "messages_kind_of_stadtkreis",
        default=(
            "Einen Schlüssel, der mit 000 endet, haben Stadtkreise und kreisfreie "
            "Städte, und nur sie. Bitte prüfen Sie Schlüssel und Art."
        ),
    ),
    "stadtkreis_twice": _(
        "messages_stadtkreis_twice",
        default=(
            "Diese Stadt ist unter dem Schlüssel ${other} schon im Register. Ein "
            "Stadtkreis steht dort nur einmal: mit acht Ziffern."
        ),
    ),
    "members_of_none": _(
        "messages_members_of_none",
        default=(
            "Mitglieder haben hier nur Verwaltungsgemeinschaften und Zweckverbände. "
            "Die Gemeinden eines Landkreises ergeben sich aus ihren Schlüsseln."
        ),
    ),
    "members_itself": _(
        "messages_members_itself",
        default="Niemand ist Mitglied bei sich selbst. Bitte prüfen Sie das.",
    ),
    "members_elsewhere": _(
        "messages_members_elsewhere",
        default=(
            "Einer Verwaltungsgemeinschaft gehören Gemeinden ihres Landkreises an. "
            "Bitte prüfen Sie die Mitglieder."
        ),
    ),
    "municipality_unclear": _(
        "messages_municipality_unclear",
        default=(
            "„${typed}“ kann mehrere Kommunen meinen. Bitte wählen Sie aus, welche."
        ),
    ),
    "municipality_not_found": _(
        "messages_municipality_not_found",
        default=(
            "„${typed}“ steht nicht im Register. Bitte prüfen Sie die Schreibweise."
        ),
    ),
    "core_participants_unknown": _(
        "messages_core_participants_unknown",
        default="Diese Kommune ist nicht im Register: ${key}.",
    ),
    "core_participants_itself": _(
        "messages_core_participants_itself",
        default=(
            "Ihre eigene Kommune stellt den Antrag. Bitte nennen Sie hier nur die "
            "anderen."
        ),
    ),
    "core_participants_too_many": _(
        "messages_core_participants_too_many",
        default="Bitte nennen Sie höchstens ${limit} beteiligte Kommunen.",
    ),
}
