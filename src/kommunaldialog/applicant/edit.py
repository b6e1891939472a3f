"""Work on a draft: everything valid is kept, whatever else is wrong."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.autosaved import AutosavedPage
from kommunaldialog.applicant.draft import DraftPage
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.section import Status
from kommunaldialog.applicant.versions import Versions
from kommunaldialog.applicant.versions import Words
from kommunaldialog.applicant.versions import write_seen
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.merge import fingerprints
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.presence import note
from kommunaldialog.usecases.presence import others
from kommunaldialog.usecases.save import save
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Self
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


MERGED = _(
    "applicant_edit_merged",
    default=(
        "Während Sie hier geschrieben haben, hat jemand anderes andere Angaben in"
        " diesem Abschnitt geändert. Beides ist gespeichert."
    ),
)


@implementer(IPublishTraverse)
class EditPage(AutosavedPage, DraftPage, FormPage):
    """``@@bearbeiten/<section>``: one section of a draft.

    With ``?pruefen=1`` it shows what is still missing, at its place. Without a
    section it leads to the first one that is not done.
    """

    index = ViewPageTemplateFile("edit.pt")
    heading = _("applicant_edit", default="Antrag bearbeiten")
    too_late = ViewPageTemplateFile("too_late.pt")
    slug = ""
    versions: Versions | None = None

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        if self.slug:
            raise NotFound(name)
        self.slug = name
        return self

    def __getitem__(self, name: str) -> Self:
        # Plone's login goes back to addresses only that can be looked up.
        return self.publishTraverse(self.request, name)

    def update(self) -> None:
        if not self.is_draft:
            if self.slug and self.request.method == "POST":
                # A colleague sent it meanwhile: what was typed is shown by `handle`.
                self.section = self._section()
                return
            # For whom comes back by an old link.
            api.portal.show_message(
                _(
                    "applicant_edit_no_draft",
                    default=(
                        "Der Antrag ist kein Entwurf mehr und kann nicht mehr"
                        " geändert werden."
                    ),
                ),
                self.request,
                "warning",
            )
            self.request.response.redirect(self.address(), status=303)
            return
        require(EDIT, self.context)
        if not self.slug:
            target = self.section_url(self._first_to_do.slug)
            self.request.response.redirect(target, status=303)
            return
        self.section = self._section()
        note(self.context, self.moment, self.slug)
        if "pruefen" in self.request.form and self.request.method != "POST":
            self.refusals = tuple(
                refusal
                for refusal in self.missing
                if self.section.owns(refusal.field or "")
            )
            self.section.show(self.refusals)

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    def _section(self) -> Section:
        """The section of the address; raises NotFound where there is none."""
        for section in self.all_sections:
            if section.slug == self.slug:
                return section
        raise NotFound(self.slug)

    @property
    def _first_to_do(self) -> Section:
        undone = (s for s in self.sections if self.status_of(s) is not Status.DONE)
        return next(undone, self.sections[0])

    def handle(self) -> str | None:
        self.save()
        if not self.is_draft:
            self.index = self.too_late
            return None
        if self.versions.contests or self.refusals or self.section.asks_again:
            return None
        if self.versions.merged:
            api.portal.show_message(MERGED, self.request)
        if "next" in self.request.form:
            return self._next_url()
        api.portal.show_message(
            _(
                "applicant_edit_saved",
                default=(
                    "Ihr Entwurf ist gespeichert (${time} Uhr). Er ist noch nicht"
                    " eingereicht."
                ),
                mapping={"time": self.time(self.moment)},
            ),
            self.request,
        )
        return self.section_url(self.slug)

    def _next_url(self) -> str:
        """The section that follows; after the last one what there is to do."""
        following = self._all_slugs[self._all_slugs.index(self.slug) + 1 :]
        # Asked anew: what was just saved decides which sections apply.
        shown = {s.slug for s in DraftPage(self.context, self.request).sections}
        for slug in following:
            if slug in shown:
                return self.section_url(slug)
        return self.address()

    @property
    def _all_slugs(self) -> list[str]:
        return [section.slug for section in self.all_sections]

    def save(self) -> None:
        """Keeps what is valid, and what nobody else has changed since."""
        sent, self.refusals = self.section.extract()
        self.versions = Versions(self, sent)
        if self.is_draft:
            save(self.context, self.moment, section=self.slug, **self.versions.values)

    @property
    def typed_words(self) -> list[Words]:
        """What was sent too late, and differs from what the application says."""
        wrong = zip(self.refusals, self.error_list, strict=True)
        return [
            *self.versions.unsaved,
            *(
                # An answer's input is called q.name, its id is q-name.
                Words(error["message"], self.value(name.replace("q-", "q.", 1)))
                for refusal, error in wrong
                if (name := refusal.field)
            ),
        ]

    @property
    def seen(self) -> str:
        """What the form shows, for `Versions` of the next save."""
        if self.versions is not None:
            return self.versions.seen
        return write_seen(fingerprints(flat(self.section.kept())))

    @property
    def form_url(self) -> str:
        return self.section_url(self.slug)

    @cached_property
    def others(self) -> list[str]:
        """Who else has the draft open, each in a sentence."""
        labels = {section.slug: section.label for section in self.all_sections}
        return [
            self.translate(
                _(
                    "applicant_edit_other",
                    default=(
                        "${person} hat den Antrag auch geöffnet, Abschnitt"
                        " „${section}“ (zuletzt um ${time} Uhr)."
                    ),
                    mapping={
                        "person": self.person(other.user),
                        "section": self.translate(labels.get(other.section, "")),
                        "time": self.time(other.moment),
                    },
                )
            )
            for other in others(self.context, self.moment)
        ]

    @property
    def number(self) -> int | None:
        """Which of the sections this is, from 1; None for one that does not apply."""
        shown = [section.slug for section in self.sections]
        return shown.index(self.slug) + 1 if self.slug in shown else None

    def page_title(self) -> str:
        """For example "Ihr Vorhaben: Dialog Ortsmitte"."""
        return f"{self.translate(self.section.label)}: {self.measure}"

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong, in words that stand alone."""
        found = self.errors(self.refusals)
        for refusal, error in zip(self.refusals, found, strict=True):
            where = self.section.summary(refusal)
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found

    @cached_property
    def _messages(self) -> dict[str | None, str | None]:
        found = self.errors(reversed(self.refusals))
        return {error["field"]: error["message"] for error in found}

    def error(self, field: str) -> str | None:
        """The message for one input, without saying again which one it is."""
        return self._messages.get(field)
