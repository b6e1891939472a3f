"""The page of an application: how it stands, what comes next, what it says."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.facts import facts_of
from kommunaldialog.applicant.next_step import NextStep
from kommunaldialog.applicant.next_step import owed
from kommunaldialog.applicant.next_words import LATE
from kommunaldialog.applicant.next_words import NEXT_STEPS
from kommunaldialog.applicant.next_words import TO_RETRIEVE
from kommunaldialog.applicant.next_words import YOURS_TO_SIGN
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.applicant.panels import PANELS
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import AMEND
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import SIGN
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import SUBMIT
from kommunaldialog.domain.lifecycle import TAKE_BACK
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.history.record import events
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.take_back import check_taking_back
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


# What the municipality is told of, and how: neither who in the office did it, nor
# what the office does among itself.
PUBLIC_EVENTS: dict[str, Message] = {
    "begun": _("applicant_event_begun", default="Entwurf begonnen"),
    "copied": _("applicant_event_copied", default="Aus einem früheren Antrag kopiert"),
    "handed_over": _("applicant_event_handed_over", default="Zur Unterschrift gegeben"),
    "sent_back": _("applicant_event_sent_back", default="Ohne Unterschrift zurück"),
    "taken_back": _("applicant_event_taken_back", default="Antrag zurückgeholt"),
    "submitted": _("applicant_event_submitted", default="Antrag eingegangen"),
    "entered": _(
        "applicant_event_typed", default="Antrag auf Papier ins Portal eingetragen"
    ),
    "contact_changed": _(
        "applicant_event_contact", default="Andere Ansprechperson angegeben"
    ),
    "early_start_requested": _(
        "applicant_event_early_start", default="Vorzeitigen Beginn beantragt"
    ),
    "late_accepted": _(
        "applicant_event_late_accepted", default="Trotz Verspätung angenommen"
    ),
    "late_forgiven": _(
        "applicant_event_late_forgiven",
        default="Rechtzeitig, weil die Antragsfrist verlängert wurde",
    ),
    "taken_up": _("applicant_event_taken_up", default="Prüfung begonnen"),
    "asked": _("applicant_event_asked", default="Rückfrage der Bewilligungsstelle"),
    "clarification_extended": _(
        "applicant_event_extended", default="Mehr Zeit für die Antwort"
    ),
    "answered": _("applicant_event_answered", default="Rückfrage beantwortet"),
    "answer_entered": _(
        "applicant_event_answer_entered", default="Antwort per Brief eingegangen"
    ),
    "went_on": _("applicant_event_went_on", default="Prüfung ohne Antwort fortgesetzt"),
    "message_sent": _(
        "applicant_event_message", default="Nachricht der Bewilligungsstelle"
    ),
    "message_replied": _(
        "applicant_event_reply", default="Nachricht an die Bewilligungsstelle"
    ),
    "approved": _("applicant_event_approved", default="Antrag bewilligt"),
    "rejected": _("applicant_event_rejected", default="Antrag abgelehnt"),
    "payment_called": _(
        "applicant_event_payment_called", default="Auszahlung angefordert"
    ),
    "payment_paid": _("applicant_event_payment_paid", default="Ausgezahlt"),
    "payment_refused": _(
        "applicant_event_payment_refused", default="Auszahlung abgelehnt"
    ),
    "grant_waived": _(
        "applicant_event_grant_waived", default="Auf Zuwendung verzichtet"
    ),
    "grant_revoked": _("applicant_event_grant_revoked", default="Zuwendung widerrufen"),
    "grant_withdrawn": _(
        "applicant_event_grant_withdrawn", default="Bewilligung zurückgenommen"
    ),
    "grant_lapsed": _("applicant_event_grant_lapsed", default="Zuwendung ermäßigt"),
    "hearing_held": _(
        "applicant_event_hearing_held", default="Anhörung: Sie können sich äußern"
    ),
    "hearing_answered": _(
        "applicant_event_hearing_answered", default="Zur Anhörung geäußert"
    ),
    "hearing_ended": _(
        "applicant_event_hearing_ended", default="Anhörung ohne Folgen beendet"
    ),
    "repayment_demanded": _(
        "applicant_event_repayment_demanded", default="Erstattung gefordert"
    ),
    "repayment_received": _(
        "applicant_event_repayment_received", default="Erstattung eingegangen"
    ),
    "repayment_remitted": _(
        "applicant_event_repayment_remitted", default="Erstattung erlassen"
    ),
    "grant_amended": _("applicant_event_amended", default="Änderungsbescheid bekannt"),
    "notice_retrieved": _(
        "applicant_event_retrieved", default="Bescheid im Portal abgerufen"
    ),
    "portal_consent": _(
        "applicant_event_consent", default="Abruf von Bescheiden im Portal erklärt"
    ),
    "early_start_permitted": _(
        "applicant_event_early_permit", default="Vorzeitiger Beginn zugelassen"
    ),
    "appeal_filed": _("applicant_event_appeal", default="Rechtsbehelf eingegangen"),
    "appeal_ended": _("applicant_event_appeal_ended", default="Rechtsbehelf erledigt"),
    "remedied": _(
        "applicant_event_remedied", default="Abgeholfen, der Antrag wird neu geprüft"
    ),
    "change_requested": _(
        "applicant_event_change_requested", default="Änderung beantragt"
    ),
    "change_accepted": _(
        "applicant_event_change_accepted", default="Änderung angenommen"
    ),
    "change_refused": _("applicant_event_change_refused", default="Änderung abgelehnt"),
    "report_submitted": _(
        "applicant_event_report", default="Zwischenbericht eingegangen"
    ),
    "proof_submitted": _(
        "applicant_event_proof_submitted", default="Verwendungsnachweis eingegangen"
    ),
    "proof_questioned": _(
        "applicant_event_proof_questioned",
        default="Rückfrage zum Verwendungsnachweis",
    ),
    "proof_checked": _(
        "applicant_event_proof_checked", default="Verwendungsnachweis geprüft"
    ),
    "closed": _("applicant_event_closed", default="Vorgang abgeschlossen"),
    "reopened": _("applicant_event_reopened", default="Vorgang wieder geöffnet"),
    "withdrawn": _("applicant_event_withdrawn", default="Antrag zurückgezogen"),
}


class StatusPage(ApplicationPage):
    """``view`` of an application that is no draft; a draft's is its task list."""

    index = ViewPageTemplateFile("status.pt")

    def __call__(self) -> str:
        return self.index()

    def page_title(self) -> str:
        return self.measure

    @cached_property
    def panels(self) -> list[Panel]:
        """The panels that have something to show, in their order."""
        made = (panel(self.context, self.request) for panel in PANELS)
        shown = (x for x in made if not (self.waits and x.tells_decision))
        return [panel for panel in shown if panel.available]

    @cached_property
    def actions(self) -> list[Action]:
        """What the panels offer to do next."""
        return [action for panel in self.panels for action in panel.actions()]

    def next_step(self) -> Message:
        """What happens next, in the words of the state."""
        if self.state == State.TO_SIGN and self.may_sign:
            return YOURS_TO_SIGN
        if self.waits:
            return TO_RETRIEVE
        late = self.context.late
        if self.state == State.SUBMITTED and late is not None and not late.accepted:
            return LATE
        return NEXT_STEPS[self.state]

    @cached_property
    def owed(self) -> NextStep | None:
        """What the municipality owes by a day."""
        return owed(self.context, self.moment)

    @cached_property
    def has_primary(self) -> bool:
        """Whether a panel offers what the page is there for now."""
        return any(action.primary for action in self.actions)

    @property
    def decision(self) -> Decision | None:
        """What was decided, once the notice that says so was fetched."""
        return None if self.waits else self.context.decision

    @property
    def waits(self) -> bool:
        """Whether the notice has to be fetched before it is shown."""
        return to_retrieve(self.context) and not self.may_see_internal

    @property
    def receipt(self) -> bool:
        """Whether there is a receipt to look at."""
        return self.context.submission() is not None

    @cached_property
    def facts(self) -> list[dict[str, str]]:
        """What is to be known beside the state: ``label`` and ``text``."""
        if self.state == State.TO_SIGN or not self.receipt:
            return []
        return [
            {"label": self.translate(label), "text": self.translate(text)}
            for label, text in facts_of(self)
        ]

    def steps(self) -> list[dict[str, str]]:
        """What happened, oldest first, in words for the municipality."""
        return [
            {
                "title": self.translate(PUBLIC_EVENTS[event.kind]),
                "moment": self.date_and_time(event.moment),
            }
            for event in events(self.context)
            if event.kind in PUBLIC_EVENTS
        ]

    @property
    def may_submit(self) -> bool:
        return self.may(SUBMIT)

    @property
    def may_sign(self) -> bool:
        return self.may(SIGN)

    @cached_property
    def may_take_back(self) -> bool:
        """Whether it can be had back now."""
        refused = check_taking_back(self.context, self.moment)
        return self.may(TAKE_BACK) and not refused

    @property
    def may_amend(self) -> bool:
        return self.may(AMEND)

    @property
    def may_ask_early_start(self) -> bool:
        """Whether there is a decision that need not be waited for."""
        undecided = self.state != State.APPROVED
        if self.context.early_start_permit is not None:
            return False
        allowed = self.programme.early_start_allowed
        return bool(allowed and undecided and self.may(AMEND))

    @property
    def may_copy(self) -> bool:
        return self.context.ags in own_municipalities((ANTRAGSTELLUNG,))

    @property
    def may_withdraw(self) -> bool:
        return self.may(WITHDRAW)

    @property
    def may_review(self) -> bool:
        return self.may(REVIEW)

    @property
    def may_decide(self) -> bool:
        return self.may(DECIDE)

    @property
    def may_see_internal(self) -> bool:
        return self.may(VIEW_INTERNAL)
