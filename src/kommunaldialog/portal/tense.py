"""What the page of a programme says while it runs, and what once it is over."""

from collections.abc import Mapping
from kommunaldialog import _
from zope.i18nmessageid import Message


# Key -> (while applications may come or will come, after the deadline).
SENTENCES: Mapping[str, tuple[Message, Message]] = {
    "funded": (
        _("portal_programme_funded", default="Was gefördert wird"),
        _("portal_programme_funded_past", default="Was gefördert wurde"),
    ),
    "who": (
        _("portal_programme_who", default="Wer einen Antrag stellen kann"),
        _("portal_programme_who_past", default="Wer einen Antrag stellen konnte"),
    ),
    "who_lead": (
        _("portal_programme_who_lead", default="Anträge stellen können:"),
        _("portal_programme_who_lead_past", default="Anträge stellen konnten:"),
    ),
    "one_each": (
        _(
            "portal_programme_one_each",
            default="Jede Kommune kann einen Antrag stellen.",
        ),
        _(
            "portal_programme_one_each_past",
            default="Jede Kommune konnte einen Antrag stellen.",
        ),
    ),
    "some_each": (
        _(
            "portal_programme_some_each",
            default="Jede Kommune kann bis zu ${number} Anträge stellen.",
        ),
        _(
            "portal_programme_some_each_past",
            default="Jede Kommune konnte bis zu ${number} Anträge stellen.",
        ),
    ),
    "amount": (
        _("portal_programme_amount", default="Wie viel es gibt"),
        _("portal_programme_amount_past", default="Wie viel es gab"),
    ),
    "budget": (
        _(
            "portal_programme_budget",
            default="Insgesamt stehen ${amount} zur Verfügung.",
        ),
        _(
            "portal_programme_budget_past",
            default="Insgesamt standen ${amount} zur Verfügung.",
        ),
    ),
    "when": (
        _("portal_programme_when", default="Bis wann"),
        _("portal_programme_when_past", default="Fristen"),
    ),
    "first": (
        _("portal_programme_first", default="Was Sie zuerst tun"),
        _("portal_programme_first_past", default="Was vor dem Antrag nötig war"),
    ),
    "consultation": (
        _(
            "portal_programme_consultation",
            default=(
                "Bitte lassen Sie sich vor dem Antrag beraten. Ein Anruf bei der "
                "Bewilligungsstelle genügt. Sie trägt die Beratung ein; erst danach "
                "können Sie den Antrag einreichen."
            ),
        ),
        _(
            "portal_programme_consultation_past",
            default=(
                "Vor dem Antrag war eine Beratung durch die Bewilligungsstelle nötig; "
                "ein Anruf genügte."
            ),
        ),
    ),
    "no_consultation": (
        _(
            "portal_programme_no_consultation",
            default=(
                "Sie können sofort beginnen. Ihr Entwurf bleibt gespeichert, bis Sie "
                "ihn einreichen."
            ),
        ),
        _(
            "portal_programme_no_consultation_past",
            default="Eine Beratung war vor dem Antrag nicht nötig.",
        ),
    ),
    "documents": (
        _("portal_programme_documents", default="Welche Unterlagen Sie brauchen"),
        _("portal_programme_documents_past", default="Welche Unterlagen nötig waren"),
    ),
    "then": (
        _("portal_programme_then", default="Was danach geschieht"),
        _("portal_programme_then_past", default="Was danach geschah"),
    ),
    "then_arrival": (
        _(
            "portal_programme_then_arrival",
            default=(
                "Sie erhalten sofort eine Eingangsbestätigung mit dem Aktenzeichen "
                "und dem Zeitpunkt des Eingangs."
            ),
        ),
        _(
            "portal_programme_then_arrival_past",
            default="Der Eingang des Antrags wurde bestätigt.",
        ),
    ),
    "then_review": (
        _(
            "portal_programme_then_review",
            default="Die Bewilligungsstelle prüft Ihren Antrag.",
        ),
        _(
            "portal_programme_then_review_past",
            default="Die Bewilligungsstelle prüfte den Antrag.",
        ),
    ),
    "then_decision": (
        _(
            "portal_programme_then_decision",
            default=(
                "Eine zweite Person entscheidet. Sie erhalten einen Bescheid; "
                "beginnen Sie bitte nicht vorher mit der Maßnahme."
            ),
        ),
        _(
            "portal_programme_then_decision_past",
            default="Danach wurde entschieden, und die Kommune erhielt Bescheid.",
        ),
    ),
    "signature": (
        _(
            "portal_programme_signature",
            default=(
                "Einreichen kann nur eine Person, die für Ihre Kommune zeichnen darf. "
                "Alle anderen geben ihr den fertigen Antrag zur Unterschrift."
            ),
        ),
        _(
            "portal_programme_signature_past",
            default=(
                "Einreichen durfte nur eine zeichnungsberechtigte Person der Kommune."
            ),
        ),
    ),
    "signature_or_scan": (
        _(
            "portal_programme_signature_or_scan",
            default=(
                "Einreichen kann eine Person, die für Ihre Kommune zeichnen darf. Oder "
                "Sie drucken das Unterschriftsblatt aus, lassen es unterschreiben und "
                "fügen es eingescannt bei."
            ),
        ),
        _(
            "portal_programme_signature_or_scan_past",
            default=(
                "Einreichen durfte eine zeichnungsberechtigte Person der Kommune, oder "
                "der Antrag kam mit einem unterschriebenen und eingescannten Blatt."
            ),
        ),
    ),
    "attach": (
        _(
            "portal_programme_attach",
            default="Diese Unterlagen gehören als Dateien zum Antrag:",
        ),
        _(
            "portal_programme_attach_past",
            default="Diese Unterlagen gehörten als Dateien zum Antrag:",
        ),
    ),
    "dialogues": (
        _("portal_programme_dialogues", default="Daraus werden diese Dialoge bezahlt:"),
        _(
            "portal_programme_dialogues_past",
            default="Daraus wurden diese Dialoge bezahlt:",
        ),
    ),
    "then_correct": (
        _(
            "portal_programme_then_correct",
            default=(
                "Bis zur Antragsfrist können Sie den Antrag zurückholen und "
                "verbessern. Das Aktenzeichen bleibt."
            ),
        ),
        _(
            "portal_programme_then_correct_past",
            default=(
                "Bis zur Antragsfrist ließ sich der Antrag zurückholen und verbessern."
            ),
        ),
    ),
    "early_start": (
        _(
            "portal_programme_early_start",
            default=(
                "Müssen Sie früher beginnen, bitten Sie im Antrag um einen vorzeitigen "
                "Beginn. Warten Sie die Erlaubnis ab; sie verspricht noch keinen "
                "Zuschuss."
            ),
        ),
        _(
            "portal_programme_early_start_past",
            default="Ein vorzeitiger Beginn ließ sich beantragen.",
        ),
    ),
}
