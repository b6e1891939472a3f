"""What was submitted as proof of use: for its municipality and for the office."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.letters.comparison import comparison_html
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.proof import proof_html
from kommunaldialog.pages.pdf import PdfPage
from kommunaldialog.usecases.core import granting_body
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zExceptions import NotFound


class ProofReceipt(ApplicationPage):
    """``@@nachweis?nr=1``: a proof from what was frozen alone, the last unless said."""

    index = ViewPageTemplateFile("proof_receipt.pt")
    heading = _(
        "applicant_proof_receipt",
        default="Eingereichter Verwendungs\N{SOFT HYPHEN}nachweis",
    )

    def __call__(self) -> str:
        # Before anything of the page is made: there may be none.
        self.proof  # noqa: B018
        return self.index()

    @cached_property
    def proof(self) -> Proof:
        """The proof; raises NotFound where there is none of that number."""
        proofs = self.context.proofs
        asked = self.request.form.get("nr", str(len(proofs)))
        for proof in proofs:
            if str(proof.number) == asked:
                return proof
        raise NotFound("nachweis")

    @property
    def numbers(self) -> list[int]:
        """All that were submitted, where there are several."""
        found = [proof.number for proof in self.context.proofs]
        return found if len(found) > 1 else []

    @property
    def newest(self) -> bool:
        return self.proof is self.context.proofs[-1]

    @property
    def back(self) -> str:
        """Where the reader came from: the case, or the application."""
        return self.address("vorgang" if self.is_office else "")

    @property
    def is_office(self) -> bool:
        """Whether the reader is one of the office."""
        return self.may(VIEW_INTERNAL)

    def answers_html(self) -> str:
        return answers_html(self.proof.lines, self.language, self.file_url)

    def file_url(self, line: AnswerLine, file: FileInfo) -> str:
        return f"{self.address('nachweis-datei')}/{file.sha256}/{quote(file.name)}"

    def comparison_html(self) -> str:
        proof = self.proof
        return comparison_html(
            proof.approved,
            proof.plan,
            proof.tolerance,
            proof.explanations,
            self.language,
        )


class ProofPdf(ProofReceipt, PdfPage):
    """``@@nachweis.pdf?nr=1``."""

    print_view = "nachweis"
    __call__ = PdfPage.__call__

    def html(self) -> str:
        return proof_html(
            self.proof,
            sender=granting_body(self.context),
            recipient=self.municipality,
            zone=self.zone,
        )

    def filename(self) -> str:
        return f"Verwendungsnachweis-{self.proof.reference}.pdf"
