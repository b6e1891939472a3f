"""The text blocks of a call's letters; each is a field of its own.

Their defaults are German for everybody: a letter is in the official language.
"""

from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.text_blocks import check_block
from kommunaldialog.messages import text
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import Interface


_GREETING = "Sehr geehrte Damen und Herren,"

STANDARD = {
    APPROVAL: (
        f"{_GREETING}\n\n"
        "auf Ihren Antrag vom {Eingang} bewilligen wir Ihnen nach {Rechtsgrundlage} für"
        " die Maßnahme „{Massnahme}“ eine Zuwendung in Höhe von {Betrag}.\n\n"
        "Die Zuwendung darf nur für diesen Zweck und nur für Ausgaben in der Zeit vom"
        " {Beginn} bis {Ende} verwendet werden."
    ),
    REJECTION: (
        f"{_GREETING}\n\n"
        "Ihren Antrag vom {Eingang} auf eine Zuwendung von {Beantragt} für die Maßnahme"
        " „{Massnahme}“ lehnen wir ab."
    ),
    AMENDED: (
        f"{_GREETING}\n\n"
        "unseren Bescheid vom {Bescheiddatum} ändern wir: Die Zuwendung für die"
        " Maßnahme „{Massnahme}“ beträgt jetzt {Betrag} statt bisher {Bisher}. Im"
        " Übrigen gilt der Bescheid weiter."
    ),
    EARLY_START: (
        f"{_GREETING}\n\n"
        "Sie dürfen mit der Maßnahme „{Massnahme}“ ab dem {Erlaubt_ab} beginnen, auch"
        " wenn über Ihren Antrag vom {Eingang} noch nicht entschieden ist.\n\n"
        "Damit ist keine Zuwendung zugesagt, weder dem Grunde noch der Höhe nach. Sie"
        " beginnen auf eigenes Risiko."
    ),
    REVOCATION: (
        f"{_GREETING}\n\n"
        "unseren Bescheid vom {Bescheiddatum} über eine Zuwendung für die Maßnahme"
        " „{Massnahme}“ heben wir nach {Vorschrift} auf ({Art}), soweit die Zuwendung"
        " {Betrag} übersteigt. Bisher waren {Bisher} bewilligt."
    ),
    REPAYMENT: (
        f"{_GREETING}\n\n"
        "von der Zuwendung, die wir mit Bescheid vom {Bescheiddatum} für die Maßnahme"
        " „{Massnahme}“ bewilligt haben, fordern wir nach {Vorschrift} {Betrag} zurück."
        " Bitte zahlen Sie den Betrag bis zum {Frist}."
    ),
}


class TextBlock(schema.Text):
    """The text block of one letter, whose placeholders are checked."""

    def __init__(self, *, title: Message, kind: str) -> None:
        # Before all else: a default is validated, too.
        self.kind = kind
        super().__init__(title=title, default=STANDARD[kind], required=False)

    def _validate(self, value: str) -> None:
        super()._validate(value)
        for refusal in check_block(self.kind, value):
            raise Wrong(text(refusal))


class IProgrammeLetters(model.Schema):
    """What the letters of a call say in the granting body's own words."""

    model.fieldset(
        "letters",
        label=_("content_fieldset_letters", default="Texte der Bescheide"),
        fields=[
            "block_approval",
            "block_rejection",
            "block_amended",
            "block_early_start",
            "block_revocation",
            "block_repayment",
        ],
    )
    # The office's own texts are not for everybody; editors have them in the form.
    directives.read_permission(
        block_approval="kommunaldialog.ListApplications",
        block_rejection="kommunaldialog.ListApplications",
        block_amended="kommunaldialog.ListApplications",
        block_early_start="kommunaldialog.ListApplications",
        block_revocation="kommunaldialog.ListApplications",
        block_repayment="kommunaldialog.ListApplications",
    )
    block_approval = TextBlock(
        title=_("content_letters_approval", default="Zuwendungsbescheid"),
        kind=APPROVAL,
    )
    block_rejection = TextBlock(
        title=_("content_letters_rejection", default="Ablehnungsbescheid"),
        kind=REJECTION,
    )
    block_amended = TextBlock(
        title=_("content_letters_amended", default="Änderungsbescheid"), kind=AMENDED
    )
    block_early_start = TextBlock(
        title=_(
            "content_letters_early_start",
            default="Zustimmung zum vorzeitigen Maßnahmenbeginn",
        ),
        kind=EARLY_START,
    )
    block_revocation = TextBlock(
        title=_("content_letters_revocation", default="Widerruf oder Rücknahme"),
        kind=REVOCATION,
    )
    block_repayment = TextBlock(
        title=_("content_letters_repayment", default="Erstattungsbescheid"),
        kind=REPAYMENT,
    )


def text_block(programme: Interface, kind: str) -> str:
    """The block of one letter; the standard text where nobody wrote one."""
    return (getattr(programme, f"block_{kind}", "") or "").strip() or STANDARD[kind]
