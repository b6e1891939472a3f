"""``@@antrag.zip``: what a municipality may have of its application, as one file."""

from kommunaldialog.applicant.own_history import history_of
from kommunaldialog.exports.case_facts import public_facts
from kommunaldialog.exports.case_zip import CaseFile
from kommunaldialog.letters.issue import notice_in_force
from kommunaldialog.pages.case_file import CaseFilePage
from kommunaldialog.usecases.deliver import to_retrieve


class MunicipalityFile(CaseFilePage):
    """Without notes, assessment and names of the office.

    A notice that the municipality has to retrieve comes along once it has.
    """

    def case(self) -> CaseFile:
        return CaseFile(
            application=self.context,
            words=self.words,
            facts=public_facts(self.context),
            letters=self._letters(),
            history=history_of(self.context, self.words),
        )

    def _letters(self) -> list[str]:
        waits = notice_in_force(self.context) if to_retrieve(self.context) else ""
        return [name for name in sorted(self.context.letters) if name != waits]
