"""The decision letter as PDF, for the office and for the municipality."""

from kommunaldialog.letters.decision import decision_html
from kommunaldialog.pages.pdf import PdfPage
from zExceptions import NotFound


class DecisionNotice(PdfPage):
    """Zuwendungsbescheid or Ablehnungsbescheid, made from what is frozen."""

    def html(self) -> str:
        if self.context.decision is None:
            raise NotFound(self.__name__)
        return decision_html(
            self.context.submission(), self.context.decision, zone=self.zone
        )

    def filename(self) -> str:
        return f"Bescheid-{self.context.reference}.pdf"
