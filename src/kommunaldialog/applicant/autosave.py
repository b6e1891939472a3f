"""Saves while somebody types: a section of a draft, an answer, a proof of use."""

from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.answer import AnswerPage
from kommunaldialog.applicant.autosaved import Autosaving
from kommunaldialog.applicant.edit import EditPage
from kommunaldialog.applicant.proof import ProofPage
from kommunaldialog.domain.lifecycle import ANSWER
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.usecases.presence import note


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


class _Merging(Autosaving):
    """Of a form that is merged with what others have saved."""

    @property
    def undisputed(self) -> bool:
        return not self.versions.contests

    def message(self, refused: bool) -> str:
        disputed = not refused and self.versions.contests
        return self.translate(CONTESTED) if disputed else super().message(refused)


class Autosave(_Merging, EditPage):
    """``@@entwurf-sichern/<section>``: takes the form of ``@@bearbeiten/<section>``."""

    gone = NO_DRAFT

    def begin(self) -> None:
        self.section = self._section()

    @property
    def is_there(self) -> bool:
        return self.is_draft

    def keep(self) -> None:
        require(EDIT, self.context)
        note(self.context, self.moment, self.slug)
        self.save()

    @property
    def revision(self) -> int:
        return self.context.revision


class AnswerAutosave(_Merging, AnswerPage):
    """``@@antwort-sichern``: takes the form of ``@@rueckfrage-beantworten``."""

    @property
    def is_there(self) -> bool:
        return self.is_open

    def keep(self) -> None:
        require(ANSWER, self.context)
        self.refusals = self.compare()
        self.save()

    @property
    def revision(self) -> int:
        return self.context.answer_revision


class ProofAutosave(Autosaving, ProofPage):
    """``@@nachweis-sichern``: takes the form of ``@@verwendungsnachweis``."""

    @property
    def is_there(self) -> bool:
        return self.state == State.APPROVED and not self.notice_waits

    def keep(self) -> None:
        require(USE_GRANT, self.context)
        self.save()

    @property
    def revision(self) -> int:
        return self.context.proof_revision
