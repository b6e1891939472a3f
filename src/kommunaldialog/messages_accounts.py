"""The words for what is refused about accounts and access; see `messages`."""

from kommunaldialog import _
from zope.i18nmessageid import Message


ACCOUNTS: dict[str, Message] = {
    "access_too_many_requests": _(
        "messages_access_too_many_requests",
        default=(
            "Es warten schon zu viele Ihrer Anfragen auf Antwort. Bitte warten"
            " Sie, bis welche beantwortet sind."
        ),
    ),
    "access_act_unknown": _(
        "messages_access_act_unknown",
        default=(
            "Bitte nennen Sie, was getan werden soll: invite, resend, withdraw,"
            " change, leave, ask oder decide."
        ),
    ),
    "access_link_unknown": _(
        "messages_access_link_unknown",
        default=(
            "Dieser Link ist nicht (mehr) gültig. Bitte öffnen Sie ihn noch"
            " einmal aus der E-Mail, ganz und ohne Zeilenumbruch."
        ),
    ),
    "access_link_expired": _(
        "messages_access_link_expired",
        default=(
            "Dieser Link ist abgelaufen. Bitte lassen Sie sich einen neuen"
            " schicken: von der Person, die Sie eingeladen hat, oder mit einer"
            " neuen Anfrage."
        ),
    ),
    "access_link_accepted": _(
        "messages_access_link_accepted",
        default=(
            "Dieser Link ist schon benutzt worden. Wenn Sie das waren, melden"
            " Sie sich bitte einfach an."
        ),
    ),
    "access_link_withdrawn": _(
        "messages_access_link_withdrawn",
        default=(
            "Diese Einladung wurde zurückgenommen. Bitte fragen Sie in Ihrer"
            " Kommune oder bei der Bewilligungsstelle nach."
        ),
    ),
    "access_link_waiting": _(
        "messages_access_link_waiting",
        default=(
            "Diese Anfrage ist schon bestätigt und wird geprüft. Bitte melden"
            " Sie sich an, um weiterzuarbeiten."
        ),
    ),
    "access_link_refused": _(
        "messages_access_link_refused",
        default=(
            "Diese Anfrage wurde abgelehnt. Bitte wenden Sie sich an die"
            " Bewilligungsstelle."
        ),
    ),
    "access_roles_missing": _(
        "messages_access_roles_missing",
        default="Bitte wählen Sie mindestens eine Aufgabe.",
    ),
    "access_mail_wrong": _(
        "messages_access_mail_wrong",
        default=(
            "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@musterstadt.de."
        ),
    ),
    "access_invited_already": _(
        "messages_access_invited_already",
        default=(
            "Diese Adresse ist schon eingeladen. Sie können die Einladung unten"
            " noch einmal schicken."
        ),
    ),
    "access_held_already": _(
        "messages_access_held_already",
        default=(
            "Wer diese Adresse hat, ist dafür schon eingetragen. Aufgaben"
            " ändern Sie in der Liste der Personen."
        ),
    ),
    "access_held_by_you": _(
        "messages_access_held_by_you",
        default=("Sie sind dafür schon eingetragen. Sie können gleich weiterarbeiten."),
    ),
    "access_too_many_open": _(
        "messages_access_too_many_open",
        default=(
            "Für diese Kommune sind zu viele Einladungen offen. Bitte nehmen"
            " Sie erst welche zurück."
        ),
    ),
    "access_municipality_missing": _(
        "messages_access_municipality_missing",
        default="Bitte wählen Sie eine Kommune.",
    ),
    "access_name_missing": _(
        "messages_access_name_missing",
        default="Bitte geben Sie Ihren Namen an.",
    ),
    "access_phone_missing": _(
        "messages_access_phone_missing",
        default=(
            "Bitte geben Sie an, unter welcher dienstlichen Telefonnummer man"
            " Sie erreicht."
        ),
    ),
    "access_busy": _(
        "messages_access_busy",
        default=(
            "Zurzeit gehen sehr viele Anfragen ein. Bitte versuchen Sie es in"
            " einer Stunde noch einmal oder rufen Sie die Bewilligungsstelle an."
        ),
    ),
    "access_sent_lately": _(
        "messages_access_sent_lately",
        default=(
            "Diese Einladung ist gerade erst verschickt worden. Noch einmal geht es"
            " ${minutes} Minuten nach dem letzten Mal."
        ),
    ),
    "access_sent_often": _(
        "messages_access_sent_often",
        default=(
            "An diese Adresse sind heute schon mehrere Einladungen gegangen. Bitte"
            " versuchen Sie es morgen wieder oder rufen Sie die Person an."
        ),
    ),
    "access_own_roles": _(
        "messages_access_own_roles",
        default=(
            "Sich selbst können Sie keine weitere Aufgabe geben. Das macht jemand"
            " anderes, der Zugänge Ihrer Kommune verwaltet, oder die"
            " Bewilligungsstelle."
        ),
    ),
    "access_last_manager": _(
        "messages_access_last_manager",
        default=(
            "Das ist die letzte Person, die für diese Kommune Zugänge"
            " verwaltet. Bitte geben Sie diese Aufgabe vorher jemand anderem."
        ),
    ),
    "access_request_decided": _(
        "messages_access_request_decided",
        default="Diese Anfrage ist schon beantwortet.",
    ),
    "access_request_own": _(
        "messages_access_request_own",
        default="Über die eigene Anfrage entscheidet jemand anderes.",
    ),
    "access_reason_missing": _(
        "messages_access_reason_missing",
        default="Bitte schreiben Sie, warum die Anfrage abgelehnt wird.",
    ),
    "access_request_waits": _(
        "messages_access_request_waits",
        default=(
            "Ihre Anfrage für diese Kommune wird schon geprüft. Einen Entwurf"
            " können Sie gleich beginnen."
        ),
    ),
    "access_own_invitation": _(
        "messages_access_own_invitation",
        default=(
            "Sie haben diese Einladung selbst verschickt. Annehmen kann sie nur"
            " jemand anderes."
        ),
    ),
    "access_invitation_gone": _(
        "messages_access_invitation_gone",
        default="Diese Einladung ist nicht mehr offen.",
    ),
    "access_person_gone": _(
        "messages_access_person_gone",
        default="Diese Person ist nicht (mehr) für die Kommune eingetragen.",
    ),
    "access_by_group": _(
        "messages_access_by_group",
        default=(
            "Diese Person gehört über eine Gruppe des Portals zur Kommune. Das"
            " ändert nur, wer das Portal betreibt."
        ),
    ),
    "access_account_exists": _(
        "messages_access_account_exists",
        default=(
            "Für diese E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie"
            " sich damit an."
        ),
    ),
    "access_password_missing": _(
        "messages_access_password_missing",
        default="Bitte denken Sie sich ein Passwort aus.",
    ),
    "access_password_differs": _(
        "messages_access_password_differs",
        default=(
            "Die beiden Passwörter sind verschieden. Bitte geben Sie sie noch"
            " einmal ein."
        ),
    ),
    "access_password": _(
        "messages_access_password",
        default="${problem}",
    ),
    "access_not_confirmed": _(
        "messages_access_not_confirmed",
        default=(
            "Ihr Zugang zu dieser Kommune ist noch nicht bestätigt. Der Entwurf"
            " bleibt gespeichert; einreichen können Sie, sobald der Zugang"
            " bestätigt ist."
        ),
    ),
    "access_or_scan_missing": _(
        "messages_access_or_scan_missing",
        default=(
            "Ihr Zugang zu dieser Kommune ist noch nicht bestätigt. Einreichen"
            " können Sie schon jetzt, wenn Sie das unterschriebene Blatt"
            " beifügen."
        ),
    ),
    "begin_one_until_confirmed": _(
        "messages_begin_one_until_confirmed",
        default=(
            "Solange Ihr Zugang nicht bestätigt ist, können Sie hier einen"
            " Entwurf haben. Sie finden ihn unter „Meine Anträge“."
        ),
    ),
}
