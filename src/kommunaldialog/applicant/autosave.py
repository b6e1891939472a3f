"""Saves a section while somebody types: the same as the button, answered in JSON."""

from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.edit import EditPage
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.usecases.presence import note
from zExceptions import MethodNotAllowed
from zope.i18nmessageid import Message
import json


SAVED = _("applicant_autosave_saved", default="Gespeichert um ${time} Uhr.")
SAVED_BUT = _(
    "applicant_autosave_saved_but",
    default="Gespeichert um ${time} Uhr, bis auf dies: ${errors}",
)
CONTESTED = _(
    "applicant_autosave_contested",
    default=(
        "Jemand anderes hat dieselben Angaben geändert. Beim Speichern sehen Sie beide"
        " Fassungen nebeneinander."
    ),
)
NO_DRAFT = _(
    "applicant_autosave_no_draft",
    default=(
        "Nicht gespeichert: Der Antrag ist kein Entwurf mehr. Was Sie geschrieben"
        " haben, steht nur noch auf dieser Seite."
    ),
)


class Autosave(EditPage):
    """``@@entwurf-sichern/<section>``: takes the form of ``@@bearbeiten/<section>``.

    Files are neither kept nor removed: that is done by the button alone. Answers with
    ``message``, with what the page would show as ``revision``, ``seen``, ``own`` and
    ``others``, and with ``complete``: whether all that was typed is kept.
    """

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise MethodNotAllowed()
        self.section = self._section()
        self.authenticate()
        self.request.response.setHeader("Content-Type", "application/json")
        if not self.is_draft:
            self.request.response.setStatus(409)
            message = self.translate(NO_DRAFT)
            return json.dumps({"error": {"type": "NoDraft", "message": message}})
        require(EDIT, self.context)
        note(self.context, self.moment, self.slug)
        self._leave_files()
        self.save()
        return json.dumps(
            {
                "message": self._message(),
                "complete": not (self.refusals or self.versions.contests),
                "revision": self.context.revision,
                "own": self.own_save,
                "seen": self.seen,
                "others": self.others,
            }
        )

    def _leave_files(self) -> None:
        for name, value in list(self.request.form.items()):
            if name.endswith(".remove") or hasattr(value, "filename"):
                del self.request.form[name]

    def _message(self) -> str:
        if self.versions.contests:
            return self.translate(CONTESTED)
        errors = " ".join(error["message"] for error in self.error_list)
        about = {"time": self.time(self.moment), "errors": errors}
        return self.translate(Message(SAVED_BUT if errors else SAVED, mapping=about))
