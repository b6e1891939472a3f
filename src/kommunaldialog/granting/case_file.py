"""``@@akte.zip``: all that the office has of an application, as one file."""

from kommunaldialog.exports.case_facts import all_facts
from kommunaldialog.exports.case_zip import CaseFile
from kommunaldialog.exports.case_zip import HistoryLine
from kommunaldialog.granting.case import DRAFTING
from kommunaldialog.history.record import events
from kommunaldialog.pages.case_file import CaseFilePage
from kommunaldialog.pages.history import entry


class OfficeFile(CaseFilePage):
    """With notes, assessment and who did what; without what was saved to drafts."""

    def case(self) -> CaseFile:
        return CaseFile(
            application=self.context,
            words=self.words,
            facts=all_facts(self.context),
            letters=sorted(self.context.letters),
            history=self._history(),
        )

    def _history(self) -> list[HistoryLine]:
        words = self.words
        return [
            HistoryLine(
                words.moment(event.moment),
                words.say(entry(event).title),
                entry(event).person,
                tuple(words.change_lines(event)),
            )
            for event in events(self.context)
            if event.kind not in DRAFTING
        ]
