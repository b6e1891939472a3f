"""A grant is taken away: hearing, its answer, then Widerruf or Rücknahme."""

from dataclasses import replace
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import transition
from kommunaldialog.domain.money import format_amount
from kommunaldialog.granting.money_step import MoneyStep
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.body import body_of
from kommunaldialog.usecases.body import taking_law
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.hearing import end_hearing
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.hearing import record_hearing_answer
from kommunaldialog.usecases.revoke import revoke
from kommunaldialog.usecases.sums import current_grant
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


KIND_TITLES = (
    (
        "revoked",
        _("granting_take_revoke", default="Widerruf für die Zukunft (${law})"),
    ),
    (
        "withdrawn",
        _("granting_take_withdraw", default="Rücknahme von Anfang an (${law})"),
    ),
)


_AFTER = Input(
    "after",
    _("granting_take_after", default="Was der Kommune bleiben soll (Euro)"),
    "amount",
    _("granting_take_after_hint", default="Schreiben Sie 0, wenn nichts."),
)


def kind_titles(application: Foerderantrag) -> tuple[tuple[str, Message], ...]:
    """What taking back is called, by the laws of who granted."""
    body = body_of(application)
    return tuple(
        (kind, Message(title, mapping={"law": taking_law(body, kind)}))
        for kind, title in KIND_TITLES
    )


class _AboutTaking(MoneyStep):
    facts = ViewPageTemplateFile("hearing_facts.pt")

    @property
    def details(self) -> str:
        return self.facts()

    @property
    def kind_titles(self) -> tuple[tuple[str, Message], ...]:
        return kind_titles(self.context)

    @property
    def hearing(self) -> Hearing | None:
        """The hearing that nothing has followed yet."""
        return hearing_of(self.context)

    @property
    def grant(self) -> str:
        return self.euro(current_grant(self.context))

    @property
    def granted(self) -> bool:
        """Whether there is a grant that could be taken away."""
        return self.state in transition("revoke").sources

    @property
    def over(self) -> bool:
        """Whether the hearing, if there is one, need not be waited for any more."""
        today = day_of(self.context, self.moment)
        return self.hearing is None or self.hearing.over(today)


class Hear(_AboutTaking):
    """``@@anhoerung``: what is meant to be done, and until when to answer."""

    heading = _("granting_hear", default="Kommune anhören")
    lead = _(
        "granting_hear_lead",
        default=(
            "Bevor eine Bewilligung ganz oder teilweise aufgehoben wird, kann sich die"
            " Kommune äußern (§ 28 VwVfG). Sie wird benachrichtigt und antwortet hier"
            " oder mit einem Brief. Aufheben kann danach eine andere Person."
        ),
    )
    button = _("granting_hear_now", default="Anhörung senden")
    done = _("granting_heard", default="Die Kommune ist um ihre Äußerung gebeten.")
    permission = MANAGE_GRANT

    @property
    def inputs(self) -> list[Input]:
        until = _("granting_hear_until", default="Antwort möglich bis")
        return [
            Input(
                "kind",
                _("granting_take_kind", default="Was ist beabsichtigt?"),
                "choice",
                choices=self.kind_titles,
            ),
            _AFTER,
            Input("text", _("granting_hear_text", default="Gründe und Folgen")),
            Input("until", until, "day"),
        ]

    @property
    def possible(self) -> bool:
        return self.granted and self.over

    def act(self) -> None:
        (after,), (until,) = self.typed(("after",), ("until",))
        hear(
            self.context,
            self.moment,
            self.value("kind"),
            after,
            self.value("text"),
            until,
        )


class HearingAnswer(_AboutTaking):
    """``@@anhoerung-antwort``: what came by letter, typed in."""

    heading = _("granting_hear_answer", default="Antwort auf die Anhörung eintragen")
    lead = _(
        "granting_hear_answer_lead",
        default=(
            "Für eine Antwort, die mit einem Brief oder mündlich kam. Die Kommune"
            " sieht, was Sie eintragen."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_hear_answered", default="Die Antwort ist eingetragen.")
    permission = MANAGE_GRANT
    inputs = (
        Input("answer", _("granting_hear_answer_text", default="Antwort der Kommune")),
    )

    @property
    def possible(self) -> bool:
        return self.hearing is not None and self.hearing.answered is None

    def act(self) -> None:
        record_hearing_answer(self.context, self.moment, self.value("answer"))


class EndHearing(_AboutTaking):
    """``@@anhoerung-beenden``: nothing follows from it."""

    heading = _("granting_hear_end", default="Anhörung ohne Folgen beenden")
    lead = _(
        "granting_hear_end_lead",
        default=(
            "Die Bewilligung bleibt, wie sie ist. Die Kommune wird benachrichtigt und"
            " liest Ihre Gründe."
        ),
    )
    button = _("granting_hear_end_now", default="Anhörung beenden")
    done = _("granting_hear_ended", default="Die Anhörung ist ohne Folgen beendet.")
    permission = MANAGE_GRANT
    inputs = (
        Input("reason", _("granting_hear_end_reason", default="Warum folgt nichts?")),
    )

    @property
    def possible(self) -> bool:
        return self.hearing is not None

    def act(self) -> None:
        end_hearing(self.context, self.moment, self.value("reason"))


class Revoke(UnbiasedPage, _AboutTaking):
    """``@@aufheben``: all of the grant, or a part of it."""

    heading = _("granting_take", default="Bewilligung aufheben")
    lead = _(
        "granting_take_lead",
        default=(
            "Die Zuwendung sinkt sofort auf den Betrag, der bleiben soll, und die"
            " Kommune wird benachrichtigt. Was schon gezahlt und nicht mehr bewilligt"
            " ist, fordern Sie danach zurück."
        ),
    )
    button = _("granting_take_now", default="Bewilligung aufheben")
    done = _("granting_taken", default="Die Bewilligung ist aufgehoben.")
    permission = CHANGE_GRANT
    declares_unbiased = True

    @property
    def inputs(self) -> list[Input]:
        hearing = self.hearing
        return [
            Input(
                "kind",
                _("granting_take_how", default="Wie wird aufgehoben?"),
                "choice",
                first=hearing.kind,
                choices=self.kind_titles,
            ),
            replace(_AFTER, first=format_amount(hearing.after)),
            Input(
                "reason",
                _("granting_take_reason", default="Begründung im Bescheid"),
                first=hearing.text,
            ),
        ]

    @property
    def possible(self) -> bool:
        return self.granted and self.hearing is not None and self.over

    def act(self) -> None:
        (after,), _days = self.typed(("after",))
        self.declare_unbiased()
        revoke(
            self.context, self.moment, self.value("kind"), after, self.value("reason")
        )
