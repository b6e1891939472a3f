"""The page of a call for funding, in the order in which a town hall asks."""

from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.groups import municipalities_of
from kommunaldialog.access.groups import ROLE_OF_SUFFIX
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import provisional_municipalities
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain.funded import funded
from kommunaldialog.forms.versions import versions
from kommunaldialog.history.settings import privacy_notices
from kommunaldialog.portal import amounts
from kommunaldialog.portal.call import CallPage
from kommunaldialog.usecases.body import body_of_programme
from kommunaldialog.usecases.body import letter_texts
from kommunaldialog.usecases.body import LetterTexts
from kommunaldialog.usecases.retention import counted_rows
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


KINDS = {
    "gemeinde": _("portal_eligible_gemeinde", default="Gemeinden"),
    "stadt": _("portal_eligible_stadt", default="Städte"),
    "stadtkreis": _("portal_eligible_stadtkreis", default="Stadtkreise"),
    "landkreis": _("portal_eligible_landkreis", default="Landkreise"),
    "verwaltungsgemeinschaft": _(
        "portal_eligible_verwaltungsgemeinschaft",
        default="Verwaltungsgemeinschaften",
    ),
    "zweckverband": _("portal_eligible_zweckverband", default="Zweckverbände"),
    "gemeindefrei": _("portal_eligible_gemeindefrei", default="Gemeindefreie Gebiete"),
}
STEPS = ("then_arrival", "then_correct", "then_review", "then_decision")


class FoerderprogrammPage(CallPage):
    """Default view of a Foerderprogramm. Shows nothing of any application.

    But that there are funded ones, once that was announced.
    """

    call_parts = ViewPageTemplateFile("call_parts.pt")

    @cached_property
    def pillars(self) -> list[Saeule]:
        return self.context.pillars()

    @cached_property
    def letter_texts(self) -> LetterTexts:
        """Legal basis and annexes, of the programme or its granting body."""
        return letter_texts(self.context, body_of_programme(self.context))

    @cached_property
    def columns(self) -> list[tuple[Message, list[str]]]:
        """What the pillars pay, as the columns of a table with a row for each."""
        kind = self.context.kind_of_funding
        return amounts.columns(self.pillars, kind, self.euro, self._percent)

    @property
    def has_funded(self) -> bool:
        """Whether the list of what was funded has anything to show."""
        return any(funded(row) for row in counted_rows(self.context))

    @property
    def kind_of_funding(self) -> Message:
        """How the grant follows from what a measure costs."""
        return amounts.KINDS[self.context.kind_of_funding]

    @property
    def eligible(self) -> list[Message]:
        """Who may apply."""
        return [KINDS[kind] for kind in self.context.eligible_kinds or ()]

    @property
    def how_many(self) -> str:
        """How many applications a municipality may make."""
        number = self.context.applications_per_municipality
        if number == 1:
            return self.say("one_each")
        return self.say("some_each", number=number)

    @property
    def signature(self) -> str:
        """Who may submit, where that is not whoever writes the application."""
        if not self.context.second_signature:
            return ""
        scan = self.context.scan_instead_of_signature
        return self.say("signature_or_scan" if scan else "signature")

    @property
    def steps(self) -> list[str]:
        """What happens after an application, in order."""
        # Taking it back to correct it ends with the deadline.
        return [self.say(s) for s in STEPS if not (self.over and s == "then_correct")]

    @property
    def draft_rule(self) -> str:
        """What becomes of a draft that nobody submits; empty for a decided call."""
        if self.status == "decided":
            return ""
        return self.filled(
            _(
                "portal_programme_drafts",
                default=(
                    "Entwürfe, die Sie nicht einreichen, löschen wir ${days} Tage nach "
                    "der letzten Änderung, frühestens ${days} Tage nach der "
                    "Antragsfrist. Wir sagen Ihnen 14 Tage vorher Bescheid."
                ),
            ),
            days=self.context.draft_days,
        )

    @property
    def privacy_version(self) -> str:
        """ "Fassung 2 vom 1. Oktober 2026" of the privacy notice."""
        notices = privacy_notices(self.context)
        if not notices:
            return ""
        return self.filled(
            _(
                "portal_programme_privacy_version",
                default="Fassung ${number} vom ${date}",
            ),
            number=notices[-1].number,
            date=self.date(notices[-1].moment),
        )

    @property
    def callback_url(self) -> str | None:
        """The form by which a municipality asks for a call, where one may see it."""
        uid = self.context.callback_form
        brains = api.content.find(UID=uid) if uid else ()
        return brains[0].getURL() if brains else None

    @property
    def nobody_to_call(self) -> bool:
        """Whether a consultation is asked for and no number to call is said."""
        if self.over or not self.context.consultation_required:
            return False
        return self.contact is None or not self.contact.phone

    def dialogues(self, pillar: Saeule) -> list[dict[str, str]]:
        """The dialogues that a pillar pays for, as far as the viewer may see them."""
        uids = list(pillar.dialogues or ())
        brains = api.content.find(UID=uids) if uids else ()
        return [{"title": brain.Title, "url": brain.getURL()} for brain in brains]

    @property
    def measure_period(self) -> Message | None:
        """When measures may run."""
        programme = self.context
        days = {
            "start": self.date(programme.measure_start),
            "end": self.date(programme.measure_end),
        }
        if days["start"] and days["end"]:
            return _("portal_period", default="${start} bis ${end}", mapping=days)
        if days["start"]:
            return _("portal_measure_from", default="ab ${start}", mapping=days)
        if days["end"]:
            return _("portal_period_until", default="bis ${end}", mapping=days)
        return None

    @property
    def has_form(self) -> bool:
        """Whether an application can be begun: a form has been published."""
        return versions(self.context).newest is not None

    @property
    def may_begin(self) -> bool:
        return self.status == "open" and self.has_form

    @property
    def own_applications_url(self) -> str | None:
        """Where members of a municipality find their applications."""
        if api.user.is_anonymous():
            return None
        roles = tuple(ROLE_OF_SUFFIX.values())
        own = municipalities_of(api.user.get_current(), roles)
        if not (own or provisional_municipalities()):
            return None
        return f"{api.portal.get().absolute_url()}/@@meine-antraege"

    @property
    def ask_url(self) -> str:
        """Where who has no access to a municipality asks for it."""
        return f"{api.portal.get().absolute_url()}/@@zugang-anfragen"

    @property
    def form_url(self) -> str | None:
        """The workshop of the application form, for those who publish it."""
        return self._workshop(APPLICATION_FORM_ID)

    @property
    def proof_form_url(self) -> str | None:
        """The workshop of the proof of use, for those who publish it."""
        return self._workshop(PROOF_FORM_ID)

    def _workshop(self, form_id: str) -> str | None:
        form = self.context.get(form_id)
        permission = "kommunaldialog: Publish Application Form"
        if form is None or not may(permission, form):
            return None
        return form.absolute_url()

    def _percent(self, share: Decimal | None) -> str:
        return f"{self.number(share)}\N{NO-BREAK SPACE}%" if share else ""
