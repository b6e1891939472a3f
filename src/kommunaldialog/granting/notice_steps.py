"""From a decision to its notice: announce it, or discard it; send it, make it known."""

from dataclasses import replace
from kommunaldialog import _
from kommunaldialog.access.permissions import may
from kommunaldialog.domain.announcement import PORTAL
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import ANNOUNCE
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.steps import keys
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.usecases.amendment import announce_amendment
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.announce import check_announce
from kommunaldialog.usecases.decide import discard_decision
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.deliver import record_delivery
from kommunaldialog.usecases.step import may_take
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.text_blocks import WRITE
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


CHANNEL_TITLES = (
    ("post", _("granting_channel_post", default="Brief mit der Post")),
    (
        "delivery",
        _("granting_channel_delivery", default="Förmliche Zustellung (Urkunde)"),
    ),
    ("email", _("granting_channel_email", default="E-Mail")),
    (PORTAL, _("granting_channel_portal", default="Abruf im Portal")),
)


_OTHERWISE = _("granting_sent_otherwise", default="Auf anderem Weg versandt am")
_OTHERWISE_HINT = _(
    "granting_sent_otherwise_hint",
    default=(
        "Wird ein Bescheid nicht binnen zehn Tagen im Portal abgerufen, ist er nicht"
        " bekannt gegeben (§ 41 Abs. 2a VwVfG). Versenden Sie ihn dann zum Beispiel mit"
        " der Post, und tragen Sie hier ein, wann."
    ),
)


class AnnounceDecision(OfficeStep):
    """``@@bekanntgeben``: what is decided, what its notice lacks, the channel."""

    heading = _("granting_announce", default="Entscheidung bekannt geben")
    lead = _(
        "granting_announce_lead",
        default=(
            "Die Entscheidung ist getroffen. Die Kommune und die Öffentlichkeit sehen"
            " sie erst, wenn Sie sie hier bekannt geben."
        ),
    )
    button = _("granting_announce_now", default="Jetzt bekannt geben")
    done = _(
        "granting_announced",
        default=(
            "Die Entscheidung ist bekannt gegeben. Bitte tragen Sie noch ein, wann der"
            " Bescheid versandt wurde und wann er der Kommune bekannt gegeben war."
        ),
    )
    _details = ViewPageTemplateFile("announce.pt")

    @property
    def permission(self) -> str:
        return HANDLE if self.amends else ANNOUNCE

    @property
    def possible(self) -> bool:
        return self.pending is not None

    @property
    def pending(self) -> Decision | None:
        """The decision that waits."""
        return self.context.pending_decision

    @property
    def amends(self) -> bool:
        """Whether it takes the place of one that granted something."""
        return self.state not in ("submitted", "ready_for_decision")

    @property
    def inputs(self) -> list[Input]:
        consented = self.context.portal_consent is not None
        hint = _(
            "granting_channel_hint",
            default=(
                "Der Abruf im Portal geht nur, wenn die Kommune darin eingewilligt hat."
            ),
        )
        return [
            Input(
                "channel",
                _("granting_channel", default="Wie bekommt die Kommune den Bescheid?"),
                "choice",
                None if consented else hint,
                choices=CHANNEL_TITLES,
            )
        ]

    @property
    def details(self) -> str:
        return self._details()

    @property
    def missing(self) -> list[str]:
        """What the notice must name and does not, in sentences."""
        found = check_announce(self.context, "post")
        lacks = [one for one in found if one.code.startswith("notice_")]
        return [error["message"] for error in self.errors(lacks)]

    @property
    def settings_url(self) -> str | None:
        """Where that can be entered, for those who may."""
        url = self.programme.absolute_url()
        if may(WRITE, self.programme):
            return f"{url}/@@bescheidtexte"
        if may("Modify portal content", self.programme):
            return f"{url}/edit"
        return None

    @property
    def may_discard(self) -> bool:
        return may_take(self.context, "discard_decision")

    def act(self) -> None:
        step = announce_amendment if self.amends else announce
        step(self.context, self.moment, self.value("channel"))


