"""`POST @@kommunaldialog-register`: an operator's command, take a list over."""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.messages import text
from kommunaldialog.register.folders import folders
from kommunaldialog.register.job import current_job
from kommunaldialog.register.job import Job
from kommunaldialog.register.job import keep_job
from kommunaldialog.register.plan import Plan
from kommunaldialog.register.source import MAX_BYTES
from kommunaldialog.register.source import read_source
from kommunaldialog.register.terms import read_terms
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from typing import Any
from zope.i18n import translate
from zope.interface import alsoProvides
import json
import transaction


RUNNING = "register_running"


class TakeOverRegister(BrowserView):
    """Takes over all that is right in a list; who is missing in it stays as it is.

    Where the page asks, the command is told: `datei`, `quelle`, `lizenz`, `stand`,
    and if wanted `einwohner`, `umfang`, `aenderungen` (a file), `ordner` (a path below
    the portal), `veroeffentlichen`, `probelauf`. Instead of a token it
    takes a header that no page of another site can make a browser send (Fetch, 2.2.2:
    it is not safelisted).
    """

    def __call__(self) -> str:
        """Return counts and wrong rows as JSON; 405 for a GET, 400 for bad input.

        While another list is confirmed and not done it answers 409; the same file goes
        on where it was broken off.
        """
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        if self.request.method != "POST":
            response.setStatus(405)
            response.setHeader("Allow", "POST")
            return json.dumps({"message": "Use POST."})
        if not self.request.getHeader("X-Requested-With"):
            response.setStatus(400)
            return json.dumps({"message": "Send a header X-Requested-With."})
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return json.dumps(self._take_over(), ensure_ascii=False)
        except Refused as refused:
            transaction.abort()
            running = refused.refusals[0].code == RUNNING
            response.setStatus(409 if running else 400)
            return json.dumps(
                {
                    "errors": [
                        {"field": found.field, "message": self._said(found)}
                        for found in refused.refusals
                    ]
                },
                ensure_ascii=False,
            )

    def _take_over(self) -> dict[str, Any]:
        job = self._job()
        plan = job.plan()
        dry_run = bool(self._value("probelauf"))
        answer = self._answer(plan, dry_run)
        if not dry_run and not job.begun and plan.changes_anything:
            keep_job(job)
            job.confirm(plan, job.stamp(plan))
        if not dry_run and job.begun:
            while not job.step(arrival(self.request)):
                # What is written stays written, whatever happens to the rest.
                transaction.commit()
        return answer

    def _job(self) -> Job:
        """The list as it was sent, or what is left of it since an earlier call."""
        data = self._file("datei")
        if not data:
            raise Refused(Refusal("register_file_missing", "datei"))
        source = read_source(data)
        if source.needs_columns:
            raise Refused(Refusal("register_columns_missing", "datei"))
        job = Job(self.request.form["datei"].filename, data, self._file("aenderungen"))
        there = current_job()
        if there is not None and there.begun:
            if there.digest != job.digest:
                raise Refused(Refusal(RUNNING))
            return there
        job.describe(
            read_terms(self._value, source),
            self._folder(),
            bool(self._value("veroeffentlichen")),
        )
        return job

    def _answer(self, plan: Plan, dry_run: bool) -> dict[str, Any]:
        return {
            "dry_run": dry_run,
            "counts": plan.counts(),
            "missing": [{"ags": known.ags, "name": known.title} for known in plan.open],
            "wrong": [
                self._wrong(row) for row in (*plan.checked.wrong, *plan.wrong_changes)
            ],
        }

    def _wrong(self, row: WrongRow) -> dict[str, Any]:
        return {
            "row": row.number,
            "ags": row.ags,
            "name": row.name,
            "reasons": [self._said(refusal) for refusal in row.refusals],
        }

    def _folder(self) -> str:
        path = self._value("ordner").strip("/")
        if not path:
            return folders()[0][0]
        found = api.content.get(path=f"/{path}")
        if found is None:
            raise Refused(Refusal("register_folder_missing", "ordner"))
        return found.UID()

    def _file(self, name: str) -> bytes:
        upload = self.request.form.get(name)
        if not getattr(upload, "filename", ""):
            return b""
        upload.seek(0)
        return upload.read(MAX_BYTES + 1)

    def _value(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found if isinstance(found, str) else ""

    def _said(self, refusal: Refusal) -> str:
        return translate(text(refusal), context=self.request)
