"""A list on its way into the register: kept with the portal until done or discarded.

One at a time. Files are blobs; what is confirmed is known by a digest, and what is
left to write is kept with it, in the transaction that writes: whatever interrupts it,
the next batch goes on where the last one ended.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register_changes import Terms
from kommunaldialog.domain.register_ends import End
from kommunaldialog.history.register import Import
from kommunaldialog.history.register import record_import
from kommunaldialog.register.plan import check_source
from kommunaldialog.register.plan import make_plan
from kommunaldialog.register.plan import Plan
from kommunaldialog.register.plan import starts
from kommunaldialog.register.source import read_source
from kommunaldialog.register.source import Source
from kommunaldialog.usecases.register import end
from kommunaldialog.usecases.register import PERMISSION
from kommunaldialog.usecases.register import write
from persistent import Persistent
from plone import api
from plone.dexterity.content import DexterityContent
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations


_KEY = "kommunaldialog.register.job"
# So many are written at once; more in batches, each a transaction of its own.
AT_ONCE = 2000
BATCH = 500


class Job(Persistent):
    """Files and what holds for them; after the confirmation, what is left to do.

    `terms` are None until somebody has said what holds for the list. `folder` is the
    UID of where new municipalities come, "" for the portal itself. `remaining` is None
    before the confirmation.
    """

    terms: Terms | None = None
    folder = ""
    publish = False
    confirmed_by = ""
    remaining: tuple[str, ...] | None = None
    total = 0
    ends: tuple[End, ...] = ()
    counts: Mapping[str, int] = {}
    columns: Mapping[str, str] = {}

    def __init__(self, filename: str, data: bytes, changes: bytes = b"") -> None:
        self.filename = filename
        self.file = NamedBlobFile(data, filename="list")
        self.changes = NamedBlobFile(changes, filename="changes") if changes else None
        self.digest = sha256(data + changes).hexdigest()

    def describe(self, terms: Terms, folder: str, publish: bool) -> None:
        """Takes what holds for the list; raises `Refused` where it is begun already."""
        self._refuse_when_begun()
        self.terms, self.folder, self.publish = terms, folder, publish
        self.place()

    def choose(self, columns: Mapping[str, str]) -> None:
        """Takes which column each of our names is; raises `Refused` as `describe`."""
        self._refuse_when_begun()
        self.columns = dict(columns)

    def _refuse_when_begun(self) -> None:
        require(PERMISSION, api.portal.get())
        if self.begun:
            raise Refused(Refusal("register_running"))

    def source(self) -> Source:
        return read_source(self.file.data, self.columns)

    def plan(self) -> Plan:
        """The list held against the register as it is now."""
        changes = self.changes.data if self.changes else None
        return make_plan(self.file.data, self.terms, self.columns, changes)

    def stamp(self, plan: Plan) -> str:
        """By what a confirmation says which file and which preview it means."""
        said = f"{self.digest} {self.terms} {plan.comparison.digest()} {plan.ends}"
        return sha256(said.encode()).hexdigest()

    def confirm(self, plan: Plan, stamp: str, chosen: Iterable[End] = ()) -> None:
        """Begins to take over what `plan` says; writes nothing yet.

        `chosen` says what became of those who are missing. Raises `Refused` where
        the preview that was confirmed is not the one of now, or is begun already.
        """
        self._refuse_when_begun()
        if stamp != self.stamp(plan):
            raise Refused(Refusal("register_moved_on"))
        chosen = tuple(chosen)
        self.ends = (*plan.ends, *chosen)
        self.remaining = plan.comparison.keys
        self.total = len(self.remaining) + len(self.ends)
        self.counts = {
            **plan.counts(),
            "ended": len(self.ends),
            "missing": len(plan.open) - len(chosen),
        }
        self.confirmed_by = current_user_id()

    @property
    def begun(self) -> bool:
        return self.remaining is not None

    @property
    def done(self) -> int:
        """How many of `total` are written."""
        return self.total - len(self.remaining or ()) - len(self.ends)

    def step(self, moment: datetime) -> bool:
        """Writes the next batch; True where that was the last, which is recorded."""
        batch = self._next_batch()
        checked = check_source(self.source())
        entries = [checked.entries[key] for key in batch]
        write(
            self.place(),
            entries,
            self.terms,
            publish=self.publish,
            starts=starts(self.ends),
        )
        self.remaining = self.remaining[len(batch) :]
        if self.remaining:
            return False
        for found in self.ends:
            end(found)
        record_import(self._import(moment))
        discard_job()
        return True

    def _next_batch(self) -> Sequence[str]:
        size = AT_ONCE if self.total <= AT_ONCE else BATCH
        return self.remaining[:size]

    def _import(self, moment: datetime) -> Import:
        return Import(
            moment,
            self.confirmed_by,
            self.filename,
            self.digest,
            self.terms.source,
            self.terms.valid_on,
            dict(self.counts),
        )

    def place(self) -> DexterityContent:
        """Where new municipalities come; raises `Refused` where it is gone."""
        if not self.folder:
            return api.portal.get()
        found = api.content.get(UID=self.folder)
        if found is None:
            raise Refused(Refusal("register_folder_missing", "ordner"))
        return found


def current_job() -> Job | None:
    """The list that is on its way, if any."""
    return IAnnotations(api.portal.get()).get(_KEY)


def keep_job(job: Job) -> None:
    """Keeps a list; another that is not confirmed gives way to it."""
    require(PERMISSION, api.portal.get())
    there = current_job()
    if there is not None and there.begun:
        raise Refused(Refusal("register_running"))
    IAnnotations(api.portal.get())[_KEY] = job


def discard_job() -> None:
    """Forgets the list and its files; what is written already stays."""
    IAnnotations(api.portal.get()).pop(_KEY, None)
