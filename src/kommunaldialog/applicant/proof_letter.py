"""The office enters a proof of use that came by letter, all of it on one page."""

from collections.abc import Mapping
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.by_letter import ByLetter
from kommunaldialog.applicant.proof import ProofPage
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.answers import file_info
from kommunaldialog.usecases.enter_proof import as_told
from kommunaldialog.usecases.enter_proof import check_entering
from kommunaldialog.usecases.enter_proof import enter_proof
from kommunaldialog.usecases.enter_proof import Told
from kommunaldialog.usecases.enter_proof import told_before
from kommunaldialog.usecases.overlay import Overlay
from plone import api
from plone.namedfile.file import NamedBlobFile


class EnterProof(ByLetter, ProofPage):
    """``@@nachweis-eintragen``: begins with what was proved last, keeps no draft."""

    heading = _("applicant_letter_proof", default="Verwendungsnachweis per Brief")
    step, event = "enter_proof", "proof_submitted"

    @cached_property
    def proved(self) -> Overlay:
        """The application with what was proved last; nothing of a draft."""
        return as_told(self.context, self._before)

    @cached_property
    def _before(self) -> Told:
        return told_before(self.context)

    def file_name(self, name: str, file: NamedBlobFile) -> str:
        """What was submitted is found by its checksum."""
        return file_info(file, sealed=True).sha256

    def enter(self) -> str | None:
        """Enters what was typed; the page is shown again for another row."""
        answers, plan, explanations, documents = self.extract()
        before = self._before
        told = Told(
            {**before.answers, **answers},
            plan,
            explanations,
            _without_removed({**before.documents, **documents}),
        )
        if self.figures.asks_again:
            return None
        confirmed = bool(self.value("confirmed"))
        if self.refusals:
            refuse(self._all_that_is_wrong(told, confirmed))
        try:
            enter_proof(self.context, self.moment, self.letter, told, confirmed)
        except Refused as refused:
            self.show_at_questions(refused.refusals)
            raise
        api.portal.show_message(self.done, self.request)
        return self.home

    def _all_that_is_wrong(self, told: Told, confirmed: bool) -> tuple[Refusal, ...]:
        # What can't be read is not missing.
        fields = {refusal.field for refusal in self.refusals}
        found = check_entering(self.context, self.moment, self.letter, told, confirmed)
        others = tuple(one for one in found if one.field not in fields)
        self.show_at_questions(others)
        return (*self.refusals, *others)


def _without_removed(files: Mapping[str, object]) -> dict[str, object]:
    return {name: file for name, file in files.items() if file is not None}
