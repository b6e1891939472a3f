"""The editors' work list: what should be mended below a folder, each with its link."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.dates import local
from kommunaldialog.domain.editorial import result_due
from kommunaldialog.domain.findings import to_mend
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.messages import text
from kommunaldialog.messages_public import CONTACT_TASKS
from kommunaldialog.messages_public import FILE_FINDINGS
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.findings import findings
from kommunaldialog.usecases.public import missing
from kommunaldialog.usecases.work_list import checked_on
from kommunaldialog.usecases.work_list import WorkList
from plone import api
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.component import queryMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import implementer


# How many tasks of a kind are shown; the page says how many there are.
MOST = 50


@dataclass(frozen=True)
class Todo:
    """One thing to mend: what it is about, what is wrong, and where it is mended."""

    title: str
    url: str
    wrong: tuple[str, ...]
    mend: str
    draft: bool = False


@dataclass(frozen=True)
class Group:
    """All of one kind; `todos` are the first of them."""

    id: str
    title: Message
    count: int
    todos: tuple[Todo, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.todos)


@implementer(IPrivate)
class WorkListPage(Page):
    """`@@redaktion` of any folder."""

    def page_title(self) -> str:
        return self.translate(_("editing_work_list", default="Arbeitsliste"))

    @cached_property
    def groups(self) -> list[Group]:
        """The kinds of which there is something to do."""
        today = local(self.moment, self.zone).date()
        self.work = WorkList(self.context, today)
        groups = (
            self._incomplete(),
            self._without_result(),
            self._overdue(),
            self._files(),
            self._images(),
            self._contacts(),
            self._links(),
        )
        return [group for group in groups if group.count]

    @property
    def word_lists(self) -> str | None:
        """Address of the page of word lists, where the portal has it."""
        portal = api.portal.get()
        if queryMultiAdapter((portal, self.request), name="listen") is None:
            return None
        return f"{portal.absolute_url()}/@@listen"

    def _incomplete(self) -> Group:
        return self._group(
            "incomplete",
            _("editing_work_incomplete", default="Unvollständige Seiten"),
            self.work.incomplete(),
            self._missing,
        )

    def _missing(self, brain: ICatalogBrain) -> Todo:
        refusals = missing(brain.getObject())
        field = refusals[0].field if refusals else ""
        return self._todo(brain, *map(self._words, refusals), mend=f"edit#{field}")

    def _without_result(self) -> Group:
        def todo(brain: ICatalogBrain) -> Todo:
            words = _(
                "editing_work_no_result_since",
                default="Zu Ende seit ${end}, ein Ergebnis war bis ${due} zu erwarten.",
                mapping={
                    "end": self.date(brain.dialogue_end),
                    "due": self.date(result_due(brain.dialogue_end)),
                },
            )
            return self._todo(brain, self.translate(words), mend="++add++Ergebnis")

        return self._group(
            "without_result",
            _("editing_work_without_result", default="Dialoge ohne Ergebnis"),
            self.work.without_result(),
            todo,
        )

    def _overdue(self) -> Group:
        def todo(brain: ICatalogBrain) -> Todo:
            words = _(
                "editing_work_promised_until",
                default="Zugesagt bis ${due}. Was ist daraus geworden?",
                mapping={"due": self.date(brain.dialogue_end)},
            )
            return self._todo(
                brain,
                self.translate(words),
                mend="edit#form-widgets-implementation",
            )

        return self._group(
            "overdue",
            _("editing_work_overdue", default="Überfällige Zusagen"),
            self.work.overdue(),
            todo,
        )

    def _files(self) -> Group:
        def todo(brain: ICatalogBrain) -> Todo:
            codes = to_mend(findings(brain.getObject()))
            words = [self.translate(FILE_FINDINGS[code]) for code in codes]
            return self._todo(brain, *words, mend="edit#form-widgets-file")

        return self._group(
            "files",
            _("editing_work_files", default="Dateien, die nicht barrierefrei sind"),
            self.work.files(),
            todo,
        )

    def _images(self) -> Group:
        def todo(brain: ICatalogBrain) -> Todo:
            words = _(
                "editing_work_image",
                default=(
                    "Im Text steht ein Bild ohne Alternativtext. Was ist darauf zu "
                    "sehen?"
                ),
            )
            return self._todo(brain, self.translate(words), mend="edit")

        return self._group(
            "images",
            _("editing_work_images", default="Bilder ohne Alternativtext"),
            self.work.images(),
            todo,
        )

    def _contacts(self) -> Group:
        tasks = list(self.work.contacts())
        todos = tuple(
            Todo(
                task.contact.title,
                task.contact.absolute_url(),
                tuple(
                    self.translate(
                        Message(
                            CONTACT_TASKS[reason],
                            mapping={"day": self.date(checked_on(task.contact))},
                        )
                    )
                    for reason in task.reasons
                ),
                f"{task.contact.absolute_url()}/edit",
            )
            for task in tasks[:MOST]
        )
        title = _("editing_work_contacts", default="Kontakte, die zu prüfen sind")
        return Group("contacts", title, len(tasks), todos)

    def _links(self) -> Group:
        found = self.work.links()
        targets = {brain.getRID(): gone for brain, gone in found}

        def todo(brain: ICatalogBrain) -> Todo:
            words = [
                self.translate(
                    _(
                        "editing_work_link_gone",
                        default="Führt ins Leere: ${target}",
                        mapping={"target": self._target(target)},
                    )
                )
                for target in targets[brain.getRID()]
            ]
            return self._todo(brain, *words, mend="edit")

        brains = [brain for brain, _gone in found]
        title = _("editing_work_links", default="Verweise, die ins Leere führen")
        return self._group("links", title, brains, todo)

    def _target(self, target: str) -> str:
        if target.startswith("/"):
            return target
        return self.translate(
            _("editing_work_deleted", default="eine Seite, die gelöscht wurde")
        )

    def _group(
        self,
        id: str,
        title: Message,
        brains: list[ICatalogBrain],
        todo: Callable[[ICatalogBrain], Todo],
    ) -> Group:
        return Group(id, title, len(brains), tuple(map(todo, brains[:MOST])))

    def _todo(self, brain: ICatalogBrain, *wrong: str, mend: str) -> Todo:
        url = brain.getURL()
        draft = brain.review_state in ("private", "pending")
        return Todo(brain.Title, url, wrong, f"{url}/{mend}", draft)

    def _words(self, refusal: Refusal) -> str:
        return self.translate(text(refusal, self.language))
