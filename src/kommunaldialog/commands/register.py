"""`POST @@kommunaldialog-register`: an operator's command, take a list over."""

from kommunaldialog.access.arrival import arrival
from kommunaldialog.commands.posted import PostedCommand
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.messages import text
from kommunaldialog.register.folders import folders
from kommunaldialog.register.job import current_job
from kommunaldialog.register.job import Job
from kommunaldialog.register.job import keep_job
from kommunaldialog.register.plan import Plan
from kommunaldialog.register.source import read_source
from kommunaldialog.register.terms import read_terms
from kommunaldialog.register.upload import uploaded
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.i18n import translate
from zope.interface import alsoProvides
import transaction


RUNNING = "register_running"


class TakeOverRegister(PostedCommand):
    """Takes over all that is right in a list; who is missing in it stays as it is.

    Where the page asks, the command is told: `datei`, `quelle`, `lizenz`, `stand`,
    and if wanted `einwohner`, `umfang`, `aenderungen` (a file), `ordner` (a path below
    the portal), `veroeffentlichen`, `probelauf`. Instead of a token it
    takes a header that no page of another site can make a browser send (Fetch, 2.2.2:
    it is not safelisted).
    """

    def answer(self) -> dict[str, Any]:
        """Counts and wrong rows; the response is 400 for bad input.

        While another list is confirmed and not done it answers 409; the same file goes
        on where it was broken off.
        """
        response = self.request.response
        if not self.request.getHeader("X-Requested-With"):
            response.setStatus(400)
            return {"message": "Send a header X-Requested-With."}
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self._take_over()
        except Refused as refused:
            transaction.abort()
            running = refused.refusals[0].code == RUNNING
            response.setStatus(409 if running else 400)
            return {
                "errors": [
                    {"field": found.field, "message": self._said(found)}
                    for found in refused.refusals
                ]
            }

    def _take_over(self) -> dict[str, Any]:
        job = self._job()
        plan = job.plan()
        dry_run = bool(self._value("probelauf"))
        said = self._report(plan, dry_run)
        if not dry_run and not job.begun and plan.changes_anything:
            keep_job(job)
            job.confirm(plan, job.stamp(plan))
        if not dry_run and job.begun:
            while not job.step(arrival(self.request)):
                # What is written stays written, whatever happens to the rest.
                transaction.commit()
        return said

    def _job(self) -> Job:
        """The list as it was sent, or what is left of it since an earlier call."""
        data = uploaded(self.request, "datei")
        if not data:
            raise Refused(Refusal("register_file_missing", "datei"))
        source = read_source(data)
        if source.needs_columns:
            raise Refused(Refusal("register_columns_missing", "datei"))
        name = self.request.form["datei"].filename
        job = Job(name, data, uploaded(self.request, "aenderungen"))
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

    def _report(self, plan: Plan, dry_run: bool) -> dict[str, Any]:
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

    def _value(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found if isinstance(found, str) else ""

    def _said(self, refusal: Refusal) -> str:
        return translate(text(refusal), context=self.request)
