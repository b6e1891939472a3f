"""The section of a draft with the documents that its pillar asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from kommunaldialog.applicant.section import Section
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.documents import left_over
from kommunaldialog.usecases.lines import DOCUMENTS
from kommunaldialog.usecases.lines import documents_of
from kommunaldialog.usecases.lines import slot
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zope.i18nmessageid import Message
import os


@dataclass(frozen=True)
class Slot:
    """The place for one document; ``id`` is also the name of its input."""

    id: str
    title: str
    wanted: bool
    file: NamedBlobFile | None
    url: str

    @property
    def about(self) -> str:
        """For example "Beschluss.pdf (PDF, 2,4 MB)"."""
        extension = os.path.splitext(self.file.filename)[1].lstrip(".").upper()
        return f"{self.file.filename} ({extension}, {human_size(self.file.getSize())})"


class DocumentsSection(Section):
    """One file for each title; files of another pillar are shown until removed."""

    index = ViewPageTemplateFile("documents.pt")
    # The view of the context that answers with a file.
    files = "datei"
    slug = "unterlagen"
    id = "section-documents"
    label: Message = DOCUMENTS

    @property
    def applies(self) -> bool:
        # Before a pillar is chosen nobody knows which documents it asks for.
        pillars = self.context.programme().pillars()
        chosen = self.context.pillar
        return bool(self._titles) or (
            not chosen and any(pillar.documents for pillar in pillars)
        )

    @property
    def begun(self) -> bool:
        return any(title in self.context.documents for title in self._titles)

    def owns(self, field: str) -> bool:
        return field.startswith("document-")

    @property
    def _titles(self) -> tuple[str, ...]:
        return (*documents_of(self.context), *left_over(self.context))

    def slots(self) -> list[Slot]:
        """The places in the order of the pillar, then what is left over."""
        return [self._slot(title) for title in self._titles]

    def _slot(self, title: str) -> Slot:
        file, name = self.context.documents.get(title), slot(title)
        url = ""
        # In a trial a file is only named.
        if INamedBlobFile.providedBy(file):
            address = f"{self.context.absolute_url()}/@@{self.files}"
            url = f"{address}/{name}/{quote(file.filename, safe='')}"
        return Slot(name, title, title in documents_of(self.context), file, url)

    def kept(self) -> dict[str, object]:
        return {"documents": {t: self.context.documents.get(t) for t in self._titles}}

    def extract(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        files: dict[str, NamedBlobFile | None] = {}
        refusals: list[Refusal] = []
        for title in self._titles:
            refusals.extend(self._read(title, files))
        return {"documents": files}, tuple(refusals)

    def _read(
        self, title: str, files: dict[str, NamedBlobFile | None]
    ) -> Iterator[Refusal]:
        name = slot(title)
        upload = self.request.form.get(name)
        # Without a file chosen browsers send an empty text or an empty file name.
        if getattr(upload, "filename", "") and title in documents_of(self.context):
            try:
                files[title] = read_file(DOCUMENT_FILES, upload)
            except Unreadable as error:
                params = {"document": title, "problem": error.message}
                yield Refusal("document_wrong", name, params)
        elif self.request.form.get(f"{name}.remove"):
            files[title] = None

    def missing(self) -> list[Slot]:
        """The documents that have no file yet."""
        return [found for found in self.slots() if found.wanted and not found.file]

    @property
    def formats(self) -> str:
        """Which files are possible: "PDF, JPEG (max. 10 MB)"."""
        return f"{DOCUMENT_FILES.formats} (max. {human_size(DOCUMENT_FILES.size)})"

    @property
    def accept(self) -> str:
        return DOCUMENT_FILES.accept

    @property
    def largest(self) -> int:
        """The highest size in bytes."""
        return DOCUMENT_FILES.size
