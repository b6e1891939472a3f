"""A form that is saved while somebody types: what its page and its answer share."""

from collections.abc import Sequence
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import newest_first
from kommunaldialog.static_files import static_url
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zExceptions import MethodNotAllowed
from zope.i18nmessageid import Message
import json


SAVED = _("applicant_autosave_saved", default="Gespeichert um ${time} Uhr.")
SAVED_BUT = _(
    "applicant_autosave_saved_but",
    default="Gespeichert um ${time} Uhr, bis auf dies: ${errors}",
)
NOT_SAVED = _("applicant_autosave_not_saved", default="Nicht gespeichert: ${errors}")
GONE = _(
    "applicant_autosave_gone",
    default=(
        "Nicht gespeichert: Das lässt sich jetzt nicht mehr ändern. Was Sie geschrieben"
        " haben, steht nur noch auf dieser Seite."
    ),
)


class AutosavedPage(ApplicationPage):
    """A page whose form has ``data-kd-autosave``, for `static/autosave.js`."""

    # What the script has to say.
    autosave_notes = ViewPageTemplateFile("autosaved.pt")
    # The kind of the event that each save is.
    saving = "saved"
    # Who else has the same open, each in a sentence.
    others: Sequence[str] = ()

    @property
    def form_url(self) -> str:
        """Where the form is."""
        raise NotImplementedError

    @property
    def own_save(self) -> str:
        """By which the script tells whether the current user has saved since."""
        user = current_user_id()
        for event in newest_first(self.context):
            if event.kind == self.saving and event.actor == user:
                return event.moment.isoformat()
        return ""

    @property
    def user_id(self) -> str:
        return current_user_id()

    @property
    def login_url(self) -> str:
        """Where to log in, and come back to this form."""
        back = quote(self.form_url, safe="")
        return f"{api.portal.get().absolute_url()}/login?came_from={back}"

    def scripts(self) -> list[str]:
        """Addresses of what helps while somebody types; all works without."""
        return [
            static_url("forms", "conditions.js"),
            static_url("forms", "uploads.js"),
            static_url("applicant", "costplan.js"),
            static_url("applicant", "autosave.js"),
        ]


class Autosaving:
    """Takes the form of an `AutosavedPage`, saves as its button does, answers in JSON.

    Files are neither kept nor removed: that is done by the button alone. The answer has
    a ``message``, what the page would show as ``revision``, ``seen``, ``own`` and
    ``others``, and ``complete``: whether all that was typed is kept. Mixed in before
    the page.
    """

    gone = GONE

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise MethodNotAllowed()
        self.begin()
        self.authenticate()
        self.request.response.setHeader("Content-Type", "application/json")
        if not self.is_there:
            self.request.response.setStatus(409)
            message = self.translate(self.gone)
            return json.dumps({"error": {"type": "NoDraft", "message": message}})
        self._leave_files()
        revision = self.value("revision")
        refused = False
        try:
            self.keep()
        except Refused as error:
            self.refusals, refused = (*error.refusals, *self.refusals), True
        return json.dumps(
            {
                "message": self.message(refused),
                "complete": not self.refusals and self.undisputed,
                # Who was refused has not seen what is kept now.
                "revision": revision if refused else self.revision,
                "own": self.own_save,
                "seen": self.value("seen") if refused else self.seen,
                "others": list(self.others),
            }
        )

    def begin(self) -> None:
        """What has to be known before anything is asked."""

    @property
    def is_there(self) -> bool:
        """Whether there is something to be saved now."""
        raise NotImplementedError

    def keep(self) -> None:
        """Saves what was sent; may raise Refused."""
        raise NotImplementedError

    @property
    def revision(self) -> int:
        """The state that was kept last."""
        raise NotImplementedError

    @property
    def undisputed(self) -> bool:
        """Whether nobody else has changed what was changed here."""
        return True

    def message(self, refused: bool) -> str:
        """What the writer is told."""
        errors = " ".join(error["message"] for error in self.error_list)
        about = {"time": self.time(self.moment), "errors": errors}
        words = NOT_SAVED if refused else SAVED_BUT if errors else SAVED
        return self.translate(Message(words, mapping=about))

    def _leave_files(self) -> None:
        for name, value in list(self.request.form.items()):
            if name.endswith(".remove") or hasattr(value, "filename"):
                del self.request.form[name]
