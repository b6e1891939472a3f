"""Write a proof of use, and submit it: the programme's second form."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.autosaved import AutosavedPage
from kommunaldialog.applicant.proof_figures import ProofFigures
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.proof import ProofQuestion
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.forms.versions import parsed_proof_form
from kommunaldialog.letters.comparison import comparison_html
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.pages.view import FormPage
from kommunaldialog.static_files import static_url
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import documents_of_proof
from kommunaldialog.usecases.proof import figures
from kommunaldialog.usecases.proof import missing_of_proof
from kommunaldialog.usecases.proof import proof_lines
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.proof import tolerance
from kommunaldialog.usecases.proof_due import proof_awaited
from kommunaldialog.usecases.submit_proof import submit_proof
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
import json


@dataclass(frozen=True)
class ProofAnswers:
    """The answers to the form of the proof, for what draws its questions."""

    application: Foerderantrag

    @property
    def answers(self) -> object:
        return self.application.proof_answers

    def absolute_url(self) -> str:
        return self.application.absolute_url()


@dataclass(frozen=True)
class Slot:
    """The place for one document; ``id`` is also the name of its input."""

    id: str
    title: str
    file: str
    url: str


class ProofDraft(ApplicationPage, FormPage):
    """What all pages of a proof that is not submitted have in common."""

    declarations_fields = ViewPageTemplateFile("proof_declared.pt")

    def update(self) -> None:
        if self.leads_to_notice():
            return
        if self.state == State.APPROVED and self.may(USE_GRANT):
            return
        message = _(
            "applicant_proof_gone",
            default=(
                "Der Verwendungsnachweis kann jetzt nicht (mehr) bearbeitet werden."
            ),
        )
        api.portal.show_message(message, self.request, "warning")
        self.request.response.redirect(self.address(), status=303)

    @property
    def question(self) -> ProofQuestion | None:
        """What the office asked back and was not answered yet."""
        asked = self.context.proof_questions
        return asked[-1] if asked and asked[-1].answered is None else None

    @property
    def declarations(self) -> tuple[str, ...]:
        """What has to be confirmed."""
        return tuple(self.programme.proof_declarations or ())

    @property
    def due(self) -> str:
        """Until when it has to come."""
        return self.date(proof_awaited(self.context))

    def sent_revision(self) -> int | None:
        """Which state of the draft the sender had before them."""
        sent = self.value("revision")
        return int(sent) if sent.isascii() and sent.isdigit() else -1


class ProofPage(AutosavedPage, ProofDraft):
    """``@@verwendungsnachweis``: the draft; with ``?pruefen=1`` what is missing."""

    index = ViewPageTemplateFile("proof.pt")
    saving = "proof_saved"
    heading = _("applicant_proof", default="Verwendungs\N{SOFT HYPHEN}nachweis")

    @cached_property
    def form(self) -> QuestionsForm | None:
        """The programme's questions; None where it has none."""
        parsed = parsed_proof_form(self.proved)
        if parsed is None:
            return None
        form = QuestionsForm(
            ProofAnswers(self.proved), self.request, parsed, files="nachweis-datei"
        )
        form.update()
        return form

    @cached_property
    def figures(self) -> ProofFigures:
        return ProofFigures(self, self.proved)

    @cached_property
    def proved(self) -> Foerderantrag:
        """What has the proof that is shown: the application with its draft."""
        return self.context

    def update(self) -> None:
        super().update()
        if "pruefen" in self.request.form and self.request.method != "POST":
            self.refusals = missing_of_proof(self.context)
            self.show_at_questions(self.refusals)

    def show_at_questions(self, refusals: Iterable[Refusal]) -> None:
        """Shows what is wrong with an answer at its question."""
        if self.form is not None:
            self.form.show(
                {
                    refusal.field.removeprefix("q-"): refusal.params["problem"]
                    for refusal in refusals
                    if refusal.code == "answer_wrong"
                }
            )

    def handle(self) -> str | None:
        try:
            self.save()
        except Refused as error:
            raise Refused(*error.refusals, *self.refusals) from error
        self.saved = True
        if self.refusals or self.figures.asks_again:
            return None
        if "next" in self.request.form:
            return self.address("nachweis-einreichen")
        message = _(
            "applicant_proof_saved",
            default=(
                "Der Entwurf des Verwendungsnachweises ist gespeichert. Er ist noch "
                "nicht eingereicht."
            ),
        )
        api.portal.show_message(message, self.request)
        return self.address("verwendungsnachweis")

    saved = False

    def save(self) -> None:
        """Keeps what is valid; what is wrong stands in ``refusals``."""
        answers, plan, explanations, documents = self.extract()
        save_proof(
            self.context,
            self.moment,
            answers=answers,
            plan=plan,
            explanations=explanations,
            documents=documents,
            revision=self.sent_revision(),
        )

    @property
    def form_url(self) -> str:
        return self.address("verwendungsnachweis")

    @property
    def seen(self) -> str:
        """Which state the form shows, for the script."""
        return json.dumps({"revision": str(self.context.proof_revision)})

    def extract(
        self,
    ) -> tuple[dict[str, object], CostPlan, tuple[str, ...], dict[str, object]]:
        """What was sent, as `save_proof` takes it; what is unreadable is refused."""
        answers, wrong = self._answers()
        plan, explanations, unreadable = self.figures.extract()
        documents, refused = self._documents()
        self.refusals = (*wrong, *unreadable, *refused)
        return answers, plan, explanations, documents

    def _answers(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        if self.form is None:
            return {}, ()
        values: dict[str, object] = {}
        for section in self.form.sections:
            values |= section.extract()[0]
        wrong = (
            Refusal(
                "answer_wrong",
                error.id,
                {"question": error.label, "problem": error.message},
            )
            for error in self.form.errors
        )
        return values, tuple(wrong)

    def _documents(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        files: dict[str, object] = {}
        wrong: list[Refusal] = []
        for title in documents_of_proof(self.context):
            name = slot(title)
            upload = self.request.form.get(name)
            if getattr(upload, "filename", ""):
                try:
                    files[title] = read_file(DOCUMENT_FILES, upload)
                except Unreadable as error:
                    params = {"document": title, "problem": error.message}
                    wrong.append(Refusal("document_wrong", name, params))
            elif self.request.form.get(f"{name}.remove"):
                files[title] = None
        return files, tuple(wrong)

    def slots(self) -> list[Slot]:
        """The documents that the programme asks for."""
        return [self._slot(title) for title in documents_of_proof(self.context)]

    def _slot(self, title: str) -> Slot:
        file, name = self.proved.proof_documents.get(title), slot(title)
        if file is None:
            return Slot(name, title, "", "")
        place = f"{self.address('nachweis-datei')}/{self.file_name(name, file)}"
        url = f"{place}/{quote(file.filename, safe='')}"
        about = f"{file.filename} ({human_size(file.getSize())})"
        return Slot(name, title, about, url)

    def file_name(self, name: str, file: NamedBlobFile) -> str:
        """Under which name the file of a line is found."""
        return name

    @property
    def formats(self) -> str:
        """Which files are possible."""
        return f"{DOCUMENT_FILES.formats} (max. {human_size(DOCUMENT_FILES.size)})"

    @property
    def accept(self) -> str:
        return DOCUMENT_FILES.accept

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong, in words that stand alone."""
        found = self.errors(self.refusals)
        for refusal, error in zip(self.refusals, found, strict=True):
            where = self.figures.where(refusal)
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found

    def scripts(self) -> list[str]:
        """Addresses of what helps while somebody types; all works without."""
        return [
            static_url("forms", "conditions.js"),
            static_url("forms", "uploads.js"),
            static_url("applicant", "autosave.js"),
        ]


class SubmitProofPage(ProofDraft):
    """``@@nachweis-einreichen``: all of it once more, then it is sent."""

    index = ViewPageTemplateFile("submit_proof.pt")
    heading = _(
        "applicant_proof_submit",
        default="Verwendungs\N{SOFT HYPHEN}nachweis einreichen",
    )

    def update(self) -> None:
        # A second click finds it submitted.
        if self.state == State.PROOF_SUBMITTED and self.may(USE_GRANT):
            self.request.response.redirect(self.address("nachweis"), status=303)
            return
        super().update()

    def handle(self) -> str:
        submit_proof(
            self.context,
            self.moment,
            confirmed=bool(self.value("confirmed")),
            revision=self.sent_revision(),
        )
        return self.address("nachweis")

    @cached_property
    def missing(self) -> list[dict[str, str | None]]:
        """What has to be mended first, each with its place on the draft's page."""
        refusals = missing_of_proof(self.context)
        found = self.errors(refusals)
        for refusal, error in zip(refusals, found, strict=True):
            page = self.address("verwendungsnachweis")
            error["url"] = f"{page}?pruefen=1#{refusal.field}"
        return found

    def answers_html(self) -> str:
        return answers_html(proof_lines(self.context), self.language, self._draft_url)

    def _draft_url(self, line: AnswerLine, file: FileInfo) -> str:
        return f"{self.address('nachweis-datei')}/{line.name}/{quote(file.name)}"

    def comparison_html(self) -> str:
        """The figures beside the approved ones."""
        plan, explanations = figures(self.context)
        return comparison_html(
            approved_plan(self.context),
            plan,
            tolerance(self.context),
            explanations,
            self.language,
        )
