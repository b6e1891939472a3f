"""Public pages: what they lack, and what was found in their files."""

from kommunaldialog import _
from kommunaldialog.domain.findings import LOCKED
from kommunaldialog.domain.findings import NO_LANGUAGE
from kommunaldialog.domain.findings import NO_TEXT
from kommunaldialog.domain.findings import NO_TITLE
from kommunaldialog.domain.findings import NOT_PDF
from kommunaldialog.domain.findings import UNREADABLE
from kommunaldialog.domain.findings import UNTAGGED
from zope.i18nmessageid import Message


PUBLIC: dict[str, Message] = {
    "public_goal_missing": _(
        "messages_public_goal_missing",
        default="Das Ziel fehlt: Was soll am Ende anders sein?",
    ),
    "public_use_of_results_missing": _(
        "messages_public_use_of_results_missing",
        default="Es fehlt, was mit den Ergebnissen geschieht.",
    ),
    "public_contact_missing": _(
        "messages_public_contact_missing",
        default="Die Ansprechperson fehlt.",
    ),
    "public_contact_unpublished": _(
        "messages_public_contact_unpublished",
        default=(
            "Die Ansprechperson ist noch nicht veröffentlicht oder archiviert: Bitte "
            "veröffentlichen Sie zuerst deren Seite, oder wählen Sie eine andere."
        ),
    ),
    "public_kind_missing": _(
        "messages_public_kind_missing",
        default="Die Art fehlt.",
    ),
    "public_summary_missing": _(
        "messages_public_summary_missing",
        default=(
            "Die Kurzfassung fehlt: Zu einer Datei gehört ein Text, den alle lesen "
            "können."
        ),
    ),
    "public_content_missing": _(
        "messages_public_content_missing",
        default="Die Seite ist leer: Es fehlt eine Kurzfassung oder ein Text.",
    ),
    "public_alternative_missing": _(
        "messages_public_alternative_missing",
        default="Der Alternativtext des Bildes fehlt: Was ist darauf zu sehen?",
    ),
}

# What visitors read beside a file: what to expect of it, and no reproach.
FILE_FINDINGS: dict[str, Message] = {
    UNREADABLE: _(
        "messages_finding_unreadable",
        default="Die Datei ist beschädigt und lässt sich vielleicht nicht öffnen.",
    ),
    LOCKED: _(
        "messages_finding_locked",
        default="Die Datei ist gesperrt: Vorleseprogramme können sie nicht lesen.",
    ),
    NO_TEXT: _(
        "messages_finding_no_text",
        default=(
            "Die Datei besteht aus Bildern ohne Text: Vorleseprogramme können sie "
            "nicht lesen."
        ),
    ),
    UNTAGGED: _(
        "messages_finding_untagged",
        default=(
            "Überschriften, Listen und Tabellen sind nicht ausgezeichnet: "
            "Vorleseprogramme lesen die Datei vielleicht in falscher Reihenfolge."
        ),
    ),
    NO_LANGUAGE: _(
        "messages_finding_no_language",
        default=(
            "Die Sprache der Datei ist nicht angegeben: Vorleseprogramme sprechen sie "
            "vielleicht falsch aus."
        ),
    ),
    NO_TITLE: _(
        "messages_finding_no_title",
        default="Die Datei hat keinen Titel.",
    ),
    NOT_PDF: _(
        "messages_finding_not_pdf",
        default=(
            "Die Datei ist kein PDF. Ob sie barrierefrei ist, wurde nicht geprüft."
        ),
    ),
}

# What editors should do about a contact; `day` is when it was checked last.
CONTACT_TASKS: dict[str, Message] = {
    "contact_unreachable": _(
        "messages_contact_unreachable",
        default="Weder E-Mail noch Telefon sind angegeben.",
    ),
    "contact_unchecked": _(
        "messages_contact_unchecked",
        default="Zuletzt geprüft am ${day}. Stimmt noch alles?",
    ),
    "contact_unused": _(
        "messages_contact_unused",
        default="Steht auf keiner Seite. Wird der Kontakt noch gebraucht?",
    ),
    "contact_not_public": _(
        "messages_contact_not_public",
        default="Ist nicht veröffentlicht, gehört aber zu einer Seite.",
    ),
}