class DiscardDecision(OfficeStep):
    """``@@entscheidung-verwerfen``: take it back before anybody was told."""

    heading = _("granting_discard", default="Entscheidung verwerfen")
    lead = _(
        "granting_discard_lead",
        default=(
            "Die Entscheidung ist noch nicht bekannt gegeben. Wenn Sie sie verwerfen,"
            " ist ihr Geld wieder frei, und es muss neu entschieden werden."
        ),
    )
    button = heading
    done = _(
        "granting_discarded",
        default=(
            "Die Entscheidung ist verworfen. Die Kommune hat nichts davon erfahren."
        ),
    )
    inputs = (
        Input(
            "reason",
            _("granting_discard_reason", default="Warum wird sie verworfen?"),
            hint=_("granting_only_office", default="Liest nur die Bewilligungsstelle."),
        ),
    )

    @property
    def permission(self) -> str:
        return keys("discard_decision", state_of(self.context))[0].permission

    @property
    def possible(self) -> bool:
        return self.context.pending_decision is not None

    def act(self) -> None:
        discard_decision(self.context, self.moment, self.value("reason"))


_KNOWN_HINT = _(
    "granting_known_hint",
    default="Lassen Sie den Tag leer, solange Sie ihn nicht kennen.",
)
_KNOWN_HINT_FINAL = _(
    "granting_known_hint_final",
    default=(
        "Folgt die eingetragene Bestandskraft nicht mehr aus diesem Tag, entfällt sie"
        " und ist neu einzutragen."
    ),
)


class RecordDelivery(OfficeStep):
    """``@@zustellung``: the days of dispatch and of making known."""

    heading = _("granting_delivery", default="Versand und Bekanntgabe eintragen")
    lead = _(
        "granting_delivery_lead",
        default=(
            "Mit der Bekanntgabe beginnt die Frist, in der die Kommune die Entscheidung"
            " anfechten kann. Ob und wann ein Bescheid wirksam bekannt gegeben ist,"
            " beurteilen Sie; hier wird es nur festgehalten."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_delivery_done", default="Die Tage sind eingetragen.")
    permission = HANDLE

    @property
    def possible(self) -> bool:
        return self.context.announcement is not None

    @property
    def inputs(self) -> list[Input]:
        announcement = self.context.announcement
        final = self.context.finality is not None
        sent = Input(
            "sent",
            _("granting_sent", default="Versandt am"),
            "day",
            first=str(announcement.sent or ""),
        )
        known = Input(
            "known",
            _("granting_known", default="Bekannt gegeben am"),
            "day",
            _KNOWN_HINT_FINAL if final else _KNOWN_HINT,
            first=str(announcement.known or ""),
            required=False,
        )
        if announcement.channel != PORTAL:
            return [sent, known]
        # What was fetched in time needs nothing else.
        if announcement.known is not None and announcement.in_portal:
            return [known]
        return [replace(sent, label=_OTHERWISE, hint=_OTHERWISE_HINT), known]

    def act(self) -> None:
        sent, known = self.days("sent", "known")
        record_delivery(self.context, self.moment, sent=sent, known=known)


class EnterConsent(OfficeStep):
    """``@@abruf-im-portal``: what the municipality declared in writing."""

    heading = _("granting_consent", default="Abruf im Portal eintragen")
    lead = _(
        "granting_consent_lead",
        default=(
            "Bescheide dürfen nur dann zum Abruf im Portal bereitliegen, wenn die"
            " Kommune darin eingewilligt hat. Die Kommune kann das auch selbst auf der"
            " Seite ihres Antrags erklären."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_consent_done", default="Die Erklärung ist eingetragen.")
    permission = HANDLE
    inputs = (
        Input(
            "agreed",
            _("granting_agreed", default="Die Kommune …"),
            "choice",
            choices=(
                (
                    "yes",
                    _("granting_agreed_yes", default="willigt in den Abruf ein"),
                ),
                (
                    "no",
                    _("granting_agreed_no", default="willigt nicht (mehr) ein"),
                ),
            ),
        ),
        Input(
            "note",
            _("granting_consent_note", default="Wie hat sie das erklärt?"),
            "line",
        ),
    )

    def act(self) -> None:
        agreed = {"yes": True, "no": False}.get(self.value("agreed"))
        consent_to_portal(self.context, self.moment, agreed, self.value("note"))
